"""Encounters: which words tell of one, what became of it, and which tellings are one and the same."""
