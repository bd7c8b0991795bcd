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
]
