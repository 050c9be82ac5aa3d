"""Whom the reply addresses: is the customer's name usable, is it used, is it somebody else's?

Full and short names are different lemmas, so an alias table of our own (`rules/lexicon/names.yaml`) ties them.
Whether a word is a name rests on its place, its capital letter and the name that was told (`context/person.py`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import pairwise

from replylint import morph
from replylint.checks.situation import Address
from replylint.context.form import form_of
from replylint.context.introduced import introduced
from replylint.context.person import NameBook, Person, name_share, person, plain
from replylint.expressions import expression
from replylint.namebook import SURE_NAME_SHARE
from replylint.text import Document, Token

STRICT_NAME_SHARE = 0.3
"""A word outside the alias table counts as a name in address position from this share of name readings on."""

_AFTER = expression(r"\s*(?:[^\w\s«\"„“(@#]|$)")
_GREETING = frozenset("здравствуйте здравствуй привет приветствую приветствуем день вечер утро дня вечера утра приветик салют".split())
_GOOD = frozenset("добрый доброе доброго доброй".split())
_BEFORE = _GREETING | _GOOD | frozenset("ночи еще раз и уважаемый уважаемая дорогой дорогая милая наш наша".split())
_TITLES = frozenset("господин госпожа г-н г-жа товарищ".split())
_CALLING = _GREETING | _GOOD | _TITLES
_THANKS = frozenset(
    "спасибо благодарим благодарю огромное большое рады приятно извините простите приносим понимаем понимаю жаль сожалеем".split()
)
_SMALL = expression(r"(.{2,}?)(?:[еиоя]ньк|[оеи]чк|[уюи]шк|[уюя]ш|[ую]л|[ую]н|[ую]с|ик|чик|ок|к)(?:а|я|и|ы|е|у|ю|ь|ой|ей)?")
_PATRONYMIC = expression(r"(?:[оеё]вич|[оеё]вн|ич|иничн|ичн)(?:а|у|ем|е|ы|ой|ей)?")


def address(name: str, agent: str, reply: Document, message: Document, book: NameBook) -> Address:
    """The names in a reply, judged by the name that was told ("" for none)."""
    if not name.strip():
        return _NOBODY
    customer = person(name, book)
    used = _used(reply, customer, book) if customer.own or customer.surnames else []
    wrong = _wrong(agent, customer, reply, message, book) if customer.own else None
    if wrong is not None and any(word is not wrong for word in used):
        wrong = None  # the customer is addressed too, so the other name is the agent's: «Марина, добрый день! Пётр, директор»
    wrong = wrong or _wrong_patronymic(customer, used, reply)
    form = form_of(customer, used, reply, message) if customer.usable else None
    patronymic = customer.patronymic.capitalize()
    called, opens = bool(used) and wrong is None, _opening(reply, used)
    return Address(customer.usable, called, wrong, opens, told=True, calls=tuple(used), form=form, patronymic=patronymic)


_NOBODY = Address()


def _opening(reply: Document, used: Sequence[Token]) -> Token | None:
    """The customer's name at the very start, with its patronymic, if a mark follows and it is called, not told about."""
    if not used or reply.words[0] is not used[0] or not name_share(plain(used[0].norm)):
        return None
    last = used[0]
    if len(reply.words) > 1 and _is("Patr", reply.words[1].norm):
        last = reply.words[1]
    return last if reply.text[last.end : last.end + 1] in {",", "!", "."} else None


def _used(reply: Document, customer: Person, book: NameBook) -> list[Token]:
    """Words of the reply that are the customer's names."""
    calling = {number for number, word in enumerate(reply.words) if word.norm in _CALLING}
    near = {number + step for number in calling for step in (-1, 0, 1)}
    words = enumerate(reply.words)
    return [word for number, word in words if (word.text[0].isupper() or number in near) and _is_one(reply, number, customer, book)]


def _is_one(reply: Document, number: int, customer: Person, book: NameBook) -> bool:
    """Whether a word is one of the customer's names, in any form; in small letters it counts beside a greeting only."""
    word = reply.words[number]
    if word.kind != "word":
        return False
    form, own = plain(word.norm), customer.own
    given = form in own or not own.isdisjoint(book.forms.get(form, ())) or not own.isdisjoint(_small(form, book)) or _like(form, own)
    if not given and not any(form.startswith(surname[: max(3, len(surname) - 2)]) for surname in customer.surnames):
        return False  # most words: the rest need not be asked
    beside = {other.norm for other in reply.words[max(0, number - 1) : number + 2]}
    return (given or not beside.isdisjoint(_TITLES)) and not _perhaps_no_name(reply, number, book)


