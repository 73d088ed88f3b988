"""Which of what was found in the same words is meant."""
