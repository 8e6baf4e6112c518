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
    ],
)
def test_unknown_name_comes_with_the_nearest(find, name, nearest, hall) -> None:
    """A slip of the finger is answered with what was meant; nonsense with nothing."""
    with pytest.raises(UnknownName) as raised:
        find(hall, name)
    if nearest is not None:
        assert raised.value.nearest[: len(nearest)] == nearest
        assert bool(raised.value.nearest) is bool(nearest)


@pytest.mark.parametrize("document", ["faq:gone", "guide:hall-rules/gone", "zebra:x", "", "check:"])
def test_document_that_is_gone_is_told(document, hall) -> None:
    """After a new edition an old name is an error with a message."""
    with pytest.raises(UnknownName):
        find_document(hall, document)
