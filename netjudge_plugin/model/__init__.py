"""The nouns every room shares: frozen values, standard library only, no behaviour beyond their own shape."""
