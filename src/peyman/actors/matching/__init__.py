"""Whether two names are one, across scripts and spellings, and who among many is called so."""
