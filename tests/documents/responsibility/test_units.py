"""The grammar of unit names in lists."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.documents.responsibility.units import read_names


def names(text: str, prefix: str = "") -> list[str]:
    return [n.name for n in read_names(text, prefix=prefix).names]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("旗委办公室、组织部,旗人大办、政府办", "旗委办公室 旗委组织部 旗人大办 旗政府办"),
        ("旗委宣传部、旗纪委监委、民政局", "旗委宣传部 旗纪委监委 旗民政局"),
        ("旗农科局、生态环境局云岭旗分局、林草局", "旗农科局 生态环境局云岭旗分局 旗林草局"),
        ("旗供电分局、国网朔川供电公司、消防大队", "旗供电分局 国网朔川供电公司 旗消防大队"),
        ("县市场监管局、市场监管所", "县市场监管局 县市场监管所"),
        ("市城市管理局、市场监管局、市政管理局", "市城市管理局 市市场监管局 市市政管理局"),
        ("旗自然资源局、市监局", "旗自然资源局 旗市监局"),
        ("市公安局、国家安全局、乡村振兴局", "市公安局 市国家安全局 市乡村振兴局"),
        ("国家发展改革委、科技部", "国家发展改革委 科技部"),
        ("市发展和改革委员会和市财政局", "市发展和改革委员会 市财政局"),
        ("各区、县级市", "各区 各县级市"),
        ("各镇党委、政府", "各镇党委 各镇政府"),
        ("各街道、开发区，市教育局", "各街道 各开发区 市教育局"),
        ("市教育局（市语委办）、体育局", "市教育局（市语委办） 市体育局"),
        ("市财政局、组织部", "市财政局 市委组织部"),
        ("县委  宣传部、县 财政局", "县委宣传部 县财政局"),
        ("镇江市财政局、和平区教育局、民政局", "镇江市财政局 和平区教育局 和平区民政局"),
        ("市科协、团市委、市文联", "市科协 团市委 市文联"),
        ("县发改局、县统计局等15个部门单位", "县发改局 县统计局"),
        ("市发展改革委、市财\n政局", "市发展改革委 市财政局"),
        ("市发展改革委\n市财政局", "市发展改革委 市财政局"),
        ("市教育局（负责城区学校）、市住建局", "市教育局 市住建局"),
    ],
)
def test_names(text: str, expected: str) -> None:
    assert names(text) == expected.split()


@pytest.mark.parametrize("text", ["副县长白石川", "何云山", "周小舟 林溪", "市委书记何云山", "阿拉腾其其格", "巴特尔·苏和", "赵主任"])
def test_persons_are_never_names(text: str) -> None:
    assert names(text) == []
    assert names("市教育局、" + text) == ["市教育局"]


@pytest.mark.parametrize("tail", ["等", "等部门", "等有关部门", "等部门、单位", "等15个部门单位", "、有关部门", "和有关单位"])
def test_open_tail_is_no_unit(tail: str) -> None:
    (name,) = read_names("市教育局" + tail).names
    assert (name.name, name.open) == ("市教育局", True)


@pytest.mark.parametrize(
    ("text", "vague"),
    [
        ("各苏木镇", False),
        ("旗直各相关部门", True),
        ("市直有关部门", True),
        ("各县（市、区）人民政府", False),
        ("各镇（街道）", False),
        ("旗属企业", False),
    ],
)
def test_groups(text: str, vague: bool) -> None:
    (name,) = read_names(text).names
    assert (name.name, name.group, name.open) == (text, True, vague)


def test_what_is_inherited_over_a_comma_is_not_certain() -> None:
    first, second = read_names("旗住建局,水务局").names
    assert (first.confidence, second.name) == (1.0, "旗水务局")
    assert second.inherited and second.confidence < 1 and second.why


def test_given_prefix() -> None:
    assert names("组织部、财政局", "市委") == ["市委组织部", "市财政局"]
    assert all(n.confidence < 1 for n in read_names("组织部、财政局", prefix="市委").names)


def test_shared_noun_at_the_end() -> None:
    first, second = read_names("各区、县级市政府").names
    assert (first.name, second.name) == ("各区政府", "各县级市政府")
    assert first.confidence < 1 and first.why


def test_mark_in_a_bracket() -> None:
    first, second = read_names("市民政局（牵头）、医保局").names
    assert (first.mark, second.mark) == ("牵头", "")


@given(
    st.text(alphabet="市县区旗各省委局办部厅政府财教育等部门、，,；。（）() \n和及由会队张三", max_size=120),
    st.sampled_from(["", "市", "旗委"]),
)
def test_names_stand_in_the_text(text: str, prefix: str) -> None:
    last = 0
    for name in read_names(text, prefix=prefix).names:
        assert last <= name.start < name.end <= len(text)
        assert "".join(text[name.start : name.end].split()) in name.name
        assert name.confidence == 1 or name.why
        last = name.end


@given(st.text(max_size=150))
def test_any_text_is_read(text: str) -> None:
    assert all(n.name for n in read_names(text).names)
