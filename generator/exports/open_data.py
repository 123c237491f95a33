"""Everything under ``data/`` and every record alone: one pass over the graph for all formats."""

from __future__ import annotations

from generator.exports.archive import zipped
from generator.exports.citation import citation, readme
from generator.exports.csv_files import csv_files
from generator.exports.json_files import json_files
from generator.exports.package import data_package
from generator.exports.rows import rows_by_kind
from generator.exports.sheets import plan_sheets
from generator.exports.workbook import workbook
from generator.graph import Graph
from generator.model.site import Site
from generator.pages.data import ARCHIVE, CITATION, PACKAGE, workbook_name
from generator.pages.lists import ordered_plans

FOLDER = "data/"


def open_data(graph: Graph, site: Site) -> dict[str, str | bytes]:
    """Return every published data file: path below the site's root → content.

    Args:
        graph: The linked data.
        site: The site's settings; ``as_of`` stands for the clock.
    """
    rows = rows_by_kind(graph, site.url)
    files: dict[str, str | bytes] = {**dict(json_files(graph, rows)), **dict(csv_files(graph, rows))}
    for plan in ordered_plans(graph):
        files[workbook_name(plan)] = workbook(plan_sheets(graph, plan, site), plan.title, site.name, site.as_of)
    inside = {
        name.removeprefix(FOLDER): content.encode("utf-8") if isinstance(content, str) else content
        for name, content in files.items()
        if name.startswith(FOLDER)
    }
    inside[PACKAGE.removeprefix(FOLDER)] = data_package(graph, site, inside)
    inside[CITATION.removeprefix(FOLDER)] = citation(site).encode("utf-8")
    files |= {FOLDER + name: content for name, content in inside.items()}
    files[ARCHIVE] = zipped({"README.txt": readme(site).encode("utf-8"), **inside}, site.as_of)
    return files
