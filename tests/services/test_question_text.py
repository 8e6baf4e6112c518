"""A question as plain lines."""

from __future__ import annotations

import pytest

from guide_tui.services.question_text import how_to_answer, question_lines, why_lines


def test_question_numbers_its_answers(hall) -> None:
    """What can be picked has a number; a hint stands behind in brackets."""
    assert question_lines(hall.questions["event"])[:3] == [
        "What will you do in the hall?",
        "  1. A private party (by invitation)",
        "  2. A concert",
    ]


def test_number_question_does_not_number_its_answers(hall) -> None:
    """Where a number is asked for, "1" must not look like the number of an answer."""
    assert question_lines(hall.trees["hire"].questions["guests"]) == ["How many guests will come?", "  - I do not know"]


@pytest.mark.parametrize(
    ("tree", "question", "words"),
    [
        ("hire", "event", "Type a number, or answer in words."),
        ("hire", "helpers", "Type all the numbers that apply, such as 1, 3, or answer in words."),
        ("hire", "guests", "Type a number, or say that you do not know."),
        ("hire", "first-day", "Type a day, such as 6 September 2027, or the number of an answer above."),
        ("keys", "holder", "Type your answer in words."),
    ],
)
def test_prompt_says_what_can_be_typed(tree, question, words, hall) -> None:
    """Each kind of question has a prompt of its own."""
    assert how_to_answer(hall.trees[tree].questions[question]) == words


def test_why_ends_with_the_passage(hall) -> None:
    """The reason for a question comes with where it stands."""
    assert why_lines(hall, hall.questions["first-day"]) == [
        "The form is due six weeks before.",
        "Source: Hall rules (2, May 2026): How early to apply.",
    ]
