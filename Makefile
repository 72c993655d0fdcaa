# Set-up and the daily commands. `make up` and `make test` work on a fresh clone; each installs what it needs.

VENV := .venv
BIN := $(VENV)/bin
# The folder with NASA's files, for bench-maintenance.
CMAPSS ?= ../shared/data/cmapss
# What the installation is made of: a change in any of these makes the next command set up again.
INSTALLED_FROM := pyproject.toml constraints.txt scripts/make-venv scripts/install-proxy \
	$(shell find extensions notebooks studio_widgets/voila_templates -type f -not -path '*/node_modules/*' -not -path '*/__pycache__/*')

.DEFAULT_GOAL := help
.PHONY: help up setup test test-hub5 cluster cluster-down bench-spawn bench-maintenance lint format clean

help: ## Show these commands
	@sed -n 's/^\([a-z0-9-]*\):.*## /\1	/p' $(MAKEFILE_LIST) | expand -t 14

up: $(VENV)/ready ## Set everything up and start the studio on this machine
	@exec $(BIN)/ai-studio up

setup: $(VENV)/ready ## Set everything up

test: $(VENV)/ready-for-tests ## Set everything up and run all tests
	@scripts/system-packages
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/pytest

test-hub5: $(VENV)/ready-for-tests ## Run the hub's tests on the oldest JupyterHub that we support
	scripts/test-hub5

cluster: $(VENV)/ready ## Bring up the practice cluster (root, Debian)
	@scripts/system-packages
	@scripts/public-environment
	@$(BIN)/ai-studio cluster up

cluster-down: $(VENV)/ready ## Take the practice cluster down, without a trace
	@$(BIN)/ai-studio cluster down

bench-spawn: $(VENV)/ready-for-tests ## Measure starts, queues and crowds beside batchspawner and jupyterhub_moss (root, Debian)
	@scripts/system-packages slurm
	@scripts/public-environment
	$(BIN)/python -m benchmarks.spawn
	$(BIN)/python -m benchmarks.crowd

bench-maintenance: $(VENV)/ready-for-tests ## Measure the predictions and the cost study on the C-MAPSS subsets in CMAPSS
	$(BIN)/python -m benchmarks.maintenance $(CMAPSS)

lint: $(VENV)/ready-for-tests ## Check format, lint and types
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy

format: $(VENV)/ready-for-tests ## Format all code
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

clean: ## Remove the set-up
	rm -rf $(VENV) .venv-hub5

$(VENV)/ready: $(INSTALLED_FROM)
	@scripts/make-venv $(VENV) hub,lab
	@scripts/install-proxy $(VENV)
	@touch $@

$(VENV)/ready-for-tests: $(VENV)/ready
	@scripts/make-venv $(VENV) hub,lab,test
	@touch $@
