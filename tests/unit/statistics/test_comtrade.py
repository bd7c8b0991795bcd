"""The client of UN Comtrade against recorded answers: limits, retries, resuming, keys."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from pathlib import Path

import pytest

from dragoman.errors import UsageError
from dragoman.statistics.answers import Answers, Asker
from dragoman.statistics.comtrade import Comtrade
from dragoman.statistics.requests import Query, parse_periods
from tests.unit.statistics.service import Reply, Service, recorded, serving

PAIR = Query(("KAZ",), ("BGR",), ("2023",))
BOTH = {
    "reporterCode=398": [Reply(recorded("comtrade_398_100.json"))],
    "reporterCode=100": [Reply(recorded("comtrade_100_398.json"))],
}


class Clock:
    """Time that passes only while somebody waits."""

    def __init__(self) -> None:
        self.now = 0.0
        self.pauses: list[float] = []

    def pause(self, seconds: float) -> None:
        self.pauses.append(round(seconds, 3))
        self.now += seconds

    def time(self) -> float:
        return self.now


def _asker(folder: Path, clock: Clock, *, attempts: int = 4, refresh: bool = False) -> Asker:
    answers = Answers(folder, today=lambda: "2025-07-01")
    return Asker(answers, 1.0, attempts, refresh, pause=clock.pause, clock=clock.time)


def _client(
    service: Service, folder: Path, clock: Clock | None = None, *, key: str = "", attempts: int = 4
) -> Comtrade:
    return Comtrade(_asker(folder, clock or Clock(), attempts=attempts), key=key, base=service.url)


def _replies() -> dict[str, list[Reply]]:
    return {part: list(replies) for part, replies in BOTH.items()}


def test_both_sides_of_a_pair_are_asked_for(tmp_path: Path) -> None:
    with serving(_replies()) as service:
        fetched = _client(service, tmp_path).fetch(PAIR)
    found = {(o.series.reporter, o.series.indicator): o for o in fetched.loaded.observations}
    assert set(found) == {("KAZ", "exports"), ("KAZ", "imports"), ("BGR", "imports")}
    assert all(o.source == "UN Comtrade" and o.as_of == "2025-07-01" for o in found.values())
    path = service.asked[0][0]
    assert path.startswith(
        "/public/v1/preview/C/A/HS?reporterCode=398&partnerCode=100&period=2023&flowCode=X,M"
    )
    assert "partner2Code=0" in path and "motCode=0" in path and "customsCode=C00" in path
    assert "dragoman/" in service.asked[0][1]["User-Agent"]


def test_a_key_goes_into_a_header_and_nowhere_else(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COMTRADE_KEY", "secret-key")
    with serving({"reporterCode=398": [Reply(status=403)]}) as service:
        client = Comtrade(_asker(tmp_path, Clock()), base=service.url)
        fetched = client.fetch(PAIR)
    path, headers = service.asked[0]
    assert path.startswith("/data/v1/get/C/A/HS?") and headers["Ocp-Apim-Subscription-Key"] == "secret-key"
    assert "secret-key" not in path and "secret-key" not in str(fetched.refusals[0])
    assert "key is missing, wrong or used up" in str(fetched.refusals[0])
    with serving(_replies()) as service:
        Comtrade(_asker(tmp_path, Clock()), base=service.url).fetch(PAIR)
    assert not any("secret-key" in f.read_text(encoding="utf-8") for f in tmp_path.rglob("*.json"))


def test_requests_keep_their_distance(tmp_path: Path) -> None:
    clock = Clock()
    with serving(_replies()) as service:
        _client(service, tmp_path, clock).fetch(PAIR)
    assert clock.pauses == [1.0]


def test_refusals_are_waited_out_longer_each_time(tmp_path: Path) -> None:
    clock = Clock()
    replies = _replies()
    replies["reporterCode=398"] = [
        Reply(status=503),
        Reply(status=500),
        Reply(recorded("comtrade_398_100.json")),
    ]
    with serving(replies) as service:
        fetched = _client(service, tmp_path, clock).fetch(PAIR)
    assert not fetched.refusals and len(fetched.loaded.observations) == 3
    assert clock.pauses == [1.0, 2.0, 1.0]


def test_the_service_says_how_long_to_wait(tmp_path: Path) -> None:
    clock = Clock()
    later = format_datetime(datetime.now(UTC) + timedelta(seconds=90), usegmt=True)
    replies = _replies()
    replies["reporterCode=398"] = [
        Reply(status=429, headers={"Retry-After": "7"}),
        Reply(status=429, headers={"Retry-After": later}),
        Reply(recorded("comtrade_398_100.json")),
    ]
    with serving(replies) as service:
        _client(service, tmp_path, clock).fetch(PAIR)
    assert clock.pauses[0] == 7.0 and 60 < clock.pauses[1] <= 90


def test_a_refused_run_goes_on_where_it_stopped(tmp_path: Path) -> None:
    replies = _replies()
    replies["reporterCode=100"] = [Reply(status=429), Reply(status=429), *BOTH["reporterCode=100"]]
    with serving(replies) as service:
        first = _client(service, tmp_path, attempts=2).fetch(PAIR)
        (refusal,) = first.refusals
        assert "reporterCode=100" in str(refusal) and "429" in str(refusal) and str(tmp_path) in str(refusal)
        assert len(first.loaded.observations) == 2 and len(service.asked) == 3
        second = _client(service, tmp_path).fetch(PAIR)
        assert len(second.loaded.observations) == 3 and len(service.asked) == 4


def test_what_is_kept_is_asked_for_again_only_where_wanted(tmp_path: Path) -> None:
    with serving(_replies()) as service:
        _client(service, tmp_path).fetch(PAIR)
        _client(service, tmp_path).fetch(PAIR)
        assert len(service.asked) == 2
        Comtrade(_asker(tmp_path, Clock(), refresh=True), key="", base=service.url).fetch(PAIR)
        assert len(service.asked) == 4


def test_an_answer_that_is_an_error_is_not_kept(tmp_path: Path) -> None:
    bad = Reply('{"data": [], "error": "Quota exceeded"}')
    with serving({"reporterCode=398": [bad]}) as service:
        fetched = _client(service, tmp_path, attempts=1).fetch(PAIR)
    assert "Quota exceeded" in str(fetched.refusals[0])
    assert not list(tmp_path.iterdir())


def test_nobody_listening_is_a_refusal(tmp_path: Path) -> None:
    client = Comtrade(_asker(tmp_path, Clock(), attempts=2), key="", base="http://127.0.0.1:9")
    (refusal,) = client.fetch(PAIR).refusals
    assert "no answer" in str(refusal) and "run the same command again" in str(refusal)


def test_periods_go_twelve_at_a_time_and_months_as_months(tmp_path: Path) -> None:
    empty = Reply('{"data": [], "error": ""}')
    query = Query(("KAZ",), (None,), parse_periods("2023-01/2024-02"))
    with serving({"/": [empty]}) as service:
        fetched = _client(service, tmp_path).fetch(query)
    first, second = (path for path, _ in service.asked)
    assert "/C/M/HS?" in first and "partnerCode=0&" in first
    assert "period=202301,202302" in first and "period=202401,202402&" in second
    assert any("no records" in note for note in fetched.loaded.notes)


def test_an_answer_cut_off_is_asked_for_in_halves(tmp_path: Path) -> None:
    one = json.loads(recorded("comtrade_100_398.json"))["data"][0]
    full = Reply(json.dumps({"data": [one] * 500, "error": ""}))
    replies = {
        "period=2022,2023": [full],
        "period=2022": [Reply('{"data": [], "error": ""}')],
        "period=2023": [Reply(recorded("comtrade_100_398.json"))],
    }
    query = Query(("BGR",), ("KAZ",), ("2022", "2023"), mirror=False)
    with serving(replies) as service:
        fetched = _client(service, tmp_path).fetch(query)
    assert len(service.asked) == 3 and len(fetched.loaded.observations) == 1
    with serving({"/": [full]}) as service:
        fetched = _client(service, tmp_path / "b").fetch(Query(("BGR",), ("KAZ",), ("2023",), mirror=False))
    assert "cut off at 500" in str(fetched.loaded.problems[0]) and "COMTRADE_KEY" in str(
        fetched.loaded.problems[0]
    )


def test_a_damaged_file_of_the_folder_is_asked_for_again(tmp_path: Path) -> None:
    with serving(_replies()) as service:
        _client(service, tmp_path).fetch(PAIR)
        for file in tmp_path.iterdir():
            file.write_text("{", encoding="utf-8")
        assert len(_client(service, tmp_path).fetch(PAIR).loaded.observations) == 3
        assert len(service.asked) == 4


@pytest.mark.parametrize(
    "text", ["", "24", "2024/2020", "2024-13", "2024-01/2025", "2024,2024-01", "2024/..", "1/2/3"]
)
def test_periods_that_make_no_sense_are_refused(text: str) -> None:
    with pytest.raises(UsageError):
        parse_periods(text)
