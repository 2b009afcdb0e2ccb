"""Words to values and back; the only place that words anything."""
