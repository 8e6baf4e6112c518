"""The lines of a conversation: answers given, the question, its options, a change to be decided."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import Enum, auto
from itertools import zip_longest

from textual.content import Content

from guide_tui.model.case import Value
from guide_tui.model.library import Library
from guide_tui.model.tree import Kind, Option, Question
from guide_tui.services.changes import change_lines
from guide_tui.services.terms_in import distinct_terms, terms_in
from guide_tui.services.wording import joined, worded
from guide_tui.tui.page import NARROWEST, WIDEST, Piece, marked, wrapped
from guide_tui.tui.turn import Turn

TERM = "underline"
"""How the first occurrence of a term of the glossary looks."""

WIDEST_NAME = 30
"""Columns that the names of answered questions are aligned in, at most."""


class LineKind(Enum):
    """What a line is, and so what picking it does."""

    ANSWER = auto()
    """An answer on the trail; picking it changes it."""

    FOLD = auto()
    """Stands for answers that there is no room for; picking it shows them."""

    TEXT = auto()
    """Not to be picked."""

    OPTION = auto()
    """An answer to the question; without an id, "Done" of a question with several answers."""

    DECISION = auto()
    """Commit a change ("yes") or keep what was ("no")."""

    WORDS = auto()
    """The terms in the question; picking it tells what they mean."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the conversation, which may be wrapped into several rows."""

    kind: LineKind
    id: str
    """Question id of an ANSWER, option id of an OPTION, "yes" or "no" of a DECISION."""

    prompt: Content
    current: bool = False
    """Whether it is what was answered before."""

    @property
    def rows(self) -> int:
        """Rows of the screen that it takes."""
        return self.prompt.plain.count("\n") + 1


def talk_lines(library: Library, turn: Turn, width: int, *, roomy: bool = False, words_key: str = "") -> list[Line]:
    """The conversation as it stands: the trail, and under it the open question.

    Args:
        library: For the terms of the glossary.
        turn: The check, and what the person is doing in it.
        width: Columns there are for a line.
        roomy: Whether an empty row stands between the options, for a projector.
        words_key: The key that tells what the terms mean.
    """
    writer = _Writer(library, width, roomy=roomy, words_key=words_key)
    talk, changing, proposed = turn.conversation, turn.changing, turn.proposed
    lines: list[Line] = []
    trail = talk.position.trail
    names = writer.name_column([step.question.short for step in trail])
    for step in trail:
        before = step.question.id in talk.told_before and changing is None
        lines.append(writer.answer(step.question, step.value, names, before=before, dimmed=changing is not None))
        if changing is not None and step.question.id == changing.id:
            if proposed:
                lines += writer.change(turn)
            else:
                lines += writer.question(changing, step.value, turn.ticks(changing))
                # The answers that follow are no options.
                lines.append(Line(LineKind.TEXT, "", Content("")))
    question = talk.position.question
    if question is not None and changing is None:
        lines += writer.question(question, talk.remembered.get(question.id), turn.ticks(question))
    return lines


def folded(lines: Sequence[Line], height: int) -> list[Line]:
    """The lines with as many of the first answers taken together as it needs for the rest to have room.

    Args:
        lines: A conversation.
        height: Rows there are.
    """
    answers = next((place for place, line in enumerate(lines) if line.kind is not LineKind.ANSWER), len(lines))
    excess = sum(line.rows for line in lines) - height
    hidden = 0
    # The line that stands for them takes a row itself.
    while hidden < answers and excess > (-1 if hidden else 0):
        excess -= lines[hidden].rows
        hidden += 1
    if not hidden:
        return list(lines)
    words = f"▸ {hidden} answer{'' if hidden == 1 else 's'} above (Up)"
    return [Line(LineKind.FOLD, "", Content.styled(words, "$muted")), *lines[hidden:]]


def question_terms(library: Library, question: Question) -> list[str]:
    """The ids of the terms that occur in a question, its options and their hints, in reading order."""
    return [term.id for term in distinct_terms(library, question.ask, *_option_texts(question))]


def _option_texts(question: Question) -> list[str]:
    return [text for option in question.options.values() for text in (option.label, option.hint)]


