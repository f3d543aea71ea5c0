# make run       the console on the configured corpus (the seeds, until there is a config.toml)
# make preview   the bot in a browser, on the same corpus (PORT=8000: at that port; ALONE=ko or en: direct messages)
# make demo      from a fetch to a post, without the internet: a stand-in for Hugging Face, two days, and the preview
# make pictures  the README's pictures (ONLY="search day": just these)
# make test      every test
# make check     style, types, import contracts, search quality
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.PHONY: run preview demo pictures test check clean

run: $(VENV)/.run
	@$(BIN)/paperbot chat

preview: $(VENV)/.preview
	@$(BIN)/python -m tests.preview $(if $(PORT),--port $(PORT)) $(if $(ALONE),--alone $(ALONE))

demo: $(VENV)/.preview
	@$(BIN)/python -m tests.preview.demo $(if $(PORT),--port $(PORT))

pictures: $(VENV)/.pictures
	@$(BIN)/python -m tests.preview.pictures $(ONLY)

test: $(VENV)/.dev
	@$(BIN)/python -m pytest -q -n auto --dist loadfile

check: $(VENV)/.dev
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports
	@$(BIN)/python -m tests.bench.quality --check

$(VENV)/.venv:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Paperbot needs Python 3.11 or newer: make PYTHON=python3.11 …")'
	@$(PYTHON) -m venv $(VENV)
	@touch $@

$(VENV)/.run: $(VENV)/.venv pyproject.toml constraints.txt
	@echo "Installing Paperbot into $(VENV) (once) …" >&2
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable .
	@$(BIN)/python -m compileall -q bot retrieval  # as pip does with what is not editable: half of the time of a start
	@touch $@

$(VENV)/.dev: $(VENV)/.run
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable '.[dev]'
	@touch $@

$(VENV)/.preview: $(VENV)/.run
	@echo "Installing the preview into $(VENV) (once) …" >&2
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable '.[preview]'
	@touch $@

$(VENV)/.pictures: $(VENV)/.preview
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable '.[pictures]'
	@touch $@

clean:
	rm -rf $(VENV) .venv-* build *.egg-info
