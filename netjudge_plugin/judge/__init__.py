"""What does it mean? Records and criteria and a date to judgements: pure, the standard library only.

No clock, no disk, no site generator and no words for people come in here.
"""
