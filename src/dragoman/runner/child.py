"""A Python process that calls what it is sent, and ends when nobody is left to send.

Started by `dragoman.runner.guarded`, spoken to over its standard input and output; what
the function prints goes to standard error. It is a plain program and no ``multiprocessing``
process, for workers of a cluster are daemonic and may have no children of that kind.
"""

from __future__ import annotations

import os
import pickle
import queue
import struct
import sys
import threading
from typing import IO, Any

__all__ = ["main", "receive", "send"]

_HEAD = struct.Struct(">Q")


def send(stream: IO[bytes], message: Any) -> None:
    """Write one message: its length in eight bytes, then its pickle."""
    content = pickle.dumps(message, protocol=pickle.HIGHEST_PROTOCOL)
    stream.write(_HEAD.pack(len(content)))
    stream.write(content)
    stream.flush()


def receive(stream: IO[bytes]) -> Any:
    """Read one message.

    Raises
    ------
    EOFError
        The other side is gone.
    """
    return pickle.loads(_exactly(stream, _HEAD.unpack(_exactly(stream, _HEAD.size))[0]))


def _exactly(stream: IO[bytes], size: int) -> bytes:
    content = bytearray()
    while len(content) < size:
        part = stream.read(size - len(content))
        if not part:
            raise EOFError
        content += part
    return bytes(content)


def main() -> None:
    """Answer calls until standard input ends."""
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # a print in the function must not get between the answers
    calls: queue.SimpleQueue[Any] = queue.SimpleQueue()
    threading.Thread(target=_listen, args=(calls,), daemon=True).start()
    while True:
        function, item = calls.get()
        try:
            answer = (True, function(item))
        except Exception as error:
            answer = (False, f"{type(error).__name__}: {error}")
        send(answers, answer)


def _listen(calls: queue.SimpleQueue[Any]) -> None:
    try:
        sys.path[:] = receive(sys.stdin.buffer)
        while True:
            calls.put(receive(sys.stdin.buffer))
    except EOFError:
        os._exit(0)  # whoever asked is gone: what is being computed is for nobody
    except Exception as error:
        print(f"dragoman: a worker cannot take its work: {error!r}", file=sys.stderr, flush=True)
        os._exit(70)
