"""What a name means in a library."""

from __future__ import annotations

import pytest

from guide_tui.errors import UnknownName
from guide_tui.model.source import Citation
from guide_tui.services.finding import (
    find_document,
    find_readable,
    find_section,
    find_term,
    find_tree,
    title_of,
)


@pytest.mark.parametrize("name", ["hire", "HIRE", "Hire"])
def test_tree_is_found_whatever_its_case(name, hall) -> None:
    """Nobody has to mind capitals."""
    assert find_tree(hall, name).id == "hire"


@pytest.mark.parametrize("name", ["permit", "Event permit", "event-permit", "EP", "e.p.", "Hall Permit"])
def test_term_is_found_by_any_of_its_names(name, hall) -> None:
    """The abbreviation, another form and the id all lead to the entry, whatever case and punctuation."""
    assert find_term(hall, name).id == "permit"


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("rules", "Article"),
        ("how-early", "FaqEntry"),
        ("hire", "Tree"),
        ("hall-rules/notice", "Section"),
        ("notice", "Section"),
        ("permit", "Term"),
        ("term:permit", "Term"),
        ("faq:how-early", "FaqEntry"),
        ("guide:hall-rules/notice", "Section"),
        ("check:hire", "Tree"),
        ("question:hire/guests", "TreeQuestion"),
        ("outcome:hire/too-many", "TreeOutcome"),
    ],
)
def test_readable_is_whatever_bears_the_name(name, kind, hall) -> None:
    """One name space serves everything that can be read."""
    assert type(find_readable(hall, name)).__name__ == kind


def test_section_is_found_by_citation(hall) -> None:
    """A reference of a report can be typed as it is printed."""
    assert find_section(hall, "key-leaflet/lost").cite == Citation("key-leaflet", "lost")
    assert find_section(hall, "key-leaflet/nowhere") is None
    assert find_section(hall, "nowhere") is None


@pytest.mark.parametrize(
    ("find", "name", "nearest"),
    [
        (find_tree, "hier", ("hire",)),
        (find_tree, "qqqq", ()),
        (find_term, "musik licence", ("Music licence",)),
        (find_readable, "how-erly", ("how-early",)),
        (find_readable, "hall-rules/notice/x", None),
        (find_readable, "outcome:hire/to-many", ("outcome:hire/too-many",)),
    ],
)
def test_unknown_name_comes_with_the_nearest(find, name, nearest, hall) -> None:
    """A slip of the finger is answered with what was meant; nonsense with nothing."""
    with pytest.raises(UnknownName) as raised:
        find(hall, name)
    if nearest is not None:
        assert raised.value.nearest[: len(nearest)] == nearest
        assert bool(raised.value.nearest) is bool(nearest)


NO_NODES = [
    "question:hire/permit",
    "outcome:hire/guests",
    "outcome:gone/permit",
    "outcome:hire",
    "outcome:",
    "node:hire/permit",
]


@pytest.mark.parametrize("document", ["question:hire/guests", "outcome:hire/permit"])
def test_nodes_name_their_tree_and_lead_back_to_their_id(document, hall) -> None:
    """A question or an outcome that is found says which check it belongs to."""
    found = find_document(hall, document)
    assert found.tree is hall.trees["hire"]
    assert found.id == document


@pytest.mark.parametrize("document", ["faq:gone", "guide:hall-rules/gone", "zebra:x", "", "check:", *NO_NODES])
def test_document_that_is_gone_is_told(document, hall) -> None:
    """After a new edition an old name is an error with a message."""
    with pytest.raises(UnknownName):
        find_document(hall, document)


@pytest.mark.parametrize(
    ("document", "title"),
    [
        ("faq:how-early", "How early must we apply for a permit?"),
        ("guide:hall-rules/notice", "How early to apply"),
        ("term:permit", "Event permit"),
        ("check:hire", "May we use the hall?"),
        ("question:hire/guests", "How many guests will come?"),
        ("outcome:hire/too-many", "Stop: the hall holds 120 people"),
    ],
)
def test_every_text_has_a_title(document, title, hall) -> None:
    """Links and lists name a text as its own page does."""
    assert title_of(find_document(hall, document)) == title
