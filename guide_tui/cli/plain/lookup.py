"""Looking something up: a term of the glossary, or a question put to the guide."""

from __future__ import annotations

import re

from guide_tui.cli.plain.desk import Desk
from guide_tui.errors import UnknownName
from guide_tui.model.article import Term
from guide_tui.services.finding import find_document, find_term
from guide_tui.services.library_text import readable_lines, term_lines

_MEANING = re.compile(
    r"(?:term|define|explain|meaning of|what is|what's|what are|what does)\s+(?:an?\s+|the\s+)?(?P<term>.+?)"
    r"(?:\s+(?:mean|means|stand for))?\s*\??",
    re.IGNORECASE,
)
"""A wish to know what a word means: "term IV", "what is an IV?", "what does IV mean"."""


def tell_meaning(desk: Desk, words: str) -> bool:
    """Say what a term means, if that is what the words ask for; False where they ask for nothing of the glossary.

    "What is ..." can ask for anything; "term ..." can ask for a term alone, so that an unknown one is told.
    """
    asked = _MEANING.fullmatch(words)
    if asked is None:
        return False
    try:
        term = _find(desk, asked["term"])
    except UnknownName as error:
        if not words.casefold().startswith("term "):
            return False
        near = f" Near: {', '.join(error.nearest)}." if error.nearest else ""
        desk.console.say(f'The glossary has no "{error.name}".{near}')
    else:
        desk.console.lines(term_lines(desk.library, term, desk.console.width))
    return True


def _find(desk: Desk, name: str) -> Term:
    try:
        return find_term(desk.library, name)
    except UnknownName:
        if not name.endswith("s"):
            raise
        # "What are internal verifiers?" asks for the internal verifier.
        return find_term(desk.library, name.removesuffix("s"))


def tell_best(desk: Desk, question: str) -> bool:
    """Say the best answer to a question; False where nothing in the guide seems to answer it."""
    answer = desk.index.find(question, 1)
    if not answer.confident:
        return False
    found = find_document(desk.library, answer.hits[0].document.id)
    desk.console.lines(readable_lines(desk.library, found, desk.console.width, commands=False))
    return True
