"""How to go on with those to be contacted: a week, its few messages, and seats at a distance. It changes no verdict."""
