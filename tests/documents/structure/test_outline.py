from __future__ import annotations

from generator.documents.blocks import Division
from generator.documents.structure.headings import Mark
from generator.documents.structure.outline import levels_of
from generator.documents.structure.read import read_text


def test_levels_follow_the_document() -> None:
    han, bracket, chapter, section = (Mark(k, "", 1, "") for k in ("han", "han-bracket", "chapter", "section"))
    assert levels_of([han, bracket]) == {("han", 0): "chapter", ("han-bracket", 0): "section"}
    assert levels_of([chapter, section, han])[("han", 0)] == "group"
    assert levels_of([chapter, han])[("han", 0)] == "section"


def count(divisions: tuple[Division, ...]) -> int:
    return sum(1 + len(d.blocks) + count(d.children) for d in divisions)


def test_tree_holds_every_block() -> None:
    document = read_text("某县规划\n第一章 甲\n引言。\n第一节 乙\n正文。\n第二章 丙\n正文。\n", "x")
    assert [d.heading.title for d in document.outline] == ["甲", "丙"]
    assert [d.heading.title for d in document.outline[0].children] == ["乙"]
    assert len(document.front) + count(document.outline) == len(document.blocks)


def test_sections_numbered_through_are_no_loss() -> None:
    document = read_text("某县规划\n第一章 甲\n第一节 乙\n正文。\n第二章 丙\n第二节 丁\n正文。\n", "x")
    assert not any(b.inferred for b in document.blocks)


def test_lost_chapter_number_is_certain_only_where_checked() -> None:
    text = "某县规划\n第一章 甲\n第一节 乙\n正文。\n第一节 丙\n正文。\n"
    assert [b.confidence for b in read_text(text, "x").blocks if b.inferred] == [0.5]
    assert [b.confidence for b in read_text(text + "第三章 丁\n正文。\n", "x").blocks if b.inferred] == [0.9]
