"""Bytes in, documents out: formats, encodings, headers, limits. Offsets never move after this point."""

from dragoman.documents.importing import holds_many, import_file
from dragoman.documents.inputs import Input, find_inputs
from dragoman.documents.limits import Limits, in_time, no_hurry
from dragoman.documents.stamps import to_edtf

__all__ = ["Input", "Limits", "find_inputs", "holds_many", "import_file", "in_time", "no_hurry", "to_edtf"]
