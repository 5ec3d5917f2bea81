"""The package harbour.agents."""
