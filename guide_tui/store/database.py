"""A small SQLite file that never costs a person their work.

What is written is on the disk when ``write`` returns. Where that cannot be had, because the folder is closed, the
disk is full or the file is damaged, the work goes on in memory and ``notice`` says so in plain words.
"""

from __future__ import annotations

import errno
import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TypeVar

T = TypeVar("T")
Work = Callable[[sqlite3.Connection], T]

STRICT = "STRICT" if sqlite3.sqlite_version_info >= (3, 37) else ""
"""Ends a table whose columns hold only what they declare; older SQLite, as on some servers, lacks the word."""

_COMPANIONS = ("", "-wal", "-shm", "-journal")
"""Endings of the files that make up one database. The log holds answers too, so it moves with its file."""

_DAMAGE = {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_ERROR, sqlite3.SQLITE_SCHEMA}
"""Result codes that, while a file is opened, mean that it does not hold what we wrote."""

_FAILURES = (sqlite3.Error, UnicodeDecodeError)
"""What reading or writing a file may raise. Python cannot decode SQLite's own message when it quotes a damaged byte."""

_REASONS = {
    sqlite3.SQLITE_FULL: "the disk is full",
    sqlite3.SQLITE_READONLY: "it may be read but not changed",
    sqlite3.SQLITE_BUSY: "another program keeps it locked",
    sqlite3.SQLITE_LOCKED: "another program keeps it locked",
    sqlite3.SQLITE_CANTOPEN: "it cannot be opened",
    sqlite3.SQLITE_IOERR: "the disk does not answer as it should",
    sqlite3.SQLITE_CORRUPT: "it is damaged",
    sqlite3.SQLITE_NOTADB: "it is damaged",
}


@dataclass(frozen=True, slots=True)
class Schema:
    """What one kind of database holds, and how it came to hold it."""

    application: int
    """Stamped into the file (``PRAGMA application_id``), so that a stranger's database is not taken for ours."""

    migrations: tuple[tuple[str, ...], ...]
    """Statements that lead from each version to the next; the first creates version 1 from nothing. Never edited
    once released: a change is a new entry."""

    tables: tuple[str, ...]
    """Every table of the newest version; a table stands after those that it refers to."""

    @property
    def version(self) -> int:
        """The newest version, kept in the file as ``PRAGMA user_version``."""
        return len(self.migrations)


