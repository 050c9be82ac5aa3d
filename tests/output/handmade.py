"""Reports made by hand: what an output may meet."""

from replylint.model import (
    Checked,
    Context,
    Edit,
    Finding,
    Fix,
    Known,
    NotApplicable,
    Origin,
    Problem,
    Record,
    Report,
    RulebookFacts,
    Score,
    Span,
)

TITLES = {
    "greeting-missing": "Нет приветствия",
    "customer-name-wrong": "Чужое имя",
    "customer-name-missing": "Нет имени клиента",
    "blames-customer": "Обвинение клиента",
    "officialese-phrase": "Канцелярит",
    "empty-promise": "Пустое обещание",
    "timeframe-missing": "Нет срока",
    "empathy-missing": "Нет сочувствия",
    "terse-reply": "Слишком коротко",
    "follow-up-question-missing": "Нет вопроса клиенту",
    "spelling-typography": "Опечатки и знаки",
    "faceless-we": "Безликое «мы»",
}
BOOK = RulebookFacts("replylint", "sha256:abc", tuple(TITLES), TITLES)
POINTS = {"info": 0, "minor": 10, "major": 20, "critical": 40}


def at(text: str, piece: str, nth: int = 0) -> Span:
    """Where a piece stands in a text."""
    start = -1
    for _ in range(nth + 1):
        start = text.index(piece, start + 1)
    return Span(start, start + len(piece))


def finding(rule, severity, message, span, category="tone", **more):
    return Finding(rule, category, severity, message, more.pop("why", ""), span, **more)


def scored(reply, found, losses, *, value=None, raw=None, coverage=90, band=None, **more):
    raw = 100 - sum(losses) if raw is None else raw
    value = max(0, raw) if value is None else value
    band = band or ("send" if value >= 90 else "polish" if value >= 75 else "rewrite" if value >= 50 else "block")
    lost = {}
    for f, cost in zip(found, losses, strict=True):
        lost[f.category] = lost.get(f.category, 0) + cost
    by_category = {key: lost[key] for key in sorted(lost, key=lambda k: -lost[k]) if lost[key]}
    record = more.pop("record", None) or Record(reply, origin=more.pop("origin", Origin("<text>")))
    context = Context(more.pop("known", {}))
    return Checked(record, context, tuple(found), Score(value, raw, band, coverage, tuple(losses), by_category), **more)


def good():
    reply = "Михаил, здравствуйте! Куртка стоит 7 900 ₽, есть размеры от S до XL. Подсказать, как выбрать размер?"
    return scored(
        reply, [], [], coverage=100, praise=("поздоровались", "назвали клиента по имени", "ответили на вопрос", "продолжили разговор"),
        origin=Origin("черновики/куртка.txt"), known={"intent": Known("price", "sure"), "stage": Known("first", "sure")},
    )  # fmt: skip


def price():
    reply = "50 000 рублей."
    found = [
        finding("greeting-missing", "major", "Нет приветствия: начните с «Здравствуйте» и имени.", Span(0, 0), "contact",
                fix=Fix((Edit(Span(0, 0), "Здравствуйте, Михаил! "),), safe=True), why="Люди пишут без «здравствуйте» — и отвечать хочется так же."),
        finding("customer-name-missing", "minor", "Обратитесь к клиенту по имени: Михаил.", Span(0, 0), "contact"),
        finding("terse-reply", "major", "Слишком коротко: добавьте, что входит в цену.", Span(0, 14), "dialogue",
                suggestion="50 000 рублей с доставкой и установкой."),
        finding("follow-up-question-missing", "major", "Нет вопроса клиенту: спросите о том, что поможет выбрать.", Span(14, 14), "dialogue",
                suggestion="Какой размер комнаты? Подберу модель."),
    ]  # fmt: skip
    return scored(reply, found, [20, 10, 20, 20], known={"intent": Known("price", "sure"), "stage": Known("first", "sure")})


