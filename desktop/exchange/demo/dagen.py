"""Days of the invented school: moments in Dutch time, school days, and working days."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, time, timedelta, timezone

Werkdag = Callable[[date, int], date]
"""Returns the day that lies so many working days after a day."""


def lokaal(dag: date, uur: time) -> datetime:
    """Return a moment in Dutch time, aware; summer time runs from the last Sunday of March to that of October."""
    zomer = _laatste_zondag(dag.year, 3) <= dag < _laatste_zondag(dag.year, 10)
    return datetime.combine(dag, uur, timezone(timedelta(hours=2 if zomer else 1)))


def _laatste_zondag(jaar: int, maand: int) -> date:
    laatste = date(jaar, maand, 31)
    return laatste - timedelta(days=(laatste.weekday() + 1) % 7)


def verspreide_dag(dag: date, *, vooruit: bool = False) -> date:
    """Return the day itself, or one near it that is no weekend; the middle of summer moves by five weeks as a whole."""
    stap = timedelta(days=1 if vooruit else -1)
    if _zomer(dag):
        dag += 36 * stap
    while dag.weekday() > 4:
        dag += stap
    return dag


def lesdag(dag: date) -> date:
    """Return the day itself or the last school day before it. Keeps order: a later day never gives an earlier one."""
    if _zomer(dag):
        dag = date(dag.year, 7, 17)
    while dag.weekday() > 4:
        dag -= timedelta(days=1)
    return dag


def eerste_lesdag(dag: date) -> date:
    """Return the day itself or the first school day after it."""
    if _zomer(dag):
        dag = date(dag.year, 8, 21)
    while dag.weekday() > 4:
        dag += timedelta(days=1)
    return dag


def _zomer(dag: date) -> bool:
    return (7, 18) <= (dag.month, dag.day) <= (8, 20)


def werkdag_zonder_feest(dag: date, aantal: int) -> date:
    """Return the day so many weekdays after a day: for who has no calendar of public holidays at hand."""
    while aantal:
        dag += timedelta(days=1)
        aantal -= dag.weekday() < 5
    return dag
