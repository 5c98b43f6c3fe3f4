"""The one tree of errors: each message names the file, key or document and the next step."""


class DragomanError(Exception):
    """Anything that Dragoman itself reports as wrong."""


class InputError(DragomanError):
    """One input cannot be read; the others go on."""


class DataError(DragomanError):
    """A language pack, the ontology or a knowledge table breaks its promise."""


class StageError(DragomanError):
    """A reading step failed on one document, which is set aside while the run goes on."""


class LedgerError(DragomanError):
    """The ledger cannot be opened, read or written; what it holds is as it was."""


class NotInLedgerError(LedgerError):
    """What was asked for is not in the ledger."""


class MissingPartError(DragomanError):
    """An optional part is asked for that is not installed."""
