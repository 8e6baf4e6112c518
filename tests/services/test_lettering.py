"""Widths of text where no font can be asked."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guide_tui.services.lettering import width_of, wrapped


@pytest.mark.parametrize(("narrow", "wide"), [("iii", "mmm"), ("abc", "abcd"), ("a", "漢"), ("", "i")])
def test_wider_letters_are_wider(narrow: str, wide: str) -> None:
    """Letters count by their width, not by their number."""
    assert width_of(narrow, 12) < width_of(wide, 12)


def test_bold_is_wider_and_marks_have_no_width() -> None:
    """Bold needs more room; an accent that joins a letter needs none."""
    assert width_of("word", 10, bold=True) > width_of("word", 10)
    assert width_of("e\u0301", 10) == width_of("e", 10)


@given(st.text(alphabet="abcmi ,漢", max_size=80), st.floats(40, 200), st.booleans())
def test_lines_fit(text: str, width: float, bold: bool) -> None:
    """No line is wider than asked for, and no letter is lost or added."""
    lines = wrapped(text, width, 12, bold=bold)
    assert all(width_of(line, 12, bold=bold) <= width for line in lines)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")


def test_what_is_left_out_is_told() -> None:
    """Of more lines than there may be, the last one ends in a mark and still fits."""
    lines = wrapped("one two three four five six", 60, 12, most=2)
    assert len(lines) == 2
    assert lines[-1].endswith("…")
    assert all(width_of(line, 12) <= 60 for line in lines)
