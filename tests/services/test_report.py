"""The report of an outcome: dates, alerts, reasons, what would change it, references."""

from __future__ import annotations

import textwrap
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guide_tui.model.prose import Paragraph, Prose, Span, plain_text
from guide_tui.model.source import Citation
from guide_tui.model.tree import Tone
from guide_tui.services.check import Conversation, MemoryKeeper
from guide_tui.services.deadlines import Deadline
from guide_tui.services.opening import open_library
from guide_tui.services.report import Task, in_order, report
from guide_tui.services.report import report_on as report_of
from guide_tui.services.report_text import who_and_when
from guide_tui.services.working_days import Calendar

MONDAY = date(2026, 6, 1)


def market(day: date | str) -> dict:
    return {"event": "market", "first-day": day}


@pytest.mark.parametrize(
    ("start", "words", "advised"),
    [
        (date(2026, 9, 4), "by Friday 24 July 2026", None),
        (date(2026, 9, 5), "by Saturday 25 July 2026, a day off, so better by Friday 24 July 2026", date(2026, 7, 24)),
        (date(2026, 9, 6), "by Sunday 26 July 2026, a day off, so better by Friday 24 July 2026", date(2026, 7, 24)),
        (date(2026, 9, 7), "by Monday 27 July 2026", None),
        (date(2026, 7, 13), "by Monday 1 June 2026", None),
        (date(2026, 7, 12), "by Sunday 31 May 2026 (this day has passed)", None),
    ],
)
def test_last_day_lies_six_calendar_weeks_before(start, words, advised, report_on) -> None:
    """The 42nd day before is in time; where it is a day off, the working day before is advised unless past."""
    deadline = report_on(market(start)).tasks[0].deadlines[0]
    assert deadline.words + (" (this day has passed)" if deadline.passed else "") == words
    assert (deadline.day, deadline.advised) == (start - timedelta(days=42), advised)


@pytest.mark.parametrize(
    ("days", "alert"),
    [(-1, "The day has come."), (0, "The day has come."), (1, "Fewer than"), (41, "Fewer than"), (42, ""), (43, "")],
)
def test_alert_and_deadline_agree_on_the_last_day(days, alert, report_on) -> None:
    """Exactly six weeks ahead nothing is late; a day later it is, and on the day itself another alert stands."""
    made = report_on(market(MONDAY + timedelta(days=days)))
    assert [plain_text(note.say)[: len(alert)] for note in made.alerts] == ([alert] if alert else [])
    assert made.tasks[0].deadlines[0].passed is (days < 42)
    assert made.tasks[0].deadlines[1].passed is (days <= 0)


def test_advice_never_lies_in_the_past(report_on) -> None:
    """On the Saturday before a Sunday deadline, nobody is told to have done it on Friday."""
    deadline = report_on(market(date(2026, 7, 19)), today=date(2026, 6, 6)).tasks[0].deadlines[0]
    assert (deadline.words, deadline.advised, deadline.passed) == ("by Sunday 7 June 2026", None, False)


@pytest.mark.parametrize(
    ("country", "words", "basis"),
    [
        (
            "england",
            "by Monday 31 August 2026 (Late Summer Bank Holiday), a day off, so better by Friday 28 August 2026",
            "Dates: Saturdays, Sundays and the bank holidays of England are left out.",
        ),
        ("scotland", "by Monday 31 August 2026", "the bank holidays of Scotland are left out."),
        ("outside-uk", "by Monday 31 August 2026", "Bank holidays are not, because they differ between the nations"),
        (None, "by Monday 31 August 2026", "Bank holidays are not, because they differ between the nations"),
    ],
)
def test_bank_holidays_count_where_the_country_is_known(country, words, basis, report_on) -> None:
    """The country may have been told in another check; without it, no bank holiday is guessed, and that is said."""
    told = market(date(2026, 10, 12)) | ({"country": country} if country else {})
    made = report_on(told)
    assert made.tasks[0].deadlines[0].words == words
    assert basis in made.basis


def test_deadline_on_a_day_not_known_is_said_in_words(report_on) -> None:
    """Without the day there is no date, and no word on how days off were counted."""
    made = report_on(market("not-sure"))
    assert [[deadline.words for deadline in task.deadlines] for task in made.tasks] == [
        ["at least six weeks before the day of the event", "before the day of the event"],
        ["after the day of the event"],
        [],
    ]
    assert all(deadline.day is None and not deadline.passed for task in made.tasks for deadline in task.deadlines)
    assert made.basis == ""


def test_day_itself_is_before_after_or_by(report_on) -> None:
    """What must happen before a day, after it, or on it at the latest is said as such."""
    made = report_on({"event": "concert", "helpers": ("doors",), "licence": "no", "first-day": date(2026, 9, 4)})
    assert [[deadline.words for deadline in task.deadlines] for task in made.tasks[:3]] == [
        ["by Friday 24 July 2026", "before Friday 4 September 2026"],
        ["after Friday 4 September 2026"],
        ["by Friday 4 September 2026"],
    ]


