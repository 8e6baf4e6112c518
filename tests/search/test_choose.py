"""Matching typed words to the options of a question: sure where nothing speaks against it, asking everywhere else."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guide_tui.model.tree import Option
from guide_tui.search.choose import Choice, choose

NOT_SURE = Option("not-sure", "I am not sure", unsure=True)
PARTNERS = (
    Option(
        "centres",
        "Only Pearson centres, each with its own centre number",
        also=("two colleges", "another approved centre", "other centres"),
    ),
    Option("provider", "A training provider or employer", also=("subcontractor", "not a Pearson centre")),
    Option("nobody", "No one else", also=("just us", "on our own", "nobody")),
    NOT_SURE,
)
APPROVAL = (
    Option("approved", "Approved by Pearson", also=("we have the letter", "approval received")),
    Option("waiting", "Applied and waiting", also=("in progress", "application sent")),
    NOT_SURE,
)
STATUS = (
    Option("approved", "Approved"),
    Option("unapproved", "Not approved yet"),
    Option("partly", "Some of them", also=("partly approved",)),
)
TYPES = (
    Option("formal", "Formal"),
    Option("informal", "Informal"),
    Option("exceptional", "Exceptional", also=("with an outside provider",)),
    NOT_SURE,
)
YES_NO = (Option("yes", "Yes"), Option("no", "No"), NOT_SURE)
HANDED_IN = (Option("yes", "Yes, all signed and uploaded"), Option("no", "No, or not all of it", also=("not yet",)))
YES_NO_ONLY = (Option("yes", "Yes"), Option("no", "No"))
CENTRES = (
    Option("all", "Yes, all of them"),
    Option("lead", "The lead does, another does not", also=("only the lead",)),
    Option("none", "None of them yet"),
    Option("not-sure", "Not sure: how do I find out?", unsure=True),
)
MARKING = (
    Option("own", "Each centre marks its own learners", also=("we each do our own", "separately")),
    Option("lead", "The lead centre marks for everyone", also=("one centre marks everything",)),
    Option("both", "Both: some work is marked together", also=("a mixture",)),
    NOT_SURE,
)
REGISTERS = (Option("yes", "Yes, we do"), Option("no", "No, another centre does", also=("the lead does",)), NOT_SURE)
POLAR = (YES_NO, YES_NO_ONLY, REGISTERS, HANDED_IN)
"""Questions that yes or no answers."""
CONTRACT = (Option("written", "A written contract"), Option("without", "No contract"), NOT_SURE)


@pytest.mark.parametrize(
    ("options", "typed", "expected"),
    [
        # Words as they stand, and their beginnings.
        (PARTNERS, "two colleges", "centres"),
        (PARTNERS, "Two colleges.", "centres"),
        (PARTNERS, "2 colleges", "centres"),
        (PARTNERS, "we are two colleges", "centres"),
        (PARTNERS, "it's two colleges really", "centres"),
        (PARTNERS, "only pearson", "centres"),
        (PARTNERS, "pearson centres", "centres"),
        (PARTNERS, "not a pearson centre", "provider"),
        (PARTNERS, "training provider", "provider"),
        (PARTNERS, "a training provder", "provider"),
        (PARTNERS, "an employer", "provider"),
        (PARTNERS, "subcontracter", "provider"),
        (PARTNERS, "just us", "nobody"),
        (PARTNERS, "no one", "nobody"),
        (PARTNERS, "no-one", "nobody"),
        (PARTNERS, "nobody", "nobody"),
        (PARTNERS, "no one else", "nobody"),
        (PARTNERS, "two colleges and an employer", None),
        (PARTNERS, "two colleges and a charity", None),
        (PARTNERS, "two colleges or a training provider", None),
        (PARTNERS, "not two colleges", None),
        (PARTNERS, "two colleges but one has no centre number", None),
        (PARTNERS, "centre", None),
        (PARTNERS, "a prison", None),
        # What is denied is never taken for what is said.
        (APPROVAL, "approved", "approved"),
        (APPROVAL, "we are approved", "approved"),
        (APPROVAL, "aproved", "approved"),
        (APPROVAL, "not approved yet", None),
        (APPROVAL, "not yet approved", None),
        (APPROVAL, "unapproved", None),
        (APPROVAL, "unaproved", None),
        (APPROVAL, "non-approved", None),
        (APPROVAL, "we haven't been approved", None),
        (APPROVAL, "we havent been approved", None),
        (APPROVAL, "never approved", None),
        (APPROVAL, "without approval", None),
        (APPROVAL, "no approval", None),
        (APPROVAL, "no longer approved", None),
        (APPROVAL, "to be approved", None),
        (APPROVAL, "will be approved", None),
        (APPROVAL, "we had approval", None),
        (APPROVAL, "approved? no", None),
        (APPROVAL, "approved but not for this", None),
        (APPROVAL, "approved if the letter counts", None),
        (APPROVAL, "nearly approved", None),
        (APPROVAL, "waiting", "waiting"),
        (APPROVAL, "still waiting", None),
        (APPROVAL, "not waiting", None),
        (APPROVAL, "yes", None),
        (STATUS, "not approved", "unapproved"),
        (STATUS, "not approved yet", "unapproved"),
        (STATUS, "we're not approved", "unapproved"),
        (STATUS, "unapproved", "unapproved"),
        (STATUS, "approved", "approved"),
        (STATUS, "some of them approved", "partly"),
        (STATUS, "partly approved", "partly"),
        (STATUS, "partly", "partly"),
        (STATUS, "half approved", None),
        # Words inside other words are other words.
        (TYPES, "formal", "formal"),
        (TYPES, "informal", "informal"),
        (TYPES, "Formal.", "formal"),
        (TYPES, "the formal one", "formal"),
        (TYPES, "formel", "formal"),
        (TYPES, "infromal", "informal"),
        (TYPES, "not formal", None),
        (TYPES, "not informal", None),
        (TYPES, "non-formal", None),
        (TYPES, "formal or informal", None),
        (TYPES, "formal and informal", None),
        (TYPES, "either", None),
        (TYPES, "both", None),
        (TYPES, "except", None),
        (TYPES, "exceptionl", "exceptional"),
        (TYPES, "excep", "exceptional"),
        # Yes and no.
        (YES_NO, "yes", "yes"),
        (YES_NO, "Yes!", "yes"),
        (YES_NO, "yeah", "yes"),
        (YES_NO, "yep", "yes"),
        (YES_NO, "y", "yes"),
        (YES_NO, "yes we do", "yes"),
        (YES_NO, "we do", "yes"),
        (YES_NO, "no", "no"),
        (YES_NO, "n", "no"),
        (YES_NO, "nope", "no"),
        (YES_NO, "nah", "no"),
        (YES_NO, "no we don't", "no"),
        (YES_NO, "no we dont", "no"),
        (YES_NO, "no, we don't have a contract", "no"),
        (YES_NO, "not yet", "no"),
        (YES_NO, "not yet head hasnt sined it", "no"),
        (YES_NO, "not yet signed by the head", "no"),
        (HANDED_IN, "not yet uploaded", "no"),
        (HANDED_IN, "not yet all of it", None),
        (YES_NO, "not yet known", None),
        (YES_NO, "not yet all of it", None),
        (YES_NO, "not yet signed but uploaded", None),
        (YES_NO, "we don't", "no"),
        (YES_NO, "it isn’t", "no"),
        (YES_NO, "yes and no", None),
        (YES_NO, "yes but only one of them", None),
        (YES_NO, "yes, apart from one", None),
        (YES_NO, "no, only the lead centre", None),
        (YES_NO, "no we have one", None),
        (YES_NO, "not no", None),
        (YES_NO, "some of them", None),
        (YES_NO, "yesterday", None),
        (YES_NO, "november", None),
        (YES_NO, "note", None),
        (YES_NO, "not all of them", None),
        (YES_NO, "maybe", None),
        (YES_NO, "probably yes", None),
        (YES_NO, "no problem", None),
        # Not knowing is neither yes nor no.
        (YES_NO, "not sure", "not-sure"),
        (YES_NO, "I'm not sure", "not-sure"),
        (YES_NO, "no idea", "not-sure"),
        (YES_NO, "dunno", "not-sure"),
        (YES_NO, "don't know", "not-sure"),
        (YES_NO, "dont know", "not-sure"),
        (YES_NO, "I do not know", "not-sure"),
        (YES_NO, "unsure", "not-sure"),
        (YES_NO, "not sure?", "not-sure"),
        (YES_NO, "not sure, I think yes", None),
        (YES_NO, "sure", "yes"),
        (YES_NO_ONLY, "not sure", None),
        (YES_NO_ONLY, "no idea", None),
        (PARTNERS, "no idea", "not-sure"),
        (PARTNERS, "not sure, maybe two colleges", None),
        # "No", "not sure", "none" and "not all" differ.
        (CENTRES, "yes", "all"),
        (CENTRES, "all", "all"),
        (CENTRES, "all of them", "all"),
        (CENTRES, "none", "none"),
        (CENTRES, "none of them", "none"),
        (CENTRES, "none of us", "none"),
        (CENTRES, "not sure", "not-sure"),
        (CENTRES, "not all of them", None),
        (CENTRES, "no", None),
        (CENTRES, "only the lead", "lead"),
        (CENTRES, "nearly all", None),
        (CENTRES, "yes most of them", None),
        (MARKING, "both", "both"),
        (MARKING, "separately", "own"),
        (MARKING, "a mixture", "both"),
        (MARKING, "we each do our own", "own"),
        (MARKING, "the lead centre", "lead"),
        (MARKING, "each centre", "own"),
        (MARKING, "not the lead centre", None),
        (REGISTERS, "the lead does", "no"),
        (REGISTERS, "no, the lead does", "no"),
        (REGISTERS, "not the lead", None),
        (REGISTERS, "not the lead does", None),
        (REGISTERS, "not no, another centre", None),
        (REGISTERS, "we don't", "no"),
        (CONTRACT, "written contract", "written"),
        (CONTRACT, "no contract", "without"),
        (CONTRACT, "there is no contract", "without"),
        (CONTRACT, "no written contract", None),
        (CONTRACT, "contract", None),
        (CONTRACT, "without a contract", "without"),
        (CONTRACT, "unwritten contract", None),
    ],
)
def test_certain(options, typed, expected):
    """What is typed is one option only where nothing in it speaks against that."""
    assert choose(options, typed, yes_no=options in POLAR).certain == expected


@pytest.mark.parametrize(
    ("options", "typed", "expected"),
    [
        (TYPES, "formal or informal", {"formal", "informal"}),
        (YES_NO, "yes and no", {"yes", "no"}),
        (PARTNERS, "two colleges and an employer", {"centres", "provider"}),
        (PARTNERS, "not sure, maybe two colleges", {"not-sure", "centres"}),
        (CENTRES, "not all of them", set()),
        (APPROVAL, "not approved yet", set()),
        (PARTNERS, "xylophone", set()),
        (PARTNERS, "", set()),
        (YES_NO, "?", {"not-sure"}),
    ],
)
def test_candidates(options, typed, expected):
    """Where it asks, it offers what may be meant; nothing where nothing matches."""
    choice = choose(options, typed, yes_no=options is YES_NO)
    assert choice.certain is None
    assert set(choice.candidates) == expected


def test_two_ways_of_not_knowing_are_both_offered():
    """With more than one option for not knowing, none is picked."""
    options = (Option("a", "Not sure about the date", unsure=True), Option("b", "Not sure about the form", unsure=True))
    assert choose(options, "no idea") == Choice(None, ("a", "b"))


ALL = (REGISTERS, PARTNERS, APPROVAL, STATUS, TYPES, YES_NO, CENTRES, MARKING, CONTRACT)


@pytest.mark.parametrize("options", ALL)
def test_every_label_and_other_wording_means_its_option(options):
    """Typing an option out always chooses it."""
    for option in options:
        for phrase in (option.label, *option.also):
            assert choose(options, phrase.upper()).certain == option.id


@given(st.sampled_from(ALL), st.text(max_size=60), st.booleans())
def test_any_text_is_survived(options, typed, yes_no):
    """Whatever is typed, what comes back are ids of the options, each once, and a certain one is the only candidate."""
    choice = choose(options, typed, yes_no=yes_no)
    assert set(choice.candidates) <= {option.id for option in options}
    assert len(set(choice.candidates)) == len(choice.candidates)
    assert choice.certain is None or choice.candidates == (choice.certain,)


@given(st.sampled_from((APPROVAL, TYPES, PARTNERS)), st.sampled_from(["not", "never", "no longer", "isn't"]), st.data())
def test_a_denied_option_is_not_chosen(options, denial, data):
    """A denial in front of an option's words never chooses that option."""
    option = data.draw(st.sampled_from([option for option in options if not option.unsure]))
    phrase = data.draw(st.sampled_from((option.label, *option.also)))
    assert choose(options, f"{denial} {phrase}").certain != option.id


@pytest.mark.parametrize("words", ["both", "them", "it"])
def test_a_word_that_only_points_is_asked_back(words):
    """ "Both" may mean any of several options that hold the word; it is certain only where an option begins with it."""
    options = (
        Option("own", "Each marks its own"),
        Option("shared", "One person marks at several centres", ("the same teacher marks for both",)),
    )
    assert choose(options, words).certain is None
    assert choose((*options, Option("both", "Both of them")), "both").certain == "both"
