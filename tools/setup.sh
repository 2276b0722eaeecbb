#!/usr/bin/env bash
# Makes .venv: system libraries, a Python of 3.11 or later, and every package from lock.txt, checked by its hash.
set -euo pipefail
cd "$(dirname "$0")/.."

tools/system.sh

python=
for candidate in "${PYTHON:-python3}" python3.13 python3.12 python3.11; do
  if "$candidate" -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
    python=$candidate
    break
  fi
done
if [ -z "$python" ]; then
  echo "Vangnet needs Python 3.11 or later with venv; name one with: make PYTHON=/path/to/python3.12 ..." >&2
  exit 1
fi

# a folder that was moved or whose Python went away is made anew
if ! .venv/bin/python -c 'import sys, pip; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
  rm -rf .venv
  "$python" -m venv .venv
fi
echo "Installing packages from lock.txt into .venv"
.venv/bin/python -m pip install -q --disable-pip-version-check --no-input --require-hashes --only-binary :all: --no-deps -r lock.txt
# the project itself, from this folder; it needs nothing from elsewhere
.venv/bin/python -m pip install -q --disable-pip-version-check --no-input --no-index --no-deps --no-build-isolation -e .
touch .venv/.ready
