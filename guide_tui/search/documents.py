"""What a library offers to be found, as plain documents: answers, guide sections, terms, and checks with what they ask
and end with."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from guide_tui.model.article import FaqEntry, Section, Term
from guide_tui.model.library import Library
from guide_tui.model.prose import plain_text
from guide_tui.model.source import Citation
from guide_tui.model.tree import Outcome, Question, Tree


class DocumentKind(StrEnum):
    """What a document is. In the order in which equals are shown: what answers stands before what asks."""

    ANSWER = "answer"
    SECTION = "section"
    TERM = "term"
    CHECK = "check"
    OUTCOME = "outcome"
    """What a check may end with."""

    QUESTION = "question"
    """What a check asks."""


@dataclass(frozen=True, slots=True)
class Document:
    """Something that can be found."""

    id: str
    """Unique in the library: ``faq:records``, ``guide:SOURCE/SECTION``, ``term:liv``, ``check:arrangement-type``,
    ``outcome:arrangement-type/formal``, ``question:arrangement-type/partners``."""

    kind: DocumentKind
    title: str
    """A question, a heading or a name."""

    also: tuple[str, ...] = ()
    """The title as other people put it."""

    text: str = ""
    """All of it as a person reads it, without the title, in plain characters."""

    citations: tuple[Citation, ...] = ()
    """What it rests on."""


def documents(library: Library) -> tuple[Document, ...]:
    """Everything in the library that can be found, answers first, in the library's order."""
    return tuple(_documents(library))


def _documents(library: Library) -> Iterator[Document]:
    yield from map(_answer, library.faq.values())
    for article in library.articles.values():
        for section in article.sections:
            yield _section(section)
    yield from map(_term, library.terms.values())
    yield from map(_check, library.trees.values())
    asked: set[str] = set()
    for tree in library.trees.values():
        for outcome in tree.outcomes.values():
            yield _outcome(tree, outcome)
        for question in tree.questions.values():
            # A question that several checks share is found once.
            if question.id not in asked:
                asked.add(question.id)
                yield _question(tree, question)


def _answer(entry: FaqEntry) -> Document:
    return Document(
        id=f"faq:{entry.id}",
        kind=DocumentKind.ANSWER,
        title=entry.question,
        also=entry.also,
        text=plain_text(entry.answer),
        citations=entry.cite,
    )


def _section(section: Section) -> Document:
    return Document(
        id=f"guide:{section.cite}",
        kind=DocumentKind.SECTION,
        title=section.title,
        also=section.also,
        text=plain_text(section.body),
        citations=(section.cite,),
    )


def _term(term: Term) -> Document:
    named = f"{term.term} ({', '.join(term.forms)})" if term.forms else term.term
    parts = (f"{named}:", plain_text(term.meaning), term.caution)
    return Document(
        id=f"term:{term.id}",
        kind=DocumentKind.TERM,
        title=term.term,
        also=term.forms,
        text="\n\n".join(part for part in parts if part),
        citations=term.cite,
    )


def _check(tree: Tree) -> Document:
    citations = dict.fromkeys(cited for outcome in tree.outcomes.values() for cited in outcome.cite)
    return Document(
        id=f"check:{tree.id}",
        kind=DocumentKind.CHECK,
        title=tree.title,
        also=tree.also,
        text="\n\n".join([tree.about, *(question.ask for question in tree.questions.values())]),
        citations=tuple(citations),
    )


def _outcome(tree: Tree, outcome: Outcome) -> Document:
    parts = (
        outcome.says,
        *(part.say for part in (*outcome.notes, *outcome.avoid)),
        *(one.do for one in outcome.actions),
    )
    return Document(
        id=f"outcome:{tree.id}/{outcome.id}",
        kind=DocumentKind.OUTCOME,
        title=outcome.verdict,
        also=(outcome.short,),
        text="\n\n".join(map(plain_text, parts)),
        citations=outcome.cite,
    )


def _question(tree: Tree, question: Question) -> Document:
    options = "\n".join(f"- {option.label}" for option in question.options.values())
    return Document(
        id=f"question:{tree.id}/{question.id}",
        kind=DocumentKind.QUESTION,
        title=question.ask,
        also=(question.short,),
        text="\n\n".join(part for part in (plain_text(question.why), options) if part),
        citations=question.cite,
    )
