"""A check as a conversation in plain lines, up to its outcome and on to the next check."""

from __future__ import annotations

from enum import Enum, auto
from functools import partial

from guide_tui.cli.plain.changing import change_answer
from guide_tui.cli.plain.console import InputEnded
from guide_tui.cli.plain.desk import Desk
from guide_tui.cli.plain.elsewhere import belongs_to_start, lacking
from guide_tui.cli.plain.lookup import tell_best, tell_meaning
from guide_tui.cli.plain.menu import Entry
from guide_tui.cli.plain.outcome import AfterOutcome, Ticked
from guide_tui.model.tree import Option, Question, Tree
from guide_tui.search.choose import choose
from guide_tui.services.changes import undone
from guide_tui.services.check import Conversation
from guide_tui.services.layout import paragraph
from guide_tui.services.outline import map_lines, outlined
from guide_tui.services.question_text import how_to_answer, question_lines, why_lines
from guide_tui.services.understanding import AskBack, Understood, understand
from guide_tui.services.wording import counted, worded
from guide_tui.trees.graph import graph_of, progress
from guide_tui.trees.replay import Step

HELP = """\
You can also type:
- why, or a question mark: why this is asked, and the passage it rests on
- again: the question once more
- what is LIV: what a word means; any word of the glossary will do
- ask, and a question: look something else up, and come back to this question
- answers: what you have answered so far
- change 2: change your second answer; change and its name does the same
- back: take the last answer back
- undo: take back what you did last
- possible: which outcomes are still possible; ruled out: which are not, and why
- map: the whole check as an outline, with where you are in it
- restart: begin this check again
- quit: stop here"""

HOME_HELP = """\
- home: back to the start; your answers are kept"""

OUTCOME_HELP = """\
You can type:
- all: all the rest of the outcome
- why: what each of your answers means for it
- contacts: whom to ask
- notes: what else to know
- next: what to check next
- sources: the passages that this rests on; read 2 reads the second
- try: what another answer would lead to, without changing anything
- done: note which of the things to do are done
- save: write this outcome to a text file
- again: the outcome once more
- answers: what you have answered
- change 2: change your second answer
- back: take the last answer back
- undo: take back what you did last
- map: the whole check as an outline, with your way through it
- restart: begin this check again
- what is LIV: what a word means; any word of the glossary will do
- ask, and a question: look something else up
- quit: stop here"""


WHICH_DAY = "Type the day that is meant. Or type again for the question."
"""Said where a day was asked back."""

PICKING = "Type a number from this list. Or type again for the question and its answers."
"""Said while a number would pick from a list, and so answers no question."""


class Leave(Enum):
    """How a person leaves a check."""

    HOME = auto()
    QUIT = auto()


def work_out(desk: Desk, tree: Tree, *, fresh: bool = False, home: bool = False) -> Leave:
    """Ask until an outcome is reached, tell it, and go on with other checks as long as the person wants to.

    Args:
        desk: The library and the answers.
        tree: The check to begin with.
        fresh: Whether to forget the earlier answers to it first.
        home: Whether there is a place to go back to when the person has done with it.

    Raises:
        InputEnded: There is no more to be read. Answers are kept.
    """
    then: Tree | Leave = tree
    while isinstance(then, Tree):
        desk.keeper.working_on(then.id)
        conversation = desk.conversation(then)
        if fresh and then is tree:
            conversation.restart()
        then = _Check(desk, conversation, home).run()
    return then


