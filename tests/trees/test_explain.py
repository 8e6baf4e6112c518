"""Why an outcome was reached, and what would change it."""

from __future__ import annotations

from guide_tui.model.tree import Among, Kind
from guide_tui.trees import space as space_module
from guide_tui.trees.explain import Alternative, Change, alternatives, decided_by
from guide_tui.trees.space import Space
from tests.trees.building import TODAY, go, question, tree, tree_of

TREE = tree_of("""
    start: country
    questions:
      country: {ASK, kind: one, options: [england, wales], next: who}
      who: {ASK, kind: one, options: [nobody, centres, others, not-sure], next: {nobody: nothing, else: marking}}
      marking: {ASK, kind: one, options: [own, one-for-all, not-sure], next: {own: informal, not-sure: find-out, else: [
          {when: {who: others}, go: refused}, {else: formal}]}}
    outcomes:
      nothing: {SAY}
      informal: {SAY}
      formal: {SAY}
      refused: {SAY}
      find-out: {SAY}
    """)
FORMAL = {"country": "wales", "who": "centres", "marking": "one-for-all"}


def test_only_answers_that_could_have_led_elsewhere_decided():
    """The country was asked, but whatever it was, the outcome would be the same; the others decided."""
    assert decided_by(Space(TREE, TODAY), FORMAL) == ("who", "marking")
    assert decided_by(Space(TREE, TODAY), {"country": "wales", "who": "nobody"}) == ("who",)


def test_the_smallest_changes_are_named_nearest_first():
    """One answer changed is enough for three outcomes; "not sure" is never suggested, so find-out is left out."""
    assert alternatives(Space(TREE, TODAY), FORMAL) == (
        Alternative("nothing", (Change("who", "centres", ("nobody",)),), ()),
        Alternative("informal", (Change("marking", "one-for-all", ("own",)),), ()),
        Alternative("refused", (Change("who", "centres", ("others",)),), ()),
    )


def test_two_changes_are_named_where_one_is_not_enough():
    """From "each marks its own", refusal takes another partner and another way of marking."""
    found = {each.outcome: each for each in alternatives(Space(TREE, TODAY), {**FORMAL, "marking": "own"})}
    assert found["refused"].changes == (
        Change("who", "centres", ("others",)),
        Change("marking", "own", ("one-for-all",)),
    )
    assert len(found["formal"].changes) == 1


def test_questions_that_would_be_asked_anew_are_told():
    """Who took part with nobody was never asked about marking; to end elsewhere it must be."""
    found = alternatives(Space(TREE, TODAY), {"country": "wales", "who": "nobody"})
    assert Alternative("formal", (Change("who", "nobody", ("centres",)),), (("marking", ("one-for-all",)),)) in found


def test_a_response_set_aside_counts_again():
    """An answer to a question that is no longer asked is kept, so it need not be given again."""
    found = alternatives(Space(TREE, TODAY), {"country": "wales", "who": "nobody", "marking": "own"})
    assert [each for each in found if each.outcome == "informal"] == [
        Alternative("informal", (Change("who", "nobody", ("centres", "others")),), ()),
    ]


def test_an_answer_given_in_advance_may_be_what_to_change():
    """While a question is open, an outcome can depend on changing an answer to a later one; it is not left out."""
    found = alternatives(Space(TREE, TODAY), {"country": "wales", "marking": "own"})
    assert {each.outcome: each.changes for each in found} == {
        "formal": (Change("marking", "own", ("one-for-all",)),),
        "refused": (Change("marking", "own", ("one-for-all",)),),
    }


def test_of_days_and_numbers_representatives_are_named():
    """For a number the nearest values on the other side of the rule stand for all."""
    small = tree_of("""
        start: size
        questions:
          size: {ASK, kind: number, least: 1, most: 99, next: [
              {when: {size: {at-least: 16}}, go: large}, {else: small}]}
        outcomes:
          large: {SAY}
          small: {SAY}
        """)
    (found,) = alternatives(Space(small, TODAY), {"size": 3})
    assert found == Alternative("large", (Change("size", 3, (16, 17, 98, 99)),), ())


def test_a_tree_too_large_to_walk_names_everything_and_suggests_nothing(monkeypatch):
    """Rather than guess, every answer is named as deciding, and no change is promised."""
    monkeypatch.setattr(space_module, "MOST_STATES", 1)
    space = Space(TREE, TODAY)
    assert decided_by(space, FORMAL) == ("country", "who", "marking")
    assert alternatives(space, FORMAL) == ()


def test_an_outcome_without_questions_was_decided_by_nothing():
    """A tree in which every answer ends alike has nothing to explain."""
    small = tree(question("q", Kind.ONE, "a b", [go("end", Among("q", frozenset({"a"}))), go("end")]))
    assert decided_by(Space(small, TODAY), {"q": "a"}) == ()
    assert alternatives(Space(small, TODAY), {"q": "a"}) == ()
