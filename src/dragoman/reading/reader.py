"""Document -> statements: annotate, parse, apply rules, in one pass over the text."""

from __future__ import annotations

import atexit
import gc
import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import lru_cache
from operator import attrgetter
from pathlib import Path
from threading import Lock
from typing import Any

from dragoman.codes import bodies
from dragoman.codes.bodies import is_body
from dragoman.codes.currencies import currencies
from dragoman.codes.outlets import home_of
from dragoman.errors import DragomanError, PartlyRead
from dragoman.model.documents import Document
from dragoman.model.statements import Statement
from dragoman.reading.acts import acts, fact_lines, relation_tables, visit_lists
from dragoman.reading.acts.carried_dates import carry
from dragoman.reading.acts.entry_dates import of_entry
from dragoman.reading.annotations import OrganisationMention, PartyMention, PersonMention, Quantity
from dragoman.reading.context import Context
from dragoman.reading.dates.datelines import datelines, document_date
from dragoman.reading.dates.expressions import find_dates
from dragoman.reading.dates.filed_abroad import without_place_of_filing
from dragoman.reading.discourse.discourse import Discourse
from dragoman.reading.discourse.headings import country_of_sections
from dragoman.reading.discourse.paragraphs import (
    country_of_relations,
    enter_paragraph,
    partners_of_paragraphs,
)
from dragoman.reading.discourse.whereabouts import without_crossed
from dragoman.reading.drafts import Draft, finish
from dragoman.reading.entities.acronyms import with_acronyms
from dragoman.reading.entities.introduced_firms import introduced_firms
from dragoman.reading.entities.leaders import named_with_office
from dragoman.reading.entities.organisations import find_organisations, known_organisations
from dragoman.reading.entities.parties import Gazetteer
from dragoman.reading.entities.people import find_people
from dragoman.reading.entities.people_at_court import filed_at, with_hosts, with_rulers
from dragoman.reading.entities.people_at_home import with_compatriots
from dragoman.reading.entities.people_claims import with_claims
from dragoman.reading.entities.people_introduced import with_introduced
from dragoman.reading.entities.people_listed import with_officers
from dragoman.reading.entities.people_ministries import with_ministries
from dragoman.reading.entities.people_of_offices import with_offices
from dragoman.reading.entities.people_of_pages import without_hosts
from dragoman.reading.entities.people_owned import with_owners
from dragoman.reading.entities.people_peers import with_peers
from dragoman.reading.entities.people_sides import with_sides
from dragoman.reading.entities.people_speaking import with_speakers
from dragoman.reading.entities.places import find_places
from dragoman.reading.entities.successors import as_successors
from dragoman.reading.figures import compositions, figures, ranks
from dragoman.reading.figures.energy_ways import as_delivered
from dragoman.reading.figures.goods_in_brackets import goods_behind
from dragoman.reading.figures.hosts import host_of
from dragoman.reading.frames.frames import RuleIndex
from dragoman.reading.frames.rules import load_rules
from dragoman.reading.gate import Gate
from dragoman.reading.quantities import find_quantities
from dragoman.reading.quantities.surroundings import with_rates, without_destinations
from dragoman.reading.quantities.told_currency import in_told_currency
from dragoman.reading.quotation_marks import paired
from dragoman.reading.quotes import attributions, quotes
from dragoman.reading.speeches import guest_speaking, issuing_state, opening_state, speaking_state
from dragoman.reading.syntax.asides import asides, saying_asides, without_asides
from dragoman.reading.syntax.clauses import parse
from dragoman.reading.syntax.lexicon import load_lexicon
from dragoman.reading.syntax.mentions import find_mentions
from dragoman.reading.syntax.sentences import build_sentence, sentence_spans
from dragoman.reading.teasers import teasers
from dragoman.reading.topics import speaks_mainly_of_relations, speaks_of_relations

__all__ = ["Reader", "load_reader"]


_SPAN = attrgetter("start", "end")


def _merge(*layers: Iterable[Any]) -> list[Any]:
    """One list of annotations, sorted; of overlapping ones the earlier layer wins."""
    taken: list[Any] = []
    for layer in layers:
        starts = [m.start for m in taken]
        added = []
        for mark in layer:
            i = bisect_left(starts, mark.start)
            left = taken[i - 1] if i else None
            right = taken[i] if i < len(taken) else None
            if (left is not None and left.end > mark.start) or (right is not None and right.start < mark.end):
                continue
            added.append(mark)
        if added:
            taken = sorted([*taken, *added], key=_SPAN)
    return taken


