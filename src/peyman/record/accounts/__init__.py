"""The accounts of a meeting beside one another: what each tells, leaves out and contradicts."""
