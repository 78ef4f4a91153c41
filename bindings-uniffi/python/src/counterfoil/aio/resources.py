# Generated from core/api.json by `cargo xtask generate`.
"""The resources of :mod:`counterfoil.resources`, with methods to await and lists for ``async for``."""

from __future__ import annotations

from counterfoil._typing import TYPE_CHECKING
from counterfoil.aio.calls import AsyncResource

if TYPE_CHECKING:
    from collections.abc import Sequence

    from counterfoil import params as dicts
    from counterfoil import records
    from counterfoil.aio.calls import AsyncPages

__all__ = [
    "MerchantBalanceTransactions",
    "MerchantBillingPortal",
    "MerchantBillingPortalSessions",
    "MerchantCharges",
    "MerchantCheckout",
    "MerchantCheckoutSessions",
    "MerchantCheckoutSessionsLineItems",
    "MerchantCustomers",
    "MerchantDisputes",
    "MerchantEvents",
    "MerchantInvoices",
    "MerchantPaymentIntents",
    "MerchantPaymentMethodConfigurations",
    "MerchantPaymentMethodDomains",
    "MerchantPrices",
    "MerchantProducts",
    "MerchantRefunds",
    "MerchantResources",
    "MerchantSubscriptions",
    "MerchantV2",
    "MerchantV2Core",
    "MerchantV2CoreEvents",
    "PlatformAccountLinks",
    "PlatformAccountSessions",
    "PlatformAccounts",
    "PlatformAccountsCapabilities",
    "PlatformAccountsLoginLinks",
    "PlatformApplicationFees",
    "PlatformApplicationFeesRefunds",
    "PlatformBalanceTransactions",
    "PlatformBillingPortal",
    "PlatformBillingPortalSessions",
    "PlatformCustomers",
    "PlatformEvents",
    "PlatformInvoices",
    "PlatformPaymentMethodConfigurations",
    "PlatformPaymentMethodDomains",
    "PlatformPrices",
    "PlatformProducts",
    "PlatformResources",
    "PlatformSubscriptionSessions",
    "PlatformSubscriptions",
    "PlatformV2",
    "PlatformV2Core",
    "PlatformV2CoreAccountLinks",
    "PlatformV2CoreAccounts",
    "PlatformV2CoreEventDestinations",
    "PlatformV2CoreEvents",
    "PlatformWebhookEndpoints",
]


class MerchantBalanceTransactions(AsyncResource):
    """Balance transactions on the merchant's account."""

    async def retrieve(self, id: str, *, expand: Sequence[str] = ()) -> records.BalanceTransaction:
        """Retrieves a balance transaction: a merchant's through the merchant, one of the platform's fees
        through the platform.

        ``GET /v1/balance_transactions/{id}``,
        <https://docs.stripe.com/api/balance_transactions/retrieve>.
        """
        answer: records.BalanceTransaction = await self._one(
            "balance_transactions.retrieve",
            {"id": id, "expand": list(expand)},
        )
        return answer


class MerchantBillingPortalSessions(AsyncResource):
    """Billing portal sessions on the merchant's account."""

    async def create(
        self,
        params: records.CreateBillingPortalSession | dicts.CreateBillingPortalSession,
        *,
        idempotency_key: str,
    ) -> records.BillingPortalSession:
        """Creates a page on which a customer manages its subscriptions. Create it when the customer clicks,
        and redirect to its ``url``.

        ``POST /v1/billing_portal/sessions``,
        <https://docs.stripe.com/api/customer_portal/sessions/create>.
        """
        answer: records.BillingPortalSession = await self._one(
            "billing_portal.sessions.create",
            params,
            idempotency_key,
        )
        return answer


class MerchantBillingPortal(AsyncResource):
    """Billing portal on the merchant's account."""

    @property
    def sessions(self) -> MerchantBillingPortalSessions:
        """Billing portal sessions."""
        return MerchantBillingPortalSessions(self._caller)


class MerchantCharges(AsyncResource):
    """Charges on the merchant's account."""

    async def retrieve(self, id: str, *, expand: Sequence[str] = ()) -> records.Charge:
        """Retrieves a charge from the merchant's account; it does not exist on any other account.

        ``GET /v1/charges/{id}``, <https://docs.stripe.com/api/charges/retrieve>.
        """
        answer: records.Charge = await self._one("charges.retrieve", {"id": id, "expand": list(expand)})
        return answer

    def list(
        self,
        params: records.ListCharges | dicts.ListCharges | None = None,
    ) -> AsyncPages[records.Charge]:
        """Lists the merchant's charges, newest first. Charges exist only on this account: the platform's
        Dashboard and its exports do not show them.

        ``GET /v1/charges``, <https://docs.stripe.com/api/charges/list>.
        """
        return self._pages("charges.list", {} if params is None else params)


class MerchantCheckoutSessionsLineItems(AsyncResource):
    """Checkout sessions line items on the merchant's account."""

    def list(
        self,
        params: records.ListLineItems | dicts.ListLineItems,
    ) -> AsyncPages[records.SessionLineItem]:
        """Lists all line items of a session, where an event or an expanded session contains only the first
        page.

        ``GET /v1/checkout/sessions/{id}/line_items``,
        <https://docs.stripe.com/api/checkout/sessions/line_items>.
        """
        return self._pages("checkout.sessions.line_items.list", params)


class MerchantCheckoutSessions(AsyncResource):
    """Checkout sessions on the merchant's account."""

    @property
    def line_items(self) -> MerchantCheckoutSessionsLineItems:
        """Checkout sessions line items."""
        return MerchantCheckoutSessionsLineItems(self._caller)

    async def create(
        self,
        params: records.CreateSession | dicts.CreateSession,
        *,
        idempotency_key: str,
    ) -> records.Session:
        """Creates a Checkout Session on the merchant's account. Redirect the customer to the session's
        ``url`` with status 303.

        ``POST /v1/checkout/sessions``, <https://docs.stripe.com/api/checkout/sessions/create>.
        """
        answer: records.Session = await self._one("checkout.sessions.create", params, idempotency_key)
        return answer

    async def retrieve(self, id: str, *, expand: Sequence[str] = ()) -> records.Session:
        """Retrieves a Checkout Session from the merchant's account; it does not exist on any other account.

        With ``expand: ["payment_intent"]`` the session also includes the status of its payment intent,
        which ``reconcile`` needs to tell a payment that is still processing from one that has failed.

        ``GET /v1/checkout/sessions/{id}``, <https://docs.stripe.com/api/checkout/sessions/retrieve>.
        """
        answer: records.Session = await self._one(
            "checkout.sessions.retrieve",
            {"id": id, "expand": list(expand)},
        )
        return answer

    def list(
        self,
        params: records.ListSessions | dicts.ListSessions | None = None,
    ) -> AsyncPages[records.Session]:
        """Lists the merchant's Checkout Sessions, newest first. There is no filter by metadata or by
        ``client_reference_id``.

        ``GET /v1/checkout/sessions``, <https://docs.stripe.com/api/checkout/sessions/list>.
        """
        return self._pages("checkout.sessions.list", {} if params is None else params)

    async def update(
        self,
        params: records.UpdateSession | dicts.UpdateSession,
        *,
        idempotency_key: str,
    ) -> records.Session:
        """Updates an open session. The application fee can no longer be changed: one that was computed from
        the line items keeps its amount, even if new line items or shipping options change the total.

        ``POST /v1/checkout/sessions/{id}``, <https://docs.stripe.com/api/checkout/sessions/update>.
        """
        answer: records.Session = await self._one("checkout.sessions.update", params, idempotency_key)
        return answer

    async def expire(self, id: str, *, idempotency_key: str) -> records.Session:
        """Expires an open session, so that it can no longer be paid and the goods can be released. A
        completed session cannot expire: Stripe rejects the call, and the events decide what happens to
        the order.

        ``POST /v1/checkout/sessions/{id}/expire``,
        <https://docs.stripe.com/api/checkout/sessions/expire>.
        """
        answer: records.Session = await self._one("checkout.sessions.expire", {"id": id}, idempotency_key)
        return answer


