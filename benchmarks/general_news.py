"""A deterministic mix of general news of the project's own prose: mostly at home, some with a country in passing.

``documents(n)`` gives n short articles: of ten, six name no country, two name one, one names two in
passing, and one is a passage of ``tests/quality/silence`` (which all name countries on purpose).
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

from dragoman.model.documents import Document

__all__ = ["documents"]

SILENCE = Path(__file__).resolve().parent.parent / "tests" / "quality" / "silence" / "texts"
LEADS = (
    "The council voted late on Tuesday to close the old bridge while engineers look at its cables.",
    "A bakery that has sold rye loaves on the market square since 1931 will shut its doors in autumn.",
    "Nurses at the county hospital ended a week of stoppages after the board offered a pay rise of 4%.",
    "Thick fog kept the ferries at their berths for most of the morning and stranded some 300 commuters.",
    "The coach named an unchanged side for Saturday's match, with the captain back from a knee injury.",
    "Shares of the toy maker fell 6.5% after it warned that sales over the holidays had been slow.",
    "A court fined the developer 250,000 for felling oaks that stood on protected land.",
    "Pupils at three schools will learn in heated tents until the roofs damaged by hail are mended.",
)  # fmt: skip
BODIES = (
    "Residents said they had asked for repairs for years and had been told that there was no money.",
    "The mayor, who faces voters in spring, called the delay regrettable and promised a timetable.",
    "About 1,200 people signed a petition that was handed to the clerk on Monday afternoon.",
    "Work is expected to take eight months and to cost 2.4 million, most of it from reserves.",
    "\"We tried everything before we came to this,\" said the owner, wiping flour from her hands.",
    "Police closed two lanes and asked drivers to use the ring road until the evening.",
    "The team has lost only one of its last nine games, and tickets for the stand are sold out.",
    "Analysts had expected earnings of 31 cents a share; the company reported 27.",
    "A second hearing is set for the 14th, when experts on soil and drainage will be heard.",
    "Meteorologists see milder air arriving by the weekend, with light rain along the coast.",
    "Volunteers served soup in the gym, and the library stayed open through the night.",
    "The orchestra will play the same programme again on Sunday, with a choir of eighty voices.",
    "Prices of flats in the old town rose by a tenth within a year, the land registry's figures show.",
    "He had worked on the roof since the early shift and did not hear the warning, a witness said.",
)  # fmt: skip
ONE = (
    "The firm, which has a plant in Portugal, said jobs there were safe.",
    "The Norwegian architect won the competition ahead of eleven others.",
    "She learned the craft in Peru and came home after twelve years.",
    "The documentary, filmed in Mongolia over two winters, opens the festival.",
)  # fmt: skip
TWO = (
    "The beans come from Ethiopia and are roasted by a family that moved here from Italy.",
    "The singer, back from concerts in Chile, rested before flying to Australia.",
    "The winner of the chess open, a Dane, beat a grandmaster from Armenia in the last round.",
)  # fmt: skip


def documents(count: int, seed: int = 1) -> Iterator[Document]:
    """The same articles for the same arguments."""
    rng = random.Random(seed)
    silence = [path.read_text(encoding="utf-8") for path in sorted(SILENCE.glob("*.txt"))]
    for number in range(count):
        kind = number % 10
        if kind == 9:
            text = silence[number // 10 % len(silence)]
        else:
            told = [rng.choice(LEADS), *rng.sample(BODIES, rng.randrange(6, 11))]
            if kind >= 6:
                told.insert(rng.randrange(1, len(told)), rng.choice(ONE if kind < 8 else TWO))
            text = "\n".join(" ".join(told[i : i + 3]) for i in range(0, len(told), 3))
        yield Document(name=f"news-{number}", text=text, date="2025-03-04")
