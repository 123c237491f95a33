"""``minggui init``: a new site for another region."""

from __future__ import annotations

import json
import re
import uuid
from datetime import date
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path

import click

from generator import __version__
from generator.cli.report import give_up, step
from generator.model.identity import ID_PATTERN
from generator.starting import Answers, new_site, update
from generator.starting.look import MANIFEST

LEVELS = ("province", "prefecture", "county", "township", "park")
EXAMPLE = "shili"
_NAME = (r"[\u4e00-\u9fffA-Za-z0-9][\u4e00-\u9fffA-Za-z0-9·（）“” -]{0,38}", "用汉字、字母和数字，不超过 39 个字")
_ID = (ID_PATTERN, "只能用小写字母、数字和连字符，例如 qinghe")
_CODE = (r"(?:[0-9]{6})?", "应该是六位数字")
_ADDRESS = (r"(?:https?://[^\s<>\"'`\\%]+)?", "应以 http:// 或 https:// 开头")
_MAIL = (r"(?:[^\s@<>\"'`\\%]+@[^\s@<>\"'`\\%]+)?", "应该是邮箱地址")
_REQUIREMENT = (r"minggui[^\r\n%]*", "应以 minggui 开头，例如 minggui @ git+https://…@提交")


def _asked(value: str | None, question: str, form: tuple[str, str], default: str | None = None) -> str:
    """Take an option's value, or ask; ask again until it fits."""
    pattern, words = form

    def fitting(text: str) -> str:
        if not re.fullmatch(pattern, text.strip()):
            raise click.BadParameter(f"“{text[:40]}”不行：{words}")
        return text.strip()

    if value is not None:
        return fitting(value)
    return str(click.prompt(question, default=default, value_proc=fitting, show_default=bool(default), err=True))


def installed_from() -> str:
    """Return the requirement that installs this very program: the commit where pip took it from git, else its version."""
    try:
        found = json.loads(distribution("minggui").read_text("direct_url.json") or "{}")
    except (PackageNotFoundError, ValueError):
        found = {}
    version_control = found.get("vcs_info", {})
    if version_control.get("vcs") == "git" and not str(found.get("url", "")).startswith("file:"):  # another machine has no such file
        return f"minggui @ git+{found['url']}@{version_control['commit_id']}"
    return f"minggui=={__version__}"


@click.command("init")
@click.argument("folder", metavar="文件夹", type=click.Path(file_okay=False, path_type=Path))
@click.option("--name", help="地区的全称，例如 青禾县。")
@click.option("--region", help="地区的编号：小写字母、数字、连字符，定了就不改，例如 qinghe。")
@click.option("--level", type=click.Choice(LEVELS), help="省、地、县、乡、园区；不写就是县级（county）。")
@click.option("--code", help="六位行政区划代码（GB/T 2260）；没有就写空。")
@click.option("--code-year", type=click.IntRange(1980, 2100), help="代码表的年份；不写就是今年。")
@click.option("--site-name", help="网站的名称；不写就是“地区＋规划大白话”。")
@click.option("--repository", help="代码仓库地址；还没有就写空。")
@click.option("--contact", help="联系邮箱；不想公开就写空。")
@click.option("--generator", "requirement", help="怎样安装程序，例如 minggui @ git+https://…@提交；不写就和这个程序一样。")
@click.option("--update-look", is_flag=True, help="不新建，只把已有网站的样式和脚本换成这个版本的；改过的不动。")
def init(
    folder: Path,
    name: str | None,
    region: str | None,
    level: str | None,
    code: str | None,
    code_year: int | None,
    site_name: str | None,
    repository: str | None,
    contact: str | None,
    requirement: str | None,
    update_look: bool,
) -> None:
    """在空文件夹里给另一个地方建一个网站。

    里面有配置、工作流、表单、说明，和一份编造的、写明“示例”的规划；能通过检查，能生成网站。没有写的选项会问。

    \b
    例如：
      minggui init 青禾规划
      minggui init qinghe --name 青禾县 --region qinghe --code "" --repository "" --contact ""
      minggui init --update-look .
    """
    if update_look:
        _update(folder)
        return
    if folder.exists() and any(path.name != ".git" for path in folder.iterdir()):
        give_up(f"{folder} 不是空的；请换一个新的文件夹")
    full = _asked(name, "地区的全称（例如 青禾县）", _NAME)
    identifier = _asked(region, "地区的编号（小写字母、数字、连字符，例如 qinghe；定了就不改）", _ID)
    if identifier == EXAMPLE or len(identifier) > 60:
        give_up(f"地区的编号不能是“{EXAMPLE}”（示例用了它），也不能超过 60 个字符")
    number = _asked(code, "六位行政区划代码（不知道就直接回车）", _CODE, "")
    answers = Answers(
        region=identifier,
        region_name=full,
        level=level or "county",
        code=(number, code_year or date.today().year) if number else None,
        site_name=_asked(site_name, "网站的名称", _NAME, f"{full}规划大白话"),
        site_id=str(uuid.uuid4()),
        repository=_asked(repository, "代码仓库地址（还没有就直接回车）", _ADDRESS, ""),
        contact=_asked(contact, "联系邮箱（不想公开就直接回车）", _MAIL, ""),
        today=date.today(),
        generator=_asked(requirement or installed_from(), "", _REQUIREMENT),
    )
    with step("写文件"):
        _write(folder, new_site(answers))
    click.echo(f"网站在 {folder}。先读里面的 README.md；进到那个文件夹，运行 make serve 就能看到。", err=True)
    if "@" not in answers.generator:
        click.echo("请检查 requirements/minggui.txt：程序没有放到 PyPI 时，要写成 minggui @ git+https://…@提交", err=True)


def _write(folder: Path, files: dict[str, bytes]) -> None:
    try:
        for name, content in files.items():
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
    except OSError as error:
        give_up(f"写不了文件（{error.strerror}）：{error.filename}")


def _update(root: Path) -> None:
    source = root / "site_src"
    try:
        listed = json.loads((source / MANIFEST).read_bytes())["files"]
        held = {path.relative_to(source).as_posix(): path.read_bytes() for path in source.rglob("*") if path.is_file()}
    except (OSError, ValueError, KeyError, TypeError):
        give_up(f"{source / MANIFEST} 读不了：这里不像是 minggui init 建的网站")
    done = update(held, listed)
    with step("写文件"):
        _write(source, done.write)
        for name in done.remove:
            (source / name).unlink()
    for name in done.kept:
        click.echo(f"site_src/{name}：你们改过，没有动；新的样子和它不一样，请自己看看")
    click.echo(f"换了 {len(done.write) - 1} 个文件，删了 {len(done.remove)} 个，留着 {len(done.kept)} 个。", err=True)
