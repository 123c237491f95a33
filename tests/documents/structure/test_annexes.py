from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from generator.documents.structure.annexes import annex_title, issued_titles, signature_end
from generator.documents.structure.lines import split_lines
from generator.documents.structure.metadata import is_time_stamp

PIECES = ["澄江县人民政府", "澄江县财政局", "2021年3月4日", "附件", "一、目标", "某某清单", "正文。", ""]


def test_issuers_and_a_date_are_a_signature() -> None:
    lines = split_lines("澄江县人民政府\n澄江县财政局\n2021年3月4日\n附件")
    assert signature_end(lines, 0, len(lines)) == 3


def test_an_office_without_a_date_is_none() -> None:
    lines = split_lines("澄江县人民政府\n负责全县工作。\n2021年3月4日")
    assert signature_end(lines, 0, len(lines)) == 0


def test_a_title_on_two_lines_is_joined() -> None:
    lines = split_lines("附件\n澄江县水库管护\n任务分解表\n一、目标")
    assert annex_title(lines, 1, len(lines)) == ("澄江县水库管护任务分解表", 3)


def test_a_line_of_text_is_no_title() -> None:
    lines = split_lines("附件\n名单如下：\n甲乡")
    assert annex_title(lines, 1, len(lines)) == ("", 1)


def test_a_subtitle_in_brackets_stays_outside() -> None:
    lines = split_lines("附件\n澄江县改革经验选编\n（共12项）\n一、目标")
    assert annex_title(lines, 1, len(lines)) == ("澄江县改革经验选编", 2)


def test_titles_that_a_notice_issues() -> None:
    assert issued_titles(["现将《澄江县水库 办法》和《澄江县灌区规定》印发给你们"]) == {"澄江县水库办法", "澄江县灌区规定"}


def test_time_stamps() -> None:
    assert is_time_stamp("2024-01-18 08:30:05")
    assert not is_time_stamp("2024年1月18日")
    assert not is_time_stamp("会议于2024-01-18 08:30举行")


@given(st.lists(st.sampled_from(PIECES), max_size=12))
def test_never_past_the_end(pieces: list[str]) -> None:
    lines = split_lines("\n".join(pieces))
    for first in range(len(lines)):
        assert first <= signature_end(lines, first, len(lines)) <= len(lines)
        assert first <= annex_title(lines, first, len(lines))[1] <= len(lines)
