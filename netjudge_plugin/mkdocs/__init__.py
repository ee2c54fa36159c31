"""The door to the site generator: the only room that knows MkDocs (or ProperDocs), so that all others survive it.

    options   mkdocs.yml           -> settings, for the plugin and for the command line: values and folders say what an
              option may hold, loading reads the file where the host is not there to do it
    pages     finished pages       -> files and pages of the host
    report    diagnostics          -> lines of the host's log
    watching  the journal's folder -> rebuilds under `serve`
    search    the built-in search shows titles as they are
    team      a site for others: a configuration of its own, and pages handed over ready
    building  a site built elsewhere, to be published
    plugin    the host's events in their order; nothing else

Inside this package `import mkdocs` means the host: always import it absolutely.
"""
