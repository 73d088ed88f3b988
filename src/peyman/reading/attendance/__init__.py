"""Who takes part in an encounter: which parties sit at its table, and which people."""
