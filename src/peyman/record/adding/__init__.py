"""Adding what was read of a document, and reading it again."""
