"""Documents × rules → report: the whole of replylint without a file or a screen."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from operator import attrgetter
from typing import NamedTuple

from replylint import language
from replylint.checks import kind
from replylint.checks.profile import rows
from replylint.checks.situation import Situation
from replylint.context.build import situation_of
from replylint.fixing import mend
from replylint.house import Profile
from replylint.model import (
    Checked,
    Finding,
    Fix,
    Language,
    Match,
    Problem,
    Record,
    Report,
    Score,
    Severity,
    Span,
)
from replylint.plan import Plan, Worth, plan_of
from replylint.rule import Rule, at_most, said, severity_of
from replylint.rulebook import Rulebook
from replylint.scoring import score, weaken

FIX_ROUNDS = 5


class Options(NamedTuple):
    """What the user chose: rules, language, the house."""

    select: tuple[str, ...] = ()
    """Rule ids or categories to run; empty for all."""
    ignore: tuple[str, ...] = ()
    lang: Language = "ru"
    profile: Profile = Profile()
    severities: Mapping[str, Severity] = {}
    points: Mapping[str, int] = {}
    """Points of severities that the house changed."""


def check(records: Iterable[Record | Problem], rulebook: Rulebook, options: Options | None = None) -> Report:
    """Check records; problems pass through to the report."""
    chosen = options or Options()
    return report([item if isinstance(item, Problem) else check_one(item, rulebook, chosen) for item in records], rulebook, chosen)


def report(outcomes: Sequence[Checked | Problem], rulebook: Rulebook, options: Options) -> Report:
    """The report on what was checked and what was not, in order."""
    return Report(
        tuple(o for o in outcomes if isinstance(o, Checked)),
        rulebook.facts(options.lang, [rule.id for rule in active(rulebook, options)]),
        tuple(p for o in outcomes for p in ([o] if isinstance(o, Problem) else unscored(o, options))),
        language=options.lang,
    )


def active(rulebook: Rulebook, options: Options) -> list[Rule]:
    """The rules that `select` and `ignore` leave, by id or category."""
    return [
        rule
        for rule in rulebook.rules
        if (not options.select or {rule.id, rule.category} & set(options.select)) and not {rule.id, rule.category} & set(options.ignore)
    ]


def plan_for(rulebook: Rulebook, options: Options) -> Plan:
    """The plan of the rules that the options leave, made once for a rulebook."""
    plans: dict[object, Plan] = rulebook.plans
    chosen = options.select, options.ignore
    return plans.get(chosen) or plans.setdefault(chosen, plan_of(active(rulebook, options)))


def check_one(record: Record, rulebook: Rulebook, options: Options) -> Checked:
    """Check one reply. A reply that is not Russian has no findings and no score."""
    situation = situation_of(record, rulebook, options.profile)
    if language.foreign(situation.reply):
        return Checked(record, situation.context)
    chosen = plan_for(rulebook, options).choose(situation.context)
    findings: list[Finding] = []
    for rule, weak in chosen.candidates(situation.hits):
        if not (rule.lists and _excused(rule, situation)):
            for match in kind(rule.check).run(situation, rule.spec):
                findings += _weighed(rule, match, situation, options, chosen.severity(rule, situation.context), weak=weak)
    findings.sort(key=attrgetter("span", "rule"))
    result = rated(findings, chosen.worth, rulebook, options)
    praise = _praised(chosen.praised, findings, rulebook, options.lang)
    return Checked(record, situation.context, tuple(findings), result, chosen.skipped, praise)


def rated(findings: Sequence[Finding], worth: Worth, rulebook: Rulebook, options: Options) -> Score:
    """The score of findings, by the rulebook's points and those that the house changed."""
    policy = rulebook.policy
    if options.points:
        policy = policy._replace(points={**policy.points, **options.points})  # type: ignore[dict-item]  # severities, as told
    return score(findings, policy, worth.judged, worth.unknown)


