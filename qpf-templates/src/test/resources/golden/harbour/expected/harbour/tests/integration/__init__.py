"""The package harbour.tests.integration."""
