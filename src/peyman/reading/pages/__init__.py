"""What a page is before anybody reads its sentences: its day, its publisher, and what only stands in its head."""
