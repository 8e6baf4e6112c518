"""The start of the plain mode: ask anything, or say where to go."""

from __future__ import annotations

import difflib
from collections.abc import Callable
from functools import partial

from guide_tui.cli.plain.check import Leave, work_out
from guide_tui.cli.plain.console import InputEnded
from guide_tui.cli.plain.desk import Desk
from guide_tui.cli.plain.elsewhere import lacking
from guide_tui.cli.plain.lookup import tell_meaning
from guide_tui.cli.plain.menu import Entry
from guide_tui.cli.plain.reading import Reader
from guide_tui.cli.plain.settings import SettingsTalk
from guide_tui.cli.plain.standing import check_words, standings, to_carry_on
from guide_tui.errors import GuideError, UnknownName
from guide_tui.model.tree import Tree
from guide_tui.services.asking import KINDS, not_covered
from guide_tui.services.beginning import Situation, beginning, situation_words
from guide_tui.services.finding import Readable, find_document, find_readable, find_tree
from guide_tui.services.layout import paragraph
from guide_tui.services.wording import counted

MOST_HITS = 6

HELP = """\
Type a question in your own words, such as: do we need approval. Spelling does not matter.
Or type one of these:
- a number: opens that line of the last list
- checks: what can be worked out for your case, question by question
- carry on: go on with the check that you left
- guide: the chapters of the guide
- next, previous: the next or the previous section of what you are reading
- questions: every question that has a written answer
- terms: every abbreviation and term
- term LIV: what one of them means; what is LIV does the same
- contacts: whom to turn to
- new situation: start with no answers; those of before stay stored
- undo: back to the situation of before
- situations: the other situations with answers, to go back to one
- settings: your nation, your centre's name, the days on which it is closed
- where: where content is read from and answers are kept
- about: what this is, and what it is not
- help: this list
- quit: leave; your answers are kept"""


