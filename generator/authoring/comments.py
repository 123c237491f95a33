"""Which comment belongs to which entry, told by its line and its indentation, as people mean them.

At the end of a line it belongs to what the line says; on a line of its own, to what comes next, unless it is indented deeper than that:
then it ends the block whose indentation it has. Comments are looked for only between the parser's tokens, so a ``#`` inside a text is
never taken for one.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.authoring.tree import Group, Layout, Token, Tree, compose


@dataclass(frozen=True, slots=True)
class _Remark:
    """A comment, or a blank line (empty text)."""

    text: str
    column: int
    line: int
    behind: bool
    """Whether it ends the line of the token before it."""
    dash: bool
    """Whether it stands behind a dash."""


def parse(text: str) -> Tree | None:
    """Read a file that :func:`generator.source.load` accepts; ``None`` where it holds no mapping or list.

    Args:
        text: The file, without a byte order mark, with any line ends.

    Raises:
        yaml.YAMLError: where the text is no YAML.
    """
    composed = compose(text)
    if composed is None:
        return None
    root, layout = composed
    tree = Tree(root, [])
    before: Token | None = None
    depth = 0
    for number, token in enumerate(layout.tokens):
        _between(tree, layout, number, before, token, depth)
        depth += {"open": 1, "close": -1}.get(token.role, 0)
        before = token
    _between(tree, layout, len(layout.tokens), before, None, 0)
    return tree


def _between(tree: Tree, layout: Layout, number: int, before: Token | None, token: Token | None, depth: int) -> None:
    """Hand out what stands between two tokens."""
    start, line = (before.end, before.last) if before else (0, 0)
    if before is not None and layout.text[before.end - 1 : before.end] == "\n":
        line += 1
    end = token.start if token else len(layout.text)
    blank = settled = False
    for remark in _remarks(layout.text, start, end, line):
        if not remark.text:
            blank = depth == 0
            continue
        own = _behind(before) if remark.behind and before else None
        if own is None:
            foot = None if settled or remark.dash or depth else _foot(layout.ended.get(number - 1, []), remark.column, token)
            settled = settled or foot is None
            own = foot.foot if foot else _above(tree, before, token)
            own += [""] if blank and (own or own is not tree.head) else []
            blank = False
            for entry in layout.around[foot] if foot else ():
                entry.last = max(entry.last, remark.line)
            if foot is None and token is not None and token.begins is not None and own is token.begins.head:
                token.begins.first = min(token.begins.first, remark.line)
        own.append(remark.text)
    if token is not None and token.begins is not None:
        _dash(layout.text, token, start, line)
        if blank:
            _above(tree, before, token).append("")
    if before is not None and (header := _header(layout.text, before)):
        (before.entry.tail if before.entry else tree.head).append(header)


def _header(text: str, token: Token) -> str:
    """Return the comment behind the ``|`` of a block of text."""
    line = text[token.start : token.end].split("\n", 1)[0]
    found = line.find(" #") if token.role == "value" and line[:1] in ("|", ">") else -1
    return line[found + 1 :].rstrip() if found >= 0 else ""


def _behind(before: Token) -> list[str] | None:
    """Return where a comment at the end of a token's line goes."""
    if before.entry is None or before.role == "open":
        return None
    if before.role == "key":
        return before.entry.after_key
    return before.entry.tail


def _above(tree: Tree, before: Token | None, token: Token | None) -> list[str]:
    """Return where comments above a token go."""
    if token is None:
        return tree.root.foot
    if token.role == "close" and token.group is not None:
        return token.group.foot
    if token.begins is None:
        return token.entry.after_key if token.entry else tree.head
    return tree.head if before is None or (before.role == "open" and before.entry is None) else token.begins.head


def _foot(ended: list[Group], column: int, token: Token | None) -> Group | None:
    """Return the block that a comment ends: the deepest of those that end here and are not indented deeper than it."""
    following = -1 if token is None else token.group.column if token.group else token.column
    if column <= following:
        return None
    return next((group for group in ended if group.column <= column), None)


def _dash(text: str, token: Token, start: int, line: int) -> None:
    """Set the line of an item whose dash stands above its first word."""
    if token.begins is None or token.begins.key is not None:
        return
    for segment in text[start : token.start].split("\n"):
        if "-" in segment.split("#", 1)[0]:
            token.begins.line = line
            token.begins.first = min(token.begins.first, line)
            return
        line += 1


def _remarks(text: str, start: int, end: int, line: int) -> Iterator[_Remark]:
    """Find the comments and blank lines between two tokens."""
    position = start
    while position < end:
        stop = text.find("\n", position, end)
        stop = end if stop < 0 else stop
        begin = text.rfind("\n", 0, position) + 1
        mark = text.find("#", position, stop)
        if mark >= 0:
            said = text[begin:mark]
            alone = not said.strip()
            dash = not alone and position != start
            yield _Remark(text[mark:stop].rstrip(), len(said), line, not alone and not dash, dash)
        elif stop < end and not text[begin:stop].strip():
            yield _Remark("", 0, line, False, False)
        position, line = stop + 1, line + 1
