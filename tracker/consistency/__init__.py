"""Which figures cannot all be true, and what they jointly support; pure, on plain values."""
