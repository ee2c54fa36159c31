"""The nouns every room shares: frozen values, standard library only, no behaviour beyond their own shape.

Besides there are rules of words that rooms which know nothing of each other go by: wording, courtesy, referral and
passwords.
"""
