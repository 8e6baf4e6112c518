"""Answers from a file, fitted to the questions of a library."""

from __future__ import annotations

from datetime import date

import pytest

from guide_tui.errors import ContentError, InputError
from guide_tui.services.answering import given_responses


@pytest.fixture
def answers(tmp_path, hall):
    """Reads a text as answers to the tree ``hire``."""

    def read(text: str, tree: str = "hire"):
        file = tmp_path / "answers.yaml"
        file.write_text(text, encoding="utf-8")
        return given_responses(hall, hall.trees[tree], str(file))

    return read


def test_answers_are_put_into_their_form(answers) -> None:
    """Days become days, numbers numbers, several options stand in the question's order; quotes make no difference."""
    text = 'event: "concert"\nhelpers: [kitchen, doors]\nlicence: no\nfirst-day: 2026-09-04\nguests: 30\nholder: Ann\n'
    assert answers(text) == {
        "event": "concert",
        "helpers": ("doors", "kitchen"),
        "licence": "no",
        "first-day": date(2026, 9, 4),
        "guests": 30,
        "holder": "Ann",
    }


def test_json_means_the_same(answers) -> None:
    """A program may write JSON."""
    assert answers('{"helpers": "doors", "licence": false, "guests": 30}') == {
        "helpers": ("doors",),
        "licence": "no",
        "guests": 30,
    }


def test_every_fault_has_its_place_and_remedy(answers) -> None:
    """All faults come at once, each where it stands, with the nearest name that exists."""
    with pytest.raises(ContentError) as raised:
        answers("evnt: party\nlicence: yess\nzebra-crossing: 1\nhelpers: [doors, cats]\n")
    assert [(p.place.line, p.place.column, p.code, p.remedy) for p in raised.value.problems] == [
        (1, 7, "unknown-question", 'Did you mean "event"?'),
        (2, 10, "invalid-answer", 'Did you mean "yes"?'),
        (3, 17, "unknown-question", "There is " + '"event", "guests", "helpers", "licence" and "first-day".'),
        (4, 10, "invalid-answer", ""),
    ]


@pytest.mark.parametrize("line", ["q{}: x\n", '"q{}": "x",'])
def test_thousands_of_faults_are_not_all_told(line, answers) -> None:
    """Whoever gives the wrong file reads some hundred problems and that there are more, and waits for no others."""
    text = "".join(line.format(number) for number in range(10_000))
    with pytest.raises(ContentError) as raised:
        answers("{" + text[:-1] + "}" if line.endswith(",") else text)
    assert len(raised.value.problems) == 201
    assert raised.value.problems[-1].code == "too-many-problems"


def test_json_that_answers_twice_names_each_question_once(answers) -> None:
    """Of two answers neither is chosen, and the question is named in the order written."""
    with pytest.raises(ContentError) as raised:
        answers('{"licence": "yes", "event": "party", "event": "market", "licence": "no", "event": "concert"}')
    assert [problem.what.split()[0] for problem in raised.value.problems] == ['"licence"', '"event"']


def test_missing_file_is_an_input_error(hall) -> None:
    """A name that is no file is told as such."""
    with pytest.raises(InputError, match="cannot be read"):
        given_responses(hall, hall.trees["hire"], "nowhere.yaml")
