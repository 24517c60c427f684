# Two commands: `make run` and `make test`. Everything else is a part of them.
SHELL := /bin/bash
PYTHON ?= $(shell command -v python3.11 || command -v python3)
BIN := .venv/bin
export PORT ?= 8000
export DATA_DIR ?= var
SOURCES := ppid tests migrations wsgi.py
PACKAGES := chromium poppler-utils
PROGRAMS := chromium pdftoppm

.PHONY: run test lint types imports unit journeys published system-packages locks bench bench-papers bench-public clean

run: .venv/run.stamp
	@APP_ENV=development $(BIN)/flask --app wsgi demo prepare
	@APP_ENV=development exec $(BIN)/gunicorn --config python:ppid.serving wsgi:app

test: .venv/dev.stamp system-packages lint types imports unit journeys

lint:
	$(BIN)/ruff check $(SOURCES)
	$(BIN)/ruff format --check $(SOURCES)

types:
	$(BIN)/mypy

imports:
	$(BIN)/lint-imports

unit:
	$(BIN)/pytest -n 2 --ignore tests/journeys --ignore tests/bench --ignore tests/published

journeys:
	$(BIN)/pytest tests/journeys

# A register that public bodies really published, in the shape of README's "Loading a register".
published: .venv/dev.stamp
	PUBLISHED_REGISTER="$(FILE)" $(BIN)/pytest tests/published

bench: .venv/dev.stamp
	$(BIN)/python -m tests.bench

bench-papers: .venv/dev.stamp
	$(BIN)/python -m tests.bench.papers

# The peers it is measured beside live in an environment of their own, from requirements-bench.lock.
bench-public: .venv/dev.stamp
	BENCH_VENV=$${BENCH_VENV:-build/bench-venv} $(BIN)/python -m tests.bench.public

# Debian packages that the browser journeys and the looks at papers need.
system-packages:
	@missing=; for program in $(PROGRAMS); do command -v $$program >/dev/null || missing="$$missing $$program"; done; \
	if [ -n "$$missing" ]; then \
	  if [ "$$(id -u)" = 0 ]; then apt-get update -qq && apt-get install -y -qq --no-install-recommends $(PACKAGES); \
	  else echo "Belum terpasang:$$missing. Jalankan sebagai root: apt-get install $(PACKAGES)" >&2; exit 1; fi; \
	fi

.venv/bin/python:
	$(PYTHON) -c 'import sys; assert sys.version_info >= (3, 11), "Perlu Python 3.11 atau lebih baru"'
	$(PYTHON) -m venv .venv 2>/dev/null || { rm -rf .venv; $(PYTHON) -m venv --without-pip .venv && $(PYTHON) -m pip --python .venv/bin/python install --quiet pip; }

.venv/run.stamp: requirements.lock | .venv/bin/python
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	@touch $@

.venv/dev.stamp: requirements-dev.lock | .venv/bin/python
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.lock
	@touch $@ .venv/run.stamp

# After a change of dependencies in pyproject.toml.
locks:
	$(BIN)/uv pip compile --quiet pyproject.toml --generate-hashes --python-version 3.11 -o requirements.lock
	$(BIN)/uv pip compile --quiet pyproject.toml --group dev --generate-hashes --python-version 3.11 -o requirements-dev.lock
	$(BIN)/uv pip compile --quiet pyproject.toml --group dev --group bench --generate-hashes --python-version 3.11 -o requirements-bench.lock

clean:
	rm -rf .venv var build
