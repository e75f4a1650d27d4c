#!/usr/bin/env python3
"""The press on the command line: `python build.py --help` says what it can do."""

import atexit
import gc
import os
import signal
import sys
from importlib import import_module

import click

from press import __version__
from press.problems import BadContent, BadUsage, PressError

COMMANDS = {
    "batch": "building.batch",
    "build": "building.build",
    "check": "checking.check",
    "clean": "building.clean",
    "import": "checking.import_",
    "list": "checking.list_",
    "sheet": "looking.sheet",
    "survey": "looking.survey",
}
"""Where each command is defined: it is imported when it is called."""


class Group(click.Group):
    """Runs `build` when no command is named."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names of all commands, in order."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of a name."""
        module, _, name = COMMANDS.get(cmd_name, "").partition(".")
        if not name:
            return None
        command = getattr(import_module(f"press.commands.{module}"), name)
        assert isinstance(command, click.Command)
        return command

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Put `build` before words that are no command of their own."""
        if not args or args[0] not in {"--help", "--version", "-h", *COMMANDS}:
            args = ["build", *args]
        return super().parse_args(ctx, args)


@click.group(cls=Group, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="The press")
def press() -> None:
    """Make printed books from YAML questions. Without a command, build the default editions."""


def _interrupted(*_: object) -> None:
    """End in good order, undisturbed by whoever cannot wait for it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    raise KeyboardInterrupt


def main() -> int:
    """Run the command; the exit code: 0, 1 for what is wrong, 2 for usage, 130 if interrupted."""
    if signal.getsignal(signal.SIGINT) is signal.default_int_handler:
        signal.signal(signal.SIGINT, _interrupted)
    try:
        press(standalone_mode=False)
    except click.exceptions.Exit as error:
        return error.exit_code
    except click.ClickException as error:
        error.show()
        return 2
    except (click.Abort, KeyboardInterrupt):
        print("interrupted; nothing was changed that is not whole", file=sys.stderr)
        return 130
    except BadUsage as error:
        print(f"build.py: {error}", file=sys.stderr)
        return 2
    except BadContent as error:
        from press.report import complain

        complain(error.problems)
        return 1
    except PressError as error:
        print(error, file=sys.stderr)
        return 1
    except BrokenPipeError:
        # Whoever read our lines has had enough; what is left in the buffer has no reader.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except OSError as error:
        what = f"{error.filename}: {error.strerror}" if error.filename else str(error)
        print(f"build.py: {what}; make it writable, or name another folder", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    # All that is left goes with the process, and need not be looked through for garbage first.
    atexit.register(gc.freeze)
    sys.exit(main())
