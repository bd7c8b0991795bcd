"""YAML for word lists: only ``true`` and ``false`` are booleans, so that "on" and "no" stay words."""

from __future__ import annotations

import re
from typing import Any

__all__ = ["parse_yaml"]


def _loader() -> Any:
    import yaml

    base = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

    class Loader(base):  # type: ignore[misc, valid-type]
        pass

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
        The text is no YAML.
    """
    import yaml

    return yaml.load(text, _loader())
