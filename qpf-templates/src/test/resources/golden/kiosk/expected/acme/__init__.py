"""The agents of acme and the foundation that they share."""
