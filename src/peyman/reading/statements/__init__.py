"""Statements: who said or published what, in which form, and what of the text each of them answers for."""
