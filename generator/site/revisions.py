"""Editions of the data: a folder, or a revision in git, read from git's objects without touching the work tree."""

from __future__ import annotations

import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path, PurePosixPath

from generator.dataset import read_dataset
from generator.diagnostics import has_errors
from generator.graph import Graph, link
from generator.site.settings import FILE, read_site

WANTED = (".yml", ".yaml", ".txt")
SECONDS = 120
REGULAR = {"100644", "100755"}
"""Modes of ordinary files in git's trees; links and submodules are passed over."""


class RevisionError(Exception):
    """An edition cannot be read; the message is for the person at the terminal."""


@dataclass(frozen=True, slots=True)
class Edition:
    """The data as it stood at one time."""

    graph: Graph
    as_of: date | None
    """The date of the data, where the settings could be read."""
    broken: int
    """How many things in it could not be read: what they say cannot be compared."""


def _git(root: Path, *arguments: str, given: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    """Run git in a folder.

    Raises:
        RevisionError: where there is no git or it does not come to an end.
    """
    command = ["git", "--no-pager", "-C", str(root), *arguments]
    try:
        # No shell; no name reaches git as an option (see _resolve).
        return subprocess.run(command, input=given, capture_output=True, check=False, timeout=SECONDS)  # noqa: S603
    except FileNotFoundError as error:
        raise RevisionError("没有安装 git；可以改为比较两个文件夹") from error
    except subprocess.TimeoutExpired as error:
        raise RevisionError("git 太久没有回答") from error


def _resolve(root: Path, name: str) -> str:
    """Return the commit that a name stands for.

    Raises:
        RevisionError: where it stands for none, with what can be done.
    """
    if name.startswith("-") or not name.strip() or "\0" in name:
        raise RevisionError(f"“{name}”不能当作版本的名字")
    inside = _git(root, "rev-parse", "--is-inside-work-tree")
    if b"safe.directory" in inside.stderr:
        raise RevisionError(
            f"git 不信任这个文件夹的主人，读不了版本“{name}”；请按它的提示设置：{inside.stderr.decode('utf-8', 'replace').strip()}"
        )
    if inside.returncode or inside.stdout.strip() != b"true":
        raise RevisionError(f"“{name}”不是放着 data/ 的文件夹，这里也不是 git 仓库，找不到以前的版本；请写两个文件夹")
    found = _git(root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{name}^{{commit}}")
    if found.returncode == 0:
        return found.stdout.decode("ascii").strip()
    if _git(root, "rev-parse", "--is-shallow-repository").stdout.strip() == b"true":
        raise RevisionError(f"找不到版本“{name}”：这个仓库是浅克隆，只有最近的提交。请先运行 git fetch --unshallow")
    raise RevisionError(f"找不到版本“{name}”：没有叫这个名字的提交、分支或标签，也没有这个文件夹")


def _listed(root: Path, commit: str) -> list[tuple[str, str]]:
    """Return (object, path below the root) of the data files and settings of a commit."""
    done = _git(root, "ls-tree", "-r", "-z", commit, "--", "data", FILE)
    if done.returncode:
        raise RevisionError(f"git 读不出版本 {commit[:10]}：{done.stderr.decode('utf-8', 'replace').strip()}")
    files = []
    for entry in filter(None, done.stdout.split(b"\0")):
        head, _, raw = entry.partition(b"\t")
        mode, kind, identifier = head.decode("ascii").split()
        path = PurePosixPath(raw.decode("utf-8", "replace"))
        usable = kind == "blob" and mode in REGULAR and path.suffix in WANTED
        if usable and not path.is_absolute() and ".." not in path.parts:
            files.append((identifier, path.as_posix()))
    return files


def _extract(root: Path, commit: str, folder: Path) -> None:
    """Write the data files of a commit into a folder, byte by byte as git keeps them."""
    files = _listed(root, commit)
    if not any(path.startswith("data/") for _, path in files):
        raise RevisionError(f"版本 {commit[:10]} 里没有 data/")
    done = _git(root, "cat-file", "--batch", given="".join(f"{identifier}\n" for identifier, _ in files).encode("ascii"))
    content, at = done.stdout, 0
    for identifier, path in files:
        end = content.find(b"\n", at)
        header = content[at:end].split()
        if done.returncode or end < 0 or len(header) != 3:
            raise RevisionError(f"git 读不出 {path}（{identifier[:10]}）；仓库可能不完整")
        size = int(header[2])
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content[end + 1 : end + 1 + size])
        at = end + 1 + size + 1


def _read(folder: Path) -> Edition:
    dataset, findings = read_dataset(folder)
    site, _ = read_site(folder, {})
    broken = sum(1 for finding in findings if has_errors([finding]))
    return Edition(link(dataset), site.as_of if site else None, broken)


@contextmanager
def _folder_of(root: Path, name: str) -> Iterator[Path]:
    """Give the folder of an edition, a temporary one for a revision."""
    if name.strip() and not name.startswith("-") and (Path(name) / "data").is_dir():
        yield Path(name)
        return
    with tempfile.TemporaryDirectory(prefix="minggui-") as temporary:
        _extract(root, _resolve(root, name), Path(temporary))
        yield Path(temporary)


def read_edition(root: Path, name: str) -> Edition:
    """Read the data as it stood in a folder or in a revision.

    Args:
        root: The project's root; revisions are those of its repository.
        name: A folder with ``data/`` in it, or whatever git takes for a commit.

    Raises:
        RevisionError: where there is no such folder or revision.
        OSError: where files cannot be read or written.
    """
    with _folder_of(root, name) as folder:
        return _read(folder)


def nothing() -> Edition:
    """Return the edition before the first: no record at all."""
    with tempfile.TemporaryDirectory(prefix="minggui-") as temporary:
        (Path(temporary) / "data").mkdir()
        return Edition(link(read_dataset(Path(temporary))[0]), None, 0)
