"""Figures in wordings of their own: of trade, shares, aid, loans, people, and totals of what was told before."""

from __future__ import annotations

WORDINGS = [
    (
        "",
        "The exchange of goods between Peru and Norway came to $40 million in 2020.",
        ["trade PER+NOR> level 40000000 USD 2020"],
    ),
    (
        "",
        "Commercial interchange between Peru and Norway hit $40 million.",
        ["trade PER+NOR> level 40000000 USD"],
    ),
    ("", "Peruvian exports to Norway added 12 percent in 2020.", ["exports PER>NOR growth 12 percent 2020"]),
    (
        "",
        "Trade between Peru and Norway bounced back by 7% in 2020.",
        ["trade PER+NOR> growth 7 percent 2020"],
    ),
    ("", "Trade between Peru and Norway dived by 7% in 2020.", ["trade PER+NOR> growth -7 percent 2020"]),
    (
        "",
        "Trade between Peru and Norway saw an increase of $5 million in 2020.",
        ["trade PER+NOR> difference 5000000 USD 2020"],
    ),
    (
        "",
        "Trade between Peru and Norway has grown fast. In 2020 the total was $40 million.",
        ["trade PER+NOR> level 40000000 USD 2020"],
    ),
    (
        "",
        "Trade between Peru and Norway has grown fast. Its value now stands at $40 million.",
        ["trade PER+NOR> level 40000000 USD"],
    ),
    (
        "",
        "Norway has long given aid to Peru. The total reached $40 million in 2020.",
        ["aid NOR>PER level 40000000 USD 2020"],
    ),
    ("", "Norway accounted for a 40% share of Peru's exports.", ["exports PER>NOR share 40 percent"]),
    (
        "",
        "$40 million of Peruvian goods went to Norway in 2020.",
        ["exports PER>NOR level 40000000 USD 2020"],
    ),
    (
        "",
        "Norway received $40 million worth of goods from Peru in 2020.",
        ["exports PER>NOR level 40000000 USD 2020"],
    ),
    (
        "",
        "Goods worth $40 million were exchanged between Peru and Norway in 2020.",
        ["trade PER+NOR> level 40000000 USD 2020"],
    ),
    (
        "",
        "Norwegian companies committed $40 million to Peru in 2020.",
        ["investment NOR>PER level 40000000 USD 2020"],
    ),
    ("", "Norway allocated $40 million for projects in Peru.", ["aid NOR>PER level 40000000 USD"]),
    ("", "Norway delivered medical supplies valued at $40,000 to Peru.", ["aid NOR>PER level 40000 USD"]),
    (
        "",
        "Norway granted Peru credits of $30 million and $60 million.",
        ["loan NOR>PER level 30000000 USD", "loan NOR>PER level 60000000 USD"],
    ),
    ("", "Peru paid back $40 million to Norway.", ["loan PER>NOR level 40000000 USD"]),
    ("", "Norway received 40,000 tourists from Peru in 2020.", ["visitors PER>NOR level 40000 1 2020"]),
    ("", "In 2020, 40,000 Peruvian nationals visited Norway.", ["visitors PER>NOR level 40000 1 2020"]),
    ("", "Peruvian workers in Norway send $40 million home each year.", ["other NOR>PER level 40000000 USD"]),
    ("", "Trade between Peru and Norway came to 40 million of euros.", ["trade PER+NOR> level 40000000 EUR"]),
    ("", "Trade between Peru and Norway came to 40 mln dlrs.", ["trade PER+NOR> level 40000000 USD"]),
    (
        "",
        "In the 2020-2021 academic year, 25 scholarships were granted to Peruvian students by Norway.",
        ["students PER>NOR level 25 1"],
    ),
    (
        "",
        "Peru's main suppliers are Norway (20%), India (15%) and Malta (3%).",
        [
            "imports PER>NOR share 20 percent",
            "imports PER>IND share 15 percent",
            "imports PER>MLT share 3 percent",
        ],
    ),
    (
        "",
        "Peru's main trading partners were Norway (20 percent), followed by India with 15 percent.",
        ["trade PER+NOR> share 20 percent", "trade PER+IND> share 15 percent"],
    ),
    (
        "",
        "Investments by Norwegian firms in Peru total $40 million.",
        ["investment NOR>PER level 40000000 USD"],
    ),
]

NO_WORDINGS = [
    "A poll found that 40% of Peruvians support ties with Norway.",
    "Peru and Norway held talks on trade. The delegation numbered 35 people.",
    "Peru and Norway discussed trade. The hotel has a value of $35 million.",
    "The ministers of Peru and Norway discussed investment. The level of inflation reached 40%.",
    "Norway's largest client state was Peru.",
    "Norway holds a 40% share of the Peruvian vote.",
    "Peru's team added 12 points against Norway.",
    "Norway's krone lost 12% and Peru's sol added 2%.",
    "Two Peruvian factories burned down in Norway.",
    "Peru's main sources of migrants are Norway (20%), India (15%) and Malta (3%).",
    "In the academic year, 25 Peruvian schools closed, Norway's paper wrote.",
]
