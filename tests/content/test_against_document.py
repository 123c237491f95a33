"""The data of every plan against the official text that it was read from, by a small reader of its own.

The texts are not ours to publish and lie outside the repository; without them these tests are skipped.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from functools import cache

import pytest

from generator.dataset import read_dataset
from generator.graph import Graph, link
from generator.model import Division, Plan, Target, Task
from generator.model.base import Source
from tests.conftest import ROOT

SOURCES = ROOT.parent / "shared" / "sources"
PRINTED = {"牵头单位": "leads", "参加单位": "participants"}


@dataclass(frozen=True)
class Read:
    """A plan and the text that its hash names."""

    graph: Graph
    plan: Plan
    text: str

    @property
    def tasks(self) -> list[Task]:
        return [task for task in self.graph.tasks.values() if task.plan == self.plan.id]

    @property
    def divisions(self) -> list[Division]:
        return [division for division in self.graph.divisions.values() if division.plan == self.plan.id]


def flat(text: str) -> str:
    """Drop white space: copies differ in it, and pages break lines inside sentences."""
    return re.sub(r"\s+", "", text)


@cache
def plans() -> tuple[Read, ...]:
    """Find the plans whose text is at hand."""
    texts = {hashlib.sha256(file.read_bytes()).hexdigest(): file for file in SOURCES.glob("*.txt")} if SOURCES.is_dir() else {}
    graph = link(read_dataset(ROOT)[0])
    found = []
    for plan in graph.plans.values():
        files = [texts[d.sha256] for d in plan.documents if d.sha256 in texts]
        if files:
            found.append(Read(graph, plan, files[0].read_text(encoding="utf-8-sig")))
    return tuple(found)


@pytest.fixture(params=plans() or [None], ids=lambda read: read.plan.id if read else "no-text")
def read(request: pytest.FixtureRequest) -> Read:
    if request.param is None:
        pytest.skip(f"no official text at {SOURCES} has the sha256 of a document in data/")
    found: Read = request.param
    return found


def place_of(text: str, source: Source) -> int:
    """Return where a locator points in a text without white space, or -1. A passage starts a line where one does."""
    lines, flat_text, starts = text.split("\n"), "", set()
    for line in lines:
        starts.add(len(flat_text))
        flat_text += flat(line)
    wanted = flat(source.starts)
    found = [m.start() for m in re.finditer(re.escape(wanted), flat_text)]
    at_line = [place for place in found if place in starts]
    candidates = at_line if len(at_line) >= (source.nth or 1) else found
    return candidates[(source.nth or 1) - 1] if len(candidates) >= (source.nth or 1) else -1


def test_every_text_at_hand_is_used_by_one_plan() -> None:
    if not SOURCES.is_dir():
        pytest.skip(f"{SOURCES} is not there")
    assert plans(), "no document's sha256 is that of a text"
    used = [document.sha256 for read in plans() for document in read.plan.documents]
    assert len(used) == len(set(used))


def test_printed_titles_stand_in_the_text(read: Read) -> None:
    text = flat(read.text)
    records: list[Task | Division] = [*read.tasks, *read.divisions]
    missing = [(r.id, r.title) for r in records if r.title_basis == "printed" and flat(r.title) not in text]
    assert missing == []
    labels = [(d.id, d.label) for d in read.divisions if d.label and not d.inferred and flat(d.label + d.title) not in text]
    assert labels == []


def test_printed_task_titles_open_their_passage(read: Read) -> None:
    """A title that is printed stands at the head of the task's own passage, behind its number."""
    text = flat(read.text)
    wrong = []
    for task in read.tasks:
        if task.title_basis == "printed" and task.number is not None:
            place = place_of(read.text, task.source)
            if not text.startswith(f"{task.number}.{flat(task.title)}", place):
                wrong.append((task.id, task.title, text[max(place, 0) : place + 30]))
    assert wrong == []


