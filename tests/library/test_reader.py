"""Reading libraries and single files from disk."""

from __future__ import annotations

import gc
import os
from pathlib import Path

import pytest

from guide_tui.errors import InputError
from guide_tui.library.builtin import builtin_root
from guide_tui.library.reader import read_file, read_library, read_tree_file
from guide_tui.model.source import Citation

from .conftest import SOUND, WriteLibrary, sound

TREE = "decision_trees/apply.yaml"

posix_only = pytest.mark.skipif(
    os.name == "nt", reason="Windows wants rights for links and has no named pipes in folders"
)


def test_a_sound_library_has_everything_and_no_problem(write_library: WriteLibrary) -> None:
    """What the files say is in the model, under the ids that they give it."""
    library = read_library(write_library())
    assert library.problems == ()
    assert library.about.title == "Small guide"
    assert library.facts["lead-time"].words == "six weeks"
    assert library.terms["lead"].forms == ("LC",)
    assert library.synonyms == (("form", "paper"),)
    assert library.articles["basics"].sections[0].also == ("kinds",)
    assert library.faq["when"].cite == (Citation("guide", "dates"),)
    assert library.section(Citation("guide", "types")) is library.articles["basics"].sections[0]
    assert list(library.trees["apply"].questions) == ["partners", "start-day"]
    assert library.questions["start-day"].routes == ()


def test_the_built_in_library_is_sound() -> None:
    """Whatever ships can be read without an error, and holds trees."""
    root = builtin_root()
    assert (root / "content").is_dir()
    assert [str(p) for p in read_library(root).problems if p.severity == "error"] == []


def test_reading_twice_gives_equal_libraries(write_library: WriteLibrary) -> None:
    """Order and content depend on the files alone."""
    root = write_library({TREE: sound(TREE).replace("fine", "fin")})
    assert read_library(root) == read_library(root)


@pytest.mark.parametrize(
    "spoil",
    [
        lambda text: text.replace("\n", "\r\n"),
        lambda text: text.replace("\n", "\r"),
        lambda text: "\ufeff" + text,
        lambda text: text.rstrip("\n"),
    ],
    ids=["crlf", "cr", "bom", "no final newline"],
)
def test_line_ends_and_bom_make_no_difference(write_library: WriteLibrary, spoil) -> None:
    """Files from any editor read alike, positions included."""
    plain = read_library(write_library())
    spoiled = {name: spoil(sound(name)) for name in SOUND}
    assert read_library(write_library(spoiled)) == plain


@pytest.mark.parametrize("missing", sorted(set(SOUND) - {"content/about.yaml", "content/sources.yaml"}))
def test_a_missing_file_does_not_stop_the_rest(write_library: WriteLibrary, missing: str) -> None:
    """Every file but what it holds is optional."""
    root = write_library()
    (root / missing).unlink()
    library = read_library(root)
    assert library.about.title == "Small guide"
    assert all(problem.place.file != missing for problem in library.problems)


def test_no_library_is_an_input_error(tmp_path: Path) -> None:
    """A folder without content is refused with its name; so is a file, and nothing at all."""
    (tmp_path / "file").write_text("x")
    for root, reason in (
        (tmp_path, "neither"),
        (tmp_path / "file", "not a folder"),
        (tmp_path / "no", "no such folder"),
    ):
        with pytest.raises(InputError, match=reason):
            read_library(root)


@posix_only
def test_a_link_out_of_the_library_is_not_followed(write_library: WriteLibrary, tmp_path_factory) -> None:
    """A library cannot make the program read files elsewhere on the disk."""
    secret = tmp_path_factory.mktemp("elsewhere") / "secret.yaml"
    secret.write_text(sound(TREE))
    root = write_library()
    (root / TREE).unlink()
    (root / TREE).symlink_to(secret)
    (root / "content/faq/gone.md").symlink_to(root / "nowhere.md")
    (root / "content/faq/round.md").symlink_to(root / "content/faq/round.md")
    library = read_library(root)
    assert library.trees == {}
    assert [(p.code, p.place.file) for p in library.problems] == [
        ("unreadable", "content/faq/gone.md"),
        ("unreadable", "content/faq/round.md"),
        ("outside", TREE),
    ]


