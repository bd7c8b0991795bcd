"""How well the reader reads, on annotated text."""
