"""What the registries know, looked up by printed names, and what they would have to learn: proposals, never edits."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Final

from generator.dataset import Dataset
from generator.importing.pinyin import slug
from generator.importing.text import TO_WRITE, one_line
from generator.importing.yaml_out import Guess, Tree
from generator.model import Indicator, IndicatorDefinition, Place, Project, Region, Unit
from generator.model.place import UnitKind
from generator.text.nearest import nearest
from generator.text.widths import folded

OWN_LEVEL: Final = re.compile(r"^(?:旗|县|区(?!域|块)|盟|州|市(?![场政容民]))(?=.{2})")
"""What a unit's name starts with where it only says the level of its region: 旗农科局."""
_UNIT_KINDS: Final[tuple[tuple[UnitKind, re.Pattern[str]], ...]] = (
    ("congress", re.compile(r"人大|政协")),
    ("court", re.compile(r"法院|检察院")),
    ("military", re.compile(r"武装部|军分区|人武部|武警|消防")),
    ("mass-organisation", re.compile(r"妇联|团委|工会|科协|文联|残联|工商联|侨联|红十字")),
    ("association", re.compile(r"协会|学会|商会|联合会$")),
    ("party", re.compile(r"党委|党校|组织部|宣传部|统战部|政法委|纪委|监委|编办|[旗县区市盟州省]委(?!员)|直属机关工委|巡察")),
    ("enterprise", re.compile(r"公司|集团|银行|支行|信用社|供电|电网|移动|联通|电信|铁塔|烟草")),
    ("government", re.compile(r"局|委$|委员会|办$|办公室|厅|政府|镇|乡$|苏木|街道|管委会|所$|大队|支队")),
)


@dataclass(frozen=True, slots=True)
class Proposal:
    """A record that a registry does not have yet."""

    tree: Tree
    near: str
    """Nearest known name, where one is near."""


@dataclass(slots=True)
class Registry:
    """Known names of one region, and what was not found there."""

    region: str
    region_name: str
    units: dict[str, str]
    """Folded name or alias → id."""
    unit_names: dict[str, str]
    """Id → name, proposed ones too."""
    places: dict[str, str]
    definitions: dict[str, str]
    projects: dict[str, str]
    """Folded name of this plan's projects → id."""
    taken: set[str]
    """Ids that cannot be proposed."""
    new_units: dict[str, Proposal] = field(default_factory=dict)
    new_definitions: dict[str, Proposal] = field(default_factory=dict)
    new_regions: list[Tree] = field(default_factory=list)
    new_terms: dict[str, Tree] = field(default_factory=dict)

    def unit(self, name: str, printed: str, *, group: bool = False) -> str:
        """Return the id of a unit by its full or printed name; propose one where there is none."""
        known = self.units.get(folded(name)) or self.units.get(folded(printed))
        if known is not None:
            return known
        key = folded(name)
        identifier = self._free(f"{self.region}-{slug(OWN_LEVEL.sub('', name))}")
        near = nearest(name, self.unit_names.values(), cutoff=0.6)
        kind = Guess(unit_kind(name, group), "类别按名称推测")
        tree: Tree = {"id": identifier, "name": one_line(name), "kind": kind, "region": self.region}
        self.new_units[identifier] = Proposal(tree, near[0] if near else "")
        self.units[key], self.unit_names[identifier] = identifier, name
        return identifier

    def definition(self, name: str, measure: str, quantity: str) -> str:
        """Return the id of an indicator's definition; propose one where there is none."""
        key = folded(name)
        if key in self.definitions:
            return self.definitions[key]
        identifier = self._free(slug(name))
        near = nearest(name, [words for words in self.definitions if words], cutoff=0.6)
        tree: Tree = {
            "id": identifier,
            "name": one_line(name),
            "quantity": Guess(quantity, "按名称和单位推测"),
            "measure": one_line(measure) or TO_WRITE,
            "topic": TO_WRITE,
            "explanation": TO_WRITE,
        }
        self.new_definitions[identifier] = Proposal(tree, near[0] if near else "")
        self.definitions[key] = identifier
        return identifier

    def project(self, name: str) -> tuple[str, bool]:
        """Return the id of this plan's project of that name, and whether it is new in this draft."""
        key = folded(name)
        if key in self.projects:
            return self.projects[key], False
        identifier = self._free(f"{self.region}-{slug(name)}")
        self.projects[key] = identifier
        return identifier, True

    def places_in(self, text: str) -> list[str]:
        """Return the ids of the registered places that a text names, each once."""
        found: dict[str, int] = {}
        for name in sorted(self.places, key=len, reverse=True):
            # A longer name is read first, so that 塔木素工业集中区 is not 塔木素 as well.
            if (at := text.find(name)) >= 0:
                found.setdefault(self.places[name], at)
                text = text.replace(name, "\n" * len(name))
        return sorted(found, key=lambda identifier: found[identifier])

    def _free(self, wanted: str) -> str:
        identifier, number = wanted[:90].strip("-"), 2
        while identifier in self.taken:
            identifier, number = f"{wanted[:90].strip('-')}-{number}", number + 1
        self.taken.add(identifier)
        return identifier


def unit_kind(name: str, group: bool) -> UnitKind:
    """Guess what kind of body a name is."""
    if group:
        return "group"
    return next((kind for kind, pattern in _UNIT_KINDS if pattern.search(name)), "institution")


def _by_name(records: Iterable[Unit | Place | IndicatorDefinition]) -> dict[str, str]:
    rows = list(records)
    found: dict[str, str] = {}
    for record in rows:
        for alias in record.aliases:
            found.setdefault(folded(alias), record.id)
    return found | {folded(record.name): record.id for record in rows}


def _region(regions: Mapping[str, Region], identifier: str) -> tuple[str, list[Tree]]:
    known = regions.get(identifier)
    if known is not None:
        return known.name, []
    return "", [{"id": identifier, "name": TO_WRITE, "level": Guess("county", "级别没有核对"), "parent": TO_WRITE}]


def read_registry(dataset: Dataset, plan: str, region: str) -> Registry:
    """Collect the names that a draft may refer to."""
    units = [unit for unit in dataset.all(Unit).values() if unit.region == region]
    places = [place for place in dataset.all(Place).values() if place.region == region]
    printed = {folded(row.name): row.definition for row in dataset.all(Indicator).values()}
    name, new_regions = _region(dataset.all(Region), region)
    return Registry(
        region=region,
        region_name=name,
        units=_by_name(units),
        unit_names={unit.id: unit.name for unit in units},
        places={spoken: place.id for place in places for spoken in (place.name, *place.aliases) if len(spoken) > 1},
        definitions=printed | _by_name(dataset.all(IndicatorDefinition).values()),
        projects={folded(p.name): p.id for p in dataset.all(Project).values() if p.plan == plan},
        taken={identifier for shelf in dataset.records.values() for identifier in shelf}
        | {identifier for _, identifier in dataset.published},
        new_regions=new_regions,
    )
