"""What the commands that change data files share: showing a change, and writing it."""

from __future__ import annotations

from difflib import unified_diff
from pathlib import Path

import click

from generator.cli.report import give_up
from generator.dataset.read import data_files
from generator.diagnostics import one_line

COLOURS = {"+": "green", "-": "red", "@": "cyan"}


def difference(name: str, before: str, after: str, *, err: bool = False) -> None:
    """Print what a change does to a file, as ``diff -u`` would."""
    old, new = before.removeprefix("\ufeff").splitlines(), after.splitlines()
    for line in unified_diff(old, new, f"{name}（现在）", f"{name}（改后）", n=1, lineterm=""):
        click.echo(click.style(one_line(line), fg=COLOURS.get(line[:1])), err=err)


def write_text(path: Path, text: str) -> None:
    """Write a file whole or not at all: a computer that stops in the middle leaves the old one.

    Raises:
        OSError: where it cannot be written.
    """
    aside = path.with_name(f".{path.name}.new")
    path.parent.mkdir(parents=True, exist_ok=True)
    aside.write_bytes(text.encode("utf-8"))
    aside.replace(path)


def inside(base: Path, path: Path) -> str:
    """Return a file's path below the data folder, or leave where it stands elsewhere."""
    try:
        return path.resolve().relative_to(base.resolve()).as_posix()
    except ValueError:
        give_up(f"{path} 不在 {base} 里")


def read_texts(root: Path) -> dict[str, str]:
    """Read every data file as text by its path below ``data/``, or leave where that cannot be done.

    A file that is no UTF-8 is left out: nothing can be changed in it.
    """
    base = root / "data"
    if not base.is_dir():
        give_up(f"{root} 里没有 data 文件夹；请在项目的根目录运行，或用 --root 指出它")
    texts: dict[str, str] = {}
    for path in data_files(base):
        try:
            texts[path.relative_to(base).as_posix()] = path.read_bytes().decode("utf-8")
        except UnicodeDecodeError:
            continue
        except OSError as error:
            give_up(f"{path}：打不开文件（{error.strerror}）")
    return texts
