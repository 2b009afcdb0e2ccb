"""One file per check; `tracker.consistency.checking` has them all, in the order of a report."""
