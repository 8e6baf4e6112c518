"""Filters and phrases in a query."""

from __future__ import annotations

import pytest

from guide_tui.model.source import Citation
from guide_tui.search.documents import Document, DocumentKind
from guide_tui.search.filters import Filters, names_source, split_query
from guide_tui.search.index import Index

ANSWER, TERM, CHECK = DocumentKind.ANSWER, DocumentKind.TERM, DocumentKind.CHECK
GUIDE, REVIEW = (Citation("collaborative-arrangements", "roles"),), (Citation("quality-management-review", "visit"),)
DOCUMENTS = (
    Document("faq:lead", ANSWER, "What does the lead centre do?", (), "It applies, and keeps the records.", GUIDE),
    Document(
        "faq:report", ANSWER, "When does the report come?", (), "Ten days after the visit, to the centre.", REVIEW
    ),
    Document("term:lead", TERM, "Lead centre", ("host",), "The centre that applies.", GUIDE),
    Document("term:report", TERM, "Report", (), "What the reviewer writes. The centre takes the lead.", REVIEW),
    Document("check:apply", CHECK, "Are we ready to apply?", (), "Which centre applies.", GUIDE),
)
INDEX = Index(DOCUMENTS)


def found(query):
    return [hit.document.id for hit in INDEX.find(query).hits]


@pytest.mark.parametrize(
    ("query", "rest", "filters"),
    [
        ("lead centre", "lead centre", Filters()),
        ("kind:term lead", "lead", Filters(kinds=frozenset({TERM}))),
        ("lead KIND:Terms", "lead", Filters(kinds=frozenset({TERM}))),
        ("kind:term kind:faq x", "x", Filters(kinds=frozenset({TERM, ANSWER}))),
        ("source:QMR visit ", "visit ", Filters(sources=("qmr",))),
        ('who is the "lead centre"', 'who is the "lead centre"', Filters(phrases=(("lead", "centre"),))),
        ("“Lead Centre” x", "“Lead Centre” x", Filters(phrases=(("lead", "centre"),))),
        ('half a "phrase', 'half a "phrase', Filters()),
        ("kind:picture lead", "lead", Filters(unknown=("kind:picture",))),
        ("kind:ter lead", "lead", Filters()),
        ("kind: lead", "lead", Filters()),
        ("mankind:term a:b", "mankind:term a:b", Filters()),
        ('""', '""', Filters()),
    ],
)
def test_a_query_is_split(query, rest, filters):
    """Filters are taken out of the words, phrases stay among them, and what is half typed is no mistake."""
    assert split_query(query) == (rest, filters)


@pytest.mark.parametrize("name", ["qmr", "quality", "man", "quality-management-review"])
def test_a_source_has_several_names(name):
    """Its id, the beginning of a word of it, or its first letters."""
    assert names_source(name, "quality-management-review")
    assert not names_source(name, "collaborative-arrangements")


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("kind:term lead centre", ["term:lead", "term:report"]),
        ("source:qmr centre", ["faq:report", "term:report"]),
        ("kind:check centre", ["check:apply"]),
        ('"lead centre" report', ["term:lead", "faq:lead"]),
        ('"the lead"', ["faq:lead", "term:report"]),
        ('"centre lead" kind:term source:nowhere', []),
        ('"LEAD, centre"', ["term:lead", "faq:lead"]),
        ("kind:term", ["term:lead", "term:report"]),
        ("kind:term source:qmr", ["term:report"]),
        ("source:nowhere lead", []),
    ],
)
def test_every_hit_passes_the_filters(query, expected):
    """What does not pass is left out; a filter alone lists all that passes, in the order of the library."""
    assert sorted(found(query)) == sorted(expected)


def test_filters_alone_are_no_answer():
    """A list is shown, but nothing of it as the answer."""
    assert not INDEX.find("kind:term").confident


def test_unknown_filters_are_told_and_leave_nothing_out():
    """A filter that names nothing is left out, and said."""
    answer = INDEX.find("kind:picture lead centre")
    assert answer.unknown_filters == ("kind:picture",)
    assert {hit.document.id for hit in answer.hits} == {hit.document.id for hit in INDEX.find("lead centre").hits}


def test_a_filter_finds_what_is_weak_among_thousands():
    """The only document that passes is found even where hundreds have the word more strongly."""
    many = [Document(f"faq:{n}", ANSWER, "Report report", (), "") for n in range(500)]
    odd = Document("term:odd", TERM, "Something else", (), "In a long text " * 40 + "there is a report.")
    assert [hit.document.id for hit in Index([*many, odd]).find("kind:term report").hits] == ["term:odd"]


def test_a_phrase_that_nothing_has_is_told_and_its_words_are_looked_for():
    """Quotes around misspelt words, or around somebody else's, do not leave the person without an answer."""
    answer = INDEX.find('who is the "laed centre"')
    assert answer.unknown_filters == ('"laed centre"',)
    assert answer.hits[0].document.id in ("term:lead", "faq:lead")
