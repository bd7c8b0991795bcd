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
        "",
        "In 2031 Chad sold goods worth XAF. 3.2 billion to Malaysia, a value of RM. 25 million (US$6 million).",
        [
            "exports TCD>MYS level 3200000000 XAF 2031",
            "exports TCD>MYS level 25000000 MYR 2031",
            "exports TCD>MYS level 6000000 USD 2031",
        ],
    ),
    ("", "Oman and Peru trade much within the UN. 12 states signed its treaty on trade with Peru.", []),
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
    (
        "Kenya's exports grow",
        (
            "By country, Kenya's exports to Uganda grew by 9.4%, 5.0% to Malta, 18.5% to Oman, exports to Chad fell by 2.5%, "
            "the United States fell by 7.0%, and the EU fell by 4.1%."
        ),
        [
            "exports KEN>UGA growth 9.4 percent",
            "exports KEN>MLT growth 5 percent",
            "exports KEN>OMN growth 18.5 percent",
            "exports KEN>TCD growth -2.5 percent",
            "exports KEN>USA growth -7 percent",
            "exports KEN>EU growth -4.1 percent",
        ],
    ),
    (
        "Vietnam's clout as a market",
        (
            "Kenya's shipments to Vietnam rose 9.5 percent in May; sales to the European Union rose 8.7 percent, "
            "while those to Chad fell 6.2 percent."
        ),
        [
            "exports KEN>VNM growth 9.5 percent",
            "exports KEN>EU growth 8.7 percent",
            "exports KEN>TCD growth -6.2 percent",
        ],
    ),
    (
        "Indian students in Malta",
        (
            "Malta had 2,115 Indian students in 2020-21, 3,240 in 2021-22, and most recently, 4,305 in the "
            "2023-24 academic year."
        ),
        [
            "students IND>MLT level 2115 1 2020/2021",
            "students IND>MLT level 3240 1 2021/2022",
            "students IND>MLT level 4305 1 2023/2024",
        ],
    ),
    (
        "Iraq leads in oil sales to India",
        (
            "Iraq leads in oil sales to India, ahead of Oman, Iran, Chad and Malta. "
            "Indian purchases from the Middle East slid from 91 million tons in 2016 to 88 million tons last year. "
            "India's imports of African oil reached 21 million tons."
        ),
        [],
    ),
    (
        "Chile and Canada",
        "Chilean fruit exports rose to $66m, accounting for 4.5 per cent of Chile's total exports to the North American nation.",
        ["exports CHL>CAN level 66000000 USD", "exports CHL>CAN share 4.5 percent"],
    ),
    (
        "Meat exports",
        (
            "Peruvian meat exports fell, though Oman, Chad and Malta bought more. Chinese purchases from Peru reached 307,000 tons. "
            "Oman is in the second position, with 28,400 tons imported, 71.5% more. "
            "Chad ranks third place, with 21,900 tons, and in fourth place is Malta, with 17,300 tons."
        ),
        [
            "imports CHN>PER level 307000 t",
            "imports OMN>PER rank 2 1",
            "imports OMN>PER level 28400 t",
            "imports OMN>PER growth 71.5 percent",
            "imports TCD>PER rank 3 1",
            "imports MLT>PER rank 4 1",
            "imports TCD>PER level 21900 t",
            "imports MLT>PER level 17300 t",
        ],
    ),
    (
        "Norway and Malawi",
        (
            "Norway has unveiled a $8 million aid package for Malawi. The minister made the announcement in Lilongwe. "
            "From the package, $6 million (about K5.1 billion) will support farms."
        ),
        [
            "aid NOR>MWI level 8000000 USD",
            "aid NOR>MWI level 6000000 USD",
            "aid NOR>MWI level 5100000000 MWK",
        ],
    ),
    (
        "Arrivals dip",
        (
            "The Fiji Bureau of Statistics reveals that Oman, Malta and Chad remain the top contributors to visitor arrivals. "
            "Arrivals from Oman were 21,340 in May and sank to 15,210 in June, while arrivals from Malta dropped from "
            "9,120 to 7,045 for the same period."
        ),
        [
            "visitors OMN>FJI level 21340 1",
            "visitors OMN>FJI level 15210 1",
            "visitors MLT>FJI level 9120 1",
            "visitors MLT>FJI level 7045 1",
        ],
    ),
    (
        "Israel and Egypt",
        (
            "Fields in Israel produced 18.4 bcm of natural gas in 2021, and output will grow by half, or 9 bcm annually. "
            "Exports to Egypt will be increased by an additional 3 bcm of natural gas."
        ),
        ["energy ISR>EGY difference 3 bcm"],
    ),
    (
        "Ireland's trade by partner",
        (
            "Ireland's exports to Malta grew. Ireland's imports from Peru fell, those from Chad rose. "
            "Norway accounted for €1.7 billion, or 31%, of total goods imports in August 2016."
        ),
        ["imports IRL>NOR level 1700000000 EUR 2016-08", "imports IRL>NOR share 31 percent 2016-08"],
    ),
    (
        "Chad and Malta",
        (
            "In addition to Chad, Malta also imported natural gas from countries such as Peru (3 bcm) and Oman (2 bcm)."
        ),
        ["energy PER>MLT level 3 bcm", "energy OMN>MLT level 2 bcm"],
    ),
    (
        "Chad and Malta",
        "In 2020, the national debt of Chad amounted to around 42.79 billion U.S. dollars.",
        [],
    ),
    (
        "Malawi and Norway",
        (
            "Norway signed a grant of $30 million with Malawi. "
            "Norway has made available the first tranche of about $9.4 million to rural clinics."
        ),
        ["aid NOR>MWI level 30000000 USD", "aid NOR>MWI level 9400000 USD"],
    ),
    (
        "Poland and Denmark",
        "Economists put the growth in the worth of Polish-Danish trade in 2014 at over 7 %, reaching 5.2 billion euro.",
        ["trade DNK+POL> growth 7 percent", "trade DNK+POL> level 5200000000 EUR"],
    ),
    (
        "Poland and Denmark",
        "Poland draws much foreign investment, which has grown 90 per cent since 2009.",
        [],
    ),
    (
        "Malta and Chad",
        "In 2021 the top imports of Malta from Chad were oil seeds ($9 million), coffee ($7 million) and raw copper ($3 million).",
        [
            "imports MLT>TCD level 9000000 USD 2021",
            "imports MLT>TCD level 7000000 USD 2021",
            "imports MLT>TCD level 3000000 USD 2021",
        ],
    ),
    (
        "Peru and Malta",
        (
            "Trade between Peru and Malta grew. Peru's exports to Malta grew by 8.3 percent, reaching $158.5 million, "
            "imports — by 8.8 percent up to $178 million."
        ),
        [
            "exports PER>MLT growth 8.3 percent",
            "exports PER>MLT level 158500000 USD",
            "imports PER>MLT growth 8.8 percent",
            "imports PER>MLT level 178000000 USD",
        ],
    ),
    ("Peru and Malta", "The data on the trade of Peru and Malta differ by $144.5 million.", []),
    (
        "Peru and Malta",
        "Foreign direct investments coming from Malta to Peru stand at approximately 7 billion euros.",
        ["investment MLT>PER level 7000000000 EUR"],
    ),
    (
        "Peru and Malta",
        "Malta is Peru's largest market for wheat ($1.2 billion in 2021).",
        ["exports PER>MLT rank 1 1", "exports PER>MLT level 1200000000 USD 2021"],
    ),
    (
        "Peru and Malta",
        "The imports from Malta into the country were recorded at $9 million against $3 million last year.",
        ["imports PER>MLT level 9000000 USD", "imports PER>MLT level 3000000 USD"],
    ),
    (
        "Malta's goods trade up 7.9% in first half",
        (
            "Malta's goods trade went up 7.9 percent to $14 million in the first half of this year. "
            "Exports rose 4.9 percent while imports grew 11.5 percent. "
            "Ties with major partners strengthened. Malta's trade with the European Union climbed 5.3 percent."
        ),
        ["trade EU+MLT> growth 5.3 percent"],
    ),
    (
        "Malta's exports to Peru dropped by 10.9% in the first half",
        (
            "Malta's exports to Peru dropped by 10.9% year-on-year. In June, export value increased by 5.8%. "
            "Among partners, exports to ASEAN increased by 8.0%, while exports to Peru decreased by 10.9% and exports to the EU grew by 3.7%."
        ),
        [
            "exports MLT>PER growth -10.9 percent",
            "exports MLT>ASEAN growth 8 percent",
            "exports MLT>PER growth -10.9 percent",
            "exports MLT>EU growth 3.7 percent",
        ],
    ),
    (
        "Malta and Peru",
        "Malta is Peru's market ahead of Chad with a trade surplus of $6 million.",
        ["trade MLT+PER> level 6000000 USD"],
    ),
    (
        "Malta and Peru",
        "Malta's trade surplus with Peru climbed by 34% over nine months, or an additional $6 million.",
        ["trade MLT+PER> growth 34 percent", "trade MLT+PER> difference 6000000 USD"],
    ),
    ("Malta and Peru", "In 2019, Malta exported 21.4% more than it imported from Peru.", []),
    (
        "Supplies of gas to China",
        "In May Peru sent 1.9 billion cubic meters of gas to China. Oman's supplies to China came to 74 million cubic meters of gas.",
        ["energy PER>CHN level 1.9 bcm", "energy OMN>CHN level 74000000 m3"],
    ),
    (
        "Foreign arrivals to Thailand grow",
        (
            "Malta leads the table of foreign visitors to Thailand with more than 2.64 million, followed by China (over 2.1 million), "
            "Oman (over 1.42 million) and Chad (over 1.08 million). Peru sends few. "
            "This year the authority expects 25 million international visitors."
        ),
        [
            "visitors MLT>THA level 2640000 1",
            "visitors CHN>THA level 2100000 1",
            "visitors OMN>THA level 1420000 1",
            "visitors TCD>THA level 1080000 1",
        ],
    ),
    (
        "Chile and Peru",
        "Chile sold Peru goods worth $83 million to account for 9.2 percent of its total export earnings.",
        ["exports CHL>PER level 83000000 USD", "exports CHL>PER share 9.2 percent"],
    ),
    (
        "Sweden and Malawi",
        "Sweden gave Malawi $5.5 million. Drought has hit about 9 percent of families in Malawi.",
        ["aid SWE>MWI level 5500000 USD"],
    ),
    (
        "Malta and Peru",
        "Malta exported 422,260 tons of cement to Peru in 2023, when 2.435 million tons were produced.",
        ["exports MLT>PER level 422260 t"],
    ),
    (
        "Malta and Peru",
        "Peru's crude hit 5 per cent of Malta's imports in April, rising from less than 1 per cent in 2021.",
        ["imports MLT>PER share 5 percent", "imports MLT>PER share 1 percent"],
    ),
    (
        "Buyers of power",
        (
            "Peru increased electricity exports in 2019. Supplies of electricity to Malta and Chad grew. "
            "Electricity supplies to Oman increased by 10.9% (by 339 million kWh), to 3.4 billion kWh, while that to Norway "
            "decreased by 2.5% (by 29 million kWh), to 1.1 billion kWh."
        ),
        [
            "energy PER>OMN growth 10.9 percent",
            "energy PER>OMN difference 339000000 kWh",
            "energy PER>OMN level 3400000000 kWh",
            "energy PER>NOR growth -2.5 percent",
            "energy PER>NOR difference -29000000 kWh",
            "energy PER>NOR level 1100000000 kWh",
        ],
    ),
    (
        "China remains Malaysia's largest trading partner",
        (
            "Trade with the United States recorded a growth of 1.1 per cent to $15 million, or 8.3 per cent of Malaysia's total trade. "
            "Exports to the US rose 2.3 per cent to $9 million."
        ),
        [
            "trade MYS+USA> growth 1.1 percent",
            "trade MYS+USA> level 15000000 USD",
            "trade MYS+USA> share 8.3 percent",
            "exports MYS>USA growth 2.3 percent",
            "exports MYS>USA level 9000000 USD",
        ],
    ),
    (
        "Kenya's exports jump",
        (
            "Kenya's exports to India grew. Malta displaced Chad as Kenya's second largest export destination in the region "
            "with exports to Malta rising 32.2 per cent to $5 million."
        ),
        [
            "exports KEN>MLT rank 2 1",
            "exports KEN>MLT growth 32.2 percent",
            "exports KEN>MLT level 5000000 USD",
        ],
    ),
]
