"""Questions of earlier messages that nobody has answered yet, neither then nor in this reply."""

from __future__ import annotations

from collections.abc import Iterator

from replylint.checks import question
from replylint.checks.situation import Earlier, Kind, Situation, Spec
from replylint.model import Match


def run(situation: Situation, spec: Spec) -> Iterator[Match]:
    """One zero-width match at the end of the reply, naming the first question that the customer still waits for."""
    for message in _unanswered(situation):
        asked = situation._replace(message=message.document, message_hits=message.hits)
        for match in question.run(asked, spec):
            yield match
            return


def _unanswered(situation: Situation) -> list[Earlier]:
    """The customer's messages since our last one, without the one that this reply answers."""
    found: list[Earlier] = []
    for message in situation.earlier:
        found = [*found, message] if message.author == "customer" else []
    return [message for message in found if message.document.text.strip() != situation.message.text.strip()]


KIND = Kind(question.KIND.keys, question.KIND.needed, run)