class MerchantCheckout(AsyncResource):
    """Checkout on the merchant's account."""

    @property
    def sessions(self) -> MerchantCheckoutSessions:
        """Checkout sessions."""
        return MerchantCheckoutSessions(self._caller)


class MerchantCustomers(AsyncResource):
    """Customers on the merchant's account."""

    async def create(
        self,
        params: records.CreateCustomer | dicts.CreateCustomer,
        *,
        idempotency_key: str,
    ) -> records.Customer:
        """Creates a customer. To bill a merchant, create one on the platform's own account and store its id
        with the merchant; ``metadata`` is a good place for the merchant's ``acct_…``.

        ``POST /v1/customers``, <https://docs.stripe.com/api/customers/create>.
        """
        answer: records.Customer = await self._one("customers.create", params, idempotency_key)
        return answer

    async def retrieve(self, id: str, *, expand: Sequence[str] = ()) -> records.Customer:
        """Retrieves a customer from the account that it is on; it does not exist on any other account.

        ``GET /v1/customers/{id}``, <https://docs.stripe.com/api/customers/retrieve>.
        """
        answer: records.Customer = await self._one("customers.retrieve", {"id": id, "expand": list(expand)})
        return answer


class MerchantDisputes(AsyncResource):
    """Disputes on the merchant's account."""

    async def retrieve(self, id: str, *, expand: Sequence[str] = ()) -> records.Dispute:
        """Retrieves a dispute from the merchant's account.

        ``GET /v1/disputes/{id}``, <https://docs.stripe.com/api/disputes/retrieve>.
        """
        answer: records.Dispute = await self._one("disputes.retrieve", {"id": id, "expand": list(expand)})
        return answer

    def list(
        self,
        params: records.ListDisputes | dicts.ListDisputes | None = None,
    ) -> AsyncPages[records.Dispute]:
        """Lists the merchant's disputes, newest first.

        ``GET /v1/disputes``, <https://docs.stripe.com/api/disputes/list>.
        """
        return self._pages("disputes.list", {} if params is None else params)


class MerchantEvents(AsyncResource):
    """Events on the merchant's account."""

    async def retrieve(self, id: str, *, expand: Sequence[str] = ()) -> records.StoredEvent:
        """Retrieves an event of the last 30 days: a merchant's through the merchant, the platform's own
        through the platform.

        ``GET /v1/events/{id}``, <https://docs.stripe.com/api/events/retrieve>.
        """
        answer: records.StoredEvent = await self._one("events.retrieve", {"id": id, "expand": list(expand)})
        return answer

    def list(
        self,
        params: records.ListEvents | dicts.ListEvents | None = None,
    ) -> AsyncPages[records.StoredEvent]:
        """Lists the events of the last 30 days, newest first: a merchant's through the merchant, the
        platform's own through the platform. With ``delivery_success: false`` it lists those whose
        delivery failed.

        ``GET /v1/events``, <https://docs.stripe.com/api/events/list>.
        """
        return self._pages("events.list", {} if params is None else params)


class MerchantInvoices(AsyncResource):
    """Invoices on the merchant's account."""

    async def retrieve(self, id: str, *, expand: Sequence[str] = ()) -> records.Invoice:
        """Retrieves an invoice from the account that it is on; it does not exist on any other account.

        ``GET /v1/invoices/{id}``, <https://docs.stripe.com/api/invoices/retrieve>.
        """
        answer: records.Invoice = await self._one("invoices.retrieve", {"id": id, "expand": list(expand)})
        return answer


class MerchantPaymentIntents(AsyncResource):
    """Payment intents on the merchant's account."""

    async def retrieve(self, id: str, *, expand: Sequence[str] = ()) -> records.PaymentIntent:
        """Retrieves a payment intent from the merchant's account; it does not exist on any other account.

        ``GET /v1/payment_intents/{id}``, <https://docs.stripe.com/api/payment_intents/retrieve>.
        """
        answer: records.PaymentIntent = await self._one(
            "payment_intents.retrieve",
            {"id": id, "expand": list(expand)},
        )
        return answer

    def list(
        self,
        params: records.ListPaymentIntents | dicts.ListPaymentIntents | None = None,
    ) -> AsyncPages[records.PaymentIntent]:
        """Lists the merchant's payment intents, newest first.

        ``GET /v1/payment_intents``, <https://docs.stripe.com/api/payment_intents/list>.
        """
        return self._pages("payment_intents.list", {} if params is None else params)

    async def capture(
        self,
        params: records.CapturePaymentIntent | dicts.CapturePaymentIntent,
        *,
        idempotency_key: str,
    ) -> records.PaymentIntent:
        """Captures an authorized payment, where the session was created with ``capture_method: manual``.
        Its status is ``requires_capture``.

        ``POST /v1/payment_intents/{id}/capture``, <https://docs.stripe.com/api/payment_intents/capture>.
        """
        answer: records.PaymentIntent = await self._one("payment_intents.capture", params, idempotency_key)
        return answer

    async def cancel(
        self,
        params: records.CancelPaymentIntent | dicts.CancelPaymentIntent,
        *,
        idempotency_key: str,
    ) -> records.PaymentIntent:
        """Cancels a payment that has not succeeded, and releases an authorized amount. The payment intent
        of an open Checkout Session cannot be canceled: expire the session instead.

        ``POST /v1/payment_intents/{id}/cancel``, <https://docs.stripe.com/api/payment_intents/cancel>.
        """
        answer: records.PaymentIntent = await self._one("payment_intents.cancel", params, idempotency_key)
        return answer


