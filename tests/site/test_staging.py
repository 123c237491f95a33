"""The staged tree on disk: only what changed is written, nothing is left over, nothing leaves its folder."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from generator.site import staging
from generator.site.project import Project, read_project
from generator.site.staging import StagingError, publish, stage


def contents(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def times(folder: Path) -> dict[str, int]:
    return {path.relative_to(folder).as_posix(): path.stat().st_mtime_ns for path in sorted(folder.rglob("*")) if path.is_file()}


def test_staging_writes_pages_exports_theme_and_configuration(tiny: Path) -> None:
    (tiny / "site_src/assets/style.css").write_text("a{}", encoding="utf-8")
    staged = stage(read_project(tiny, {}))
    files = contents(tiny / "build")
    assert staged.folder == tiny / "build"
    assert staged.files == staged.written == len(files)
    assert staged.removed == 0
    wanted = {
        "docs/index.md",
        "docs/tasks/qinghe-145-001/index.md",
        "docs/tasks/qinghe-145-001/index.json",
        "docs/data/tasks.json",
        "docs/about/index.md",
        "docs/assets/style.css",
        "theme/main.html",
        "mkdocs.yml",
    }
    assert wanted <= set(files)
    assert "docs/assets/.keep" not in files


def test_styles_and_scripts_are_joined_in_the_order_of_their_names(tiny: Path) -> None:
    for name, text in {"styles/20-b.css": "b{}", "styles/10-a.css": "a{}", "scripts/10-a.js": "a();", "styles/.hidden.css": "no"}.items():
        (tiny / "site_src" / name).parent.mkdir(exist_ok=True)
        (tiny / "site_src" / name).write_text(text, encoding="utf-8")
    stage(read_project(tiny, {}))
    assert (tiny / "build/docs/assets/minggui.css").read_text(encoding="utf-8") == "a{}\nb{}"
    assert (tiny / "build/docs/assets/minggui.js").read_text(encoding="utf-8") == "a();"


def test_staging_again_writes_nothing(tiny: Path) -> None:
    stage(read_project(tiny, {}))
    before = times(tiny / "build")
    again = stage(read_project(tiny, {}))
    assert (again.written, again.removed) == (0, 0)
    assert times(tiny / "build") == before


def test_staging_writes_only_what_changed(tiny: Path) -> None:
    stage(read_project(tiny, {}))
    before = contents(tiny / "build")
    stamps = times(tiny / "build")
    file = tiny / "data/terms.yml"
    file.write_text(file.read_text(encoding="utf-8").replace("这份报告里指环湖的绿道。", "这份报告里指湖边的步道。"), encoding="utf-8")
    staged = stage(read_project(tiny, {}))
    after = contents(tiny / "build")
    changed = {name for name in after if after[name] != before.get(name)}
    index = {name for name in changed if name.startswith("docs/search/pagefind/")}
    assert changed - index == {
        "docs/glossary/index.md",
        "docs/data/terms.json",
        "docs/data/terms.csv",
        "docs/data/datapackage.json",
        "docs/data/minggui-data.zip",
        "docs/terms/one-belt-linhe/index.json",
        "docs/search/words.json",
    }
    assert any(name.endswith(".pf_fragment") for name in index), "the term is found by its new words"
    assert staged.written == len(changed)
    written = {name for name, stamp in times(tiny / "build").items() if stamp != stamps.get(name)}
    assert written == changed


def test_staging_prunes_what_no_record_stages_any_more(tiny: Path) -> None:
    stage(read_project(tiny, {}))
    file = tiny / "data/audiences.yml"
    file.write_text(re.sub(r"\n.*tea-growers.*", "", file.read_text(encoding="utf-8")), encoding="utf-8")
    chapter = tiny / "data/plans/qinghe-145/p1.yml"
    chapter.write_text(chapter.read_text(encoding="utf-8").replace("            audiences: [tea-growers]\n", ""), encoding="utf-8")
    stray = tiny / "build/docs/left/over/page.md"
    stray.parent.mkdir(parents=True)
    stray.write_text("left over", encoding="utf-8")
    (tiny / "build/theme/old.html").write_text("left over", encoding="utf-8")
    staged = stage(read_project(tiny, {}))
    left = {path.relative_to(tiny / "build").as_posix() for path in (tiny / "build").rglob("*")}
    assert not {name for name in left if "tea-growers" in name or "left" in name or name == "theme/old.html"}
    assert staged.removed >= 4, "page and JSON of the audience, the two strays, and files of the old index"
    assert "docs/audiences/elderly/index.md" in left


def test_a_staged_tree_is_the_same_whatever_was_there_before(tiny: Path, tmp_path: Path) -> None:
    stage(read_project(tiny, {}))
    fresh = contents(tiny / "build")
    for name in list(fresh)[::3]:
        (tiny / "build" / name).write_bytes(b"old")
    for name in list(fresh)[1::3]:
        (tiny / "build" / name).unlink()
    stage(read_project(tiny, {}))
    assert contents(tiny / "build") == fresh


@pytest.mark.parametrize("name", ["../outside.md", "a/../../../outside.md", "/outside.md", "a\\..\\outside.md", "a\x00b.md"])
def test_paths_outside_are_refused(tiny: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    project = read_project(tiny, {})
    stage(project)  # the index is kept from now on
    shutil.rmtree(tiny / "build")
    before = contents(tiny)

    def published(_: Project) -> dict[str, str]:
        return {name: "outside"}

    monkeypatch.setattr(staging, "published_files", published)
    if name.startswith("/"):  # joined to docs/, an absolute name stays inside
        stage(project)
        new = {
            name for name in set(contents(tiny)) - set(before) if not name.startswith(("build/docs/search/pagefind/", "build/docs/assets/"))
        }
        assert new <= {"build/docs/outside.md", "build/docs//outside.md", "build/theme/main.html", "build/mkdocs.yml"}
        assert not Path("/outside.md").exists()
        return
    with pytest.raises(StagingError, match="不在生成目录之内"):
        stage(project)
    assert contents(tiny) == before


def test_a_project_without_settings_is_not_staged(tiny: Path) -> None:
    (tiny / "mkdocs.yml").unlink()
    with pytest.raises(StagingError, match="设置"):
        stage(read_project(tiny, {}))
    assert not (tiny / "build").exists()


def test_a_file_in_the_way_is_one_clear_error(tiny: Path) -> None:
    (tiny / "build").write_text("in the way", encoding="utf-8")
    with pytest.raises(StagingError, match="写不了文件"):
        stage(read_project(tiny, {}))


def test_a_folder_in_the_way_is_one_clear_error(tiny: Path) -> None:
    (tiny / "build/docs/index.md").mkdir(parents=True)
    with pytest.raises(StagingError, match="写不了文件"):
        stage(read_project(tiny, {}))


# Publishing


@pytest.fixture
def finished(tmp_path: Path) -> tuple[Path, Path]:
    built, site = tmp_path / "build/site", tmp_path / "site"
    for folder, text in ((built, "new"), (site, "old")):
        folder.mkdir(parents=True)
        (folder / "index.html").write_text(text, encoding="utf-8")
    (site / "gone.html").write_text("old", encoding="utf-8")
    return built, site


def test_publishing_replaces_the_whole_site(finished: tuple[Path, Path]) -> None:
    built, site = finished
    publish(built, site)
    assert contents(site) == {"index.html": b"new"}
    assert not built.exists()
    assert sorted(p.name for p in site.parent.iterdir()) == ["build", "site"]


def test_publishing_for_the_first_time(finished: tuple[Path, Path], tmp_path: Path) -> None:
    built, _ = finished
    publish(built, tmp_path / "first")
    assert contents(tmp_path / "first") == {"index.html": b"new"}


@pytest.mark.parametrize("failing", ["site", "build/site"])
def test_the_last_site_stays_when_renaming_fails(finished: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch, failing: str) -> None:
    built, site = finished
    before = contents(site)
    rename = Path.rename

    def refuse(self: Path, target: Path) -> Path:
        if self == site.parent / failing:
            raise PermissionError(13, "Permission denied", str(self))
        return rename(self, target)

    monkeypatch.setattr(Path, "rename", refuse)
    with pytest.raises(StagingError, match="换不了网站目录"):
        publish(built, site)
    monkeypatch.undo()
    assert contents(site) == before
    assert contents(built) == {"index.html": b"new"}
    assert sorted(p.name for p in site.parent.iterdir()) == ["build", "site"]


def test_an_interrupted_publishing_does_not_stop_the_next(finished: tuple[Path, Path]) -> None:
    built, site = finished
    old = site.with_name("site.old")
    old.mkdir()
    (old / "index.html").write_text("older", encoding="utf-8")
    publish(built, site)
    assert contents(site) == {"index.html": b"new"}
    assert not old.exists()


def test_an_interrupted_publishing_is_not_lost_when_the_next_fails(finished: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch) -> None:
    """Killed between its two renames, a publishing leaves only ``site.old``: the one copy of the last site must survive."""
    built, site = finished
    last = contents(site)
    site.rename(site.with_name("site.old"))

    def refuse(self: Path, target: Path) -> Path:
        raise PermissionError(13, "Permission denied", str(self))

    monkeypatch.setattr(Path, "rename", refuse)
    with pytest.raises(StagingError):
        publish(built, site)
    monkeypatch.undo()
    kept = [folder for folder in (site, site.with_name("site.old")) if folder.is_dir()]
    assert [contents(folder) for folder in kept] == [last]
