"""Which responses a question accepts, and what it says of others."""

from __future__ import annotations

from datetime import date

import pytest

from guide_tui.errors import InvalidResponse
from guide_tui.model.tree import Kind
from guide_tui.trees.responses import LONGEST_TEXT, accept
from tests.trees.building import question

ONE = question("q", Kind.ONE, "a b")
MANY = question("q", Kind.MANY, "a b c none")
TWO_OR_THREE = question("q", Kind.MANY, "a b c d none", least=2, most=3)
DAY = question("q", Kind.DATE, "not-sure")
NUMBER = question("q", Kind.NUMBER, "not-sure", least=2, most=50)
TEXT = question("q", Kind.TEXT, "not-sure")


@pytest.mark.parametrize(
    ("asked", "value", "expected"),
    [
        (ONE, "a", "a"),
        (MANY, "a", ("a",)),
        (MANY, ["c", "a", "c"], ("a", "c")),
        (MANY, ("none",), ("none",)),
        (MANY, [], ()),
        (TWO_OR_THREE, {"d", "b"}, ("b", "d")),
        (DAY, date(2027, 9, 6), date(2027, 9, 6)),
        (DAY, "2027-09-06", date(2027, 9, 6)),
        (DAY, "not-sure", "not-sure"),
        (NUMBER, 2, 2),
        (NUMBER, "50", 50),
        (NUMBER, "not-sure", "not-sure"),
        (TEXT, "Some words.", "Some words."),
        (TEXT, "x" * LONGEST_TEXT, "x" * LONGEST_TEXT),
    ],
)
def test_a_response_is_kept_in_one_form(asked, value, expected):
    """Whatever form it comes in, the same response is kept in the same way, and accepting it again changes nothing."""
    assert accept(asked, value) == expected
    assert accept(asked, expected) == expected


@pytest.mark.parametrize(
    ("asked", "value", "reason"),
    [
        (ONE, "c", '"c" is not one of its options: a, b.'),
        (ONE, 1, "1 is not one of its options: a, b."),
        (ONE, "x" * 99, '"' + "x" * 56 + "... is not one of its options: a, b."),
        (MANY, "d", '"d" is not one of its options: a, b, c, none.'),
        (MANY, ["a", "d"], '"d" is not one of its options: a, b, c, none.'),
        (MANY, [["a"]], "['a'] is not one of its options: a, b, c, none."),
        (MANY, 7, "7 is not one of its options: a, b, c, none."),
        (MANY, ["none", "a"], '"none" cannot be combined with another option.'),
        (TWO_OR_THREE, ["a"], "Choose at least 2 of: a, b, c, d, none."),
        (TWO_OR_THREE, "a", "Choose at least 2 of: a, b, c, d, none."),
        (TWO_OR_THREE, ["a", "b", "c", "d"], "Choose at most 3."),
        (DAY, "soon", '"soon" is not a day. Write it as year-month-day, for example 2027-09-06 or one of not-sure.'),
        (DAY, "2027-02-29", '"2027-02-29" is not a day. Write it as year-month-day, for example 2027-09-06 '
         "or one of not-sure."),
        (NUMBER, "two", '"two" is not a whole number. Write it in digits or one of not-sure.'),
        (NUMBER, True, "True is not a whole number. Write it in digits or one of not-sure."),
        (NUMBER, 2.5, "2.5 is not a whole number. Write it in digits or one of not-sure."),
        (NUMBER, 1, "1 is too small. The smallest number accepted is 2."),
        (NUMBER, "51", "51 is too large. The largest number accepted is 50."),
        (TEXT, "  ", '"  " is not text. Write a few words.'),
        (TEXT, 3, "3 is not text. Write a few words."),
        (TEXT, "x" * (LONGEST_TEXT + 1), "it has 2001 characters. Keep it within 2000."),
    ],
)  # fmt: skip
def test_what_does_not_fit_is_told_with_what_would(asked, value, reason):
    """The message names the response and says what would be accepted."""
    with pytest.raises(InvalidResponse) as caught:
        accept(asked, value)
    assert caught.value.reason == reason
    assert str(caught.value) == f'The answer to "q" cannot be used: {reason}'


def test_without_options_none_are_offered():
    """A question for a day alone does not point to options it has not."""
    with pytest.raises(InvalidResponse) as caught:
        accept(question("q", Kind.DATE), "soon")
    assert caught.value.reason == '"soon" is not a day. Write it as year-month-day, for example 2027-09-06.'
