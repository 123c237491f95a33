"""What another language says for the things that the Chinese index finds."""

from __future__ import annotations

from generator.graph import Graph
from generator.search.records import search_records


def foreign_words(graph: Graph, translated: Graph) -> dict[str, dict[str, str]]:
    """Return what a page of search in another language knows besides the Chinese words.

    Args:
        graph: The data in Chinese, which the index holds.
        translated: The same data in the other language.

    Returns:
        ``titles``: address → name in that language. ``values``: Chinese name in a record → name in that language. ``meanings``:
        address of a topic → what it is about, in which the everyday words stand that no name has. Empty where nothing is translated.
    """
    chinese = {record.url: record.title for record in search_records(graph)}
    titles = {record.url: record.title for record in search_records(translated) if record.title != chinese.get(record.url)}
    about = {f"topics/{i}/": topic.summary for i, topic in translated.topics.items() if topic.summary != graph.topics[i].summary}
    return {"titles": titles, "values": _values(graph, translated), "meanings": about}


def _values(graph: Graph, translated: Graph) -> dict[str, str]:
    """Names of the plans, regions, topics and units that the records of the index name."""
    pairs = [
        *((plan.short_title, translated.plans[plan.id].short_title) for plan in graph.plans.values()),
        *((region.name, translated.regions[region.id].name) for region in graph.regions.values()),
        *((topic.name, translated.topics[topic.id].name) for topic in graph.topics.values()),
        *((unit.name, translated.units[unit.id].name) for unit in graph.units.values()),
    ]
    return {chinese: said for chinese, said in pairs if said != chinese}
