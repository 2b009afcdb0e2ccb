"""Tables, charts and summaries; the only package that knows pandas and matplotlib."""
