"""Stripe's resources, each with its operations: those of a merchant, and those of the platform itself.

Parameters are records, or plain dictionaries with the same names. Writes take an idempotency key. A list is
looped over for all of its objects, or read page by page.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from counterfoil.calls import Pages, Resource
from counterfoil.records import (
    Account,
    AccountLink,
    AccountSession,
    ApplicationFee,
    BalanceTransaction,
    BillingPortalSession,
    CancelPaymentIntent,
    Capability,
    CapturePaymentIntent,
    Charge,
    CreateAccountLink,
    CreateAccountSession,
    CreateApplicationFeeRefund,
    CreateBillingPortalSession,
    CreateCustomer,
    CreateEventDestination,
    CreatePaymentMethodConfiguration,
    CreatePaymentMethodDomain,
    CreatePrice,
    CreateProduct,
    CreateRefund,
    CreateSession,
    CreateSubscriptionSession,
    CreateWebhookEndpoint,
    Customer,
    DeletedObject,
    Dispute,
    EventDestination,
    FeeRefund,
    Invoice,
    ListApplicationFeeRefunds,
    ListApplicationFees,
    ListCharges,
    ListDisputes,
    ListEventDestinations,
    ListEvents,
    ListLineItems,
    ListPaymentIntents,
    ListPaymentMethodConfigurations,
    ListPaymentMethodDomains,
    ListPrices,
    ListProducts,
    ListRefunds,
    ListSessions,
    ListWebhookEndpoints,
    LoginLink,
    PaymentIntent,
    PaymentMethodConfiguration,
    PaymentMethodDomain,
    Price,
    Product,
    Refund,
    RetrieveEventDestination,
    Session,
    SessionLineItem,
    StoredEvent,
    Subscription,
    UpdateApplicationFeeRefund,
    UpdateCapability,
    UpdatePaymentMethodConfiguration,
    UpdatePaymentMethodDomain,
    UpdateRefund,
    UpdateSession,
    UpdateWebhookEndpoint,
    V2Event,
    WebhookEndpoint,
)

__all__ = [
    "BillingPortalSessions",
    "Customers",
    "Invoices",
    "MerchantBalanceTransactions",
    "MerchantCharges",
    "MerchantCheckoutSessions",
    "MerchantDisputes",
    "MerchantEvents",
    "MerchantPaymentIntents",
    "MerchantPaymentMethodConfigurations",
    "MerchantPaymentMethodDomains",
    "MerchantRefunds",
    "MerchantResources",
    "MerchantV2Events",
    "PlatformAccountLinks",
    "PlatformAccountSessions",
    "PlatformAccounts",
    "PlatformApplicationFeeRefunds",
    "PlatformApplicationFees",
    "PlatformBalanceTransactions",
    "PlatformCapabilities",
    "PlatformEventDestinations",
    "PlatformEvents",
    "PlatformLoginLinks",
    "PlatformPaymentMethodConfigurations",
    "PlatformPaymentMethodDomains",
    "PlatformResources",
    "PlatformV2Events",
    "PlatformWebhookEndpoints",
    "Prices",
    "Products",
    "SubscriptionSessions",
    "Subscriptions",
]


class MerchantCheckoutSessions(Resource):
    """Checkout Sessions on the merchant's account."""

    def create(self, params: CreateSession | Mapping[str, object], *, idempotency_key: str) -> Session:
        """Creates a Checkout Session on the merchant's account. Answer the customer's click with 303 to
        the session's ``url``.
        """
        return self._one("checkout.create", params, Session, idempotency_key)

    def retrieve(self, id: str, *, expand: Sequence[str] = ()) -> Session:
        """Reads a Checkout Session from the merchant's account; on any other account it does not exist."""
        return self._one("checkout.retrieve", {"id": id, "expand": list(expand)}, Session)

    def list(self, params: ListSessions | Mapping[str, object] | None = None) -> Pages[Session]:
        """Lists the merchant's Checkout Sessions, the newest first. There is no filter by metadata or by
        ``client_reference_id``.
        """
        return self._pages("checkout.list", params, Session)

    def update(self, params: UpdateSession | Mapping[str, object], *, idempotency_key: str) -> Session:
        """Changes an open session. The application fee cannot be changed any more."""
        return self._one("checkout.update", params, Session, idempotency_key)

    def expire(self, id: str, *, idempotency_key: str) -> Session:
        """Ends an open session, so that it can no longer be paid: the goods can be released. A session
        that is complete cannot expire; Stripe then refuses the call, and the order follows its events.
        """
        return self._one("checkout.expire", {"id": id}, Session, idempotency_key)

    def line_items(self, params: ListLineItems | Mapping[str, object]) -> Pages[SessionLineItem]:
        """Lists what was bought in a session: all lines, where an event or an expanded session has the
        first page only.
        """
        return self._pages("checkout.line_items", params, SessionLineItem)