@posix_only
def test_a_link_inside_the_library_is_followed(write_library: WriteLibrary) -> None:
    """Links are only refused where they leave."""
    root = write_library()
    (root / "content/faq/again.md").symlink_to(root / "content/faq/when.md")
    assert list(read_library(root).faq) == ["again", "when"]


@posix_only
def test_folders_and_pipes_are_not_read(write_library: WriteLibrary) -> None:
    """What only looks like a file is named, and a pipe does not make the program wait."""
    root = write_library()
    (root / "decision_trees/folder.yaml").mkdir()
    os.mkfifo(root / "decision_trees/pipe.yaml")
    library = read_library(root)
    assert [str(p) for p in library.problems] == [
        "decision_trees/folder.yaml:1:1: this is a folder where a file is expected, so it is not read. "
        "Rename or remove it.",
        "decision_trees/pipe.yaml:1:1: this is no ordinary file where a file is expected, so it is not read. "
        "Rename or remove it.",
    ]
    assert list(library.trees) == ["apply"]


def test_garbage_collection_is_as_it_was(write_library: WriteLibrary) -> None:
    """Reading pauses the collector and leaves it as it found it."""
    root = write_library()
    read_library(root)
    assert gc.isenabled()


def test_one_tree_is_read_against_a_library(write_library: WriteLibrary, tmp_path: Path) -> None:
    """A tree that is being written may use the questions, facts and citations of a library."""
    library = read_library(write_library())
    draft = tmp_path / "draft.yaml"
    draft.write_text(sound(TREE).replace("id: apply", "id: draft"))
    tree, problems = read_tree_file(draft, library)
    assert problems == ()
    assert tree is not None
    assert tree.questions["start-day"].ask == "When does it start?"
    draft.write_text(sound(TREE).replace("id: apply", "id: draft").replace("guide/types", "guide/typos", 1))
    assert [str(p.place) for p in read_tree_file(draft, library)[1]] == ["draft.yaml:10:11"]


@pytest.mark.parametrize("name", [name for name in SOUND if name != TREE])
def test_any_file_can_be_looked_at_alone(write_library: WriteLibrary, name: str) -> None:
    """A sound file has no problems beside its library, nor, names aside, without one."""
    root = write_library()
    library = read_library(root)
    assert read_file(root / name, library) == ()
    assert read_file(root / name, None) == ()


def test_a_file_that_is_not_there_is_an_input_error(tmp_path: Path) -> None:
    """Naming no file is the person's mistake, not the content's."""
    with pytest.raises(InputError, match="There is no file"):
        read_file(tmp_path / "no.yaml", None)


@pytest.mark.parametrize(
    ("checks", "order", "codes"),
    [("[second]", ["second", "apply"], []), ("[secnd]", ["apply", "second"], ["unknown-tree"])],
)
def test_checks_are_offered_in_the_order_of_about(
    write_library: WriteLibrary, checks: str, order: list[str], codes: list[str]
) -> None:
    """The trees that about.yaml names come first, in its order; the others follow, and a wrong name is told."""
    about = SOUND["content/about.yaml"].rstrip() + f"\n        checks: {checks}\n"
    tree = SOUND["decision_trees/apply.yaml"].replace("id: apply", "id: second")
    library = read_library(write_library({"content/about.yaml": about, "decision_trees/second.yaml": tree}))
    assert list(library.trees) == order
    assert [problem.code for problem in library.problems] == codes


def test_what_a_check_tells_in_half_a_line_is_optional(write_library: WriteLibrary) -> None:
    """A tree says for lists what is known at its end, facts filled in; one that does not is as sound."""
    assert read_library(write_library()).trees["apply"].tells == ""
    told = sound(TREE).replace("about:", "tells: Whether {lead-time} are left\nabout:", 1)
    assert read_library(write_library({TREE: told})).trees["apply"].tells == "Whether six weeks are left"
