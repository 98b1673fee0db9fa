# Two commands matter: `make run` and `make test`. `make help` lists the rest.
.DEFAULT_GOAL := help
.PHONY: help run test guards unit db conversation browser conformance conformance-freeze screenshot bench format lock \
	migration clean

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
LOCK := $(BIN)/uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
	--custom-compile-command "make lock" --all-extras

help: ## list the targets
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 22

run: $(VENV)/run ## start the bot; without TELEGRAM_TOKEN in .env: with the sandbox and demo people, in your browser
	@exec $(BIN)/python -m bot

# People talking to the bot take as long as all the parts that have the other core; the strangers' clients mostly sleep.
# Chromium looks at the clock and has both. The lines with *** at the end name what failed.
test: $(VENV)/dev ## everything
	@echo "conversation, and beside it guards, unit, db, conformance: some minutes, each part speaks when it is done"
	@$(MAKE) --no-print-directory --keep-going -j2 --output-sync=target conversation guards unit db conformance
	@$(MAKE) --no-print-directory browser

guards: $(VENV)/dev ## lint, types, import contracts, and what must hold of the whole tree
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m pytest -q tests/guards

unit: $(VENV)/dev ## rules, without a database
	$(BIN)/python -m pytest -q tests/unit

db: $(VENV)/dev ## queries and races on SQLite and PostgreSQL
	$(BIN)/python -m pytest -q tests/db

conversation: $(VENV)/dev ## people talking to the bot through the sandbox
	$(BIN)/python -m pytest -q tests/conversation

browser: $(VENV)/dev ## the chat page in Chromium
	@chromium=$$(command -v chromium || command -v chromium-browser || command -v google-chrome); \
	if [ -n "$$chromium" ]; then CHROMIUM=$$chromium $(BIN)/python -m pytest -q tests/browser; \
	else echo "browser tests not run: no Chromium here (Debian: apt-get install chromium)"; fi

conformance: $(VENV)/dev ## what clients that nobody here wrote say about the sandbox (fetches their tests)
	@$(BIN)/python -m sandbox.conformance

conformance-freeze: $(VENV)/dev ## keep what passes anew, in the lists and in the README
	@$(BIN)/python -m sandbox.conformance --freeze

screenshot: $(VENV)/dev ## take the pictures of the README and of docs/sandbox.md anew
	PICTURES=docs $(BIN)/python -m pytest -q tests/browser -k 'signs_up or pictured' && rm -f docs/events.png

bench: $(VENV)/dev ## how the bot compares with a bare echo bot and with the sandbox on this machine
	$(BIN)/python -m sandbox.bench

format: $(VENV)/dev ## put the code into shape
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

lock: $(VENV)/dev ## write the lock files anew from pyproject.toml
	$(LOCK) pyproject.toml -o requirements.lock
	$(LOCK) --group dev pyproject.toml -o requirements-dev.lock
	$(subst --all-extras,,$(LOCK)) sandbox/conformance/requirements.in -o sandbox/conformance/requirements.lock

migration: $(VENV)/dev ## a new migration from the models: make migration NAME="what it does"
	$(BIN)/alembic upgrade head
	$(BIN)/alembic revision --autogenerate -m "$(NAME)" \
		--rev-id $$(printf %04d $$(($$(ls db/migrations/versions/*.py | wc -l) + 1)))

clean: ## forget everything that is not in git, the demo's memory included
	rm -rf $(VENV) var .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache

$(BIN)/python:
	$(PYTHON) -m venv $(VENV)

$(VENV)/run: requirements.lock | $(BIN)/python
	$(BIN)/python -m pip install -q --disable-pip-version-check --require-hashes -r requirements.lock
	@touch $@

$(VENV)/dev: requirements-dev.lock | $(BIN)/python
	$(BIN)/python -m pip install -q --disable-pip-version-check --require-hashes -r requirements-dev.lock
	@touch $@ $(VENV)/run
