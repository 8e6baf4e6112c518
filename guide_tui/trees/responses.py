"""Which responses a question accepts."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from guide_tui.errors import InvalidResponse
from guide_tui.model.case import Value
from guide_tui.model.tree import CHOICES, Kind, Question

LONGEST_TEXT = 2000
"""Characters accepted as a response in words."""


def accept(question: Question, value: object) -> Value:
    """The response in its canonical form: several options as a tuple in the order of the question.

    Args:
        question: What was asked.
        value: An option id; for MANY a list of them; for DATE a ``date`` or ISO text; for NUMBER an ``int`` or digits.

    Raises:
        InvalidResponse: The value does not fit; the message says what would.
    """
    if question.kind is Kind.MANY:
        return _accept_many(question, [value] if isinstance(value, str) else value)
    if isinstance(value, str) and value in question.options:
        return value
    if question.kind in CHOICES:
        raise InvalidResponse(question.id, f"{_shown(value)} is not one of its options: {_listed(question.options)}.")
    if question.kind is Kind.DATE:
        return _accept_date(question, value)
    if question.kind is Kind.NUMBER:
        return _accept_number(question, value)
    return _accept_text(question, value)


def _accept_many(question: Question, value: object) -> Value:
    if not isinstance(value, Iterable):
        raise InvalidResponse(question.id, f"{_shown(value)} is not one of its options: {_listed(question.options)}.")
    chosen = list(value)
    for each in chosen:
        if not isinstance(each, str) or each not in question.options:
            raise InvalidResponse(
                question.id, f"{_shown(each)} is not one of its options: {_listed(question.options)}."
            )
    lonely = [each for each in chosen if question.options[each].alone]
    if lonely and len(set(chosen)) > 1:
        raise InvalidResponse(question.id, f'"{lonely[0]}" cannot be combined with another option.')
    if question.least is not None and len(set(chosen)) < question.least:
        raise InvalidResponse(question.id, f"Choose at least {question.least} of: {_listed(question.options)}.")
    if question.most is not None and len(set(chosen)) > question.most:
        raise InvalidResponse(question.id, f"Choose at most {question.most}.")
    return tuple(option for option in question.options if option in chosen)


def _accept_date(question: Question, value: object) -> Value:
    if isinstance(value, date):
        return value
    also = f" or one of {_listed(question.options)}" if question.options else ""
    try:
        return date.fromisoformat(str(value))
    except ValueError:
        reason = f"{_shown(value)} is not a day. Write it as year-month-day, for example 2027-09-06{also}."
        raise InvalidResponse(question.id, reason) from None


def _accept_number(question: Question, value: object) -> Value:
    also = f" or one of {_listed(question.options)}" if question.options else ""
    try:
        number = int(value) if isinstance(value, int | str) and not isinstance(value, bool) else None
    except ValueError:
        number = None
    if number is None:
        reason = f"{_shown(value)} is not a whole number. Write it in digits{also}."
        raise InvalidResponse(question.id, reason)
    if question.least is not None and number < question.least:
        raise InvalidResponse(question.id, f"{number} is too small. The smallest number accepted is {question.least}.")
    if question.most is not None and number > question.most:
        raise InvalidResponse(question.id, f"{number} is too large. The largest number accepted is {question.most}.")
    return number


def _accept_text(question: Question, value: object) -> Value:
    if not isinstance(value, str) or not value.strip():
        raise InvalidResponse(question.id, f"{_shown(value)} is not text. Write a few words.")
    if len(value) > LONGEST_TEXT:
        raise InvalidResponse(question.id, f"it has {len(value)} characters. Keep it within {LONGEST_TEXT}.")
    return value


def _shown(value: object) -> str:
    text = repr(value) if isinstance(value, str) else str(value)
    text = '"' + text[1:-1] + '"' if isinstance(value, str) else text
    return text if len(text) <= 60 else text[:57] + "..."


def _listed(options: Iterable[str]) -> str:
    return ", ".join(options)
