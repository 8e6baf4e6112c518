"""Text becomes words in one way only."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guide_tui.search.words import placed_words, stem, stems, words, words_of, written


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("QO.1 QO1 qo 1 QO-1", ["qo1"] * 4),
        ("sub-site Subsite sub site sub-sites", ["subsite"] * 4),
        ("T&Cs", ["terms", "conditions"]),
        ("the learner’s work, the learners' work", ["the", "learner", "work", "the", "learners", "work"]),
        ("center CENTRES program", ["centre", "centres", "programme"]),
        ("ＱＭＲ ver\u00adify cafe\u0301", ["qmr", "verify", "cafe"]),
        ("non-approved check-list", ["non", "approved", "checklist"]),
        ("don’t", ["don't"]),
        ("e.g. docs", ["eg", "documents"]),
        ("… — !", []),
    ],
)
def test_words(text, expected):
    """Case, compatibility forms, hyphens, apostrophes and spelling variants are made even."""
    assert words(text) == expected


@pytest.mark.parametrize(
    "family",
    [
        "approve approval approved approving",
        "register registration registered registering",
        "verify verifier verified verification",
        "certificate certification certify certs",
        "apply application applied applying",
        "standardise standardisation standardizing standardization",
        "deliver delivery delivering deliveries",
        "collaborative collaboration collaborate",
        "withdraw withdrawal withdrawn",
        "consortium consortia",
        "policy policies",
        "responsible responsibility responsibilities",
        "not don't without never cannot",
    ],
)
def test_relatives_share_a_stem(family):
    """Forms of one word find each other."""
    assert len({stem(word) for word in words(family)}) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("formal", "informal"),
        ("formal", "form"),
        ("inform", "informal"),
        ("approved", "unapproved"),
        ("quality", "qualification"),
        ("standards", "standardisation"),
        ("internal", "external"),
    ],
)
def test_different_things_keep_apart(one, other):
    """Words that look alike and differ in meaning keep different stems."""
    assert stem(one) != stem(other)


def test_function_words_are_no_topic():
    """What is left of a question are the words about its topic."""
    assert stems("What is the deadline for the form?") == ["deadlin", "form"]


@given(st.text(max_size=80))
def test_places_point_at_the_words(text):
    """Every word comes from the characters that its place names, in order."""
    placed = placed_words(text)
    assert [place.word for place in placed] == words(text)
    assert all(place.word in words_of(text[place.start : place.end]) for place in placed)
    assert [place.start for place in placed] == sorted(place.start for place in placed)


@given(st.text(max_size=80))
def test_documents_and_queries_are_read_alike(text):
    """Reading in small letters, as the index does, gives the same words."""
    assert [word for form in written(text) for word in words_of(form)] == words(text.lower())


@given(st.from_regex(r"[a-z]{1,20}", fullmatch=True))
def test_a_stem_is_never_empty(word):
    """Every word has a stem."""
    assert stem(word)