def _supported(text: str, parties: list[PartyMention], titled: list[PartyMention]) -> list[PartyMention]:
    """Parties without surnames of leaders ("Castro") whose country the document never names otherwise.

    A surname behind the office that its bearer held ("President Obama") needs no such support.
    """
    named = {c for m in [*parties, *titled] if m.form != "person" or " " in m.text for c in m.codes}
    return [
        m
        for m in parties
        if m.form != "person" or " " in m.text or set(m.codes) & named or named_with_office(text, m)
    ]


def _headline(text: str, parties: list[PartyMention]) -> list[str]:
    """The two parties of a heading that opens a text without a title: "Laos-China relations"."""
    line, _, rest = text.partition("\n")
    if not rest or len(line) > 80 or line.rstrip().endswith((".", ":", "?", "!", "…")):
        return []
    codes = list(dict.fromkeys(c for m in parties if m.end <= len(line) for c in m.codes))
    return codes if len(codes) == 2 else []


def _about(title: str, titled: Sequence[PartyMention]) -> list[str]:
    """The parties of a title, without the capital in which two or more others meet: "A, B and C hold talks in Baku"."""
    hosts = [m for m in titled if m.form == "capital" and _HELD_IN.search(title, 0, m.start)]
    met = [c for m in titled if m not in hosts for c in m.codes]
    return met if len(set(met)) > 1 else [c for m in titled for c in m.codes]


_HELD_IN = re.compile(r"\b(?:in|at|near) \Z")


_LED = re.compile(r"-(?:led|backed|owned|built|run|operated|funded|controlled|affiliated)\b")
"""What makes a firm only say of what sort something is: "Guyana's Exxon-led consortium"."""


def _half_of_word(text: str, q: Quantity) -> bool:
    """Whether a number is the first half of a word ("two-way trade"), or counts what a currency names ("two yen loans")."""
    if q.unit == "JPY" and q.value is not None and q.value < 100 and text[q.end : q.end + 5] == " loan":
        return True
    return (
        q.kind in ("count", "number")
        and text[q.end : q.end + 1] == "-"
        and text[q.end + 1 : q.end + 2].isalpha()
    )


_NAMED_BY_YEAR = re.compile(r"\b(?:Agenda|Vision|Horizon|Expo|EXPO|Mission|Goals?|Wawasan|Compact) \Z")


def _in_name(text: str, start: int) -> bool:
    """Whether a number ends a name: "CASA-1000", "Agenda 2063"."""
    if _NAMED_BY_YEAR.search(text[max(0, start - 12) : start]):
        return True
    return start > 1 and text[start - 1] == "-" and text[start - 2].isalpha() and text[start].isdigit()


def _abbreviates(o: OrganisationMention) -> bool:
    """Whether an organisation of one state is told by letters that the text defines: "KFAED lent", "the NEA said"."""
    return o.text.isupper() and " " not in o.text and o.text != o.name


_NATIONAL_DAY = re.compile(r"(?i)(?:independence|republic|constitution) day")


def _day_of_whom(text: str, start: int, end: int) -> bool:
    """Whether a holiday is some state's own, whose day of the year nobody says: "Moldova's Independence Day"."""
    return _NATIONAL_DAY.fullmatch(text, start, end) is not None


def _told_here(d: Draft, s: Any) -> bool:
    """Whether a sentence itself names everybody whom a statement has, and more than one side.

    For a document that is mostly about something else. Whom its quotes are about and what the sums
    between two sides are is not told there: "to sign for a Saudi club in a €5 million switch".
    """
    if d.kind == "quote" or (d.kind == "figure" and d.mode == "other" and not d.recipient):
        return False
    parties = {*d.actor, *d.recipient}
    return len(parties) > 1 and parties <= {c for codes in s.codes for c in codes}


def _overlap(a: Draft, b: Draft) -> bool:
    return a.start < b.end and b.start < a.end and len(b.products) > 1


