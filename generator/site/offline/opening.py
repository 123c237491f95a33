"""The file at the top of the zip that people open first."""

from __future__ import annotations

import html

from generator.model.site import Site

OPENING = "从这里打开.html"
SCRIPT_NAME = "open.js"
OPENING_SCRIPT = 'location.replace("site/index.html");\n'
"""Leads on where the zip was unpacked. Inside a zip viewer the script is not found, and the page says what to do."""

_PAGE = """<!doctype html>
<html lang="zh">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<title>{name}（离线版）</title>
<style>
:root {{ color-scheme: light dark }}
body {{ font: 1.125rem/1.75 "PingFang SC", "HarmonyOS Sans SC", "Noto Sans CJK SC", "Microsoft YaHei", sans-serif }}
body {{ margin: 3rem auto; max-width: 34em; padding: 0 1rem }}
:root {{ --paper: #fdfcf9; --ink: #1f2423; --accent: #0b5f59 }}
@media (prefers-color-scheme: dark) {{ :root {{ --paper: #14191a; --ink: #e6e9e7; --accent: #7fd0c4 }} }}
body {{ background: var(--paper); color: var(--ink) }}
a {{ color: var(--accent); font-size: 1.25rem; display: inline-block; padding: .5rem 0 }}
</style>
<script src="{inside}/{script}"></script>
</head>
<body>
<h1>{name}（离线版）</h1>
<p><a href="{inside}/index.html">打开首页</a></p>
<p>打不开？请先把整个压缩包解压到一个文件夹，再打开那个文件夹里的“{opening}”。</p>
<p>不联网也能看，也能搜索。数据截止{as_of}。</p>
<p>{name}不是政府网站，内容是志愿编写的通俗解读，以官方文件为准。</p>
</body>
</html>
"""


def opening_page(site: Site, inside: str) -> str:
    """Return the page: a link to the home page, and what to do where the zip was not unpacked.

    Args:
        site: The site's settings.
        inside: The folder of the site beside this page.
    """
    day = f"{site.as_of.year}年{site.as_of.month}月{site.as_of.day}日"
    return _PAGE.format(name=html.escape(site.name), inside=inside, script=SCRIPT_NAME, opening=OPENING, as_of=day)
