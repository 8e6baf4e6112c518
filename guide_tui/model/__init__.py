"""What the program knows, as frozen dataclasses. Nothing here reads, writes or asks the time."""