class MerchantPaymentMethodConfigurations(AsyncResource):
    """Payment method configurations on the merchant's account."""

    async def create(
        self,
        params: records.CreatePaymentMethodConfiguration | dicts.CreatePaymentMethodConfiguration,
        *,
        idempotency_key: str,
    ) -> records.PaymentMethodConfiguration:
        """Creates a payment method configuration: on the platform a parent, on a merchant's account a child
        of ``parent``.

        ``POST /v1/payment_method_configurations``,
        <https://docs.stripe.com/api/payment_method_configurations/create>.
        """
        answer: records.PaymentMethodConfiguration = await self._one(
            "payment_method_configurations.create",
            params,
            idempotency_key,
        )
        return answer

    async def retrieve(self, id: str, *, expand: Sequence[str] = ()) -> records.PaymentMethodConfiguration:
        """Retrieves a payment method configuration: a parent through the platform, a child through the
        merchant.

        ``GET /v1/payment_method_configurations/{id}``,
        <https://docs.stripe.com/api/payment_method_configurations/retrieve>.
        """
        answer: records.PaymentMethodConfiguration = await self._one(
            "payment_method_configurations.retrieve",
            {"id": id, "expand": list(expand)},
        )
        return answer

    def list(
        self,
        params: records.ListPaymentMethodConfigurations | dicts.ListPaymentMethodConfigurations | None = None,
    ) -> AsyncPages[records.PaymentMethodConfiguration]:
        """Lists payment method configurations: the platform's own through the platform; a merchant's
        through the merchant, where the platform's ``application`` selects the platform's children.

        ``GET /v1/payment_method_configurations``,
        <https://docs.stripe.com/api/payment_method_configurations/list>.
        """
        return self._pages("payment_method_configurations.list", {} if params is None else params)

    async def update(
        self,
        params: records.UpdatePaymentMethodConfiguration | dicts.UpdatePaymentMethodConfiguration,
        *,
        idempotency_key: str,
    ) -> records.PaymentMethodConfiguration:
        """Updates a payment method configuration: on the platform a parent, and so the default of all
        merchants that have not chosen themselves; on a merchant's account, the merchant's own choice.

        It can neither block a method nor let merchants change one: only Stripe's Dashboard can.

        ``POST /v1/payment_method_configurations/{id}``,
        <https://docs.stripe.com/api/payment_method_configurations/update>.
        """
        answer: records.PaymentMethodConfiguration = await self._one(
            "payment_method_configurations.update",
            params,
            idempotency_key,
        )
        return answer


class MerchantPaymentMethodDomains(AsyncResource):
    """Payment method domains on the merchant's account."""

    async def create(
        self,
        params: records.CreatePaymentMethodDomain | dicts.CreatePaymentMethodDomain,
        *,
        idempotency_key: str,
    ) -> records.PaymentMethodDomain:
        """Registers a domain for wallets.

        ``POST /v1/payment_method_domains``, <https://docs.stripe.com/api/payment_method_domains/create>.
        """
        answer: records.PaymentMethodDomain = await self._one(
            "payment_method_domains.create",
            params,
            idempotency_key,
        )
        return answer

    async def retrieve(self, id: str, *, expand: Sequence[str] = ()) -> records.PaymentMethodDomain:
        """Retrieves a domain.

        ``GET /v1/payment_method_domains/{id}``,
        <https://docs.stripe.com/api/payment_method_domains/retrieve>.
        """
        answer: records.PaymentMethodDomain = await self._one(
            "payment_method_domains.retrieve",
            {"id": id, "expand": list(expand)},
        )
        return answer

    def list(
        self,
        params: records.ListPaymentMethodDomains | dicts.ListPaymentMethodDomains | None = None,
    ) -> AsyncPages[records.PaymentMethodDomain]:
        """Lists domains.

        ``GET /v1/payment_method_domains``, <https://docs.stripe.com/api/payment_method_domains/list>.
        """
        return self._pages("payment_method_domains.list", {} if params is None else params)

    async def update(
        self,
        params: records.UpdatePaymentMethodDomain | dicts.UpdatePaymentMethodDomain,
        *,
        idempotency_key: str,
    ) -> records.PaymentMethodDomain:
        """Enables or disables wallets on a domain.

        ``POST /v1/payment_method_domains/{id}``,
        <https://docs.stripe.com/api/payment_method_domains/update>.
        """
        answer: records.PaymentMethodDomain = await self._one(
            "payment_method_domains.update",
            params,
            idempotency_key,
        )
        return answer

    async def validate(self, id: str, *, idempotency_key: str) -> records.PaymentMethodDomain:
        """Validates a domain again after the problem was fixed.

        ``POST /v1/payment_method_domains/{id}/validate``,
        <https://docs.stripe.com/api/payment_method_domains/validate>.
        """
        answer: records.PaymentMethodDomain = await self._one(
            "payment_method_domains.validate",
            {"id": id},
            idempotency_key,
        )
        return answer


class MerchantPrices(AsyncResource):
    """Prices on the merchant's account."""

    async def create(
        self,
        params: records.CreatePrice | dicts.CreatePrice,
        *,
        idempotency_key: str,
    ) -> records.Price:
        """Creates a price of a product. Its amount cannot be changed later: create another price, and
        transfer the ``lookup_key`` to it.

        ``POST /v1/prices``, <https://docs.stripe.com/api/prices/create>.
        """
        answer: records.Price = await self._one("prices.create", params, idempotency_key)
        return answer

    def list(self, params: records.ListPrices | dicts.ListPrices | None = None) -> AsyncPages[records.Price]:
        """Lists prices, newest first.

        ``GET /v1/prices``, <https://docs.stripe.com/api/prices/list>.
        """
        return self._pages("prices.list", {} if params is None else params)


class MerchantProducts(AsyncResource):
    """Products on the merchant's account."""

    async def create(
        self,
        params: records.CreateProduct | dicts.CreateProduct,
        *,
        idempotency_key: str,
    ) -> records.Product:
        """Creates a product, together with its first price if ``default_price_data`` is given.

        ``POST /v1/products``, <https://docs.stripe.com/api/products/create>.
        """
        answer: records.Product = await self._one("products.create", params, idempotency_key)
        return answer

    def list(
        self,
        params: records.ListProducts | dicts.ListProducts | None = None,
    ) -> AsyncPages[records.Product]:
        """Lists products, newest first.

        ``GET /v1/products``, <https://docs.stripe.com/api/products/list>.
        """
        return self._pages("products.list", {} if params is None else params)


class MerchantRefunds(AsyncResource):
    """Refunds on the merchant's account."""

    async def create(
        self,
        params: records.CreateRefund | dicts.CreateRefund,
        *,
        idempotency_key: str,
    ) -> records.Refund:
        """Refunds a payment in full or in part, from the merchant's balance.

        The platform keeps its fee unless ``refund_application_fee`` is set.

        ``POST /v1/refunds``, <https://docs.stripe.com/api/refunds/create>.
        """
        answer: records.Refund = await self._one("refunds.create", params, idempotency_key)
        return answer

    async def retrieve(self, id: str, *, expand: Sequence[str] = ()) -> records.Refund:
        """Retrieves a refund from the merchant's account.

        ``GET /v1/refunds/{id}``, <https://docs.stripe.com/api/refunds/retrieve>.
        """
        answer: records.Refund = await self._one("refunds.retrieve", {"id": id, "expand": list(expand)})
        return answer

    def list(
        self,
        params: records.ListRefunds | dicts.ListRefunds | None = None,
    ) -> AsyncPages[records.Refund]:
        """Lists the merchant's refunds, newest first.

        ``GET /v1/refunds``, <https://docs.stripe.com/api/refunds/list>.
        """
        return self._pages("refunds.list", {} if params is None else params)

    async def update(
        self,
        params: records.UpdateRefund | dicts.UpdateRefund,
        *,
        idempotency_key: str,
    ) -> records.Refund:
        """Updates the metadata of a refund; nothing else can be changed.

        ``POST /v1/refunds/{id}``, <https://docs.stripe.com/api/refunds/update>.
        """
        answer: records.Refund = await self._one("refunds.update", params, idempotency_key)
        return answer

    async def cancel(self, id: str, *, idempotency_key: str) -> records.Refund:
        """Cancels a refund that is waiting for the customer (``requires_action``).

        ``POST /v1/refunds/{id}/cancel``, <https://docs.stripe.com/api/refunds/cancel>.
        """
        answer: records.Refund = await self._one("refunds.cancel", {"id": id}, idempotency_key)
        return answer


