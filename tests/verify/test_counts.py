"""What the data expects to find is what the reader of documents counts."""

from __future__ import annotations

import pytest

from generator.verify import counts
from tests.copies import Copy
from tests.verify.sample import PLAN_FILE, Wrong, assert_one_difference, read_sample

EXPECTED = "expected: {chapters: 2, sections: 2, tasks: 3, indicators: 4}"
WRONG = [
    Wrong(PLAN_FILE, EXPECTED, EXPECTED.replace("chapters: 2", "chapters: 3"), "chapters: 3|3", ["数出 2 个章", "写的是 3 个"]),
    Wrong(PLAN_FILE, EXPECTED, EXPECTED.replace("sections: 2", "sections: 1"), "sections: 1|1", ["数出 2 个节", "写的是 1 个"]),
    Wrong(PLAN_FILE, EXPECTED, EXPECTED.replace("tasks: 3", "tasks: 2"), "tasks: 2|2", ["数出 7 个编号条目", "写的是 6 个"]),
    Wrong(PLAN_FILE, EXPECTED, EXPECTED.replace("}", ", boxes: 1}"), "boxes: 1|1", ["数出 0 个专栏", "写的是 1 个"]),
]


@pytest.mark.parametrize("wrong", WRONG, ids=lambda wrong: wrong.at)
def test_each_wrong_count_is_one_difference(sample: Copy, wrong: Wrong) -> None:
    assert_one_difference(sample, wrong, counts.RULE)


def test_counting_asks_the_document_only(sample: Copy) -> None:
    _, passages = read_sample(sample)
    assert counts.counts_of(passages.document) == {"chapters": 2, "sections": 2, "boxes": 0, "items": 7}
