"""What was read, given to people and programs: in a terminal, and as a page of its own."""
