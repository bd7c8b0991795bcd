"""Posts and agreements that a page on two countries names line by line, without a verb."""

from __future__ import annotations

from dragoman.model.documents import Document
from dragoman.reading import load_reader

_PAGE = """Chile and Australia are friends.

Chile's posts in Australia

- Embassy in Canberra
- Consulates-General in Sydney and Melbourne

Australian posts in Chile

Embassy: Santiago
Press office in Canberra
Embassy staff in Canberra went on strike.

Bilateral agreements

- Double taxation agreement
- Memorandum of understanding on mining
Trade

The firms spoke of an agreement on fish.
"""


def test_posts_and_agreements_on_lines_are_of_the_two() -> None:
    document = Document("a", _PAGE, title="Chile country brief", date="2031-07-15")
    told = [(s.mode, ",".join(s.actor), ",".join(s.recipient)) for s in load_reader().read(document)]
    assert told == [
        ("embassy", "CHL", "AUS"),
        ("consulate", "CHL", "AUS"),
        ("embassy", "AUS", "CHL"),
        ("agreement", "CHL,AUS", ""),
        ("memorandum", "CHL,AUS", ""),
    ]


def test_a_page_on_nobody_in_particular_has_no_such_lines() -> None:
    text = "Chile, Peru and Australia met.\n\nAgreements\n\n- Fish agreement\n- Embassy in Canberra\n"
    assert [s.mode for s in load_reader().read(Document("a", text)) if s.kind != "contact"] == []
