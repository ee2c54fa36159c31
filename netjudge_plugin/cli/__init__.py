"""The command line: a door like the plugin, to the same path. In a journal it only ever creates what was not there.

One file a group of commands (`init`, `new`, `check`, `judge` with `why`, `week`, `share`, `team`, `schema`); the others
serve them: `app` (the program and its exit codes), `wording` (help from the catalogue), `console` (streams and
language), `source` (which journal), `who` (which person), `telling` (a judgement in words), `blank` (an entry to fill
in), `shared` (what may leave, and for whom).

Exit codes: 0 fine, 1 errors in the data, 2 usage or configuration, 130 interrupted.
"""
