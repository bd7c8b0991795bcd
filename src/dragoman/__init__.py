"""Dragoman reads what is reported about relations between countries, and checks it."""

__version__ = "0.1.0"
