"""Who speaks: the subject of a verb of saying, on either side of it, as a person or an institution.

A person may be named ("Duda said", "said Duda"), stand as a pronoun ("he added") or as an office
("the Kenyan leader told reporters"). Whose country nobody gives is looked for in the words beside
the name ("Poland's Sikorski", "Radosław Sikorski, foreign minister of Poland").
"""

from __future__ import annotations

from bisect import bisect_left

from dragoman.model.statements import Person
from dragoman.reading.context import Context
from dragoman.reading.discourse.cues import by_office_alone
from dragoman.reading.discourse.discourse import holds
from dragoman.reading.discourse.first_person import in_quotation
from dragoman.reading.discourse.speech import load_speech
from dragoman.reading.quotes.strangers import (
    Speaker,
    inverted_stranger,
    name_word,
    named_in_aside,
    unknown_speaker,
)
from dragoman.reading.syntax.clauses import Group
from dragoman.reading.syntax.lexicon import ADV, CONJ, DET, PREP, SUB
from dragoman.reading.syntax.sentences import Sentence
from dragoman.reading.word_lists import words

__all__ = ["MARKS", "Speaker", "behind_with", "country_of", "quoted_items", "speaker_of"]

MARKS = frozenset({"“", "”", '"', "«", "»", "„"})
_STOPS = frozenset({";", ":", "—", "–", "(", "|"})
_PRONOUNS = frozenset({"he", "she"})
_LEADING = words("quotes.speakers", "leading")
_REACH = 28
"""How many items a subject may lie before its verb (assumed: a name with its title and an apposition)."""
_BEHIND = 9
_ASIDE = 7
_WRITING = 5
"""Items of "in a joint press release". assumed"""


_OPENS = frozenset({"after", "as", "because", "before", "once", "since", "when", "while"})


def quoted_items(s: Sentence, spans: list[tuple[int, int]]) -> list[bool]:
    """For every item, whether it stands in a quotation."""
    out = [False] * s.n
    for a, b in spans:
        first, last = bisect_left(s.starts, a), bisect_left(s.starts, b)
        out[first:last] = [True] * (last - first)
    return out


def country_of(s: Sentence, who: Speaker) -> str | None:
    """Whose a speaker is: a person's country, or the one that the words for a body name ("the Kenyan ministry").

    An official without a name is neither.
    """
    if who.person is not None:
        return who.person.country
    speech = load_speech()
    official = s.noun[who.last] in speech.offices  # "the state secretary" is no body
    phrase = range(who.first, who.last + 1)
    codes = [s.codes[i] for i in phrase if s.codes[i]]
    if who.type != "institution" or official:
        return None
    if speech.media.search(who.source) and not speech.written.search(who.source):
        return None
    if not codes and s.lowers[who.first] != "it":
        codes = [m.codes for m in s.mentions if m.item in phrase]  # "the presidency", whose it is
    if (
        not codes
        or len(codes[0]) != 1
        or (len(codes) > 1 and any(s.lowers[i] in ("and", ",") for i in phrase))
    ):
        return None  # no one side: "Egypt and Sudan said"
    return codes[0][0]


