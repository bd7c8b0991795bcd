"""One stance in the many words of news prose: owned nouns, set phrases, pronouns, and what is none."""

from __future__ import annotations

import pytest

from dragoman.model.documents import Document
from dragoman.reading import load_reader


def _stances(text: str) -> list[tuple[str, tuple[str, ...], tuple[str, ...]]]:
    document = Document("stances", text, title=None, date="2022-06-21")
    return [(s.mode, s.actor, s.recipient) for s in load_reader().read(document) if s.kind == "stance"]


@pytest.mark.parametrize(
    ("text", "mode", "actor", "recipient"),
    [
        ("Ghana's support for Togo's reform was confirmed by the minister.", "support", "GHA", "TGO"),
        ("Peru threw its weight behind the Bolivian plan.", "support", "PER", "BOL"),
        ("Rwanda's president paid tribute to Burundi for its part in the force.", "support", "RWA", "BDI"),
        ("Estonia remains a staunch supporter of Georgia's path to the union.", "support", "EST", "GEO"),
        ("Hungary has been advocating Serbia's swift accession.", "support", "HUN", "SRB"),
        ("Fiji views Tonga's plan as the most credible basis for talks.", "support", "FJI", "TON"),
        ("Ireland's commitment to expanding ties with Oman was noted.", "interest", "IRL", "OMN"),
        ("Zambia's interest in Cuba's vaccines was noted by both.", "interest", "ZMB", "CUB"),
        ("Sweden attaches great importance to its relations with India.", "interest", "SWE", "IND"),
        ("Indonesia is committed to strengthening ties with Fiji.", "interest", "IDN", "FJI"),
        ("Croatia aspires to closer ties with Montenegro.", "interest", "HRV", "MNE"),
        ("Brunei is considering importing rice from Viet Nam.", "interest", "BRN", "VNM"),
        ("Benin would like to mend fences with Niger.", "interest", "BEN", "NER"),
        ("Vienna is open to a strategic partnership with Chile.", "interest", "AUT", "CHL"),
        ("Denmark's offer to help Kenya with wind power was studied.", "offer", "DNK", "KEN"),
        ("Israel proposed to Morocco a joint research fund.", "offer", "ISR", "MAR"),
        ("The Maltese envoy conveyed to Peru's president an invitation to visit Valletta.", "invitation", "MLT", "PER"),
        ("Invited by Prague, the Philippine president will attend the forum.", "invitation", "CZE", "PHL"),
        ("Manila told Beijing to remove the barrier.", "request", "PHL", "CHN"),
        ("Skopje wants guarantees from Sofia.", "request", "MKD", "BGR"),
        ("Nicosia expects from Ankara concrete steps.", "request", "CYP", "TUR"),
        ("Dhaka has suggested that Laos become more active in the fund.", "request", "BGD", "LAO"),
        ("Chad pleaded with Mali for more water.", "request", "TCD", "MLI"),
        ("The Dutch parliament pushed for Morocco to take back the migrants.", "request", "NLD", "MAR"),
        ("South Africa's condemnation of Chile was echoed elsewhere.", "criticism", "ZAF", "CHL"),
        ("Mogadishu declared the decree of Ethiopia null and void.", "criticism", "SOM", "ETH"),
        ("Islamabad objects to India's water plan.", "criticism", "PAK", "IND"),
        ("Eritrea took exception to Ethiopia's claims.", "criticism", "ERI", "ETH"),
        ("Nigeria is unhappy with Benin over the closure.", "criticism", "NGA", "BEN"),
        ("Ecuador imposed tariffs on Colombia, accusing it of laxity.", "criticism", "ECU", "COL"),
    ],
)  # fmt: skip
def test_a_stance_is_read(text: str, mode: str, actor: str, recipient: str) -> None:
    assert (mode, (actor,), (recipient,)) in _stances(text)


@pytest.mark.parametrize(
    ("text", "mode", "actor"),
    [
        ("The ministers of Jamaica and Guyana agreed on the need to expand trade.", "interest", {"JAM", "GUY"}),
        ("Uganda and Chad expressed their commitment to deepening trade.", "interest", {"UGA", "TCD"}),
        ("Both Morocco and Senegal are willing to step up cooperation.", "interest", {"MAR", "SEN"}),
        ("Malta and Peru support each other's candidacies.", "support", {"MLT", "PER"}),
    ],
)  # fmt: skip
def test_two_take_a_stance_together(text: str, mode: str, actor: set[str]) -> None:
    assert [(m, set(a), r) for m, a, r in _stances(text)] == [(mode, actor, ())]


@pytest.mark.parametrize(
    "text",
    [
        "The Kenyan opposition called on the government to resign, a day after the Uganda match.",
        "A Canadian man was accused of theft in Mexico.",
        "Students from Laos in Thailand complained about the food.",
        "The author, born in Algeria, criticised French novels of the era.",
        "Passengers from China are requested to wear masks in Italy.",
        "Malta is often called upon to chair panels that Chile set up.",
        "The museum in Berlin offers a view of life in Togo.",
        "Iraq's team was invited to Jordan for a friendly.",
        "Malta's commercial interest in Chad's oil is small.",
        "Iraq and Oman seek to bolster their economies.",
        "Xi told Peru's envoy that China had come to stay.",
    ],
)
def test_nobody_of_a_state_takes_a_stance(text: str) -> None:
    assert _stances(text) == []
