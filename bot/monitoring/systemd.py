"""What systemd is told of a service of `Type=notify`; see sd_notify(3) for the protocol."""

from __future__ import annotations

import os
import socket
from typing import Final

READY: Final = "READY=1"
STOPPING: Final = "STOPPING=1"
ALIVE: Final = "WATCHDOG=1"


def notify(*lines: str, within: float = 0.0) -> None:
    """Tell systemd, where it started this process and wants to hear; never fails. Where it has not read yet what it was
    told before, wait `within` seconds at most, and then leave it."""
    address = os.environ.get("NOTIFY_SOCKET", "")
    if not address.startswith(("/", "@")):
        return
    try:
        with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as to:
            to.settimeout(within)
            to.sendto("\n".join(lines).encode(), address.replace("@", "\0", 1) if address[0] == "@" else address)
    except OSError:
        return


def watchdog_seconds() -> float:
    """How often systemd wants to hear that the process is alive, else it ends it; 0: it does not."""
    wanted, for_process = os.environ.get("WATCHDOG_USEC", ""), os.environ.get("WATCHDOG_PID", "")
    if not wanted.isdecimal() or (for_process and for_process != str(os.getpid())):
        return 0.0
    return int(wanted) / 1_000_000