class MerchantPaymentIntents(Resource):
    """Payment intents on the merchant's account."""

    def retrieve(self, id: str, *, expand: Sequence[str] = ()) -> PaymentIntent:
        """Reads a payment intent from the merchant's account; on any other account it does not exist."""
        return self._one("payment_intents.retrieve", {"id": id, "expand": list(expand)}, PaymentIntent)

    def list(self, params: ListPaymentIntents | Mapping[str, object] | None = None) -> Pages[PaymentIntent]:
        """Lists the merchant's payment intents, the newest first."""
        return self._pages("payment_intents.list", params, PaymentIntent)

    def capture(
        self, params: CapturePaymentIntent | Mapping[str, object], *, idempotency_key: str
    ) -> PaymentIntent:
        """Takes the money that the customer's bank has set aside, where the session was created with
        ``capture_method: manual``: the status is ``requires_capture``.
        """
        return self._one("payment_intents.capture", params, PaymentIntent, idempotency_key)

    def cancel(
        self, params: CancelPaymentIntent | Mapping[str, object], *, idempotency_key: str
    ) -> PaymentIntent:
        """Gives a payment up that has not succeeded, and releases what the bank has set aside. The
        payment intent of an open Checkout Session cannot be canceled: expire the session instead.
        """
        return self._one("payment_intents.cancel", params, PaymentIntent, idempotency_key)


class MerchantCharges(Resource):
    """Charges on the merchant's account."""

    def retrieve(self, id: str, *, expand: Sequence[str] = ()) -> Charge:
        """Reads a charge from the merchant's account; on any other account it does not exist."""
        return self._one("charges.retrieve", {"id": id, "expand": list(expand)}, Charge)

    def list(self, params: ListCharges | Mapping[str, object] | None = None) -> Pages[Charge]:
        """Lists the merchant's charges, the newest first. They are on this account only: neither the
        platform's Dashboard nor its exports show them.
        """
        return self._pages("charges.list", params, Charge)


class MerchantRefunds(Resource):
    """Refunds on the merchant's account."""

    def create(self, params: CreateRefund | Mapping[str, object], *, idempotency_key: str) -> Refund:
        """Gives a payment back, all of it or a part. The merchant's balance pays for it."""
        return self._one("refunds.create", params, Refund, idempotency_key)

    def retrieve(self, id: str, *, expand: Sequence[str] = ()) -> Refund:
        """Reads a refund from the merchant's account."""
        return self._one("refunds.retrieve", {"id": id, "expand": list(expand)}, Refund)

    def list(self, params: ListRefunds | Mapping[str, object] | None = None) -> Pages[Refund]:
        """Lists the merchant's refunds, the newest first."""
        return self._pages("refunds.list", params, Refund)

    def update(self, params: UpdateRefund | Mapping[str, object], *, idempotency_key: str) -> Refund:
        """Changes the metadata of a refund; nothing else of it can be changed."""
        return self._one("refunds.update", params, Refund, idempotency_key)

    def cancel(self, id: str, *, idempotency_key: str) -> Refund:
        """Cancels a refund that waits for the customer (``requires_action``)."""
        return self._one("refunds.cancel", {"id": id}, Refund, idempotency_key)


class MerchantDisputes(Resource):
    """Disputes on the merchant's account."""

    def retrieve(self, id: str, *, expand: Sequence[str] = ()) -> Dispute:
        """Reads a dispute from the merchant's account."""
        return self._one("disputes.retrieve", {"id": id, "expand": list(expand)}, Dispute)

    def list(self, params: ListDisputes | Mapping[str, object] | None = None) -> Pages[Dispute]:
        """Lists the merchant's disputes, the newest first."""
        return self._pages("disputes.list", params, Dispute)


