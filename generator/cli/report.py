"""What commands share: options, printing (diagnostics to standard output, progress to standard error), exit codes."""

from __future__ import annotations

import sys
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import NoReturn

import click

from generator.diagnostics import Diagnostic, Level, as_github, as_json, as_text, one_line

FINDINGS, COULD_NOT_RUN = 1, 2
"""Exit codes (DESIGN §6)."""

HINTED = "generator.cli.hinted"
"""Where the context of a command keeps whether the hint was printed."""

COLOURS = {Level.ERROR: "red", Level.WARNING: "yellow"}


root_option = click.option(
    "--root",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    default=Path(),
    show_default="当前目录",
    help="项目的根目录（里面有 data/ 和 mkdocs.yml）。",
)
format_option = click.option(
    "--format",
    "form",
    type=click.Choice(["text", "github", "json"]),
    default="text",
    show_default=True,
    help="text 给人看，github 在拉取请求里标出位置，json 给程序用。",
)


def give_up(message: str) -> NoReturn:
    """Say why the program cannot go on, and leave with code 2. File names cannot write control sequences."""
    click.echo(click.style("\n".join(map(one_line, message.split("\n"))), fg="red"), err=True)
    sys.exit(COULD_NOT_RUN)


LARGEST = 50_000_000
"""Bytes; no official document and no table is larger."""


def given(file: Path) -> bytes:
    """Return the bytes of a file that a person named, or leave where it cannot be read or is too large to be what was meant."""
    try:
        if file.stat().st_size > LARGEST:
            give_up(f"{file}：文件太大（最多 {LARGEST // 1_000_000} MB）")
        return file.read_bytes()
    except OSError as error:
        give_up(f"{file}：打不开文件（{error.strerror}）")


def show(diagnostics: Sequence[Diagnostic], form: str) -> None:
    """Print diagnostics in one of the three forms."""
    if form == "json":
        click.echo(as_json(diagnostics))
        return
    for diagnostic in diagnostics:
        line = as_github(diagnostic) if form == "github" else as_text(diagnostic)
        click.echo(click.style(line, fg=COLOURS[diagnostic.level]) if form == "text" else line)
    if form == "text":
        _hint(diagnostics)


def _hint(diagnostics: Sequence[Diagnostic]) -> None:
    """Say once a run where more is to be read, with the code that was met most."""
    context = click.get_current_context(silent=True)
    if not diagnostics or context is None or context.meta.setdefault(HINTED, False):
        return
    context.meta[HINTED] = True
    code = Counter(diagnostic.rule for diagnostic in diagnostics).most_common(1)[0][0]
    click.echo(one_line(f"更多：minggui explain {code}"), err=True)


def summary(diagnostics: Sequence[Diagnostic]) -> str:
    """Say in one line how many errors and warnings there are."""
    errors = sum(d.level is Level.ERROR for d in diagnostics)
    warnings = len(diagnostics) - errors
    if not diagnostics:
        return "没有发现问题。"
    return f"发现 {errors} 个错误、{warnings} 个提醒。" + ("改好错误后才能发布。" if errors else "")


@contextmanager
def step(words: str) -> Iterator[None]:
    """Announce a step and, when it is done, how long it took: in place on a terminal, as plain lines elsewhere."""
    terminal = sys.stderr.isatty()
    start = time.monotonic()
    click.echo(f"{words}……", err=True, nl=not terminal)
    done = False
    try:
        yield
        done = True
    finally:
        took = time.monotonic() - start
        words_after = f"完成（{took:.1f} 秒）" if done else "没有完成"
        click.echo(f" {words_after}" if terminal else f"{words}：{words_after}", err=True)
