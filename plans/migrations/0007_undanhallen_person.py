"""A row of the log is withheld from one person, not from all whom it is about."""

import django.db.models.deletion
from django.db import migrations, models

# What was decided before was decided in the case of the first person of the row. The table is only added to, also by
# its owner: the guard steps aside for this one statement.
FYLL = """
ALTER TABLE plans_undanhallen DISABLE TRIGGER bara_tillagg;
UPDATE plans_undanhallen u SET person_id = h.person_ids[1] FROM plans_handelse h WHERE h.id = u.handelse_id;
SET CONSTRAINTS ALL IMMEDIATE;
ALTER TABLE plans_undanhallen ENABLE TRIGGER bara_tillagg;
"""
PERSON = {"on_delete": django.db.models.deletion.PROTECT, "related_name": "undanhallna_rader", "to": "plans.person"}
HANDELSE = {"on_delete": django.db.models.deletion.PROTECT, "related_name": "undanhallen", "to": "plans.handelse"}


class Migration(migrations.Migration):
    dependencies = [("plans", "0006_tjanst_saml")]
    operations = [
        migrations.AddField("undanhallen", "person", models.ForeignKey(null=True, **PERSON)),
        migrations.RunSQL(FYLL, migrations.RunSQL.noop),
        migrations.AlterField("undanhallen", "person", models.ForeignKey(**PERSON)),
        migrations.AlterField("undanhallen", "handelse", models.ForeignKey(**HANDELSE)),
        migrations.AddConstraint(
            "undanhallen", models.UniqueConstraint(fields=("handelse", "person"), name="undanhallen_en_per_person")
        ),
    ]
