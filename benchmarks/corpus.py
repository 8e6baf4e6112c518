"""Made-up entries for measuring search at scale: many, with a large vocabulary, always the same ones."""

from __future__ import annotations

import random
from collections.abc import Sequence
from itertools import accumulate, product

from guide_tui.search.documents import Document, DocumentKind

_STEMS = """
    accept account adapt address adjust admit advise agree align allot amend answer appoint arrange assess assign
    assist attend audit award balance base bench board book bridge brief budget build cancel capture carry catalog
    certify chain change chart check claim class clear client code collect combine comment compare compile comply
    conduct confirm connect consent consult contact contain contract control convert correct count course cover
    credit cycle debate decide declare defer define delay deliver demand depart deploy design detail detect develop
    direct discuss display divide draft edit educate effect elect embed employ enable endorse engage enrol enter
    equip escalate estimate evaluate examine exchange exempt exhibit expand expect export extend feature field
    figure filter finance finish follow forecast form forward found frame fund gather generate govern grade grant
    group guard guide handle harvest identify illustrate impact import improve include index inform inspect install
    instruct insure interpret interview invent invite invoice issue join journal judge label launch lead learn
    lecture letter level license limit link list load locate lock maintain manage map market master match measure
    mediate meet mentor merge method migrate model modify monitor motion name network notice notify number observe
    obtain offer operate order organise outline own package panel paper partner pass pattern pause perform permit
    phase pilot plan plate point policy pool portal post practice predict prepare present press print process
    procure produce profile program project promote prompt protect prove provide publish purchase qualify quarter
    query quote raise range rate reach reason recall receive record recover recruit reduce refer reflect reform
    refuse regulate reject release remedy remind remove render renew repair replace report request require rescue
    reserve resolve respond restore result retain return review revise reward rotate route rule sample sanction
    scale schedule school score screen seal search season secure select send separate serve session settle shape
    share sheet shift sign site skill sort source space specify sponsor staff stage stand station stock store stream
    structure study submit succeed suggest supervise supply support survey suspend sustain switch system target
    teach team template term test text theme thread ticket title token tool topic trace track trade train transfer
    transform transmit travel treat trigger tutor type update upgrade upload validate value vary venue verify view
    visit voice vote warn watch weigh welcome withdraw witness word workshop write yield zone
"""
_BEFORE = ("", "re", "un", "over", "under", "inter", "co", "non", "sub", "multi", "micro", "pre")
_AFTER = ("", "s", "ed", "ing", "er", "ers", "ment", "able", "ness", "al", "ive", "ation", "ist", "less", "ful", "ship")

_TITLES = (
    "How do we {} the {} before the {} {}?",
    "Who is responsible for {} a {} {} at a {}?",
    "When must the {} {} be {} by the {}?",
    "What happens if the {} {} is not {}?",
    "Can a {} {} {} without {}?",
    "Which {} covers {} {} and {}?",
)
_SENTENCES = (
    "The {} must {} every {} {} within ten days of {}.",
    "Each {} keeps its own {} {} unless the {} has been {}.",
    "If the {} is {}, the {} will {} the {} {} straight away.",
    "For {}, use the {} {} rather than the {}.",
    "Contact the {} team if your {} {} has not {} the {}.",
)
_TEXT_WORDS = 60


def corpus(size: int) -> list[Document]:
    """``size`` answers of some sixty words each, over a vocabulary of some 25,000 words as unevenly used as English."""
    chance = random.Random(20260901)
    stems = _STEMS.split()
    plain = sorted({f"{stem}{after}" for stem, after in product(stems, _AFTER)})
    rare = sorted({f"{before}{word}" for before, word in product(_BEFORE[1:], plain)})
    chance.shuffle(plain)
    chance.shuffle(rare)
    words = [*plain, *rare[:18_000]]
    weights = list(accumulate(1.0 / (place + 30) ** 0.85 for place in range(len(words))))

    def fill(patterns: Sequence[str]) -> str:
        pattern = chance.choice(patterns)
        return pattern.format(*chance.choices(words, cum_weights=weights, k=pattern.count("{}")))

    def text() -> str:
        parts: list[str] = []
        while sum(part.count(" ") + 1 for part in parts) < _TEXT_WORDS:
            parts.append(fill(_SENTENCES))
        return " ".join(parts)

    return [Document(f"made:{n:06}", DocumentKind.ANSWER, fill(_TITLES), (), text()) for n in range(size)]


def typed(entries: Sequence[Document], count: int) -> list[tuple[str, str]]:
    """What somebody types who wants one of the entries: thirty letters of its title with one fault, and its id."""
    chance = random.Random(7)
    queries: list[tuple[str, str]] = []
    while len(queries) < count:
        entry = chance.choice(entries)
        query = " ".join(word for word in entry.title.lower().strip("?").split() if len(word) > 3)[:30]
        places = [at for at in range(4, len(query) - 2) if query[at] != " " and query[at + 1] != " "]
        if len(query) < 26 or not places:
            continue
        at = chance.choice(places)
        swapped = query[:at] + query[at + 1] + query[at] + query[at + 2 :]
        changed = query[:at] + chance.choice("aeionrst") + query[at + 1 :]
        queries.append((chance.choice((swapped, changed)), entry.id))
    return queries
