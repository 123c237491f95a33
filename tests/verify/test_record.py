"""The result as a data file."""

from __future__ import annotations

from datetime import date

from generator.model import Verification
from generator.verify import Ledger, file_text, ledger_of, verify
from generator.verify.ledger import Count, Gap
from generator.verify.run import Verified
from tests.copies import Copy
from tests.verify.sample import read_sample

DAY = date(2026, 1, 31)
FILE = "plans/yunxi-145/verification.yml"


def read_back(copy: Copy, text: str) -> Verification:
    copy.append(FILE, text)
    return copy.graph().dataset.all(Verification)["yunxi-145-verification"]


def test_what_is_written_is_a_record(sample: Copy) -> None:
    graph, passages = read_sample(sample)
    verified, ledger = verify(graph, passages), ledger_of(graph, passages)
    record = read_back(sample, file_text(passages, verified, ledger, DAY, {}))
    assert (record.plan, record.document, record.sha256, record.date_) == ("yunxi-145", "main", passages.sha256, DAY)
    assert {count.kind: count.number for count in record.facts} == verified.looked_at
    assert {count.what: Count(count.found, count.represented) for count in record.coverage} == ledger.counts
    assert (record.differences, record.open) == (0, ())


def test_gaps_keep_their_reasons_and_quote_what_yaml_would_read(sample: Copy) -> None:
    _, passages = read_sample(sample)
    gaps = (Gap("items", 3, '8. "甲": {乙} # 丙'), Gap("figures", 4, "很长很长很长很长很长很长很长很长很长"), Gap("rows", 5, "  "))
    ledger = Ledger({"items": Count(2, 1)}, gaps)
    text = file_text(passages, Verified({"role": 3}, ()), ledger, DAY, {("items", '8."甲":{乙}#丙'): "原文重复: “同上”"})
    record = read_back(sample, text)
    assert [(place.what, place.starts, place.reason) for place in record.open] == [
        ("items", '8."甲":{乙}#丙', "原文重复: “同上”"),
        ("figures", "很长很长很长很长很长很长很长很长", None),
        ("rows", "（空）", None),
    ]


def test_the_same_result_gives_the_same_bytes(sample: Copy) -> None:
    one, other = (file_text(p, verify(g, p), ledger_of(g, p), DAY, {}) for g, p in (read_sample(sample), read_sample(sample)))
    assert one == other
    assert one.endswith("\n")
