"""Figures of money sent home, of people counted by country, and of flows told one partner after the other."""

from __future__ import annotations

SENT = [
    (
        "",
        "Some $410 million was sent to Armenia from Kazakhstan through transfer systems in 2022.",
        ["other KAZ>ARM level 410000000 USD 2022"],
    ),
    (
        "",
        "Portugal and Angola met. In 2023, $12 million worth of goods were sent to Angola from Portugal.",
        ["exports PRT>AGO level 12000000 USD 2023"],
    ),
    (
        "",
        "The number of Peruvian visitors to Chile in 2023 came to 39,000 visitors.",
        ["visitors PER>CHL level 39000 1 2023"],
    ),
    (
        "",
        "The number of Swedish tourists who visited Malta in 2022 hit 8,000.",
        ["visitors SWE>MLT level 8000 1 2022"],
    ),
    (
        "",
        "Trade between Ghana and Togo in 2023 was $90 million. Ghana's trade with Mali was $80 million in 2023. Ghana's trade with Niger came to $70 million in 2023. Exports to Benin grew to $12 million in 2023, while exports to Kenya fell to $11 million in 2023.",
        [
            "trade GHA+TGO> level 90000000 USD 2023",
            "trade GHA+MLI> level 80000000 USD 2023",
            "trade GHA+NER> level 70000000 USD 2023",
            "exports GHA>BEN level 12000000 USD 2023",
            "exports GHA>KEN level 11000000 USD 2023",
        ],
    ),
    (
        "",
        "Trade between Oman and Kenya rose by 12 percent in 2023, the sixth consecutive quarter of growth.",
        ["trade OMN+KEN> growth 12 percent 2023"],
    ),
    (
        "",
        "Thai firms have 88 projects totalling $268 million in Vietnam.",
        ["projects THA>VNM level 88 1", "investment THA>VNM level 268000000 USD"],
    ),
    (
        "",
        "Migrants sent $90 million from Italy to banks in Moldova in 2021.",
        ["other ITA>MDA level 90000000 USD 2021"],
    ),
    (
        "",
        "Malta signed loan agreements with Norway for 6 million US dollars, with Oman for 5 million US dollars and with Peru for 2 million US dollars.",
        [
            "loan NOR>MLT level 6000000 USD",
            "loan OMN>MLT level 5000000 USD",
            "loan PER>MLT level 2000000 USD",
        ],
    ),
    (
        "",
        "Some 41,000 Indian tourists visited Fiji in 2022, compared with only 30,000 in 2021.",
        ["visitors IND>FJI level 41000 1 2022", "visitors IND>FJI level 30000 1 2021"],
    ),
    (
        "",
        "Sweden raised its aid to Benin to $90 million for 2022-2026.",
        ["aid SWE>BEN level 90000000 USD 2022/2026"],
    ),
    (
        "",
        "Trade between Kenya and Oman is to reach $100 million by 2030, and currently stands at $48 million.",
        ["trade KEN+OMN> level 100000000 USD 2030", "trade KEN+OMN> level 48000000 USD 2024"],
    ),
    (
        "",
        "Finland imported $4 million worth of goods from Ghana in 2022. A ministry report lists India, Japan, Peru, Oman and Chile among its top sources. Fuels made up 23 percent of imports.",
        ["imports FIN>GHA level 4000000 USD 2022"],
    ),
    (
        "",
        "Sweden intends to provide, through its agency in Lusaka, $64 million in aid for Zambians.",
        ["aid SWE>ZMB level 64000000 USD"],
    ),
    (
        "",
        "Trade between Peru and Malta (2019):\n- Exports to Malta: $14 million.\n- Imports from Malta: $8 million.",
        ["exports PER>MLT level 14000000 USD 2019", "imports PER>MLT level 8000000 USD 2019"],
    ),
    (
        "",
        "Some 500 Danish firms operate in various regions of Ghana, employing 9,000 people.",
        ["companies DNK>GHA level 500 1", "jobs DNK>GHA level 9000 1"],
    ),
    ("", "Oman remains the largest source of remittances to Nepal and its second largest labour market.", []),
    (
        "",
        "Trade between Kenya and Oman surpassed the $1.3 billion mark in 2009.",
        ["trade KEN+OMN> level 1300000000 USD 2009"],
    ),
]
