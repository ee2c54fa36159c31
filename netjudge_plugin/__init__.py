"""netjudge: decide calmly, by criteria of your own, with whom to stay in touch after a 士業交流会.

The rooms, in the order in which a journal passes through them:

    reader   what did I write?       files -> typed entries -> who is who
    judge    what does it mean?      records + criteria + a date -> judgements (pure)
    views    how do I see it?        judgements -> pages (ready HTML)
    audience what may others see?  a journal -> a share of plain values, many shares -> who knows whom
    model    the nouns they share

`pipeline` is the whole way on one screen; `mkdocs` and `cli` are the doors. `publish` brings a site to a share.
"""

__version__ = "0.1.0"
