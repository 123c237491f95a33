r"""Names of official bodies in lists, read by the grammar of such names.

A list of units leaves out what the reader knows: ``旗委办公室、组织部,旗人大办、政府办`` names 旗委组织部 and 旗政府办. The first name
of a comma group carries the prefix; a name with a prefix of its own starts a new one; names that carry their own region,
groups (各苏木镇), townships, central bodies and the full names of enterprises neither take nor lose it. The rules come from lists in
published 分工方案, 实施方案 and 任务分解表 of several provinces; every guess has a confidence below 1 and says why.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from generator.documents.responsibility import unit_words as words

OPENING, CLOSING = "（(［[〔【〈《“", "）)］]〕】〉》”"
COMMAS = "，,;；。\n"
"""Separators that start a new group. Full-width and half-width are used alike."""
SEPARATORS = "、/／|｜" + COMMAS
_NO_LEVEL = "没有写明是哪一级的单位"
LONGEST = 30
"""Characters of the longest name. Longer pieces of a list are sentences."""


@dataclass(frozen=True, slots=True)
class Name:
    """A unit's name in a list."""

    name: str
    """Full: with the prefix that it inherits, without white space."""
    start: int
    end: int
    """Offsets of what is printed."""
    inherited: bool = False
    group: bool = False
    open: bool = False
    """More units follow that the list does not name (等部门), or the group says no more than 有关."""
    mark: str = ""
    """What a bracket behind the name says about its role: ``牵头``."""
    confidence: float = 1.0
    why: str = ""


@dataclass(frozen=True, slots=True)
class NameList:
    """What was read from a list."""

    names: tuple[Name, ...]
    strange: tuple[str, ...]
    """Pieces that are no units: words of a sentence, persons."""
    prefix: str
    """The last prefix of the list, for what follows in the same bracket."""
    open: bool
    """The list has a tail such as 有关部门."""


@dataclass(slots=True)
class _State:
    """What the names read so far say about the next one."""

    region: str = ""
    party: str = ""
    given: bool = False
    """The prefix comes from the caller, not from this list."""
    broken: bool = False
    """A new comma group has begun without a prefix."""
    fresh: bool = True
    """The piece being read is the first of its comma group."""
    names: list[Name] = field(default_factory=list)
    strange: list[str] = field(default_factory=list)
    open: bool = False


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int, bool]]:
    """Cut at separators outside brackets: offsets and whether a new comma group begins."""
    depth, begin, fresh = 0, start, True
    for i in range(start, end):
        char = text[i]
        if char in OPENING:
            depth += 1
        elif char in CLOSING:
            depth = max(0, depth - 1)
        elif char in SEPARATORS and (depth == 0 or char == "\n") and not (char == "\n" and _wrapped(text, begin, i)):
            yield begin, i, fresh
            # An empty piece (two separators in a row) must not hide that a group began.
            fresh, begin, depth = char in COMMAS or (fresh and not text[begin:i].strip()), i + 1, 0
    yield begin, end, fresh


def _wrapped(text: str, begin: int, end: int) -> bool:
    """A line end inside a name: what stands before it is no complete name."""
    piece = "".join(text[begin:end].split())
    return bool(piece) and not words.SUFFIX.search(piece) and len(piece) < LONGEST


