"""What people have told us, kept on this computer and nowhere else."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import Self

from guide_tui.errors import StoreError
from guide_tui.model.case import Case, Value, Visit
from guide_tui.store.database import STRICT, Database, Schema
from guide_tui.store.values import decode, encode

FILE = "cases.sqlite3"
"""The name of the file in the data folder."""

SCHEMA = Schema(
    application=0x47544331,  # "GTC1"
    tables=("cases", "responses", "visits", "last_case", "ticks"),
    migrations=(
        (
            # AUTOINCREMENT: the id of a removed case must not come back while another program still writes to it.
            f"""CREATE TABLE cases (
                id INTEGER PRIMARY KEY AUTOINCREMENT,
                name TEXT NOT NULL,
                updated TEXT NOT NULL
            ) {STRICT}""",
            f"""CREATE TABLE responses (
                case_id INTEGER NOT NULL REFERENCES cases ON DELETE CASCADE,
                question TEXT NOT NULL,
                kind TEXT NOT NULL,
                value TEXT NOT NULL,
                UNIQUE (case_id, question)
            ) {STRICT}""",
            f"""CREATE TABLE visits (
                turn INTEGER PRIMARY KEY AUTOINCREMENT,
                case_id INTEGER NOT NULL REFERENCES cases ON DELETE CASCADE,
                tree TEXT NOT NULL,
                UNIQUE (case_id, tree)
            ) {STRICT}""",
            f"""CREATE TABLE last_case (
                only INTEGER PRIMARY KEY CHECK (only = 1),
                case_id INTEGER NOT NULL REFERENCES cases ON DELETE CASCADE
            ) {STRICT}""",
        ),
        ("ALTER TABLE visits ADD COLUMN moment TEXT NOT NULL DEFAULT ''",),
        (
            f"""CREATE TABLE ticks (
                case_id INTEGER NOT NULL REFERENCES cases ON DELETE CASCADE,
                tree TEXT NOT NULL,
                outcome TEXT NOT NULL,
                action TEXT NOT NULL,
                UNIQUE (case_id, tree, outcome, action)
            ) {STRICT}""",
        ),
    ),
)
"""What the file holds."""


class CaseStore:
    """The cases of one person. Every change is on the disk when the method returns.

    Two programs may use one folder at once: each keeps its own current case, and the answers of both are kept.
    No method fails because of the disk or the file: ``notice`` tells what became of the answers instead.
    """

    def __init__(self, database: Database, clock: Callable[[], datetime]) -> None:
        """Keep cases in ``database``, which holds the tables of this module; ``open`` makes one."""
        self._database = database
        self._clock = clock
        self._current: int | None = None
        self._unreadable = ""

    @classmethod
    def open(cls, folder: Path, clock: Callable[[], datetime]) -> Self:
        """The cases kept in ``folder``, which is made where there is none.

        Args:
            folder: Belongs to this program; made for its owner's eyes only.
            clock: Gives the present moment, with its time zone.
        """
        return cls(Database(folder / FILE, SCHEMA, clock), clock)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the file. Nothing is lost by not calling it."""
        self._database.close()

    @property
    def notice(self) -> str:
        """What the person has to know about where their answers go, in whole sentences; empty while all is well.

        It can appear at any time, such as when the disk fills up.
        """
        return " ".join(part for part in (self._database.notice, self._unreadable) if part)

    @property
    def path(self) -> Path:
        """The file that holds the answers, where they are kept."""
        return self._database.path

    @property
    def kept(self) -> bool:
        """Whether answers outlive this program."""
        return self._database.kept

    def current(self) -> Case:
        """The case worked on: the one chosen in this program, else the last one chosen in any, else a new one."""

        def find_or_create(connection: sqlite3.Connection) -> Case:
            case_id = self._current_id(connection)
            self._current = self._create(connection, "") if case_id is None else case_id
            return self._case(connection, self._current)

        return self._database.write(find_or_create)

    def cases(self) -> tuple[Case, ...]:
        """Every case, the one last answered first."""

        def every(connection: sqlite3.Connection) -> tuple[Case, ...]:
            rows = connection.execute("SELECT id FROM cases ORDER BY updated DESC, id DESC").fetchall()
            return tuple(self._case(connection, case_id) for (case_id,) in rows)

        return self._database.read(every)

    def others(self, case_id: int, most: int) -> tuple[Case, ...]:
        """The cases beside this one that hold answers, the one last answered first, at most so many."""

        def answered(connection: sqlite3.Connection) -> tuple[Case, ...]:
            rows = connection.execute(
                "SELECT id FROM cases WHERE id != ? AND EXISTS (SELECT 1 FROM responses WHERE case_id = id)"
                " ORDER BY updated DESC, id DESC LIMIT ?",
                (case_id, most),
            ).fetchall()
            return tuple(self._case(connection, other) for (other,) in rows)

        return self._database.read(answered)

    def new_case(self, name: str = "") -> Case:
        """Start an empty case and make it the current one; the others stay."""

        def create(connection: sqlite3.Connection) -> Case:
            return self._case(connection, self._create(connection, name))

        case = self._database.write(create)
        self._current = case.id
        return case

    def switch(self, case_id: int) -> Case:
        """Make an existing case the current one.

        Raises:
            StoreError: There is no such case.
        """

        def choose(connection: sqlite3.Connection) -> Case:
            _require(connection, case_id)
            _remember(connection, case_id)
            return self._case(connection, case_id)

        case = self._database.write(choose)
        self._current = case_id
        return case

    def save(self, case_id: int, question: str, value: Value) -> None:
        """Keep a response; it replaces an earlier one to the same question.

        Raises:
            StoreError: There is no such case, for instance because another program removed it.
        """
        kind, text = encode(value)

        def put(connection: sqlite3.Connection) -> None:
            self._require_or_restore(connection, case_id)
            connection.execute(
                "INSERT INTO responses (case_id, question, kind, value) VALUES (?, ?, ?, ?)"
                " ON CONFLICT (case_id, question) DO UPDATE SET kind = excluded.kind, value = excluded.value",
                (case_id, _plain(question), kind, text),
            )
            connection.execute("UPDATE cases SET updated = ? WHERE id = ?", (self._now(), case_id))

        self._database.write(put)

    def forget(self, case_id: int, question: str) -> None:
        """Take a response out of a case; does nothing where there is none."""

        def delete(connection: sqlite3.Connection) -> None:
            if _exists(connection, case_id):
                connection.execute(
                    "DELETE FROM responses WHERE case_id = ? AND question = ?", (case_id, _plain(question))
                )

        self._database.write(delete)

    def set_tree(self, case_id: int, tree: str) -> None:
        """Note which tree the case is worked on in.

        Raises:
            StoreError: There is no such case.
        """

        def visit(connection: sqlite3.Connection) -> None:
            self._require_or_restore(connection, case_id)
            connection.execute(
                "INSERT OR REPLACE INTO visits (case_id, tree, moment) VALUES (?, ?, ?)",
                (case_id, _plain(tree), self._now()),
            )

        self._database.write(visit)

    def visited(self, case_id: int) -> tuple[str, ...]:
        """The ids of the trees that the case was worked on in, the last one first; none for an unknown case."""
        return tuple(visit.tree for visit in self.visits(case_id))

    def visits(self, case_id: int) -> tuple[Visit, ...]:
        """The trees that the case was worked on in and when, the last one first; none for an unknown case."""
        return self._database.read(lambda disk: _visits(disk, case_id) if _exists(disk, case_id) else ())

    def tick(self, case_id: int, tree: str, outcome: str, action: str, *, done: bool) -> None:
        """Note that an action of an outcome is done, or (``done`` False) that it is not after all.

        Raises:
            StoreError: There is no such case.
        """
        row = (case_id, _plain(tree), _plain(outcome), _plain(action))

        def note(connection: sqlite3.Connection) -> None:
            self._require_or_restore(connection, case_id)
            if done:
                connection.execute(
                    "INSERT OR IGNORE INTO ticks (case_id, tree, outcome, action) VALUES (?, ?, ?, ?)", row
                )
            else:
                connection.execute(
                    "DELETE FROM ticks WHERE case_id = ? AND tree = ? AND outcome = ? AND action = ?", row
                )

        self._database.write(note)

    def ticked(self, case_id: int, tree: str, outcome: str) -> frozenset[str]:
        """The actions of an outcome that were noted as done; none for an unknown case."""

        def done(connection: sqlite3.Connection) -> frozenset[str]:
            if not _exists(connection, case_id):
                return frozenset()
            rows = connection.execute(
                "SELECT action FROM ticks WHERE case_id = ? AND tree = ? AND outcome = ?",
                (case_id, _plain(tree), _plain(outcome)),
            )
            return frozenset(action for (action,) in rows)

        return self._database.read(done)

    def remove_case(self, case_id: int) -> None:
        """Delete a case with all its responses, for good; does nothing where there is none."""

        def delete(connection: sqlite3.Connection) -> None:
            if _exists(connection, case_id):
                connection.execute("DELETE FROM cases WHERE id = ?", (case_id,))

        self._database.write(delete)
        if self._current == case_id:
            self._current = None

    def _now(self) -> str:
        return self._clock().astimezone(UTC).isoformat()

    def _current_id(self, connection: sqlite3.Connection) -> int | None:
        """The id that ``current`` describes, or None where there is no case at all."""
        if self._current is not None and _exists(connection, self._current):
            return self._current
        row = connection.execute(
            "SELECT id FROM cases LEFT JOIN last_case ON case_id = id"
            " ORDER BY case_id IS NULL, updated DESC, id DESC LIMIT 1"
        ).fetchone()
        return None if row is None else int(row[0])

    def _create(self, connection: sqlite3.Connection, name: str) -> int:
        row = (_plain(name), self._now())
        case_id = connection.execute("INSERT INTO cases (name, updated) VALUES (?, ?)", row).lastrowid
        assert case_id is not None
        _remember(connection, case_id)
        return case_id

    def _require_or_restore(self, connection: sqlite3.Connection, case_id: int) -> None:
        if not self.kept and case_id == self._current and not _exists(connection, case_id):
            # The file failed in our hands and took the case with it. The person goes on working in it.
            connection.execute("INSERT INTO cases (id, name, updated) VALUES (?, '', ?)", (case_id, self._now()))
        _require(connection, case_id)

    def _case(self, connection: sqlite3.Connection, case_id: int) -> Case:
        name, updated = connection.execute("SELECT name, updated FROM cases WHERE id = ?", (case_id,)).fetchone()
        visits = _visits(connection, case_id)
        return Case(
            id=case_id,
            name=name,
            responses=self._responses(connection, case_id),
            tree=visits[0].tree if visits else "",
            updated=_moment(updated),
        )

    def _responses(self, connection: sqlite3.Connection, case_id: int) -> dict[str, Value]:
        """By question id, in the order first answered."""
        responses = {}
        for question, kind, text in connection.execute(
            "SELECT question, kind, value FROM responses WHERE case_id = ? ORDER BY rowid", (case_id,)
        ):
            try:
                responses[question] = decode(kind, text)
            except ValueError:
                self._unreadable = "Some of your earlier answers could not be read; you will be asked again."
        return responses


