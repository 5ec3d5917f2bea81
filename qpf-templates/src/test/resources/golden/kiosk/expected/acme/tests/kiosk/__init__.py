"""The package acme.tests.kiosk."""
