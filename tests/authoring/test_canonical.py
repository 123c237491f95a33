"""The canonical form: stable, faithful, and what the files of this project already look like."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.authoring import canonical
from generator.authoring.canonical import comments, equal
from generator.authoring.comments import parse
from generator.authoring.scalars import text as written_text
from generator.authoring.shape import HABIT, fields
from generator.dataset.read import data_files
from generator.model import RECORDS
from generator.source import load

UNITS = "units/hure.yml"
HERE = Path(__file__).parent.parent / "tiny" / "data"


def formatted(text: str, inner: str = UNITS) -> str:
    made = canonical(text.encode(), f"data/{inner}", inner)
    assert made.findings == ()
    again = canonical(made.text.encode(), f"data/{inner}", inner)
    assert again.text == made.text, "not idempotent"
    return made.text


def test_orders_fields_takes_quotes_away_and_writes_short_things_on_one_line() -> None:
    given_text = 'units:\n- name: "旗法院"\n  region:   hure\n  id: hure-fayuan\n  kind: court\n  aliases:\n  - "法院"\n  - 119\n'
    assert formatted(given_text) == (
        "units:\n  - id: hure-fayuan\n    name: 旗法院\n    kind: court\n    region: hure\n    aliases: [法院, 119]\n"
    )


def test_quotes_stay_where_any_reader_needs_them() -> None:
    words = ["no", "54", "12:30", "~", "=", "%", "a: b", "a #b", "- x", "", " x", "'", '"', "*a", "&a", "!a", "0o14", "1e3", "y", "null"]
    for word in words:
        for flow in (True, False):
            made = written_text(word, flow=flow)
            assert made[0] in "'\"", word
            assert load(f"a: [{made}]".encode(), "")[0].value == {"a": [word]}  # type: ignore[union-attr]
    assert written_text("2021-07-28", flow=True) == "2021-07-28"
    assert written_text("发展,升级", flow=False) == "发展,升级"
    assert written_text("发展,升级", flow=True) == "'发展,升级'"


COMMENTED = """\
# yaml-language-server: $schema=../schema/units.schema.json
# 库伦旗

# 法院在前
units:  # 全部
  # 第一个
  - name: 法院  # 原文如此
    # 编号
    id: hure-fayuan

    kind: court
    region: hure
    aliases: [旗法院,  # 简称
      人民法院]
    # 法院完
  # 单位完
  - {id: hure-gongan, name: 公安, kind: government, region: hure}  # 公安
# 文件完
"""


def test_comments_stay_with_what_they_speak_of() -> None:
    assert (
        formatted(COMMENTED)
        == """\
# yaml-language-server: $schema=../schema/units.schema.json
# 库伦旗

# 法院在前
units:  # 全部
  # 第一个
  # 编号
  - id: hure-fayuan
    name: 法院  # 原文如此

    kind: court
    region: hure
    aliases:
      - 旗法院  # 简称
      - 人民法院
    # 法院完
  # 单位完
  # 公安
  - id: hure-gongan
    name: 公安
    kind: government
    region: hure
# 文件完
"""
    )


def test_text_of_several_lines_stays_so() -> None:
    made = formatted("units:\n  - id: a\n    note: |  # 说明\n      一\n\n      二\n    name: 'x'\n")
    assert made == "units:\n  - id: a\n    name: x\n    note: |  # 说明\n      一\n\n      二\n"
    assert formatted("units:\n  - id: a\n    note: >-\n      一\n      二\n") == "units:\n  - id: a\n    note: |-\n      一 二\n"


def test_line_ends_stay_and_the_mark_goes() -> None:
    made = canonical("\ufeffunits:\r\n- id: a # 一\r\n  name:  甲\r\n".encode(), "", UNITS)
    assert made.text == "units:\r\n  - id: a  # 一\r\n    name: 甲\r\n"


@pytest.mark.parametrize("text", ["units: [", "units:\n  - &a b", "a: 1\na: 2\n", "", "\udcff"])
def test_a_file_that_cannot_be_read_is_left_alone(text: str) -> None:
    made = canonical(text.encode("utf-8", "surrogateescape"), "data/units/a.yml", UNITS)
    assert made.findings
    assert all(finding.span.file == "data/units/a.yml" for finding in made.findings)


def test_files_that_a_command_writes_are_left_as_it_writes_them() -> None:
    text = 'document: main\nid: "hure-145-verification"\n'
    assert canonical(text.encode(), "", "plans/hure-145/verification.yml").text == text


def test_every_field_has_its_place() -> None:
    for model in RECORDS.values():
        names = {f.alias or name for name, f in model.model_fields.items() if f.json_schema_extra != {"placed": True}}
        assert set(fields(model)) == names | set(model.NESTED)
        assert len(set(fields(model))) == len(fields(model))
    known = {model.__name__: fields(model) for model in RECORDS.values()}
    for name, order in HABIT.items():
        assert name == "Figure" or known[name][: len(order)] == order, f"{name} has a field that the table does not know"


# Meaning

_WORDS = st.text(st.characters(codec="utf-8"), max_size=12)


@given(_WORDS, st.booleans())
def test_any_text_is_read_back(word: str, flow: bool) -> None:
    made = written_text(word, flow=flow)
    assert "\n" not in made
    source, _ = load((f"[{made}]" if flow else f"a: {made}").encode(), "")
    if source is not None:  # our reader refuses a few characters however they are written
        assert source.value == ([word] if flow else {"a": word})


@given(st.data())
def test_comments_anywhere_survive_and_the_second_run_changes_nothing(data: st.DataObject) -> None:
    files = data_files(HERE)
    path = data.draw(st.sampled_from(files))
    inner = path.relative_to(HERE).as_posix()
    lines = path.read_text(encoding="utf-8").split("\n")
    for number in data.draw(st.lists(st.integers(0, len(lines) - 1), max_size=6)):
        words = data.draw(st.sampled_from(["# 一", "#", "# a: [b", "#! {x}", ""]))
        if lines[number].startswith("#") or data.draw(st.booleans()):
            lines[number] = f"{' ' * data.draw(st.integers(0, 14))}{words}\n{lines[number]}"
        elif words:
            lines[number] += f"  {words}"
    text = "\n".join(lines)
    before = load(text.encode(), "")[0]
    assert before is not None
    made = formatted(text, inner)
    after = load(made.encode(), "")[0]
    assert after is not None and equal(before.value, after.value)
    if inner != "plans/qinghe-145/verification.yml":
        first, second = parse(text), parse(made)
        assert first is not None and second is not None
        assert sorted(comments(first)) == sorted(comments(second)) == sorted(re.findall(r"(?:(?<=\s)|(?<=^))#.*$", text, re.MULTILINE))


def test_the_real_data_keep_their_meaning_and_nearly_all_their_lines(project_root: Path) -> None:
    base = project_root / "data"
    lines = changed = 0
    for path in data_files(base):
        inner = path.relative_to(base).as_posix()
        data = path.read_bytes()
        made = canonical(data, inner, inner)
        assert made.findings == (), inner
        own = data.decode().splitlines()
        lines += len(own)
        if made.text.encode() != data:
            before, after = load(data, "")[0], load(made.text.encode(), "")[0]
            assert before is not None and after is not None and equal(before.value, after.value), inner
            changed += sum(line not in set(made.text.splitlines()) for line in own)
    assert changed <= lines // 200, "the canonical form has moved away from the files; run minggui fmt or mend authoring/shape.py"
