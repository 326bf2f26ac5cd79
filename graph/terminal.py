"""What the commands share: examples in their help, days as arguments, tables of text."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import click


def example(*commands: str) -> str:
    """The end of a command's help."""
    return "\b\nExample:\n" + "\n".join(f"  {command}" for command in commands)


def day(text: str | None) -> date | None:
    """A day given as text; a wrong one ends the command with what was expected."""
    if text is None:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise click.BadParameter(f"{text!r} is not a day; expected one such as 2023-05-01") from None


def table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """Prints rows in columns as wide as their widest cell."""
    widths = [max([len(head[i]), *(len(row[i]) for row in rows)]) for i in range(len(head))]
    for row in (head, *rows):
        click.echo("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip())
