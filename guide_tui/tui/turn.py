"""What a person is doing in a check: answering the open question, or changing an earlier answer."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from guide_tui.errors import GuideError
from guide_tui.model.case import Value
from guide_tui.model.tree import Kind, Option, Question, Tree
from guide_tui.search.choose import choose
from guide_tui.services.changes import undone
from guide_tui.services.check import Change, Conversation
from guide_tui.services.report import OtherWay
from guide_tui.services.understanding import AskBack, Understood, understand
from guide_tui.services.wording import joined, worded

DECISIONS = (
    Option("yes", "Change it", also=("commit", "do it", "ok")),
    Option("no", "Keep it as it was", also=("keep it", "keep", "leave it", "no change", "cancel")),
)
"""How a change that was proposed is decided in words."""

OPEN_KINDS = (Kind.DATE, Kind.NUMBER, Kind.TEXT)
"""Kinds of question that are answered in words of the person's own, beside their options."""

KEPT = "Kept as it was."


@dataclass(frozen=True, slots=True)
class Reply:
    """What becomes of something that the person did."""

    said: str
    """What to tell, perhaps nothing."""

    moved: bool = True
    """Whether the conversation stands elsewhere now; otherwise what was typed stays."""

    candidates: tuple[Value, ...] = ()
    """What the words may have meant, likeliest first, where that is asked back."""