class MerchantBalanceTransactions(Resource):
    """Balance transactions on the merchant's account."""

    def retrieve(self, id: str, *, expand: Sequence[str] = ()) -> BalanceTransaction:
        """Reads a balance transaction: a merchant's own through the merchant, those of the platform's
        fees through the platform.
        """
        return self._one(
            "balance_transactions.retrieve", {"id": id, "expand": list(expand)}, BalanceTransaction
        )


class MerchantEvents(Resource):
    """Events on the merchant's account."""

    def retrieve(self, id: str, *, expand: Sequence[str] = ()) -> StoredEvent:
        """Reads an event of the last 30 days: a merchant's through the merchant, the platform's own
        through the platform.
        """
        return self._one("events.retrieve", {"id": id, "expand": list(expand)}, StoredEvent)

    def list(self, params: ListEvents | Mapping[str, object] | None = None) -> Pages[StoredEvent]:
        """Lists the events of the last 30 days, the newest first: a merchant's through the merchant, the
        platform's own through the platform. With ``delivery_success: false`` it finds those that no
        endpoint has taken.
        """
        return self._pages("events.list", params, StoredEvent)


class MerchantV2Events(Resource):
    """V2 events on the merchant's account."""

    def retrieve(self, id: str) -> V2Event:
        """Reads an event of Stripe's v2 of the last 30 days: a merchant's through the merchant, the
        platform's own through the platform.
        """
        return self._one("v2_events.retrieve", {"id": id}, V2Event)


class Subscriptions(Resource):
    """Subscriptions on one account, a merchant's or the platform's own."""

    def retrieve(self, id: str, *, expand: Sequence[str] = ()) -> Subscription:
        """Reads a subscription from the account that it is on; on any other account it does not exist."""
        return self._one("subscriptions.retrieve", {"id": id, "expand": list(expand)}, Subscription)


class Invoices(Resource):
    """Invoices on one account, a merchant's or the platform's own."""

    def retrieve(self, id: str, *, expand: Sequence[str] = ()) -> Invoice:
        """Reads an invoice from the account that it is on; on any other account it does not exist."""
        return self._one("invoices.retrieve", {"id": id, "expand": list(expand)}, Invoice)


class Customers(Resource):
    """Customers on one account, a merchant's or the platform's own."""

    def create(self, params: CreateCustomer | Mapping[str, object], *, idempotency_key: str) -> Customer:
        """Makes a customer. To bill a merchant make one on the platform's own account, and keep its id with
        the merchant; ``metadata`` is a good place for the merchant's ``acct_…``.
        """
        return self._one("customers.create", params, Customer, idempotency_key)

    def retrieve(self, id: str, *, expand: Sequence[str] = ()) -> Customer:
        """Reads a customer from the account that it is on; on any other account it does not exist."""
        return self._one("customers.retrieve", {"id": id, "expand": list(expand)}, Customer)


class Products(Resource):
    """Products on one account, a merchant's or the platform's own."""

    def create(self, params: CreateProduct | Mapping[str, object], *, idempotency_key: str) -> Product:
        """Makes a product, and its first price with it where ``default_price_data`` is given."""
        return self._one("products.create", params, Product, idempotency_key)

    def list(self, params: ListProducts | Mapping[str, object] | None = None) -> Pages[Product]:
        """Lists products, newest first."""
        return self._pages("products.list", params, Product)


class Prices(Resource):
    """Prices on one account, a merchant's or the platform's own."""

    def create(self, params: CreatePrice | Mapping[str, object], *, idempotency_key: str) -> Price:
        """Makes a price of a product. What it costs cannot be changed later: make another one, and move the
        ``lookup_key`` to it.
        """
        return self._one("prices.create", params, Price, idempotency_key)

    def list(self, params: ListPrices | Mapping[str, object] | None = None) -> Pages[Price]:
        """Lists prices, newest first."""
        return self._pages("prices.list", params, Price)


