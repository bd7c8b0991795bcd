"""Briefs and fact sheets on two states: visitors listed, contacts counted, posts by rank, help by programme, glossed totals."""

from __future__ import annotations

import pytest

from dragoman.model.documents import Document
from dragoman.reading import load_reader


def _read(text: str, title: str | None = None, kind: str | None = None) -> set[tuple[str, str, str | None]]:
    """Kind with mode, who towards whom, and date of each statement of a kind."""
    found = load_reader().read(Document("a", text, title=title, date="2031-06-01"))
    return {
        (f"{s.kind}/{s.mode}", f"{'+'.join(sorted(s.actor))}>{'+'.join(sorted(s.recipient))}", s.date)
        for s in found
        if kind is None or s.kind == kind
    }


PERU = "Peru–Thailand relations"


@pytest.mark.parametrize(
    ("text", "visits"),
    [
        (
            (
                "The Peruvian leaders who have visited Thailand include: President Alberto Soto (1996); Vice President "
                "Lourdes Paz, (in 2002 for a stopover); Prime Minister Beatriz Roca (2011 and 2013)."
            ),
            {("PER>THA", "1996"), ("PER>THA", "2002"), ("PER>THA", "2011"), ("PER>THA", "2013")},
        ),
        (
            (
                "Recent ministerial visits to Peru include those by the Thai Minister of Commerce, Krit Suwan, in May 2008, "
                "and the Minister of Tourism, Suda Rak, in November 2008."
            ),
            {("THA>PER", "2008-05"), ("THA>PER", "2008-11")},
        ),
        (
            (
                "High-level visits to Thailand were paid by President Soto in 1996, Prime Minister Roca in May 2011 and "
                "Foreign Minister Rafael Roncal in 2013."
            ),
            {("PER>THA", "1996"), ("PER>THA", "2011-05"), ("PER>THA", "2013")},
        ),
        (
            (
                "The latest contacts were the official visit by Prime Minister Anand Chai to Peru in May 1998 and that of "
                "President Alberto Soto to Thailand in July 1999."
            ),
            {("THA>PER", "1998-05"), ("PER>THA", "1999-07")},
        ),
        (
            (
                "Peru has been visited by Prime Minister Anand Chai (1998), Foreign Minister Kasit Suk (2003) and "
                "Princess Sirin (2010)."
            ),
            {("THA>PER", "1998"), ("THA>PER", "2003"), ("THA>PER", "2010")},
        ),
        ("Prime Minister Anand Chai visited Peru in 1998.", {("THA>PER", "1998")}),
    ],
)
def test_each_visitor_of_a_series_has_his_own_visit(text: str, visits: set[tuple[str, str]]) -> None:
    assert {(who, date) for mode, who, date in _read(text, PERU) if mode == "contact/visit"} == visits


def test_a_series_of_visits_to_nobody_known_is_none() -> None:
    text = "Recent visits to the Gulf were paid by Minister Rak in 2008 and Minister Suwan in 2009."
    assert not _read(text, "Malta: foreign policy", "contact")


@pytest.mark.parametrize(
    ("text", "mode", "dates"),
    [
        (
            (
                "President Soto has met Prime Minister Anand Chai three times: in June 1996 in Bangkok, in November 1997 on "
                "the sidelines of the APEC summit, and again in May 1998 in Lima."
            ),
            "contact/meeting",
            {"1996-06", "1997-11", "1998-05"},
        ),
        (
            (
                "The third round of the bilateral human rights dialogue was held in Lima in March 2012. Earlier rounds took "
                "place in 2005 and 2008."
            ),
            "contact/session",
            {"2012-03", "2005", "2008"},
        ),
        (
            "The joint commission met in Lima in March 2012. Earlier elections took place in 2005 and 2008.",
            "contact/session",
            {"2012-03"},
        ),
    ],
)
def test_contacts_counted_or_told_before_have_each_their_time(text: str, mode: str, dates: set[str]) -> None:
    assert {date for found, _, date in _read(text, PERU) if found == mode} == dates


KENYA = "Kenya-Nepal Bilateral Relations"