class MerchantSubscriptions(AsyncResource):
    """Subscriptions on the merchant's account."""

    async def retrieve(self, id: str, *, expand: Sequence[str] = ()) -> records.Subscription:
        """Retrieves a subscription from the account that it is on; it does not exist on any other account.

        ``GET /v1/subscriptions/{id}``, <https://docs.stripe.com/api/subscriptions/retrieve>.
        """
        answer: records.Subscription = await self._one(
            "subscriptions.retrieve",
            {"id": id, "expand": list(expand)},
        )
        return answer


class MerchantV2CoreEvents(AsyncResource):
    """V2 core events on the merchant's account."""

    async def retrieve(self, id: str) -> records.V2Event:
        """Retrieves an event of the v2 API of the last 30 days: a merchant's through the merchant, the
        platform's own through the platform.

        ``GET /v2/core/events/{id}``, <https://docs.stripe.com/api/v2/core/events/retrieve>.
        """
        answer: records.V2Event = await self._one("v2.core.events.retrieve", {"id": id})
        return answer


class MerchantV2Core(AsyncResource):
    """V2 core on the merchant's account."""

    @property
    def events(self) -> MerchantV2CoreEvents:
        """V2 core events."""
        return MerchantV2CoreEvents(self._caller)


class MerchantV2(AsyncResource):
    """V2 on the merchant's account."""

    @property
    def core(self) -> MerchantV2Core:
        """V2 core."""
        return MerchantV2Core(self._caller)


class MerchantResources(AsyncResource):
    """Everything on the merchant's account, by Stripe's names."""

    @property
    def balance_transactions(self) -> MerchantBalanceTransactions:
        """Balance transactions."""
        return MerchantBalanceTransactions(self._caller)

    @property
    def billing_portal(self) -> MerchantBillingPortal:
        """Billing portal."""
        return MerchantBillingPortal(self._caller)

    @property
    def charges(self) -> MerchantCharges:
        """Charges."""
        return MerchantCharges(self._caller)

    @property
    def checkout(self) -> MerchantCheckout:
        """Checkout."""
        return MerchantCheckout(self._caller)

    @property
    def customers(self) -> MerchantCustomers:
        """Customers."""
        return MerchantCustomers(self._caller)

    @property
    def disputes(self) -> MerchantDisputes:
        """Disputes."""
        return MerchantDisputes(self._caller)

    @property
    def events(self) -> MerchantEvents:
        """Events."""
        return MerchantEvents(self._caller)

    @property
    def invoices(self) -> MerchantInvoices:
        """Invoices."""
        return MerchantInvoices(self._caller)

    @property
    def payment_intents(self) -> MerchantPaymentIntents:
        """Payment intents."""
        return MerchantPaymentIntents(self._caller)

    @property
    def payment_method_configurations(self) -> MerchantPaymentMethodConfigurations:
        """Payment method configurations."""
        return MerchantPaymentMethodConfigurations(self._caller)

    @property
    def payment_method_domains(self) -> MerchantPaymentMethodDomains:
        """Payment method domains."""
        return MerchantPaymentMethodDomains(self._caller)

    @property
    def prices(self) -> MerchantPrices:
        """Prices."""
        return MerchantPrices(self._caller)

    @property
    def products(self) -> MerchantProducts:
        """Products."""
        return MerchantProducts(self._caller)

    @property
    def refunds(self) -> MerchantRefunds:
        """Refunds."""
        return MerchantRefunds(self._caller)

    @property
    def subscriptions(self) -> MerchantSubscriptions:
        """Subscriptions."""
        return MerchantSubscriptions(self._caller)

    @property
    def v2(self) -> MerchantV2:
        """V2."""
        return MerchantV2(self._caller)


class PlatformAccountLinks(AsyncResource):
    """Account links on the platform's own account."""

    async def create(
        self,
        params: records.CreateAccountLink | dicts.CreateAccountLink,
        *,
        idempotency_key: str,
    ) -> records.AccountLink:
        """Creates a link to the form in which a merchant submits what Stripe requires. Create a new one
        each time the merchant clicks.

        ``POST /v1/account_links``, <https://docs.stripe.com/api/account_links/create>.
        """
        answer: records.AccountLink = await self._one("account_links.create", params, idempotency_key)
        return answer


class PlatformAccountSessions(AsyncResource):
    """Account sessions on the platform's own account."""

    async def create(
        self,
        params: records.CreateAccountSession | dicts.CreateAccountSession,
        *,
        idempotency_key: str,
    ) -> records.AccountSession:
        """Creates an account session, with which a page of the platform shows Stripe's embedded components
        to a merchant, such as the settings of payment methods.

        ``POST /v1/account_sessions``, <https://docs.stripe.com/api/account_sessions/create>.
        """
        answer: records.AccountSession = await self._one("account_sessions.create", params, idempotency_key)
        return answer


class PlatformAccountsCapabilities(AsyncResource):
    """Accounts capabilities on the platform's own account."""

    async def retrieve(self, account: str, id: str, *, expand: Sequence[str] = ()) -> records.Capability:
        """Retrieves one capability of a connected account.

        ``GET /v1/accounts/{account}/capabilities/{id}``,
        <https://docs.stripe.com/api/capabilities/retrieve>.
        """
        answer: records.Capability = await self._one(
            "accounts.capabilities.retrieve",
            {"account": account, "id": id, "expand": list(expand)},
        )
        return answer

    def list(self, account: str) -> AsyncPages[records.Capability]:
        """Lists the capabilities of a connected account, all on one page.

        ``GET /v1/accounts/{account}/capabilities``, <https://docs.stripe.com/api/capabilities/list>.
        """
        return self._pages("accounts.capabilities.list", {"account": account})

    async def update(
        self,
        params: records.UpdateCapability | dicts.UpdateCapability,
        *,
        idempotency_key: str,
    ) -> records.Capability:
        """Requests a capability of a connected account, or stops requesting it; some cannot be given up
        once they were requested. Request only what you need: each capability can mean more questions for
        the merchant.

        ``POST /v1/accounts/{account}/capabilities/{id}``,
        <https://docs.stripe.com/api/capabilities/update>.
        """
        answer: records.Capability = await self._one("accounts.capabilities.update", params, idempotency_key)
        return answer


class PlatformAccountsLoginLinks(AsyncResource):
    """Accounts login links on the platform's own account."""

    async def create(self, account: str, *, idempotency_key: str) -> records.LoginLink:
        """Creates a link to a merchant's Express Dashboard.

        ``POST /v1/accounts/{account}/login_links``, <https://docs.stripe.com/api/accounts/login_link>.
        """
        answer: records.LoginLink = await self._one(
            "accounts.login_links.create",
            {"account": account},
            idempotency_key,
        )
        return answer


