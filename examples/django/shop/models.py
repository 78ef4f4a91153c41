"""An order, and what is to be done for it."""

from django.db import models


class Order(models.Model):
    id = models.UUIDField(primary_key=True)
    state = models.CharField(max_length=20, default="open")


class Effect(models.Model):
    """What sends parcels and e-mails reads it from here."""

    order = models.ForeignKey(Order, on_delete=models.CASCADE)
    action = models.CharField(max_length=20)
