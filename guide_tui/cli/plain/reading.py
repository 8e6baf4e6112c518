"""Reading the guide in plain lines: its chapters, their sections, answers and terms."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from guide_tui.cli.plain.desk import Desk
from guide_tui.cli.plain.menu import Entry
from guide_tui.model.article import Article, FaqEntry, Section
from guide_tui.model.tree import Tree
from guide_tui.services.finding import Readable, TreeOutcome, TreeQuestion
from guide_tui.services.library_text import readable_lines
from guide_tui.services.wording import counted, term_name

Start = Callable[[Tree], None]


class Reader:
    """What is being read, and what can be read next.

    Args:
        desk: The library.
        start: Called with a check that the person picks.
    """

    def __init__(self, desk: Desk, start: Start) -> None:
        self._desk = desk
        self._start = start
        self._place: tuple[Article, int] | None = None
        """The section that is being read: its chapter and its place in it."""

    def contents(self) -> None:
        """List the chapters."""
        entries = [
            Entry(f"{article.title}, {counted(len(article.sections), 'sections')}", partial(self.sections, article))
            for article in self._desk.library.articles.values()
        ]
        self._desk.menu.offer("chapters", entries, "Type a number to see the sections of one.")

    def sections(self, article: Article) -> None:
        """List the sections of a chapter."""
        self._desk.console.say(f"{article.title}.")
        entries = [Entry(section.title, partial(self.read, section)) for section in article.sections]
        self._desk.menu.offer("sections", entries, "Type a number to read one.")

    def terms(self) -> None:
        """List the glossary."""
        entries = [Entry(term_name(term), partial(self.read, term)) for term in self._desk.library.terms.values()]
        self._desk.menu.offer("terms", entries, "Type a number to read what one means.")

    def answers(self) -> None:
        """List the questions that the guide answers."""
        entries = [Entry(entry.question, partial(self.read, entry)) for entry in self._desk.library.faq.values()]
        things, one = "questions with an answer", "question with an answer"
        self._desk.menu.offer(things, entries, "Type a number to read the answer.", one=one)

    def read(self, found: Readable) -> None:
        """Read anything out, and say what can follow it; of a chapter list the sections, and start a check."""
        if isinstance(found, Tree):
            self._start(found)
        elif isinstance(found, Article):
            self.sections(found)
        else:
            self.tell(found)
            self._follow(found)

    def tell(self, found: Readable) -> None:
        """Say a text with its source."""
        self._desk.console.lines(readable_lines(self._desk.library, found, self._desk.console.width, commands=False))

    def check_behind(self, found: Readable) -> Tree | None:
        """The check that works out for the person's own case what a text says in general."""
        if isinstance(found, FaqEntry):
            return self._desk.library.trees.get(found.check)
        return found.tree if isinstance(found, TreeQuestion | TreeOutcome) else None

    def turn(self, step: int) -> None:
        """Read the next (1) or the previous (-1) section of the chapter."""
        if self._place is None:
            self._desk.console.say("Nothing is being read. Type guide to see the chapters.")
            return
        article, number = self._place
        if 0 <= number + step < len(article.sections):
            self.read(article.sections[number + step])
        else:
            end = "last" if step > 0 else "first"
            self._desk.console.say(f"That was the {end} section of {article.title}. Type guide to see the chapters.")

    def _follow(self, found: Readable) -> None:
        tree = self.check_behind(found)
        if tree:
            self._desk.console.say(f"Type 1 to work it out for your case: {tree.title}")
            self._desk.menu.hold(partial(self._start, tree))
        elif isinstance(found, Section):
            self._place = self._placed(found)
            if self._place and self._place[1] + 1 < len(self._place[0].sections):
                article, number = self._place
                self._desk.console.say(f"Type next for the next section: {article.sections[number + 1].title}.")

    def _placed(self, section: Section) -> tuple[Article, int] | None:
        for article in self._desk.library.articles.values():
            if section in article.sections:
                return article, article.sections.index(section)
        return None
