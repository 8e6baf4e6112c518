"""The page of the first start."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from guide_tui.model.library import Library
from guide_tui.tui.actions import bindings
from guide_tui.tui.host import HostedScreen
from guide_tui.tui.page import Page, PageView
from guide_tui.tui.widgets.key_bar import KeyBar

LEADS_TO = (
    "A few questions about your situation lead to an answer and the passage it rests on. It works offline and never "
    "guesses."
)

KEYS = (
    ("words", "Type what you want to know, in your own words."),
    ("1 2 3", "The number of an answer picks it."),
    ("↑ ↓", "Go through a list. Enter takes the line marked ›; so does a click on it."),
    ("F1", "Help for the screen you are on; this page too."),
    ("F12", "Settings: colours, your nation, your centre."),
    ("Ctrl+Q", "Leave. Your answers are kept, on this computer only."),
)
"""How to get about, for somebody who has not used a program like this one."""


class WelcomeScreen(HostedScreen):
    """What this is, what it is not, and how to ask.

    Args:
        library: Says what it is about, and what it is not.
    """

    BINDINGS = bindings("welcome")
    AUTO_FOCUS = "#welcome"

    def __init__(self, library: Library) -> None:
        super().__init__()
        self.library = library

    def compose(self) -> ComposeResult:
        """One page."""
        yield Static(self._masthead(), id="masthead", markup=False)
        with VerticalScroll(id="welcome"):
            yield PageView(id="welcome-page")
        yield KeyBar()

    def on_mount(self) -> None:
        """Write the page."""
        self.query_one("#welcome-page", PageView).show(self._write)

    def action_go_on(self) -> None:
        """To the ask box; the page is not shown again of itself."""
        self.host.welcome_read()
        self.dismiss()

    def _masthead(self) -> Content:
        return Content.assemble((self.library.about.title, "bold $text-accent"), ("   welcome", "$muted"))

    def _write(self, page: Page) -> None:
        about = self.library.about
        page.heading("What this is").text((about.summary, ""))
        page.text((LEADS_TO, ""))
        page.heading("What it is not").text((about.disclaimer, ""))
        page.heading("How to ask")
        for key, does in KEYS:
            page.text((does, ""), mark=(f"{key:<8}", "bold $text-primary"))
        page.gap().text(("Enter goes on", "bold"), mark=("› ", "bold $text-accent"))
