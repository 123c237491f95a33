"""Taking a record away, or merging it into another: what changes in which file, and where its address leads from then on."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Final

from generator.authoring.canonical import comments
from generator.authoring.change import at, change, node_of
from generator.authoring.comments import parse
from generator.authoring.ids import numbered, taken
from generator.authoring.names import called, names_of
from generator.authoring.redirects import FILE as REDIRECTS
from generator.authoring.redirects import add_redirect
from generator.authoring.referrers import Referrer, inside, referrers
from generator.authoring.tree import Entry, Group, Scalar, Tree
from generator.dataset import Dataset
from generator.model import Record
from generator.model.identity import FOLDERS, KINDS
from generator.source.load import Path

OWNERS: Final = ("owner", "subject", "parent", "division", "plan")
"""Fields that name what a record is a part of; the first that it has says where its address leads."""


@dataclass(slots=True)
class Removal:
    """What taking a record away would do; nothing is written yet."""

    texts: dict[str, str | None] = field(default_factory=dict)
    """Path below ``data/`` → the new text; ``None`` for a file that goes."""
    said: list[str] = field(default_factory=list)
    """What is done, in words."""
    lost: list[str] = field(default_factory=list)
    """Comments that go with the record."""


@dataclass(frozen=True, slots=True)
class Because:
    """What is recorded of a retired id."""

    since: date
    reason: str


def leads_to(record: Record) -> str:
    """Return the id or address that stands in for a record that is gone: what it is a part of, or the list of its kind."""
    for name in OWNERS:
        owner = getattr(record, name, None)
        if isinstance(owner, str) and owner and not (record.KIND == "place" and name == "parent"):
            return owner
    return "glossary/" if record.KIND == "term" else f"{FOLDERS[record.KIND]}/" if record.KIND in FOLDERS else ""


def remove(dataset: Dataset, texts: Mapping[str, str], record: Record, to: str, because: Because, published: str) -> Removal:
    """Take away a record that nobody names.

    Args:
        dataset: The data.
        texts: Path below ``data/`` → text.
        record: The record.
        to: The id or address that its own address leads to.
        because: Since when and why.
        published: The list of what was ever public; where it is kept, an id that is not in it needs no redirect.
    """
    removal = Removal()
    _take_out(dataset, texts, removal, record)
    for other in (record, *inside(dataset, record)):
        if not published or f"{other.KIND} {other.id}" in published.splitlines():
            _redirect(texts, removal, other.id, to, because)
    return removal


def merge(dataset: Dataset, texts: Mapping[str, str], record: Record, into: Record, because: Because) -> Removal | str:
    """Let another record take the place of one.

    Args:
        dataset: The data.
        texts: Path below ``data/`` → text.
        record: The record that goes.
        into: The record that stays.
        because: Since when and why.

    Returns:
        What is done, or in Chinese why it cannot be.
    """
    if record.KIND != into.KIND:
        return f"“{record.id}”是{KINDS[record.KIND]}，“{into.id}”是{KINDS[into.KIND]}，不能合并"
    if record.id == into.id:
        return "不能和自己合并"
    held = inside(dataset, record)
    if held:
        some = "、".join(other.id for other in held[:5])
        return f"“{record.id}”里面还有{KINDS[held[0].KIND]}等 {len(held)} 条记录（{some}），请先移到“{into.id}”里，编号接着它的排，再合并"
    removal = Removal()
    edits: dict[str, list[Callable[[Tree], Callable[[], None]]]] = {}
    moved: dict[str, str] = {}
    for referrer in referrers(dataset, record):
        edits.setdefault(referrer.span.file.removeprefix("data/"), []).append(_rewriter(dataset, referrer, into.id))
        removal.said.append(f"{referrer.span}: {referrer.words}改成 {into.id}")
        if referrer.record.KIND == "update" and referrer.path == ("subject",):
            _follow(dataset, texts, referrer, into, edits, moved)
    for name, words in _names(record, into).items():
        file = dataset.span(into).file.removeprefix("data/")
        edits.setdefault(file, []).append(_namer(dataset.origins[into.KIND, into.id].path, name, words))
        removal.said.append(f"{dataset.span(into)}: {into.id} 的“{name}”多了 {'、'.join(words)}")
    for file, own in edits.items():
        removal.texts[file] = change(texts[file], file, _all(own))
    _take_out(dataset, texts, removal, record)
    _redirect(texts, removal, record.id, into.id, because)
    for old, new in moved.items():
        _redirect(texts, removal, old, new, because)
    return removal


def _all(edits: list[Callable[[Tree], Callable[[], None]]]) -> Callable[[Tree], None]:
    """Find every place first, then change them: a change may move what stands behind it."""

    def edit(tree: Tree) -> None:
        for act in [find(tree) for find in edits]:
            act()

    return edit


def _rewriter(dataset: Dataset, referrer: Referrer, new: str) -> Callable[[Tree], Callable[[], None]]:
    """Make the change of one reference; where its list names the other record already, or it would name itself, it goes."""
    base = dataset.origins[referrer.record.KIND, referrer.record.id].path

    def find(tree: Tree) -> Callable[[], None]:
        entry = at(tree, (*base, *referrer.path))
        item = _item(tree, base, referrer.path)

        def act() -> None:
            if item is not None and (referrer.record.id == new or _is_named(item[0], item[1], referrer.path, new)):
                drop(*item)
            elif referrer.record.id == new:
                owner = at(tree, base).value
                if isinstance(owner, Group):
                    drop(owner, entry)
            else:
                entry.value = node_of(new)

        return act

    return find


def _item(tree: Tree, base: Path, path: Path) -> tuple[Group, Entry] | None:
    """Return the list and the item that a reference stands in, if it stands in one."""
    number = next((n for n, step in enumerate(path) if isinstance(step, int)), None)
    if number is None:
        return None
    rows = at(tree, (*base, *path[:number])).value
    return (rows, at(tree, (*base, *path[: number + 1]))) if isinstance(rows, Group) else None


def _is_named(rows: Group, item: Entry, path: Path, new: str) -> bool:
    """Say whether another item of the list names a record in the same field."""
    for other in rows.entries:
        if other is item:
            continue
        held = other.value
        if isinstance(path[-1], str) and isinstance(held, Group):
            found = held.get(path[-1])
            held = found.value if found else held
        if isinstance(held, Scalar) and held.value == new:
            return True
    return False


def drop(group: Group, entry: Entry) -> None:
    """Take an entry out of its collection; comments above it stay for the one behind it."""
    number = next(n for n, other in enumerate(group.entries) if other is entry)
    del group.entries[number]
    kept = [words for words in [*entry.head, *entry.after_key, *entry.tail] if words]
    if number < len(group.entries):
        group.entries[number].head[:0] = kept
    else:
        group.foot[:0] = kept


def _follow(
    dataset: Dataset,
    texts: Mapping[str, str],
    referrer: Referrer,
    into: Record,
    edits: dict[str, list[Callable[[Tree], Callable[[], None]]]],
    moved: dict[str, str],
) -> None:
    """Give an update the id that follows from its new subject."""
    used = taken(dataset, texts.get(REDIRECTS, "")) | set(moved.values())
    new = numbered(f"{into.id}-u", 2, used)
    moved[referrer.record.id] = new
    path = (*dataset.origins["update", referrer.record.id].path, "id")

    def find(tree: Tree) -> Callable[[], None]:
        entry = at(tree, path)

        def act() -> None:
            entry.value = node_of(new)

        return act

    edits.setdefault(referrer.span.file.removeprefix("data/"), []).append(find)


def _names(record: Record, into: Record) -> dict[str, list[str]]:
    """Return the names that the record that stays takes over: field → names that it does not have."""
    there = set(names_of(into))
    printed = [getattr(record, "name", None) or getattr(record, "term", None), *getattr(record, "aliases", ())]
    typed = list(getattr(record, "synonyms", ()))
    fields = type(into).model_fields
    field = "aliases" if "aliases" in fields else "synonyms" if "synonyms" in fields else ""
    found: dict[str, list[str]] = {}
    for name, words in ((field, printed), ("synonyms" if "synonyms" in fields else "", typed)):
        new = [word for word in words if word and word not in there]
        if name and new:
            found.setdefault(name, []).extend(new)
            there.update(new)
    return found


def _namer(path: Path, field: str, names: list[str]) -> Callable[[Tree], Callable[[], None]]:
    def find(tree: Tree) -> Callable[[], None]:
        owner = at(tree, path).value

        def act() -> None:
            if not isinstance(owner, Group):
                return
            entry = owner.get(field)
            if entry is None or not isinstance(entry.value, Group):
                entry = Entry(Group(is_map=False, flow=True), field)
                owner.entries.append(entry)
            if isinstance(entry.value, Group):
                entry.value.entries += [Entry(node_of(name)) for name in names]

        return act

    return find


def _take_out(dataset: Dataset, texts: Mapping[str, str], removal: Removal, record: Record) -> None:
    """Take a record out of its file; a file that is one record goes whole."""
    origin = dataset.origins[record.KIND, record.id]
    span = dataset.span(record)
    file = span.file.removeprefix("data/")
    removal.said.append(f"{span}: 删去{KINDS[record.KIND]} {record.id}（{called(record)}）")
    text = removal.texts.get(file) or texts[file]
    if not origin.path:
        tree = parse(text.removeprefix("\ufeff").replace("\r\n", "\n"))
        removal.lost.extend(comments(replace(tree, head=tree.head[1:])) if tree else [])
        removal.texts[file] = None
        return
    removal.texts[file] = change(text, file, _taker(origin.path, record.id, removal.lost))


def _taker(path: Path, identifier: str, lost: list[str]) -> Callable[[Tree], None]:
    def edit(tree: Tree) -> None:
        owner, rows = at(tree, path[:-2]).value, at(tree, path[:-1])
        if not isinstance(rows.value, Group) or not isinstance(owner, Group):
            raise KeyError(path)
        entry = next(other for other in rows.value.entries if _has_id(other, identifier))
        lost.extend(comments(Tree(Group([entry]), [])))
        rows.value.entries = [other for other in rows.value.entries if other is not entry]
        if not rows.value.entries and len(path) > 2:
            drop(owner, rows)

    return edit


def _has_id(entry: Entry, identifier: str) -> bool:
    found = entry.value.get("id") if isinstance(entry.value, Group) else None
    return found is not None and isinstance(found.value, Scalar) and found.value.value == identifier


def _redirect(texts: Mapping[str, str], removal: Removal, old: str, new: str, because: Because) -> None:
    before = removal.texts.get(REDIRECTS) or texts.get(REDIRECTS, "")
    removal.texts[REDIRECTS] = add_redirect(before, old, new, because.since, because.reason)
    removal.said.append(f"data/{REDIRECTS}: {old} 以后转到 {new}")
