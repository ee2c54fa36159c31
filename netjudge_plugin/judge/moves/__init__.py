"""How a verdict moved: the days that matter, what began or ceased to count on them, and which of it was the cause."""
