# Two commands matter to a newcomer: `make run` and `make test`. Each sets up what it needs, once per change of the lock.
# Where packages come from is the caller's business (his pip settings); nothing of that belongs here.

SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DELETE_ON_ERROR:
.DEFAULT_GOAL := help

PY := .venv/bin/python
READY := .venv/.ready
# a run must not stop for a person; Qt needs no screen for anything but `make run` on a desktop
OFFSCREEN := QT_QPA_PLATFORM=offscreen
# both cores; worksteal because a few tests take as long as a hundred others
TEST_ARGS ?= -n 2 --dist worksteal
LOCK_ARGS ?=
SHOT_SIZE ?= 1440x900
WINE_ARGS ?=

.PHONY: help run test lint format bench screenshots demo-vault fresh-check wine-check lock wheel clean

help: ## this list
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## /  make \1\t/' | expand -t 22

$(READY): lock.txt pyproject.toml tools/setup.sh tools/system.sh
	@tools/setup.sh

run: $(READY) ## the program with a demo school; without a display: the whole way offscreen, results in build/demo
	@if tools/has_display.sh $(PY); then \
	  exec $(PY) -m desktop --demo; \
	else \
	  echo "No display: walking the whole way offscreen, results in build/demo"; \
	  $(OFFSCREEN) $(PY) -m desktop.app.rondgang build/demo; \
	fi

test: $(READY) ## every test, in random order (the seed is printed); TEST_ARGS="..." goes to pytest
	@$(PY) -m pytest $(TEST_ARGS)

lint: $(READY) ## ruff, formatting, mypy --strict, the layers
	@$(PY) -m ruff check .
	@$(PY) -m ruff format --check .
	@$(PY) -m mypy
	@.venv/bin/lint-imports

format: $(READY) ## lay out the code
	@$(PY) -m ruff format .
	@$(PY) -m ruff check --fix .

bench: $(READY) ## speed and memory on 5,000 pupils and 100,000 records, beside bare libraries
	@$(OFFSCREEN) $(PY) -m tests.benchmarks

screenshots: $(READY) ## every page and dialog as PNG in build/screenshots; SHOT_SIZE=1280x720 is the smallest screen
	@$(OFFSCREEN) $(PY) -m tools.screenshots build/screenshots $(SHOT_SIZE)

demo-vault: $(READY) ## a vault with an invented school in build/demo.kluis; prints its passphrase
	@rm -rf build/demo.kluis && mkdir -p build
	@$(PY) -m desktop kluis demo build/demo.kluis --leerlingen 200 --records 600 --seed 1

fresh-check: ## `make test` and `make run` of the last commit in a bare Debian root (needs root and debootstrap)
	@tools/fresh_check.sh

wine-check: $(READY) ## the last commit as on Windows, in Wine in a Debian 13 root (needs root and debootstrap)
	@tools/wine_check.sh $(WINE_ARGS)

lock: ## make lock.txt again from pyproject.toml; LOCK_ARGS=--upgrade takes newer versions
	@tools/lock.sh $(LOCK_ARGS)

wheel: $(READY) ## the installable package, in dist/
	@$(PY) -m pip wheel -q --no-deps --no-build-isolation --wheel-dir dist .

clean: ## remove everything that can be made again
	@rm -rf build dist .venv .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache *.egg-info
	@find desktop tests tools -name __pycache__ -type d -prune -exec rm -rf {} +
