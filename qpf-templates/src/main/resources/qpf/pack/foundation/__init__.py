"""The shared ground of all agents: what they stand on, and nothing of their own."""
