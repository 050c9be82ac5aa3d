"""`replylint check`: drafts in, findings and a score out."""

from __future__ import annotations

from replylint.cli import app
from replylint.cli import options as o
from replylint.cli.exits import stop_for
from replylint.cli.words import LANG, say
from replylint.errors import ReplylintError


@app.command(help=say("Проверить черновики ответов.", "Check drafts of replies."))
def check(
    paths: o.Paths = None,
    text: o.Text = None,
    stdin_filename: o.StdinFilename = "",
    encoding: o.Encoding = "",
    column: o.Column = None,
    max_chars: o.MaxChars = 100_000,
    watch: o.Watch = False,
    jobs: o.Jobs = 1,
    name: o.Name = "",
    handle: o.Handle = "",
    message: o.Message = "",
    message_file: o.MessageFile = "",
    rating: o.Rating = "",
    channel: o.Channel = "",
    platform: o.Platform = "",
    stage: o.Stage = "",
    intent: o.Intent = "",
    fault: o.Fault = "",
    mood: o.Mood = "",
    register: o.Register = "",
    brand: o.Brand = "",
    agent: o.Agent = "",
    select: o.Select = None,
    ignore: o.Ignore = None,
    config: o.Config = "",
    isolated: o.Isolated = False,
    fix: o.FixFlag = False,
    unsafe_fixes: o.UnsafeFixes = False,
    diff: o.Diff = False,
    fail_on: o.FailOn = "",
    min_score: o.MinScore = -1,
    min_coverage: o.MinCoverage = 0,
    exit_zero: o.ExitZero = False,
    output_format: o.Formats = None,
    output_file: o.OutputFile = "",
    statistics: o.Statistics = False,
    color: o.Color = "auto",
    quiet: o.Quiet = False,
    verbose: o.Verbose = 0,
    lang: o.Lang = LANG,
) -> None:
    """Check drafts: findings with a short explanation, a score, what context would sharpen the verdict."""
    from replylint.cli.run import Asked, run

    told = {
        "customer_name": name, "customer_handle": handle, "customer_message": message, "rating": rating, "channel": channel,
        "platform": platform, "stage": stage, "intent": intent, "fault": fault, "mood": mood, "register": register,
        "brand": brand, "agent": agent,
    }  # fmt: skip
    asked = Asked(
        paths=tuple(paths or ()), text=text, stdin_filename=stdin_filename, encoding=encoding, column=tuple(column or ()),
        max_chars=max_chars, jobs=jobs, told=told, message_file=message_file, select=tuple(select or ()), ignore=tuple(ignore or ()),
        config=config, isolated=isolated, fix=fix, unsafe_fixes=unsafe_fixes, diff=diff, fail_on=fail_on, min_score=min_score,
        min_coverage=min_coverage, exit_zero=exit_zero, output_format=tuple(output_format or ()), output_file=output_file,
        statistics=statistics, color=color, verbosity=-1 if quiet else verbose, lang=lang,
    )  # fmt: skip
    try:
        if watch:
            from replylint.cli.watch import watch_paths

            watch_paths(asked)
        else:
            run(asked)
    except ReplylintError as error:
        stop_for(error)
