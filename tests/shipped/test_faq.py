"""The nine questions that the guide itself answers are found however they are put."""

from __future__ import annotations

import pytest

from guide_tui.search.documents import documents
from guide_tui.search.index import Index

ASKED = {
    "faq-policies": (
        "policies-registering-centre",
        "we only register and claim while the lead teaches and assesses, what policies do we have to have",
        "list of policies for a school that enters learners but doesn't deliver anything",
        "do we need our own malpractice and appeals policy if another centre does the teaching",
        "what polices does a centre that only registers and claims ned",
    ),
    "faq-quality-documents": (
        "documents-for-lsv",
        "our students are taught and marked at the lead centre, which quality documents must we be able to see",
        "lead standards verifier is coming, what paperwork should we have to hand for learners at the lead centre",
        "what should a home centre have access to for the LSV",
        "what documants do we need acess to for lead standards verification",
    ),
    "faq-after-certificates": (
        "keep-learner-work",
        "certificates came yesterday, can we throw the coursework away",
        "for how many weeks should assessment evidence be stored once certificates have arrived",
        "how soon may student work be given back or destroyed after certification",
        "how long to keep lerner work after certificats",
    ),
    "faq-records": (
        "keep-records",
        "for how many years do we store assessment plans and IV documents of a consortium programme",
        "retention period for tracking sheets and internal verification records",
        "three years from when for quality assurance paperwork",
        "how long must asessment records be kept for a consortum",
    ),
    "faq-programme-code": (
        "mixed-groups-programme-code",
        "our class has our own pupils and pupils from two other schools, what code do they go on",
        "which programme code for a group with learners from several centres",
        "visitors sit in our lessons, do I use our code or the consortium one",
        "wich programme code for a mixd group",
    ),
    "faq-no-approval": (
        "started-without-approval",
        "what happens if teaching began before Pearson approved the arrangement",
        "consequences of delivering without having been approved",
        "we forgot to apply and the course is already running",
        "we startd teaching without aproval",
    ),
    "faq-exceptional-registration": (
        "exceptional-registration",
        "who makes the registrations when a training provider does the teaching",
        "where to register learners of an exceptional arrangement",
        "were do we register learners in an exeptional arrangement",
    ),
    "faq-functional-skills": (
        "functional-skills",
        "can we offer functional skills together with another college",
        "is approval needed for functional skills in a partnership",
        "functional skills maths delivered jointly with the school next door",
        "can we run funtional skils in a collaborative arrangement",
    ),
    "faq-sizes": (
        "sizes-covered",
        "we were approved for the certificate, does that let us run the diploma as well",
        "is an arrangement approved by subject or by qualification",
        "the bigger size of the same suite does not show up in our approval",
        "dose our approval cover other sises of the qualification",
    ),
}
"""By section: our answer, three ways of asking that our content does not hold, and one with two typing errors."""


@pytest.fixture(scope="module")
def index(shipped) -> Index:
    """The index that a person asks."""
    return Index(documents(shipped), shipped.synonyms)


@pytest.mark.parametrize("section", ASKED)
def test_question_of_the_guide_is_found_by_its_own_words(section, index, shipped) -> None:
    """The question as we print it has its answer first, with confidence, and rests on that section of the guide."""
    entry = shipped.faq[ASKED[section][0]]
    assert section in {citation.section for citation in entry.cite}
    answer = index.find(entry.question)
    assert (answer.hits[0].document.id, answer.confident) == (f"faq:{entry.id}", True)


@pytest.mark.parametrize(
    ("section", "words"),
    [(section, words) for section, (_, *asked) in ASKED.items() for words in asked],
)
def test_question_of_the_guide_is_found_by_other_words(section, words, index, shipped) -> None:
    """People put it in their own way, or mistype it, and still have the answer first."""
    entry = shipped.faq[ASKED[section][0]]
    assert words.casefold() not in {each.casefold() for each in (entry.question, *entry.also)}
    assert index.find(words).hits[0].document.id == f"faq:{entry.id}"
