"""The whole app as plain lines: for screen readers, pipes, and terminals that cannot draw.

A line is typed, lines come back. Nothing is redrawn, boxed or coloured; lists say how many things they hold and number
them; every command is a word, and a number picks from what was listed last.
"""
