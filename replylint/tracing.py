"""Why a rule fired or did not: tokens, lemmas, the step that failed, the exception that cancelled."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from replylint import morph
from replylint.checks.situation import Situation
from replylint.compiling import groups_of
from replylint.context.build import GUESSED, situation_of
from replylint.engine import Options, findings_of
from replylint.fields import Phrase
from replylint.house import Profile
from replylint.model import Finding, Language, Record
from replylint.pattern.classes import holds
from replylint.pattern.parse import parse
from replylint.pattern.tree import Node, Row, units
from replylint.pattern.walk import Walker
from replylint.plan import applies
from replylint.rulebook import Rulebook, texts
from replylint.rulefile import read
from replylint.text import Token

MOST_LINES = 12


def trace(name: str, record: Record, book: Rulebook, lang: Language) -> str:
    """The account of one rule on one draft, for its author."""
    rule = book.rule(name)
    assert rule is not None
    situation = situation_of(record, book, Profile())
    lines = [_say(lang, "Слова", "Words"), *_tokens(situation), "", _say(lang, "Ситуация", "Situation"), *_context(situation)]
    verdict = applies(rule, situation.context)
    if not verdict.holds:
        lines += ["", _say(lang, f"Правило здесь не проверяется: {verdict.reason}", f"Not applicable here: {verdict.reason}")]
    source = book.source(name)
    walker = _walker(book)
    for key, phrases in {**source.phrases, **source.excuses}.items():
        lines += ["", f"{key}:", *_phrases(phrases, situation, walker, lang)]
    found = list(findings_of(rule, situation, Options(lang=lang)))
    lines += ["", _say(lang, "Итог", "Outcome") + ": " + (_places(situation, found) or _say(lang, "не сработало", "did not fire"))]
    return "\n".join(lines) + "\n"


def _say(lang: Language, ru: str, en: str) -> str:
    return en if lang == "en" else ru


def _tokens(situation: Situation) -> Iterator[str]:
    for number, sentence in enumerate(situation.reply.sentences, 1):
        for token in situation.reply.words[sentence.first : sentence.last]:
            readings = ", ".join(f"{r.lemma} {r.share:.2f}" for r in morph.readings(token.norm)[:4]) if token.kind == "word" else token.kind
            yield f"  {number}  {token.text:20} {readings}"


def _context(situation: Situation) -> Iterator[str]:
    """What is told or guessed, and the facts that hold."""
    for key in GUESSED:
        known = situation.context.known[key]
        yield f"  {key:10}{known.value or '?':12}{known.certainty}"
    yield "  " + ", ".join(name for name, holds in situation.context.facts.items() if holds)


def _walker(book: Rulebook) -> Walker:
    sources = read(texts(book.folders))
    return Walker(groups_of(sources), sources.models, holds(book.names.calls))


def _phrases(phrases: Sequence[Phrase], situation: Situation, walker: Walker, lang: Language) -> list[str]:
    """What matched, then the phrases that came nearest to a match."""
    accounts = [_account(phrase, situation, walker, lang) for phrase in phrases]
    shown = sorted((a for a in accounts if a[0] > 0), key=lambda a: -a[0])
    lines = [line for _, line in shown[:MOST_LINES]]
    return lines or ["  " + _say(lang, "ни одна фраза не начинает совпадать", "no phrase begins to match")]


def _account(phrase: Phrase, situation: Situation, walker: Walker, lang: Language) -> tuple[float, str]:
    """How far a phrase got at its best place (1: all of it), in words."""
    tree = parse(phrase.text.split(" →")[0])
    best = (0.0, "")
    for sentence in situation.reply.sentences:
        words = situation.reply.words[sentence.first : sentence.last]
        for start in range(len(words)):
            best = max(best, _attempt(tree, phrase, words, start, walker, lang), key=lambda a: a[0])
    return best


def _attempt(tree: Node, phrase: Phrase, words: Sequence[Token], start: int, walker: Walker, lang: Language) -> tuple[float, str]:
    parts = tree.parts if isinstance(tree, Row) else (tree,)
    steps = walker.steps(parts, words, start)
    whole = len(units(parts))
    reached = max(steps[-1])
    text = " ".join(word.text for word in words[start:reached])
    if len(steps) == whole + 1:
        return 1.0, f"  + {phrase.text}  ⇐ «{text}»"
    if reached == start:
        return 0.0, ""
    stopped = words[reached].text if reached < len(words) else _say(lang, "конец предложения", "end of sentence")
    return (len(steps) - 1) / whole, f"  − {phrase.text}  ⇐ «{text}» ✗ {stopped}"


def _places(situation: Situation, found: Sequence[Finding]) -> str:
    spans = [finding.span for finding in found]
    return ", ".join(f"«{situation.text(span)}» {span.start}–{span.end}" for span in spans)
