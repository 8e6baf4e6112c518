"""The nation is asked once: what one situation tells, the others know."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from guide_tui.model.settings import NATIONS, Settings
from guide_tui.services.nation import NAMES, NationKeeper
from guide_tui.services.working_days import COUNTRY
from guide_tui.services.working_days import NATIONS as WITH_BANK_HOLIDAYS
from guide_tui.store.cases import CaseStore
from guide_tui.store.settings import SettingsFile


@pytest.fixture
def settings() -> SettingsFile:
    """Settings of which nothing is told yet."""
    return SettingsFile()


@pytest.fixture
def keeper(tmp_path, settings) -> NationKeeper:
    """A keeper on an empty store."""
    return NationKeeper(CaseStore.open(tmp_path, lambda: datetime(2026, 11, 5, tzinfo=UTC)), settings)


def test_every_nation_with_bank_holidays_can_be_remembered():
    """What working days can use is what settings can hold, and each has a name."""
    assert set(WITH_BANK_HOLIDAYS) < set(NATIONS)
    assert set(NAMES) == set(NATIONS)


def test_the_first_answer_is_told_before_in_the_next_situation(keeper, settings):
    """An answer in a check becomes the setting, and the next situation begins with it."""
    keeper.save(COUNTRY, "wales")
    assert settings.settings.nation == "wales"
    keeper.new_situation()
    assert keeper.responses() == {COUNTRY: "wales"}


def test_another_answer_later_holds_for_its_own_situation(keeper, settings):
    """Learners elsewhere in one situation do not change what holds for the others."""
    keeper.save(COUNTRY, "wales")
    keeper.new_situation()
    keeper.save(COUNTRY, "scotland")
    assert keeper.responses() == {COUNTRY: "scotland"}
    keeper.new_situation()
    assert keeper.responses() == {COUNTRY: "wales"}
    assert settings.settings.nation == "wales"


def test_a_slip_is_put_right_with_the_setting(keeper, settings):
    """Changing or taking back the answer that was just remembered changes the setting too."""
    keeper.save(COUNTRY, "wales")
    keeper.save(COUNTRY, "england")
    assert settings.settings.nation == "england"
    keeper.forget(COUNTRY)
    assert settings.settings.nation == ""
    assert keeper.responses() == {}
    keeper.save(COUNTRY, "england")
    keeper.save(COUNTRY, "not-sure")
    assert settings.settings.nation == ""


@pytest.mark.parametrize("value", ["several", "not-sure"])
def test_what_names_no_nation_is_not_remembered(keeper, settings, value):
    """That learners are in several countries, or nobody knows where, holds for one situation."""
    keeper.save(COUNTRY, value)
    assert settings.settings == Settings()
    assert keeper.responses() == {COUNTRY: value}


def test_a_nation_that_is_taken_back_is_asked_in_that_situation_only(keeper, settings):
    """Going back over an answer that the settings gave opens the question, and leaves the setting."""
    settings.keep(Settings(nation="england"))
    keeper.forget(COUNTRY)
    assert keeper.responses() == {}
    keeper.save("other", "x")
    keeper.new_situation()
    assert keeper.responses() == {COUNTRY: "england"}
    assert settings.settings.nation == "england"


def test_the_setting_can_be_changed_under_a_case(keeper, settings):
    """A case that has no answer of its own follows the settings."""
    settings.keep(Settings(nation="england"))
    assert keeper.responses() == {COUNTRY: "england"}
    settings.keep(Settings(nation="scotland"))
    assert keeper.responses() == {COUNTRY: "scotland"}
