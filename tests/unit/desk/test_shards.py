"""Reading shards: resumed, refused, given up, and the same bytes from every engine."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from dragoman.desk.ingest import ReadOptions, read
from dragoman.desk.shards import MANIFEST, Row, ShardOptions, read_shards
from dragoman.documents import Limits
from dragoman.errors import InputError, NotWritten, UsageError
from dragoman.output.statements import json_line
from dragoman.runner import ENGINES, Engine, engine
from tests.fakes.files import warc, write_parquet
from tests.fakes.reader import load, load_hanging, load_slowly

OPTIONS = ShardOptions(ReadOptions(load=load), seconds=30)


@pytest.fixture(scope="module")
def local() -> Iterator[Engine]:
    with engine("local", 2) as opened:
        yield opened


@pytest.fixture
def inputs(tmp_path: Path) -> Path:
    folder = tmp_path / "in"
    (folder / "deep").mkdir(parents=True)
    for n in range(3):
        rows = [
            {"id": f"p{n}-{m}", "text": f"Row {n} {m}. The embassy got ${m}.5 million."} for m in range(20)
        ]
        write_parquet(folder / f"{n}.parquet", [*rows, {"id": "none", "text": ""}] if n == 1 else rows)
    page = (
        "<html><body><article><p>"
        + "The embassy of the state got $7 million in 2024. " * 5
        + "</p></article></body></html>"
    )
    (folder / "deep" / "w.warc.gz").write_bytes(warc({"https://a.example/1": page.encode()}, gzip=True))
    (folder / "lines.jsonl").write_text(
        '{"id": "l", "text": "An embassy."}\n{broken\n{"id": "c", "text": "CRASH"}\n'
    )
    return folder


def run(inputs: Path, out: Path, by: Engine, options: ShardOptions = OPTIONS) -> dict[str, Row]:
    return {row.shard: row for row in read_shards([str(inputs)], str(out), by, options)}


def raise_for(rows: list[Row]) -> None:
    """The first fault of rows, as the run would raise it of its manifest."""
    for row in rows:
        if row.status == "failed":
            raise NotWritten(row.why)


def content(folder: Path) -> dict[str, bytes]:
    return {p.name: p.read_bytes() for p in sorted(folder.iterdir())}


def test_each_shard_becomes_the_statements_that_reading_it_gives(
    inputs: Path, tmp_path: Path, local: Engine
) -> None:
    rows = run(inputs, tmp_path / "out", local)
    assert sorted(rows) == ["0.parquet", "1.parquet", "2.parquet", "deep__w.warc.gz", "lines.jsonl"]
    for shard, row in rows.items():
        results = list(read([inputs / shard.replace("__", "/")], OPTIONS.reading))
        told = b"".join(
            json_line(s) for r in results if not isinstance(r, InputError) for s in r.statements or ()
        )
        assert (tmp_path / "out" / str(row.output)).read_bytes() == told
        assert row.rejected == sum(isinstance(r, InputError) for r in results)
        assert row.documents == len(results) - row.rejected
    assert rows["0.parquet"].statements == 40
    assert rows["deep__w.warc.gz"].statements > 0
    manifest = [json.loads(line) for line in (tmp_path / "out" / MANIFEST).read_bytes().splitlines()]
    assert [row["shard"] for row in manifest] == sorted(rows)


def test_bad_documents_go_to_the_rejects_with_their_reason(
    inputs: Path, tmp_path: Path, local: Engine
) -> None:
    rows = run(inputs, tmp_path / "out", local)
    lines = [
        json.loads(line)
        for line in (tmp_path / "out" / "lines.jsonl.rejects.jsonl").read_bytes().splitlines()
    ]
    assert [line["where"] for line in lines] == ["lines.jsonl", "lines.jsonl#3"]
    assert "ZeroDivisionError" in lines[1]["what"]
    assert all(line["code"] and line["remedy"] for line in lines)
    assert (rows["lines.jsonl"].rejected, rows["lines.jsonl"].documents) == (2, 1)
    assert str(tmp_path) not in (tmp_path / "out" / "lines.jsonl.rejects.jsonl").read_text()


@pytest.mark.parametrize("format", ["jsonl", "parquet"])
def test_bytes_do_not_depend_on_the_engine_or_the_number_of_workers(
    inputs: Path, tmp_path: Path, format: str
) -> None:
    pytest.importorskip("distributed", reason="dask.distributed is not installed (extra cluster)")
    options = ShardOptions(ReadOptions(load=load), format, 30)
    outs = []
    for name, workers in [("local", 1), ("local", 3), *((e, 2) for e in ENGINES if e != "local")]:
        out = tmp_path / f"{name}{workers}"
        with engine(name, workers) as opened:
            run(inputs, out, opened, options)
        outs.append(content(out))
    assert outs[0] == outs[1] == outs[2]
    assert len(outs[0]) == 18


def test_what_is_done_is_passed_over_and_what_changed_is_read_again(
    inputs: Path, tmp_path: Path, local: Engine
) -> None:
    out = tmp_path / "out"
    run(inputs, out, local)
    before = content(out)
    stamps = {p: p.stat().st_mtime_ns for p in out.iterdir() if p.name != MANIFEST}
    again = run(inputs, out, local)
    assert all(row.again for row in again.values())
    assert content(out) == before
    assert {p: p.stat().st_mtime_ns for p in stamps} == stamps
    (out / "0.parquet.jsonl").write_bytes(b"torn")
    (out / "2.parquet.row.json").write_bytes(b'{"shard": ')
    (out / ".x.jsonl-k.part").write_bytes(b"left by a kill")
    (inputs / "lines.jsonl").write_text('{"id": "l", "text": "Another embassy."}\n')
    third = run(inputs, out, local)
    assert {shard for shard, row in third.items() if not row.again} == {
        "0.parquet",
        "2.parquet",
        "lines.jsonl",
    }
    after = content(out)
    assert after["0.parquet.jsonl"] == before["0.parquet.jsonl"]
    assert "lines.jsonl.rejects.jsonl" not in after
    assert ".x.jsonl-k.part" not in after


def test_other_rules_or_dates_read_everything_again(
    inputs: Path, tmp_path: Path, local: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    run(inputs, tmp_path / "out", local)
    dated = ShardOptions(ReadOptions(load=load, date="2024"), seconds=30)
    assert not any(row.again for row in run(inputs, tmp_path / "out", local, dated).values())
    monkeypatch.setattr("dragoman.desk.shards.rules_version", lambda extra: "other")
    rows = run(inputs, tmp_path / "out", local)
    assert {row.status for row in rows.values()} == {"failed"}
    assert "another version" in rows["0.parquet"].why


def test_a_shard_that_is_no_parquet_is_rejected_and_the_others_are_read(
    inputs: Path, tmp_path: Path, local: Engine
) -> None:
    (inputs / "bad.parquet").write_bytes(b"PAR1 torn PAR1")
    rows = run(inputs, tmp_path / "out", local)
    assert rows["bad.parquet"].rejected == 1
    assert rows["0.parquet"].statements == 40


def test_what_could_be_read_of_a_document_is_kept_where_each_is_read_apart(
    tmp_path: Path, local: Engine
) -> None:
    texts = ["An embassy. STUMBLE", "An embassy. KILL"]
    lines = [json.dumps({"id": str(n), "text": text}) for n, text in enumerate(texts)]
    (tmp_path / "two.jsonl").write_text("\n".join(lines))
    reading = ReadOptions(load=load_hanging, limits=Limits(seconds=30))
    row = run(tmp_path / "two.jsonl", tmp_path / "out", local, ShardOptions(reading, seconds=60))["two.jsonl"]
    assert (row.status, row.documents, row.statements, row.rejected) == ("done", 1, 1, 2)
    rejects = [json.loads(line) for line in (tmp_path / "out" / str(row.rejects)).read_bytes().splitlines()]
    assert [r["code"] for r in rejects] == ["document-partly-read", "file-unreadable"]


BAD = {
    # what stands in the document: (its reason, seconds for a document, seconds for a shard)
    "HANG": ("not done after 1 seconds", 1.0, 60.0),
    "DEAF": ("no answer within 2 seconds", 1.0, 4.0),
    "KILL": ("signal 9", 30.0, 60.0),
}


@pytest.mark.parametrize("word", BAD)
def test_a_document_that_hangs_or_kills_goes_to_the_rejects_and_the_rest_of_its_shard_is_read(
    inputs: Path, tmp_path: Path, local: Engine, word: str
) -> None:
    why, document, shard = BAD[word]
    lines = [f'{{"id": "{n}", "text": "An embassy. No. {n}. {word if n == 3 else ""}"}}' for n in range(6)]
    (inputs / "worst.jsonl").write_text("\n".join(lines))
    reading = ReadOptions(load=load_hanging, limits=Limits(seconds=document))
    rows = run(inputs, tmp_path / "out", local, ShardOptions(reading, seconds=shard))
    row = rows["worst.jsonl"]
    assert (row.status, row.documents, row.statements, row.rejected) == ("done", 5, 5, 1)
    [line] = (tmp_path / "out" / "worst.jsonl.rejects.jsonl").read_text().splitlines()
    assert json.loads(line)["where"] == "worst.jsonl#4"
    assert why in json.loads(line)["what"]
    assert {row.status for row in rows.values()} == {"done"}
    assert all(
        row.again for row in read_shards([str(inputs)], str(tmp_path / "out"), local, ShardOptions(reading))
    )


def test_a_shard_that_cannot_even_be_opened_in_time_is_rejected_with_the_reason(
    inputs: Path, tmp_path: Path, local: Engine
) -> None:
    rows = run(inputs, tmp_path / "out", local, ShardOptions(ReadOptions(load=load_slowly), seconds=1))
    assert rows["0.parquet"].status == "rejected"
    [line] = (tmp_path / "out" / "0.parquet.rejects.jsonl").read_text().splitlines()
    assert json.loads(line)["code"] == "shard-given-up"
    assert "begun 4 times: no answer within 1 seconds" in json.loads(line)["what"]


def test_a_folder_that_cannot_be_written_is_said_before_anything_is_read(
    inputs: Path, tmp_path: Path, local: Engine
) -> None:
    (tmp_path / "file").write_text("")
    for out in ("file", "file/below"):
        with pytest.raises(UsageError, match="cannot write in"):
            run(inputs, tmp_path / out, local)


def test_what_names_no_file_is_wrong_usage(tmp_path: Path, local: Engine) -> None:
    with pytest.raises(UsageError, match="names no file"):
        run(tmp_path / "*.parquet", tmp_path / "out", local)


def test_shards_in_an_object_store_are_read_and_written_there(
    inputs: Path, tmp_path: Path, object_store: str
) -> None:
    import fsspec

    store = fsspec.filesystem("s3")
    store.mkdir("news")
    store.put(str(inputs) + "/", "news/in/", recursive=True)
    with engine("local", 2) as workers:
        rows = {r.shard: r for r in read_shards(["s3://news/in"], "s3://news/out", workers, OPTIONS)}
        assert {row.why for row in rows.values()} == {""}
        run(inputs, tmp_path / "out", workers)
        there = {path.rsplit("/", 1)[-1]: store.cat_file(path) for path in store.find("news/out")}
        assert there == content(tmp_path / "out")
        again = list(read_shards(["s3://news/in"], "s3://news/out", workers, OPTIONS))
    assert all(row.again for row in again)


@pytest.fixture
def object_store(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """An S3 server of our own on this machine."""
    pytest.importorskip("s3fs", reason="s3fs is not installed")
    server = pytest.importorskip("moto.server", reason="moto is not installed")
    running = server.ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    running.start()
    host, port = running.get_host_and_port()
    for name, value in {
        "AWS_ENDPOINT_URL": f"http://{host}:{port}",
        "AWS_ACCESS_KEY_ID": "test",
        "AWS_SECRET_ACCESS_KEY": "test",
        "AWS_DEFAULT_REGION": "us-east-1",
    }.items():
        monkeypatch.setenv(name, value)
    yield f"http://{host}:{port}"
    running.stop()


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 64 kilobytes, where one may be mounted."""
    import subprocess

    disk = tmp_path / "disk"
    disk.mkdir()
    done = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", str(disk)],
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        pytest.skip(f"no small disk may be mounted here: {done.stderr.strip()}")
    yield disk
    subprocess.run(["umount", str(disk)], check=True)


def test_a_full_disk_leaves_whole_files_only_and_says_so(
    tmp_path: Path, local: Engine, small_disk: Path
) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    for n in range(6):
        lines = [{"id": f"{n}-{m}", "text": f"{m}: The embassy."} for m in range(60)]
        (folder / f"{n}.jsonl").write_text("\n".join(map(json.dumps, lines)))
    rows: list[Row] = []
    with pytest.raises(NotWritten, match="make room"):
        rows.extend(read_shards([str(folder)], str(small_disk), local, OPTIONS))
        # Room for the manifest may be left: then its rows say what was not kept.
        assert any(row.status == "failed" for row in rows)
        raise_for(rows)
    assert not [path for path in small_disk.iterdir() if path.name.endswith(".part")]
    whole = tmp_path / "out"
    run(folder, whole, local)
    for name, kept in content(small_disk).items():
        assert name == MANIFEST or kept == content(whole)[name]
