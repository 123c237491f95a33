"""The words of enumerated fields: marked for catalogues, and the same that records know."""

from __future__ import annotations

from typing import get_args

from generator.language import Catalogue, speaking, tr
from generator.model import Topic
from generator.model import task as model
from generator.pages import words
from generator.pages.words import TOPIC_GROUPS


def test_statuses_are_those_of_the_records() -> None:
    assert words.UPDATE_STATUSES == model.UPDATE_STATUSES
    assert list(words.UPDATE_STATUSES) == list(model.UPDATE_STATUSES), "in the order in which things go"


def test_groups_are_values_of_the_data() -> None:
    assert set(TOPIC_GROUPS) == set(get_args(Topic.model_fields["group"].annotation))


def test_a_marked_word_is_said_where_a_page_says_it() -> None:
    english = Catalogue("en", "English", texts={("", "分工方案"): ("Work assignment scheme",)})
    assert tr(words.PLAN_KINDS["scheme"]) == "分工方案"
    with speaking(english):
        assert words.PLAN_KINDS["scheme"] == "分工方案"
        assert tr(words.PLAN_KINDS["scheme"]) == "Work assignment scheme"
