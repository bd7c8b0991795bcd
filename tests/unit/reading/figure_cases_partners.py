"""Figures whose partner, giver or whole is told in other ways: ranks, shares, parts of a grant, all of one country's trade."""

from __future__ import annotations

# Ranks of givers and of partners whose noun is told once.
_RANKS = [
    ("", "Norway is the largest bilateral development partner of Malawi.", ["aid NOR>MWI rank 1 1"]),
    (
        "",
        "Peru is Chile's biggest trading partner in the Andes and its fifth largest overall.",
        ["trade CHL+PER> rank 1 1", "trade CHL+PER> rank 5 1"],
    ),
    (
        "",
        "Kenya is the 17th export destination for Oman and the 31st source of Omani imports.",
        ["exports OMN>KEN rank 17 1", "imports OMN>KEN rank 31 1"],
    ),
    ("", "Denmark ranks ninth in terms of Estonia's total trade.", ["trade DNK+EST> rank 9 1"]),
    (
        "",
        "Laos emerged as Bhutan's fourth-largest import source, with imports rising by 6.5 percent to $12 million.",
        [
            "imports BTN>LAO rank 4 1",
            "imports BTN>LAO growth 6.5 percent",
            "imports BTN>LAO level 12000000 USD",
        ],
    ),
    (
        "",
        "Italy is Tunisia's main trading partner, taking 21% of its exports and providing 13% of its imports in 2019.",
        [
            "trade ITA+TUN> rank 1 1 2019",
            "exports TUN>ITA share 21 percent 2019",
            "imports TUN>ITA share 13 percent 2019",
        ],
    ),
]

# Shares of goods and of guests.
_SHARES = [
    ("", "Zambia buys 45 percent of its maize from Malawi.", ["imports ZMB>MWI share 45 percent"]),
    (
        "",
        "Oman supplied 14 percent of the crude oil Japan consumed in 2018.",
        ["exports OMN>JPN share 14 percent 2018"],
    ),
    ("", "Laos covers 30 percent of Cambodia's electricity demand.", ["exports LAO>KHM share 30 percent"]),
    (
        "",
        "Ghana now accounts for 6 per cent of foreigners studying in Poland.",
        ["students GHA>POL share 6 percent"],
    ),
    (
        "",
        "Trade between Chad and Mali was $9 million in 2020, of which $4 million accounted for exports to Mali.",
        ["trade TCD+MLI> level 9000000 USD 2020", "exports TCD>MLI level 4000000 USD 2020"],
    ),
    (
        "Profile: Gabon",
        "Gabon sells manganese.\nMajor markets: China 31%, Italy 12%, India, Spain 5%.",
        [
            "exports GAB>CHN share 31 percent",
            "exports GAB>ITA share 12 percent",
            "exports GAB>ESP share 5 percent",
        ],
    ),
]

# What was given, part by part.
_GIFTS = [
    (
        "",
        "Sweden lent Kenya $90 million in 2021. Some $30 million will go to roads, while $20 million is earmarked for water.",
        [
            "loan SWE>KEN level 90000000 USD",
            "loan SWE>KEN level 30000000 USD",
            "loan SWE>KEN level 20000000 USD",
        ],
    ),
    (
        "",
        "Austria gave Nepal a grant of $40 million. Of this, $12 million will be used to repair schools.",
        ["aid AUT>NPL level 40000000 USD", "aid AUT>NPL level 12000000 USD"],
    ),
    (
        "",
        "Spain gave Jordan 60 million euros, comprising 20 million euros in grants and 40 million euros in concessional loans.",
        [
            "aid ESP>JOR level 60000000 EUR",
            "aid ESP>JOR level 20000000 EUR",
            "loan ESP>JOR level 40000000 EUR",
        ],
    ),
    (
        "",
        "Sweden lent Kenya $90 million. Kenya's government will provide $30 million for the same roads.",
        ["loan SWE>KEN level 90000000 USD"],
    ),
    (
        "",
        "Hungary has committed to supplying a preferential credit package worth 75 million EUR to Laos.",
        ["loan HUN>LAO level 75000000 EUR"],
    ),
    ("", "Students from Chad contributed $7 million to the economy of Malta in 2019.", []),
]

# All of one country's trade, and balances with one partner.
_WHOLES = [
    (
        "",
        "Uganda's trade deficit widened 8 percent to $2.7 billion in 2018. Exports increased 3 percent to $3.2 billion. Indian firms build roads.",
        [],
    ),
    (
        "Profile: Lesotho",
        "Lesotho lies within South Africa.\n\nExports: $1 billion (2017)\n\nExports - partners: South Africa 60%",
        ["exports LSO>ZAF share 60 percent"],
    ),
    (
        "",
        "Chile's surplus with Peru shrank in August to $73 million from $91 million in the same month last year.",
        ["trade CHL+PER> level 73000000 USD 2024-08", "trade CHL+PER> level 91000000 USD 2023-08"],
    ),
    (
        "",
        "Trade between Laos and Nepal was $43 million in 2016, with the trade balance amounting to $23 million in favour of Nepal.",
        ["trade LAO+NPL> level 43000000 USD 2016", "trade LAO+NPL> level 23000000 USD 2016"],
    ),
    (
        "",
        "In 2021 the trade turnover of Chad with Malta amounted to $52 million (in 2020 – $47 million).",
        ["trade TCD+MLT> level 52000000 USD 2021", "trade TCD+MLT> level 47000000 USD 2020"],
    ),
    (
        "",
        "Data show that in 2019, trade between Chad and Poland exceeded $78 million.",
        ["trade TCD+POL> level 78000000 USD 2019"],
    ),
]

# Money sent home, source by source, and people and firms counted behind short names.
_PEOPLE = [
    (
        "",
        "Kenyan nurses in Oman sent home $19 million in 2021. Cash transfers from Qatar fell by 6.5 percent to $24 million.",
        [
            "other OMN>KEN level 19000000 USD",
            "other QAT>KEN growth -6.5 percent",
            "other QAT>KEN level 24000000 USD",
        ],
    ),
    (
        "",
        "Remittances from Oman to Nepal rose 7 percent; those from Malta fell 4 percent.",
        ["other OMN>NPL growth 7 percent", "other MLT>NPL growth -4 percent"],
    ),
    ("", "Some 75 U.S. businesses have offices in Paraguay.", ["companies USA>PRY level 75 1"]),
    (
        "",
        "There are around 7,400 people of Danish descent living in northern Germany.",
        ["other DNK>DEU level 7400 1"],
    ),
]

PARTNERS = _RANKS + _SHARES + _GIFTS + _WHOLES + _PEOPLE
