"""``minggui explain``: what a diagnostic means, why it matters, how to mend it."""

from __future__ import annotations

import click
from click.shell_completion import CompletionItem

from generator.authoring.explain import as_words, explanations
from generator.authoring.mend import MENDABLE
from generator.cli.report import give_up
from generator.text.nearest import proposal


def _complete(_context: click.Context, _parameter: click.Parameter, incomplete: str) -> list[CompletionItem]:
    return [CompletionItem(code, help=one.means) for code, one in explanations().items() if code.startswith(incomplete)]


@click.command("explain")
@click.argument("code", metavar="[代号]", required=False, shell_complete=_complete)
def explain_command(code: str | None) -> None:
    """解释检查时出现的一个代号：什么意思、为什么要管、错的和对的例子、怎样改。

    代号写在每条问题末尾的方括号里。不写代号，就列出全部。

    \b
    例如：
      minggui explain                      全部代号
      minggui explain unresolved-reference
    """
    known = explanations()
    if code is None:
        width = max(map(len, known))
        for one in known.values():
            click.echo(f"{one.code:<{width}}  {one.means}")
        click.echo("要看一个代号的例子和改法：minggui explain 代号", err=True)
        return
    found = known.get(code.strip().strip("[]"))
    if found is None:
        give_up(f"没有“{code}”这个代号{proposal(code, known) or '；'}运行 minggui explain 看全部")
    click.echo(as_words(found, found.code in MENDABLE))
