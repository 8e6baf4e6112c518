"""What of a library can be found."""

from __future__ import annotations

from guide_tui.model.article import Article, FaqEntry, Section, Term
from guide_tui.model.library import About, Library
from guide_tui.model.problem import Place
from guide_tui.model.prose import Listing, Paragraph, Prose, Span
from guide_tui.model.source import Citation
from guide_tui.model.tree import Kind, Option, Outcome, Question, Tone, Tree
from guide_tui.search.documents import Document, DocumentKind, documents

PLACE = Place("x")
CITE = Citation("guide", "records")


def prose(*paragraphs):
    return Prose(tuple(Paragraph((Span(text),)) for text in paragraphs))


def library(**parts):
    about = About("t", "s", "d", {}, {}, PLACE)
    empty = {"sources": {}, "facts": {}, "terms": {}, "articles": {}, "faq": {}, "trees": {}, "questions": {}}
    return Library(about=about, **{**empty, **parts}, synonyms=(), problems=())


def test_an_answer_is_its_question_and_the_whole_answer():
    """An entry keeps every phrasing apart, and lists read as lines."""
    answer = Prose(
        (Paragraph((Span("Three "), Span("years", strong=True))), Listing(((Paragraph((Span("plans"),)),),)))
    )
    entry = FaqEntry("records", "How long?", ("until when", "shred"), answer, (CITE,), "", PLACE)
    assert documents(library(faq={"records": entry})) == (
        Document(
            "faq:records", DocumentKind.ANSWER, "How long?", ("until when", "shred"), "Three years\n\n- plans", (CITE,)
        ),
    )


def test_a_section_is_named_by_its_citation():
    """A guide section is found under the section that it digests."""
    section = Section("records", "Records", prose("Keep them."), CITE, ("files",), PLACE)
    found = documents(library(articles={"a": Article("a", "A", "guide", (section,), PLACE)}))
    assert found == (
        Document("guide:guide/records", DocumentKind.SECTION, "Records", ("files",), "Keep them.", (CITE,)),
    )


def test_a_term_tells_its_forms_its_meaning_and_its_caution():
    """All of a glossary entry can be found and read."""
    term = Term("liv", "Lead Internal Verifier", ("LIV",), prose("Leads."), "Two senses.", (CITE,), PLACE)
    (found,) = documents(library(terms={"liv": term}))
    assert (found.id, found.kind, found.also) == ("term:liv", DocumentKind.TERM, ("LIV",))
    assert found.text == "Lead Internal Verifier (LIV):\n\nLeads.\n\nTwo senses."


def test_a_check_is_what_it_works_out_and_what_it_asks():
    """A tree is found by what it is about and by its questions, and cites what its outcomes cite, once."""
    ask = Question("start", "When do you start?", "Start", prose(), (), Kind.DATE, {}, (), PLACE)
    outcomes = {
        name: Outcome(name, "v", "v", Tone.FINE, prose(), (CITE,), (), (), (), (), (), PLACE) for name in ("one", "two")
    }
    tree = Tree(
        "late", "Are we late?", "Whether you are late.", ("too late",), "start", {"start": ask}, outcomes, PLACE
    )
    check, *_ = documents(library(trees={"late": tree}))
    assert check == Document(
        "check:late",
        DocumentKind.CHECK,
        "Are we late?",
        ("too late",),
        "Whether you are late.\n\nWhen do you start?",
        (CITE,),
    )


def test_outcomes_and_questions_are_found_too():
    """An outcome by its verdict and what it says to everybody, a question by what it asks; a shared one only once."""
    ask = Question(
        "start",
        "When do you start?",
        "Start",
        prose("It decides."),
        (CITE,),
        Kind.YES_NO,
        {"a": Option("a", "Soon")},
        (),
        PLACE,
    )
    late = Outcome("late", "You are late", "Late", Tone.STOP, prose("Hurry."), (CITE,), (), (), (), (), (), PLACE)
    trees = {
        name: Tree(name, "T", "About.", (), "start", {"start": ask}, {"late": late}, PLACE) for name in ("one", "two")
    }
    found = {each.id: each for each in documents(library(trees=trees))}
    assert list(found) == ["check:one", "check:two", "outcome:one/late", "question:one/start", "outcome:two/late"]
    outcome, question = found["outcome:one/late"], found["question:one/start"]
    assert (outcome.title, outcome.also, outcome.text) == ("You are late", ("Late",), "Hurry.")
    assert (question.title, question.also, question.text) == ("When do you start?", ("Start",), "It decides.\n\n- Soon")
