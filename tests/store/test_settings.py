"""The settings file: what is sound counts, what is not is told, and nothing that a person wrote is lost."""

from __future__ import annotations

import os
import sys
import tomllib
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guide_tui.model.settings import LOOKS, NATIONS, Settings, unfit
from guide_tui.store.settings import FILE, REMARKS, Found, SettingsFile, read_settings, written


def read(tmp_path: Path, text: str | bytes) -> Found:
    """What is found in a file with this text."""
    (tmp_path / FILE).write_bytes(text.encode() if isinstance(text, str) else text)
    return read_settings(tmp_path / FILE)


def test_without_a_file_the_settings_are_as_shipped(tmp_path):
    """Nobody has to write one."""
    assert read_settings(tmp_path / "none" / FILE) == Found(Settings(), exists=False)


def test_every_key_is_read(tmp_path):
    """Each key gives its setting; capitals and spaces of a name do not matter, keys may go without quotes."""
    found = read(
        tmp_path,
        """
        look = "Contrast"
        nation = "Northern Ireland"
        centre = "  St Mary's College "
        roomy = true
        motion = true
        welcome_seen = true
        [keys]
        "check.why" = "w"
        reader.next = "right"
        """,
    )
    keys = {"check.why": "w", "reader.next": "right"}
    assert found == Found(Settings("contrast", "northern-ireland", "St Mary's College", True, True, True, keys))


@pytest.mark.parametrize(
    ("line", "what"),
    [
        ('look = "drak"', 'look is "drak", which is none of dark, light, contrast, projector'),
        ("look = 3", 'look has to be text in quotes, such as: look = "dark"'),
        ('nation = "uk"', 'nation is "uk", which is none of england,'),
        ("roomy = 1", "roomy has to be true or false"),
        ('centre = "a\\u001b]52;c"', "centre holds characters that cannot be shown"),
        ('centre = "a\\nb"', "centre holds characters that cannot be shown"),
        (f'centre = "{"x" * 121}"', "centre is longer than 120 characters"),
        ('keys = "w"', "keys has to be a heading"),
        ("[keys]\ncheck.why = 2", 'the key of "check.why" has to be text in quotes'),
        ('[keys]\n"check.why" = "\\u202e"', 'the key of "check.why" has to be text in quotes'),
    ],
)
def test_a_value_that_cannot_be_used_is_told_and_the_others_count(tmp_path, line, what):
    """The message names file, line, fault and what follows from it; the rest of the file holds."""
    found = read(tmp_path, f"motion = true\n{line}\n")
    (problem,) = found.problems
    row = 3 if line.startswith("[keys]") else 2
    assert problem.startswith(f"{tmp_path / FILE}, line {row}: {what}")
    assert "until it is mended, the line counts for nothing." in problem
    assert found.settings == Settings(motion=True)
    assert found.damaged


def test_the_nearest_name_is_offered(tmp_path):
    """A slip in a value or a key is answered with what was probably meant."""
    found = read(tmp_path, 'look = "drak"\nnaton = "wales"\n')
    assert [problem.rpartition(". ")[2] for problem in found.problems] == [
        'Did you mean "dark"?',
        'Did you mean "nation"?',
    ]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("look = dark\n", 1),
        ('motion = true\nlook = "dark', 2),
        ("roomy = true\nroomy = true\n", 2),
        ("x =" + "[" * 9000, 1),
    ],
)
def test_what_is_not_toml_is_told_with_its_line(tmp_path, text, line):
    """The whole file counts for nothing then, and the message says what to do."""
    found = read(tmp_path, text)
    assert found.settings == Settings()
    assert found.problems[0].startswith(f"{tmp_path / FILE}, line {line}: this cannot be read")
    assert 'look = "dark"' in found.problems[0]
    assert "settings.toml.broken" in found.problems[0]


@pytest.mark.parametrize("content", [b"\xff\xfe", b"a" * 100_001, b"#\x80"])
def test_what_is_no_text_is_told(tmp_path, content):
    """Any file under that name costs a notice only."""
    found = read(tmp_path, content)
    assert (found.settings, found.damaged) == (Settings(), True)
    assert "cannot be read" in found.problems[0]


def test_a_folder_or_a_pipe_in_its_place_is_told(tmp_path):
    """Nothing is waited for, nothing fails, and what stood there is kept."""
    path = tmp_path / FILE
    if hasattr(os, "mkfifo"):
        os.mkfifo(path)
    else:
        path.mkdir()
    file = SettingsFile(path)
    assert "no ordinary file" in file.problems[0]
    file.keep(Settings(look="light"))
    assert read_settings(path).settings == Settings(look="light")
    assert (tmp_path / "settings.toml.broken").exists()


def test_a_change_is_written_with_a_remark_above_every_key(tmp_path):
    """The file can be read by a person, and holds every setting; its folder is made."""
    path = tmp_path / "new" / "folder" / FILE
    file = SettingsFile(path)
    file.keep(Settings(look="projector", centre='The "Old" School \\ Ⅸ', keys={"check.why": "w"}))
    text = path.read_text(encoding="utf-8")
    for key, remark in REMARKS.items():
        assert f"# {remark}\n" + ("[keys]\n" if key == "keys" else f"{key} = ") in text
    assert SettingsFile(path).settings == file.settings
    assert file.notice == ""
    assert [each.name for each in path.parent.iterdir()] == [FILE]


