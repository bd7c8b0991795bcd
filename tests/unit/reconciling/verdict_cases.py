"""Little articles with a known official table (verdicts.csv, invented): true ones, and ones with a planted slip.

A case of a slip has the rule of the finding, the kind of the planted repair, and what it changes to.
"""

from __future__ import annotations

TRUE = (
    "Uzbek exports to South Korea amounted to $64.7 million in 2023 and $92.1 million in 2024; imports amounted to $2.29 billion and $1.96 billion respectively.",
    "Last year's trade between Georgia and Azerbaijan, $1.4 billion in 2024, was the second highest on record after $1.49 billion in 2023.",
    "Vietnam's exports to Poland in 2024, $3.9 billion, were nearly eight times its imports from Poland.",
    "Trade between the UAE and Armenia surged from $640 million in 2022 to $2.4 billion in 2023 and $5.4 billion in 2024.",
    "By 2024, Polish exports to Vietnam had grown 45 percent compared with 2020.",
    "Imports from Germany to Mongolia climbed by $45.8 million to $291.5 million in 2024.",
    "In the first nine months of 2024 Polish exports to Vietnam rose to $367.8 million.",
    "In 2024 South Korea's exports to Uzbekistan were 21 times larger than its imports from there: $1.96 billion against $92 million.",
    "From January to June 2024, Poland's exports to Vietnam totalled $239.9 million. For the full year the figure was $502.6 million.",
    "Prime Minister said trade between Mongolia and Germany crossed the 300 million dollar mark in 2024.",
    "Polish exports to Vietnam in 2024 consisted mainly of food ($150 million) and medicines ($80 million) and totalled $502.6 million.",
    "Mongolia's exports to Germany account for 12% of bilateral trade, which amounted to $330.4 million in 2024.",
    "In 2021, 2022 and 2023 Serbian exports to Slovenia were €741.6 million, €914.8 million and €903.3 million respectively.",
    "Polish exports to Vietnam rose by $55 million in 2024 and by $49 million in 2023.",
    "By the end of 2023 trade between Poland and Vietnam had slipped 3 percent to $3.66 billion before jumping 21 percent to $4.4 billion in 2024.",
    "Of Georgia's $6.6 billion exports in 2024, $741 million went to Azerbaijan.",
    "In 2024, Poland's exports to Vietnam were worth $502.6 million, a rise of 12.4%, and its imports $3.91 billion, a rise of 21.9%.",
    "The UAE bought $5.17 billion of Armenian goods in 2024, more than twice as much as in 2023.",
    "Trade between Georgia and Azerbaijan: 2022 - $1.31 billion, 2023 - $1.49 billion, 2024 - $1.4 billion.",
    "Azerbaijan accounted for $1.4 billion of Georgia's trade in 2024. Georgia's total trade turnover was $23.3 billion.",
    "Poland's exports to Vietnam in the first quarter of 2024 stood at $118.2 million and in the second quarter at $121.7 million.",
    "Georgia's exports to Azerbaijan almost doubled between 2020 and 2023, from $441.2 million to $864.1 million.",
    "Trade between Uzbekistan and South Korea reached $2.05 billion in 2024, with Uzbek exports of $92 million.",
    "Serbian exports to Slovenia rose by 5.4 percent to 952 million euros in 2024, while imports from Slovenia grew 2% to 1.16 billion euros.",
    "Poland's turnover with Vietnam exceeded $4.4 billion last year, up from $3.66 billion in 2023, an increase of about 21 percent.",
    "Georgia's exports to Azerbaijan fell by 14% to $741 million in 2024, the first decline in four years.",
    "In 2024 trade between Mongolia and Germany amounted to 330.4 million US dollars, 18.6% more than in 2023.",
    "India exported goods worth $1.19 billion to Greece in 2024 against $1.32 billion a year earlier. Greek exports to India stood at $378 million. The total was $1.57 billion.",
    "Trade between Armenia and the UAE hit a record $5.4 billion in 2024, 2.2 times the 2023 figure.",
    "In 2023 Estonia's exports to Japan amounted to €70.2 million and imports from Japan to €95.1 million, for a total of €165 million, 6.6% less than in 2022.",
    "Poland exported $240 million worth of goods to Vietnam in the first half of 2024.",
    "Imports from Vietnam accounted for 89% of Polish-Vietnamese trade in 2024, when turnover stood at $4.4 billion.",
    "Over the five years from 2020 to 2024, Polish exports to Vietnam totalled $2.1 billion.",
    "Armenia's exports to the United Arab Emirates grew 2.3-fold in 2024 to 5.2 billion dollars.",
    "Armenia's exports to the UAE grew again in 2024 and reached $5.2 billion.",
    "Mongolia's imports from Germany have nearly doubled between 2020 and 2024 to $291.5 million.",
    "Uzbek exports to South Korea rebounded by 42.3 percent in 2024 after falling 16.8 percent a year earlier.",
    "Lithuanian exports to Ireland fell 10% to 126 million euros in 2024.",  # as it stood in February 2025
    "Lithuanian exports to Ireland rose 10% to 154 million euros in 2024.",  # as it stood in September
)

SLIPS = (
    ("Trade between Uzbekistan and South Korea reached $2.05 million in 2024.", "official", "scale", "2050000000"),
    ("Georgia's exports to Azerbaijan amounted to $741 billion in 2024.", "official", "scale", "741000000"),
    ("Georgian-Azerbaijani trade came to $1,401 thousand in 2024.", "official", "scale", "1401000000"),
    ("Serbia's exports to Slovenia amounted to 741.6 million euros in 2022.", "official", "period", "2021"),
    ("Armenia's exports to the UAE rose to $2.24 billion in 2024.", "official", "period", "2023"),
    ("India imported goods worth $1.19 billion from Greece in 2024.", "official", "direction", "IND to GRC"),
    ("Greece's exports to India amounted to $1.187 billion in 2024.", "official", "direction", "IND to GRC"),
    ("Mongolia's exports to Germany grew to 330 million US dollars in 2024.", "official", "reading", "turnover"),
    ("Trade between Estonia and Japan amounted to €79.8 million in 2024.", "official", "reading",
     "exports of Estonia to Japan"),
    ("Poland's exports to Vietnam reached $502.6 million in the first half of 2024.", "official", "period", "2024"),
    ("In 2024 Polish exports to Vietnam totalled $2.1 billion.", "official", "period", "2020/2024"),
    ("Estonia's exports to Japan rose by 79.8 percent in 2024.", "official", "reading", "79800000"),
    ("India's exports to Greece rose by 10% to $1.19 billion in 2024.", "official", "reading", "-10.5% to -9.5%"),
    ("Lithuanian exports to Ireland rose 54% in 2024.", "official", "vintage", "10"),
    ("Lithuanian exports to Ireland rose 26% to €126 million in 2024.", "official", "vintage", "10"),
    ("Trade between Georgia and Azerbaijan reached a record $1.4 billion in 2024.", "superlative", "", ""),
    ("Trade between Poland and Vietnam fell for the third year in a row in 2024, to $4.4 billion.", "superlative", "", ""),
    ("India's exports to Greece, at $1.19 billion in 2024, were the highest since 2020.", "superlative", "", ""),
)  # fmt: skip

KEPT_APART = "Trade between Serbia and Slovenia amounted to $2.12 billion in 2024."
