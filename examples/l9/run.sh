#!/bin/sh
# Starts the five agents of the example, each on its port, from 8000 to 8004.
#
#   ./run.sh                        all of them, everything in memory
#   ./run.sh --data target/data     what they remember stays in SQLite files below that folder
#   ./run.sh TensorAIOS             that agent alone
#   ./run.sh token NAME [SCOPE …]   starts nothing and prints a token for guarded routes
#
# The virtual environment stands under target/ and is made once for each state of the locked requirements.
set -eu

here=$(cd "$(dirname "$0")" && pwd)
tree=${QPF_TREE:-$here/target/generated-sources/qpf}
lock=$tree/requirements.txt

# Signs the tokens. Good enough for an example on one's own machine, and for nothing else.
export L9_EXAMPLE_SECRET="${L9_EXAMPLE_SECRET:-the secret of an example is no secret}"

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

if [ "${1:-}" = token ]; then
    shift
    cd "$tree"
    exec "$venv/bin/python" - "$@" <<'PY'
import os
import sys

from L9.core.clock import SystemClock
from L9.core.security import TokenService

tokens = TokenService(os.environ["L9_EXAMPLE_SECRET"], SystemClock())
print(tokens.issue(sys.argv[1], sys.argv[2:]))
PY
fi

export PYTHONPATH="$tree"
exec "$venv/bin/python" -m L9 --config "$tree/l9_example_config.yaml" "$@"
