"""``minggui check --fix``: mends what has one meaning only, and shows every line of it."""

from __future__ import annotations

from pathlib import Path

import click

from generator.authoring.mend import mend
from generator.cli.edits import difference, read_texts, write_text
from generator.cli.report import give_up
from generator.dataset import read_dataset
from generator.diagnostics import one_line


def mend_files(root: Path, dry_run: bool) -> None:
    """Mend every data file; print to standard error what was done, so that findings stay alone on standard output.

    Args:
        root: The project's root.
        dry_run: Whether to show only.
    """
    texts = read_texts(root)
    dataset, _ = read_dataset(root)
    changed = 0
    for inner, text in texts.items():
        made = mend(text, inner, dataset)
        if not made.said:
            continue
        changed += 1
        for words in made.said:
            click.echo(one_line(f"data/{inner}：{words}"), err=True)
        difference(f"data/{inner}", text, made.text, err=True)
        if not dry_run:
            try:
                write_text(root / "data" / inner, made.text)
            except OSError as error:
                give_up(f"写不了文件（{error.strerror}）：{error.filename}")
    verb = "可以自动改" if dry_run else "自动改了"
    click.echo(f"{verb} {changed} 个文件。" if changed else "没有能自动改的。", err=True)