def test_every_locator_finds_its_passage(read: Read) -> None:
    graph, plan = read.graph, read.plan.id
    sources = [(t.id, t.source) for t in read.tasks]
    sources += [(d.id, d.source) for d in read.divisions if d.source is not None]
    sources += [(row.id, row.source) for row in graph.rows.values() if row.plan == plan]
    sources += [(project.id, project.source) for project in graph.projects.values() if project.plan == plan]
    notes = {note.id: note for shelf in graph.back.notes.values() for note in shelf if note.plan == plan}
    sources += [(note.id, source) for note in notes.values() for source in note.sources]
    boxes = {box.id: box for shelf in graph.back.boxes.values() for box in shelf if box.plan == plan}
    sources += [(box.id, box.source) for box in boxes.values()]
    assert len(sources) >= len(read.tasks) + len(read.divisions)
    assert [(identifier, source) for identifier, source in sources if source.document is None and place_of(read.text, source) < 0] == []


def test_tasks_stand_in_the_order_of_the_text(read: Read) -> None:
    ordered = sorted(read.tasks, key=lambda task: task.order)
    places = [(place_of(read.text, task.source), task.order) for task in ordered]
    assert places == sorted(places)


WIDTHS = str.maketrans("（），：；", "(),:;")


def test_project_names_are_made_of_their_passage(read: Read) -> None:
    """A name may join two places of its passage (阿拉腾朝格…基地), so its parts are looked for, not the whole."""
    strange = []
    for project in read.graph.projects.values():
        if project.plan != read.plan.id:
            continue
        name, at, passage = flat(project.name).translate(WIDTHS), 0, passage_of(read, project.source).translate(WIDTHS)
        while at < len(name):
            longest = next((n for n in range(len(name) - at, 1, -1) if name[at : at + n] in passage), 0)
            if not longest:
                strange.append((project.id, project.name, name[at:]))
                break
            at += longest
    assert strange == []


def test_numbers_and_dates_of_the_document_stand_there(read: Read) -> None:
    text, plan = flat(read.text), read.plan
    for value in (plan.document_number, plan.index_number, plan.issuer, plan.category):
        assert value is None or flat(value) in text, value
    if plan.adopted is not None:
        assert flat(plan.adopted.body) in text
    days = [plan.dated, plan.published, plan.delivered, plan.adopted.date_ if plan.adopted else None]
    for day in filter(None, days):
        forms = (day.isoformat(), f"{day.year}年{day.month}月{day.day}日", f"{day.year}/{day.month}/{day.day}", day.strftime("%Y%m%d"))
        assert any(form in text for form in forms), day
    if plan.validity != "未注明":
        assert plan.validity in text
    if plan.implements is not None:
        assert flat(plan.implements.title) in text


# Responsibility lines


def printed_lines(text: str) -> dict[int, dict[str, str]]:
    """Return task number → role → the printed line, for texts that print ``21.…`` and then 牵头单位 and 参加单位."""
    found: dict[int, dict[str, str]] = {}
    number, role = 0, ""
    for line in (flat(raw) for raw in text.split("\n")):
        opened = re.match(r"(\d{1,3})\.\D", line)
        labelled = re.match(r"(牵头单位|参加单位|数据提供单位)[:：](.*)", line)
        if labelled:
            role = labelled[1]
            found.setdefault(number, {})[role] = labelled[2]
        elif opened:
            number, role = int(opened[1]), ""
        elif line and role and not re.match(r"[一二三四五六七八九十]+、|[(（]", line) and found[number][role].endswith((",", "，", "、")):
            found[number][role] += line  # the page broke the line
        elif line:
            role = ""
    return found