def speaker_of(s: Sentence, g: Group, ctx: Context, quoted: list[bool]) -> Speaker | None:
    """The subject of a verb of saying, or None where there is none that could speak."""
    if g.gerund and g.first == 0 and not g.finite:
        return _of_main_verb(s, g, ctx, quoted)
    behind = g.main + 1
    turns = behind < s.n and not quoted[behind]
    opens = g.first == 0 or s.lowers[g.first - 1] in MARKS
    if opens and turns:
        inverted = _inverted(s, behind, ctx, quoted)
        if inverted is not None:
            return inverted
    if turns and _trails(s, g):
        inverted = _inverted(s, behind, ctx, quoted)
        if inverted is not None and inverted.person is not None:
            return inverted
    if turns and inverted_stranger(s, g):
        return unknown_speaker(s, behind, inverted_stranger(s, g))
    first = _left_edge(s, g, quoted)
    meanwhile = behind_with(s, g)
    if meanwhile:
        return _in_phrase(s, meanwhile, g.first - 1, ctx)
    if first < g.first and (s.tags[g.first - 1] & CONJ or (g.gerund and s.lowers[g.first - 1] == ",")):
        return _carried(s, g, ctx, quoted)
    if first >= g.first:
        inverted = _inverted(s, behind, ctx, quoted) if turns and s.lowers[g.first - 1] == "," else None
        return inverted or _carried(s, g, ctx, quoted)
    bare = s.lowers[g.first - 1] == "it" and (g.first - 1 == first or s.lowers[g.first - 2] == ",")
    if bare and ctx.discourse.spokesman:  # "Exports grew by a third, it said"
        return Speaker(ctx.discourse.spokesman, "institution", g.first - 1, g.first - 1)
    last = _before_aside(s, first, _past_bracket(s, g.first - 1))
    while last > first and s.kinds[last] == "w" and s.tags[last] & ADV and not s.noun[last]:
        last -= 1  # "The Malian foreign minister also announced": the adverb is the verb's
    if last - first > 2 and s.lowers[last - 2] == "for" and s.lowers[last] == "part":
        last -= 3  # "Mali for its part said"
    if last == g.first - 1:
        first = _behind_opening(s, first, last)
    return (
        _in_phrase(s, first, last, ctx)
        or _carried(s, g, ctx, quoted)
        or _of_side(s, _told_before(unknown_speaker(s, first, last), ctx), last, g.first)
    )


def _behind_opening(s: Sentence, first: int, last: int) -> int:
    """Where the subject begins behind a phrase that opens the sentence: "After meeting President A, | the Malian envoy said"."""
    opens = (
        (first > 0 and s.tags[first - 1] & SUB)
        or s.tags[first] & PREP
        or (first in s.verb_at and s.verb_at[first].gerund)
    )
    comma = next((k for k in range(last - 1, first, -1) if s.lowers[k] == ","), 0)
    if not opens or not comma or s.lowers[comma + 1] not in ("the", "a", "an"):
        return first
    subject = range(comma + 2, last + 1)
    if any(s.kinds[k] not in "wPL" or s.tags[k] & (SUB | CONJ) for k in subject):
        return first
    return comma + 1 if s.noun[last] in load_speech().offices else first


def _told_before(who: Speaker | None, ctx: Context) -> Speaker | None:
    """The person spoken of before where a name that no list knows is his last one: "Ama Were said ... Were added"."""
    ref = ctx.discourse.person
    if who is None or ref is None or " " in who.source or ref.name.split()[-1] != who.source:
        return who
    return Speaker(ref.name, "person", who.first, who.last, Person(ref.name, ref.role, ref.country))


def _of_main_verb(s: Sentence, g: Group, ctx: Context, quoted: list[bool]) -> Speaker | None:
    """Whose words a sentence opens with: "Calling the talks “useful”, the envoy thanked Fiji"; the subject of its verb."""
    past = g.main
    for verb in s.groups:
        if not verb.finite or verb.main < g.main or quoted[verb.main]:
            continue
        first = next((k + 1 for k in range(past, verb.first) if s.lowers[k] == "," and not quoted[k]), 0)
        first = first or next((k + 1 for k in range(past, verb.first) if quoted[k] and not quoted[k + 1]), 0)
        if first:
            break
        past = verb.main  # "Noting that Malta backs Togo"
    else:
        return None
    if first >= verb.first:
        return None
    last = _before_aside(s, first, _past_bracket(s, verb.first - 1))
    return _in_phrase(s, first, last, ctx) or unknown_speaker(s, first, last)


def behind_with(s: Sentence, g: Group) -> int:
    """Where those begin who say something meanwhile: "They began talks, with Peru accusing both"; 0 where nobody does."""
    if not g.gerund or g.finite:
        return 0
    at = next((i for i in range(g.first - 1, max(0, g.first - _REACH), -1) if s.lowers[i] == "with"), 0)
    said = (
        at
        and s.lowers[at - 1] == ","
        and not any(s.kinds[i] == "." or i in s.verb_at for i in range(at, g.first))
    )
    return at + 1 if said and at + 1 < g.first else 0


