"""The records as one file, for a copy of the site that must search without an index of pieces."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from generator.search.records import NAMES_WEIGHT, TITLE_WEIGHT, SearchRecord, shown_of

ADDRESS = "search/records.json"


def _whole(record: SearchRecord) -> dict[str, Any]:
    """Return everything that can find the record; the browser cuts it as ``generator.search.segment`` does."""
    names, body = "。".join(record.names), "。".join(record.body)
    said = {"url": record.url, "names": names, "body": body}
    return {name: value for name, value in said.items() if value} | {"meta": shown_of(record)}


def records_file(records: Iterable[SearchRecord]) -> str:
    """Return ``search/records.json``: the weights of the fields, and one record a line (``site_src/assets/search/memory.js``)."""
    weights = json.dumps({"title": TITLE_WEIGHT, "names": NAMES_WEIGHT})
    lines = ",\n".join(json.dumps(_whole(record), ensure_ascii=False, separators=(",", ":")) for record in records)
    return f'{{"weights":{weights},"records":[\n{lines}\n]}}\n'
