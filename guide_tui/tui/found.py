"""What a query found, as cards and as the text beside them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from guide_tui.errors import GuideError
from guide_tui.model.library import Library
from guide_tui.model.tree import Tree
from guide_tui.search.documents import DocumentKind
from guide_tui.search.index import Answer, Hit
from guide_tui.search.passages import marks
from guide_tui.services.asking import NOT_COVERED, check_for, contacts_for, kind_name
from guide_tui.services.beginning import how_much, progress, standing
from guide_tui.services.finding import find_document
from guide_tui.services.keeping import CaseKeeper
from guide_tui.tui.offering import CONTACTS
from guide_tui.tui.page import Page, Piece, marked
from guide_tui.tui.reading import write_asked, write_document
from guide_tui.tui.tones import SYMBOLS
from guide_tui.tui.widgets.board import Card, Part

MOST_TOPICS = 5
"""What only looks near is offered briefly, so that it does not pass for an answer."""

MARKED = "bold $text-accent"
"""How a word of the query is shown where it was found."""

LABEL_WIDTH = 9
LABELS = {
    "answer": "$text-success",
    "section": "$text-primary",
    "term": "$text-secondary",
    "check": "$text-warning",
    "outcome": "$text-warning",
}
"""The colour of the label of each kind; others have the usual one."""

OPENING = 240
"""Characters of a text that can be seen without scrolling."""

PASSAGE_START = 40
"""Characters by which a passage is found again in its text."""


def found_parts(library: Library, answer: Answer) -> list[Part]:
    """The hits, with the check that works out the best one under it; where none answers, that, and whom to ask."""
    corrected = (((("Understood as: ", "$muted"), (answer.corrected, "bold"))),) if answer.corrected else ()
    cards = [_hit(hit) for hit in answer.hits]
    if answer.confident:
        check = _check_beside(library, answer)
        if check:
            beside = Card(
                f"check:{check.id}", ((check.title, ""),), "Works it out for your case", label=_label("check")
            )
            cards = [cards[0], beside, *(card for card in cards[1:] if card.opens != beside.opens)]
        return [Part(text=corrected, cards=tuple(cards), columns=False)]
    contacts = contacts_for(library, answer.query)
    label = ("ASK".ljust(LABEL_WIDTH), "bold")
    whom = tuple(Card(CONTACTS, ((first.name, ""),), label=label) for first in contacts[:1])
    parts = [Part(text=(((NOT_COVERED, "bold $text-warning"),),), cards=whom, columns=False)]
    if cards:
        nearest = (("The nearest topics:", "$muted"),)
        parts.append(Part(text=(*corrected, nearest), cards=tuple(cards[:MOST_TOPICS]), columns=False))
    return parts


def write_found(page: Page, library: Library, answer: Answer, document: str, keeper: CaseKeeper, today: date) -> None:
    """The text of a document beside what was found, its best passage first and the words of the query marked."""
    hit = next((hit for hit in answer.hits if hit.document.id == document), None)
    if not answer.confident:
        page.text(("Not an answer to your question, only a near topic:", "bold $text-warning")).gap()
    if hit is not None and _is_deep(hit):
        # What was asked for stands far down in a long text.
        page.text(*marked(hit.snippet, hit.snippet_marks, "", MARKED), mark=("▌ ", "$text-accent")).gap()
    begun = len(page.lines)
    try:
        found = find_document(library, document)
    except GuideError:
        if hit is not None:
            page.text((hit.document.title, "bold")).gap().text((hit.document.text, ""))
    else:
        if isinstance(found, Tree):
            _write_check(page, found, keeper, today)
        else:
            write_document(page, library, found)
    if hit is not None:
        _mark_words(page, begun, hit.matched)


def write_contacts(page: Page, library: Library, answer: Answer | None) -> None:
    """Whom to ask, those first who are there for what was asked."""
    page.text(("Whom to ask", "bold $text-accent"))
    for contact in contacts_for(library, answer.query if answer else ""):
        page.gap().text((contact.name, "bold")).text((contact.about, ""))


def _check_beside(library: Library, answer: Answer) -> Tree | None:
    """The check that works out what the best answer tells."""
    if not answer.hits:
        return None
    try:
        return check_for(library, find_document(library, answer.hits[0].document.id))
    except GuideError:
        return None


def _hit(hit: Hit) -> Card:
    title = marked(hit.document.title, hit.title_marks, "", MARKED)
    return Card(hit.document.id, tuple(title), label=_label(hit.document.kind))


def _label(kind: str) -> Piece:
    return (kind_name(kind).upper().ljust(LABEL_WIDTH), f"bold {LABELS.get(kind, '')}".rstrip())


def _write_check(page: Page, tree: Tree, keeper: CaseKeeper, today: date) -> None:
    """What a check works out, and how much it has still to ask."""
    now = standing(tree, keeper, today)
    if now.outcome is not None:
        words = f"{SYMBOLS[now.outcome.tone]} {now.outcome.verdict}"
    else:
        words = progress(now, today) if now.at and now.answered else how_much(now.left)
    page.text((tree.title, "bold")).gap().text((tree.about, "")).gap().text((words, "bold $text-accent")).gap()
    write_asked(page, tree)


def _is_deep(hit: Hit) -> bool:
    """Whether the best passage of a text cannot be seen without scrolling."""
    if hit.document.kind is not DocumentKind.SECTION:
        return False
    passage, text = hit.snippet, " ".join(hit.document.text.split())
    return bool(passage) and text.find(passage[:PASSAGE_START]) > OPENING


def _mark_words(page: Page, begun: int, matched: Mapping[str, float]) -> None:
    """Mark the words of a query in the lines from ``begun`` on, as far as the sources."""
    for number in range(begun, len(page.lines)):
        line = page.lines[number]
        if line.plain.startswith("Source: "):
            break
        for start, end in marks(line.plain, matched):
            line = line.stylize(MARKED, start, end)
        page.lines[number] = line