def _of_side(s: Sentence, who: Speaker | None, last: int, verb: int) -> Speaker | None:
    """A speaker in no list with the country for which the aside behind his name says that he speaks."""
    if who is None or who.person is not None or who.type != "person" or last + 2 >= verb:
        return who
    codes = {c for i in range(last + 2, verb) for c in s.codes[i] or ()}
    if s.lowers[last + 2] not in _LEADING or len(codes) != 1:
        return who
    return Speaker(who.source, "person", who.first, who.last, Person(who.source, None, codes.pop()))


def _before_writing(s: Sentence, first: int, last: int) -> int:
    """The last item of a subject without where it says so, set before the verb: "The ministry in a statement on Monday said"."""
    at = last
    while at > first and s.kinds[at] == "D":
        at -= 2 if s.lowers[at - 1] == "on" else 1
    if s.noun[at] not in words("quotes.speakers", "writings"):
        return last
    into = next(
        (k for k in range(at - 1, max(first, at - _WRITING), -1) if s.lowers[k] in ("in", "via")), first
    )
    return into - 1 if into > first else last


def _before_aside(s: Sentence, first: int, last: int) -> int:
    """The last item of a subject without an aside between commas: "The minister, for his part, said", "The envoy, who leaves in May, said"."""
    if last <= first or s.lowers[last] != ",":
        return _before_writing(s, first, last)
    for i in range(last - 1, max(first, last - _REACH), -1):
        if s.lowers[i] == ",":
            aside = (s.tags[i + 1] & (PREP | ADV) or s.lowers[i + 1] in _LEADING) and last - i < _ASIDE
            aside = aside or (s.lowers[i + 1] in ("the", "a", "an") and _names_only(s, first, i))
            told = any(s.kinds[k] == "H" for k in range(i, last))
            return i - 1 if (aside or s.lowers[i + 1] == "who") and not told else last
    return last


def _names_only(s: Sentence, first: int, last: int) -> bool:
    """Whether items are a name and nothing else, as before a long aside: "Ama Karuzo Were, the head of the bloc's mission to Chad,"."""
    if last == first + 1 and s.kinds[first] == "H":
        return True
    return last - first > 1 and all(name_word(s, k) or s.lowers[k] == "-" for k in range(first, last))


def _trails(s: Sentence, g: Group) -> bool:
    """Whether a verb of saying ends what was said: "A has asked B for an office, said C"."""
    if not g.first or s.lowers[g.first - 1] != "," or g.first != g.main:
        return False
    goes_on = s.lowers.index("adding", g.main) if "adding" in s.lowers[g.main :] else s.n
    if any(
        o.finite and g.main < o.main < goes_on and s.lowers[o.first - 1] not in ("who", "which")
        for o in s.groups
    ):
        return False
    return any(
        o.finite and o.main < g.main and s.lowers[max(0, o.first - 1)] not in ("who", "which")
        for o in s.groups
    )


def _past_bracket(s: Sentence, i: int) -> int:
    """The item before short letters in brackets: "the Central Statistics Office (CSO) said"."""
    short = i > 2 and s.lowers[i] == ")" and s.lowers[i - 2] == "("
    return i - 3 if short else i


def _left_edge(s: Sentence, g: Group, quoted: list[bool]) -> int:
    """The first item of the subject: back to a quotation, a break, or another verb of a main clause."""
    i, floor = _past_bracket(s, g.first - 1), max(0, g.first - _REACH)
    while i >= floor:
        if (before := _past_bracket(s, i)) != i:
            i = before  # "the head of the Central Statistics Office (CSO), said"
            continue
        if quoted[i] or s.lowers[i] in _STOPS or s.lowers[i] in MARKS:
            break
        if s.lowers[i] == "-" and s.text[s.starts[i] - 1 : s.starts[i]] == " ":
            break  # "Togo backs the bid - the minister said"
        if s.lowers[i] == "that" and i + 1 < g.first:
            break
        if s.lowers[i] in _OPENS and i and s.clause[i] == g.clause != s.clause[i - 1]:
            break  # "recalled its envoys to Peru after the ministry said"
        other = s.verb_at.get(i)
        if other is not None and other.finite:
            relative = s.lowers[other.first - 1] in ("who", "which") if other.first else False
            if not relative:
                break
        i -= 1
    first = i + 1
    while first < g.first and (
        s.tags[first] & (CONJ | SUB)
        or s.lowers[first] == ","
        or (s.tags[first] & ADV and s.tags[first + 1] & SUB)  # "shortly after the Malian government said"
    ):
        first += 1
    return first


