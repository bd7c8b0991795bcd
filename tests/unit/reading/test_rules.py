"""Rules are data: a team's folder adds to them, and a wrong key is named with its file and line."""

from __future__ import annotations

from pathlib import Path

import pytest

from dragoman.errors import RuleError
from dragoman.model.documents import Document
from dragoman.reading import load_reader
from dragoman.reading.frames.rules import load_rules

RULE = """source: ours
licence: ours
rules:
  - id: team.contact.picnic.v1
    kind: contact
    mode: meeting
    verb: [brunch]
    mutual: true
    actor: [agent, with]
    need: 2
    fill: false
"""


def _folder(tmp_path: Path, text: str, name: str = "rules/en/team.yaml") -> Path:
    path = tmp_path / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
    return tmp_path


def test_a_team_adds_a_rule_without_touching_the_package(tmp_path: Path) -> None:
    text = "The Danish prime minister brunched with the president of Chile."
    assert load_reader().read(Document("a", text)) == []
    found = load_reader([_folder(tmp_path, RULE)]).read(Document("a", text))
    assert [(s.rule, s.actor) for s in found] == [("team.contact.picnic.v1", ("DNK", "CHL"))]


def test_a_team_adds_a_verb_to_a_class(tmp_path: Path) -> None:
    text = "Chile and Norway penned-off a fisheries treaty."
    extra = _folder(tmp_path, "verbs: {sign: [penned-off]}\n", "lexicon/en/classes.yaml")
    assert load_reader([extra]) is not load_reader()
    assert "penned-off" in load_reader([extra]).lexicon.verb_classes["sign"]
    assert "penned-off" not in load_reader().lexicon.verb_classes["sign"]
    assert load_reader([extra]).read(Document("a", text)) is not None


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (
            ("verb: [brunch]", "verbs: [picnic]"),
            "team.yaml:7: team.contact.picnic.v1: unknown key 'verbs'; allowed: ",
        ),
        (
            ("mode: meeting", "mode: picnic"),
            "unknown kind/mode contact/picnic; modes of contact: visit, meeting",
        ),
        (("verb: [brunch]", 'verb: "@picnics"'), "unknown word class '@picnics'"),
        (("fill: false", 'unless: "("'), "bad pattern"),
        (("kind: contact", "kind: [contact"), "not readable as YAML"),
        (
            ("team.contact.picnic.v1", "contact.meeting.verb.v1"),
            "id used twice, also in contact_meetings.yaml",
        ),
    ],
)
def test_a_wrong_rule_is_named_with_file_line_and_remedy(
    tmp_path: Path, change: tuple[str, str], said: str
) -> None:
    folder = _folder(tmp_path, RULE.replace(*change))
    with pytest.raises(RuleError) as caught:
        load_rules((folder,))
    assert "team.yaml" in str(caught.value) and said in str(caught.value)


def test_ids_are_versioned_and_stable() -> None:
    assert all(rule.id.rsplit(".v", 1)[-1].isdigit() for rule in load_rules())
