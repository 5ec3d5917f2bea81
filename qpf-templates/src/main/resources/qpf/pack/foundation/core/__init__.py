"""The core of the foundation: operations, governance, memory, packets and events."""
