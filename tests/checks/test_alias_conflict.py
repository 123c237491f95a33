from __future__ import annotations

from generator.checks import alias_conflict
from tests.copies import Copy, error

RULE = alias_conflict.RULE
UNITS, PLACES = "units/qinghe.yml", "places/qinghe.yml"


def test_the_tiny_project_is_clean(copy: Copy) -> None:
    assert copy.check(RULE) == []


def test_an_alias_that_another_unit_has(copy: Copy) -> None:
    copy.edit(UNITS, "aliases: [交通局]", "aliases: [交通局, 民政局]")
    span = copy.span(UNITS, "[交通局, 民政局]", "民政局")
    assert copy.check(RULE) == [
        error(span, RULE, "“民政局”已经是单位“县民政局”（qinghe-minzheng）的名称或别的叫法，同一地区里不能重复，请删去一个")
    ]


def test_a_name_that_another_unit_has_as_alias(copy: Copy) -> None:
    copy.edit(UNITS, "name: 县交通局", "name: 民政局")
    span = copy.span(UNITS, "name: 民政局", "民政局")
    assert copy.check(RULE) == [
        error(span, RULE, "“民政局”已经是单位“县民政局”（qinghe-minzheng）的名称或别的叫法，同一地区里不能重复，请删去一个")
    ]


def test_two_places_of_one_name(copy: Copy) -> None:
    copy.edit(PLACES, "name: 黑滩乡", "name: 茶园")
    span = copy.span(PLACES, "name: 茶园", "茶园")
    assert copy.check(RULE) == [
        error(span, RULE, "“茶园”已经是地方“白石茶园”（baishi-park）的名称或别的叫法，同一地区里不能重复，请删去一个")
    ]


def test_another_region_may_use_the_name(copy: Copy) -> None:
    copy.append("units/linhe.yml", "units:\n  - {id: linhe-minzheng, name: 县民政局, kind: government, region: linhe, aliases: [民政局]}\n")
    assert copy.check(RULE) == []


def test_a_unit_and_a_place_may_share_a_name(copy: Copy) -> None:
    copy.edit(UNITS, "name: 各乡镇", "name: 黑滩乡")
    assert copy.check(RULE) == []


def test_a_unit_may_repeat_its_own_name(copy: Copy) -> None:
    copy.edit(UNITS, "aliases: [民政局]", "aliases: [民政局, 县民政局]")
    assert copy.check(RULE) == []


def test_a_synonym_that_another_unit_has_as_name_or_alias(copy: Copy) -> None:
    copy.edit(UNITS, "aliases: [交通局]", "aliases: [交通局], synonyms: [民政局]")
    span = copy.span(UNITS, "synonyms: [民政局]", "民政局")
    assert copy.check(RULE) == [
        error(span, RULE, "“民政局”已经是单位“县民政局”（qinghe-minzheng）的名称或别的叫法，同一地区里不能重复，请删去一个")
    ]


def test_a_synonym_that_two_units_claim(copy: Copy) -> None:
    copy.edit(UNITS, "aliases: [民政局]", "aliases: [民政局], synonyms: [老局]")
    copy.edit(UNITS, "aliases: [交通局]", "aliases: [交通局], synonyms: [运管所, 老局]")
    span = copy.span(UNITS, "[运管所, 老局]", "老局")
    assert copy.check(RULE) == [
        error(span, RULE, "“老局”已经是单位“县民政局”（qinghe-minzheng）的名称或别的叫法，同一地区里不能重复，请删去一个")
    ]


def test_a_synonym_that_two_places_claim(copy: Copy) -> None:
    copy.edit(PLACES, "name: 黑滩乡", "synonyms: [茶园], name: 黑滩乡")
    span = copy.span(PLACES, "synonyms: [茶园]", "茶园")
    assert copy.check(RULE) == [
        error(span, RULE, "“茶园”已经是地方“白石茶园”（baishi-park）的名称或别的叫法，同一地区里不能重复，请删去一个")
    ]


def test_another_region_may_use_the_synonym(copy: Copy) -> None:
    copy.append("units/linhe.yml", "units:\n  - {id: linhe-lao, name: 县老局, kind: government, region: linhe, synonyms: [民政局]}\n")
    assert copy.check(RULE) == []
