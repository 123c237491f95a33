"""Files of this project that a new site gets a copy of.

In a checkout they stand where they are used. A wheel carries them beside this module (``pyproject.toml``, ``force-include``).
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

_HERE = Path(__file__).parent
_CARRIED = _HERE / "carried"
_CHECKOUT = _HERE.parent.parent
OWN_PAGES = "pages/"
"""Hand-written pages below ``site_src``: they get the new site's name, and are never updated."""


def _place(inside: str) -> Path:
    return (_CARRIED if _CARRIED.is_dir() else _CHECKOUT) / inside


def _below(folder: Path) -> dict[str, bytes]:
    paths = sorted(path for path in folder.rglob("*") if path.is_file() and not path.name.startswith(".") and path.suffix != ".pyc")
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}


def look() -> dict[str, bytes]:
    """Return styles, scripts, overrides and hand-written pages: path below ``site_src`` → content."""
    return _below(_place("site_src"))


def locked() -> bytes:
    """Return the lock file of what the program needs to run."""
    return _place("requirements/site.txt").read_bytes()


SHARED = (
    "docs/data-policy.zh.md",
    "docs/editing.zh.md",
    "docs/languages.zh.md",
    "data/updates/README.zh.md",
    ".github/pull_request_template.md",
    ".github/scripts/summary.sh",
    *(f".github/ISSUE_TEMPLATE/{name}.yml" for name in ("config", "new-plan", "progress", "wrong-page")),
)
"""What pages, forms and runs lead to by these names: every site has the same, with its own name in it."""


def shared() -> dict[str, bytes]:
    """Return the guides, forms and scripts that every site has: path below the new folder → content."""
    return {name: _place(name).read_bytes() for name in SHARED}


@cache
def actions() -> dict[str, str]:
    """Return the pinned actions of our own workflows: name → what stands behind ``uses:``, comment included."""
    texts = [_place(f".github/workflows/{name}.yml").read_text(encoding="utf-8") for name in ("check", "publish")]
    return {found[1]: found[0] for text in texts for found in re.finditer(r"(?<=uses: )([\w/-]+)@.+", text)}


def templates() -> dict[str, str]:
    """Return the files that are written for a new site, with their gaps: path below the new folder → text."""
    found = _below(_HERE / "files")
    return {name.removesuffix(".in").replace("dot-", "."): content.decode("utf-8") for name, content in found.items()}
