"""Finding documents by what a person types."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from guide_tui.search.documents import Document, DocumentKind
from guide_tui.search.index import Index

ANSWER, SECTION, TERM, CHECK, OUTCOME, QUESTION = DocumentKind

DOCUMENTS = (
    Document(
        "faq:records",
        ANSWER,
        "How long do we keep internal verification records?",
        ("shredding old assessment paperwork",),
        "Keep them for 3 years after certification: assessment plans, tracking sheets and verification forms.",
    ),
    Document(
        "faq:work",
        ANSWER,
        "How long do we keep learner work?",
        ("portfolios",),
        "Keep all assessed work for at least 12 weeks after the certificates arrive.",
    ),
    Document(
        "faq:deadline",
        ANSWER,
        "When must the application form be sent?",
        ("application deadline",),
        "The lead centre sends the form to Pearson Support at least six weeks before delivery starts.",
    ),
    Document(
        "faq:who-applies",
        ANSWER,
        "Who completes the application form?",
        (),
        "The lead centre of the arrangement completes and sends it.",
    ),
    Document(
        "faq:approval",
        ANSWER,
        "Do we need approval to work with another centre?",
        (),
        "An informal arrangement needs none. Formal and exceptional ones must be approved before you recruit.",
    ),
    Document(
        "faq:block",
        ANSWER,
        "Who lifts a certification block?",
        (),
        "The Centre Quality Manager submits a progress report for QO.1, QO.3, QO.4 or QO.9, which releases it.",
    ),
    Document("guide:g/apply", SECTION, "How to apply", (), "Complete the form and submit it to Pearson Support."),
    Document("term:liv", TERM, "Lead Internal Verifier", ("LIV", "Lead IV"), "Leads the verification of a programme."),
    Document("term:dtr", TERM, "DeskTop Review", ("DTR",), "A remote review of the centre. It has its own checklist."),
    Document("check:approval", CHECK, "Do we need approval?", (), "Which kind of arrangement you have."),
)
SYNONYMS = (("approval", "green light", "permission"), ("learner", "student", "kid"), ("start", "kick off"))
INDEX = Index(DOCUMENTS, SYNONYMS)


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        # Words, their relatives, spelling variants.
        ("retention of verification records keep", "faq:records"),
        ("verified record", "faq:records"),
        ("portfolios", "faq:work"),
        ("QO1 QO3 block", "faq:block"),
        ("qo 9", "faq:block"),
        ("desk top review", "term:dtr"),
        ("desktop check list", "term:dtr"),
        # Faults.
        ("lerner wrok", "faq:work"),
        ("do i need aproval to wrok with anohter center", "faq:approval"),
        ("verifcation recrods", "faq:records"),
        ("certificationblock", "faq:block"),
        # Words without their vowels.
        ("hw long d we kp lrnr wrk", "faq:work"),
        # An unfinished last word, misspelt or not.
        ("application dead", "faq:deadline"),
        ("who lifts a cert", "faq:block"),
        ("learner wo", "faq:work"),
        ("certifcat", "faq:block"),
        # Other words for the same.
        ("green light to work with another centre", "faq:approval"),
        ("kids work", "faq:work"),
        ("permission another centre", "faq:approval"),
        ("student wrk", "faq:work"),
        # The kind of question.
        ("who application form", "faq:who-applies"),
        ("when application form", "faq:deadline"),
        # Terms first where the term is asked for.
        ("LIV", "term:liv"),
        ("what does DTR stand for", "term:dtr"),
        ("what is a lead internal verifier", "term:liv"),
    ],
)
def test_the_first_hit(query, expected):
    """What a person types finds what answers it."""
    assert INDEX.find(query).hits[0].document.id == expected


@pytest.mark.parametrize("query", ["", "   ", "?!", "the of and", "xyzzy", "\x00\ud800"])
def test_nothing_to_find(query):
    """What says nothing finds nothing, and is not trusted."""
    answer = INDEX.find(query)
    assert (answer.hits, answer.confident) == ((), False)


@pytest.mark.parametrize(
    "query",
    [
        "lunch menu",
        "who is the chief executive of pearson",
        "A level results appeal fee",
        "student finance bursary form",
        "car park",
        "larking about",
    ],
)
def test_questions_from_outside_are_not_answered_with_confidence(query):
    """Sharing a word or two with an answer is not enough."""
    assert not INDEX.find(query).confident


@pytest.mark.parametrize("query", ["how long do we keep learner work", "who lifts a certifcation block", "LIV"])
def test_questions_from_inside_are(query):
    """A question that an answer covers is answered, misspelt or not."""
    assert INDEX.find(query).confident


def test_the_answer_stands_before_the_tree_that_asks():
    """Of two that fit alike, the one that answers comes first."""
    found = [hit.document.id for hit in INDEX.find("need approval").hits]
    assert found.index("faq:approval") < found.index("check:approval")


@pytest.mark.parametrize("query", ["do we need approval", "Do I need approval?", "do you need aproval"])
def test_the_very_words_of_a_title_are_it_whoever_speaks(query):
    """A query that is a title word for word, but for "I" and "we" and a misspelling, is certain, even of a check."""
    found = INDEX.find(query)
    assert (found.hits[0].document.id, found.confident) == ("check:approval", True)


def test_another_first_letter_makes_a_correction_doubtful():
    """A word that is near a known one but begins differently may simply be another word: it is found, not trusted."""
    index = Index([Document("faq:marking", ANSWER, "Who does the marking?", (), "The assessor does the marking.")])
    found = index.find("narking")
    assert (found.corrected, found.confident) == ("marking", False)


def test_everyday_words_are_not_corrected():
    """A word that everybody knows is that word, however near it is to one of the library."""
    index = Index([Document("faq:marking", ANSWER, "Who does the marking?", (), "The assessor does the marking.")])
    assert index.find("parking").corrected == index.find("who is parking").corrected == ""
    assert index.find("markign").corrected == "marking"


def test_what_is_being_typed_is_likely_a_wording_that_begins_so():
    """Half of a question leads to the question that begins with it, rather than to a shorter one with its words."""
    documents = [
        Document("faq:long", ANSWER, "Who keeps the records of a learner who left in the first year?", (), ""),
        Document("faq:short", ANSWER, "Learner records", ("records of a learner", "the records of learners"), ""),
    ]
    assert Index(documents).find("who keeps the records of a learn").hits[0].document.id == "faq:long"


def test_an_unknown_abbreviation_is_not_corrected():
    """Capitals that the library does not have are somebody's abbreviation, unless all is written in capitals."""
    index = Index([Document("faq:paper", ANSWER, "When is the paper due?", (), "The paper is due in May.")])
    assert (index.find("APER deadline").corrected, index.find("APER deadline").confident) == ("", False)
    assert index.find("PAPRE DUE").corrected == "paper DUE"


