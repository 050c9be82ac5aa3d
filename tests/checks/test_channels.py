"""Where customers are sent, how long a reply may be, topics of the house's own words."""

from __future__ import annotations

import pytest

from replylint.checks.topic import named
from replylint.engine import Options, check_one, fixed
from replylint.house import Profile
from replylint.model import Finding, Record
from replylint.rulebook import load
from replylint.text import analyse

BOOK = load()


def found(rule: str, reply: str, profile: Profile | None = None, **known: object) -> list[Finding]:
    record = Record(reply, **known)  # type: ignore[arg-type]  # keys of a record
    return [finding for finding in check_one(record, BOOK, Options(profile=profile or Profile())).findings if finding.rule == rule]


@pytest.mark.parametrize(
    ("reply", "platform", "severity"),
    [
        ("Напишите нам в директ.", "google-play", "major"),
        ("Напишите нам в директ.", "Гугл Плей", "major"),
        ("Напишите нам в директ.", "instagram", ""),
        ("Напишите нам в директ.", "", ""),
        ("Напишите нам в директ.", "форум", ""),
        ("Пишите в наш Телеграм.", "vk", "minor"),
        ("Пишите в наш Телеграм.", "телеграм", ""),
        ("Пишите в наш Телеграм.", "форум", ""),
        ("Пишите нам ВКонтакте, в инстаграме или в телеграме.", "2gis", ""),
    ],
)
def test_channels(reply: str, platform: str, severity: str) -> None:
    assert [finding.severity for finding in found("channel-unavailable", reply, platform=platform)] == ([severity] if severity else [])


def test_a_hard_limit_is_counted_in_characters_without_the_space_around() -> None:
    assert not found("long-public-explanation", " " + "а" * 350 + "\n", platform="google-play")
    (finding,) = found("long-public-explanation", " " + "а" * 351 + "\n", platform="google-play")
    assert (finding.severity, finding.span) == ("critical", (351, 352))


def test_a_soft_limit_grows_with_the_message() -> None:
    reply = "Да, так. " * 70
    assert [finding.severity for finding in found("long-public-explanation", reply, channel="public")] == ["minor"]
    assert not found("long-public-explanation", reply, channel="private")
    assert not found("long-public-explanation", reply, channel="public", customer_message="Нет, не так. " * 60)


@pytest.mark.parametrize(
    ("message", "topic", "there"),
    [
        ("Смс с кодом ко мне не приходят", "не приходят смс", True),
        ("Приложения не открываются!", "приложение не открывается", True),
        ("Приложение хорошее. Дверь не открывается.", "приложение не открывается", False),
        ("Как оформить возврат?", "Возврат", True),
        ("Где магазин?", "возврат", False),
        ("Возврат?", "", False),
        ("Не работает wi-fi", "wi-fi", True),
    ],
)
def test_topics(message: str, topic: str, there: bool) -> None:
    assert named(analyse(message), topic) is there


def test_a_link_of_the_list_is_proposed_but_not_put_in_unread() -> None:
    profile = Profile(faq={"возврат": "shop.example/return"})
    (finding,) = found("details-link-missing", "Две недели.", profile, customer_message="Как оформить возврат?", intent="question")
    assert finding.fix is not None
    assert not finding.fix.safe
    assert finding.fix.edits[0].text == " Подробнее: shop.example/return"
    assert "shop.example/return" in finding.message


@pytest.mark.parametrize(
    ("reply", "mended"),
    [
        ("Заказ собран 🥰 🎉 Ждём вас!", "Заказ собран. Ждём вас!"),
        ("Заказ собран! 🥰\nЖдём вас ❤️", "Заказ собран!\nЖдём вас"),
        ("Рады 😊, что понравилось", "Рады, что понравилось"),
        ("Ячейка → 5 ✓", "Ячейка → 5 ✓"),
    ],
)
def test_emoji_of_a_house_that_wants_none_are_taken_out(reply: str, mended: str) -> None:
    options = Options(select=("brand-voice-lexicon",), profile=Profile(switches={"emoji": "never"}))
    assert fixed(Record(reply), BOOK, options)[0].reply == mended
