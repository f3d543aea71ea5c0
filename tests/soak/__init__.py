"""A bot under mixed load for a long time, with faults and reloads: `make soak`, `make soak MINUTES=10`."""
