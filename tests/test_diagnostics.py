from __future__ import annotations

import json
import os

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.diagnostics import Diagnostic, Level, Span, as_github, as_json, as_text, has_errors, in_order

ERROR = Diagnostic(Span("data/a.yml", 3, 5), "placeholder", "还没有写完")
WARNING = Diagnostic(Span("data/a.yml", 3, 5), "prose-length", "太长", Level.WARNING)


def test_span_is_clickable_and_counts_from_one() -> None:
    assert str(Span("data/a.yml", 3, 5)) == "data/a.yml:3:5"
    assert str(Span("data/a.yml")) == "data/a.yml:1:1"


def test_order_is_by_place_and_repeats_are_dropped() -> None:
    late = Diagnostic(Span("b.yml", 1, 1), "x", "甲")
    line_ten = Diagnostic(Span("a.yml", 10, 1), "x", "甲")
    line_nine = Diagnostic(Span("a.yml", 9, 7), "x", "甲")
    column = Diagnostic(Span("a.yml", 9, 2), "x", "甲")
    assert in_order([late, line_ten, line_nine, column, line_ten]) == [column, line_nine, line_ten, late]


def test_errors_come_before_warnings_of_the_same_place() -> None:
    assert in_order([WARNING, ERROR]) == [ERROR, WARNING]


def test_only_errors_stop_a_build() -> None:
    assert has_errors([WARNING, ERROR])
    assert not has_errors([WARNING])
    assert not has_errors([])


def test_text_form() -> None:
    assert as_text(ERROR) == "data/a.yml:3:5: error: 还没有写完 [placeholder]"
    assert as_text(WARNING) == "data/a.yml:3:5: warning: 太长 [prose-length]"


def test_github_form() -> None:
    assert as_github(ERROR) == "::error file=data/a.yml,line=3,col=5,title=placeholder::还没有写完"
    assert as_github(WARNING) == "::warning file=data/a.yml,line=3,col=5,title=prose-length::太长"


def test_github_form_escapes_what_separates_properties() -> None:
    odd = Diagnostic(Span("data/a,b:50%.yml", 1, 2), "x", "100%，见 a:b\n::error::假的")
    assert as_github(odd) == "::error file=data/a%2Cb%3A50%25.yml,line=1,col=2,title=x::100%25，见 a:b ::error::假的"


def test_json_form() -> None:
    assert json.loads(as_json([ERROR, WARNING])) == [
        {"file": "data/a.yml", "line": 3, "column": 5, "level": "error", "rule": "placeholder", "message": "还没有写完"},
        {"file": "data/a.yml", "line": 3, "column": 5, "level": "warning", "rule": "prose-length", "message": "太长"},
    ]
    assert as_json([]) == "[]"


@given(st.text(), st.text())
@settings(max_examples=150, deadline=None)
def test_text_form_is_one_printable_line(file: str, message: str) -> None:
    written = as_text(Diagnostic(Span(file, 1, 1), "x", message))
    assert written.isprintable()
    assert written.endswith(" [x]")


@given(st.text(), st.text())
@settings(max_examples=150, deadline=None)
def test_github_form_is_one_printable_line(file: str, message: str) -> None:
    written = as_github(Diagnostic(Span(file, 1, 1), "x", message))
    assert written.isprintable()
    assert written.startswith("::error file=")


@given(st.text(), st.text())
@settings(max_examples=100, deadline=None)
def test_json_form_keeps_every_text(file: str, message: str) -> None:
    row = json.loads(as_json([Diagnostic(Span(file, 2, 3), "x", message)]))[0]
    assert (row["file"], row["line"], row["column"], row["message"]) == (file, 2, 3, message)


@pytest.mark.parametrize("form", [as_text, as_github, lambda d: as_json([d])], ids=["text", "github", "json"])
def test_a_file_name_that_is_no_unicode_can_be_printed(form: object) -> None:
    assert callable(form)
    written = form(Diagnostic(Span(os.fsdecode(b"data/\xff\x1b[2J.yml")), "unknown-file", "不知道"))
    assert "unknown-file" in written.encode("utf-8").decode("utf-8")
    assert "\x1b" not in written
