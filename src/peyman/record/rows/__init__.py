"""The tables of a record, its log, and rows on their way into them."""
