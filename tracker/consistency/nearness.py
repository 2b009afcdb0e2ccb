"""How near two reports of one batch are at least, in days and numbers."""

DRIFT = 3  # days between the spans of two reports of one batch: a weekend
SAME_NUMBER_DRIFT = 7  # days
VAGUE = 7  # days; a longer span does not date a batch
NEAR = 4  # numbers are near when they differ by at most a quarter of the larger
