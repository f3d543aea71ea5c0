"""The real bot in a simulated Discord, looked at with a browser: `make preview` and `make pictures`."""
