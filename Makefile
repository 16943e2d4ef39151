VENV ?= .venv
PY := $(VENV)/bin/python
STAMP := $(VENV)/.stamp

.PHONY: demo test check fix lock bench bench-reading bench-reconcile bench-names clean

demo: $(STAMP)
	$(VENV)/bin/according demo

test: $(STAMP)
	tools/system-packages
	$(PY) -m pytest -n 2

check: $(STAMP)
	$(VENV)/bin/ruff format --check .
	$(VENV)/bin/ruff check .
	$(VENV)/bin/mypy
	$(VENV)/bin/lint-imports
	$(MAKE) test

fix: $(STAMP)
	$(VENV)/bin/ruff format .
	$(VENV)/bin/ruff check --fix .

bench: $(STAMP)
	$(PY) bench/speed.py
	$(PY) bench/reconcile_speed.py

# GOLD: the folder that bench/reading/convert.py filled; TEST=1 also reads the test sets, which are for reporting only
bench-reading: $(STAMP)
	$(PY) bench/reading/run.py $(GOLD) $(if $(TEST),--test)

# the same GOLD; TEST=1 also reads the cases held out, PAGE names a copy of the tag page
bench-reconcile: $(STAMP)
	$(PY) bench/reconcile/run.py $(GOLD) $(if $(TEST),--test) $(if $(PAGE),--page $(PAGE))

# PAIRS: nomenklatura's contrib/name_bench/cases.csv; PY=… a Python that also has nomenklatura, to see its matchers beside ours
bench-names: $(STAMP)
	PYTHONPATH=src $(PY) bench/names/run.py $(PAIRS) $(if $(PAIRS),--half report)

lock:
	UV_PYTHON_DOWNLOADS=never $(VENV)/bin/uv pip compile pyproject.toml --group dev --generate-hashes --universal \
	  --no-header --no-annotate --no-emit-index-url --no-emit-find-links -o requirements.lock -q

$(STAMP): requirements.lock pyproject.toml
	test -x $(PY) || python3 -m venv $(VENV)
	$(PY) -m pip install -q --disable-pip-version-check uv==0.13.9
	UV_PYTHON_DOWNLOADS=never $(VENV)/bin/uv pip sync -q --python $(PY) --require-hashes requirements.lock
	$(PY) -m pip install -q --disable-pip-version-check --no-deps --no-build-isolation -e .
	touch $@

clean:
	rm -rf $(VENV) demo-case demo-site
