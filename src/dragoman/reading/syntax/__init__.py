"""Syntax: sentences, clauses, verb groups and the grammatical place of every mention."""
