"""Sentences as sequences of items: words, punctuation, and annotated spans as single items.

Layout comes first: a newline ends a sentence, so headings and list entries never glue to
prose. A sentence keeps parallel lists rather than token objects; that is what keeps reading
fast (about five microseconds a word).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from dragoman.reading.annotations import PartyMention, PersonMention, Quantity, TimeExpression
from dragoman.reading.lexicon import NOUN, VERB, Lexicon

if TYPE_CHECKING:
    from dragoman.reading.clauses import Group
    from dragoman.reading.mentions import Mention

__all__ = ["Sentence", "build_sentence", "sentence_spans"]

_TOKEN = re.compile(
    r"\w+n[’']t\b|[’'](?:s|re|ve|ll)\b|[’'](?!\w)|[^\W\d_]\.(?=[^\W\d_]\.)|\w+(?:-\w+)*|[^\w\s]"
)
_GLUED = re.compile(r"(?<=[a-z)\]”\"]{2}[.!?])(?=[A-Z“\"][a-z])|(?<=[.!?][”\"])(?=[A-Z])")
_CONTINUES = re.compile(
    r"(?:Jr|Sr|Gen|Gov|Sen|Rep|No|Nos|Co|Ltd|Inc|Corp|Mt|St|Art|approx|vs|cf|ca|Col|Lt|Maj|Amb|Hon|H\.E|Dr|Prof)\.\s*$"
)


def _line_spans(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Sentences of one line, by sentencex, with its known slips mended."""
    import sentencex

    line = text[start:end]
    if len(line) < 40 or not any(mark in line for mark in ".!?"):
        yield start, end
        return
    at = start
    held: int | None = None
    for piece in sentencex.segment("en", line):
        stop = at + len(piece)
        first = held if held is not None else at
        nxt = text[stop : stop + 1]
        if stop < end and (_CONTINUES.search(piece) or nxt.islower()):
            held, at = first, stop
            continue
        held = None
        cut = first
        for m in _GLUED.finditer(text, first, stop):
            yield cut, m.start()
            cut = m.start()
        yield cut, stop
        at = stop
    if held is not None:
        yield held, end


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


def sentence_spans(text: str) -> list[tuple[int, int]]:
    """(start, end) of every sentence, white space at both ends left out."""
    spans = []
    position, size = 0, len(text)
    wrapped = _hard_wrapped(text)
    while position < size:
        newline = _paragraph_end(text, position) if wrapped else text.find("\n", position)
        stop = size if newline < 0 else newline
        if stop > position and not text[position:stop].isspace():
            for a, b in _line_spans(text, position, stop):
                piece = text[a:b]
                a += len(piece) - len(piece.lstrip())
                b -= len(piece) - len(piece.rstrip())
                if b > a:
                    spans.append((a, b))
        position = stop + 1
    return spans


class Sentence:
    """One sentence as parallel lists of items; item kinds are

    ``w`` word, ``.`` punctuation, ``P`` party, ``H`` person, ``L`` place, ``D`` time,
    ``Q`` quantity.
    """

    __slots__ = (
        "clause", "codes", "ends", "groups", "index", "kinds", "lowers", "mentions", "n", "noun", "paragraph",
        "refs", "span", "starts", "tags", "text", "verb", "verb_at",
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

    def words(self, first: int = 0, last: int | None = None) -> str:
        """The text of items ``first`` to ``last`` (exclusive), as printed."""
        last = self.n if last is None else last
        return self.text[self.starts[first] : self.ends[last - 1]] if last > first else ""

    def _add(
        self,
        kind: str,
        start: int,
        end: int,
        lower: str,
        tag: int,
        noun: str,
        verb: str,
        ref: Any,
        codes: tuple[str, ...],
    ) -> None:
        self.kinds.append(kind)
        self.starts.append(start)
        self.ends.append(end)
        self.lowers.append(lower)
        self.tags.append(tag)
        self.noun.append(noun)
        self.verb.append(verb)
        self.refs.append(ref)
        self.codes.append(codes)
        self.n += 1


def _add_words(s: Sentence, start: int, end: int, lex: Lexicon) -> None:
    """Tokenise the text between annotated spans; phrases become one item."""
    text, phrases, tags = s.text, lex.phrases, lex.tags
    tokens = [(m.group().lower(), m.start(), m.end()) for m in _TOKEN.finditer(text, start, end)]
    i, n = 0, len(tokens)
    while i < n:
        lower, a, b = tokens[i]
        taken = None
        for rest, lemma, tag in phrases.get(lower, ()):
            k = len(rest)
            if i + k < n and all(tokens[i + 1 + j][0] == rest[j] for j in range(k)):
                taken = (k, lemma, tag)
                break
        if taken:
            k, lemma, tag = taken
            b = tokens[i + k][2]
            noun = lemma if tag & NOUN else ""
            verb = lemma if tag & VERB else ""
            s._add("w", a, b, text[a:b].lower(), tag, noun, verb, None, ())
            i += k + 1
            continue
        tag = tags.get(lower, 0)
        if lower[0].isalnum() or lower[0] in "’'":
            s._add(
                "w", a, b, lower, tag,
                lex.noun_lemma.get(lower, lower) if not tag or tag & NOUN else "",
                lex.verb_lemma.get(lower, "") if tag & VERB else "",
                None, (),
            )  # fmt: skip
        else:
            s._add(".", a, b, lower, tag, "", "", None, ())
        i += 1


_KIND = {PartyMention: "P", PersonMention: "H", Quantity: "Q", TimeExpression: "D"}


def build_sentence(
    text: str, span: tuple[int, int], index: int, marks: Sequence[Any], lex: Lexicon
) -> Sentence:
    """The items of one sentence; ``marks`` are its annotations, sorted, not overlapping."""
    s = Sentence(text, span, index)
    at = span[0]
    for mark in marks:
        if mark.start > at:
            _add_words(s, at, mark.start, lex)
        kind = _KIND.get(type(mark), "L")
        codes: tuple[str, ...]
        if kind == "P":
            codes = mark.codes
        elif kind in "HL":
            codes = (mark.country,) if mark.country else ()
        else:
            codes = ()
        s._add(kind, mark.start, mark.end, mark.text.lower(), 0, "", "", mark, codes)
        at = max(at, mark.end)
    if at < span[1]:
        _add_words(s, at, span[1], lex)
    return s