class SubscriptionSessions(Resource):
    """Checkout Sessions on the platform's own account, on which merchants subscribe to its plans."""

    def create(
        self, params: CreateSubscriptionSession | Mapping[str, object], *, idempotency_key: str
    ) -> Session:
        """Creates a Checkout Session in ``subscription`` mode on the platform's own account. Answer the
        merchant's click with 303 to the session's ``url``.
        """
        return self._one("subscription_sessions.create", params, Session, idempotency_key)

    def retrieve(self, id: str, *, expand: Sequence[str] = ()) -> Session:
        """Reads a Checkout Session from the platform's own account."""
        return self._one("subscription_sessions.retrieve", {"id": id, "expand": list(expand)}, Session)


class BillingPortalSessions(Resource):
    """Billing portal sessions on one account, a merchant's or the platform's own."""

    def create(
        self, params: CreateBillingPortalSession | Mapping[str, object], *, idempotency_key: str
    ) -> BillingPortalSession:
        """Makes a page on which a customer looks after its subscriptions. Make it when the customer clicks,
        and redirect to its ``url``.
        """
        return self._one("billing_portal_sessions.create", params, BillingPortalSession, idempotency_key)


class MerchantPaymentMethodConfigurations(Resource):
    """Payment method configurations on the merchant's account."""

    def create(
        self, params: CreatePaymentMethodConfiguration | Mapping[str, object], *, idempotency_key: str
    ) -> PaymentMethodConfiguration:
        """Makes a payment method configuration: on the platform a parent, on a merchant's account a child
        of ``parent``.
        """
        return self._one(
            "payment_method_configurations.create", params, PaymentMethodConfiguration, idempotency_key
        )

    def retrieve(self, id: str, *, expand: Sequence[str] = ()) -> PaymentMethodConfiguration:
        """Reads a payment method configuration: a parent through the platform, a child through the
        merchant.
        """
        return self._one(
            "payment_method_configurations.retrieve",
            {"id": id, "expand": list(expand)},
            PaymentMethodConfiguration,
        )

    def list(
        self, params: ListPaymentMethodConfigurations | Mapping[str, object] | None = None
    ) -> Pages[PaymentMethodConfiguration]:
        """Lists payment method configurations: the platform's own through the platform; a merchant's
        through the merchant, with the platform's ``application`` to see the children of its own.
        """
        return self._pages("payment_method_configurations.list", params, PaymentMethodConfiguration)

    def update(
        self, params: UpdatePaymentMethodConfiguration | Mapping[str, object], *, idempotency_key: str
    ) -> PaymentMethodConfiguration:
        """Changes a payment method configuration: on the platform a parent, and so the default of all
        merchants that have not chosen otherwise; on a merchant's account its own choice.
        """
        return self._one(
            "payment_method_configurations.update", params, PaymentMethodConfiguration, idempotency_key
        )


class MerchantPaymentMethodDomains(Resource):
    """Payment method domains on the merchant's account."""

    def create(
        self, params: CreatePaymentMethodDomain | Mapping[str, object], *, idempotency_key: str
    ) -> PaymentMethodDomain:
        """Registers a domain for wallets."""
        return self._one("payment_method_domains.create", params, PaymentMethodDomain, idempotency_key)

    def retrieve(self, id: str, *, expand: Sequence[str] = ()) -> PaymentMethodDomain:
        """Reads a domain."""
        return self._one(
            "payment_method_domains.retrieve", {"id": id, "expand": list(expand)}, PaymentMethodDomain
        )

    def list(
        self, params: ListPaymentMethodDomains | Mapping[str, object] | None = None
    ) -> Pages[PaymentMethodDomain]:
        """Lists domains."""
        return self._pages("payment_method_domains.list", params, PaymentMethodDomain)

    def update(
        self, params: UpdatePaymentMethodDomain | Mapping[str, object], *, idempotency_key: str
    ) -> PaymentMethodDomain:
        """Lets wallets show on a domain, or not."""
        return self._one("payment_method_domains.update", params, PaymentMethodDomain, idempotency_key)

    def validate(self, id: str, *, idempotency_key: str) -> PaymentMethodDomain:
        """Has Stripe look at a domain again, after what was in the way was put right."""
        return self._one("payment_method_domains.validate", {"id": id}, PaymentMethodDomain, idempotency_key)