def units_of(line: str, names: dict[str, str]) -> list[str]:
    """Resolve a printed line: a name without 旗 or 旗委 takes the prefix that stood before it in the line."""
    resolved, prefix = [], ""
    for name in re.split(r"[、,，;；]", line.strip("。.")):
        if name.startswith("旗委"):
            prefix = "旗委"
        elif name.startswith("旗"):
            prefix = "旗"
        spelled = [name] if name.startswith(("旗", "盟", "各")) else [prefix + name, name]
        unit = next((names[form] for form in spelled if form in names), None)
        assert unit is not None, f"{name} in {line} is no unit's name or alias"
        resolved.append(unit)
    return resolved


def names_in(read: Read) -> dict[str, str]:
    """Names first; an alias never hides another unit's name."""
    units = [unit for unit in read.graph.units.values() if unit.region in read.plan.regions]
    aliases = {flat(alias): unit.id for unit in units for alias in unit.aliases}
    return aliases | {flat(unit.name): unit.id for unit in units}


def test_responsibility_lines_give_exactly_the_units(read: Read) -> None:
    lines, names = printed_lines(read.text), names_in(read)
    numbered = [task for task in read.tasks if task.number is not None]
    if "牵头单位" not in read.text:
        assert all(role.role_printed != "牵头单位" for task in read.tasks for role in task.leads)
        return
    assert {number for number, roles in lines.items() if "牵头单位" in roles} == {task.number for task in numbered}
    wrong = []
    for task in numbered:
        assert task.number is not None
        printed = lines[task.number]
        for label, field in PRINTED.items():
            expected = units_of(printed[label], names) if label in printed else []
            said = [role.unit for role in getattr(task, field)]
            if list(dict.fromkeys(expected)) != said:
                wrong.append((task.id, label, printed.get(label), said))
            assert all(role.role_printed == label for role in getattr(task, field)), task.id
    assert wrong == []


def test_data_providers_are_those_of_the_line(read: Read) -> None:
    lines, names = printed_lines(read.text), names_in(read)
    rows = [row for row in read.graph.rows.values() if row.plan == read.plan.id]
    if "数据提供单位" not in read.text:
        assert all(not row.providers for row in rows) or "提供" in read.text
        return
    assert {number for number, roles in lines.items() if "数据提供单位" in roles} == {row.number for row in rows}
    for row in rows:
        assert row.number is not None
        assert units_of(lines[row.number]["数据提供单位"], names) == list(row.providers), row.id


# Figures


def passage_of(read: Read, source: Source) -> str:
    """Return the task's own passage: up to its responsibility line where there is one, else to the end of its line."""
    start = place_of(read.text, source)
    assert start >= 0, source
    length, whole = 0, ""
    for line in read.text.split("\n"):
        length += len(flat(line))
        if length > start:
            whole += flat(line) if whole else flat(line)[len(flat(line)) - (length - start) :]
            if "牵头单位" not in read.text or re.match(r"牵头单位|参加单位|数据提供单位", flat(line)):
                break
    return re.split(r"牵头单位|参加单位|数据提供单位", whole)[0]


def division_text(read: Read, division: Division) -> str:
    """Return a division's text: up to the next division that is not inside it."""
    text = flat(read.text)
    start = place_of(read.text, division.source)
    inside = {d.id for d in read.graph.divisions_within(division)}
    later = [place_of(read.text, d.source) for d in read.divisions if d.id not in inside and d.source is not None]
    return text[start : min((place for place in later if place > start), default=len(text))]


def figures_in(passage: str) -> set[float]:
    """Return every number that is printed in digits, also with a thousands mark."""
    return {float(found.replace(",", "")) for found in re.findall(r"\d+(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?", passage)} | {
        float(found) for found in re.findall(r"\d+(?:\.\d+)?", passage)
    }


def owned_text(read: Read, target: Target) -> str:
    graph = read.graph
    if target.owner in graph.tasks:
        return passage_of(read, graph.tasks[target.owner].source)
    if target.owner in graph.rows:
        return passage_of(read, graph.rows[target.owner].source)
    return division_text(read, graph.divisions[target.owner])


