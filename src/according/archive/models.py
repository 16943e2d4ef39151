"""Tables. Facts are append-only; findings (marked so) may be dropped and made again from the facts at any time."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models


class UserManager(BaseUserManager["User"]):
    """Makes users."""

    def create_user(self, name: str, password: str | None = None) -> User:
        """A user with this name; without a password nobody can sign in as it."""
        user = User(name=name)
        user.set_password(password)
        user.save(using=self._db)
        return user


class User(AbstractBaseUser):
    """Somebody who works here. The first one is this machine's own."""

    id = models.BigAutoField(primary_key=True)
    name = models.CharField(max_length=150, unique=True)
    is_active = models.BooleanField(default=True)

    USERNAME_FIELD = "name"
    objects = UserManager()


class Case(models.Model):
    """A case: a document belongs to exactly one."""

    id = models.CharField(max_length=40, primary_key=True)
    title = models.TextField()
    created = models.CharField(max_length=32)


class Role(models.Model):
    """What a user may do in a case."""

    case = models.ForeignKey(Case, models.PROTECT)
    user = models.ForeignKey(User, models.PROTECT)
    role = models.CharField(max_length=20)  # reader, contributor, reviewer, editor, administrator

    class Meta:
        constraints = [models.UniqueConstraint(fields=["case", "user"], name="one_role_per_case")]


class Capture(models.Model):
    """Bytes in the vault."""

    sha256 = models.CharField(max_length=64, primary_key=True)
    size = models.BigIntegerField()
    media_type = models.CharField(max_length=80)
    withdrawn = models.TextField(null=True)  # the tombstone's reason


class Receipt(models.Model):
    """One act of receiving."""

    case = models.ForeignKey(Case, models.PROTECT)
    capture = models.ForeignKey(Capture, models.PROTECT)
    origin = models.TextField()
    received = models.CharField(max_length=32)
    body = models.JSONField()


class CustodyEvent(models.Model):
    """A link of the chain; written in the transaction of what it tells."""

    sequence = models.BigIntegerField(primary_key=True)
    kind = models.CharField(max_length=40)
    subject = models.CharField(max_length=80)
    at = models.CharField(max_length=32)
    by = models.CharField(max_length=150)
    facts = models.JSONField()
    previous = models.CharField(max_length=64)
    hash = models.CharField(max_length=64)


class Document(models.Model):
    """A lasting id for a key."""

    id = models.CharField(max_length=40, primary_key=True)
    case = models.ForeignKey(Case, models.PROTECT)
    key = models.TextField()
    created = models.CharField(max_length=32)


class Text(models.Model):
    """A document as one parser read it out of one capture: never changed. The newest is the one in force."""

    id = models.BigAutoField(primary_key=True)
    document = models.ForeignKey(Document, models.PROTECT)
    digest = models.CharField(max_length=64)
    body_digest = models.CharField(max_length=64)
    capture = models.CharField(max_length=64, null=True)
    parser = models.CharField(max_length=80, null=True)
    content = models.TextField()
    body = models.TextField()  # the Document noun as JSON, its content left out

    class Meta:
        indexes = [models.Index(fields=["document", "-id"], name="newest_text")]


class Decision(models.Model):
    """A person's word. Append-only; undone by a newer one."""

    sequence = models.BigIntegerField(primary_key=True)
    id = models.CharField(max_length=40, unique=True)
    case = models.ForeignKey(Case, models.PROTECT)
    verdict = models.CharField(max_length=20)
    subject = models.CharField(max_length=80, db_index=True)
    body = models.JSONField()


class Assessment(models.Model):
    """A person's view of an account. Append-only; taken back by a decision, replaced by a newer one."""

    sequence = models.BigIntegerField(primary_key=True)
    id = models.CharField(max_length=40, unique=True)
    case = models.ForeignKey(Case, models.PROTECT)
    account = models.CharField(max_length=40, db_index=True)
    body = models.JSONField()


class Wording(models.Model):
    """One version of an editor's sentences for an event or person. Append-only."""

    sequence = models.BigIntegerField(primary_key=True)
    id = models.CharField(max_length=40, unique=True)
    case = models.ForeignKey(Case, models.PROTECT)
    about = models.CharField(max_length=40, db_index=True)
    body = models.JSONField()


class Allocated(models.Model):
    """An id that was given out (a decision names it, a publication shows it) and therefore stays."""

    case = models.ForeignKey(Case, models.PROTECT)
    member = models.CharField(max_length=40)  # mention or statement id it stands on
    id_given = models.CharField(max_length=40)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["case", "id_given", "member"], name="given_once")]


class Protection(models.Model):
    """Names that must not leave. Rows are added and, by a newer row, lifted; never in custody events."""

    case = models.ForeignKey(Case, models.PROTECT)
    subject = models.CharField(max_length=80)  # mention id, or "name"
    names = models.JSONField()
    lifted = models.BooleanField(default=False)
    decision = models.CharField(max_length=40)


class Task(models.Model):
    """One step to be done or done: step, subject, version, input digest, state, why."""

    case = models.ForeignKey(Case, models.PROTECT)
    step = models.CharField(max_length=20)
    subject = models.CharField(max_length=80)
    version = models.CharField(max_length=80)
    input = models.CharField(max_length=64)
    state = models.CharField(max_length=12)  # pending, done, failed
    why = models.TextField(null=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["case", "step", "subject"], name="one_task_per_step")]
        indexes = [models.Index(fields=["step", "state"], name="task_queue")]


class Statement(models.Model):
    """Finding: one reading of a statement. The columns queries filter by; the body alone is read back."""

    id = models.CharField(max_length=40, primary_key=True)
    case = models.ForeignKey(Case, models.PROTECT)
    document = models.CharField(max_length=40, db_index=True)
    digest = models.CharField(max_length=64)  # of the content
    kind = models.CharField(max_length=12)
    type = models.CharField(max_length=40, db_index=True)
    polarity = models.CharField(max_length=20)
    stance = models.CharField(max_length=20)
    start = models.IntegerField()
    body = models.TextField()


class Shared(models.Model):
    """Finding: words of one document that stand in another."""

    case = models.ForeignKey(Case, models.PROTECT)
    ordinal = models.IntegerField()
    a = models.CharField(max_length=40, db_index=True)
    b = models.CharField(max_length=40, db_index=True)
    body = models.TextField()


class Finding(models.Model):
    """Finding: a part of the case file (a person, an event, a dispute …)."""

    case = models.ForeignKey(Case, models.PROTECT)
    part = models.CharField(max_length=20)  # the field of CaseFile it belongs to
    ordinal = models.IntegerField()
    subject = models.CharField(max_length=80, db_index=True)  # id, or ""
    body = models.TextField()

    class Meta:
        indexes = [models.Index(fields=["case", "part", "ordinal"], name="part_in_order")]


FINDINGS: tuple[type[models.Model], ...] = (Statement, Shared, Finding)


def manager(model: type[models.Model], alias: str) -> Any:
    """The rows of a table in one archive's database."""
    return model._default_manager.using(alias)
