"""Three hundred small accidents to the tiny project's data: each is explained or harmless, none is a traceback."""

from __future__ import annotations

import functools
import random
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from generator import schema
from generator.diagnostics import as_github, as_json, as_text, has_errors
from generator.schema import files as schema_files
from generator.site.project import published_files, read_project

TINY = Path(__file__).parent / "tiny"
ROUNDS = 300
BATCHES = 6
HUGE = [
    "9" * 29,
    "9" * 400,
    "-1",
    "1e308",
    "1e999",
    "0x" + "f" * 25,
    "-0.0",
    "1e-300",
    ".inf",
    "0o17",
    "2147483648",
    "99999999999999999999",
]
ODD = [
    *[
        "~",
        "null",
        "''",
        '""',
        "' '",
        "[]",
        "{}",
        "[~]",
        "{a: 1}",
        "true",
        "no",
        "甲",
        "qinghe",
        "qinghe-145",
        "qinghe-145-p1",
        "baishi",
        "../x",
    ],
    *[
        "2025-03-02",
        "2021",
        "“”",
        "<script>alert(1)</script>",
        "'[x](javascript:alert(1))'",
        "'{{ x }}'",
        "'a\n\n\n# b'",
        "'\\'",
        '"\\0"',
        '"\\u202e"',
    ],
    *["'" + "长" * 5000 + "'", "'| a | b |'", "&a x", "*a", "!!str x", "text", "range", "0", "1", "：", "'1. '", "'#'", '"\\n"', '"\\x85"'],
]
CONTROLS = [
    b"\x00",
    b"\x07",
    b"\x1b[2J",
    b"\x7f",
    b"\xc2\x85",
    b"\xe2\x80\xa8",
    b"\xef\xbb\xbf",
    b"\xff",
    b"\xed\xa0\x80",
    b"\r",
    b"\t",
    b"\xf0\x9f\x98\x80",
]
PUNCTUATION = list(b":-[]{},'\"#&*!|>%@`?\n ")

Mutation = Callable[[random.Random, bytes], bytes]


def delete_bytes(rnd: random.Random, data: bytes) -> bytes:
    at = rnd.randrange(len(data))
    return data[:at] + data[at + rnd.randint(1, 12) :]


def insert_byte(rnd: random.Random, data: bytes) -> bytes:
    at = rnd.randrange(len(data) + 1)
    return data[:at] + bytes([rnd.choice(PUNCTUATION) if rnd.random() < 0.7 else rnd.randrange(256)]) + data[at:]


def replace_byte(rnd: random.Random, data: bytes) -> bytes:
    at = rnd.randrange(len(data))
    return data[:at] + bytes([rnd.choice(PUNCTUATION) if rnd.random() < 0.5 else rnd.randrange(256)]) + data[at + 1 :]


def insert_control(rnd: random.Random, data: bytes) -> bytes:
    at = rnd.randrange(len(data) + 1)
    return data[:at] + rnd.choice(CONTROLS) + data[at:]


def delete_line(rnd: random.Random, data: bytes) -> bytes:
    lines = data.splitlines(keepends=True)
    del lines[rnd.randrange(len(lines))]
    return b"".join(lines)


def repeat_line(rnd: random.Random, data: bytes) -> bytes:
    lines = data.splitlines(keepends=True)
    line = rnd.choice(lines)
    lines.insert(rnd.randrange(len(lines) + 1), line)
    return b"".join(lines)


def swap_lines(rnd: random.Random, data: bytes) -> bytes:
    lines = data.splitlines(keepends=True)
    one, other = rnd.randrange(len(lines)), rnd.randrange(len(lines))
    lines[one], lines[other] = lines[other], lines[one]
    return b"".join(lines)


def indent_line(rnd: random.Random, data: bytes) -> bytes:
    lines = data.splitlines(keepends=True)
    number = rnd.randrange(len(lines))
    lines[number] = b" " * rnd.randint(1, 5) + lines[number] if rnd.random() < 0.5 else lines[number].lstrip()
    return b"".join(lines)


def _value(rnd: random.Random, data: bytes, written: str) -> bytes:
    """Write something else behind one colon of the file."""
    colons = [at for at in range(len(data) - 1) if data[at : at + 2] == b": "]
    start = rnd.choice(colons) + 2
    end = min(at for at in (data.find(mark, start) for mark in (b",", b"}", b"\n", b"]")) if at >= 0)
    return data[:start] + written.encode("utf-8") + data[end:]


