"""How the tables of a team came to be, step by step."""
