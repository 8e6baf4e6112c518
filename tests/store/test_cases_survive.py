"""What becomes of answers when the disk, the file or the program fails."""

import os
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from pathlib import Path
from textwrap import dedent

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from guide_tui.store.cases import FILE, SCHEMA, CaseStore
from guide_tui.store.database import Database

ON_POSIX = pytest.mark.skipif(os.name != "posix", reason="needs rights and limits as POSIX has them")


def clock() -> datetime:
    return datetime(2026, 11, 22, 9, 30, 5, tzinfo=UTC)


def opened(folder: Path) -> CaseStore:
    return CaseStore.open(folder, clock)


def with_answers(folder: Path, number: int = 1) -> Path:
    """A closed store with ``number`` answers in its only case; returns its file."""
    with opened(folder) as store:
        case = store.current().id
        for index in range(number):
            store.save(case, f"question-{index}", "x" * 50)
    return folder / FILE


def assert_works(store: CaseStore) -> None:
    """Everything a person does goes on as if nothing had happened."""
    case = store.current().id
    store.save(case, "centres", 2)
    store.set_tree(case, "policies")
    assert store.current().responses["centres"] == 2
    assert store.visited(case) == ("policies",)
    assert store.new_case("another").id != case
    assert len(store.cases()) >= 2


@contextmanager
def without_rights(folder: Path, mode: int) -> Iterator[None]:
    """Nobody in particular for a while, with ``mode`` on the folder: the rights do not bind an administrator."""
    root = os.geteuid() == 0
    folder.chmod(mode)
    if root:
        os.seteuid(65534)
    try:
        yield
    finally:
        if root:
            os.seteuid(0)
        folder.chmod(0o777)


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """A folder that any user can reach."""
    with tempfile.TemporaryDirectory() as name:
        Path(name).chmod(0o777)
        yield Path(name)


def run(program: str, *arguments: object) -> subprocess.Popen[str]:
    """The program in a process of its own, with its output to be read line by line."""
    return subprocess.Popen(
        [sys.executable, "-c", dedent(program), *map(str, arguments)], stdout=subprocess.PIPE, text=True
    )


# --- files that cannot be used -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "content",
    [
        b"Dear diary, this is no database at all." * 50,
        b"\0" * 5000,
        b"SQLite format 3\0" + b"\xff" * 4000,
        b"x",
    ],
    ids=["text", "zeros", "header only", "one byte"],
)
def test_a_file_that_is_no_database_is_kept_aside(tmp_path, content):
    """Nothing is deleted, a new file is started, and the person is told where the old one is."""
    file = tmp_path / FILE
    file.write_bytes(content)
    with opened(tmp_path) as store:
        aside = tmp_path / f"{FILE}.damaged-20261122-093005"
        assert store.notice == (
            "Your earlier answers could not be read, because the file that holds them is damaged. It has been kept "
            f"as {aside}, and a new file has been started."
        )
        assert store.kept
        assert_works(store)
    assert aside.read_bytes() == content
    with opened(tmp_path) as store:
        assert store.notice == ""
        assert len(store.cases()) == 2


def test_a_second_damaged_file_does_not_replace_the_first(tmp_path):
    """Even within one second."""
    for content in (b"first" * 500, b"second" * 500):
        (tmp_path / FILE).write_bytes(content)
        opened(tmp_path).close()
    asides = sorted(tmp_path.glob("*.damaged-*"))
    assert [path.name.rpartition("-")[2] for path in asides] == ["093005", "2"]
    assert [path.read_bytes()[:5] for path in asides] == [b"first", b"secon"]


def test_the_database_of_another_program_is_kept_aside(tmp_path):
    """A sound file that is not ours is neither used nor changed."""
    file = tmp_path / FILE
    with closing(sqlite3.connect(file)) as other:
        other.execute("CREATE TABLE cases (beer TEXT)")
    content = file.read_bytes()
    with opened(tmp_path) as store:
        assert "is damaged" in store.notice
        assert_works(store)
    assert (tmp_path / f"{FILE}.damaged-20261122-093005").read_bytes() == content


def test_a_truncated_file_is_kept_aside(tmp_path):
    """As an interrupted copy leaves it."""
    file = with_answers(tmp_path, 200)
    content = file.read_bytes()[:-4096]
    file.write_bytes(content)
    with opened(tmp_path) as store:
        assert "is damaged" in store.notice
        assert_works(store)
    assert (tmp_path / f"{FILE}.damaged-20261122-093005").read_bytes() == content


