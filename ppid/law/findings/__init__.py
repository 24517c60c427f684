"""What the program checks in an entry, each check with its article and its mend."""

from collections.abc import Iterable
from datetime import date

from ppid.law.findings import bases, content, period
from ppid.law.findings.entries import BasisFacts, ExaminedEntry
from ppid.law.findings.rules import FINDINGS, Finding, Rule, Severity

__all__ = [
    "FINDINGS",
    "BasisFacts",
    "ExaminedEntry",
    "Finding",
    "Rule",
    "Severity",
    "blocking",
    "examine",
    "is_incomplete",
]

_CHECKS = (*bases.CHECKS, *period.CHECKS, *content.CHECKS)
_ORDER = {code: place for place, code in enumerate(FINDINGS)}


def examine(entry: ExaminedEntry, on: date) -> tuple[Finding, ...]:
    """All findings of ``entry`` on a date: blocking ones first, else in the order of FINDINGS."""
    findings = [finding for check in _CHECKS for finding in check(entry, on)]
    return tuple(
        sorted(findings, key=lambda each: (not each.is_blocking, _ORDER[each.code], each.message))
    )


def blocking(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Those that stop a determination from being issued (PP 61/2010 Pasal 3 and 4)."""
    return tuple(finding for finding in findings if finding.is_blocking)


def is_incomplete(findings: Iterable[Finding]) -> bool:
    """Tell whether the entry is *belum lengkap*: something that the law asks for is missing.

    What is there but wrong, and what is only advised, does not make an entry incomplete.
    """
    return any(finding.is_blocking and FINDINGS[finding.code].gap for finding in findings)
