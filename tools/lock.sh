#!/usr/bin/env bash
# Makes lock.txt from pyproject.toml: one version a package for all platforms, with the hash of each of its files.
set -euo pipefail
cd "$(dirname "$0")/.."

[ -x build/lock/bin/uv ] || { python3 -m venv build/lock && build/lock/bin/pip install -q uv==0.13.9; }
# annotations are kept so that a reader sees why a package is here; the header would repeat this command with its paths
build/lock/bin/uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-header \
  --extra dev pyproject.toml -o lock.txt "$@"
