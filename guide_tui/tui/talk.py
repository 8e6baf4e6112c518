"""The lines of a conversation: answers given, the question, its options, a change to be decided."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, auto

from textual.content import Content

from guide_tui.model.case import Value
from guide_tui.model.tree import Kind, Question
from guide_tui.services.changes import change_lines
from guide_tui.services.check import Change, Conversation
from guide_tui.services.wording import worded
from guide_tui.tui.page import NARROWEST, Piece, wrapped
from guide_tui.tui.tones import COLOURS, SYMBOLS


class LineKind(Enum):
    """What a line is, and so what picking it does."""

    ANSWER = auto()
    """An answer on the trail; picking it changes it."""

    TEXT = auto()
    """Not to be picked."""

    OPTION = auto()
    """An answer to the question; without an id, "Done" of a question with several answers."""

    DECISION = auto()
    """Commit a change ("yes") or keep what was ("no")."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the conversation."""

    kind: LineKind
    id: str
    """Question id of an ANSWER, option id of an OPTION, "yes" or "no" of a DECISION."""

    prompt: Content
    current: bool = False
    """Whether it is what was answered before."""


def talk_lines(
    conversation: Conversation,
    width: int,
    *,
    changing: Question | None,
    proposed: Change | None,
    effects: Sequence[str] = (),
    picked: Sequence[str],
) -> list[Line]:
    """The conversation as it stands: the trail, and under it the open question.

    Args:
        conversation: The check.
        width: Columns there are for a line.
        changing: An answered question that is asked again in its place, or None.
        proposed: What its new answer would do, while that is to be decided.
        effects: What it would do to other checks.
        picked: Options picked so far of a question with several answers.
    """
    writer = _Writer(width)
    lines: list[Line] = []
    for step in conversation.position.trail:
        before = step.question.id in conversation.told_before
        lines.append(writer.answer(step.question, step.value, before=before, dimmed=changing is not None))
        if changing is not None and step.question.id == changing.id:
            lines += writer.change(proposed, effects) if proposed else writer.question(changing, step.value, picked)
            if not proposed:
                # The answers that follow are no options.
                lines.append(Line(LineKind.TEXT, "", Content("")))
    question = conversation.position.question
    if question is not None and changing is None:
        lines += writer.question(question, conversation.remembered.get(question.id), picked)
    return lines


class _Writer:
    def __init__(self, width: int) -> None:
        self.width = max(NARROWEST, width)

    def prompt(self, *pieces: Piece, mark: Piece = ("", "")) -> Content:
        """Wrapped text; later lines stand under the first word."""
        return Content("\n").join(wrapped(pieces, self.width, Content.styled(*mark), len(mark[0])))

    def answer(self, question: Question, value: Value, *, before: bool, dimmed: bool) -> Line:
        prompt = self.prompt(
            (f"{question.short}:", "$muted"),
            (f" {worded(question, value)}", "$muted" if dimmed else "bold"),
            (" · told before" if before else "", "italic $muted"),
            mark=("✓ ", "$text-success"),
        )
        return Line(LineKind.ANSWER, question.id, prompt)

    def question(self, question: Question, before: Value | None, picked: Sequence[str]) -> list[Line]:
        lines = [self.text((question.ask, "bold $text-accent"))]
        several = question.kind is Kind.MANY
        for number, option in enumerate(question.options.values(), start=1):
            given = before if isinstance(before, tuple) else (before,)
            current = option.id in given and not several
            box = ("☑ " if option.id in picked else "☐ ") if several else ""
            prompt = self.prompt(
                (box, "$text-primary"),
                (option.label, ""),
                (f" · {option.hint}" if option.hint else "", "$muted"),
                (" · your answer so far" if current else "", "italic $text-success"),
                mark=(f" {number}  ", "bold $text-primary"),
            )
            lines.append(Line(LineKind.OPTION, option.id, prompt, current))
        if several:
            done = "Done" if picked or question.least else "Done, none of these"
            prompt = self.prompt((done, "bold"), mark=(f" {len(question.options) + 1}  ", "bold $text-primary"))
            lines.append(Line(LineKind.OPTION, "", prompt))
        return lines

    def change(self, change: Change, effects: Sequence[str]) -> list[Line]:
        sentences = [self.prompt((sentence, ""), mark=("   ", "")) for sentence in change_lines(change)]
        sentences += [
            self.prompt((effect, "bold $text-warning"), mark=(" ! ", "bold $text-warning")) for effect in effects
        ]
        return [
            Line(LineKind.TEXT, "", Content("\n").join([Content(""), *sentences, Content("")])),
            Line(LineKind.DECISION, "yes", Content.assemble((" 1  ", "bold $text-primary"), "Change it")),
            Line(LineKind.DECISION, "no", Content.assemble((" 2  ", "bold $text-primary"), "Keep it as it was")),
            Line(LineKind.TEXT, "", Content("")),
        ]

    def text(self, *pieces: Piece) -> Line:
        """A line that cannot be picked, with air around it."""
        return Line(LineKind.TEXT, "", Content("\n").join([Content(""), self.prompt(*pieces), Content("")]))


def possible_line(conversation: Conversation, width: int) -> Content:
    """The outcomes still possible as one line, as many as it has room for."""
    tree, ahead = conversation.tree, conversation.prospect.outcomes
    left = [outcome for outcome in tree.outcomes.values() if outcome.id in ahead]
    line = Content.styled(f"{len(left)} possible: ", "$muted")
    for number, outcome in enumerate(left):
        more = f" +{len(left) - number} (F3)"
        piece = Content.assemble((f"{SYMBOLS[outcome.tone]} ", COLOURS[outcome.tone]), f"{outcome.short}  ")
        last = number == len(left) - 1
        if line.cell_length + piece.cell_length + (0 if last else len(more)) > width:
            return line + Content.styled(more.lstrip(), "$muted")
        line += piece
    return line
