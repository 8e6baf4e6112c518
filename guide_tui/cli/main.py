"""The ``guide`` command: its options, its commands, and how errors become messages and exit codes."""

from __future__ import annotations

import difflib
import gc
import importlib
import io
import os
import shutil
import sys
from contextlib import redirect_stderr
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

import click

from guide_tui import __version__
from guide_tui.cli.options import today_option
from guide_tui.cli.printing import OUTPUT, discard, tell
from guide_tui.cli.session import Session
from guide_tui.errors import GuideError

TITLE = "Partnership guide"
"""The title of the built-in library, to be written before it is read."""

PROBLEM, USAGE, FAULT, INTERRUPTED = 1, 2, 70, 130

COMMANDS = {
    "ask": "Answer a question: the best entry, and others that come close.",
    "check": "Work something out, question by question, or from a file of answers.",
    "trees": "List what can be worked out.",
    "read": "Read the guide, an answer or a whole check as text.",
    "term": "Look up an abbreviation or a term.",
    "lint": "Look for faults in content.",
    "paths": "List every path through a check.",
    "graph": "Draw a check: Mermaid, DOT, SVG or an outline in words.",
    "coverage": "Show what cites each section of the sources.",
    "where": "Show where content is read from and answers are kept.",
}
"""Commands with their one-line help, so that help and completion need not import them."""


class LazyGroup(click.Group):
    """A group that imports a command only when it is run or asked for its own help."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The commands in the order of the help."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of that name."""
        if cmd_name not in COMMANDS:
            return None
        module = importlib.import_module(f"guide_tui.cli.commands.{cmd_name}")
        command: click.Command = module.command
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command that the arguments name; of an unknown one, the nearest is offered."""
        if args[0] not in COMMANDS and not args[0].startswith("-"):
            near = difflib.get_close_matches(args[0], COMMANDS, 1)
            ctx.fail(f'there is no command "{args[0]}".' + (f' Did you mean "{near[0]}"?' if near else ""))
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the commands without importing them."""
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))


@click.group(cls=LazyGroup, invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"]})
@click.option(
    "--library",
    "root",
    metavar="DIR",
    type=click.Path(path_type=Path),
    help="Read content from this folder instead of the built-in library.",
)
@click.option(
    "--data",
    metavar="DIR",
    type=click.Path(path_type=Path),
    envvar="GUIDE_DATA",
    help="Keep answers in this folder. [default: the user's data folder]",
)
@click.option(
    "--config",
    metavar="DIR",
    type=click.Path(path_type=Path),
    envvar="GUIDE_CONFIG",
    help="Keep settings in this folder. [default: the user's configuration folder]",
)
@click.option("--plain", is_flag=True, help="Everything line by line, for screen readers and pipes.")
@today_option
@click.version_option(__version__, prog_name="guide")
@click.pass_context
def guide(
    context: click.Context,
    root: Path | None,
    data: Path | None,
    config: Path | None,
    plain: bool,
    today: datetime | None,
) -> int:
    """Guided decisions about BTEC collaborative arrangements: a verdict with dates and citations.

    Without a command, the app opens; where it cannot be drawn, or with --plain, everything goes line by line.
    """
    session = Session(root, data, today.date() if today else None, config)
    if isinstance(context.obj, Started):
        context.obj.session = session
    context.obj = session
    if context.invoked_subcommand is not None:
        return 0
    reason = "" if plain else _no_app_here()
    if reason:
        tell(f"The app cannot be drawn here, because {reason}, so everything goes line by line.")
    return _speak_plainly(session) if plain or reason else _open_app(session)


def _speak_plainly(session: Session) -> int:
    from guide_tui.cli.plain.desk import Desk
    from guide_tui.cli.plain.home import Home

    with session.store:
        Home(Desk(session, session.today)).run()
    return 0


def _open_app(session: Session) -> int:
    from guide_tui.cli.first_frame import first_frame

    told = io.StringIO()
    # What is loaded now stays: the collector of memory would go through it for nothing. The app starts it again.
    gc.disable()
    try:
        with first_frame(TITLE if session.builtin else ""):
            # What is told meanwhile would be drawn over. The app tells it too, and it stands here afterwards.
            with redirect_stderr(told):
                from guide_tui.services.clipboard import clipboard_programs
                from guide_tui.tui.app import run

                parts = (session.library, session.late_index, session.store, session.today, session.save_folder)
                closed_days, settings = session.closed_days, session.settings
            clipboard = clipboard_programs(sys.platform, os.environ, shutil.which)
            return run(*parts, closed_days, settings, session.data_folder, clipboard)
    finally:
        gc.enable()
        if told.getvalue():
            tell(told.getvalue().rstrip())


def _no_app_here() -> str:
    """Why the app cannot open, or nothing."""
    if os.environ.get("TERM") == "dumb":
        return 'this terminal (TERM is "dumb") cannot move its cursor'
    # Textual draws to stderr and reads keys from stdin; it checks neither.
    for stream, name in ((sys.stdin, "input"), (sys.stdout, "output"), (sys.stderr, "error output")):
        if stream is None or not stream.isatty():
            return f"the {name} is not a terminal"
    return ""


def main(arguments: list[str] | None = None) -> None:
    """Run the command line and exit.

    0: fine; 1: a problem in content or input; 2: wrong usage; 70: a fault in the program; 130: interrupted.
    """
    # Streams closed by whoever started us: there is nobody to ask and nobody to print for.
    sys.stdin = sys.stdin or Path(os.devnull).open(encoding="utf-8")  # noqa: SIM115
    sys.stdout = sys.stdout or Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115
    sys.stderr = sys.stderr or Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115
    if hasattr(sys.stdin, "reconfigure"):
        sys.stdin.reconfigure(errors="replace")
    for stream in (sys.stdout, sys.stderr):
        # A Windows console or a C locale may not have every character; a replaced one is better than a crash.
        if stream is not None and hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    sys.exit(_run(arguments))


@dataclass
class Started:
    """What became of the command's own options, for when it fails after reading them."""

    session: Session = field(default_factory=Session)


def _run(arguments: list[str] | None) -> int:
    started = Started()
    try:
        result = guide.main(args=arguments, prog_name="guide", standalone_mode=False, obj=started)
    except click.exceptions.Abort:
        return _say("Interrupted.", INTERRUPTED)
    except KeyboardInterrupt:
        return _say("Interrupted.", INTERRUPTED)
    except click.UsageError as error:
        hint = f"\nTry: {error.ctx.command_path} --help" if error.ctx else ""
        return _say(f"guide: {error.format_message()}{hint}", USAGE)
    except click.ClickException as error:
        return _say(f"guide: {error.format_message()}", PROBLEM)
    except GuideError as error:
        return _say(f"guide: {error}", PROBLEM)
    except (BrokenPipeError, SystemExit):
        # Whoever read our output has seen enough; click turns that, and nothing else, into an exit of its own.
        discard(OUTPUT)
        return 0
    except Exception as error:
        from guide_tui.cli.failure import tell_failure

        tell_failure(error, started.session)
        return FAULT
    return result if isinstance(result, int) else 0


def _say(message: str, code: int) -> int:
    tell(message)
    return code


if __name__ == "__main__":
    main()
