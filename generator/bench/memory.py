"""How much memory a step uses: this process and the ones that it starts, looked at again and again while it runs.

``getrusage`` alone would mislead: it knows one peak for the whole run, and a started process inherits the peak of the one that starts
it. It is asked only where there is no ``/proc``.
"""

from __future__ import annotations

import re
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final

EVERY_SECONDS: Final = 0.05
PROC: Final = Path("/proc/self")
_PEAK: Final = re.compile(r"^VmHWM:\s+(\d+) kB", re.MULTILINE)
_NOW: Final = re.compile(r"^VmRSS:\s+(\d+) kB", re.MULTILINE)


@dataclass(slots=True)
class Memory:
    """The most bytes seen so far."""

    own: int = 0
    child: int = 0
    """Of the largest process that was started."""


def _bytes_in(pattern: re.Pattern[str], status: Path) -> int:
    with suppress(OSError):  # it ended meanwhile
        found = pattern.search(status.read_text(encoding="ascii", errors="replace"))
        return int(found[1]) * 1024 if found else 0
    return 0


def _children() -> Iterator[str]:
    for listed in PROC.glob("task/*/children"):
        with suppress(OSError):
            yield from listed.read_text(encoding="ascii").split()


def _look(memory: Memory) -> None:
    memory.own = max(memory.own, _bytes_in(_NOW, PROC / "status"))
    memory.child = max([memory.child, *(_bytes_in(_PEAK, Path("/proc") / pid / "status") for pid in _children())])


def _ask(memory: Memory) -> None:
    """Ask the system for the peaks of the whole run."""
    import resource  # not on Windows, where only this command needs it

    unit = 1 if sys.platform == "darwin" else 1024
    memory.own, memory.child = (resource.getrusage(who).ru_maxrss * unit for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))


@contextmanager
def watched() -> Iterator[Memory]:
    """Watch memory while something runs; what is yielded holds the peaks afterwards.

    Yields:
        The peaks, of this step alone where the system tells them, else of the whole run.
    """
    memory, done = Memory(), threading.Event()
    if not (PROC / "status").is_file():
        yield memory
        _ask(memory)
        return

    def watch() -> None:
        while not done.wait(EVERY_SECONDS):
            _look(memory)

    watcher = threading.Thread(target=watch, daemon=True)
    _look(memory)
    watcher.start()
    try:
        yield memory
    finally:
        _look(memory)
        done.set()
        watcher.join()
