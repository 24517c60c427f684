"""The same case by plain forms and links: nothing needs JavaScript."""

from collections.abc import Callable

from tests.journeys.desk import Desk
from tests.journeys.whole_case import walk_a_whole_case


def test_a_case_goes_from_disposition_to_report_without_javascript(
    make_desk: Callable[..., Desk],
) -> None:
    walk_a_whole_case(make_desk, javascript=False)
