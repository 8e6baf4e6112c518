"""Which characters content may hold, and how foreign text is shown."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guide_tui.model.characters import FORBIDDEN, name_of, shown, visible


@pytest.mark.parametrize(
    "character", ["\x00", "\x1b", "\x7f", "\x9b", "\u00ad", "\u200b", "\u202e", "\ufeff", "\U000e0041"]
)
def test_what_a_terminal_could_act_on_is_refused_and_made_visible(character):
    """Escape sequences, invisible marks and marks that turn the direction of writing never get through."""
    assert FORBIDDEN.search(f"a{character}b")
    assert visible(f"a{character}b") == f"a<{name_of(character)}>b"


@pytest.mark.parametrize("text", ["Łódź – naïve café", "don’t", "日本語", "𝒳", "a\tb", "a\nb"])
def test_text_as_people_write_it_is_welcome(text):
    """Letters of every script, dashes and quotes are fine; tabs and line ends are judged elsewhere."""
    assert not FORBIDDEN.search(text)


@given(st.text(st.characters(codec=None), max_size=200))
def test_what_is_shown_is_one_short_clean_line(text):
    """However foreign a text, a message quotes it on one line without anything hidden."""
    quoted = shown(text)
    assert not FORBIDDEN.search(quoted)
    assert "\n" not in quoted
    assert "\t" not in quoted
    assert quoted[0] == quoted[-1] == '"'


def test_long_text_is_shortened():
    """A message stays readable when the fault is a page long."""
    assert shown("x" * 60) == '"' + "x" * 60 + '"'
    assert shown("x" * 61) == '"' + "x" * 59 + '…"'


def test_a_line_end_inside_a_quotation_is_visible():
    """Text over several lines is quoted on one."""
    assert shown("a\nb") == '"a<U+000A>b"'
