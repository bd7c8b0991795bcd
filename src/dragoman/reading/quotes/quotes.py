"""Quotations, direct and reported, with their speaker.

A quote needs a person with a country, or, in quotation marks, a body that is a country's. Reported speech counts where it tells something of
relations: of another party, of "the two countries", of ties, trade or a visit.
"""

from __future__ import annotations

import re

from dragoman.model.statements import Attribution, Person
from dragoman.reading.context import Context
from dragoman.reading.discourse.cues import by_office_alone
from dragoman.reading.discourse.quotations import opens_inside
from dragoman.reading.discourse.speech import load_speech
from dragoman.reading.drafts import Draft
from dragoman.reading.quotes.addressees import about
from dragoman.reading.quotes.speakers import behind_with, country_of, quoted_items, speaker_of
from dragoman.reading.quotes.strangers import Speaker
from dragoman.reading.syntax.clauses import Group
from dragoman.reading.syntax.lexicon import ED, S3
from dragoman.reading.syntax.sentences import Sentence
from dragoman.reading.word_lists import words

__all__ = ["quoted_spans", "read", "speakers"]

_QUOTED = re.compile(r"“[^“”]{2,1500}(?:”|$)|\"[^\"]{2,1500}(?:\"|$)|«[^«»]{2,1500}»|‘[^‘’]{12,1500}’(?!\w)")
_MARK = re.compile('[“"«‘]')
_MIN_WORDS = 4
_MIN_CLAUSE = 6
_MIN_TERM = 2
"""Words of a quotation that names something ("a “comprehensive review”")."""
_VALUING = words("quotes.quotes", "valuing")
_EVENTS = re.compile(
    r"\b(visits?|trips?|talks|meetings?|agreements?|deals?|dialogue|accords?|summits?)\b", re.I
)
_NAMING = words("quotes.quotes", "naming")


def quoted_spans(s: Sentence) -> list[tuple[int, int]]:
    """Character spans between quotation marks, marks included: asked by many, worked out once."""
    if s.quoted is None:
        s.quoted = _quoted_spans(s)
    return s.quoted


def _quoted_spans(s: Sentence) -> list[tuple[int, int]]:
    first, last = s.span
    out = []
    if (
        last - first > _SHORTEST
        and s.text[max(0, first - 1) : first] == "“"
        and "”" not in s.text[first:last]
    ):
        return [(first - 1, last)]  # the mark stands behind the sentence before, and closes in a later one
    if opens_inside(s):  # "... and that is that. We will go," he said
        close = next((i for i in range(first, last) if s.text[i] in '"”'), -1)
        if close < 0:
            return []
        out.append((first, close + 1))
        first = close + 1
    elif _MARK.search(s.text, first, last) is None:
        return []
    return out + [(m.start(), m.end()) for m in _QUOTED.finditer(s.text, first, last)]


def speakers(s: Sentence, ctx: Context) -> list[tuple[Group, Speaker]]:
    """Every verb of saying outside quotations with its speaker, in the order of the text."""
    if s.said is None:
        s.said = _speakers(s, ctx)
    said: list[tuple[Group, Speaker]] = s.said
    return said


def _speakers(s: Sentence, ctx: Context) -> list[tuple[Group, Speaker]]:
    spans = quoted_spans(s)
    speech, classes = load_speech(), ctx.lexicon.classes_of_verb
    saying = [
        g
        for g in s.groups
        if not (
            g.negated
            or g.infinitive
            or (g.passive and not _bare_saying(s, g, spans) and not _as_saying(s, g))
        )
        and (
            "say" in classes.get(g.lemma, ())
            or (spans and g.lemma in speech.beside_quotes and _at_quotation(s, g, spans))
            or (g.lemma in speech.with_that and s.lowers[g.main + 1 : g.main + 2] == ["that"])
            or _made_clear(s, g)
        )
    ]
    if not saying:
        return []
    quoted = quoted_items(s, spans)
    out = []
    for g in saying:
        if quoted[g.main] or (g.lemma == "recall" and _recalled(s, g)):
            continue
        if s.lowers[g.main + 1 : g.main + 2] == ["by"] and s.lowers[g.first - 1 : g.first] == [","]:
            continue  # "a session in Rabat with A, highlighted by the signing of accords"
        who = speaker_of(s, g, ctx, quoted)
        if who is not None and not (g.lemma in speech.with_that and _together(s, who)):
            out.append((g, who))
    return out


