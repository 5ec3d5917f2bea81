"""The agents of ecosystem and the foundation that they share."""
