"""The price that was asked for, and is not named."""

from __future__ import annotations

from collections.abc import Iterator

from replylint.checks.lacking import lacking
from replylint.checks.situation import Kind, Situation, Spec
from replylint.checks.stemming import places, stems
from replylint.checks.sums import priced
from replylint.model import Match


def run(situation: Situation, spec: Spec) -> Iterator[Match]:
    """One match where no price is named: on the words of `mark` if there are any, else zero-width at the end."""
    if priced(situation, spec, _asked(situation, spec)):
        return
    yield lacking(situation, spec.get("mark"))


def _asked(situation: Situation, spec: Spec) -> set[str]:
    """The stems of what the price is asked of: from «сколько стоит» to the end of the clause."""
    words, text = situation.message.words, situation.message.text
    small = places(situation.asked(spec.get("small")))
    joining = places(situation.asked(spec.get("joining")))
    found = []
    for hit in situation.asked(spec.get("ask-price")):
        for place in range(hit.first, len(words)):
            if place in joining:
                break
            found += [words[place]] if place not in small else []
            after = text[words[place].end : words[place + 1].start if place + 1 < len(words) else len(text)]
            if any(mark in after for mark in ",;?!.\n"):
                break
    return stems(found)


KIND = Kind(
    dict.fromkeys(
        ("answer-price", "other-price", "no-sum", "ask-price", "small", "joining", "idle", "mark", "depends", "harvest", "hours"), "phrases"
    ),
    ("answer-price", "ask-price"),
    run,
)
