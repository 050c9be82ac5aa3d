"""The configuration for a person: a commented sample, and the values in force."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from replylint.configkeys import KEYS
from replylint.model import Language
from replylint.output.safe import one_line

if TYPE_CHECKING:
    from replylint.configshown import Setting
    from replylint.configvalues import Key

SAMPLES = {
    "profile.register": "vy",
    "profile.brand": "[Берег]",
    "profile.banned": "[заказик]",
    "profile.preferred": "{посылка: заказ}",
    "profile.canned": "[рады быть полезными]",
    "profile.allowed": "[Берег — место силы]",
    "profile.jargon": "[отгрузка, пикинг]",
    "profile.contacts": "[8-800-000-00-00, care@bereg.example]",
    "profile.signature": '"{agent}, {brand}"',
    "profile.faq": "{доставка: bereg.example/delivery}",
    "profile.incidents": "[приложение не открывается]",
    "profile.hours": "пн-пт 9-21, сб 10-18",
    "profile.timezone": "Europe/Moscow",
    "profile.response-time": "60",
    "profile.late-after": "14",
    "select": "[contact, tone]",
    "ignore": "[self-introduction-missing]",
    "points": "{minor: 5}",
    "severity": "{long-sentence: info}",
    "fail-on": "minor",
    "min-score": "75",
    "columns": "{reply: Ответ, customer_message: Вопрос}",
    "sheets": "[Шаблоны]",
    "paths": "['$.greetings[*]', 'templates[*].text']",
    "literals": "[REPLY_*, TEMPLATES]",
    "format": "key-value",
    "inactive": "skip",
    "include": "['*.yaml', 'replies/**']",
    "exclude": "['drafts/**']",
    "situations": "{'complaints/**': {intent: complaint, fault: ours}}",
    "extend": "[../replylint-common.yaml]",
    "rules": "our-rules",
    "overrides": "[{files: 'vk/**', ignore: [self-introduction-missing]}]",
    "compose": "[{files: fragments.json, parts: [greetings, thanks, goodbye], limit: 200}]",
    "placeholders": "[curly, square]",
    "slots": "{client_name: Ольга, item: куртка <вин>}",
    "variants": "3",
    "situations-wanted": "[complaint ours, price]",
    "encoding": "utf-8",
    "lang": "ru",
}
"""A value of each key, to be edited."""


def sample(lang: Language) -> str:
    """A replylint.yaml with every key commented out."""
    lines = [
        {"ru": "# Настройки replylint. Уберите «# » перед нужной строкой.", "en": "# Settings of replylint. Remove “# ” to use a line."}[
            lang
        ]
    ]
    lines += ["", "profile:"]
    for key in KEYS:
        outer, _, name = key.name.rpartition(".")
        if not outer and lines[-1].startswith("  #"):
            lines.append("")
        indent = "  " if outer else ""
        lines.append(f"{indent}# {name}: {SAMPLES.get(key.name) or key.words[0]}  # {_doc(key, lang)}")
    return "\n".join(lines) + "\n"


def _doc(key: Key, lang: Language) -> str:
    told = key.doc[1] if lang == "en" else key.doc[0]
    return f"{told}: {', '.join(key.words)}" if key.words and key.kind == "choice" else told


def listing(settings: Iterable[Setting], path: str, lang: Language) -> str:
    """`key: value`, and where it comes from."""
    head = path or {"ru": "файла replylint.yaml нет", "en": "no replylint.yaml"}[lang]
    rows = [(setting.key.name, _shown(setting.value), setting.origin) for setting in settings]
    wide = max((len(name) for name, _, _ in rows), default=0)
    lines = [f"{name:{wide}}  {value or '–':40}  {one_line(origin)}".rstrip() for name, value, origin in rows]
    return "\n".join([f"# {one_line(head)}", *lines]) + "\n"


def _shown(value: Any) -> str:
    if isinstance(value, tuple) and value and hasattr(value[0], "_asdict"):
        rows = [", ".join(f"{key} {_shown(inner)}" for key, inner in item._asdict().items() if inner) for item in value]
        return one_line("; ".join(rows))
    if isinstance(value, Mapping):
        return one_line(", ".join(f"{key}: {inner}" for key, inner in value.items()))
    return one_line(", ".join(map(str, value)) if isinstance(value, tuple) else str(value or ""))
