"""Names and ids of counties, units, places, projects and terms; invented, and each once where it has to be."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from random import Random
from typing import Final

from generator.bench.prose import PROJECTS, phrase
from generator.bench.vocabulary import characters, drawn, rare, words
from generator.importing.pinyin import slug

OFFICES: Final = words(
    "政府办 发改委 教育局 科技局 工信局 公安局 民政局 司法局 财政局 人社局 自然资源局 生态环境局 住建局 交通局 水务局 农牧局",
    "商务局 文旅局 卫健委 退役军人局 应急局 审计局 市监局 统计局 医保局 乡村振兴局 林草局 政务局 信访局 能源局 气象局 税务局",
    "园区管委会 供销社 融媒体中心 招商局 大数据中心 城管局 地震局 档案馆 消防大队 邮政局 粮食局",
)
PARTY: Final = words("党委办 组织部 宣传部 统战部 政法委 编办 纪委监委 党校 网信办 机关工委 老干部局 巡察办")
SOCIAL: Final = words("总工会 团委 妇联 科协 文联 残联 红十字会 工商联")
PLACE_KINDS: Final = (
    ("locality", "滩", 53),
    ("scenic", "景区", 30),
    ("nature", "湖", 29),
    ("park", "园区", 23),
    ("village", "村", 19),
    ("outside", "市", 18),
    ("town", "镇", 12),
    ("subdistrict", "街道", 5),
    ("sumu", "苏木", 3),
    ("township", "乡", 1),
)
"""Kind, end of the name, how many of 193."""


@dataclass(frozen=True, slots=True)
class Named:
    """A thing with an id, a name and its kind."""

    id: str
    name: str
    kind: str


def _once(number: int, make: Callable[[], tuple[str, str]], prefix: str) -> tuple[Named, ...]:
    """Make so many things with different names; ids are told apart by a number."""
    found: dict[str, Named] = {}
    taken: set[str] = set()
    while len(found) < number:
        name, kind = make()
        identifier = prefix + slug(name, 24)
        identifier = identifier if identifier not in taken else f"{identifier}-{len(found)}"
        if name not in found:
            taken.add(identifier)
            found[name] = Named(identifier, name, kind)
    return tuple(found.values())


def counties(number: int) -> tuple[Named, ...]:
    """Return invented counties: two characters each and the kind of region.

    Args:
        number: How many.
    """
    chance = Random("counties")  # noqa: S311 - data for a benchmark
    known = characters()

    def one() -> tuple[str, str]:
        return chance.choice(known) + chance.choice(known) + chance.choice("县旗区"), "county"

    return _once(number, one, "")


def units(county: Named, number: int) -> tuple[Named, ...]:
    """Return the units of a county: its offices first, then invented enterprises.

    Args:
        county: Whose units they are.
        number: How many.
    """
    chance = Random(f"units {county.id}")  # noqa: S311 - data for a benchmark
    kinds = (("government", OFFICES), ("party", PARTY), ("mass-organisation", SOCIAL))
    offices = [(county.name[-1] + name, kind) for kind, names in kinds for name in names]
    chance.shuffle(offices)
    offices = offices[: round(number * 0.6)]

    def one() -> tuple[str, str]:
        return offices.pop() if offices else (f"{county.name[:2]}{rare(chance)}{phrase(chance, ('N', 'NN'))}有限公司", "enterprise")

    return _once(number, one, county.id + "-")


def places(county: Named, number: int) -> tuple[Named, ...]:
    """Return the places of a county.

    Args:
        county: Where they are.
        number: How many.
    """
    chance = Random(f"places {county.id}")  # noqa: S311 - data for a benchmark
    known = characters()

    def one() -> tuple[str, str]:
        kind, end, _ = chance.choices(PLACE_KINDS, [often for *_, often in PLACE_KINDS])[0]
        return "".join(chance.choice(known) for _ in range(chance.choice((2, 2, 3)))) + end, kind

    return _once(number, one, county.id + "-p-")


def projects(county: Named, number: int) -> tuple[Named, ...]:
    """Return the projects of a county's plan.

    Args:
        county: Whose plan names them.
        number: How many.
    """
    chance = Random(f"projects {county.id}")  # noqa: S311 - data for a benchmark

    def one() -> tuple[str, str]:
        return (county.name if chance.random() < 0.2 else "") + phrase(chance, PROJECTS), ""

    return _once(number, one, county.id + "-x-")


def named_words(what: str, number: int, patterns: tuple[str, ...], frequent: tuple[str, ...] = ()) -> tuple[Named, ...]:
    """Return so many different words.

    Args:
        what: What they are for; another purpose gives other words.
        number: How many.
        patterns: What they are made of, as in :func:`generator.bench.prose.phrase`.
        frequent: Words that every tenth one is taken from, so that prose holds some of them.
    """
    chance = Random(f"words {what}")  # noqa: S311 - data for a benchmark

    def one() -> tuple[str, str]:
        return (drawn(chance, frequent) if frequent and chance.random() < 0.1 else phrase(chance, patterns)), ""

    return _once(number, one, "")
