"""How well a document answers a query.

Candidates come from the postings by BM25F. Then each is looked at closely: how much of the query its best single
phrasing covers, how much of that phrasing the query covers, how near the words stand in the text, whether the
letters look alike, and whether it gives the kind of answer that is asked for.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Sequence, Set
from dataclasses import dataclass
from functools import lru_cache
from heapq import nlargest
from itertools import combinations
from operator import mul
from typing import NamedTuple

from guide_tui.search.documents import Document, DocumentKind
from guide_tui.search.postings import CHAMPIONS, PLACE, STEP, Postings
from guide_tui.search.query import Asked, Meaning, Query, asked
from guide_tui.search.words import DENIAL, words

_CANDIDATES = 20
_FINALISTS = 12
_LARGE = 5000
"""Documents from which fewer are looked at closely: their titles tell them apart, and each look costs time."""

_CANDIDATES_OF_MANY = 12
_FINALISTS_OF_MANY = 8
_REMEMBERED = 4096
_MOST_LOOKED = 384
_LEAST_EACH = 8
_KEPT_SCORES = 64
_HOPELESS = 0.4
"""Share of the best first score below which a document is not looked at when there are many."""

_WINDOW = 14
"""Within how many topic words of a text the words of a query count as standing together."""

# A term that stands in more titles than this cannot tell documents apart, and would take too long to go through.
_MOST_TITLED = 4000

# What makes a word count at all when phrasings are weighed, however common it is.
_LEAST_RARITY = 0.05

# How well a word serves that stands in the text only, and how well a typed word must be matched to be a name.
_IN_TEXT = 0.85
_AS_GOOD_AS_SAME = 0.7

_AS_MUCH = 0.05
"""By how much less of the query an answer may cover than a check and still stand before it."""

_AS_GOOD = 0.7
"""The share of a check's score from which an answer stands before it, whatever each covers."""

_NEARLY = 0.06
"""By how much less an answer may fit than the section that it rests on and still stand before it."""

# How far a phrasing with "not" still covers a question without it.
_DENIED = 0.7

_EXACT = 0.97
"""The score of a document one of whose other phrasings is the query; it is 1 where the title is."""

_SURPASSED = 0.96
"""What no document surpasses otherwise."""

_BROAD = 4
"""How many phrasings show how broadly a document is about the query."""

_ORDER = {kind: place for place, kind in enumerate(DocumentKind)}

_OF_CHECKS = frozenset({DocumentKind.CHECK, DocumentKind.OUTCOME, DocumentKind.QUESTION})

_DATED = re.compile(
    r"\b(?:\d+|one|two|three|four|five|six|ten|twelve) (?:(?:working|calendar|full) )?(?:day|week|month|year)s?\b"
    r"|\bannual|\bevery year\b"
    r"|\b\d{1,2} (?:january|february|march|april|may|june|july|august|september|october|november|december)\b",
    re.IGNORECASE,
)


class Features(NamedTuple):
    """What was seen when a document was compared with a query. Each is 0 to 1."""

    phrase: float
    """Share of the query that the best phrasing covers."""

    whole: float
    """Share of that phrasing that the query covers."""

    union: float
    """Share of the query that the document covers anywhere."""

    near: float
    """Share of the query found close together in the text."""

    breadth: float
    """Share of the query that the phrasings cover on average, the four best of them."""

    letters: float
    """How alike the letters of the query and of a phrasing are: the second likest of the four that cover most."""

    found: float
    """How strongly it was found, compared with the most strongly found."""

    kind: float
    """Whether it gives the kind of answer that is asked for."""

    begun: bool
    """Whether one of the phrasings begins with the query, word for word: it may be about to be typed."""

    name: bool
    """Whether the query is the very name of a term."""

    exact: float
    """1 where the query is the title, word for word, nearly 1 where it is another phrasing, and 0 elsewhere."""


class Ranked(NamedTuple):
    """A candidate with its score."""

    number: int
    """Which document."""

    score: float
    """0 to 1."""

    features: Features


class Reason(NamedTuple):
    """One part of a score."""

    name: str
    """What was observed: a field of :class:`Features`, "both" for phrase and whole together, or a kind of document."""

    seen: float
    """How much of it, 0 to 1."""

    points: float
    """What it adds to the score."""


