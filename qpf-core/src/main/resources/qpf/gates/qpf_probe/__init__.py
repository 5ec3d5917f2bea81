"""Measures an extracted tree for QPF's gates. Knows the standard library only."""
