# make run       the console on the configured corpus (the seeds, until there is a config.toml)
# make preview   the bot in a browser, on the same corpus (PORT=8000: at that port; ALONE=ko or en: direct messages)
# make demo      from a fetch to a post, without the internet: a stand-in for Hugging Face, two days, and the preview
# make pictures  the README's pictures (ONLY="search day": just these)
# make test      every test
# make check     style, types, import contracts, search quality
# make release   dist/: wheel, sdist, SBOM and checksums, tried in an empty folder
# make soak      mixed load with faults and reloads for an hour (MINUTES=10): does anything grow?
# make fuzz      random input, ten minutes for each target (MINUTES=1 TARGET=query)
# make lock      locks/ anew, after dependencies in pyproject.toml changed (UPGRADE=1: their newest versions)
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.PHONY: run preview demo pictures test check soak fuzz lock release clean

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

soak: $(VENV)/.dev
	@$(BIN)/python -m tests.soak --minutes $(or $(MINUTES),60)

fuzz: $(VENV)/.dev
	@$(BIN)/python -m tests.fuzz --minutes $(or $(MINUTES),10) $(TARGET)

$(VENV)/.venv:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Paperbot needs Python 3.11 or newer: make PYTHON=python3.11 …")'
	@$(PYTHON) -m venv $(VENV)
	@touch $@

# Installs locks/$(1).txt, whose every file is held to its hash, and Paperbot itself from this folder.
install = $(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --requirement locks/$(1).txt
itself = $(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .

$(VENV)/.run: $(VENV)/.venv pyproject.toml locks/run.txt
	@echo "Installing Paperbot into $(VENV) (once) …" >&2
	@$(call install,run)
	@$(itself)
	@$(BIN)/python -m compileall -q bot retrieval  # as pip does with what is not editable: half of the time of a start
	@touch $@

$(VENV)/.model: $(VENV)/.run locks/model.txt
	@$(call install,model)
	@touch $@

$(VENV)/.dev: $(VENV)/.run locks/dev.txt
	@$(call install,dev)
	@touch $@

$(VENV)/.preview: $(VENV)/.run locks/preview.txt
	@echo "Installing the preview into $(VENV) (once) …" >&2
	@$(call install,preview)
	@touch $@

$(VENV)/.pictures: $(VENV)/.preview locks/pictures.txt
	@$(call install,pictures)
	@touch $@

$(VENV)/.bench: $(VENV)/.dev locks/bench.txt
	@$(call install,bench)
	@touch $@

$(VENV)/.release: $(VENV)/.run locks/release.txt
	@$(call install,release)
	@touch $@

define extras
import tomllib
print(*tomllib.load(open("pyproject.toml", "rb"))["project"]["optional-dependencies"])
endef
export extras

# The versions in constraints.txt stay as they are, as long as pyproject.toml allows them; UPGRADE=1 takes the newest.
compile = $(BIN)/uv pip compile --quiet --universal --python-version 3.11 --no-header --no-annotate pyproject.toml -
lock: $(VENV)/.release
	@echo 'setuptools>=77' | $(compile) --all-extras $(if $(UPGRADE),--upgrade) --output-file constraints.txt >/dev/null
	@for extra in run $$($(BIN)/python -c "$$extras"); do \
		echo 'setuptools>=77' | $(compile) $$(test $$extra = run || echo --extra $$extra) --constraint constraints.txt \
			--generate-hashes --output-file locks/$$extra.txt >/dev/null || exit 1; done

release: $(VENV)/.release
	@.ci/release $(BIN)/python

clean:
	rm -rf $(VENV) .venv-* build dist *.egg-info