class PlatformAccounts(AsyncResource):
    """Accounts on the platform's own account."""

    @property
    def capabilities(self) -> PlatformAccountsCapabilities:
        """Accounts capabilities."""
        return PlatformAccountsCapabilities(self._caller)

    @property
    def login_links(self) -> PlatformAccountsLoginLinks:
        """Accounts login links."""
        return PlatformAccountsLoginLinks(self._caller)

    async def create(
        self,
        params: records.CreateAccount | dicts.CreateAccount,
        *,
        idempotency_key: str,
    ) -> records.Account:
        """Creates an account of v1 for a merchant. New platforms use ``CreateV2Account``, and Stripe may
        reject this call from them.

        ``POST /v1/accounts``, <https://docs.stripe.com/api/accounts/create>.
        """
        answer: records.Account = await self._one("accounts.create", params, idempotency_key)
        return answer

    async def retrieve(self, id: str, *, expand: Sequence[str] = ()) -> records.Account:
        """Retrieves a connected account.

        ``GET /v1/accounts/{id}``, <https://docs.stripe.com/api/accounts/retrieve>.
        """
        answer: records.Account = await self._one("accounts.retrieve", {"id": id, "expand": list(expand)})
        return answer

    def list(
        self,
        params: records.ListAccounts | dicts.ListAccounts | None = None,
    ) -> AsyncPages[records.Account]:
        """Lists the platform's accounts through Stripe's v1, including those of v2, newest first.

        ``GET /v1/accounts``, <https://docs.stripe.com/api/accounts/list>.
        """
        return self._pages("accounts.list", {} if params is None else params)

    async def update(
        self,
        params: records.UpdateAccount | dicts.UpdateAccount,
        *,
        idempotency_key: str,
    ) -> records.Account:
        """Updates an account through Stripe's v1, which also works for accounts of v2. Fields that are
        absent do not change.

        ``POST /v1/accounts/{id}``, <https://docs.stripe.com/api/accounts/update>.
        """
        answer: records.Account = await self._one("accounts.update", params, idempotency_key)
        return answer


class PlatformApplicationFeesRefunds(AsyncResource):
    """Application fees refunds on the platform's own account."""

    async def create(
        self,
        params: records.CreateApplicationFeeRefund | dicts.CreateApplicationFeeRefund,
        *,
        idempotency_key: str,
    ) -> records.FeeRefund:
        """Refunds an application fee to the merchant, in full or in part, without a refund to the customer.

        ``POST /v1/application_fees/{fee}/refunds``, <https://docs.stripe.com/api/fee_refunds/create>.
        """
        answer: records.FeeRefund = await self._one(
            "application_fees.refunds.create",
            params,
            idempotency_key,
        )
        return answer

    async def retrieve(self, fee: str, id: str, *, expand: Sequence[str] = ()) -> records.FeeRefund:
        """Retrieves a refund of an application fee.

        ``GET /v1/application_fees/{fee}/refunds/{id}``,
        <https://docs.stripe.com/api/fee_refunds/retrieve>.
        """
        answer: records.FeeRefund = await self._one(
            "application_fees.refunds.retrieve",
            {"fee": fee, "id": id, "expand": list(expand)},
        )
        return answer

    def list(
        self,
        params: records.ListApplicationFeeRefunds | dicts.ListApplicationFeeRefunds,
    ) -> AsyncPages[records.FeeRefund]:
        """Lists the refunds of an application fee, newest first.

        ``GET /v1/application_fees/{fee}/refunds``, <https://docs.stripe.com/api/fee_refunds/list>.
        """
        return self._pages("application_fees.refunds.list", params)

    async def update(
        self,
        params: records.UpdateApplicationFeeRefund | dicts.UpdateApplicationFeeRefund,
        *,
        idempotency_key: str,
    ) -> records.FeeRefund:
        """Changes the metadata of a refund of an application fee.

        ``POST /v1/application_fees/{fee}/refunds/{id}``,
        <https://docs.stripe.com/api/fee_refunds/update>.
        """
        answer: records.FeeRefund = await self._one(
            "application_fees.refunds.update",
            params,
            idempotency_key,
        )
        return answer


class PlatformApplicationFees(AsyncResource):
    """Application fees on the platform's own account."""

    @property
    def refunds(self) -> PlatformApplicationFeesRefunds:
        """Application fees refunds."""
        return PlatformApplicationFeesRefunds(self._caller)

    async def retrieve(self, id: str, *, expand: Sequence[str] = ()) -> records.ApplicationFee:
        """Retrieves an application fee from the platform's own account.

        ``GET /v1/application_fees/{id}``, <https://docs.stripe.com/api/application_fees/retrieve>.
        """
        answer: records.ApplicationFee = await self._one(
            "application_fees.retrieve",
            {"id": id, "expand": list(expand)},
        )
        return answer

    def list(
        self,
        params: records.ListApplicationFees | dicts.ListApplicationFees | None = None,
    ) -> AsyncPages[records.ApplicationFee]:
        """Lists the fees that the platform collected from all merchants' payments, newest first.

        ``GET /v1/application_fees``, <https://docs.stripe.com/api/application_fees/list>.
        """
        return self._pages("application_fees.list", {} if params is None else params)


class PlatformBalanceTransactions(AsyncResource):
    """Balance transactions on the platform's own account."""

    async def retrieve(self, id: str, *, expand: Sequence[str] = ()) -> records.BalanceTransaction:
        """Retrieves a balance transaction: a merchant's through the merchant, one of the platform's fees
        through the platform.

        ``GET /v1/balance_transactions/{id}``,
        <https://docs.stripe.com/api/balance_transactions/retrieve>.
        """
        answer: records.BalanceTransaction = await self._one(
            "balance_transactions.retrieve",
            {"id": id, "expand": list(expand)},
        )
        return answer


class PlatformBillingPortalSessions(AsyncResource):
    """Billing portal sessions on the platform's own account."""

    async def create(
        self,
        params: records.CreateBillingPortalSession | dicts.CreateBillingPortalSession,
        *,
        idempotency_key: str,
    ) -> records.BillingPortalSession:
        """Creates a page on which a customer manages its subscriptions. Create it when the customer clicks,
        and redirect to its ``url``.

        ``POST /v1/billing_portal/sessions``,
        <https://docs.stripe.com/api/customer_portal/sessions/create>.
        """
        answer: records.BillingPortalSession = await self._one(
            "billing_portal.sessions.create",
            params,
            idempotency_key,
        )
        return answer


class PlatformBillingPortal(AsyncResource):
    """Billing portal on the platform's own account."""

    @property
    def sessions(self) -> PlatformBillingPortalSessions:
        """Billing portal sessions."""
        return PlatformBillingPortalSessions(self._caller)


class PlatformCustomers(AsyncResource):
    """Customers on the platform's own account."""

    async def create(
        self,
        params: records.CreateCustomer | dicts.CreateCustomer,
        *,
        idempotency_key: str,
    ) -> records.Customer:
        """Creates a customer. To bill a merchant, create one on the platform's own account and store its id
        with the merchant; ``metadata`` is a good place for the merchant's ``acct_…``.

        ``POST /v1/customers``, <https://docs.stripe.com/api/customers/create>.
        """
        answer: records.Customer = await self._one("customers.create", params, idempotency_key)
        return answer

    async def retrieve(self, id: str, *, expand: Sequence[str] = ()) -> records.Customer:
        """Retrieves a customer from the account that it is on; it does not exist on any other account.

        ``GET /v1/customers/{id}``, <https://docs.stripe.com/api/customers/retrieve>.
        """
        answer: records.Customer = await self._one("customers.retrieve", {"id": id, "expand": list(expand)})
        return answer


