"""An answer to a query as plain lines."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from guide_tui.model.article import FaqEntry, Section, Term
from guide_tui.model.characters import visible
from guide_tui.model.library import Contact, Library
from guide_tui.model.tree import Tree
from guide_tui.search.filters import KIND_NAMES
from guide_tui.search.index import Answer
from guide_tui.search.words import FUNCTION_WORDS, stem, words
from guide_tui.services.finding import Readable, find_document
from guide_tui.services.layout import WIDTH, paragraph
from guide_tui.services.library_text import readable_lines

KINDS: Mapping[str, str] = {
    "answer": "Answer",
    "section": "Guide",
    "term": "Term",
    "check": "Check",
    "question": "Asked",
    "outcome": "Outcome",
}
"""How a kind of document is named to the person."""

NOT_COVERED = "This guidance does not seem to answer that."
"""What to say when nothing answers a query and the contacts are listed below."""

_FITTING = 0.8
"""Words in common, each shared with the other contacts that it fits as well, from which a contact is put first."""


def kind_name(kind: str) -> str:
    """How a kind of document is named to the person, also one that this module has not heard of."""
    return KINDS.get(kind, kind.capitalize())


def not_covered(library: Library) -> str:
    """What to say when nothing answers a query, in a sentence or two."""
    contact = next(iter(library.about.contacts.values()), None)
    return f"{NOT_COVERED} Ask {contact.name} where it matters." if contact else NOT_COVERED


def contacts_for(library: Library, query: str) -> tuple[Contact, ...]:
    """Everybody whom one can ask, those first who are there for what the query is about."""
    contacts = list(library.about.contacts.values())
    asked = _topics(query)
    theirs = [_topics(f"{contact.name} {contact.about}") for contact in contacts]
    shared = Counter(topic for topics in theirs for topic in topics)
    fits = [sum(1 / shared[topic] for topic in asked & topics) for topics in theirs]
    # Chance words in common put nobody before the one who is there for everything.
    order = sorted(range(len(contacts)), key=lambda n: (-fits[n] if fits[n] >= _FITTING else 0, n))
    return tuple(contacts[number] for number in order)


def check_for(library: Library, found: Readable) -> Tree | None:
    """The check that works out for the person's own case what a text tells; None where none does."""
    if isinstance(found, FaqEntry):
        return library.trees.get(found.check)
    if isinstance(found, Section | Term):
        targets = found.body.targets if isinstance(found, Section) else found.meaning.targets
        checks = (target.removeprefix("check:") for target in targets if target.startswith("check:"))
        return next((library.trees[name] for name in checks if name in library.trees), None)
    return None


def answer_lines(library: Library, answer: Answer, width: int = WIDTH) -> list[str]:
    """The best answer in full, then the titles of what else comes close."""
    if not answer.topical:
        return paragraph("That names no topic yet. Add a word for what it is about.", width)
    told = [line for each in answer.unknown_filters for line in paragraph(unknown_filter(each), width)]
    if not answer.hits:
        return [*told, *paragraph(NOT_COVERED, width), *_contact_lines(library, answer, width)]
    lines = [*told, ""] if told else []
    if answer.corrected:
        lines += [*paragraph(f'Understood as: "{visible(answer.corrected)}".', width), ""]
    rest = answer.hits
    if answer.confident:
        lines += found_lines(library, answer.hits[0].document.id, width)
        rest = answer.hits[1:]
        if rest:
            lines += ["", "Close to it:"]
    else:
        lines += [*paragraph(f"{NOT_COVERED} The closest topics:", width)]
    for hit in rest:
        title = hit.document.title
        stop = "" if title[-1:] in "?!." else "."
        line = f"- {kind_name(hit.document.kind)}: {title}{stop} {how_to_open(hit.document.id)}"
        lines += paragraph(line, width, "", "  ")
    if not answer.confident:
        lines += _contact_lines(library, answer, width)
    return lines


def unknown_filter(typed: str) -> str:
    """What to say of a filter that names nothing, or of a phrase that nothing has."""
    if typed.startswith('"'):
        return f"Nothing has {visible(typed)} word for word, so its words are looked for one by one."
    kinds = ", ".join(dict.fromkeys(str(kind) for kind in KIND_NAMES))
    return f'"{visible(typed)}" leaves nothing out. After "kind:" may stand {kinds}.'


def found_lines(library: Library, document: str, width: int = WIDTH) -> list[str]:
    """A document of the index as plain lines; of a check, what it works out and how to start it."""
    found = find_document(library, document)
    if isinstance(found, Tree):
        texts = (found.title, found.about, f"Start it: guide check {found.id}")
        return [line for text in texts for line in paragraph(text, width)]
    return readable_lines(library, found, width)


def how_to_open(document: str) -> str:
    """The command that shows a document."""
    kind, _, name = document.partition(":")
    if kind == "check":
        return f"guide check {name}"
    if kind in ("question", "outcome"):
        return f"guide read {document}"
    return f"guide term {name}" if kind == "term" else f"guide read {name}"


def _contact_lines(library: Library, answer: Answer, width: int) -> list[str]:
    contacts = contacts_for(library, answer.query)
    lines = ["", "Whom to ask:"] if contacts else []
    for contact in contacts:
        lines += paragraph(f"- {contact.name}: {contact.about}", width, "", "  ")
    return lines


def _topics(text: str) -> frozenset[str]:
    return frozenset(stem(word) for word in words(text) if word not in FUNCTION_WORDS)
