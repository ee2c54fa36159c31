"""What one owes the people one writes about: all that is held on one of them, forgetting, and what a leak asks for."""
