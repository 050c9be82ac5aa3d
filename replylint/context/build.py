"""Record → situation: the texts analysed and matched once, the context told or guessed."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Protocol

from replylint.checks.situation import Address, Platform, Situation, Wait
from replylint.context.facts import Facts
from replylint.context.guess import guess
from replylint.context.names import address
from replylint.context.promises import Given, given
from replylint.context.signs import Evidence
from replylint.context.talk import Clock, clock, earlier, shown
from replylint.house import Profile
from replylint.model import Context, Known, Record
from replylint.text import analyse

if TYPE_CHECKING:
    from replylint.context.person import NameBook
    from replylint.pattern.match import Hits, Matcher
    from replylint.text import Document

TOLD = ("channel", "platform", "rating", "intent", "mood", "fault", "stage")
GUESSED = ("intent", "mood", "fault", "stage")


class Book(Protocol):
    """What the situation is read with (a rulebook has it): the matcher, the names, the cues."""

    @property
    def matcher(self) -> Matcher:
        """Finds all phrases."""

    def message(self, text: str) -> tuple[Document, Hits]:
        """A customer's message, analysed and matched."""

    @property
    def names(self) -> NameBook:
        """Given names and their aliases."""

    @property
    def platforms(self) -> Mapping[str, Platform]:
        """What platforms carry, by every way to write their names."""

    @property
    def cues(self) -> Mapping[str, Any]:
        """What values and facts are guessed from."""


def situation_of(record: Record, book: Book, profile: Profile, forced: Mapping[str, bool] | None = None) -> Situation:
    """Analyse a record's texts, match all phrases, settle the context. `forced` facts are taken as told."""
    message, message_hits = book.message(record.customer_message)
    reply = analyse(record.reply, record.customer_message)
    reply_hits = book.matcher.hits(reply)
    who = address(record.customer_name, record.agent, reply, message, book.names)
    talk = earlier(record, book.message) if record.history else ()
    platform = book.platforms.get(record.platform.lower().replace("ё", "е"), Platform(record.platform))
    known = _told(record, platform, profile)
    settled = {key: entry.value for key, entry in known.items()}
    evidence = Evidence(record, reply, message, reply_hits, message_hits, settled, set(), talk)
    times = clock(record, talk, profile) if talk or record.answered_at else Clock()
    promised = given(talk, record.answered_at, book.cues.get("promises", {}), profile) if talk else Given()
    built_in = _built_in(record, who) | _measured(times, promised, platform, profile)
    context = Context(known, _guessed(book, evidence, known, built_in, forced or {}))
    wait = Wait(shown(times.waited), " ".join(promised.broken.values()), str(times.days))
    parts = (record, reply, reply_hits, message, message_hits, context, who, profile, talk, platform, wait)
    return Situation(*parts, book.matcher.words, book.names.forms)


def _guessed(
    book: Book, evidence: Evidence, known: dict[str, Known], built_in: dict[str, bool | None], forced: Mapping[str, bool]
) -> dict[str, bool | None]:
    """All facts; what is not told of the situation is guessed on the way and put into `known`."""
    signs, rest = book.cues.get("signs", _NO_FACTS), book.cues.get("facts", _NO_FACTS)
    settled, told = evidence.settled, bool(evidence.message.words)
    facts = {**built_in, **signs.blank[told], **rest.blank[told]}
    settled.update({name: _YES_NO[value] for name, value in built_in.items() if value is not None})
    evidence.true.update([name for name, value in settled.items() if value == "yes"])
    signs.settle(evidence, facts)
    for key in GUESSED:
        if key not in known and key in book.cues:
            known[key] = guess(book.cues[key], evidence)
            settled[key] = known[key].value
    rest.settle(evidence, facts)
    facts.update((name, value) for name, value in forced.items() if name in facts and name not in built_in)
    return facts


def _told(record: Record, platform: Platform, profile: Profile) -> dict[str, Known]:
    known = {key: Known(str(getattr(record, key)), "told") for key in TOLD if getattr(record, key)}
    if platform.public or platform.private_messages is False:  # everybody reads what is written there
        known.setdefault("channel", Known("public", "sure"))
    known |= profile.state()
    known["register"] = Known(record.register or profile.register or "vy", "told")
    return known


def _built_in(record: Record, who: Address) -> dict[str, bool | None]:
    return {
        "name_known": bool(who.usable) if who.told else None,
        "name_used": who.used,
        "name_told": who.told,
        "message_told": bool(record.customer_message.strip()),
        "brand_told": bool(record.brand),
        "agent_told": bool(record.agent),
    }


def _measured(times: Clock, promised: Given, platform: Platform, profile: Profile) -> dict[str, bool | None]:
    """Facts that dates, the platform and the house's words show."""
    chosen = profile.switches.get("private-messages", "")
    return {
        "private_messages": chosen == "yes" if chosen else platform.private_messages,
        "links_allowed": platform.links,
        "limit_told": bool(platform.max_chars),
        "late": times.late,
        "slow": times.slow,
        "out_of_hours": times.out_of_hours,
        "same_day": times.same_day,
        "time_promised": promised.any,
        "answer_overdue": "answer" in promised.broken,
        "deed_overdue": "deed" in promised.broken,
        "signature_told": bool(profile.signature),
        "faq_told": bool(profile.faq),
        "incidents_told": bool(profile.incidents),
        "hours_told": bool(profile.hours),
        "team_voice": profile.switches.get("voice") == "we",
    }


FACTS = tuple(_built_in(Record(""), Address())) + tuple(_measured(Clock(), Given(), Platform(), Profile()))
"""Facts that no cue file names."""
_YES_NO = {True: "yes", False: "no"}
_NO_FACTS = Facts({})
