"""Peyman reads what the parties to talks publish and keeps one verifiable record of it."""

__version__ = "0.1.0"
