"""Bodies: ministries, embassies, committees and outlets, known or composed from words."""