class PlatformEvents(AsyncResource):
    """Events on the platform's own account."""

    async def retrieve(self, id: str, *, expand: Sequence[str] = ()) -> records.StoredEvent:
        """Retrieves an event of the last 30 days: a merchant's through the merchant, the platform's own
        through the platform.

        ``GET /v1/events/{id}``, <https://docs.stripe.com/api/events/retrieve>.
        """
        answer: records.StoredEvent = await self._one("events.retrieve", {"id": id, "expand": list(expand)})
        return answer

    def list(
        self,
        params: records.ListEvents | dicts.ListEvents | None = None,
    ) -> AsyncPages[records.StoredEvent]:
        """Lists the events of the last 30 days, newest first: a merchant's through the merchant, the
        platform's own through the platform. With ``delivery_success: false`` it lists those whose
        delivery failed.

        ``GET /v1/events``, <https://docs.stripe.com/api/events/list>.
        """
        return self._pages("events.list", {} if params is None else params)


class PlatformInvoices(AsyncResource):
    """Invoices on the platform's own account."""

    async def retrieve(self, id: str, *, expand: Sequence[str] = ()) -> records.Invoice:
        """Retrieves an invoice from the account that it is on; it does not exist on any other account.

        ``GET /v1/invoices/{id}``, <https://docs.stripe.com/api/invoices/retrieve>.
        """
        answer: records.Invoice = await self._one("invoices.retrieve", {"id": id, "expand": list(expand)})
        return answer


class PlatformPaymentMethodConfigurations(AsyncResource):
    """Payment method configurations on the platform's own account."""

    async def create(
        self,
        params: records.CreatePaymentMethodConfiguration | dicts.CreatePaymentMethodConfiguration,
        *,
        idempotency_key: str,
    ) -> records.PaymentMethodConfiguration:
        """Creates a payment method configuration: on the platform a parent, on a merchant's account a child
        of ``parent``.

        ``POST /v1/payment_method_configurations``,
        <https://docs.stripe.com/api/payment_method_configurations/create>.
        """
        answer: records.PaymentMethodConfiguration = await self._one(
            "payment_method_configurations.create",
            params,
            idempotency_key,
        )
        return answer

    async def retrieve(self, id: str, *, expand: Sequence[str] = ()) -> records.PaymentMethodConfiguration:
        """Retrieves a payment method configuration: a parent through the platform, a child through the
        merchant.

        ``GET /v1/payment_method_configurations/{id}``,
        <https://docs.stripe.com/api/payment_method_configurations/retrieve>.
        """
        answer: records.PaymentMethodConfiguration = await self._one(
            "payment_method_configurations.retrieve",
            {"id": id, "expand": list(expand)},
        )
        return answer

    def list(
        self,
        params: records.ListPaymentMethodConfigurations | dicts.ListPaymentMethodConfigurations | None = None,
    ) -> AsyncPages[records.PaymentMethodConfiguration]:
        """Lists payment method configurations: the platform's own through the platform; a merchant's
        through the merchant, where the platform's ``application`` selects the platform's children.

        ``GET /v1/payment_method_configurations``,
        <https://docs.stripe.com/api/payment_method_configurations/list>.
        """
        return self._pages("payment_method_configurations.list", {} if params is None else params)

    async def update(
        self,
        params: records.UpdatePaymentMethodConfiguration | dicts.UpdatePaymentMethodConfiguration,
        *,
        idempotency_key: str,
    ) -> records.PaymentMethodConfiguration:
        """Updates a payment method configuration: on the platform a parent, and so the default of all
        merchants that have not chosen themselves; on a merchant's account, the merchant's own choice.

        It can neither block a method nor let merchants change one: only Stripe's Dashboard can.

        ``POST /v1/payment_method_configurations/{id}``,
        <https://docs.stripe.com/api/payment_method_configurations/update>.
        """
        answer: records.PaymentMethodConfiguration = await self._one(
            "payment_method_configurations.update",
            params,
            idempotency_key,
        )
        return answer


class PlatformPaymentMethodDomains(AsyncResource):
    """Payment method domains on the platform's own account."""

    async def create(
        self,
        params: records.CreatePaymentMethodDomain | dicts.CreatePaymentMethodDomain,
        *,
        idempotency_key: str,
    ) -> records.PaymentMethodDomain:
        """Registers a domain for wallets.

        ``POST /v1/payment_method_domains``, <https://docs.stripe.com/api/payment_method_domains/create>.
        """
        answer: records.PaymentMethodDomain = await self._one(
            "payment_method_domains.create",
            params,
            idempotency_key,
        )
        return answer

    async def retrieve(self, id: str, *, expand: Sequence[str] = ()) -> records.PaymentMethodDomain:
        """Retrieves a domain.

        ``GET /v1/payment_method_domains/{id}``,
        <https://docs.stripe.com/api/payment_method_domains/retrieve>.
        """
        answer: records.PaymentMethodDomain = await self._one(
            "payment_method_domains.retrieve",
            {"id": id, "expand": list(expand)},
        )
        return answer

    def list(
        self,
        params: records.ListPaymentMethodDomains | dicts.ListPaymentMethodDomains | None = None,
    ) -> AsyncPages[records.PaymentMethodDomain]:
        """Lists domains.

        ``GET /v1/payment_method_domains``, <https://docs.stripe.com/api/payment_method_domains/list>.
        """
        return self._pages("payment_method_domains.list", {} if params is None else params)

    async def update(
        self,
        params: records.UpdatePaymentMethodDomain | dicts.UpdatePaymentMethodDomain,
        *,
        idempotency_key: str,
    ) -> records.PaymentMethodDomain:
        """Enables or disables wallets on a domain.

        ``POST /v1/payment_method_domains/{id}``,
        <https://docs.stripe.com/api/payment_method_domains/update>.
        """
        answer: records.PaymentMethodDomain = await self._one(
            "payment_method_domains.update",
            params,
            idempotency_key,
        )
        return answer

    async def validate(self, id: str, *, idempotency_key: str) -> records.PaymentMethodDomain:
        """Validates a domain again after the problem was fixed.

        ``POST /v1/payment_method_domains/{id}/validate``,
        <https://docs.stripe.com/api/payment_method_domains/validate>.
        """
        answer: records.PaymentMethodDomain = await self._one(
            "payment_method_domains.validate",
            {"id": id},
            idempotency_key,
        )
        return answer


class PlatformPrices(AsyncResource):
    """Prices on the platform's own account."""

    async def create(
        self,
        params: records.CreatePrice | dicts.CreatePrice,
        *,
        idempotency_key: str,
    ) -> records.Price:
        """Creates a price of a product. Its amount cannot be changed later: create another price, and
        transfer the ``lookup_key`` to it.

        ``POST /v1/prices``, <https://docs.stripe.com/api/prices/create>.
        """
        answer: records.Price = await self._one("prices.create", params, idempotency_key)
        return answer

    def list(self, params: records.ListPrices | dicts.ListPrices | None = None) -> AsyncPages[records.Price]:
        """Lists prices, newest first.

        ``GET /v1/prices``, <https://docs.stripe.com/api/prices/list>.
        """
        return self._pages("prices.list", {} if params is None else params)


class PlatformProducts(AsyncResource):
    """Products on the platform's own account."""

    async def create(
        self,
        params: records.CreateProduct | dicts.CreateProduct,
        *,
        idempotency_key: str,
    ) -> records.Product:
        """Creates a product, together with its first price if ``default_price_data`` is given.

        ``POST /v1/products``, <https://docs.stripe.com/api/products/create>.
        """
        answer: records.Product = await self._one("products.create", params, idempotency_key)
        return answer

    def list(
        self,
        params: records.ListProducts | dicts.ListProducts | None = None,
    ) -> AsyncPages[records.Product]:
        """Lists products, newest first.

        ``GET /v1/products``, <https://docs.stripe.com/api/products/list>.
        """
        return self._pages("products.list", {} if params is None else params)


