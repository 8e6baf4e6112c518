"""The settings in the app: every change holds at once, is kept, and can be undone."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from guide_tui.model.settings import NATIONS, Settings
from guide_tui.services.closed_days import FILE as CLOSED_DAYS
from guide_tui.store.settings import FILE, SettingsFile, read_settings
from guide_tui.tui.theme import LOOKS
from tests.tui.conftest import Open
from tests.tui.stage import Stage

READ = Settings(welcome_seen=True)

COUNTRY = """
        country:
          ask: In which country are the learners?
          short: Country
          why: Bank holidays differ.
          cite: rules/notice
          kind: one
          options:
            england: {label: England}
            scotland: {label: Scotland}
            not-sure: {label: I am not sure, unsure: true}
"""
WHERE = """\
    id: where
    title: Where is it?
    about: Works out where it is.
    start: country
    questions:
      country:
        next: {england: there, else: elsewhere}
    outcomes:
      there: {verdict: It is there, tone: fine, says: Go there., cite: rules/keys}
      elsewhere: {verdict: It is elsewhere, tone: fine, says: Go elsewhere., cite: rules/keys}
"""


@pytest.fixture
def kept(tmp_path: Path) -> SettingsFile:
    """Settings that are kept in a file, of somebody who has read the page of the first start."""
    (tmp_path / FILE).write_text("welcome_seen = true\n")
    return SettingsFile(tmp_path / FILE)


def of_file(file: SettingsFile) -> Settings:
    """What a later start would read."""
    assert file.path is not None
    return read_settings(file.path).settings


def value(stage: Stage, name: str) -> str:
    """What a line of the settings says of its value and of what it is for."""
    (line,) = (line for line in stage.lines if name in line)
    return line.split(name, 1)[1].strip()


async def test_f10_goes_through_the_looks_says_which_and_keeps_it(open_app: Open, kept: SettingsFile):
    """Four looks in order and round again, from any screen."""
    async with open_app(settings=kept) as stage:
        assert stage.app.theme == "guide-dark"
        for look in [*LOOKS[1:], LOOKS[0], LOOKS[1]]:
            await stage.press("f10")
            assert stage.app.theme == look.theme.name
            assert stage.told == [f"Look: {look.name.lower()}"]
            assert of_file(kept).look == look.id
    async with open_app(settings=SettingsFile(kept.path)) as stage:
        assert stage.app.theme == "guide-light"


async def test_every_setting_is_in_sight_also_in_a_roomy_look(open_app: Open):
    """At 80 by 24 all lines fit, and roomy is told to be on where the look makes it so."""
    async with open_app(settings=SettingsFile(None, Settings(welcome_seen=True, look="projector"))) as stage:
        await stage.press("f12")
        assert value(stage, "Roomy").startswith("on with this look")
        assert all(any(name in row for row in stage.rows[:-1]) for name in ("1  Look", "8  Welcome page"))
        await stage.resize(80, 40)
        assert "8  Welcome page" in stage.text


async def test_the_projector_look_is_heavy_and_roomy(open_app: Open):
    """It puts the classes that style sheets and lists go by; roomy alone can be had in any look, and at once."""
    async with open_app(size=(80, 40)) as stage:
        await stage.press("f12")
        close = [number for number, row in enumerate(stage.rows) if row.startswith(("  1 ", "› 1 ", "  2 "))]
        assert close[1] == close[0] + 1
        await stage.press("5")
        assert "-roomy" in stage.app.classes
        assert "-heavy" not in stage.app.classes
        wide = [number for number, row in enumerate(stage.rows) if row.startswith(("  1 ", "  2 "))]
        assert wide[1] == wide[0] + 2
        await stage.press("5", "f10", "f10", "f10")
        assert {"-roomy", "-heavy"} <= stage.app.classes
        await stage.press("f10")
        assert not {"-roomy", "-heavy"} & stage.app.classes


async def test_every_setting_stands_in_a_line_with_its_value(open_app: Open):
    """At 80 by 24 every line can be read whole, and the marked one is explained under the list."""
    async with open_app() as stage:
        await stage.press("f12")
        assert stage.where == "SettingsScreen"
        for line in stage.lines:
            assert any(" ".join(row.split()).removeprefix("› ") == line for row in stage.rows), line
        assert "F10 goes through them anywhere." in stage.page("detail-page")
        assert "Ctrl and + together make the letters larger" in stage.page("detail-page")
        await stage.press("down")
        assert "bank holidays" in stage.page("detail-page")


async def test_enter_a_digit_and_the_arrows_change_and_f8_undoes(open_app: Open, kept: SettingsFile):
    """Each change is in the file before the next key."""
    async with open_app(settings=kept) as stage:
        await stage.press("f12", "right")
        assert of_file(kept).look == "light"
        await stage.press("left", "left")
        assert of_file(kept).look == "projector"
        await stage.press("5")
        assert of_file(kept).roomy
        assert value(stage, "Roomy").startswith("on")
        await stage.press("6")
        assert of_file(kept).motion
        assert stage.app.animation_level == "full"
        await stage.press("enter")
        assert stage.app.animation_level == "none"
        for _ in range(6):
            await stage.press("f8")
        assert of_file(kept) == READ
        assert stage.app.theme == "guide-dark"
        await stage.press("escape")
        assert stage.where == "HomeScreen"


async def test_a_look_and_a_nation_are_chosen_from_a_list(open_app: Open, kept: SettingsFile):
    """Enter or a click opens the list, a digit picks, Esc leaves it as it was."""
    async with open_app(settings=kept) as stage:
        await stage.press("f12", "enter", "3")
        assert of_file(kept).look == "contrast"
        await stage.click_row("Nation")
        await stage.press("3")
        assert of_file(kept).nation == "scotland"
        assert value(stage, "Nation").startswith("Scotland")
        await stage.press("2", "escape")
        assert of_file(kept).nation == "scotland"
        await stage.press("2", str(len(NATIONS) + 1))
        assert of_file(kept).nation == ""
        assert value(stage, "Nation").startswith("not told yet")


async def test_the_name_of_the_centre_is_typed(open_app: Open, kept: SettingsFile):
    """What stands there is replaced by typing; what cannot be shown is refused with the reason."""
    async with open_app(settings=kept) as stage:
        await stage.press("f12", "3")
        stage.box.value = "St Mary's\u202e"
        await stage.press("enter")
        assert "cannot be shown" in stage.text
        stage.box.value = "  St Mary's   College "
        await stage.press("enter")
        assert of_file(kept).centre == "St Mary's College"
        assert value(stage, "Centre name").startswith("St Mary's College")
        await stage.press("3", "escape", "3", "backspace", "enter")
        assert of_file(kept).centre == ""
        await stage.press("f8")
        assert of_file(kept).centre == "St Mary's College"


async def test_a_long_name_keeps_the_lines_in_their_columns(open_app: Open, kept: SettingsFile):
    """It is cut in the list and whole under it."""
    kept.keep(Settings(centre="x" * 100, welcome_seen=True))
    async with open_app(settings=kept) as stage:
        await stage.press("f12", "down", "down")
        assert "xxx… " in stage.lines[2]
        assert "x" * 70 in stage.page("detail-page")


async def test_closed_days_are_added_and_taken_away(open_app: Open, tmp_path: Path):
    """In words, with what is wrong told; both can be undone; the file is the one that guide where names."""
    file = tmp_path / "data" / CLOSED_DAYS
    async with open_app() as stage:
        await stage.press("f12", "4")
        assert stage.where == "ClosuresScreen"
        assert str(file.name) in stage.page("detail-page").replace(" ", "")
        await stage.press("enter")
        await stage.type("Christmas", "enter")
        assert stage.where == "WordsScreen"
        stage.box.value = "21 December 2026 to 1 January 2027: Christmas"
        await stage.press("enter")
        assert stage.lines[0] == "21 December 2026 to 1 January 2027 Christmas"
        assert file.read_text().endswith("2026-12-21 to 2027-01-01: Christmas\n")
        assert stage.app.closures[date(2026, 12, 24)] == "Christmas"
        await stage.press("a")
        await stage.type("15 February 2027", "enter")
        assert [line.split(" ")[0] for line in stage.lines] == ["21", "15", "+"]
        await stage.press("up", "t")
        assert stage.lines[0] == "15 February 2027"
        assert date(2026, 12, 24) not in stage.app.closures
        await stage.press("f8", "f8")
        assert stage.lines[0] == "21 December 2026 to 1 January 2027 Christmas"
        await stage.press("escape")
        assert value(stage, "Closed days").startswith("12 days")


async def test_typing_a_day_opens_the_box_and_esc_keeps_what_was_typed(open_app: Open):
    """A digit on the list goes into the box; what Esc left stands there again; the form stays in sight."""
    async with open_app() as stage:
        await stage.press("f12", "4", "2", "1")
        assert stage.where == "WordsScreen"
        assert stage.box.value == "21"
        await stage.press("enter")
        assert "! " in stage.text
        assert "Such as: 21 December 2026 to 1 January 2027: Christmas" in stage.text
        await stage.press("space", "d", "escape")
        assert stage.where == "ClosuresScreen"
        await stage.press("a", "e", "c", "space", "2", "6")
        assert stage.box.value == "21 dec 26"
        await stage.press("enter")
        assert stage.where == "ClosuresScreen"
        await stage.press("a")
        assert stage.box.value == ""


async def test_what_is_wrong_with_the_closed_days_is_shown_and_left(open_app: Open, tmp_path: Path):
    """Lines that cannot be read are told with their numbers, and a file that is no text is not written over."""
    file = tmp_path / "data" / CLOSED_DAYS
    file.parent.mkdir()
    file.write_text("nonsense\n2027-02-15\n")
    async with open_app() as stage:
        await stage.press("f12", "4")
        assert "Line 1 of" in stage.page("detail-page")
        file.write_bytes(b"\xff\xfe")
        await stage.press("a")
        await stage.type("15 February 2027", "enter")
        assert "left as it is" in stage.told[-1]
        assert file.read_bytes() == b"\xff\xfe"


async def test_closed_days_move_the_dates_of_an_open_outcome(open_app: Open):
    """Coming back from the settings to an outcome, its dates leave the new days out."""
    async with open_app() as stage:
        for question, given in {"event": "lesson", "approved": "yes", "coach": "Jo"}.items():
            stage.app.keeper.save(question, given)
        stage.app.keeper.save("first-day", date(2027, 9, 3))
        stage.app.open_check("swim")
        await stage.pilot.pause()
        assert "a day off" not in stage.page("outcome-page")
        # Six weeks before is Friday 23 July 2027.
        await stage.press("f12", "4", "a")
        stage.box.value = "23 July 2027: Sports day"
        await stage.press("enter", "escape", "escape")
        assert "Sports day" in stage.page("outcome-page")


async def test_a_broken_file_costs_a_notice_and_not_the_start(open_app: Open, tmp_path: Path):
    """The app opens as shipped, says where the fault is, and keeps the file beside the new one."""
    (tmp_path / FILE).write_text("look = dark\n")
    file = SettingsFile(tmp_path / FILE)
    async with open_app(settings=file) as stage:
        assert any("line 1: this cannot be read" in told for told in stage.told)
        assert stage.where == "WelcomeScreen"
        await stage.press("enter", "f10")
        assert read_settings(tmp_path / FILE).settings == Settings(look="light", welcome_seen=True)
        assert (tmp_path / f"{FILE}.broken").read_text() == "look = dark\n"


async def test_settings_that_cannot_be_kept_are_told_once(open_app: Open, tmp_path: Path):
    """They hold all the same, until the person leaves."""
    (tmp_path / "taken").write_text("")
    file = SettingsFile(tmp_path / "taken" / FILE, READ)
    async with open_app(settings=file) as stage:
        await stage.press("enter", "f10", "f10")
        assert stage.app.theme == "guide-contrast"
        assert len([told for told in stage.told if "cannot be kept" in told]) == 1


class TestNation:
    async def test_it_is_asked_when_first_needed_and_then_told_before(self, open_with: Open, kept: SettingsFile):
        """The answer of a check becomes a setting, and stands in the next situation, where it can be changed."""
        from tests.tui.stage import POOL

        changes = {
            "decision_trees/questions.yaml": POOL["decision_trees/questions.yaml"] + COUNTRY,
            "decision_trees/where.yaml": WHERE,
        }
        async with open_with(changes, settings=kept) as stage:
            assert of_file(kept).nation == ""
            stage.app.open_check("where")
            await stage.pilot.pause()
            await stage.press("2")
            assert of_file(kept).nation == "scotland"
            stage.app.keeper.new_situation()
            await stage.press("escape")
            stage.app.open_check("where")
            await stage.pilot.pause()
            assert "It is elsewhere" in stage.page("outcome-page")
            await stage.press("f5", "1", "1")
            assert "It is there" in stage.page("outcome-page")
            assert of_file(kept).nation == "scotland"

    async def test_a_check_that_does_not_ask_it_uses_it_for_its_dates(self, open_app: Open, kept: SettingsFile):
        """With a nation in the settings its bank holidays are left out, whatever the check asks."""
        kept.keep(Settings(nation="england", welcome_seen=True))
        async with open_app(settings=kept) as stage:
            for question, given in {"event": "lesson", "approved": "yes", "coach": "Jo"}.items():
                stage.app.keeper.save(question, given)
            stage.app.keeper.save("first-day", date(2027, 9, 6))
            stage.app.open_check("swim")
            await stage.pilot.pause()
            assert "the bank holidays of England" in stage.page("outcome-page")


async def test_other_keys_are_taken_from_the_settings(open_app: Open):
    """An action has the key that the settings give it; what cannot be used is told."""
    settings = SettingsFile(None, Settings(welcome_seen=True, keys={"app.look": "Ctrl+T", "app.lok": "f7"}))
    async with open_app(settings=settings) as stage:
        await stage.press("ctrl+t")
        assert stage.app.theme == "guide-light"
        await stage.press("f10")
        assert stage.app.theme == "guide-light"
        assert any('"app.lok"' in told and '"app.look"' in told for told in stage.told)


async def test_the_name_of_the_centre_stands_above_a_saved_outcome(open_app: Open, kept: SettingsFile, tmp_path: Path):
    """Without it, the first outcome saved tells how to set it; with it, it is the first line of the file."""
    async with open_app(settings=kept) as stage:
        for question, given in {"event": "party", "guests": 10}.items():
            stage.app.keeper.save(question, given)
        stage.app.open_check("swim")
        await stage.pilot.pause()
        await stage.press("f9", "f9")
        assert ["F12 puts your centre's name at its top" in told for told in stage.told] == [True, False]
        await stage.press("f12", "3")
        await stage.type("St Mary's College", "enter", "escape", "f9")
        saved = sorted((tmp_path / "saved").iterdir(), key=lambda path: path.stat().st_mtime_ns)
        assert saved[-1].read_text(encoding="utf-8").startswith("St Mary's College\n\n")
        assert "College" not in saved[0].read_text(encoding="utf-8")


async def test_a_key_that_cannot_be_used_is_told_once(open_app: Open, tmp_path: Path):
    """One fault in the settings file, one notice."""
    file = tmp_path / "settings.toml"
    file.write_text('welcome_seen = true\n[keys]\n"check.wy" = "F2"\n', encoding="utf-8")
    async with open_app(settings=SettingsFile(file)) as stage:
        assert len([told for told in stage.told if "check.wy" in told]) == 1