def _delivers(d: Draft, flow: Draft, s: Any) -> bool:
    """Whether a delivery is but the flow whose worth is told: "exported goods worth $2 billion"."""
    return (
        d.rule.startswith("project.supply")
        and flow.mode in ("exports", "imports")
        and flow.measure == "level"
        and flow.unit in _money()
        and d.start < flow.end
        and flow.start < d.end
        and {*d.actor, *d.recipient} == {*flow.actor, *flow.recipient}
        and any(_sold_for(s, g) and d.start <= s.starts[g.main] < d.end for g in s.groups)
    )


def _sold_for(s: Any, g: Any) -> bool:
    """Whether a verb tells a flow of goods by its worth, no delivery: "exported", "bought tea worth $3 million"."""
    return g.lemma in ("export", "import") or (
        g.lemma in ("buy", "purchase", "sell") and "worth" in s.lowers[g.main :]
    )


def _of_same_flow(goods: Draft, measured: list[Draft]) -> Draft:
    """Goods with the period of the worth told with them: "in 2016 imported goods worth $102 million, mainly copper"."""
    told = {
        d.date
        for d in measured
        if d.mode == goods.mode
        and d.measure == "level"
        and d.unit in _money()
        and (d.actor, d.recipient) == (goods.actor, goods.recipient)
        and d.start < goods.end
        and goods.start < d.end
    }
    if goods.date is not None or len(told) != 1 or None in told:
        return goods
    return replace(goods, date=told.pop(), because={**goods.because, "date": "of the worth told with it"})


@lru_cache(maxsize=1)
def _money() -> frozenset[str]:
    return frozenset(c.code for c in currencies())


def _of_home(people: list[Any], title: str, home: str | None) -> list[Any]:
    """People with the publishing country given to whom a readout's title names first: "Readout of Secretary A's Call"."""
    owner = re.match(r"Readout of (?:the )?([^’']+)[’']s?\b", title) if home else None
    if owner is None:
        return people
    surname = owner[1].split()[-1]
    return [
        replace(p, country=home)
        if isinstance(p, PersonMention) and not p.country and p.name.split()[-1] == surname
        else p
        for p in people
    ]


def _of_title(people: list[Any], headed: Sequence[PersonMention]) -> list[Any]:
    """People with the country that the title gives them: "NZ Foreign Minister A meets counterpart"."""
    known = {p.name: p for p in headed if p.country and " " in p.name}
    if not known:
        return people
    return [
        replace(p, country=known[p.name].country, role=p.role or known[p.name].role)
        if isinstance(p, PersonMention) and not p.country and p.name in known
        else p
        for p in people
    ]


_HIGH_OFFICE = re.compile(r"\b(?:President|Prime Minister|Premier|Minister|Secretary|Taoiseach)\b")
_JOINT = re.compile(r"(?i)\b(?:joint|jointly|leaders|ministers|presidents)\b")
_ENVOY = re.compile(r"(?i)\b(?:ambassador|high commissioner|consul general|charg[eé] d[’']affaires)\b")


def _officers(people: list[Any], home: str | None, office: re.Pattern[str] = _HIGH_OFFICE) -> list[Any]:
    """People with the publishing country given to its officers, whom its own site names without saying whose they are."""
    if home is None or is_body(home):
        return people
    return [
        replace(p, country=home)
        if isinstance(p, PersonMention) and not p.country and p.role and office.search(p.role)
        else p
        for p in people
    ]


_READOUTS = {
    "USA": re.compile(
        r"Readout of (the )?(Vice President|President|Secretary|Deputy|Principal|National Security)\b"
    ),
    "GBR": re.compile(
        r"PM (call|meeting|bilateral|bilateral meeting|phone call) with (?!the (UK|British)\b)"
    ),
}
"""How one government alone calls such a text, its own offices by no country."""


def _titled_so(title: str, named: set[str], titled: set[str]) -> str | None:
    """The government that publishes a readout, by the form of its title."""
    return next((c for c, form in _READOUTS.items() if c in named - titled and form.match(title)), None)


