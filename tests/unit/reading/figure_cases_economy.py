"""Figures of economic news: places told without their noun, lists, shares of goods, visits and money sent home."""

from __future__ import annotations

ECONOMY = [
    (
        "Malawi leads in remittances from Zambia",
        "Over the first quarter, $4 million has been sent from Zambia to Malawi, the central bank says. The average remittance was $90. In nine months the sum may triple.",
        ["other ZMB>MWI level 4000000 USD"],
    ),
    (
        "",
        "Trade between Moldova and Romania reached $2.1 billion in 2023. Romania ranks first by this indicator with a share of 27 percent.",
        ["trade MDA+ROU> level 2100000000 USD", "trade MDA+ROU> rank 1 1", "trade MDA+ROU> share 27 percent"],
    ),
    (
        "Ghana's trade partners in 2023",
        "The country’s main trading partner is China, with a turnover of $12 billion. Then India ranks second with $4.1 billion, and third comes Switzerland with $2.3 billion.",
        [
            "trade CHN+GHA> rank 1 1",
            "trade CHN+GHA> level 12000000000 USD",
            "trade GHA+IND> rank 2 1",
            "trade GHA+IND> level 4100000000 USD",
            "trade CHE+GHA> rank 3 1",
            "trade CHE+GHA> level 2300000000 USD",
        ],
    ),
    (
        "",
        "Italy leads the list of countries importing Tunisian olive oil, ahead of Spain.",
        ["exports TUN>ITA rank 1 1"],
    ),
    (
        "",
        "Peru came 11th in terms of the value of Bolivia's trade with the world.",
        ["trade BOL+PER> rank 11 1"],
    ),
    (
        "",
        "Turkey is leading in trade turnover with Georgia, followed by the United States and Russia.",
        ["trade GEO+TUR> rank 1 1", "trade GEO+USA> rank 2 1", "trade GEO+RUS> rank 3 1"],
    ),
    (
        "",
        "Kuwait was the number one investing state in Jordan last year, with $1.8 billion.",
        ["investment KWT>JOR rank 1 1", "investment KWT>JOR level 1800000000 USD"],
    ),
    (
        "",
        "In first place among suppliers of fuel to Mali is Senegal (420 million dollars), in second place Ivory Coast (310 million dollars).",
        [
            "imports MLI>SEN rank 1 1",
            "imports MLI>CIV rank 2 1",
            "imports MLI>SEN level 420000000 USD",
            "imports MLI>CIV level 310000000 USD",
        ],
    ),
    (
        "",
        "Togo's largest trading partner was China with a share of 20.3%, followed by France (11.9%) and Ghana (7.2%).",
        [
            "trade CHN+TGO> rank 1 1",
            "trade CHN+TGO> share 20.3 percent",
            "trade FRA+TGO> rank 2 1",
            "trade GHA+TGO> rank 3 1",
            "trade FRA+TGO> share 11.9 percent",
            "trade GHA+TGO> share 7.2 percent",
        ],
    ),
    (
        "",
        "Trade between Nepal and India fell from $10 billion in 2022 to $9 billion in 2023. Exports went the same way, sinking from $1.4 billion to $1.1 billion.",
        [
            "trade IND+NPL> level 10000000000 USD",
            "trade IND+NPL> level 9000000000 USD",
            "exports NPL>IND level 1400000000 USD",
            "exports NPL>IND level 1100000000 USD",
        ],
    ),
    (
        "",
        "There were 412 Polish companies in Slovakia in 2019. That figure rose to 530 last year.",
        ["companies POL>SVK level 412 1", "companies POL>SVK level 530 1"],
    ),
    (
        "",
        "Morocco exported goods worth $2.3 billion to Brazil in 2023. This figure was $1.9 billion a year earlier. The increase is 21 percent.",
        [
            "exports MAR>BRA level 2300000000 USD",
            "exports MAR>BRA level 1900000000 USD",
            "exports MAR>BRA growth 21 percent",
        ],
    ),
    (
        "Albania received 4 million visitors in the first half",
        "In the number of visits to Albania, Kosovo came first, with 812,000 visits. The increase was 14%.",
        [
            "visitors XKX>ALB rank 1 1",
            "visitors XKX>ALB level 812000 1",
            "visitors XKX>ALB growth 14 percent",
        ],
    ),
    (
        "",
        "The number of visits to Malta by citizens of Italy stood at 1.1 million, which is 8 percent more than in 2022.",
        ["visitors ITA>MLT level 1100000 1", "visitors ITA>MLT growth 8 percent"],
    ),
    (
        "",
        "Some 2.5 billion dollars were remitted to Kyrgyzstan from the Russian Federation last year and 2.4 billion dollars in 2020.",
        ["other RUS>KGZ level 2500000000 USD", "other RUS>KGZ level 2400000000 USD"],
    ),
    (
        "",
        "Nepalis working in Qatar are many, and transfers worth $1.5 billion came last year, up 9% on 2022.",
        ["other QAT>NPL level 1500000000 USD", "other QAT>NPL growth 9 percent"],
    ),
    (
        "Cambodia's exports to ASEAN",
        "Malawi's largest export market was Zambia with $29 million, up 6%, trailed by Mozambique with $8 million and Kenya with $6 million, up 4% and 12%, respectively.",
        [
            "exports MWI>ZMB rank 1 1",
            "exports MWI>ZMB level 29000000 USD",
            "exports MWI>MOZ rank 2 1",
            "exports MWI>KEN rank 3 1",
            "exports MWI>KEN growth 12 percent",
            "exports MWI>ZMB growth 6 percent",
            "exports MWI>MOZ level 8000000 USD",
            "exports MWI>KEN level 6000000 USD",
            "exports MWI>MOZ growth 4 percent",
        ],
    ),
    (
        "",
        "Nearly 24 percent of machines imported into Ghana are from China.",
        ["imports GHA>CHN share 24 percent"],
    ),
    (
        "",
        "Some 41 percent of the wheat imported by Lebanon comes from Ukraine.",
        ["imports LBN>UKR share 41 percent"],
    ),
    (
        "",
        "Kenya exported goods to Uganda valued at Sh72bn (12 per cent), Pakistan Sh61bn (10 per cent) and the Netherlands Sh60bn (9.8 per cent).",
        [
            "exports KEN>UGA level 72000000000 KES",
            "exports KEN>UGA share 12 percent",
            "exports KEN>PAK level 61000000000 KES",
            "exports KEN>PAK share 10 percent",
            "exports KEN>NLD level 60000000000 KES",
            "exports KEN>NLD share 9.8 percent",
        ],
    ),
    (
        "",
        "South Africa accounted for 58% of the exports of Lesotho, ahead of the United States (21%) and Belgium (8%).",
        [
            "exports LSO>ZAF share 58 percent",
            "exports LSO>USA share 21 percent",
            "exports LSO>BEL share 8 percent",
        ],
    ),
    (
        "",
        "Laos's exports to Cambodia are expected to amount to US$90 million this year, 24 percent higher than the US$72 million in 2023.",
        [
            "exports LAO>KHM level 90000000 USD",
            "exports LAO>KHM growth 24 percent",
            "exports LAO>KHM level 72000000 USD",
        ],
    ),
    (
        "",
        "Greece ranks as Cyprus's top supplier with imports of €2.1 billion (21.4%).",
        [
            "imports CYP>GRC rank 1 1",
            "imports CYP>GRC level 2100000000 EUR",
            "imports CYP>GRC share 21.4 percent",
        ],
    ),
    (
        "",
        "Exports to Jordan – which ratified a trade pact with Egypt in 1999 – rose 9 percent to $620 million.",
        ["exports EGY>JOR growth 9 percent", "exports EGY>JOR level 620000000 USD"],
    ),
    (
        "",
        "In 2021 the trade turnover between Ukraine and Georgia amounted to $870 million, export of goods reached $560 million, import $310 million.",
        [
            "trade GEO+UKR> level 870000000 USD",
            "exports UKR>GEO level 560000000 USD",
            "imports UKR>GEO level 310000000 USD",
        ],
    ),
    (
        "Latvia's trade with Azerbaijan",
        "Exports of food alone came to €27 million in 2023, at a growth rate of 6%.",
        ["exports LVA>AZE level 27000000 EUR", "exports LVA>AZE growth 6 percent"],
    ),
    (
        "",
        "Sri Lanka ran a deficit of $3.6 billion with India, buying goods for $4.5 billion and selling for $0.9 billion.",
        [
            "trade IND+LKA> level 3600000000 USD",
            "imports LKA>IND level 4500000000 USD",
            "exports LKA>IND level 900000000 USD",
        ],
    ),
    (
        "",
        "The number of trips by Israelis to Cyprus reached 410,000 last year.",
        ["visitors ISR>CYP level 410000 1"],
    ),
    (
        "",
        "Some 96,400 tourists visited Montenegro from Serbia, which is 12% or 10,300 more than in January-June 2023.",
        [
            "visitors SRB>MNE level 96400 1",
            "visitors SRB>MNE growth 12 percent",
            "visitors SRB>MNE difference 10300 1",
        ],
    ),
    (
        "",
        "Last year $740 million was sent from Italy to Moldova through banks, which was $60 million more than in 2022.",
        ["other ITA>MDA level 740000000 USD", "other ITA>MDA difference 60000000 USD"],
    ),
    (
        "",
        "Some $90 million was sent through banks to Armenia from France in 2021 and $70 million in 2020.",
        ["other FRA>ARM level 90000000 USD", "other FRA>ARM level 70000000 USD"],
    ),
    (
        "",
        "In 2022, Chile recorded a trade surplus of $310 million with Ecuador. This figure however decreased to $250 million in 2023, whilst the Ecuadorian exports to Chile rose from $90 million to $110 million.",
        [
            "trade CHL+ECU> level 310000000 USD",
            "trade CHL+ECU> level 250000000 USD",
            "exports ECU>CHL level 90000000 USD",
            "exports ECU>CHL level 110000000 USD",
        ],
    ),
    (
        "Serbia and Turkey trade more",
        "Turkish trade with Serbia was $2 billion. China is Serbia’s leading trading partner, with a $6 billion turnover between the two countries. Germany is second with a $3 billion turnover.",
        [
            "trade SRB+TUR> level 2000000000 USD",
            "trade CHN+SRB> rank 1 1",
            "trade CHN+SRB> level 6000000000 USD",
            "trade DEU+SRB> rank 2 1",
            "trade DEU+SRB> level 3000000000 USD",
        ],
    ),
    (
        "Serbia and Turkey trade more",
        "Serbian trade with Turkey was $2 billion. Serbia's foreign trade turnover was $60 billion. Germany remains the country's largest trading partner, with a $9 billion turnover between the two nations.",
        [
            "trade SRB+TUR> level 2000000000 USD",
            "trade DEU+SRB> rank 1 1",
            "trade DEU+SRB> level 9000000000 USD",
        ],
    ),
    (
        "",
        "Nepali workers in Qatar sent home $1.2 billion in 2019, and those in Malaysia $800 million.",
        ["other QAT>NPL level 1200000000 USD", "other MYS>NPL level 800000000 USD"],
    ),
    (
        "Visits to Montenegro",
        "Serbia and Kosovo are followed by: Bosnia and Herzegovina - 71,200 visitors, Poland - 40,300 and Germany - 38,900.",
        [
            "visitors BIH>MNE level 71200 1",
            "visitors POL>MNE level 40300 1",
            "visitors DEU>MNE level 38900 1",
        ],
    ),
    (
        "Australia's investments in Chile",
        "Turkey's imports from Iran include gas and oil. In total, 31 percent of its gas came from Iran and 20 percent from Azerbaijan.",
        ["imports TUR>IRN share 31 percent", "imports TUR>AZE share 20 percent"],
    ),
    (
        "",
        "The trade deficit of Bangladesh with India stood at $9 billion, while its exports to Nepal were $60 million.",
        ["trade BGD+IND> level 9000000000 USD", "exports BGD>NPL level 60000000 USD"],
    ),
    (
        "",
        "Nepal's imports from China rose 14 percent to Rs 230 billion in the first nine months of the fiscal year against Rs 201 billion in the corresponding period.",
        [
            "imports NPL>CHN growth 14 percent",
            "imports NPL>CHN level 230000000000 NPR",
            "imports NPL>CHN level 201000000000 NPR",
        ],
    ),
    (
        "",
        "Senegal accounts for 60 percent of the fuel imported into Mali.",
        ["imports MLI>SEN share 60 percent"],
    ),
]

# What is led, counted or told of nobody is no figure.
NO_ECONOMY = [
    "The Department of Foreign Trade is leading a group of Malian investors to explore business in Chad.",
    "The number of visits by the Malian president to Chad has risen to three.",
    "Ukraine is second and Latvia third in the table after beating Norway.",
]
