"""Text in, model out: readers that know file, line and column."""
