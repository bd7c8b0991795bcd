"""Figures with openings, tellers and times of telling beside them; gold as in `figure_cases_trade`."""

TOLD: list[tuple[str, str, list[str]]] = [
    # the day that something was said on is not its time
    (
        "",
        "The ministry said on Tuesday that the World Bank had approved a $70 million credit for Malawi.",
        ["loan WB>MWI level 70000000 USD - - actual"],
    ),
    (
        "",
        "Benin's cotton exports to Vietnam reached $40 million, or 31% of the total, an official told reporters on Tuesday.",
        ["exports BEN>VNM level 40000000 USD -", "exports BEN>VNM share 31 percent -"],
    ),
    (
        "",
        "The ministry said on Tuesday that Benin exported goods worth $40 million to Vietnam in 2021.",
        ["exports BEN>VNM level 40000000 USD 2021"],
    ),
    # what opens a sentence is no aim of its amount
    (
        "",
        "To mark the anniversary, the World Bank approved a $70 million credit for Malawi.",
        ["loan WB>MWI level 70000000 USD - - actual"],
    ),
    (
        "",
        "With the aim of easing the shortage, Chile donated $3 million to Bolivia.",
        ["aid CHL>BOL level 3000000 USD - - actual"],
    ),
    (
        "",
        "It was announced that the World Bank approved a $70 million credit for Malawi.",
        ["loan WB>MWI level 70000000 USD - - actual"],
    ),
    # a capital is where a government sits
    (
        "",
        "Latvia donated €90,000 to Lebanon after the blast in the capital.",
        ["aid LVA>LBN level 90000 EUR - - actual"],
    ),
    (
        "",
        "Latvian capital in Lebanon amounts to €90,000.",
        ["investment LVA>LBN level 90000 EUR"],
    ),
    # an amount between a verb and its buyer once had no words at all between them
    (
        "",
        "Malawi has exported tea worth 18 billion kwachas to Oman, equivalent to 40% of its total tea exports.",
        ["exports MWI>OMN level 18000000000 MWK", "exports MWI>OMN share 40 percent"],
    ),
]  # fmt: skip
