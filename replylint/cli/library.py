"""`replylint library`: templates in, findings on each and on the whole library out."""

from __future__ import annotations

from replylint.cli import app
from replylint.cli import libraryoptions as lo
from replylint.cli import options as o
from replylint.cli.exits import stop_for
from replylint.cli.words import LANG, say
from replylint.errors import ReplylintError


@app.command(help=say("Проверить библиотеку шаблонов.", "Check a library of templates."))
def library(
    paths: lo.Paths = None,
    encoding: o.Encoding = "",
    column: o.Column = None,
    max_chars: o.MaxChars = 100_000,
    jobs: o.Jobs = 1,
    changed_since: lo.ChangedSince = "",
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
    baseline: lo.BaselineFile = "",
    write_baseline: lo.WriteBaseline = False,
    prune_baseline: lo.PruneBaseline = False,
    fix: o.FixFlag = False,
    unsafe_fixes: o.UnsafeFixes = False,
    diff: o.Diff = False,
    fail_on: o.FailOn = "",
    min_score: o.MinScore = -1,
    min_coverage: o.MinCoverage = 0,
    fail_on_skipped: lo.FailOnSkipped = False,
    strict_suppressions: lo.StrictSuppressions = False,
    exit_zero: o.ExitZero = False,
    output_format: o.Formats = None,
    output_file: o.OutputFile = "",
    statistics: o.Statistics = False,
    color: o.Color = "auto",
    quiet: o.Quiet = False,
    verbose: o.Verbose = 0,
    lang: o.Lang = LANG,
) -> None:
    """Check templates as the replies they become, and the library as a whole."""
    from replylint.cli.libraryrun import AskedLibrary, run
    from replylint.cli.run import Asked

    told = {
        "customer_name": name, "customer_handle": handle, "customer_message": message, "rating": rating, "channel": channel,
        "platform": platform, "stage": stage, "intent": intent, "fault": fault, "mood": mood, "register": register,
        "brand": brand, "agent": agent,
    }  # fmt: skip
    asked = Asked(
        paths=tuple(paths or ()), encoding=encoding, column=tuple(column or ()), max_chars=max_chars, jobs=jobs, told=told,
        message_file=message_file, select=tuple(select or ()), ignore=tuple(ignore or ()), config=config, isolated=isolated, fix=fix,
        unsafe_fixes=unsafe_fixes, diff=diff, fail_on=fail_on, min_score=min_score, min_coverage=min_coverage, exit_zero=exit_zero,
        output_format=tuple(output_format or ()), output_file=output_file, statistics=statistics, color=color,
        verbosity=-1 if quiet else verbose, lang=lang,
    )  # fmt: skip
    try:
        run(AskedLibrary(asked, changed_since, baseline, write_baseline, prune_baseline, fail_on_skipped, strict_suppressions))
    except ReplylintError as error:
        stop_for(error)
