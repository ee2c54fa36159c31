"""Who may see what: a journal is not filtered for others, it is projected onto values that hold nothing private.

allow    which field may be seen by whom; whatever is not in its table is private
consent  with whose consent a person is shown to other offices
project  a journal -> a Share, from the files of the shared people and the days on which they were met
roster   Shares -> a Roster: who knows whom, with addresses and an order of its own
"""
