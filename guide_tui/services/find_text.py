"""Finding words in a text as a person means them: whatever the capitals, the accents and the kind of dash or quote."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from guide_tui.errors import GuideError
from guide_tui.model.article import Article, FaqEntry, Section, Term
from guide_tui.model.library import Library
from guide_tui.model.prose import plain_text
from guide_tui.model.tree import Tree
from guide_tui.services.contents import Contents, Entry
from guide_tui.services.finding import Readable, TreeOutcome, find_document, title_of

_SAME = {"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-", "−": "-", "‑": "-", "\u00a0": " "}

_BETWEEN = r"(?:\s+(?:\[\d+\]\s*)?)"
"""What may stand between two words of one phrase: a line's end with its indent, or the number of a link."""


_WORD = re.compile(r"[^\W\d_]+(?:['-][^\W\d_]+)*")

SHORTEST_WORD = 4
"""Letters from which a word may be a slip of another one."""

LONG_WORD = 7
"""Letters from which it may have two slips."""


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """A text other than the one shown, in which the words occur."""

    entry: Entry
    count: int
    """How often; at least once."""


def folded(text: str) -> str:
    """The text in small letters without accents, character by character: places in it are places in the text."""
    return text.lower() if text.isascii() else "".join(map(_folded_character, text))


def occurrences(text: str, words: str) -> list[tuple[int, int]]:
    """Where words stand in a text, each as the character they start at and the one behind them.

    Spaces between the words stand for any white space, so that a phrase is found across the end of a line.
    """
    parts = folded(words).split()
    if not parts:
        return []
    return [match.span() for match in re.finditer(_BETWEEN.join(map(re.escape, parts)), folded(text))]


def elsewhere(library: Library, contents: Contents, words: str, here: str) -> list[Elsewhere]:
    """The other texts of the contents in which words occur, in reading order from the one after ``here``."""
    entries = contents.entries
    place = next((number for number, entry in enumerate(entries) if entry.document == here), -1)
    found = []
    for entry in (*entries[place + 1 :], *entries[: max(place, 0)]):
        count = len(occurrences(_text_of(library, entry.document), words))
        if count:
            found.append(Elsewhere(entry, count))
    return found


def nearest_words(library: Library, contents: Contents, words: str) -> str:
    """The words that were meant by some that no text of the contents has: the nearest one for each unknown one.

    Empty where one is near to nothing, or they do not stand together anywhere.
    """
    from rapidfuzz import process  # only words that stand nowhere need it
    from rapidfuzz.distance import OSA

    texts = [folded(_text_of(library, entry.document)) for entry in contents.entries]
    known = Counter(word for text in texts for word in _WORD.findall(text))
    meant = []
    for word in folded(words).split():
        most = 1 if len(word) < LONG_WORD else 2
        near = process.extract(word, list(known), scorer=OSA.distance, score_cutoff=most, limit=None)
        if word in known or not near or len(word) < SHORTEST_WORD:
            meant.append(word)
        else:
            # Of two that are as near, the one that is read more often.
            meant.append(min(near, key=lambda each: (each[1], -known[each[0]], each[0]))[0])
    found = " ".join(meant)
    return found if any(occurrences(text, found) for text in texts) else ""


def running_text(found: Readable) -> str:
    """The words of a text as a person reads them, unwrapped."""
    return "\n".join([title_of(found), *_parts(found)])


def _parts(found: Readable) -> Sequence[str]:
    if isinstance(found, FaqEntry):
        return [plain_text(found.answer)]
    if isinstance(found, Section):
        return [plain_text(found.body)]
    if isinstance(found, Term):
        return [*found.forms, plain_text(found.meaning), found.caution]
    if isinstance(found, Article):
        return [running_text(section) for section in found.sections]
    if isinstance(found, Tree):
        return [found.about, *(question.short for question in found.questions.values())]
    if isinstance(found, TreeOutcome):
        outcome = found.outcome
        said = [plain_text(note.say) for note in (*outcome.notes, *outcome.avoid)]
        return [plain_text(outcome.says), *(plain_text(action.do) for action in outcome.actions), *said]
    options = [f"{option.label} {option.hint}" for option in found.question.options.values()]
    return [*options, plain_text(found.question.why)]


def _text_of(library: Library, document: str) -> str:
    try:
        return running_text(find_document(library, document))
    except GuideError:
        return ""


@lru_cache(maxsize=1024)
def _folded_character(character: str) -> str:
    plain = _SAME.get(character)
    if plain is not None:
        return plain
    base = unicodedata.normalize("NFKD", character)[:1].lower()
    # A character must stay one, or places would move: "ß" and "İ" have longer forms.
    return base if len(base) == 1 else character