@pytest.mark.parametrize(("licence", "tasks"), [("no", 4), ("yes", 3), ("not-sure", 3)])
def test_task_is_told_only_where_its_condition_holds(licence, tasks, report_on) -> None:
    """Nobody is given a task that is not theirs."""
    made = report_on({"event": "concert", "helpers": ("doors",), "licence": licence, "first-day": date(2026, 9, 4)})
    assert len(made.tasks) == tasks
    assert [task.who for task in made.tasks[:2]] == ["The organiser", "You"]


def due(name: str, side: str = "", day: date | None = None) -> Task:
    """Something to do by one day, or by none."""
    deadlines = (Deadline(f"{side} {day}", day, None, passed=False, side=side),) if side else ()
    return Task(Prose((Paragraph((Span(name),)),)), "You", deadlines, ())


def test_what_presses_stands_first() -> None:
    """What is due today, then what is late; the rest as authored, what is due by a day in the order of the days."""
    tasks = [
        due("agree"),
        due("later", "by", MONDAY + timedelta(days=9)),
        due("late", "by", MONDAY - timedelta(days=9)),
        due("keep", "until", MONDAY - timedelta(days=30)),
        due("sooner", "before", MONDAY + timedelta(days=2)),
        due("call", "by", MONDAY),
    ]
    told = [task.what for task in in_order(tasks, MONDAY)]
    assert told == ["call", "late", "agree", "sooner", "keep", "later"]


def test_what_was_kept_long_enough_says_so() -> None:
    """The day until which something was to be kept is told as passed beside its box."""
    over = Deadline("until Friday 1 May 2026 at least", date(2026, 5, 1), None, passed=False, side="until", over=True)
    task = replace(due("keep"), deadlines=(over,))
    assert who_and_when(task) == "You, until Friday 1 May 2026 at least (that day has passed)"


def test_answers_that_decide_together_are_several_reasons(report_on) -> None:
    """Where only several other answers would lead elsewhere, none of them is said not to have decided."""
    made = report_on({"event": "party", "guests": 30})
    assert all(way.values.keys() for way in made.other_ways)
    together = {name for way in made.other_ways if len(way.values) > 1 for name in way.values}
    assert {reason.question for reason in made.reasons if reason.together} == together & {"event", "guests"}
    reason = replace(made.reasons[0], decisive=False, together=True, dates=True)
    assert reason.part == "one of several reasons"


def test_notes_with_a_tone_stand_apart(report_on) -> None:
    """What must not be missed is among the alerts, the rest among the notes, each only once."""
    made = report_on(market(date(2026, 6, 2)))
    assert [note.tone.value for note in made.alerts] == ["stop"]
    assert [plain_text(note.say) for note in made.notes] == ["The committee meets on Mondays."]


def test_reasons_tell_which_answers_decided(report_on) -> None:
    """Each answer on the way is given with what it means and rests on, and whether another could have led elsewhere."""
    told = {"event": "concert", "helpers": ("doors", "kitchen"), "licence": "no", "first-day": date(2026, 9, 4)}
    made = report_on(told | {"holder": "Ann"})
    assert [(reason.question, reason.answer, reason.because, reason.decisive) for reason in made.reasons] == [
        ("event", "A concert", "A concert is public.", True),
        ("helpers", "People at the doors and People in the kitchen", "The doors are watched.", True),
        ("licence", "No", "Music needs a licence.", False),
        ("first-day", "Friday 4 September 2026", "", False),
    ]
    assert made.reasons[0].cite == (Citation("hall-rules", "events"),)


def test_reason_rests_on_what_the_answer_cites(report_on) -> None:
    """Where an option has a citation of its own, that is the one given."""
    assert report_on(market("not-sure")).reasons[0].cite == (Citation("hall-rules", "notice"),)


def test_other_ways_name_every_other_outcome_but_those_of_not_knowing(report_on) -> None:
    """The person sees what would change the verdict; "I am not sure" is never offered as a way out."""
    made = report_on({"event": "party", "guests": 30})
    assert [(way.outcome, way.changes, way.further) for way in made.other_ways] == [
        ("too-many", (("Guests", "a number such as 121"),), ()),
        ("permit", (("Event", "A market"),), (("Day of the event", "a day such as Monday 1 June 2026"),)),
        ("unwatched", (("Event", "A concert"),), (("Helpers", '"People on the stage" or "Nobody"'),)),
    ]


def test_contacts_and_next_checks_are_named(report_on) -> None:
    """Whom to ask and what to check next come with the outcome, in the author's order."""
    made = report_on(market("not-sure"))
    assert [contact.id for contact in made.contacts] == ["committee", "keyholder"]
    assert [tree.id for tree in made.then] == ["keys"]


def test_report_of_an_open_question_is_refused(hall, converse) -> None:
    """There is nothing to report before the end."""
    talk = converse({"event": "party"})
    with pytest.raises(ValueError, match="still open"):
        report(hall, talk.position, talk.space, talk.responses)