class PlatformApplicationFees(Resource):
    """Application fees on the platform's own account."""

    def retrieve(self, id: str, *, expand: Sequence[str] = ()) -> ApplicationFee:
        """Reads an application fee from the platform's own account."""
        return self._one("application_fees.retrieve", {"id": id, "expand": list(expand)}, ApplicationFee)

    def list(self, params: ListApplicationFees | Mapping[str, object] | None = None) -> Pages[ApplicationFee]:
        """Lists what the platform has kept of all merchants' payments, the newest first."""
        return self._pages("application_fees.list", params, ApplicationFee)


class PlatformApplicationFeeRefunds(Resource):
    """Application fee refunds on the platform's own account."""

    def create(
        self, params: CreateApplicationFeeRefund | Mapping[str, object], *, idempotency_key: str
    ) -> FeeRefund:
        """Gives an application fee back to the merchant, all that is left of it or a part, without
        refunding the customer.
        """
        return self._one("application_fee_refunds.create", params, FeeRefund, idempotency_key)

    def retrieve(self, fee: str, id: str, *, expand: Sequence[str] = ()) -> FeeRefund:
        """Reads a refund of an application fee."""
        return self._one(
            "application_fee_refunds.retrieve", {"fee": fee, "id": id, "expand": list(expand)}, FeeRefund
        )

    def list(self, params: ListApplicationFeeRefunds | Mapping[str, object]) -> Pages[FeeRefund]:
        """Lists the refunds of an application fee, the newest first."""
        return self._pages("application_fee_refunds.list", params, FeeRefund)

    def update(
        self, params: UpdateApplicationFeeRefund | Mapping[str, object], *, idempotency_key: str
    ) -> FeeRefund:
        """Changes the metadata of a refund of an application fee."""
        return self._one("application_fee_refunds.update", params, FeeRefund, idempotency_key)


class PlatformBalanceTransactions(Resource):
    """Balance transactions on the platform's own account."""

    def retrieve(self, id: str, *, expand: Sequence[str] = ()) -> BalanceTransaction:
        """Reads a balance transaction: a merchant's own through the merchant, those of the platform's
        fees through the platform.
        """
        return self._one(
            "balance_transactions.retrieve", {"id": id, "expand": list(expand)}, BalanceTransaction
        )


class PlatformEvents(Resource):
    """Events on the platform's own account."""

    def retrieve(self, id: str, *, expand: Sequence[str] = ()) -> StoredEvent:
        """Reads an event of the last 30 days: a merchant's through the merchant, the platform's own
        through the platform.
        """
        return self._one("events.retrieve", {"id": id, "expand": list(expand)}, StoredEvent)

    def list(self, params: ListEvents | Mapping[str, object] | None = None) -> Pages[StoredEvent]:
        """Lists the events of the last 30 days, the newest first: a merchant's through the merchant, the
        platform's own through the platform. With ``delivery_success: false`` it finds those that no
        endpoint has taken.
        """
        return self._pages("events.list", params, StoredEvent)


class PlatformV2Events(Resource):
    """V2 events on the platform's own account."""

    def retrieve(self, id: str) -> V2Event:
        """Reads an event of Stripe's v2 of the last 30 days: a merchant's through the merchant, the
        platform's own through the platform.
        """
        return self._one("v2_events.retrieve", {"id": id}, V2Event)


