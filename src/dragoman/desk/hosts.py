"""From where may somebody call, and by which names?"""

from __future__ import annotations

import ipaddress
from collections.abc import Iterable

__all__ = ["host_names", "is_loopback"]


def is_loopback(host: str) -> bool:
    """Whether an address can only be reached from this machine."""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def host_names(host: str, port: int, further: Iterable[str] = ()) -> frozenset[str]:
    """Values of the Host header that name a server, in lower case.

    A foreign name that resolves to this machine is none of them.
    """
    bare = {host, *further}
    if is_loopback(host):
        bare |= {"127.0.0.1", "localhost", "::1"}
    named = {f"[{name}]" if ":" in name else name for name in bare}
    return frozenset(n.lower() for name in named for n in (name, f"{name}:{port}"))
