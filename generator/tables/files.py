"""The names of the published files."""

from __future__ import annotations

FILES: dict[str, str] = {
    "plan": "plans",
    "division": "divisions",
    "task": "tasks",
    "target": "targets",
    "result": "results",
    "indicator-row": "indicators",
    "indicator-definition": "indicator-definitions",
    "unit": "units",
    "project": "projects",
    "box": "boxes",
    "place": "places",
    "topic": "topics",
    "audience": "audiences",
    "term": "terms",
    "region": "regions",
    "update": "updates",
    "note": "notes",
    "redirect": "redirects",
    "change": "changes",
}
"""Kind of record → name of its export (DESIGN §5). Fixed: others rely on it."""
