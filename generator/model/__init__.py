"""The records (DESIGN §3): pydantic models are their single definition.

They validate the data, give editors their JSON Schema and re-users the data dictionary. Every record is frozen and
strict; fields marked :class:`~generator.model.identity.Ref` hold ids of other records.
"""

from generator.model.base import Record
from generator.model.history import Change, Redirect
from generator.model.indicator import Indicator, IndicatorDefinition
from generator.model.place import Place, Region, Unit
from generator.model.plan import Box, Division, Note, Plan, Result
from generator.model.subject import Audience, Term, Topic
from generator.model.task import Project, Target, Task, Update
from generator.model.verification import Verification

RECORDS: dict[str, type[Record]] = {
    model.KIND: model
    for model in (
        Region,
        Plan,
        Division,
        Task,
        Target,
        Result,
        IndicatorDefinition,
        Indicator,
        Box,
        Unit,
        Project,
        Place,
        Topic,
        Audience,
        Term,
        Update,
        Note,
        Verification,
        Redirect,
        Change,
    )
}
"""Every kind of record, by the name that :data:`generator.model.identity.KINDS` gives it."""

__all__ = [
    "RECORDS",
    "Audience",
    "Box",
    "Change",
    "Division",
    "Indicator",
    "IndicatorDefinition",
    "Note",
    "Place",
    "Plan",
    "Project",
    "Record",
    "Redirect",
    "Region",
    "Result",
    "Target",
    "Task",
    "Term",
    "Topic",
    "Unit",
    "Update",
    "Verification",
]
