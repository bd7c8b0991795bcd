"""Exports: a bundle of values in, a file of a known format out, with a codebook beside it."""

from dragoman.output.exports.bundles import Bundle, Exporter
from dragoman.output.exports.codebooks import codebook

__all__ = ["Bundle", "Exporter", "codebook"]
