"""Who may see a site: what is shown to others, and the proof that nothing else left with it."""
