"""Index the nämnd in the tables that are counted or searched by it: *Läget*, and the second checks."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("plans", "0008_rattigheter"),
    ]

    operations = [
        migrations.AddIndex(
            model_name="atgard",
            index=models.Index(fields=["namnd"], name="atgard_namnd"),
        ),
        migrations.AddIndex(
            model_name="delaktig",
            index=models.Index(fields=["namnd"], name="delaktig_namnd"),
        ),
        migrations.AddIndex(
            model_name="erbjudande",
            index=models.Index(fields=["namnd"], name="erbjudande_namnd"),
        ),
        migrations.AddIndex(
            model_name="foretradarskap",
            index=models.Index(fields=["namnd"], name="foretradarskap_namnd"),
        ),
        migrations.AddIndex(
            model_name="frystord",
            index=models.Index(fields=["namnd"], name="frystord_namnd"),
        ),
        migrations.AddIndex(
            model_name="individuellplan",
            index=models.Index(fields=["namnd"], name="plan_namnd"),
        ),
        migrations.AddIndex(
            model_name="insats",
            index=models.Index(fields=["namnd"], name="insats_namnd"),
        ),
        migrations.AddIndex(
            model_name="malsattning",
            index=models.Index(fields=["namnd"], name="malsattning_namnd"),
        ),
        migrations.AddIndex(
            model_name="planrad",
            index=models.Index(fields=["namnd"], name="planrad_namnd"),
        ),
    ]
