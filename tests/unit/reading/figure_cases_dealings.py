"""Flows told by other words than trade, exports and imports rose to; the notation is that of figure_cases_trade."""

from __future__ import annotations

DEALINGS: list[tuple[str, str, list[str]]] = [
    ("", text, expect)
    for text, expect in (
        ("Togo and Benin traded $12 million worth of goods in 2021.", ["trade TGO+BEN> level 12000000 USD 2021"]),
        ("Goods worth 5 million euros changed hands between Malta and Chad in 2020.", ["trade MLT+TCD> level 5000000 EUR 2020"]),
        ("Peru and Oman did $30 million worth of business in 2021.", ["trade PER+OMN> level 30000000 USD 2021"]),
        ("Jordan spent $90 million on Chilean copper in 2021.", ["imports JOR>CHL level 90000000 USD 2021"]),
        ("The value of goods exported by Togo to Ghana was 60 million dollars in 2019.", ["exports TGO>GHA level 60000000 USD 2019"]),
        ("About $12 million of Kenyan tea went to Chile in 2020.", ["exports KEN>CHL level 12000000 USD 2020"]),
        ("Mali earned $54 million from cotton exports to Vietnam in 2022.", ["exports MLI>VNM level 54000000 USD 2022"]),
        ("Kenyan mango exports to the Netherlands reached 9,000 tonnes in 2022.", ["exports KEN>NLD level 9000 t 2022"]),
        ("Peru's exports to Chile shot up by 40% to $700 million in 2022.", ["exports PER>CHL growth 40 percent 2022", "exports PER>CHL level 700000000 USD 2022"]),
        ("Peru's imports from Chile sank 12% in 2020.", ["imports PER>CHL growth -12 percent 2020"]),
        ("An increase of 30% was recorded in Latvian exports to Italy in 2022.", ["exports LVA>ITA growth 30 percent 2022"]),
        ("Togo and Benin saw their trade contract by 8% in 2023.", ["trade TGO+BEN> growth -8 percent 2023"]),
        ("After falling 20% in 2020, exports from Malta to Chad recovered to 2 million euros in 2021.", ["exports MLT>TCD growth -20 percent 2020", "exports MLT>TCD level 2000000 EUR 2021"]),
        ("Exports from Togo to Chad were 15% lower in 2020 than in 2019.", ["exports TGO>TCD growth -15 percent 2020 2019"]),
        ("Togo's imports from Peru nearly doubled, to $12 million, in 2022.", ["imports TGO>PER multiple 2 1 2022", "imports TGO>PER level 12000000 USD 2022"]),
        ("Malta bought 60 percent more gas from Qatar in 2022.", ["imports MLT>QAT growth 60 percent 2022"]),
        ("Trade in 2022 came to $18 million, of which Oman's exports to Peru were $13 million.", ["trade OMN+PER> level 18000000 USD 2022", "exports OMN>PER level 13000000 USD 2022"]),
        ("Togo's trade with Peru reached $30 million, with exports making up $8 million and imports $22 million.", ["trade TGO+PER> level 30000000 USD", "exports TGO>PER level 8000000 USD", "imports TGO>PER level 22000000 USD"]),
        ("Togo's exports to Peru were $8 million and its imports from Peru $9 million in 2020.", ["exports TGO>PER level 8000000 USD", "imports TGO>PER level 9000000 USD 2020"]),
        ("Exports to Chad and Mali from Togo reached $40 million and $10 million respectively in 2021.", ["exports TGO>TCD level 40000000 USD 2021", "exports TGO>MLI level 10000000 USD 2021"]),
        ("Peru's chief export partners are Chile 22%, Japan 14% and Spain 9%.", ["exports PER>CHL share 22 percent", "exports PER>JPN share 14 percent", "exports PER>ESP share 9 percent"]),
        ("Honduras exports 8% of its coffee to Belgium.", ["exports HND>BEL share 8 percent"]),
        ("Exports of Georgia to Latvia amounted to 2 bln. USD in 2020.", ["exports GEO>LVA level 2000000000 USD 2020"]),
        ("Trade between Chad and Gabon was 140 billion CFA francs in 2019.", ["trade TCD+GAB> level 140000000000 XAF 2019"]),
        ("Trade between Mali and Togo was 140 billion CFA francs in 2019.", ["trade MLI+TGO> level 140000000000 XOF 2019"]),
        ("Trade between Egypt and Zambia is expected to exceed $200 million in 2019.", ["trade EGY+ZMB> level 200000000 USD 2019 - forecast"]),
        ("Togo-Peru trade has the potential to reach $100 million.", ["trade TGO+PER> level 100000000 USD - - forecast"]),
        ("Togo has been Mali's largest trading partner since 2009.", ["trade TGO+MLI> rank 1 1 2009/.."]),
        ("Togo overtook Chad to become Mali's largest ECOWAS trading partner in 2020.", ["trade TGO+MLI> rank 1 1 2020"]),
    )
]  # fmt: skip

# Nothing of these is a flow between two.
NO_DEALINGS = [
    "Togo and Benin traded blame over the $5 million ransom.",
    "Togo spent $3 million on Beninese teachers.",
    "Germany's retail sales fell 2% in March, while Austria's were flat.",
    "The tariff on exports from Kenya to Tanzania was cut to 5%.",
    "The company swapped $5 million of its shares for shares in a Belgian rival of the Dutch bank.",
]