_GOING_ON = words("quotes.quotes", "going_on")


def _at_quotation(s: Sentence, g: Group, spans: list[tuple[int, int]]) -> bool:
    """Whether what somebody begins is what he says: "“We trade,” he began", not "They began talks on the “corridor”"."""
    if g.lemma not in _GOING_ON or any(b <= s.starts[g.first] for _, b in spans):
        return True
    return s.lowers[g.main + 1 : g.main + 2] in ([","], [":"], ["by"], ["“"], ['"'])


def _bare_saying(s: Sentence, g: Group, spans: list[tuple[int, int]]) -> bool:
    """Whether a participle is the verb of who speaks: "“We buy tea,” Ama Were, Kenya's envoy, stressed in Oslo"."""
    if not g.reduced or g.first != g.main or not spans or not g.form & ED or g.first < 2:
        return False
    named = s.lowers[g.first - 1] == "," or s.kinds[g.first - 1] == "H"
    return named and not any(h.finite and _outside(s, h, spans) for h in s.groups)


def _as_saying(s: Sentence, g: Group) -> bool:
    """Whether somebody "was quoted as saying"."""
    return g.lemma in ("quote", "cite", "report") and s.lowers[g.main + 1 : g.main + 3] == ["as", "saying"]


def _made_clear(s: Sentence, g: Group) -> bool:
    """Whether somebody "made it clear that"."""
    return g.lemma == "make" and s.lowers[g.main + 1 : g.main + 4] == ["it", "clear", "that"]


def _recalled(s: Sentence, g: Group) -> bool:
    """Whether somebody is called back: "recalled its ambassador" says nothing."""
    behind = range(g.main + 1, min(s.n, g.main + 6))
    return any(s.noun[i] in ("ambassador", "envoy", "diplomat", "consul") for i in behind)


def read(s: Sentence, ctx: Context) -> list[Draft]:
    """Quotes of one sentence."""
    spans = quoted_spans(s)
    saying = speakers(s, ctx)
    long = [(a, b) for a, b in spans if len(s.text[a:b].split()) >= _MIN_WORDS and not _name(s.text[a:b])]
    for g, who in saying:
        side = _side(s, who, ctx)
        if side is None:
            continue
        if _CARRIED.match(who.source):
            ctx.discourse.voice = side  # whom "it added" means next
        here = (long or _scraps(s, g, who, spans)) if who.person is not None else _whole(s, g, long, ctx)
        if here:
            found = _draft("direct", who, s, ctx, *here[0])
            at_home = side in ctx.discourse.pair and not found.recipient
            return [found] if found.recipient or (found.people and not at_home) else []
    if not long:
        for g, who in saying:
            if who.person is None or not (g.form & (ED | S3) or behind_with(s, g) or _adds(s, g)):
                continue  # "to celebrate and highlight" reports nothing said
            if _together(s, who):
                continue  # "President A and Prime Minister B noted": no one speaker
            content = _reported(s, g, who, ctx) if who.person.country else None
            if content is not None:
                found = _draft("reported", who, s, ctx, *content)
                return [found] if found.recipient else []
        return _told_by(s, ctx) or _unmarked(s, ctx)
    return _according(s, ctx, long) or _signed(s, ctx, long) or _continued(s, ctx, long, bool(saying))


def _adds(s: Sentence, g: Group) -> bool:
    """Whether who did something says a clause in doing so: "thanked Malta, adding that its help was timely"."""
    if not g.gerund or g.finite or g.first == 0 or s.lowers[g.first - 1] != ",":
        return False
    if s.lowers[g.main + 1 : g.main + 2] == ["that"]:
        return True
    return g.lemma in load_speech().bare_clause and _clause_right_behind(s, g)


