"""The lines of a conversation, and which of them are folded."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.content import Content

from guide_tui.tui.talk import Line, LineKind, folded


def line(kind: LineKind, rows: int = 1) -> Line:
    """A line of so many rows."""
    return Line(kind, "x", Content("\n".join("text" for _ in range(rows))))


def conversation(*answers: int) -> list[Line]:
    """Answers of so many rows, and under them a question with two options: five rows."""
    options = [line(LineKind.OPTION), line(LineKind.OPTION)]
    return [*(line(LineKind.ANSWER, rows) for rows in answers), line(LineKind.TEXT, 3), *options]


@pytest.mark.parametrize(
    ("answers", "height", "hidden"),
    [
        ((1, 1, 1), 8, 0),
        ((1, 1, 1), 7, 2),
        ((1, 1, 1), 6, 3),
        ((1, 1, 1), 3, 3),
        ((2, 1), 7, 1),
        ((), 3, 0),
    ],
)
def test_older_answers_fold(answers: tuple[int, ...], height: int, hidden: int):
    """As few of the oldest answers as possible give way to one line that says how many they are and how to see them."""
    lines = conversation(*answers)
    shown = folded(lines, height)
    if hidden:
        assert shown[0].kind is LineKind.FOLD
        assert shown[0].prompt.plain == f"▸ {hidden} answer{'s' if hidden > 1 else ''} above (Up)"
        assert shown[1:] == lines[hidden:]
    else:
        assert shown == lines


@given(st.lists(st.integers(1, 4), max_size=12), st.integers(6, 40))
def test_the_question_always_has_room(answers: list[int], height: int):
    """Where the question itself fits, everything that is shown fits, and it is all there."""
    shown = folded(conversation(*answers), height)
    assert sum(each.rows for each in shown) <= height
    assert [each.kind for each in shown[-3:]] == [LineKind.TEXT, LineKind.OPTION, LineKind.OPTION]