class Home:
    """The start, to which everything comes back.

    Args:
        desk: The library and the answers.
    """

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._console = desk.console
        self._reader = Reader(desk, self._work_out)
        self._settings = SettingsTalk(desk)
        self._ended = False
        self._commands: dict[str, Callable[[], None]] = {
            "help": self._tell_help,
            "?": self._tell_help,
            "checks": self._offer_checks,
            "carry on": self._carry_on,
            "guide": self._reader.contents,
            "read": self._reader.contents,
            "next": partial(self._reader.turn, 1),
            "previous": partial(self._reader.turn, -1),
            "questions": self._reader.answers,
            "terms": self._reader.terms,
            "contacts": self._tell_contacts,
            "new situation": self._new_situation,
            "undo": self._undo,
            "situations": self._offer_situations,
            "settings": self._settings.tell,
            "closed days": self._settings.offer_closures,
            "where": self._tell_places,
            "about": self._tell_about,
            "home": self._tell_start,
            "quit": self._quit,
            "exit": self._quit,
            "q": self._quit,
        }

    def run(self) -> None:
        """Take what the person types until they leave or have nothing more to say."""
        self._greet()
        while not self._ended:
            try:
                words = self._console.ask("Type a question, checks, guide, or help.")
            except InputEnded:
                self._quit()
                return
            try:
                self._take(words)
            except InputEnded:
                return
            self._console.say("")

    def _take(self, words: str) -> None:
        # Who copies a command out of a text may type its name along.
        bare = words.removeprefix("guide ") if words != "guide" else words
        command = self._commands.get(" ".join(bare.casefold().rstrip(".!").split()))
        verb, _, rest = bare.partition(" ")
        if not words:
            self._console.say("Nothing was typed.")
        elif hint := lacking(bare):
            self._console.say(hint)
        elif verb.casefold() == "ask":
            self._search(rest)
        elif command:
            command()
        elif not any(
            take(bare) for take in (self._desk.menu.pick, self._settings.obey, self._open_named, self._explain)
        ):
            self._search(words)

    def _tell_start(self) -> None:
        self._console.say("You are at the start.")
        self._greet()

    def _greet(self) -> None:
        about = self._desk.library.about
        self._console.say(f"{about.title}, in plain lines. {about.summary}")
        left = to_carry_on(self._desk)
        if left:
            self._console.say(f'You worked on "{left.title}" Type carry on to go on with it.')
        else:
            self._console.say(about.disclaimer)
        notice = self._desk.kept("")
        if notice:
            self._console.say(notice)

    # Asking

    def _explain(self, words: str) -> bool:
        return tell_meaning(self._desk, words)

    def _search(self, words: str) -> None:
        near = difflib.get_close_matches(words.casefold(), self._commands, 1, 0.75)
        answer = self._desk.index.find(words, MOST_HITS)
        if near and not answer.confident:
            self._console.say(f'Did you mean "{near[0]}"? If so, type it.')
            return
        if answer.corrected:
            self._console.say(f'Understood as: "{answer.corrected}".')
        found = [find_document(self._desk.library, hit.document.id) for hit in answer.hits]
        entries = [
            Entry(f"{KINDS[hit.document.kind]}: {hit.document.title}", partial(self._reader.read, each))
            for hit, each in zip(answer.hits, found, strict=True)
        ]
        if not answer.confident:
            self._console.say(not_covered(self._desk.library))
            if entries:
                self._desk.menu.offer("nearest topics", entries, "Type a number to open one.")
            return
        self._tell_best(found[0])
        check = self._check_beside(found[0])
        rest = [entry for entry, each in zip(entries, found, strict=True) if each not in (found[0], check)]
        if check:
            rest.insert(0, Entry(f"{check.title} Work it out for your case.", partial(self._work_out, check)))
        if rest:
            self._console.say("")
            self._desk.menu.offer("ways to go on", rest, "Type a number to open one.", one="way to go on")

    def _tell_best(self, found: Readable) -> None:
        if isinstance(found, Tree):
            standing = next(each for each in standings(self._desk) if each.tree is found)
            self._console.say(f"The best answer is a check: {check_words(standing, self._desk.today)}")
        else:
            self._reader.tell(found)

    def _check_beside(self, found: Readable) -> Tree | None:
        return found if isinstance(found, Tree) else self._reader.check_behind(found)

    def _open_named(self, words: str) -> bool:
        """Open what is called by its name: "check hire", "read hall-rules/notice"; False where nothing is."""
        verb, _, name = words.partition(" ")
        library = self._desk.library
        try:
            if verb.casefold() == "check" and name:
                self._work_out(find_tree(library, name))
            elif verb.casefold() == "read" and name:
                self._reader.read(find_readable(library, name))
            else:
                return False
        except UnknownName:
            return False
        return True

    # Checks and situations

    def _offer_checks(self) -> None:
        entries = [
            Entry(check_words(each, self._desk.today), partial(self._work_out, each.tree))
            for each in standings(self._desk)
        ]
        self._desk.menu.offer("checks", entries, "Type a number to start one.")

    def _work_out(self, tree: Tree) -> None:
        self._ended = work_out(self._desk, tree, home=True) is Leave.QUIT
        if not self._ended:
            self._console.say("You are at the start.")

    def _carry_on(self) -> None:
        left = to_carry_on(self._desk)
        if left:
            self._work_out(left)
        else:
            self._console.say("No check was begun yet. Type checks to see them.")

    def _new_situation(self) -> None:
        self._desk.keeper.new_situation()
        self._console.say("A new situation: no answers yet. The earlier ones stay stored: situations lists them.")

    def _undo(self) -> None:
        others = {each.id: situation_words(each) for each in self._others}
        if self._desk.keeper.former_situation():
            # One without answers has nothing that it could be called by.
            name = others.get(self._desk.keeper.situation, "no answers yet")
            self._console.say(f"Back in the situation of before: {name}.")
        else:
            self._console.say("There is nothing to undo here. In a check, undo takes back what you did last.")

    def _offer_situations(self) -> None:
        entries = [Entry(situation_words(each), partial(self._resume, each)) for each in self._others]
        things, one = "other situations with answers", "other situation with answers"
        self._desk.menu.offer(things, entries, "Type a number to go back to one.", one=one)

    @property
    def _others(self) -> tuple[Situation, ...]:
        """The other situations with answers."""
        return tuple(beginning(self._desk.library, self._desk.keeper, self._desk.today).situations)

    def _resume(self, situation: Situation) -> None:
        try:
            self._desk.keeper.resume(situation.id)
        except GuideError as error:
            self._console.say(str(error))
        else:
            answers = counted(situation.answers, "answers")
            self._console.say(f"Back in this situation, with {answers}: {situation_words(situation)}.")

    # Things to know

    def _tell_help(self) -> None:
        for line in HELP.split("\n"):
            self._console.lines(paragraph(line, self._console.width, hang="  " if line.startswith("-") else ""))

    def _tell_about(self) -> None:
        about = self._desk.library.about
        for text in (about.title, about.summary, about.disclaimer):
            self._console.say(text)
        for source in self._desk.library.sources.values():
            self._console.say(f"Source: {source.title}, {source.publisher}, {source.edition}.")

    def _tell_contacts(self) -> None:
        contacts = self._desk.library.about.contacts.values()
        if contacts:
            told = [f"{each.name}: {each.about}" for each in contacts]
            self._console.listed(f"{counted(len(contacts), 'contacts')}.", told)
        else:
            self._console.say("There are no contacts.")

    def _tell_places(self) -> None:
        for name, place in self._desk.places.items():
            self._console.say(f"{name}: {place}")

    def _quit(self) -> None:
        self._ended = True
        self._console.say(self._desk.kept("Your answers are kept."))
