"""Where the learners are, told once: the answer in one situation stands in the others too, until it is changed."""

from __future__ import annotations

from dataclasses import replace

from guide_tui.model.case import Responses, Value
from guide_tui.model.settings import NATIONS
from guide_tui.services.keeping import CaseKeeper
from guide_tui.services.working_days import COUNTRY
from guide_tui.store.cases import CaseStore
from guide_tui.store.settings import SettingsFile

NAMES = {
    "england": "England",
    "wales": "Wales",
    "scotland": "Scotland",
    "northern-ireland": "Northern Ireland",
    "outside-uk": "Outside the UK",
}
"""What can be remembered, as a person reads it."""


class NationKeeper(CaseKeeper):
    """Keeps the responses of the current case, and tells the nation where the case does not.

    The first answer that names a nation becomes the setting. A different answer later holds for its own situation
    alone, but an answer that was just remembered is put right together with the setting.

    Args:
        store: An open store.
        settings: Where the nation is remembered.
    """

    def __init__(self, store: CaseStore, settings: SettingsFile) -> None:
        super().__init__(store)
        self._settings = settings
        self._taken_back: set[int] = set()
        """Cases in which the person took the nation back, so that it is asked there."""

        self._learned_in: int | None = None
        """The case whose answer became the setting while this program runs."""

    def responses(self) -> Responses:
        """Every response of the case; first among them the nation of the settings, unless the case has its own."""
        held = super().responses()
        nation = self._settings.settings.nation
        if not nation or COUNTRY in held or self.situation in self._taken_back:
            return held
        return {COUNTRY: nation, **held}

    def save(self, question: str, value: Value) -> None:
        """Keep a response at once, and remember it where it is the first to name a nation."""
        super().save(question, value)
        if question == COUNTRY:
            named = value if isinstance(value, str) and value in NATIONS else ""
            if self._learned_in == self.situation:
                self._remember(named)
            elif named and not self._settings.settings.nation:
                self._learned_in = self.situation
                self._remember(named)

    def forget(self, question: str) -> None:
        """Drop a response; a nation that the settings tell is then asked in this case."""
        super().forget(question)
        if question == COUNTRY:
            self._taken_back.add(self.situation)
            if self._learned_in == self.situation:
                self._remember("")

    def _remember(self, nation: str) -> None:
        self._settings.keep(replace(self._settings.settings, nation=nation))
