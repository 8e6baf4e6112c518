"""What a person typed, as a response to a question; and where it is not clear, what to ask back."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date

from guide_tui.errors import InvalidResponse
from guide_tui.model.case import Value
from guide_tui.model.tree import Kind, Question
from guide_tui.search.choose import choose
from guide_tui.services.followed_days import follow_day, how_to_pick
from guide_tui.services.when import Day, Unclear, read_day, read_number
from guide_tui.services.wording import worded
from guide_tui.trees.responses import accept

_NUMBER = re.compile(r"(?:option|answer|number|no\.)?\s*#?(?P<number>\d+)[.)]?", re.IGNORECASE)
"""The number of an answer as people type it: "2", "2.", "2)", "option 2"."""


@dataclass(frozen=True, slots=True)
class Understood:
    """The words mean this response."""

    value: Value


@dataclass(frozen=True, slots=True)
class AskBack:
    """The words do not settle a response."""

    message: str
    """What to say to the person, a sentence."""

    candidates: tuple[Value, ...] = ()
    """Responses that may be meant, likeliest first."""

    words: str = ""
    """What was typed: where there is one candidate, the same words again mean that one."""

    month: date | None = None
    """The first day of the month of which a day is asked for; None where nothing of the kind is."""

    @property
    def asks_for_day(self) -> bool:
        """Whether the day of a month is asked for, or which of several days is meant."""
        return self.month is not None or (len(self.candidates) > 1 and isinstance(self.candidates[0], date))


def understand(question: Question, words: str, today: date, asked: AskBack | None = None) -> Understood | AskBack:
    """The response that the words mean, or what to ask back. Never picks where two responses are plausible.

    Args:
        question: What is answered.
        words: What was typed.
        today: The day on which "tomorrow" is judged.
        asked: What was asked back just before, which the words may answer: "yes", nothing at all or the same words
            again where one response was proposed; or what was missing of a day, or which of several days it is.
    """
    words = " ".join(words.split())
    if asked is not None:
        followed = _follow_up(question, words, asked, today)
        if followed is not None:
            return followed
    found = _read(question, words, today)
    if isinstance(found, AskBack) and len(found.candidates) == 1:
        return replace(found, message=f"{found.message} {ENTER}", words=words)
    return found


def _read(question: Question, words: str, today: date) -> Understood | AskBack:
    """The response that the words mean by themselves, or what to ask back."""
    if question.options and _two_voices(words):
        return AskBack("That says what you do and what others do. Pick the answer by its number.")
    if not words:
        return AskBack("Type a number, or a few words.")
    try:
        if question.kind is Kind.DATE:
            return _day(question, words, today)
        if question.kind is Kind.NUMBER:
            return _number(question, words)
        if question.kind is Kind.TEXT:
            return _text(question, words)
        if question.kind is Kind.MANY:
            return _several(question, words)
        return _one(question, words)
    except InvalidResponse as error:
        return AskBack(error.reason)


def _one(question: Question, words: str) -> Understood | AskBack:
    named = _NUMBER.fullmatch(words)
    if named:
        name = _numbered(question, named["number"])
        if name:
            return Understood(name)
        last = len(question.options)
        return AskBack(f"There is no answer {named['number'][:12]}. The answers are numbered 1 to {last}.")
    choice = choose(tuple(question.options.values()), words, yes_no=question.kind is Kind.YES_NO)
    if choice.certain is not None:
        return Understood(choice.certain)
    if choice.candidates:
        candidates = choice.candidates[:3]
        if len(candidates) == 1:
            return AskBack(f'Do you mean "{question.options[candidates[0]].label}"?', candidates)
        numbers = {name: number for number, name in enumerate(question.options, start=1)}
        *others, final = [f'{numbers[name]}, "{question.options[name].label}"' for name in candidates]
        return AskBack(f"That could be {'; '.join(others)}; or {final}. {BY_NUMBER}", candidates)
    return AskBack("That matches none of the answers. Pick one by its number, or try other words.")


def _several(question: Question, words: str) -> Understood | AskBack:
    if words.casefold() in ("none", "none of these", "nothing", "neither", "0"):
        lonely = [option.id for option in question.options.values() if option.alone and not option.unsure]
        # "None" as an option of its own is meant; without one, an empty choice is.
        meant = choose(tuple(question.options.values()), words).certain if lonely else None
        return Understood(accept(question, [meant] if meant else []))
    whole = _one(question, words)
    if isinstance(whole, Understood):
        return Understood(accept(question, [whole.value]))
    parts = [part for part in re.split(r"\s*(?:,|;|\+|&|\band\b|\s(?=\d))\s*", words, flags=re.IGNORECASE) if part]
    if len(parts) < 2:
        return whole
    read = [_one(question, part) for part in parts]
    unclear = [(part, each) for part, each in zip(parts, read, strict=True) if isinstance(each, AskBack)]
    if unclear:
        part, asked = unclear[0]
        candidates = asked.candidates
        if len(candidates) == 1:
            # A yes must take the other parts along; where these are not clear either, there is nothing to say yes to.
            whole_choice = [each.value if isinstance(each, Understood) else candidates[0] for each in read]
            candidates = (accept(question, whole_choice),) if len(unclear) == 1 else ()
        message = asked.message.replace(BY_NUMBER, "Type all the numbers that apply.")
        return AskBack(f'"{part[:40]}": {message}', candidates)
    return Understood(accept(question, [each.value for each in read if isinstance(each, Understood)]))


def _numbered(question: Question, digits: str) -> str:
    """The id of the option that is listed under that number, or nothing."""
    names = list(question.options)
    number = int(digits) if len(digits) < 5 else 0
    return names[number - 1] if 1 <= number <= len(names) else ""


def _day(question: Question, words: str, today: date) -> Understood | AskBack:
    named = _NUMBER.fullmatch(words)
    name = _numbered(question, named["number"]) if named else ""
    if name:
        # The prompt offers it, and a bare number settles no day.
        return Understood(name)
    read = read_day(words, today)
    if isinstance(read, Day):
        return Understood(read.day)
    if question.options and not read.candidates:
        other = choose(tuple(question.options.values()), words)
        if other.certain is not None:
            return Understood(other.certain)
    return _unclear_day(read)


def _unclear_day(read: Unclear) -> AskBack:
    how = f" {how_to_pick(read.candidates)}" if len(read.candidates) > 1 and read.message.endswith("?") else ""
    return AskBack(f"{read.message}{how}", read.candidates, month=read.month)


def _number(question: Question, words: str) -> Understood | AskBack:
    read = read_number(words, question.least, question.most)
    if isinstance(read, int):
        return Understood(accept(question, read))
    if question.options:
        other = choose(tuple(question.options.values()), words)
        if other.certain is not None:
            return Understood(other.certain)
    return AskBack(read.message)


def _text(question: Question, words: str) -> Understood | AskBack:
    if question.options:
        other = choose(tuple(question.options.values()), words)
        if other.certain is not None:
            return Understood(other.certain)
    return Understood(accept(question, words))


def shown_candidates(question: Question, ask: AskBack) -> tuple[str, ...]:
    """The candidates of an ask-back in the words of the question."""
    return tuple(worded(question, value) for value in ask.candidates)


ENTER = "Enter means yes."
"""Said where exactly one response is proposed."""

BY_NUMBER = "Type a number."
"""Said where one of several answers is meant."""

_ASSENT = frozenset(["yes", "y", "yeah", "yep", "ok", "right", "correct", "that one"])


def _follow_up(question: Question, words: str, asked: AskBack, today: date) -> Understood | AskBack | None:
    """What the words say to what was asked back: the only candidate, by Enter or a "yes"; or the day that was asked
    for, by what was missing of it. None where they are something new.
    """
    if len(asked.candidates) == 1:
        (proposed,) = asked.candidates
        if words in ("", asked.words):
            return Understood(accept(question, proposed))
        if words.casefold().rstrip(".!") in _ASSENT:
            if question.kind is Kind.YES_NO and proposed != "yes":
                return AskBack("That could also be your answer to the question. Pick the answer by its number.")
            return Understood(accept(question, proposed))
    days = [each for each in asked.candidates if isinstance(each, date)]
    if asked.month is None and len(days) < 2:
        return None
    found = follow_day(words, days, asked.month, today)
    if isinstance(found, Unclear):
        return _unclear_day(found)
    return Understood(found.day) if found else None


_OURS = frozenset(["we", "our", "ours", "us", "i", "my"])
_THEIRS = frozenset(["they", "their", "theirs", "them"])


def _two_voices(words: str) -> bool:
    """Whether the words speak of two parties side by side ("they teach, we mark"): a choice of words cannot tell whose
    part the question is about.
    """
    parts = [set(re.findall(r"[a-z]+", part)) for part in re.split(r"[,;]|\b(?:and|but)\b", words.casefold())]
    ours = [bool(part & _OURS) and not part & _THEIRS for part in parts]
    theirs = [bool(part & _THEIRS) and not part & _OURS for part in parts]
    return any(ours) and any(theirs)
