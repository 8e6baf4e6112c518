"""Finding a name by what a person types of it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guide_tui.services.matching import match

NAMES = {
    "Save": "Save the outcome as a text file",
    "Sources": "Read the passages that the outcome rests on",
    "Change": "Change one of your answers",
    "New situation": "Start with no answers; those of before stay stored",
    "Light/dark": "Change between light and dark colours",
    "Quit": "Leave the app; every answer is kept",
}


def best(typed: str) -> str:
    scored = {name: found.score for name, more in NAMES.items() if (found := match(typed, name, more))}
    return max(scored, key=scored.__getitem__) if scored else ""


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("save", "Save"),
        ("SAVE", "Save"),
        ("svae", "Save"),
        ("sav", "Save"),
        ("s", "Save"),
        ("so", "Sources"),
        ("souces", "Sources"),
        ("outcome save", "Save"),
        ("save the outcome", "Save"),
        ("sutiation new", "New situation"),
        ("situation", "New situation"),
        ("dark", "Light/dark"),
        ("colours", "Light/dark"),
        ("change", "Change"),
        ("leave", "Quit"),
        ("zebra", ""),
        ("save zebra", ""),
        ("", ""),
        ("?!", ""),
    ],
)
def test_the_name_that_is_meant_comes_first(typed: str, name: str) -> None:
    """First letters, letters swapped, words in any order, and words of what is said about it all lead to it."""
    assert best(typed) == name


@pytest.mark.parametrize(
    ("typed", "name", "marked"),
    [
        ("sav", "Save", ["Sav"]),
        ("svae", "Save", ["Save"]),
        ("sit ne", "New situation", ["Ne", "sit"]),
        ("colours", "Light/dark", []),
    ],
)
def test_the_letters_that_fit_are_marked(typed: str, name: str, marked: list[str]) -> None:
    """What was typed can be seen in the name; a word with a slip is marked whole."""
    found = match(typed, name, NAMES[name])
    assert [name[start:end] for start, end in found.marks] == marked


@given(st.text(max_size=30), st.text(max_size=30), st.text(max_size=30))
def test_scores_and_marks_stay_in_bounds(typed: str, name: str, more: str) -> None:
    """Whatever is typed, a score is above 0 and at most 1, and marks lie in the name, in order."""
    found = match(typed, name, more)
    if found is not None:
        assert 0 < found.score <= 1
        assert all(0 <= start < end <= len(name) for start, end in found.marks)
        assert list(found.marks) == sorted(found.marks)


@given(st.text(alphabet=st.characters(categories=["L", "Nd"]), min_size=1, max_size=20))
def test_a_name_fits_itself_best(name: str) -> None:
    """The whole name scores 1, which no part of it does."""
    found = match(name, name)
    if name.lower() == name:
        assert found.score == 1
