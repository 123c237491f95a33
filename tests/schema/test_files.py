from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from generator import schema
from generator.dataset.layout import FILE_KINDS, kind_of
from generator.dataset.read import data_files
from generator.diagnostics import Diagnostic, Level, Span
from generator.source import load

ROOT = Path(__file__).parents[2]
TINY = ROOT / "tests" / "tiny"
FILES = [path for root in (ROOT, TINY) for path in data_files(root / "data")]
VALIDATORS = {name: Draft202012Validator(json.loads(text)) for name, text in schema.schemas().items()}


def validator(inner: str) -> Draft202012Validator:
    kind = kind_of(inner)
    assert kind is not None
    return VALIDATORS[f"data/schema/{kind[0].name}.schema.json"]


def read(path: Path) -> Any:
    source, findings = load(path.read_bytes(), path.name)
    assert findings == []
    assert source is not None
    return source.value


def inner(path: Path) -> str:
    root = TINY if path.is_relative_to(TINY) else ROOT
    return path.relative_to(root / "data").as_posix()


def test_there_is_a_schema_for_every_kind_of_file_and_each_is_valid() -> None:
    assert set(VALIDATORS) == {f"data/schema/{kind.name}.schema.json" for kind in FILE_KINDS}
    for one in VALIDATORS.values():
        Draft202012Validator.check_schema(one.schema)


def test_committed_schemas_and_the_marks_of_the_data_files_are_current() -> None:
    assert schema.stale(ROOT) == []
    committed = {path.relative_to(ROOT).as_posix(): path.read_text(encoding="utf-8") for path in (ROOT / "data" / "schema").iterdir()}
    assert committed == schema.schemas()


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_every_data_file_fits_its_schema(path: Path) -> None:
    assert [error.message for error in validator(inner(path)).iter_errors(read(path))] == []


P1, PLAN = "plans/qinghe-145/p1.yml", "plans/qinghe-145/plan.yml"

# file, what stands there, what is written instead, path of the mistake in the value
BROKEN: dict[str, tuple[str, str, str, list[str | int]]] = {
    "unknown field": ("topics.yml", "name: 修路", "nmae: 修路, name: 修路", ["topics", 1]),
    "missing field": ("topics.yml", "name: 修路, ", "", ["topics", 1]),
    "a word that is not allowed": ("topics.yml", "group: 城乡", "group: 乡镇", ["topics", 1, "group"]),
    "number in quotes": ("topics.yml", "order: 2", 'order: "2"', ["topics", 1, "order"]),
    "negative order": ("topics.yml", "order: 2", "order: -2", ["topics", 1, "order"]),
    "text in place of a list": ("topics.yml", "synonyms: [绿茶]", "synonyms: 绿茶", ["topics", 2, "synonyms"]),
    "another top-level field": ("topics.yml", "topics:", "topic: []\ntopics:", []),
    "no list": ("topics.yml", "topics:", "topic:", []),
    "id in capitals": ("topics.yml", "id: roads", "id: Roads", ["topics", 1, "id"]),
    "id that is a path": ("topics.yml", "id: roads", "id: ../roads", ["topics", 1, "id"]),
    "empty name": ("topics.yml", "name: 修路", 'name: ""', ["topics", 1, "name"]),
    "yes for a boolean": ("units/qinghe.yml", "members_complete: false", "members_complete: no", ["units", 3, "members_complete"]),
    "plan written": (PLAN.replace("plan.yml", "boxes.yml"), "{id: qinghe-145-b01,", "{id: qinghe-145-b01, plan: qinghe-145,", ["boxes", 0]),
    "parent written inside": (P1, "label: 第一章", "label: 第一章\n    parent: qinghe-145-p1", ["children", 0]),
    "task without summary": (
        P1,
        "            summary: 白石茶园的面积扩大到三万亩左右，茶农可以领到新苗，卖茶的收入每年增长百分之五到百分之七。\n",
        "",
        ["children", 1, "children", 0, "tasks", 0],
    ),
    "target by id only": (
        P1,
        "      - {id: qinghe-145-c01-r01, metric: 养老床位, quantity: level, value: 120, measure: 张, year: 2020}",
        "      - qinghe-145-c01-r01",
        ["children", 0, "results", 0],
    ),
    "operator": (P1, 'operator: "~"', 'operator: "≈"', ["children", 1, "children", 0, "tasks", 0, "targets", 0, "operator"]),
    "long start of a passage": (P1, "{starts: 第一篇民生与产业}", f"{{starts: {'长' * 17}}}", ["source", "starts"]),
    "no documents": (PLAN, "regions: [qinghe]", "regions: []", ["regions"]),
    "validity": (PLAN, "validity: 有效", "validity: 生效", ["validity"]),
    "hash": (PLAN, '"' + "0" * 64 + '"', '"00"', ["documents", 0, "sha256"]),
    "year": (PLAN, "end: 2025", "end: 20255", ["period", "end"]),
}


