"""Lists of partners, places in a ranking, shares, counts and received sums, with the figures in them.

Notation as in `figure_cases`.
"""

from __future__ import annotations

LISTS: list[tuple[str, str, list[str]]] = [
    # --- lists that give each party its own number ------------------------------------------
    (
        "",
        "Spain ($430 million) ranks first among Tunisia's trade partners and is followed by Malta ($210 million).",
        [
            "trade ESP+TUN> level 430000000 USD",
            "trade ESP+TUN> rank 1 1",
            "trade MLT+TUN> rank 2 1",
            "trade MLT+TUN> level 210000000 USD",
        ],
    ),
    (
        "",
        "Peru exported goods worth $90 million to Cuba, $70 million to Haiti and $50 million to Belize.",
        [
            "exports PER>CUB level 90000000 USD",
            "exports PER>HTI level 70000000 USD",
            "exports PER>BLZ level 50000000 USD",
        ],
    ),
    (
        "",
        "Top buyers of Moldovan goods were Romania, with 28 percent of exports, Italy, with 9.5 percent, and Türkiye with 8 percent.",
        [
            "exports MDA>ROU share 28 percent",
            "exports MDA>ITA share 9.5 percent",
            "exports MDA>TUR share 8 percent",
        ],
    ),
    (
        "",
        "Lines of credit worth $80 million have been extended by India to Togo, $60 million to Benin and $30 million to Gabon.",
        [
            "loan IND>TGO level 80000000 USD",
            "loan IND>BEN level 60000000 USD",
            "loan IND>GAB level 30000000 USD",
        ],
    ),
    (
        "",
        "Estonia earned $20 million and $3 million from exports to Finland and Latvia, respectively.",
        ["exports EST>FIN level 20000000 USD", "exports EST>LVA level 3000000 USD"],
    ),
    # --- places and shares -----------------------------------------------------------------
    ("", "Oman ranks fifth among importers of goods from Nepal.", ["exports NPL>OMN rank 5 1"]),
    ("", "Kenya dropped to third place among Rwanda's export destinations.", ["exports RWA>KEN rank 3 1"]),
    ("", "Latvia was Estonia's fourth market in 2022.", ["exports EST>LVA rank 4 1 2022"]),
    (
        "",
        "Cyprus is Jordan's second largest export partner, with a 13.5 percent share of total exports.",
        ["exports JOR>CYP rank 2 1", "exports JOR>CYP share 13.5 percent"],
    ),
    (
        "",
        "Exports to Poland accounted for 2.4% of Norwegian foreign trade in 2018.",
        ["exports NOR>POL share 2.4 percent 2018"],
    ),
    ("", "Mongolia made up 11 percent of the coal imports of China.", ["imports CHN>MNG share 11 percent"]),
    (
        "",
        "Albania's share in Greek imports went up from 4 to 6 percent.",
        ["imports GRC>ALB share 4 percent", "imports GRC>ALB share 6 percent"],
    ),
    # --- what was received, sold, earned ------------------------------------------------------
    ("", "Mali received $12 million from Japan in 2021.", ["aid JPN>MLI level 12000000 USD 2021"]),
    (
        "",
        "Export earnings from Uganda rose 45 percent in 2022, Kenya said.",
        ["exports KEN>UGA growth 45 percent 2022"],
    ),
    (
        "",
        "Chile's main exports to Ecuador include wood products valued at $7 million and apples valued at $5 million.",
        ["exports CHL>ECU level 7000000 USD", "exports CHL>ECU level 5000000 USD"],
    ),
    (
        "",
        "Canada shipped $41 billion worth of products exported to Japan in 2022.",
        ["exports CAN>JPN level 41000000000 USD 2022"],
    ),
    (
        "",
        "Austria signed an aid agreement with Serbia worth 26 million euros.",
        ["aid AUT>SRB level 26000000 EUR"],
    ),
    (
        "",
        "Germany promised 77 million euros to help Moldova buy gas.",
        ["aid DEU>MDA level 77000000 EUR - - planned"],
    ),
    (
        "",
        "Kazakhstan's rail exports to China increased by 1 million tons to 13.7 million tons in 2023.",
        ["exports KAZ>CHN difference 1000000 t 2023", "exports KAZ>CHN level 13700000 t 2023"],
    ),
    # --- counts of people -----------------------------------------------------------------------
    (
        "",
        "Officials said 76,800 Turkish citizens visited Georgia in 2023, up 12 percent.",
        ["visitors TUR>GEO level 76800 1 2023", "visitors TUR>GEO growth 12 percent 2023"],
    ),
    (
        "",
        "Thailand was Russia's third most popular tourist destination, with 379,800 tourists.",
        ["visitors RUS>THA rank 3 1", "visitors RUS>THA level 379800 1"],
    ),
    # --- aims ---------------------------------------------------------------------------------
    (
        "",
        "Iran and Armenia have called for boosting two-way trade to $1 billion.",
        ["trade ARM+IRN> level 1000000000 USD - - target"],
    ),
    (
        "",
        "Italy renewed its pledge to provide Vietnam with a loan of 440 million euros.",
        ["loan ITA>VNM level 440000000 EUR - - planned"],
    ),
    ("", "Brazil and Peru agreed to double trade.", ["trade BRA+PER> multiple 2 1 - - target"]),
]

SILENT_LISTS: list[str] = [
    "Chad's foreign trade turnover amounted to $11.7 billion, its minister told Armenian reporters.",
    "Ethiopia is capable of generating 4,500 MW of energy, the Kenyan visitor heard.",
    "Laos and Japan give priority to cooperation between the two countries.",
    "Tajikistan's foreign debt of $1.98 billion worried its Kyrgyz guests.",
    "About 120 Russian businesspeople attended a business forum in Jakarta, Indonesia.",
]
