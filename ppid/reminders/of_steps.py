"""Steps of cases that wait longer than the norm that the procedure sets for them."""

from collections.abc import Iterator

from ppid.cases.lines import CaseLine, is_closed, read_lines
from ppid.cases.models import Case
from ppid.law.dates import format_date
from ppid.mail.posts import Post
from ppid.reminders.items import Day, Reminder, Section
from ppid.workflow.roles import Role


def remind_of_steps(day: Day) -> Iterator[Reminder]:
    """Current steps whose norm has run out; a step without a norm is never late."""
    for line in read_lines(Case.select(Case).where(~is_closed()).order_by(Case.id)):
        due = line.due_on(day.calendar)
        if line.step is None or due is None or due >= day.today:
            continue
        yield Reminder(
            posts=_posts(day, line, line.step.actors),
            section=Section.STEPS,
            about=f"perkara:{line.number}:{line.step.number}:{line.round}",
            text=f"{line.number}: langkah {line.step.number} melewati waktu bakunya, "
            f"{format_date(due)} ({day.say_left(due)}).",
            due_on=due,
            is_late=True,
        )


def _posts(day: Day, line: CaseLine, actors: tuple[Role, ...]) -> tuple[str, ...]:
    """Whose turn it is; Pengarah is reminded through PPID, who asks for the advice."""
    found: list[str] = []
    for role in actors:
        if role is Role.UNIT_OFFICER:
            found += day.units(sorted(line.unit_ids))
        elif role is Role.SUPERIOR:
            found.append(Post.SUPERIOR.value)
        else:
            found.append(Post.OFFICER.value)
    return tuple(dict.fromkeys(found))
