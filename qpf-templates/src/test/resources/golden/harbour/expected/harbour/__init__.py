"""The agents of port and the foundation that they share."""
