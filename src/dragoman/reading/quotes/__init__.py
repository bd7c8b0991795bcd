"""Quotes: who says what, and who is said to have said it."""
