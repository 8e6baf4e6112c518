"""What people type, as responses; and what is asked back."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guide_tui.errors import InvalidResponse
from guide_tui.services.understanding import AskBack, Understood, shown_candidates, understand
from guide_tui.trees.responses import accept

TODAY = date(2026, 6, 1)


def question(hall, name):
    return {**hall.trees["keys"].questions, **hall.trees["hire"].questions}[name]


@pytest.mark.parametrize(
    ("name", "words", "value"),
    [
        ("event", "2", "concert"),
        ("event", " 2. ", "concert"),
        ("event", "2)", "concert"),
        ("event", "option 2", "concert"),
        ("event", "#2", "concert"),
        ("event", "Concert", "concert"),
        ("event", "a market", "market"),
        ("event", "jumble sale", "market"),
        ("event", "concrt", "concert"),
        ("event", "not sure", "not-sure"),
        ("event", "I don't know", "not-sure"),
        ("licence", "y", "yes"),
        ("licence", "yes we do", "yes"),
        ("licence", "nope", "no"),
        ("licence", "no idea", "not-sure"),
        ("helpers", "1", ("doors",)),
        ("helpers", "1 and 3", ("doors", "kitchen")),
        ("helpers", "3,1", ("doors", "kitchen")),
        ("helpers", "1 3", ("doors", "kitchen")),
        ("helpers", "1., 3.", ("doors", "kitchen")),
        ("helpers", "1 & 1", ("doors",)),
        ("helpers", "stewards and cooks", ("doors", "kitchen")),
        ("helpers", "people on the stage", ("stage",)),
        ("helpers", "none", ("nobody",)),
        ("helpers", "nobody", ("nobody",)),
        ("guests", "1", 1),
        ("guests", "30", 30),
        ("guests", "don't know", "not-sure"),
        ("first-day", "4 September 2026", date(2026, 9, 4)),
        ("first-day", "4/9/26", date(2026, 9, 4)),
        ("first-day", "not sure", "not-sure"),
        ("first-day", "1", "not-sure"),
        ("holder", "Ann of the bakery", "Ann of the bakery"),
        ("holder", "2", "2"),
    ],
)
def test_words_are_understood(name, words, value, hall) -> None:
    """Numbers, labels, other words, typing errors and dates all say an answer."""
    assert understand(question(hall, name), words, TODAY) == Understood(value)


@pytest.mark.parametrize(
    ("name", "words", "said"),
    [
        ("event", "", "Type a number, or a few words."),
        (
            "helpers",
            "they cook, we steward",
            "That says what you do and what others do. Pick the answer by its number.",
        ),
        ("event", "we hold a concert but they hold a market", "That says what you do and what others do. Pick the"),
        ("event", "zebra", "That matches none of the answers."),
        ("event", "9", "There is no answer 9. The answers are numbered 1 to 4."),
        ("event", "0", "There is no answer 0."),
        ("event", "9" * 5000, "There is no answer 999999999999. The answers are numbered 1 to 4."),
        ("helpers", "1 and zebra", '"zebra": That matches none of the answers.'),
        ("helpers", "1 and 9", '"9": There is no answer 9.'),
        ("helpers", "1, 4", "cannot be combined"),
        ("guests", "0", "Type a whole number from 1 to 500."),
        ("guests", "501", "Type a whole number from 1 to 500."),
        ("guests", "9" * 5000, "whole number"),
        ("first-day", "2", "Which month"),
        ("first-day", "31/2/2026", ""),
        ("first-day", "next spring", ""),
        ("holder", "x" * 2001, "Keep it within 2000."),
    ],
)
def test_unclear_words_are_asked_about(name, words, said, hall) -> None:
    """Where no answer is meant for sure, the person is told what could be typed."""
    found = understand(question(hall, name), words, TODAY)
    assert isinstance(found, AskBack)
    assert said in found.message


def test_candidates_are_offered_in_words(hall) -> None:
    """Where two answers are plausible neither is picked, and both are named."""
    found = understand(question(hall, "helpers"), "people", TODAY)
    assert isinstance(found, AskBack)
    assert len(shown_candidates(question(hall, "helpers"), found)) > 1
    assert "People at the doors" in found.message
    day = understand(question(hall, "first-day"), "2", TODAY)
    assert shown_candidates(question(hall, "first-day"), day) == ("Tuesday 2 June 2026", "Thursday 2 July 2026")


@given(
    words=st.text(max_size=60), name=st.sampled_from(["event", "licence", "helpers", "guests", "first-day", "holder"])
)
def test_whatever_is_typed_gives_an_answer_that_fits_or_a_question_back(words, name, hall) -> None:
    """No input crashes, and whatever is understood is accepted by the question."""
    asked = question(hall, name)
    found = understand(asked, words, TODAY)
    if isinstance(found, AskBack):
        assert found.message
    else:
        try:
            assert accept(asked, found.value) == found.value
        except InvalidResponse as error:
            pytest.fail(str(error))


@pytest.mark.parametrize(
    ("words", "asked", "value"),
    [
        ("yes", AskBack("?", (date(2026, 10, 20),)), date(2026, 10, 20)),
        ("Yeah.", AskBack("?", (date(2026, 10, 20),)), date(2026, 10, 20)),
        ("2027", AskBack("?", (date(2026, 10, 20), date(2027, 10, 20))), date(2027, 10, 20)),
    ],
)
def test_what_was_asked_back_can_be_answered(words, asked, value, hall) -> None:
    """ "Do you mean …?" takes a yes, and "which year?" the year alone."""
    assert understand(question(hall, "first-day"), words, TODAY, asked) == Understood(value)


@pytest.mark.parametrize("words", ["1 febuary 2027", " 1  febuary 2027 ", "", "yes", "OK."])
def test_enter_says_yes_to_the_only_thing_proposed(words, hall) -> None:
    """Where one answer is proposed it is said that Enter means yes, and then the same words or none take it."""
    asked = understand(question(hall, "first-day"), "1 febuary 2027", TODAY)
    assert isinstance(asked, AskBack)
    assert asked.message == "Do you mean Monday 1 February 2027? Enter means yes."
    assert understand(question(hall, "first-day"), words, TODAY, asked) == Understood(date(2027, 2, 1))


def test_enter_says_yes_to_an_option_and_other_words_do_not(hall) -> None:
    """The same holds for options; words that are no yes are read for themselves."""
    event = question(hall, "event")
    asked = understand(event, "it was a concert", TODAY)
    assert asked == AskBack('Do you mean "A concert"? Enter means yes.', ("concert",), "it was a concert")
    assert understand(event, "it was a concert", TODAY, asked) == Understood("concert")
    assert understand(event, "market", TODAY, asked) == Understood("market")
    assert isinstance(understand(event, "it was a zebra", TODAY, asked), AskBack)


def test_yes_to_one_part_takes_the_others_along(hall) -> None:
    """Of several answers with an unclear one, a yes means all of them; with two unclear ones there is no yes."""
    helpers = question(hall, "helpers")
    asked = understand(helpers, "1, and it was the kitchen", TODAY)
    assert isinstance(asked, AskBack)
    assert asked.message.endswith("Enter means yes.")
    assert understand(helpers, "", TODAY, asked) == Understood(("doors", "kitchen"))
    two = understand(helpers, "it was doors, it was the kitchen, 1", TODAY)
    assert isinstance(two, AskBack)
    assert two.candidates == ()
    assert "Enter" not in two.message


def test_a_bare_yes_could_answer_the_question_itself(hall) -> None:
    """Proposed a no, "yes" could be the answer to the question; Enter still says yes to what is proposed."""
    asked = AskBack("Do you mean no?", ("no",), "hmm no")
    found = understand(question(hall, "licence"), "yes", TODAY, asked)
    assert isinstance(found, AskBack)
    assert found.candidates == ()
    assert understand(question(hall, "licence"), "", TODAY, asked) == Understood("no")


@pytest.mark.parametrize("words", ["", "it was", "yes"])
def test_nothing_is_taken_where_several_were_offered(words, hall) -> None:
    """Where two were offered, neither Enter nor a yes picks one."""
    asked = AskBack("?", ("concert", "market"), "it was")
    assert isinstance(understand(question(hall, "event"), words, TODAY, asked), AskBack)


def test_yes_picks_none_of_several(hall) -> None:
    """Where two were offered, "yes" is no answer."""
    asked = AskBack("?", (date(2026, 10, 20), date(2027, 10, 20)))
    assert isinstance(understand(question(hall, "first-day"), "yes", TODAY, asked), AskBack)


@pytest.mark.parametrize(
    ("typed", "then", "day"),
    [
        ("september 2027", "6", date(2027, 9, 6)),
        ("september 2027", "the 6th", date(2027, 9, 6)),
        ("september 2027", "monday 6", date(2027, 9, 6)),
        ("september 2027", "1", date(2027, 9, 1)),
        ("september 2027", "the first", date(2027, 9, 1)),
        ("september 2027", "4 October 2027", date(2027, 10, 4)),
        ("monday 7 september 2027", "7", date(2027, 9, 7)),
        ("monday 7 september 2027", "the 7th", date(2027, 9, 7)),
        ("monday 7 september 2027", "tuesday", date(2027, 9, 7)),
        ("monday 7 september 2027", "Mon", date(2027, 9, 6)),
        ("monday 7 september 2027", "the first", date(2027, 9, 7)),
        ("monday 7 september 2027", "the second one", date(2027, 9, 6)),
        ("monday 7 september 2027", "1", date(2027, 9, 7)),
        ("monday 7 september 2027", "2.", date(2027, 9, 6)),
        ("monday 7 september 2027", "6 september", date(2027, 9, 6)),
        ("31 february 2027", "28", date(2027, 2, 28)),
        ("31 february 2027", "1 March", date(2027, 3, 1)),
        ("31 february 2027", "march", date(2027, 3, 1)),
        ("31 february 2027", "sunday", date(2027, 2, 28)),
        ("31 february 2027", "2", date(2027, 3, 1)),
        ("4 september", "2026", date(2026, 9, 4)),
        ("4 september", "next year", date(2027, 9, 4)),
    ],
)
def test_day_that_was_asked_for_is_picked_by_what_tells_it(typed, then, day, hall) -> None:
    """After "which day?" or "which of these?" what was missing is enough; a whole day is taken for itself."""
    first_day = question(hall, "first-day")
    asked = understand(first_day, typed, TODAY)
    if typed == "4 september":
        # The nearest years are last and this one, so that two more are offered here.
        asked = AskBack("Which year do you mean?", (date(2026, 9, 4), date(2027, 9, 4)))
    assert isinstance(asked, AskBack)
    assert understand(first_day, then, TODAY, asked) == Understood(day)


@pytest.mark.parametrize("then", ["1", "the first", "1."])
def test_number_that_could_pick_two_days_is_asked_about_again(then, hall) -> None:
    """1 could be the first day offered or the 1 March: nothing is guessed, and the days can still be picked."""
    first_day = question(hall, "first-day")
    asked = understand(first_day, "31 february 2027", TODAY)
    assert isinstance(asked, AskBack)
    assert asked.message.endswith("Type 28 February 2027 or 1 March 2027.")
    again = understand(first_day, then, TODAY, asked)
    assert isinstance(again, AskBack)
    assert "could be either of them. Type 28 February 2027 or 1 March 2027." in again.message
    assert understand(first_day, "28", TODAY, again) == Understood(date(2027, 2, 28))


def test_day_that_the_month_does_not_have_is_asked_about(hall) -> None:
    """A day is asked for until there is one."""
    first_day = question(hall, "first-day")
    asked = understand(first_day, "september 2027", TODAY)
    assert isinstance(asked, AskBack)
    again = understand(first_day, "31", TODAY, asked)
    assert isinstance(again, AskBack)
    assert again.candidates == (date(2027, 9, 30), date(2027, 10, 1))


def test_several_possible_answers_are_named_with_their_numbers(hall) -> None:
    """Who is told to type a number hears which."""
    found = understand(question(hall, "helpers"), "people", TODAY)
    assert isinstance(found, AskBack)
    assert found.message == (
        'That could be 1, "People at the doors"; 2, "People on the stage"; or 3, "People in the kitchen". '
        "Type a number."
    )
