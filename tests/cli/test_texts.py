"""``minggui texts``: what it says to somebody who begins a language, and what it does with a file that a hand broke."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.test_cli import run

INTERFACE = "site_src/languages/mn.po"
CONTENT = "data/translations/mn.po"


def translated(path: Path, message: str, said: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert f'msgid "{message}"\nmsgstr ""' in text
    path.write_text(text.replace(f'msgid "{message}"\nmsgstr ""', f'msgid "{message}"\nmsgstr "{said}"', 1), encoding="utf-8")


def set_in_settings(root: Path) -> None:
    path = root / "mkdocs.yml"
    one = 'contact: ""\n    languages: [{tag: mn, name: a, description: b}]'
    path.write_text(path.read_text(encoding="utf-8").replace('contact: ""', one), encoding="utf-8")


def test_a_language_that_is_begun_is_told_the_setting_it_still_needs(tiny: Path) -> None:
    first = run("texts", "mn", "--root", str(tiny))
    assert first.exit_code == 0
    assert "mkdocs.yml 的 languages 里还没有 mn" in first.output
    set_in_settings(tiny)
    assert "还没有 mn" not in run("texts", "mn", "--root", str(tiny)).output
    assert run("check", "--strict", "--root", str(tiny)).exit_code == 0


@pytest.mark.parametrize(
    ("breaks", "said"),
    [
        (lambda content: content.decode().encode("gb18030"), "mn.po:1:1: error: 文件不是 UTF-8 编码"),
        (lambda content: content.decode().encode("utf-16"), "mn.po:1:1: error: 文件不是 UTF-8 编码"),
        (lambda content: content[: content.rindex(b"msgstr")] + b"msg", "这一行看不懂"),
        (lambda content: content.replace('«Нүүр»"'.encode(), "«Нүүр»".encode()), "一对半角引号"),
    ],
)
def test_a_file_that_cannot_be_read_is_left_as_it_is(tiny: Path, breaks: object, said: str) -> None:
    assert callable(breaks)
    run("texts", "mn", "--root", str(tiny))
    path = tiny / INTERFACE
    translated(path, "首页", "«Нүүр»")
    path.write_bytes(breaks(path.read_bytes()))
    before = path.read_bytes()
    for more in ((), ("--check",), ("mn",)):
        result = run("texts", "--root", str(tiny), *more)
        assert (result.exit_code, type(result.exception)) == (2, SystemExit)
        assert said in result.output
        assert "没有写任何文件" in result.output
        assert path.read_bytes() == before, "what is translated in it would be lost"


def test_content_that_is_stale_names_the_command_that_renews_it(tiny: Path) -> None:
    begun = ("texts", "mn", "--content", "--root", str(tiny))
    assert run(*begun, "--kind", "topic").exit_code == 0
    translated(tiny / CONTENT, "养老", "«Асаргаа»")
    topics = tiny / "data/topics.yml"
    topics.write_text(topics.read_text(encoding="utf-8").replace("name: 养老", "name: 养老服务"), encoding="utf-8")
    checked = run(*begun, "--check")
    assert checked.exit_code == 1
    assert "请运行 minggui texts mn --content" in checked.output
    assert run(*begun).exit_code == 0
    assert '#, fuzzy\nmsgctxt "topic.name"\nmsgid "养老服务"\nmsgstr "«Асаргаа»"' in (tiny / CONTENT).read_text(encoding="utf-8")
    (tiny / CONTENT).write_bytes("甲".encode("gbk"))
    broken = run(*begun)
    assert (broken.exit_code, type(broken.exception)) == (2, SystemExit)
    assert f"{CONTENT}:1:1" in broken.output


def test_a_translation_whose_chinese_is_gone_does_not_go_without_a_word(tiny: Path) -> None:
    run("texts", "mn", "--root", str(tiny))
    path = tiny / INTERFACE
    translated(path, "首页", "«Нүүр»")
    path.write_text(path.read_text(encoding="utf-8").replace('msgid "首页"', 'msgid "首頁"'), encoding="utf-8")
    assert "1条译文的 msgid 已经不是网站里的中文，更新时会删去" in run("texts", "--check", "--root", str(tiny)).output
    assert "1条译文的 msgid 已经不是网站里的中文，删去了" in run("texts", "--root", str(tiny)).output
    assert "不是网站里的中文" not in run("texts", "--root", str(tiny)).output