def _together(s: Sentence, who: Speaker) -> bool:
    """Whether somebody of another country is the subject too: "President A and Prime Minister B noted"."""
    first = who.first
    if first > 2 and s.lowers[first - 1] == "," and s.noun[first - 2] == "counterpart":
        # "President A and his Malian counterpart, B, noted"
        first = next((k + 1 for k in range(first - 3, max(-1, first - 8), -1) if s.lowers[k] == "and"), first)
    if first and s.lowers[first - 1] == "and":
        while first and first - 1 not in s.verb_at and s.lowers[first - 1] not in (";", ":"):
            first -= 1
    phrase = range(first, who.last + 1)
    if not any(s.lowers[i] == "and" for i in phrase):
        return False
    return len({c for m in s.mentions if m.cue == "subj" and m.item in phrase for c in m.codes}) > 1


_CARRIED = re.compile(
    r"^(?:the |an? |its |this )?(?:\w+ )?(?:statement|communiqu[eé]|press release|note|ministry|embassy|"
    r"(?:(?:ministry|government|embassy) )?spokes(?:man|woman|person))$",
    re.I,
)


def _side(s: Sentence, who: Speaker, ctx: Context) -> str | None:
    """Whose a speaker is; a statement is of whom it names, else of whoever spoke last."""
    side = country_of(s, who)
    if side is None and who.type == "institution" and s.lowers[who.first] == "it" and who.first == who.last:
        return ctx.discourse.voice or None  # "..., it said": the body that spoke last
    if side is not None or who.person is not None or not _CARRIED.match(who.source):
        return side
    codes = {c for m in s.mentions if who.first <= m.item <= who.last for c in m.codes}
    return codes.pop() if len(codes) == 1 else _carrier(ctx) if not codes else None


def _carrier(ctx: Context) -> str | None:
    """Whose statement, ministry or spokesman speaks without a country: whoever spoke in the sentence before, else its subject."""
    before = ctx.previous
    if before is not None and not before.said:
        quoted = quoted_items(before, quoted_spans(before))
        lead = next((m for m in before.mentions if m.cue == "subj" and not quoted[m.item]), None)
        if lead is not None and lead.kind == "P" and len(lead.codes) == 1:
            return str(lead.codes[0])
    return ctx.discourse.voice or None


def _whole(s: Sentence, g: Group, long: list[tuple[int, int]], ctx: Context) -> list[tuple[int, int]]:
    """What a body is quoted with: a clause that begins with a capital, no words taken out of one."""
    before = s.lowers[g.first - 1]
    reads = g.lemma == "read" and (before == "it" or load_speech().document.search(before))
    if not (_says(g, ctx) or reads) or g.lemma in _NAMING:
        return []
    whole = [(a, b) for a, b in long if s.text[a + 1].isupper() and len(s.text[a:b].split()) >= _MIN_CLAUSE]
    if whole or not g.form & (ED | S3):
        return whole
    return [(min(a, s.starts[g.first]), max(b, s.ends[g.main])) for a, b in long]


