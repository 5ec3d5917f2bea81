"""The agents of {{name.doc}} and the foundation that they share."""
