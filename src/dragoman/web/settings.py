"""How the application is served."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.desk.hosts import host_names, is_loopback

__all__ = ["Settings", "is_loopback"]


@dataclass(frozen=True, slots=True)
class Settings:
    """Where it listens, who may come in, and in whose name decisions are noted.

    Parameters
    ----------
    host, port : str, int
        Address that is bound.
    token : str
        Needed in every request where the address is no loopback; empty for none.
    hosts : tuple of str
        Further names by which the server may be called.
    who : str
        Whose decisions these are.
    language : str
        Catalogue of words.
    """

    host: str = "127.0.0.1"
    port: int = 8117
    token: str = ""
    hosts: tuple[str, ...] = ()
    who: str = "desk"
    language: str = "en"

    @property
    def names(self) -> frozenset[str]:
        """Values of the Host header that are answered, in lower case."""
        return host_names(self.host, self.port, self.hosts)
