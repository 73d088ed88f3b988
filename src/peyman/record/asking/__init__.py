"""Asking a record for entries, lists, names and decisions, each in a fixed number of queries."""
