# Every command of the project. `make` alone lists them.

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help setup demo test check score lock migration texts bench fault fuzz clean

# The system's own Python first: distributions build theirs optimised, and it reads a fifth more cables a second.
PYTHON ?= $(firstword $(shell for python in /usr/bin/python3 python3; do \
	$$python -c 'import ensurepip, sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$python; done) python3)
BIN := .venv/bin
SHARED ?= ../shared
CABLES ?=
ARGS ?=
BENCHES ?= read growth send tick
PIP := $(BIN)/python -m pip --disable-pip-version-check
LOCK := $(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
	--no-annotate --custom-compile-command "make lock"

# Tools keep caches under HOME; where there is none they get one here.
ifeq ($(strip $(HOME)),)
export HOME := $(CURDIR)/.cache/home
endif

help:
	@echo "make setup   the virtual environment, the pinned packages, the style sheet (again: instant)"
	@echo "make demo    the tracker with sample cables, a clock you can set and a mailbox; CABLES=FOLDER adds yours"
	@echo "make test    all tests with their coverage gates; ARGS=... goes to pytest"
	@echo "make check   lint, format, types, import law, dependencies, security and house gates"
	@echo "make score   how well annotated cables are read, against the recorded floor"
	@echo "make bench   how many cables and letters a second, and an idle tick"
	@echo "make fault   kill the worker at every named point and count the letters"
	@echo "make fuzz    foreign text against the readers, until stopped"
	@echo "make migration NAME=\"what it is for\"   a migration that brings the tables to the models"
	@echo "make texts   gather the marked texts for their translators, after a text has changed"
	@echo "make lock    pin the newest packages again"
	@echo "make clean   remove all that was built"

# --- set-up: run.txt is enough to run the tracker, dev.txt adds the test tools ---

VENV := .venv/.made
RUN := .venv/.installed
DEV := .venv/.tools
ASSETS := tracker/static/vendor/.built

setup: $(RUN) $(DEV) $(ASSETS)

$(VENV):
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "Python 3.11 or later is needed: make PYTHON=python3.11"; exit 1; }
	@mkdir -p "$$HOME"
	@$(PYTHON) -m venv .venv || \
		{ rm -rf .venv; echo "The virtual environment could not be made: install your system's python3-venv."; exit 1; }
	@touch $@

$(RUN): requirements/run.txt pyproject.toml | $(VENV)
	@echo "Installing the pinned packages"
	@$(PIP) install --quiet --no-deps --require-hashes -r requirements/run.txt
	@$(PIP) install --quiet --no-deps --no-build-isolation --no-index --editable .
	@touch $@

$(DEV): requirements/dev.txt | $(RUN)
	@echo "Installing the test tools"
	@$(PIP) install --quiet --no-deps --require-hashes -r requirements/dev.txt
	@touch $@

$(ASSETS): hatch_build.py package-lock.json $(wildcard assets/*.scss) | $(RUN)
	@echo "Building the style sheet"
	@command -v npm >/dev/null || $(PIP) install --quiet --no-deps --require-hashes -r requirements/node.txt
	@$(BIN)/python hatch_build.py
	@touch $@

# --- run ---

demo: $(RUN) $(ASSETS)
	@$(BIN)/tracker demo $(CABLES)

test: setup
	@$(BIN)/python -m tests.gates $(ARGS)

check: setup
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/deptry .
	$(BIN)/bandit --quiet --recursive --configfile pyproject.toml tracker migrations bench hatch_build.py
	$(BIN)/pytest -q -p no:cacheprovider tests/test_house.py

score: setup
	@$(BIN)/python -m tests.score $(SHARED) $(ARGS)

bench: setup
	@for name in $(BENCHES); do echo "== $$name"; $(BIN)/python -m bench.$$name || exit 1; done

fault: setup
	@$(BIN)/python -m pytest -q -m fault --no-skips tests $(ARGS)

fuzz: setup
	@$(PIP) install --quiet --no-deps --require-hashes -r requirements/fuzz.txt
	@mkdir -p .fuzz
	@$(BIN)/python -m fuzz.cable .fuzz $(ARGS)

# --- keep ---

lock: setup
	$(LOCK) pyproject.toml --group build --output-file requirements/run.txt --upgrade
	$(LOCK) pyproject.toml --extra papers --group build --group dev --constraint requirements/run.txt \
		--output-file requirements/dev.txt --upgrade
	$(LOCK) --group fuzz --output-file requirements/fuzz.txt --upgrade
	$(LOCK) --group node --output-file requirements/node.txt --upgrade
	npm install --package-lock-only --ignore-scripts
	@$(BIN)/python -m tests.lockfiles

migration: setup
	@$(BIN)/python -m tests.migration "$(NAME)"

texts: setup
	@$(BIN)/python -m tests.texts

clean:
	rm -rf .venv node_modules tracker/static/vendor dist build .cache .fuzz htmlcov .coverage .coverage.* \
		.mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