def test_what_is_not_known_is_kept(tmp_path):
    """Settings of a later version, tables and dates included, survive being written by this one."""
    text = (
        'later = [1, 2.5, {a = "b"}]\nday = 2026-01-02T03:04:05Z\nodd = nan\n'
        '[window]\nsize = "80x24"\n[window.more]\nx = 1\n'
    )
    found = read(tmp_path, text)
    assert not found.damaged
    SettingsFile(tmp_path / FILE).keep(Settings(look="light"))
    kept = tomllib.loads((tmp_path / FILE).read_text(encoding="utf-8"))
    before = tomllib.loads(text)
    assert str({name: kept[name] for name in before}) == str(before)
    assert kept["look"] == "light"


@pytest.mark.parametrize("text", ["look = dark", 'look = "drak"\ncentre = "Ours"\n'])
def test_a_broken_file_is_kept_beside_the_new_one(tmp_path, text):
    """Nothing that a person wrote is lost, however often that happens."""
    for number in ("", "-2"):
        (tmp_path / FILE).write_text(text)
        file = SettingsFile(tmp_path / FILE)
        file.keep(replace(file.settings, motion=True))
        assert (tmp_path / f"settings.toml.broken{number}").read_text() == text
        assert read_settings(tmp_path / FILE) == Found(replace(file.settings, motion=True))


def test_what_is_read_alone_writes_nothing(tmp_path):
    """Opening the app, and keeping what holds already, leaves the file alone."""
    (tmp_path / FILE).write_text("look = dark")
    file = SettingsFile(tmp_path / FILE)
    file.keep(Settings())
    assert [each.name for each in tmp_path.iterdir()] == [FILE]
    assert (tmp_path / FILE).read_text() == "look = dark"


def test_what_an_editor_changed_meanwhile_stays(tmp_path):
    """Two windows, or a window and an editor, do not undo each other's settings."""
    file = SettingsFile(tmp_path / FILE)
    (tmp_path / FILE).write_text('nation = "wales"\nnew = 1\n')
    file.keep(Settings(look="light"))
    assert file.settings == Settings(look="light", nation="wales")
    assert read_settings(tmp_path / FILE).unknown == {"new": 1}


def test_a_place_that_cannot_be_written_costs_a_notice(tmp_path):
    """The settings hold while the program runs, all of them, and are told not to be kept."""
    (tmp_path / "taken").write_text("x")
    file = SettingsFile(tmp_path / "taken" / FILE)
    assert not file.problems
    file.keep(Settings(look="light"))
    file.keep(replace(file.settings, motion=True))
    assert file.settings == Settings(look="light", motion=True)
    assert file.notice.startswith("Your settings cannot be kept, because ")
    assert file.notice.endswith("They hold until you leave.")


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="root may write anywhere")
def test_a_read_only_folder_costs_a_notice(tmp_path):
    """Nor does a folder that may only be read stop anything."""
    tmp_path.chmod(0o500)
    file = SettingsFile(tmp_path / FILE)
    file.keep(Settings(look="light"))
    tmp_path.chmod(0o700)
    assert "cannot be written" in file.notice


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")
def test_a_link_stays_a_link(tmp_path):
    """Who keeps settings elsewhere and links to them goes on doing so."""
    (tmp_path / "real.toml").write_text('look = "light"\n')
    (tmp_path / FILE).symlink_to(tmp_path / "real.toml")
    file = SettingsFile(tmp_path / FILE)
    file.keep(replace(file.settings, motion=True))
    assert (tmp_path / FILE).is_symlink()
    assert read_settings(tmp_path / "real.toml").settings == Settings(look="light", motion=True)


def test_without_a_path_settings_hold_while_the_program_runs():
    """Nothing is written."""
    file = SettingsFile(None, Settings(welcome_seen=True))
    file.keep(replace(file.settings, look="light"))
    assert file.settings == Settings(look="light", welcome_seen=True)


texts = st.text(max_size=120).map(str.strip).filter(lambda text: not unfit(text))
values = st.recursive(
    st.booleans() | st.integers() | st.text() | st.floats(allow_nan=False) | st.dates() | st.times() | st.datetimes(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=8,
)


@given(
    settings=st.builds(
        Settings,
        look=st.sampled_from(LOOKS),
        nation=st.sampled_from(("", *NATIONS)),
        centre=texts,
        roomy=st.booleans(),
        motion=st.booleans(),
        welcome_seen=st.booleans(),
        keys=st.dictionaries(texts, texts, max_size=3),
    ),
    unknown=st.dictionaries(st.text().filter(lambda name: name not in REMARKS), values, max_size=4),
)
def test_what_is_written_is_read_back(tmp_path_factory, settings, unknown):
    """Every setting and every unknown key comes back as it was."""
    path = tmp_path_factory.mktemp("settings") / FILE
    path.write_text(written(settings, unknown), encoding="utf-8", newline="\n")
    found = read_settings(path)
    assert found.settings == settings
    assert found.unknown == unknown
    assert not found.damaged


def test_every_key_is_documented():
    """The page on the settings tells every key and everything that it can be."""
    page = (Path(__file__).parents[2] / "docs" / "settings.md").read_text(encoding="utf-8")
    for name in (*(key for key in REMARKS if key != "keys"), "[keys]", *(f'"{each}"' for each in (*LOOKS, *NATIONS))):
        assert name in page, name