class PlatformWebhookEndpoints(Resource):
    """Webhook endpoints on the platform's own account."""

    def create(
        self, params: CreateWebhookEndpoint | Mapping[str, object], *, idempotency_key: str
    ) -> WebhookEndpoint:
        """Has events posted to an address. A platform needs two: one with ``connect`` for its merchants'
        events, one without for its own, such as ``application_fee.created``; each has its own secret.
        """
        return self._one("webhook_endpoints.create", params, WebhookEndpoint, idempotency_key)

    def retrieve(self, id: str, *, expand: Sequence[str] = ()) -> WebhookEndpoint:
        """Reads a webhook endpoint, without its secret."""
        return self._one("webhook_endpoints.retrieve", {"id": id, "expand": list(expand)}, WebhookEndpoint)

    def list(
        self, params: ListWebhookEndpoints | Mapping[str, object] | None = None
    ) -> Pages[WebhookEndpoint]:
        """Lists the platform's webhook endpoints."""
        return self._pages("webhook_endpoints.list", params, WebhookEndpoint)

    def update(
        self, params: UpdateWebhookEndpoint | Mapping[str, object], *, idempotency_key: str
    ) -> WebhookEndpoint:
        """Changes a webhook endpoint. Its secret stays."""
        return self._one("webhook_endpoints.update", params, WebhookEndpoint, idempotency_key)

    def delete(self, id: str, *, idempotency_key: str) -> DeletedObject:
        """Deletes a webhook endpoint. Events that it has not taken yet are not posted any more."""
        return self._one("webhook_endpoints.delete", {"id": id}, DeletedObject, idempotency_key)


class PlatformEventDestinations(Resource):
    """Event destinations on the platform's own account."""

    def create(
        self, params: CreateEventDestination | Mapping[str, object], *, idempotency_key: str
    ) -> EventDestination:
        """Has events sent somewhere. For the merchants' events, ``events_from`` is ``["@accounts"]``."""
        return self._one("event_destinations.create", params, EventDestination, idempotency_key)

    def retrieve(self, params: RetrieveEventDestination | Mapping[str, object]) -> EventDestination:
        """Reads an event destination."""
        return self._one("event_destinations.retrieve", params, EventDestination)

    def list(
        self, params: ListEventDestinations | Mapping[str, object] | None = None
    ) -> Pages[EventDestination]:
        """Lists the platform's event destinations."""
        return self._pages("event_destinations.list", params, EventDestination)

    def enable(self, id: str, *, idempotency_key: str) -> EventDestination:
        """Has events sent to a destination again that was disabled."""
        return self._one("event_destinations.enable", {"id": id}, EventDestination, idempotency_key)

    def disable(self, id: str, *, idempotency_key: str) -> EventDestination:
        """Has no events sent to a destination until it is enabled again."""
        return self._one("event_destinations.disable", {"id": id}, EventDestination, idempotency_key)


class PlatformAccounts(Resource):
    """Accounts on the platform's own account."""

    def retrieve(self, id: str, *, expand: Sequence[str] = ()) -> Account:
        """Reads a connected account."""
        return self._one("accounts.retrieve", {"id": id, "expand": list(expand)}, Account)


class PlatformCapabilities(Resource):
    """Capabilities on the platform's own account."""

    def retrieve(self, account: str, id: str, *, expand: Sequence[str] = ()) -> Capability:
        """Reads one capability of a connected account."""
        return self._one(
            "capabilities.retrieve", {"account": account, "id": id, "expand": list(expand)}, Capability
        )

    def list(self, account: str) -> Pages[Capability]:
        """Lists the capabilities of a connected account, all on one page."""
        return self._pages("capabilities.list", {"account": account}, Capability)

    def update(self, params: UpdateCapability | Mapping[str, object], *, idempotency_key: str) -> Capability:
        """Asks for a capability of a connected account, or gives it up; some cannot be given up once they
        were asked for. Ask for few: each can mean more questions for the merchant.
        """
        return self._one("capabilities.update", params, Capability, idempotency_key)


class PlatformAccountSessions(Resource):
    """Account sessions on the platform's own account."""

    def create(
        self, params: CreateAccountSession | Mapping[str, object], *, idempotency_key: str
    ) -> AccountSession:
        """Lets a page of the platform show Stripe's components to a merchant, among them the settings of
        payment methods.
        """
        return self._one("account_sessions.create", params, AccountSession, idempotency_key)


class PlatformAccountLinks(Resource):
    """Account links on the platform's own account."""

    def create(
        self, params: CreateAccountLink | Mapping[str, object], *, idempotency_key: str
    ) -> AccountLink:
        """Makes a link under which a merchant answers what Stripe needs to know. Make it when the
        merchant clicks, and a new one each time.
        """
        return self._one("account_links.create", params, AccountLink, idempotency_key)