class _Check:
    def __init__(self, desk: Desk, conversation: Conversation, home: bool) -> None:
        self.desk = desk
        self.console = desk.console
        self.conversation = conversation
        self.home = home
        self.then: Tree | Leave | None = None
        """Where the person goes from here; None while they stay."""

        self.heard_before = conversation.position.outcome is not None
        """Whether an outcome was heard before, so that its head is enough."""

        self.ticks: list[Ticked] = []
        """What was noted as done or not done meanwhile, the last one last."""

    def run(self) -> Tree | Leave:
        tree = self.conversation.tree
        if self.heard_before:
            self.console.say(f"{tree.title} You have worked it out before. Type answers to hear what you told.")
        else:
            self.console.say(f"{tree.title} {tree.about}")
            self.console.say("Type help to see what else you can type.")
        if self.conversation.position.trail and not self.heard_before:
            self.tell_answers("You have told us before, ")
        try:
            while self.then is None:
                question = self.conversation.position.question
                # A number answers the question now; it picks from no list of before.
                self.desk.menu.forget()
                if question is None:
                    self.after_outcome()
                else:
                    self.ask(question)
        except InputEnded:
            self.tell_stopped()
            raise
        except KeyboardInterrupt:
            self.console.say("")
            self.tell_stopped()
            raise
        return self.then

    def ask(self, question: Question) -> None:
        self.console.say("")
        self.tell_question(question)
        prompt = how_to_answer(question)
        reminder = f"Still asked: {question.ask} Type again to hear the answers."
        asked: AskBack | None = None
        while self.then is None and self.conversation.position.node == question.id:
            words = self.console.ask(prompt)
            # A number picks from what was listed last, even if it could answer the question too.
            if self.desk.menu.listed and self.desk.menu.pick(words):
                asked = None
                prompt = PICKING if self.desk.menu.listed else reminder
                continue
            # Anything else typed leaves the list, and numbers are answers again.
            self.desk.menu.forget()
            if self.obey(words):
                # Enter must not say yes to what was asked back long ago.
                asked = None
                # What was said meanwhile may be long, and what has just been said again needs no reminder.
                prompt = how_to_answer(question) if words.casefold() == "again" else reminder
                if self.desk.menu.listed:
                    prompt = PICKING
                continue
            answer = understand(question, words, self.conversation.today, asked)
            if isinstance(answer, Understood):
                self.conversation.answer(answer.value)
                self.console.say(f"{question.short}: {worded(question, answer.value)}.")
            elif words.endswith("?") and not answer.candidates and tell_best(self.desk, words):
                asked, prompt = None, reminder
            else:
                self.console.say(answer.message)
                asked = answer
                # What a number means now, the message tells; the usual prompt would tell otherwise.
                prompt = WHICH_DAY if answer.asks_for_day else how_to_answer(question)

    def after_outcome(self) -> None:
        """Take commands until an answer is changed or the person is done."""
        told = self.conversation.responses
        outcome = AfterOutcome(self.desk, self.conversation, self.go_on, self.ticks)
        outcome.tell(head=self.heard_before)
        self.heard_before = False
        finish = "goes back to the start" if self.home else "finishes"
        prompt = f"More: type {outcome.more}; or change, save or help. Enter {finish}."
        # Another day can leave the outcome as it is and still move every deadline.
        while self.then is None and self.conversation.responses == told:
            words = self.console.ask(prompt)
            if not words:
                self.then = Leave.HOME
            elif not (outcome.obey(words) or self.obey(words) or self.desk.menu.pick(words)):
                self.look_up(words)

    def go_on(self, tree: Tree) -> None:
        self.then = tree

    def obey(self, words: str) -> bool:
        """Carry out a command; False where the words are none, and so an answer."""
        verb, _, rest = words.casefold().partition(" ")
        plain = {
            "?": self.tell_why,
            "why": self.tell_why,
            "why?": self.tell_why,
            "again": self.tell_again,
            "help": self.tell_help,
            "answers": self.offer_answers,
            "possible": self.tell_possible,
            "map": self.tell_map,
            "change": self.change,
            "back": self.back,
            "undo": self.undo,
            "restart": self.restart,
            "save": self.tell_nothing_to_save,
            "home": self.leave,
            "quit": self.stop,
            "exit": self.stop,
            "q": self.stop,
        }
        if verb == "why" or (verb in plain and not rest):
            plain[verb]()
        elif verb == "change" and rest.isdecimal():
            self.change(rest)
        elif " ".join((verb, *rest.split())) == "ruled out":
            self.tell_ruled_out()
        elif hint := lacking(words):
            self.console.say(hint)
        elif belongs_to_start(words):
            first = "Type home first; your answers are kept." if self.home else "It works in guide --plain."
            self.console.say(f"That is a command of the start. {first}")
        elif verb == "change" and (step := self.named(rest, exact=True)):
            self.change_step(step)
        elif tell_meaning(self.desk, words):
            return True
        elif self.answers(words):
            return False
        elif verb == "change" and (step := self.named(rest)):
            self.change_step(step)
        elif verb == "change":
            self.change(rest)
        elif verb == "ask" and rest:
            self.look_up(words.partition(" ")[2])
        else:
            return False
        return True

    def answers(self, words: str) -> bool:
        """Whether the words answer the open question, whatever else they could mean."""
        question = self.conversation.position.question
        return question is not None and isinstance(understand(question, words, self.conversation.today), Understood)

    # What can be asked about

    def tell_question(self, question: Question) -> None:
        number = len(self.conversation.position.known) + 1
        rest = self.conversation.prospect.most_questions - 1
        left = "the last one" if rest <= 0 else f"at most {rest} more after it"
        choices = f" {counted(len(question.options), 'answers')} to choose from." if len(question.options) > 1 else ""
        self.console.say(f"Question {number}, {left}.{choices}")
        self.console.lines(question_lines(question, self.console.width))
        if question.id in self.conversation.remembered:
            self.console.say(f"Your answer was: {worded(question, self.conversation.remembered[question.id])}.")

    def tell_again(self) -> None:
        question = self.conversation.position.question
        if question:
            self.tell_question(question)

    def tell_why(self) -> None:
        question = self.conversation.position.question
        if question:
            self.console.lines(why_lines(self.desk.library, question, self.console.width))
        else:
            self.console.say("Nothing is asked any more. The reasons stand in the outcome; again tells it again.")

    def tell_help(self) -> None:
        text = HELP if self.conversation.position.question else OUTCOME_HELP
        for line in [*text.split("\n"), *(HOME_HELP.split("\n") if self.home else ())]:
            self.console.lines(paragraph(line, self.console.width, hang="  "))

    def tell_answers(self, intro: str = "") -> None:
        trail = self.conversation.position.trail
        if not trail:
            self.console.say("You have not answered anything yet.")
            return
        self.console.listed(f"{intro}{counted(len(trail), 'answers')}:", [step_words(step) for step in trail])

    def offer_answers(self) -> None:
        """List the answers, so that a number picks one to change."""
        trail = self.conversation.position.trail
        if not trail:
            self.console.say("You have not answered anything yet.")
            return
        entries = [Entry(step_words(step), partial(self.change_step, step)) for step in trail]
        self.desk.menu.offer("answers", entries, "Type the number of one, or its name after change, to change it.")

    def tell_possible(self) -> None:
        tree, ahead = self.conversation.tree, self.conversation.prospect.outcomes
        self.console.say(f"{counted(len(ahead), 'outcomes')} of {len(tree.outcomes)} still possible:")
        for outcome in tree.outcomes.values():
            if outcome.id in ahead:
                self.console.lines(paragraph(f"- {outcome.verdict}", self.console.width, "", "  "))
        gone = len(tree.outcomes) - len(ahead)
        if gone:
            self.console.say(f"{gone} ruled out; type ruled out to hear why.")

    def tell_ruled_out(self) -> None:
        tree, ruled_out = self.conversation.tree, self.conversation.ruled_out
        if not ruled_out:
            self.console.say("No outcome is ruled out yet.")
            return
        self.console.say(f"{counted(len(ruled_out), 'outcomes')} of {len(tree.outcomes)} ruled out:")
        for gone in ruled_out:
            question = tree.questions[gone.question]
            because = f"{question.short}: {worded(question, gone.value)}"
            text = f"- {tree.outcomes[gone.outcome].short} ({because})"
            self.console.lines(paragraph(text, self.console.width, "", "  "))

    def tell_map(self) -> None:
        way = progress(self.conversation.space, self.conversation.responses)
        self.console.lines(map_lines(outlined(graph_of(self.conversation.tree), way), self.console.width))

    def look_up(self, words: str) -> None:
        if not tell_best(self.desk, words):
            self.console.say("That is none of the commands, and nothing in the guide seems to answer it.")

    # What can be done

    def change(self, which: str = "") -> None:
        trail = self.conversation.position.trail
        if not which.isdecimal() or len(which) > 4 or not 1 <= int(which) <= len(trail):
            if which and trail:
                self.console.say(f"None of your answers goes by that {'number' if which.isdecimal() else 'name'}.")
            self.offer_answers()
            return
        self.change_step(trail[int(which) - 1])

    def change_step(self, step: Step) -> None:
        # While it is changed, numbers are answers.
        self.desk.menu.forget()
        at_outcome = self.conversation.position.outcome is not None
        if change_answer(self.desk, self.conversation, step):
            # Who changes an answer at an outcome wants to hear what became of it, not all of it again.
            self.heard_before = at_outcome and self.conversation.position.outcome is not None

    def named(self, name: str, *, exact: bool = False) -> Step | None:
        """The answer on the trail that goes by that name, such as "teaching"; None where it is not clear which.

        Args:
            name: What was typed after "change".
            exact: Whether it must be the name to the letter.
        """
        trail = {step.question.id: step for step in self.conversation.position.trail}
        if exact:
            same = [step for step in trail.values() if step.question.short.casefold() == name]
            return same[0] if len(same) == 1 else None
        found = choose([Option(each, step.question.short) for each, step in trail.items()], name).certain
        return trail[found] if found else None

    def back(self) -> None:
        trail = self.conversation.position.trail
        if not trail:
            self.console.say("There is no answer to take back.")
            return
        self.conversation.back()
        self.console.say(f"Taken back: {trail[-1].question.short}.")

    def undo(self) -> None:
        if not self.conversation.can_undo:
            self.console.say("There is nothing to undo.")
            return
        before = self.conversation.responses
        self.conversation.undo()
        self.console.say(undone(self.conversation.tree, before, self.conversation.responses))

    def restart(self) -> None:
        self.conversation.restart()
        self.console.say("Begun again. Type undo to have your answers back.")

    def tell_nothing_to_save(self) -> None:
        self.console.say("There is no outcome to save yet. Your answers are kept without it.")

    def leave(self) -> None:
        self.then = Leave.HOME
        self.tell_stopped()

    def stop(self) -> None:
        self.then = Leave.QUIT
        self.tell_stopped()

    def tell_stopped(self) -> None:
        if self.conversation.position.question is not None:
            again = "carry on leads back to this question" if self.home else "start the check again to go on"
            self.console.say(f"Stopped. {self.desk.kept(f'Your answers are kept; {again}.')}")
        elif self.home and self.then is not Leave.HOME:
            self.console.say(self.desk.kept("Your answers are kept."))


def step_words(step: Step) -> str:
    """An answer of the trail as one line: "Event: A concert"."""
    return f"{step.question.short}: {worded(step.question, step.value)}"