def _cut(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Cut a piece at white space and 和, 及, 与 where both sides are names by themselves."""
    begin = start
    for join in words.JOIN.finditer(text, start, end):
        left, right = "".join(text[begin : join.start()].split()), "".join(text[join.end() : end].split())
        blank = join.group().isspace()
        bare = words.TAIL.sub("", left)
        whole = bare != left or bool(words.COMPLETE.search(bare)) or (blank and len(bare) > 1 and bool(words.SUFFIX.search(bare)))
        # A blank inside 市委 宣传部 is a slip of the page; behind 市委 alone nothing is cut.
        stray = blank and words.HOME.fullmatch(bare) is not None and not (bare.endswith("区") and words.PLACE_END.search(right))
        sound = blank or (len(right) > 2 and (words.SUFFIX.search(words.TAIL.sub("", right)) or right.endswith(("）", ")"))))
        if len(bare) > 1 and whole and sound and not stray:
            yield begin, join.start()
            begin = join.end()
    yield begin, end


def _trim(text: str, start: int, end: int) -> tuple[int, int, bool, str]:
    """Strip white space, lead-ins, a tail (等部门) and a bracket that is no part of the name; say whether there was a tail."""
    drop = " \t\r\n\u3000\u2003\xa0:：·.—-。*"
    while start < end and text[start] in drop:
        start += 1
    while end > start and text[end - 1] in drop:
        end -= 1
    lead = words.LEAD_IN.match(text[start:end])
    start += lead.end() if lead else 0
    tail = words.TAIL.search(text[start:end]) if end - start <= 2 * LONGEST else None
    end = start + tail.start() if tail else end
    mark = ""
    if end - start > 3 and text[end - 1] in "）)":
        opening = max(text.rfind("（", start, end), text.rfind("(", start, end))
        inside = text[opening + 1 : end - 1].strip()
        if opening > start and (not words.SUFFIX.search(inside) or words.VERB_INSIDE.search(inside)) and inside != "筹":
            mark = inside if words.MARK.match(inside) else ""
            return start, opening, tail is not None, mark
    return start, end, tail is not None, mark


def _inherit(state: _State, body: str) -> tuple[str, float, str]:
    """Give a name without prefix the one of its list."""
    if not state.region:
        if not words.COMPLETE.search(body):
            return "", 0.75, "没有写明是哪一级的单位，也可能不是单位"
        unsure = body.endswith(("局", "委", "办", "厅"))
        return "", 0.8 if unsure else 0.9, _NO_LEVEL
    if state.party and words.PARTY.match(body):
        prefix, confidence, why = state.region + state.party, 1.0, ""
    elif state.party:
        prefix, confidence, why = state.region, 0.9, f"前面写的是{state.region}{state.party}，这个单位不属党委，按“{state.region}”补"
    elif words.ONLY_PARTY.match(body):
        prefix, confidence, why = state.region + "委", 0.9, "只有党委设这个部门"
    else:
        prefix, confidence, why = state.region, 1.0, ""
    if state.given:
        return prefix, min(confidence, 0.8), "这一列单位没有写级别，按上文补"
    if state.broken:
        return prefix, min(confidence, 0.9), "逗号后没有再写级别，按前一组补"
    if body.endswith(("公司", "集团")):
        return prefix, 0.8, "企业名称，前缀是推定的"
    return prefix, confidence, why


def _own_prefix(state: _State, body: str) -> bool:
    """Note the prefix that a name carries. True where it carries one (or its own region, which is no prefix for others)."""
    home = words.HOME.match(body)
    if home and (home.group("party") or words.SUFFIX.search(body[home.end() :] or "-")):
        if not words.EMBEDDED.match(body):
            party = home.group("party") or ""
            state.region, state.party = home.group()[: len(home.group()) - len(party)], party
            state.given = state.broken = False
        return True
    if words.OWN.search(body) or words.EMBEDDED.match(body) or (words.VERTICAL.match(body) and not words.VERTICAL_BARE.match(body)):
        return True
    if words.TERRITORY.match(body) and not words.REGION_NOUN.match(body):
        return True
    named = words.NAMED.match(body)
    if named and not words.NO_PLACE.search(named.group("place")) and words.SUFFIX.search(body):
        state.region, state.party, state.given, state.broken = named.group("place"), "", False, False
        return True
    return False


def _chained(state: _State, body: str) -> str:
    """``各`` where a bare region noun goes on with a group (各区、县级市), else nothing."""
    last = state.names[-1] if state.names else None
    if last is None or not last.name.startswith("各") or state.fresh:
        return ""
    noun = words.REGION_NOUN.match(body)
    if noun and (not noun.group("body") or words.REGION_NOUN.match(last.name[1:])):
        return "各"
    if body in ("政府", "人民政府") and last.name.endswith("党委"):
        return last.name.removesuffix("党委")
    return ""


def _share_body(state: _State, body: str) -> None:
    """各区、县级市政府 names 各区政府: the noun at the end belongs to the whole chain."""
    noun = words.REGION_NOUN.match(body)
    if not (noun and noun.group("body")):
        return
    for i in range(len(state.names) - 1, -1, -1):
        name = state.names[i]
        plain = words.REGION_NOUN.match(name.name[1:])
        if not name.name.startswith("各") or not plain or plain.group("body"):
            return
        state.names[i] = replace(name, name=name.name + noun.group("body"), confidence=0.8, why=f"“{noun.group('body')}”写在这一串的末尾")


def _add(state: _State, text: str, start: int, end: int) -> None:
    """Read one name."""
    start, end, tail, mark = _trim(text, start, end)
    body = "".join(text[start:end].split())
    if body and not words.ANYONE.match(body):
        name = _name(state, body, start, end)
        if name is None:
            state.strange.append(body)
            return
        state.names.append(replace(name, mark=mark))
    elif body:
        state.open = tail = True
    if tail and state.names:
        state.names[-1] = replace(state.names[-1], open=True)
    state.open = state.open or tail


def _name(state: _State, body: str, start: int, end: int) -> Name | None:
    """Classify what is printed. None where it is no unit."""
    if len(body) > LONGEST or words.VERB_INSIDE.search(body):
        return None
    core = words.LAST_BRACKET.sub("", body) or body
    known = bool(words.SUFFIX.search(core)) or bool(words.SUFFIX.search(body.rstrip("）)")))
    if (
        (len(core) < 2 and not _chained(state, body))
        or words.PERSON.search(core)
        or words.OFFICER.search(core)
        or (words.TITLE.search(core) and not known)
    ):
        return None
    chain = _chained(state, body)
    if chain:
        _share_body(state, body)
        return Name(
            chain + body, start, end, inherited=True, group=True, confidence=0.9, why=f"接在“{state.names[-1].name}”后面，按“{chain}”补"
        )
    if words.GROUP.search(core):
        vague = "有关" in core or "相关" in core
        if known:
            return Name(body, start, end, group=True, open=vague, why="没有点名的一批单位" if vague else "")
        return Name(body, start, end, group=True, confidence=0.6, why="名称的末尾不像单位") if words.ALL_OF.match(body) else None
    if words.NATIONAL.match(core):
        return Name(body, start, end)
    if _own_prefix(state, core):
        if known:
            return Name(body, start, end)
        return Name(body, start, end, confidence=0.6, why="名称的末尾不像单位")
    if not known:
        return Name(body, start, end, confidence=0.5, why="不像单位名称") if len(core) > 4 and words.BUSINESS.search(core) else None
    if core.endswith(("部门", "单位", "企业", "高校", "院校")):
        return Name(body, start, end, confidence=0.7, why="泛指一类单位，不是名称")
    prefix, confidence, why = _inherit(state, core)
    return Name(prefix + body, start, end, inherited=bool(prefix), confidence=confidence, why=why)


def _settle_national(state: _State) -> None:
    """In a list with departments of the State and no prefix at all, short names (发展改革委) are the State's too."""
    if state.region or not any(words.NATIONAL.match(name.name) for name in state.names):
        return
    for i, name in enumerate(state.names):
        if name.why == _NO_LEVEL:
            state.names[i] = replace(name, confidence=0.95, why="没有写级别，与国务院部门列在一起")


def read_names(text: str, start: int = 0, end: int | None = None, *, prefix: str = "") -> NameList:
    """Read a list of units.

    Args:
        text: The text that the list stands in.
        start: Where the list begins.
        end: Where it ends; the text's end by default.
        prefix: What names without a prefix of their own inherit (``旗``, ``市委``) until the list says otherwise.

    Returns:
        The names in order, with what is no name beside them. ``text[name.start:name.end]`` is what is printed.
    """
    state = _State(given=bool(prefix))
    home = words.HOME.fullmatch(prefix)
    state.party = (home.group("party") or "") if home else ""
    state.region = prefix[: len(prefix) - len(state.party)]
    for begin, stop, fresh in _pieces(text, start, len(text) if end is None else end):
        state.fresh, state.broken = fresh, state.broken or (fresh and bool(state.names))
        for left, right in _cut(text, begin, stop) if stop - begin <= 4 * LONGEST else [(begin, stop)]:
            _add(state, text, left, right)
    _settle_national(state)
    return NameList(tuple(state.names), tuple(state.strange), state.region + state.party, state.open)
