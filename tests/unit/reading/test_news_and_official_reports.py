"""What news and official pages do: ministers by portfolio, lists of signed papers, words said in paragraphs of their own."""

from __future__ import annotations

import pytest

from dragoman.model.documents import Document
from dragoman.reading.reader import load_reader


def _read(text: str, title: str | None = None, url: str | None = None) -> set[str]:
    document = Document("a", text, title=title, url=url, date="2024-05-06")
    return {
        f"{s.kind}/{s.mode} {'+'.join(s.actor)}>{'+'.join(s.recipient)}" for s in load_reader().read(document)
    }


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            ("Chad's minister for regional planning Ali Haroun insisted that Niger was right.\n\n"
            "“Our boats stay on our side of the Nigerien line,” Haroun said."),
            "quote/direct TCD>NER",
        ),
        (
            "Minister for Africa Jane Smith travelled to Kenya and Uganda in May. UK aid supports both.",
            "contact/visit GBR>KEN",
        ),
        ("Peru's foreign minister hosted Chile's foreign minister-elect Ana Rojas in Lima.", "contact/visit CHL>PER"),
        ("Norway has written to Iceland and Denmark to propose new negotiations on herring.", "stance/offer NOR>ISL+DNK"),
        ("Peru's decision to close the crossing drew sharp criticism from Chile.", "stance/criticism CHL>PER"),
        ("Peru's lawmakers labelled Chile's conduct hostile.", "stance/criticism PER>CHL"),
        ("Ghana's minister Ama Osei announced €9 million to train nurses in Mali.", "figure/aid GHA>MLI"),
        ("Ghana announced a €30 million package for Mali.", "figure/aid GHA>MLI"),
        ("Japan and Fiji exchanged notes for the grant of a hospital.", "instrument/agreement JPN+FJI>"),
        (
            "Chad and Niger are due to discuss the matter with Malian and European Union officials.",
            "contact/meeting TCD+NER+MLI+EU>",
        ),
        (
            "Chile's president Gabriel Boric spoke during a press conference in Suva on Monday alongside Fiji's premier.",
            "contact/meeting CHL+FJI>",
        ),
        ("The envoy praised the Togo-Benin partnership.", "tie/partnership TGO+BEN>"),
        (
            ("Peru's foreign minister Ana Rojas spoke in Lima. In the meeting with her Fijian counterpart, the two "
            "ministers welcomed that the two countries had signed a tax agreement."),
            "instrument/agreement PER+FJI>",
        ),
    ],
)  # fmt: skip
def test_it_is_read(text: str, expected: str) -> None:
    assert expected in _read(text)


@pytest.mark.parametrize(
    ("text", "unexpected"),
    [
        ("Minister for Africa Jane Smith travelled to Kenya and Uganda in May. UK aid supports both.", "contact/visit UGA>KEN"),
        ("Ghana announced a €30 million package for Mali.", "instrument/agreement GHA+MLI>"),
        ("Chad and Niger will discuss the border with Mali.", "contact/meeting TCD+NER+MLI>"),
        ("Chad's plan was met with condemnation from Niger.", "contact/meeting TCD+NER>"),
        ("Ghana's ministry announced €9 million to investors.", "figure/aid GHA>MLI"),
        (
            "Kenya and Uganda accused Chad of planning to harm them by starting the construction of a dam.",
            "project/construction KEN+UGA>",
        ),
        ("Togo's firm has a partnership with Benin's agency-led partnership programme.", "tie/partnership TGO+BEN>"),
    ],
)  # fmt: skip
def test_it_is_not_read(text: str, unexpected: str) -> None:
    assert unexpected not in _read(text)


def test_talks_with_states_that_nobody_names_are_with_nobody_of_the_title() -> None:
    text = "Korean Foreign Minister Park Jin held talks with officials of Caribbean states in Seoul. Peru is far."
    assert "contact/meeting KOR+PER>" not in _read(text, title="Korea and Peru")


def test_the_prime_minister_of_a_page_of_a_government_stays_its_own() -> None:
    text = (
        "The Prime Minister spoke to the Prime Minister of Estonia, Kaja Kallas, this afternoon.\n\n"
        "The Prime Minister thanked Prime Minister Kallas for her welcome.\n\n"
        "The Prime Minister said the UK would send more troops to Estonia."
    )
    found = _read(
        text, title="PM call with Prime Minister Kallas", url="https://www.gov.uk/government/news/pm-call"
    )
    assert "contact/call GBR+EST>" in found
    assert "quote/reported EST>GBR" not in found


def test_plans_and_programmes_are_papers_in_a_list_of_those_signed() -> None:
    text = (
        "The presidents of Ghana and Togo met. A total of 14 documents were signed during the visit, including:\n\n"
        "- Intergovernmental program on trade for 2024-2026;\n\n- Action plan in the field of energy;\n\n"
        "- Protocol on the establishment of a joint business council;\n\n- Agreement on air services."
    )
    found = _read(text)
    assert {"instrument/roadmap GHA+TGO>", "instrument/protocol GHA+TGO>", "tie/body GHA+TGO>"} <= found


@pytest.mark.parametrize(
    "text",
    [
        "Fiji's Prime Minister Joe Tora said:\n\nWe will work with Samoa to deliver safer ports for all.",
        "Prime Minister of Fiji Joe Tora: Our trade with Samoa has grown by a third this year.",
        "Prime Minister of Fiji Joe Tora: Madam President,\n\nSamoa is our oldest friend in this ocean.",
    ],
)
def test_words_in_a_paragraph_of_their_own_are_quoted(text: str) -> None:
    assert "quote/direct FJI>WSM" in _read(text, title="Fiji and Samoa")


def test_a_line_with_a_colon_that_nobody_speaks_is_no_quote() -> None:
    assert not any(
        "quote" in line for line in _read("Photo: President Joe Tora of Fiji and guests from Samoa.")
    )


def test_a_body_is_known_by_the_letters_that_the_text_gives_it() -> None:
    text = "Peru's envoy met the head of the Association of Caribbean States (ACS). Peru became an ACS observer in 1998."
    assert "tie/membership PER>ACS" in _read(text)
    assert "tie/membership PER>ACS" not in _read("Peru became an ACS observer in 1998. Chile did not.")
