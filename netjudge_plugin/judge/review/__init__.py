"""Looking back: what came of my decisions, and changes to the criteria that would have fitted them better."""
