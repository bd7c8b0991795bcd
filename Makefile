# Two commands do everything on a machine with Python 3.11+ and make:
#   make demo   reads, reconciles and routes the bundled examples
#   make test   runs every check
PYTHON ?= python3
VENV   ?= .venv
BIN    := $(VENV)/bin

#   make bench  prints all benchmarks as one table; BENCH="--full --peers PYTHON" for large ones with all peers
.PHONY: demo test lint types lock clean bench

$(VENV)/.runtime: requirements/runtime.txt pyproject.toml
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/runtime.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/build.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/.dev: $(VENV)/.runtime requirements/dev.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/dev.txt
	@touch $@

demo: $(VENV)/.runtime
	@DRAGOMAN=$(BIN)/dragoman sh examples/demo.sh

lint: $(VENV)/.dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(VENV)/.dev
	$(BIN)/mypy

test: lint types
	$(BIN)/lint-imports --config pyproject.toml
	$(BIN)/python -m pytest

bench: $(VENV)/.dev
	$(BIN)/python benchmarks/all.py $(BENCH)

# Pins with hashes and without any download address. What users get is held to what the tests run with.
LOCK := uv pip compile --quiet --generate-hashes --no-header --no-annotate --python-version 3.11
lock:
	cd requirements && $(LOCK) dev.in -o dev.txt && for name in runtime build compiled; do \
	  $(LOCK) $$name.in -c dev.txt -o $$name.txt; done

clean:
	rm -rf $(VENV) build dist .pytest_cache .mypy_cache .ruff_cache
