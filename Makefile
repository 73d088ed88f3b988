# What a first user and a developer need, each in one command. `make` alone lists them.
# Needed beforehand: Python 3.11 or newer with pip, and make. Everything else goes into .venv, in this folder.

VENV := .venv
BIN := $(VENV)/bin
RECORD := build/demo.db

# The first Python that is new enough; name another with `make demo PYTHON=/path/to/python3.11`.
ifndef PYTHON
PYTHON := $(shell for candidate in python3 python3.14 python3.13 python3.12 python3.11 python; do \
	if "$$candidate" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1; then echo "$$candidate"; break; fi; done)
endif

.DEFAULT_GOAL := help
.PHONY: help demo test lint docs floors fuzz kills kills-postgresql cluster many intake clean

help:  ## List these commands
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-16s %s\n", $$1, $$2 }' Makefile

demo: $(VENV)/.installed  ## Read the five example reports into a record, and show what is in it
	@sh scripts/demo.sh $(BIN) examples $(RECORD)

test: lint  ## Check the style and the types, and run every test
	@$(BIN)/pytest -n auto --dist worksteal

lint: $(VENV)/.installed-for-tests  ## Check the style and the types only
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy

docs: $(VENV)/.installed  ## Run the commands that the documentation shows, and put their output in
	@$(BIN)/python scripts/refresh_documents.py

floors: $(VENV)/.installed  ## Measure the accuracy on annotated documents, against benchmarks/floors.toml
	@$(BIN)/python benchmarks/floors.py

fuzz: $(VENV)/.installed-for-tests  ## Look for texts that break the reading of text, for MINUTES (10) with each engine
	@$(BIN)/python benchmarks/fuzz_text.py --minutes $(or $(MINUTES),10)
	@if $(BIN)/python -c 'import atheris' 2>/dev/null; then \
		$(BIN)/python benchmarks/fuzz_text.py --minutes $(or $(MINUTES),10) --engine atheris; \
	else echo "atheris is not installed ($(BIN)/pip install atheris): only hypothesis has searched."; fi

kills: $(VENV)/.installed  ## Kill a process that adds documents to a file KILLS (200) times, and compare (slow; goes on where it was)
	@mkdir -p build
	@test -f build/kills/campaign.json || rm -f build/kills.db*
	@$(BIN)/python benchmarks/kills.py build/kills.db --kills $(or $(KILLS),200) --state build/kills

kills-postgresql: $(VENV)/.installed-for-tests  ## The same on a PostgreSQL server of its own, or on RECORD_URL=postgresql://…
	@sh scripts/kills_postgresql.sh $(BIN) $(or $(KILLS),200) $(RECORD_URL)

cluster:  ## Run the tests of the engine ray on a cluster of this machine (slow; installs Ray, 700 MB, into build)
	@$(require_python)
	@test -x build/ray/bin/ray || { $(PYTHON) -m venv build/ray && \
		build/ray/bin/python -m pip install --quiet --disable-pip-version-check --editable '.[ray]' hypothesis pytest; }
	@build/ray/bin/python -m pytest tests/bulk/test_ray_engine.py

many: $(VENV)/.installed  ## Read and load DOCUMENTS (100000) made-up reports once, with the times (very slow)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[bulk]'
	@$(BIN)/python benchmarks/bulk_curve.py build/many --documents $(or $(DOCUMENTS),100000)

intake: $(VENV)/.installed  ## Take in 1,000 pages, a web archive of 1 GB and a feed, beside trafilatura alone (slow)
	@$(BIN)/python benchmarks/sources.py feed
	@$(BIN)/python benchmarks/sources.py warc
	@$(BIN)/python benchmarks/sources.py pages

clean:  ## Remove what these commands made: .venv, build and the caches
	rm -rf $(VENV) build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis
	find src tests scripts benchmarks -type d -name __pycache__ -prune -exec rm -rf {} +

# Installing is repeated only when pyproject.toml has changed.
$(VENV)/.installed: pyproject.toml
	@$(require_python)
	@$(PYTHON) scripts/set_up.py $(VENV)
	@touch $@

$(VENV)/.installed-for-tests: pyproject.toml
	@$(require_python)
	@$(PYTHON) scripts/set_up.py $(VENV) test
	@touch $@ $(VENV)/.installed

define require_python
"$(PYTHON)" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1 || { \
	echo "Peyman needs Python 3.11 or newer, and '$(or $(PYTHON),python3)' is not." >&2; \
	echo "Install one, or name the one that you have: make $(MAKECMDGOALS) PYTHON=/path/to/python3.11" >&2; \
	exit 1; }
endef
