"""In and out: the forms in which other programs read what the journal holds. Each is an interface and is kept."""
