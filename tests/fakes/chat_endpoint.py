"""A server on this machine that answers like an OpenAI-compatible chat endpoint."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

Answer = tuple[int, bytes, dict[str, str]]


def says(content: Any) -> Answer:
    """A completion whose message is this, as JSON where it is no text."""
    text = content if isinstance(content, str) else json.dumps(content, ensure_ascii=False)
    body = {"choices": [{"message": {"role": "assistant", "content": text}}]}
    return 200, json.dumps(body).encode(), {}


@dataclass
class Endpoint:
    """Its address, and every request that came: path, headers, body."""

    url: str = ""
    requests: list[tuple[str, dict[str, str], Any]] = field(default_factory=list)


@contextmanager
def chat_endpoint(answer: Callable[[Any], Answer]) -> Iterator[Endpoint]:
    """Run the server while the context lasts; ``answer`` gets the body of each request."""
    endpoint = Endpoint()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            endpoint.requests.append((self.path, dict(self.headers), body))
            status, data, headers = answer(body)
            self.send_response(status)
            for name, value in {"Content-Length": str(len(data)), **headers}.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(data)

        def do_GET(self) -> None:
            endpoint.requests.append((self.path, dict(self.headers), None))
            self.send_response(404)
            self.end_headers()

        def log_message(self, format: str, *arguments: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    endpoint.url = f"http://127.0.0.1:{server.server_address[1]}/v1"
    try:
        yield endpoint
    finally:
        server.shutdown()
        server.server_close()
        thread.join(5)
