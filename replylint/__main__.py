"""`python -m replylint`, and the console command."""

from __future__ import annotations

import contextlib
import gc
import os
import sys

EXIT_INTERRUPTED = 130
YOUNG = 500_000
"""So many new objects before the collector looks for garbage: a start makes them all to stay."""


def run() -> None:
    """Run the command line; a closed pipe and Ctrl-C end it quietly."""
    gc.set_threshold(YOUNG, 20, 20)
    _set_streams()
    try:
        _start()
    except KeyboardInterrupt:
        sys.stderr.write("\n")
        sys.exit(EXIT_INTERRUPTED)
    except BrokenPipeError:
        # The reader went away (`| head`): what it wanted it has. Python must not flush into the closed pipe at exit.
        with contextlib.suppress(OSError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(0)
    finally:
        gc.freeze()  # Python looks for garbage once more when it ends: a sixth of a start, for memory that is given back anyway


def _start() -> None:
    """The command; wrong use ends it with one line and code 2."""
    from replylint.cli import app
    from replylint.cli.words import LANG

    if LANG == "ru" and ({"--help", "-h"} & set(sys.argv) or not sys.argv[1:]):
        from replylint.cli.usage import translate_help

        translate_help(app)
    try:
        code = app(prog_name="replylint", standalone_mode=False)
    except Exception as error:
        if not hasattr(error, "format_message"):  # typer's exceptions for wrong use have it, wherever typer keeps them
            raise
        if type(error).__name__ == "NoArgsIsHelpError":  # what it has to say is the help
            error.show()  # type: ignore[attr-defined]  # it has both
            sys.exit(2)
        from replylint.cli.usage import stop_for_use

        stop_for_use(error)
    sys.exit(code if isinstance(code, int) else 0)


def _set_streams() -> None:
    """UTF-8 into pipes and files; a console keeps its encoding, and what it cannot show is escaped."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            if stream.isatty() or os.environ.get("PYTHONIOENCODING"):
                stream.reconfigure(errors="backslashreplace")
            else:
                stream.reconfigure(encoding="utf-8", errors="backslashreplace")


if __name__ == "__main__":
    run()
