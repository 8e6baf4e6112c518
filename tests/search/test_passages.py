"""The passage that is shown of a long text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guide_tui.search.documents import Document, DocumentKind
from guide_tui.search.index import Index
from guide_tui.search.passages import LONGEST, best_passage, marks

FILLER = "This sentence says nothing of any use to anybody who comes here with a question of that kind, or of another. "


@pytest.mark.parametrize(
    ("text", "sought", "expected"),
    [
        ("Short text. All of it.", {}, "Short text. All of it."),
        (FILLER * 3 + "Keep the records.", {"record": 1.0}, f"{FILLER}Keep the records."),
        ("- first item\n- second item", {"second": 1.0}, "first item second item"),
        (
            FILLER * 2 + "The visit.\n\n" + FILLER * 2 + "The report.",
            {"visit": 0.2, "report": 0.9},
            f"{FILLER}The report.",
        ),
        ("", {"x": 1.0}, ""),
    ],
)
def test_the_passage_with_most_of_what_is_sought(text, sought, expected):
    """The first passage that holds most, whole sentences only."""
    assert best_passage(text, sought) == expected


@given(st.text(alphabet="ab .\n-?", max_size=600))
def test_a_passage_is_short_and_from_the_text(text):
    """At most LONGEST characters unless one sentence is longer, and every word of it stands in the text."""
    passage = best_passage(text, {"a": 1.0, "b": 0.5})
    assert set(passage.split()) <= set(text.replace("- ", " ").split()) | set(text.split())
    assert len(passage) <= max(LONGEST, *(len(part) for part in text.split(". ")), len(text) if ". " not in text else 0)


def test_marks_include_what_was_misspelt():
    """The words that carried the result are marked, however they were typed."""
    text = FILLER * 4 + "Every assessor keeps the certificates in the archive."
    index = Index([Document("faq:a", DocumentKind.ANSWER, "Where are they?", (), text)])
    (hit,) = index.find("certifcates archve").hits
    assert [hit.snippet[start:end] for start, end in hit.snippet_marks] == ["certificates", "archive"]


def test_marks_are_ranges_of_the_text():
    """Each range is one written word."""
    assert marks("Records, recorded; the record!", {"record": 1.0}) == ((0, 7), (9, 17), (23, 29))
