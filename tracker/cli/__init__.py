"""One file per command: options, one call, one rendering, one exit code."""