class Database:
    """An open database on the disk, or in memory where the disk will not have it. Used from one thread."""

    def __init__(self, path: Path, schema: Schema, clock: Callable[[], datetime], *, wait: float = 5.0) -> None:
        """Open the file, creating it and its folder readable by the owner alone. Never raises for a bad file or disk.

        Args:
            path: The file. A damaged one is moved aside, to ``NAME.damaged-YYYYMMDD-HHMMSS``.
            schema: What it should hold; an older file is brought up to it, a newer one is left alone.
            clock: Gives the moment that a damaged file is named after.
            wait: Seconds to wait while another program writes, which takes it milliseconds.
        """
        self._path = path
        self._schema = schema
        self._clock = clock
        self._wait = wait
        self.notice = ""
        """What the person has to know about where their answers go; empty while all is well."""
        self.kept = True
        """Whether what is written outlives this program."""
        self._connection = self._open()

    @property
    def path(self) -> Path:
        """Where the file is, or would be where it cannot be used."""
        return self._path

    def read(self, work: Work[T]) -> T:
        """Return what ``work`` reads. It may run twice: again in memory if the file fails under it."""
        return self._run(work)

    def write(self, work: Work[T]) -> T:
        """Return what ``work`` returns, once all that it wrote is kept; an exception from it undoes all of it.

        ``work`` may run twice: again in memory if the file fails under it.
        """

        def transaction(connection: sqlite3.Connection) -> T:
            with _writing(connection):
                return work(connection)

        return self._run(transaction)

    def close(self) -> None:
        """Let go of the file. Nothing is lost by not calling it."""
        with suppress(*_FAILURES):
            self._connection.close()

    def _run(self, work: Work[T]) -> T:
        try:
            return work(self._connection)
        except _FAILURES as error:
            if not self.kept:
                raise
            self._leave_the_disk(_reason(error))
            return work(self._connection)

    def _open(self) -> sqlite3.Connection:
        try:
            return self._open_or_replace()
        except _NewerError:
            self._warn("it was written by a newer version of this program. It has been left as it is")
            return _in_memory(self._schema)
        except (OSError, *_FAILURES) as error:
            self._warn(_reason(error))
            memory = _in_memory(self._schema)
            if not self._path.is_file():
                return memory
            # A folder closed to us cannot hold the lock files that reading needs, so the second try does without.
            for how in ("mode=ro", "mode=ro&immutable=1"):
                with suppress(OSError, *_FAILURES), closing(_connect_to_read(self._path, how)) as disk:
                    _copy_what_can_be_read(disk, memory, self._schema)
            return memory

    def _open_or_replace(self) -> sqlite3.Connection:
        _create_for_owner_only(self._path)
        try:
            return _open_checked(self._path, self._schema, self._wait)
        except _FAILURES as error:
            if _code(error) not in _DAMAGE:
                raise
        aside = _move_aside(self._path, self._clock())
        self.notice = (
            f"Your earlier answers could not be read, because the file that holds them is damaged. It has been kept "
            f"as {aside}, and a new file has been started."
        )
        _create_for_owner_only(self._path)
        return _open_checked(self._path, self._schema, self._wait)

    def _leave_the_disk(self, reason: str) -> None:
        """Go on in memory with everything that can still be read."""
        self._warn(reason)
        memory = _in_memory(self._schema)
        _copy_what_can_be_read(self._connection, memory, self._schema)
        self.close()
        self._connection = memory

    def _warn(self, reason: str) -> None:
        self.kept = False
        self.notice = (
            f"Your answers will not be kept when you close this program. They belong in {self._path}, but {reason}."
        )


class _NewerError(Exception):
    """The file was written by a version of this program that is newer than this one."""


def _connect(path: Path, wait: float) -> sqlite3.Connection:
    """A connection for reading and writing, which leaves transactions to us and waits for other programs."""
    return _prepared(sqlite3.connect(path, timeout=wait, isolation_level=None))


def _connect_to_read(path: Path, how: str) -> sqlite3.Connection:
    # as_uri quotes what a folder's name may hold: "?", "#", "%"
    return _prepared(sqlite3.connect(f"{path.absolute().as_uri()}?{how}", uri=True, isolation_level=None))


def _in_memory(schema: Schema) -> sqlite3.Connection:
    connection = _prepared(sqlite3.connect(":memory:", isolation_level=None))
    _migrate(connection, schema)
    return connection


def _prepared(connection: sqlite3.Connection) -> sqlite3.Connection:
    # A damaged byte must cost one character, not the whole answer.
    connection.text_factory = lambda stored: stored.decode("utf-8", "replace")
    connection.execute("PRAGMA foreign_keys = ON")
    return connection


def _open_checked(path: Path, schema: Schema, wait: float) -> sqlite3.Connection:
    """A connection to a sound file of the newest version that can be written to.

    Raises:
        _NewerError: The file is newer than the schema; it is untouched.
        sqlite3.Error: With a code of ``_DAMAGE`` where the file is not what we wrote.
        OSError: The file cannot be reached.
    """
    connection = _connect(path, wait)
    try:
        # SQLite takes a file shorter than its smallest page for an empty one and would write over it.
        if 0 < path.stat().st_size < 512:
            raise _damage()
        _refuse_strangers(connection, schema)
        # With a write-ahead log, a reader never blocks a writer. FULL, not NORMAL: NORMAL may lose the last answers
        # in a power cut, and FULL costs one flush per answer, which is less than a key press takes.
        # A busy file is being switched by another program just now, so that there is nothing left to do.
        with suppress(sqlite3.OperationalError):
            connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = FULL")
        _migrate(connection, schema)
        for table in schema.tables:
            connection.execute(f"SELECT 1 FROM {table} LIMIT 1")
    except BaseException:
        connection.close()
        raise
    return connection


