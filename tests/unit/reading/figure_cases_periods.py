"""Periods of figures: running months, split years, spans; the notation is that of figure_cases_trade."""

from __future__ import annotations

PERIODS: list[tuple[str, str, list[str]]] = [
    (
        "",
        "Togo's imports from Peru grew to $78.9 million in the eight months to August, up from $57.9 million in a similar period of 2023.",
        [
            "imports TGO>PER level 78900000 USD 2024-01/2024-08",
            "imports TGO>PER level 57900000 USD 2023-01/2023-08",
        ],
    ),
    (
        "",
        "Peru sold goods worth $58.9 million to Togo between January and September this year, down from $71.3 million in a comparable period last year.",
        [
            "exports PER>TGO level 58900000 USD 2024-01/2024-09",
            "exports PER>TGO level 71300000 USD 2023-01/2023-09",
        ],
    ),
    (
        "",
        "In the year to March 2023 Togo's exports to Peru fell by 7 percent.",
        ["exports TGO>PER growth -7 percent 2022-04/2023-03 2021-04/2022-03"],
    ),
    (
        "",
        "Exports from Togo to Peru were recorded at US $13.3 million during July-November (2022-23) against exports of US $12.4 million during July-November (2021-22), showing growth of 7.2 percent.",
        [
            "exports TGO>PER level 13300000 USD 2022-07/2022-11",
            "exports TGO>PER level 12400000 USD 2021-07/2021-11",
            "exports TGO>PER growth 7.2 percent 2022-07/2022-11 2021-07/2021-11",
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
        "Togo's imports from Peru rose from 1.8 to 3.3 million euros over the 2014-2019 period.",
        ["imports TGO>PER level 1800000 EUR 2014", "imports TGO>PER level 3300000 EUR 2019"],
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
        "Trade between Togo and Peru amounted to $2.9 million in the first half of 2024, which is 4.7% less than over the same period last year.",
        [
            "trade TGO+PER> level 2900000 USD 2024-01/2024-06",
            "trade TGO+PER> growth -4.7 percent 2024-01/2024-06 2023-01/2023-06",
        ],
    ),
    (
        "",
        "In 2022/23, Togo sold Peru goods worth $5 million (2021/22: $4 million).",
        ["exports TGO>PER level 5000000 USD 2022/2023", "exports TGO>PER level 4000000 USD 2021/2022"],
    ),
    (
        "",
        "In the period from 1992 to 2014, annual trade between Togo and Peru averaged $1.2 million, and over the past three years this figure has increased to $9.6 million.",
        ["trade TGO+PER> level 1200000 USD 1992/2014", "trade TGO+PER> level 9600000 USD"],
    ),
]
