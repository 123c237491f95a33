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
from generator.markdown import Safe, attribute, escape, url
from generator.model.site import Site
from generator.pages.blocks import Cell, Page
from generator.render.fold import fold
from generator.render.inline import inlines, relative
from generator.render.structured import structured_data

TEMPLATES = Path(__file__).parent / "templates"


def _finalize(value: object) -> str:
    """Escape whatever a template prints that is not Markdown already."""
    return value if isinstance(value, Safe) else escape(value)


@cache
def environment() -> Environment:
    """Return the one template environment: every printed value is escaped, an unknown name is an error."""
    # Autoescape would escape for HTML only, and twice; finalize escapes for Markdown and HTML at once.
    return Environment(
        loader=FileSystemLoader(TEMPLATES),
        undefined=StrictUndefined,
        finalize=_finalize,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        autoescape=False,  # noqa: S701
    )


@dataclass(frozen=True, slots=True)
class Tools:
    """What a reader can do with a page: change it, report it, take its data. Unset settings become instructions."""

    edit: Safe | None
    where: str
    report: Safe | None
    report_how: str
    json: Safe | None


def _identity(page: Page) -> str:
    return page.record[1] if page.record else page.address or "home"


def _report(page: Page, site: Site) -> Safe | None:
    title = f"页面有误：{_identity(page)}"
    body = f"页面编号：{_identity(page)}\n哪里不对：\n依据（文件名和段落）："
    if site.repository:
        query = urlencode({"title": title, "body": body}, quote_via=quote)
        return url(f"{site.repository.rstrip('/')}/issues/new?{query}")
    if site.contact:
        return url(f"mailto:{site.contact}?{urlencode({'subject': title, 'body': body}, quote_via=quote)}")
    return None


def edit_url(page: Page, site: Site) -> str:
    """Return the address at which an editor changes the data of this page, or nothing where no repository is set."""
    if not site.repository or page.origin is None:
        return ""
    return f"{site.repository.rstrip('/')}/edit/{site.branch}/{quote(page.origin.file)}#L{page.origin.line}"


def _tools(page: Page, site: Site) -> Tools:
    edit = edit_url(page, site)
    where = f"{page.origin.file} 第 {page.origin.line} 行" if page.origin else ""
    return Tools(
        edit=url(edit) if edit else None,
        where=where,
        report=_report(page, site),
        report_how=f"请把页面编号“{_identity(page)}”和不对的地方告诉本站的维护者",
        json=url(relative(page, page.json)) if page.json else None,
    )


def _front_matter(page: Page, site: Site) -> Safe:
    """Write front matter. The theme prints these values without escaping, so they are escaped for HTML here."""
    flat = re.sub(r"\s+", " ", page.description).strip()[:160]
    values = {
        "title": html.escape(page.title),
        "description": html.escape(flat),
    }
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
        attribute=attribute,
        label=_column_label,
        draw=draw,
    )
    return re.sub(r"\n{3,}", "\n\n", text).rstrip() + "\n"
