"""The settings: a plain list, each changed at once."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, fields

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from guide_tui.model.characters import visible
from guide_tui.model.settings import LOOKS, NATIONS, Settings, unfit
from guide_tui.services.nation import NAMES
from guide_tui.tui.actions import bindings
from guide_tui.tui.host import HostedScreen
from guide_tui.tui.page import Page, PageView
from guide_tui.tui.screens.chooser import Choice, ChooserScreen
from guide_tui.tui.screens.words import WordsScreen
from guide_tui.tui.theme import look_named
from guide_tui.tui.widgets.key_bar import KeyBar
from guide_tui.tui.widgets.marked_list import MarkedList

NOT_TOLD = "not told yet"
LARGER = "Ctrl and + together make the letters larger in most terminals, Ctrl and - smaller."

ROWS_FOR_SPACE = 32
"""Rows from which a roomy list has room for all its lines."""

ROOM_FOR_SHORT = 70
"""Columns from which a line has room for what its setting is for."""


@dataclass(frozen=True, slots=True)
class _Row:
    """One setting."""

    name: str
    about: str
    """What it is for, a sentence or two."""

    short: str
    """What it is for, in half a line."""

    value: Callable[[], str]
    """What it is now, as the person reads it."""

    change: Callable[[], None]
    """What Enter does."""

    values: Sequence[object] = ()
    """Everything it can be, where Left and Right go through that."""

    field: str = ""
    """Its name in the settings, where it has values."""


class SettingsList(MarkedList):
    """The settings, line by line."""

    # OptionList would take Enter for itself and hide it; the screen does what is bound here.
    BINDINGS = bindings("settings")

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer what the screen does, when it does."""
        return self.screen.check_action(action, parameters)


