"""Completing and correcting words."""

from __future__ import annotations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from guide_tui.search.vocabulary import MOST_COMPLETIONS, Vocabulary, allowed_cost

WORDS = {
    "verifier": 9, "verification": 7, "verify": 1, "centre": 30, "certificate": 8, "certification": 5, "lead": 20,
    "exceptional": 4, "arrangement": 12, "home": 3, "appoint": 2, "points": 2, "policy": 2,
}  # fmt: skip


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("verifer", "verifier"),
        ("exeptional", "exceptional"),
        ("arangment", "arrangement"),
        ("hoem", "home"),
        ("leed", "lead"),
        ("apoint", "appoint"),
        ("ecntre", "centre"),
        ("centificate", "certificate"),
        ("qertification", "certification"),
    ],
)
def test_misspelt_words_are_led_to_the_nearest(typed, expected):
    """Letters added, lost, changed or swapped are forgiven, a wrong first letter in long words too."""
    assert Vocabulary(WORDS).correct(typed)[0].word == expected


@pytest.mark.parametrize("typed", ["cat", "bead", "lunch", "menu", "20256", "x"])
def test_what_is_too_far_stays_as_it_is(typed):
    """Short words, numbers, and words with another first letter are not guessed at."""
    assert Vocabulary(WORDS).correct(typed) == ()


def test_completions_come_most_frequent_first():
    """A prefix stands for the words that begin with it."""
    assert Vocabulary(WORDS).complete("ver") == ("verifier", "verification", "verify")
    assert Vocabulary(WORDS).complete("ce") == ("centre", "certificate", "certification")
    assert Vocabulary(WORDS).complete("zz") == ()


def test_a_misspelt_beginning_is_completed():
    """A word can be completed although its beginning is misspelt."""
    assert Vocabulary(WORDS).correct_start("exepti")[0].word == "exceptional"


def test_completions_are_limited():
    """However many words begin alike, a bounded number is looked at."""
    many = {f"pa{chr(97 + a)}{chr(97 + b)}": 1 for a in range(20) for b in range(20)}
    assert len(Vocabulary(many).complete("p")) == len(Vocabulary(many).complete("pa")) == MOST_COMPLETIONS


LONG = st.from_regex(r"[a-z]{8,14}", fullmatch=True)


@given(st.sets(LONG, min_size=1, max_size=8), st.data())
def test_one_typo_in_a_long_word_is_corrected(words, data):
    """A single fault after the first letter leaves the word among the nearest."""
    word = data.draw(st.sampled_from(sorted(words)))
    at = data.draw(st.integers(1, len(word) - 2))
    fault = data.draw(st.sampled_from(["lose", "swap", "change"]))
    rest = {"lose": word[at + 1 :], "swap": word[at + 1] + word[at] + word[at + 2 :], "change": "q" + word[at + 1 :]}
    typed = word[:at] + rest[fault]
    assume(typed not in words)
    found = Vocabulary(dict.fromkeys(words, 1)).correct(typed)
    assert word in {correction.word for correction in found} or len(found) == 3


@given(st.text(max_size=12))
def test_any_word_has_a_budget(word):
    """The number of faults allowed never reaches half of the word."""
    assert allowed_cost(word) * 2 <= max(len(word), 0)