def _scraps(s: Sentence, g: Group, who: Speaker, spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The words with the few that a person is quoted with: "It would be “a milestone”, he said"; no names of things."""
    if g.lemma in _NAMING:
        return [(a, b) for a, b in spans if len(s.text[a:b].split()) >= _MIN_TERM]
    if not g.form & (ED | S3):
        return []
    first = s.starts[min(who.first, g.first)]
    short = [(a, b) for a, b in spans if len(s.text[a:b].split()) >= _MIN_TERM and not _name(s.text[a:b])]
    return [(s.span[0] if a < first else first, max(b, s.ends[g.main])) for a, b in short]


def _name(quoted: str) -> bool:
    """Whether what stands in quotation marks is a name: each word but small ones begins with a capital."""
    words = [w for w in re.findall(r"[^\W\d_][\w'’-]*", quoted) if len(w) > 3]
    return bool(words) and all(w[0].isupper() for w in words)


def _according(s: Sentence, ctx: Context, spans: list[tuple[int, int]]) -> list[Draft]:
    """A quotation in a sentence that says "according to Duda", "in the words of Duda" or "as Duda put it"."""
    who = _source(s) if spans else None
    return [] if who is None else [_draft("direct", who, s, ctx, *spans[0])]


def _source(s: Sentence) -> Speaker | None:
    """The person of a country whose words the sentence says that it gives."""
    at = _source_words(s)
    if at < 0:
        return None
    for i in range(at, min(s.n, at + 7)):
        if s.kinds[i] == "H" and s.refs[i].country:
            ref = s.refs[i]
            return Speaker(ref.name, "person", at, i, Person(ref.name, ref.role, ref.country))
    return None


def _source_words(s: Sentence) -> int:
    """The item behind "according to" or "in the words of", or of the "as" of "as Duda put it"; or -1."""
    if "according to" in s.forms:
        return s.lowers.index("according to") + 1
    if "words" in s.forms:
        at = s.lowers.index("words")
        return at + 2 if s.lowers[at - 1 : at + 2] == ["the", "words", "of"] else -1
    if "put" in s.forms and s.lowers[:1] == ["as"]:
        at = s.lowers.index("put")
        return 1 if s.lowers[at + 1 : at + 2] == ["it"] else -1
    return -1


def _told_by(s: Sentence, ctx: Context) -> list[Draft]:
    """What somebody is the source of where the sentence opens with him: "According to Duda, trade with Malta grew"."""
    if s.lowers[:1] != ["according to"] or (who := _source(s)) is None or who.person is None:
        return []
    first = who.last + 2
    if s.lowers[who.last + 1 : first] != [","] or not any(g.finite and g.main >= first for g in s.groups):
        return []
    last = s.n - 1 - (s.kinds[s.n - 1] == ".")
    others = any(first <= m.item <= last and set(m.codes) - {who.person.country} for m in s.mentions)
    if not others and not load_speech().relations.search(s.text, s.starts[first], s.ends[last]):
        return []
    found = _draft("reported", who, s, ctx, s.span[0], s.ends[last])
    return [found] if found.recipient else []


def _continued(s: Sentence, ctx: Context, spans: list[tuple[int, int]], other: bool) -> list[Draft]:
    """A quotation that fills a sentence of its own goes on with the last speaker's."""
    ref = ctx.discourse.person
    if other or not spans or ref is None or by_office_alone(ref) or not ref.country or ctx.previous is None:
        return []
    if any(g.finite and _outside(s, g, spans) and _says(g, ctx) for g in s.groups):
        return []  # "..., Cheon Ho-seon said": somebody else, whom no list knows
    a, b = spans[0]
    if a > s.span[0] + 1 or b - a < 0.7 * (s.span[1] - s.span[0]):
        return []
    announced = s.text[: s.span[0]].rstrip().endswith(":")  # "The ambassador noted:" on a line of its own
    if not announced and not any(d.kind == "quote" for d in ctx.last):
        return []
    if announced and ctx.previous is not None and _by_nameless(ctx.previous):
        return []  # "Following the call with President A, a spokesperson said:": not A
    who = Speaker(ref.name, "person", 0, 0, Person(ref.name, ref.role, ref.country))
    return [_draft("direct", who, s, ctx, a, b)]


def _by_nameless(s: Sentence) -> bool:
    """Whether an officer without a name announces what comes: "a Norwegian government spokesperson said:"."""
    verb = next((g for g in reversed(s.groups) if g.finite), None)
    if verb is None or verb.first < 1 or s.kinds[verb.first - 1] == "H":
        return False
    return s.noun[verb.first - 1].startswith("spokes") and s.lowers[-1] == ":"


_ANNOUNCED = re.compile(
    r"\b(?:said|says|added|stated|commented|remarked|continued|concluded|noted)(?: (?:in a statement|today|that|on [A-Z]\w+day))?:[ \t]*\n\s*\Z"
)


def _unmarked(s: Sentence, ctx: Context) -> list[Draft]:
    """Words in a paragraph of their own without quotation marks behind a line that names who says them: "The minister said:"."""
    start = s.span[0]
    if (label := _label(s)) >= 0:
        ref = s.refs[label]
        if s.span[1] - s.ends[label + 1] < _SHORTEST:
            return []
        who = Speaker(ref.name, "person", 0, label, Person(ref.name, ref.role, ref.country))
        found = _draft("direct", who, s, ctx, s.ends[label + 1], s.span[1])
        return [found] if found.recipient else []
    head = s.text[max(0, start - 80) : start]
    if not head.endswith("\n") or ctx.previous is None:
        return []
    addressed = _label(ctx.previous) >= 0 and ctx.previous.n < _ADDRESS
    if not addressed and (":" not in head or not _ANNOUNCED.search(head)):
        return []
    ref = ctx.discourse.person
    told = [who.person for _, who in ctx.previous.said or () if who.person is not None]
    person = told[-1] if told else Person(ref.name, ref.role, ref.country) if ref is not None else None
    bullet = s.kinds[0] == "." and s.lowers[0] in ("-", "–", "•", "*")
    if person is None or not person.country or bullet or s.span[1] - start < _SHORTEST:
        return []
    who = Speaker(person.name, "person", 0, 0, person)
    found = _draft("direct", who, s, ctx, *s.span)
    return [found] if found.recipient else []


_ADDRESS = 16
"""Items of a line that only addresses who listens: "President of Malta Ann Borg: Mr President, friends,"; assumed."""


def _label(s: Sentence) -> int:
    """The speaker's name before the colon that opens a line of a transcript: "President of Malta Ann Borg: ..."; or -1."""
    first = s.span[0]
    if ":" not in s.lowers[1:10] or (first and s.text[first - 1] != "\n"):
        return -1
    at = s.lowers.index(":", 1) - 1
    named = s.kinds[at] == "H" and bool(s.refs[at].role and s.refs[at].country)
    return at if named and not any(g.finite and g.main < at for g in s.groups) else -1


_SHORTEST = 30
"""Characters of a sentence said in a paragraph of its own; assumed."""


_SIGNATURE = re.compile(r"\s*(?:[—–―~]|--?|\n\s*[—–―-])\s*(?=[A-Z])([^\n“\"]{6,140})")


_TELLS = re.compile(r"\b(?:is|was|were|are|has|have|had|will|said|met|visited|\w+ed)\b|\.\s*$")
"""A line that goes on to tell something is no signature."""


def _signed(s: Sentence, ctx: Context, spans: list[tuple[int, int]]) -> list[Draft]:
    """A quotation that opens a line and has its speaker's name behind a dash after it: "“...” — Ann Borg, Prime Minister"."""
    a, b = spans[0]
    if a > s.span[0] + 1 or s.text[a] not in '“"' or (a and not s.text[:a].endswith("\n") and a > 1):
        return []
    end = s.text.find("”" if s.text[a] == "“" else '"', a + 1, a + 1500)
    line = _SIGNATURE.match(s.text, end + 1) if end > 0 else None
    if line is None or _TELLS.search(line[1]):
        return []
    named = [p for p in ctx.within(ctx.people, line.start(1), line.end(1)) if p.country]
    if len(named) != 1 or named[0].start - line.start(1) > _TITLES:
        return []
    ref = named[0]
    who = Speaker(ref.name, "person", 0, 0, Person(ref.name, ref.role, ref.country))
    found = _draft("direct", who, s, ctx, a, b)
    return [found] if found.recipient else []


_TITLES = 40
"""Characters of titles before a name that signs a quotation: "The Right Honourable Dr". assumed"""


def _outside(s: Sentence, g: Group, spans: list[tuple[int, int]]) -> bool:
    return not any(a <= s.starts[g.main] < b for a, b in spans)


def _says(g: Group, ctx: Context) -> bool:
    return "say" in ctx.lexicon.classes_of_verb.get(g.lemma, ())


def _reported(s: Sentence, g: Group, who: Speaker, ctx: Context) -> tuple[int, int] | None:
    """The span of what is reported, or None where nothing of relations is."""
    span = _content(s, g, who)
    if span is None:
        return None
    country = who.person.country if who.person is not None else None
    first, last = span
    others = any(
        first <= m.item <= last and any(c != country for c in m.codes) for m in s.mentions
    )  # fmt: skip
    start, end = s.starts[first], s.ends[last]
    told = not others and first > g.main and _listens(s, g.main + 1, first, country)
    if not (others or told or load_speech().relations.search(s.text, start, end)) and not _goes_on_own(
        s, first, country, ctx
    ):
        return None
    return (s.starts[g.first], end) if first > g.main else (start, s.ends[g.main])


def _listens(s: Sentence, first: int, last: int, country: str | None) -> bool:
    """Whether somebody of another state is told: "told Palau's president that", not "told Kenyan television that"."""
    heard = [m for m in s.mentions if first <= m.item < last and set(m.codes) - {country}]
    return bool(heard) and not load_speech().media.search(s.words(first, last))


def _goes_on_own(s: Sentence, first: int, country: str | None, ctx: Context) -> bool:
    """Whether somebody speaks of his own state right behind words on it and another: "A met B. B said his country was grateful"."""
    own = s.lowers[first] in ("his", "her") and s.lowers[first + 1 : first + 2] in _OWN
    own = own or any(m.kind == "P" and 0 <= m.item - first < 2 and m.codes == (country,) for m in s.mentions)
    asked = any(w in ("should", "must") for w in s.lowers[first : first + 4])
    return (
        own
        and not asked
        and any(
            country in parties and len(parties) == 2
            for parties in ({*d.actor, *d.recipient} for d in ctx.last)
        )
    )


_OWN = (["country"], ["nation"], ["people"], ["government"])


def _content(s: Sentence, g: Group, who: Speaker) -> tuple[int, int] | None:
    """First and last item of the words reported: behind the verb, or before the speaker."""
    speech, nxt = load_speech(), g.main + 1
    last = s.n - 1
    while last > 0 and s.kinds[last] == ".":
        last -= 1
    that = next((j for j in range(nxt, min(s.n, nxt + 7)) if s.lowers[j] == "that"), -1)
    if that >= 0 and that < last:
        return that + 1, last
    clause = any(h.finite and h.main > nxt for h in s.groups)
    edge = min(who.first, g.first)
    before = edge > 3 and s.lowers[edge - 1] == "," and any(h.finite and h.main < edge for h in s.groups)
    if before and (g.lemma in speech.bare_clause) and not _clause_right_behind(s, g):
        return 0, edge - 2
    if g.lemma in _VALUING and (
        _relation_right_behind(s, nxt, last) or _state_right_behind(s, nxt, last, who)
    ):
        return nxt, last
    if g.lemma in speech.own_acts:
        return (nxt, last) if _attitude(s, nxt) and nxt < last else None
    if clause and g.lemma in speech.bare_clause and nxt < last and not who.inverted:
        return nxt, last
    if g.lemma in speech.themes and nxt < last and s.kinds[nxt] != ".":
        return nxt, last
    return None


def _relation_right_behind(s: Sentence, first: int, last: int) -> bool:
    """Whether what is called something is a tie or a visit: "called relations with Malta very good", "described the trip as"."""
    behind = next((j for j in range(first, last) if s.kinds[j] == "." or s.lowers[j] == "as"), last)
    until = min(behind, first + 4, last - 1)
    if until <= first:
        return False
    words_behind = s.words(first, until)
    return bool(load_speech().relations.search(words_behind) or _EVENTS.search(words_behind))


def _state_right_behind(s: Sentence, first: int, last: int, who: Speaker) -> bool:
    """Whether another state, or what it does, is called something: "described Georgia as a partner"."""
    until = next((j for j in range(first, min(last, first + 7)) if s.lowers[j] == "as"), first)
    own = who.person.country if who.person is not None else None
    return any(first <= m.item < until and m.kind == "P" and m.codes != (own,) for m in s.mentions)


def _attitude(s: Sentence, i: int) -> bool:
    """Whether what somebody thinks of something is expressed: "expressed (his deep) satisfaction with"."""
    return any(s.lowers[j] in load_speech().attitudes for j in range(i, min(s.n, i + 4)))


def _clause_right_behind(s: Sentence, g: Group) -> bool:
    """Whether a subject and a finite verb follow the verb of saying before any comma."""
    for i in range(g.main + 1, s.n):
        if s.lowers[i] in (",", ";"):
            return False
        h = s.verb_at.get(i)
        if h is not None and h.finite:
            return True
    return False


def _draft(mode: str, who: Speaker, s: Sentence, ctx: Context, start: int, end: int) -> Draft:
    country = _side(s, who, ctx) or ""
    named = who.person is not None
    return Draft(
        kind="quote", mode=mode, actor=(country,), recipient=about(who, country, s, ctx, start, end), status="actual",
        start=start, end=end, rule=f"quote.{mode}.v2" if named else f"quote.{mode}.body.v1",
        people=(who.person,) if who.person is not None else (),
        attribution=None if named else Attribution(who.source, who.type, True),
        because={"actor": f"the speaker {who.source}"},
    )  # fmt: skip
