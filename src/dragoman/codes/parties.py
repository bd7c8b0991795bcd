"""Countries and bodies by whatever they are called."""

from __future__ import annotations

from dragoman.codes.bodies import body, is_body
from dragoman.codes.countries import country
from dragoman.errors import UnknownCode

__all__ = ["party"]


def party(name: str) -> str:
    """The code of a country or body: ISO 3166-1 alpha-3 or an acronym.

    Raises
    ------
    UnknownCode
        Nobody is called so; the message has the nearest names.

    Examples
    --------
    >>> party("Kazakhstan"), party("kaz"), party("European Union")
    ('KAZ', 'KAZ', 'EU')
    """
    if is_body(name.upper()):
        return name.upper()
    try:
        return country(name).alpha3
    except UnknownCode as unknown:
        try:
            return body(name).code
        except UnknownCode:
            raise unknown from None
