"""One file per check; this list is their order in reports."""
