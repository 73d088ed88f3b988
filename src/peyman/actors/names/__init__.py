"""How names are written, and who is named near them, whatever they name."""
