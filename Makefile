# Two commands on a fresh machine with Python 3.11+, git and make: `make site` and `make test`.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check

.PHONY: site offline test serve check lint lock clean help
.DEFAULT_GOAL := help

help: ## Show this list
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*## /\t/' | expand -t 10

$(VENV)/pyvenv.cfg:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Python 3.11 or newer is needed; try make PYTHON=python3.12 site"; exit 2; }
	$(PYTHON) -m venv $(VENV)

# A stamp for each lock file: installing again only when it changed. Everything is hashed; nothing is built in isolation.
$(VENV)/site.stamp: requirements/site.txt pyproject.toml | $(VENV)/pyvenv.cfg
	$(PIP) install --quiet --require-hashes --requirement requirements/site.txt
	$(PIP) install --quiet --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/test.stamp: requirements/test.txt $(VENV)/site.stamp
	$(PIP) install --quiet --require-hashes --requirement requirements/test.txt
	@touch $@

site: $(VENV)/site.stamp ## Check the data and build site/
	$(BIN)/minggui build --strict

offline: $(VENV)/site.stamp ## The same, with a zip of the site that opens from disk: site/data/minggui-offline.zip
	$(BIN)/minggui offline --strict

serve: $(VENV)/site.stamp ## Preview live at http://127.0.0.1:8000/
	$(BIN)/minggui serve

check: $(VENV)/site.stamp ## Check the data only
	$(BIN)/minggui check --strict

lint: $(VENV)/test.stamp ## Style, types and import order
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

test: lint ## Everything that must hold: lint, then all tests
	$(BIN)/python -m pytest -n auto

lock: ## Renew the lock files (needs uv)
	uv pip compile pyproject.toml --extra build --universal --python-version 3.11 --generate-hashes --no-header --no-annotate --no-emit-index-url --quiet --output-file requirements/site.txt
	uv pip compile pyproject.toml --extra build --extra test --constraint requirements/site.txt --universal --python-version 3.11 --generate-hashes --no-header --no-annotate --no-emit-index-url --quiet --output-file requirements/test.txt

clean: ## Remove what was built
	rm -rf build site .cache $(VENV)
