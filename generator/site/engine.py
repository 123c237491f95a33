"""Running the site engine in a process of its own; nothing else in the package knows which engine it is."""

from __future__ import annotations

import importlib.util
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Literal

Engine = Literal["mkdocs", "zensical"]


class EngineError(Exception):
    """The engine is missing or failed; the message is for the person at the terminal."""


def _environment(as_of: date) -> dict[str, str]:
    """Fix the clock (https://reproducible-builds.org/specs/source-date-epoch/) and hash order: equal input, equal bytes."""
    epoch = int(datetime(as_of.year, as_of.month, as_of.day, tzinfo=UTC).timestamp())
    return os.environ | {
        "SOURCE_DATE_EPOCH": str(epoch),
        "PYTHONHASHSEED": "0",
        # The theme's notice about MkDocs 2 is no finding about the site, and would stand above real ones.
        "NO_MKDOCS_2_WARNING": "1",
    }


def _command(engine: Engine, *arguments: str) -> list[str]:
    if importlib.util.find_spec(engine) is None:
        hint = "pip install zensical" if engine == "zensical" else "make site"
        raise EngineError(f"没有安装 {engine}；请先运行 {hint}")
    return [sys.executable, "-m", engine, *arguments]


def build(folder: Path, as_of: date, engine: Engine = "mkdocs") -> Path:
    """Build the staged tree strictly and return the folder of the finished site.

    Args:
        folder: The build folder, with the generated ``mkdocs.yml``.
        as_of: The data's date, which stands for the clock.
        engine: Which engine to run.

    Raises:
        EngineError: where the engine is missing or reports anything.
    """
    arguments = ["build", "--strict", "--config-file", "mkdocs.yml"]
    if engine == "mkdocs":
        arguments.append("--clean")  # not --quiet: it hides the warnings that --strict counts
    done = subprocess.run(  # noqa: S603 - our own interpreter, fixed arguments
        _command(engine, *arguments), cwd=folder, env=_environment(as_of), capture_output=True, text=True, check=False
    )
    said = "\n".join(part.strip() for part in (done.stdout, done.stderr) if part.strip())
    if done.returncode != 0:
        raise EngineError(f"{engine} 构建失败：\n{said}")
    return folder / "site"


@contextmanager
def serving(folder: Path, as_of: date, address: str) -> Iterator[subprocess.Popen[bytes]]:
    """Run the engine's live preview until the caller is done with it.

    Raises:
        EngineError: where the engine is missing.
    """
    command = _command("mkdocs", "serve", "--config-file", "mkdocs.yml", "--dev-addr", address, "--quiet", "--livereload")
    process = subprocess.Popen(command, cwd=folder, env=_environment(as_of))  # noqa: S603 - our own interpreter, fixed arguments
    try:
        yield process
    finally:
        process.terminate()
        try:
            process.wait(timeout=10)
        except subprocess.TimeoutExpired:
            process.kill()
