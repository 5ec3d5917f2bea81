"""The package harbour.tests.agents.crane."""
