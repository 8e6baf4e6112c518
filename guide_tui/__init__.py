"""Guided decisions about BTEC collaborative arrangements, in a terminal."""

__version__ = "0.1.0"
