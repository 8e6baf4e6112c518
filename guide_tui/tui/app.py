"""The app: what its screens share, and how one leads to another."""

from __future__ import annotations

import gc
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from textual.scrollbar import ScrollBar

from guide_tui.errors import GuideError
from guide_tui.model.library import Library
from guide_tui.model.settings import Settings
from guide_tui.model.tree import Tree
from guide_tui.services.late_index import Finder, LateIndex
from guide_tui.services.nation import NationKeeper
from guide_tui.store.settings import SettingsFile
from guide_tui.tui.acting import ActingApp
from guide_tui.tui.actions import bindings
from guide_tui.tui.screens.home import HomeScreen
from guide_tui.tui.widgets.scroll_bar import WholeRows

if TYPE_CHECKING:
    from guide_tui.services.check import Change
    from guide_tui.services.clipboard import ClipboardProgram
    from guide_tui.services.keeping import CaseKeeper
    from guide_tui.store.cases import CaseStore
    from guide_tui.tui.host import Host


class GuideApp(ActingApp):
    """The guide as an app.

    Args:
        library: What can be asked, checked and read.
        index: The index over it.
        keeper: Where answers are kept.
        today: The day on which dates are judged.
        save_folder: Where outcomes are saved as text.
        closures: The centre's own closed days, each with why.
        settings: What the person has chosen; without them, as shipped and kept nowhere.
        closures_folder: Where the file of the closed days is; None where there is none to be changed.
        clipboard: The programs that reach the clipboard of this computer.
    """

    CSS_PATH = [  # noqa: RUF012
        f"looks/{name}.tcss" for name in ("base", "home", "check", "reader", "over", "settings", "welcome", "map")
    ]
    TITLE = "Partnership guide"
    ENABLE_COMMAND_PALETTE = False
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (100, "-wide")]  # noqa: RUF012
    VERTICAL_BREAKPOINTS = [(0, "-low"), (32, "-tall")]  # noqa: RUF012
    BINDINGS = bindings("app")

    def __init__(
        self,
        library: Library,
        index: Finder,
        keeper: CaseKeeper,
        today: date,
        save_folder: Path,
        closures: Mapping[date, str] | None = None,
        settings: SettingsFile | None = None,
        closures_folder: Path | None = None,
        clipboard: Sequence[ClipboardProgram] = (),
    ) -> None:
        super().__init__()
        ScrollBar.renderer = WholeRows
        self.library = library
        self.index = index
        self.keeper = keeper
        self.today = today
        self.save_folder = save_folder
        self.closures: Mapping[date, str] = closures or {}
        self._told = ""
        self.title = library.about.title
        self.clipboard_programs = clipboard
        self.settle(settings or SettingsFile(None, Settings(welcome_seen=True)), closures_folder)
        self.use_keys(self.settings.settings.keys)

    def get_default_screen(self) -> HomeScreen:
        """The home screen."""
        return HomeScreen(self.library, self.index, self.keeper, self.today)

    def on_ready(self) -> None:
        """Load what the first picture did without, while the person looks at it."""
        if isinstance(self.index, LateIndex):
            self.run_worker(self._load_the_rest, thread=True, group="loading")

    def _load_the_rest(self) -> None:
        if isinstance(self.index, LateIndex):
            self.index.open()
        from guide_tui.tui.screens import check  # noqa: F401

        # What is loaded now stays; the collector need not look through it again at every pause.
        gc.collect()
        gc.freeze()
        gc.enable()

    def open_document(self, document: str) -> None:
        """Open what a document id or a link stands for: a check starts, everything else is read."""
        from guide_tui.services.finding import find_document
        from guide_tui.tui.screens.reader import ReaderScreen

        try:
            found = find_document(self.library, document)
        except GuideError as error:
            self.notify(str(error), severity="warning", markup=False)
            return
        if isinstance(found, Tree):
            self.open_check(found.id)
        elif isinstance(self.screen, ReaderScreen):
            self.screen.open(document)
        else:
            self.push_screen(ReaderScreen(self.library, document, found))

    def open_check(self, tree: str) -> None:
        """Start a check, or go on with it."""
        from guide_tui.services.check import Conversation
        from guide_tui.tui.screens.check import CheckScreen

        conversation = Conversation(
            self.library.trees[tree], self.keeper, self.today, self.closures, self.keeper.journal
        )
        self.keeper.working_on(tree)
        if isinstance(self.screen, CheckScreen):
            self.switch_screen(CheckScreen(self.library, conversation))
        else:
            self.push_screen(CheckScreen(self.library, conversation))

    def tell_notice(self) -> None:
        """Tell what the person must know about keeping answers, once, whenever that comes up."""
        if self.keeper.notice != self._told:
            self._told = self.keeper.notice
            self.notify(self._told, severity="warning", timeout=12, markup=False)

    def effects_elsewhere(self, tree: Tree, change: Change) -> list[str]:
        """What a change in one check does to the outcomes of the others that were worked on."""
        from guide_tui.services.changes import effects_elsewhere

        worked_on = [self.library.trees[name] for name in self.keeper.worked_on() if name in self.library.trees]
        others = [other for other in worked_on if other.id != tree.id]
        return effects_elsewhere(others, self.keeper.responses(), change, self.today)


if TYPE_CHECKING:
    # What screens rely on without naming the app.
    _HOST: type[Host] = GuideApp


def run(
    library: Library,
    index: Finder,
    store: CaseStore,
    today: date,
    save_folder: Path,
    closures: Mapping[date, str],
    settings: SettingsFile,
    closures_folder: Path,
    clipboard: Sequence[ClipboardProgram] = (),
) -> int:
    """Open the app, stay until the person leaves it, and return the exit code: above 128 where a signal ended it.

    Raises:
        Exception: A fault of the app, raised when the terminal is itself again.
    """
    with store:
        keeper = NationKeeper(store, settings)
        app = GuideApp(library, index, keeper, today, save_folder, closures, settings, closures_folder, clipboard)
        return app.run_to_the_end()
