"""People's own code for the harbour."""