def odd_value(rnd: random.Random, data: bytes) -> bytes:
    return _value(rnd, data, rnd.choice(ODD))


def huge_number(rnd: random.Random, data: bytes) -> bytes:
    return _value(rnd, data, rnd.choice(HUGE))


def other_value(rnd: random.Random, data: bytes) -> bytes:
    """Write a value that stands elsewhere in the file: well-formed, and perhaps wrong."""
    words = [line.split(b": ", 1)[1].strip() for line in data.splitlines() if b": " in line and b"{" not in line]
    return _value(rnd, data, rnd.choice(words or [b"x"]).decode("utf-8"))


def add_field(rnd: random.Random, data: bytes) -> bytes:
    field = rnd.choice(["parent", "plan", "id", "division", "owner", "tasks", "targets", "children", "results", "order", "x"])
    value = rnd.choice(["qinghe-145-p1", "qinghe-145-c01-s01", "qinghe-145", "5", "~", "[]", "[~]", "[[]]"])
    if b"{" in data and rnd.random() < 0.5:
        at = rnd.choice([at for at in range(len(data)) if data[at : at + 1] == b"{"]) + 1
        return data[:at] + f"{field}: {value}, ".encode() + data[at:]
    return data + f"{field}: {value}\n".encode()


MUTATIONS: tuple[Mutation, ...] = (
    delete_bytes,
    insert_byte,
    replace_byte,
    insert_control,
    delete_line,
    repeat_line,
    swap_lines,
    indent_line,
    odd_value,
    odd_value,
    huge_number,
    other_value,
    add_field,
)


def accidents(batch: int) -> Iterator[tuple[int, str, str, bytes]]:
    """Yield seed, file, what happens and the file's new bytes."""
    names = sorted(path.relative_to(TINY).as_posix() for path in (TINY / "data").rglob("*.yml"))
    for seed in range(batch, ROUNDS, BATCHES):
        rnd = random.Random(seed)
        name = rnd.choice(names)
        data = (TINY / name).read_bytes()
        done = []
        for _ in range(rnd.choice([1, 1, 1, 2])):
            mutation = rnd.choice(MUTATIONS)
            data = mutation(rnd, data) if data.strip() and b": " in data else data
            done.append(mutation.__name__)
        yield seed, name, "+".join(done), data


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("mutations") / "tiny"
    shutil.copytree(TINY, folder, ignore=shutil.ignore_patterns("build", "site", "schema"))
    schema.write(folder)
    return folder


def test_there_are_as_many_accidents_as_promised() -> None:
    happened = [accident for batch in range(BATCHES) for accident in accidents(batch)]
    assert len(happened) == ROUNDS
    assert len({(name, data) for _, name, _, data in happened}) > 0.9 * ROUNDS
    assert {part for _, _, done, _ in happened for part in done.split("+")} == {mutation.__name__ for mutation in MUTATIONS}


@pytest.mark.parametrize("batch", range(BATCHES))
def test_no_accident_is_a_traceback(root: Path, monkeypatch: pytest.MonkeyPatch, batch: int) -> None:
    # The schemas depend on the program only; making them anew for each accident would take most of the time.
    monkeypatch.setattr(schema_files, "schemas", functools.cache(schema_files.schemas))
    tracebacks = []
    published = refused = 0
    for seed, name, done, data in accidents(batch):
        path = root / name
        original = path.read_bytes()
        path.write_bytes(data)
        try:
            project = read_project(root, {})
            for diagnostic in project.diagnostics:
                assert as_text(diagnostic).isprintable()
                assert as_github(diagnostic).isprintable()
                lines = (root / diagnostic.span.file).read_bytes().count(b"\n") + 1 if (root / diagnostic.span.file).is_file() else 1
                assert 1 <= diagnostic.span.line <= lines + data.count(b"\r") + data.count(b"\xe2\x80\xa8") + data.count(b"\xc2\x85")
            as_json(project.diagnostics).encode("utf-8")
            if has_errors(project.diagnostics):
                refused += 1
            else:
                files = published_files(project)
                published += 1
                assert "index.md" in files
                "".join(content for content in files.values() if isinstance(content, str)).encode("utf-8")
        except Exception as error:
            tracebacks.append(f"seed {seed}: {done} in {name}: {type(error).__name__}: {error}"[:300])
        finally:
            path.write_bytes(original)
    assert tracebacks == []
    assert refused >= 20
    assert published >= 5