@pytest.fixture(scope="module")
def sound_file(tmp_path_factory) -> Path:
    """A file with thirty answers."""
    return with_answers(tmp_path_factory.mktemp("sound"), 30)


# The first page holds the header and the tables' definitions, so that it deserves half of the tries.
PLACES = st.integers(0, 4095) | st.integers(0, 100_000)


@given(st.lists(st.tuples(PLACES, st.integers(0, 255)), min_size=1, max_size=8))
@settings(max_examples=100, deadline=None)
def test_no_damage_stops_the_work(sound_file, tmp_path_factory, flips):
    """Whichever bytes change, the person can go on, and what is moved aside is moved as it was."""
    content = bytearray(sound_file.read_bytes())
    for place, byte in flips:
        content[place % len(content)] = byte
    folder = tmp_path_factory.mktemp("flipped")
    (folder / FILE).write_bytes(content)
    with opened(folder) as store:
        assert_works(store)
        for aside in folder.glob("*.damaged-*"):
            assert aside.read_bytes() == content
            assert store.notice


def test_an_answer_that_cannot_be_read_is_asked_again(tmp_path):
    """The others stay, and the person is told."""
    file = with_answers(tmp_path, 2)
    with closing(sqlite3.connect(file)) as connection, connection:
        connection.execute("UPDATE responses SET value = '\"half' WHERE question = 'question-0'")
        connection.execute("UPDATE cases SET updated = 'yesterday'")
    with opened(tmp_path) as store:
        case = store.current()
        assert list(case.responses) == ["question-1"]
        assert case.updated == datetime.min.replace(tzinfo=UTC)
        assert store.notice == "Some of your earlier answers could not be read; you will be asked again."


def test_a_file_of_a_newer_version_is_left_alone(tmp_path):
    """The person works in memory, knows it, and finds everything again with the newer version."""
    file = with_answers(tmp_path)
    with closing(sqlite3.connect(file)) as newer:
        newer.execute("PRAGMA user_version = 99")
    content = file.read_bytes()
    with opened(tmp_path) as store:
        assert store.notice == (
            "Your answers will not be kept when you close this program. They belong in "
            f"{file}, but it was written by a newer version of this program. It has been left as it is."
        )
        assert not store.kept
        assert_works(store)
    assert file.read_bytes() == content


# --- places that cannot be written to ------------------------------------------------------------------------


@pytest.mark.parametrize("folder", ["data", "data/guide"])
def test_a_folder_that_cannot_be_made(tmp_path, folder):
    """A file stands where the folder should be: the work goes on in memory, and the reason is named."""
    (tmp_path / "data").write_text("in the way")
    with opened(tmp_path / folder) as store:
        assert store.notice.startswith("Your answers will not be kept when you close this program. They belong in ")
        assert store.notice.endswith("but a file stands where a folder should be.")
        assert not store.kept
        assert_works(store)


def test_a_folder_where_the_file_should_be(tmp_path):
    """As above; nothing is removed."""
    (tmp_path / FILE).mkdir()
    with opened(tmp_path) as store:
        assert not store.kept
        assert_works(store)
    assert (tmp_path / FILE).is_dir()


@ON_POSIX
@ON_POSIX
def test_a_pipe_where_the_file_should_be(tmp_path):
    """Nothing is waited for; answers live in memory."""
    os.mkfifo(tmp_path / FILE)
    with opened(tmp_path) as store:
        assert_works(store)
        assert store.notice.endswith("that place cannot be written to (that is no ordinary file).")


@pytest.mark.parametrize("file_mode", [0o444, 0o666], ids=["file too", "folder only"])
def test_answers_on_a_read_only_disk_can_still_be_read(open_folder, file_mode):
    """They are shown and can be worked on; the person knows that changes will not be kept."""
    file = with_answers(open_folder)
    file.chmod(file_mode)
    content = file.read_bytes()
    with without_rights(open_folder, 0o555), opened(open_folder) as store:
        assert store.current().responses == {"question-0": "x" * 50}
        assert "Your answers will not be kept" in store.notice
        assert_works(store)
    assert file.read_bytes() == content


@ON_POSIX
def test_a_damaged_file_that_cannot_be_moved_is_left_in_place(open_folder):
    """The work goes on in memory."""
    file = open_folder / FILE
    file.write_bytes(b"no database" * 100)
    file.chmod(0o666)
    with without_rights(open_folder, 0o555), opened(open_folder) as store:
        assert not store.kept
        assert_works(store)
    assert file.read_bytes() == b"no database" * 100


