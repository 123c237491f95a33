from __future__ import annotations

from generator.graph import Graph, redirect_of, retired


def test_what_was_public_and_is_gone(tiny_graph: Graph) -> None:
    assert [(kind, identifier, redirect.to) for kind, identifier, redirect in retired(tiny_graph)] == [
        ("target", "qinghe-145-004-t01", "qinghe-145-003"),
        ("task", "qinghe-145-004", "qinghe-145-003"),
        ("topic", "tea-tours", "topics/"),
    ]


def test_a_redirect_holds_for_what_belonged_to_the_record(tiny_graph: Graph) -> None:
    assert redirect_of(tiny_graph, "target", "qinghe-145-004-t09") is not None
    assert redirect_of(tiny_graph, "place", "qinghe-145-004-t09") is None
    assert redirect_of(tiny_graph, "task", "qinghe-145-005") is None
    assert redirect_of(tiny_graph, "topic", "topics-green-tea") is None, "that is the name of a redirect of an address"