class Turn:
    """One person's place in a conversation, with what has been begun and not finished.

    Args:
        conversation: The check.
        effects_elsewhere: Says what a change does to other checks.
    """

    def __init__(self, conversation: Conversation, effects_elsewhere: Callable[[Tree, Change], list[str]]) -> None:
        self.conversation = conversation
        self._effects_elsewhere = effects_elsewhere
        self._picked: dict[str, list[str]] = {}
        self._asked: AskBack | None = None
        self.changing: Question | None = None
        """An answered question that is asked again in its place."""

        self.proposed: Change | None = None
        """What its new answer would do, while that is to be decided."""

        self.effects: list[str] = []
        """What that would do to other checks, a sentence each."""

        self.undo_key = "F8"
        """The key that undoes, for telling."""

    @property
    def question(self) -> Question | None:
        """The question that an answer would go to."""
        return self.changing or self.conversation.position.question

    @property
    def at_outcome(self) -> bool:
        """Whether an outcome is reached and nothing is being changed."""
        return self.changing is None and self.conversation.position.outcome is not None

    @property
    def digits_pick(self) -> bool:
        """Whether a digit is a choice at once: not where days or numbers are typed, nor with ten answers or more."""
        if self.proposed is not None:
            return True
        question = self.question
        return question is not None and question.kind not in OPEN_KINDS and len(question.options) < 10

    @property
    def offered(self) -> str:
        """The earlier answer to a question that is answered in words of one's own."""
        question = self.question
        if question is None or self.proposed is not None or question.kind not in OPEN_KINDS:
            return ""
        held = self.conversation.responses if self.changing else self.conversation.remembered
        value = held.get(question.id)
        return "" if value is None or value in question.options else worded(question, value)

    def ticks(self, question: Question) -> Sequence[str]:
        """The options picked so far of a question with several answers."""
        return self._picked.get(question.id, ())

    def reload(self) -> bool:
        """Take over answers given elsewhere; says whether there were any, and then forgets what had been begun."""
        known = self.conversation.responses
        self.conversation.reload()
        if self.conversation.responses == known:
            return False
        self._forget()
        return True

    # Words

    def understand(self, words: str) -> Understood | AskBack | None:
        """What words typed so far mean; None where no question is open."""
        question = self.question
        if question is None or self.proposed is not None:
            return None
        return understand(question, words, self.conversation.today, self._asked)

    def say(self, words: str) -> Reply:
        """Take words, which are not empty, as an answer or a decision."""
        if self.proposed is not None:
            decision = choose(DECISIONS, words, yes_no=True).certain
            if decision is None:
                return Reply("Nothing is changed yet. Is it to be changed? Type 1 for yes, 2 for no.", moved=False)
            return self.decide(decision == "yes")
        understood = self.understand(words)
        if isinstance(understood, AskBack):
            self._asked = understood
            return Reply(understood.message, moved=False, candidates=tuple(understood.candidates))
        return self.give(understood.value) if understood else Reply("", moved=False)

    # Answers

    def pick(self, option: str) -> Reply:
        """Pick an option by its id; of a question with several answers it is ticked, and no id means done."""
        question = self.question
        if question is None:
            return Reply("", moved=False)
        if question.kind is not Kind.MANY:
            return self.give(option)
        if not option:
            return self.give(list(self.ticks(question)))
        self._toggle(question, option)
        return Reply("Pick all that apply, then Done.")

    def give(self, value: object) -> Reply:
        """Answer the question, or propose the change of an answer."""
        question = self.question
        if question is None:
            return Reply("", moved=False)
        try:
            if self.changing is None:
                self.conversation.answer(value)
                self._picked.pop(question.id, None)
                self._asked = None
                return Reply("")
            change = self.conversation.preview(question.id, value)
        except GuideError as error:
            return Reply(getattr(error, "reason", str(error)), moved=False)
        if change.old == change.new:
            return self._stop("That is what you had answered.")
        return self._propose(change)

    # Changes

    def start_changing(self, question: str, said: str = "Pick another answer. Esc keeps it as it is.") -> Reply:
        """Ask an answered question again, in its place."""
        self._forget()
        self.changing = self.conversation.tree.questions[question]
        value = self.conversation.responses.get(question)
        if isinstance(value, tuple):
            self._picked[question] = list(value)
        return Reply(said)

    def propose(self, values: Mapping[str, Value]) -> Reply:
        """Propose new answers to questions that were answered, the first of them first; nothing is changed yet."""
        first, *others = values
        self.start_changing(first)
        also = {name: values[name] for name in others}
        return self._propose(self.conversation.preview(first, values[first], also), ask=True)

    def take_way(self, way: OtherWay) -> Reply:
        """Propose what was tried; where a day or a number would have to be made up for it, ask for it instead."""
        if way.exact:
            return self.propose(way.values)
        words = joined([f"{short}: {answer}" for short, answer in way.changes], "and")
        return self.start_changing(next(iter(way.values)), f"To get there, {words}.")

    def decide(self, yes: bool) -> Reply:
        """Make the change that was proposed, or keep what was."""
        return self._commit(self.proposed) if self.proposed is not None and yes else self._stop(KEPT)

    def keep(self) -> Reply:
        """Change nothing after all."""
        return self._stop(KEPT)

    # Going back

    def back(self) -> Reply:
        """Take the last answer back, and offer it again."""
        self._asked = None
        question = self.conversation.back().question
        remembered = self.conversation.remembered.get(question.id) if question else None
        if question and isinstance(remembered, tuple):
            self._picked[question.id] = list(remembered)
        return Reply("Your last answer is taken back.")

    def restart(self) -> Reply:
        """Begin again."""
        self.conversation.restart()
        self._forget()
        return Reply(f"Begun again. {self.undo_key} brings your answers back.")

    def undo(self) -> Reply:
        """Take back what was done last."""
        before = dict(self.conversation.responses)
        self.conversation.undo()
        self._forget()
        return Reply(undone(self.conversation.tree, before, self.conversation.responses))

    def _toggle(self, question: Question, option: str) -> None:
        picked = self._picked.setdefault(question.id, [])
        if option in picked:
            picked.remove(option)
        elif question.options[option].alone:
            picked[:] = [option]
        else:
            picked[:] = [other for other in picked if not question.options[other].alone] + [option]

    def _propose(self, change: Change, *, ask: bool = False) -> Reply:
        self.effects = self._effects_elsewhere(self.conversation.tree, change)
        if change.harmless and not self.effects and not ask:
            return self._commit(change)
        self.proposed = change
        return Reply("Nothing is changed yet.")

    def _commit(self, change: Change) -> Reply:
        self.conversation.make(change)
        words = [f"{question.short}: {worded(question, value)}" for question, value in change.answers]
        return self._stop(f"Changed. {'. '.join(words)}. {self.undo_key} undoes it.")

    def _stop(self, said: str) -> Reply:
        self._forget()
        return Reply(said)

    def _forget(self) -> None:
        """Give up what had been begun; answers that were taken back stay offered."""
        self._picked.clear()
        self.changing = self.proposed = self._asked = None
        self.effects = []
