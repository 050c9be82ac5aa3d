"""The house that answers: its own words, and the switches that settle where the articles disagree."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple

from replylint.model import Known


class Switch(NamedTuple):
    """A question on which houses differ. The first value is the default; "" means that nothing is known."""

    name: str
    values: tuple[str, ...]
    doc: tuple[str, str]
    """What it decides, in Russian and English."""


SWITCHES: tuple[Switch, ...] = (
    Switch("empathy", ("full", "low"), ("нужно ли сочувствие в ответе", "whether replies acknowledge feelings")),
    Switch("follow-up", ("pre-sale", "always", "never"), ("когда нужен встречный вопрос", "when a reply ends with a question")),
    Switch("redirect", ("explained", "never"), ("можно ли звать в другой канал", "whether customers may be sent elsewhere")),
    Switch("address-form", ("first-name", "patronymic"), ("как называть клиента", "how the customer is called")),
    Switch("humour", ("praise-only", "never", "allowed"), ("где уместна шутка", "where a joke fits")),
    Switch("emoji", ("praise-only", "never", "allowed"), ("где уместны смайлики", "where emoji fit")),
    Switch("troll-policy", ("ignore", "play-along"), ("как отвечать на троллинг", "how to answer trolls")),
    Switch("moderation", ("silent", "announced"), ("можно ли сообщать об удалении по правилам", "whether moderation may be announced")),
    Switch("promotion", ("pre-sale", "allowed", "never"), ("где уместна реклама", "where promotion fits")),
    Switch("thanks", ("specific", "any"), ("за что благодарить", "what thanks must name")),
    Switch("apology", ("ours", "always"), ("когда извиняться", "when to apologise")),
    Switch("price-in-public", ("required", "private"), ("называть ли цену при всех", "whether prices are told in public")),
    Switch("formality", ("plain", "formal"), ("можно ли термины и ссылки на нормы", "whether terms and norms may be cited")),
    Switch("voice", ("we", "i"), ("от чьего имени отвечаете", "whose voice answers")),
    Switch("introduction", ("complaints", "always", "never"), ("когда сотрудник представляется", "when the agent gives a name")),
    Switch("name", ("usual", "always"), ("насколько строго с обращением по имени", "how strict the use of the name is")),
    Switch("private-messages", ("", "yes", "no"), ("есть ли на площадке личные сообщения", "whether the platform has private messages")),
)
"""rulebook.md §3, and the rest of the house profile. Rules name them in `when`, `unless` and `severity_when`."""

NAMES = {switch.name: switch.name.replace("-", "_") for switch in SWITCHES}
"""Switch → the key by which rules ask for it; `apology` and `name` get a longer one, to be clear there."""
NAMES |= {"apology": "apology_policy", "name": "name_policy", "thanks": "thanks_policy"}


class Profile(NamedTuple):
    """The house's own words (replylint.yaml, `profile:`)."""

    register: str = ""
    brands: tuple[str, ...] = ()
    banned: tuple[str, ...] = ()
    preferred: Mapping[str, str] = {}
    switches: Mapping[str, str] = {}
    """Switch → value, those that the house chose."""
    canned: tuple[str, ...] = ()
    """Stock phrases of the house that have worn out."""
    allowed: tuple[str, ...] = ()
    """Phrases that the house must use: no rule finds anything inside them."""
    jargon: tuple[str, ...] = ()
    contacts: tuple[str, ...] = ()
    """The house's own phones, addresses and links."""
    signature: str = ""
    """How replies are signed: `{agent}` stands for any name, `{brand}` for any of the brands."""
    faq: Mapping[str, str] = {}
    """Topic → the link that explains it."""
    incidents: tuple[str, ...] = ()
    """What is broken now, in words that customers use."""
    hours: str = ""
    """«9-21», «пн-пт 9-18, сб 10-16»."""
    timezone: str = ""
    response_time: int = 0
    """Minutes within the hours; 0: not told."""
    late_after: int = 14
    """Days after which an answer is late and has to say so."""

    def state(self) -> Mapping[str, Known]:
        """All switches as conditions read them."""
        return _state(tuple(sorted(self.switches.items())))


@lru_cache(maxsize=64)
def _state(chosen: tuple[tuple[str, str], ...]) -> Mapping[str, Known]:
    told = dict(chosen)
    values = {NAMES[switch.name]: told.get(switch.name, switch.values[0]) for switch in SWITCHES if switch.values[0]}
    return {name: Known(value, "told") for name, value in values.items()}
