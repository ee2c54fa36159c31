"""A built site goes to a share, file by file: resumable, never broken, never half of a file, nothing stale left.

    manifest  which files a site has, by content
    names     names that a share could not hold
    gate      what must not leave
    target    what a share has to be able to do
    folder    a folder: local, mounted, or on a server of Windows
    remote    whatever else fsspec opens
    opening   an address -> a file system of fsspec's, signed in; smb and sftp are drivers of our own
    address   what of an address may be shown
    locate    a target's address -> a target
    trouble   what an error of a file system means
    meanings  errors of other libraries -> errors of Python's own
    lock      one publisher at a time
    state     what a target holds now, and whether it is ours to change
    plan      what there is and what is wanted -> steps in their order
    run       the steps, one after the other
    verify    a published site, byte by byte
    stopped   why a publish ended early

The room knows nothing of journals: it takes a folder of files, and puts them elsewhere.
"""
