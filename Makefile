# Two commands do everything: `make` builds the books, `make test` proves them.

run := .venv/.ready
proof := .venv/.ready-test
python := .venv/bin/python

.DEFAULT_GOAL := build
.PHONY: build survey check test lint types unit bench goldens pictures pages schema lock clean

# Build the default editions into output/.
build: $(run)
	@$(python) build.py

# Measure the pages and write the table in docs/typography.md.
survey: $(run)
	@$(python) build.py survey

# Check the content without typesetting it.
check: $(run)
	@$(python) build.py check

# Lint, types and all tests, the Go listings among them.
test: lint types unit

lint: $(proof)
	@.venv/bin/ruff check .
	@.venv/bin/ruff format --check .

types: $(proof)
	@.venv/bin/mypy

# Compiled first, since some machines let no program keep what it has compiled on its way.
unit: $(proof)
	@$(python) -m compileall -q build.py press scripts
	@.venv/bin/pytest

# Time the press and stock WeasyPrint on books made up for it; BENCH=--quick is a small one.
bench: $(run)
	@$(python) -m scripts.bench $(BENCH)

# Write the golden HTML anew, after a change to templates that was meant.
goldens: $(proof)
	@.venv/bin/pytest tests/test_goldens.py --refresh-goldens

# Keep new pictures of the pages that tests/test_visual.py looks at, after a change that was meant.
pictures: $(proof)
	@.venv/bin/pytest tests/test_visual.py --refresh-pictures

# Draw the pages that README shows anew.
pages: $(run)
	@$(python) build.py sheet -q handbook-a4 --pages 8-9,28-29,36-37,96-97 --columns 4 --width 400 --to docs/pages.png
	@$(python) build.py sheet -q ereader-7in --pages 1-6 --columns 6 --width 260 --to docs/ereader.png
	@$(python) build.py sheet -q cheatsheet-a4 --columns 5 --width 260 --to docs/cheatsheet.png

# Write the JSON Schema files anew, after a change to press/schema.py.
schema: $(run)
	@$(python) -c 'from pathlib import Path; from press.schemafile import write_schemas; write_schemas(Path("content"))'

# Resolve the requirements anew (needs uv).
lock:
	@for file in requirements requirements-dask requirements-test; do \
	  uv pip compile -q --upgrade --universal --python-version 3.11 --generate-hashes --no-header \
	    --no-annotate --no-emit-index-url --no-emit-find-links $$file.in -o $$file.txt || exit 1; done

# Remove what was made: books, caches and the virtual environment.
clean:
	@if [ -x $(python) ]; then $(python) build.py clean -q; fi
	@rm -rf output content/.press .venv .pytest_cache .mypy_cache .ruff_cache
	@find . -name __pycache__ -type d -prune -exec rm -rf {} +

$(run): requirements.txt scripts/setup.sh
	@scripts/setup.sh run
	@touch $@

$(proof): requirements-test.txt scripts/setup.sh $(run)
	@scripts/setup.sh test
	@touch $@
