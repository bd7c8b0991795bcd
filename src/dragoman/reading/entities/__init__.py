"""Entities: parties, people, organisations and places named in a text."""