class PlatformSubscriptionSessions(AsyncResource):
    """Subscription sessions on the platform's own account."""

    async def create(
        self,
        params: records.CreateSubscriptionSession | dicts.CreateSubscriptionSession,
        *,
        idempotency_key: str,
    ) -> records.Session:
        """Creates a Checkout Session in ``subscription`` mode on the platform's own account, on which a
        merchant subscribes to a plan of yours. Redirect the merchant to the session's ``url`` with
        status 303.

        It is an operation of its own, so that a purchase by a merchant's customer can never end up on
        the platform's account because an account id is missing; for those purchases, see
        ``CreateSession``.

        ``POST /v1/checkout/sessions``, <https://docs.stripe.com/api/checkout/sessions/create>.
        """
        answer: records.Session = await self._one("subscription_sessions.create", params, idempotency_key)
        return answer

    async def retrieve(self, id: str, *, expand: Sequence[str] = ()) -> records.Session:
        """Retrieves a Checkout Session from the platform's own account. For the session of a merchant's
        customer, see ``RetrieveSession``.

        ``GET /v1/checkout/sessions/{id}``, <https://docs.stripe.com/api/checkout/sessions/retrieve>.
        """
        answer: records.Session = await self._one(
            "subscription_sessions.retrieve",
            {"id": id, "expand": list(expand)},
        )
        return answer


class PlatformSubscriptions(AsyncResource):
    """Subscriptions on the platform's own account."""

    async def retrieve(self, id: str, *, expand: Sequence[str] = ()) -> records.Subscription:
        """Retrieves a subscription from the account that it is on; it does not exist on any other account.

        ``GET /v1/subscriptions/{id}``, <https://docs.stripe.com/api/subscriptions/retrieve>.
        """
        answer: records.Subscription = await self._one(
            "subscriptions.retrieve",
            {"id": id, "expand": list(expand)},
        )
        return answer


class PlatformV2CoreAccountLinks(AsyncResource):
    """V2 core account links on the platform's own account."""

    async def create(
        self,
        params: records.CreateV2AccountLink | dicts.CreateV2AccountLink,
        *,
        idempotency_key: str,
    ) -> records.V2AccountLink:
        """Creates a link to the form in which a merchant submits what Stripe requires. Create a new one
        each time the merchant clicks. A return does not mean that everything was submitted: retrieve the
        account then, or wait for ``account_link_returned``.

        ``POST /v2/core/account_links``, <https://docs.stripe.com/api/v2/core/account-links/create>.
        """
        answer: records.V2AccountLink = await self._one(
            "v2.core.account_links.create",
            params,
            idempotency_key,
        )
        return answer


class PlatformV2CoreAccounts(AsyncResource):
    """V2 core accounts on the platform's own account."""

    async def create(
        self,
        params: records.CreateV2Account | dicts.CreateV2Account,
        *,
        idempotency_key: str,
    ) -> records.V2Account:
        """Creates an account of v2 for a merchant, which Stripe recommends to new platforms. It can accept
        payments once ``card_payments`` of its merchant configuration is active; ``onboard`` leads there.

        Stripe needs little here and collects the rest from the merchant: ``contact_email``,
        ``display_name``, ``identity`` with country and type of business, ``dashboard``,
        ``defaults.responsibilities`` and ``configuration.merchant.capabilities.card_payments``.

        ``POST /v2/core/accounts``, <https://docs.stripe.com/api/v2/core/accounts/create>.
        """
        answer: records.V2Account = await self._one("v2.core.accounts.create", params, idempotency_key)
        return answer

    async def retrieve(
        self,
        params: records.RetrieveV2Account | dicts.RetrieveV2Account,
    ) -> records.V2Account:
        """Retrieves an account of v2; it can also retrieve an account of v1, about ten minutes after its
        creation.

        ``GET /v2/core/accounts/{id}``, <https://docs.stripe.com/api/v2/core/accounts/retrieve>.
        """
        answer: records.V2Account = await self._one("v2.core.accounts.retrieve", params)
        return answer

    def list(
        self,
        params: records.ListV2Accounts | dicts.ListV2Accounts | None = None,
    ) -> AsyncPages[records.V2Account]:
        """Lists the platform's accounts through Stripe's v2, including those of v1. Closed accounts are
        left out unless they are requested.

        ``GET /v2/core/accounts``, <https://docs.stripe.com/api/v2/core/accounts/list>.
        """
        return self._pages("v2.core.accounts.list", {} if params is None else params)

    async def update(
        self,
        params: records.UpdateV2Account | dicts.UpdateV2Account,
        *,
        idempotency_key: str,
    ) -> records.V2Account:
        """Updates an account of v2; fields that are absent do not change. ``configuration: { customer: {}
        }`` lets you bill the merchant by its account id without further questions to it. This also works
        for accounts of v1.

        ``POST /v2/core/accounts/{id}``, <https://docs.stripe.com/api/v2/core/accounts/update>.
        """
        answer: records.V2Account = await self._one("v2.core.accounts.update", params, idempotency_key)
        return answer

    async def close(
        self,
        params: records.CloseV2Account | dicts.CloseV2Account,
        *,
        idempotency_key: str,
    ) -> records.V2Account:
        """Closes an account of v2, or some of its configurations. A closed account can still be retrieved,
        with fewer fields.

        ``POST /v2/core/accounts/{id}/close``, <https://docs.stripe.com/api/v2/core/accounts/close>.
        """
        answer: records.V2Account = await self._one("v2.core.accounts.close", params, idempotency_key)
        return answer


class PlatformV2CoreEventDestinations(AsyncResource):
    """V2 core event destinations on the platform's own account."""

    async def create(
        self,
        params: records.CreateEventDestination | dicts.CreateEventDestination,
        *,
        idempotency_key: str,
    ) -> records.EventDestination:
        """Creates an event destination. For the merchants' events, ``events_from`` is ``["@accounts"]``.

        ``POST /v2/core/event_destinations``,
        <https://docs.stripe.com/api/v2/core/event_destinations/create>.
        """
        answer: records.EventDestination = await self._one(
            "v2.core.event_destinations.create",
            params,
            idempotency_key,
        )
        return answer

    async def retrieve(
        self,
        params: records.RetrieveEventDestination | dicts.RetrieveEventDestination,
    ) -> records.EventDestination:
        """Retrieves an event destination.

        ``GET /v2/core/event_destinations/{id}``,
        <https://docs.stripe.com/api/v2/core/event_destinations/retrieve>.
        """
        answer: records.EventDestination = await self._one("v2.core.event_destinations.retrieve", params)
        return answer

    def list(
        self,
        params: records.ListEventDestinations | dicts.ListEventDestinations | None = None,
    ) -> AsyncPages[records.EventDestination]:
        """Lists the platform's event destinations.

        ``GET /v2/core/event_destinations``,
        <https://docs.stripe.com/api/v2/core/event_destinations/list>.
        """
        return self._pages("v2.core.event_destinations.list", {} if params is None else params)

    async def enable(self, id: str, *, idempotency_key: str) -> records.EventDestination:
        """Enables a disabled event destination.

        ``POST /v2/core/event_destinations/{id}/enable``,
        <https://docs.stripe.com/api/v2/core/event_destinations/enable>.
        """
        answer: records.EventDestination = await self._one(
            "v2.core.event_destinations.enable",
            {"id": id},
            idempotency_key,
        )
        return answer

    async def disable(self, id: str, *, idempotency_key: str) -> records.EventDestination:
        """Disables an event destination: it receives no events until it is enabled again.

        ``POST /v2/core/event_destinations/{id}/disable``,
        <https://docs.stripe.com/api/v2/core/event_destinations/disable>.
        """
        answer: records.EventDestination = await self._one(
            "v2.core.event_destinations.disable",
            {"id": id},
            idempotency_key,
        )
        return answer


