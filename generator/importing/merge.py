"""A corrected document against the data: what changed in it is changed there, and nothing that people wrote is touched.

The draft of the last import is the base where it is kept: what differs from it in the data, people changed, and theirs stays.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Final

from ruamel.yaml.comments import CommentedMap

from generator.importing.edits import GONE, Edit, at, inserter, setter, styled
from generator.importing.match import Node, matches, nodes
from generator.importing.text import TO_WRITE
from generator.importing.words import called, difference
from generator.importing.yaml_out import Guess, Tree, Value, bare
from generator.model import RECORDS

OURS: Final = frozenset(
    {
        "id",
        "summary",
        "meaning",
        "measures",
        "highlights",
        "topics",
        "audiences",
        "related",
        "indicators",
        "verified",
        "short_title",
    }
)
"""Fields that a second import never changes."""
PLAIN: Final = frozenset(
    {"leads", "participants", "providers", "value", "value_max", "measure", "label", "number", "dated", "published", "document_number"}
    | {"index_number", "validity", "attribute", "expected"}
)
"""Fields that are changed even where the last draft is not kept: there the data and the document can only agree or not."""
PLAIN_RECORDS: Final = frozenset({"division", "task", "indicator-row", "box"})


@dataclass(slots=True)
class Merged:
    """What a second import would do."""

    changes: list[str] = field(default_factory=list)
    """Written, in words."""
    kept: list[str] = field(default_factory=list)
    """Differences that stay as people have them."""
    edits: dict[str, list[Edit]] = field(default_factory=dict)
    """File → changes, in order."""
    new_files: dict[str, Tree] = field(default_factory=dict)
    draft: dict[str, Tree] = field(default_factory=dict)
    """The new draft with the ids of the data: the base of the next import."""

    def edit(self, file: str, change: Edit) -> None:
        """Add a change to a file."""
        self.edits.setdefault(file, []).append(change)


def merge(old: dict[str, Tree], new: dict[str, Tree], base: dict[str, Tree] | None, plan: str, names: dict[str, str]) -> Merged:
    """Compare a new draft with the data.

    Args:
        old: The plan folder's files as they are.
        new: The new draft's files.
        base: Files of the draft of the last import, where they are kept, with the ids of the data.
        plan: The plan's id.
        names: Names of units by id, for the words.
    """
    merged = Merged()
    olds = list(nodes(old))
    draft = {file: bare(tree) for file, tree in new.items()}
    mapping = _with_free_ids(matches(list(nodes(draft)), olds), list(nodes(draft)), olds)
    renamed = {file: _renamed(tree, mapping) for file, tree in draft.items()}
    merged.draft = renamed
    marked = {file: _renamed(tree, mapping) for file, tree in new.items()}
    known = {(node.kind, node.id): node for node in olds}
    before = {(node.kind, node.id): node.value for node in nodes(base or {})}
    seen: set[tuple[str, str]] = set()
    added: set[str] = set()
    for node in nodes(renamed):
        key = (node.kind, node.id)
        seen.add(key)
        if key in known:
            _compare(merged, node, known[key], before.get(key), base is not None, plan, names)
        elif key in before:
            merged.kept.append(f"{called(node.kind, node.value, plan)}：数据里没有，有人删了，没有加回")
            added.add(node.id)
        elif base is None and node.kind not in PLAIN_RECORDS:
            merged.kept.append(f"{called(node.kind, node.value, plan)}：原文里像是有，数据里没有")
        elif node.owner not in added:
            _add(merged, node, renamed, marked, old, known, plan)
            added.add(node.id)
        else:
            added.add(node.id)
    for key, node in known.items():
        if key not in seen and node.kind not in ("note", "plan") and (base is None or key in before):
            merged.kept.append(f"{called(node.kind, node.value, plan)}：新的原文里没有了；没有删，请自己决定")
    return merged


def _renamed(tree: Value, mapping: dict[str, str]) -> Value:
    if isinstance(tree, dict):
        return {key: _renamed(value, mapping) for key, value in tree.items()}
    if isinstance(tree, list):
        return [_renamed(value, mapping) for value in tree]
    if isinstance(tree, Guess):
        return Guess(_renamed(tree.value, mapping), tree.why)
    return mapping.get(tree, tree) if isinstance(tree, str) else tree


def _with_free_ids(found: dict[str, str], new: list[Node], old: list[Node]) -> dict[str, str]:
    """Give records that are new in the document ids that no other record has."""
    taken = {node.id for node in old} | set(found.values())
    mapping = dict(found)
    for node in new:
        if node.id in mapping:
            continue
        owner = mapping.get(node.owner, node.owner)
        wanted = owner + node.id.removeprefix(node.owner) if node.owner and node.id.startswith(node.owner + "-") else node.id
        mapping[node.id] = _free(wanted, taken)
        taken.add(mapping[node.id])
    return mapping


def _free(wanted: str, taken: set[str]) -> str:
    stem = wanted.rstrip("0123456789")
    digits = wanted[len(stem) :]
    number = int(digits or "1")
    while wanted in taken:
        number += 1
        wanted = f"{stem}{number:0{len(digits) or 1}d}"
    return wanted


def _compare(merged: Merged, new: Node, old: Node, before: dict[str, Any] | None, has_base: bool, plan: str, names: dict[str, str]) -> None:
    if new.kind == "note":
        return
    nested = RECORDS[new.kind].NESTED
    for name in dict.fromkeys([*new.value, *(before or {})]):
        if name in OURS or name in nested:
            continue
        value, mine = new.value.get(name, GONE), old.value.get(name, GONE)
        last = (before or {}).get(name, GONE) if has_base and before is not None else None
        if value in (mine, TO_WRITE) or (name == "documents" and _same_documents(value, mine)):
            continue
        if name == "documents":
            _compare_document(merged, old, value, mine)
            continue
        words = difference(new.kind, old.value, plan, name, None if mine is GONE else mine, None if value is GONE else value, names)
        if name == "order" and (mine != last or value == last):
            continue  # ours to number, unless the document moved what people left where it was
        if has_base and before is not None and value == last:
            continue  # people changed it, the document did not
        if has_base and before is not None and mine != last:
            merged.kept.append(words + "；数据里有人改过，没有动")
            continue
        if before is None and (name not in PLAIN or value is GONE):
            merged.kept.append(words + "；没有上次导入的底稿，分不清是原文变了还是人改的")
            continue
        if name != "order":
            merged.changes.append(words)
        merged.edit(old.file, setter(old.id, name, value))


def _same_documents(value: Value, mine: Value) -> bool:
    return bool(isinstance(value, list) and isinstance(mine, list) and mine and value[0].get("sha256") == mine[0].get("sha256"))


def _compare_document(merged: Merged, old: Node, value: Value, mine: Value) -> None:
    """Only the hash follows the new file; title, publisher and address are what people looked up."""
    if not isinstance(mine, list) or not mine or not isinstance(value, list):
        return

    def edit(tree: CommentedMap) -> None:
        tree["documents"][0]["sha256"] = value[0]["sha256"]
        tree["documents"][0]["verified"] = styled(value[0]["verified"])

    merged.changes.append("规划 的文件：换成了新的原文（sha256 和核对日期）")
    merged.edit(old.file, edit)


def _pruned(tree: Value, held: frozenset[str]) -> Value:
    """Leave out of a new record what the data has elsewhere: records are never moved, nor entered twice."""
    if isinstance(tree, Guess):
        return Guess(_pruned(tree.value, held), tree.why)
    if isinstance(tree, dict):
        return {key: _pruned(value, held) for key, value in tree.items()}
    if isinstance(tree, list):
        return [_pruned(entry, held) for entry in tree if not _is_held(entry, held)]
    return tree


def _is_held(entry: object, held: frozenset[str]) -> bool:
    record = bare(entry)
    return isinstance(record, dict) and record.get("id") in held and "unit" not in record


def _add(
    merged: Merged,
    node: Node,
    renamed: dict[str, Tree],
    marked: dict[str, Tree],
    old: dict[str, Tree],
    known: dict[tuple[str, str], Node],
    plan: str,
) -> None:
    """Add a record that the document has and the data does not, behind the one that it follows in the document."""
    merged.changes.append(f"{called(node.kind, node.value, plan)}：新增")
    held = frozenset(identifier for _, identifier in known)
    if node.file not in old and node.path[:1] == (node.file,) and not node.owner:
        if node.file not in merged.new_files:
            merged.new_files[node.file] = _pruned(marked[node.file], held)
        return
    if not node.path:
        merged.new_files[str(node.id).removeprefix(plan + "-")] = _pruned(marked[node.file], held)
        return
    siblings = at(renamed[node.file], node.path[:-1])
    owner = next((n for (_, identifier), n in known.items() if identifier == node.owner), None) if node.owner else None
    if node.owner and owner is None:
        return
    file, place = (owner.file, owner.id) if owner else (node.file, "")
    earlier = [entry["id"] for entry in siblings[: int(node.path[-1])]]
    merged.edit(file, inserter(node.value["id"], place, str(node.path[-2]), _pruned(node.value, held), earlier))
