"""Contacts told in other words: who travels and is where, who talks from afar, which commissions and fairs sit.

Own sentences; people are made up.
"""

from __future__ import annotations

import pytest

from dragoman.model.documents import Document
from dragoman.reading.reader import load_reader

VISITS = [
    # where somebody is, stops, spends days
    ("Tanzanian Foreign Minister Asha Juma was in Bujumbura last week.", "TZA", "BDI"),
    ("Malawi's foreign minister is in Mozambique to discuss the power line.", "MWI", "MOZ"),
    ("The Guyanese president is in the Indian capital.", "GUY", "IND"),
    ("Bulgarian President Ivan Petrov stayed in Skopje for two days.", "BGR", "MKD"),
    ("Vietnam's prime minister spent three days in Australia.", "VNM", "AUS"),
    ("The Finnish president made a brief stop in Riga.", "FIN", "LVA"),
    ("Burkina Faso's leader showed up in Moscow for the parade.", "BFA", "RUS"),
    # how he gets there
    ("Slovak President Jana Kollar has landed in Zagreb.", "SVK", "HRV"),
    ("Uruguayan President Pablo Silva touched down in Asunción on Monday morning.", "URY", "PRY"),
    ("Guinea's head of state journeyed to Beijing.", "GIN", "CHN"),
    ("The Peruvian leader reached La Paz on Thursday.", "PER", "BOL"),
    ("Dominican Foreign Minister Luis Soto crossed into Haiti for talks.", "DOM", "HTI"),
    ("Japan's Emperor and Empress departed for Mongolia on a week-long state visit.", "JPN", "MNG"),
    ("On his arrival in Dushanbe, Pakistani Prime Minister Imran Qureshi was received.", "PAK", "TJK"),
    ("Saudi Crown Prince Faisal arrived in Greece.", "SAU", "GRC"),
    ("The Moldovan speaker travelled to Kyiv.", "MDA", "UKR"),
    # several destinations
    ("Canadian Prime Minister John Carter travelled to Latvia on Monday and to Poland on Wednesday.", "CAN", "POL"),
    ("Brazilian President Paulo Costa flew to Buenos Aires and then on to Montevideo.", "BRA", "URY"),
    ("From Peru the Finnish president continued to Chile.", "FIN", "CHL"),
    # sent, brought, hosted
    ("Australia dispatched its foreign minister to Dili.", "AUS", "TLS"),
    ("The Cameroonian minister was sent to N'Djamena with a message.", "CMR", "TCD"),
    ("Kenya's trade secretary is leading a delegation in South Africa.", "KEN", "ZAF"),
    ("El Salvador's vice president attended the inauguration in San José, Costa Rica.", "SLV", "CRI"),
    # headlines and asides without a verb of going
    ("Solomon Islands prime minister wraps up Australia visit", "SLB", "AUS"),
    ("Sri Lankan president's India visit: key outcomes", "LKA", "IND"),
    ("Vanuatu PM in Beijing for talks on port", "VUT", "CHN"),
    ("Fiji PM arrives in India", "FJI", "IND"),
    ("Liberian President George Kollie, currently in Paris, met investors.", "LBR", "FRA"),
    ("While in The Gambia, Turkish Vice President Murat Demir saw a school.", "TUR", "GMB"),
    # offices with a portfolio before their country
    ("October 2019: the Minister of Trade and Industry of Panama travels to Doha.", "PAN", "QAT"),
    ("2013 - the Minister for Foreign Affairs of Chile visits Ghana.", "CHL", "GHA"),
]  # fmt: skip

