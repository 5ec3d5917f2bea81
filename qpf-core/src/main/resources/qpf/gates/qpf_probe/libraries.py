"""What installed packages have, read from their files; they are loaded in doubt only."""

from __future__ import annotations

import importlib
import re
from importlib.machinery import ModuleSpec, PathFinder
from pathlib import Path


def lacking(module: str, name: str) -> str:
    """Say what is missing of a module or a name of it; empty if nothing is, or nobody knows."""
    top = _spec(module.partition(".")[0], None)
    if top is None:
        return ""
    spec: ModuleSpec | None = top
    parts = module.split(".")
    for length in range(2, len(parts) + 1):
        places = spec.submodule_search_locations if spec else None
        spec = _spec(".".join(parts[:length]), list(places)) if places else None
    if spec is None:
        return _loaded(module, "" if name == "*" else name)
    if not name or name == "*" or _mentions(spec, name):
        return ""
    return _loaded(module, name)


def _spec(module: str, places: list[str] | None) -> ModuleSpec | None:
    """Find a module without loading those above it."""
    try:
        return PathFinder.find_spec(module, places)
    except (ImportError, ValueError):
        return None


def _mentions(spec: ModuleSpec, name: str) -> bool:
    """Whether the text of a module holds a name, or its folder a file of that name."""
    places = list(spec.submodule_search_locations or ())
    if places and _spec(f"{spec.name}.{name}", places) is not None:
        return True
    if not spec.origin or not spec.origin.endswith(".py"):
        return False
    text = Path(spec.origin).read_text(encoding="utf-8", errors="replace")
    return re.search(rf"\b{re.escape(name)}\b", text) is not None


def _loaded(module: str, name: str) -> str:
    """Load what seems to be missing: only then it is."""
    try:
        there = importlib.import_module(module)
    except ModuleNotFoundError as error:
        missing = error.name == module or module.startswith(f"{error.name}.")
        return f"there is no module {module}" if missing else ""
    except Exception:  # pylint: disable=broad-exception-caught
        return ""  # it is there, and does not load here
    if not name or hasattr(there, name):
        return ""
    try:
        importlib.import_module(f"{module}.{name}")
    except Exception:  # pylint: disable=broad-exception-caught
        return f"{module} has no {name}"
    return ""
