"""Who and where: regions, units and places."""

from __future__ import annotations

from typing import ClassVar, Literal

from pydantic import Field

from generator.model.base import Line, Part, Prose, Record, Year
from generator.model.identity import PlaceId, RegionId, UnitId

UnitKind = Literal[
    "party",
    "government",
    "congress",
    "court",
    "mass-organisation",
    "association",
    "enterprise",
    "institution",
    "military",
    "group",
]
PlaceKind = Literal["town", "sumu", "township", "subdistrict", "village", "locality", "park", "mine", "port", "scenic", "nature", "outside"]


class RegionCode(Part):
    """An administrative division code and the year of the list that it is taken from."""

    value: str = Field(pattern=r"^[0-9]{6}$")
    """六位代码（GB/T 2260）。"""
    year: Year
    """代码表的年份。"""


class Region(Record):
    """An administrative region that a plan speaks for, or that one of them lies in."""

    KIND: ClassVar[str] = "region"

    name: Line
    """全称。"""
    level: Literal["province", "prefecture", "county", "township", "park"]
    """级别：province 省级，prefecture 地级，county 县级，township 乡级，park 园区。"""
    parent: RegionId | None = None
    """上级地区。"""
    code: RegionCode | None = None
    """行政区划代码。"""


class Unit(Record):
    """A responsible body (单位), or a group of bodies that a document names together."""

    KIND: ClassVar[str] = "unit"

    name: Line
    """名称，照原文，例如“旗农科局”。"""
    kind: UnitKind
    """类别：party 党委部门，government 政府部门，congress 人大政协，court 法院检察院，mass-organisation 群团，
    association 协会，enterprise 企业，institution 事业单位和其他机构，military 军事机关，group 几个单位的统称。"""
    region: RegionId
    """所在地区。"""
    aliases: tuple[Line, ...] = ()
    """别的叫法。同一地区里不能和别的单位重复。"""
    synonyms: tuple[Line, ...] = ()
    """文件里没有、但人们搜索时会打的叫法：机构改革以前的旧名、口头上的简称。只用来搜索，不是正式的别名，页面不印。
    依据是2018年以来地方机构改革的一般常识。同一地区里不能和别的单位重复。"""
    parent: UnitId | None = None
    """上级单位。"""
    place: PlaceId | None = None
    """这个单位管的地方，例如镇。"""
    members: tuple[UnitId, ...] = ()
    """统称里包括哪些单位（只写文件点了名的）。"""
    members_complete: bool = True
    """成员是否写全了。"""
    note: Prose | None = None
    """需要向读者说明的事。"""


class Place(Record):
    """A place that a plan names: a town, a park, a port, a scenic area, a desert."""

    KIND: ClassVar[str] = "place"

    name: Line
    """名称，照原文。"""
    kind: PlaceKind
    """类别：town 镇，sumu 苏木，township 乡，subdistrict 街道，village 嘎查村，locality 地名，park 园区，mine 矿区，
    port 口岸，scenic 景区，nature 沙漠湖泊等，outside 外地。"""
    region: RegionId
    """所在地区。"""
    aliases: tuple[Line, ...] = ()
    """别的叫法。"""
    synonyms: tuple[Line, ...] = ()
    """文件里没有、但人们搜索时会打的叫法：俗称、简称。只用来搜索，不是正式的别名，页面不印。同一地区里不能和别的地方重复。"""
    parent: PlaceId | None = None
    """在哪个地方之内。"""
