"""Undertakings: who undertakes or refuses what, for whom, by when, on what condition, how firmly."""
