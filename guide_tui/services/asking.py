"""An answer to a query as plain lines."""

from __future__ import annotations

from guide_tui.model.characters import visible
from guide_tui.model.library import Library
from guide_tui.model.tree import Tree
from guide_tui.search.documents import DocumentKind
from guide_tui.search.index import Answer
from guide_tui.services.finding import find_document
from guide_tui.services.layout import WIDTH, paragraph
from guide_tui.services.library_text import readable_lines

KINDS = {
    DocumentKind.ANSWER: "Answer",
    DocumentKind.SECTION: "Guide",
    DocumentKind.TERM: "Term",
    DocumentKind.CHECK: "Check",
}
"""How a kind of document is named to the person."""


def not_covered(library: Library) -> str:
    """What to say when nothing answers a query."""
    contact = next(iter(library.about.contacts.values()), None)
    ask = f" Ask {contact.name} where it matters." if contact else ""
    return f"This guidance does not seem to answer that.{ask}"


def answer_lines(library: Library, answer: Answer, width: int = WIDTH) -> list[str]:
    """The best answer in full, then the titles of what else comes close."""
    if not answer.hits:
        return paragraph(not_covered(library), width)
    lines = []
    if answer.corrected:
        lines += [*paragraph(f'Understood as: "{visible(answer.corrected)}".', width), ""]
    rest = answer.hits
    if answer.confident:
        lines += found_lines(library, answer.hits[0].document.id, width)
        rest = answer.hits[1:]
        if rest:
            lines += ["", "Close to it:"]
    else:
        lines += [*paragraph(f"{not_covered(library)} The closest topics:", width)]
    for hit in rest:
        title = hit.document.title
        stop = "" if title[-1:] in "?!." else "."
        line = f"- {KINDS[hit.document.kind]}: {title}{stop} {how_to_open(hit.document.id)}"
        lines += paragraph(line, width, "", "  ")
    return lines


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
