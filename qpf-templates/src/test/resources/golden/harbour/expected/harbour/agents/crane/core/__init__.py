"""The package harbour.agents.crane.core."""
