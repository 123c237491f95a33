"""Making the search index: Pagefind's own binary, spoken to in its service protocol, files kept between runs.

The Python package of Pagefind waits a tenth of a second for every record, so the binary that it ships is driven directly
(https://pagefind.app/docs/py-api/ describes the records; the messages are base64 JSON divided by commas).
"""

from __future__ import annotations

import base64
import hashlib
import importlib.util
import json
import os
import shutil
import subprocess
import threading
from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import IO, Any

from generator.search import SearchRecord, segmented
from generator.search.records import NAMES_WEIGHT, TITLE_WEIGHT, kind_mark, shown_of
from generator.search.words import KINDS

FOLDER = "search/pagefind"
CACHE = ".cache/search"
"""Below the project's root and not in ``build/``, so that what is staged is all that stands there."""
KEEP = 3
WANTED = (".pf_index", ".pf_fragment", ".pf_filter", ".pf_meta", ".pagefind")
BUNDLE = ("pagefind.js", "pagefind-entry.json", "pagefind-worker.js")
"""What is published of what Pagefind makes: the index, and the scripts that read it."""


class SearchIndexError(Exception):
    """The index could not be made; the message is for the person at the terminal."""


def binary() -> Path:
    """Return the path of Pagefind's binary.

    Raises:
        SearchIndexError: where it is not installed.
    """
    found = importlib.util.find_spec("pagefind_bin")
    place = Path(found.origin).with_name("pagefind") if found is not None and found.origin else None
    if place is None or not place.is_file():
        raise SearchIndexError("没有安装 Pagefind；请先运行 make site")
    return place


def _weighted(weight: int, text: str) -> str:
    return f"___PAGEFIND_WEIGHT___{weight} {text} ___END_PAGEFIND_WEIGHT___" if text else ""


def message_of(record: SearchRecord) -> dict[str, Any]:
    """Return what Pagefind is told of a record: cut text with weights, and what a result shows and is filtered by."""
    names = segmented("。".join(record.names))
    content = [
        _weighted(TITLE_WEIGHT, segmented(record.title)),
        _weighted(NAMES_WEIGHT, names),
        segmented("。".join(record.body)),
        kind_mark(record.kind) if record.kind in KINDS else "",
    ]
    return {
        "type": "AddRecord",
        "url": "/" + record.url,
        "content": " ".join(part for part in content if part),
        "language": "unknown",
        "meta": shown_of(record),
        "filters": {},  # Pagefind writes filters in no fixed order; the browser filters what it has found by what it shows
        "sort": None,
    }


class _Service:
    """The binary in its service mode: one answer for every message, in order."""

    def __init__(self, process: subprocess.Popen[bytes]) -> None:
        self.stdin, self.stdout = _pipe(process.stdin), _pipe(process.stdout)
        self.rest, self.number = b"", 0

    def _send(self, payload: Mapping[str, Any]) -> None:
        self.number += 1
        message = json.dumps({"message_id": self.number, "payload": payload}, ensure_ascii=False).encode()
        self.stdin.write(base64.b64encode(message) + b",")

    def _receive(self) -> dict[str, Any]:
        while b"," not in self.rest:
            chunk = os.read(self.stdout.fileno(), 1 << 20)  # what is there, without waiting for more
            if not chunk:
                raise SearchIndexError("Pagefind 中途退出，没有做完索引")
            self.rest += chunk
        one, self.rest = self.rest.split(b",", 1)
        payload: dict[str, Any] = json.loads(base64.b64decode(one))["payload"]
        if payload["type"] == "Error":
            raise SearchIndexError(f"Pagefind 不能做索引：{str(payload.get('message', ''))[:200]}")
        return payload

    def ask(self, payloads: list[dict[str, Any]]) -> list[dict[str, Any]]:
        """Send all, receive all; written by a thread, since both pipes have an end."""

        def write() -> None:
            # Where the binary is gone, the reader below says so; a second report from this thread would help nobody.
            with suppress(BrokenPipeError, ValueError):
                for payload in payloads:
                    self._send(payload)
                self.stdin.flush()

        writer = threading.Thread(target=write)
        writer.start()
        try:
            return [self._receive() for _ in payloads]
        finally:
            writer.join()


def _pipe(stream: IO[bytes] | None) -> IO[bytes]:
    if stream is None:
        raise SearchIndexError("Pagefind 没有可用的输入输出")
    return stream


def _made(messages: list[dict[str, Any]]) -> dict[str, bytes]:
    command = [str(binary()), "--service"]
    process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)  # noqa: S603
    try:
        service = _Service(process)
        number = service.ask([{"type": "NewIndex", "config": {"force_language": "unknown"}}])[0]["index_id"]
        service.ask([message | {"index_id": number} for message in messages])
        files = service.ask([{"type": "GetFiles", "index_id": number}])[0]["files"]
    finally:
        process.kill()
        for stream in (process.stdin, process.stdout):
            with suppress(BrokenPipeError):
                if stream is not None:
                    stream.close()
        process.wait()
    return {file["path"]: base64.b64decode(file["content"]) for file in files}


def _forget(kept: Path) -> None:
    """Keep a few of the last indexes: switching between two states of the data must not make one again, nor fill the disk."""
    others = sorted((p for p in kept.parent.iterdir() if p.is_dir() and p != kept), key=lambda p: p.stat().st_mtime_ns, reverse=True)
    for old in others[KEEP - 1 :]:
        shutil.rmtree(old, ignore_errors=True)


def index_files(records: Iterable[SearchRecord], root: Path) -> dict[str, bytes]:
    """Return the files of the index: path below the site's root → content.

    Args:
        records: What can be found, in a fixed order.
        root: The project's root; indexes are kept below it and used again where the records are the same.

    Raises:
        SearchIndexError: where Pagefind is missing or fails.
    """
    messages = [message_of(record) for record in records]
    state = json.dumps([messages, binary().stat().st_size, WANTED, BUNDLE], ensure_ascii=False, sort_keys=True)
    kept = root / CACHE / hashlib.sha256(state.encode()).hexdigest()
    if not kept.is_dir():
        files = _made(messages)
        for name, content in files.items():
            if name.endswith(WANTED) or name in BUNDLE:
                path = kept.with_suffix(".new") / name
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(content)
        kept.with_suffix(".new").rename(kept)
        _forget(kept)
    return {f"{FOLDER}/{path.relative_to(kept).as_posix()}": path.read_bytes() for path in sorted(kept.rglob("*")) if path.is_file()}
