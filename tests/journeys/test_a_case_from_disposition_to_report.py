"""One case, five people, eleven steps, one "Tidak": from disposition to report."""

from collections.abc import Callable

from tests.journeys.desk import Desk
from tests.journeys.whole_case import walk_a_whole_case


def test_a_case_goes_from_disposition_to_report(
    make_desk: Callable[..., Desk],
) -> None:
    walk_a_whole_case(make_desk, javascript=True)
