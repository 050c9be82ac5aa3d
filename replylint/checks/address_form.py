"""The form of address: no bare surname, no pet name, and the house's choice between first name and patronymic."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from replylint.checks.situation import Form, Kind, Situation, Spec
from replylint.model import Edit, Fix, Match, Severity


def run(situation: Situation, spec: Spec) -> Iterator[Match]:
    """One match on the words that call the customer otherwise than they should; the fix says how."""
    form = situation.address.form
    house = situation.profile.switches.get("address-form", "")
    severity = _fault(situation, form, house, spec.get("neutral", ())) if form else None
    if form is None or severity is None:
        return
    wanted = situation.address.usable
    if situation.address.patronymic and house != "first-name":
        wanted = f"{wanted} {situation.address.patronymic}"
    fix = Fix((Edit(form.span, wanted),), safe=True)
    yield Match(form.span, situation.at(form.span, wanted=wanted).words, fix, severity=severity)


def _fault(situation: Situation, form: Form, house: str, neutral: Sequence[str]) -> Severity | None:
    """How bad the form is; None where it is right: a pet name among people who say «ты», anything a house has not settled."""
    if form.surname and not form.given:
        return "major"
    if form.pet and situation.context.value("register") != "ty" and form.pet not in " ".join(neutral).lower().replace("ё", "е").split():
        return "major"
    bare = house == "patronymic" and bool(situation.address.patronymic) and not form.patronymic
    full = house == "first-name" and bool(form.patronymic)
    return "minor" if form.surname_first or bare or full else None


KIND = Kind({"neutral": "texts"}, (), run)
