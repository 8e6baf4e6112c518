"""Checks as plain lines, and what an outcome says before anybody has reached it."""

from __future__ import annotations

import pytest

from guide_tui.library.builtin import builtin_root
from guide_tui.model.source import Citation
from guide_tui.services.finding import TreeOutcome, TreeQuestion
from guide_tui.services.library_text import readable_lines
from guide_tui.services.opening import open_library
from guide_tui.services.tree_text import (
    node_outcome_lines,
    outcome_notes,
    outcome_references,
    reference_words,
    when_words,
    who_when,
)
from tests.services.plainness import assert_plain


@pytest.mark.parametrize("width", [25, 80])
def test_every_node_fits_the_width(width, hall) -> None:
    """Questions and outcomes that are read on their own keep to the width, those shipped included."""
    for library in (hall, open_library(builtin_root())):
        for tree in library.trees.values():
            for question in tree.questions.values():
                assert_plain(readable_lines(library, TreeQuestion(tree, question), width), width)
            for outcome in tree.outcomes.values():
                assert_plain(readable_lines(library, TreeOutcome(tree, outcome), width), width)


def test_what_hangs_on_the_answers_stands_last_and_says_so(hall) -> None:
    """Nobody takes a note for their own that is said in some cases only."""
    tree = hall.trees["hire"]
    text = "\n".join(node_outcome_lines(hall, TreeOutcome(tree, tree.outcomes["permit"])))
    before, _, after = text.partition("Depending on your answers\n")
    assert "The committee meets on Mondays" in before
    assert "The day has come" not in before
    assert '[if "Day of the event" is on or before today] The day has come.' in after


def test_pressing_notes_come_first(hall) -> None:
    """Of the notes that hang on the answers, those with a tone come before those without."""
    always, sometimes = outcome_notes(hall.trees["hire"].outcomes["permit"])
    assert [note.tone for note in always] == [None]
    assert [note.tone and note.tone.value for note in sometimes] == ["stop", "stop", None]


def test_references_are_numbered_in_reading_order(hall) -> None:
    """Each section has one number, in the order in which it is first leaned on."""
    references = outcome_references(hall.trees["hire"].outcomes["permit"])
    assert [str(each) for each in references] == ["hall-rules/events", "hall-rules/notice", "hall-rules/committee"]
    assert reference_words(references, [Citation("hall-rules", "committee"), references[0]]) == "[1, 3]"
    assert reference_words(references, []) == ""


def test_conditions_and_deadlines_without_answers(hall) -> None:
    """While nothing is answered, deadlines are said by what they hang on, and several as one phrase."""
    tree = hall.trees["hire"]
    first, second, third, last = tree.outcomes["permit"].actions
    assert who_when(hall, tree, first) == (
        "The organiser, at least six weeks before the day of the event and before the day of the event, "
        "whichever is first"
    )
    assert who_when(hall, tree, second) == "You, after the day of the event"
    assert who_when(hall, tree, last) == "You"
    assert when_words(third.when, tree) == 'if "Music licence" is No'
    assert when_words(None, tree) == ""
