"""The program: `python -m bot`, and the command `paperbot`."""

from __future__ import annotations

import signal


def main() -> None:
    """Run the command line."""
    # Until all is imported, which takes a moment, Ctrl-C just ends the process: there is nothing to say or to close.
    interrupt = signal.signal(signal.SIGINT, signal.SIG_DFL)
    from bot.cli.main import main as command_line

    signal.signal(signal.SIGINT, interrupt)
    command_line()


if __name__ == "__main__":
    main()
