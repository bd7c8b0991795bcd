"""Lengths and prices of lines between countries, people sent and trained, and money told over several sentences.

The notation is that of `figure_cases`.
"""

from __future__ import annotations

LINES: list[tuple[str, str, list[str]]] = [
    # --- how long a line is ----------------------------------------------------------------
    ("", "A 640km-long railway from Laos to Cambodia is planned.", ["other LAO+KHM> level 640 km"]),
    (
        "",
        "The 310 kilometre-long link will join Denmark and Latvia.",
        ["other DNK+LVA> level 310 km - - planned"],
    ),
    ("", "The 905-kilometre (562-mile) Peru-Chile pipeline is old.", ["other PER+CHL> level 905 km"]),
    ("", "The cable between Oman and Iran stretches 270 km.", ["other OMN+IRN> level 270 km"]),
    (
        "",
        "The project includes a 1100km-long railway line running across Zambia, connecting Malawi and Angola.",
        ["other ZMB+MWI+AGO> level 1100 km"],
    ),
    (
        "",
        "Togo and Ghana agreed on a road that links Togo with Ghana. The road is 72 km long.",
        ["other TGO+GHA> level 72 km"],
    ),
    (
        "Chad & Niger plan a pipeline",
        "The project consists of a 950km pipeline.",
        ["other TCD+NER> level 950 km"],
    ),
    ("", "Japan is building a 48-km railway in Nepal.", ["other JPN+NPL> level 48 km"]),
    ("", "Japan renewed 70 km of line in Peru up to the border with Chile.", ["other JPN+PER> level 70 km"]),
    ("Chad & Niger plan a railway", "The three signed a plan for the 950km line.", []),
    # a part of it, a border and a distance are no length of a line
    ("", "The line between Peru and Chile stretches 43 km in Peru.", []),
    ("", "Peru and Chile, whose border is 170 km long, met.", []),
    ("", "The town is 40 km from the border between Peru and Chile.", []),
    ("", "Peru built a 40 km road in its north and met Chile's minister.", []),
    # --- what it costs ---------------------------------------------------------------------
    (
        "",
        "The $840 million cable will connect Oman and Iran.",
        ["investment OMN+IRN> level 840000000 USD"],
    ),
    (
        "",
        "The cable, valued at €66 million, will connect a station in Gdansk, Poland, with one in Kaunas, Lithuania.",
        ["investment POL+LTU> level 66000000 EUR"],
    ),
    (
        "",
        "A railway line will run across Zambia, connecting Malawi and Angola. It is estimated to be worth around $2.5 billion.",
        ["investment ZMB+MWI+AGO> level 2500000000 USD"],
    ),
    # --- people sent, cared for and trained ------------------------------------------------
    ("", "Cuba sent over 700 teachers to Haiti.", ["aid CUB>HTI level 700 1"]),
    ("", "Some 340 Cuban doctors work in Angola.", ["aid CUB>AGO level 340 1"]),
    ("", "In 2017 there were more than 90 Chinese doctors in Mali.", ["aid CHN>MLI level 90 1 2017"]),
    ("", "Egypt has given free dental care to more than 4,000 Malians.", ["aid EGY>MLI level 4000 1"]),
    (
        "",
        "Niger thanked Cuba for providing over 6,000 Nigeriens with free surgery and sending 60 nurses to work there.",
        ["aid CUB>NER level 6000 1", "aid CUB>NER level 60 1"],
    ),
    ("", "Spain has trained 210 Malian officers.", ["students MLI>ESP level 210 1"]),
    (
        "",
        "More than 450 Ghanaian nationals from many offices have been trained in Malaysia since 2011.",
        ["students GHA>MYS level 450 1 2011/.."],
    ),
    (
        "",
        "India offers 85 slots every year to Ghana under a training programme.",
        ["students GHA>IND level 85 1"],
    ),
    # who is helped has no job for it, nor have slots at an airport anything to learn
    ("", "Sweden's programme supports 5,000 people in Kenya.", []),
    ("", "Sweden provides Kenya with 20 slots at its airport.", []),
    # --- loans told over several sentences ---------------------------------------------------
    (
        "",
        "KFAED made known a loan agreement with Niger worth KD 7 million ($23 million).",
        ["loan KWT>NER level 7000000 KWD", "loan KWT>NER level 23000000 USD"],
    ),
    (
        "",
        "The Saudi Fund gave Malawi a loan of SR80 million. Altogether the Fund has lent Malawi SR310 million.",
        ["loan SAU>MWI level 80000000 SAR", "loan SAU>MWI level 310000000 SAR"],
    ),
    (
        "",
        "Japan gave Peru a loan of $90 million. Bolivia obtained $35 million to pave a road.",
        ["loan JPN>PER level 90000000 USD", "loan JPN>BOL level 35000000 USD"],
    ),
    (
        "",
        "This year's loan package from Japan to Nepal comprises four projects amounting to JPY 60 billion.",
        ["loan JPN>NPL level 60000000000 JPY"],
    ),
    (
        "",
        "Korean companies have brought 2.9 billion US dollars to Slovakia so far.",
        ["investment KOR>SVK level 2900000000 USD"],
    ),
    (
        "",
        "The EU gave Peru a grant of €9 million. Chile is set to get €4 million, Bolivia €3 million.",
        ["aid EU>PER level 9000000 EUR", "aid EU>CHL level 4000000 EUR", "aid EU>BOL level 3000000 EUR"],
    ),
    ("", "KOICA will spend $6 million on a school in Peru.", ["aid KOR>PER level 6000000 USD - - planned"]),
    ("", "Norway delivered 250,000 doses of vaccine to Malawi.", ["aid NOR>MWI level 250000 1"]),
    # --- investors -------------------------------------------------------------------------
    (
        "",
        "Peru has attracted more than US$ 4 billion from Korean investors.",
        ["investment KOR>PER level 4000000000 USD"],
    ),
    (
        "",
        "A Chinese firm is building the $1.2 billion road in Uganda.",
        ["investment CHN>UGA level 1200000000 USD"],
    ),
    (
        "",
        "Norway ranks 31 among 74 countries and territories investing in Peru.",
        ["investment NOR>PER rank 31 1"],
    ),
    # companies told of before, and those of the world, are no number between countries
    ("", "The three companies will build a line from Peru to Chile.", []),
    ("", "Two international companies met officials of Peru and Chile.", []),
    # --- guests ------------------------------------------------------------------------------
    (
        "",
        "The countries with most visitors to Malta are:\n- Italy – 53,990 visitors\n- France – 41,287 visitors\nIt is warm.",
        ["visitors ITA>MLT level 53990 1", "visitors FRA>MLT level 41287 1"],
    ),
    (
        "",
        "The top arrivals in Malta were as follows:\n• 8,854 from Italy (down by 9%)\n• 6,053 from France (down by 8%)\nIt rained.",
        ["visitors ITA>MLT level 8854 1", "visitors FRA>MLT level 6053 1"],
    ),
    (
        "",
        "In 2019, over 2 million Norwegian residents went abroad, of which around 3.1% or 62,000 came to Malta.",
        ["visitors NOR>MLT share 3.1 percent 2019", "visitors NOR>MLT level 62000 1 2019"],
    ),
    (
        "",
        "The tourist flow from Chile to Peru amounted to 82,500 people.",
        ["visitors CHL>PER level 82500 1"],
    ),
    # --- what workers send home ----------------------------------------------------------------
    (
        "",
        "Remittances from Oman to Nepal totalled $3 billion in 2019.",
        ["other OMN>NPL level 3000000000 USD 2019"],
    ),
    (
        "",
        "Filipino workers in Oman sent home $70 million in 2018.",
        ["other OMN>PHL level 70000000 USD 2018"],
    ),
    ("", "Remittances to Nepal totalled $9 billion in 2019, said Oman's bank.", []),
    # --- whom energy goes to where the sentence before told of another -------------------------
    (
        "",
        "Russia delivered 20 bcm of gas to Turkey. Hungary's minister said that Budapest will buy 4 bcm of gas from Russia.",
        ["energy RUS>TUR level 20 bcm", "energy RUS>HUN level 4 bcm - - planned"],
    ),
]