def test_references_number_sources_in_order_of_first_use(report_on) -> None:
    """[1] is what the verdict rests on first; every citation has one number, listed in order."""
    made = report_on(market(date(2026, 6, 1)))
    assert [str(citation) for citation in made.citations] == [
        "hall-rules/events",
        "hall-rules/notice",
        "hall-rules/committee",
    ]
    assert made.references((Citation("hall-rules", "committee"), Citation("hall-rules", "events"))) == "[1, 3]"
    assert made.references(()) == ""
    assert made.references((Citation("hall-rules", "elsewhere"),)) == ""


@given(
    start=st.dates(date(2020, 1, 1), date(2040, 1, 1)),
    today=st.dates(date(2020, 1, 1), date(2040, 1, 1)),
    country=st.sampled_from(["england", "wales", "scotland", "northern-ireland", None]),
)
def test_advised_day_is_a_working_day_between_today_and_the_deadline(start, today, country, hall) -> None:
    """Whatever the dates, who follows the advice is never late, and finds the office open."""
    told = market(start) | ({"country": country} if country else {})
    talk = Conversation(hall.trees["hire"], MemoryKeeper(told), today)
    made = report(hall, talk.position, talk.space, talk.responses)
    first = made.tasks[0].deadlines[0]
    assert first.day == start - timedelta(days=42)
    assert first.passed is (first.day < today)
    if first.advised:
        assert today <= first.advised < first.day
        assert Calendar(country).closed(first.day)
        assert not Calendar(country).closed(first.advised)


def test_key_dates_come_in_the_order_of_the_calendar(report_on) -> None:
    """What is due first stands first, each with the first sentence of its task; a day not known is no key date."""
    made = report_on(market(date(2026, 9, 7)))
    days = [each.deadline.day for each in made.key_dates]
    assert days == sorted(days)
    assert days[0] == date(2026, 7, 27)
    assert all(each.what and not each.what.endswith(".") for each in made.key_dates)
    assert report_on(market("not-sure")).key_dates == ()


def test_nothing_is_settled_while_a_day_has_been_missed(report_on) -> None:
    """A past deadline turns a calm outcome into a stop; other tones, and days to come, stay as they are."""
    made = report_on(market(date(2026, 9, 7)))
    calm = replace(made, outcome=replace(made.outcome, tone=Tone.FINE))
    missed = report_on(market(date(2026, 7, 12)))
    assert (calm.tone, calm.late) == (Tone.FINE, False)
    assert replace(missed, outcome=calm.outcome).tone is Tone.STOP
    assert missed.tone is missed.outcome.tone


AWAITING = {
    "content/about.yaml": """\
        title: Pool guide
        summary: Pool.
        disclaimer: The rules decide.
        contacts: {}
        roles: {club: The club, office: The pool office}
        """,
    "content/sources.yaml": """\
        rules: {title: Rules, short: Rules, publisher: The town, edition: "3", sections: {keys: Keys}}
        """,
    "decision_trees/keys.yaml": """\
        id: keys
        title: When do we get the key?
        about: Works out the day.
        start: day
        questions:
          day: {ask: Which day?, short: Day, why: It is counted from., cite: rules/keys, kind: date, next: key}
        outcomes:
          key:
            verdict: "The key comes in time"
            tone: fine
            says: It is posted.
            cite: rules/keys
            actions:
              - do: Expect the key.
                who: club
                awaits: office
                by: {within: day, period: 3 working days}
                cite: rules/keys
              - do: Send the form back.
                who: club
                by: {within: day, period: 3 working days}
                cite: rules/keys
        """,
}


def test_own_closed_days_move_what_the_centre_does_and_not_what_others_do(tmp_path) -> None:
    """What is only waited for keeps its day while the centre is closed; bank holidays move both, and it is said."""
    for name, text in AWAITING.items():
        file = tmp_path / name
        file.parent.mkdir(exist_ok=True)
        file.write_text(textwrap.dedent(text), encoding="utf-8")
    library = open_library(tmp_path)
    told = {"day": date(2026, 12, 23), "country": "england"}
    closed = {date(2026, 12, 29): "Closed for the winter"}
    talk = Conversation(library.trees["keys"], MemoryKeeper(told), MONDAY, closed)
    made = report_of(library, talk)
    assert [task.deadlines[0].words for task in made.tasks] == [
        "by Wednesday 30 December 2026 (not counting Christmas Day, Boxing Day (substitute day))",
        "by Thursday 31 December 2026 (not counting Christmas Day, Boxing Day (substitute day), Closed for the winter)",
    ]
    assert made.basis == (
        "Dates: Saturdays, Sundays, your own closed days and the bank holidays of England are left out. "
        "Your own closed days do not move what others do."
    )
    without = report_of(library, Conversation(library.trees["keys"], MemoryKeeper(told), MONDAY))
    assert without.basis == "Dates: Saturdays, Sundays and the bank holidays of England are left out."
