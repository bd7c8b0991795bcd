"""Money, goods and people of one state in another: (title, text, gold lines)."""

ABROAD: list[tuple[str, str, list[str]]] = [
    # people who live abroad
    ("", "Some 60,000 Lebanese live in Senegal.", ["other LBN>SEN level 60000 1"]),
    ("", "About 250,000 Filipinos work in Kuwait.", ["other PHL>KWT level 250000 1"]),
    ("", "There are an estimated 40,000 Ghanaians living in Italy.", ["other GHA>ITA level 40000 1"]),
    ("", "Around 1.5 million people of Polish descent live in Brazil.", ["other POL>BRA level 1500000 1"]),
    ("", "Kenya is home to roughly 100,000 people of Indian origin.", ["other IND>KEN level 100000 1"]),
    ("", "The Portuguese community in Luxembourg numbers 95,000 people.", ["other PRT>LUX level 95000 1"]),
    ("", "The Somali diaspora in Sweden is estimated at 70,000.", ["other SOM>SWE level 70000 1"]),
    ("", "Uganda hosts 900,000 refugees from Malawi.", ["other MWI>UGA level 900000 1"]),
    ("", "Colombia shelters 1.7 million Venezuelans.", ["other VEN>COL level 1700000 1"]),
    ("", "Nepal has sent more than 500,000 workers to Qatar.", ["other NPL>QAT level 500000 1"]),
    # guests and students
    ("", "In 2019 Tunisia welcomed 400,000 Algerians.", ["visitors DZA>TUN level 400000 1 2019"]),
    ("", "Bulgarian universities admit 100 Moldovans each year.", ["students MDA>BGR level 100 1"]),
    ("", "About 4,500 Nigerians study in Malaysia.", ["students NGA>MYS level 4500 1"]),
    ("", "More than 300,000 Britons travel to Barbados every year.", ["visitors GBR>BRB level 300000 1"]),
    ("", "Over 60,000 Israelis vacation in Montenegro annually.", ["visitors ISR>MNE level 60000 1"]),
    ("", "In 2018, Armenia was visited by 190,000 Iranians.", ["visitors IRN>ARM level 190000 1 2018"]),
    ("", "Australians made 250,000 trips to Fiji in 2018.", ["visitors AUS>FJI level 250000 1 2018"]),
    (
        "",
        "The number of Vietnamese visiting Japan rose to 550,000 in 2019.",
        ["visitors VNM>JPN level 550000 1 2019"],
    ),
    ("", "Ankara has hosted 1,100 students from Niger since 1992.", ["students NER>TUR level 1100 1"]),
    ("", "Turkey has awarded scholarships to 350 students from Somalia.", ["students SOM>TUR level 350 1"]),
    ("", "Each year Slovakia makes ten scholarships available to Kenya.", ["students KEN>SVK level 10 1"]),
    ("", "China granted 60 government scholarships to Rwanda in 2021.", ["students RWA>CHN level 60 1 2021"]),
    ("", "Some 3,000 Bangladeshi nurses have received training in Japan.", ["students BGD>JPN level 3000 1"]),
    # what is given and received
    ("", "Luxembourg has set aside 62 million euros for Laos.", ["aid LUX>LAO level 62000000 EUR"]),
    (
        "",
        "The United States handed over $4.5 million worth of medical equipment to Honduras.",
        ["aid USA>HND level 4500000 USD"],
    ),
    ("", "Britain has spent £3.3bn in Afghanistan since 2001.", ["aid GBR>AFG level 3300000000 GBP"]),
    ("", "Zimbabwe took delivery of 200,000 vaccine doses donated by China.", ["aid CHN>ZWE level 200000 1"]),
    ("", "A batch of 100,000 AstraZeneca doses arrived in Nepal from India.", ["aid IND>NPL level 100000 1"]),
    (
        "",
        "Chile donated 20,000 masks to Paraguay and 10,000 to Bolivia.",
        ["aid CHL>PRY level 20000 1", "aid CHL>BOL level 10000 1"],
    ),
    ("", "Ten Brazilian experts will travel to Timor-Leste.", ["aid BRA>TLS level 10 1"]),
    ("", "Nearly half of Paraguay's external aid came from Japan.", ["aid JPN>PRY share 50 percent"]),
    ("", "Sri Lanka borrowed $1 billion from China in 2018.", ["loan CHN>LKA level 1000000000 USD 2018"]),
    # firms
    ("", "Vietnamese companies rank third among foreign investors in Laos.", ["investment VNM>LAO rank 3 1"]),
    ("", "Hungary is implementing six water projects in Kenya.", ["projects HUN>KEN level 6 1"]),
    (
        "",
        "Brazil's Vale sank $1.7 billion into a mine in Mozambique.",
        ["investment BRA>MOZ level 1700000000 USD"],
    ),
    (
        "",
        "Finnish group Norvia is spending 120 million euros on a factory in Malaysia.",
        ["investment FIN>MYS level 120000000 EUR"],
    ),
    (
        "",
        "The number of joint ventures between Belarus and Moldova has reached 45.",
        ["companies BLR+MDA> level 45 1"],
    ),
    ("", "Israeli firms give work to 6,000 Jordanians.", ["jobs ISR>JOR level 6000 1"]),
    (
        "Ethiopia and Turkey",
        "Turkish companies have long been present in Ethiopia. They have invested $2.5 billion and employ 20,000 people there.",
        ["investment TUR>ETH level 2500000000 USD", "jobs TUR>ETH level 20000 1"],
    ),
    (
        "",
        "Currently, 26 Indonesian enterprises work in Timor-Leste, where they have invested $1.1 billion.",
        ["companies IDN>TLS level 26 1", "investment IDN>TLS level 1100000000 USD"],
    ),
    (
        "",
        "Germany, Kazakhstan's fourth-biggest investor, has put $5 billion into the country since 2005.",
        ["investment DEU>KAZ rank 4 1", "investment DEU>KAZ level 5000000000 USD"],
    ),
    (
        "",
        "Foreign direct investment from Oman into Tanzania:\n- 2019: $12 million\n- 2020: $15 million",
        ["investment OMN>TZA level 12000000 USD 2019", "investment OMN>TZA level 15000000 USD 2020"],
    ),
    (
        "",
        "Swiss companies in Vietnam: 130\nVietnamese students in Switzerland: 210\nSwiss nationals in Vietnam: 700",
        ["companies CHE>VNM level 130 1", "students VNM>CHE level 210 1", "other CHE>VNM level 700 1"],
    ),
    (
        "",
        "Ukrainians were the third-largest group of foreign visitors to Montenegro.",
        ["visitors UKR>MNE rank 3 1"],
    ),
]

SILENT_ABROAD: list[str] = [
    "Three Poles living in Spain were arrested in Portugal.",
    "Three tourists from Finland were injured in Thailand.",
    "Five students were arrested in Belarus for protesting the war in Ukraine.",
    "A family of five from Canada moved to Panama.",
    "A Norwegian tourist spent 40 days in Nepal.",
    "Peru and Chile, whose border is 1,170 km long, met.",
    "Iran has 80 universities with 4 million students, Iraq 35.",
    "More than 120 Russian businesspeople attended a forum in Indonesia.",
    "Norwegians study maps of Chile.",
    "About 40,000 people demonstrated in Hungary against the war in Ukraine.",
    "Kenya has 50 million citizens and Uganda 45 million.",
]