@pytest.mark.parametrize("case", list(BROKEN))
def test_a_broken_file_does_not_fit(case: str) -> None:
    file, old, new, path = BROKEN[case]
    text = (TINY / "data" / file).read_text(encoding="utf-8")
    assert text.count(old) == 1
    assert [error.message for error in validator(file).iter_errors(read(TINY / "data" / file))] == []
    source, _ = load(text.replace(old, new).encode(), file)
    assert source is not None
    errors = list(validator(file).iter_errors(source.value))
    assert path in [list(error.absolute_path) for error in errors]


def test_write_makes_what_stale_misses(tmp_path: Path) -> None:
    assert [d.span.file for d in schema.stale(tmp_path)] == list(schema.schemas())
    assert schema.write(tmp_path) == list(schema.schemas())
    assert schema.stale(tmp_path) == []
    assert schema.write(tmp_path) == []


@pytest.mark.parametrize("text", ["", "{}\n", "\xff"])
def test_a_changed_schema_is_stale_and_written_again(tmp_path: Path, text: str) -> None:
    schema.write(tmp_path)
    (tmp_path / "data/schema/topics.schema.json").write_bytes(text.encode("latin-1"))
    message = "和程序里的定义不一致，请运行 minggui schema 重新生成"
    assert schema.stale(tmp_path) == [Diagnostic(Span("data/schema/topics.schema.json"), "schema-stale", message)]
    if text != "\xff":
        assert schema.write(tmp_path) == ["data/schema/topics.schema.json"]


def test_a_schema_that_is_no_text_is_written_again(tmp_path: Path) -> None:
    schema.write(tmp_path)
    (tmp_path / "data/schema/topics.schema.json").write_bytes(b"\xff\xfe")
    assert schema.write(tmp_path) == ["data/schema/topics.schema.json"]
    assert schema.stale(tmp_path) == []


@pytest.mark.parametrize(
    ("file", "mark"),
    [
        ("topics.yml", "# yaml-language-server: $schema=schema/topics.schema.json"),
        ("units/x.yml", "# yaml-language-server: $schema=../schema/units.schema.json"),
        ("plans/x/c01.yml", "# yaml-language-server: $schema=../../schema/chapter.schema.json"),
    ],
)
def test_the_first_line_of_a_data_file_names_its_schema(tmp_path: Path, file: str, mark: str) -> None:
    schema.write(tmp_path)
    path = tmp_path / "data" / file
    path.parent.mkdir(parents=True, exist_ok=True)
    for first in (mark, "\ufeff" + mark, mark + "\r"):
        path.write_text(first + "\na: 1\n", encoding="utf-8")
        assert schema.stale(tmp_path) == []
    for first in ("", "# 甲", mark.replace("schema/", "schemas/"), "\udcff"):
        path.write_bytes(first.encode("utf-8", "surrogateescape") + b"\n")
        message = f"第一行请写“{mark}”，编辑器才会提示和检查"
        assert schema.stale(tmp_path) == [Diagnostic(Span(f"data/{file}"), "schema-mark", message, Level.WARNING)]


def test_a_file_that_cannot_be_opened_is_no_traceback(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    schema.write(tmp_path)
    (tmp_path / "data/topics.yml").write_text("topics:\n", encoding="utf-8")
    real = Path.open

    def refuse(path: Path, *args: Any, **options: Any) -> Any:
        if path.name == "topics.yml":
            raise PermissionError(13, "Permission denied")
        return real(path, *args, **options)

    monkeypatch.setattr(Path, "open", refuse)
    assert [d for d in schema.stale(tmp_path) if d.level is Level.ERROR] == []
