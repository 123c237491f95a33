"""The importer's last step: reading what is there and writing files. Everything else in this package is values."""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from ruamel.yaml.comments import CommentedMap

from generator.importing.draft import LISTS, Draft
from generator.importing.edits import Edit
from generator.importing.merge import Merged
from generator.importing.report import proposals
from generator.importing.splice import change
from generator.importing.yaml_out import Tree, bare, emit
from generator.source import load

SCHEMAS = {"plan": "plan"} | {name: name for name in LISTS}


@dataclass(frozen=True, slots=True)
class Places:
    """Where a draft and its report stand."""

    root: Path
    plan: str

    @property
    def folder(self) -> Path:
        """Return the plan's folder."""
        return self.root / "data" / "plans" / self.plan

    @property
    def work(self) -> Path:
        """Return the folder of the report, the proposals and the kept copies."""
        return self.root / "build" / "import" / self.plan


def text_of(name: str, tree: Tree) -> str:
    """Write one file of a draft."""
    return emit(tree, f"../../schema/{SCHEMAS.get(name, 'chapter')}.schema.json")


def read_folder(folder: Path) -> tuple[dict[str, Tree], list[str]]:
    """Read the files of a plan folder; name those that cannot be read."""
    found: dict[str, Tree] = {}
    broken: list[str] = []
    for path in sorted(folder.glob("*.yml")):
        source, findings = load(path.read_bytes(), path.name)
        if source is None or findings or not isinstance(source.value, dict):
            broken.append(path.name)
        else:
            found[path.stem] = source.value
    return found, broken


def write_draft(places: Places, draft: Draft) -> Path | None:
    """Write a new draft; return where the folder that stood there is kept now, if one did."""
    kept: Path | None = None
    if places.folder.exists():
        number = 1
        while (places.work / f"old-{number}").exists():
            number += 1
        kept = places.work / f"old-{number}"
        kept.parent.mkdir(parents=True, exist_ok=True)
        shutil.move(str(places.folder), str(kept))
    _write(places.folder, {name: text_of(name, tree) for name, tree in draft.files.items()})
    return kept


def write_merged(places: Places, merged: Merged) -> list[str]:
    """Write what a second import changes; return the names of the files."""
    texts = {name: text_of(name, tree) for name, tree in merged.new_files.items()}
    for name, edits in merged.edits.items():
        path = places.folder / f"{name}.yml"
        # Bytes, not text: line ends and a byte order mark stay as they are.
        text = path.read_bytes().decode("utf-8")
        texts[name] = change(text, lambda tree, edits=edits: _all(tree, edits))  # type: ignore[misc]  # bound at once
    _write(places.folder, texts)
    return sorted(texts)


def _all(tree: CommentedMap, edits: Iterable[Edit]) -> None:
    for edit in edits:
        edit(tree)


def proposed_names(places: Places) -> dict[str, str]:
    """Return the names of units that the last import proposed, by id."""
    path = places.work / "units.yml"
    value = source.value if path.is_file() and (source := load(path.read_bytes(), path.name)[0]) else None
    rows = value.get("units") if isinstance(value, dict) else None
    return {str(row.get("id")): str(row.get("name")) for row in rows or [] if isinstance(row, dict)} if isinstance(rows, list) else {}


def write_work(places: Places, draft: Draft, words: str, base: dict[str, Tree]) -> None:
    """Write the report, the proposals and the draft that the next import compares with.

    Args:
        places: Where.
        draft: What was read.
        words: The report.
        base: The draft's files with the ids that the data has.
    """
    _write(places.work, {"report.md": words})
    for name in ("units", "indicator-definitions", "regions", "terms"):
        (places.work / f"{name}.yml").unlink(missing_ok=True)
    _write(places.work, proposals(draft))
    shutil.rmtree(places.work / "draft", ignore_errors=True)
    _write(places.work / "draft", {name: text_of(name, bare(tree)) for name, tree in base.items()})


def _write(folder: Path, texts: Mapping[str, str]) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in texts.items():
        (folder / (name if name.endswith(".md") else f"{name}.yml")).write_bytes(text.encode("utf-8", "replace"))
