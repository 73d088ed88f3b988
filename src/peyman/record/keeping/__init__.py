"""Opening the database of a record, and copying a whole record."""
