"""The first line of a screen."""

from __future__ import annotations

import pytest

from guide_tui.tui.masthead import masthead


@pytest.mark.parametrize(
    ("width", "line"),
    [
        (0, "When is what due?   at most 5 questions"),
        (60, "When is what due?   at most 5 questions"),
        (39, "When is what due?   at most 5 questions"),
        (38, "When is what du…   at most 5 questions"),
        (30, "When is…   at most 5 questions"),
        (5, "…   at most 5 questions"),
    ],
)
def test_the_title_is_cut_and_never_the_state(width: int, line: str):
    """How far one is can always be read."""
    assert masthead("When is what due?", "at most 5 questions", width).plain == line