def _inverted(s: Sentence, i: int, ctx: Context, quoted: list[bool]) -> Speaker | None:
    """ "said Pawel Jablonski, deputy foreign minister of Poland", "said on Thursday, in Luanda, the Zambian envoy, A"."""
    i = _behind_setting(s, i)
    last = i
    while last < s.n and last < i + 16 and not quoted[last]:
        if _ends_courtesy(s, last):
            last += 1  # "said Mr. Reed"
            continue
        if s.lowers[last] in _STOPS or s.lowers[last] in MARKS or last in s.verb_at or s.kinds[last] == "D":
            break
        if s.tags[last] & SUB and not s.tags[last] & PREP:
            break
        last += 1
    person = next((j for j in range(i, last) if s.kinds[j] == "H"), -1)
    if (
        person >= 0
        and all(s.lowers[j] == "," or s.kinds[j] != "." or _ends_courtesy(s, j) for j in range(i, person))
        and not any(
            s.lowers[j] in ("to", "that", "about", "on", "in") and not _posted(s, j, person)
            for j in range(i, person)
        )
    ):
        return _named(s, person, i, last - 1, True)
    if i < s.n and s.lowers[i] in ("the", "a") and i + 1 < last:
        end = next((j for j in range(i, last) if s.kinds[j] == "."), last)
        return (
            _office(s, i, end - 1, ctx, True)
            or _institution(s, i, end - 1, True)
            or _unnamed(s, i, end - 1, True)
        )
    return None


def _behind_setting(s: Sentence, i: int) -> int:
    """Where the speaker begins behind the time and place at which he spoke."""
    k = i
    while k + 1 < s.n:
        if s.kinds[k] == "D" or s.lowers[k] == ",":
            k += 1
        elif (s.lowers[k] == "on" and s.kinds[k + 1] == "D") or (
            s.lowers[k] in ("in", "at") and s.kinds[k + 1] in "PL"
        ):
            k += 2
        else:
            break
    return k if k > i and (s.kinds[k] == "H" or s.lowers[k] == "the" or s.kinds[k] == "P") else i


def _ends_courtesy(s: Sentence, i: int) -> bool:
    """Whether a full stop belongs to a courtesy title before a name: "Mr. Reed"."""
    return (
        s.lowers[i] == "."
        and 0 < i < s.n - 1
        and s.lowers[i - 1] in words("discourse", "courtesies")
        and (s.kinds[i + 1] == "H" or s.text[s.starts[i + 1]].isupper())
    )


def _posted(s: Sentence, preposition: int, name: int) -> bool:
    """Whether a preposition leads to the post of who is named behind it: "said Kenya's ambassador to Peru Ama Were"."""
    return preposition + 2 == name and s.kinds[name - 1] == "P" and bool(s.refs[name].role)


def _in_phrase(s: Sentence, first: int, last: int, ctx: Context) -> Speaker | None:
    """The speaker named between two items: a person, an office, a pronoun or an institution."""
    people = [i for i in range(first, last + 1) if s.kinds[i] == "H"]
    subjects = [m.item for m in s.mentions if m.kind == "H" and m.cue == "subj" and first <= m.item <= last]
    if s.lowers[last] in _PRONOUNS or any(
        s.lowers[j] in _PRONOUNS for j in range(max(first, last - 3), last + 1)
    ):
        return _pronoun(s, last, ctx)
    if people:
        near = [i for i in people if not _obliquely(s, first, i)]
        chosen = (near or subjects or people)[-1] if not subjects else (near or subjects)[-1]
        if _owns_speaker(s, chosen, last):
            return _unnamed(s, chosen, last, False)
        if chosen in near or chosen in subjects:
            return _named(s, chosen, _name_start(s, first, chosen), last, False)
    begin = _phrase_start(s, first, last)
    return (
        _office(s, begin, last, ctx, False)
        or _institution(s, begin, last, False)
        or _unnamed(s, begin, last, False)
    )


