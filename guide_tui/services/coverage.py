"""What rests on each section of the sources, so that a section that nothing rests on is seen at once."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from guide_tui.model.library import Library
from guide_tui.model.source import Citation


@dataclass(frozen=True, slots=True)
class Covered:
    """A section of a source with all that cites it."""

    citation: Citation
    title: str
    digested: bool
    """Whether a chapter of the guide digests it."""

    cited_by: tuple[str, ...]
    """Document ids, each once, in the library's order: ``faq:ID``, ``term:ID``, ``fact:ID``, ``check:TREE``."""


def coverage(library: Library) -> tuple[Covered, ...]:
    """Every section of every source, in the order of the documents."""
    users: dict[Citation, dict[str, None]] = {}
    for citation, user in citing(library):
        users.setdefault(citation, {})[user] = None
    found = []
    for source in library.sources.values():
        for section in source.sections.values():
            citation = Citation(source.id, section.id)
            digested = library.section(citation) is not None
            found.append(Covered(citation, section.title, digested, tuple(users.get(citation, ()))))
    return tuple(found)


def citing(library: Library) -> Iterator[tuple[Citation, str]]:
    """Every citation with the id of what cites it. A chapter is no citation: it digests the section itself."""
    cited = [(f"faq:{entry.id}", entry.cite) for entry in library.faq.values()]
    cited += [(f"term:{term.id}", term.cite) for term in library.terms.values()]
    cited += [(f"fact:{fact.id}", fact.cite) for fact in library.facts.values()]
    cited += [(f"contact:{contact.id}", contact.cite) for contact in library.about.contacts.values()]
    cited += [(f"resource:{resource.id}", resource.cite) for resource in library.about.resources.values()]
    for name, cite in cited:
        for citation in cite:
            yield citation, name
    for tree in library.trees.values():
        for question in tree.questions.values():
            for citation in question.cite:
                yield citation, f"check:{tree.id}"
            for option in question.options.values():
                for citation in option.cite:
                    yield citation, f"check:{tree.id}"
        for outcome in tree.outcomes.values():
            for cite in (outcome.cite, *(part.cite for part in outcome.parts)):
                for citation in cite:
                    yield citation, f"check:{tree.id}"
