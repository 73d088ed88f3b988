"""Places: which words name one, in which country it lies, and when a capital or a state is meant."""