TOGETHER = [
    ("meeting", "Portuguese and Spanish leaders sat down in Évora to discuss water.", "PRT ESP"),
    ("meeting", "The defence ministers of Colombia and Ecuador convened in Tulcán.", "COL ECU"),
    ("meeting", "Leaders of Serbia and Kosovo came together in Brussels.", "SRB XKX"),
    ("meeting", "Lebanese and Cypriot delegations negotiated over the border.", "LBN CYP"),
    ("meeting", "Ministers from Argentina and Uruguay reviewed the bridge project.", "ARG URY"),
    ("meeting", "Ukrainian and US negotiators wrapped up two days of talks in Geneva.", "UKR USA"),
    ("meeting", "The presidents of Serbia and Hungary saw each other in Subotica.", "SRB HUN"),
    ("meeting", "At a joint press conference with his Turkish counterpart, the Dutch premier praised it.", "NLD TUR"),
    ("call", "Mexico's president and Canada's prime minister discussed tariffs in a call on Friday.", "MEX CAN"),
    ("call", "Qatari and Iranian foreign ministers discuss tensions over phone", "QAT IRN"),
    ("call", "South Korea's trade minister held video talks with his Vietnamese counterpart.", "KOR VNM"),
    ("call", "By telephone, Swedish Foreign Minister Karin Berg discussed it with her Turkish counterpart.", "SWE TUR"),
    ("call", "Australian Prime Minister Kate Moore rang Indonesian President Budi Santoso on Wednesday.", "AUS IDN"),
    ("session", "The joint economic committee of the UAE and South Korea sat in Abu Dhabi on Monday.", "ARE KOR"),
    ("session", "The fourth Sri Lanka-Maldives Joint Commission concluded in Malé.", "LKA MDV"),
    ("session", "The United States and Kenya held their Bilateral Strategic Dialogue in Washington.", "USA KEN"),
    ("forum", "The Thailand-Laos trade fair kicked off in Vientiane.", "THA LAO"),
    ("forum", "Luanda was the venue of the Russia-Angola business forum.", "RUS AGO"),
    ("forum", "The two presidents addressed the Turkish-Serbian business forum.", "TUR SRB"),
]  # fmt: skip

NO_CONTACTS = [
    "The Polish firm was in Vietnam for years.",
    "The Polish foreign minister is in favour of Vietnam's plan.",
    "The Finnish president continued to support schools in Chile.",
    "Kenyan tea was sent to Chad.",
    "Peru's premier opted not to travel to Chile.",
    "A Danish ship reached Ghana.",
    "The Kenyan president called the Ghanaian president a friend.",
    "A native Danish speaker lives in Ghana.",
    "After the arrival of wheat in Dushanbe, Tajikistan, Pakistan lifted the ban.",
    "Peruvian tax officials in Lima and Chile's bank disagree",
]


def _contacts(text: str) -> list[tuple[str, tuple[str, ...], tuple[str, ...]]]:
    document = Document("d", text, title=None, date="2025-06-21")
    found = load_reader().read(document)
    return [(s.mode, s.actor, s.recipient) for s in found if s.kind == "contact"]


@pytest.mark.parametrize(("text", "guest", "host"), VISITS)
def test_visit_is_told_by_where_somebody_goes_or_is(text: str, guest: str, host: str) -> None:
    assert ("visit", (guest,), (host,)) in _contacts(text)


@pytest.mark.parametrize(("mode", "text", "parties"), TOGETHER)
def test_parties_meet_call_and_sit(mode: str, text: str, parties: str) -> None:
    assert [m for m, actor, _ in _contacts(text) if set(actor) == set(parties.split())][:1] == [mode]


@pytest.mark.parametrize("text", NO_CONTACTS)
def test_no_contact_is_told(text: str) -> None:
    assert _contacts(text) == []


def test_destination_named_before_the_visit_is_no_visitor() -> None:
    assert _contacts("Hungarian president begins Vietnam visit") == [("visit", ("HUN",), ("VNM",))]


TOLD_BESIDES = [
    ("call", "German Chancellor Otto Braun and Indian Prime Minister Raj Kapoor agreed by telephone to meet often.", "DEU IND"),
    ("call", "New Zealand's prime minister took a call from her Australian counterpart.", "NZL AUS"),
    ("call", "France's president told his Iranian counterpart in a phone call that talks must resume.", "FRA IRN"),
    ("visit", "The Grand Duke of Luxembourg will make a working visit to Rwanda.", "LUX RWA"),
    ("visit", "The Beninese head of state has just returned from Paris.", "BEN FRA"),
    ("visit", "In the course of her visit to Senegal, Swiss Federal Councillor Anna Keller saw a school.", "CHE SEN"),
    ("forum", "On the sidelines of the visit a Belarus-Zimbabwe business forum was held in Harare.", "BLR ZWE"),
]  # fmt: skip


@pytest.mark.parametrize(("mode", "text", "parties"), TOLD_BESIDES)
def test_contact_is_told_beside_another_act(mode: str, text: str, parties: str) -> None:
    assert mode in [m for m, actor, host in _contacts(text) if {*actor, *host} == set(parties.split())]
