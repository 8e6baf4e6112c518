"""Texts to take along: plain, whole, and saying where they come from."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from guide_tui.errors import StoreError
from guide_tui.services.copying import Extract, document_extract, question_extract, report_extract
from guide_tui.services.report_text import report_lines
from guide_tui.services.saving import save_extract

TODAY = date(2026, 6, 1)

PARTY = {"event": "party", "guests": 30}


def test_an_outcome_is_the_text_that_is_printed(hall, report_on) -> None:
    """What is copied is what ``guide check`` prints, and its file is called after the check and the day."""
    told = report_on(PARTY)
    extract = report_extract(hall, told)
    assert extract.text == "".join(f"{line.rstrip()}\n" for line in report_lines(hall, told))
    assert extract.name == "may-we-use-the-hall-2026-06-01"


def test_every_text_of_a_library_names_its_source(hall) -> None:
    """Sections, answers and terms end with the passage they rest on; their files are called after them."""
    ids = [f"faq:{name}" for name in hall.faq] + [f"term:{name}" for name in hall.terms]
    ids += [f"guide:{section.cite}" for article in hall.articles.values() for section in article.sections]
    assert ids
    for name in ids:
        extract = document_extract(hall, name, TODAY)
        assert "Source: " in extract.text, name
        assert extract.text.endswith("\n")
        assert set(extract.name) <= set("abcdefghijklmnopqrstuvwxyz0123456789-"), extract.name


def test_a_check_is_named_not_spelled_out(hall) -> None:
    """Of a check that is only looked at, what it works out and how to start it is enough."""
    text = document_extract(hall, "check:hire", TODAY).text
    assert text.startswith(hall.trees["hire"].title)
    assert "Work it out: guide check hire\n" in text


def test_a_text_says_whose_and_of_when_it_is_and_what_decides(hall) -> None:
    """As a saved outcome does: the centre above, the day and that the guidance itself decides below."""
    text = document_extract(hall, "faq:how-early", TODAY, "St Mary's College").text
    assert text.startswith("St Mary's College\n\n")
    words = " ".join(text.split())
    assert words.endswith(f"From {hall.about.title}, Monday 1 June 2026. {' '.join(hall.about.disclaimer.split())}")


def test_what_is_not_there_is_no_text(hall) -> None:
    """A line that stands for no text of the library gives none."""
    assert document_extract(hall, "answer:nothing-of-that-name", TODAY) is None


def test_an_open_question_comes_with_the_answers_so_far(hall, converse) -> None:
    """A colleague who gets it sees what was told, what is asked, and that it is no outcome."""
    extract = question_extract(hall, converse({"event": "party"}))
    assert "Not finished on Monday 1 June 2026." in extract.text
    assert "Answers so far\n--------------\n- " in extract.text
    assert "Open question" in extract.text
    assert extract.name == "may-we-use-the-hall-answers-2026-06-01"


def test_files_never_replace_each_other(tmp_path: Path) -> None:
    """A text saved twice stands in two files."""
    extract = Extract("words\n", "text")
    names = [save_extract(extract, tmp_path).name for _ in range(3)]
    assert names == ["text.txt", "text-2.txt", "text-3.txt"]
    assert (tmp_path / "text-3.txt").read_text(encoding="utf-8") == "words\n"


def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    """The message names the text and the folder."""
    with pytest.raises(StoreError, match=r"The text cannot be saved in .*missing"):
        save_extract(Extract("words\n", "text"), tmp_path / "missing")


def test_an_outcome_bears_the_name_of_the_centre(hall, report_on) -> None:
    """It stands above the verdict where it is told, and nothing stands there where it is not."""
    told = report_on(PARTY)
    plain, named = report_extract(hall, told), report_extract(hall, told, "St Mary's College")
    assert named.text == f"St Mary's College\n\n{plain.text}"
    assert named.name == plain.name
