"""A sentence seen for its figures: which noun could name what a number measures, and the topic of a number."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.model.statements import BALANCES
from dragoman.reading.context import Context
from dragoman.reading.figures.words import FigureWords, figure_words
from dragoman.reading.syntax.clauses import Group
from dragoman.reading.syntax.lexicon import CONJ, PREP, SUB
from dragoman.reading.syntax.sentences import Sentence
from dragoman.reading.word_lists import words

__all__ = ["COUNTED", "MUTUAL", "OTHER_OF_CLAUSE", "Scene", "Topic", "scene_of"]

# Which noun class gives which figure mode; the order decides where a noun is in two classes.
_NOUN_MODES = (
    "trade", "exports", "imports", "loan", "aid", "investment", "companies", "students", "visitors", "jobs", "projects", "cargo", "other",
)  # fmt: skip
_SELLING = frozenset({"export_v", "import_v"})
_WARES = frozenset({"goods", "products"})
# What is sold at home: "retail sales fell 2%".
_SOLD_AT_HOME = frozenset("retail domestic home house property ticket online".split())
_THOUSAND = 1000
_PROGRAMMES = words("figures.scenes", "programmes")
_KINDS_OF_TRADE = words("figures.scenes", "kinds_of_trade")
_CREDIT = words("figures.scenes", "credit")
_SHIPPED = {"exported": "exports", "imported": "imports"}
COUNTED = frozenset({"companies", "students", "visitors", "jobs", "projects", "cargo"})
OTHER_OF_CLAUSE = "the other party of the clause"
"""How a side was found that only stands in the clause."""
MUTUAL = frozenset({"trade", "duration", "economy", "other"})


@dataclass(slots=True)
class Topic:
    """What a figure is about; ``item`` is the noun or verb found."""

    mode: str
    item: int
    how: str
    actor: tuple[str, ...] = ()
    recipient: tuple[str, ...] = ()
    date: str | None = None
    told: str | None = None  # the period of the number before it in the sentence
    verb: Group | None = None
    product: object = None
    unit: str | None = None
    carried: bool = False
    at: int = -1  # the item of the number
    of: Topic | None = None
    measure: str | None = None  # of the number before it in a list


def scene_of(s: Sentence, ctx: Context) -> Scene:
    """The scene of a sentence: asked for by its figures and its compositions, worked out once."""
    if s.scene is None:
        s.scene = Scene(s, ctx)
    scene: Scene = s.scene
    return scene


def _lends(s: Sentence, i: int) -> bool:
    """Whether a facility is one of credit: "a $5 million facility", "financing facilities"; not "storage facilities"."""
    before = s.noun[i - 1] if i else ""
    if before in _CREDIT or (i and s.lowers[i - 1] in _CREDIT):
        return True
    built = s.kinds[i - 1 : i] == ["w"] and bool(before) and i - 1 not in s.verb_at
    return not built and s.lowers[i] != "facilities"


def _by_thousands(s: Sentence) -> bool:
    """Whether a sentence counts something by the thousand; fewer visits are those of officials."""
    return any(
        s.kinds[j] == "Q" and s.refs[j].kind in ("number", "count") and (s.refs[j].value or 0) >= _THOUSAND
        for j in range(s.n)
    )


class Scene:
    """One sentence with the figure mode of every noun, worked out once."""

    __slots__ = ("ctx", "modes", "s", "words")

    def __init__(self, s: Sentence, ctx: Context) -> None:
        self.s, self.ctx = s, ctx
        self.words: FigureWords = figure_words()
        classes = ctx.lexicon.classes_of_noun
        self.modes: list[str | None] = [
            self._mode(i)
            if s.kinds[i] == "w"
            and (
                s.noun[i] in classes
                or s.noun[i] in self.words.balances
                or s.lowers[i] in _WARES
                or s.noun[i] in _PROGRAMMES
                or " " in s.noun[i]
            )
            else None
            for i in range(s.n)
        ]

    def _mode(self, i: int) -> str | None:
        s, noun = self.s, self.s.noun[i]
        if noun == "aid" and s.text[s.starts[i] : s.ends[i]] == "AIDS":
            return None
        if s.lowers[i] == "visits" and "number" in s.lowers[max(0, i - 3) : i] and _by_thousands(s):
            return "visitors"  # "the total number of visits to Albania"
        found = self.ctx.lexicon.classes_of_noun.get(noun, frozenset())
        mode = next((name for name in _NOUN_MODES if name in found), None)
        if mode is None and " " in noun:  # "water projects" are projects
            head = self.ctx.lexicon.classes_of_noun.get(noun.rpartition(" ")[2], frozenset())
            mode = next((name for name in _NOUN_MODES if name in head and name in COUNTED), None)
        following = s.noun[i + 1] if i + 1 < s.n else ""
        before = s.noun[i - 1] if i else ""
        if s.lowers[i] in _WARES and i and s.lowers[i - 1] in _SHIPPED:
            act = s.verb_at.get(i - 1)  # "imported goods from Peru were"; never "Chile imported goods"
            return _SHIPPED[s.lowers[i - 1]] if act is None or act.reduced else mode
        if noun in ("supply", "delivery") and i not in s.verb_at:
            last = next((d.mode for d in reversed(self.ctx.last) if d.kind == "figure"), "")
            if before in self.words.power_goods or (last == "energy" and not i and following == ""):
                return "energy"
        if noun in self.words.balances:  # "a bilateral trade deficit of $5 million"
            if "trade" in self.ctx.lexicon.classes_of_noun.get(before, ()):
                return "trade"
            if noun in ("deficit", "surplus") and s.lowers[i - 1] in _KINDS_OF_TRADE:
                return "trade"  # "Spain's goods deficit with Algeria"
            flows = ("export", "import", "trade", "turnover")
            selling = self.ctx.lexicon.classes_of_verb
            told = (
                any(n in flows for n in s.noun[:i])
                or (s.lowers[i + 1 : i + 2] in (["in"], ["on"]) and "trade" in s.noun[i + 2 : i + 5])
                or any(d.mode in ("exports", "imports") or d.object in BALANCES for d in self.ctx.last)
                or any(not selling.get(v, frozenset()).isdisjoint(_SELLING) for v in s.verb[:i] if v)
                or s.lowers[i + 1 : i + 3] in (["with", "its"], ["with", "their"])
                or (s.lowers[i + 1 : i + 2] == ["with"] and "P" in s.kinds[i + 2 : i + 4])
                # "ran a deficit of $4 million with Chad"
                or (
                    s.kinds[i + 2 : i + 3] == ["Q"]
                    and s.lowers[i + 3 : i + 4] == ["with"]
                    and "P" in s.kinds[i + 4 : i + 6]
                )
            )
            return (
                "trade"
                if told and noun in ("deficit", "surplus") and before not in self.words.domestic
                else mode
            )
        if noun in ("tranche", "instalment", "installment"):  # of the loan or grant told of before
            if "in" in s.lowers[max(0, i - 3) : i]:
                return None  # "will pay $5 million in two instalments": how, not what
            given = [d.mode for d in self.ctx.found[-6:] if d.kind == "figure" and d.mode in ("aid", "loan")]
            mode = given[-1] if given else mode
        if noun == "contract" and s.lowers[i + 1 : i + 2] == ["by"] and s.kinds[i + 2 : i + 3] == ["Q"]:
            return None  # "saw their trade contract by 8%"
        if mode == "other":
            mode = self._sort_of_deal(i) or mode
        if mode is None and self._is_programme(i):
            mode = "aid" if noun == "cooperation" else "loan"
        if mode is None:
            return None
        if i in s.verb_at and not (mode in ("exports", "imports") and (not i or s.kinds[i - 1] == ".")):
            return None  # "exports" as a verb; at the head of a line it is the noun
        if noun in ("trade", "turnover") and before in ("export", "import"):
            return before + "s" if s.lowers[i + 1 : i + 2] != ["between"] else "trade"
        if noun == "turnover" and before in ("cargo", "freight", "passenger"):
            return "cargo"
        if noun == "sale" and before in _SOLD_AT_HOME:
            return None
        if noun in ("trade", "commerce") and following in self.words.trade_heads:
            return None
        if noun == "facility" and mode == "loan" and not _lends(s, i):
            return None
        if noun in ("capital", "deposit", "facility", "fund", "traffic") and following in (
            "city",
            "punishment",
        ):
            return None
        if noun == "capital" and s.lowers[i] == "capital" and _seat(s, i):
            return None
        if noun == "fund" and before in (
            "wealth",
            "pension",
            "monetary",
            "hedge",
            "mutual",
            "oil",
            "stabilisation",
        ):
            return None
        return mode

    def _sort_of_deal(self, i: int) -> str | None:
        """ "An aid agreement", "a line of credit (LOC) agreement": the mode of what is agreed."""
        s, j = self.s, i - 1
        if j > 2 and s.lowers[j] == ")":
            j = next((k - 1 for k in range(j, max(0, j - 5), -1) if s.lowers[k] == "("), j)
        found = self.ctx.lexicon.classes_of_noun.get(s.noun[j], frozenset()) if j >= 0 else frozenset()
        return next((mode for mode in ("loan", "aid") if mode in found), None)

    def _is_programme(self, i: int) -> bool:
        """ "German cooperation with Peru" is what Germany gives; a programme with a lender is what it lends."""
        s = self.s
        noun = s.noun[i]
        if noun == "cooperation":
            owned = any(m.owner and m.head_item == i for m in s.mentions)
            return owned and s.lowers[i + 1 : i + 2] == ["with"] and "P" in s.kinds[i + 2 : i + 4]
        lent = any(c in self.words.lenders for m in s.mentions for c in m.codes)
        return lent and noun.rpartition(" ")[2] in ("programme", "program", "arrangement")

    def is_domestic(self, j: int) -> bool:
        """Whether a noun is no measure between countries; "export earnings" are exports."""
        s = self.s
        if s.noun[j] == "debt" and j and s.lowers[j - 1] in ("national", "public", "sovereign", "government"):
            return True
        if s.noun[j] not in self.words.domestic:
            return False
        return not (s.noun[j] in self.words.earnings and j and self.modes[j - 1] in ("exports", "imports"))

    def domestic_near(self, i: int) -> bool:
        """Whether the number at item ``i`` is a budget, a GDP, a price: the noun behind or announced before."""
        s = self.s
        if s.lowers[i + 1 : i + 2] == ["per"] and s.refs[i].kind == "money":
            return s.lowers[i + 2 : i + 3] not in (["year"], ["annum"], ["month"])  # a price
        share = s.refs[i].kind == "percent" and s.lowers[i + 1 : i + 2] == ["of"]
        for j in range(i + 1, min(s.n, i + 5 + 2 * share)):
            if share and s.kinds[j] == "P" and s.lowers[j + 1 : j + 2] in (["'s"], ["’s"]):
                continue  # "40% of Peru's revenues"
            if s.kinds[j] != "w" or j in s.verb_at:
                break
            if self.is_domestic(j):
                return True
            if (
                self.modes[j]
                or s.tags[j] & (CONJ | SUB)
                or (s.tags[j] & PREP and s.lowers[j] not in ("of", "in"))
            ):
                break
        j = self.announcer(i)
        if j > 0 and (
            s.noun[j] == "external debt"
            or (s.noun[j] == "debt" and s.lowers[j - 1] in ("foreign", "public", "national", "sovereign"))
        ):
            return True  # what a state owes to all
        return j >= 0 and self.is_domestic(j) and s.lowers[j + 1] not in ("—", "–", "(")

    def announcer(self, i: int) -> int:
        """The noun that a number is the amount of: "a loan of", "a contract worth", or -1."""
        s, words = self.s, self.words
        j = i - 1
        while j >= 0 and s.kinds[j] == "w" and s.lowers[j] in words.amount_fillers:
            j -= 1
        if j <= 0 or s.lowers[j] not in words.amount_links:
            return -1
        k = j - 1
        while k >= 0 and s.lowers[k] in (
            "valued",
            "estimated",
            "amount",
            "to",
            "the",
            ")",
            "(",
            "total",
            "value",
            ",",
        ):
            k -= 1
        return k if k >= 0 and s.kinds[k] == "w" and s.noun[k] else -1


def _seat(s: Sentence, i: int) -> bool:
    """Whether "capital" is where a government sits: "the blast in the capital", "in its capital, Lima"."""
    if s.lowers[i - 1] not in ("the", "its", "their", "nation's", "country's", "'s", "’s"):
        return False
    behind = s.lowers[i + 1] if i + 1 < s.n else "."
    at = next((k for k in range(i - 1, max(-1, i - 6), -1) if s.tags[k] & PREP), -1)
    placed = at >= 0 and s.lowers[at] in ("in", "to", "from", "at", "near", "of", "around", "outside", "into")
    return placed and (
        behind in (",", ".", ";", "(", "and", "on", "after", "in", "for", "during") or s.kinds[i + 1] in "PLD"
    )
