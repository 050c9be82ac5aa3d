"""The reply sends the customer where this platform does not let them go."""

from __future__ import annotations

from collections.abc import Iterator

from replylint.checks.situation import Kind, Situation, Spec, excepted
from replylint.model import Match
from replylint.pattern.match import Hit

SHORT = 3
"""Names shorter than this must be written whole («вк», «ok»)."""


def run(situation: Situation, spec: Spec) -> Iterator[Match]:
    """An invitation to private messages where there are none, or to another network, as the only way."""
    if situation.found(spec.get("other")):
        return
    invited = excepted(situation.found(spec["private"]), situation.found(spec.get("except")))
    if situation.context.facts.get("private_messages") is False and not situation.found(spec["network"]):
        yield from (situation.at(situation.span(hit)) for hit in invited[:1])
    elsewhere = [hit for hit in situation.found(spec["elsewhere"]) if not _here(situation, hit)]
    named = {_name(situation, hit) for hit in situation.found(spec["network"])}
    if situation.platform.names and elsewhere and not invited and len(named) == 1:
        found = situation.at(situation.span(elsewhere[0]))
        yield Match(found.span, found.words, severity="minor")


def _here(situation: Situation, hit: Hit) -> bool:
    """Whether a hit names the platform itself, in any form («в инстаграме»)."""
    words = [word.norm for word in situation.reply.words[hit.first : hit.last]]
    return any(word == name or (len(name) >= SHORT and word.startswith(name)) for word in words for name in situation.platform.names)


def _name(situation: Situation, hit: Hit) -> str:
    return situation.reply.words[hit.first].norm[:SHORT]


KIND = Kind(
    {"private": "phrases", "elsewhere": "phrases", "network": "phrases", "other": "phrases", "except": "phrases"},
    ("private", "elsewhere", "network"),
    run,
)
"""`network`: names of networks; two of them leave a choice, and one beside private messages is where these are."""
