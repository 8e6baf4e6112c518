"""Cases: what is kept, in which order, for whom."""

import os
import sqlite3
from contextlib import closing
from datetime import UTC, date, datetime, timedelta
from itertools import count
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from guide_tui.errors import StoreError
from guide_tui.model.case import Case, Visit
from guide_tui.store.cases import FILE, SCHEMA, CaseStore

START = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)


class Clock:
    """Moves on by a minute whenever it is read."""

    def __init__(self) -> None:
        self._minutes = count()

    def __call__(self) -> datetime:
        return START + timedelta(minutes=next(self._minutes))


def opened(folder: Path) -> CaseStore:
    return CaseStore.open(folder, Clock())


def test_the_first_case_is_there_without_asking(tmp_path):
    """A person can answer at once: an empty case without a name is waiting."""
    with opened(tmp_path) as store:
        assert store.current() == Case(id=1, name="", responses={}, tree="", updated=START)
        assert store.kept
        assert store.notice == ""


def test_answers_are_there_at_the_next_start(tmp_path):
    """Every kind of response, the tree and the time of the last response outlive the program."""
    with opened(tmp_path) as store:
        case = store.current().id
        store.save(case, "partners", "centres")
        store.save(case, "tasks", ("teaches", "marks"))
        store.save(case, "delivery-start", date(2027, 9, 1))
        store.save(case, "centres", 3)
        store.set_tree(case, "arrangement-type")
    with opened(tmp_path) as store:
        again = store.current()
    assert again.responses == {
        "partners": "centres",
        "tasks": ("teaches", "marks"),
        "delivery-start": date(2027, 9, 1),
        "centres": 3,
    }
    assert again.tree == "arrangement-type"
    assert again.updated == START + timedelta(minutes=4)


def test_an_answer_is_on_the_disk_before_the_store_is_closed(tmp_path):
    """Another reader sees it as soon as ``save`` has returned."""
    with opened(tmp_path) as writer, opened(tmp_path) as reader:
        case = writer.current().id
        writer.save(case, "partners", "centres")
        assert reader.current().responses == {"partners": "centres"}


def test_a_new_answer_replaces_the_old_one_of_another_kind(tmp_path):
    """One response per question, in the order in which the questions were first answered."""
    with opened(tmp_path) as store:
        case = store.current().id
        store.save(case, "delivery-start", "not-sure")
        store.save(case, "centres", 2)
        store.save(case, "delivery-start", date(2027, 9, 1))
        assert list(store.current().responses.items()) == [("delivery-start", date(2027, 9, 1)), ("centres", 2)]


def test_a_forgotten_answer_is_gone_and_the_others_stay(tmp_path):
    """Forgetting what was never said does nothing."""
    with opened(tmp_path) as store:
        case = store.current().id
        store.save(case, "partners", "centres")
        store.save(case, "centres", 2)
        store.forget(case, "partners")
        store.forget(case, "partners")
        store.forget(99, "centres")
        store.forget(10**30, "centres")
        assert store.current().responses == {"centres": 2}


def test_a_new_case_starts_empty_and_the_old_one_stays(tmp_path):
    """The new case is current, here and at the next start; both are listed, the one last answered first."""
    with opened(tmp_path) as store:
        old = store.current().id
        new = store.new_case("Ärzte & Söhne 學院").id
        assert store.current().name == "Ärzte & Söhne 學院"
        assert [case.id for case in store.cases()] == [new, old]
        store.save(old, "centres", 2)
        assert [case.id for case in store.cases()] == [old, new]
    with opened(tmp_path) as store:
        assert store.current().id == new


def test_switching_is_remembered(tmp_path):
    """A person comes back to the case that they left."""
    with opened(tmp_path) as store:
        old = store.current().id
        store.new_case()
        assert store.switch(old).id == old
        assert store.current().id == old
    with opened(tmp_path) as store:
        assert store.current().id == old


def test_another_window_does_not_change_the_case_in_this_one(tmp_path):
    """What is chosen elsewhere matters at the next start only."""
    with opened(tmp_path) as here, opened(tmp_path) as there:
        mine = here.current().id
        there.new_case("theirs")
        assert here.current().id == mine


@pytest.mark.parametrize("number", [7, 0, -1, 10**30])
@pytest.mark.parametrize(
    ("act", "rest"), [("switch", ()), ("save", ("centres", 2)), ("set_tree", ("policies",))], ids=lambda part: str(part)
)
def test_a_case_that_does_not_exist_is_refused(tmp_path, act, rest, number):
    """Nothing is written, and the message says what to do."""
    with opened(tmp_path) as store:
        first = store.current()
        with pytest.raises(StoreError, match=rf"Case {number} is not among your cases.*Choose another"):
            getattr(store, act)(number, *rest)
        assert store.cases() == (first,)


def test_trees_visited_are_listed_newest_first_and_once_each(tmp_path):
    """The last one is the case's tree."""
    with opened(tmp_path) as store:
        case = store.current().id
        for tree in ("policies", "retention", "policies"):
            store.set_tree(case, tree)
        assert store.visited(case) == ("policies", "retention")
        assert store.current().tree == "policies"
        assert store.visited(99) == ()
        assert store.visited(10**30) == ()


