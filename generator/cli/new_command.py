"""``minggui new``: a record at its place, with the next id; what is missing is asked on a terminal."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import click

from generator.authoring.names import Known, find
from generator.authoring.new import Made, in_the_way, make, regions_of
from generator.authoring.recipes import RECIPES, Question, Recipe
from generator.cli.complete import records_named
from generator.cli.edits import read_texts, write_text
from generator.cli.report import FINDINGS, give_up, root_option
from generator.dataset import Dataset, read_dataset
from generator.diagnostics import one_line
from generator.model.identity import KINDS


@click.group("new")
def new_command() -> None:
    """新写一条记录：任务、单位、地方、名词……放在该放的文件里，编号自动接着排。

    没有说的字段先写成【待写】，检查时会列出来，写完才能发布。
    在终端里运行时，缺什么就问什么；名称已经有了，会指出是哪一条。

    \b
    例如：
      minggui new task --chapter hure-145-c03 --title 建一座日间照料中心
      minggui new unit --region hure --name 旗农科局
      minggui new unit                              一样一样地问
      minggui new term --help                       看“名词”可以写什么
    """


def _form(question: Question, typed: str) -> Any:  # noqa: ANN401  # text, a number or a day
    """Read an answer that is no name of a record.

    Raises:
        click.BadParameter: with what is wrong, in Chinese.
    """
    words = " ".join(typed.split())
    if not words:
        raise click.BadParameter("不能是空的")
    if question.form == "year":
        if not re.fullmatch(r"(?:19|20)\d\d", words):
            raise click.BadParameter(f"应该是年份，例如 {question.example}")
        return int(words)
    if question.form == "number":
        if not re.fullmatch(r"-?\d{1,15}(?:\.\d{1,9})?", words):
            raise click.BadParameter(f"应该是数字，例如 {question.example}")
        return float(words) if "." in words else int(words)
    if question.form == "day":
        try:
            return date.fromisoformat(words).isoformat()
        except ValueError:
            raise click.BadParameter("日期写法不对，应写成 2023-06-28") from None
    if question.field == "url" and not re.fullmatch(r"https?://[^\s<>\"'`\\]+", words):
        raise click.BadParameter(f"应该是网址，例如 {question.example}")
    return words


def _option(question: Question) -> Callable[[Any], Any]:
    kind = click.Choice(question.choices) if question.choices else None
    needed = "（必须有）" if question.required else ""
    words = f"{question.words}，例如 {question.example.rstrip('。')}。{needed}"
    complete = records_named(question.kinds) if question.kinds else None
    return click.option(f"--{question.field}", question.field, type=kind, help=words, shell_complete=complete)


def _asked(dataset: Dataset, question: Question, typed: str | None, before: dict[str, Any]) -> Any:  # noqa: ANN401
    """Turn what was typed into an answer; ask for it on a terminal where it is missing or wrong."""
    while True:
        if typed is not None:
            try:
                return _answer(dataset, question, typed, regions_of(dataset, before))
            except click.BadParameter as error:
                if not _on_terminal():
                    give_up(f"--{question.field}：{error.message}")
                click.echo(click.style(one_line(error.message), fg="red"), err=True)
        elif not question.required:
            return None
        elif not _on_terminal():
            give_up(f"还要说明：{question.words}。请写 --{question.field}，例如 --{question.field} {question.example}")
        choice = click.Choice(question.choices) if question.choices else None
        typed = click.prompt(f"{question.words}（例如 {question.example}）", type=choice, err=True)


def _answer(dataset: Dataset, question: Question, typed: str, regions: frozenset[str]) -> Any:  # noqa: ANN401
    if not question.kinds:
        return _form(question, typed)
    found = find(dataset, question.kinds, typed.strip(), regions)
    if isinstance(found, str):
        raise click.BadParameter(found)
    return found.id


def _on_terminal() -> bool:
    return sys.stdin.isatty()


def _run(recipe: Recipe, root: Path, dry_run: bool, anyway: bool, typed: dict[str, str | None]) -> None:
    dataset, _ = read_dataset(root)
    texts = read_texts(root)
    answers: dict[str, Any] = {}
    for question in recipe.questions:
        answer = _asked(dataset, question, typed[question.field], answers)
        if answer is not None:
            answers[question.field] = answer
    there = in_the_way(dataset, recipe, answers)
    if there is not None and (there.same or not anyway):
        _refuse(dataset, recipe, there, anyway)
    made = make(dataset, recipe, answers, texts)
    if isinstance(made, str):
        give_up(made)
    if not dry_run:
        try:
            write_text(root / "data" / made.inner, made.text)
        except OSError as error:
            give_up(f"写不了文件（{error.strerror}）：{error.filename}")
    _tell(recipe, made, dry_run)


def _refuse(dataset: Dataset, recipe: Recipe, there: Known, anyway: bool) -> None:
    """Say which record is in the way; where it is only like the new one, a person may insist."""
    span = dataset.span(there.record)
    called = f"“{there.name}”（{there.record.id}，{span.file}:{span.line}）"
    if there.same:
        click.echo(one_line(f"已经有{KINDS[recipe.kind]}{called}，没有再写一条。要改它，就打开那个文件。"))
        sys.exit(FINDINGS)
    words = f"已经有{KINDS[recipe.kind]}{called}，是不是它？"
    if _on_terminal() and not anyway:
        if click.confirm(f"{one_line(words)} 不是它，要新写一条", default=False, err=True):
            return
        sys.exit(FINDINGS)
    click.echo(one_line(f"{words}不是它的话，加上 --anyway 再运行一次。"))
    sys.exit(FINDINGS)


def _tell(recipe: Recipe, made: Made, dry_run: bool) -> None:
    verb = "会写" if dry_run else "写好了"
    click.echo(one_line(f"data/{made.inner}:{made.line}: {verb}{recipe.title} {made.id}"))
    if made.open:
        click.echo(
            f"接下来：打开这个文件，把【待写】换成内容（{'、'.join(made.open)}）；带“请核对”的行看一看，看过就删去那句注释。", err=True
        )
    click.echo("然后运行 minggui check；要看页面，运行 minggui serve；提交以前运行 minggui publish-list。", err=True)
    if recipe.kind in ("task", "box", "indicator-row") or recipe.command in ("section", "chapter"):
        click.echo("提醒：plan.yml 的 expected 写着原文有多少个，数过原文再改。", err=True)


def _command(recipe: Recipe) -> click.Command:
    def run(root: Path, dry_run: bool, anyway: bool, **typed: str | None) -> None:
        _run(recipe, root, dry_run, anyway, typed)

    words = f"新写{recipe.title}。\n\n\b\n例如：\n  minggui new {recipe.command} {recipe.example}"
    command: Any = run
    command = click.option("--dry-run", is_flag=True, help="只说会写在哪里，不写文件。")(command)
    command = click.option("--anyway", is_flag=True, help="名称和已有的很像，但确实是另一个。")(command)
    for question in reversed(recipe.questions):
        command = _option(question)(command)
    made: click.Command = click.command(recipe.command, help=words, short_help=f"新写{recipe.title}。")(root_option(command))
    return made


for _recipe in RECIPES:
    new_command.add_command(_command(_recipe))
