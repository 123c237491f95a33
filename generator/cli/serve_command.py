"""``minggui serve``: a preview that follows the files."""

from __future__ import annotations

import time
from dataclasses import replace
from pathlib import Path

import click

from generator.cli.checked import checked
from generator.cli.report import give_up, root_option, show, step
from generator.diagnostics import has_errors
from generator.site import engine as engines
from generator.site.project import Project, read_project
from generator.site.staging import StagingError, stage

POLL_SECONDS = 0.5
WATCHED = ("data", "site_src", "mkdocs.yml")


def _fingerprint(root: Path) -> dict[str, float]:
    found: dict[str, float] = {}
    for name in WATCHED:
        start = root / name
        for path in [start] if start.is_file() else start.rglob("*"):
            try:
                found[str(path)] = path.stat().st_mtime
            except OSError:
                continue  # removed between listing and looking
    return found


@click.command("serve")
@root_option
@click.option("--address", default="127.0.0.1:8000", show_default=True, help="预览的地址和端口。")
@click.option("--all-languages", is_flag=True, help="连同别的语言一起预览，更新要慢一倍。")
def serve_command(root: Path, address: str, all_languages: bool) -> None:
    """边改边看：数据、页面或样式一改，预览就更新。

    数据有错误时，预览停在上一次好的样子，问题列在这里。按 Ctrl+C 结束。
    只预览中文的页面；翻译的时候加上 --all-languages。

    \b
    例如：
      minggui serve
      minggui serve --address 127.0.0.1:8001      8000 被占用时换一个
      minggui serve --all-languages               看译好的页面
    """
    project, site = checked(root, "text", strict=False)
    try:
        folder = stage(previewed(project, all_languages), step).folder
        with engines.serving(folder, site.as_of, address) as process:
            click.echo(f"预览在 http://{address}/，按 Ctrl+C 结束。", err=True)
            seen = _fingerprint(root)
            while process.poll() is None:
                time.sleep(POLL_SECONDS)
                now = _fingerprint(root)
                if now != seen:
                    seen = now
                    _restage(root, all_languages)
            if process.returncode:
                give_up("预览没有运行起来；端口可能被占用，请用 --address 换一个，例如 127.0.0.1:8001")
    except (StagingError, engines.EngineError) as error:
        give_up(str(error))
    except KeyboardInterrupt:
        click.echo("预览结束。", err=True)


def previewed(project: Project, all_languages: bool) -> Project:
    """Leave other languages out of a preview: each costs as much again, and who edits data looks at the Chinese pages."""
    return project if all_languages else replace(project, editions=project.editions[:1])


def _restage(root: Path, all_languages: bool) -> None:
    project = read_project(root)
    show(project.diagnostics, "text")
    if has_errors(project.diagnostics):
        click.echo("数据有错误，预览没有更新。", err=True)
        return
    staged = stage(previewed(project, all_languages))
    click.echo(f"已更新 {staged.written} 个文件。", err=True)
