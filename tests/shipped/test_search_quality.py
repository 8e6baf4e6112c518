"""What people really type finds the right answer, and what the guidance does not cover is not answered."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from guide_tui.search.documents import DocumentKind, documents
from guide_tui.search.index import Index
from guide_tui.services.opening import open_library

ROOT = Path(__file__).parents[2]
LIBRARY = open_library(ROOT)
DOCUMENTS = documents(LIBRARY)
INDEX = Index(DOCUMENTS, LIBRARY.synonyms)
MOST_WORDS = 250


def rows(name):
    return [json.loads(line) for line in (ROOT / "benchmarks" / name).read_text("utf-8").splitlines()]


def place(row, hits):
    """The place of the first hit that satisfies every pattern of a labelled question; 0 where none does."""
    patterns = [re.compile(pattern, re.IGNORECASE) for pattern in row["must"]]
    for number, hit in enumerate(hits, 1):
        text = " ".join(f"{hit.document.title} {hit.document.text}".replace("’", "'").split()[:MOST_WORDS])
        if all(pattern.search(text) for pattern in patterns):
            return number
    return 0


@pytest.mark.parametrize("name", ["questions.jsonl", "held_out.jsonl"])
def test_questions_as_staff_type_them(name):
    """Of the labelled questions, most have the right answer first and nearly all among the first three."""
    asked = [(row, INDEX.find(row["q"], 5)) for row in rows(name)]
    places = [place(row, answer.hits) for row, answer in asked if row["must"]]
    outside = [answer.confident for row, answer in asked if not row["must"]]
    assert sum(found == 1 for found in places) / len(places) >= 0.85
    assert sum(1 <= found <= 3 for found in places) / len(places) >= 0.9
    assert sum(outside) / len(outside) <= 0.1


def test_every_question_finds_its_own_answer():
    """An answer is found first by its own question, and by nearly every other wording of it."""
    answers = [document for document in DOCUMENTS if document.kind is DocumentKind.ANSWER]
    lost = [one.id for one in answers if INDEX.find(one.title, 1).hits[0].document.id != one.id]
    assert lost == []
    wordings = [(words, one.id) for one in answers for words in one.also]
    found = sum(INDEX.find(words, 1).hits[0].document.id == identifier for words, identifier in wordings)
    assert found / len(wordings) >= 0.97


@pytest.mark.parametrize("query", ["car parking", "lunch menu", "who won the league", "wifi password", "bus timetable"])
def test_what_the_guidance_cannot_know(query):
    """Nothing is shown as an answer to it."""
    assert not INDEX.find(query).confident


def test_an_answer_stands_before_the_check_that_asks():
    """Who asks wants to be told first; the check is offered beside it."""
    for query in ("do we need approval", "who registers the learners", "until when do we keep student work"):
        kinds = [hit.document.kind for hit in INDEX.find(query).hits]
        assert kinds[0] is DocumentKind.ANSWER