@pytest.mark.parametrize(
    ("text", "statement"),
    [
        ("Kenya-Nepal established diplomatic relations in 1975.", ("tie/diplomatic_relations", "KEN+NPL>", "1975")),
        ("In May 2017, the then Commerce Secretary visited Nepal.", ("contact/visit", "KEN>NPL", "2017-05")),
        (
            "In April 2018, then Foreign Minister met the then Foreign Minister of Nepal, Mr. Pradeep Rana, in Geneva.",
            ("contact/meeting", "KEN+NPL>", "2018-04"),
        ),
        (
            "Minister of State, Gen. (Retd.) Joseph Nkai paid an official visit to Nepal in May 2015.",
            ("contact/visit", "KEN>NPL", "2015-05"),
        ),
        ("Deputy Minister of Tourism Najib Ali visited to Kathmandu in 2010.", ("contact/visit", "KEN>NPL", "2010")),
        ("Princess Amina led an economic mission to Nepal in 2016.", ("contact/visit", "KEN>NPL", "2016")),
    ],
)  # fmt: skip
def test_officers_without_a_country_are_of_the_other_of_two(
    text: str, statement: tuple[str, str, str]
) -> None:
    assert statement in _read(text, KENYA)


def test_a_dashed_pair_before_a_noun_is_no_subject() -> None:
    assert not _read("The Kenya-Nepal established trade route was used by traders.", KENYA, "tie")


@pytest.mark.parametrize(
    ("text", "ties"),
    [
        (
            "Morocco opened a Development Cooperation Office in Suva in 1994. The Mission was given full Embassy status in 2011.",
            {("tie/mission", "MAR>FJI", "1994"), ("tie/embassy", "MAR>FJI", "2011")},
        ),
        (
            ("Fiji's first mission at the level of chargé d'affaires was established in Rabat in 1983 and raised to "
            "Ambassador level in 1996."),
            {("tie/mission", "FJI>MAR", "1983"), ("tie/embassy", "FJI>MAR", "1996")},
        ),
        (
            "Fiji's diplomatic representation to Morocco is from the Embassy in Brussels.",
            {("tie/mission", "FJI>MAR", None)},
        ),
        ("Morocco opened its embassy in Suva in 1994. Sales received a high level of interest.", {("tie/embassy", "MAR>FJI", "1994")}),
    ],
)  # fmt: skip
def test_posts_are_told_by_office_and_rank(text: str, ties: set[tuple[str, str, str | None]]) -> None:
    assert _read(text, "Fiji and Morocco: bilateral relations", "tie") == ties


@pytest.mark.parametrize(
    "text",
    [
        "Swedish assistance to Laos focuses on education and health.",
        (
            "Over the decades, the Swedish Government and Swedish firms have contributed to the economic "
            "development of Laos with help for clinics and roads."
        ),
    ],
)
def test_help_is_told_by_what_it_is_spent_on(text: str) -> None:
    assert ("stance/support", "SWE>LAO", None) in _read(text)


def test_bilateral_aid_of_one_is_not_of_both() -> None:
    found = _read("Swedish bilateral aid to Laos totalled SEK 120 million in 2012.", "Sweden – Laos")
    assert found == {("figure/aid", "SWE>LAO", "2012")}


def test_a_gloss_of_flows_parts_no_total_from_its_parties() -> None:
    text = "Total trade in goods (exports plus imports) between Fiji and Ghana was $6.9 billion in 2022."
    assert _read(text) == {("figure/trade", "FJI+GHA>", "2022")}


def test_goods_behind_a_flow_are_of_that_flow() -> None:
    text = (
        "Ghana's exports of farm products to Peru totaled $832 million in 2010. "
        "Leading categories include: cocoa ($164 million) and fruit ($118 million)."
    )
    found = load_reader().read(Document("a", text, date="2031-06-01"))
    assert [int(s.value) for s in found if s.kind == "figure" and s.value] == [
        832000000,
        164000000,
        118000000,
    ]


def test_pairs_with_dotted_initials_end_no_sentence() -> None:
    found = _read("The Peru-U.S. Trade Promotion Agreement entered into force in 2009.")
    assert found == {("instrument/agreement", "PER+USA>", "2009")}


def test_a_name_with_a_courtesy_title_speaks_behind_said() -> None:
    text = "Fijian Vice-President Arun Mehta visited Samoa. “We have close ties with Samoa,” said Mr. Mehta."
    assert ("quote/direct", "FJI>WSM", None) in _read(text)


def test_an_officer_is_of_the_body_whose_acronym_stands_in_brackets() -> None:
    text = "Asian Development Bank (ADB) Vice-President Arun Mehta visited Samoa. “Our ties with Samoa are close,” said Mr. Mehta."
    assert ("quote/direct", "ADB>WSM", None) in _read(text)
