"""Reading one text, with the ways on from it."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Footer, Static

from guide_tui.errors import GuideError
from guide_tui.model.article import FaqEntry, Section, Term
from guide_tui.model.library import Library
from guide_tui.services.finding import Readable, TreeOutcome, TreeQuestion, find_document, title_of
from guide_tui.services.tree_text import outcome_references
from guide_tui.services.wording import cited
from guide_tui.tui.actions import bindings
from guide_tui.tui.host import HostedScreen
from guide_tui.tui.page import Page, PageView
from guide_tui.tui.reading import write_document

MOST_LINKS = 9


class ReaderScreen(HostedScreen):
    """A section, an answer or a term. Digits follow its links; the sections of a chapter are leafed through.

    Args:
        library: What is read.
        document: The document's id.
        found: What it stands for.
    """

    ABOUT_KEYS = "The numbered lines under the text lead on: press the number."
    BINDINGS = bindings("reader")
    BINDINGS += [Binding(str(digit), f"follow({digit})", show=False) for digit in range(1, MOST_LINKS + 1)]
    AUTO_FOCUS = "#text"

    def __init__(self, library: Library, document: str, found: Readable) -> None:
        super().__init__()
        self.library = library
        self.document = document
        self.found = found
        self.links: list[tuple[str, str]] = []

    def compose(self) -> ComposeResult:
        """The place, the text."""
        yield Static("", id="masthead", markup=False)
        with VerticalScroll(id="text"):
            yield PageView(id="text-page")
        yield Footer(show_command_palette=False)

    def on_mount(self) -> None:
        """Write the text."""
        self.show()

    def show(self) -> None:
        """Write the text and its links."""
        self.links = self._find_links()
        self.query_one("#masthead", Static).update(self._place())
        self.query_one("#text-page", PageView).show(self._write)
        self.query_one("#text", VerticalScroll).scroll_home(animate=False)
        self.refresh_bindings()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer leafing only where there is somewhere to go."""
        if action == "leaf" and isinstance(parameters[0], int):
            return self._beside(parameters[0]) is not None
        if action == "work_out":
            return bool(self.links) and self.links[0][0].startswith("check:")
        return True

    def action_work_out(self) -> None:
        """Start the check that works out what is read."""
        self.action_follow(1)

    def action_follow(self, number: int) -> None:
        """Open a link."""
        if number <= len(self.links):
            self.host.open_document(self.links[number - 1][0])

    def action_leaf(self, step: int) -> None:
        """Go to the section beside this one."""
        section = self._beside(step)
        if section is not None:
            self.found = section
            self.document = f"guide:{section.cite}"
            self.show()

    def action_scroll(self, lines: int) -> None:
        """Scroll by a line."""
        self.query_one("#text", VerticalScroll).scroll_relative(y=lines, animate=False)

    def _beside(self, step: int) -> Section | None:
        if not isinstance(self.found, Section):
            return None
        # The chapters follow one another, so leafing leads through the whole document.
        sections = [s for article in self.library.articles.values() for s in article.sections]
        place = sections.index(self.found) + step
        return sections[place] if 0 <= place < len(sections) else None

    def _place(self) -> Content:
        kinds = {FaqEntry: "Questions and answers", Term: "Glossary"}
        where = kinds.get(type(self.found), "")
        if isinstance(self.found, TreeQuestion | TreeOutcome):
            where = self.found.tree.title
        if isinstance(self.found, Section):
            chapter = next((a for a in self.library.articles.values() if self.found in a.sections), None)
            source = self.library.sources.get(self.found.cite.source)
            where = f"{source.short if source else ''}  ›  {chapter.title if chapter else ''}"
        return Content.assemble((self.library.about.title, "bold $text-accent"), (f"  ›  {where}", "$muted"))

    def _find_links(self) -> list[tuple[str, str]]:
        """Document ids with their names: the check, links in the text, the passages cited."""
        links: dict[str, str] = {}
        found = self.found
        if isinstance(found, FaqEntry):
            tree = self.library.trees.get(found.check)
            if tree:
                links[f"check:{tree.id}"] = f"Work it out: {tree.title}"
            targets, cite = found.answer.targets, found.cite
        elif isinstance(found, Term):
            targets, cite = found.meaning.targets, found.cite
        elif isinstance(found, Section):
            targets, cite = found.body.targets, ()
        elif isinstance(found, TreeQuestion):
            links[f"check:{found.tree.id}"] = f"Start the check: {found.tree.title}"
            targets, cite = found.question.why.targets, found.question.cite
        elif isinstance(found, TreeOutcome):
            links[f"check:{found.tree.id}"] = f"Work it out: {found.tree.title}"
            targets, cite = found.outcome.says.targets, tuple(outcome_references(found.outcome))
        else:
            targets, cite = (), ()
        for target in targets:
            links.setdefault(target, self._title_of(target))
        for citation in cite:
            links.setdefault(f"guide:{citation}", cited(self.library, [citation]))
        return list(links.items())[:MOST_LINKS]

    def _title_of(self, target: str) -> str:
        try:
            return title_of(find_document(self.library, target))
        except GuideError:
            return target

    def _write(self, page: Page) -> None:
        write_document(page, self.library, self.found)
        if self.links:
            page.heading("Go on")
            for number, (_, name) in enumerate(self.links, start=1):
                page.text((name, "underline"), mark=(f"{number}  ", "bold $text-accent"))
