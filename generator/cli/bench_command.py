"""``minggui bench``: an invented project of any size through the whole build, with its costs."""

from __future__ import annotations

from contextlib import ExitStack
from pathlib import Path
from tempfile import TemporaryDirectory

import click

from generator.bench.run import BenchError, run
from generator.bench.table import as_json, as_table
from generator.cli.report import give_up, root_option, step
from generator.site import engine as engines
from generator.site.staging import StagingError


def _folder(keep: Path | None, stack: ExitStack) -> Path:
    """Return where to build: the folder to keep, which must hold nothing, or one that is removed afterwards."""
    if keep is None:
        return Path(stack.enter_context(TemporaryDirectory(prefix="minggui-bench-")))
    if keep.exists() and any(keep.iterdir()):
        give_up(f"“{keep}”不是空的；请换一个文件夹，或先把它清空")
    keep.mkdir(parents=True, exist_ok=True)
    return keep


@click.command("bench")
@root_option
@click.option("--tasks", type=click.IntRange(10, 100_000), default=1000, show_default=True, help="编造多少条任务。")
@click.option("--engine", type=click.Choice(["mkdocs", "zensical"]), default="mkdocs", show_default=True, help="用哪个程序生成网页。")
@click.option("--keep", type=click.Path(file_okay=False, path_type=Path), help="把编造的数据和网站留在这个文件夹里（要是空的）。")
@click.option(
    "--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True, help="text 给人看，json 给程序用。"
)
def bench_command(root: Path, tasks: int, engine: engines.Engine, keep: Path | None, form: str) -> None:
    """编造一批数据，从头构建一次，看每一步花多少时间和内存。

    数据是编造的，数量的比例和文字的长短照着真实数据；样式和设置用本项目的。同样的条数，编出来的数据总是一样的。

    \b
    例如：
      minggui bench --tasks 2000
      minggui bench --tasks 10000 --keep 文件夹      留下编造的项目和网站
    """
    with ExitStack() as stack:
        folder = _folder(keep, stack)
        try:
            costs = run(root, folder, tasks, engine, step)
        except (BenchError, StagingError, engines.EngineError) as error:
            give_up(str(error))
        except OSError as error:
            give_up(f"读写不了文件（{error.strerror}）：{error.filename}")
        click.echo(as_json(costs) if form == "json" else as_table(costs))
        if keep is not None:
            click.echo(f"数据和网站在 {keep}。", err=True)
