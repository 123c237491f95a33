"""The commands. Exit codes: 0 well, 1 findings, 2 could not run (DESIGN §6)."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path

import click

from generator import __version__, schema
from generator.cli.bench_command import bench_command
from generator.cli.checked import checked
from generator.cli.chinese import speak_chinese
from generator.cli.diff_command import diff_command, publish_list_command
from generator.cli.explain_command import explain_command
from generator.cli.fix import mend_files
from generator.cli.fmt_command import fmt_command
from generator.cli.import_command import import_command
from generator.cli.init_command import init
from generator.cli.new_command import new_command
from generator.cli.remove_command import remove_command
from generator.cli.report import FINDINGS, format_option, give_up, root_option, show, step
from generator.cli.serve_command import serve_command
from generator.cli.table_commands import export_table, import_table
from generator.cli.texts_command import texts_command
from generator.cli.verify_command import verify_command
from generator.model.site import Site
from generator.pages.data import OFFLINE
from generator.search import records_file, search_records
from generator.search.whole import ADDRESS as RECORDS
from generator.site import engine as engines
from generator.site.offline import OfflineError, write_copy
from generator.site.project import Project
from generator.site.staging import StagingError, publish, stage
from generator.verify import originals_of, read_sources


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, "-V", "--version", message="minggui %(version)s", help="显示版本，然后退出。")
def cli() -> None:
    """明规：把 data/ 里的规划数据变成公开的解读网站。

    \b
    写数据：
      minggui new task --chapter hure-145-c03   新写一条任务（单位、地方、名词……也一样）
      minggui fmt            把数据文件整理成统一的写法
      minggui remove 编号    看谁用到一条记录，删去它或合并
      minggui check          检查数据，一次列出所有问题
      minggui check --fix    先改好能自动改的
      minggui explain 代号   一个问题是什么意思、怎样改

    \b
    看和发布：
      minggui serve          边改边看（打开 http://127.0.0.1:8000/）
      minggui build          检查并生成 site/
      minggui offline        同上，再做一份不联网也能用的压缩包
      minggui diff 旧版本 新版本      数据有什么变化，用话说
      minggui init 文件夹             给自己的地方建一个网站
      minggui texts                   更新各种语言的译文文件（网站的界面文字）
      minggui bench --tasks 10000     编造一万条任务，看构建要花多少时间和内存

    \b
    表格：
      minggui export-table tasks      写出一张表，在表格软件里改
      minggui import-table tasks.csv  把改过的表读回来

    \b
    官方文件：
      minggui import 文件 --plan 编号 --region 地区      从官方文件生成一份草稿
      minggui verify --sources 文件夹                    拿官方文件逐项核对数据

    \b
    按 Tab 键补全命令和编号，在终端里运行一次（写进启动文件就一直有）：
      bash   eval "$(_MINGGUI_COMPLETE=bash_source minggui)"      写进 ~/.bashrc
      zsh    eval "$(_MINGGUI_COMPLETE=zsh_source minggui)"       写进 ~/.zshrc
      fish   _MINGGUI_COMPLETE=fish_source minggui | source       写进 ~/.config/fish/config.fish

    退出码：0 正常，1 发现问题，2 运行不了。
    """


sources_option = click.option(
    "--sources",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    envvar="MINGGUI_SOURCES",
    help="放官方文件的文件夹。给了它，任务和章的页面就能展开看原文。",
)


def _with_originals(project: Project, sources: Path | None, form: str) -> Project:
    """Add the official passages, where the publisher has the documents."""
    if sources is None:
        return project
    with step("读取官方文件"):
        passages, findings = read_sources(project.graph, sources)
    show(findings, form)
    return replace(project, originals=originals_of(project.graph, passages))


@cli.command()
@root_option
@format_option
@click.option("--strict", is_flag=True, help="有提醒也算没有通过。")
@click.option("--fix", is_flag=True, help="先把只有一种改法的问题改好，改了什么都显示出来，再检查。")
@click.option("--dry-run", is_flag=True, help="和 --fix 一起用：只显示会改什么，不写文件。")
def check(root: Path, form: str, strict: bool, fix: bool, dry_run: bool) -> None:
    """检查全部数据，一次列出所有问题。

    每个问题写明文件、行、列，怎样改。例如：

    \b
      data/plans/某规划/c02.yml:12:7: error: 没有编号为“nongke”的单位；是不是“alxa-right-nongkeju” [unresolved-reference]

    \b
    例如：
      minggui check                      全部检查
      minggui check --fix --dry-run      看看哪些可以自动改
      minggui check --fix                改好能自动改的，再检查
      minggui explain unresolved-reference     方括号里的代号是什么意思

    能自动改的：字段名后的全角冒号、行首的制表符、该加引号的数字、多余的引号和空格、日期的写法、
    不用写的字段、第一行的模式、写成名称的编号。要看原文、要选择的都不改。
    """
    if dry_run and not fix:
        give_up("--dry-run 要和 --fix 一起用")
    if fix:
        mend_files(root, dry_run)
    checked(root, form, strict)


def _build(project: Project, site: Site, engine: engines.Engine) -> None:
    """Stage, run the engine, make the offline copy where it is wanted, and put the finished site in place."""
    try:
        staged = stage(project, step)
        click.echo(f"共 {staged.files} 个文件，写了 {staged.written} 个，删了 {staged.removed} 个。", err=True)
        with step(f"用 {engine} 生成网站"):
            built = engines.build(staged.folder, site.as_of, engine)
        if site.offline:
            with step("做离线版"):
                size = write_copy(built, built / OFFLINE, site, {RECORDS: records_file(search_records(project.graph))})
            click.echo(f"离线版有 {size / 1_000_000:.1f} MB，在 site/{OFFLINE}。", err=True)
        publish(built, project.root / "site")
    except (StagingError, engines.EngineError, OfflineError) as error:
        give_up(str(error))
    click.echo(f"网站在 {project.root / 'site'}。", err=True)


@cli.command()
@root_option
@format_option
@click.option("--strict", is_flag=True, help="有提醒也停下。")
@click.option("--engine", type=click.Choice(["mkdocs", "zensical"]), default="mkdocs", show_default=True, help="用哪个程序生成网页。")
@sources_option
def build(root: Path, form: str, strict: bool, engine: engines.Engine, sources: Path | None) -> None:
    """检查数据，生成网站到 site/。

    没有通过检查或生成失败时，原来的 site/ 不变。

    \b
    例如：
      minggui build --strict                        有提醒也停下（发布时用）
      minggui build --sources 官方文件的文件夹      页面上可以展开看原文
    """
    project, site = checked(root, form, strict)
    _build(_with_originals(project, sources, form), site, engine)


@cli.command()
@root_option
@format_option
@click.option("--strict", is_flag=True, help="有提醒也停下。")
@sources_option
def offline(root: Path, form: str, strict: bool, sources: Path | None) -> None:
    """生成网站，再做一份离线版：site/data/minggui-offline.zip。

    解压以后不联网也能看、能搜索，用U盘或微信传给别人就行。网站的“开放数据”页会给出下载。

    \b
    例如：
      minggui offline --strict
    """
    project, site = checked(root, form, strict)
    site = site.model_copy(update={"offline": True})
    _build(_with_originals(replace(project, site=site), sources, form), site, "mkdocs")


@cli.command("schema")
@root_option
@click.option("--check", "only_check", is_flag=True, help="只检查是否需要更新，不写文件。")
def schema_command(root: Path, only_check: bool) -> None:
    """更新 data/schema/ 里的 JSON Schema。

    编辑器靠它提示字段和检查写法。改了 generator/model/ 之后运行一次。

    \b
    例如：
      minggui schema
      minggui schema --check      只看要不要更新
    """
    if only_check:
        findings = [d for d in schema.stale(root) if d.rule == "schema-stale"]
        show(findings, "text")
        sys.exit(FINDINGS if findings else 0)
    try:
        changed = schema.write(root)
    except OSError as error:
        give_up(f"写不了文件（{error.strerror}）：{error.filename}")
    click.echo(f"更新了 {len(changed)} 个文件。" if changed else "已经是最新的。", err=True)


cli.add_command(bench_command)
cli.add_command(diff_command)
cli.add_command(explain_command)
cli.add_command(export_table)
cli.add_command(fmt_command)
cli.add_command(import_command)
cli.add_command(import_table)
cli.add_command(init)
cli.add_command(new_command)
cli.add_command(publish_list_command)
cli.add_command(remove_command)
cli.add_command(serve_command)
cli.add_command(texts_command)
cli.add_command(verify_command)
speak_chinese(cli)


def main() -> None:
    """Run the command line; whatever goes wrong unforeseen is one line and exit code 2, a traceback only on request."""
    try:
        cli(prog_name="minggui")
    except (OSError, MemoryError, RecursionError) as error:
        give_up(f"运行不了：{error}")