@ON_POSIX
def test_a_disk_that_fills_up_while_working(tmp_path):
    """Every answer so far stays in sight, those on the disk stay there, and the person is told once it happens."""
    program = """
        import resource, sys
        from datetime import UTC, datetime
        from pathlib import Path
        from guide_tui.store.cases import CaseStore

        resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000))
        with CaseStore.open(Path(sys.argv[1]), lambda: datetime.now(UTC)) as store:
            case, kept = store.current().id, 0
            for index in range(100):
                store.save(case, f"question-{index}", "x" * 5000)
                kept += store.kept
            print(kept, len(store.current().responses), store.current().id == case, store.notice)
    """
    process = run(program, tmp_path)
    output, _ = process.communicate(timeout=60)
    assert process.returncode == 0
    kept, held, same_case, notice = output.split(" ", 3)
    assert 0 < int(kept) < 100
    assert (int(held), same_case) == (100, "True")
    assert notice.startswith("Your answers will not be kept when you close this program.")
    with opened(tmp_path) as store:
        assert len(store.current().responses) == int(kept)
        assert store.notice == ""


def test_damage_while_working_keeps_what_can_be_read(tmp_path):
    """The case goes on in memory, under its number."""
    with opened(tmp_path) as store:
        case = store.current().id
        store.save(case, "partners", "centres")
        with closing(sqlite3.connect(tmp_path / FILE)) as vandal, vandal:
            vandal.execute("DROP TABLE visits")
        store.set_tree(case, "policies")
        assert store.current().responses == {"partners": "centres"}
        assert store.visited(case) == ("policies",)
        assert "will not be kept" in store.notice


def test_a_case_lost_to_damage_can_still_be_answered(tmp_path):
    """Nothing can be read any more, and still the person's next answer has a place."""
    with opened(tmp_path) as store:
        case = store.current().id
        with closing(sqlite3.connect(tmp_path / FILE)) as vandal, vandal:
            vandal.executescript("DROP TABLE last_case; DROP TABLE visits; DROP TABLE responses; DROP TABLE cases")
        store.save(case, "centres", 2)
        assert store.current().responses == {"centres": 2}
        assert store.current().id == case


# --- several programs, and programs that die ------------------------------------------------------------------

SAVES = """
    import sys
    from datetime import UTC, datetime
    from pathlib import Path
    from guide_tui.store.cases import CaseStore

    folder, name, number = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])
    with CaseStore.open(folder, lambda: datetime.now(UTC)) as store:
        case = store.current().id
        for index in range(number):
            store.save(case, f"{name}-{index}", index)
            print(index, store.kept, flush=True)
"""


def test_programs_that_start_and_write_at_once_lose_nothing(tmp_path):
    """Three of them create the file together, share the first case, and every answer of each is kept."""
    programs = [run(SAVES, tmp_path, name, 40) for name in ("a", "b", "c")]
    outputs = [program.communicate(timeout=120)[0] for program in programs]
    assert [program.returncode for program in programs] == [0, 0, 0]
    assert "False" not in "".join(outputs)
    with opened(tmp_path) as store:
        assert len(store.cases()) == 1
        assert store.current().responses == {f"{name}-{index}": index for name in "abc" for index in range(40)}
    assert [path.name for path in tmp_path.iterdir() if "damaged" in path.name] == []


@pytest.mark.parametrize("after", [0, 7, 40])
def test_an_answer_survives_the_program_being_killed(tmp_path, after):
    """Whatever the program had finished saving when it died in the middle of the next write is there."""
    program = run(SAVES, tmp_path, "a", 100_000)
    assert program.stdout is not None
    saved = [program.stdout.readline() for _ in range(after + 1)]
    program.kill()
    saved += program.communicate(timeout=60)[0].splitlines()
    complete = [int(line.split()[0]) for line in saved if line.strip().endswith("True")]
    with opened(tmp_path) as store:
        responses = store.current().responses
        assert store.notice == ""
    assert [index for index in complete if responses.get(f"a-{index}") != index] == []
    assert len(responses) <= len(complete) + 1


def test_a_file_locked_by_another_program_does_not_stop_the_work(tmp_path):
    """After the wait, the answer is kept in memory, beside those that were there."""
    file = with_answers(tmp_path)
    impatient = Database(file, SCHEMA, clock, wait=0.05)
    with CaseStore(impatient, clock) as store, closing(sqlite3.connect(file, isolation_level=None)) as other:
        case = store.current().id
        other.execute("BEGIN IMMEDIATE")
        store.save(case, "centres", 2)
        assert store.current().responses == {"question-0": "x" * 50, "centres": 2}
        assert "another program keeps it locked" in store.notice
