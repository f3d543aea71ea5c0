"""The program: `python -m bot`, and the command `paperbot`."""

from __future__ import annotations

import signal


def main() -> None:
    """Run the command line."""
    # Ctrl-C ends the process at once, from before its long imports on, also where a thread that indexes would have to
    # be waited for. What is written is one transaction, or a file that is put in place when it is whole: nothing is
    # left half done. `run` and the console's prompt take the signal over while they have something to end in order.
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    from bot.cli.main import main as command_line

    command_line()


if __name__ == "__main__":
    main()
