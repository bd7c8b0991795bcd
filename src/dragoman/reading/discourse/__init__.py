"""Discourse: what a document is about so far, and whose words and pronouns stand in it."""
