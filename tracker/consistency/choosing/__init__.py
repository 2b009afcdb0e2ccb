"""What to set aside: figures of least total weight such that all the rest can be true together."""
