"""The file below the cases: versions and transactions."""

import sqlite3
from contextlib import closing
from datetime import UTC, datetime

import pytest

from guide_tui.store.database import Database, Schema

FIRST = Schema(
    application=1234,
    migrations=(("CREATE TABLE notes (text TEXT NOT NULL)",),),
    tables=("notes",),
)
SECOND = Schema(
    application=1234,
    migrations=(
        *FIRST.migrations,
        ("ALTER TABLE notes ADD COLUMN colour TEXT NOT NULL DEFAULT 'none'", "CREATE TABLE colours (name TEXT)"),
    ),
    tables=("notes", "colours"),
)
BROKEN = Schema(
    application=1234,
    migrations=(*FIRST.migrations, ("CREATE TABLE colours (name TEXT)", "ALTER TABLE missing ADD COLUMN name")),
    tables=("notes", "colours"),
)


def clock():
    return datetime(2026, 11, 22, 9, 30, 5, tzinfo=UTC)


def note(text):
    return lambda connection: connection.execute("INSERT INTO notes (text) VALUES (?)", (text,))


def rows(connection):
    return connection.execute("SELECT * FROM notes").fetchall()


def test_an_older_file_is_brought_up_to_date_with_what_it_holds(tmp_path):
    """Both steps from nothing and the one step from version 1 lead to the same tables."""
    old = Database(tmp_path / "old", FIRST, clock)
    old.write(note("kept"))
    old.close()
    for name, expected in (("old", [("kept", "none")]), ("new", [])):
        database = Database(tmp_path / name, SECOND, clock)
        assert database.read(rows) == expected
        assert database.read(lambda connection: connection.execute("PRAGMA user_version").fetchone()) == (2,)
        assert (database.kept, database.notice) == (True, "")
        database.close()


def test_an_older_program_leaves_a_newer_file_alone(tmp_path):
    """It works in memory and says so; the newer program finds its file as it was."""
    new = Database(tmp_path / "file", SECOND, clock)
    new.write(note("kept"))
    new.close()
    old = Database(tmp_path / "file", FIRST, clock)
    old.write(note("lost"))
    assert old.read(rows) == [("lost",)]
    assert "newer version" in old.notice
    old.close()
    again = Database(tmp_path / "file", SECOND, clock)
    assert again.read(rows) == [("kept", "none")]
    again.close()


def test_a_step_that_fails_half_way_changes_nothing(tmp_path):
    """What was in the file is in it still, wherever it stands now."""
    old = Database(tmp_path / "file", FIRST, clock)
    old.write(note("kept"))
    old.close()
    with pytest.raises(sqlite3.OperationalError):
        Database(tmp_path / "file", BROKEN, clock)
    (aside,) = tmp_path.glob("file.damaged-*05")
    with closing(sqlite3.connect(aside)) as connection:
        assert rows(connection) == [("kept",)]
        assert connection.execute("PRAGMA user_version").fetchone() == (1,)


def test_a_write_that_raises_is_undone(tmp_path):
    """All of it, and the next one works."""
    database = Database(tmp_path / "file", FIRST, clock)

    def fail(connection):
        note("half")(connection)
        raise KeyError("a fault of the caller")

    with pytest.raises(KeyError):
        database.write(fail)
    database.write(note("whole"))
    assert database.read(rows) == [("whole",)]
    assert database.kept
    database.close()


def test_a_folder_may_have_any_name(tmp_path):
    """Characters with a meaning in addresses are only characters."""
    folder = tmp_path / "50% of #1? ünï"
    for expected in ([], [("kept",)]):
        database = Database(folder / "file", FIRST, clock)
        assert database.read(rows) == expected
        database.write(note("kept"))
        database.close()


def test_every_write_is_flushed_to_the_disk(tmp_path):
    """The settings that a power cut would test: a write-ahead log (wal) with full synchronisation (2)."""
    database = Database(tmp_path / "file", FIRST, clock)
    assert database.read(lambda connection: connection.execute("PRAGMA journal_mode").fetchone()) == ("wal",)
    assert database.read(lambda connection: connection.execute("PRAGMA synchronous").fetchone()) == (2,)
    database.close()
