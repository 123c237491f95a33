"""Settings of the site: one place each, overridden by the environment, errors at their line."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.site.settings import OVERRIDES, read_site
from tests.conftest import ROOT

PLAIN = """\
site_name: 小样
site_url: ""
extra:
  minggui:
    as_of: 2026-01-31
    repository: ""
    branch: main
    contact: ""
"""


def settings(root: Path, text: str) -> Path:
    (root / "mkdocs.yml").write_text(text, encoding="utf-8")
    return root


def test_settings_are_read(tmp_path: Path) -> None:
    site, findings = read_site(settings(tmp_path, PLAIN.replace('site_url: ""', "site_url: https://example.org/plans/")), {})
    assert findings == []
    assert site is not None
    assert (site.name, site.as_of.isoformat(), site.branch) == ("小样", "2026-01-31", "main")
    assert (site.url, site.repository, site.contact) == ("https://example.org/plans/", "", "")


def test_the_environment_overrides_each_setting(tmp_path: Path) -> None:
    wanted = {
        "url": "https://example.org/site/",
        "repository": "https://example.org/code",
        "branch": "release/1",
        "contact": "editors@example.org",
    }
    environment = {OVERRIDES[field]: value for field, value in wanted.items()}
    assert set(environment) == {"MINGGUI_SITE_URL", "MINGGUI_REPOSITORY", "MINGGUI_BRANCH", "MINGGUI_CONTACT"}
    site, findings = read_site(settings(tmp_path, PLAIN), environment)
    assert findings == []
    assert site is not None
    assert site.model_dump(include=set(wanted)) == wanted


def test_an_empty_variable_overrides_nothing(tmp_path: Path) -> None:
    root = settings(tmp_path, PLAIN.replace('contact: ""', "contact: a@example.org"))
    site, findings = read_site(root, {"MINGGUI_CONTACT": "", "MINGGUI_BRANCH": ""})
    assert findings == []
    assert site is not None
    assert (site.contact, site.branch) == ("a@example.org", "main")


@pytest.mark.parametrize(
    ("written", "wrong", "line", "column"),
    [
        ("as_of: 2026-01-31", "as_of: 昨天", 5, 12),
        ("as_of: 2026-01-31", "as_of: 20260131.5", 5, 12),
        ('repository: ""', "repository: javascript:alert(1)", 6, 17),
        ('repository: ""', "repository: example.org/code", 6, 17),
        ("branch: main", "branch: a b", 7, 13),
        ('contact: ""', "contact: nobody", 8, 14),
        ('contact: ""', "contact: 12", 8, 14),
        ("site_name: 小样", 'site_name: ""', 1, 12),
        ('site_url: ""', "site_url: ftp://example.org", 2, 11),
    ],
)
def test_a_wrong_setting_is_an_error_at_its_place(tmp_path: Path, written: str, wrong: str, line: int, column: int) -> None:
    site, findings = read_site(settings(tmp_path, PLAIN.replace(written, wrong)), {})
    assert site is None
    assert [(str(d.span), d.rule) for d in findings] == [(f"mkdocs.yml:{line}:{column}", "settings")]


def test_an_unknown_setting_is_named_with_the_nearest_known(tmp_path: Path) -> None:
    site, findings = read_site(settings(tmp_path, PLAIN.replace("contact:", "contcat:")), {})
    assert site is None
    assert len(findings) == 1
    assert findings[0].span.line == 8
    assert "contcat" in findings[0].message
    assert "contact" in findings[0].message


def test_a_missing_date_is_named(tmp_path: Path) -> None:
    site, findings = read_site(settings(tmp_path, PLAIN.replace("    as_of: 2026-01-31\n", "")), {})
    assert site is None
    assert len(findings) == 1
    assert "as_of" in findings[0].message


@pytest.mark.parametrize(("name", "value"), [("MINGGUI_SITE_URL", "example.org"), ("MINGGUI_CONTACT", "me"), ("MINGGUI_BRANCH", "a b")])
def test_a_wrong_variable_is_named(tmp_path: Path, name: str, value: str) -> None:
    site, findings = read_site(settings(tmp_path, PLAIN), {name: value})
    assert site is None
    assert len(findings) == 1
    assert name in findings[0].message


@pytest.mark.parametrize(
    "text", ["", "- a\n", "extra: 5\n", "site_name: [\n", "a: 1\na: 2\n", "extra:\n  minggui: [1]\n", "\x00", "site_name: \xff"]
)
def test_a_useless_file_is_an_error_and_no_traceback(tmp_path: Path, text: str) -> None:
    (tmp_path / "mkdocs.yml").write_bytes(text.encode("latin-1"))
    site, findings = read_site(tmp_path, {})
    assert site is None
    assert findings, "a project without settings must not pass in silence"
    assert all(d.span.file == "mkdocs.yml" for d in findings)


def test_a_missing_file_says_where_to_run(tmp_path: Path) -> None:
    site, findings = read_site(tmp_path, {})
    assert site is None
    assert [str(d.span) for d in findings] == ["mkdocs.yml:1:1"]
    assert "--root" in findings[0].message


DRAWN = "0b9f3c5e-7a34-4c1b-8f5d-2d1c6a7e9b10"


@pytest.mark.parametrize("written", [DRAWN, f'"{DRAWN}"'])
def test_a_site_may_have_an_id_of_its_own(tmp_path: Path, written: str) -> None:
    site, findings = read_site(settings(tmp_path, f"{PLAIN}    id: {written}\n"), {})
    assert (findings, site and site.id) == ([], DRAWN)
    bare, _ = read_site(settings(tmp_path, PLAIN), {})
    assert bare is not None
    assert bare.id == ""


@pytest.mark.parametrize("written", ["minggui", DRAWN.upper(), DRAWN.replace("-", ""), f"urn:uuid:{DRAWN}", "7"])
def test_an_id_that_is_no_uuid_is_found_at_its_line(tmp_path: Path, written: str) -> None:
    site, findings = read_site(settings(tmp_path, f"{PLAIN}    id: {written}\n"), {})
    assert site is None
    (finding,) = findings
    assert finding.span.line == 9
    assert "UUID" in finding.message or "文字" in finding.message


def test_this_repository_has_one() -> None:
    site, _ = read_site(ROOT, {})
    assert site is not None
    assert site.id == "3abb4107-4d2e-43c4-8eba-7ad35bd72595", "it must never change: subscribers would get everything anew"
