"""Laying text out for a width: laws of wrapping."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.app import App, ComposeResult
from textual.content import Content

from guide_tui.model.prose import Heading, Listing, Paragraph, Prose, Span
from guide_tui.tui.page import NARROWEST, WIDEST, Page, PageView, marked, wrapped

texts = st.text(
    st.sampled_from("aé w世-.[]/\\@=") | st.characters(codec="utf-8", exclude_categories=["C", "Z"]), max_size=60
)
styles = st.sampled_from(["", "bold", "$muted", "underline", "bold $text-accent"])
pieces = st.lists(st.tuples(texts, styles), max_size=6)


@given(pieces, st.integers(NARROWEST, WIDEST), st.integers(0, 6))
def test_no_line_is_wider_than_the_page(parts: list[tuple[str, str]], width: int, hang: int):
    """Whatever the text, no line exceeds the width, and later lines stand behind the hanging indent."""
    lines = wrapped(parts, width, Content("x" * hang), hang)
    assert max(line.cell_length for line in lines) <= width
    assert all(line.plain.startswith(" " * hang) for line in lines[1:])


@given(pieces, st.integers(NARROWEST, WIDEST))
def test_wrapping_loses_nothing(parts: list[tuple[str, str]], width: int):
    """Every character but the spaces is there afterwards, in its order, brackets included."""
    lines = wrapped(parts, width, Content(""), 0)
    assert "".join(line.plain for line in lines).replace(" ", "") == "".join(text for text, _ in parts).replace(" ", "")


@given(st.lists(st.text("abc", min_size=1, max_size=9), min_size=1, max_size=30), st.integers(NARROWEST, 40))
def test_lines_are_filled(words: list[str], width: int):
    """A line breaks only where the next word has no room."""
    lines = [line.plain for line in wrapped([(" ".join(words), "")], width, Content(""), 0)]
    for line, following in pairwise(lines):
        assert len(line) + 1 + len(following.split(" ")[0]) > width


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("one two three four", 16, ["one two three", "four"]),
        ("a-very-long-address@pool.example is it", 16, ["a-very-long-addr", "ess@pool.example", "is it"]),
        ("世界世界世界世界世界 x", 16, ["世界世界世界世界", "世界 x"]),
        ("", 16, [""]),
    ],
)
def test_examples(text: str, width: int, lines: list[str]):
    """Words move to the next line whole; what is longer than a line is broken."""
    assert [line.plain for line in wrapped([(text, "")], width, Content(""), 0)] == lines


def test_lists_hang_under_their_first_word():
    """Items stand behind their sign, deeper lists behind the item, and a mark before it all moves it right; a heading
    stands close to what it heads.
    """

    def paragraph(text: str) -> Paragraph:
        return Paragraph((Span(text),))

    inner = Listing(((paragraph("deep words that wrap"),),), ordered=True)
    prose = Prose((Heading(3, (Span("Heading"),)), Listing(((paragraph("an item that wraps too"), inner),))))
    page = Page(18).prose(prose, mark=("✕ ", ""), tail=(" [1]", ""))
    assert page.content.plain.split("\n") == [
        "✕ Heading",
        "  • an item that",
        "    wraps too",
        "    1. deep words",
        "       that wrap",
        "       [1]",
    ]


def test_marked_ranges_have_their_own_style():
    """What matched is set apart, and the whole text is still there."""
    assert marked("how early to ask", [(4, 9)], "", "bold") == [("how ", ""), ("early", "bold"), (" to ask", "")]


class _Shows(App[None]):
    def compose(self) -> ComposeResult:
        yield PageView(id="page")


async def test_a_page_follows_the_width_of_the_terminal():
    """Shrinking and growing lays the text out anew, never wider than it has room for, and never too wide to read."""
    words = "word " * 60
    async with _Shows().run_test(size=(80, 24)) as pilot:
        view = pilot.app.query_one(PageView)
        view.show(lambda page: page.text((words, ""), mark=("• ", "")))
        for width in (40, 20, 8, 200, 80):
            await pilot.resize_terminal(width, 24)
            await pilot.pause()
            lines = view.plain.split("\n")
            assert max(map(len, lines)) <= max(NARROWEST, min(width, WIDEST))
            assert max(map(len, lines)) > min(width, WIDEST) - 6
            assert all(line.startswith("  word") for line in lines[1:])