class SettingsScreen(HostedScreen):
    """Every setting with its value. A change holds at once and is kept at once."""

    ABOUT_KEYS = (
        "Go to a line with Up and Down, or press its number. Enter changes it; Left and Right go through what it can "
        "be. Every change holds at once, and the last ones can be undone."
    )
    BINDINGS = bindings("settings")
    AUTO_FOCUS = "#rows"

    def __init__(self) -> None:
        super().__init__()
        self._before: list[tuple[str, object]] = []
        """What was changed here and its value before, the last change at the end."""

        self._rows = self._every_row()

    # What is on the screen

    def compose(self) -> ComposeResult:
        """The list, and under it what the marked line is for."""
        masthead = Content.assemble(("Settings", "bold $text-accent"), ("   kept as you change them", "$muted"))
        yield Static(masthead, id="masthead", markup=False)
        yield SettingsList(id="rows", markup=False)
        with VerticalScroll(id="detail", can_focus=False):
            yield PageView(id="detail-page")
        yield KeyBar()

    def on_mount(self) -> None:
        """Fill the list."""
        self.show()

    def on_resize(self) -> None:
        """Write the lines for the new width."""
        self.show()

    def on_screen_resume(self) -> None:
        """Show the values as they are now."""
        if self.is_mounted:
            self.show()

    def show(self) -> None:
        """Write the list anew; the marked line stays marked."""
        listed = self.query_one("#rows", MarkedList)
        marked = listed.highlighted
        lines = [self._prompt(number, row) for number, row in enumerate(self._rows, start=1)]
        # Every setting in sight says more than room between them.
        prompts = [listed.spaced(line) for line in lines] if self.size.height >= ROWS_FOR_SPACE else lines
        if listed.option_count == len(prompts):
            for number, prompt in enumerate(prompts):
                listed.replace_option_prompt_at_index(number, prompt)
        else:
            listed.add_options([Option(prompt) for prompt in prompts])
        listed.highlighted = marked or 0
        self._show_detail()
        self.refresh_bindings()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer only what makes sense now."""
        if action == "undo":
            return bool(self._before)
        if action == "step":
            return bool(self._row.values)
        return True

    @property
    def settings(self) -> Settings:
        """The settings as they are now."""
        return self.host.settings.settings

    @property
    def _row(self) -> _Row:
        return self._rows[self.query_one("#rows", OptionList).highlighted or 0]

    def _prompt(self, number: int, row: _Row) -> Content:
        value = row.value()
        # Cut here and not by the list, so that what it is for stays in its column.
        shown = value if len(value) <= 24 else f"{value[:23]}…"
        return Content.assemble(
            (f"{number}  ", "bold $text-primary"),
            (f"{row.name:<14}", ""),
            (f"{shown:<26}", "$muted" if value == NOT_TOLD else "bold"),
            (row.short if self.size.width >= ROOM_FOR_SHORT else "", "$muted"),
        )

    def _show_detail(self) -> None:
        row = self._row
        self.query_one("#detail-page", PageView).show(lambda page: self._write_detail(page, row))

    def _write_detail(self, page: Page, row: _Row) -> None:
        page.text((f"{row.name}: {row.value()}", "bold $text-accent"))
        page.text((row.about, ""))
        if row.field == "look" or row.field == "roomy":
            page.text((LARGER, ""))
        path = self.host.settings.path
        if path is not None:
            page.gap().text(("Kept in ", "$muted"), (visible(str(path)), "$muted"), (", a text file.", "$muted"))
        for problem in self.host.settings.problems:
            page.text((problem, "$text-warning"), mark=("! ", "bold $text-warning"))
        if self.host.settings.notice:
            page.text((self.host.settings.notice, "$text-warning"), mark=("! ", "bold $text-warning"))

    # What the person does

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """Say what the line is for."""
        self._show_detail()
        self.refresh_bindings()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Enter or a click."""
        event.stop()
        self._rows[event.option_index].change()

    def action_change(self) -> None:
        """Change the marked line."""
        self._row.change()

    def action_number(self, number: int) -> None:
        """Go to a line and change it."""
        if number <= len(self._rows):
            self.query_one("#rows", OptionList).highlighted = number - 1
            self._row.change()

    def action_leave(self) -> None:
        """Back to where the person came from."""
        self.dismiss()

    def action_step(self, step: int) -> None:
        """Give the marked line its next or previous value."""
        row = self._row
        if row.values:
            now = list(row.values).index(getattr(self.settings, row.field))
            self._set(row.field, row.values[(now + step) % len(row.values)])

    def action_undo(self) -> None:
        """Take back the last change."""
        if self._before:
            name, value = self._before.pop()
            self._change(name, value)

    # What follows from it

    def _set(self, name: str, value: object) -> None:
        before = getattr(self.settings, name)
        if value != before:
            self._before.append((name, before))
            self._change(name, value)

    def _change(self, name: str, value: object) -> None:
        values = {each.name: getattr(self.settings, each.name) for each in fields(Settings)}
        self.host.change_settings(Settings(**{**values, name: value}))
        self.show()

    def _every_row(self) -> list[_Row]:
        looks = [Choice(name, look_named(name).name, look_named(name).about) for name in LOOKS]
        nations = [*(Choice(name, NAMES[name]) for name in NATIONS), Choice("", "Ask me", "when a check needs it")]
        return [
            _Row(
                "Look",
                "Dark, light, of high contrast, or heavy and roomy for a projector. F10 goes through them anywhere.",
                "colours",
                lambda: look_named(self.settings.look).name,
                lambda: self._choose("look", "Which look do you want?", looks),
                LOOKS,
                "look",
            ),
            _Row(
                "Nation",
                "Where your learners are. Its bank holidays are left out where working days are counted. It is asked "
                "when a check first needs it, and then stands here; a check can still be told otherwise.",
                "bank holidays in dates",
                lambda: NAMES.get(self.settings.nation, NOT_TOLD),
                lambda: self._choose("nation", "Where are your learners?", nations),
                ("", *NATIONS),
                "nation",
            ),
            _Row(
                "Centre name",
                "Stands at the top of every outcome that you save.",
                "top of saved outcomes",
                lambda: self.settings.centre or NOT_TOLD,
                self._ask_centre,
            ),
            _Row(
                "Closed days",
                "Days on which your centre is closed. Dates by which something is due leave them out.",
                "left out of dates",
                self._closed_days,
                self._open_closures,
            ),
            self._switch("Roomy", "roomy", "More empty space. The projector look is always roomy.", "more empty space"),
            self._switch("Motion", "motion", "Whether lists glide when they scroll.", "gliding when scrolling"),
            _Row(
                "Keys",
                "Other keys for what can be done. They are given in the file named below, under [keys], such as: "
                '"check.why" = "f6"',
                "in the settings file",
                lambda: f"{len(self.settings.keys)} changed" if self.settings.keys else "as they came",
                lambda: self.notify("Keys are changed in the settings file, under [keys].", markup=False),
            ),
            _Row(
                "Welcome page",
                "What this is, what it is not, and how to ask.",
                "how to ask",
                lambda: "read it again",
                self._open_welcome,
            ),
        ]

    def _switch(self, name: str, field: str, about: str, short: str) -> _Row:
        return _Row(
            name,
            about,
            short,
            lambda: self._switched(field),
            lambda: self._set(field, not getattr(self.settings, field)),
            (False, True),
            field,
        )

    def _switched(self, field: str) -> str:
        if getattr(self.settings, field):
            return "on"
        return "on with this look" if field == "roomy" and self.settings.look == "projector" else "off"

    def _closed_days(self) -> str:
        found = self.host.closed_days
        if found.notice:
            return "cannot all be read"
        number = len(found.days)
        return f"{number} day{'' if number == 1 else 's'}" if number else "none"

    def _choose(self, field: str, title: str, choices: Sequence[Choice]) -> None:
        def chosen(value: str | None) -> None:
            if value is not None:
                self._set(field, value)

        self.app.push_screen(ChooserScreen(title, choices), chosen)

    def _open_closures(self) -> None:
        self.host.open_closures()

    def _open_welcome(self) -> None:
        self.host.open_welcome()

    def _ask_centre(self) -> None:
        def told(words: str | None) -> None:
            if words is not None:
                self._set("centre", words)

        screen = WordsScreen(
            "What is your centre's name?",
            "It stands at the top of outcomes that you save. Empty: nothing stands there.",
            self.settings.centre,
            lambda words: f"The name {unfit(words)}." if unfit(words) else "",
        )
        self.app.push_screen(screen, told)
