"""Sentences with the figures in them, in varied wording, but for trade; `test_figures` compares.

Gold notation: ``mode actor>recipient measure value unit period base status`` with ``-`` for none;
trailing fields that are left out are not checked.
"""

from __future__ import annotations

CASES: list[tuple[str, str, list[str]]] = [
    # --- loans and credit ------------------------------------------------------------------
    (
        "",
        "Indonesia signed a loan agreement with the Asian Development Bank for $500 million in May 2020.",
        ["loan ADB>IDN level 500000000 USD 2020-05"],
    ),
    ("", "The World Bank approved a $250 million credit for Rwanda.", ["loan WB>RWA level 250000000 USD"]),
    (
        "",
        "The EBRD will lend up to €60 million to Moldova for its railways.",
        ["loan EBRD>MDA level 60000000 EUR - - planned"],
    ),
    (
        "",
        "In 2014 Belarus received a $2 billion loan from Russia.",
        ["loan RUS>BLR level 2000000000 USD 2014"],
    ),
    ("", "Sri Lanka owes China about $7 billion.", ["loan CHN>LKA level 7000000000 USD"]),
    (
        "",
        "India extended a line of credit of US$ 100 million to Mauritius in 2021.",
        ["loan IND>MUS level 100000000 USD 2021"],
    ),
    (
        "",
        "JICA is providing Bangladesh with a loan of 150 billion yen.",
        ["loan JPN>BGD level 150000000000 JPY"],
    ),
    (
        "",
        "The International Monetary Fund agreed to a $3 billion bailout for Pakistan in June 2023.",
        ["loan IMF>PAK level 3000000000 USD 2023-06"],
    ),
    (
        "",
        "A $1.4 billion railway loan was granted to Kenya by the Export-Import Bank of China.",
        ["loan CHN>KEN level 1400000000 USD"],
    ),
    # --- aid -------------------------------------------------------------------------------
    (
        "",
        "Norway has provided more than NOK 4 billion in development assistance to Malawi since 1995.",
        ["aid NOR>MWI level 4000000000 NOK 1995/.."],
    ),
    (
        "",
        "USAID announced $25 million in new funding for Tajikistan.",
        ["aid USA>TJK level 25000000 USD - - planned"],
    ),
    (
        "",
        "Lesotho received €34 million in grants from Ireland between 2010 and 2015.",
        ["aid IRL>LSO level 34000000 EUR 2010/2015"],
    ),
    (
        "",
        "Japan pledged a grant of 2.5 billion yen to Samoa for a new port.",
        ["aid JPN>WSM level 2500000000 JPY - - planned"],
    ),
    ("", "Estonia donated €100,000 to Lebanon after the explosion.", ["aid EST>LBN level 100000 EUR"]),
    ("", "Kuwait sent 40 tonnes of food and tents to Nepal.", ["aid KWT>NPL level 40 t"]),
    # --- investment ------------------------------------------------------------------------
    (
        "",
        "French companies have invested €8.5 billion in Egypt.",
        ["investment FRA>EGY level 8500000000 EUR"],
    ),
    (
        "",
        "The stock of Austrian direct investment in Slovenia reached €4.1 billion at the end of 2019.",
        ["investment AUT>SVN level 4100000000 EUR"],
    ),
    (
        "",
        "Azerbaijan attracted $1.3 billion in investment from Japan.",
        ["investment JPN>AZE level 1300000000 USD"],
    ),
    (
        "",
        "Saudi Arabia plans to invest $10 billion in South Africa.",
        ["investment SAU>ZAF level 10000000000 USD - - planned"],
    ),
    (
        "",
        "Investment from Singapore in Cambodia grew by 31 per cent in 2018.",
        ["investment SGP>KHM growth 31 percent 2018 2017"],
    ),
    (
        "",
        "Kenya is to receive investments worth $650 million from the United Arab Emirates.",
        ["investment ARE>KEN level 650000000 USD - - planned"],
    ),
    ("", "Korea holds a 25 per cent stake in the refinery in Oman.", ["investment KOR>OMN share 25 percent"]),
    # --- counts ----------------------------------------------------------------------------
    ("", "About 300 German companies operate in Tunisia.", ["companies DEU>TUN level 300 1"]),
    ("", "Some 1,200 students from Namibia study in Cuba.", ["students NAM>CUB level 1200 1"]),
    ("", "Cyprus welcomed 780,000 Russian tourists in 2018.", ["visitors RUS>CYP level 780000 1 2018"]),
    (
        "",
        "More than 90,000 tourists from Israel visited Georgia in 2022.",
        ["visitors ISR>GEO level 90000 1 2022"],
    ),
    ("", "Swiss firms employ 35,000 people in Slovakia.", ["jobs CHE>SVK level 35000 1"]),
    ("", "Austria awarded 45 scholarships to Bhutanese students.", ["students BTN>AUT level 45 1"]),
    ("", "There are 24 joint projects of Hungary and Viet Nam.", ["projects HUN+VNM> level 24 1"]),
    # --- energy, capacity, cargo ----------------------------------------------------------
    ("", "Azerbaijan supplied 8.2 bcm of gas to Italy in 2021.", ["energy AZE>ITA level 8.2 bcm 2021"]),
    ("", "Laos exports 1,500 MW of electricity to Thailand.", ["energy LAO>THA level 1500 MW"]),
    ("", "India will import 450 MW of power from Nepal.", ["energy NPL>IND level 450 MW - - planned"]),
    (
        "",
        "Freight traffic between Kazakhstan and China reached 28 million tonnes in 2023.",
        ["cargo KAZ+CHN> level 28000000 t 2023"],
    ),
    (
        "",
        "The pipeline from Iraq to Türkiye has a capacity of 1.5 million barrels per day.",
        ["capacity IRQ>TUR level 1500000 bbl/d"],
    ),
    (
        "",
        "Container transit from China through Georgia reached 62,000 TEU in 2023.",
        ["cargo CHN>GEO level 62000 TEU 2023"],
    ),
    # --- purchases between countries -------------------------------------------------------
    (
        "",
        "Greece signed a €2.3 billion contract with France for three frigates.",
        ["other GRC+FRA> level 2300000000 EUR"],
    ),
    ("", "Ukraine and Canada marked 30 years of diplomatic relations.", ["duration UKR+CAN> level 30 a"]),
    # --- carried over ---------------------------------------------------------------------
    (
        "Cuba–Viet Nam relations",
        (
            "Trade between Cuba and Viet Nam reached $350 million in 2018. It had been $220 million in 2016. "
            "A year later it fell by 5 percent."
        ),
        [
            "trade CUB+VNM> level 350000000 USD 2018",
            "trade CUB+VNM> level 220000000 USD 2016",
            "trade CUB+VNM> growth -5 percent",
        ],
    ),
    (
        "Oman–Iran relations",
        "Trade between Oman and Iran amounted to 320 million rials in 2022.",
        ["trade OMN+IRN> level 320000000 OMR 2022"],
    ),
    (
        "",
        "The European Investment Bank and Bosnia and Herzegovina signed a €50 million loan. The EU is adding a grant of €12 million.",
        ["loan EIB>BIH level 50000000 EUR", "aid EU>BIH level 12000000 EUR"],
    ),
    # --- further wordings ---
    (
        "",
        "Trade turnover between Uzbekistan and Hungary has grown 1.5-fold over the past year, reaching $140 million.",
        ["trade UZB+HUN> multiple 1.5 1", "trade UZB+HUN> level 140000000 USD"],
    ),
    (
        "",
        "The volume of mutual trade between Belarus and Serbia decreased by $12 million in 2020.",
        ["trade BLR+SRB> difference -12000000 USD 2020"],
    ),
    (
        "Botswana–Zambia relations",
        "Botswana and Zambia share a border of 150 metres. In 2016, Botswana exported $25 million to Zambia and imported $94 million.",
        ["exports BWA>ZMB level 25000000 USD 2016", "imports BWA>ZMB level 94000000 USD 2016"],
    ),
    (
        "",
        "As of 2022, Danish exports to Lithuania accounted for 0.9% of total Danish exports.",
        ["exports DNK>LTU share 0.9 percent 2022"],
    ),
    (
        "",
        "Bilateral trade between Nigeria and Belgium was €6.3 billion in 2014, with Nigerian exports accounting for €4.1 billion.",
        ["trade NGA+BEL> level 6300000000 EUR 2014", "exports NGA>BEL level 4100000000 EUR 2014"],
    ),
    (
        "",
        "The United States has provided more than $7 billion in assistance to Jordan since 1951, including $1.2 billion in 2021.",
        ["aid USA>JOR level 7000000000 USD 1951/..", "aid USA>JOR level 1200000000 USD 2021"],
    ),
    (
        "",
        "The U.S. Development Finance Corporation committed a $300 million loan to Ecuador.",
        ["loan USA>ECU level 300000000 USD - - planned"],
    ),
    (
        "",
        "China has become Tajikistan's largest creditor, holding more than half of its external debt.",
        ["loan CHN>TJK rank 1 1", "loan CHN>TJK share 50 percent"],
    ),
    (
        "",
        "Israel's exports to Cyprus totaled $1.1 billion last year, compared with $640 million in 2021.",
        ["exports ISR>CYP level 1100000000 USD 2023", "exports ISR>CYP level 640000000 USD 2021"],
    ),
    (
        "",
        "German direct investment in Mexico stands at some $40 billion.",
        ["investment DEU>MEX level 40000000000 USD"],
    ),
    (
        "",
        "Over 6,000 Angolan students are enrolled at universities in Portugal.",
        ["students AGO>PRT level 6000 1"],
    ),
    (
        "",
        "In 2019, 1.3 million Chinese tourists travelled to Australia.",
        ["visitors CHN>AUS level 1300000 1 2019"],
    ),
    (
        "",
        "The number of Indian visitors to Sri Lanka rose to 416,000 in 2024.",
        ["visitors IND>LKA level 416000 1 2024"],
    ),
    (
        "",
        "Gazprom delivered 10.8 billion cubic metres of gas to Hungary in 2020.",
        ["energy RUS>HUN level 10.8 bcm 2020"],
    ),
    (
        "",
        "Kazakhstan shipped 1.4 million tonnes of oil to Germany through the Druzhba pipeline in 2024.",
        ["exports KAZ>DEU level 1400000 t 2024"],
    ),
    ("", "Poland bought 300,000 tonnes of grain from Ukraine.", ["imports POL>UKR level 300000 t"]),
    (
        "",
        "The European Union has allocated €100 million to Armenia under the Resilience and Growth Plan.",
        ["aid EU>ARM level 100000000 EUR"],
    ),
    ("", "Sweden contributed SEK 250 million to Moldova's energy fund.", ["aid SWE>MDA level 250000000 SEK"]),
    ("", "The EBRD is lending €20 million to a bank in Kosovo.", ["loan EBRD>XKX level 20000000 EUR"]),
    (
        "",
        "The African Development Bank will provide Senegal with €80 million for solar plants.",
        ["loan AFDB>SEN level 80000000 EUR - - planned"],
    ),
    (
        "",
        "Exports to Azerbaijan from Israel increased 2.5 times in the first half of 2024.",
        ["exports ISR>AZE multiple 2.5 1 2024-01/2024-06"],
    ),
    (
        "",
        "UAE investments in Egypt are expected to exceed $35 billion.",
        ["investment ARE>EGY level 35000000000 USD"],
    ),
    (
        "",
        "Under the agreement, Russia will supply Serbia with 2.2 billion cubic metres of gas a year.",
        ["energy RUS>SRB level 2.2 bcm - - planned"],
    ),
    (
        "",
        "Turkish Airlines carried 300,000 passengers between Türkiye and Somalia.",
        ["visitors SOM+TUR> level 300000 1"],
    ),
    (
        "",
        "Croatia and Montenegro have trade worth €500 million a year.",
        ["trade HRV+MNE> level 500000000 EUR"],
    ),
    (
        "",
        "South Korea's investment in Indonesia from 2018 to 2022 amounted to US$ 9.6 billion.",
        ["investment KOR>IDN level 9600000000 USD 2018/2022"],
    ),
    ("", "Australia granted Fiji a A$35 million loan for transport.", ["loan AUS>FJI level 35000000 AUD"]),
    (
        "",
        "Qatar has deposited $3 billion in the central bank of Pakistan.",
        ["loan QAT>PAK level 3000000000 USD"],
    ),
    ("", "Bhutan owed India 160 billion rupees in 2020.", ["loan IND>BTN level 160000000000 INR 2020"]),
    ("", "Georgia is Armenia's second largest trading partner after Russia.", ["trade ARM+GEO> rank 2 1"]),
    (
        "",
        "Malta imported €1.1 billion from Italy, its top supplier, in 2020.",
        ["imports MLT>ITA level 1100000000 EUR 2020", "imports MLT>ITA rank 1 1"],
    ),
    (
        "",
        "Saudi Arabia and Iraq: trade reached 1.2 billion dollars in 2022 (+17%).",
        ["trade SAU+IRQ> level 1200000000 USD 2022", "trade SAU+IRQ> growth 17 percent 2022 2021"],
    ),
    (
        "",
        "Ecuador's shrimp exports to China reached $3.6 billion, or 59% of the total.",
        ["exports ECU>CHN level 3600000000 USD", "exports ECU>CHN share 59 percent"],
    ),
    (
        "Jordan–Romania relations",
        "Jordan and Romania signed a treaty in 1975. Romanian exports were $420 million and imports $15 million in 2019.",
        ["exports ROU>JOR level 420000000 USD 2019", "imports ROU>JOR level 15000000 USD 2019"],
    ),
    (
        "Estonia–Japan relations",
        "Estonia and Japan have had ties since 1991. In 2009, Estonian exports to Japan totaled EUR 47 million, while imports from Japan were EUR 60 million.",
        ["exports EST>JPN level 47000000 EUR 2009", "imports EST>JPN level 60000000 EUR 2009"],
    ),
    (
        "",
        "In 2022, Mexico's exports to Chile amounted to US$1.5 billion; its imports from Chile were worth US$2.1 billion.",
        ["exports MEX>CHL level 1500000000 USD 2022", "imports MEX>CHL level 2100000000 USD 2022"],
    ),
    (
        "Foreign relations of Fiji",
        "Kiribati — Fiji exported goods worth F$9 million to Kiribati in 2004.",
        ["exports FJI>KIR level 9000000 FJD 2004"],
    ),
    (
        "",
        "The World Bank's Board of Executive Directors today approved $400 million in financing for Ghana.",
        ["loan WB>GHA level 400000000 USD 2024-11-20"],
    ),
    (
        "",
        "The Asian Development Bank (ADB) has approved a $100 million policy-based loan to help Georgia reform its energy sector.",
        ["loan ADB>GEO level 100000000 USD"],
    ),
    (
        "",
        "ADB will provide a loan of $150 million and a grant of $5 million to Nepal.",
        ["loan ADB>NPL level 150000000 USD - - planned", "aid ADB>NPL level 5000000 USD - - planned"],
    ),
    (
        "",
        "The EIB signed a €200 million framework loan with Morocco for reconstruction.",
        ["loan EIB>MAR level 200000000 EUR"],
    ),
    (
        "",
        "The United States and Vietnam: U.S. goods exports to Vietnam were $9.8 billion in 2023, down 13.1 percent ($1.5 billion) from 2022.",
        [
            "exports USA>VNM level 9800000000 USD 2023",
            "exports USA>VNM growth -13.1 percent 2023 2022",
            "exports USA>VNM difference -1500000000 USD 2023 2022",
        ],
    ),
    (
        "",
        "U.S. total goods trade with Thailand was an estimated $81.1 billion in 2024.",
        ["trade THA+USA> level 81100000000 USD 2024"],
    ),
    (
        "",
        "The U.S. goods trade deficit with Thailand was $45.6 billion in 2024, an 11.7 percent increase over 2023.",
        ["trade THA+USA> level 45600000000 USD 2024", "trade THA+USA> growth 11.7 percent 2024 2023"],
    ),
    (
        "",
        "In the first ten months of 2024, Kazakhstan's exports to Kyrgyzstan increased by 8.4% to $1.3 billion, while imports fell by 3.7% to $520 million.",
        [
            "exports KAZ>KGZ growth 8.4 percent",
            "exports KAZ>KGZ level 1300000000 USD 2024-01/2024-10",
            "imports KAZ>KGZ growth -3.7 percent",
            "imports KAZ>KGZ level 520000000 USD",
        ],
    ),
    (
        "",
        "Over the past 15 years, the Netherlands has invested $12.8 billion in Kazakhstan's economy.",
        ["investment NLD>KAZ level 12800000000 USD"],
    ),
    (
        "",
        "The gross inflow of direct investment from Switzerland into Kazakhstan reached $2.3 billion in 2023, or 9.8% of the total.",
        ["investment CHE>KAZ level 2300000000 USD 2023", "investment CHE>KAZ share 9.8 percent 2023"],
    ),
    (
        "",
        "Pakistan and Tajikistan agreed to increase bilateral trade to $300 million.",
        ["trade PAK+TJK> level 300000000 USD - - target"],
    ),
    (
        "",
        "The sides noted that trade between Egypt and Oman had grown by 20 percent.",
        ["trade EGY+OMN> growth 20 percent"],
    ),
    (
        "",
        "Some 60 Latvian companies have invested in Georgia, with total capital of €50 million.",
        ["companies LVA>GEO level 60 1", "investment LVA>GEO level 50000000 EUR"],
    ),
    (
        "",
        "Freight volumes along the route from China to Poland rose 20% to 1.2 million tonnes in 2023.",
        ["cargo CHN>POL growth 20 percent 2023", "cargo CHN>POL level 1200000 t 2023"],
    ),
    (
        "",
        "Kenya exported tea worth KSh 18 billion to Pakistan, equivalent to 40% of its total tea exports.",
        ["exports KEN>PAK level 18000000000 KES", "exports KEN>PAK share 40 percent"],
    ),
    (
        "",
        "Israel and Morocco hope that trade will reach $1 billion within five years, up from $117 million in 2021.",
        ["trade ISR+MAR> level 1000000000 USD", "trade ISR+MAR> level 117000000 USD 2021"],
    ),
    (
        "",
        "Canada is providing an additional C$15 million to support elections in Haiti.",
        ["aid CAN>HTI level 15000000 CAD"],
    ),
    (
        "",
        "Germany will support Zambia with €90 million over the next two years.",
        ["aid DEU>ZMB level 90000000 EUR - - planned"],
    ),
    (
        "",
        "Switzerland and Albania signed agreements worth CHF 30 million.",
        ["other ALB+CHE> level 30000000 CHF"],
    ),
    (
        "",
        "China's CRRC won a $360 million contract to supply trains to Mexico.",
        ["other CHN+MEX> level 360000000 USD"],
    ),
    (
        "",
        "Under a Chinese loan of $600 million, Uganda built two dams.",
        ["loan CHN>UGA level 600000000 USD"],
    ),
    (
        "",
        "Denmark's development aid to Mali amounts to DKK 300 million annually.",
        ["aid DNK>MLI level 300000000 DKK"],
    ),
    ("", "Spain has forgiven €40 million of Mauritania's debt.", ["loan ESP>MRT level 40000000 EUR"]),
    ("", "About 12% of Jordan's exports go to India.", ["exports JOR>IND share 12 percent"]),
    (
        "",
        "In 2020 Turkish contractors carried out 200 projects worth $9 billion in Algeria.",
        ["projects TUR>DZA level 200 1 2020", "projects TUR>DZA level 9000000000 USD 2020"],
    ),
    (
        "",
        "U.S. goods exports to Vietnam were $9.8 billion in 2023, down 13.1 percent ($1.5 billion) from 2022.",
        [
            "exports USA>VNM level 9800000000 USD 2023",
            "exports USA>VNM growth -13.1 percent 2023 2022",
            "exports USA>VNM difference -1500000000 USD 2023 2022",
        ],
    ),
]

