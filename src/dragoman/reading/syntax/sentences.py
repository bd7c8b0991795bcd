"""Sentences as sequences of items: words, punctuation, and annotated spans as single items.

Layout comes first: a newline ends a sentence, so headings and list entries never glue to
prose. A sentence keeps parallel lists rather than token objects; that is what keeps reading
fast (about five microseconds a word).
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from typing import TYPE_CHECKING, Any

from dragoman.reading.annotations import PartyMention, PersonMention, Quantity, TimeExpression
from dragoman.reading.quantities.lexicon import load_quantity_lexicon
from dragoman.reading.syntax.asides import without_interjections
from dragoman.reading.syntax.lexicon import ADV, BASE, NOUN, VERB, Lexicon
from dragoman.reading.syntax.word_order import in_plain_order
from dragoman.reading.word_lists import words

if TYPE_CHECKING:
    from dragoman.reading.syntax.clauses import Group
    from dragoman.reading.syntax.mentions import Mention

__all__ = ["LONGEST", "Sentence", "build_sentence", "paragraph_spans", "sentence_spans", "spans_within"]

# Characters of a sentence. Longer ones are cut where one best can (docs/design/reading.md, §L2): work
# inside a sentence may grow with the square of its length. The longest in real news has some 450.
LONGEST = 1500
# Characters of a line that are split into sentences at once, and where a longer line is cut.
_LINE = 10_000
_CUTS = (". ", ";", ",", " ")

# One item: kind, start, end, lower-cased text, tags, noun lemma, verb lemma, annotation, parties.
_Row = tuple[str, int, int, str, int, str, str, Any, tuple[str, ...]]

# "U" of "U.S." keeps its point, "didn't" and "three-day" are one word.
_TOKEN = re.compile(
    r"\w++(?:\.(?<=\b[^\W\d_]\.)(?=[^\W\d_]\.)|(?<=\wn)[’']t\b|(?:-\w++)*+)|[’'](?:s|re|ve|ll)\b|[^\w\s]"
)
# "Caliber.Az reports" is an outlet; what else is glued to a full stop begins a sentence.
_GLUED = re.compile(
    r"(?<=[a-z)\]”\"]{2}[.!?])(?!(?:Az|Ge|Kz|Ru|Ua|Uz|Kg|Tj|Md|Eu|Uk|Com|Net|Org|Info|News)\b)(?=[A-Z“\"][a-z])|(?<=[.!?][”\"])(?=[A-Z])"
)
# Where a sentence ends though its last word may be an abbreviation: "in May. Mali", "wrote on X. Mali", "with Silk Corp. The line".
_ENDED = re.compile(
    r"\b(?:(?:[Mm]ay|on X)\.(?=\s+[A-Z“\"])|(?:" + "|".join(sorted(words("sentences", "enders"))) + r")\.(?=\s+(?:"
    + "|".join(sorted(words("sentences", "openers"))) + r")\s))"
)  # fmt: skip
_CONTINUES = re.compile(
    r"(?<!\w)(?:" + "|".join(map(re.escape, sorted(words("sentences", "abbreviations")))) + r")\.\s*$"
)
# "Kshs. 21 billion", "Rs. 5 crore": a sign of money with a point, before its number.
_MONEY = re.compile(r"(?<!\w)([A-Z][A-Za-z]{1,4})\.\s*$")
# "See Malta–Turkey relations On 3 May ...": the reference that a cell of a table begins with ends no sentence.
_REFERENCE = re.compile(
    r"(?:[Ss]ee|Main article:?) (?:also )?(?=[^\n.]{3,60}? relations)[A-Z][\w .’'-]{2,30}[–—-][A-Z][\w .’'-]{2,30}? relations[.:]? +(?=[A-Z])"
)
_BULLET = re.compile(r"\s*(?:[^\w\s\"“”'‘’(\[«»„$€£¥₹#]{1,2}|\([0-9A-Za-z]{1,4}\))\s+")
# "2 bln. USD": a scale with a point, before its money.
_SCALED = re.compile(r"\d ?(?:mln|bln|mn|bn|mio|mrd|trn|tn|thsd)\.\s*$", re.I)
_AFTER_SCALED = re.compile(r"(?:US|[A-Z]{3}\b|Euros?\b|[$€£])")
# No abbreviation or clock time of these is longer, full stops included.
_ABBREVIATED = 8
_SHORTEST_ADVERB = 6
"""Letters of an adverb in -ly that no list knows: "firmly". assumed"""
_OPENER = 15
"""Characters in which a word that opens a sentence ends. assumed"""
_CLOCK = re.compile(r"\d ?[ap]\.m\.\s*$", re.I)
_AFTER_CLOCK = re.compile(
    r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.? \d|"
    r"[A-Z]{3,4}\b|[A-Z][a-z]+ (?:time|Time)\b)"
)

# "17. February 2022", as in texts turned from German, Czech or Serbian; not "to 17. February saw".
_DAY = re.compile(r"(?<![\d.,])(?:0?[1-9]|[12]\d|3[01])\.\s*$")
_AFTER_DAY = re.compile(
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
    r"(?:\s+\d{4}\b|\s*[,.;)]|\s*$|\s+(?:in|at|to|for|and|with|on|this|last)\b)"
)


def _line_spans(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Sentences of one line, by sentencex, with its known slips mended."""
    import sentencex

    reference = _REFERENCE.match(text, start, end)
    if reference:
        yield start, reference.end()
        start = reference.end()
    if end - start > _LINE:  # its time grows with the square of the quotation marks in a line
        while end - start > _LINE:
            cut = next((at + 1 for sign in _CUTS if (at := text.rfind(sign, start + _LINE // 2, start + _LINE)) >= 0), start + _LINE)  # fmt: skip
            yield from _line_spans(text, start, cut)
            start = cut
    line = text[start:end]
    if len(line) < 40 or not any(mark in line for mark in ".!?"):
        yield start, end
        return
    # behind a bullet sentencex splits nothing: it takes the whole for one entry of a list
    bullet = _BULLET.match(line)
    at, held = (start + bullet.end(), start) if bullet else (start, None)
    line = text[at:end]
    for piece in sentencex.segment("en", line):
        stop = at + len(piece)
        first = held if held is not None else at
        if stop < end and _goes_on(text, piece, stop):
            held, at = first, stop
            continue
        held = None
        cut = first
        if any(text.find(sign, max(0, first - 1), stop - 2) >= 0 for sign in ".!?"):
            for end_of_one in _ends_within(text, first, stop):
                yield cut, end_of_one
                cut = end_of_one
        yield cut, stop
        at = stop
    if held is not None:
        yield held, end


def _ends_within(text: str, first: int, stop: int) -> list[int]:
    """Where sentences end that were taken for one: "signed.The", "in May. Mali"."""
    ends = [m.start() for m in _GLUED.finditer(text, first, stop)]
    return sorted({*ends, *(m.end() for m in _ENDED.finditer(text, first, stop - 1))})


def _ends_in_money(piece: str) -> bool:
    """Whether the last word is a sign of money with a point: "worth KES. 75 billion", "RM. 3 million"."""
    last = _MONEY.search(piece, max(0, len(piece) - _ABBREVIATED))
    lexicon = load_quantity_lexicon()
    return last is not None and (last[1] in lexicon.codes or last[1] in lexicon.prefixes)


def _goes_on(text: str, piece: str, stop: int) -> bool:
    """Whether a sentence that seems to end at ``stop`` does not: at an abbreviation, a clock time, a price."""
    nxt = text[stop : stop + 1]
    if nxt.islower() or (nxt.isdigit() and _ends_in_money(piece)):
        return True
    last = len(piece.rstrip())
    if piece[last - 1 : last] != ".":
        return False
    if nxt in ("S", "K") and piece[:last].endswith(("-U.", "–U.")):
        return True  # "the Peru-U.S. agreement"
    near = max(0, last - _ABBREVIATED)
    if _ENDED.search(text, stop - len(piece) + near, stop + _OPENER):
        return False
    return bool(
        _CONTINUES.search(piece, near)
        or (_CLOCK.search(piece, near) and _AFTER_CLOCK.match(text, stop))
        or (_SCALED.search(piece, near) and _AFTER_SCALED.match(text, stop))
        or (_DAY.search(piece, near) and _AFTER_DAY.match(text, stop))
    )


def _hard_wrapped(text: str) -> bool:
    """Whether lines were broken at a fixed width, as in mail and old wire copy."""
    lines = [len(line) for line in text[:20_000].splitlines() if line.strip()]
    full = sum(1 for n in lines if 50 <= n <= 100)
    return len(lines) >= 3 and max(lines) <= 100 and full >= 0.6 * len(lines) and full >= 3


def _paragraph_end(text: str, position: int) -> int:
    """The end of a paragraph of wrapped lines: a blank line or the start of a list entry."""
    stop = text.find("\n", position)
    while stop >= 0:
        following = text[stop + 1 : stop + 3]
        if not following.strip() or following[:1] in "-*•#|" or following[:1].isspace():
            return stop
        stop = text.find("\n", stop + 1)
    return -1


def paragraph_spans(text: str) -> Iterator[tuple[int, int]]:
    """(start, end) of every line, or paragraph of wrapped lines, that is not blank; no sentence reaches over one."""
    position, size = 0, len(text)
    wrapped = _hard_wrapped(text)
    while position < size:
        newline = _paragraph_end(text, position) if wrapped else text.find("\n", position)
        stop = size if newline < 0 else newline
        if stop > position and not text[position:stop].isspace():
            yield position, stop
        position = stop + 1


def spans_within(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """(start, end) of every sentence of a paragraph, white space at both ends left out."""
    for a, b in _line_spans(text, start, end):
        piece = text[a:b]
        a += len(piece) - len(piece.lstrip())
        b -= len(piece) - len(piece.rstrip())
        if b - a > LONGEST:
            yield from _pieces(text, a, b)
        elif b > a:
            yield a, b


def sentence_spans(text: str) -> list[tuple[int, int]]:
    """(start, end) of every sentence of a text."""
    return [span for start, end in paragraph_spans(text) for span in spans_within(text, start, end)]


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A sentence too long, cut behind its last semicolon within reach, else comma, else space."""
    while end - start > LONGEST:
        low, limit = start + LONGEST // 2, start + LONGEST
        cut = next((at + 1 for sign in ";, " if (at := text.rfind(sign, low, limit)) >= 0), limit)
        piece = text[start:cut]
        if piece.strip():
            yield start, start + len(piece.rstrip())
        start = cut
        while start < end and text[start].isspace():
            start += 1
    if end > start:
        yield start, end


class Sentence:
    """One sentence as parallel lists of items; item kinds are

    ``w`` word, ``.`` punctuation, ``P`` party, ``H`` person, ``L`` place, ``D`` time,
    ``Q`` quantity.
    """

    __slots__ = (
        "_dates", "_vocabulary", "agents", "clause", "codes", "cues", "ends", "fits", "forms", "groups", "index", "inside", "kinds", "lowered", "lowers", "mentions",
        "n", "noun", "paragraph", "plain", "quoted", "refs", "said", "scene", "span", "starts", "tags", "text", "verb", "verb_at",
    )  # fmt: skip

    def __init__(self, text: str, span: tuple[int, int], index: int) -> None:
        self.text, self.span, self.index = text, span, index
        self.kinds: list[str] = []
        self.lowers: list[str] = []
        self.tags: list[int] = []
        self.noun: list[str] = []
        self.verb: list[str] = []
        self.starts: list[int] = []
        self.ends: list[int] = []
        self.refs: list[Any] = []
        self.codes: list[tuple[str, ...]] = []
        self.n = 0
        self.groups: list[Group] = []
        self.clause: list[int] = []
        self.mentions: list[Mention] = []
        self.verb_at: dict[int, Group] = {}
        # What several makers of statements ask of a sentence is worked out once.
        self.said: Any = None
        self.scene: Any = None
        self.quoted: list[tuple[int, int]] | None = None
        self.inside: bool | None = None
        self.agents: dict[Group, list[Mention]] = {}
        self.cues: frozenset[str] = frozenset()
        self.fits: dict[str, bool] = {}
        self.plain: tuple[str | None, str | None] | None = None
        self._dates: list[int] | None = None
        self.lowered = text[span[0] : span[1]].lower()
        # The texts of the items, each once: what is not among them need not be looked for.
        self.forms: frozenset[str] = frozenset()
        self._vocabulary: frozenset[str] | None = None

    @property
    def vocabulary(self) -> frozenset[str]:
        """Every word and noun lemma of the sentence, and what its amounts are of ("two barrels of oil")."""
        if self._vocabulary is None:
            measured = [self.measured(i) for i, kind in enumerate(self.kinds) if kind == "Q"]
            self._vocabulary = self.forms.union(self.noun, measured)
        return self._vocabulary

    def says(self, wanted: Collection[str]) -> bool:
        """Whether one of these single words stands in the sentence, within a longer term too: "bilateral trade"."""
        return any(w in wanted for low in self.forms for w in low.split())

    def call(self, i: int, noun: str) -> None:
        """Take an item that stands for a noun as that noun: "another in Dakar", behind an embassy."""
        self.kinds[i], self.noun[i], self.tags[i] = "w", noun, 0
        self._vocabulary = None

    def measured(self, i: int) -> str:
        """What an amount is of, where it is part of it: "two million barrels of oil", "50 megawatts"."""
        _, of, goods = self.lowers[i].rpartition(" of ")
        if not of and self.refs[i].unit in words("frames", "units_of_power"):
            return "energy" if self.lowers[i + 1 : i + 2] != ["of"] else ""
        return goods if of else ""

    @property
    def dates(self) -> list[int]:
        """Items that are times with an EDTF: no durations, no sets."""
        if self._dates is None:
            self._dates = [
                i
                for i, kind in enumerate(self.kinds)
                if kind == "D" and self.refs[i].edtf and self.refs[i].kind not in ("duration", "set")
            ]
        return self._dates

    def words(self, first: int = 0, last: int | None = None) -> str:
        """The text of items ``first`` to ``last`` (exclusive), as printed."""
        last = self.n if last is None else last
        return self.text[self.starts[first] : self.ends[last - 1]] if last > first else ""

    def fill(self, rows: Sequence[_Row]) -> None:
        """Set the parallel lists from rows of one item each."""
        self.n = len(rows)
        if not rows:
            return
        (self.kinds, self.starts, self.ends, self.lowers, self.tags, self.noun, self.verb, self.refs, self.codes) = map(
            list, zip(*rows, strict=True)
        )  # fmt: skip
        self.forms = frozenset(self.lowers)


_DONE_NEXT = frozenset(
    "address chair head host hold launch lead meet open return sign start talk tour travel visit".split()
)
"""Words that are also nouns, which "due to" makes verbs."""


def _expected(lows: list[str], known: Any, i: int) -> bool:
    """Whether "due to" says what is to come: "are due to reopen", not "the delay is due to trade"."""
    after = known.get(lows[i + 2]) if i + 2 < len(lows) else None
    return (
        after is not None
        and bool(after[1] & BASE)
        and (not after[1] & NOUN or lows[i + 2] in _DONE_NEXT)
        and any(low in ("is", "are", "was", "were") for low in lows[max(0, i - 2) : i])
    )


def _is_adverb(lower: str, first: str) -> bool:
    """Whether a word in -ly that no list knows is an adverb: "categorically", not "anomaly", not a name."""
    return len(lower) >= _SHORTEST_ADVERB and first.islower() and lower not in words("clauses", "no_adverbs")


def _add_words(rows: list[_Row], text: str, start: int, end: int, lex: Lexicon) -> None:
    """Tokenise the text between annotated spans; phrases become one item."""
    printed = _TOKEN.findall(text, start, end)
    lows = list(map(str.lower, printed))
    known, place = lex.known, text.index
    i, n, b = 0, len(lows), start
    while i < n:
        lower = lows[i]
        a = place(printed[i], b)  # nothing but white space stands between two of them
        b = a + len(printed[i])
        word = known.get(lower)
        i += 1
        if word is None:
            if lower.endswith("ly") and _is_adverb(lower, text[a]):
                rows.append(("w", a, b, lower, ADV, "", "", None, ()))
            elif lower[0].isalnum() or lower[0] in "’'":
                rows.append(("w", a, b, lower, 0, lower, "", None, ()))
            else:
                rows.append((".", a, b, lower, 0, "", "", None, ()))
            continue
        kind, tag, noun, verb, phrases = word
        if not phrases or i == n or (begun := phrases.get(lows[i])) is None:
            rows.append((kind, a, b, lower, tag, noun, verb, None, ()))
            continue
        for rest, lemma, phrase_tag in begun:
            k = len(rest)
            if k == 1 or (i + k <= n and tuple(lows[i : i + k]) == rest):
                if lower == "due" and _expected(lows, known, i - 1):
                    break
                if lower == "thanks" and i > 1 and lows[i - 2] in words("clauses", "thanking"):
                    break
                for piece in printed[i : i + k]:
                    b = place(piece, b) + len(piece)
                kind, tag, lower = "w", phrase_tag, text[a:b].lower()
                noun = lemma if tag & NOUN else ""
                verb = lemma if tag & VERB else ""
                i += k
                break
        rows.append((kind, a, b, lower, tag, noun, verb, None, ()))


def _with_own_preposition(row: _Row, text: str, lex: Lexicon) -> list[_Row]:
    """A verb and the "on" of the day behind it as two items: "agreed on Friday to build" agrees on nothing."""
    _, start, end, lower, *_ = row
    head = lower.removesuffix(" on")
    rows: list[_Row] = []
    _add_words(rows, text, start, start + len(head), lex)
    _add_words(rows, text, end - 2, end, lex)
    return rows


def _with_dashes(rows: list[_Row], text: str) -> list[_Row]:
    """The rows, hyphens between spaces told as the dash they stand for: "exports - $3 million", "the line -- the first"."""
    out: list[_Row] = []
    for row in rows:
        kind, start, end, lower, *rest = row
        if lower == "-" and out and out[-1][3] == "–" and out[-1][2] == start:
            out[-1] = (*out[-1][:2], end, *out[-1][3:])
        elif lower == "-" and text[start - 1 : start] == " " and text[end : end + 1] in (" ", "-"):
            out.append((kind, start, end, "–", *rest))
        else:
            out.append(row)
    return out


# "in 1997. [3]", "[citation needed]": references of an encyclopedia, no part of what is said
_CITED = re.compile(
    r"\[(?:(?:note |nb |n )?\d{1,3}|[a-z]|(?:\w+ ){1,3}needed|(?:when|who|where|which|why)\?)\]"
)


def _uncited(rows: list[_Row], text: str, span: tuple[int, int]) -> list[_Row]:
    """The rows outside the marks of reference that a text carries in square brackets."""
    cited = [m.span() for m in _CITED.finditer(text, *span)]
    return [r for r in rows if not any(a <= r[1] < b for a, b in cited)] if cited else rows


_FACTION = 4
"""Words in brackets behind a person that only say his party or where he stands: "(SDE)", "(Fine Gael)". assumed"""


def _without_factions(rows: list[_Row]) -> list[_Row]:
    """The rows without what stands in brackets right behind a person and names nobody and no time."""
    out: list[_Row] = []
    i = 0
    while i < len(rows):
        out.append(rows[i])
        i += 1
        if out[-1][0] != "H" or i >= len(rows) or rows[i][3] != "(":
            continue
        close = next((k for k in range(i + 2, min(len(rows), i + 3 + _FACTION)) if rows[k][3] == ")"), -1)
        if close > 0 and all(r[0] == "w" or r[3] in ("-", "/", ".") for r in rows[i + 1 : close]):
            i = close + 1
    return out


_GLOSS = 6
"""Words in brackets that only say what a figure adds up: "(exports plus imports)", "(goods and services)". assumed"""


def _without_glosses(rows: list[_Row]) -> list[_Row]:
    """The rows outside brackets that say no more than which flows or goods are meant."""
    glosses = words("tables", "glosses")
    out: list[_Row] = []
    i = 0
    while i < len(rows):
        if rows[i][3] == "(" and i and rows[i - 1][0] == "w":
            close = next((k for k in range(i + 1, min(len(rows), i + 2 + _GLOSS)) if rows[k][3] == ")"), 0)
            if close > i + 1 and all(r[3] in glosses for r in rows[i + 1 : close]):
                i = close + 1
                continue
        out.append(rows[i])
        i += 1
    return out


_KIND = {PartyMention: "P", PersonMention: "H", Quantity: "Q", TimeExpression: "D"}


# An amount's bound that is the verb of its clause: "exceeded $5 million".
_EXCEEDS = re.compile(
    rf"(?:{'|'.join(sorted(words('sentences', 'bounding_verbs')))}) (?=[^ ])", re.IGNORECASE
)


def build_sentence(
    text: str, span: tuple[int, int], index: int, marks: Sequence[Any], lex: Lexicon
) -> Sentence:
    """The items of one sentence; ``marks`` are its annotations, sorted, not overlapping."""
    s = Sentence(text, span, index)
    rows: list[_Row] = []
    at = span[0]
    for mark in marks:
        start = mark.start
        if type(mark) is Quantity and (verb := _EXCEEDS.match(text, start, mark.end)):
            start = verb.end()
        if start > at and not (start == at + 1 and text[at] == " "):
            _add_words(rows, text, at, start, lex)
        kind = _KIND.get(type(mark), "L")
        if kind == "D" and rows and rows[-1][3].endswith(" on") and rows[-1][4] & VERB:
            rows[-1:] = _with_own_preposition(rows[-1], text, lex)
        codes: tuple[str, ...]
        if kind == "P":
            codes = mark.codes
        elif kind in "HL":
            codes = (mark.country,) if mark.country else ()
        else:
            codes = ()
        rows.append((kind, start, mark.end, mark.text[start - mark.start :].lower(), 0, "", "", mark, codes))
        at = max(at, mark.end)
    if at < span[1]:
        _add_words(rows, text, at, span[1], lex)
    if text.find(" -", *span) >= 0:
        rows = _with_dashes(rows, text)
    if text.find("[", *span) >= 0:
        rows = _uncited(rows, text, span)
    if text.find("(", *span) >= 0:
        rows = _without_glosses(_without_factions(rows))
    s.fill(in_plain_order(without_interjections(rows), s.lowered))
    return s
