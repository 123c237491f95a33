"""Collecting texts from each kind of source."""

from __future__ import annotations

from generator.language import Catalogue
from generator.language.collect import Text, collect, texts_of
from generator.language.scripts import script_catalogue

PYTHON = '''
TABLE = {"a": mark("约束性")}
def page():
    """文档里的 tr("不算")。"""
    tr("甲" "乙{n}", n=trn("{n}条", 3))
    sentence("见{link}。", link=Link(tr("里面的"), ""))
    trc("目标", "增长")
    tr(TABLE["a"])
    other("不是")
'''


def test_python_is_read_by_its_syntax() -> None:
    assert texts_of("generator/pages/x.py", PYTHON) == [
        Text("约束性"),
        Text("甲乙{n}"),
        Text("{n}条", counts=True),
        Text("见{link}。"),
        Text("里面的"),
        Text("增长", "目标"),
    ]


def test_page_templates_the_theme_and_scripts_are_read() -> None:
    assert texts_of("x.md.j2", '{% if a %}\n{{ tr("搜索") }}{% endif %}{{ tr(b) }}') == [Text("搜索")]
    assert texts_of("x.html", '<a>{{ edition.texts["菜单"] }}</a>{{ edition.texts[x] }}') == [Text("菜单")]
    script = 'const a = tr("找到", { n }), b = `没有 ${trn("{n}条", n)}`; trc("标点", "、"); sentence(meta.text ?? "", x); marked("不是");'
    assert texts_of("x.js", script) == [Text("找到"), Text("{n}条", counts=True), Text("、", "标点")]
    assert texts_of("x.css", "/* 字 */") == []


def test_a_text_said_twice_stands_once_with_both_files_and_counts_where_any_does() -> None:
    found = collect([("a.py", 'tr("{n}条", n=1)'), ("b.py", 'trn("{n}条", 1); tr("甲")')])
    assert found[0] == (Text("中文", "语言"), ())
    assert found[1:] == [(Text("{n}条", counts=True), ("a.py", "b.py")), (Text("甲"), ("b.py",))]


def test_scripts_are_handed_only_what_they_say() -> None:
    texts = {("", "搜索"): ("Search",), ("", "{n}条"): ("{n} task", "{n} tasks"), ("标点", "、"): (", ",), ("", "别处"): ("Elsewhere",)}
    catalogue = Catalogue("en", "English", texts=texts, plurals={"one": 0, "other": 1})
    sources = [("a.js", 'tr("搜索"); trn("{n}条", n); trc("标点", "、"); tr("没有译")')]
    assert script_catalogue(catalogue, sources) == (
        'minggui.language = {"tag":"en","plurals":{"one":0,"other":1},'
        '"texts":{"搜索":"Search","{n}条":["{n} task","{n} tasks"],"标点\\u0004、":", "}};\n'
    )
    assert script_catalogue(Catalogue("en", "English"), sources) == ""
