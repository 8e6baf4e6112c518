"""How a result came about."""

from __future__ import annotations

import pytest

from guide_tui.search.documents import Document, DocumentKind
from guide_tui.search.index import Index

DOCUMENTS = (
    Document(
        "faq:records", DocumentKind.ANSWER, "How long do we keep records?", ("retention",), "Keep them for 3 years."
    ),
    Document("faq:who", DocumentKind.ANSWER, "Who keeps records?", (), "Each centre keeps its own."),
    Document("term:record", DocumentKind.TERM, "Record", (), "A paper that is kept."),
    Document("check:keep", DocumentKind.CHECK, "What must we keep?", (), "Until when to keep what."),
    Document("outcome:keep/both", DocumentKind.OUTCOME, "Keep both", (), "Keep the records and the work."),
    Document("question:keep/what", DocumentKind.QUESTION, "What do you keep?", (), "Records or work."),
    Document("guide:g/keep", DocumentKind.SECTION, "Keeping", (), "Records are kept for years."),
)
INDEX = Index(DOCUMENTS)


@pytest.mark.parametrize("query", ["keep recrods", "record", "how long do we keep records", "retention", "who keeps"])
def test_the_reasons_add_up_to_the_score(query):
    """The points of a hit are its score, unless it was put behind an answer that says the same."""
    explained = INDEX.explain(query)
    assert explained.answer == INDEX.find(query)
    assert len(explained.reasons) == len(explained.answer.hits) > 0
    for hit, reasons in zip(explained.answer.hits, explained.reasons, strict=True):
        total = max(0.0, min(1.0, sum(reason.points for reason in reasons)))
        assert hit.score <= total + 1e-9
        if hit.document.kind in (DocumentKind.ANSWER, DocumentKind.TERM):
            assert hit.score == pytest.approx(total)


def test_words_say_what_they_were_taken_for():
    """A misspelt word, and one that is not of this library."""
    taken = {word.typed: (word.meaning.word, word.meaning.known) for word in INDEX.explain("keep recrods zebra").words}
    assert taken == {"keep": ("", True), "recrods": ("records", True), "zebra": ("", False)}


def test_what_is_asked_for_is_told():
    """The kind of answer that a question wants."""
    assert INDEX.explain("how long do we keep records").asked == ("when",)


def test_nothing_explains_nothing():
    """No word, no reason."""
    explained = INDEX.explain("?")
    assert (explained.answer.hits, explained.reasons, explained.likelihood) == ((), (), 0.0)
