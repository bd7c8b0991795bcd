"""Where code runs: nothing else knows."""

from dragoman.runner.processes import Processes

__all__ = ["Processes"]
