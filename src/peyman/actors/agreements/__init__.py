"""Agreements: where a text names one, of what kind it is, and which mentions are one."""
