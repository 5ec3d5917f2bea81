"""The package harbour.tests.agents."""
