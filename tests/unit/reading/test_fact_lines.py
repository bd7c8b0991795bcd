"""Lines of fact sheets on two countries: a label, then what it names."""

from __future__ import annotations

import pytest

from dragoman.model.documents import Document
from dragoman.reading import load_reader


def told(title: str, text: str) -> set[str]:
    read = load_reader().read(Document("sheet", text, title=title, date="2024-01-01"))
    return {
        f"{s.kind}/{s.mode} {'+'.join(s.actor)}>{'+'.join(s.recipient)} {s.date or ''} {s.status}".replace(
            "  ", " "
        )
        for s in read
    }


@pytest.mark.parametrize(
    ("title", "text", "expected"),
    [
        ("Latvia–Chad", "Diplomatic relations: 12 February 1992", "tie/diplomatic_relations LVA+TCD> 1992-02-12 actual"),
        ("Latvia–Chad", "Date of relations | 3 May 1993", "tie/diplomatic_relations LVA+TCD> 1993-05-03 actual"),
        ("Kuwait–Malta relations", "Maltese embassy | Kuwait City", "tie/embassy MLT>KWT actual"),
        ("Sweden and Botswana", "Swedish embassy: Pretoria, accredited to Botswana", "tie/mission SWE>BWA actual"),
        ("Sweden and Botswana", "Honorary consul: Gaborone (since 2014)", "tie/consulate SWE>BWA 2014/.. actual"),
        ("Ghana–Denmark", "Agreements | Air services (2012), MoU on green growth (2021)", "instrument/memorandum GHA+DNK> 2021 actual"),
        ("Japan–Togo", "VIP visits: 2013 President Faure (Tokyo); 2019 Vice-Minister Sato (Lome)", "contact/visit TGO>JPN 2013 actual"),
        ("Japan–Togo", "VIP visits: 2013 President Faure (Tokyo); 2019 Vice-Minister Sato (Lome)", "contact/visit JPN>TGO 2019 actual"),
        ("Austria–Peru", "Next meeting of the Joint Commission: June 2024, Vienna", "contact/session AUT+PER> 2024-06 planned"),
        ("Austria–Peru", "Peruvian embassy: Vienna\nExports (2022): EUR 31 million (paper, machinery)", "figure/exports AUT>PER 2022 actual"),
        ("Austria–Peru", "Peruvian embassy: Vienna\nExports (2022): EUR 31 million (paper, machinery)", "composition/exports AUT>PER 2022 actual"),
    ],
)  # fmt: skip
def test_a_label_says_what_its_line_tells(title: str, text: str, expected: str) -> None:
    assert expected in told(title, text)


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("Austria–Peru", "Embassy: none"),
        ("Austria–Peru", "Agreement: see page 12"),
        ("Austria–Peru", "Visits by tourists: 4,000 in 2019"),
        ("Austria–Peru", "Visa section: Lima, 2019"),
        ("Austria–Peru", "Exports: EUR 31 million (paper", ),
    ],
)  # fmt: skip
def test_what_a_label_leaves_open_is_not_told(title: str, text: str) -> None:
    assert not {d for d in told(title, text) if d.startswith(("tie", "contact", "instrument"))}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A friendship treaty was signed in 1974, and a protocol followed in 1990.", "instrument/protocol TGO+OMN> 1990 actual"),
        ("The two signed a tax treaty in 1999. A second agreement, on air services, came in 2006.", "instrument/agreement TGO+OMN> 2006 actual"),
        ("Memoranda on mining were concluded in 2009; a third, on ports, dates from 2017.", "instrument/memorandum TGO+OMN> 2017 actual"),
        ("President Kofi of Togo visited Muscat in 1998; his counterpart returned the visit in 2000.", "contact/visit OMN>TGO 2000 actual"),
        ("Oman has an embassy in Lome. The Togolese prime minister paid an official visit in May 1990.", "contact/visit TGO>OMN 1990-05 actual"),
        ("The foreign minister visited the Omani capital in 1990.", "contact/visit TGO>OMN 1990 actual"),
        ("A treaty was signed in Cairo in 1974. President Ama Kofi visited Muscat in 1990.", "contact/visit TGO>OMN 1990 actual"),
        ("Oman opened an embassy in Lome in 1980. Togo followed with one in Muscat in 1984.", "tie/embassy TGO>OMN 1984 actual"),
        ("The Omani embassy in Lome was opened in 2013, the Togolese one in Muscat in 2019.", "tie/embassy TGO>OMN 2019 actual"),
        ("The embassy in Lome was opened in 2006; Togo's is in Muscat.", "tie/embassy TGO>OMN actual"),
        ("Togo recognised Oman in 1970, and relations began in 1974.", "tie/diplomatic_relations TGO+OMN> 1974 actual"),
    ],
)  # fmt: skip
def test_what_is_added_to_an_act_told_before(text: str, expected: str) -> None:
    assert expected in told("Togo–Oman relations", text)


@pytest.mark.parametrize(
    "text",
    [
        "A friendship treaty was discussed. Riots followed in 1990.",
        "The president visited Omani troops in Mali in 1990.",
        "The prime minister visited schools in 1990.",
        "The storm season began in 1990.",
    ],
)
def test_what_follows_of_itself_is_no_act(text: str) -> None:
    assert not {d for d in told("Togo–Oman relations", text) if "1990" in d and "TGO" in d}
