"""The keys of `replylint.yaml`: a table. A new key is a line here and a field of `Config` (or `Profile`)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from replylint.configvalues import Key
from replylint.house import SWITCHES, Profile
from replylint.model import INNER, SEVERITIES, Record

STYLES = ("curly", "double-curly", "dollar", "square", "angle", "percent", "printf", "statement", "spintax")
"""Ways to write a slot: {x} {{ x }} ${x} [x] <x> %x% %s {% … %} {a|b}."""
REPLY_KEYS = tuple(name for name in Record._fields if name not in INNER)

KEYS: tuple[Key, ...] = (
    Key("profile.register", "choice", ("как в компании обращаются к клиенту", "how the house addresses customers"), ("vy", "ty", "mirror")),
    Key("profile.brand", "texts", ("название, одно или несколько", "the brand, one name or several")),
    Key("profile.banned", "texts", ("слова, которых в ответах не бывает", "words that replies must not have")),
    Key("profile.preferred", "pairs", ("как не говорят: как говорят", "unwanted wording: the wanted one")),
    Key("profile.canned", "texts", ("фразы, которые в компании приелись", "phrases that have worn out here")),
    Key("profile.allowed", "texts", ("фразы, к которым не придираться", "phrases in which nothing is found")),
    Key("profile.jargon", "texts", ("внутренние слова, непонятные клиенту", "inside words that customers do not know")),
    Key("profile.contacts", "texts", ("свои телефоны, почта и ссылки", "the house's own phones, e-mails and links")),
    Key("profile.signature", "text", ("подпись: «{agent}, {brand}»", "how replies are signed: “{agent}, {brand}”")),
    Key("profile.faq", "pairs", ("тема: ссылка с ответом", "topic: the link that explains it")),
    Key("profile.incidents", "texts", ("что сейчас сломано, словами клиентов", "what is broken now, in customers' words")),
    Key("profile.hours", "hours", ("часы работы: «пн-пт 9-18, сб 10-16»", "working hours: “mon-fri 9-18, sat 10-16”")),
    Key("profile.timezone", "timezone", ("часовой пояс: «Europe/Moscow» или «+03:00»", "time zone: “Europe/Moscow” or “+03:00”")),
    Key("profile.response-time", "whole", ("за сколько минут отвечаете", "minutes within which replies come")),
    Key("profile.late-after", "whole", ("через сколько дней ответ опоздал (14)", "days after which a reply is late (14)")),
    *(Key(f"profile.{switch.name}", "choice", switch.doc, tuple(value for value in switch.values if value)) for switch in SWITCHES),
    Key("select", "names", ("какие правила и категории проверять", "the rules and categories to run")),
    Key("ignore", "names", ("какие правила и категории не проверять", "the rules and categories to leave out")),
    Key("points", "points", ("уровень: сколько баллов он стоит", "severity: its points"), (), SEVERITIES),
    Key("severity", "pairs", ("правило: его уровень", "rule: its severity"), SEVERITIES),
    Key("fail-on", "choice", ("с какого уровня проверка не пройдена", "the severity from which a run fails"), (*SEVERITIES, "never")),
    Key("min-score", "score", ("наименьшая оценка ответа, 0–100", "the lowest score of a reply, 0–100")),
    Key(
        "columns", "columns", ("ключ: столбец таблицы (reply — и несколько)", "key: the column of a table (reply: several)"), (), REPLY_KEYS
    ),
    Key("sheets", "texts", ("какие листы книг читать (иначе все со столбцом)", "the sheets of workbooks (all with the column)")),
    Key("paths", "paths", ("где тексты в JSON и YAML: «$.greetings[*]»", "where texts stand in JSON and YAML: “$.greetings[*]”")),
    Key("literals", "names", ("переменные в коде, где лежат шаблоны", "variables in code that hold templates")),
    Key("format", "choice", ("строки .txt вида «ключ|текст»", "lines of a .txt as “key|text”"), ("key-value",)),
    Key("inactive", "choice", ("выключенные макросы", "inactive macros"), ("skip", "check")),
    Key("include", "texts", ("какие файлы папок читать", "the files of folders to read")),
    Key("exclude", "texts", ("какие файлы и папки не читать", "the files and folders to leave out")),
    Key("situations", "situations", ("файлы: их ситуация", "files: their situation")),
    Key("extend", "texts", ("настройки, поверх которых идут эти", "configurations that this one is laid over")),
    Key("rules", "text", ("папка своих правил и поправок", "the folder of the house's own rules")),
    Key("overrides", "overrides", ("другие настройки для части файлов", "other options for some files")),
    Key("compose", "compose", ("как фрагменты складываются в ответ", "how fragments join into a reply")),
    Key("placeholders", "choices", ("как пишут подстановки (иначе узнаём сами)", "how slots are written (found out if not told)"), STYLES),
    Key("slots", "samples", ("подстановка: пример значения", "slot: a sample of its value")),
    Key("variants", "whole", ("сколько шаблонов нужно на случай (3)", "templates wanted for a situation (3)")),
    Key("situations-wanted", "texts", ("случаи, на которые нужны шаблоны", "situations that want a template")),
    Key("encoding", "encoding", ("кодировка файлов", "the encoding of files")),
    Key("lang", "choice", ("язык сообщений", "the language of messages"), ("ru", "en")),
)


def house(values: Mapping[str, Any]) -> Profile:
    """A profile out of the values of its keys (without `profile.`)."""
    names = {switch.name for switch in SWITCHES}
    switches = {name: value for name, value in values.items() if name in names}
    rest = {field_of(name): value for name, value in values.items() if name not in names}
    return Profile(**rest, switches=switches)


def field_of(name: str) -> str:
    """The field that holds a key of the profile."""
    return "brands" if name == "brand" else name.replace("-", "_")
