{{> part/banner.py}}

from typing import Final

PRIMARY: Final = {{agent.reasoning.model.py}}
SECONDARY: Final[tuple[str, ...]] = {{agent.reasoning.secondaryModels}}
WORLD: Final[tuple[str, ...]] = {{agent.worldModel.models}}


def all_models() -> tuple[str, ...]:
    """Return the models that {{agent.name.doc}} reasons with, the primary one first."""
    return tuple(model for model in (PRIMARY, *SECONDARY, *WORLD) if model)


def is_declared(model: str) -> bool:
    """Return whether the schema names a model.

    Args:
        model: The name as the schema writes it.
    """
    return model in all_models()
