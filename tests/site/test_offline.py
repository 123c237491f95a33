"""The offline copy: links that name files, modules joined into scripts, data in scripts, one zip of equal bytes."""

from __future__ import annotations

import posixpath
import re
import zipfile
from datetime import date
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from lxml import html

from generator.model.site import Language, Site
from generator.site.offline import OfflineError, write_copy
from generator.site.offline.archive import FOLDER, INSIDE
from generator.site.offline.links import PageError, Place, page_on_disk
from generator.site.offline.modules import ModuleError, joined
from generator.site.offline.opening import OPENING, SCRIPT_NAME, opening_page

ENGLISH = Language(tag="en", name="Minggui", description="English")
SITE = Site(name="明规", as_of=date(2026, 11, 22), languages=(ENGLISH,))
FILES = frozenset(
    {"index.html", "tasks/x/index.html", "tasks/x/index.json", "units/a/index.html", "assets/a.css", "assets/a.js", "数据/甲.json"}
)


def on_disk(body: str, path: str = "tasks/x/index.html", site_url: str = "") -> str:
    return page_on_disk(body, Place(path, FILES, site_url)).text


# Links


@pytest.mark.parametrize(
    ("web", "disk"),
    [
        ("../../units/a/", "../../units/a/index.html"),
        ("../../units/a", "../../units/a/index.html"),
        ("../../units/a/#leads", "../../units/a/index.html#leads"),
        ("../../units/a/?q=%E5%85%BB#n", "../../units/a/index.html?q=%E5%85%BB#n"),
        ("../..", "../../index.html"),
        ("../../", "../../index.html"),
        ("./", "./index.html"),
        (".", "./index.html"),
        ("index.json", "index.json"),
        ("../../%E6%95%B0%E6%8D%AE/%E7%94%B2.json", "../../%E6%95%B0%E6%8D%AE/%E7%94%B2.json"),
        ("#source", "#source"),
        ("?q=1", "?q=1"),
        ("https://www.gov.cn/a/", "https://www.gov.cn/a/"),
        ("mailto:a@b.cn?subject=x", "mailto:a@b.cn?subject=x"),
        ("//elsewhere.cn/a/", "//elsewhere.cn/a/"),
    ],
)
def test_what_a_link_says_on_disk(web: str, disk: str) -> None:
    assert on_disk(f'<a href="{web}">x</a>') == f'<a href="{disk}">x</a>'


def test_a_page_at_an_old_address_leads_on() -> None:
    web = '<meta http-equiv="refresh" content="0; url=../../units/a/#leads">'
    assert on_disk(web) == '<meta http-equiv="refresh" content="0; url=../../units/a/index.html#leads">'


def test_the_home_page_links_downwards() -> None:
    assert (
        on_disk('<form action="units/a/"><a href=".">x</a>', "index.html")
        == '<form action="units/a/index.html"><a href="./index.html">x</a>'
    )


def test_what_is_not_in_the_copy_leads_to_the_web_or_nowhere() -> None:
    link = '<p><a class="b" href="../../data/minggui-offline.zip">下载</a></p>'
    assert on_disk(link) == '<p><span class="b">下载</span></p>'
    assert on_disk(link + '<a href=".">首页</a>', "index.html") == '<p><span class="b">下载</span></p><a href="./index.html">首页</a>'
    assert on_disk(link, site_url="https://x.cn/m") == '<p><a class="b" href="https://x.cn/m/data/minggui-offline.zip">下载</a></p>'
    assert on_disk('<a href="x.zip">x</a>', "index.html", "https://x.cn/m/") == '<a href="https://x.cn/m/x.zip">x</a>'


def test_everything_else_keeps_its_bytes() -> None:
    page = (
        '<!doctype html>\n<!-- <a href="../../units/a/"> -->\n<script>if (a < b) x = \'<a href="../../units/a/">\';</script>\n'
        "<style>a > b {}</style><svg viewBox='0 0 1 1'><path d=\"M0\"/></svg>\n"
        '<p title=\'a &amp; "b"\'>&lt;a href="../../units/a/"&gt; 养老&#12290;</P>\n'
    )
    assert on_disk(page) == page


def test_a_changed_tag_keeps_its_other_attributes_escaped() -> None:
    tag = "<a title='&lt;b&gt; \"养&amp;老\"' hidden href=../../units/a/>"
    assert on_disk(tag) == '<a title="&lt;b&gt; &quot;养&amp;老&quot;" hidden href="../../units/a/index.html">'
    assert html.fromstring(on_disk(tag)).get("title") == html.fromstring(tag).get("title")


