"""Newer styles, scripts and page frames for a site that has its own copy of them.

A list of hashes beside the copy tells what its owners have changed since: that stays theirs.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field

from generator import __version__
from generator.starting import carried

MANIFEST = ".look.json"


def _hash(content: bytes) -> str:
    return hashlib.sha256(content.replace(b"\r\n", b"\n")).hexdigest()  # git may change line ends on Windows


def manifest(look: Mapping[str, bytes]) -> bytes:
    """Return the list of what was copied."""
    files = {name: _hash(content) for name, content in look.items() if not name.startswith(carried.OWN_PAGES)}
    return (json.dumps({"minggui": __version__, "files": files}, indent=1) + "\n").encode("utf-8")


@dataclass(slots=True)
class Update:
    """What bringing a site's look up to date does."""

    write: dict[str, bytes] = field(default_factory=dict)
    remove: list[str] = field(default_factory=list)
    kept: list[str] = field(default_factory=list)
    """Files that differ from the new ones and that somebody changed."""


def update(held: Mapping[str, bytes], listed: Mapping[str, str], new: Mapping[str, bytes] | None = None) -> Update:
    """Compare a site's look with that of this program.

    Args:
        held: The site's files: path below ``site_src`` → content.
        listed: Hashes of the files as they were copied.
        new: The look of this program; for tests.
    """
    look = {name: c for name, c in (new if new is not None else carried.look()).items() if not name.startswith(carried.OWN_PAGES)}
    done = Update()
    for name, content in look.items():
        mine = held.get(name)
        if mine is not None and _hash(mine) == _hash(content):
            continue
        untouched = _hash(mine) == listed.get(name) if mine is not None else name not in listed
        if untouched:
            done.write[name] = content
        else:
            done.kept.append(name)
    for name, copied in listed.items():
        if name not in look and name in held:
            (done.remove if _hash(held[name]) == copied else done.kept).append(name)
    done.write[MANIFEST] = manifest(look)
    return done
