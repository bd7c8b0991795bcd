"""YAML for word lists: only ``true`` and ``false`` are booleans, so that "on" and "no" stay words."""

from __future__ import annotations

import re
from typing import Any

__all__ = ["parse_yaml"]


def _loader() -> Any:
    import yaml

    base = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

    class Loader(base):  # type: ignore[misc, valid-type]
        def construct_mapping(self, node: Any, deep: bool = False) -> Any:
            """Refuse a key that stands twice: the later one would hide the earlier without a word."""
            seen: set[str] = set()
            for key, _ in node.value:
                if key.value in seen:
                    problem = f"the key {key.value!r} stands twice"
                    raise yaml.constructor.ConstructorError(None, None, problem, key.start_mark)
                seen.add(key.value)
            return super().construct_mapping(node, deep)

    Loader.yaml_implicit_resolvers = {
        first: [
            (tag, pattern)
            for tag, pattern in resolvers
            if tag not in ("tag:yaml.org,2002:bool", "tag:yaml.org,2002:timestamp")
        ]
        for first, resolvers in base.yaml_implicit_resolvers.items()
    }
    Loader.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile(r"^(?:true|false)$"), list("tf"))
    return Loader


def parse_yaml(text: str) -> Any:
    """The document as Python values; ``on``, ``off``, ``yes``, ``no`` and dates stay strings.

    Raises
    ------
    yaml.YAMLError
        The text is no YAML, or a key stands twice in one mapping.
    """
    import yaml

    return yaml.load(text, _loader())
