"""The index that the public searches: made of reviewed wordings and of nothing internal."""

from collections.abc import Iterator, Sequence
from typing import Any, cast

from ppid.accounts.models import Unit
from ppid.register.models import Classification, Entry
from ppid.register.public_wording import PublicTexts
from ppid.register.public_wording_queries import reviewed_texts
from ppid.register.search.citations import citations_of
from ppid.register.search.engine import Engine, IndexText
from ppid.register.search.sqlite_engine import PUBLIC, SqliteEngine
from ppid.register.search.words import words_of

engine: Engine = SqliteEngine(PUBLIC)


def index_entries(entry_ids: Sequence[int]) -> None:
    """Index these entries anew for the public; what was never determined is not in the index."""
    texts = list(_texts(entry_ids))
    engine.put(texts)
    engine.remove(sorted(set(entry_ids) - {text.entry_id for text in texts}))


def _texts(entry_ids: Sequence[int]) -> Iterator[IndexText]:
    reviewed = reviewed_texts(entry_ids)
    cited = citations_of(entry_ids, public=True)
    for entry_id, number, *units in _determined(entry_ids):
        said = reviewed.get(entry_id, PublicTexts())
        body = (said.consequence, said.benefit, *units, *sorted(cited[entry_id]))
        yield IndexText(
            entry_id=entry_id,
            number=tuple(words_of(number)),
            title=tuple(words_of(said.title)),
            public_title=tuple(words_of(f"{said.what_is_closed}\n{said.given_instead}")),
            body=tuple(words_of("\n".join(body))),
        )


def _determined(entry_ids: Sequence[int]) -> Any:  # noqa: ANN401 - bare rows of the library
    known = Classification.select(Classification.entry).where(
        Classification.entry.in_(entry_ids), Classification.determination.is_null(False)
    )
    rows = (
        Entry.select(Entry.id, Entry.number, Unit.name, Unit.short_name)
        .join(Unit)
        .where(Entry.id.in_(known), Entry.withdrawn_at.is_null())
    )
    return cast("Any", rows.tuples())
