"""What of two documents is one, and how what is one becomes an entry, in an order that changes nothing."""
