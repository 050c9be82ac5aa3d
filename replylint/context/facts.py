"""Facts of a situation, settled by their cues in the order of their files: few of them show in any one reply."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from replylint.context.guess import Cues, holds
from replylint.context.signs import IN_TALK, Evidence

class Facts(dict[str, Cues]):
    """Facts by name, in the order of their file. Most of them show nowhere: only those are looked at that something wakes.

    What wakes a fact is a phrase, a value or an earlier fact that may speak for it; what speaks against it alone does not.
    Facts are bits of whole numbers here, the first one the lowest.
    """

    def __init__(self, cues: Mapping[str, Cues]) -> None:
        super().__init__(cues)
        bits = {name: 1 << number for number, name in enumerate(cues)}
        self._shown = tuple(_by_list(cues, bits, side) for side in ("in_message", "in_reply"))
        self._talk = sum(bits[name] for name, own in cues.items() if own.in_talk or _asks_talk(own))
        keys: dict[str, dict[str, int]] = {}
        for name, own in cues.items():
            for key, woken in own.plain:
                for value, listed in woken.items():
                    if any(cue.weight > 0 and cue.sign not in IN_TALK for cue in listed):
                        keys.setdefault(key, {}).setdefault(value, 0)
                        keys[key][value] |= bits[name]
        inside = {key: keys.pop(key) for key in tuple(keys) if key in cues}
        self._keys = tuple(keys.items())
        self._always = sum({own for values in inside.values() for value, bit in values.items() if value != "yes" for own in _bits(bit)})
        self._rows = tuple((name, own, inside.get(name, {}).get("yes", 0)) for name, own in cues.items())
        silent = {name for name, own in cues.items() if not own.plain and not own.in_reply}
        self.blank = {told: {name: False if told or name not in silent else None for name in cues} for told in (True, False)}
        """Told and untold: the facts before anything speaks for one. None: only a message shows it, and there is none."""
        self._settled = {told: {n: "no" for n, v in facts.items() if v is not None} for told, facts in self.blank.items()}

    def settle(self, evidence: Evidence, facts: dict[str, bool | None]) -> None:
        """Note among `facts`, which are blank, all that hold, in order: the cues of one may name those before it."""
        settled = evidence.settled
        settled.update(self._settled[bool(evidence.message.words)])
        live = self._live(evidence)
        while live:
            first = live & -live
            name, cues, wakes = self._rows[first.bit_length() - 1]
            live ^= first
            if holds(cues, evidence):
                facts[name] = True
                settled[name] = "yes"
                live |= wakes

    def _live(self, evidence: Evidence) -> int:
        """The facts that something may speak for before any of them is settled."""
        live, settled = self._always | self._talk if evidence.earlier else self._always, evidence.settled
        for key, values in self._keys:
            live |= values.get(settled.get(key, ""), 0)
        for hits, shown in zip((evidence.message_hits, evidence.reply_hits), self._shown, strict=True):
            for number in hits.keys() & shown.keys():
                live |= shown[number]
        return live


def _asks_talk(cues: Cues) -> bool:
    """Whether signs of earlier messages speak for a fact."""
    return any(cue.sign in IN_TALK for _, woken in cues.plain for listed in woken.values() for cue in listed)


def _bits(number: int) -> Iterator[int]:
    """The bits of a whole number."""
    while number:
        first = number & -number
        yield first
        number ^= first


def _by_list(cues: Mapping[str, Cues], bits: Mapping[str, int], side: str) -> dict[int, int]:
    """For each list of phrases the facts that it may speak for."""
    found: dict[int, int] = {}
    for name, own in cues.items():
        for number, listed in getattr(own, side).items():
            if any(cue.weight > 0 for cue in listed):
                found[number] = found.get(number, 0) | bits[name]
    return found


def prepared(specs: Mapping[str, Any]) -> dict[str, Any]:
    """Cue files as the compiler made them, with their cues sorted."""
    made: dict[str, Any] = {}
    for name, spec in specs.items():
        lists = spec.get("values", spec)
        if any(isinstance(listed, int) for listed in lists.values()):
            made[name] = spec  # phrase lists by name: no cues
            continue
        cues = {key: Cues.of(listed) for key, listed in lists.items()}
        made[name] = {**spec, "values": cues} if "values" in spec else Facts(cues)
    return made
