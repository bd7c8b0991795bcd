"""Figures: every number that measures something between countries, with ranks and compositions."""