class PlatformLoginLinks(Resource):
    """Login links on the platform's own account."""

    def create(self, account: str, *, idempotency_key: str) -> LoginLink:
        """Makes a link into a merchant's Express Dashboard."""
        return self._one("login_links.create", {"account": account}, LoginLink, idempotency_key)


class PlatformPaymentMethodConfigurations(Resource):
    """Payment method configurations on the platform's own account."""

    def create(
        self, params: CreatePaymentMethodConfiguration | Mapping[str, object], *, idempotency_key: str
    ) -> PaymentMethodConfiguration:
        """Makes a payment method configuration: on the platform a parent, on a merchant's account a child
        of ``parent``.
        """
        return self._one(
            "payment_method_configurations.create", params, PaymentMethodConfiguration, idempotency_key
        )

    def retrieve(self, id: str, *, expand: Sequence[str] = ()) -> PaymentMethodConfiguration:
        """Reads a payment method configuration: a parent through the platform, a child through the
        merchant.
        """
        return self._one(
            "payment_method_configurations.retrieve",
            {"id": id, "expand": list(expand)},
            PaymentMethodConfiguration,
        )

    def list(
        self, params: ListPaymentMethodConfigurations | Mapping[str, object] | None = None
    ) -> Pages[PaymentMethodConfiguration]:
        """Lists payment method configurations: the platform's own through the platform; a merchant's
        through the merchant, with the platform's ``application`` to see the children of its own.
        """
        return self._pages("payment_method_configurations.list", params, PaymentMethodConfiguration)

    def update(
        self, params: UpdatePaymentMethodConfiguration | Mapping[str, object], *, idempotency_key: str
    ) -> PaymentMethodConfiguration:
        """Changes a payment method configuration: on the platform a parent, and so the default of all
        merchants that have not chosen otherwise; on a merchant's account its own choice.
        """
        return self._one(
            "payment_method_configurations.update", params, PaymentMethodConfiguration, idempotency_key
        )


class PlatformPaymentMethodDomains(Resource):
    """Payment method domains on the platform's own account."""

    def create(
        self, params: CreatePaymentMethodDomain | Mapping[str, object], *, idempotency_key: str
    ) -> PaymentMethodDomain:
        """Registers a domain for wallets."""
        return self._one("payment_method_domains.create", params, PaymentMethodDomain, idempotency_key)

    def retrieve(self, id: str, *, expand: Sequence[str] = ()) -> PaymentMethodDomain:
        """Reads a domain."""
        return self._one(
            "payment_method_domains.retrieve", {"id": id, "expand": list(expand)}, PaymentMethodDomain
        )

    def list(
        self, params: ListPaymentMethodDomains | Mapping[str, object] | None = None
    ) -> Pages[PaymentMethodDomain]:
        """Lists domains."""
        return self._pages("payment_method_domains.list", params, PaymentMethodDomain)

    def update(
        self, params: UpdatePaymentMethodDomain | Mapping[str, object], *, idempotency_key: str
    ) -> PaymentMethodDomain:
        """Lets wallets show on a domain, or not."""
        return self._one("payment_method_domains.update", params, PaymentMethodDomain, idempotency_key)

    def validate(self, id: str, *, idempotency_key: str) -> PaymentMethodDomain:
        """Has Stripe look at a domain again, after what was in the way was put right."""
        return self._one("payment_method_domains.validate", {"id": id}, PaymentMethodDomain, idempotency_key)


