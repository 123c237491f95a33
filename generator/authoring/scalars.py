"""How one scalar is written: in quotes only where our reader (YAML 1.2 core) or any other would take it for something else."""

from __future__ import annotations

import json
import re
from functools import cache
from io import StringIO
from typing import Final

import yaml
from yaml.emitter import Emitter, ScalarAnalysis
from yaml.resolver import Resolver

from generator.authoring.tree import Scalar
from generator.source.scalars import LONGEST_NUMBER, ScalarError, resolve
from generator.text.numbers import plain as plain_number

_DAY: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_ESCAPED: Final = re.compile("[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff]")
_TEXT: Final = "tag:yaml.org,2002:str"


@cache
def _emitter() -> Emitter:
    emitter = Emitter(StringIO())
    emitter.allow_unicode = True
    return emitter


@cache
def _resolver() -> Resolver:
    return Resolver()


def _tag(text: str) -> str:
    """Return what a reader of YAML 1.1 takes plain text for."""
    tag: str = _resolver().resolve(yaml.ScalarNode, text, (True, False))  # type: ignore[no-untyped-call]
    return tag


def _is_word(text: str) -> bool:
    """Say whether every reader takes the plain text for text. A day may stand plain: our reader takes it for text."""
    try:
        ours = resolve(text) if len(text) <= LONGEST_NUMBER else text
    except ScalarError:
        return False
    if not isinstance(ours, str) or text.lower() in {"y", "n"}:
        return False
    return _DAY.fullmatch(text) is not None or _tag(text) == _TEXT


def text(value: str, *, flow: bool) -> str:
    """Write a text on one line.

    Args:
        value: The text.
        flow: Whether it stands inside ``[]`` or ``{}``.
    """
    found: ScalarAnalysis = _emitter().analyze_scalar(value)
    plain = found.allow_flow_plain if flow else found.allow_block_plain
    if plain and not found.multiline and _is_word(value):
        return value
    if found.allow_single_quoted and not found.multiline and "'" not in value and value.isprintable():
        return f"'{value}'"
    return _ESCAPED.sub(lambda m: f"\\u{ord(m[0]):04x}", json.dumps(value, ensure_ascii=False))


def block(value: str) -> list[str] | None:
    """Write a text of several lines as ``|`` and its lines; ``None`` where that cannot hold it."""
    lines = value.split("\n")
    body = value.rstrip("\n")
    if not body or not all(c == "\n" or c.isprintable() for c in value) or lines[0][:1] in ("", " ") or body != body.strip():
        return None
    if any(line != line.rstrip() for line in lines):
        return None
    ends = len(value) - len(body)
    if ends > 1:
        return None
    return ["|" if ends else "|-", *body.split("\n")]


def scalar(node: Scalar, *, flow: bool) -> str:
    """Write a scalar: text by the rules, everything else as it was written."""
    if isinstance(node.value, str):
        return text(node.value, flow=flow)
    if node.raw or node.style:
        return node.raw
    if node.value is None:
        return "null" if flow else ""
    if isinstance(node.value, bool):
        return "true" if node.value else "false"
    return plain_number(node.value)