def test_letters_right_from_the_start_decide_between_corrections():
    """Of two words with as many faults, the one that begins like what was typed is meant."""
    documents = [Document("faq:a", ANSWER, "comes comes", ("comes",), ""), Document("faq:b", ANSWER, "claims", (), "")]
    assert Index(documents).find("who clames it").corrected == "who claims it"


def test_a_phrasing_word_for_word_comes_first_even_among_many():
    """However common the words are, the document that is called just so is found."""
    many = [
        Document(f"faq:{n}", ANSWER, f"Approval of thing {n}", ("approval now",), "approval " * 9) for n in range(300)
    ]
    wanted = Document("faq:wanted", ANSWER, "Something else", ("approval",), "It is needed.")
    assert Index([*many, wanted]).find("approval").hits[0].document.id == "faq:wanted"


def test_each_phrasing_is_judged_on_its_own():
    """Two halves of a query in two phrasings weigh less than both in one."""
    split = Document("a", ANSWER, "Something", ("blue gate", "green door"), "")
    joined = Document("b", ANSWER, "Something else", ("blue door",), "")
    assert Index((split, joined)).find("blue door").hits[0].document.id == "b"


def test_a_denied_title_does_not_answer_the_question():
    """ "Not covered" is another question than "covered"."""
    denied = Document("a", ANSWER, "Which courses are not covered?", (), "")
    stated = Document("b", ANSWER, "Which courses are covered here?", (), "")
    index = Index((denied, stated))
    assert index.find("which courses are covered").hits[0].document.id == "b"
    assert index.find("which courses aren't covered").hits[0].document.id == "a"


def test_a_closing_or_not_denies_nothing():
    """ "Needed or not" asks what "needed" asks."""
    closing = Document("b", ANSWER, "Approval needed or not", (), "")
    denying = Document("a", ANSWER, "Approval not needed or", (), "")
    assert Index((closing, denying)).find("is approval needed").hits[0].document.id == "b"


