# Two commands for a newcomer: make serve, make test. Everything else calls the same programs, so
# that all of it also runs where there is no make (README, "Windows").

PYTHON ?= python3
BIN := .venv/bin
# As many tests side by side as there are cores; what measures time has the machine to itself, first.
PARALLEL := -n auto --maxprocesses 4 --dist worksteal

.PHONY: serve site check test test-all measure pins

serve: .venv/site.done
	$(BIN)/vijfvragen serve

site: .venv/site.done
	$(BIN)/vijfvragen site

check: .venv/dev.done
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/vijfvragen check

test: .venv/browser.done
	$(BIN)/pytest -m "timed" --no-header -q
	$(BIN)/pytest -m "not everything and not timed" $(PARALLEL)

test-all: .venv/browser.done
	$(BIN)/pytest -m "timed" --no-header -q
	$(BIN)/pytest -m "not timed" $(PARALLEL)

measure: .venv/browser.done
	$(BIN)/python tests/browser/measure_codes.py

# Hashes and an editable install in one command fail, so the project itself comes last.
.venv/site.done: constraints/site.txt pyproject.toml
	$(PYTHON) -m venv .venv
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r constraints/site.txt
	$(BIN)/pip install --quiet --disable-pip-version-check --no-build-isolation --no-deps -e .
	touch $@

.venv/dev.done: constraints/dev.txt .venv/site.done
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r constraints/dev.txt
	touch $@

.venv/browser.done: .venv/dev.done
	$(BIN)/python tests/browser/chromium.py
	touch $@

# After a change of dependencies in pyproject.toml; needs uv.
pins:
	UV_CUSTOM_COMPILE_COMMAND="make pins" uv pip compile pyproject.toml --universal --generate-hashes --no-emit-index-url --no-emit-find-links --no-annotate --python-version 3.11 --upgrade --quiet --extra build -o constraints/site.txt
	UV_CUSTOM_COMPILE_COMMAND="make pins" uv pip compile pyproject.toml --universal --generate-hashes --no-emit-index-url --no-emit-find-links --no-annotate --python-version 3.11 --upgrade --quiet --extra build --extra dev -c constraints/site.txt -o constraints/dev.txt
