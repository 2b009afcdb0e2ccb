"""Difference constraints: verdicts, the range of every count on every day, minimal conflicts with proofs."""
