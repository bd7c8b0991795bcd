"""Sentences with the figures in them, in varied wording; `test_figures` compares.

Gold notation: ``mode actor>recipient measure value unit period base status`` with ``-`` for none;
trailing fields that are left out are not checked.
"""

from __future__ import annotations

TRADE: list[tuple[str, str, list[str]]] = [
    ("Kenya and Ghana trade", "Kenya's exports to other countries fell by 7 percent to $2 billion.", []),
    (
        "Mali's balance",
        "Chad recorded a trade deficit of $2.3 billion while Niger's was $0.9 billion.",
        [],
    ),
    (
        "Chad second partner of Zambia",
        "Zambia's turnover with the countries of the SADC was $612 million in 2017.",
        ["trade ZMB+SADC> level 612000000 USD 2017"],
    ),
    (
        "",
        "Togo's exports to Peru grew. They stood at $4 million in 2021.",
        ["exports TGO>PER level 4000000 USD 2021"],
    ),
    (
        "",
        "Trade between Togo and Peru fell in 2020 before it reached $5 million in 2021.",
        ["trade TGO+PER> level 5000000 USD 2021"],
    ),
    (
        "",
        "In 2022, Togo sold $83 million in goods to Peru, but imports from the country reached $170 million.",
        ["exports TGO>PER level 83000000 USD 2022", "imports TGO>PER level 170000000 USD 2022"],
    ),
    (
        "",
        "Peru was the leading import market for Togo, valued at USD6.98m in 2016.",
        ["imports TGO>PER rank 1 1 2016", "imports TGO>PER level 6980000 USD 2016"],
    ),
    (
        "Togo–Peru trade",
        "The trade of 2021 was worth $39 million, of which Togolese exports made up $35 million.",
        ["trade TGO+PER> level 39000000 USD 2021", "exports TGO>PER level 35000000 USD 2021"],
    ),
    (
        "",
        "Norway has provided over $62 million in aid to Malawi, which includes more than $20 million for schools.",
        ["aid NOR>MWI level 62000000 USD", "aid NOR>MWI level 20000000 USD"],
    ),
    (
        "Togo–Peru trade",
        "Togo's exports to Peru totalled $18 million in 2013. Imports came to $4.2 million, up 65 percent since 2003.",
        [
            "exports TGO>PER level 18000000 USD 2013",
            "imports TGO>PER level 4200000 USD 2013",
            "imports TGO>PER growth 65 percent 2013 2003",
        ],
    ),
    # --- trade and its changes -------------------------------------------------------------
    (
        "Peru–Thailand relations",
        "Bilateral trade between Peru and Thailand came to $612 million in 2022.",
        ["trade PER+THA> level 612000000 USD 2022"],
    ),
    (
        "",
        "Trade turnover between Armenia and Iran rose by 12.5% to $737.2 million in 2023.",
        ["trade ARM+IRN> growth 12.5 percent 2023 2022", "trade ARM+IRN> level 737200000 USD 2023"],
    ),
    (
        "",
        "In 2021 trade between Ghana and Denmark stood at €310 million, down 7% from 2020.",
        ["trade GHA+DNK> level 310000000 EUR 2021", "trade GHA+DNK> growth -7 percent 2021 2020"],
    ),
    (
        "",
        "Moldova's trade with Romania grew from $1.2 billion in 2016 to $2.9 billion in 2022.",
        ["trade MDA+ROU> level 1200000000 USD 2016", "trade MDA+ROU> level 2900000000 USD 2022"],
    ),
    (
        "",
        "Two-way trade between Chile and New Zealand totalled NZ$ 425 million (up 9%) in 2019.",
        ["trade CHL+NZL> level 425000000 NZD 2019", "trade CHL+NZL> growth 9 percent 2019 2018"],
    ),
    (
        "",
        "Trade between Malta and Nepal is small: $3.7 million in 2025, though that is five times the $0.7 million of 2024.",
        [
            "trade MLT+NPL> level 3700000 USD 2025",
            "trade MLT+NPL> multiple 5 1 2025 2024",
            "trade MLT+NPL> level 700000 USD 2024",
        ],
    ),
    (
        "",
        "Trade between Ecuador and Canada has tripled since 2010 and now exceeds $1 billion.",
        ["trade ECU+CAN> multiple 3 1", "trade ECU+CAN> level 1000000000 USD"],
    ),
    (
        "",
        "Malaysia and Kenya want to raise bilateral trade to $1.5 billion by 2030.",
        ["trade MYS+KEN> level 1500000000 USD 2030 - target"],
    ),
    (
        "",
        "The two presidents set a target of $5 billion in annual trade between Turkmenistan and Pakistan.",
        ["trade TKM+PAK> level 5000000000 USD - - target"],
    ),
    (
        "",
        "Officials expect trade between Laos and Japan to reach $900 million this year.",
        ["trade LAO+JPN> level 900000000 USD 2024 - forecast"],
    ),
    (
        "",
        "The Gambia ran a trade deficit of $86 million with Senegal in 2020.",
        ["trade GMB+SEN> level 86000000 USD 2020"],
    ),
    (
        "",
        "Italy's trade surplus with Australia widened to €3.4 billion.",
        ["trade ITA+AUS> level 3400000000 EUR"],
    ),
    (
        "",
        (
            "In the first seven months of 2024, trade between Georgia and Poland amounted to $231 million, "
            "18.3 percent more than in the same period of the previous year."
        ),
        [
            "trade GEO+POL> level 231000000 USD 2024-01/2024-07",
            "trade GEO+POL> growth 18.3 percent 2024-01/2024-07 2023-01/2023-07",
        ],
    ),
    # --- exports and imports ---------------------------------------------------------------
    (
        "",
        "Bolivia exported goods worth $148 million to Germany in 2018 and imported goods worth $402 million from it.",
        ["exports BOL>DEU level 148000000 USD 2018", "imports BOL>DEU level 402000000 USD 2018"],
    ),
    ("", "Exports to Sweden from Latvia: €1.2 billion (2023)", ["exports LVA>SWE level 1200000000 EUR 2023"]),
    (
        "Albania–Japan relations",
        (
            "Economic relations\n\n- Exports from Albania to Japan: ¥ 153 million (2019)\n"
            "- Imports from Japan: ¥ 1.2 billion (2019)"
        ),
        ["exports ALB>JPN level 153000000 JPY 2019", "imports ALB>JPN level 1200000000 JPY 2019"],
    ),
    (
        "",
        "Exports from Uruguay to Egypt fell 23% year on year to $41 million.",
        ["exports URY>EGY growth -23 percent", "exports URY>EGY level 41000000 USD"],
    ),
    (
        "",
        "Norwegian exports to Brazil and imports from Brazil were worth $800 million and $950 million respectively in 2017.",
        ["exports NOR>BRA level 800000000 USD 2017", "imports NOR>BRA level 950000000 USD 2017"],
    ),
    (
        "",
        "Iceland's exports to Portugal amounted to €210 million, of which €180 million was fish.",
        ["exports ISL>PRT level 210000000 EUR", "exports ISL>PRT level 180000000 EUR"],
    ),
    ("", "China takes 36 per cent of Chile's exports.", ["exports CHL>CHN share 36 percent"]),
    ("", "Russia accounts for 28% of Uzbekistan's imports.", ["imports UZB>RUS share 28 percent"]),
    (
        "",
        "Copper made up 81% of Zambian exports to Switzerland in 2021.",
        ["exports ZMB>CHE share 81 percent 2021"],
    ),
    (
        "",
        "The United States imported $19.7 million worth of coffee from Rwanda in 2019.",
        ["imports USA>RWA level 19700000 USD 2019"],
    ),
    (
        "",
        "Imports from India climbed to 4.6 billion dollars, while Nepalese exports to India were just 600 million dollars.",
        ["imports NPL>IND level 4600000000 USD", "exports NPL>IND level 600000000 USD"],
    ),
    (
        "Finland–Morocco relations",
        "Finland exported €250 million of goods to Morocco in 2022. Imports amounted to €90 million.",
        ["exports FIN>MAR level 250000000 EUR 2022", "imports FIN>MAR level 90000000 EUR 2022"],
    ),
    # --- ranks and shares ------------------------------------------------------------------
    ("", "Spain is Morocco's largest trading partner.", ["trade ESP+MAR> rank 1 1"]),
    ("", "Türkiye is the fourth-biggest export market for Bulgaria.", ["exports BGR>TUR rank 4 1"]),
    ("", "Qatar is one of the largest investors in Rwanda.", []),
    (
        "",
        "The Netherlands was the third largest investor in Ethiopia in 2019.",
        ["investment NLD>ETH rank 3 1 2019"],
    ),
    # --- sums, spans and shared subjects -----------------------------------------------------
    (
        "",
        "In 2023 Estonia's exports to Japan amounted to €70.2 million and imports from Japan to €95.1 million, for a total of €165 million.",
        [
            "exports EST>JPN level 70200000 EUR 2023",
            "imports EST>JPN level 95100000 EUR 2023",
            "trade EST+JPN> level 165000000 EUR 2023",
        ],
    ),
    (
        "",
        "Mongolia's imports from Germany doubled between 2020 and 2024 to $291.5 million.",
        ["imports MNG>DEU multiple 2 1 2024 2020", "imports MNG>DEU level 291500000 USD 2024"],
    ),
    (
        "",
        "Estonian exports to Latvia rebounded by 12.5 percent in 2024 after falling 6.2 percent a year earlier.",
        ["exports EST>LVA growth 12.5 percent 2024 2023", "exports EST>LVA growth -6.2 percent 2023 2022"],
    ),
    (
        "",
        "Kenya's exports to Uganda grew for the second year and reached $820 million in 2023.",
        ["exports KEN>UGA level 820000000 USD 2023"],
    ),
    (
        "",
        "In 2024, Poland's exports to Vietnam were worth $502.6 million, a rise of 12.4%, and its imports $3.91 billion, a rise of 21.9%.",
        [
            "exports POL>VNM level 502600000 USD 2024",
            "exports POL>VNM growth 12.4 percent 2024 2023",
            "imports POL>VNM level 3910000000 USD 2024",
            "imports POL>VNM growth 21.9 percent 2024 2023",
        ],
    ),
    (
        "",
        "Trade between Peru and Qatar rose from $127 million in 2020 to $5.4 billion in 2023, a more than 40-fold increase.",
        [
            "trade PER+QAT> level 127000000 USD 2020",
            "trade PER+QAT> level 5400000000 USD 2023",
            "trade PER+QAT> multiple 40 1 2023 2020",
        ],
    ),
    (
        "",
        "Qatar bought $517 million of Peruvian goods in 2023, more than twice as much as in 2022.",
        ["imports QAT>PER level 517000000 USD 2023", "imports QAT>PER multiple 2 1 2023 2022"],
    ),
    (
        "",
        "Trade between Georgia and Peru: 2021 - $1.31 million, 2022 - $1.49 million, 2023 - $1.4 million.",
        [
            "trade GEO+PER> level 1310000 USD 2021",
            "trade GEO+PER> level 1490000 USD 2022",
            "trade GEO+PER> level 1400000 USD 2023",
        ],
    ),
    (
        "",
        "Germany supplied goods worth $291.5 million to Mongolia in 2023, against $245.7 million in 2022, and bought goods worth $38.9 million.",
        [
            "exports DEU>MNG level 291500000 USD 2023",
            "exports DEU>MNG level 245700000 USD 2022",
            "imports DEU>MNG level 38900000 USD 2023",
        ],
    ),
    (
        "",
        "Peru accounted for $14 million of Georgia's trade in 2023. Georgia's total trade turnover was $23.3 billion.",
        ["trade GEO+PER> level 14000000 USD 2023"],
    ),
]
