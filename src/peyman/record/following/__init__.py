"""Following up: what became of undertakings and planned meetings, what is due, and what lists of them show."""
