"""Everything as plain lines: never wider than asked for, never anything but printable text."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guide_tui.library.reader import builtin_root
from guide_tui.model.characters import FORBIDDEN
from guide_tui.services.check import Conversation, MemoryKeeper
from guide_tui.services.opening import open_library
from guide_tui.services.plain import (
    deadline_words,
    handbook_lines,
    heading,
    how_to_answer,
    other_way_words,
    paragraph,
    question_lines,
    report_lines,
    who_and_when,
    why_lines,
)
from guide_tui.services.report import Deadline, OtherWay, Task, report
from guide_tui.trees.paths import paths
from guide_tui.trees.space import Space


def assert_plain(lines: list[str], width: int) -> None:
    for line in lines:
        # A name longer than a line is left whole: it is there to be copied.
        assert len(line) <= width or len(line.split()) == 1, line
        assert line == line.rstrip()
        assert not FORBIDDEN.search(line)
        assert "\n" not in line


@pytest.mark.parametrize("width", [30, 80])
def test_whole_handbook_fits_the_width(width, hall) -> None:
    """Every kind of text keeps to the width."""
    assert_plain(handbook_lines(hall, width), width)


def test_shipped_handbook_fits_the_width() -> None:
    """So does all that is shipped."""
    assert_plain(handbook_lines(open_library(builtin_root()), 72), 72)


@pytest.mark.parametrize("width", [25, 40, 80])
def test_every_report_fits_the_width(width, hall) -> None:
    """The report on every path through a check keeps to the width."""
    space = Space(hall.trees["hire"], date(2026, 6, 1))
    for path in paths(space):
        talk = Conversation(space.tree, MemoryKeeper(path.witness), date(2026, 6, 1))
        assert_plain(report_lines(hall, report(hall, talk.position, space, talk.responses), width), width)


WORDS = st.text(st.characters(codec="utf-8", exclude_categories=["C", "Z"]), min_size=1, max_size=12)


@given(words=st.lists(WORDS, min_size=1, max_size=20), width=st.integers(20, 100), indent=st.sampled_from(["", "  "]))
def test_wrapping_loses_no_word_and_keeps_to_the_width(words, width, indent) -> None:
    """A paragraph has all its words in order, on lines that fit."""
    lines = paragraph(" ".join(words), width, indent, "    ")
    assert " ".join(lines).split() == " ".join(words).split()
    assert all(len(line) <= width for line in lines)


def test_empty_paragraph_is_an_empty_line() -> None:
    """Nothing to say still takes its place."""
    assert paragraph("", 80, "  ") == [""]


def test_heading_is_underlined_to_its_longest_line() -> None:
    """A long heading is wrapped and underlined once."""
    assert heading("One two three four", 10) == ["One two", "three four", "----------"]


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


def test_several_deadlines_of_one_task_are_joined() -> None:
    """Who and when is one phrase, and says that the first day counts."""
    passed = Deadline("by Friday 1 May 2026", date(2026, 5, 1), None, passed=True)
    coming = Deadline("before Monday 1 June 2026", date(2026, 6, 1), None, passed=False)
    assert deadline_words(passed) == "by Friday 1 May 2026 (this day has passed)"
    task = Task(None, "You", (passed, coming), ())
    assert who_and_when(task) == (
        "You, by Friday 1 May 2026 (this day has passed) and before Monday 1 June 2026, whichever is first"
    )
    assert who_and_when(Task(None, "You", (), ())) == "You"


def test_other_way_is_one_sentence() -> None:
    """What would change an outcome can be read aloud."""
    way = OtherWay("x", "No permit needed", (("Event", "A party"),), (("Guests", "a number such as 1"),))
    assert other_way_words(way) == ("Event: A party, and then Guests: a number such as 1 → No permit needed.")