@dataclass(slots=True)
class Weights:
    """How much each observation counts. Fitted to labelled questions, and to phrasings taken out of their answers."""

    phrase: float = 0.5
    both: float = 2.8
    union: float = 1.8
    near: float = 2.0
    breadth: float = 3.2
    letters: float = 2.7
    found: float = 2.5
    kind: float = 1.0
    begun: float = 2.0
    section: float = 0.0
    term: float = -1.6
    check: float = -1.5
    outcome: float = -1.8
    question: float = -1.6
    name: float = 2.0

    @property
    def most(self) -> float:
        """What a document has that shows everything."""
        shown = (self.phrase, self.both, self.union, self.near, self.breadth, self.letters, self.found, self.kind)
        return sum(shown)


@dataclass(slots=True)
class _Look:
    """The best phrasing of a document."""

    number: int
    rough: float
    index: int = 0
    share: float = 0.0
    whole: float = 0.0
    values: Sequence[float] | None = None
    shares: Sequence[tuple[float, int]] = ()
    """Of each phrasing that shares a word with the query: how much of the query it covers, and which it is."""


class Phrasing(NamedTuple):
    """One of the ways in which a document's question is put."""

    terms: tuple[int, ...]
    weight: float
    """How much its terms matter, together."""


Options = tuple[tuple[int, float], ...]
"""Terms that a word may stand for, each with how well it serves."""

Sought = tuple[Options, float]
"""What one word of a query may stand for, and how much it matters."""

_Together = tuple[int, tuple[int, ...], float]
"""A word of the query, terms that serve for it together, and how well."""


class _Matcher:
    """A query, turned round: which of its words a term serves."""

    def __init__(self, query: Query, rarities: Sequence[float], denial: int | None) -> None:
        self.query = query
        self.denial = denial
        """The term of "not", which turns a phrasing round."""
        self.shares = [word.weight / query.total for word in query.words]
        """How much of the query each word is; together 1."""
        self.served: dict[int, list[tuple[int, float]]] = {}
        for at, word in enumerate(query.words):
            for term, quality in word.meaning.terms.items():
                self.served.setdefault(term, []).append((at, quality))
        self.together = [
            (at, ids, quality) for at, word in enumerate(query.words) for ids, quality in word.meaning.phrases
        ]
        self._rarities = rarities

    def look(self, number: int, phrases: Sequence[Phrasing], titles: frozenset[int]) -> _Look:
        """The phrasing that fits best. Each is judged on its own; ``titles`` has the terms of all."""
        best = _Look(number, -1.0)
        served, shares, nothing = self.served, self.shares, [0.0] * len(self.shares)
        together = [each for each in self.together if titles.issuperset(each[1])]
        hits = served.keys() & titles
        if not hits and not together:
            return best
        covered = []
        denial = None if self.denial in served else self.denial
        for index, phrase in enumerate(phrases):
            if not together and hits.isdisjoint(phrase.terms):
                continue
            values = nothing[:]
            for term in phrase.terms:
                if term in hits:
                    for at, quality in served[term]:
                        if values[at] < quality:
                            values[at] = quality
            found = _take(values, together, phrase.terms) if together else ()
            share = sum(map(mul, shares, values))
            # At the end it denies nothing: "needed or not".
            if denial in phrase.terms[:-1]:
                share *= _DENIED
            covered.append((share, index))
            # Covering the whole phrasing can only lower the product.
            if share > best.rough:
                whole = self._whole(phrase, found)
                rough = share * (0.6 + 0.4 * whole)
                if rough > best.rough:
                    best = _Look(number, rough, index, share, whole, values)
        best.shares = covered
        return best

    def _whole(self, phrase: Phrasing, together: Container[int]) -> float:
        """The share of a phrasing that the query covers."""
        served, rarities = self.served, self._rarities
        covered = 0.0
        for term in phrase.terms:
            if term in served or term in together:
                covered += rarities[term] + _LEAST_RARITY
        return covered / phrase.weight if phrase.weight else 0.0

    def read(self, text: Sequence[int], values: Sequence[float]) -> tuple[float, float]:
        """The share of the query that phrasing or text cover, and the share that stands close together in the text."""
        served, shares = self.served, self.shares
        union = list(values)
        together = [each for each in self.together if union[each[0]] < each[2] * _IN_TEXT]
        places = [-_WINDOW] * len(shares)
        qualities = [0.0] * len(shares)
        nearest = 0.0
        count = range(len(shares))
        for place, term in [(place, term) for place, term in enumerate(text) if term in served]:
            for at, quality in served[term]:
                places[at] = place
                qualities[at] = quality
                if union[at] < quality * _IN_TEXT:
                    union[at] = quality * _IN_TEXT
            edge = place - _WINDOW
            here = 0.0
            for at in count:
                if places[at] > edge:
                    here += shares[at] * qualities[at]
            if here > nearest:
                nearest = here
        if together:
            present = set(text)
            for at, ids, quality in together:
                if union[at] < quality * _IN_TEXT and present.issuperset(ids):
                    union[at] = quality * _IN_TEXT
        return sum(map(mul, shares, union)), nearest


