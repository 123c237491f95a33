"""The files of a new site."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from generator import schema
from generator.starting import carried
from generator.starting.look import MANIFEST, manifest

OUR_NAME = "明规"
_GAP = re.compile(r"%%([\w/-]+)%%")


@dataclass(frozen=True, slots=True)
class Answers:
    """What the person who starts a site was asked. The command line has checked every text."""

    region: str
    """Id of the region."""
    region_name: str
    level: str
    code: tuple[str, int] | None
    """Administrative code, and the year of its list."""
    site_name: str
    site_id: str
    """A UUID that no other site has."""
    repository: str
    contact: str
    today: date
    generator: str
    """The requirement that pip installs the program by."""


def _gaps(answers: Answers) -> dict[str, str]:
    code = f"\n    code: {{value: '{answers.code[0]}', year: {answers.code[1]}}}" if answers.code else ""
    return {
        "region": answers.region,
        "region_name": answers.region_name,
        "level": answers.level,
        "code": code,
        "site_name": answers.site_name,
        "repository": answers.repository,
        "contact": answers.contact,
        "today": answers.today.isoformat(),
        "generator": answers.generator,
        "site_id": answers.site_id,
    } | carried.actions()


def _renamed(content: bytes, answers: Answers) -> bytes:
    return content.replace(OUR_NAME.encode(), answers.site_name.encode())


def new_site(answers: Answers) -> dict[str, bytes]:
    """Return every file of a new site: path below its folder → content.

    Args:
        answers: What it is about.
    """
    gaps = _gaps(answers)
    files = {name: _GAP.sub(lambda gap: gaps[gap[1]], text).encode("utf-8") for name, text in carried.templates().items()}
    for name, content in carried.look().items():
        files[f"site_src/{name}"] = _renamed(content, answers) if name.startswith(carried.OWN_PAGES) else content
    files |= {name: _renamed(content, answers) for name, content in carried.shared().items()}
    files[f"site_src/{MANIFEST}"] = manifest(carried.look())
    files["requirements/locked.txt"] = carried.locked()
    return files | {name: text.encode("utf-8") for name, text in schema.schemas().items()}
