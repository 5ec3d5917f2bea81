"""Crane: contracts.

Typed requests and responses of the agent's operations.

Extracted from agents/crane.yaml
    contracts
Change the schema and extract again: an edit here is drift.
"""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict, Field


class Box(BaseModel):
    """The type Box of the contracts."""

    model_config = ConfigDict(populate_by_name=True, protected_namespaces=())

    id: str
    weight: float


class PlanLiftRequest(BaseModel):
    """What plan_lift takes."""

    model_config = ConfigDict(populate_by_name=True, protected_namespaces=())

    class_: str = Field(validation_alias="class", serialization_alias="class")
    boxes: list[Box]


class PlanLiftResponse(BaseModel):
    """What plan_lift gives."""

    model_config = ConfigDict(populate_by_name=True, protected_namespaces=())

    order: list[str]
