"""How the API is served."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.desk.hosts import host_names, is_loopback

__all__ = ["ApiSettings", "is_loopback"]


@dataclass(frozen=True, slots=True)
class ApiSettings:
    """Where it listens, who may come in, and how much at a time.

    Parameters
    ----------
    host, port : str, int
        Address that is bound.
    token : str
        A token that may everything, besides those of the record; empty for none.
    protected : bool
        Whether every request needs a token; where the address is no loopback it always does.
    hosts : tuple of str
        Further names by which the server may be called; ``*`` for any, where a proxy in front checks them.
    rate, burst : float, int
        Requests a second and at once from one client [1]; a rate of 0 is no limit. Assumed: a script that
        waits for each answer stays below.
    body : int
        Most bytes of a request [byte].
    text : int
        Most characters of a text to be read at once [1].
    page : int
        Most items of a page [1].
    """

    host: str = "127.0.0.1"
    port: int = 8118
    token: str = ""
    protected: bool = False
    hosts: tuple[str, ...] = ()
    rate: float = 100.0
    burst: int = 400
    body: int = 20_000_000
    text: int = 1_000_000
    page: int = 500

    @property
    def needs_token(self) -> bool:
        """Whether requests without a token are refused."""
        return self.protected or bool(self.token) or not is_loopback(self.host)

    def answers_to(self, host: str) -> bool:
        """Whether the Host header names this server: a foreign name that resolves to this machine does not."""
        return "*" in self.hosts or host.lower() in host_names(self.host, self.port, self.hosts)
