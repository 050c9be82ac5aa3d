"""Facts of a situation, settled by their cues in the order of their files: few of them show in any one reply."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from replylint.context.guess import Cues, holds
from replylint.context.signs import Evidence

_YES_NO = {True: "yes", False: "no"}


class Facts(dict[str, Cues]):
    """Facts by name, in the order of their file. Most of them show in no word of a text: only those that may are looked at."""

    def __init__(self, cues: Mapping[str, Cues]) -> None:
        super().__init__(cues)
        self._always = {name for name, own in cues.items() if own.plain or own.in_talk}
        self._shown = tuple(_by_list(cues, side) for side in ("in_message", "in_reply"))
        silent = {name for name, own in cues.items() if not own.plain and not own.in_reply}
        self._unshown = {told: {name: False if told or name not in silent else None for name in cues} for told in (True, False)}
        self._settled = {told: {n: _YES_NO[v] for n, v in facts.items() if v is not None} for told, facts in self._unshown.items()}

    def settle(self, evidence: Evidence) -> dict[str, bool | None]:
        """All facts in order: the cues of one may name those before it. None where only the message shows it and there is none."""
        told = bool(evidence.message.words)
        facts, settled = self._unshown[told].copy(), evidence.settled
        settled.update(self._settled[told])
        live = self._live(evidence)
        for name, cues in self.items():
            if name in live:
                facts[name] = value = holds(cues, evidence)
                if value is not None:
                    settled[name] = _YES_NO[value]
        return facts

    def _live(self, evidence: Evidence) -> set[str]:
        """The facts that something may speak for."""
        names = self._always.copy()
        for hits, shown in zip((evidence.message_hits, evidence.reply_hits), self._shown, strict=True):
            for number in hits.keys() & shown.keys():
                names |= shown[number]
        return names


def _by_list(cues: Mapping[str, Cues], side: str) -> dict[int, set[str]]:
    found: dict[int, set[str]] = {}
    for name, own in cues.items():
        for number in getattr(own, side):
            found.setdefault(number, set()).add(name)
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