class Reader:
    """A reader with its rules and lexicons loaded; it keeps no state between documents."""

    def __init__(self, extra: tuple[Path, ...] = (), *, gated: bool = True) -> None:
        self.gated = gated
        self.lexicon = load_lexicon(extra)
        self.gate = Gate(self.lexicon)
        self.rules = load_rules(extra)
        self.index = RuleIndex(self.rules)
        self.gazetteer = Gazetteer.load(extra)
        self.bodies = frozenset(b.code for b in bodies())
        self.companies = known_organisations()
        self.formats = {b.code: b.members for b in bodies() if b.kind == "format"}

    def context(self, document: Document) -> Context | None:
        """Everything annotated in the document, or None where no party is named."""
        text = document.text
        title = f"{document.title}\n" if document.title else ""
        parties = [p for m in self.gazetteer.mentions(text, title) if (p := self._expanded(m)) is not None]
        parties = _supported(text, parties, titled := self.gazetteer.mentions(title) if title else [])
        parties = with_acronyms(text, parties)
        listed = country_of_relations(title, titled)
        of_title = {c for m in titled for c in m.codes}
        parties = without_place_of_filing(text, parties, of_title)
        parties = as_successors(
            text, parties, of_title if len(of_title) > 1 else (), by_paragraph=listed is not None
        )
        if not (parties or len(of_title) > 1):
            return None
        home = home_of(document.url)  # whose government speaks of elections abroad, not of its sport
        if not (home or speaks_of_relations(title, text, len(of_title))):
            return None
        places = find_places(text, title=title)
        named = {c for m in (*parties, *titled) for c in m.codes} | ({home} if home else set())
        two_sides = self.gate.two_sides(f"{title}{text}", named, places)
        if self.gated and not two_sides and not self.gate.gives_money(text):
            return None
        home = home or _titled_so(title, named, {c for m in titled for c in m.codes})
        headed = find_people(title, titled) if title else []
        issuer = None if home else issuing_state(title, titled, text, parties)
        home = home or issuer or opening_state(text, parties)
        home = home or (speaking_state(title, titled, headed, text) if title else None)
        home = home or guest_speaking(title, titled, text, parties)
        found = find_people(text, parties, listed=listed is not None)
        people = _of_title(_of_home(found, title, home), headed)
        people = _officers(_officers(people, issuer, _ENVOY), issuer or home_of(document.url))
        spoken_of = without_crossed(text, parties)
        about = _about(title, without_crossed(title, titled)) or _headline(text, spoken_of)
        about_one = listed or country_of_sections(text, parties, about, self.bodies)
        discourse = Discourse.of(spoken_of, [about_one] if about_one else about, self.bodies)
        sides = discourse.talks if home is None or home in discourse.talks else ()
        if listed is not None:
            people = with_officers(text, parties, people, listed, self.bodies)
        people = with_owners(text, parties, without_hosts(text, parties, people, sorted(of_title)))
        people = with_ministries(text, parties, with_sides(text, parties, people, sides))
        people = with_claims(text, parties, with_offices(text, parties, people))
        people = with_peers(text, with_speakers(text, parties, people, sides), sides)
        people = with_compatriots(text, parties, with_rulers(text, people, filed := filed_at(text, parties)))
        people = with_hosts(text, parties, with_introduced(text, parties, people, sides), filed)
        if listed is not None:
            discourse.partners = partners_of_paragraphs(text, parties, listed, self.bodies)
        if document.date is None:
            written, how = document_date(text)
            document = replace(document, date=written, date_source=how)
        dates = find_dates(text, document.date)
        quantities = find_quantities(text, [(d.start, d.end) for d in dates if d.edtf and d.kind == "date"])
        quantities = with_rates(text, without_destinations(text, in_told_currency(text, title, quantities)))
        organisations = find_organisations(text, parties)
        marks = _merge(
            [
                d
                for d in dates
                if d.edtf and not _in_name(text, d.start) and not _day_of_whom(text, d.start, d.end)
            ],
            [p for p in people if isinstance(p, PersonMention)],
            _merge(introduced_firms(text, parties, organisations), parties),
            [
                PartyMention(o.start, o.end, o.text, (o.country,), "affiliate")
                for o in organisations
                if o.country and (o.name in self.companies or _abbreviates(o)) and not _LED.match(text, o.end)
            ],
            [q for q in quantities if q.kind != "rank" and not _half_of_word(text, q)],
            places,
        )
        discourse.home, discourse.filed = home, filed
        discourse.speaks_alone = home is not None and not _JOINT.search(title)
        if issuer:
            discourse.subject = (issuer,)
        if title and title.startswith("Readout"):
            discourse.meet_home()
        discourse.known = [p for p in headed if p.country and p.role] if titled else []
        ctx = Context(
            document, self.lexicon, discourse, marks, people, dates, quantities, organisations,
            two_sides=two_sides, readout=title.startswith("Readout"),
            aside=not (home or speaks_mainly_of_relations(title, text, len(of_title))), titled=titled,
        )  # fmt: skip
        discourse.host = host_of(ctx)
        return ctx

    def _expanded(self, m: PartyMention) -> PartyMention | None:
        """A format of meetings ("C5+1") stands for its members where they are few, else for nobody."""
        if self.formats.keys().isdisjoint(m.codes):
            return m
        codes = tuple(dict.fromkeys(x for c in m.codes for x in self.formats.get(c, (c,))))
        return replace(m, codes=codes) if 0 < len(codes) <= 8 else None

    def read(self, document: Document) -> list[Statement]:
        """The statements of one document, in the order of their passages.

        The same document gives the same statements, byte for byte.

        Raises
        ------
        PartlyRead
            Rules failed on some of its sentences; it has the statements of the others.
        """
        given, document = document, replace(document, text=paired(document.text))
        ctx = self.context(document)
        if ctx is None:
            return []
        drafts: list[Draft] = []
        starts = [m.start for m in ctx.marks]
        named = {m.start for m in ctx.marks if getattr(m, "form", "") in ("name", "acronym")}
        # "UAE - Kenya trade" has no dateline
        filed = [(a, b) for a, b in datelines(document.text) if a not in named]
        broken = teasers(document.text)
        faults: list[tuple[int, int, Exception]] = []
        for index, whole in enumerate(sentence_spans(document.text)):
            if broken and any(a <= whole[0] < b for a, b in broken):
                continue
            span = _behind(whole, filed)
            lo, hi = bisect_left(starts, span[0]), bisect_left(starts, span[1])
            marks = [m for m in ctx.marks[lo:hi] if m.end <= span[1]]
            try:
                drafts.extend(
                    self._told(ctx, build_sentence(document.text, span, index, marks, self.lexicon))
                )
            except DragomanError:
                raise  # the time is over, or a rule is wrong: that is no fault of the sentence
            except Exception as error:  # a fault of ours must not cost the user the other sentences
                faults.append((*span, error))
        read = self._finished(drafts, ctx, given)
        if faults:
            raise _partly(given, read, faults) from faults[0][2]
        return read

    def _told(self, ctx: Context, s: Any) -> list[Draft]:
        """What one sentence says; the discourse goes on behind it."""
        parse(s)
        enter_paragraph(ctx.discourse, s.span[0])
        ctx.discourse.row(s)
        anaphora = ctx.discourse.anaphora(s)
        find_mentions(s, self.lexicon, anaphora, self.bodies)
        found = of_entry(s, ctx, carry(s, ctx, self._sentence(s, ctx)))
        found = self._with_asides_passed(s, ctx, anaphora, found)
        if ctx.aside:
            found = [d for d in found if _told_here(d, s)]
        if relation_tables.is_header(s):
            ctx.table, found = True, []
        else:
            found += relation_tables.read(s, ctx, found)
            found = fact_lines.read(s, ctx, found)
        if visit_lists.opens(s, ctx):
            found = []
        elif not found:
            found = visit_lists.read(s, ctx)
        else:
            found = visit_lists.turned(s, ctx, found)
        ctx.discourse.after(s)
        ctx.remember(s, found)
        return found

    def _finished(self, drafts: list[Draft], ctx: Context, document: Document) -> list[Statement]:
        """Each statement once, in the order of the passages."""
        if not drafts:
            return []
        doc_id = document.id
        if not ctx.two_sides:  # what is said in a document of one party is about nobody
            drafts = [d for d in drafts if d.kind != "quote"]
        out = [finish(d, document, doc_id) for d in drafts]
        unique = {s.id: s for s in out}
        return sorted(unique.values(), key=lambda s: (s.evidence.start, s.evidence.end, s.kind, s.mode, s.id))

    def _with_asides_passed(self, s: Any, ctx: Context, anaphora: Any, found: list[Draft]) -> list[Draft]:
        """``found`` and what a sentence tells once what is said of a subject before its verb is passed over.

        Where both readings tell the like, the first stands, with the time and status of the verb that it did not reach.
        """
        saying = saying_asides(s)
        passed = sorted(saying or asides(s))
        if not passed:
            return found
        plain = without_asides(s, passed)
        parse(plain)
        kept = (i for i in range(s.n) if not any(a <= i <= b for a, b in passed))
        meant = {at: anaphora[i] for at, i in enumerate(kept) if i in anaphora}
        find_mentions(plain, self.lexicon, meant, self.bodies)
        more = of_entry(plain, ctx, carry(plain, ctx, self._sentence(plain, ctx)))
        if saying:
            more = attributions.attribute(s, ctx, more)
        found = [next((_completed(d, e) for e in more if e.rule == d.rule and _same(d, e)), d) for d in found]
        return found + [d for d in more if not any(_tells_the_like(d, f) for f in found)]

    def _sentence(self, s: Any, ctx: Context) -> list[Draft]:
        found = acts.read(self.index, s, ctx)
        goods = compositions.read(s, ctx)
        if goods:  # a list of goods sold is a composition, not one delivery
            kept = []
            for listed in goods:
                supplies = [d for d in found if d.rule.startswith("project.supply") and _overlap(d, listed)]
                told = {c for d in supplies for c in (*d.actor, *d.recipient)}
                if not supplies or told & set(listed.recipient):
                    found = [d for d in found if d not in supplies]
                    kept.append(
                        listed
                    )  # else its other side was guessed: "Tashkent buys Kazakh power and gas"
            goods = kept
        measured = as_delivered(figures.read(s, ctx), found)
        crowds = [{*d.actor, *d.recipient} for d in measured if d.mode == "visitors" and d.measure == "level"]
        if crowds:  # "1.3 million British citizens visited Greece" is a count of tourists, no visit
            found = [d for d in found if d.mode != "visit" or {*d.actor, *d.recipient} not in crowds]
        found = [d for d in found if not any(_delivers(d, m, s) for m in measured)]
        found += measured
        found += ranks.read(s, ctx)
        found += [_of_same_flow(d, measured) for d in goods]
        found += goods_behind(s, ctx, measured, goods)
        found += quotes.read(s, ctx)
        return attributions.attribute(s, ctx, found)


