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


def test_papers_listed_behind_who_signed_are_theirs() -> None:
    text = (
        "Togo and Benin signed a border treaty on 3 May 2031.\n\nApart from the pact, the parties also signed:\n\n"
        "- a Protocol between the customs services of Togo and Benin;\n\n- a Cooperation Programme for 2031-2033;\n\n"
        "- a Memorandum on sheep between the Farm Office of Togo and the Veterinary Service of Benin.\n"
    )
    document = Document("a", text, title="Togo and Benin sign border treaty", date="2031-05-03")
    told = [(s.mode, s.date) for s in load_reader().read(document) if s.kind == "instrument"]
    assert told == [
        ("treaty", "2031-05-03"), ("protocol", "2031-05-03"), ("roadmap", "2031-05-03"), ("memorandum", "2031-05-03"),
    ]  # fmt: skip


def test_a_mediator_signs_nothing() -> None:
    for way in ("With Norway as mediator", "With Norway as a witness", "With Norwegian help"):
        document = Document("a", f"{way}, Togo and Benin signed an agreement on wells in 2011.")
        assert {s.actor for s in load_reader().read(document)} == {("TGO", "BEN")}


def test_the_two_act_behind_an_adverb() -> None:
    document = Document("a", "Togo and Benin quarrelled in 2028. The two then severed diplomatic relations.")
    assert [(s.actor, s.status) for s in load_reader().read(document)] == [(("TGO", "BEN"), "ended")]


def test_what_is_yet_to_come_or_is_of_neither_is_denied() -> None:
    for text in ("Togo has yet to open an embassy in Fiji.", "Neither Togo nor Benin recognises Kosovo."):
        assert {s.status for s in load_reader().read(Document("a", text))} == {"denied"}


def test_who_is_only_present_signs_nothing() -> None:
    text = "In the presence of the president of Mali, Togo and Benin signed a trade agreement."
    assert {s.actor for s in load_reader().read(Document("a", text))} == {("TGO", "BEN")}


def test_a_consulate_in_a_region_is_in_its_state() -> None:
    text = "Chad runs a consulate-general in Macau besides its embassy in Beijing."
    told = {(s.mode, s.recipient) for s in load_reader().read(Document("a", text))}
    assert told == {("embassy", ("CHN",)), ("consulate", ("CHN",))}
