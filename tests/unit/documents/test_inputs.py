"""From paths to files."""

from __future__ import annotations

from pathlib import Path

from dragoman.documents import Input, find_inputs
from dragoman.errors import InputError


def names(*paths: Path) -> list[str]:
    return [entry.name for entry in find_inputs(paths) if isinstance(entry, Input)]


def tree(root: Path) -> Path:
    for name in ("b.txt", "a/z.txt", "a/b/c.txt", ".hidden", ".git/x.txt", "a/.DS_Store"):
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("x")
    return root


def test_folders_are_walked_in_order_and_hidden_files_left_out(tmp_path: Path) -> None:
    assert names(tree(tmp_path)) == ["a/b/c.txt", "a/z.txt", "b.txt"]


def test_the_order_of_paths_does_not_matter(tmp_path: Path) -> None:
    tree(tmp_path)
    one, two = tmp_path / "a", tmp_path / "b.txt"
    assert names(one, two) == names(two, one) == ["b.txt", "b/c.txt", "z.txt"]


def test_a_file_given_twice_is_read_once(tmp_path: Path) -> None:
    tree(tmp_path)
    assert names(tmp_path / "b.txt", tmp_path / "b.txt", tmp_path).count("b.txt") == 1


def test_a_hidden_file_given_by_name_is_read(tmp_path: Path) -> None:
    assert names(tree(tmp_path) / ".hidden") == [".hidden"]


def test_a_missing_path_and_an_empty_folder_are_named(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    found = list(find_inputs([tmp_path / "none", tmp_path / "empty"]))
    assert all(isinstance(e, InputError) for e in found)
    assert [str(e).split(": ")[1].split(";")[0] for e in found] == [
        "a folder without files",
        "no such file or folder",
    ]


def test_a_circle_of_links_ends(tmp_path: Path) -> None:
    tree(tmp_path)
    (tmp_path / "a" / "loop").symlink_to(tmp_path, target_is_directory=True)
    assert names(tmp_path) == ["a/b/c.txt", "a/z.txt", "b.txt"]
