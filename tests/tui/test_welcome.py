"""The page of the first start: one screen, once, and findable."""

from __future__ import annotations

from pathlib import Path

import pytest

from guide_tui.model.settings import Settings
from guide_tui.store.settings import FILE, SettingsFile
from tests.tui.conftest import Open


async def test_it_stands_before_everything_else_once(open_app: Open, tmp_path: Path):
    """The first start shows it, Enter goes on to the ask box, and the next start begins there."""
    async with open_app(settings=SettingsFile(tmp_path / FILE)) as stage:
        assert stage.where == "WelcomeScreen"
        await stage.press("enter")
        assert stage.where == "HomeScreen"
    async with open_app(settings=SettingsFile(tmp_path / FILE)) as stage:
        assert stage.where == "HomeScreen"


async def test_it_is_shown_again_to_who_left_without_reading(open_app: Open, tmp_path: Path):
    """Leaving the app from it does not count as having read it."""
    async with open_app(settings=SettingsFile(tmp_path / FILE)) as stage:
        await stage.press("ctrl+q")
    assert SettingsFile(tmp_path / FILE).settings == Settings()


async def test_it_says_what_the_library_says_of_itself(open_app: Open):
    """What it is and what it is not come from the content; how to ask is the same for every library."""
    async with open_app() as stage:
        await stage.press("ctrl+o")
        page = stage.page("welcome-page")
        assert stage.app.library.about.summary in page
        assert stage.app.library.about.disclaimer in page
        assert "on this computer only" in page
        await stage.press("escape")
        assert stage.where == "HomeScreen"


@pytest.mark.parametrize("look", ["dark", "projector"])
async def test_it_fits_80_by_24(open_shipped: Open, look: str):
    """Nothing has to be scrolled to, in the look with the most space either."""
    settings = SettingsFile(None, Settings(look=look))
    async with open_shipped(settings=settings) as stage:
        assert stage.where == "WelcomeScreen"
        assert "Enter goes on" in stage.text
        assert "What this is" in stage.text
        assert stage.get("#welcome").max_scroll_y == 0


async def test_it_is_found_from_the_settings(open_app: Open):
    """The last line of the settings opens it."""
    async with open_app() as stage:
        await stage.press("f12", "8")
        assert stage.where == "WelcomeScreen"
        await stage.press("enter")
        assert stage.where == "SettingsScreen"
