"""What the home screen offers, as cards, before anything is asked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from guide_tui.model.library import Library
from guide_tui.model.tree import Outcome
from guide_tui.services.beginning import (
    Beginning,
    Situation,
    Standing,
    ago,
    how_much,
    progress,
    situation_words,
    tells,
)
from guide_tui.services.wording import counted
from guide_tui.tui.page import Piece
from guide_tui.tui.tones import COLOURS, SYMBOLS
from guide_tui.tui.widgets.board import Card, Part

GLOSSARY, CONTACTS, SITUATION, SITUATIONS = "glossary:", "contacts:", "situation:", "situations:"
"""What cards open that is no document of the library; the number of a situation follows its word."""

MOST_SETTLED = 4
MOST_SITUATIONS = 2


def beginning_parts(library: Library, offered: Beginning, today: date) -> list[Part]:
    """Carry on, what was worked out, earlier situations, every other check, what can be read."""
    new_here = not offered.unfinished and not offered.settled
    parts = [
        Part(text=_welcome(library)) if new_here else Part(),
        Part("Carry on where you left off", cards=tuple(_begun(each, today) for each in offered.unfinished)),
        Part(
            "What you worked out",
            cards=tuple(_settled(each, today) for each in offered.settled[:MOST_SETTLED]),
            columns=False,
        ),
        Part("Earlier situations", cards=tuple(_situations(offered.situations)), columns=False),
        Part("Work it out for your case", cards=tuple(map(_check, offered.checks))),
        Part("Read", cards=tuple(_readings(library))),
    ]
    return [part for part in parts if part.cards or part.text]


def example(library: Library) -> str:
    """Words that one could type into the ask box; empty where the library has none."""
    for tree in library.trees.values():
        if tree.also:
            return tree.also[0]
    titles = (*(tree.title for tree in library.trees.values()), *(entry.question for entry in library.faq.values()))
    return next((title.rstrip("?") for title in titles), "")


def situation_card(situation: Situation) -> Card:
    """An earlier situation, by when it was and what was found out in it."""
    first: list[Piece] = [_tone_mark(situation.outcomes[0])] if situation.outcomes else []
    return Card(f"{SITUATION}{situation.id}", (*first, (situation_words(situation), "")))


def first_step(parts: Sequence[Part]) -> str:
    """What the card opens that Enter is to take where nobody chose one: to go back is never meant by that."""
    opens = [card.opens for part in parts for card in part.cards]
    return next((each for each in opens if not each.startswith((SITUATION, SITUATIONS))), "")


def _welcome(library: Library) -> tuple[tuple[Piece, ...], ...]:
    if not library.trees and not library.faq and not library.articles:
        return (((library.about.summary, "bold"),), (("There is nothing in this library yet.", "$muted"),))
    what = "Type a question above, or choose one below: arrow keys, then Enter."
    return (((library.about.summary, "bold"),), ((what, "$muted"),))


def _begun(standing: Standing, today: date) -> Card:
    return Card(f"check:{standing.tree.id}", ((standing.tree.title, "bold"),), progress(standing, today))


def _settled(standing: Standing, today: date) -> Card:
    assert standing.outcome is not None
    when = ago(standing.at, today)
    after = f" · {standing.tree.title}{f' · {when}' if when else ''}"
    words = ((standing.outcome.short, f"bold {COLOURS[standing.outcome.tone]}"), (after, "$muted"))
    return Card(f"check:{standing.tree.id}", (_tone_mark(standing.outcome), *words))


def _check(standing: Standing) -> Card:
    note: Piece = (how_much(standing.left), "$muted")
    if standing.outcome is not None:
        note = (f"{SYMBOLS[standing.outcome.tone]} {standing.outcome.short}", COLOURS[standing.outcome.tone])
    elif not standing.left:
        note = ("worked out from your earlier answers", "$muted")
    return Card(f"check:{standing.tree.id}", ((standing.tree.title, "bold"),), tells(standing.tree), note)


def _situations(situations: tuple[Situation, ...]) -> Iterator[Card]:
    yield from (situation_card(each) for each in situations[:MOST_SITUATIONS])
    more = len(situations) - MOST_SITUATIONS
    if more > 0:
        yield Card(SITUATIONS, ((f"{more} more …", "$muted"),))


def _readings(library: Library) -> Iterator[Card]:
    for article in library.articles.values():
        if article.sections:
            yield Card(f"guide:{article.sections[0].cite}", ((article.title, ""),))
    if library.terms:
        yield Card(GLOSSARY, (("Glossary", ""), (f" · {counted(len(library.terms), 'terms')}", "$muted")))


def _tone_mark(outcome: Outcome) -> Piece:
    return (f"{SYMBOLS[outcome.tone]} ", f"bold {COLOURS[outcome.tone]}")