def test_removing_the_current_case_leads_to_the_one_last_answered(tmp_path):
    """Its answers go with it; when the last case is removed, an empty one takes its place."""
    with opened(tmp_path) as store:
        first, second = store.current().id, store.new_case().id
        store.save(second, "centres", 2)
        store.remove_case(second)
        store.remove_case(second)
        store.remove_case(10**30)
        assert store.current().id == first
        store.remove_case(first)
        assert store.current().responses == {}
        assert store.current().id not in {first, second}


def test_a_case_removed_in_another_window_is_not_written_to(tmp_path):
    """Its number is never given to a new case, so an answer cannot end up in the wrong one."""
    with opened(tmp_path) as here, opened(tmp_path) as there:
        mine = here.current().id
        there.remove_case(mine)
        there.new_case("theirs")
        with pytest.raises(StoreError, match="removed in another window"):
            here.save(mine, "centres", 2)
        assert here.current().name == "theirs"


def test_names_that_are_not_text_do_not_fail(tmp_path):
    """A misread command line hands over half characters."""
    with opened(tmp_path) as store:
        case = store.new_case("caf\udce9")
        store.save(case.id, "name\udce9", "caf\udce9")
        store.set_tree(case.id, "tree\udce9")
        store.forget(case.id, "other\udce9")
        assert store.current().name == "caf?"
        assert store.current().responses == {"name?": "caf\udce9"}


QUESTIONS = st.text(st.characters(codec="utf-8"))
CHANGES = st.lists(
    st.tuples(QUESTIONS, st.one_of(st.none(), st.text(), st.lists(st.text()).map(tuple), st.dates(), st.integers())),
    max_size=12,
)


@given(CHANGES)
@settings(max_examples=40, deadline=None)
def test_a_case_holds_what_a_dictionary_would(tmp_path_factory, changes):
    """Whatever is saved and forgotten, in any order and in any script, the next start shows the same."""
    folder = tmp_path_factory.mktemp("cases")
    expected = {}
    with opened(folder) as store:
        case = store.current().id
        for question, value in changes:
            if value is None:
                store.forget(case, question)
                expected.pop(question, None)
            else:
                store.save(case, question, value)
                expected[question] = value
    with opened(folder) as store:
        assert store.current().responses == expected


@pytest.mark.skipif(os.name != "posix", reason="Windows has no such rights; its user folders are private already")
def test_only_the_owner_may_look(tmp_path):
    """The folder, the file and the log beside it are closed to others from the start."""
    folder = tmp_path / "new" / "data"
    with opened(folder) as store:
        store.current()
        assert folder.stat().st_mode & 0o777 == 0o700
        assert {path.name: path.stat().st_mode & 0o777 for path in folder.iterdir()} == {
            FILE: 0o600,
            f"{FILE}-wal": 0o600,
            f"{FILE}-shm": 0o600,
        }


def test_a_visit_tells_when(tmp_path):
    """Each tree worked on says when it was opened last; one noted by an older program does not know."""
    with closing(sqlite3.connect(tmp_path / FILE)) as older:
        for statement in SCHEMA.migrations[0]:
            older.execute(statement)
        older.execute("INSERT INTO cases (id, name, updated) VALUES (1, '', ?)", (START.isoformat(),))
        older.execute("INSERT INTO visits (case_id, tree) VALUES (1, 'policies')")
        older.execute(f"PRAGMA application_id = {SCHEMA.application}")
        older.execute("PRAGMA user_version = 1")
        older.commit()
    with opened(tmp_path) as store:
        store.set_tree(1, "retention")
        assert store.notice == ""
        assert store.visits(1) == (Visit("retention", START), Visit("policies", None))
        assert store.visits(99) == ()


def test_other_cases_are_those_with_answers(tmp_path):
    """The latest answered stands first; the case asked about and those without an answer are left out."""
    with opened(tmp_path) as store:
        cases = [store.new_case().id for _ in range(5)]
        for case in (cases[3], cases[0], cases[1]):
            store.save(case, "partners", "centres")
        assert [case.id for case in store.others(cases[1], 9)] == [cases[0], cases[3]]
        assert [case.id for case in store.others(cases[4], 2)] == [cases[1], cases[0]]


def test_ticks_are_there_at_the_next_start(tmp_path):
    """What is done stays done, per case, tree, outcome and action, until it is taken back; twice is once."""
    with opened(tmp_path) as store:
        case = store.current().id
        for action in ("a", "a", "b"):
            store.tick(case, "apply", "late", action, done=True)
        store.tick(case, "apply", "in-time", "c", done=True)
        store.tick(case, "apply", "late", "b", done=False)
        store.tick(case, "apply", "late", "never", done=False)
    with opened(tmp_path) as store:
        assert store.ticked(case, "apply", "late") == {"a"}
        assert store.ticked(case, "apply", "in-time") == {"c"}
        assert store.ticked(case, "other", "late") == frozenset()
        assert store.ticked(store.new_case().id, "apply", "late") == frozenset()
        store.remove_case(case)
        assert store.ticked(case, "apply", "late") == frozenset()
        with pytest.raises(StoreError):
            store.tick(case, "apply", "late", "a", done=True)