def _partly(
    document: Document, read: list[Statement], faults: Sequence[tuple[int, int, Exception]]
) -> PartlyRead:
    start, end, error = faults[0]
    more = f" and {len(faults) - 1} more" if len(faults) > 1 else ""
    return PartlyRead(
        f"the sentence at characters {start} to {end}{more} could not be read ({type(error).__name__}: {error})",
        where=document.source,
        remedy="the others were; this is a fault of dragoman: please report it with the text",
        statements=read,
    )


def _same(a: Draft, b: Draft) -> bool:
    return (a.mode, a.actor, a.recipient, a.value) == (b.mode, b.actor, b.recipient, b.value)


def _completed(d: Draft, other: Draft) -> Draft:
    """A statement with the time and status that another reading of it has and it lacks."""
    changes: dict[str, Any] = {}
    if d.date is None and other.date is not None:
        changes = {"date": other.date}
    if d.status == "actual" and other.status != "actual":
        changes["status"] = other.status
    return replace(d, **changes) if changes else d


def _tells_the_like(a: Draft, b: Draft) -> bool:
    """Whether two statements of one sentence are readings of the same."""
    ours, theirs = {*a.actor, *a.recipient}, {*b.actor, *b.recipient}
    return (
        a.kind == b.kind
        and (len(ours & theirs) > 1 or ours == theirs or a.start == b.start)
        and (a.value == b.value or a.value is None)
    )


def _behind(span: tuple[int, int], filed: Sequence[tuple[int, int]]) -> tuple[int, int]:
    """A sentence without the dateline that heads it: where and when a text was filed is not what it says."""
    for a, b in filed:
        if a <= span[0] < b < span[1]:
            return b, span[1]
    return span


_LOADING = Lock()


@lru_cache(maxsize=2)
def _cached(extra: tuple[Path, ...]) -> Reader:
    reader = Reader(extra)
    # The tables live as long as the process: the collector need not walk them again and again,
    # which takes up to a quarter of the time of reading.
    gc.collect()
    gc.freeze()
    atexit.register(gc.unfreeze)  # else compiled libraries report at exit what they could not free
    return reader


def load_reader(extra: Sequence[Path] = ()) -> Reader:
    """A reader with the package's rules and those of a team's folders laid over them; made once, whoever asks first."""
    # Rules teach the lexicon their words: two threads of a server must not do so at once.
    with _LOADING:
        return _cached(tuple(Path(p) for p in extra))
