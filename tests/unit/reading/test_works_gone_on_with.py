"""What later sentences tell of works: when they are due, who does and pays for them, what their money and output go to."""

from __future__ import annotations

import pytest

from dragoman.model.documents import Document
from dragoman.reading.reader import load_reader


def _read(text: str, title: str = "") -> set[str]:
    """The projects of a text as lines."""
    document = Document("d", text, title=title, date="2024-05-10")
    return {
        f"{s.mode} {'+'.join(sorted(s.actor))}>{'+'.join(sorted(s.recipient))} {s.status} {s.date}"
        for s in load_reader().read(document)
        if s.kind == "project"
    }


_DAM = "An Austrian firm is building a dam in Bhutan."


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ("The project is slated for completion in 2027.", "planned 2027"),
        ("Completion of the dam is expected in 2027.", "planned 2027"),
        ("Its commercial operation is scheduled for 2027.", "planned 2027"),
        ("The dam is set to start operating in 2027.", "planned 2027"),
        ("The dam is to enter service in 2027.", "planned 2027"),
        ("If all goes well, it will be finished in 2027.", "planned 2027"),
        ("Once completed in 2027, it will serve two valleys.", "planned 2027"),
        ("It will be the highest of its kind when it opens in 2027.", "planned 2027"),
        ("The work has been delayed twice and is now to be completed in 2027.", "planned 2027"),
        ("The works are to be carried out between 2025 and 2028.", "planned 2025/2028"),
        ("Preparatory work will begin in June 2025.", "planned 2025-06"),
        ("Work on the project is under way.", "actual None"),
        ("The project is nearing completion.", "actual None"),
        ("The project was halted in 2019.", "ended 2019"),
        ("Ground was broken in May 2019.", "actual 2019-05"),
        ("The foundation stone was laid in May 2019.", "actual 2019-05"),
        ("Since construction began in 2020, a third has been built.", "actual 2020"),
    ],
)
def test_a_work_told_before_is_due_goes_on_or_stops(told: str, expected: str) -> None:
    assert f"construction AUT>BTN {expected}" in _read(f"{_DAM} {told}")


def test_another_work_is_none_told_before() -> None:
    assert _read(f"{_DAM} Another dam will be completed in 2027.") == _read(_DAM)


@pytest.mark.parametrize(
    "told", ["The facility will be expanded in 2030.", "Its capacity is to be raised in 2030."]
)
def test_a_work_told_before_is_renewed(told: str) -> None:
    assert "modernisation AUT>BTN planned 2030" in _read(f"{_DAM} {told}")


def test_what_is_done_to_a_work_does_not_change_what_it_is() -> None:
    read = _read(f"{_DAM} Its capacity is to be raised in 2030. The dam will be opened in 2027.")
    assert "construction AUT>BTN planned 2027" in read


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ("The project is being implemented by Korea's Hanjin.", "actual None"),
        ("It will be designed and built by a Korean firm.", "planned None"),
        ("The work is being done by a Korean contractor.", "actual None"),
        ("A Korean firm is carrying out the work.", "actual None"),
        ("Korean firms are taking part in the project.", "actual None"),
        ("The main contractor is a Korean company.", "actual None"),
        ("Korea is financing the project.", "actual None"),
        ("Korea will finance 85 percent of the cost.", "planned None"),
        ("The project is financed with a loan from Korea's Exim Bank.", "actual None"),
        ("Funding comes from Korea.", "actual None"),
        ("A Korean firm won the contract in 2019.", "planned 2019"),
        ("The contract was awarded to Korea's Hanjin.", "planned None"),
        ("Korea's Hanjin is interested in building it.", "proposed None"),
    ],
)
@pytest.mark.parametrize(
    "before", ["Gambia opened an airport in Banjul on Monday.", "A Polish firm planned an airport in Gambia."]
)
def test_who_takes_part_in_works_told_before(before: str, told: str, expected: str) -> None:
    assert f"construction KOR>GMB {expected}" in _read(f"{before} {told}")


@pytest.mark.parametrize(
    "told",
    [
        "Korea welcomed the project.",
        "Korea's ambassador visited the project.",
        "The project was criticised by Korea.",
        "The project was discussed with Korea.",
        "Korea has completed the work of its own commission.",
        "The project has cost a credit financed by Korea.",
    ],
)
def test_who_only_speaks_of_works_takes_no_part(told: str) -> None:
    assert not any("KOR" in line for line in _read(f"Gambia opened an airport in Banjul on Monday. {told}"))


def test_who_pays_for_a_work_does_not_go_on_with_it() -> None:
    read = _read(f"{_DAM} The project is financed by Kuwait. Construction began in 2021.")
    assert "construction AUT>BTN actual 2021" in read


def test_a_line_between_two_is_built_for_both() -> None:
    read = _read(
        "Fiji and Tonga will build a cable between Suva and Nukualofa. The project is financed by Japan."
    )
    assert {"construction FJI+TON> planned None", "construction JPN>FJI+TON actual None"} <= read


@pytest.mark.parametrize(
    ("told", "mode"),
    [
        ("The money will be used to build a road.", "construction"),
        ("The funds are earmarked for renovating a bridge.", "modernisation"),
        ("The loan will be spent on upgrading the national road.", "modernisation"),
        ("The loan is intended for the construction of a dam.", "construction"),
        ("The credit is to pay for a new terminal.", "construction"),
        ("With the money, a bridge will be built over the river.", "construction"),
        ("Of this amount, $3 million will be used to build a school.", "construction"),
    ],
)
def test_money_told_before_is_put_to_works(told: str, mode: str) -> None:
    assert f"{mode} NOR>LSO planned None" in _read(f"Norway will lend Lesotho $40 million. {told}")


