"""Text as plain lines."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from guide_tui.services.layout import heading, paragraph

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
