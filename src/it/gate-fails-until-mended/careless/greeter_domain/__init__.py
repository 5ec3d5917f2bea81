"""What the greeter says."""
