"""The engine: pure functions over trees."""
