"""What a person tells once: the nation, the centre's name, and the days on which it is closed."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from guide_tui.cli.plain.desk import Desk
from guide_tui.cli.plain.menu import Entry
from guide_tui.errors import GuideError
from guide_tui.model.settings import Settings, unfit
from guide_tui.services.closed_days import Closure, add_closure, read_closed_days, remove_closure
from guide_tui.services.closure_words import closure_words, read_closure
from guide_tui.services.nation import NAMES
from guide_tui.services.wording import joined

NONE = ("none", "empty", "nothing")
"""Words that take a setting back."""


class SettingsTalk:
    """The settings, heard and changed.

    Args:
        desk: Where they are kept.
    """

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._console = desk.console

    def tell(self) -> None:
        """Say what is set, and what to type to change it."""
        settings = self._held
        nation = NAMES.get(settings.nation, "not told, so bank holidays count only where a check asks for it")
        for line in (
            f"Nation: {nation}. To change it, type set nation and its name, or set nation none.",
            f"Centre: {settings.centre or 'not told'}. It stands above outcomes that you save. "
            "To change it, type set centre and its name, or set centre none.",
            f"Closed days: {len(self._closures()) or 'none'}. To see them, type closed days. "
            "To add some, type set closed and the days, such as: set closed 21 December 2026 to 1 January 2027.",
            "What only the app uses stands beside these in a file that can be edited:",
            str(self._desk.settings.path),
        ):
            self._console.say(line)

    def obey(self, words: str) -> bool:
        """Change a setting: "set nation wales", "set closed 4 May 2026"; False where the words are none of these."""
        verb, _, rest = words.partition(" ")
        name, _, value = rest.strip().partition(" ")
        change = {"nation": self._nation, "centre": self._centre, "closed": self._close}.get(name.casefold())
        if verb.casefold() != "set" or change is None or not value.strip():
            return False
        change(value.strip())
        return True

    def offer_closures(self) -> None:
        """List the days on which the centre is closed."""
        entries = [Entry(closure_words(each), partial(self._open, each)) for each in self._closures()]
        self._desk.menu.offer("closures", entries, "Type a number to take one away.")

    def _nation(self, words: str) -> None:
        wanted = words.casefold().rstrip(".")
        names = {name.casefold(): nation for nation, name in NAMES.items()} | {nation: nation for nation in NAMES}
        if wanted in NONE:
            self._keep(replace(self._held, nation=""), "The nation is not told any more.")
        elif wanted in names:
            self._keep(replace(self._held, nation=names[wanted]), f"Nation: {NAMES[names[wanted]]}.")
        else:
            self._console.say(f"That is none of these: {joined(list(NAMES.values()), 'or')}.")

    def _centre(self, words: str) -> None:
        fault = unfit(words)
        if fault:
            self._console.say(f"That name {fault}.")
        elif words.casefold() in NONE:
            self._keep(replace(self._held, centre=""), "The centre's name is not told any more.")
        else:
            self._keep(replace(self._held, centre=words), f"Centre: {words}.")

    def _close(self, words: str) -> None:
        found = read_closure(words, self._desk.today)
        if isinstance(found, str):
            self._console.say(found)
        else:
            self._change(found, "Added", add=True)

    @property
    def _held(self) -> Settings:
        return self._desk.settings.settings

    def _keep(self, settings: Settings, said: str) -> None:
        self._desk.settings.keep(settings)
        self._console.say(self._desk.settings.notice or said)

    def _open(self, closure: Closure) -> None:
        self._change(closure, "Taken away", add=False)

    def _change(self, closure: Closure, done: str, *, add: bool) -> None:
        try:
            (add_closure if add else remove_closure)(self._desk.data_folder, closure)
        except GuideError as error:
            self._console.say(str(error))
            return
        self._desk.read_closures()
        self._console.say(f"{done}: {closure_words(closure)}. Deadlines are worked out anew.")

    def _closures(self) -> tuple[Closure, ...]:
        return read_closed_days(self._desk.data_folder).closures
