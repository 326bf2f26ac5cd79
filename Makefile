# The two commands of the README, and what they stand on. Needs Python 3.11 or later, nothing else.
PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
STAMP  := $(VENV)/.installed

.PHONY: serve test faults lint lock ledger clean

serve: $(STAMP)
	$(BIN)/picketline build
	$(BIN)/picketline serve

test: $(STAMP)
	$(BIN)/python -m pytest -n auto -q

# Every hostile query, one after the other, under a deadline of one second; prints what each took.
faults: $(STAMP)
	PICKETLINE_FAULTS=1 PICKETLINE_FAULTS_REPORT=faults.txt $(BIN)/python -m pytest -n 0 -q tests/faults
	@cat faults.txt

lint: $(STAMP)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

$(STAMP): requirements.txt setup.cfg pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "picketline needs Python 3.11 or later; $(PYTHON) is older. Name another: make PYTHON=python3.12 ..."; exit 1; }
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

# Writes the hashed lock anew, for every Python from 3.11 and every platform; run by whoever changes a dependency.
lock: $(STAMP)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check uv
	$(BIN)/uv pip compile setup.cfg --extra dev --universal --python-version 3.11 --generate-hashes \
	  --no-emit-index-url --no-header --no-annotate --upgrade --output-file requirements.txt

# Writes the ledger of IRIs anew from seeds/ alone; run by whoever changes the digests.
ledger: $(STAMP)
	PICKETLINE_INSTANCE=instance/ledger $(BIN)/picketline build
	cp instance/ledger/iris.csv seeds/iris.csv

clean:
	rm -rf $(VENV) instance build dist *.egg-info
