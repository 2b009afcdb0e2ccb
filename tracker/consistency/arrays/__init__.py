"""The same answers for large inputs, from arrays; the only part of the engine that loads NumPy."""
