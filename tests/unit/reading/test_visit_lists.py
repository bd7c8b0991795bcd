"""Lists of visits under a heading that says whence and whither."""

from dragoman.model.documents import Document
from dragoman.reading.reader import load_reader

_LIST = """Togo–Peru relations

Visits from Togo to Peru:

- President A. Mensah (1997)
- Minister for Foreign Affairs Kofi Ato (May 2011)

From Peru to Togo

• Prime Minister Ana Rojas (2003)

The two countries trade little. President A. Mensah wrote a book (1999).
"""


def test_each_entry_of_a_list_is_a_visit_from_the_first_to_the_second() -> None:
    read = load_reader().read(Document("a", _LIST, title="Togo–Peru relations"))
    visits = [(s.actor, s.recipient, s.date) for s in read if s.mode == "visit"]
    assert visits == [
        (("TGO",), ("PER",), "1997"),
        (("TGO",), ("PER",), "2011-05"),
        (("PER",), ("TGO",), "2003"),
    ]
    assert all(s.people for s in read if s.mode == "visit")


def test_a_list_of_goods_from_one_to_the_other_is_no_list_of_visits() -> None:
    text = "Exports from Togo to Peru:\n\n- Phosphates (1997)\n- Cocoa of the president's farm, 1998\n"
    read = load_reader().read(Document("a", text, title="Togo–Peru trade"))
    assert [s for s in read if s.mode == "visit"] == []


def test_visitors_with_times_in_brackets_paid_a_visit_each() -> None:
    text = "Two Togolese presidents have paid visits to Peru, President Kofi Ato (1990) and President Ama Edo (1998)."
    read = load_reader().read(Document("a", text, title="Togo–Peru relations"))
    visits = sorted((s.actor, s.recipient, s.date, s.people[0].name) for s in read if s.mode == "visit")
    assert visits == [
        (("TGO",), ("PER",), "1990", "Kofi Ato"),
        (("TGO",), ("PER",), "1998", "Ama Edo"),
    ]
