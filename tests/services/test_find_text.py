"""Finding words in a text as a person means them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guide_tui.services.contents import contents_of
from guide_tui.services.find_text import elsewhere, folded, nearest_words, occurrences, running_text
from guide_tui.services.finding import find_document


@pytest.mark.parametrize(
    ("text", "words", "found"),
    [
        ("A Permit, a permit", "PERMIT", ["Permit", "permit"]),
        ("the café of the Café", "cafe", ["café", "Café"]),
        ("Résumé", "rés", ["Rés"]),
        ("before you\n   recruit them", "you recruit", ["you\n   recruit"]),
        ("a permit [2] is needed", "permit is", ["permit [2] is"]),
        ("the centre’s own", "centre's", ["centre’s"]),
        ("2025–2026", "2025-2026", ["2025–2026"]),
        ("six\u00a0weeks", "six weeks", ["six\u00a0weeks"]),
        ("a.b (c) [d]", ".", ["."]),
        ("aaaa", "aa", ["aa", "aa"]),
        ("nothing", "zebra", []),
        ("nothing", "", []),
        ("nothing", "   ", []),
    ],
)
def test_words_are_found_however_they_are_written(text, words, found) -> None:
    """Capitals, accents, the kind of dash or quote and the ends of lines do not matter; signs are no pattern."""
    assert [text[start:end] for start, end in occurrences(text, words)] == found


@given(st.text(max_size=50))
def test_folding_keeps_every_place(text) -> None:
    """A place in the folded text is the same place in the text, whatever the characters."""
    assert len(folded(text)) == len(text)


@given(st.text(max_size=40), st.text(max_size=6))
def test_places_are_in_order_and_apart(text, words) -> None:
    """Marks never overlap and never leave the text."""
    at = 0
    for start, end in occurrences(text, words):
        assert at <= start < end <= len(text)
        at = end


def test_other_texts_are_counted_from_the_next_one_on(hall) -> None:
    """Going on leads to the texts after this one first, then round to those before; this one is none of them."""
    here = "outcome:hire/too-many"
    contents = contents_of(hall, find_document(hall, here))
    found = elsewhere(hall, contents, "ask", here)
    documents = [each.entry.document for each in found]
    order = [entry.document for entry in contents.entries]
    place = order.index(here)
    assert documents == sorted(documents, key=lambda document: (order.index(document) - place) % len(order))
    assert here not in documents
    assert all(each.count > 0 for each in found)
    assert elsewhere(hall, contents, "zebra", here) == []


@pytest.mark.parametrize(
    ("words", "meant"),
    [("guets", "guests"), ("committe", "committee"), ("zebra", ""), ("xq", ""), ("guets zebra", ""), ("", "")],
)
def test_a_slip_is_taken_for_the_nearest_word(words, meant, hall) -> None:
    """A word with a letter missing or wrong is the one nearest to it; what is near to nothing is nothing."""
    contents = contents_of(hall, find_document(hall, "outcome:hire/too-many"))
    assert nearest_words(hall, contents, words) == meant


@pytest.mark.parametrize(
    ("document", "words"),
    [
        ("faq:how-early", "How early must we apply"),
        ("term:permit", "Hall permit"),
        ("question:hire/helpers", "People at the doors"),
        ("outcome:hire/permit", "Sweep the floor"),
        ("outcome:hire/permit", "The committee meets"),
        ("check:hire", "Guests"),
        ("guide:hall-rules/notice", "How early to apply"),
    ],
)
def test_running_text_holds_what_is_read(document, words, hall) -> None:
    """What stands on the page of a text is found in it from elsewhere too."""
    assert occurrences(running_text(find_document(hall, document)), words)