def _owns_speaker(s: Sentence, i: int, last: int) -> bool:
    """Whether somebody in the service of a person speaks: "Roh's spokesman said"."""
    owned = range(i + 2, min(last, i + 5) + 1)
    return s.lowers[i + 1 : i + 2] in (["'s"], ["’s"]) and any(
        s.noun[k] in load_speech().offices and s.kinds[k] == "w" for k in owned
    )


def _obliquely(s: Sentence, first: int, i: int) -> bool:
    """Whether a preposition governs a name: "after talks with Mr. B", "the office of Mr. B"."""
    j = i - 1
    while j >= first:
        if s.tags[j] & PREP and not s.tags[j] & CONJ:
            of = s.lowers[j]
            if of in ("of", "to", "in") and s.kinds[i - 1] == "P" and s.refs[i].role:
                return False  # "the ambassador of Ghana to Nepal Ama Osei said"
            return not (of in ("of", "for", "to") and any(s.kinds[k] == "." for k in range(j + 1, i)))
        if s.lowers[j] == "," or s.kinds[j] in ("H", "D"):
            return False
        j -= 1
    return False


def _name_start(s: Sentence, first: int, name: int) -> int:
    """Where the phrase of a name begins: its title and whose it is, back to a comma or a preposition."""
    i = name
    while i > first and s.lowers[i - 1] != "," and s.kinds[i - 1] not in ("D", "H", "Q"):
        if s.lowers[i - 1] in ("to", "in", "at") and _posted(s, i - 1, name):
            i -= 1  # "the ambassador to Ghana Ama Osei"
            continue
        if s.tags[i - 1] & (SUB | CONJ) or (s.tags[i - 1] & PREP and s.lowers[i - 1] not in ("of", "for")):
            break
        i -= 1
    return i


def _phrase_start(s: Sentence, first: int, last: int) -> int:
    """Where the last noun phrase before the verb begins: behind the last comma."""
    i = last
    while i > first and s.lowers[i - 1] != ",":
        i -= 1
    return i + 1 if i < last and s.lowers[i] in ("and", "but") else i


def _named(s: Sentence, i: int, first: int, last: int, inverted: bool) -> Speaker:
    ref = s.refs[i]
    country = ref.country or _country_beside(s, i, first, last)
    return Speaker(ref.name, "person", first, last, Person(ref.name, ref.role, country), inverted)


def _country_beside(s: Sentence, i: int, first: int, last: int) -> str | None:
    """Whose minister: the party that owns the words before a name, or that stands in its apposition."""
    before = [m for m in s.mentions if first <= m.item < i and m.owner and len(m.codes) == 1]
    if before:
        return str(before[0].codes[0])
    of = [
        m for m in s.mentions
        if i < m.item <= last and m.item <= i + 10 and len(m.codes) == 1
        and (m.owner or s.lowers[m.item - 1] in ("of", "the", "from"))
    ]  # fmt: skip
    return str(of[0].codes[0]) if of else None


def _pronoun(s: Sentence, i: int, ctx: Context) -> Speaker | None:
    """ "he": the last person of the sentence before the pronoun, else of the text."""
    inside = in_quotation(s)
    told = [j for j in range(i) if s.kinds[j] == "H" and (inside[i] or not inside[j])]
    here = [j for j in told if s.refs[j].country]
    if told and not here:
        who = _named(s, told[-1], max(0, told[-1] - _ASIDE), told[-1], False)
        if who.person is not None and who.person.country:
            return who  # "a Malian spokesman, A, was firm: “...”, he said"
    if not told and (stranger := named_in_aside(s, i)):
        return stranger
    opening = [j for j in here if any(m.item == j and m.cue == "subj" and not m.owner for m in s.mentions)]
    ref = s.refs[opening[0]] if opening else ctx.discourse.person
    if ref is None:
        return None
    if by_office_alone(ref):
        return Speaker(ref.name, "person", i, i, None)  # quoted is who has a name
    return Speaker(ref.name, "person", i, i, Person(ref.name, ref.role, ref.country))


