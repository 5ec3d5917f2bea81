"""Tests of the L9 example: the domain code, and the journey of a transaction."""
