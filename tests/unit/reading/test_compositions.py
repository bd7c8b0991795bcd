"""Lists of goods that one country sells to or buys from another."""

from __future__ import annotations

import pytest

from dragoman.model.documents import Document
from dragoman.reading import load_reader

CASES: list[tuple[str, list[str]]] = [
    (
        "The products supplied from Peru to Togo include gas, fruit and zinc.",
        ["exports PER>TGO gas+fruit+zinc"],
    ),
    (
        "Wheat, timber and paper are exported from Finland to Egypt; fruit, textiles and glass are imported.",
        ["exports FIN>EGY Wheat+timber+paper", "imports FIN>EGY fruit+textiles+glass"],
    ),
    (
        "Chad, in turn, receives gypsum, clothes and fruit from Mali.",
        ["imports TCD>MLI gypsum+clothes+fruit"],
    ),
    (
        "Peru, meanwhile, exports copper, zinc and fishmeal to Vietnam.",
        ["exports PER>VNM copper+zinc+fishmeal"],
    ),
    (
        "Nigeria's exports to Brazil include urea ($310 million), crude oil ($290 million) and cocoa ($12 million).",
        ["exports NGA>BRA urea+crude oil+cocoa"],
    ),
    ("Niger receives food, tents and medicines from Algeria as aid.", []),
    (
        "Ethiopia's main exports to Germany are coffee, textiles and flowers.",
        ["exports ETH>DEU coffee+textiles+flowers"],
    ),
    (
        "Finland mainly ships paper, machinery and chemicals to Morocco, and buys phosphates, clothing and fruit from it.",
        ["exports FIN>MAR paper+machinery+chemicals", "imports FIN>MAR phosphates+clothing+fruit"],
    ),
    (
        "Imports from Chile consist of copper, wine and fruit, South Korea's trade office said.",
        ["imports KOR>CHL copper+wine+fruit"],
    ),
    (
        "Togo exports about $2 million of cement, coffee and cotton to Peru each year.",
        ["exports TGO>PER cement+coffee+cotton"],
    ),
    (
        "Copper, wine and fruit make up the bulk of Chilean exports to Togo.",
        ["exports CHL>TGO Copper+wine+fruit"],
    ),
    ("Leading Peruvian exports to Spain were fish, fruit and zinc.", ["exports PER>ESP fish+fruit+zinc"]),
    (
        "The main products that Peru sells to Spain are fruit, fish and zinc.",
        ["exports PER>ESP fruit+fish+zinc"],
    ),
    (
        "Togo imports fish and zinc from Peru and exports cotton and coffee to Peru.",
        ["imports TGO>PER fish+zinc", "exports TGO>PER cotton+coffee"],
    ),
    ("Peru sells copper, zinc and gold to Japan.", ["exports PER>JPN copper+zinc+gold"]),
    ("Oil, gas and fertilisers dominate Russian exports to Brazil.", ["exports RUS>BRA Oil+gas+fertilisers"]),
    (
        "Main exports from Latvia to Norway: timber, furniture, fish.",
        ["exports LVA>NOR timber+furniture+fish"],
    ),
    (
        "Portuguese exports to Angola reached €1 billion in 2022. Wine, machinery and medicines led the list.",
        ["exports PRT>AGO Wine+machinery+medicines"],
    ),
    (
        "Chad mainly exports to Malta petroleum, gas and gypsum.",
        ["exports TCD>MLT petroleum+gas+gypsum"],
    ),
    (
        "Peru mostly imports from Togo oil, cement and cotton.",
        ["imports PER>TGO oil+cement+cotton"],
    ),
    (
        "Peru's exports to Togo were worth $3 million. Most of this was fruit, cotton and wine.",
        ["exports PER>TGO fruit+cotton+wine"],
    ),
    ("Peru exports toys, ships and fuel to Togo.", ["exports PER>TGO toys+ships+fuel"]),
    (
        "Togo exports cut flowers, jute and vanilla to Chad.",
        ["exports TGO>TCD cut flowers+jute+vanilla"],
    ),
    (
        "Malta imports building materials and spare parts from Oman.",
        ["imports MLT>OMN building materials+spare parts"],
    ),
    ("Malta's exports surge to $2 million a year.", []),
    ("Peru's exports to Togo were worth $3 million. They are oil and gas producers.", []),
    (
        "Togo buys much of what Peru exports, but disputes over goods such as cement, fish and onions go on.",
        [],
    ),
    ("Canada and Cuba signed a treaty on wheat.", []),
    ("Kenya sold tea worth $5 million to Iran in 2019.", []),
    ("The two ministers of Ghana and Togo discussed oil, gas and cotton.", []),
]


@pytest.mark.parametrize(("text", "gold"), CASES, ids=[c[0][:50] for c in CASES])
def test_goods_are_listed_with_flow_and_parties(text: str, gold: list[str]) -> None:
    document = Document("t.txt", text, source="t.txt", date="2024-11-20")
    found = [s for s in load_reader().read(document) if s.kind == "composition"]
    lines = [
        f"{s.flow} {'+'.join(s.actor)}>{'+'.join(s.recipient)} {'+'.join(p.text for p in s.products)}"
        for s in found
    ]
    assert sorted(lines) == sorted(gold)
