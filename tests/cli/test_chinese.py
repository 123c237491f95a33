"""Every word that the command line says is Chinese, and every command shows how it is used."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from generator.cli.chinese import WORDS
from generator.cli.main import cli
from tests.cli.test_cli import run


def commands(command: click.Command = cli, words: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], click.Command]]:
    yield words, command
    if isinstance(command, click.Group):
        for name, inner in command.commands.items():
            yield from commands(inner, (*words, name))


@pytest.mark.parametrize("words", [words for words, _ in commands()], ids=" ".join)
def test_help_is_chinese_and_has_an_example(words: tuple[str, ...]) -> None:
    result = run(*words, "--help")
    assert result.exit_code == 0
    assert result.output.startswith("用法: ")
    assert "例如" in result.output or words == ()
    assert f"minggui {words[0] if words else 'check'}" in result.output
    for english in ("Usage", "Options", "Commands", "Show this", "default", "required", "OPTIONS", "ARGS", "DIRECTORY", "TEXT", "PATH"):
        assert english not in re.sub(r"--\w[\w-]*", "", result.output), english


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["chek"], "没有 chek 这个命令。"),
        (["check", "--formt", "json"], "没有 --formt 这个选项。"),
        (["check", "--format", "xml"], "“xml”不在可以写的里面"),
        (["check", "--root", "/nowhere"], "没有文件夹“/nowhere”。"),
        (["check", "--root"], "--root 后面要写值。"),
        (["check", "too", "much"], "多写了：too much"),
        (["remove"], "缺少参数"),
        (["verify", "--sources", ".", "--date", "2026/1/1"], "应写成 2023-06-28 这样"),
    ],
)
def test_what_click_says_of_mistakes_is_chinese(arguments: list[str], said: str) -> None:
    result = run(*arguments)
    assert result.exit_code == 2
    assert said in result.output
    assert not re.search(r"\b(Error|Usage|Try|Invalid|Missing|such)\b", result.output)


def test_every_message_of_click_that_a_user_can_meet_is_known() -> None:
    """A new version of click may say new things; they would come out in English."""
    folder = Path(click.__file__).parent
    met: set[str] = set()
    for name in ("core", "exceptions", "parser", "types"):
        source = (folder / f"{name}.py").read_text(encoding="utf-8")
        for found in re.finditer(r'(?<![\w.])(?:_|ngettext)\(\s*((?:"(?:[^"\\]|\\.)*"\s*,?\s*)+)', source):
            met |= {m.encode().decode("unicode_escape") for m in re.findall(r'"((?:[^"\\]|\\.)*)"', found[1])}
    programmer = re.compile(
        r"[Dd]eprecat|defined twice|declaration|Boolean option|iterable|Choice\(|UUID|len_type|start character|flag|No options|Did$"
        r"|you mean to|^ |extra_message"
    )
    assert {m for m in met if m not in WORDS and not programmer.search(m)} == set()