def test_several_links_of_one_line_and_many_lines() -> None:
    page = "养\n" * 3 + '<a href="..">1</a><a href="../../units/a/">2</a>\n<a href="../../units/a/">3</a>'
    assert page_on_disk(page, Place("tasks/x/index.html", FILES | {"tasks/index.html"}, "")).text == page.replace(
        '".."', '"../index.html"'
    ).replace("a/", "a/index.html", 2)


def test_a_module_becomes_a_deferred_script_and_is_named() -> None:
    page = page_on_disk('<script type="module" src="../../assets/a.js"></script>', Place("tasks/x/index.html", FILES, ""))
    assert page.text == '<script src="../../assets/a.js" defer></script>'
    assert page.modules == ("assets/a.js",)


def test_nothing_is_asked_for_early() -> None:
    head = '<link rel="stylesheet" href="a.css"><link rel="modulepreload" href="a.js"><link rel="preload" href="x.json" as="fetch">'
    assert on_disk(head, "assets/index.html") == '<link rel="stylesheet" href="a.css">'


def test_a_module_inside_the_page_is_refused() -> None:
    with pytest.raises(PageError, match=r"tasks/x/index\.html"):
        on_disk('<script type="module">import "./x.js"</script>')


# Modules

PAGE = """import { readJson } from "../data.js";
import { a, b as c } from "./b.js"; // both
a(c);
readJson(new URL("words.json", here));
"""
B = """import {
  d,
} from "./c.js";
export function a() { return d; }
export const b = 1;
function hidden() {}
"""
C = """/** @type {import("./b.js").A} */
export const d = 2;
export async function e() {}
export class F {}
"""
MODULES = {
    "assets/search/page.js": PAGE,
    "assets/search/b.js": B,
    "assets/search/c.js": C,
    "assets/data.js": '/** As in readJson(new URL("x.json", here)). */\n// Or readJson(url).\nexport const readJson = (url) => url;\n',
}


def test_modules_are_joined_in_the_order_in_which_they_must_run() -> None:
    script = joined("assets/search/page.js", MODULES)
    assert re.findall(r"^// (assets/\S+)$", script.text, re.M) == [
        "assets/data.js",
        "assets/search/c.js",
        "assets/search/b.js",
        "assets/search/page.js",
    ]
    assert "const { a, b: c } = m2;" in script.text
    assert "return { d, e, F };" in script.text
    assert "return { a, b };" in script.text, "and not what is not exported"
    assert not re.search(r"^(import|export)\b", script.text, re.M)
    assert script.modules == frozenset(MODULES)
    assert script.reads == ("words.json",)


def test_a_module_is_joined_once() -> None:
    sources = {
        "p.js": 'import { a } from "./a.js";\nimport { b } from "./b.js";\n',
        "a.js": 'import { b } from "./b.js";\nexport const a = b;\n',
        "b.js": "export const b = 1;\n",
    }
    assert joined("p.js", sources).text.count("const b = 1;") == 1


def test_a_module_for_the_copy_takes_the_place_of_the_other() -> None:
    sources = {
        "p.js": 'import { a } from "./engine.js";\na();\n',
        "engine.js": "export const a = () => import(x);\n",
        "engine.offline.js": "export const a = 2;\n",
    }
    assert joined("p.js", sources).modules == {"p.js", "engine.offline.js"}


@pytest.mark.parametrize(
    "line",
    [
        'import x from "./b.js";',
        'import * as x from "./b.js";',
        'import "./b.js";',
        "import { x } from './b.js';",
        'import { x } from "https://elsewhere.cn/x.js";',
        "export default 1;",
        "export let x = 1;",
        "export { x };",
        'export * from "./b.js";',
        'const x = await import("./b.js");',
        "const x = import.meta.url;",
        "await start();",
        "readJson(url);",
        "readJson(new URL(`${name}.json`, here));",
        'import { x } from "./missing.js";',
    ],
)
def test_a_form_that_is_not_understood_is_refused(line: str) -> None:
    with pytest.raises(ModuleError, match=r"p\.js"):
        joined("p.js", {"p.js": f"const z = 1;\n{line}\n", "b.js": "export const x = 1;\n"})


@pytest.mark.parametrize("export", ["export const x = 1, y = 2;", "const y = 1;", "export { y };", "export let y = 1;"])
def test_a_name_that_is_not_exported_in_a_known_form_is_refused(export: str) -> None:
    with pytest.raises(ModuleError):
        joined("p.js", {"p.js": 'import { y } from "./b.js";\n', "b.js": f"{export}\n"})


def test_a_ring_of_imports_is_refused() -> None:
    with pytest.raises(ModuleError, match=r"a\.js → b\.js → a\.js"):
        joined("a.js", {"a.js": 'import { b } from "./b.js";\n', "b.js": 'import { a } from "./a.js";\n'})


# The page that opens first


