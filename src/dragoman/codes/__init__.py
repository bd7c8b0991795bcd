"""Code lists and how to read them: countries, bodies, currencies, products, places."""

from dragoman.codes.bodies import Body, bodies, body, is_body
from dragoman.codes.countries import Country, countries, country, is_country
from dragoman.codes.currencies import Currency, currencies, currency, default_for

__all__ = [
    "Body",
    "Country",
    "Currency",
    "bodies",
    "body",
    "countries",
    "country",
    "currencies",
    "currency",
    "default_for",
    "is_body",
    "is_country",
]
