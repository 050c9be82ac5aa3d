"""The screens of practice: the customer to answer, the verdict with the few findings that matter most, hints, the farewell."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from replylint.model import Checked, Language, Message, Report, RulebookFacts
from replylint.output import Look
from replylint.output.block import blocks
from replylint.output.cells import cut
from replylint.output.pen import BANDS, Line, flat, paint, pen
from replylint.output.places import charged
from replylint.output.safe import one_line

SHOWN = 3
"""So many faults at once: more would not be taken in."""
BAR = 20
TEXTS: Mapping[str, tuple[str, str]] = {
    "customer": ("Клиент: {name}", "The customer: {name}"),
    "nobody": ("Клиент не назвался", "The customer gives no name"),
    "public": ("пишет публично", "writes publicly"),
    "private": ("личное сообщение", "a private message"),
    "rating": ("оценка {n} из 5", "rates {n} of 5"),
    "you": ("Вы: {who}", "You: {who}"),
    "mend": ("Исправьте: {title}. Остальное не трогайте.", "Mend it: {title}. Leave the rest alone."),
    "answer": ("Напишите ответ. Сдано — от {n} баллов.", "Write the answer. {n} points pass."),
    "agent": ("вы", "you"),
    "author": ("клиент", "customer"),
    "more": ("И ещё: {list}.", "And: {list}."),
    "good": ("Хорошо: {list}.", "Good: {list}."),
    "passed": ("Сдано. Улучшайте дальше или наберите «+»: следующее.", "Passed. Go on, or type “+” for the next."),
    "mended": ("Исправлено! Наберите «+»: следующая строка.", "Mended! Type “+” for the next line."),
    "short": ("До зачёта {n}. Поправьте и наберите «.»", "{n} to go. Improve it, then type “.”"),
    "foreign": ("Это не похоже на русский: оценить не можем.", "This does not look Russian: there is no score."),
    "hint": ("Подсказка {n} из {all}: ", "Hint {n} of {all}: "),
    "no_hint": ("Подсказок больше нет. «!» покажет образец.", "No more hints. “!” shows the model answer."),
    "model": ("Образец", "The model answer"),
    "like": ("Хороший пример к этому правилу", "A good example of this rule"),
}


class Shown(NamedTuple):
    """What a screen shows of a task."""

    title: str
    place: str
    message: str
    name: str
    channel: str
    rating: int | None
    who: str
    history: tuple[Message, ...]
    least: int
    mend: bool


class Coach:
    """Writes the screens in one language and look."""

    def __init__(self, facts: RulebookFacts, look: Look, lang: Language) -> None:
        self._pen = pen(Report((), facts, language=lang), look)
        self._english = lang == "en"

    def say(self, key: str, **values: object) -> str:
        """A text of the catalogue."""
        return TEXTS[key][self._english].format_map(values)

    def task(self, one: Shown) -> str:
        """Who writes, what, to whom."""
        own = self._pen
        lines = [own.rule(one_line(one.title), f"{one_line(one.place)} · "), *self._situation(one)]
        for earlier in one.history:
            lines += [
                (),
                (own.ink(f" {self.say('author' if earlier.author == 'customer' else 'agent')}:", "dim"),),
                *self._quoted(earlier.text),
            ]
        lines += [(), *self._quoted(one.message)] if one.message else []
        told = self.say("mend", title=one.title) if one.mend else self.say("answer", n=one.least)
        return self._paint([(), *lines, (), *own.paragraph(told, "bold", indent=1)])

    def _situation(self, one: Shown) -> list[Line]:
        parts = [self.say("customer", name=one_line(one.name)) if one.name else "" if one.mend else self.say("nobody")]
        parts += [self.say(one.channel) if one.channel in TEXTS else "", self.say("rating", n=one.rating) if one.rating else ""]
        told = " · ".join(part for part in parts if part)
        lines = self._pen.paragraph(told, "dim", indent=1) if told else []
        return [*lines, *(self._pen.paragraph(self.say("you", who=one_line(one.who)), "dim", indent=1) if one.who else [])]

    def _quoted(self, text: str) -> list[Line]:
        bar = (*self._pen.space(1), self._pen.ink("│ ", "dim"))
        rows = [self._pen.paragraph(row, lead=bar) for row in text.strip().splitlines() or [""]]
        return [(*bar, *line[1:]) if number else line for row in rows for number, line in enumerate(row)]

    def verdict(self, checked: Checked, before: int | None, least: int, *, mend: bool = False) -> str:
        """The score and how it moved, the findings that matter most, what is left to the pass mark."""
        own, score = self._pen, checked.score
        if score is None:
            return self._paint([(), *own.paragraph(self.say("foreign"), "bold", indent=1)])
        moved = own.ink(f" {before} → " if before is not None and before != score.value else " ", "dim")
        bar = round(score.value * BAR / 100)
        style = BANDS[score.band]
        ends = (own.ink("█" * bar, flat(style)), own.ink("░" * (BAR - bar), "dim"))
        head: Line = (moved, own.ink(f" {score.value} ", style), own.ink(f"  {own.own.band[score.band]}  ", "bold"), *ends)
        lines: list[Line] = [(), head, *self._findings(checked)]
        if checked.praise:
            lines += [(), *own.paragraph(self.say("good", list=", ".join(checked.praise)), "good", indent=1)]
        key = "short" if score.value < least else "mended" if mend else "passed"
        told = self.say(key, n=own.own.amount(least - score.value, "point"))
        return self._paint([*lines, (), *own.paragraph(told, "bold", indent=1)])

    def _findings(self, checked: Checked) -> list[Line]:
        """The dearest rules in full, the others by name."""
        assert checked.score
        costs: dict[str, int] = {}
        for finding, cost in charged(checked):
            costs[finding.rule] = costs.get(finding.rule, 0) + cost
        paid = sorted((rule for rule in costs if costs[rule]), key=lambda rule: -costs[rule])
        kept = [n for n, one in enumerate(checked.findings) if one.rule in paid[:SHOWN] and one.suppressed is None]
        small = checked._replace(
            findings=tuple(checked.findings[n] for n in kept),
            score=checked.score._replace(losses=tuple(checked.score.losses[n] for n in kept)),
        )
        titles = self._pen.report.rulebook.titles
        rest = [f"{titles.get(rule, rule)} (−{costs[rule]})" for rule in paid[SHOWN:]]
        more = [(), *self._pen.paragraph(self.say("more", list=", ".join(rest)), "dim", indent=1)] if rest else []
        return [*blocks(self._pen, small), *more]

    def hint(self, hints: Sequence[str], number: int) -> str:
        """The hint of a number, from 0."""
        if number >= len(hints):
            return self.told(self.say("no_hint"))
        return self.told(self.say("hint", n=number + 1, all=len(hints)) + hints[number])

    def model(self, text: str, key: str = "model") -> str:
        """The model answer, or what the key says."""
        return self._paint([(), (self._pen.ink(f" {self.say(key)}:", "bold"),), *self._quoted(text)])

    def told(self, text: str, style: str = "") -> str:
        """A line or two by itself."""
        return self._paint([(), *self._pen.paragraph(text, style, indent=1)])

    def name(self, text: str) -> str:
        """A name that fits in a line."""
        return cut(one_line(text), self._pen.width // 2)

    def _paint(self, lines: Sequence[Line]) -> str:
        return paint(lines, color=self._pen.look.color)
