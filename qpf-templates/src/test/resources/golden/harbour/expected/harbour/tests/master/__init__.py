"""The package harbour.tests.master."""
