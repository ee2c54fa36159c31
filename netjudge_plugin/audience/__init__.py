"""Who may see what, and the proof that nobody sees more.

A journal is not filtered for others, it is projected onto values that hold nothing private:

allow     which field may be seen by whom; whatever is not in its table is private
consent   with whose consent a person is shown to other offices
project   a journal -> a Share, from the files of the shared people and the days on which they were met
roster    Shares -> a Roster: who knows whom, with addresses and an order of its own

The proof looks at what was built, and shares no code with the projection:

secrets   everything in a journal that is not shared; needles: what of it is looked for, letters: how,
          lines: the same once a line
disguises the texts that a file's bytes can be read as; pictures: what they tell besides, parquet: tables
scan      a folder -> leaks; foreign: what a page loads, served: how a browser reads it,
          manifest: what lies about, report: all of it in words
"""
