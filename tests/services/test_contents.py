"""The contents that a text belongs to."""

from __future__ import annotations

import pytest

from guide_tui.library.builtin import builtin_root
from guide_tui.services.contents import OTHERS, contents_of, document_id
from guide_tui.services.finding import find_document, find_readable
from guide_tui.services.opening import open_library


def listed(contents) -> dict[str, list[str]]:
    """The titles by group."""
    return {group.title: [entry.title for entry in group.entries] for group in contents.groups}


def test_section_belongs_to_the_chapters_of_its_source(hall) -> None:
    """Beside a section stand the sections of the same document, chapter by chapter, and no others."""
    contents = contents_of(hall, find_document(hall, "guide:hall-rules/notice"))
    assert contents.title == "Hall rules"
    assert listed(contents) == {"The hall rules": ["Events that need a permit", "How early to apply", "The committee"]}
    assert all(entry.document.startswith("guide:hall-rules/") for entry in contents.entries)


def test_terms_stand_by_letter(hall) -> None:
    """The glossary is in the order of the alphabet, whatever order it was written in."""
    contents = contents_of(hall, hall.terms["permit"])
    assert contents.title == "Glossary"
    titles = [entry.title for entry in contents.entries]
    assert titles == sorted(titles, key=str.casefold)
    assert all(title[0].upper() == group for group, names in listed(contents).items() for title in names)


def test_answers_stand_by_the_chapter_that_they_rest_on() -> None:
    """Answers about one subject stand together; every answer is listed once."""
    library = open_library(builtin_root())
    contents = contents_of(library, library.faq["application-deadline"])
    assert contents.group_of("faq:application-deadline").title == "How to apply"
    assert sorted(entry.document for entry in contents.entries) == sorted(f"faq:{name}" for name in library.faq)
    assert OTHERS not in listed(contents)


def test_questions_and_outcomes_belong_to_their_check(hall) -> None:
    """Beside an outcome stand the check, its questions and its other outcomes, by their short names."""
    tree = hall.trees["hire"]
    contents = contents_of(hall, find_document(hall, "outcome:hire/permit"))
    assert contents.title == "May we use the hall?"
    assert listed(contents) == {
        "The check": ["What it works out"],
        "Questions": [question.short for question in tree.questions.values()],
        "Outcomes": [outcome.short for outcome in tree.outcomes.values()],
    }
    assert contents_of(hall, tree) == contents


def test_beside_stops_at_both_ends(hall) -> None:
    """The texts follow one another across chapters; before the first and after the last there is none."""
    contents = contents_of(hall, find_document(hall, "outcome:hire/permit"))
    first, second, *_, last = contents.entries
    assert contents.beside(first.document, 1) == second
    assert contents.beside(second.document, -1) == first
    assert contents.beside(first.document, -1) is None
    assert contents.beside(last.document, 1) is None
    assert contents.beside("faq:gone", 1) is None


@pytest.mark.parametrize(
    "document",
    [
        "faq:how-early",
        "term:permit",
        "check:hire",
        "question:hire/guests",
        "outcome:hire/free",
        "guide:hall-rules/notice",
    ],
)
def test_every_text_is_in_its_own_contents(document, hall) -> None:
    """The list can always mark what is read, and what is listed can be opened."""
    found = find_document(hall, document)
    contents = contents_of(hall, found)
    assert document_id(found) == document
    assert document in [entry.document for entry in contents.entries]
    for entry in contents.entries:
        assert document_id(find_document(hall, entry.document)) == entry.document


def test_chapter_stands_for_its_first_section(hall) -> None:
    """A chapter has no document of its own."""
    assert document_id(find_readable(hall, "rules")).startswith("guide:hall-rules/")