def _take(values: list[float], together: Iterable[_Together], terms: tuple[int, ...]) -> set[int]:
    """Count terms that serve together, where a phrasing has all of them, and say which those are."""
    found: set[int] = set()
    for at, ids, quality in together:
        if all(term in terms for term in ids):
            values[at] = max(values[at], quality)
            found.update(ids)
    return found


class Ranking:
    """Ranks the documents of one index."""

    def __init__(self, documents: Sequence[Document], postings: Postings, weights: Weights | None = None) -> None:
        self._documents = documents
        self._postings = postings
        self._weights = weights or Weights()
        self._most = self._weights.most
        large = postings.size > _LARGE
        self._candidates_kept = _CANDIDATES_OF_MANY if large else _CANDIDATES
        self._finalists = _FINALISTS_OF_MANY if large else _FINALISTS
        self._favour = {
            DocumentKind.ANSWER: 0.0,
            DocumentKind.SECTION: self._weights.section,
            DocumentKind.TERM: self._weights.term,
            DocumentKind.CHECK: self._weights.check,
            DocumentKind.OUTCOME: self._weights.outcome,
            DocumentKind.QUESTION: self._weights.question,
        }
        self._titled: dict[int, frozenset[int]] = {}
        self._looked: dict[int, tuple[tuple[Phrasing, ...], frozenset[int]]] = {}
        self._scored: dict[tuple[Sought, ...], dict[int, float]] = {}

    def rank(self, query: Query, limit: int, allowed: Set[int] | None = None) -> list[Ranked]:
        """The best documents for a query, best first; equals by kind, then id.

        Args:
            query: What is sought.
            limit: How many at most.
            allowed: The numbers of the documents that may be found; None for all.
        """
        if not query.words:
            return []
        matcher = _Matcher(query, self._postings.rarities, self._postings.terms.get(DENIAL))
        found = self._candidates(query, allowed)
        looks = [matcher.look(number, *self._phrasings(number)) for number in found]
        looks.sort(key=lambda look: (-look.rough, look.number))
        most = max(found.values(), default=0.0) or 1.0
        letters = _trigrams(query.text)
        spelt = _anybody(query.corrected or query.text)
        ranked = [
            self._judge(matcher, look, letters, spelt, found[look.number] / most)
            for look in looks[: max(self._finalists, limit)]
        ]
        ranked = self._answers_before_sections(self._answers_before_checks(ranked))
        ranked.sort(key=self._place)
        return self._one_of_each([found for found in ranked if found.score > 0])[:limit]

    def reasons(self, ranked: Ranked) -> tuple[Reason, ...]:
        """What a score is made of, before it is kept within 0 to 1 and put behind an answer that says the same."""
        return self._reasons(ranked.features, self._documents[ranked.number])

    def _phrasings(self, number: int) -> tuple[tuple[Phrasing, ...], frozenset[int]]:
        """A document's phrasings, and the terms of all of them; remembered, because neighbouring queries meet again."""
        known = self._looked.get(number)
        if known is None:
            rarities = self._postings.rarities
            phrases = tuple(
                Phrasing(tuple(terms), sum(rarities[term] + _LEAST_RARITY for term in terms))
                for terms in self._postings.phrases(number)
            )
            known = phrases, frozenset(term for phrase in phrases for term in phrase.terms)
            if len(self._looked) >= _REMEMBERED:
                self._looked.clear()
            self._looked[number] = known
        return known

    def _answers_before_checks(self, ranked: list[Ranked]) -> list[Ranked]:
        """Put what belongs to a check behind the best answer that covers as much of the query: who asks wants to be
        told first."""
        kinds = {self._documents[found.number].kind for found in ranked}
        if DocumentKind.ANSWER not in kinds or kinds.isdisjoint(_OF_CHECKS):
            return ranked
        answers = [found for found in ranked if self._documents[found.number].kind is DocumentKind.ANSWER]
        placed = []
        for found in ranked:
            told = any(one.features.exact for one in answers)
            if self._documents[found.number].kind in _OF_CHECKS and (told or found.features.exact < 1):
                covering = [
                    one.score
                    for one in answers
                    if one.features.phrase > found.features.phrase - _AS_MUCH or one.score > found.score * _AS_GOOD
                ]
                found = found._replace(score=min(found.score, max(covering, default=1.0)))
            placed.append(found)
        return placed

    def _answers_before_sections(self, ranked: list[Ranked]) -> list[Ranked]:
        """Put a section behind an answer that rests on it and fits nearly as well: it says the same, and is shorter."""
        if all(self._documents[found.number].kind is not DocumentKind.SECTION for found in ranked):
            return ranked
        placed = []
        for found in ranked:
            document = self._documents[found.number]
            if document.kind is DocumentKind.SECTION:
                resting = [
                    one.score
                    for one in ranked
                    if self._documents[one.number].kind is DocumentKind.ANSWER
                    and one.score > found.score - _NEARLY
                    and not set(document.citations).isdisjoint(self._documents[one.number].citations)
                ]
                found = found._replace(score=min(found.score, max(resting, default=1.0)))
            placed.append(found)
        return placed

    def _one_of_each(self, ranked: Sequence[Ranked]) -> list[Ranked]:
        """Without further questions and outcomes of a check of which a better one is there."""
        met: set[str] = set()
        kept = []
        for found in ranked:
            document = self._documents[found.number]
            if document.kind in (DocumentKind.OUTCOME, DocumentKind.QUESTION):
                owner = document.id.partition("/")[0]
                if owner in met:
                    continue
                met.add(owner)
            kept.append(found)
        return kept

    def _place(self, ranked: Ranked) -> tuple[float, int, str]:
        document = self._documents[ranked.number]
        return -ranked.score, _ORDER[document.kind], document.id

    def _candidates(self, query: Query, allowed: Set[int] | None) -> dict[int, float]:
        """The documents worth a closer look, with how strongly each was found."""
        sought = tuple((self._options(word.meaning), word.weight) for word in query.words)
        scores = self._scores(sought) if allowed is None else self._scores_among(sought, allowed)
        common = self._in_common(query)
        if common and allowed is None:
            scores = scores.copy()
            for number in common:
                scores[number] = scores.get(number, 0.0) + 1.0
        if len(scores) <= self._candidates_kept:
            return dict(sorted(scores.items()))
        # Going over all once is cheaper than keeping the best of all.
        least = max(scores.values()) * _HOPELESS
        likely = [number for number, score in scores.items() if score > least]
        found = {number: scores[number] for number in nlargest(self._candidates_kept, likely, key=scores.__getitem__)}
        if len(query.words) == 1 and allowed is None:
            # Where hundreds have the only word, the one that is called just so must not be missed.
            for term, quality in query.words[0].meaning.terms.items():
                if quality > _AS_GOOD_AS_SAME:
                    found.update((number, scores.get(number, least)) for number in self._postings.called(term))
        return found

    def _scores(self, sought: tuple[Sought, ...]) -> dict[int, float]:
        """Document and how well it serves for all words, remembered: the next key changes only the last of them."""
        known = self._scored.get(sought)
        if known is not None:
            return known
        (options, weight) = sought[-1]
        best = self._best_of(options, several=len(sought) > 1)
        if len(sought) > 1:
            scores = self._scores(sought[:-1]).copy()
            get = scores.get
            for number, impact in best.items():
                scores[number] = get(number, 0.0) + weight * impact
        else:
            scores = {number: weight * impact for number, impact in best.items()}
        if len(self._scored) >= _KEPT_SCORES:
            self._scored.clear()
        self._scored[sought] = scores
        return scores

    def _scores_among(self, sought: tuple[Sought, ...], allowed: Set[int]) -> dict[int, float]:
        """The same for some documents only, none of which need be among the strongest of a frequent word."""
        scores: dict[int, float] = {}
        for options, weight in sought:
            best: dict[int, float] = {}
            for term, quality in options:
                for entry in self._postings.entries(term):
                    number = entry & PLACE
                    if number in allowed:
                        best[number] = max(best.get(number, 0.0), quality * entry * STEP)
            for number, impact in best.items():
                scores[number] = scores.get(number, 0.0) + weight * impact
        return scores

    def _options(self, meaning: Meaning) -> Options:
        # What has all of a phrase has its rarest part.
        together = (((min(ids, key=self._postings.count), quality)) for ids, quality in meaning.phrases)
        return (*meaning.terms.items(), *together)

    def _best_of(self, options: Options, *, several: bool) -> dict[int, float]:
        """Document and impact for what one word may stand for; the best counts, not the sum."""
        strongest = self._postings.strongest
        if len(options) == 1:
            term, quality = options[0]
            factor = quality * STEP
            return {entry & PLACE: entry * factor for entry in strongest(term)}
        best: dict[int, float] = {}
        get = best.get
        # A short prefix stands for dozens of words; a share of each is enough to look at, all the more where
        # another word of the query has documents to offer.
        most = _MOST_LOOKED if several else 2 * _MOST_LOOKED
        each = max(_LEAST_EACH, most // len(options)) if options else 0
        for term, quality in options:
            factor = quality * STEP
            entries = strongest(term)
            for entry in entries if len(entries) <= each else entries[:each]:
                number = entry & PLACE
                impact = factor * entry
                if get(number, 0.0) < impact:
                    best[number] = impact
        return best

    def _in_common(self, query: Query) -> set[int]:
        """Documents with two words of the query in a title, which champions may miss where many share each word."""
        sets = []
        for word in query.words:
            terms = [term for term, quality in word.meaning.terms.items() if quality > _AS_GOOD_AS_SAME][:3]
            if any(self._postings.count(term) > CHAMPIONS for term in terms):
                sets.append([self._titled_by(term) for term in terms])
        return {
            number for one, two in combinations(sets, 2) for left in one for right in two for number in left & right
        }

    def _titled_by(self, term: int) -> frozenset[int]:
        found = self._titled.get(term)
        if found is None:
            numbers = self._postings.titled(term)
            if len(self._titled) > 512:
                self._titled.clear()
            found = self._titled[term] = frozenset(numbers) if len(numbers) <= _MOST_TITLED else frozenset()
        return found

    def _judge(self, matcher: _Matcher, look: _Look, letters: _Letters, spelt: list[str], found: float) -> Ranked:
        query = matcher.query
        document = self._documents[look.number]
        phrase = document.also[look.index - 1] if look.index else document.title
        values = look.values or [0.0] * len(query.words)
        union, near = matcher.read(self._postings.text(look.number), values)
        best = sorted(look.shares, reverse=True)[:_BROAD]
        complete = look.whole > 0.99 and all(value > _AS_GOOD_AS_SAME for value in values)
        features = Features(
            phrase=look.share,
            whole=look.whole,
            union=union,
            near=near,
            breadth=sum(share for share, _ in best) / min(_BROAD, 1 + len(document.also)),
            letters=_letters_alike(document, [index for _, index in look.shares], letters),
            found=found,
            kind=_fits(query.asked, phrase, document),
            begun=_begins(spelt, document),
            name=(
                document.kind is DocumentKind.TERM
                and complete
                and (bool(query.asked & Asked.MEANING) or len(spelt) == len(query.words))
            ),
            exact=_exactly(spelt, document) if complete else 0.0,
        )
        return Ranked(look.number, self._score(features, document), features)

    def _reasons(self, seen: Features, document: Document) -> tuple[Reason, ...]:
        if seen.exact:
            return (Reason("exact", seen.exact, seen.exact),)
        weights, most = self._weights, self._most
        named = document.kind is DocumentKind.TERM and seen.name
        parts = (
            ("phrase", seen.phrase, weights.phrase),
            ("both", seen.phrase * seen.whole, weights.both),
            ("union", seen.union, weights.union),
            ("near", seen.near, weights.near),
            ("breadth", seen.breadth, weights.breadth),
            ("letters", seen.letters, weights.letters),
            ("found", seen.found, weights.found),
            ("kind", seen.kind, weights.kind),
            ("begun", float(seen.begun), weights.begun),
            ("name", 1.0, weights.name) if named else (document.kind.value, 1.0, self._favour[document.kind]),
        )
        return tuple(Reason(name, amount, amount * weight / most) for name, amount, weight in parts)

    def _score(self, seen: Features, document: Document) -> float:
        """The sum of the reasons, without making them: it is worked out for every document that is looked at."""
        if seen.exact:
            return seen.exact
        weights = self._weights
        named = document.kind is DocumentKind.TERM and seen.name
        score = (
            weights.phrase * seen.phrase
            + weights.both * seen.phrase * seen.whole
            + weights.union * seen.union
            + weights.near * seen.near
            + weights.breadth * seen.breadth
            + weights.letters * seen.letters
            + weights.found * seen.found
            + weights.kind * seen.kind
            + weights.begun * seen.begun
            + (weights.name if named else self._favour[document.kind])
        )
        return max(0.0, min(_SURPASSED, score / self._most))


_Letters = frozenset[tuple[str, str, str]]
_PUNCTUATION = str.maketrans(dict.fromkeys("?!.,;:()\"'’‘“”", None) | dict.fromkeys("-/–—", " "))


@lru_cache(maxsize=8192)
def _trigrams(text: str) -> _Letters:
    """Each three letters in a row, the ends of words included."""
    even = "  " + " ".join(text.lower().translate(_PUNCTUATION).split()) + " "
    return frozenset(zip(even, even[1:], even[2:], strict=False))


_ANYBODY = {"i": "we", "you": "we", "me": "us", "my": "our", "your": "our", "mine": "ours", "yours": "ours"}


def _anybody(text: str) -> list[str]:
    """The words of a text, whoever speaks: "do I need it" is "do we need it"."""
    return [_ANYBODY.get(word, word) for word in words(text)]


def _alike(one: _Letters, two: _Letters) -> float:
    """Dice's coefficient."""
    return 2 * len(one & two) / (len(one) + len(two)) if one and two else 0.0


_FEWEST_WORDS = 3
"""Words of a query from which it may be the beginning of a phrasing, and not just of any."""


def _begins(spelt: list[str], document: Document) -> bool:
    if len(spelt) < _FEWEST_WORDS:
        return False
    start = " ".join(spelt)
    return any(_said(phrase).startswith(start) for phrase in (document.title, *document.also))


@lru_cache(maxsize=16384)
def _said(text: str) -> str:
    """The words of a text in one row, whoever speaks."""
    return " ".join(_anybody(text))


def _exactly(spelt: list[str], document: Document) -> float:
    """How exactly words are what a document is called."""
    if spelt == _anybody(document.title):
        return 1.0
    return _EXACT if any(spelt == _anybody(one) for one in document.also) else 0.0


def _letters_alike(document: Document, phrasings: Iterable[int], letters: _Letters) -> float:
    """How alike the second likest of some phrasings is, or the only one that there is."""
    alike = [_alike(letters, _trigrams(document.also[index - 1] if index else document.title)) for index in phrasings]
    alike.sort(reverse=True)
    place = min(1, len(document.also))
    return alike[place] if len(alike) > place else 0.0


def _fits(wanted: Asked, phrase: str, document: Document) -> float:
    """How far a document gives the kind of answer that is wanted."""
    if not wanted:
        return 0.0
    if wanted & (asked(phrase) | asked(document.title)):
        return 1.0
    if wanted & Asked.WHEN and _DATED.search(document.text):
        return 0.7
    if wanted & Asked.MEANING and document.kind is DocumentKind.TERM:
        return 0.7
    return 0.0
