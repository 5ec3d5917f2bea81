"""What the Greeter says."""