def _praised(rules: Sequence[Rule], findings: list[Finding], rulebook: Rulebook, lang: Language) -> tuple[str, ...]:
    """What went well — but no praise for one side of a defect whose other side is a fault (apology and non-apology)."""
    faults = {finding.rule for finding in findings}
    spoiled = faults.union(*(group for group in rulebook.policy.groups if not faults.isdisjoint(group)))
    return tuple(rule.praise[lang] for rule in rules if rule.id not in spoiled)


def findings_of(rule: Rule, situation: Situation, options: Options, *, weak: bool = False) -> Iterator[Finding]:
    """The findings of a rule that applies. `weak`: it rests on a weak guess and drops one step."""
    if rule.lists and _excused(rule, situation):
        return
    for match in kind(rule.check).run(situation, rule.spec):
        yield from _weighed(rule, match, situation, options, severity_of(rule, situation.context), weak=weak)


def _weighed(
    rule: Rule, match: Match, situation: Situation, options: Options, severity: tuple[Severity, bool], *, weak: bool
) -> tuple[Finding, ...]:
    """The finding of a match with its severity; none in words that the house allows."""
    if situation.profile.allowed and _allowed(match.span, situation):
        return ()
    own = match.severity or severity[0]
    if weak or severity[1]:
        own = weaken(own)
    own = options.severities.get(rule.id, at_most(own, rule.ceiling))
    return (_finding(rule, match, own, situation, options.lang),)


def _allowed(span: Span, situation: Situation) -> bool:
    """Whether a place lies in words that the house allows."""
    places = (situation.span(hit) for phrase in situation.profile.allowed for hit in rows(situation.reply, phrase))
    return any(place.start <= span.start < span.end <= place.end for place in places)


def _excused(rule: Rule, situation: Situation) -> bool:
    lists = rule.lists
    if situation.found(lists.get("unless_in_reply")) or situation.asked(lists.get("unless_in_message")):
        return True
    if "only_in_reply" in lists and not situation.found(lists["only_in_reply"]):
        return True
    return "only_in_message" in lists and not situation.asked(lists["only_in_message"])


def _finding(rule: Rule, match: Match, severity: Severity, situation: Situation, lang: Language) -> Finding:
    words = {"name": situation.address.usable, **match.words}
    return Finding(
        rule=rule.id,
        category=rule.category,
        severity=severity,
        message=said(rule.message[lang], words),
        why=rule.why[lang],
        span=match.span,
        fix=_effective(match.fix, situation.reply.text) if match.fix else None,
        suggestion=said(rule.suggestion.get(lang, ""), words),
        related=match.related,
    )


def _effective(fix: Fix, text: str) -> Fix | None:
    """The fix, unless it changes nothing."""
    if all(text[e.span.start : e.span.end] == e.text for e in fix.edits):
        return None
    return fix


def unscored(checked: Checked, options: Options) -> list[Problem]:
    """Why a reply has no score."""
    if checked.score is not None:
        return []
    origin = checked.record.origin
    from replylint.text import analyse

    tongue = language.name(language.foreign(analyse(checked.record.reply)), options.lang)
    message = {
        "ru": f"ответ не на русском ({tongue}): не оцениваем",
        "en": f"the reply is not in Russian ({tongue}): not scored",
    }[options.lang]
    return [Problem(origin.path, message, origin.place)]


def fixed(
    record: Record, rulebook: Rulebook, options: Options, *, unsafe: bool = False, judge: Callable[[Record], Checked] | None = None
) -> tuple[Record, tuple[Finding, ...]]:
    """The record with its fixes applied until nothing changes (at most FIX_ROUNDS), and the findings that were mended."""
    applied: list[Finding] = []
    for _ in range(FIX_ROUNDS):
        outcome = mend(record.reply, (judge(record) if judge else check_one(record, rulebook, options)).findings, unsafe=unsafe)
        if outcome.text == record.reply:
            break
        applied.extend(outcome.applied)
        record = record._replace(reply=outcome.text)
    return record, tuple(applied)