def _office(s: Sentence, first: int, last: int, ctx: Context, inverted: bool) -> Speaker | None:
    """ "the Kenyan leader", "the minister": the person of that office and country spoken of last."""
    speech = load_speech()
    # "Speaking on the occasion, Prime Minister said": newspapers of South Asia leave out the article
    bare = first == last and s.noun[first] in speech.offices and s.text[s.starts[first]].isupper()
    if last - first > 5 or (s.lowers[first] not in ("the", "a", "an") and not s.codes[first] and not bare):
        return None
    noun = next(
        (j for j in range(last, first - 1, -1) if s.noun[j] in speech.offices and s.kinds[j] == "w"), -1
    )
    if noun < 0 or any(s.lowers[j] == "of" for j in range(first, noun)):
        return None
    codes = [c for j in range(first, last + 1) for c in s.codes[j]]
    office = s.words(noun, noun + 1).casefold()
    if not codes and ctx.discourse.own_offices & {office, s.noun[noun]}:
        return Speaker(s.words(first, last + 1), "person", first, last, None, inverted)
    diplomats = speech.diplomats
    wanted = {"leader": speech.leaders, "diplomat": diplomats, "envoy": diplomats}.get(office, {office})
    here = [s.refs[j] for j in range(first) if s.kinds[j] == "H" and s.refs[j].country]
    told = ctx.discourse.person
    spoken = [told] if told is not None and told.country and not by_office_alone(told) else []
    for ref in [*reversed(here), *spoken, *reversed(ctx.discourse.known)]:
        if codes and ref.country != codes[0]:
            continue
        if any(holds(ref.role, w) for w in wanted):
            if not inverted:
                ctx.discourse.person = ref  # whom "he" of the next sentence means
            return Speaker(ref.name, "person", first, last, Person(ref.name, ref.role, ref.country), inverted)
    return None


def _unnamed(s: Sentence, first: int, last: int, inverted: bool) -> Speaker | None:
    """ "The French foreign minister", "a Turkish official": an office of a known country, held by nobody named."""
    speech = load_speech()
    offices = [j for j in range(first, last + 1) if s.kinds[j] == "w" and s.noun[j] in speech.offices]
    if not offices or last - first > 9 or not any(s.codes[j] for j in range(first, last + 1)):
        return None
    while first < last and (
        (s.tags[first] & ADV and not s.tags[first] & DET) or "D" in (s.kinds[first], s.kinds[first + 1])
    ):
        first += 1  # "In May Mali's minister"
    return Speaker(s.words(first, last + 1).strip(' ,“”"'), "person", first, last, None, inverted)


def _institution(s: Sentence, first: int, last: int, inverted: bool) -> Speaker | None:
    """ "the foreign ministry in Accra", "Laos": a body that speaks, by its words as printed."""
    while first < last and (
        (s.tags[first] & ADV and not s.tags[first] & DET) or "D" in (s.kinds[first], s.kinds[first + 1])
    ):
        first += 1  # "On Saturday the ministry"
    while last > first and (
        s.tags[last] & ADV
        or s.kinds[last] in "D."
        or (s.lowers[last] in ("on", "in") and s.kinds[last + 1 : last + 2] == ["D"])
    ):
        last -= 1  # "the ministry on Monday"
    source = s.words(first, last + 1).strip(' ,“”"')
    if not source or len(source.split()) > 14 or s.lowers[first] in ("it", "they", "we", "i", "who", "which"):
        return None
    speech = load_speech()
    party = any(m.item in range(first, last + 1) and m.kind == "P" and not m.owner for m in s.mentions)
    if speech.vague.match(source):
        return None
    if speech.institution.search(source):
        return Speaker(source, "institution", first, last, None, inverted)
    if speech.document.search(source):
        return Speaker(source, "document", first, last, None, inverted)
    behind = first + 1 if s.lowers[first] == "the" and first < last else first
    if party and s.codes[behind]:
        return Speaker(source, "institution", first, last, None, inverted)
    return None


def _carried(s: Sentence, g: Group, ctx: Context, quoted: list[bool]) -> Speaker | None:
    """The subject of the verb before, for the second of two verbs: "X met Y and said"."""
    earlier = [h for h in s.groups if h.main < g.first and h.finite and not h.relative and not quoted[h.main]]
    if not earlier:
        return None
    last = earlier[-1]
    between = range(last.main + 1, g.first)
    if not any(s.tags[i] & CONJ for i in between) and not g.gerund:
        return None
    first = _left_edge(s, last, quoted)
    return _in_phrase(s, first, last.first - 1, ctx) if first < last.first else None
