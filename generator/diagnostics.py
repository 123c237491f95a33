"""What a stage has to say about its input: values, never exceptions or prints.

A :class:`Diagnostic` names a place (:class:`Span`), a rule and a message in Chinese. Stages return lists of them;
only the command line prints. Formats: ``text`` (``file:line:column: level: message [rule]``), ``github`` (workflow
commands, https://docs.github.com/actions/reference/workflow-commands-for-github-actions) and ``json``.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum


class Level(StrEnum):
    """How serious a diagnostic is. Only errors stop a build."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A place in a file. Lines and columns count from 1; columns count characters, as editors do."""

    file: str
    """Path with forward slashes, relative to the project's root."""
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One finding at one place."""

    span: Span
    rule: str
    """Kebab-case name of the rule that speaks, the same as its module in :mod:`generator.checks` where it has one."""
    message: str
    level: Level = Level.ERROR


def in_order(diagnostics: Iterable[Diagnostic]) -> list[Diagnostic]:
    """Sort by place, drop exact repeats."""
    return sorted(set(diagnostics), key=lambda d: (d.span, d.level, d.rule, d.message))


def has_errors(diagnostics: Iterable[Diagnostic]) -> bool:
    """Say whether anything in the list stops a build."""
    return any(d.level is Level.ERROR for d in diagnostics)


def one_line(text: str) -> str:
    """Keep hostile input from forging further lines of output or terminal control sequences."""
    return "".join(c if c.isprintable() else " " for c in text)


def as_text(diagnostic: Diagnostic) -> str:
    """Format as ``file:line:column: error: message [rule]``, the form that editors make clickable."""
    d = diagnostic
    return one_line(f"{d.span}: {d.level.value}: {d.message} [{d.rule}]")


def _command_value(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _command_property(text: str) -> str:
    return _command_value(text).replace(":", "%3A").replace(",", "%2C")


def as_github(diagnostic: Diagnostic) -> str:
    """Format as a workflow command that GitHub shows as an annotation at the file and line."""
    d = diagnostic
    where = f"file={_command_property(one_line(d.span.file))},line={d.span.line},col={d.span.column}"
    return f"::{d.level.value} {where},title={_command_property(d.rule)}::{_command_value(one_line(d.message))}"


def as_json(diagnostics: Sequence[Diagnostic]) -> str:
    """Format all of them as one JSON array of objects ``{file, line, column, level, rule, message}``."""
    rows = [
        {
            "file": d.span.file,
            "line": d.span.line,
            "column": d.span.column,
            "level": d.level.value,
            "rule": d.rule,
            "message": d.message,
        }
        for d in diagnostics
    ]
    return json.dumps(rows, ensure_ascii=False, indent=2).encode("utf-8", "backslashreplace").decode("utf-8")
