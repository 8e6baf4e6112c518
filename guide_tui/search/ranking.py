"""How well a document answers a query.

Candidates come from the postings by BM25F. Then each is looked at closely: how much of the query its best single
phrasing covers, how much of that phrasing the query covers, how near the words stand in the text, whether the
letters look alike, and whether it gives the kind of answer that is asked for.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Sequence
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

_NEARLY = 0.1
"""By how much less an answer may fit than the section that it rests on and still stand before it."""

# How far a phrasing with "not" still covers a question without it.
_DENIED = 0.6

_ORDER = {kind: place for place, kind in enumerate(DocumentKind)}

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

    letters: float
    """How alike the letters of the query and of the best phrasing are."""

    kind: float
    """Whether it gives the kind of answer that is asked for."""

    name: bool
    """Whether the query is the very name of a term."""

    exact: bool
    """Whether the query is one of the phrasings, word for word."""


class Ranked(NamedTuple):
    """A candidate with its score."""

    number: int
    """Which document."""

    score: float
    """0 to 1."""

    features: Features


@dataclass(slots=True)
class Weights:
    """How much each observation counts. Found by search over labelled questions."""

    phrase: float = 0.25
    both: float = 0.24
    union: float = 0.17
    near: float = 0.10
    letters: float = 0.18
    kind: float = 0.06
    section: float = -0.03
    term: float = -0.03
    check: float = -0.06
    name: float = 0.3


@dataclass(slots=True)
class _Look:
    """The best phrasing of a document."""

    number: int
    rough: float
    index: int = 0
    share: float = 0.0
    whole: float = 0.0
    values: Sequence[float] | None = None


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
            # Covering the whole phrasing can only lower the product.
            if share > best.rough:
                whole = self._whole(phrase, found)
                rough = share * (0.6 + 0.4 * whole)
                if rough > best.rough:
                    best = _Look(number, rough, index, share, whole, values)
        return best

    def _whole(self, phrase: Phrasing, together: Container[int]) -> float:
        """The share of a phrasing that the query covers."""
        served, rarities = self.served, self._rarities
        covered = 0.0
        for term in phrase.terms:
            if term in served or term in together:
                covered += rarities[term] + _LEAST_RARITY
        # At the end it denies nothing: "needed or not".
        turned = self.denial in phrase.terms[:-1] and self.denial not in served
        return covered / phrase.weight * (_DENIED if turned else 1.0) if phrase.weight else 0.0

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
        self._titled: dict[int, frozenset[int]] = {}
        self._looked: dict[int, tuple[tuple[Phrasing, ...], frozenset[int]]] = {}
        self._scored: dict[tuple[Sought, ...], dict[int, float]] = {}

    def rank(self, query: Query, limit: int) -> list[Ranked]:
        """The best documents for a query, best first; equals by kind, then id."""
        if not query.words:
            return []
        matcher = _Matcher(query, self._postings.rarities, self._postings.terms.get(DENIAL))
        looks = [matcher.look(number, *self._phrasings(number)) for number in self._candidates(query)]
        looks.sort(key=lambda look: (-look.rough, look.number))
        letters = _trigrams(query.text)
        spelt = _anybody(query.corrected or query.text)
        ranked = [self._judge(matcher, look, letters, spelt) for look in looks[: max(_FINALISTS, limit)]]
        ranked = self._answers_before_sections(self._answers_before_checks(ranked))
        ranked.sort(key=self._place)
        return [found for found in ranked if found.score > 0][:limit]

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
        """Put a check behind the best answer that covers as much of the query: who asks wants to be told first."""
        kinds = {self._documents[found.number].kind for found in ranked}
        if DocumentKind.CHECK not in kinds or DocumentKind.ANSWER not in kinds:
            return ranked
        answers = [found for found in ranked if self._documents[found.number].kind is DocumentKind.ANSWER]
        placed = []
        for found in ranked:
            told = any(one.features.exact for one in answers)
            if self._documents[found.number].kind is DocumentKind.CHECK and (told or not found.features.exact):
                covering = [one.score for one in answers if one.features.phrase > found.features.phrase - _AS_MUCH]
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

    def _place(self, ranked: Ranked) -> tuple[float, int, str]:
        document = self._documents[ranked.number]
        return -ranked.score, _ORDER[document.kind], document.id

    def _candidates(self, query: Query) -> list[int]:
        """The documents worth a closer look."""
        sought = tuple((self._options(word.meaning), word.weight) for word in query.words)
        scores = self._scores(sought)
        common = self._in_common(query)
        if common:
            scores = scores.copy()
            for number in common:
                scores[number] = scores.get(number, 0.0) + 1.0
        if len(scores) <= _CANDIDATES:
            return sorted(scores)
        # Going over all once is cheaper than keeping the best of all.
        least = max(scores.values()) * _HOPELESS
        likely = [number for number, score in scores.items() if score > least]
        return nlargest(_CANDIDATES, likely, key=scores.__getitem__)

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

    def _judge(self, matcher: _Matcher, look: _Look, letters: _Letters, spelt: list[str]) -> Ranked:
        query = matcher.query
        document = self._documents[look.number]
        phrase = document.also[look.index - 1] if look.index else document.title
        values = look.values or [0.0] * len(query.words)
        union, near = matcher.read(self._postings.text(look.number), values)
        complete = look.whole > 0.99 and all(value > _AS_GOOD_AS_SAME for value in values)
        features = Features(
            phrase=look.share,
            whole=look.whole,
            union=union,
            near=near,
            letters=_alike(letters, _trigrams(phrase)),
            kind=_fits(query.asked, phrase, document),
            name=(
                document.kind is DocumentKind.TERM
                and complete
                and (bool(query.asked & Asked.MEANING) or len(spelt) == len(query.words))
            ),
            exact=complete and any(spelt == _anybody(one) for one in (document.title, *document.also)),
        )
        return Ranked(look.number, self._score(features, document), features)

    def _score(self, seen: Features, document: Document) -> float:
        weights = self._weights
        score = (
            weights.phrase * seen.phrase
            + weights.both * seen.phrase * seen.whole
            + weights.union * seen.union
            + weights.near * seen.near
            + weights.letters * seen.letters
            + weights.kind * seen.kind
        )
        if document.kind is DocumentKind.SECTION:
            score += weights.section
        elif document.kind is DocumentKind.TERM:
            score += weights.name if seen.name else weights.term
        elif document.kind is DocumentKind.CHECK:
            score += weights.check
        if seen.exact:
            score = 0.95 + 0.05 * seen.letters
        return max(0.0, min(1.0, score))


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
