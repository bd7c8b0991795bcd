"""Flows told in the words of trade offices and the press, with what must not be read so; `test_figures` compares.

Gold notation as in `figure_cases_trade`.
"""

from __future__ import annotations

FLOWS: list[tuple[str, str, list[str]]] = [
    # An aside between a flow and its verb
    (
        "",
        "Chad's exports to Malta, which suffered from drought, sank by 9.4 percent to 0.3 billion euros.",
        ["exports TCD>MLT growth -9.4 percent", "exports TCD>MLT level 300000000 EUR"],
    ),
    (
        "Chad - Malta economic relations",
        "Trade between Chad and Malta grew. Exports to Malta, which is in a dispute with Libya, rose by 4 percent.",
        ["exports TCD>MLT growth 4 percent"],
    ),
    (
        "",
        "Chad's exports to Malta grew in 2020, which helped Libya, and wages rose by 4 percent.",
        [],
    ),
    # By how much, right behind the verb
    (
        "",
        "Peru's exports to Togo surged $38 million, or 25 percent, to nearly $169 million in 2021.",
        [
            "exports PER>TGO difference 38000000 USD 2021",
            "exports PER>TGO growth 25 percent 2021",
            "exports PER>TGO level 169000000 USD 2021",
        ],
    ),
    (
        "",
        "Peru's exports to Togo shed 12 million dollars in 2021.",
        ["exports PER>TGO difference -12000000 USD 2021 2020"],
    ),
    (
        "",
        "Peru's imports from Togo dropped $3 million to $8 million in 2021.",
        ["imports PER>TGO difference -3000000 USD 2021", "imports PER>TGO level 8000000 USD 2021"],
    ),
    (
        "",
        "Total Peruvian exports to Togo: £7.1 million (decrease of 9.6% or £760,000 from previous year)",
        [
            "exports PER>TGO level 7100000 GBP",
            "exports PER>TGO growth -9.6 percent",
            "exports PER>TGO difference -760000 GBP",
        ],
    ),
    (
        "",
        "Trade between Peru and Togo was valued at $560 million in 2021, a $100 million rise on 2020.",
        ["trade PER+TGO> level 560000000 USD 2021", "trade PER+TGO> difference 100000000 USD 2021"],
    ),
    (
        "",
        "Services trade between Peru and Togo added another $12 million in 2021.",
        ["trade PER+TGO> level 12000000 USD 2021"],
    ),
    ("", "In 2020 Peru's imports from Togo exceeded its exports by nearly a third.", []),
    # What it came to, in a participle
    (
        "",
        "Peru's exports to Togo fell by 18.5% in 2020, marking the sixth decline and totaling 984 million dollars.",
        ["exports PER>TGO growth -18.5 percent 2020", "exports PER>TGO level 984000000 USD 2020"],
    ),
    # Shares
    (
        "",
        "In 2021 Togo took a share of 4.8 percent of total Peruvian exports, up from 2.9 percent (0.7 billion euros) in 2010.",
        [
            "exports PER>TGO share 4.8 percent 2021",
            "exports PER>TGO share 2.9 percent 2010",
            "exports PER>TGO level 700000000 EUR",
        ],
    ),
    (
        "",
        "Peruvian exports to Togo were worth $40 million in 2021, equal to 12 percent of Peru's total exports.",
        ["exports PER>TGO level 40000000 USD 2021", "exports PER>TGO share 12 percent 2021"],
    ),
    (
        "",
        "Peru exported goods worth $90 million to Togo in 2021. Machinery accounted for 40 percent ($36 million) of the goods exports, metals for 22 percent ($20 million).",
        [
            "exports PER>TGO level 90000000 USD 2021",
            "exports PER>TGO share 40 percent 2021",
            "exports PER>TGO level 36000000 USD 2021",
            "exports PER>TGO share 22 percent 2021",
            "exports PER>TGO level 20000000 USD 2021",
        ],
    ),
    (
        "",
        "Peruvian exports to Togo in 2021 were worth €302m, or less than 30% of total trade.",
        ["exports PER>TGO level 302000000 EUR 2021", "trade PER+TGO> share 30 percent 2021"],
    ),
    # Nouns
    (
        "",
        "Imported goods from Togo to Peru were valued at $35 million in 2013.",
        ["imports PER>TGO level 35000000 USD 2013"],
    ),
    (
        "",
        "Of the $230 million trade of 2009 between Peru and Togo, Peru reaped $126 million from exported goods.",
        ["exports PER>TGO level 126000000 USD 2009"],
    ),
    (
        "",
        "Peru imported goods worth $8 million from Togo in 2013.",
        ["imports PER>TGO level 8000000 USD 2013"],
    ),
    (
        "",
        "Peru's export turnover to Togo rose to $5.5 million in 2021.",
        ["exports PER>TGO level 5500000 USD 2021"],
    ),
    (
        "",
        "Export turnover between Peru and Togo came to $61 million in 2021.",
        ["trade PER+TGO> level 61000000 USD 2021"],
    ),
    (
        "",
        "Trade revenue between Peru and Togo approximated 11 million dollars in 2021.",
        ["trade PER+TGO> level 11000000 USD 2021"],
    ),
    (
        "",
        "New Zealand exports to Togo totaled 15.3 million NZ dollars in 2018.",
        ["exports NZL>TGO level 15300000 NZD 2018"],
    ),
    # Partner after partner
    (
        "",
        "Peru's trade turnover with Togo was $2.2 million and with Malta $1.2 million.",
        ["trade PER+TGO> level 2200000 USD", "trade PER+MLT> level 1200000 USD"],
    ),
    (
        "",
        "Peru's trade grew. Sales to Togo, Peru's largest trading partner, increased a measly $9 million, while Malta bought $5 million in goods from Peru.",
        [
            "trade TGO+PER> rank 1 1",
            "exports PER>TGO difference 9000000 USD",
            "imports MLT>PER level 5000000 USD",
        ],
    ),
    # Sorts of goods
    (
        "",
        "Peru's main imports from Togo in 2021 included rubber ($93 million, up 49%), fertiliser ($80 million, up 11.8%) and ores ($71 million, down 4.4%).",
        [
            "imports PER>TGO level 93000000 USD 2021",
            "imports PER>TGO growth 49 percent 2021",
            "imports PER>TGO level 80000000 USD 2021",
            "imports PER>TGO growth 11.8 percent 2021",
            "imports PER>TGO level 71000000 USD 2021",
            "imports PER>TGO growth -4.4 percent 2021",
        ],
    ),
    (
        "",
        "Among Peru's main exports to Togo in 2021, fish brought home $247 million, timber $135 million and steel $142 million.",
        [
            "exports PER>TGO level 247000000 USD 2021",
            "exports PER>TGO level 135000000 USD 2021",
            "exports PER>TGO level 142000000 USD 2021",
        ],
    ),
    # Told by a verb, or in brackets
    (
        "",
        "The main products that Peru exported to Togo in 2022 were ore ($132 million), ammonia ($117 million) and gas ($90 million).",
        [
            "exports PER>TGO level 132000000 USD 2022",
            "exports PER>TGO level 117000000 USD 2022",
            "exports PER>TGO level 90000000 USD 2022",
        ],
    ),
    (
        "",
        "Peru imported cocoa from Togo in 2023, which amounted to $18 million.",
        ["imports PER>TGO level 18000000 USD 2023"],
    ),
    (
        "",
        "Peru earned $50 million a year by exporting gas to Togo.",
        ["exports PER>TGO level 50000000 USD"],
    ),
    (
        "Peru - Togo: ministers meet",
        "The ministers of Peru and Togo met in Lima. Peru expects exports of 500 billion dollars this year.",
        [],
    ),
    ("", "Peru earned $50 million in royalties by building roads with Togo.", []),
    (
        "Relations between Peru and Togo",
        "Trade between the two countries came to $169 million in 2017 (exports from Peru: $152 million, imports to Peru: $17 million).",
        [
            "trade PER+TGO> level 169000000 USD 2017",
            "exports PER>TGO level 152000000 USD 2017",
            "imports PER>TGO level 17000000 USD 2017",
        ],
    ),
    # Set against itself
    (
        "",
        "Peru's exports to Togo stood at $22 million in 2020 against exports of $18 million in 2019.",
        ["exports PER>TGO level 22000000 USD 2020", "exports PER>TGO level 18000000 USD 2019"],
    ),
    (
        "",
        "Peru's exports to Togo increased by 35.1 percent in 2021, from $64.49m to $87.135m.",
        [
            "exports PER>TGO growth 35.1 percent 2021",
            "exports PER>TGO level 64490000 USD",
            "exports PER>TGO level 87135000 USD 2021",
        ],
    ),
    (
        "",
        "Peru's exports to Togo hit $21 million in 2020, the highest level since 2015.",
        ["exports PER>TGO level 21000000 USD 2020"],
    ),
    # Partner after partner
    (
        "",
        "Peru's exports to Togo dropped to $31 million in 2021 from $38 million whereas exports to Malta dipped by 12 percent.",
        [
            "exports PER>TGO level 31000000 USD 2021",
            "exports PER>TGO level 38000000 USD",
            "exports PER>MLT growth -12 percent",
        ],
    ),
    (
        "",
        "Peruvian exports to the large partners Malta (+10.1 percent to $21 million) and Togo (+7.8 percent to $16 million) rose.",
        [
            "exports PER>MLT growth 10.1 percent",
            "exports PER>MLT level 21000000 USD",
            "exports PER>TGO growth 7.8 percent",
            "exports PER>TGO level 16000000 USD",
        ],
    ),
    (
        "",
        "In 2021 Togo was Peru's seventh supplier and second customer.",
        ["imports PER>TGO rank 7 1 2021", "exports PER>TGO rank 2 1 2021"],
    ),
]