def _refuse_strangers(connection: sqlite3.Connection, schema: Schema) -> None:
    """Raise unless the file is empty or a sound one of ours, no newer than the schema."""
    # One transaction: another program may be creating the file, and stamps and tables must be seen together.
    connection.execute("BEGIN")
    version = _number(connection, "PRAGMA user_version")
    application = _number(connection, "PRAGMA application_id")
    tables = _number(connection, "SELECT count(*) FROM sqlite_master")
    verdict = connection.execute("PRAGMA quick_check(1)").fetchone()[0]
    connection.execute("COMMIT")
    if application == schema.application and not 0 < version <= schema.version:
        raise _NewerError
    if (application != schema.application and (application, version, tables) != (0, 0, 0)) or verdict != "ok":
        raise _damage()


def _damage() -> sqlite3.DatabaseError:
    """An error like those that SQLite raises when it meets damage itself."""
    error = sqlite3.DatabaseError("not a sound database of this program")
    error.sqlite_errorcode = sqlite3.SQLITE_CORRUPT
    return error


def _migrate(connection: sqlite3.Connection, schema: Schema) -> None:
    """Bring the database up to the newest version, all or nothing. Also proves that it can be written to."""
    with _writing(connection):
        # Read inside the transaction: another program may have migrated it while this one waited.
        version = _number(connection, "PRAGMA user_version")
        for statements in schema.migrations[version:]:
            for statement in statements:
                connection.execute(statement)
        if version != schema.version:
            connection.execute(f"PRAGMA application_id = {schema.application}")
            connection.execute(f"PRAGMA user_version = {schema.version}")


@contextmanager
def _writing(connection: sqlite3.Connection) -> Iterator[None]:
    # IMMEDIATE takes the lock at once; a transaction that starts by reading can fail half-way for want of it.
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
        connection.execute("COMMIT")
    except BaseException:
        with suppress(*_FAILURES):
            connection.execute("ROLLBACK")
        raise


def _copy_what_can_be_read(disk: sqlite3.Connection, memory: sqlite3.Connection, schema: Schema) -> None:
    for table in schema.tables:
        with suppress(*_FAILURES):
            for row in disk.execute(f"SELECT * FROM {table}"):
                slots = ", ".join("?" * len(row))
                # A row that damage has made impossible is left out; the others matter more.
                with suppress(*_FAILURES):
                    memory.execute(f"INSERT OR IGNORE INTO {table} VALUES ({slots})", row)


def _create_for_owner_only(path: Path) -> None:
    """Make the folder and an empty file, with the owner's rights alone from the first moment. Leaves old ones alone."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    os.close(os.open(path, os.O_RDWR | os.O_CREAT, 0o600))
    if not path.is_file():
        # SQLite would wait for ever for a pipe.
        raise OSError(errno.EINVAL, "that is no ordinary file")


def _move_aside(path: Path, moment: datetime) -> Path:
    """Rename the file and its companions, and return the new path, which nothing had before."""
    stem = f"{path.name}.damaged-{moment:%Y%m%d-%H%M%S}"
    aside, count = path.with_name(stem), 1
    while aside.exists():
        count += 1
        aside = path.with_name(f"{stem}-{count}")
    for ending in _COMPANIONS:
        with suppress(FileNotFoundError):
            path.with_name(path.name + ending).rename(aside.with_name(aside.name + ending))
    return aside


def _number(connection: sqlite3.Connection, query: str) -> int:
    return int(connection.execute(query).fetchone()[0])


def _code(error: Exception) -> int:
    """The primary result code; the upper bits only refine it."""
    return getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR) & 0xFF


def _reason(error: Exception) -> str:
    """Why the file failed, to be read after "but"."""
    if isinstance(error, FileExistsError | NotADirectoryError):
        return "a file stands where a folder should be"
    if isinstance(error, OSError):
        return f"that place cannot be written to ({error.strerror or error})"
    return _REASONS.get(_code(error), f"it cannot be used ({error})")
