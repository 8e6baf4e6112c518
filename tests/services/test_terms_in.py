"""Finding the terms of the glossary in a text."""

from __future__ import annotations

import dataclasses

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guide_tui.model.article import Term
from guide_tui.model.library import Library
from guide_tui.model.problem import Place
from guide_tui.model.prose import Prose
from guide_tui.services.opening import open_library
from guide_tui.services.terms_in import distinct_terms, terms_in
from tests.services.conftest import ROOT

FORMS = {
    "centre": ("Centre", "approved centre"),
    "lead-centre": ("Lead centre", "lead school"),
    "liv": ("Lead Internal Verifier", "LIV", "Lead IV"),
    "iv": ("Internal Verifier", "IV", "internally verify"),
    "csm": ("Centre Standardisation Materials", "CSM", "CSM's"),
    "tech-award": ("BTEC Tech Award (2022)", "Tech Award"),
    "nvq": ("NVQ/SVQ", "NVQ"),
    "sub-site": ("Sub-site",),
    "double": ("LIV",),
}


@pytest.fixture(scope="module")
def glossary() -> Library:
    """A library with the terms of FORMS."""
    terms = {
        name: Term(name, forms[0], tuple(forms[1:]), Prose(), "", (), Place("glossary.yaml"))
        for name, forms in FORMS.items()
    }
    return dataclasses.replace(open_library(ROOT), terms=terms)


def found(library: Library, text: str) -> list[tuple[str, str]]:
    """The words found, each with the term that it stands for."""
    return [(text[start:end], term.id) for start, end, term in terms_in(library, text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Does every centre teach?", [("centre", "centre")]),
        ("CENTRES and Centre", [("CENTRES", "centre"), ("Centre", "centre")]),
        ("The lead centre, not the centre.", [("lead centre", "lead-centre"), ("centre", "centre")]),
        ("your lead\n  schools", [("lead\n  schools", "lead-centre")]),
        ("the centre's name", [("centre", "centre")]),
        ("a Lead Internal Verifier", [("Lead Internal Verifier", "liv")]),
        ("a lead internal verifier", [("lead internal verifier", "liv")]),
        ("the LIV and two LIVs", [("LIV", "liv"), ("LIVs", "liv")]),
        ("The IV says iv) and Iv", [("IV", "iv")]),
        ("lead iv or Lead IVs", [("lead iv", "liv"), ("Lead IVs", "liv")]),
        ("CSM's, CSMs", [("CSM's", "csm"), ("CSMs", "csm")]),
        ("a BTEC Tech Award (2022).", [("BTEC Tech Award (2022)", "tech-award")]),
        ("NVQ/SVQ or NVQ", [("NVQ/SVQ", "nvq"), ("NVQ", "nvq")]),
        ("epicentre, centred, centre_1, multi-centre, centre-based", []),
        ("a sub-site", [("sub-site", "sub-site")]),
        ("LIVE and GIVE", []),
        ("", []),
    ],
)
def test_whole_words_longest_first(glossary: Library, text: str, expected: list[tuple[str, str]]):
    """Names are found whatever their capitals, abbreviations as written, the longest first, and never inside words."""
    assert found(glossary, text) == expected


def test_a_library_without_a_glossary(glossary: Library):
    """Without terms nothing is found."""
    assert terms_in(dataclasses.replace(glossary, terms={}), "The centre") == []


def test_distinct_terms(glossary: Library):
    """Several texts give each of their terms once, in the order met."""
    terms = distinct_terms(glossary, "An IV of the centre", "The lead centre, the IV")
    assert [term.id for term in terms] == ["iv", "centre", "lead-centre"]


@given(st.lists(st.sampled_from(["centre", "LIV", "lead", "IV", "livs", " ", "-", ".", "s", "é", "\n"])))
def test_ranges_are_in_order_and_apart(glossary: Library, parts: list[str]):
    """Ranges lie inside the text, follow one another, and hold words of the term."""
    text = "".join(parts)
    at = 0
    for start, end, term in terms_in(glossary, text):
        assert at <= start < end <= len(text)
        words = " ".join(text[start:end].split()).casefold()
        assert words.removesuffix("s") in {form.casefold().removesuffix("s") for form in (term.term, *term.forms)}
        at = end
