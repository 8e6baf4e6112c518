"""Text with a little structure."""

from __future__ import annotations

from guide_tui.model.prose import Heading, Listing, Paragraph, Prose, Span, plain_text, spans_of


def words(text: str) -> Paragraph:
    return Paragraph((Span(text),))


def test_plain_text_has_a_blank_line_between_blocks_and_marks_before_items():
    """What a person copies reads like the page, without any style."""
    prose = Prose(
        (
            Heading(3, (Span("Who"),)),
            Paragraph((Span("The "), Span("lead", strong=True, target="term:lead"), Span(" applies."))),
            Listing(((words("One"), Listing(((words("inside"),),), ordered=True)), (words("Two"),))),
        )
    )
    assert plain_text(prose) == "Who\n\nThe lead applies.\n\n- One\n  " + "  1. inside\n- Two"


def test_targets_are_told_in_reading_order():
    """Links inside lists count as well."""
    linked = Paragraph((Span("a", target="term:a"), Span("b")))
    prose = Prose((linked, Listing(((Paragraph((Span("c", target="faq:c"),)),),))))
    assert prose.targets == ("term:a", "faq:c")
    assert [span.text for span in spans_of(prose.blocks)] == ["a", "b", "c"]


def test_no_text_is_false():
    """An empty text can be asked for like an empty string."""
    assert not Prose()
    assert Prose((words("x"),))
