"""Figures of trade news: rows of partners, shares of one whole, who made data known, whose rank a body only bounds, who gave."""

from __future__ import annotations

# A change and the sum it came to, partner by partner.
_ROWS = [
    (
        "",
        "Estonia's exports to Malta rose by 12% to $17 million, to Chad by 3% to $20 million, and to Laos by 9%.",
        [
            "exports EST>MLT growth 12 percent",
            "exports EST>MLT level 17000000 USD",
            "exports EST>TCD growth 3 percent",
            "exports EST>TCD level 20000000 USD",
            "exports EST>LAO growth 9 percent",
        ],
    ),
    (
        "",
        "The flow of tourists from Latvia to Nepal grew 4.2-fold to 17,500 trips, from Tonga - 3.6-fold to 20,400.",
        [
            "visitors LVA>NPL multiple 4.2 1",
            "visitors LVA>NPL level 17500 1",
            "visitors TON>NPL multiple 3.6 1",
            "visitors TON>NPL level 20400 1",
        ],
    ),
    (
        "",
        "Tunisia's trade with Benin fell by 12% to $17 million, with Gabon by 4%.",
        [
            "trade TUN+BEN> growth -12 percent",
            "trade TUN+BEN> level 17000000 USD",
            "trade TUN+GAB> growth -4 percent",
        ],
    ),
    (
        "",
        "The tourist flow from Iceland to Morocco rose 3.7 times to 65,100 trips.",
        ["visitors ISL>MAR multiple 3.7 1", "visitors ISL>MAR level 65100 1"],
    ),
    (
        "",
        "Kenyan growers accounted for 61 per cent of Danish rose imports, 28 per cent of lily imports and 4 per cent of bean imports.",
        [
            "imports DNK>KEN share 61 percent",
            "imports DNK>KEN share 28 percent",
            "imports DNK>KEN share 4 percent",
        ],
    ),
]

# A party that only made data known, bounds a rank or says why a flow moved is no side of it.
_NO_SIDES = [
    (
        "",
        "According to data published by the Ghana Bureau of Statistics, Oman exported to Ghana goods worth $59 million.",
        ["exports OMN>GHA level 59000000 USD"],
    ),
    (
        "",
        "Italy has become Laos's largest investor in the EU with 43 projects and total registered capital of $14 million.",
        [
            "investment ITA>LAO rank 1 1",
            "projects ITA>LAO level 43 1",
            "investment ITA>LAO level 14000000 USD",
        ],
    ),
    (
        "",
        "Sweden is the largest investor in the EU with 43 projects.",
        ["investment SWE>EU rank 1 1", "projects SWE>EU level 43 1"],
    ),
    (
        "Greek trade with Chile",
        "In 2021 Greek exports to Chile fell by 6% to $74 million. Exports of olives dropped by 2.6% as demand from Kenyan tourists in Chile eased.",
        [
            "exports GRC>CHL growth -6 percent 2021",
            "exports GRC>CHL level 74000000 USD 2021",
            "exports GRC>CHL growth -2.6 percent 2021",
        ],
    ),
    (
        "",
        "Trade between Nepal and Malta surpassed $7.8 million, accounting for 1.6 percent of Nepal's total trade turnover and 4.6 percent of its trade with EU members.",
        [
            "trade NPL+MLT> level 7800000 USD",
            "trade NPL+MLT> share 1.6 percent",
            "trade NPL+MLT> share 4.6 percent",
        ],
    ),
    (
        "",
        "Cuba's exports to countries such as Benin and Gabon rose 22 percent.",
        ["exports CUB>BEN+GAB growth 22 percent"],
    ),
    ("", "Tea makes up a quarter of the trade between Kenya and Malta.", ["trade KEN+MLT> share 25 percent"]),
]

