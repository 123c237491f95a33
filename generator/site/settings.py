"""Settings from ``mkdocs.yml``, overridden by the environment (for CI and forks)."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

from pydantic import ValidationError

from generator.dataset.messages import describe
from generator.diagnostics import Diagnostic, Span
from generator.model.site import Site
from generator.source import load

FILE = "mkdocs.yml"
OVERRIDES = {
    "url": "MINGGUI_SITE_URL",
    "repository": "MINGGUI_REPOSITORY",
    "branch": "MINGGUI_BRANCH",
    "contact": "MINGGUI_CONTACT",
}


def read_site(root: Path, environment: Mapping[str, str]) -> tuple[Site | None, list[Diagnostic]]:
    """Read the site's settings.

    Args:
        root: The project's root.
        environment: Usually ``os.environ``; an empty value overrides nothing.
    """
    path = root / FILE
    if not path.is_file():
        return None, [Diagnostic(Span(FILE), "settings", f"找不到 {FILE}；请在项目的根目录运行，或用 --root 指出它")]
    source, findings = load(path.read_bytes(), FILE)
    if source is None:
        return None, findings
    if not isinstance(source.value, dict):
        return None, [*findings, Diagnostic(source.span(()), "settings", f"{FILE} 应该是一组“字段: 值”，例如“site_name: 明规”")]
    extra = source.value.get("extra")
    own = extra.get("minggui") if isinstance(extra, dict) else None
    values = dict(own) if isinstance(own, dict) else {}
    values |= {"name": source.value.get("site_name"), "url": source.value.get("site_url") or ""}
    values |= {"description": source.value.get("site_description") or ""}
    values |= {field: environment[name] for field, name in OVERRIDES.items() if environment.get(name)}
    try:
        return Site.model_validate_json(json.dumps(values, ensure_ascii=False)), findings
    except ValidationError as error:
        for detail in error.errors(include_url=False):
            field = detail["loc"][0] if detail["loc"] else ""
            own_place: tuple[str | int, ...] = ("extra", "minggui", *detail["loc"])
            place = {"name": ("site_name",), "url": ("site_url",), "description": ("site_description",)}.get(str(field), own_place)
            override = OVERRIDES.get(str(field))
            hint = f"（来自环境变量 {override}）" if override and environment.get(override) else ""
            findings.append(Diagnostic(source.span(place), "settings", describe(detail, list(Site.model_fields)) + hint))
        return None, findings
