"""Days on which a centre is closed, as a person types and reads them."""

from __future__ import annotations

from datetime import date

from guide_tui.model.characters import FORBIDDEN
from guide_tui.model.settings import LONGEST as LONGEST_REASON
from guide_tui.services.closed_days import LONGEST, Closure, too_long
from guide_tui.services.when import Unclear, read_day, written

EXAMPLE = "21 December 2026 to 1 January 2027: Christmas"
"""What can be typed."""

_TO = frozenset({"to", "until", "till", "through"})
_DASHES = frozenset("-\u2013\u2014")

MOST_WORDS = 8
"""How many words a day is written in at most."""


def read_closure(words: str, today: date) -> Closure | str:
    """The closed days that a person typed, or what to tell them: "21 December 2026 to 1 January 2027: Christmas".

    Args:
        words: A day, or two with "to" between them; then why the centre is closed, if wanted, after a colon or without.
        today: What years are near to.
    """
    typed = words.replace(":", " : ").split()
    first, rest = _day_and_rest(typed, today)
    if isinstance(first, Unclear):
        return first.message
    last = first
    between = rest[0].casefold() if rest else ""
    if between in _TO or between in _DASHES:
        after, beyond = _day_and_rest(rest[1:], today)
        # "1 March 2027 - staff training" has a dash before the reason.
        if not isinstance(after, Unclear):
            last, rest = after, beyond
        elif between in _TO or any(each.isdigit() for each in "".join(rest[1:2])):
            return after.message
    why = " ".join(rest).strip(" ,;:-\u2013\u2014").replace(" : ", ": ")
    if FORBIDDEN.search(why) or len(why) > LONGEST_REASON:
        return f"The reason is too long, or holds characters that cannot be shown. Type it like: {EXAMPLE}"
    closure = Closure(first, last, why)
    if closure.last < closure.first:
        return f"{written(closure.last)} comes before {written(closure.first)}. Type the first day first."
    if too_long(closure):
        return f"That is more than {LONGEST} days. Is the year right?"
    return closure


def _day_and_rest(words: list[str], today: date) -> tuple[date | Unclear, list[str]]:
    """The day that words begin with, as many of them as make one, and the words after it."""
    for size in range(min(len(words), MOST_WORDS), 0, -1):
        day = read_day(" ".join(words[:size]).rstrip(",;"), today)
        if not isinstance(day, Unclear):
            return day.day, words[size:]
    # What is wrong with the words up to the reason says more than what is wrong with all of them.
    end = next((place for place, word in enumerate(words) if word == ":" or word.casefold() in _TO | _DASHES), None)
    unclear = read_day(" ".join(words[:end]), today)
    assert isinstance(unclear, Unclear)
    return unclear, []


def closure_words(closure: Closure) -> str:
    """Closed days without their reason: "21 December 2026 to 1 January 2027"."""
    if closure.first == closure.last:
        return written(closure.first)
    return f"{written(closure.first)} to {written(closure.last)}"
