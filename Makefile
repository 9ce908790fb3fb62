# `make run`, `make test` and `make bench` set themselves up from nothing and are quick the second time.

PYTHON ?= python3
BIN := .venv/bin
# PIP_CONSTRAINT also holds for what builds the project, where `-c` alone does not.
INSTALL := PIP_CONSTRAINT=constraints.txt $(BIN)/python -m pip install --quiet --disable-pip-version-check

.PHONY: run test bench format clean

run: .venv/.ready-to-run
	@$(BIN)/bot

test: .venv/.ready-to-test
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy bot benchmarks
	$(BIN)/pytest -n auto

bench: .venv/.ready-to-test
	@$(BIN)/python -m benchmarks

format: .venv/.ready-to-test
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

clean:
	rm -rf .venv dist build .mypy_cache .pytest_cache .ruff_cache .hypothesis

.venv/.ready-to-run: .venv/bin/python pyproject.toml constraints.txt
	@$(INSTALL) -c constraints.txt -e .
	@$(BIN)/python -m compileall -q bot
	@touch $@

.venv/.ready-to-test: .venv/bin/python pyproject.toml constraints.txt
	@$(INSTALL) -c constraints.txt -e '.[dev]'
	@$(BIN)/python -m compileall -q bot
	@touch $@ .venv/.ready-to-run

# A half-made environment is taken away again: the next `make` would mistake it for a whole one.
.venv/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null \
		|| { echo 'The bot needs Python 3.11 or newer as "$(PYTHON)"; install it, or name one with make PYTHON=python3.12.' >&2; exit 1; }
	@$(PYTHON) -m venv .venv || { rm -rf .venv; exit 1; }
