"""Numbers and outcomes of reports as values that agree or exclude each other."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from graph.model import Report
from ontology import terms


@dataclass(frozen=True, slots=True)
class Value:
    """A value of the property `on` as one report gives it. `key` tells apart what can be compared: the property, what is counted.

    `number` is None for an outcome. `loose` where words such as "nearly" leave it open;
    `kind` is "decimal", "integer" or "text".
    """

    on: str
    key: str
    text: str
    number: Decimal | None = None
    loose: bool = False
    kind: str = "decimal"

    def agrees(self, other: Value) -> bool:
        """Whether both can be true. Numbers agree where the rounder one is the other rounded or cut: 97.85 and 97 or 98."""
        if self.number is None or other.number is None:
            return self.text == other.text
        if self.loose or other.loose:
            return True
        return abs(self.number - other.number) < max(self.grain, other.grain)

    @property
    def grain(self) -> Decimal:
        """One unit in the last place of the number that is no rounding zero: 1000 for 11,000, 0.1 for 85.9, of a share 1 at most."""
        exponent = self.number.normalize().as_tuple().exponent if self.number is not None else 0
        unit = Decimal(1).scaleb(exponent if isinstance(exponent, int) else 0)
        return unit if self.kind == "integer" else min(unit, Decimal(1))


def of(report: Report) -> Iterator[Value]:
    """The values of a report: the figures and the outcome of a vote, and the people that any report counts.

    People that it counts twice by one name are passed over: each count may be of others.
    """
    for reading in report.readings:
        if reading.kind != "text":
            loose = any(q.hedge and q.span.meets(reading.span) for q in report.quantities)
            yield Value(reading.property, reading.property, reading.value, Decimal(reading.value), loose, reading.kind)
        elif reading.property == terms.outcome:
            yield Value(reading.property, reading.property, reading.value, kind="text")
    for quantity in report.quantities:
        alike = [q for q in report.quantities if (q.unit, q.noun) == (quantity.unit, quantity.noun)]
        if quantity.unit == "people" and len(alike) == 1 and quantity.low == quantity.high and quantity.noun:
            text = format(quantity.low.normalize(), "f")
            key = f"{terms.figure} {quantity.noun.lower()}"
            yield Value(terms.figure, key, text, quantity.low, bool(quantity.hedge), "integer")