class _Writer:
    def __init__(self, library: Library, width: int, *, roomy: bool, words_key: str) -> None:
        self.library = library
        self.width = max(NARROWEST, min(width, WIDEST))
        self.roomy = roomy
        self.words_key = words_key
        self.seen: set[str] = set()

    def prompt(self, *pieces: Piece, mark: Piece = ("", ""), indent: int = 0) -> Content:
        """Wrapped text behind an indent; later rows stand under the first word."""
        first = Content(" " * indent) + Content.styled(*mark)
        return Content("\n").join(wrapped(pieces, self.width, first, indent + len(mark[0])))

    def name_column(self, names: Sequence[str]) -> int:
        """Columns for the names of answered questions: as wide as the widest, but never half of the room."""
        return min(max(map(len, names), default=0) + 1, WIDEST_NAME, self.width // 2 - 3)

    def answer(self, question: Question, value: Value, column: int, *, before: bool, dimmed: bool) -> Line:
        """An answer given: its question in one column, what was answered in the next."""
        told = [
            (worded(question, value), "$muted" if dimmed else "bold"),
            (" · told before" if before else "", "italic $muted"),
        ]
        left = wrapped([(f"{question.short}:", "$muted")], column, Content(""), 0)
        right = wrapped(told, self.width - column - 4, Content(""), 0)
        rows = []
        for number, (name, said) in enumerate(zip_longest(left, right, fillvalue=Content(""))):
            mark = Content.styled("✓ ", "$text-success") if number == 0 else Content("  ")
            gap = " " * (column - name.cell_length + 2) if said.plain else ""
            rows.append(mark + name + Content(gap) + said)
        return Line(LineKind.ANSWER, question.id, Content("\n").join(rows))

    def question(self, question: Question, before: Value | None, picked: Sequence[str]) -> list[Line]:
        """A question with its options and the terms that occur in them."""
        self.seen = set()
        lines = [self.text(*self.termed(question.ask, "bold $text-accent"))]
        several = question.kind is Kind.MANY
        given = before if isinstance(before, tuple) else (before,)
        count = len(question.options) + several
        for number, option in enumerate(question.options.values(), start=1):
            mark = self.number(number, count)
            tick = option.id in picked if several else None
            current = option.id in given and not several
            lines.append(Line(LineKind.OPTION, option.id, self.option(option, mark, tick, current=current), current))
        if several:
            done = "Done" if picked or question.least else "Done, none of these"
            prompt = self.prompt((done, "bold"), mark=self.number(count, count))
            lines.append(Line(LineKind.OPTION, "", prompt))
        if self.roomy:
            lines = [self.with_room(line) for line in lines]
        names = question_terms(self.library, question)
        return [*lines, *([self.words(names)] if names else [])]

    def option(self, option: Option, mark: Piece, tick: bool | None, *, current: bool) -> Content:
        """An option; its hint stands beside it where that fits on one row, and under it otherwise."""
        box = "" if tick is None else "[x] " if tick else "[ ] "
        mark = (mark[0] + box, mark[1])
        label = self.termed(option.label)
        so_far = (" · your answer so far" if current else "", "italic $text-success")
        if not option.hint:
            return self.prompt(*label, so_far, mark=mark)
        hint = self.termed(option.hint, "$muted")
        beside = self.prompt(*label, (" · ", "$muted"), *hint, so_far, mark=mark)
        if "\n" not in beside.plain:
            return beside
        under = self.prompt(*hint, indent=len(mark[0]))
        return Content("\n").join([self.prompt(*label, so_far, mark=mark), under])

    def number(self, number: int, count: int) -> Piece:
        """The number of an option, as wide as the widest of them."""
        return (f"{number:>{len(str(count))}}  ", "bold $text-primary")

    def words(self, names: Sequence[str]) -> Line:
        """The terms that are explained here."""
        terms = [self.library.terms[name].term for name in names]
        key = f" ({self.words_key})" if self.words_key else ""
        prompt = self.prompt((f"What these mean{key}: ", "$muted"), (joined(terms, "and"), f"$muted {TERM}"))
        return Line(LineKind.WORDS, "", Content("\n") + prompt)

    def change(self, turn: Turn) -> list[Line]:
        """What a change would do, and whether to make it."""
        assert turn.proposed is not None
        sentences = [self.prompt((sentence, ""), indent=2) for sentence in change_lines(turn.proposed)]
        warned = "bold $text-warning"
        sentences += [self.prompt((effect, warned), mark=("! ", warned)) for effect in turn.effects]
        return [
            Line(LineKind.TEXT, "", Content("\n").join([Content(""), *sentences, Content("")])),
            Line(LineKind.DECISION, "yes", self.prompt(("Change it", ""), mark=self.number(1, 2))),
            Line(LineKind.DECISION, "no", self.prompt(("Keep it as it was", ""), mark=self.number(2, 2))),
            Line(LineKind.TEXT, "", Content("")),
        ]

    def text(self, *pieces: Piece) -> Line:
        """A line that cannot be picked, with air around it."""
        return Line(LineKind.TEXT, "", Content("\n").join([Content(""), self.prompt(*pieces), Content("")]))

    def with_room(self, line: Line) -> Line:
        """The line with an empty row under it, where it can be picked."""
        if line.kind is not LineKind.OPTION:
            return line
        return replace(line, prompt=line.prompt + Content("\n"))

    def termed(self, text: str, style: str = "") -> list[Piece]:
        """Text in which each term of the glossary is marked where it occurs first."""
        fresh = []
        for start, end, term in terms_in(self.library, text):
            if term.id not in self.seen:
                self.seen.add(term.id)
                fresh.append((start, end))
        return marked(text, fresh, style, f"{style} {TERM}".strip())
