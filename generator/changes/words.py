"""A difference as a Chinese sentence."""

from __future__ import annotations

from dataclasses import dataclass, replace

from generator.changes.compare import Difference
from generator.changes.fields import MINOR, NAMES, WORDS
from generator.changes.shorten import cut, shortened
from generator.changes.values import items_of, name_of, quoted, words_of
from generator.graph import Graph
from generator.model import Division, Note, Plan, Record, Target, Task, Update
from generator.model.identity import KINDS
from generator.pages.lists import lead_word
from generator.pages.phrases import task_number, title_of
from generator.pages.plan import opening

LONGEST = 2000
"""Characters of an old or new text that are kept."""
PLAIN_FIELDS = frozenset(
    {"leads", "participants", "owners", "providers", "members", "value", "by", "year", "base", "target", "growth", "period", "number"}
)
"""Statements that are said without quotation marks: units, figures, years."""


@dataclass(frozen=True, slots=True)
class Told:
    """A difference with its sentence."""

    difference: Difference
    about: str
    """What the record is called; stands in the sentence as it is here."""
    text: str
    old: str = ""
    new: str = ""
    minor: bool = False
    """Whether nothing that pages say is concerned."""


def called(graph: Graph, record: Record) -> str:
    """Name a record so that it is clear without its page: ``第21条任务“…”``, ``第21条的目标“骆驼总量”``, ``项目“…”``."""
    if isinstance(record, Plan):
        return record.short_title
    if isinstance(record, Task):
        return f"{task_number(record)}任务{quoted(record.title)}"
    if isinstance(record, Division):
        return quoted(title_of(record))
    if isinstance(record, Note):
        return f"关于{_subjects(graph, record.subjects)}的说明"
    if isinstance(record, Update):
        return f"关于{_subjects(graph, (record.subject,))}的进展（{record.date_.isoformat()}）"
    owner = graph.find(("task", "division", "indicator-row"), getattr(record, "owner", None) or getattr(record, "division", None) or "")
    inside = f"{_owner(owner[0])}的" if owner and record.KIND in {"target", "result"} else ""
    word = "指标" if record.KIND == "indicator-row" else KINDS[record.KIND]
    return f"{inside}{word}{quoted(name_of(record))}"


def _owner(record: Record) -> str:
    if isinstance(record, Task):
        return task_number(record) or f"任务{quoted(record.title)}"
    return quoted(title_of(record)) if isinstance(record, Division) else f"指标{quoted(name_of(record))}"


def _subjects(graph: Graph, identifiers: tuple[str, ...]) -> str:
    found = [called(graph, record) for i in identifiers[:1] for record in graph.find(("*",), i)[:1] if not isinstance(record, Note)]
    return (found[0] if found else "、".join(identifiers[:1])) + ("等" if len(identifiers) > 1 else "")


def _field_word(record: Record, field: str) -> str:
    if isinstance(record, Task) and field == "leads":
        return f"{lead_word(record)}单位"
    if record.KIND in {"target", "result"} and field == "base":
        return "起点"
    return WORDS[field]


def _listed(before: tuple[str, ...], after: tuple[str, ...], plain: bool) -> str | None:
    """Say which entries came or went, where no more than that happened."""
    gone, come = [e for e in before if e not in after], [e for e in after if e not in before]
    kept_order = [e for e in before if e in after] == [e for e in after if e in before]
    if not before or not after or not kept_order or (gone and come) or not (gone or come):
        return None
    word = "增加" if come else "去掉"
    entries = [entry if plain else quoted(cut(entry)) for entry in come or gone]
    return f"{word}{'、'.join(entries)}"


def _changed(old: Graph, new: Graph, d: Difference) -> Told:
    """Say how one statement of a record changed."""
    before, after = old.dataset.records[d.kind][d.old_id], new.dataset.records[d.kind][d.new_id]
    was, now = words_of(old, before, d.field), words_of(new, after, d.field)
    if d.field in NAMES:
        about = called(old, before)
        return Told(d, about, f"{about}改名为{quoted(now)}", was, now)
    about = called(new, after)
    of = "" if isinstance(after, Target) and d.field == "value" else f"的{_field_word(after, d.field)}"
    plain = d.field in PLAIN_FIELDS
    minor = d.field in MINOR or was == now

    def shown(text: str) -> str:
        return text if plain else quoted(text)

    lists = items_of(old, before, d.field), items_of(new, after, d.field)
    listed = _listed(lists[0], lists[1], plain) if lists[0] is not None and lists[1] is not None else None
    if was == now:
        text = f"{about}{of}改了细节，读起来一样"
    elif listed:
        text = f"{about}{of}{listed}"
    elif not was:
        text = f"{about}补上了{of.removeprefix('的')}：{cut(now)}"
    elif not now:
        text = f"{about}去掉了{of.removeprefix('的')}（原来写的是{shown(cut(was))}）"
    else:
        short = shortened(was, now)
        text = f"{about}{of}由{shown(short[0])}改为{shown(short[1])}"
    return Told(d, about, text, was[:LONGEST], now[:LONGEST], minor)


def _whole(graph: Graph, d: Difference) -> Told:
    """Say that a record came or went."""
    record = graph.dataset.records[d.kind][d.id]
    about = called(graph, record)
    if isinstance(record, Plan):
        text = f"首次公开{about}。{opening(graph, record)}" if d.what == "added" else f"撤下{about}"
        return Told(d, about, text)
    said = words_of(graph, record, "value") if record.KIND in {"target", "result"} else ""
    if isinstance(record, Update):  # who reads a feed learns what happened without opening the page
        said = f"{words_of(graph, record, 'status')}。{cut(record.text)}"
    return Told(d, about, f"{'新增' if d.what == 'added' else '删去'}{about}" + (f"：{said}" if said else ""))


def _with_successor(new: Graph, told: Told) -> Told:
    """Say where a removed record went, if its id leads on: who followed it finds the other one."""
    redirect = new.redirects.get(told.difference.id)
    found = new.find(("*",), redirect.to)[:1] if redirect is not None and redirect.from_ == told.difference.id else []
    return replace(told, text=f"{told.text}，改看{called(new, found[0])}") if found else told


def tell(old: Graph, new: Graph, difference: Difference) -> Told:
    """Return a difference with its sentence.

    Args:
        old: The earlier edition.
        new: The later one.
        difference: One that :func:`generator.changes.compare.compare` found between them.
    """
    if difference.what == "changed":
        return _changed(old, new, difference)
    if difference.what == "added":
        return _whole(new, difference)
    return _with_successor(new, _whole(old, difference))
