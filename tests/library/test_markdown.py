"""Markdown as prose."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guide_tui.library import markdown
from guide_tui.library.markdown import read_markdown
from guide_tui.library.reading import Names, Reading
from guide_tui.library.report import Report
from guide_tui.model.prose import Heading, Listing, Paragraph, Prose, Span, plain_text


def read(text: str) -> Prose:
    report = Report("x.md", text)
    prose = read_markdown(text, Reading(report, Names()), 0, len(text))
    assert report.problems == ()
    return prose


def paragraph(text: str) -> Paragraph:
    return Paragraph((Span(text),))


@pytest.mark.parametrize(
    ("text", "blocks"),
    [
        ("Plain.", (paragraph("Plain."),)),
        ("One\ntwo.\n\nThree.", (paragraph("One two."), paragraph("Three."))),
        (
            "You **must** *never* go.",
            (
                Paragraph(
                    (Span("You "), Span("must", strong=True), Span(" "), Span("never", emphasis=True), Span(" go."))
                ),
            ),
        ),
        ("***both***", (Paragraph((Span("both", strong=True, emphasis=True),)),)),
        ("### Head\ntext", (Heading(3, (Span("Head"),)), paragraph("text"))),
        ("- a\n- b", (Listing(((paragraph("a"),), (paragraph("b"),))),)),
        ("1. a\n2. b", (Listing(((paragraph("a"),), (paragraph("b"),)), ordered=True),)),
        ("- a\n  - b", (Listing(((paragraph("a"), Listing(((paragraph("b"),),))),)),)),
        ("See [the **LIV**](term:liv).", None),
        ("a & b, 3 < 4, c_d", (paragraph("a & b, 3 < 4, c_d"),)),
        (r"\*not\*", (paragraph("*not*"),)),
        ("&#27;[31m", (paragraph("&#27;[31m"),)),
    ],
)
def test_blocks(text: str, blocks: tuple[object, ...] | None) -> None:
    """Each part of the small Markdown becomes the block or span that it stands for."""
    prose = read(text)
    if blocks is None:
        assert prose.targets == ("term:liv", "term:liv")
    else:
        assert prose.blocks == blocks


@given(st.text("ab .,:;'!?\n{}()\"/$%@^", max_size=60))
def test_texts_without_signs_need_no_parser(text: str) -> None:
    """The short cut for plain texts gives what the parser gives."""
    reading = Reading(Report("x.md", text), Names())
    direct = read_markdown(text, reading, 0, len(text))
    parsed = Prose(markdown._Blocks(reading, 0, len(text), text).read(markdown._PARSER.parse(text)))
    assert plain_text(direct).split() == plain_text(parsed).split()
    assert len(direct.blocks) == len(parsed.blocks)


@given(st.lists(st.sampled_from(["a", " ", "  ", "\n", "\n\n", *"*_[]()`#-+>|<1.:=\\~!&"]), max_size=25).map("".join))
def test_texts_without_block_signs_need_only_half_the_parser(text: str) -> None:
    """Parsing lines alone gives what the whole parser gives, down to the spans."""
    reading = Reading(Report("x.md", text), Names())
    whole = markdown._Blocks(reading, 0, len(text), text).read(markdown._PARSER.parse(text))
    assert markdown._Blocks(reading, 0, len(text), text).read(markdown._tokens(text)) == whole
