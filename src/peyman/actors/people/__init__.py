"""People: where a text names them, in full and again, and which of them are known."""
