"""The procedures that come with the program."""

import json
from functools import cache
from importlib.resources import files

from ppid.workflow.document import load_procedure
from ppid.workflow.procedure import Procedure


@cache
def shipped_procedures() -> tuple[Procedure, ...]:
    """Every shipped procedure, ordered by code and version; InvalidProcedure if one is unfit."""
    folder = files("ppid.workflow") / "procedures"
    texts = [file.read_text("utf-8") for file in folder.iterdir() if file.name.endswith(".json")]
    found = [load_procedure(json.loads(text)) for text in texts]
    return tuple(sorted(found, key=lambda procedure: (procedure.code, procedure.version)))


def shipped_procedure(code: str) -> Procedure:
    """The newest shipped version of a procedure; KeyError if none has this code."""
    found = [procedure for procedure in shipped_procedures() if procedure.code == code]
    if not found:
        raise KeyError(code)
    return found[-1]
