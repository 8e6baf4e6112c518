"""Options that several commands share."""

from __future__ import annotations

import click

today_option = click.option(
    "--today",
    metavar="YYYY-MM-DD",
    type=click.DateTime(["%Y-%m-%d"]),
    help="Judge dates as of this day. [default: today]",
)
