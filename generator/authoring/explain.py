"""What each diagnostic means, for editors: the catalogue beside this module, one file for each part of the program."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

from generator.source import load

FOLDER: Final = Path(__file__).with_name("explanations")
FIELDS: Final = ("means", "why", "wrong", "right", "mend")


@dataclass(frozen=True, slots=True)
class Explanation:
    """One diagnostic in an editor's words."""

    code: str
    means: str
    """What it says, in one sentence."""
    why: str
    """Why it matters."""
    wrong: str
    right: str
    mend: str
    """What to do."""


@cache
def explanations() -> dict[str, Explanation]:
    """Return every explanation by its code, in the order of the catalogue.

    Raises:
        ValueError: where a file of the catalogue is not as it should be; a test reads them all.
    """
    found: dict[str, Explanation] = {}
    for path in (FOLDER / f"{name}.yml" for name in ("reading", "checks", "project", "verify", "documents")):
        source, findings = load(path.read_bytes(), path.name)
        if source is None or findings or not isinstance(source.value, dict):
            raise ValueError(f"{path.name} cannot be read")
        for code, row in source.value.items():
            if code in found or not isinstance(row, dict) or tuple(row) != FIELDS or not all(isinstance(v, str) for v in row.values()):
                raise ValueError(f"{path.name}: {code}")
            found[code] = Explanation(code, **row)
    return found


def as_words(explanation: Explanation, mended: bool) -> str:
    """Write an explanation as it is printed.

    Args:
        explanation: What to say.
        mended: Whether ``check --fix`` can do it.
    """
    lines = [f"{explanation.code}：{explanation.means}", "", f"为什么要管：{explanation.why}", "", "错的："]
    lines += [f"    {line}" for line in explanation.wrong.splitlines()]
    lines += ["", "对的：", *(f"    {line}" for line in explanation.right.splitlines()), "", f"怎样改：{explanation.mend}"]
    if mended:
        lines.append("能自动改的，minggui check --fix 会改；先用 minggui check --fix --dry-run 看看。")
    return "\n".join(lines)