def _visits(connection: sqlite3.Connection, case_id: int) -> tuple[Visit, ...]:
    rows = connection.execute("SELECT tree, moment FROM visits WHERE case_id = ? ORDER BY turn DESC", (case_id,))
    return tuple(Visit(tree, _moment(moment) if moment else None) for tree, moment in rows)


def _exists(connection: sqlite3.Connection, case_id: int) -> bool:
    # SQLite refuses to look for larger numbers; a person may type any.
    return (
        abs(case_id) < 2**63
        and connection.execute("SELECT 1 FROM cases WHERE id = ?", (case_id,)).fetchone() is not None
    )


def _require(connection: sqlite3.Connection, case_id: int) -> None:
    if not _exists(connection, case_id):
        raise StoreError(
            f"Case {case_id} is not among your cases, so nothing was changed. It may have been removed in another "
            "window. Choose another case, or start a new one."
        )


def _remember(connection: sqlite3.Connection, case_id: int) -> None:
    connection.execute("INSERT OR REPLACE INTO last_case (only, case_id) VALUES (1, ?)", (case_id,))


def _plain(text: str) -> str:
    """The text with what SQLite cannot hold (halves of characters, from a misread command line) replaced by "?"."""
    return text.encode("utf-8", "replace").decode("utf-8")


def _moment(text: str) -> datetime:
    """When a response was given; long ago where a damaged file no longer tells."""
    try:
        return datetime.fromisoformat(text).astimezone(UTC)
    except (ValueError, OverflowError):
        return datetime.min.replace(tzinfo=UTC)
