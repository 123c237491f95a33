from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from generator.dataset.published import FILE, lasting, list_text, parse
from generator.diagnostics import Span
from generator.model.identity import ID_PATTERN, KINDS
from tests.copies import Copy, error

WRONG = "看不懂这一行，应该是“种类 编号”，例如“task alxa-right-145-021”。这个文件由 minggui publish-list 写成，请不要手改"
KEYS = st.tuples(st.sampled_from(sorted(KINDS)), st.from_regex(ID_PATTERN, fullmatch=True).filter(lambda i: len(i) <= 100))


@given(st.sets(KEYS, max_size=20))
def test_what_is_written_is_read_back(keys: set[tuple[str, str]]) -> None:
    text = list_text(keys)
    found, findings = parse(text, "x")
    assert (set(found), findings) == (keys, [])
    assert list(found) == sorted(keys), "small differences between two editions"
    assert list_text(found) == text


def test_a_line_has_its_place_and_a_wrong_one_is_reported(copy: Copy) -> None:
    lines = len(copy.path(FILE).read_text(encoding="utf-8").splitlines())
    copy.append(FILE, "task new-1\r\n\ntask ../x\nnonsense a\ntask\n")
    dataset, findings = copy.read()
    assert dataset.published["task", "new-1"] == Span("data/published.txt", lines + 1)
    assert findings == [error(Span("data/published.txt", lines + n), "published-list", WRONG) for n in (3, 4, 5)]


def test_no_list_and_one_that_is_not_text(copy: Copy) -> None:
    copy.path(FILE).write_bytes(b"\xff")
    assert [finding.rule for finding in copy.read()[1]] == ["published-list"]
    copy.remove(FILE)
    dataset, findings = copy.read()
    assert (dataset.published, findings) == ({}, [])


def test_the_tiny_project_lists_all_its_records(copy: Copy) -> None:
    dataset, _ = copy.read()
    keys = lasting(dataset.records)
    assert keys < set(dataset.published)
    assert {kind for kind, _ in keys} == set(KINDS) - {"redirect", "change"}
