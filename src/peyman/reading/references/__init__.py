"""Whom a text means that names nobody: "the two countries", "both sides", "he", "the minister"."""
