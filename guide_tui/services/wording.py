"""Responses, days, citations and tones as a person reads them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from guide_tui.model.article import Term
from guide_tui.model.case import Value
from guide_tui.model.characters import visible
from guide_tui.model.library import Library
from guide_tui.model.source import Citation
from guide_tui.model.tree import Question, Tone
from guide_tui.services.when import long_date

SATURDAY = 5
"""Its number, as ``date.weekday`` counts."""

TONES = {
    Tone.FINE: "SETTLED",
    Tone.APPROVAL_NEEDED: "APPROVAL NEEDED",
    Tone.STOP: "STOP",
    Tone.UNCLEAR: "NOT SETTLED",
    Tone.ELSEWHERE: "LOOK ELSEWHERE",
}
"""How a tone is said in one or two words."""


def worded(question: Question, value: Value) -> str:
    """A response in the words of its question: the option's label, a long date, the number or the text."""
    if isinstance(value, date):
        return long_date(value)
    if isinstance(value, tuple):
        return joined([_label(question, each) for each in value], "and") or "None of these"
    return _label(question, value) if isinstance(value, str) else str(value)


def worded_any(question: Question, values: Sequence[Value]) -> str:
    """Several responses of which any will do: "A or B"; of days and numbers, which stand for many, a description."""
    sets = [value for value in values if isinstance(value, tuple)]
    if len(sets) > 1:
        # Of the many sets that would do, the smallest say enough.
        least = min(len(value) for value in sets)
        values = [value for value in sets if len(value) == least]
    options = [worded(question, value) for value in values if not isinstance(value, date | int)]
    if len(options) > 1:
        # Labels can hold commas and "or" themselves.
        options = [f'"{option}"' for option in options]
    if len(options) < len(values):
        plain = [value for value in values if isinstance(value, date | int)]
        options.insert(0, _around(plain))
    return joined(list(dict.fromkeys(options)), "or")


def joined(parts: Sequence[str], word: str) -> str:
    """Parts as one phrase: "a, b and c"."""
    if len(parts) < 2:
        return "".join(parts)
    return f"{', '.join(parts[:-1])} {word} {parts[-1]}"


def cited(library: Library, citations: Sequence[Citation]) -> str:
    """Citations as one line, the sections of one source together: "Collaborative guide (1.0, …): A; B"."""
    by_source: dict[str, list[str]] = {}
    for citation in citations:
        source = library.sources.get(citation.source)
        section = source.sections.get(citation.section) if source else None
        name = f"{source.short} ({source.edition})" if source else citation.source
        by_source.setdefault(name, []).append(section.title if section else citation.section)
    return ". ".join(f"{name}: {'; '.join(sections)}" for name, sections in by_source.items())


def counted(number: int, things: str, one: str = "") -> str:
    """How many there are: "12 checks", "1 check".

    Args:
        number: How many.
        things: What they are, in the plural.
        one: What a single one is called, where that is not the plural without its last "s".
    """
    return f"{number} {(one or things.removesuffix('s')) if number == 1 else things}"


def term_name(term: Term) -> str:
    """A term with its other forms: "Lead Internal Verifier (LIV, Lead IV)"."""
    return f"{term.term} ({', '.join(term.forms)})" if term.forms else term.term


def _label(question: Question, name: str) -> str:
    option = question.options.get(name)
    # Words of the person's own may come from a file and hold anything.
    return option.label if option else visible(" ".join(name.split()))


def _around(values: Sequence[date | int]) -> str:
    first, last = min(values), max(values)
    if isinstance(first, date) and isinstance(last, date):
        # One day may stand for many that no rule tells apart; visits and meetings are on working days.
        example = next((day for day in sorted(values) if isinstance(day, date) and day.weekday() < SATURDAY), first)
        return f"a day such as {long_date(example)}"
    return str(first) if first == last else f"a number such as {first}"
