"""The world model: what agents know about the world around them."""
