"""The package acme.tests.integration."""
