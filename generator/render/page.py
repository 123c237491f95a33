"""One page as a Markdown file with its front matter."""

from __future__ import annotations

import html
import json
import re
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path
from urllib.parse import quote, urlencode

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from generator.charts import draw
from generator.language import between, joined, spoken, tr, trn
from generator.markdown import Safe, attribute, url
from generator.model.site import Site
from generator.pages.inline import Cell
from generator.pages.kept import kept
from generator.pages.page import Page
from generator.pages.repository import PROGRESS, WRONG_PAGE, edit_address, form_address, shown_address
from generator.render.fold import fold
from generator.render.inline import inlines, relative, words
from generator.render.structured import structured_data

TEMPLATES = Path(__file__).parent / "templates"


def _finalize(value: object) -> str:
    """Escape whatever a template prints that is not Markdown already."""
    return words(value)


@cache
def environment() -> Environment:
    """Return the one template environment: every printed value is escaped, an unknown name is an error."""
    # Autoescape would escape for HTML only, and twice; finalize escapes for Markdown and HTML at once.
    made = Environment(
        loader=FileSystemLoader(TEMPLATES),
        undefined=StrictUndefined,
        finalize=_finalize,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        autoescape=False,  # noqa: S701
    )
    made.globals |= {"between": between, "tr": tr, "trn": trn}
    return made


@dataclass(frozen=True, slots=True)
class Tools:
    """What a reader can do with a page: change it, report it, take its data. Unset settings become instructions."""

    edit: Safe | None
    """The line to change, or the file or folder that holds what the page lists."""
    where: str
    """The same in words; empty where there is none."""
    made: str
    """Why there is nothing to open, for a page that a program makes."""
    report: Safe | None
    report_how: str
    progress: Safe | None
    """The form for dated progress, on the pages of what can have some."""
    json: Safe | None


HAS_PROGRESS = {"task", "project"}
"""Kinds with a page of their own that an update can be about (an indicator's page shows rows of several plans)."""


def _identity(page: Page) -> str:
    return page.record[1] if page.record else page.address or "home"


def _report(page: Page, site: Site) -> Safe | None:
    """Open the form for mistakes with the page's id and place, or a mail where only an address is set: Chinese, for the maintainers."""
    title = f"页面有误：{_identity(page)}"
    where = f"{page.origin.file} 第 {page.origin.line} 行" if page.origin else ""
    form = form_address(site, WRONG_PAGE, {"title": title, "id": _identity(page), "where": where})
    if form:
        return url(form)
    if site.contact:
        body = f"页面编号：{_identity(page)}\n哪里不对：\n依据（文件名和段落）："
        return url(f"mailto:{site.contact}?{urlencode({'subject': title, 'body': body}, quote_via=quote)}")
    return None


def _progress(page: Page, site: Site) -> Safe | None:
    if page.record is None or page.record[0] not in HAS_PROGRESS:
        return None
    form = form_address(site, PROGRESS, {"title": f"进展：{page.title}", "subject": page.record[1]})
    return url(form) if form else None


def edit_url(page: Page, site: Site) -> str:
    """Return the address at which an editor changes the data of this page, or nothing where there is none."""
    if page.origin is not None:
        return edit_address(site, page.origin)
    held = kept(page)
    return shown_address(site, held.path) if held and held.path else ""


def _where(page: Page) -> str:
    """Say where the page's data stand: a line, a file or a folder."""
    if page.origin is not None:
        return tr("{file} 第 {line} 行", file=page.origin.file, line=page.origin.line)
    held = kept(page)
    return joined((held.path, held.says), "clauses") if held and held.path else ""


def _tools(page: Page, site: Site) -> Tools:
    edit, where, held = edit_url(page, site), _where(page), kept(page)
    return Tools(
        edit=url(edit) if edit else None,
        where=where,
        made=held.says if held and not held.path else "",
        report=_report(page, site),
        report_how=tr("请把页面编号“{id}”和不对的地方告诉本站的维护者", id=_identity(page)),
        progress=_progress(page, site),
        json=url(relative(page, page.json)) if page.json else None,
    )


LONGEST_DESCRIPTION = 160
"""Characters; search engines show no more."""


def _cut(text: str) -> str:
    """Shorten a description; in a language that parts its words by spaces, behind a whole word."""
    short = text[:LONGEST_DESCRIPTION]
    if short == text or spoken().chinese:
        return short
    whole, space, _ = short[:-1].rpartition(" ")
    return f"{whole}…" if space else short


def _front_matter(page: Page, site: Site) -> Safe:
    """Write front matter. The theme prints these values without escaping, so they are escaped for HTML here."""
    flat = _cut(re.sub(r"\s+", " ", page.description).strip())
    values = {
        "title": html.escape(page.title),
        "description": html.escape(flat),
    }
    if page.folder:
        values |= {"language": spoken().tag, "here": html.escape(page.address)}
    if page.section:
        values["section"] = html.escape(page.section)
    edit = edit_url(page, site)
    if edit:
        values["edit_url"] = html.escape(edit)
    if site.url and page.card:  # whoever shows a shared link takes only a whole address
        values["card"] = html.escape(f"{site.url.rstrip('/')}/{page.card}")
    if page.feed:
        values["feed"] = html.escape(relative(page, page.feed))
    if page.structured:
        values["structured_data"] = structured_data(page.structured)
    lines = [f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in values.items()]
    return Safe("\n".join(lines))


def _column_label(header: tuple[str, ...], column: int, cell: Cell) -> Safe:
    """Name a cell's column in the cell itself, for phones, where a row of three columns or more stands as a list."""
    said = column > 0 and len(header) > 2 and header[column] and any(part not in ("", ()) for part in cell)
    return Safe(f' {{data-l="{attribute(header[column])}"}}') if said else Safe("")


def _block_name(block: object) -> str:
    return type(block).__name__.lower()


def render_page(page: Page, site: Site) -> str:
    """Return the page as Markdown.

    Args:
        page: What to show.
        site: The site's settings, for edit and report links.
    """
    template = environment().get_template("page.md.j2")
    text = template.render(
        page=page,
        site=site,
        tools=_tools(page, site),
        front_matter=_front_matter(page, site),
        fold=fold(page),
        inlines=partial(inlines, page),
        relative=partial(relative, page),
        name=_block_name,
        safe=Safe,
        spoken=spoken,
        attribute=attribute,
        label=_column_label,
        draw=draw,
        structured_list=Safe(structured_data(page.structured_list)) if page.structured_list else None,
    )
    return re.sub(r"\n{3,}", "\n\n", text).rstrip() + "\n"