class MerchantResources(Resource):
    """Everything on the merchant's account, by Stripe's names."""

    @property
    def payment_intents(self) -> MerchantPaymentIntents:
        """Payment intents."""
        return MerchantPaymentIntents(self._caller)

    @property
    def charges(self) -> MerchantCharges:
        """Charges."""
        return MerchantCharges(self._caller)

    @property
    def refunds(self) -> MerchantRefunds:
        """Refunds."""
        return MerchantRefunds(self._caller)

    @property
    def disputes(self) -> MerchantDisputes:
        """Disputes."""
        return MerchantDisputes(self._caller)

    @property
    def balance_transactions(self) -> MerchantBalanceTransactions:
        """Balance transactions."""
        return MerchantBalanceTransactions(self._caller)

    @property
    def events(self) -> MerchantEvents:
        """Events."""
        return MerchantEvents(self._caller)

    @property
    def v2_events(self) -> MerchantV2Events:
        """V2 events."""
        return MerchantV2Events(self._caller)

    @property
    def subscriptions(self) -> Subscriptions:
        """Subscriptions."""
        return Subscriptions(self._caller)

    @property
    def invoices(self) -> Invoices:
        """Invoices."""
        return Invoices(self._caller)

    @property
    def customers(self) -> Customers:
        """Customers."""
        return Customers(self._caller)

    @property
    def products(self) -> Products:
        """Products."""
        return Products(self._caller)

    @property
    def prices(self) -> Prices:
        """Prices."""
        return Prices(self._caller)

    @property
    def billing_portal_sessions(self) -> BillingPortalSessions:
        """Billing portal sessions."""
        return BillingPortalSessions(self._caller)

    @property
    def payment_method_configurations(self) -> MerchantPaymentMethodConfigurations:
        """Payment method configurations."""
        return MerchantPaymentMethodConfigurations(self._caller)

    @property
    def payment_method_domains(self) -> MerchantPaymentMethodDomains:
        """Payment method domains."""
        return MerchantPaymentMethodDomains(self._caller)


class PlatformResources(Resource):
    """Everything on the platform's account, by Stripe's names."""

    @property
    def application_fees(self) -> PlatformApplicationFees:
        """Application fees."""
        return PlatformApplicationFees(self._caller)

    @property
    def application_fee_refunds(self) -> PlatformApplicationFeeRefunds:
        """Application fee refunds."""
        return PlatformApplicationFeeRefunds(self._caller)

    @property
    def balance_transactions(self) -> PlatformBalanceTransactions:
        """Balance transactions."""
        return PlatformBalanceTransactions(self._caller)

    @property
    def events(self) -> PlatformEvents:
        """Events."""
        return PlatformEvents(self._caller)

    @property
    def v2_events(self) -> PlatformV2Events:
        """V2 events."""
        return PlatformV2Events(self._caller)

    @property
    def subscriptions(self) -> Subscriptions:
        """Subscriptions."""
        return Subscriptions(self._caller)

    @property
    def invoices(self) -> Invoices:
        """Invoices."""
        return Invoices(self._caller)

    @property
    def customers(self) -> Customers:
        """Customers."""
        return Customers(self._caller)

    @property
    def products(self) -> Products:
        """Products."""
        return Products(self._caller)

    @property
    def prices(self) -> Prices:
        """Prices."""
        return Prices(self._caller)

    @property
    def billing_portal_sessions(self) -> BillingPortalSessions:
        """Billing portal sessions."""
        return BillingPortalSessions(self._caller)

    @property
    def subscription_sessions(self) -> SubscriptionSessions:
        """Subscription sessions."""
        return SubscriptionSessions(self._caller)

    @property
    def webhook_endpoints(self) -> PlatformWebhookEndpoints:
        """Webhook endpoints."""
        return PlatformWebhookEndpoints(self._caller)

    @property
    def event_destinations(self) -> PlatformEventDestinations:
        """Event destinations."""
        return PlatformEventDestinations(self._caller)

    @property
    def accounts(self) -> PlatformAccounts:
        """Accounts."""
        return PlatformAccounts(self._caller)

    @property
    def capabilities(self) -> PlatformCapabilities:
        """Capabilities."""
        return PlatformCapabilities(self._caller)

    @property
    def account_sessions(self) -> PlatformAccountSessions:
        """Account sessions."""
        return PlatformAccountSessions(self._caller)

    @property
    def account_links(self) -> PlatformAccountLinks:
        """Account links."""
        return PlatformAccountLinks(self._caller)

    @property
    def login_links(self) -> PlatformLoginLinks:
        """Login links."""
        return PlatformLoginLinks(self._caller)

    @property
    def payment_method_configurations(self) -> PlatformPaymentMethodConfigurations:
        """Payment method configurations."""
        return PlatformPaymentMethodConfigurations(self._caller)

    @property
    def payment_method_domains(self) -> PlatformPaymentMethodDomains:
        """Payment method domains."""
        return PlatformPaymentMethodDomains(self._caller)