class PlatformV2CoreEvents(AsyncResource):
    """V2 core events on the platform's own account."""

    async def retrieve(self, id: str) -> records.V2Event:
        """Retrieves an event of the v2 API of the last 30 days: a merchant's through the merchant, the
        platform's own through the platform.

        ``GET /v2/core/events/{id}``, <https://docs.stripe.com/api/v2/core/events/retrieve>.
        """
        answer: records.V2Event = await self._one("v2.core.events.retrieve", {"id": id})
        return answer


class PlatformV2Core(AsyncResource):
    """V2 core on the platform's own account."""

    @property
    def account_links(self) -> PlatformV2CoreAccountLinks:
        """V2 core account links."""
        return PlatformV2CoreAccountLinks(self._caller)

    @property
    def accounts(self) -> PlatformV2CoreAccounts:
        """V2 core accounts."""
        return PlatformV2CoreAccounts(self._caller)

    @property
    def event_destinations(self) -> PlatformV2CoreEventDestinations:
        """V2 core event destinations."""
        return PlatformV2CoreEventDestinations(self._caller)

    @property
    def events(self) -> PlatformV2CoreEvents:
        """V2 core events."""
        return PlatformV2CoreEvents(self._caller)


class PlatformV2(AsyncResource):
    """V2 on the platform's own account."""

    @property
    def core(self) -> PlatformV2Core:
        """V2 core."""
        return PlatformV2Core(self._caller)


class PlatformWebhookEndpoints(AsyncResource):
    """Webhook endpoints on the platform's own account."""

    async def create(
        self,
        params: records.CreateWebhookEndpoint | dicts.CreateWebhookEndpoint,
        *,
        idempotency_key: str,
    ) -> records.WebhookEndpoint:
        """Creates a webhook endpoint. A platform needs two, each with its own secret: one with ``connect``
        for its merchants' events, and one without for its own, such as ``application_fee.created``.

        ``POST /v1/webhook_endpoints``, <https://docs.stripe.com/api/webhook_endpoints/create>.
        """
        answer: records.WebhookEndpoint = await self._one("webhook_endpoints.create", params, idempotency_key)
        return answer

    async def retrieve(self, id: str, *, expand: Sequence[str] = ()) -> records.WebhookEndpoint:
        """Retrieves a webhook endpoint, without its secret.

        ``GET /v1/webhook_endpoints/{id}``, <https://docs.stripe.com/api/webhook_endpoints/retrieve>.
        """
        answer: records.WebhookEndpoint = await self._one(
            "webhook_endpoints.retrieve",
            {"id": id, "expand": list(expand)},
        )
        return answer

    def list(
        self,
        params: records.ListWebhookEndpoints | dicts.ListWebhookEndpoints | None = None,
    ) -> AsyncPages[records.WebhookEndpoint]:
        """Lists the platform's webhook endpoints.

        ``GET /v1/webhook_endpoints``, <https://docs.stripe.com/api/webhook_endpoints/list>.
        """
        return self._pages("webhook_endpoints.list", {} if params is None else params)

    async def update(
        self,
        params: records.UpdateWebhookEndpoint | dicts.UpdateWebhookEndpoint,
        *,
        idempotency_key: str,
    ) -> records.WebhookEndpoint:
        """Updates a webhook endpoint. Its secret does not change.

        ``POST /v1/webhook_endpoints/{id}``, <https://docs.stripe.com/api/webhook_endpoints/update>.
        """
        answer: records.WebhookEndpoint = await self._one("webhook_endpoints.update", params, idempotency_key)
        return answer

    async def delete(self, id: str, *, idempotency_key: str | None = None) -> records.DeletedObject:
        """Deletes a webhook endpoint. Events that it has not received yet are no longer posted. It needs no
        idempotency key: a second call finds nothing to delete, and Stripe responds with status 404.

        ``DELETE /v1/webhook_endpoints/{id}``, <https://docs.stripe.com/api/webhook_endpoints/delete>.
        """
        answer: records.DeletedObject = await self._one(
            "webhook_endpoints.delete",
            {"id": id},
            idempotency_key,
        )
        return answer


class PlatformResources(AsyncResource):
    """Everything on the platform's own account, by Stripe's names."""

    @property
    def account_links(self) -> PlatformAccountLinks:
        """Account links."""
        return PlatformAccountLinks(self._caller)

    @property
    def account_sessions(self) -> PlatformAccountSessions:
        """Account sessions."""
        return PlatformAccountSessions(self._caller)

    @property
    def accounts(self) -> PlatformAccounts:
        """Accounts."""
        return PlatformAccounts(self._caller)

    @property
    def application_fees(self) -> PlatformApplicationFees:
        """Application fees."""
        return PlatformApplicationFees(self._caller)

    @property
    def balance_transactions(self) -> PlatformBalanceTransactions:
        """Balance transactions."""
        return PlatformBalanceTransactions(self._caller)

    @property
    def billing_portal(self) -> PlatformBillingPortal:
        """Billing portal."""
        return PlatformBillingPortal(self._caller)

    @property
    def customers(self) -> PlatformCustomers:
        """Customers."""
        return PlatformCustomers(self._caller)

    @property
    def events(self) -> PlatformEvents:
        """Events."""
        return PlatformEvents(self._caller)

    @property
    def invoices(self) -> PlatformInvoices:
        """Invoices."""
        return PlatformInvoices(self._caller)

    @property
    def payment_method_configurations(self) -> PlatformPaymentMethodConfigurations:
        """Payment method configurations."""
        return PlatformPaymentMethodConfigurations(self._caller)

    @property
    def payment_method_domains(self) -> PlatformPaymentMethodDomains:
        """Payment method domains."""
        return PlatformPaymentMethodDomains(self._caller)

    @property
    def prices(self) -> PlatformPrices:
        """Prices."""
        return PlatformPrices(self._caller)

    @property
    def products(self) -> PlatformProducts:
        """Products."""
        return PlatformProducts(self._caller)

    @property
    def subscription_sessions(self) -> PlatformSubscriptionSessions:
        """Subscription sessions."""
        return PlatformSubscriptionSessions(self._caller)

    @property
    def subscriptions(self) -> PlatformSubscriptions:
        """Subscriptions."""
        return PlatformSubscriptions(self._caller)

    @property
    def v2(self) -> PlatformV2:
        """V2."""
        return PlatformV2(self._caller)

    @property
    def webhook_endpoints(self) -> PlatformWebhookEndpoints:
        """Webhook endpoints."""
        return PlatformWebhookEndpoints(self._caller)
