"""Offices: where one begins and ends, what it is of, and who is told by it."""
