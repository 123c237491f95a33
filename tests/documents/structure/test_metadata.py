from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from generator.documents.structure.metadata import collect, is_document_number, read_pairs


def test_two_on_a_line_with_spaces_inside_labels() -> None:
    assert read_pairs("索 引 号：A-1  发 布 机 构: 某县政府") == (("索引号", "A-1"), ("发布机构", "某县政府"))


def test_cells() -> None:
    assert read_pairs("文 号： | 某政〔2021〕1号 | 有效性： |  |") == (("文号", "某政〔2021〕1号"), ("有效性", ""))


def test_dates_are_kept_apart() -> None:
    metadata = collect([("发布日期", "2022-08-06 22:09"), ("成文时间", "2020年6月29日")], "题")
    assert (metadata.dated, metadata.published) == ("2020-06-29", "2022-08-06")


def test_no_validity_by_default() -> None:
    assert collect([("公文时效", "")], "题").validity == ""


def test_prose_is_no_label() -> None:
    assert read_pairs("企业名称：以登记为准的说明见后，发布机构：略") == ()
    assert read_pairs("要规范企业名称：统一登记") == ()


def test_document_numbers() -> None:
    assert is_document_number("某政办发〔2021〕6号")
    assert not is_document_number("根据某政办发〔2021〕6号要求")


@given(st.text(alphabet="索引号文发 :：|一二成日期", max_size=60))
def test_never_raises(words: str) -> None:
    assert all(label == "".join(label.split()) for label, _ in read_pairs(words))