def bad():
    reply = (
        "Добрый день, Олег! По вашему обращению сообщаем: вы сами виноваты, что не прочитали условия, "
        "осуществим возврат денежных средств в установленном порядке.\n"
        "\n"
        "Мы обязательно разберёмся 🙏🏽 и приняли меры по данному вопросу. Осуществление возврата в кратчайшие сроки ,данный вопрос "
        "передан в отдел!!!"
    )
    found = [
        finding("customer-name-wrong", "critical", "Клиента зовут Михаил: проверьте имя перед отправкой.", at(reply, "Олег"), "contact",
                fix=Fix((Edit(at(reply, "Олег"), "Михаил"),), safe=True), why="Чужое имя показывает: ответ писали не этому человеку."),
        finding("blames-customer", "critical", "Не вините клиента: скажите, что можно сделать теперь.",
                at(reply, "вы сами виноваты, что не прочитали условия"), "tone", suggestion="условия возврата легко пропустить, помогу разобраться."),
        finding("officialese-phrase", "minor", "«осуществим возврат» — канцелярит: скажите «вернём».",
                at(reply, "осуществим возврат денежных средств"), "plain",
                fix=Fix((Edit(at(reply, "осуществим возврат"), "вернём"), Edit(at(reply, "денежных средств"), "деньги")), safe=True)),
        finding("officialese-phrase", "minor", "«по данному вопросу» — канцелярит.", at(reply, "по данному вопросу"), "plain"),
        finding("officialese-phrase", "minor", "«данный вопрос» — канцелярит: скажите «этот вопрос».", at(reply, "данный вопрос"), "plain",
                fix=Fix((Edit(at(reply, "данный"), "этот"),), safe=False)),
        finding("empty-promise", "major", "«обязательно разберёмся» ничего не обещает: назовите действие и срок.",
                at(reply, "обязательно разберёмся"), "ownership"),
        finding("timeframe-missing", "major", "Скажите, когда ответите.", at(reply, "передан в отдел"), "ownership"),
        finding("empathy-missing", "major", "Клиент сердится, а сочувствия нет: начните с него.", at(reply, " По ", 0)._replace(end=at(reply, " По ")[0]), "tone"),
        finding("spelling-typography", "info", "Три восклицательных знака: хватит одного.", at(reply, "!!!"), "plain",
                fix=Fix((Edit(at(reply, "!!!"), "."),), safe=True)),
    ]  # fmt: skip
    found.sort(key=lambda f: f.span)
    raw = {"customer-name-wrong": 40, "blames-customer": 40, "empty-promise": 20, "empathy-missing": 20}
    seen, costs = 0, []
    for f in found:
        if f.rule == "officialese-phrase":
            costs.append((10, 5, 0)[seen])
            seen += 1
        else:
            costs.append(raw.get(f.rule, 0))
    total = sum(costs)
    losses = [c * 100 // total for c in costs]
    losses[0] += 100 - sum(losses)
    return scored(
        reply, found, losses, value=0, raw=100 - total, coverage=62, origin=Origin("черновики/возврат.txt", "", 4),
        known={"intent": Known("complaint", "sure"), "mood": Known("angry", "weak"), "fault": Known("unknown", "weak"), "stage": Known("first", "sure")},
        praise=("поздоровались",),
        not_applicable=(
            NotApplicable("apology-missing", "rating: ?", "rating"), NotApplicable("question-unanswered", "intent: ?", "intent"),
            NotApplicable("price-withheld", "intent: complaint"), NotApplicable("dm", "channel: ?", "channel"),
        ),
    )  # fmt: skip


def long_line():
    words = "Мы получили ваше письмо и внимательно его прочитали, чтобы понять, что случилось с вашим заказом, "
    reply = words * 2 + "осуществим возврат\u200b и\u202e ответим 🎉👨‍👩‍👧 вам, " + words
    found = [
        finding("officialese-phrase", "minor", "Канцелярит: скажите «вернём».", at(reply, "осуществим возврат"), "plain",
                fix=Fix((Edit(at(reply, "осуществим возврат"), "вернём"),), safe=True)),
        finding("spelling-typography", "major", "Такой знак здесь ни к чему.", at(reply, "👨‍👩‍👧"), "plain"),
        finding("empathy-missing", "minor", "Добавьте вопрос.", Span(len(reply), len(reply)), "tone"),
    ]  # fmt: skip
    record = Record(
        reply, id="ответ-17", origin=Origin("шаблоны/очень/длинный/путь/к/файлу/с/шаблонами/которые/никто/не/читает.csv", "row 7")
    )
    return scored(reply, found, [10, 20, 10], record=record, coverage=80, not_applicable=(NotApplicable("x", "rating: ?", "rating"),))


def unscored():
    return Checked(Record("Сәлеметсіз бе!", origin=Origin("a.csv", "row 9")), Context())


def report(*checked, problems=(), lang="ru", book=BOOK):
    return Report(tuple(checked), book, tuple(problems), language=lang)


def many():
    problem = Problem("a.csv", "ответ не на русском (казахский): не оцениваем", "row 9")
    return report(good(), price(), bad(), long_line(), unscored(), problems=[problem])
