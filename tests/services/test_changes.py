"""What changing an answer would do, in words."""

from __future__ import annotations

from datetime import date

import pytest

from guide_tui.services.changes import change_lines, undone

CONCERT = {"event": "concert", "helpers": ("doors",), "licence": "no", "first-day": date(2026, 9, 4)}


@pytest.mark.parametrize(
    ("told", "question", "value", "lines"),
    [
        (
            CONCERT,
            "licence",
            "yes",
            [
                '"Music licence" would be: Yes.',
                "Kept: Day of the event.",
                "The outcome stays: A permit is needed before you invite anyone.",
            ],
        ),
        (
            CONCERT,
            "event",
            "market",
            [
                '"Event" would be: A market.',
                "Kept: Day of the event.",
                "Your answers to Helpers and Music licence are kept, in case they are asked again.",
                "The outcome stays: A permit is needed before you invite anyone.",
            ],
        ),
        (
            CONCERT,
            "helpers",
            ["nobody"],
            [
                '"Helpers" would be: Nobody.',
                "Your answers to Music licence and Day of the event are kept, in case they are asked again.",
                "The outcome would be: Not settled.",
            ],
        ),
        (
            {"event": "party", "guests": 30},
            "event",
            "concert",
            [
                '"Event" would be: A concert.',
                "Your answer to Guests is kept, in case it is asked again.",
                "Asked next: Helpers, and at most 2 after it.",
            ],
        ),
    ],
)
def test_change_is_told_before_it_is_made(told, question, value, lines, converse) -> None:
    """The person reads what stays, what is set aside and what comes next, before anything is changed."""
    assert change_lines(converse(told).preview(question, value)) == lines


def test_undoing_says_what_is_as_before(hall) -> None:
    """Each answer that changed is named with what it is again; one taken back is open."""
    tree = hall.trees["hire"]
    assert undone(tree, {"event": "market"}, {"event": "concert"}) == "Undone: Event is A concert again."
    assert undone(tree, {"event": "market"}, {}) == "Undone: Event is open again."
    assert undone(tree, {}, {}) == "Undone."
