"""Periods of figures: running months, split years, spans; the notation is that of figure_cases_trade."""

from __future__ import annotations

PERIODS: list[tuple[str, str, list[str]]] = [
    (
        "",
        "Togo's exports to Peru rose to 7 million sols ($2 million) in 2022 from 5 million sols (about $1.4 million) a year earlier.",
        [
            "exports TGO>PER level 7000000 PEN 2022",
            "exports TGO>PER level 2000000 USD 2022",
            "exports TGO>PER level 5000000 PEN 2021",
            "exports TGO>PER level 1400000 USD 2021",
        ],
    ),
    (
        "",
        "Peru lent Togo $30 million in 2022 for a dam that was to be paid for with 70% debt and 30% equity.",
        ["loan PER>TGO level 30000000 USD 2022"],
    ),
    (
        "",
        "Togo's imports from Peru climbed to $44.2 million in the eight months to August from $31.7 million in a similar period of 2023.",
        [
            "imports TGO>PER level 44200000 USD 2024-01/2024-08",
            "imports TGO>PER level 31700000 USD 2023-01/2023-08",
        ],
    ),
    (
        "",
        "Between January and September this year Peru shipped goods for $16.4 million to Togo, against $22.8 million in a comparable period last year.",
        [
            "exports PER>TGO level 16400000 USD 2024-01/2024-09",
            "exports PER>TGO level 22800000 USD 2023-01/2023-09",
        ],
    ),
    (
        "",
        "In the year to March 2023 Togo's exports to Peru fell by 7 percent.",
        ["exports TGO>PER growth -7 percent 2022-04/2023-03 2021-04/2022-03"],
    ),
    (
        "",
        "Togo exported goods for $6.6 million to Peru during August-December (2022-23) against exports of $6 million during August-December (2021-22), up by 10 percent.",
        [
            "exports TGO>PER level 6600000 USD 2022-08/2022-12",
            "exports TGO>PER level 6000000 USD 2021-08/2021-12",
            "exports TGO>PER growth 10 percent 2022-08/2022-12 2021-08/2021-12",
        ],
    ),
    (
        "",
        "Togo's exports to Peru fell by 14 percent in the first quarter of FY 2022/23.",
        ["exports TGO>PER growth -14 percent 2022/2023 2021/2022"],
    ),
    (
        "",
        "Trade between Togo and Peru grew to $8 million in 2021-22.",
        ["trade TGO+PER> level 8000000 USD 2021/2022"],
    ),
    (
        "",
        "Between 2004 and 2019, exports from Togo to Peru rose from 2 to 9 million euros.",
        ["exports TGO>PER level 2000000 EUR 2004", "exports TGO>PER level 9000000 EUR 2019"],
    ),
    (
        "",
        "Togo's imports from Peru climbed from 4.1 to 5.7 million euros over the 2012-2018 period.",
        ["imports TGO>PER level 4100000 EUR 2012", "imports TGO>PER level 5700000 EUR 2018"],
    ),
    (
        "",
        "A record 4,300 Peruvian students are presently enrolled in Togo, marking a 90% increase over the last five years.",
        ["students PER>TGO level 4300 1 2024", "students PER>TGO growth 90 percent"],
    ),
    (
        "",
        "Figures of the Togolese Ministry of Planning put the number of Peruvian projects in Togo at 41 as of June 2019.",
        ["projects PER>TGO level 41 1 2019-06 - actual"],
    ),
    (
        "",
        "Trade between Togo and Peru was $6.1 million in the first half of 2024, 3.2% less than over the same period last year.",
        [
            "trade TGO+PER> level 6100000 USD 2024-01/2024-06",
            "trade TGO+PER> growth -3.2 percent 2024-01/2024-06 2023-01/2023-06",
        ],
    ),
    (
        "",
        "In 2022/23, Togo sold Peru goods worth $5 million (2021/22: $4 million).",
        ["exports TGO>PER level 5000000 USD 2022/2023", "exports TGO>PER level 4000000 USD 2021/2022"],
    ),
    (
        "",
        "From 1995 to 2010 trade between Togo and Peru averaged $3.4 million a year, and over the past three years it has risen to $7.5 million.",
        ["trade TGO+PER> level 3400000 USD 1995/2010", "trade TGO+PER> level 7500000 USD"],
    ),
]
