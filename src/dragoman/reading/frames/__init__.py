"""Frames: rules matched in a sentence, with who takes which part and whether it happened."""
