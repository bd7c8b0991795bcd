"""``python -m dragoman``: the command line, where its script is not on the path."""

from __future__ import annotations

from dragoman.cli.app import main

main()
