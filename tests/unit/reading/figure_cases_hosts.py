"""Articles that set out one country's figures by partner: whose they are is said once."""

from __future__ import annotations

_MARKETS = "Peru has overtaken Malta as the leading market for Ghanaian exports"

HOSTS: list[tuple[str, str, list[str]]] = [
    (
        _MARKETS,
        (
            "Ghana's exports grew in 2023.\nExports to Peru rose by 12 percent to $40 million, from $36 million.\n"
            "Exports to Malta fell by 3 percent to $31 million.\n"
            "Other export markets were Chad and Norway, which bought $9 million and $7 million, respectively."
        ),
        [
            "exports GHA>PER growth 12 percent",
            "exports GHA>PER level 40000000 USD",
            "exports GHA>PER level 36000000 USD",
            "exports GHA>MLT growth -3 percent",
            "exports GHA>MLT level 31000000 USD",
            "imports TCD>GHA level 9000000 USD",
            "imports NOR>GHA level 7000000 USD",
        ],
    ),
    (
        "Foreign investment in Laos",
        (
            "Investment in Laos grew. The largest investment partners include Japan ($47 million), Malta ($23 million), "
            "Peru ($11 million), Chad."
        ),
        [
            "investment JPN>LAO level 47000000 USD",
            "investment MLT>LAO level 23000000 USD",
            "investment PER>LAO level 11000000 USD",
        ],
    ),
    (
        "",
        "In May last year, Kenya's sales to Uganda amounted to Kshs. 21.3 billion.",
        ["exports KEN>UGA level 21300000000 KES"],
    ),
    (
        "Serbia and Malta",
        "Serbia's exports to Malta might reach the record amount of EUR 2 million in late 2016.",
        ["exports SRB>MLT level 2000000 EUR 2016"],
    ),
    (
        "Malta and Chad",
        "In future 100 per cent investment of Maltese companies in Chad will be allowed in the field of health.",
        [],
    ),
    ("Malta and Chad", "Chad welcomed 40,000 visitors in 2019.", []),
    (
        "Malta and Chad",
        "Chad welcomed 40,000 visitors from Malta in 2019.",
        ["visitors MLT>TCD level 40000 1 2019"],
    ),
]
