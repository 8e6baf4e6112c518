"""Responses, lists and citations as a person reads them."""

from __future__ import annotations

from datetime import date

import pytest

from guide_tui.model.source import Citation
from guide_tui.services.wording import cited, joined, worded, worded_any


def question(hall, name):
    return {**hall.trees["keys"].questions, **hall.trees["hire"].questions}[name]


@pytest.mark.parametrize(
    ("name", "value", "words"),
    [
        ("event", "party", "A private party"),
        ("event", "wedding", "wedding"),
        (
            "helpers",
            ("doors", "stage", "kitchen"),
            "People at the doors, People on the stage and People in the kitchen",
        ),
        ("helpers", (), "None of these"),
        ("guests", 30, "30"),
        ("guests", "not-sure", "I do not know"),
        ("first-day", date(2026, 9, 4), "Friday 4 September 2026"),
        ("holder", "Ann  of\n the bakery", "Ann of the bakery"),
        ("holder", "Ann\x1b[2J\u202e", "Ann<U+001B>[2J<U+202E>"),
    ],
)
def test_response_in_words(name, value, words, hall) -> None:
    """An answer is said in the words of its question; a person's own words are shown, never obeyed."""
    assert worded(question(hall, name), value) == words


@pytest.mark.parametrize(
    ("name", "values", "words"),
    [
        ("event", ["party", "concert"], '"A private party" or "A concert"'),
        ("helpers", [("doors", "stage"), ("stage",), ("kitchen",)], '"People on the stage" or "People in the kitchen"'),
        ("guests", [1, 2, 120], "a number such as 1"),
        ("guests", [121], "121"),
        ("guests", [1, 2, "not-sure"], "a number such as 1 or I do not know"),
        ("first-day", [date(2026, 9, 4)], "a day such as Friday 4 September 2026"),
        ("first-day", [date(2026, 9, 5), date(2026, 9, 6), date(2026, 9, 7)], "a day such as Monday 7 September 2026"),
        ("first-day", [date(2026, 9, 5)], "a day such as Saturday 5 September 2026"),
        ("first-day", [date(2026, 9, 4), date(2026, 9, 5)], "a day such as Friday 4 September 2026"),
    ],
)
def test_any_of_several_responses_in_words(name, values, words, hall) -> None:
    """Answers of which any would do are told by the smallest that say enough; a day stands for many."""
    assert worded_any(question(hall, name), values) == words


@pytest.mark.parametrize(
    ("parts", "words"), [([], ""), (["a"], "a"), (["a", "b"], "a and b"), (["a", "b", "c"], "a, b and c")]
)
def test_parts_are_joined_as_in_a_sentence(parts, words) -> None:
    """Commas, and the word before the last."""
    assert joined(parts, "and") == words


def test_citations_of_one_source_stand_together(hall) -> None:
    """Each source is named once, with its edition and the sections cited; what is not known is named by its id."""
    cite = [
        Citation("hall-rules", "events"),
        Citation("key-leaflet", "keys"),
        Citation("hall-rules", "notice"),
        Citation("hall-rules", "gone"),
        Citation("elsewhere", "page"),
    ]
    assert cited(hall, cite) == (
        "Hall rules (2, May 2026): Which events need a permit; How early to apply; gone. "
        "Key leaflet (undated): Keys. elsewhere: page"
    )
