"""When and where an encounter takes place."""
