"""To the command line: `netjudge`, or `python -m netjudge_plugin`."""

from __future__ import annotations

import sys


def main() -> None:
    """Run the command line; Ctrl-C ends it quietly, even while it is still loading."""
    try:
        from netjudge_plugin.cli.app import netjudge

        netjudge.main(prog_name="netjudge")
    except KeyboardInterrupt:
        sys.exit(130)


if __name__ == "__main__":
    main()
