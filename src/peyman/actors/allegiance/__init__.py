"""For whom people, bodies and delegations act."""
