"""What a record shows: entries, accounts, what is due, and what a reviewer is asked."""
