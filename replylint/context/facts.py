"""Facts of a situation, settled by their cues in the order of their files: few of them show in any one reply."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from replylint.context.guess import Cue, Cues, Own, woken, worth
from replylint.context.signs import Evidence
from replylint.pattern.match import Hit


class Facts:
    """Facts in the order of their file. Most show nowhere: only those are looked at that something wakes.

    Facts are bits of a whole number here, the first one the lowest: the next to settle is the lowest that is awake.
    """

    def __init__(self, listed: Mapping[str, Sequence[Mapping[str, Any]]]) -> None:
        self._cues = cues = Cues.of(listed)
        said = {number for side in (cues.in_message, *cues.in_talk.values()) for own in side.values() for number, _ in own}
        shown = {number for own in cues.in_reply.values() for number, _ in own} | {number for _, _, (number, _) in cues.plain()}
        silent = {name for number, name in enumerate(listed) if number in said - shown}
        self.blank: dict[bool, dict[str, bool | None]] = {
            told: {name: False if told or name not in silent else None for name in listed} for told in (True, False)
        }
        """Told and untold: the facts before anything speaks for one. None: only a message shows it, and there is none."""
        self._settled = {told: {n: "no" for n, v in facts.items() if v is not None} for told, facts in self.blank.items()}

    def settle(self, evidence: Evidence, facts: dict[str, bool | None]) -> None:
        """Note among `facts`, which are blank, all that hold, in order: the cues of one may name those before it."""
        evidence.settled.update(self._settled[bool(evidence.message.words)])
        awake: dict[int, list[tuple[Cue, Sequence[Hit]]]] = {}
        live = 0
        for listed, hits in woken(self._cues, evidence):
            live |= _note(listed, hits, awake)
        while live:
            number = (live & -live).bit_length() - 1
            live &= live - 1
            if sum([worth(cue, hits, evidence) for cue, hits in awake[number]]) > 0:
                name = self._cues.values[number]
                facts[name] = True
                evidence.settled[name] = "yes"
                evidence.true.add(name)
                live |= _note(self._cues.by_fact.get(name, ()), (), awake)


def _note(listed: Sequence[Own], hits: Sequence[Hit], awake: dict[int, list[tuple[Cue, Sequence[Hit]]]]) -> int:
    """Note the cues of some facts with their hits; the facts as bits."""
    bits = 0
    for number, cue in listed:
        bits |= 1 << number
        if number in awake:
            awake[number].append((cue, hits))
        else:
            awake[number] = [(cue, hits)]
    return bits


def prepared(specs: Mapping[str, Any]) -> dict[str, Any]:
    """Cue files as the compiler made them, with their cues sorted."""
    made: dict[str, Any] = {}
    for name, spec in specs.items():
        lists = spec.get("values", spec)
        if any(isinstance(listed, int) for listed in lists.values()):
            made[name] = spec  # phrase lists by name: no cues
            continue
        made[name] = {**spec, "values": Cues.of(lists)} if "values" in spec else Facts(lists)
    return made
