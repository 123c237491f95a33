"""What a build cost: seconds and memory of each step, and what came out of it."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from generator.bench.memory import watched
from generator.site.staging import Step


@dataclass(frozen=True, slots=True)
class Cost:
    """What one step of a build took."""

    step: str
    seconds: float
    cpu_seconds: float
    """Seconds that processors worked for it, in this process and those that it waited for: steadier on a machine with other work."""
    own_bytes: int
    """The most memory that this process used in it."""
    child_bytes: int
    """The most memory that any one process started in it used."""


@dataclass(frozen=True, slots=True)
class Costs:
    """What a whole build took and made."""

    tasks: int
    pages: int
    records: int
    """What can be found by search."""
    engine: str
    steps: tuple[Cost, ...]
    index_step: str
    """Which of the steps makes the search index."""
    site_bytes: int
    index_bytes: int
    words_bytes: int
    """The words that suggestions are made of."""

    @property
    def seconds(self) -> float:
        """Seconds of the whole build."""
        return sum(cost.seconds for cost in self.steps)

    @property
    def cpu_seconds(self) -> float:
        """Seconds that processors worked for the whole build."""
        return sum(cost.cpu_seconds for cost in self.steps)

    def share(self, step: str) -> float:
        """Return what part of the whole build's time a step took, from 0 to 1.

        Args:
            step: Its name.
        """
        return sum(cost.seconds for cost in self.steps if cost.step == step) / self.seconds if self.seconds else 0.0


@dataclass(slots=True)
class Stopwatch:
    """Steps as they are taken, each passed on to whoever tells of progress."""

    tell: Step
    taken: list[Cost] = field(default_factory=list)

    @contextmanager
    def step(self, name: str) -> Iterator[None]:
        """Measure one step.

        Args:
            name: What is done in it.
        """
        start, worked = time.perf_counter(), _worked()
        with self.tell(name), watched() as memory:
            yield
        self.taken.append(Cost(name, time.perf_counter() - start, _worked() - worked, memory.own, memory.child))


def _worked() -> float:
    """Return the seconds that processors have worked for this process and those that it waited for."""
    times = os.times()
    return times.user + times.system + times.children_user + times.children_system
