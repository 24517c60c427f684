"""Citations of law as people write them: read, worded officially, found in the catalogue."""

from ppid.law.citations.catalogue import (
    Catalogue,
    Listed,
    ListedRegulation,
    Proposal,
    Resolved,
    resolve,
)
from ppid.law.citations.kinds import RegulationKind
from ppid.law.citations.model import (
    GROUNDS,
    Article,
    Citation,
    Fragment,
    Reading,
    RegulationRef,
    format_citation,
    short,
)
from ppid.law.citations.pick import Pick, parse_pick
from ppid.law.citations.reading import parse

__all__ = [
    "GROUNDS",
    "Article",
    "Catalogue",
    "Citation",
    "Fragment",
    "Listed",
    "ListedRegulation",
    "Pick",
    "Proposal",
    "Reading",
    "RegulationKind",
    "RegulationRef",
    "Resolved",
    "format_citation",
    "parse",
    "parse_pick",
    "resolve",
    "short",
]