def _perhaps_no_name(reply: Document, number: int, book: NameBook) -> bool:
    """«Надежда есть всегда»: a word that is also no name opens a sentence which goes on without a mark."""
    word = reply.words[number]
    if plain(word.norm) not in book.doubtful or not any(sentence.first == number for sentence in reply.sentences):
        return False
    greeted = any(after.norm in _CALLING for after in reply.words[number + 1 : number + 2])
    return not (greeted or _AFTER.match(reply.text, word.end) or _is_rest_of(reply, number))


def _is_rest_of(reply: Document, number: int) -> bool:
    """Whether a patronymic or a surname follows («Вера Павловна, …»)."""
    after = reply.words[number + 1 : number + 2]
    return bool(after) and after[0].capital and _is_rest(after[0])


def _small(form: str, book: NameBook) -> set[str]:
    """Full names behind a diminutive or a vocative that no table lists («Пашенька», «Викуль», «Серёж»)."""
    if form in book.calls:
        return set()  # «Валентин» is no vocative of «Валентина»
    return {full for call in _larger(form) if call in book.calls for full in book.calls[call]}


@lru_cache(maxsize=50_000)
def _larger(form: str) -> tuple[str, ...]:
    """The short names that a diminutive or a vocative may be made of."""
    found = _SMALL.fullmatch(form)
    stem = found[1] if found else form.removesuffix("ь")
    return stem, stem + "а", stem + "я", form + "а"


def _like(form: str, own: Iterable[str]) -> bool:
    """Whether a word looks like a form of one of the names: for names that no table declines."""
    return any(len(name) > 3 and form.startswith(name[:-1]) and len(form) <= len(name) + 2 for name in own)


def _wrong(agent: str, customer: Person, reply: Document, message: Document, book: NameBook) -> Token | None:
    """A name in address position that is neither the customer's nor anybody's whom the message names."""
    excused = customer.own | {full for word in message.words for full in book.forms.get(plain(word.norm), ())}
    for part in agent.split():
        excused |= {plain(part), *book.calls.get(plain(part), ())}
    for word in _addressed(reply, book):
        form = plain(word.norm)
        people = {form, *(book.calls.get(form) or book.forms.get(form, ())), *_small(form, book)}
        if not people & excused and (form in book.calls or not _like(form, customer.own)):
            return word
    return None


def _wrong_patronymic(customer: Person, used: Sequence[Token], reply: Document) -> Token | None:
    """«Иван Сергеевич» to an Иван Петрович."""
    if not customer.patronymic:
        return None
    stem = _PATRONYMIC.sub("", customer.patronymic)
    words = reply.words
    for name, word in pairwise(words):
        form = plain(word.norm)
        if name in used and word.capital and _is("Patr", form) and _PATRONYMIC.sub("", form) != stem:
            return word
    return None


def _is(grammeme: str, form: str) -> bool:
    return any(grammeme in reading.grammemes for reading in morph.readings(form))


def _addressed(reply: Document, book: NameBook) -> Iterator[Token]:
    """Names in address position: beside the greeting or first, or set off by commas in thanks; two sentences deep."""
    for sentence in reply.sentences[:2]:
        words = reply.words[sentence.first : sentence.last]
        for number, word in enumerate(words):
            if word.kind != "word" or word.norm in _BEFORE or not word.capital or not _in_place(reply, words, number):
                continue
            if _is_name(word, words, book) and not introduced(reply, words, number):
                yield word


def _in_place(reply: Document, words: Sequence[Token], number: int) -> bool:
    if not _parted(reply, words, number):
        return False
    if all(word.norm in _BEFORE for word in words[:number]):
        return True
    thanks = any(word.norm in _THANKS for word in words[: min(number, 2)])
    return thanks and reply.text[: words[number].start].rstrip().endswith(",") and not _is("anim", words[number - 1].norm)


def _is_name(word: Token, words: Sequence[Token], book: NameBook) -> bool:
    form = plain(word.norm)
    if form in book.calls:
        doubtful = form in book.doubtful
    else:
        share = name_share(form)
        if share < STRICT_NAME_SHARE:
            return False
        doubtful = share < SURE_NAME_SHARE and morph.is_known(word.norm)
    return not doubtful or any(other.norm in _GREETING for other in words)


def _parted(reply: Document, words: Sequence[Token], number: int) -> bool:
    """Whether a mark or a greeting follows the name (and a patronymic or surname after it)."""
    last = number
    while last + 1 < len(words) and words[last + 1].capital and not _AFTER.match(reply.text, words[last].end) and _is_rest(words[last + 1]):
        last += 1
    if last + 1 < len(words) and words[last + 1].norm in _GREETING | _GOOD:
        return True
    return bool(_AFTER.match(reply.text, words[last].end))


def _is_rest(word: Token) -> bool:
    return _is("Patr", word.norm) or _is("Surn", word.norm)
