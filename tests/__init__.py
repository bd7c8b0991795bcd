"""Checks of Dragoman."""