SILENT: list[str] = [
    "Ghana's GDP grew 6.2% to $72 billion in 2021, the finance ministry in Accra told Germany's ambassador.",
    "Sweden's parliament passed a budget of 1.3 trillion kronor, and the Danish minister attended.",
    "Kazakhstan has a population of 20 million and Italy one of 59 million.",
    "The Finnish company reported a profit of €40 million, up 12% from 2021, and opened an office in Oslo.",
    "Rome lies 1,100 km from Paris.",
    "The Argentine forward moved to Italy for 30 million euros.",
    "Unemployment in Spain fell to 11.3 percent, while that of Portugal was 6.1 percent.",
    "The Brazilian president, 78, met his Chilean colleague for 40 minutes.",
    "The Kenyan runner won prize money of $150,000 in Chicago.",
    "Poland's own exports rose by 5% to €340 billion.",
    "Inflation in Türkiye slowed to 49 percent, Ankara said during the visit of the Qatari minister.",
    "The Czech government raised spending on defence to 2% of GDP, as NATO asks.",
    "France's president arrived in Rabat with 122 guests, and Morocco spent 3 million dirhams on the dinner.",
    "Airbus, based in France, reported revenue of €65 billion and sold 735 aircraft, 40 of them to Indian airlines.",
    "The bridge in Istanbul, Türkiye, is 1.5 km long and cost $1 billion, the Greek newspaper said.",
    "Around 12,000 people marched in Tbilisi against Russia.",
    "Japan's central bank spent 9 trillion yen to support the currency as the U.S. dollar rose by 2%.",
    "Brent crude fell 2% to $82 a barrel after talks between Iran and the United States.",
    "Chinese tourists spent 4 hours in Prague, the Czech capital of 1.3 million people.",
    "The Swedish court fined the Russian citizen 50,000 kronor.",
    "Kenyan farmers received 3 billion shillings in subsidies from their government, as Ethiopia's minister watched.",
    "The Thai baht fell 3% against the dollar, and Malaysia's stock market lost 40 billion ringgit.",
    "Prime Minister Modi of India announced a $12 billion welfare scheme before leaving for Japan.",
    "Norway's sovereign wealth fund rose by 13% to $1.6 trillion, the Swedish press reported.",
    "Egypt's foreign reserves reached $46 billion, its ambassador told Greek journalists.",
    "Vietnam's total exports grew 14% to $403 billion last year; Japan's minister praised it.",
    "In Berlin, the German finance ministry raised taxes by €4 billion while Poland cut them by 2%.",
]