# When it was: months done, not the day a deal was signed.
_TIMES = [
    (
        "",
        "Peru's trade with Laos reached $3 million after 11 months of 2023.",
        ["trade PER+LAO> level 3000000 USD 2023-01/2023-11"],
    ),
    (
        "",
        "Under the agreement signed in 2008, trade between Peru and Laos has reached $3 million.",
        ["trade PER+LAO> level 3000000 USD -"],
    ),
    (
        "",
        "Goods exported from Peru to Laos in 2022 were worth $5 million.",
        ["exports PER>LAO level 5000000 USD 2022"],
    ),
    (
        "",
        "In June, 15 firms from Peru invested $5 million in Laos.",
        ["companies PER>LAO level 15 1 2024-06", "investment PER>LAO level 5000000 USD 2024-06"],
    ),
    (
        "",
        "In the first 10 days of April 3,800 tourists from Peru visited Laos.",
        ["visitors PER>LAO level 3800 1 2024-04-01/2024-04-10"],
    ),
    (
        "",
        "There are more than 80 Maltese multinational and small scale companies registered in Peru.",
        ["companies MLT>PER level 80 1"],
    ),
    (
        "",
        "Norway provided Malawi with two loans amounting to $6 million in 2020 and 2021.",
        ["loan NOR>MWI level 6000000 USD 2020/2021"],
    ),
    (
        "",
        "Trade between Togo and Peru has grown. From $3.8 million in 2012, it grew to $4.1 million in 2013.",
        ["trade TGO+PER> level 3800000 USD 2012", "trade TGO+PER> level 4100000 USD 2013"],
    ),
]

# What a number measures.
_MEASURES = [
    (
        "",
        "Oman's non-oil exchanges with Benin came to $23 million, 9 percent up on the year before and 31 percent from 2020.",
        [
            "trade OMN+BEN> level 23000000 USD",
            "trade OMN+BEN> growth 9 percent",
            "trade OMN+BEN> growth 31 percent",
        ],
    ),
    (
        "",
        "Trade between Togo and Peru was valued at $39 million, 16.5 percent (or $5.6 million) more than in 2009.",
        [
            "trade TGO+PER> level 39000000 USD",
            "trade TGO+PER> growth 16.5 percent",
            "trade TGO+PER> difference 5600000 USD",
        ],
    ),
    (
        "",
        "Latvian direct investments in Chad stood at $21 million in 2018, which corresponds to 3.4 % of all that Latvia holds abroad.",
        ["investment LVA>TCD level 21000000 USD 2018", "investment LVA>TCD share 3.4 percent 2018"],
    ),
    ("", "Kenya gained $20 million from exports to Sudan.", ["exports KEN>SDN level 20000000 USD"]),
    (
        "",
        "Trade turnover between Latvia and Oman reached a record (about $200 million) in 2023.",
        ["trade LVA+OMN> level 200000000 USD 2023"],
    ),
    (
        "",
        "Trade with Laos fell by 13 percent, placing Laos ninth among Peru's trading partners.",
        ["trade LAO+PER> growth -13 percent", "trade LAO+PER> rank 9 1"],
    ),
    (
        "",
        "Japan remains Peru's largest provider of goods with $53 million.",
        ["imports PER>JPN rank 1 1", "imports PER>JPN level 53000000 USD"],
    ),
]

# Who gave, where only the taker is named.
_GIVERS = [
    (
        "",
        "Norway gave Malawi $5 million in aid. Another $3 million was allocated to projects in Chad.",
        ["aid NOR>MWI level 5000000 USD", "aid NOR>TCD level 3000000 USD"],
    ),
    (
        "",
        "The EU announced that relief aid of €35 million in total will be sent to Chad and Malawi.",
        ["aid EU>TCD+MWI level 35000000 EUR"],
    ),
    (
        "",
        "Norway is supporting Malawi with assistance and loans totalling $9 million.",
        ["loan NOR>MWI level 9000000 USD"],
    ),
]

ROWS = _ROWS + _NO_SIDES + _TIMES + _MEASURES + _GIVERS

NO_ROWS = [
    "Exports to 29 nations of the region, ranging from Malta to Nepal, surged by 9 percent.",
    "Zambia achieved 92 percent of its plan of exports to Malawi.",
    "Our trade with Togo is only a quarter of the trade between Togo and Peru, the Kenyan minister said.",
]