@pytest.mark.parametrize(
    "told", ["The loan will support reforms.", "The money will be used to buy medicine."]
)
def test_money_for_other_ends_builds_nothing(told: str) -> None:
    assert not _read(f"Norway will lend Lesotho $40 million. {told}")


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ("Part of the output will be exported to Kenya.", "supply BTN>KEN planned"),
        ("Ninety percent of the power will be sold to Kenya.", "supply BTN>KEN planned"),
        ("Its entire output is sold to Kenya.", "supply BTN>KEN actual"),
        ("The plant will export power to Kenya.", "supply BTN>KEN planned"),
        ("The output is intended for export to Kenya.", "supply BTN>KEN planned"),
        ("The turbines come from Sweden.", "supply SWE>BTN actual"),
        ("The pipes will be imported from Sweden.", "supply SWE>BTN planned"),
    ],
)
def test_output_goes_from_where_the_work_lies(told: str, expected: str) -> None:
    read = _read(f"{_DAM} {told}")
    assert f"{expected} None" in read
    assert not any(line.startswith("supply AUT") for line in read)


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ("Under the contract, the company will build a terminal.", "construction IND>MUS planned None"),
        ("The contractor is to deepen the channel.", "modernisation IND>MUS planned None"),
        ("The contract includes the construction of two berths.", "construction IND>MUS planned None"),
        ("The contract provides for the modernisation of two quays.", "modernisation IND>MUS planned None"),
        ("The project includes a new terminal.", "construction IND>MUS planned None"),
        ("The project calls for building a railway.", "construction IND>MUS planned None"),
    ],
)
def test_what_a_contract_told_before_includes(told: str, expected: str) -> None:
    assert expected in _read(f"India's Afcons signed a contract to expand a port in Mauritius. {told}")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Fiji and Tonga put the cable into operation in 2019.", "construction FJI+TON> actual 2019"),
        ("France's Vinci will design, build and operate an airport in Fiji.", "construction FRA>FJI planned None"),
        ("Denmark's Skanor will build and maintain a line in Ghana.", "construction DNK>GHA planned None"),
        ("Malawi has signed a deal with Norway's Skanor for a wind farm.", "construction NOR>MWI planned None"),
        ("Malawi has awarded a Norwegian firm the contract for a dam.", "construction NOR>MWI planned None"),
        ("Malawi's port was leased to a Norwegian firm, which will expand it.", "modernisation NOR>MWI planned None"),
        ("Work has begun on a bridge that will link Fiji and Tonga.", "construction FJI+TON> actual None"),
        ("Construction of the railway linking Chad with Niger began in 2022.", "construction NER+TCD> actual 2022"),
        ("Norway's Skanor won a road contract in Malawi.", "construction NOR>MWI planned None"),
        ("Gas from Malawi flows to Zambia.", "supply MWI>ZMB actual None"),
        ("A Swiss firm bought a power plant in Malawi and plans to modernise it.", "modernisation CHE>MWI planned None"),
        ("The cable will allow Fiji and Tonga to exchange electricity.", "supply FJI+TON> planned None"),
        ("Norway provided $20 million to finance a bridge in Malawi.", "construction NOR>MWI actual None"),
        ("Eighty percent of the output of a plant in Malawi is sold to Zambia.", "supply MWI>ZMB actual None"),
        ("The capacity of the line between Fiji and Tonga will be doubled by 2030.", "modernisation FJI+TON> planned 2030"),
        ("Fiji and Tonga agreed to build a cable between Suva and Nukualofa.", "construction FJI+TON> planned None"),
    ],
)  # fmt: skip
def test_works_told_in_one_sentence(text: str, expected: str) -> None:
    assert expected in _read(text)


def test_a_state_that_builds_with_nobody_named_builds_at_home() -> None:
    read = _read(
        "Ghana is building a dam on the Volta. The turbines arrived in May. Norway supports the project with a grant."
    )
    assert read == {"construction NOR>GHA actual None"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Fiji and Tonga are laying a cable. The material will be imported from Tonga.", "supply TON>FJI planned None"),
        ("Fiji is building a mill. The ADB will support the project with a loan.", "construction ADB>FJI planned None"),
    ],
)  # fmt: skip
def test_what_comes_from_or_through_one_of_those_told(text: str, expected: str) -> None:
    assert expected in _read(text)


def test_a_line_within_one_country_is_of_no_two() -> None:
    text = (
        "Peru's Gryf will build a railway in Tanzania. Construction is under way between Dodoma and Tabora."
    )
    assert not any("actual" in line for line in _read(text))


def test_to_start_next_month_is_a_verb_with_its_time() -> None:
    assert "construction AUT>BTN planned 2024-06" in _read(
        f"{_DAM} Construction is expected to start next month."
    )


def test_a_work_between_two_links_both() -> None:
    read = _read("Fiji and Tonga will lay a cable from Suva to Nukualofa. It will link the two networks.")
    assert "integration FJI+TON> planned None" in read
    assert not any(line.startswith("integration") for line in _read(f"{_DAM} It will link the two valleys."))


def test_a_firm_that_sells_a_work_does_not_renew_it() -> None:
    text = "Kenya took over the port from a Danish firm and will expand it."
    assert not any(line.startswith("modernisation") for line in _read(text))


def test_work_on_renewing_a_line_builds_none() -> None:
    read = _read("Work has begun on the modernisation of a railway that links Chad with Niger.")
    assert not any(line.startswith("construction") for line in read)


def test_a_work_only_supposed_is_not_told_on() -> None:
    assert _read(f"{_DAM} If the project is completed by 2027, it will serve two valleys.") == _read(_DAM)