def test_did_you_mean_keeps_what_was_right():
    """The corrected query differs only in the misspelt words."""
    assert INDEX.find("Who lifts a certifcation blokc?").corrected == "Who lifts a certification block?"
    assert INDEX.find("who lifts a certification block").corrected == ""


def test_marks_name_the_words_that_matched():
    """Marks are places in the title and in the text, function words left out."""
    hit = INDEX.find("learner certificates").hits[0]
    title, text = hit.document.title, hit.document.text
    assert [title[start:end] for start, end in hit.title_marks] == ["learner"]
    assert [text[start:end] for start, end in hit.text_marks] == ["certificates"]


def test_equals_come_by_kind_and_then_by_id():
    """The order of equals is fixed."""
    twins = [Document(id_, kind, "Same title", (), "") for id_, kind in (("c", CHECK), ("b", ANSWER), ("a", ANSWER))]
    assert [hit.document.id for hit in Index(twins).find("title").hits] == ["a", "b", "c"]


def test_a_title_of_function_words_is_found_by_all_of_it():
    """Even "What is it?" can be found."""
    index = Index((*DOCUMENTS, Document("odd", ANSWER, "What is it?", (), "")))
    assert index.find("what is it").hits[0].document.id == "odd"


def test_many_documents_with_the_same_words_still_give_the_right_one():
    """Where hundreds share each word, the one that has them all is found."""
    colours = ("red", "green", "blue", "white", "black")
    things = [f"thing{chr(97 + n)}" for n in range(20)]
    kept = [
        Document(f"{colour}-{thing}-{n}", ANSWER, f"{colour} {thing} number {place}", (), "")
        for colour in colours
        for thing in things
        for n, place in enumerate(("alpha", "beta", "gamma", "delta"))
    ]
    assert Index(kept).find("white thingk gamma").hits[0].document.id == "white-thingk-2"


@pytest.mark.parametrize("word", ["x" * 100_000, "a-" * 50_000, "learner" * 10_000])
def test_a_word_without_end_is_unknown(word):
    """Somebody leans on a key or pastes a file: the word is not cut in two at every letter."""
    assert not INDEX.find(word).confident
    assert INDEX.find(f"{word} certification block").hits[0].document.id == "faq:block"


def test_phrase_in_thousands_of_groups_has_some_other_names():
    """Groups that all share a word do not multiply; the first other names are kept."""
    index = Index(DOCUMENTS, [["learner work", "homework", f"w{n}"] for n in range(20_000)])
    assert index.find("how long do we keep homework").hits[0].document.id == "faq:work"


def test_group_of_thousands_of_phrases_is_read():
    """Every phrase of a group stands for every other, the first ones at least."""
    index = Index(DOCUMENTS, [["learner work", *(f"w{n}" for n in range(20_000))]])
    assert index.find("how long do we keep w19999").hits[0].document.id == "faq:work"


def test_an_empty_library_finds_nothing():
    """No documents, no hits."""
    assert Index(()).find("approval").hits == ()


TITLE_WORDS = "who keeps the form records of every centre learner work and approvel q LIV"


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=200), st.integers(0, 12))
def test_any_text_is_survived(query, limit):
    """Scores lie in 0 to 1, best first, each document once, and asking again gives the same."""
    check_laws(query, limit)


def check_laws(query, limit):
    answer = INDEX.find(query, limit)
    scores = [hit.score for hit in answer.hits]
    assert all(0 <= score <= 1 for score in scores)
    assert scores == sorted(scores, reverse=True)
    assert len({hit.document.id for hit in answer.hits}) == len(answer.hits) <= limit
    assert answer == INDEX.find(query, limit)


@settings(deadline=None)
@given(st.lists(st.sampled_from(TITLE_WORDS.split()), max_size=6))
def test_mixtures_of_known_words_are_survived(words):
    """The same holds for words that do occur."""
    check_laws(" ".join(words), 10)


TITLE = st.lists(st.sampled_from(TITLE_WORDS.split()), min_size=1, max_size=6).map(" ".join)


@settings(max_examples=150, deadline=None)
@given(st.lists(TITLE, min_size=1, max_size=12, unique_by=lambda title: " ".join(title.split())), st.data())
def test_an_exact_title_comes_first(titles, data):
    """A document is found first by its own title, whatever else there is."""
    documents = [Document(str(n), ANSWER, title, (), "the form of approval") for n, title in enumerate(titles)]
    wanted = data.draw(st.sampled_from(documents))
    assert Index(documents).find(wanted.title).hits[0].document.title == wanted.title
