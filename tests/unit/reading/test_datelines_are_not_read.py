"""Where and when a text was filed is not what it says: a dateline changes no statement."""

from typing import Any

import pytest

from dragoman.model.documents import Document
from dragoman.reading.reader import load_reader

_BODY = (
    "Ghana opened an embassy in Nicosia on 14 July 2025. President Mahama met President Christodoulides"
    " on Monday and the two countries signed a memorandum."
)
_DATELINES = (
    "NICOSIA, July 15, 2025 – ",
    "Nicosia, 15 July 2025 — ",
    "NICOSIA (Reuters) - ",
    "NICOSIA, July 15 (Xinhua) -- ",
    "Nicosia, Cyprus, July 15, 2025 – ",
    "NICOSIA, Cyprus (AP) — ",
    "NICOSIA. July 15. KAZINFORM – ",
    "(MENAFN) NICOSIA: ",
    "NICOSIA, 15.07.2025 (CNA) - ",
    "July 15, 2025, Nicosia. ",
    "15 July 2025, Nicosia – ",
    "NICOSIA, July 15 /TASS/. ",
    "NICOSIA, 15th July, 2025 (WAM) -- ",
    "Nicosia, Jul 15 (PTI) ",
    "NICOSIA — July 15, 2025 — ",
    "ACCRA – ",
    "Accra, Ghana — ",
)


def _told(text: str) -> list[tuple[Any, ...]]:
    document = Document("x", text, title="An embassy", date="2025-07-15")
    return [
        (s.kind, s.mode, s.actor, s.recipient, s.date, s.status, s.evidence.text)
        for s in load_reader().read(document)
    ]


@pytest.mark.parametrize("dateline", _DATELINES)
def test_a_dateline_changes_no_statement(dateline: str) -> None:
    plain = _told(_BODY)
    assert ("tie", "embassy", ("GHA",), ("CYP",), "2025-07-14") in [t[:5] for t in plain]
    assert _told(dateline + _BODY) == plain


def test_a_country_s_name_before_a_dash_is_no_dateline() -> None:
    told = _told(
        "UAE - Kenya trade rose to $80 million in 2024, the ministry said in a note on its partners."
    )
    assert [(t[0], set(t[2])) for t in told] == [("figure", {"ARE", "KEN"})]
