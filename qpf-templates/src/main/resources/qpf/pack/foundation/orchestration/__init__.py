"""Orchestration: what runs by the clock, and how much of it at a time."""