def test_the_opening_page_leads_in_and_says_what_to_do() -> None:
    page = html.fromstring(opening_page(Site(name="<b>明规", as_of=date(2026, 1, 2)), "site"))
    assert page.xpath("//a/@href") == ["site/index.html"]
    assert page.xpath("//script/@src") == [f"site/{SCRIPT_NAME}"]
    assert page.xpath("//h1/text()") == ["<b>明规（离线版）"]
    said = opening_page(SITE, "site")
    assert "解压" in said
    assert "2026年11月22日" in said


# The zip


@pytest.fixture(scope="module")
def copied(dressed_site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    target = tmp_path_factory.mktemp("copy") / "copy.zip"
    size = write_copy(dressed_site / "site", target, SITE, {"search/records.json": '{"weights": {}, "records": []}\n'})
    assert size == target.stat().st_size
    assert [path.name for path in target.parent.iterdir()] == ["copy.zip"]
    return target


@pytest.mark.site
def test_the_first_name_is_the_one_to_open(copied: Path) -> None:
    names = zipfile.ZipFile(copied).namelist()
    assert names[:2] == [f"{FOLDER}/{OPENING}", f"{FOLDER}/{INSIDE}/{SCRIPT_NAME}"]
    assert len(names) == len(set(names))
    assert f"{FOLDER}/{INSIDE}/index.html" in names
    assert not [name for name in names if "pagefind" in name or name.endswith((".map", "/404.html", "sitemap.xml"))]


@pytest.mark.site
def test_every_link_of_every_page_names_a_file(copied: Path) -> None:
    archive = zipfile.ZipFile(copied)
    names = set(archive.namelist())
    count = 0
    for name in names:
        if not name.endswith(".html"):
            continue
        elements = html.fromstring(archive.read(name)).iter("*")
        for address in (found for element in elements for found in map(element.get, ("href", "src", "action")) if found):
            parts = urlsplit(address)
            if not parts.scheme and parts.path:
                count += 1
                assert posixpath.normpath(posixpath.join(posixpath.dirname(name), unquote(parts.path))) in names, (name, address)
    assert count > 1000


@pytest.mark.site
def test_scripts_are_classic_and_data_is_in_scripts(copied: Path) -> None:
    archive = zipfile.ZipFile(copied)
    page = archive.read(f"{FOLDER}/{INSIDE}/search/index.html").decode()
    assert 'type="module"' not in page
    assert "preload" not in page
    script = archive.read(f"{FOLDER}/{INSIDE}/assets/search/page.js").decode()
    assert "memoryIndex" in script
    assert "pagefind.js" not in script
    assert archive.read(f"{FOLDER}/{INSIDE}/search/records.json.js") == b'mingguiData({"weights": {}, "records": []});\n'
    assert archive.read(f"{FOLDER}/{INSIDE}/search/words.json.js").startswith(b'mingguiData({"')
    scripts = {name for name in archive.namelist() if "/assets/search/" in name and name.endswith(".js")}
    assert scripts == {f"{FOLDER}/{INSIDE}/assets/search/page.js"}


@pytest.mark.site
def test_equal_sites_give_equal_bytes(copied: Path, dressed_again: Path, tmp_path: Path) -> None:
    again = tmp_path / "again.zip"
    write_copy(dressed_again / "site", again, SITE, {"search/records.json": '{"weights": {}, "records": []}\n'})
    assert again.read_bytes() == copied.read_bytes()
    assert {entry.date_time for entry in zipfile.ZipFile(copied).infolist()} == {(2026, 11, 22, 0, 0, 0)}


def small(root: Path, script: str) -> Path:
    (root / "assets").mkdir(parents=True)
    (root / "index.html").write_text('<script type="module" src="assets/p.js"></script>', encoding="utf-8")
    (root / "assets/p.js").write_text(script, encoding="utf-8")
    return root


def test_data_that_is_nowhere_stops_the_copy(tmp_path: Path) -> None:
    root = small(tmp_path / "site", 'readJson(new URL("x.json", here));\n')
    with pytest.raises(OfflineError, match=r"缺少页面脚本要读的 x\.json"):
        write_copy(root, tmp_path / "copy.zip", SITE, {})
    assert not (tmp_path / "copy.zip").exists()


def test_a_module_that_cannot_be_joined_stops_the_copy(tmp_path: Path) -> None:
    with pytest.raises(OfflineError, match=r"assets/p\.js 第 1 行"):
        write_copy(small(tmp_path / "site", "export default 1;\n"), tmp_path / "copy.zip", SITE, {})


def test_without_a_site_the_message_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(OfflineError, match="请先运行 make site"):
        write_copy(tmp_path, tmp_path / "copy.zip", SITE, {})
