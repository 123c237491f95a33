"""The data in another language: names and sentences change, facts do not, what changed since goes back to Chinese."""

from __future__ import annotations

from generator.dataset import translated
from generator.dataset.translate import NAMES, TRANSLATABLE, content_texts
from generator.graph import Graph, link
from generator.language import Catalogue
from generator.language.collect import Text
from generator.model import RECORDS

CONTENT = Catalogue(
    "en",
    "English",
    texts={
        ("topic.name", "养老"): ("Elderly care",),
        ("task.title", "建日间照料中心"): ("Build a day care centre",),
        ("task.measures", "租下旧校舍"): ("Rent the old school",),
        ("unit.name", "养老"): ("not this one",),
    },
)


def test_every_field_that_may_be_translated_is_there() -> None:
    for kind, fields in TRANSLATABLE.items():
        assert set(fields) <= set(RECORDS[kind].model_fields), kind
    for kind, name in NAMES.items():
        assert name in TRANSLATABLE[kind]
        assert {"aliases", "synonyms"} & set(RECORDS[kind].model_fields), kind


def test_translated_names_are_shown_and_the_chinese_ones_kept_as_other_names(tiny_graph: Graph) -> None:
    graph = link(translated(tiny_graph.dataset, CONTENT))
    topic, before = graph.topics["eldercare"], tiny_graph.topics["eldercare"]
    assert (topic.name, topic.synonyms) == ("Elderly care", ("养老", *before.synonyms))
    assert graph.tasks["qinghe-145-001"].title == "Build a day care centre"


def test_everything_else_is_the_same(tiny_graph: Graph) -> None:
    dataset = translated(tiny_graph.dataset, CONTENT)
    changed = {
        (kind, identifier)
        for kind, own in tiny_graph.dataset.records.items()
        for identifier, record in own.items()
        if dataset.records[kind][identifier] != record
    }
    assert changed == {("topic", "eldercare"), ("task", "qinghe-145-001")}
    assert translated(tiny_graph.dataset, Catalogue("en", "English")).records == tiny_graph.dataset.records


def test_a_translation_belongs_to_the_text_and_not_to_the_record(tiny_graph: Graph) -> None:
    stale = Catalogue("en", "English", texts={("topic.name", "敬老"): ("Elderly care",)})
    assert link(translated(tiny_graph.dataset, stale)).topics["eldercare"].name == "养老"


def test_texts_stand_once_with_a_record_that_says_them(tiny_graph: Graph) -> None:
    found = list(content_texts(tiny_graph.dataset, ("topic",)))
    assert (Text("养老", "topic.name"), ("topic/eldercare",)) in found
    assert len({text for text, _ in found}) == len(found)
    assert {text.context.split(".")[0] for text, _ in found} == {"topic"}
