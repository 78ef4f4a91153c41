"""Where each view is."""

from django.urls import path

from shop import views

urlpatterns = [
    path("", views.shop),
    path("checkout", views.checkout),
    path("webhook", views.stripe_webhook),
    path("orders/<uuid:order>", views.show, name="order"),
]
