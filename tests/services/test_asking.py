"""An answer to a query as plain lines."""

from __future__ import annotations

import pytest

from guide_tui.library.builtin import builtin_root
from guide_tui.search.documents import DocumentKind
from guide_tui.services.asking import KINDS, check_for, contacts_for, found_lines, kind_name
from guide_tui.services.finding import find_document
from guide_tui.services.opening import open_library


@pytest.mark.parametrize(
    ("document", "first"),
    [
        ("faq:lost-key", "What if we lose the key?"),
        ("guide:hall-rules/notice", "How early to apply"),
        ("term:permit", "Event permit (EP, hall permit)"),
        ("check:keys", "Who keeps the key?"),
    ],
)
def test_document_of_the_index_can_be_opened(document, first, hall) -> None:
    """Whatever is found can be shown."""
    assert found_lines(hall, document)[0] == first


def test_every_kind_of_document_has_a_name() -> None:
    """What the index may find is called something; also a kind that came later."""
    assert set(KINDS) == set(DocumentKind)
    assert kind_name("letter") == "Letter"


@pytest.fixture(scope="module")
def shipped():
    """The library that we ship."""
    return open_library(builtin_root())


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("who decides whether our certificates are blocked", "centre-quality-manager"),
        ("when is our quality management review", "centre-quality-reviewer"),
        ("where can visitors park", "pearson-support"),
        ("", "pearson-support"),
    ],
)
def test_whoever_is_there_for_it_is_asked_first(query: str, first: str, shipped) -> None:
    """Every contact is named; the one for everything comes first unless another is there for just that."""
    contacts = contacts_for(shipped, query)
    assert contacts[0].id == first
    assert {contact.id for contact in contacts} == set(shipped.about.contacts)


@pytest.mark.parametrize(
    ("document", "check"),
    [("faq:how-early", "hire"), ("faq:lost-key", None), ("check:hire", None), ("guide:hall-rules/notice", None)],
)
def test_the_check_that_works_it_out(document: str, check: str | None, hall) -> None:
    """An answer names it; a text that names none has none."""
    found = check_for(hall, find_document(hall, document))
    assert (found.id if found else None) == check
