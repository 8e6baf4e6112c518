"""The part of the app that lives by the person's settings."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from textual.events import Resize

from guide_tui.model.library import Library
from guide_tui.model.settings import Settings
from guide_tui.tui.ending import TidyApp
from guide_tui.tui.remapping import remap
from guide_tui.tui.screens.small import SmallScreen, too_small
from guide_tui.tui.theme import THEMES, look_after, look_named

if TYPE_CHECKING:
    from guide_tui.services.closed_days import ClosedDays
    from guide_tui.store.settings import SettingsFile

LOOK = "Look"


class SettledApp(TidyApp):
    """An app that looks and behaves as its settings say, and in which they can be changed."""

    library: Library
    today: date
    closures: Mapping[date, str]
    settings: SettingsFile
    closures_folder: Path | None
    _saved_once = False

    def settle(self, settings: SettingsFile, closures_folder: Path | None) -> None:
        """Live by these settings from now on.

        Args:
            settings: What the person has chosen.
            closures_folder: Where the file of the closed days is; None where there is none to be changed.
        """
        for theme in THEMES:
            self.register_theme(theme)
        self.settings = settings
        self.closures_folder = closures_folder
        self.set_keymap(remap(settings.settings.keys).keys)
        self._apply_settings()

    def on_mount(self) -> None:
        """Tell what is wrong with the settings; at the first start, say what this is."""
        for problem in self.settings.problems:
            self.notify(problem, severity="warning", timeout=15, markup=False)
        if not self.settings.settings.welcome_seen:
            self.open_welcome()

    def on_resize(self, event: Resize) -> None:
        """Ask for a bigger window below what can be served; go on as before when it is one."""
        small = isinstance(self.screen, SmallScreen)
        if too_small(event.size) and not small:
            self.push_screen(SmallScreen())
        elif small and not too_small(event.size):
            self.pop_screen()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """While the window is too small, one can only leave."""
        return action == "quit" or not (self.screen_stack and isinstance(self.screen, SmallScreen))

    def change_settings(self, settings: Settings) -> None:
        """Make these the settings: they hold and are kept at once."""
        unkept = self.settings.notice
        self.settings.keep(settings)
        self._apply_settings()
        if self.settings.notice and not unkept:
            self.notify(self.settings.notice, severity="warning", timeout=12, markup=False)

    @property
    def closed_days(self) -> ClosedDays:
        """The centre's own closed days as they are now, and what is wrong with their file."""
        from guide_tui.services.closed_days import ClosedDays, read_closed_days

        return ClosedDays(self.closures) if self.closures_folder is None else read_closed_days(self.closures_folder)

    def open_closures(self) -> None:
        """Show the closed days, to add to and to take away from."""
        from guide_tui.tui.screens.closures import ClosuresScreen

        if self.closures_folder is not None:
            self.push_screen(ClosuresScreen(self.closures_folder, self.today))

    def closures_changed(self) -> None:
        """Take the closed days into account as they are now, also in the checks that are open."""
        from guide_tui.tui.screens.check import CheckScreen

        self.closures = self.closed_days.days
        for screen in self.screen_stack:
            if isinstance(screen, CheckScreen):
                screen.conversation.closures = self.closures
                screen.show()

    def open_welcome(self) -> None:
        """Show the page of the first start."""
        from guide_tui.tui.screens.welcome import WelcomeScreen

        self.push_screen(WelcomeScreen(self.library))

    def welcome_read(self) -> None:
        """Do not show the page of the first start of itself again."""
        self.change_settings(replace(self.settings.settings, welcome_seen=True))

    def tell_saved(self, path: Path) -> None:
        """Tell where a text was saved; of the first outcome also how the centre's name comes to stand in it."""
        from guide_tui.tui.screens.check import CheckScreen

        outcome = isinstance(self.screen, CheckScreen) and self.screen.report is not None
        hint = outcome and not self._saved_once and not self.settings.settings.centre
        self._saved_once = self._saved_once or outcome
        said = f"Saved as {path}"
        self.notify(f"{said}\nF12 puts your centre's name at its top." if hint else said, markup=False)

    def action_look(self) -> None:
        """Go on to the next look."""
        from guide_tui.tui.screens.settings import SettingsScreen

        look = look_after(look_named(self.settings.settings.look))
        # Whoever goes through them quickly sees one notice of it, not a pile; other notices stay.
        for notice in [each for each in self._notifications if each.message.startswith(f"{LOOK}: ")]:
            self._unnotify(notice)
        self.change_settings(replace(self.settings.settings, look=look.id))
        self.notify(f"{LOOK}: {look.name.lower()}", timeout=3, markup=False)
        if isinstance(self.screen, SettingsScreen):
            self.screen.show()

    def action_settings(self) -> None:
        """Show the settings."""
        from guide_tui.tui.screens.settings import SettingsScreen

        if not any(isinstance(screen, SettingsScreen) for screen in self.screen_stack):
            self.push_screen(SettingsScreen())

    def action_welcome(self) -> None:
        """Show the page of the first start."""
        from guide_tui.tui.screens.welcome import WelcomeScreen

        if not isinstance(self.screen, WelcomeScreen):
            self.open_welcome()

    def _apply_settings(self) -> None:
        chosen = self.settings.settings
        look = look_named(chosen.look)
        self.theme = look.theme.name
        self.set_class(look.id == "contrast", "-contrast")
        self.set_class(look.id == "projector", "-heavy")
        self.set_class(chosen.roomy or look.id == "projector", "-roomy")
        self.animation_level = "full" if chosen.motion else "none"
