#!/bin/sh
# Starts the five agents of the example, each on its port, from 8000 to 8004.
#
#   ./run.sh                      all of them, storage in memory
#   ./run.sh --data target/data   storage in SQLite files below that folder
#   ./run.sh TensorAIOS           that agent alone
#
# The virtual environment stands under target/ and is made once for each state of the locked requirements.
set -eu

here=$(cd "$(dirname "$0")" && pwd)
tree=${QPF_TREE:-$here/target/generated-sources/qpf}
lock=$tree/requirements.txt

if [ ! -f "$lock" ]; then
    echo "Nothing is extracted yet. Run ./mvnw package -DskipTests in the project's root first." >&2
    exit 1
fi

venv=$here/target/venv-$(cksum <"$lock" | cut -d ' ' -f 1)
if [ ! -f "$venv/complete" ]; then
    echo "Making the virtual environment $venv (once)." >&2
    rm -rf "$venv"
    if command -v uv >/dev/null 2>&1; then
        uv venv --quiet "$venv"
        uv pip install --quiet --python "$venv/bin/python" --require-hashes --requirement "$lock"
    else
        python3 -m venv "$venv"
        "$venv/bin/python" -m pip install --quiet --require-hashes --requirement "$lock"
    fi
    touch "$venv/complete"
fi

cd "$tree"
exec "$venv/bin/python" -m L9 "$@"
