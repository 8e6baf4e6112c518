"""Numbers for the ways on from a text."""

from __future__ import annotations

from guide_tui.model.prose import Paragraph, Prose, Span
from guide_tui.tui.links import Links
from guide_tui.tui.page import Page


def test_one_place_has_one_number() -> None:
    """Numbers are given in reading order; what is met again keeps its number."""
    links = Links()
    assert [links.number(target) for target in ("term:a", "faq:b", "term:a", "term:c")] == [1, 2, 1, 3]
    assert links.targets == ["term:a", "faq:b", "term:c"]


def test_a_link_carries_its_number_wherever_the_line_ends() -> None:
    """The number stands behind the words of the link, never alone at the beginning of a line."""
    prose = Prose(
        (
            Paragraph(
                (Span("You must have a "), Span("permit", target="term:permit"), Span(".")),
            ),
        )
    )
    for width in range(16, 30):
        text = Page(width, links=Links()).prose(prose).content.plain
        assert "permit\u00a0[1]." in text


def test_without_links_nothing_is_numbered() -> None:
    """Where a text cannot be followed any further, as in a preview, it carries no numbers."""
    prose = Prose((Paragraph((Span("permit", target="term:permit"),)),))
    assert Page(40).prose(prose).content.plain == "permit"


def test_what_is_linked_is_never_an_action() -> None:
    """Whatever a target or its words hold, a click follows a number and nothing else."""
    links = Links()
    pieces = links.pieces("[@click=app.quit]x[/]", "term:@click=app.quit()")
    assert [style for _, style in pieces if "@click" in style] == [
        "underline @click=screen.follow(1)",
        "bold $text-accent @click=screen.follow(1)",
    ]
