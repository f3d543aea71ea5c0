"""Random input against whatever reads it: `make fuzz`, `make fuzz MINUTES=10`, `make fuzz TARGET=query`.

A target is a strategy and a check. What they find stands in `findings.py`, and is tried again by `make test`.
"""
