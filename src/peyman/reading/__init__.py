"""Reading one document: statements, meetings, undertakings, and who says so."""