CHINESE = {1: "一", 2: "两二双", 3: "三", 4: "四", 5: "五", 6: "六", 7: "七", 8: "八", 9: "九", 10: "十"}


def stands(figure: float, passage: str) -> bool:
    """Say whether a figure is printed, in digits or, up to ten, as a Chinese numeral."""
    return figure in figures_in(passage) or any(numeral in passage for numeral in CHINESE.get(int(figure), "") if figure == int(figure))


def test_every_figure_of_a_target_stands_in_its_own_passage(read: Read) -> None:
    wrong = []
    for target in read.graph.targets.values():
        if target.plan != read.plan.id:
            continue
        passage = owned_text(read, target)
        base = target.base
        elsewhere = passage_of(read, base.source) if base is not None and base.source is not None else passage
        figures = [(target.value, passage), (target.value_max, passage), (base.value if base else None, elsewhere)]
        for figure, said in figures:
            if figure is not None and not stands(abs(figure), said):
                wrong.append((target.id, target.metric, figure, said[:60]))
        if target.by_basis == "stated" and str(target.by) not in passage:
            wrong.append((target.id, target.metric, float(target.by or 0), passage[:60]))
        if target.measure and flat(target.measure) not in passage:
            wrong.append((target.id, target.measure, 0, passage[:60]))
    assert wrong == []


def test_operators_are_printed(read: Read) -> None:
    """“以上” and “左右” make a commitment larger or softer: only what is printed may do so."""
    words = {
        ">=": "以上|不低于|不少于|不小于|至少|超过|力争|≥|大于",
        "<=": "以内|不超过|不高于|控制|以下|低于|≤|小于",
        "~": "左右|约|近|上下",
        "keep": "保持|稳定|维持|确保|守",
    }
    wrong = []
    for target in read.graph.targets.values():
        if target.plan == read.plan.id and target.operator in words and not re.search(words[target.operator], owned_text(read, target)):
            wrong.append((target.id, target.metric, target.operator))
    assert wrong == []


def test_every_figure_of_a_result_stands_in_its_division(read: Read) -> None:
    results = [r for shelf in read.graph.back.results.values() for r in shelf if r.plan == read.plan.id]
    wrong = []
    for result in results:
        passage = division_text(read, read.graph.divisions[result.division])
        if result.value is not None and not stands(abs(result.value), passage):
            wrong.append((result.id, result.metric, result.value))
    assert wrong == []


def test_every_figure_of_an_indicator_row_stands_in_its_line(read: Read) -> None:
    wrong = []
    for row in read.graph.rows.values():
        if row.plan != read.plan.id:
            continue
        passage = passage_of(read, row.source)
        for figure in (row.base, row.target, row.growth):
            if figure is None:
                continue
            digits = [*figures_in(figure.text), *(abs(n) for n in (figure.value, figure.value_max) if n is not None)]
            said = passage_of(read, figure.source) if figure.source is not None else passage
            wrong += [(row.id, row.name, n) for n in digits if not stands(n, said)]
        if read.plan.kind == "scheme" and flat(row.name) not in passage:
            wrong.append((row.id, row.name, 0))
    assert wrong == []


def test_expected_counts_are_those_of_the_text(read: Read) -> None:
    """The counts that the checks hold the data to were themselves counted in the text."""
    expected = read.plan.expected
    assert expected is not None
    if read.plan.kind == "scheme":
        lines = printed_lines(read.text)
        assert expected.tasks == sum("牵头单位" in roles for roles in lines.values())
        assert expected.indicators == sum("数据提供单位" in roles for roles in lines.values())
        body = [flat(line) for line in read.text.split("\n")]
        assert expected.chapters == sum(bool(re.match(r"[一二三四五六七八九十]+、", line)) for line in body)
        assert expected.sections == sum(bool(re.match(r"[(（][一二三四五六七八九十]+[)）]", line)) for line in body)
