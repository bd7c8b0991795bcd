"""How the application is served."""

from __future__ import annotations

import ipaddress
from dataclasses import dataclass

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
        bare = {self.host, *self.hosts}
        if is_loopback(self.host):
            bare |= {"127.0.0.1", "localhost", "::1"}
        named = {f"[{name}]" if ":" in name else name for name in bare}
        return frozenset(n.lower() for name in named for n in (name, f"{name}:{self.port}"))


def is_loopback(host: str) -> bool:
    """Whether an address can only be reached from this machine."""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False
