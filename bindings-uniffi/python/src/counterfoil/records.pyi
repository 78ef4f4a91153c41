# Generated from core/api.json by `cargo xtask generate`.
"""The records, as the library defines them for every language: parameters, and Stripe's objects.

Parameters are plain records with keyword arguments; nothing is checked when one is created. Every rule is checked in one
place, when a call is built, and all faults are reported together.
"""

from collections.abc import Mapping, Sequence
from typing import Literal

from counterfoil._record import Record as Record

__all__ = [
    "Account",
    "AccountBranding",
    "AccountCapabilities",
    "AccountConfiguration",
    "AccountController",
    "AccountDefaults",
    "AccountIdentity",
    "AccountLink",
    "AccountProfile",
    "AccountSession",
    "AccountSessionComponent",
    "AccountSessionComponents",
    "AccountSessionFeatures",
    "AccountSettings",
    "AcssDebitOptions",
    "AcssMandateOptions",
    "AdaptivePricing",
    "Address",
    "AdjustableQuantity",
    "AfterExpiration",
    "AmazonEventBridge",
    "ApplicationFee",
    "AutomaticTax",
    "AzureEventGrid",
    "BalanceTransaction",
    "BankTransfer",
    "BillingCycleAnchorConfig",
    "BillingMode",
    "BillingPortalSession",
    "BrandingImage",
    "BrandingSettings",
    "BusinessProfile",
    "CancelPaymentIntent",
    "CancelRefund",
    "Capability",
    "CapabilityRequest",
    "CapturePaymentIntent",
    "CardOptions",
    "CardPaymentsRules",
    "CardPaymentsSettings",
    "CardRestrictions",
    "Charge",
    "CloseV2Account",
    "CollectedInformation",
    "CollectionOptions",
    "ConsentCollection",
    "ControllerDashboard",
    "ControllerFees",
    "ControllerLosses",
    "ControllerParams",
    "CreateAccount",
    "CreateAccountLink",
    "CreateAccountSession",
    "CreateApplicationFeeRefund",
    "CreateBillingPortalSession",
    "CreateCustomer",
    "CreateEventDestination",
    "CreateLoginLink",
    "CreatePaymentMethodConfiguration",
    "CreatePaymentMethodDomain",
    "CreatePrice",
    "CreateProduct",
    "CreateRefund",
    "CreateSession",
    "CreateSubscriptionSession",
    "CreateV2Account",
    "CreateV2AccountLink",
    "CreateWebhookEndpoint",
    "Created",
    "CustomDropdown",
    "CustomField",
    "CustomInput",
    "CustomLabel",
    "CustomMessage",
    "CustomOption",
    "CustomText",
    "Customer",
    "CustomerBalanceOptions",
    "CustomerBilling",
    "CustomerConfiguration",
    "CustomerDetailsFilter",
    "CustomerInvoice",
    "CustomerUpdate",
    "DebitMandateOptions",
    "DebitOptions",
    "DeclineOn",
    "DefaultChange",
    "DefaultPriceData",
    "DeleteWebhookEndpoint",
    "DeletedObject",
    "DeliveryBound",
    "DeliveryEstimate",
    "DestinationEndpoint",
    "Difference",
    "DisableEventDestination",
    "Discount",
    "Dispute",
    "DisputeEvidenceDetails",
    "DisputeFacts",
    "DomainStatus",
    "DomainStatusDetails",
    "EnableEventDestination",
    "EuBankTransfer",
    "EventDestination",
    "Expected",
    "ExpireSession",
    "Fee",
    "FeeDetail",
    "FeeRefund",
    "FinancialConnections",
    "FixedAmount",
    "FlexibleBilling",
    "Installments",
    "Invoice",
    "InvoiceCreation",
    "InvoiceData",
    "InvoiceField",
    "InvoiceParent",
    "InvoiceSubscription",
    "Issuer",
    "Ledger",
    "LeftOut",
    "LineItem",
    "LineItemPrice",
    "LinkDisplay",
    "LinkTarget",
    "LinkUseCase",
    "ListAccounts",
    "ListApplicationFeeRefunds",
    "ListApplicationFees",
    "ListCapabilities",
    "ListCharges",
    "ListDisputes",
    "ListEventDestinations",
    "ListEvents",
    "ListLineItems",
    "ListPaymentIntents",
    "ListPaymentMethodConfigurations",
    "ListPaymentMethodDomains",
    "ListPrices",
    "ListProducts",
    "ListRefunds",
    "ListSessions",
    "ListV2Accounts",
    "ListWebhookEndpoints",
    "LoginLink",
    "MerchantCapabilities",
    "MerchantConfiguration",
    "MerchantEffect",
    "MerchantMethods",
    "MerchantSupport",
    "MethodOptions",
    "MethodPreference",
    "MethodStanding",
    "MethodState",
    "Missing",
    "NameCollection",
    "NameQuestion",
    "Offer",
    "Onboarding",
    "OnboardingOptions",
    "OnboardingStep",
    "OptionalItem",
    "PaymentError",
    "PaymentFacts",
    "PaymentIntent",
    "PaymentIntentData",
    "PaymentMethodConfiguration",
    "PaymentMethodData",
    "PaymentMethodDomain",
    "PaymentMethodOptions",
    "PaymentsSettings",
    "PendingInvoiceItemInterval",
    "PhoneNumberCollection",
    "PixOptions",
    "PortalAfterCompletion",
    "PortalConfirmation",
    "PortalFlow",
    "PortalRedirect",
    "PortalSubscription",
    "Posting",
    "Price",
    "PriceData",
    "PriceInterval",
    "PriceProductData",
    "Product",
    "ProductData",
    "Purchase",
    "Readiness",
    "Recovery",
    "Recurring",
    "Refund",
    "RenderingOptions",
    "RequirementError",
    "Requirements",
    "Responsibilities",
    "RetrieveAccount",
    "RetrieveApplicationFee",
    "RetrieveApplicationFeeRefund",
    "RetrieveBalanceTransaction",
    "RetrieveCapability",
    "RetrieveCharge",
    "RetrieveCustomer",
    "RetrieveDispute",
    "RetrieveEvent",
    "RetrieveEventDestination",
    "RetrieveInvoice",
    "RetrievePaymentIntent",
    "RetrievePaymentMethodConfiguration",
    "RetrievePaymentMethodDomain",
    "RetrieveRefund",
    "RetrieveSession",
    "RetrieveSubscription",
    "RetrieveSubscriptionSession",
    "RetrieveV2Account",
    "RetrieveV2Event",
    "RetrieveWebhookEndpoint",
    "ReuseAgreement",
    "Review",
    "SavedPaymentMethodOptions",
    "Seen",
    "Session",
    "SessionLineItem",
    "SetupIntentData",
    "Shipping",
    "ShippingAddressCollection",
    "ShippingDetails",
    "ShippingOption",
    "ShippingRateData",
    "StatementDescriptor",
    "StoredEvent",
    "Subject",
    "Subscription",
    "SubscriptionData",
    "SubscriptionInvoiceSettings",
    "SubscriptionItem",
    "TaxIdCollection",
    "TrialEndBehavior",
    "TrialSettings",
    "UpdateAccount",
    "UpdateApplicationFeeRefund",
    "UpdateCapability",
    "UpdatePaymentMethodConfiguration",
    "UpdatePaymentMethodDomain",
    "UpdateRefund",
    "UpdateSession",
    "UpdateV2Account",
    "UpdateWebhookEndpoint",
    "UpdatedLineItem",
    "UpdatedPaymentIntentData",
    "UsBankAccountOptions",
    "V2Account",
    "V2AccountLink",
    "V2Configuration",
    "V2Customer",
    "V2Defaults",
    "V2Event",
    "V2Identity",
    "V2Merchant",
    "V2Recipient",
    "V2RelatedObject",
    "V2Requirement",
    "V2RequirementError",
    "V2Requirements",
    "V2RestrictedCapability",
    "V2StatusDetail",
    "ValidatePaymentMethodDomain",
    "VoucherOptions",
    "WalletOptions",
    "WantedMethod",
    "WebhookEndpoint",
    "WebhookEndpointTarget",
    "WechatPayOptions",
]

class Account(Record):
    """A connected account, which belongs to a merchant.

    <https://docs.stripe.com/api/accounts/object>
    """
    def __init__(
        self,
        *,
        id: str | None = ...,
        charges_enabled: bool | None = ...,
        payouts_enabled: bool | None = ...,
        details_submitted: bool | None = ...,
        country: str | None = ...,
        default_currency: str | None = ...,
        controller: AccountController | None = ...,
        type: Literal["standard", "express", "custom", "none"] | str | None = ...,
        capabilities: Mapping[str, str] | None = ...,
        requirements: Requirements | None = ...,
        future_requirements: Requirements | None = ...,
        metadata: Mapping[str, str] | None = ...,
        created: int | None = ...,
        raw: str = ...,
        replayed: bool = ...,
    ) -> None: ...
    @property
    def id(self) -> str:
        """``acct_…``"""
    @property
    def charges_enabled(self) -> bool:
        """Whether it can accept payments now."""
    @property
    def payouts_enabled(self) -> bool:
        """Whether it receives payouts."""
    @property
    def details_submitted(self) -> bool:
        """Whether the merchant has completed the onboarding form."""
    @property
    def country(self) -> str | None:
        """The country, two upper-case letters."""
    @property
    def default_currency(self) -> str | None:
        """The currency, three lower-case letters."""
    @property
    def controller(self) -> AccountController | None:
        """Who controls the account, and who pays for what."""
    @property
    def type(self) -> Literal["standard", "express", "custom", "none"] | str | None:
        """``standard``, ``express``, ``custom`` or ``none``."""
    @property
    def capabilities(self) -> Mapping[str, str]:
        """Its capabilities by name: ``active``, ``inactive`` or ``pending``."""
    @property
    def requirements(self) -> Requirements | None:
        """What Stripe requires now."""
    @property
    def future_requirements(self) -> Requirements | None:
        """What Stripe will require at a later date."""
    @property
    def metadata(self) -> Mapping[str, str]:
        """Your own metadata."""
    @property
    def created(self) -> int | None:
        """When it was created, in unix seconds."""
    @property
    def raw(self) -> str:
        """The object's JSON text as it was received; left out when the record is printed."""
    @property
    def replayed(self) -> bool:
        """Whether this is Stripe's stored response to an earlier request with the same idempotency key, so that
        nothing happened this time; ``False`` for an object in an event. Not compared.
        """

class AccountBranding(Record):
    """The branding of an account's Checkout pages."""
    def __init__(
        self,
        *,
        icon: str | None = ...,
        logo: str | None = ...,
        primary_color: str | None = ...,
        secondary_color: str | None = ...,
    ) -> None: ...
    @property
    def icon(self) -> str | None:
        """The icon, a file's id."""
    @property
    def logo(self) -> str | None:
        """The logo, a file's id."""
    @property
    def primary_color(self) -> str | None:
        """The primary color, such as ``#0a2540``."""
    @property
    def secondary_color(self) -> str | None:
        """The secondary color, such as ``#ffffff``."""

class AccountCapabilities(Record):
    """The capabilities of v1 that direct charges need. Request all others with
    ``accounts.capabilities.update``.
    """
    def __init__(
        self,
        *,
        card_payments: CapabilityRequest | None = ...,
        transfers: CapabilityRequest | None = ...,
    ) -> None: ...
    @property
    def card_payments(self) -> CapabilityRequest | None:
        """Cards and wallets; only together with ``transfers``."""
    @property
    def transfers(self) -> CapabilityRequest | None:
        """If this is inactive, ``card_payments`` is inactive too."""

class AccountConfiguration(Record):
    """The configurations of an account. One account can be a merchant on your platform and also a customer
    that you bill.
    """
    def __init__(
        self,
        *,
        merchant: MerchantConfiguration | None = ...,
        customer: CustomerConfiguration | None = ...,
    ) -> None: ...
    @property
    def merchant(self) -> MerchantConfiguration | None:
        """Accepts payments from its own customers."""
    @property
    def customer(self) -> CustomerConfiguration | None:
        """Is billed by you. An empty record is enough to add it."""

class AccountController(Record):
    """Who controls a connected account, and who pays for what. These settings cannot be changed after the
    account is created.
    """
    def __init__(
        self,
        *,
        is_controller: bool | None = ...,
        fees_payer: Literal["account", "application", "application_express", "application_custom"] | str | None = ...,
        losses_payments: Literal["application", "stripe"] | str | None = ...,
        requirement_collection: Literal["application", "stripe"] | str | None = ...,
        stripe_dashboard: Literal["full", "express", "none"] | str | None = ...,
    ) -> None: ...
    @property
    def is_controller(self) -> bool:
        """Whether this platform controls the account."""
    @property
    def fees_payer(self) -> Literal["account", "application", "application_express", "application_custom"] | str | None:
        """Who pays Stripe's fees: ``account``, ``application``, ``application_express`` or
        ``application_custom``.
        """
    @property
    def losses_payments(self) -> Literal["application", "stripe"] | str | None:
        """Who is liable for losses: ``application`` or ``stripe``."""
    @property
    def requirement_collection(self) -> Literal["application", "stripe"] | str | None:
        """Who collects missing information from the merchant: ``application`` or ``stripe``."""
    @property
    def stripe_dashboard(self) -> Literal["full", "express", "none"] | str | None:
        """Which Dashboard the merchant has: ``full``, ``express`` or ``none``."""

class AccountDefaults(Record):
    """Settings that apply to all configurations of an account."""
    def __init__(
        self,
        *,
        currency: str | None = ...,
        locales: Sequence[str] = ...,
        profile: AccountProfile | None = ...,
        responsibilities: Responsibilities | None = ...,
    ) -> None: ...
    @property
    def currency(self) -> str | None:
        """The currency, three lower-case letters."""
    @property
    def locales(self) -> tuple[str, ...]:
        """Preferred languages such as ``fr-FR``, in order of preference."""
    @property
    def profile(self) -> AccountProfile | None:
        """The business."""
    @property
    def responsibilities(self) -> Responsibilities | None:
        """Who pays for what. It is set with the merchant configuration and cannot be changed later."""

class AccountIdentity(Record):
    """The legal identity of the merchant. Stripe collects the rest from the merchant; pass what you already
    know in ``extra``.
    """
    def __init__(
        self,
        *,
        country: str | None = ...,
        entity_type: Literal["company", "government_entity", "individual", "non_profit"] | str | None = ...,
    ) -> None: ...
    @property
    def country(self) -> str | None:
        """The country, two letters, which Stripe returns in lower case."""
    @property
    def entity_type(self) -> Literal["company", "government_entity", "individual", "non_profit"] | str | None:
        """The type of business: ``company``, ``government_entity``, ``individual`` or ``non_profit``."""

class AccountLink(Record):
    """A link to the form in which a merchant submits what Stripe requires. It can be used once and expires
    soon.

    <https://docs.stripe.com/api/account_links/object>
    """
    def __init__(
        self,
        *,
        expires_at: int | None = ...,
        created: int | None = ...,
        url: str | None = ...,
        raw: str = ...,
        replayed: bool = ...,
    ) -> None: ...
    @property
    def expires_at(self) -> int | None:
        """When it expires, in unix seconds."""
    @property
    def created(self) -> int | None:
        """When it was created, in unix seconds."""
    @property
    def url(self) -> str:
        """The URL to redirect the merchant to at once. Do not show it to anyone else."""
    @property
    def raw(self) -> str:
        """The object's JSON text as it was received; left out when the record is printed."""
    @property
    def replayed(self) -> bool:
        """Whether this is Stripe's stored response to an earlier request with the same idempotency key, so that
        nothing happened this time; ``False`` for an object in an event. Not compared.
        """

class AccountProfile(Record):
    """A business."""
    def __init__(
        self,
        *,
        business_url: str | None = ...,
        doing_business_as: str | None = ...,
        product_description: str | None = ...,
    ) -> None: ...
    @property
    def business_url(self) -> str | None:
        """The URL of its website."""
    @property
    def doing_business_as(self) -> str | None:
        """The name under which it does business."""
    @property
    def product_description(self) -> str | None:
        """A description of what it sells."""

class AccountSession(Record):
    """An account session, with which a page of the platform shows Stripe's embedded components to one
    merchant for a short time.

    <https://docs.stripe.com/api/account_sessions/object>
    """
    def __init__(
        self,
        *,
        account: str | None = ...,
        expires_at: int | None = ...,
        livemode: bool | None = ...,
        client_secret: str | None = ...,
        raw: str = ...,
        replayed: bool = ...,
    ) -> None: ...
    @property
    def account(self) -> str:
        """The merchant, ``acct_…``."""
    @property
    def expires_at(self) -> int | None:
        """When it expires, in unix seconds."""
    @property
    def livemode(self) -> bool:
        """Whether it is in live mode."""
    @property
    def client_secret(self) -> str:
        """The secret for this merchant's browser only. Do not log it."""
    @property
    def raw(self) -> str:
        """The object's JSON text as it was received; left out when the record is printed."""
    @property
    def replayed(self) -> bool:
        """Whether this is Stripe's stored response to an earlier request with the same idempotency key, so that
        nothing happened this time; ``False`` for an object in an event. Not compared.
        """

class AccountSessionComponent(Record):
    """A component and its features."""
    def __init__(
        self,
        *,
        enabled: bool,
        features: AccountSessionFeatures | None = ...,
    ) -> None: ...
    @property
    def enabled(self) -> bool:
        """Whether the component is enabled."""
    @property
    def features(self) -> AccountSessionFeatures | None:
        """Its features; each component has a few of these."""

class AccountSessionComponents(Record):
    """Stripe's embedded components by name. See
    <https://docs.stripe.com/connect/supported-embedded-components>.
    """
    def __init__(
        self,
        *,
        account_management: AccountSessionComponent | None = ...,
        account_onboarding: AccountSessionComponent | None = ...,
        balance_report: AccountSessionComponent | None = ...,
        balances: AccountSessionComponent | None = ...,
        disputes_list: AccountSessionComponent | None = ...,
        documents: AccountSessionComponent | None = ...,
        financial_account: AccountSessionComponent | None = ...,
        financial_account_transactions: AccountSessionComponent | None = ...,
        instant_payouts_promotion: AccountSessionComponent | None = ...,
        issuing_card: AccountSessionComponent | None = ...,
        issuing_cards_list: AccountSessionComponent | None = ...,
        notification_banner: AccountSessionComponent | None = ...,
        payment_details: AccountSessionComponent | None = ...,
        payment_disputes: AccountSessionComponent | None = ...,
        payment_method_settings: AccountSessionComponent | None = ...,
        payments: AccountSessionComponent | None = ...,
        payout_details: AccountSessionComponent | None = ...,
        payout_reconciliation_report: AccountSessionComponent | None = ...,
        payouts: AccountSessionComponent | None = ...,
        payouts_list: AccountSessionComponent | None = ...,
        reporting_chart: AccountSessionComponent | None = ...,
        tax_registrations: AccountSessionComponent | None = ...,
        tax_settings: AccountSessionComponent | None = ...,
        terminal_hardware_orders: AccountSessionComponent | None = ...,
        terminal_hardware_shop: AccountSessionComponent | None = ...,
    ) -> None: ...
    @property
    def account_management(self) -> AccountSessionComponent | None:
        """Account details, which the merchant can change."""
    @property
    def account_onboarding(self) -> AccountSessionComponent | None:
        """Onboarding: collects the information that Stripe still requires."""
    @property
    def balance_report(self) -> AccountSessionComponent | None:
        """A report of the balance."""
    @property
    def balances(self) -> AccountSessionComponent | None:
        """The balance, with payouts."""
    @property
    def disputes_list(self) -> AccountSessionComponent | None:
        """A list of disputes."""
    @property
    def documents(self) -> AccountSessionComponent | None:
        """Invoices and other documents from Stripe."""
    @property
    def financial_account(self) -> AccountSessionComponent | None:
        """A financial account."""
    @property
    def financial_account_transactions(self) -> AccountSessionComponent | None:
        """The transactions of a financial account."""
    @property
    def instant_payouts_promotion(self) -> AccountSessionComponent | None:
        """A promotion for instant payouts."""
    @property
    def issuing_card(self) -> AccountSessionComponent | None:
        """An issued card."""
    @property
    def issuing_cards_list(self) -> AccountSessionComponent | None:
        """The list of issued cards."""
    @property
    def notification_banner(self) -> AccountSessionComponent | None:
        """A banner with what Stripe requires from the merchant."""
    @property
    def payment_details(self) -> AccountSessionComponent | None:
        """The details of a payment."""
    @property
    def payment_disputes(self) -> AccountSessionComponent | None:
        """The disputes of a payment."""
    @property
    def payment_method_settings(self) -> AccountSessionComponent | None:
        """The settings of payment methods, which the merchant can turn on and off as far as the platform
        allows.
        """
    @property
    def payments(self) -> AccountSessionComponent | None:
        """A list of payments."""
    @property
    def payout_details(self) -> AccountSessionComponent | None:
        """The details of a payout."""
    @property
    def payout_reconciliation_report(self) -> AccountSessionComponent | None:
        """The transactions in a payout."""
    @property
    def payouts(self) -> AccountSessionComponent | None:
        """The balance and its payouts."""
    @property
    def payouts_list(self) -> AccountSessionComponent | None:
        """A list of payouts."""
    @property
    def reporting_chart(self) -> AccountSessionComponent | None:
        """A chart from reports."""
    @property
    def tax_registrations(self) -> AccountSessionComponent | None:
        """Tax registrations."""
    @property
    def tax_settings(self) -> AccountSessionComponent | None:
        """Tax settings."""
    @property
    def terminal_hardware_orders(self) -> AccountSessionComponent | None:
        """Orders of card readers."""
    @property
    def terminal_hardware_shop(self) -> AccountSessionComponent | None:
        """A shop for card readers."""

class AccountSessionFeatures(Record):
    """The features of a component."""
    def __init__(
        self,
        *,
        capture_payments: bool | None = ...,
        card_management: bool | None = ...,
        card_spend_dispute_management: bool | None = ...,
        cardholder_management: bool | None = ...,
        destination_on_behalf_of_charge_management: bool | None = ...,
        disable_stripe_user_authentication: bool | None = ...,
        dispute_management: bool | None = ...,
        edit_payout_schedule: bool | None = ...,
        external_account_collection: bool | None = ...,
        instant_payouts: bool | None = ...,
        refund_management: bool | None = ...,
        send_money: bool | None = ...,
        smart_disputes_management: bool | None = ...,
        spend_control_management: bool | None = ...,
        standard_payouts: bool | None = ...,
        transfer_balance: bool | None = ...,
    ) -> None: ...
    @property
    def capture_payments(self) -> bool | None:
        """The merchant can capture payments."""
    @property
    def card_management(self) -> bool | None:
        """The merchant can manage cards."""
    @property
    def card_spend_dispute_management(self) -> bool | None:
        """The merchant can dispute card spending."""
    @property
    def cardholder_management(self) -> bool | None:
        """The merchant can manage cardholders."""
    @property
    def destination_on_behalf_of_charge_management(self) -> bool | None:
        """The merchant can manage destination charges."""
    @property
    def disable_stripe_user_authentication(self) -> bool | None:
        """The merchant does not log in at Stripe; only if the platform collects requirements itself."""
    @property
    def dispute_management(self) -> bool | None:
        """The merchant can respond to disputes."""
    @property
    def edit_payout_schedule(self) -> bool | None:
        """The merchant can change the payout schedule."""
    @property
    def external_account_collection(self) -> bool | None:
        """The merchant can add bank accounts."""
    @property
    def instant_payouts(self) -> bool | None:
        """The merchant can request instant payouts."""
    @property
    def refund_management(self) -> bool | None:
        """The merchant can refund payments."""
    @property
    def send_money(self) -> bool | None:
        """The merchant can send money."""
    @property
    def smart_disputes_management(self) -> bool | None:
        """The merchant can manage Smart Disputes."""
    @property
    def spend_control_management(self) -> bool | None:
        """The merchant can manage spending limits."""
    @property
    def standard_payouts(self) -> bool | None:
        """The merchant can request payouts."""
    @property
    def transfer_balance(self) -> bool | None:
        """The merchant can transfer the balance."""

class AccountSettings(Record):
    """Settings of an account's Checkout pages and of its customers' bank statements."""
    def __init__(
        self,
        *,
        branding: AccountBranding | None = ...,
        card_payments: CardPaymentsSettings | None = ...,
        payments: PaymentsSettings | None = ...,
    ) -> None: ...
    @property
    def branding(self) -> AccountBranding | None:
        """The branding of the pages."""
    @property
    def card_payments(self) -> CardPaymentsSettings | None:
        """Card payments: their statement descriptor, and which of them are declined."""
    @property
    def payments(self) -> PaymentsSettings | None:
        """All other payments."""

class AcssDebitOptions(Record):
    """Settings of pre-authorized debits in Canada."""
    def __init__(
        self,
        *,
        currency: Literal["cad", "usd"] | str | None = ...,
        mandate_options: AcssMandateOptions | None = ...,
        setup_future_usage: Literal["none", "off_session", "on_session"] | str | None = ...,
        target_date: str | None = ...,
        verification_method: Literal["automatic", "instant", "microdeposits"] | str | None = ...,
    ) -> None: ...
    @property
    def currency(self) -> Literal["cad", "usd"] | str | None:
        """The currency, ``cad`` or ``usd``; only in ``setup`` mode."""
    @property
    def mandate_options(self) -> AcssMandateOptions | None:
        """The mandate."""
    @property
    def setup_future_usage(self) -> Literal["none", "off_session", "on_session"] | str | None:
        """Whether the payment method is saved: ``none``, ``off_session`` or ``on_session``."""
    @property
    def target_date(self) -> str | None:
        """The date on which the account is debited, 3 to 15 days ahead."""
    @property
    def verification_method(self) -> Literal["automatic", "instant", "microdeposits"] | str | None:
        """How the account is verified: ``automatic``, ``instant`` or ``microdeposits``."""

class AcssMandateOptions(Record):
    """The mandate of a pre-authorized debit."""
    def __init__(
        self,
        *,
        custom_mandate_url: str | None = ...,
        default_for: Sequence[Literal["invoice", "subscription"] | str] = ...,
        interval_description: str | None = ...,
        payment_schedule: Literal["combined", "interval", "sporadic"] | str | None = ...,
        transaction_type: Literal["business", "personal"] | str | None = ...,
    ) -> None: ...
    @property
    def custom_mandate_url(self) -> str | None:
        """The URL of your own mandate text."""
    @property
    def default_for(self) -> tuple[Literal["invoice", "subscription"] | str, ...]:
        """What the mandate is the default for: ``invoice``, ``subscription``; only in ``setup`` mode."""
    @property
    def interval_description(self) -> str | None:
        """When the account is debited, at most 500 characters."""
    @property
    def payment_schedule(self) -> Literal["combined", "interval", "sporadic"] | str | None:
        """The schedule of debits: ``interval``, ``sporadic`` or ``combined``."""
    @property
    def transaction_type(self) -> Literal["business", "personal"] | str | None:
        """The kind of account: ``personal`` or ``business``."""

class AdaptivePricing(Record):
    """Adaptive Pricing: customers can pay in their own currency, while the session keeps yours."""
    def __init__(
        self,
        *,
        enabled: bool | None = ...,
    ) -> None: ...
    @property
    def enabled(self) -> bool | None:
        """Whether customers can pay in their own currency."""

class Address(Record):
    """A postal address."""
    def __init__(
        self,
        *,
        line1: str,
        line2: str | None = ...,
        city: str | None = ...,
        state: str | None = ...,
        postal_code: str | None = ...,
        country: str | None = ...,
    ) -> None: ...
    @property
    def line1(self) -> str:
        """Street and number."""
    @property
    def line2(self) -> str | None:
        """Apartment, floor or building."""
    @property
    def city(self) -> str | None:
        """The city or town."""
    @property
    def state(self) -> str | None:
        """State, province or county."""
    @property
    def postal_code(self) -> str | None:
        """The postal code."""
    @property
    def country(self) -> str | None:
        """The country, two upper-case letters."""

class AdjustableQuantity(Record):
    """A quantity that the customer can change."""
    def __init__(
        self,
        *,
        enabled: bool,
        minimum: int | None = ...,
        maximum: int | None = ...,
    ) -> None: ...
    @property
    def enabled(self) -> bool:
        """Whether the customer can change it."""
    @property
    def minimum(self) -> int | None:
        """The lowest quantity; 0 if absent."""
    @property
    def maximum(self) -> int | None:
        """The highest quantity, at most 999999; 99 if absent."""

class AfterExpiration(Record):
    """What happens after the session has expired."""
    def __init__(
        self,
        *,
        recovery: Recovery | None = ...,
    ) -> None: ...
    @property
    def recovery(self) -> Recovery | None:
        """A link with which the customer can start over."""

class AmazonEventBridge(Record):
    """An event bus of Amazon EventBridge."""
    def __init__(
        self,
        *,
        aws_account_id: str,
        aws_region: str,
    ) -> None: ...
    @property
    def aws_account_id(self) -> str:
        """The AWS account that the event bus is in."""
    @property
    def aws_region(self) -> str:
        """Its region, such as ``us-east-1``."""

class ApplicationFee(Record):
    """The fee that the platform collected from a merchant's payment. It is on the platform's own account,
    and Stripe creates it some time after the charge: listen for ``application_fee.created`` on a
    platform endpoint.

    <https://docs.stripe.com/api/application_fees/object>
    """
    def __init__(
        self,
        *,
        id: str | None = ...,
        account: str | None = ...,
        amount: int | None = ...,
        amount_refunded: int | None = ...,
        currency: str | None = ...,
        charge: str | None = ...,
        balance_transaction: str | None = ...,
        originating_transaction: str | None = ...,
        refunded: bool | None = ...,
        livemode: bool | None = ...,
        created: int | None = ...,
        raw: str = ...,
        replayed: bool = ...,
    ) -> None: ...
    @property
    def id(self) -> str:
        """``fee_…``"""
    @property
    def account(self) -> str | None:
        """The merchant that paid it, ``acct_…``."""
    @property
    def amount(self) -> int | None:
        """The amount, in minor units."""
    @property
    def amount_refunded(self) -> int | None:
        """The amount refunded to the merchant, in minor units."""
    @property
    def currency(self) -> str | None:
        """The currency, three lower-case letters."""
    @property
    def charge(self) -> str | None:
        """The charge that it was collected from, on the merchant's account."""
    @property
    def balance_transaction(self) -> str | None:
        """``txn_…``, on the platform's account."""
    @property
    def originating_transaction(self) -> str | None:
        """The original charge, on the merchant's account."""
    @property
    def refunded(self) -> bool:
        """Whether it was refunded in full."""
    @property
    def livemode(self) -> bool:
        """Whether it is in live mode."""
    @property
    def created(self) -> int | None:
        """When it was created, in unix seconds."""
    @property
    def raw(self) -> str:
        """The object's JSON text as it was received; left out when the record is printed."""
    @property
    def replayed(self) -> bool:
        """Whether this is Stripe's stored response to an earlier request with the same idempotency key, so that
        nothing happened this time; ``False`` for an object in an event. Not compared.
        """

class AutomaticTax(Record):
    """Automatic taxes."""
    def __init__(
        self,
        *,
        enabled: bool,
        liability: Issuer | None = ...,
    ) -> None: ...
    @property
    def enabled(self) -> bool:
        """Whether Stripe computes the taxes."""
    @property
    def liability(self) -> Issuer | None:
        """The account whose tax registrations apply."""

class AzureEventGrid(Record):
    """A topic of Azure Event Grid."""
    def __init__(
        self,
        *,
        azure_subscription_id: str,
        azure_resource_group_name: str,
        azure_region: str,
    ) -> None: ...
    @property
    def azure_subscription_id(self) -> str:
        """The Azure subscription that the topic is in."""
    @property
    def azure_resource_group_name(self) -> str:
        """Its resource group."""
    @property
    def azure_region(self) -> str:
        """Its region."""

class BalanceTransaction(Record):
    """The effect of a charge, a refund or a fee on an account's balance: gross, Stripe's fees, net.

    <https://docs.stripe.com/api/balance_transactions/object>
    """
    def __init__(
        self,
        *,
        id: str | None = ...,
        amount: int | None = ...,
        currency: str | None = ...,
        fee: int | None = ...,
        fee_details: Sequence[FeeDetail] = ...,
        net: int | None = ...,
        type: str | None = ...,
        reporting_category: str | None = ...,
        source: str | None = ...,
        status: Literal["available", "pending"] | str | None = ...,
        available_on: int | None = ...,
        created: int | None = ...,
        raw: str = ...,
        replayed: bool = ...,
    ) -> None: ...
    @property
    def id(self) -> str:
        """``txn_…``"""
    @property
    def amount(self) -> int | None:
        """The gross amount in minor units of the account's settlement currency; negative if it leaves the
        balance.
        """
    @property
    def currency(self) -> str | None:
        """The currency, three lower-case letters."""
    @property
    def fee(self) -> int | None:
        """The fees, including the application fee, in minor units."""
    @property
    def fee_details(self) -> tuple[FeeDetail, ...]:
        """The individual fees."""
    @property
    def net(self) -> int | None:
        """``amount`` less ``fee``, in minor units."""
    @property
    def type(self) -> str | None:
        """The type, such as ``charge``, ``refund``, ``application_fee`` or ``adjustment``."""
    @property
    def reporting_category(self) -> str | None:
        """Stripe's reporting category."""
    @property
    def source(self) -> str | None:
        """The object that caused it."""
    @property
    def status(self) -> Literal["available", "pending"] | str | None:
        """``available`` or ``pending``."""
    @property
    def available_on(self) -> int | None:
        """When the money becomes available, in unix seconds."""
    @property
    def created(self) -> int | None:
        """When it was created, in unix seconds."""
    @property
    def raw(self) -> str:
        """The object's JSON text as it was received; left out when the record is printed."""
    @property
    def replayed(self) -> bool:
        """Whether this is Stripe's stored response to an earlier request with the same idempotency key, so that
        nothing happened this time; ``False`` for an object in an event. Not compared.
        """

class BankTransfer(Record):
    """The kind of a bank transfer."""
    def __init__(
        self,
        *,
        type: Literal["eu_bank_transfer", "gb_bank_transfer", "jp_bank_transfer", "mx_bank_transfer", "us_bank_transfer"] | str,
        eu_bank_transfer: EuBankTransfer | None = ...,
        requested_address_types: Sequence[Literal["aba", "iban", "sepa", "sort_code", "spei", "swift", "zengin"] | str] = ...,
    ) -> None: ...
    @property
    def type(self) -> Literal["eu_bank_transfer", "gb_bank_transfer", "jp_bank_transfer", "mx_bank_transfer", "us_bank_transfer"] | str:
        """``eu_bank_transfer``, ``gb_bank_transfer``, ``jp_bank_transfer``, ``mx_bank_transfer`` or
        ``us_bank_transfer``.
        """
    @property
    def eu_bank_transfer(self) -> EuBankTransfer | None:
        """Settings for ``eu_bank_transfer``."""
    @property
    def requested_address_types(self) -> tuple[Literal["aba", "iban", "sepa", "sort_code", "spei", "swift", "zengin"] | str, ...]:
        """Which bank details are shown, such as ``iban``."""

class BillingCycleAnchorConfig(Record):
    """On which day and at what time periods start, in UTC."""
    def __init__(
        self,
        *,
        day_of_month: int,
        month: int | None = ...,
        hour: int | None = ...,
        minute: int | None = ...,
        second: int | None = ...,
    ) -> None: ...
    @property
    def day_of_month(self) -> int:
        """The day of the month, 1 to 31; the last day in shorter months."""
    @property
    def month(self) -> int | None:
        """The month, 1 to 12, for yearly prices."""
    @property
    def hour(self) -> int | None:
        """The hour, 0 to 23."""
    @property
    def minute(self) -> int | None:
        """The minute, 0 to 59."""
    @property
    def second(self) -> int | None:
        """The second, 0 to 59."""

class BillingMode(Record):
    """How Stripe computes prorations."""
    def __init__(
        self,
        *,
        type: Literal["classic", "flexible"] | str,
        flexible: FlexibleBilling | None = ...,
    ) -> None: ...
    @property
    def type(self) -> Literal["classic", "flexible"] | str:
        """``classic`` or ``flexible``."""
    @property
    def flexible(self) -> FlexibleBilling | None:
        """Settings for ``flexible``."""

class BillingPortalSession(Record):
    """A page hosted by Stripe on which a customer updates payment methods, sees invoices, and changes or
    cancels subscriptions. The portal's configuration says which of these are possible.

    <https://docs.stripe.com/api/customer_portal/sessions/object>
    """
    def __init__(
        self,
        *,
        id: str | None = ...,
        customer: str | None = ...,
        customer_account: str | None = ...,
        configuration: str | None = ...,
        return_url: str | None = ...,
        locale: str | None = ...,
        livemode: bool | None = ...,
        created: int | None = ...,
        url: str | None = ...,
        raw: str = ...,
        replayed: bool = ...,
    ) -> None: ...
    @property
    def id(self) -> str:
        """``bps_…``"""
    @property
    def customer(self) -> str | None:
        """``cus_…``"""
    @property
    def customer_account(self) -> str | None:
        """The merchant that comes by its account, ``acct_…``, instead of ``customer``."""
    @property
    def configuration(self) -> str | None:
        """``bpc_…``"""
    @property
    def return_url(self) -> str | None:
        """Where the customer returns to."""
    @property
    def locale(self) -> str | None:
        """The page's language."""
    @property
    def livemode(self) -> bool:
        """Whether it is in live mode."""
    @property
    def created(self) -> int | None:
        """When it was created, in unix seconds."""
    @property
    def url(self) -> str:
        """The URL to redirect the customer to at once. Do not show it to anyone else: it grants access
        without a login.
        """
    @property
    def raw(self) -> str:
        """The object's JSON text as it was received; left out when the record is printed."""
    @property
    def replayed(self) -> bool:
        """Whether this is Stripe's stored response to an earlier request with the same idempotency key, so that
        nothing happened this time; ``False`` for an object in an event. Not compared.
        """

class BrandingImage(Record):
    """A picture of the page."""
    def __init__(
        self,
        *,
        type: Literal["file", "url"] | str,
        file: str | None = ...,
        url: str | None = ...,
    ) -> None: ...
    @property
    def type(self) -> Literal["file", "url"] | str:
        """``file`` or ``url``."""
    @property
    def file(self) -> str | None:
        """For ``file``, its id at Stripe."""
    @property
    def url(self) -> str | None:
        """For ``url``, its URL."""

class BrandingSettings(Record):
    """How the page looks. Where a field is absent, the merchant's own branding applies."""
    def __init__(
        self,
        *,
        background_color: str | None = ...,
        border_style: Literal["pill", "rectangular", "rounded"] | str | None = ...,
        button_color: str | None = ...,
        display_name: str | None = ...,
        font_family: Literal["be_vietnam_pro", "bitter", "chakra_petch", "default", "hahmlet", "inconsolata", "inter", "lato", "lora", "m_plus_1_code", "montserrat", "noto_sans", "noto_sans_jp", "noto_serif", "nunito", "open_sans", "pridi", "pt_sans", "pt_serif", "raleway", "roboto", "roboto_slab", "source_sans_pro", "titillium_web", "ubuntu_mono", "zen_maru_gothic"] | str | None = ...,
        icon: BrandingImage | None = ...,
        logo: BrandingImage | None = ...,
    ) -> None: ...
    @property
    def background_color(self) -> str | None:
        """A CSS color such as ``#0a7d5a``."""
    @property
    def border_style(self) -> Literal["pill", "rectangular", "rounded"] | str | None:
        """``rectangular``, ``rounded`` or ``pill``."""
    @property
    def button_color(self) -> str | None:
        """The background color of the page, a CSS color."""
    @property
    def display_name(self) -> str | None:
        """The name at the top of the page."""
    @property
    def font_family(self) -> Literal["be_vietnam_pro", "bitter", "chakra_petch", "default", "hahmlet", "inconsolata", "inter", "lato", "lora", "m_plus_1_code", "montserrat", "noto_sans", "noto_sans_jp", "noto_serif", "nunito", "open_sans", "pridi", "pt_sans", "pt_serif", "raleway", "roboto", "roboto_slab", "source_sans_pro", "titillium_web", "ubuntu_mono", "zen_maru_gothic"] | str | None:
        """One of the fonts that Stripe lists, such as ``inter``."""
    @property
    def icon(self) -> BrandingImage | None:
        """A small square picture."""
    @property
    def logo(self) -> BrandingImage | None:
        """A wide picture, shown instead of the icon."""

class BusinessProfile(Record):
    """A merchant's business."""
    def __init__(
        self,
        *,
        name: str | None = ...,
        url: str | None = ...,
        mcc: str | None = ...,
        product_description: str | None = ...,
        support_email: str | None = ...,
        support_phone: str | None = ...,
        support_url: str | None = ...,
    ) -> None: ...
    @property
    def name(self) -> str | None:
        """The name that customers know."""
    @property
    def url(self) -> str | None:
        """The URL of its website."""
    @property
    def mcc(self) -> str | None:
        """The merchant category code, four digits."""
    @property
    def product_description(self) -> str | None:
        """A description of what it sells."""
    @property
    def support_email(self) -> str | None:
        """The e-mail address for customer support."""
    @property
    def support_phone(self) -> str | None:
        """The phone number for customer support."""
    @property
    def support_url(self) -> str | None:
        """The URL for customer support."""

class CancelPaymentIntent(Record):
    """Cancels a payment that has not succeeded, and releases an authorized amount. The payment intent of an
    open Checkout Session cannot be canceled: expire the session instead.

    ``POST /v1/payment_intents/{id}/cancel``, <https://docs.stripe.com/api/payment_intents/cancel>.
    """
    def __init__(
        self,
        *,
        id: str,
        cancellation_reason: Literal["abandoned", "duplicate", "fraudulent", "requested_by_customer"] | None = ...,
        expand: Sequence[str] = ...,
        extra: Mapping[str, str | int | float | bool] | None = ...,
    ) -> None: ...
    @property
    def id(self) -> str:
        """``pi_…``"""
    @property
    def cancellation_reason(self) -> Literal["abandoned", "duplicate", "fraudulent", "requested_by_customer"] | None:
        """``abandoned``, ``duplicate``, ``fraudulent`` or ``requested_by_customer``."""
    @property
    def expand(self) -> tuple[str, ...]:
        """Which ids in the response to expand to their objects, such as ``payment_intent``; at most four
        levels deep. See <https://docs.stripe.com/expand>.
        """
    @property
    def extra(self) -> Mapping[str, str]:
        """Any other of Stripe's parameters, by its path: ``automatic_tax.enabled`` = ``true``."""

class CancelRefund(Record):
    """Cancels a refund that is waiting for the customer (``requires_action``).

    ``POST /v1/refunds/{id}/cancel``, <https://docs.stripe.com/api/refunds/cancel>.
    """
    def __init__(
        self,
        *,
        id: str,
        expand: Sequence[str] = ...,
        extra: Mapping[str, str | int | float | bool] | None = ...,
    ) -> None: ...
    @property
    def id(self) -> str:
        """``re_…`` or ``pyr_…``"""
    @property
    def expand(self) -> tuple[str, ...]:
        """Which ids in the response to expand to their objects, such as ``payment_intent``; at most four
        levels deep. See <https://docs.stripe.com/expand>.
        """
    @property
    def extra(self) -> Mapping[str, str]:
        """Any other of Stripe's parameters, by its path: ``automatic_tax.enabled`` = ``true``."""

class Capability(Record):
    """A capability of a connected account, such as ``card_payments`` or ``sepa_debit_payments``.

    <https://docs.stripe.com/api/capabilities/object>
    """
    def __init__(
        self,
        *,
        id: str | None = ...,
        account: str | None = ...,
        status: Literal["active", "inactive", "pending", "unrequested"] | str | None = ...,
        requested: bool | None = ...,
        requested_at: int | None = ...,
        requirements: Requirements | None = ...,
        future_requirements: Requirements | None = ...,
        raw: str = ...,
        replayed: bool = ...,
    ) -> None: ...
    @property
    def id(self) -> str:
        """The capability's name."""
    @property
    def account(self) -> str | None:
        """The merchant, ``acct_…``."""
    @property
    def status(self) -> Literal["active", "inactive", "pending", "unrequested"] | str | None:
        """``active``, ``inactive``, ``pending`` or ``unrequested``."""
    @property
    def requested(self) -> bool:
        """Whether it was requested."""
    @property
    def requested_at(self) -> int | None:
        """When it was requested, in unix seconds."""
    @property
    def requirements(self) -> Requirements | None:
        """What Stripe requires for it now."""
    @property
    def future_requirements(self) -> Requirements | None:
        """What Stripe will require for it at a later date."""
    @property
    def raw(self) -> str:
        """The object's JSON text as it was received; left out when the record is printed."""
    @property
    def replayed(self) -> bool:
        """Whether this is Stripe's stored response to an earlier request with the same idempotency key, so that
        nothing happened this time; ``False`` for an object in an event. Not compared.
        """

class CapabilityRequest(Record):
    """A request for a capability."""
    def __init__(
        self,
        *,
        requested: bool | None = ...,
    ) -> None: ...
    @property
    def requested(self) -> bool | None:
        """Whether it is requested. Required."""

class CapturePaymentIntent(Record):
    """Captures an authorized payment, where the session was created with ``capture_method: manual``. Its
    status is ``requires_capture``.

    ``POST /v1/payment_intents/{id}/capture``, <https://docs.stripe.com/api/payment_intents/capture>.
    """
    def __init__(
        self,
        *,
        id: str,
        amount_to_capture: int | None = ...,
        application_fee_amount: int | None = ...,
        final_capture: bool | None = ...,
        metadata: Mapping[str, str | int | float | bool] | None = ...,
        statement_descriptor: str | None = ...,
        statement_descriptor_suffix: str | None = ...,
        expand: Sequence[str] = ...,
        extra: Mapping[str, str | int | float | bool] | None = ...,
    ) -> None: ...
    @property
    def id(self) -> str:
        """``pi_…``"""
    @property
    def amount_to_capture(self) -> int | None:
        """The amount to capture, in minor units; the whole amount if absent. The rest is released."""
    @property
    def application_fee_amount(self) -> int | None:
        """The platform's fee, in minor units; at most the captured amount."""
    @property
    def final_capture(self) -> bool | None:
        """Whether the remaining amount is released at once; ``true`` if absent."""
    @property
    def metadata(self) -> Mapping[str, str]:
        """Your own metadata, stored on the payment intent: at most 50 keys."""
    @property
    def statement_descriptor(self) -> str | None:
        """The text on the customer's bank statement, at most 22 characters; not for cards."""
    @property
    def statement_descriptor_suffix(self) -> str | None:
        """The text on a card statement after the merchant's own prefix, at most 22 characters."""
    @property
    def expand(self) -> tuple[str, ...]:
        """Which ids in the response to expand to their objects, such as ``payment_intent``; at most four
        levels deep. See <https://docs.stripe.com/expand>.
        """
    @property
    def extra(self) -> Mapping[str, str]:
        """Any other of Stripe's parameters, by its path: ``automatic_tax.enabled`` = ``true``."""

class CardOptions(Record):
    """Settings of cards."""
    def __init__(
        self,
        *,
        capture_method: Literal["manual"] | None = ...,
        installments: Installments | None = ...,
        request_extended_authorization: Literal["if_available", "never"] | str | None = ...,
        request_incremental_authorization: Literal["if_available", "never"] | str | None = ...,
        request_multicapture: Literal["if_available", "never"] | str | None = ...,
        request_overcapture: Literal["if_available", "never"] | str | None = ...,
        request_three_d_secure: Literal["any", "automatic", "challenge"] | str | None = ...,
        restrictions: CardRestrictions | None = ...,
        setup_future_usage: Literal["off_session", "on_session"] | str | None = ...,
        statement_descriptor_suffix_kana: str | None = ...,
        statement_descriptor_suffix_kanji: str | None = ...,
    ) -> None: ...
    @property
    def capture_method(self) -> Literal["manual"] | None:
        """``manual``, to authorize the payment now and capture it later."""
    @property
    def installments(self) -> Installments | None:
        """Payment in installments."""
    @property
    def request_extended_authorization(self) -> Literal["if_available", "never"] | str | None:
        """Authorization for longer than usual: ``if_available`` or ``never``."""
    @property
    def request_incremental_authorization(self) -> Literal["if_available", "never"] | str | None:
        """A later increase of the authorized amount: ``if_available`` or ``never``."""
    @property
    def request_multicapture(self) -> Literal["if_available", "never"] | str | None:
        """More than one capture: ``if_available`` or ``never``."""
    @property
    def request_overcapture(self) -> Literal["if_available", "never"] | str | None:
        """A capture above the authorized amount: ``if_available`` or ``never``."""
    @property
    def request_three_d_secure(self) -> Literal["any", "automatic", "challenge"] | str | None:
        """When 3D Secure is requested: ``any``, ``automatic`` or ``challenge``."""
    @property
    def restrictions(self) -> CardRestrictions | None:
        """Cards that are not accepted."""
    @property
    def setup_future_usage(self) -> Literal["off_session", "on_session"] | str | None:
        """Whether the card is saved: ``off_session`` or ``on_session``."""
    @property
    def statement_descriptor_suffix_kana(self) -> str | None:
        """The statement descriptor's suffix in kana, at most 22 characters."""
    @property
    def statement_descriptor_suffix_kanji(self) -> str | None:
        """The statement descriptor's suffix in kanji, at most 17 characters."""

class CardPaymentsRules(Record):
    """Which card payments are declined even if the bank would approve them."""
    def __init__(
        self,
        *,
        decline_on: DeclineOn | None = ...,
    ) -> None: ...
    @property
    def decline_on(self) -> DeclineOn | None:
        """Failed checks of what the customer entered, after which a payment is declined."""

class CardPaymentsSettings(Record):
    """Settings of card payments."""
    def __init__(
        self,
        *,
        decline_on: DeclineOn | None = ...,
        statement_descriptor_prefix: str | None = ...,
    ) -> None: ...
    @property
    def decline_on(self) -> DeclineOn | None:
        """Checks after which a payment is declined even if the bank would approve it."""
    @property
    def statement_descriptor_prefix(self) -> str | None:
        """The prefix of the statement descriptor, at most 10 characters."""

class CardRestrictions(Record):
    """Cards that are not accepted."""
    def __init__(
        self,
        *,
        brands_blocked: Sequence[Literal["american_express", "discover_global_network", "mastercard", "visa"] | str] = ...,
        funding_types_blocked: Sequence[Literal["credit", "debit", "prepaid"] | str] = ...,
    ) -> None: ...
    @property
    def brands_blocked(self) -> tuple[Literal["american_express", "discover_global_network", "mastercard", "visa"] | str, ...]:
        """Brands: ``american_express``, ``discover_global_network``, ``mastercard``, ``visa``."""
    @property
    def funding_types_blocked(self) -> tuple[Literal["credit", "debit", "prepaid"] | str, ...]:
        """Kinds of funding: ``credit``, ``debit``, ``prepaid``."""

class Charge(Record):
    """A charge on the merchant's account: one attempt to collect a payment.

    <https://docs.stripe.com/api/charges/object>
    """
    def __init__(
        self,
        *,
        id: str | None = ...,
        status: Literal["succeeded", "pending", "failed"] | str | None = ...,
        amount: int | None = ...,
        amount_captured: int | None = ...,
        amount_refunded: int | None = ...,
        currency: str | None = ...,
        application_fee: str | None = ...,
        application_fee_amount: int | None = ...,
        balance_transaction: str | None = ...,
        payment_intent: str | None = ...,
        customer: str | None = ...,
        captured: bool | None = ...,
        disputed: bool | None = ...,
        paid: bool | None = ...,
        refunded: bool | None = ...,
        failure_code: str | None = ...,
        failure_message: str | None = ...,
        receipt_url: str | None = ...,
        metadata: Mapping[str, str] | None = ...,
        livemode: bool | None = ...,
        created: int | None = ...,
        raw: str = ...,
        replayed: bool = ...,
    ) -> None: ...
    @property
    def id(self) -> str:
        """``ch_…``, or ``py_…`` for some payment methods."""
    @property
    def status(self) -> Literal["succeeded", "pending", "failed"] | str | None:
        """``succeeded``, ``pending`` or ``failed``."""
    @property
    def amount(self) -> int | None:
        """The amount charged, in minor units."""
    @property
    def amount_captured(self) -> int | None:
        """The amount captured, in minor units."""
    @property
    def amount_refunded(self) -> int | None:
        """The amount refunded, in minor units."""
    @property
    def currency(self) -> str | None:
        """The currency, three lower-case letters."""
    @property
    def application_fee(self) -> str | None:
        """``fee_…``, on the platform's account. Stripe creates it after the charge, so it can be absent at
        first: listen for ``application_fee.created``.
        """
    @property
    def application_fee_amount(self) -> int | None:
        """The platform's fee, in minor units."""
    @property
    def balance_transaction(self) -> str | None:
        """``txn_…``, on the merchant's account."""
    @property
    def payment_intent(self) -> str | None:
        """``pi_…``"""
    @property
    def customer(self) -> str | None:
        """``cus_…`` on the merchant's account."""
    @property
    def captured(self) -> bool:
        """Whether the payment was captured."""
    @property
    def disputed(self) -> bool:
        """Whether the charge has been disputed."""
    @property
    def paid(self) -> bool:
        """Whether the payment succeeded, or was authorized for a later capture."""
    @property
    def refunded(self) -> bool:
        """Whether it was refunded in full."""
    @property
    def failure_code(self) -> str | None:
        """The error code, if it failed."""
    @property
    def failure_message(self) -> str | None:
        """Stripe's message, if it failed."""
    @property
    def receipt_url(self) -> str | None:
        """The URL of Stripe's receipt page."""
    @property
    def metadata(self) -> Mapping[str, str]:
        """Your own metadata."""
    @property
    def livemode(self) -> bool:
        """Whether it is in live mode."""
    @property
    def created(self) -> int | None:
        """When it was created, in unix seconds."""
    @property
    def raw(self) -> str:
        """The object's JSON text as it was received; left out when the record is printed."""
    @property
    def replayed(self) -> bool:
        """Whether this is Stripe's stored response to an earlier request with the same idempotency key, so that
        nothing happened this time; ``False`` for an object in an event. Not compared.
        """

class CloseV2Account(Record):
    """Closes an account of v2, or some of its configurations. A closed account can still be retrieved, with
    fewer fields.

    ``POST /v2/core/accounts/{id}/close``, <https://docs.stripe.com/api/v2/core/accounts/close>.
    """
    def __init__(
        self,
        *,
        id: str,
        applied_configurations: Sequence[Literal["customer", "merchant", "recipient"]] = ...,
        extra: Mapping[str, str | int | float | bool] | None = ...,
    ) -> None: ...
    @property
    def id(self) -> str:
        """``acct_…``"""
    @property
    def applied_configurations(self) -> tuple[Literal["customer", "merchant", "recipient"], ...]:
        """Which configurations: ``customer``, ``merchant``, ``recipient``."""
    @property
    def extra(self) -> Mapping[str, str]:
        """Any other of Stripe's parameters, by its path: ``identity.individual.given_name`` = ``Ada``.
        ``true``, ``false`` and ``null`` are sent as such, and so is a JSON object, a JSON list, or a
        text in quotes.
        """

class CollectedInformation(Record):
    """What your own page has collected."""
    def __init__(
        self,
        *,
        shipping_details: ShippingDetails | None = ...,
    ) -> None: ...
    @property
    def shipping_details(self) -> ShippingDetails | None:
        """The shipping details."""

class CollectionOptions(Record):
    """How much is collected from a merchant."""
    def __init__(
        self,
        *,
        fields: Literal["currently_due", "eventually_due"] | None = ...,
        future_requirements: Literal["include", "omit"] | None = ...,
    ) -> None: ...
    @property
    def fields(self) -> Literal["currently_due", "eventually_due"] | None:
        """``currently_due``, or ``eventually_due`` to collect everything at once."""
    @property
    def future_requirements(self) -> Literal["include", "omit"] | None:
        """``include`` or ``omit`` what will be required at a later date."""

class ConsentCollection(Record):
    """What the customer is asked to consent to."""
    def __init__(
        self,
        *,
        payment_method_reuse_agreement: ReuseAgreement | None = ...,
        promotions: Literal["auto", "none"] | str | None = ...,
        terms_of_service: Literal["none", "required"] | str | None = ...,
    ) -> None: ...
    @property
    def payment_method_reuse_agreement(self) -> ReuseAgreement | None:
        """Consent to the payment method being saved."""
    @property
    def promotions(self) -> Literal["auto", "none"] | str | None:
        """Consent to promotional messages: ``auto`` or ``none``."""
    @property
    def terms_of_service(self) -> Literal["none", "required"] | str | None:
        """Consent to the terms of service: ``required`` or ``none``."""

class ControllerDashboard(Record):
    """Which Dashboard a merchant has."""
    def __init__(
        self,
        *,
        type: Literal["express", "full", "none"] | None = ...,
    ) -> None: ...
    @property
    def type(self) -> Literal["express", "full", "none"] | None:
        """``full``, ``express`` or ``none``."""

class ControllerFees(Record):
    """Who pays Stripe's fees."""
    def __init__(
        self,
        *,
        payer: Literal["account", "application"] | None = ...,
    ) -> None: ...
    @property
    def payer(self) -> Literal["account", "application"] | None:
        """``account`` for the merchant, or ``application`` for the platform."""

class ControllerLosses(Record):
    """Who is liable for losses."""
    def __init__(
        self,
        *,
        payments: Literal["application", "stripe"] | None = ...,
    ) -> None: ...
    @property
    def payments(self) -> Literal["application", "stripe"] | None:
        """``application`` for the platform, or ``stripe``."""

class ControllerParams(Record):
    """Who controls an account of v1, and who pays for what."""
    def __init__(
        self,
        *,
        fees: ControllerFees | None = ...,
        losses: ControllerLosses | None = ...,
        requirement_collection: Literal["application", "stripe"] | None = ...,
        stripe_dashboard: ControllerDashboard | None = ...,
    ) -> None: ...
    @property
    def fees(self) -> ControllerFees | None:
        """Who pays Stripe's fees."""
    @property
    def losses(self) -> ControllerLosses | None:
        """Who is liable for losses."""
    @property
    def requirement_collection(self) -> Literal["application", "stripe"] | None:
        """Who collects missing information from the merchant: ``application`` or ``stripe``."""
    @property
    def stripe_dashboard(self) -> ControllerDashboard | None:
        """Which Dashboard the merchant has."""

class CreateAccount(Record):
    """Creates an account of v1 for a merchant. New platforms use ``CreateV2Account``, and Stripe may reject
    this call from them.

    ``POST /v1/accounts``, <https://docs.stripe.com/api/accounts/create>.
    """
    def __init__(
        self,
        *,
        business_profile: BusinessProfile | None = ...,
        business_type: Literal["company", "government_entity", "individual", "non_profit"] | str | None = ...,
        capabilities: AccountCapabilities | None = ...,
        controller: ControllerParams | None = ...,
        country: str | None = ...,
        default_currency: str | None = ...,
        email: str | None = ...,
        settings: AccountSettings | None = ...,
        type: Literal["custom", "express", "standard"] | None = ...,
        metadata: Mapping[str, str | int | float | bool] | None = ...,
        expand: Sequence[str] = ...,
        extra: Mapping[str, str | int | float | bool] | None = ...,
    ) -> None: ...
    @property
    def business_profile(self) -> BusinessProfile | None:
        """The merchant's business."""
    @property
    def business_type(self) -> Literal["company", "government_entity", "individual", "non_profit"] | str | None:
        """The type of business: ``company``, ``government_entity``, ``individual`` or ``non_profit``."""
    @property
    def capabilities(self) -> AccountCapabilities | None:
        """The capabilities to request."""
    @property
    def controller(self) -> ControllerParams | None:
        """Who controls the account, and who pays for what. This cannot be changed later."""
    @property
    def country(self) -> str | None:
        """The country, two upper-case letters."""
    @property
    def default_currency(self) -> str | None:
        """The currency, three lower-case letters."""
    @property
    def email(self) -> str | None:
        """The e-mail address for messages from Stripe."""
    @property
    def settings(self) -> AccountSettings | None:
        """Settings of its Checkout pages and of its customers' bank statements."""
    @property
    def type(self) -> Literal["custom", "express", "standard"] | None:
        """``custom``, ``express`` or ``standard``; superseded by ``controller``."""
    @property
    def metadata(self) -> Mapping[str, str]:
        """Your own metadata: at most 50 keys."""
    @property
    def expand(self) -> tuple[str, ...]:
        """Which ids in the response to expand to their objects, such as ``payment_intent``; at most four
        levels deep. See <https://docs.stripe.com/expand>.
        """
    @property
    def extra(self) -> Mapping[str, str]:
        """Any other of Stripe's parameters, by its path: ``automatic_tax.enabled`` = ``true``."""

class CreateAccountLink(Record):
    """Creates a link to the form in which a merchant submits what Stripe requires. Create a new one each
    time the merchant clicks.

    ``POST /v1/account_links``, <https://docs.stripe.com/api/account_links/create>.
    """
    def __init__(
        self,
        *,
        account: str,
        type: Literal["account_onboarding", "account_update"],
        refresh_url: str | None = ...,
        return_url: str | None = ...,
        collection_options: CollectionOptions | None = ...,
        expand: Sequence[str] = ...,
        extra: Mapping[str, str | int | float | bool] | None = ...,
    ) -> None: ...
    @property
    def account(self) -> str:
        """The merchant, ``acct_…``."""
    @property
    def type(self) -> Literal["account_onboarding", "account_update"]:
        """``account_onboarding``, or ``account_update`` if the platform collects requirements."""
    @property
    def refresh_url(self) -> str | None:
        """Where the merchant goes if the link was used or has expired: create a new one there."""
    @property
    def return_url(self) -> str | None:
        """Where the merchant returns to. Retrieve the account then: a return does not mean that everything
        was submitted.
        """
    @property
    def collection_options(self) -> CollectionOptions | None:
        """How much is collected."""
    @property
    def expand(self) -> tuple[str, ...]:
        """Which ids in the response to expand to their objects, such as ``payment_intent``; at most four
        levels deep. See <https://docs.stripe.com/expand>.
        """
    @property
    def extra(self) -> Mapping[str, str]:
        """Any other of Stripe's parameters, by its path: ``automatic_tax.enabled`` = ``true``."""

class CreateAccountSession(Record):
    """Creates an account session, with which a page of the platform shows Stripe's embedded components to a
    merchant, such as the settings of payment methods.

    ``POST /v1/account_sessions``, <https://docs.stripe.com/api/account_sessions/create>.
    """
    def __init__(
        self,
        *,
        account: str,
        components: AccountSessionComponents,
        expand: Sequence[str] = ...,
        extra: Mapping[str, str | int | float | bool] | None = ...,
    ) -> None: ...
    @property
    def account(self) -> str:
        """The merchant, ``acct_…``."""
    @property
    def components(self) -> AccountSessionComponents:
        """The components, and which features each of them has."""
    @property
    def expand(self) -> tuple[str, ...]:
        """Which ids in the response to expand to their objects, such as ``payment_intent``; at most four
        levels deep. See <https://docs.stripe.com/expand>.
        """
    @property
    def extra(self) -> Mapping[str, str]:
        """Any other of Stripe's parameters, by its path: ``automatic_tax.enabled`` = ``true``."""

class CreateApplicationFeeRefund(Record):
    """Refunds an application fee to the merchant, in full or in part, without a refund to the customer.

    ``POST /v1/application_fees/{fee}/refunds``, <https://docs.stripe.com/api/fee_refunds/create>.
    """
    def __init__(
        self,
        *,
        fee: str,
        amount: int | None = ...,
        metadata: Mapping[str, str | int | float | bool] | None = ...,
        expand: Sequence[str] = ...,
        extra: Mapping[str, str | int | float | bool] | None = ...,
    ) -> None: ...
    @property
    def fee(self) -> str:
        """``fee_…``"""
    @property
    def amount(self) -> int | None:
        """The amount, in minor units; all that has not been refunded yet if absent."""
    @property
    def metadata(self) -> Mapping[str, str]:
        """Your own metadata: at most 50 keys."""
    @property
    def expand(self) -> tuple[str, ...]:
        """Which ids in the response to expand to their objects, such as ``payment_intent``; at most four
        levels deep. See <https://docs.stripe.com/expand>.
        """
    @property
    def extra(self) -> Mapping[str, str]:
        """Any other of Stripe's parameters, by its path: ``automatic_tax.enabled`` = ``true``."""

class CreateBillingPortalSession(Record):
    """Creates a page on which a customer manages its subscriptions. Create it when the customer clicks, and
    redirect to its ``url``.

    ``POST /v1/billing_portal/sessions``, <https://docs.stripe.com/api/customer_portal/sessions/create>.
    """
    def __init__(
        self,
        *,
        customer: str | None = ...,
        customer_account: str | None = ...,
        return_url: str | None = ...,
        configuration: str | None = ...,
        locale: str | None = ...,
        flow_data: PortalFlow | None = ...,
        expand: Sequence[str] = ...,
        extra: Mapping[str, str | int | float | bool] | None = ...,
    ) -> None: ...
    @property
    def customer(self) -> str | None:
        """The customer, ``cus_…`` on the account on which the call is made; or ``customer_account``."""
    @property
    def customer_account(self) -> str | None:
        """The merchant as the customer, ``acct_…``: an account with the customer configuration of v2, on
        the platform's own account.
        """
    @property
    def return_url(self) -> str | None:
        """Where the customer returns to; if absent, the URL from the configuration."""
    @property
    def configuration(self) -> str | None:
        """The configuration, ``bpc_…``, which says what the customer can do; the default one if absent."""
    @property
    def locale(self) -> str | None:
        """The page's language, such as ``fr``; ``auto`` follows the browser."""
    @property
    def flow_data(self) -> PortalFlow | None:
        """Opens one particular flow instead of the home page."""
    @property
    def expand(self) -> tuple[str, ...]:
        """Which ids in the response to expand to their objects, such as ``payment_intent``; at most four
        levels deep. See <https://docs.stripe.com/expand>.
        """
    @property
    def extra(self) -> Mapping[str, str]:
        """Any other of Stripe's parameters, by its path: ``automatic_tax.enabled`` = ``true``."""

class CreateCustomer(Record):
    """Creates a customer. To bill a merchant, create one on the platform's own account and store its id
    with the merchant; ``metadata`` is a good place for the merchant's ``acct_…``.

    ``POST /v1/customers``, <https://docs.stripe.com/api/customers/create>.
    """
    def __init__(
        self,
        *,
        name: str | None = ...,
        email: str | None = ...,
        phone: str | None = ...,
        address: Address | None = ...,
        description: str | None = ...,
        preferred_locales: Sequence[str] = ...,
        tax_exempt: Literal["exempt", "none", "reverse", ""] | None = ...,
        metadata: Mapping[str, str | int | float | bool] | None = ...,
        expand: Sequence[str] = ...,
        extra: Mapping[str, str | int | float | bool] | None = ...,
    ) -> None: ...
    @property
    def name(self) -> str | None:
        """The name, at most 256 characters."""
    @property
    def email(self) -> str | None:
        """The e-mail address for invoices and receipts, at most 512 characters."""
    @property
    def phone(self) -> str | None:
        """The phone number, at most 20 characters."""
    @property
    def address(self) -> Address | None:
        """The address, from which taxes are computed."""
    @property
    def description(self) -> str | None:
        """Your own description."""
    @property
    def preferred_locales(self) -> tuple[str, ...]:
        """Preferred languages such as ``fr``, in order of preference."""
    @property
    def tax_exempt(self) -> Literal["exempt", "none", "reverse", ""] | None:
        """The tax status: ``exempt``, ``none`` or ``reverse``."""
    @property
    def metadata(self) -> Mapping[str, str]:
        """Your own metadata: at most 50 keys."""
    @property
    def expand(self) -> tuple[str, ...]:
        """Which ids in the response to expand to their objects, such as ``payment_intent``; at most four
        levels deep. See <https://docs.stripe.com/expand>.
        """
    @property
    def extra(self) -> Mapping[str, str]:
        """Any other of Stripe's parameters, by its path: ``automatic_tax.enabled`` = ``true``."""

class CreateEventDestination(Record):
    """Creates an event destination. For the merchants' events, ``events_from`` is ``["@accounts"]``.

    ``POST /v2/core/event_destinations``,
    <https://docs.stripe.com/api/v2/core/event_destinations/create>.
    """
    def __init__(
        self,
        *,
        name: str,
        type: Literal["webhook_endpoint", "amazon_eventbridge", "azure_event_grid"],
        event_payload: Literal["snapshot", "thin"],
        enabled_events: Sequence[str],
        events_from: Sequence[str] = ...,
        snapshot_api_version: str | None = ...,
        webhook_endpoint: WebhookEndpointTarget | None = ...,
        amazon_eventbridge: AmazonEventBridge | None = ...,
        azure_event_grid: AzureEventGrid | None = ...,
        include: Sequence[str] = ...,
        description: str | None = ...,
        metadata: Mapping[str, str | int | float | bool] | None = ...,
    ) -> None: ...
    @property
    def name(self) -> str:
        """Your own name for it."""
    @property
    def type(self) -> Literal["webhook_endpoint", "amazon_eventbridge", "azure_event_grid"]:
        """``webhook_endpoint``, ``amazon_eventbridge`` or ``azure_event_grid``."""
    @property
    def event_payload(self) -> Literal["snapshot", "thin"]:
        """``snapshot`` or ``thin``."""
    @property
    def enabled_events(self) -> tuple[str, ...]:
        """The event types to send."""
    @property
    def events_from(self) -> tuple[str, ...]:
        """Whose events to send: ``@self``, ``@accounts``, ``@organization_members`` or
        ``@organization_members/@accounts``.
        """
    @property
    def snapshot_api_version(self) -> str | None:
        """The API version of the objects in snapshot events; not for ``thin``."""
    @property
    def webhook_endpoint(self) -> WebhookEndpointTarget | None:
        """The URL, for ``webhook_endpoint``."""
    @property
    def amazon_eventbridge(self) -> AmazonEventBridge | None:
        """The event bus, for ``amazon_eventbridge``."""
    @property
    def azure_event_grid(self) -> AzureEventGrid | None:
        """The topic, for ``azure_event_grid``."""
    @property
    def include(self) -> tuple[str, ...]:
        """What else the response contains: ``webhook_endpoint.signing_secret``, which Stripe only returns
        now, and ``webhook_endpoint.url``.
        """
    @property
    def description(self) -> str | None:
        """Your own description."""
    @property
    def metadata(self) -> Mapping[str, str]:
        """Your own metadata."""

class CreateLoginLink(Record):
    """Creates a link to a merchant's Express Dashboard.

    ``POST /v1/accounts/{account}/login_links``, <https://docs.stripe.com/api/accounts/login_link>.
    """
    def __init__(
        self,
        *,
        account: str,
        expand: Sequence[str] = ...,
        extra: Mapping[str, str | int | float | bool] | None = ...,
    ) -> None: ...
    @property
    def account(self) -> str:
        """The merchant, ``acct_…``."""
    @property
    def expand(self) -> tuple[str, ...]:
        """Which ids in the response to expand to their objects, such as ``payment_intent``; at most four
        levels deep. See <https://docs.stripe.com/expand>.
        """
    @property
    def extra(self) -> Mapping[str, str]:
        """Any other of Stripe's parameters, by its path: ``automatic_tax.enabled`` = ``true``."""

class CreatePaymentMethodConfiguration(Record):
    """Creates a payment method configuration: on the platform a parent, on a merchant's account a child of
    ``parent``.

    ``POST /v1/payment_method_configurations``,
    <https://docs.stripe.com/api/payment_method_configurations/create>.
    """
    def __init__(
        self,
        *,
        name: str | None = ...,
        parent: str | None = ...,
        methods: Sequence[MethodPreference] = ...,
        expand: Sequence[str] = ...,
        extra: Mapping[str, str | int | float | bool] | None = ...,
    ) -> None: ...
    @property
    def name(self) -> str | None:
        """Its name in the Dashboard."""
    @property
    def parent(self) -> str | None:
        """The parent, ``pmc_…``."""
    @property
    def methods(self) -> tuple[MethodPreference, ...]:
        """The choice for each method that should differ from Stripe's default."""
    @property
    def expand(self) -> tuple[str, ...]:
        """Which ids in the response to expand to their objects, such as ``payment_intent``; at most four
        levels deep. See <https://docs.stripe.com/expand>.
        """
    @property
    def extra(self) -> Mapping[str, str]:
        """Any other of Stripe's parameters, by its path: ``automatic_tax.enabled`` = ``true``."""

class CreatePaymentMethodDomain(Record):
    """Registers a domain for wallets.

    ``POST /v1/payment_method_domains``, <https://docs.stripe.com/api/payment_method_domains/create>.
    """
    def __init__(
        self,
        *,
        domain_name: str,
        enabled: bool | None = ...,
        expand: Sequence[str] = ...,
        extra: Mapping[str, str | int | float | bool] | None = ...,
    ) -> None: ...
    @property
    def domain_name(self) -> str:
        """The domain, such as ``shop.example``, without scheme or path."""
    @property
    def enabled(self) -> bool | None:
        """Whether wallets may be shown on it; ``true`` if absent."""
    @property
    def expand(self) -> tuple[str, ...]:
        """Which ids in the response to expand to their objects, such as ``payment_intent``; at most four
        levels deep. See <https://docs.stripe.com/expand>.
        """
    @property
    def extra(self) -> Mapping[str, str]:
        """Any other of Stripe's parameters, by its path: ``automatic_tax.enabled`` = ``true``."""

class CreatePrice(Record):
    """Creates a price of a product. Its amount cannot be changed later: create another price, and transfer
    the ``lookup_key`` to it.

    ``POST /v1/prices``, <https://docs.stripe.com/api/prices/create>.
    """
    def __init__(
        self,
        *,
        currency: str,
        unit_amount: int | None = ...,
        unit_amount_decimal: str | None = ...,
        product: str | None = ...,
        product_data: PriceProductData | None = ...,
        recurring: Recurring | None = ...,
        nickname: str | None = ...,
        lookup_key: str | None = ...,
        transfer_lookup_key: bool | None = ...,
        active: bool | None = ...,
        tax_behavior: Literal["exclusive", "inclusive", "unspecified"] | None = ...,
        metadata: Mapping[str, str | int | float | bool] | None = ...,
        expand: Sequence[str] = ...,
        extra: Mapping[str, str | int | float | bool] | None = ...,
    ) -> None: ...
    @property
    def currency(self) -> str:
        """Three-letter currency code."""
    @property
    def unit_amount(self) -> int | None:
        """The price of one unit, in minor units: 2000 is 20.00 EUR, but 2000 JPY."""
    @property
    def unit_amount_decimal(self) -> str | None:
        """The same with up to 12 decimals, such as ``0.05``; instead of ``unit_amount``."""
    @property
    def product(self) -> str | None:
        """The product, ``prod_…``."""
    @property
    def product_data(self) -> PriceProductData | None:
        """A new product, instead of ``product``."""
    @property
    def recurring(self) -> Recurring | None:
        """How often it is charged; a one-time price if absent."""
    @property
    def nickname(self) -> str | None:
        """A nickname that customers do not see."""
    @property
    def lookup_key(self) -> str | None:
        """Your own key to find it by, at most 200 characters."""
    @property
    def transfer_lookup_key(self) -> bool | None:
        """Whether the ``lookup_key`` is transferred from the price that has it."""
    @property
    def active(self) -> bool | None:
        """Whether it can be used for new purchases; ``true`` if absent."""
    @property
    def tax_behavior(self) -> Literal["exclusive", "inclusive", "unspecified"] | None:
        """``exclusive``, ``inclusive`` or ``unspecified``."""
    @property
    def metadata(self) -> Mapping[str, str]:
        """Your own metadata: at most 50 keys."""
    @property
    def expand(self) -> tuple[str, ...]:
        """Which ids in the response to expand to their objects, such as ``payment_intent``; at most four
        levels deep. See <https://docs.stripe.com/expand>.
        """
    @property
    def extra(self) -> Mapping[str, str]:
        """Any other of Stripe's parameters, by its path: ``automatic_tax.enabled`` = ``true``."""

class CreateProduct(Record):
    """Creates a product, together with its first price if ``default_price_data`` is given.

    ``POST /v1/products``, <https://docs.stripe.com/api/products/create>.
    """
    def __init__(
        self,
        *,
        name: str,
        id: str | None = ...,
        description: str | None = ...,
        active: bool | None = ...,
        default_price_data: DefaultPriceData | None = ...,
        images: Sequence[str] = ...,
        tax_code: str | None = ...,
        unit_label: str | None = ...,
        statement_descriptor: str | None = ...,
        url: str | None = ...,
        metadata: Mapping[str, str | int | float | bool] | None = ...,
        expand: Sequence[str] = ...,
        extra: Mapping[str, str | int | float | bool] | None = ...,
    ) -> None: ...
    @property
    def name(self) -> str:
        """The name that customers see."""
    @property
    def id(self) -> str | None:
        """Your own id, so that it can be the same in test and live mode."""
    @property
    def description(self) -> str | None:
        """The description that customers see."""
    @property
    def active(self) -> bool | None:
        """Whether it can be used for new purchases; ``true`` if absent."""
    @property
    def default_price_data(self) -> DefaultPriceData | None:
        """Its first price, which becomes its ``default_price``."""
    @property
    def images(self) -> tuple[str, ...]:
        """URLs of up to 8 images."""
    @property
    def tax_code(self) -> str | None:
        """Its tax code, ``txcd_…``."""
    @property
    def unit_label(self) -> str | None:
        """The label of one unit, at most 12 characters."""
    @property
    def statement_descriptor(self) -> str | None:
        """The text on the customer's statement, at most 22 characters."""
    @property
    def url(self) -> str | None:
        """The URL of its web page."""
    @property
    def metadata(self) -> Mapping[str, str]:
        """Your own metadata: at most 50 keys."""
    @property
    def expand(self) -> tuple[str, ...]:
        """Which ids in the response to expand to their objects, such as ``payment_intent``; at most four
        levels deep. See <https://docs.stripe.com/expand>.
        """
    @property
    def extra(self) -> Mapping[str, str]:
        """Any other of Stripe's parameters, by its path: ``automatic_tax.enabled`` = ``true``."""

class CreateRefund(Record):
    """Refunds a payment in full or in part, from the merchant's balance.

    The platform keeps its fee unless ``refund_application_fee`` is set.

    ``POST /v1/refunds``, <https://docs.stripe.com/api/refunds/create>.
    """
    def __init__(
        self,
        *,
        payment_intent: str | None = ...,
        charge: str | None = ...,
        amount: int | None = ...,
        reason: Literal["duplicate", "fraudulent", "requested_by_customer"] | None = ...,
        refund_application_fee: bool | None = ...,
        instructions_email: str | None = ...,
        metadata: Mapping[str, str | int | float | bool] | None = ...,
        expand: Sequence[str] = ...,
        extra: Mapping[str, str | int | float | bool] | None = ...,
    ) -> None: ...
    @property
    def payment_intent(self) -> str | None:
        """The payment, ``pi_…``; or ``charge``."""
    @property
    def charge(self) -> str | None:
        """The charge, ``ch_…`` or ``py_…``; or ``payment_intent``."""
    @property
    def amount(self) -> int | None:
        """The amount, in minor units; all that has not been refunded yet if absent."""
    @property
    def reason(self) -> Literal["duplicate", "fraudulent", "requested_by_customer"] | None:
        """``duplicate``, ``fraudulent`` or ``requested_by_customer``."""
    @property
    def refund_application_fee(self) -> bool | None:
        """Whether the platform's fee is refunded too: in full with a full refund, otherwise in proportion.
        ``false`` if absent.
        """
    @property
    def instructions_email(self) -> str | None:
        """The e-mail address for instructions, for payment methods that cannot be refunded directly."""
    @property
    def metadata(self) -> Mapping[str, str]:
        """Your own metadata, stored on the refund: at most 50 keys."""
    @property
    def expand(self) -> tuple[str, ...]:
        """Which ids in the response to expand to their objects, such as ``payment_intent``; at most four
        levels deep. See <https://docs.stripe.com/expand>.
        """
    @property
    def extra(self) -> Mapping[str, str]:
        """Any other of Stripe's parameters, by its path: ``automatic_tax.enabled`` = ``true``."""

class CreateSession(Record):
    """Creates a Checkout Session on the merchant's account. Redirect the customer to the session's ``url``
    with status 303.

    ``POST /v1/checkout/sessions``, <https://docs.stripe.com/api/checkout/sessions/create>.
    """
    def __init__(
        self,
        *,
        mode: Literal["payment", "subscription", "setup"] | None = ...,
        line_items: Sequence[LineItem] = ...,
        application_fee: Fee | None = ...,
        success_url: str | None = ...,
        cancel_url: str | None = ...,
        return_url: str | None = ...,
        ui_mode: Literal["elements", "embedded_page", "form", "hosted_page"] | str | None = ...,
        redirect_on_completion: Literal["always", "if_required", "never"] | str | None = ...,
        currency: str | None = ...,
        client_reference_id: str | None = ...,
        customer: str | None = ...,
        customer_account: str | None = ...,
        customer_email: str | None = ...,
        customer_creation: Literal["always", "if_required"] | str | None = ...,
        customer_update: CustomerUpdate | None = ...,
        locale: Literal["auto", "bg", "cs", "da", "de", "el", "en", "en-GB", "es", "es-419", "et", "fi", "fil", "fr", "fr-CA", "hi-IN", "hr", "hu", "id", "it", "ja", "ko", "lt", "lv", "ms", "mt", "nb", "nl", "pl", "pt", "pt-BR", "ro", "ru", "sk", "sl", "sv", "th", "tr", "vi", "zh", "zh-HK", "zh-TW"] | str | None = ...,
        expires_at: int | None = ...,
        after_expiration: AfterExpiration | None = ...,
        metadata: Mapping[str, str | int | float | bool] | None = ...,
        payment_intent_data: PaymentIntentData | None = ...,
        subscription_data: SubscriptionData | None = ...,
        setup_intent_data: SetupIntentData | None = ...,
        discounts: Sequence[Discount] = ...,
        allow_promotion_codes: bool | None = ...,
        optional_items: Sequence[OptionalItem] = ...,
        automatic_tax: AutomaticTax | None = ...,
        tax_id_collection: TaxIdCollection | None = ...,
        billing_address_collection: Literal["auto", "required"] | str | None = ...,
        shipping_address_collection: ShippingAddressCollection | None = ...,
        shipping_options: Sequence[ShippingOption] = ...,
        phone_number_collection: PhoneNumberCollection | None = ...,
        name_collection: NameCollection | None = ...,
        custom_fields: Sequence[CustomField] = ...,
        custom_text: CustomText | None = ...,
        consent_collection: ConsentCollection | None = ...,
        submit_type: Literal["auto", "book", "donate", "pay", "subscribe"] | str | None = ...,
        branding_settings: BrandingSettings | None = ...,
        origin_context: Literal["mobile_app", "web"] | str | None = ...,
        payment_method_configuration: str | None = ...,
        allowed_payment_method_types: Sequence[Literal["acss_debit", "affirm", "afterpay_clearpay", "alipay", "alma", "amazon_pay", "au_becs_debit", "bacs_debit", "bancontact", "billie", "bizum", "blik", "boleto", "card", "cashapp", "crypto", "customer_balance", "eps", "fpx", "giropay", "grabpay", "ideal", "kakao_pay", "klarna", "konbini", "kr_card", "link", "mb_way", "mobilepay", "multibanco", "naver_pay", "nz_bank_account", "oxxo", "p24", "pay_by_bank", "payco", "paynow", "paypal", "paypay", "payto", "pix", "promptpay", "revolut_pay", "samsung_pay", "satispay", "scalapay", "sepa_debit", "sequra", "sofort", "sunbit", "swish", "twint", "upi", "us_bank_account", "wechat_pay", "zip"] | str] = ...,
        excluded_payment_method_types: Sequence[Literal["acss_debit", "affirm", "afterpay_clearpay", "alipay", "alma", "amazon_pay", "au_becs_debit", "bacs_debit", "bancontact", "billie", "bizum", "blik", "boleto", "card", "cashapp", "crypto", "customer_balance", "eps", "fpx", "giropay", "grabpay", "ideal", "kakao_pay", "klarna", "konbini", "kr_card", "mb_way", "mobilepay", "multibanco", "naver_pay", "nz_bank_account", "oxxo", "p24", "pay_by_bank", "payco", "paynow", "paypal", "paypay", "payto", "pix", "promptpay", "revolut_pay", "samsung_pay", "satispay", "scalapay", "sepa_debit", "sequra", "sofort", "sunbit", "swish", "twint", "upi", "us_bank_account", "wechat_pay", "zip"] | str] = ...,
        payment_method_collection: Literal["always", "if_required"] | str | None = ...,
        payment_method_options: PaymentMethodOptions | None = ...,
        payment_method_data: PaymentMethodData | None = ...,
        saved_payment_method_options: SavedPaymentMethodOptions | None = ...,
        wallet_options: WalletOptions | None = ...,
        adaptive_pricing: AdaptivePricing | None = ...,
        invoice_creation: InvoiceCreation | None = ...,
        integration_identifier: str | None = ...,
        expand: Sequence[str] = ...,
        extra: Mapping[str, str | int | float | bool] | None = ...,
    ) -> None: ...
    @property
    def mode(self) -> Literal["payment", "subscription", "setup"] | None:
        """What the session is for. Required."""
    @property
    def line_items(self) -> tuple[LineItem, ...]:
        """What the customer buys: 1 to 100 line items in one currency. None in ``setup`` mode; in
        ``subscription`` mode at most 20 recurring and 20 one-time line items.
        """
    @property
    def application_fee(self) -> Fee | None:
        """The fee that the platform keeps from a payment. It is computed from the line items, which must
        all have a ``price_data``, and sent as ``payment_intent_data.application_fee_amount``. Where the
        customer may pay a different total (discounts, shipping, taxes, optional items, adjustable
        quantities), pass that amount instead. For a subscription, see
        ``subscription_data.application_fee_percent``.
        """
    @property
    def success_url(self) -> str | None:
        """Where the customer returns after paying. Stripe replaces ``{CHECKOUT_SESSION_ID}`` with the
        session's id: retrieve the session then, since the redirect alone is no proof of payment.
        Required for the hosted page.
        """
    @property
    def cancel_url(self) -> str | None:
        """Where the customer returns after canceling."""
    @property
    def return_url(self) -> str | None:
        """The equivalent of ``success_url`` for a page of the merchant's own (``ui_mode`` ``embedded_page``
        or ``elements``).
        """
    @property
    def ui_mode(self) -> Literal["elements", "embedded_page", "form", "hosted_page"] | str | None:
        """``hosted_page``, the default; ``embedded_page``, ``elements`` or ``form`` for a page of the
        merchant's own. API versions before 2026-03-25.dahlia use other words: pass those in ``extra``.
        """
    @property
    def redirect_on_completion(self) -> Literal["always", "if_required", "never"] | str | None:
        """Whether an embedded page redirects after completion: ``always``, ``if_required`` or ``never``."""
    @property
    def currency(self) -> str | None:
        """Three-letter currency code, needed where no line item has one: in ``setup`` mode."""
    @property
    def client_reference_id(self) -> str | None:
        """Your order's id, at most 200 characters; every event of the session includes it."""
    @property
    def customer(self) -> str | None:
        """The id of a Customer that exists on the merchant's own account."""
    @property
    def customer_account(self) -> str | None:
        """The same for an account of Accounts v2 that is a customer."""
    @property
    def customer_email(self) -> str | None:
        """Prefills the e-mail address on the page; not together with ``customer``."""
    @property
    def customer_creation(self) -> Literal["always", "if_required"] | str | None:
        """Whether the session creates a Customer: ``always`` or ``if_required``. Not for a subscription,
        which always creates one, and not together with ``customer``.
        """
    @property
    def customer_update(self) -> CustomerUpdate | None:
        """Which fields of ``customer`` the page may update."""
    @property
    def locale(self) -> Literal["auto", "bg", "cs", "da", "de", "el", "en", "en-GB", "es", "es-419", "et", "fi", "fil", "fr", "fr-CA", "hi-IN", "hr", "hu", "id", "it", "ja", "ko", "lt", "lv", "ms", "mt", "nb", "nl", "pl", "pt", "pt-BR", "ro", "ru", "sk", "sl", "sv", "th", "tr", "vi", "zh", "zh-HK", "zh-TW"] | str | None:
        """The page's language, such as ``fr``; ``auto``, the default, follows the browser."""
    @property
    def expires_at(self) -> int | None:
        """When the session expires, in unix seconds: 30 minutes to 24 hours after its creation."""
    @property
    def after_expiration(self) -> AfterExpiration | None:
        """What happens after the session has expired."""
    @property
    def metadata(self) -> Mapping[str, str]:
        """Your own metadata, stored on the session: at most 50 keys."""
    @property
    def payment_intent_data(self) -> PaymentIntentData | None:
        """Passed on to the payment intent; only in ``payment`` mode."""
    @property
    def subscription_data(self) -> SubscriptionData | None:
        """Passed on to the subscription; only in ``subscription`` mode."""
    @property
    def setup_intent_data(self) -> SetupIntentData | None:
        """Passed on to the setup intent; only in ``setup`` mode."""
    @property
    def discounts(self) -> tuple[Discount, ...]:
        """At most one coupon or promotion code that is already applied; not together with
        ``allow_promotion_codes``.
        """
    @property
    def allow_promotion_codes(self) -> bool | None:
        """Whether the customer can enter a promotion code."""
    @property
    def optional_items(self) -> tuple[OptionalItem, ...]:
        """Up to 10 items that the customer can add."""
    @property
    def automatic_tax(self) -> AutomaticTax | None:
        """Automatic taxes."""
    @property
    def tax_id_collection(self) -> TaxIdCollection | None:
        """Whether the customer can enter a tax id."""
    @property
    def billing_address_collection(self) -> Literal["auto", "required"] | str | None:
        """Whether the page asks for a billing address: ``auto`` or ``required``."""
    @property
    def shipping_address_collection(self) -> ShippingAddressCollection | None:
        """The countries that you ship to; if given, the page asks for an address."""
    @property
    def shipping_options(self) -> tuple[ShippingOption, ...]:
        """Up to 5 shipping options."""
    @property
    def phone_number_collection(self) -> PhoneNumberCollection | None:
        """Whether the page asks for a phone number."""
    @property
    def name_collection(self) -> NameCollection | None:
        """Whether the page asks for names."""
    @property
    def custom_fields(self) -> tuple[CustomField, ...]:
        """Up to 3 questions of your own on the page."""
    @property
    def custom_text(self) -> CustomText | None:
        """Your own text on the page."""
    @property
    def consent_collection(self) -> ConsentCollection | None:
        """What the customer is asked to consent to."""
    @property
    def submit_type(self) -> Literal["auto", "book", "donate", "pay", "subscribe"] | str | None:
        """The label of the button: ``auto``, ``pay``, ``book``, ``donate`` or ``subscribe``."""
    @property
    def branding_settings(self) -> BrandingSettings | None:
        """How the page looks."""
    @property
    def origin_context(self) -> Literal["mobile_app", "web"] | str | None:
        """Whether the page is opened from the web or from an app: ``web`` or ``mobile_app``."""
    @property
    def payment_method_configuration(self) -> str | None:
        """The payment method configuration to use: ``pmc_…`` of the merchant, or of the platform, in which
        case its child is used.
        """
    @property
    def allowed_payment_method_types(self) -> tuple[Literal["acss_debit", "affirm", "afterpay_clearpay", "alipay", "alma", "amazon_pay", "au_becs_debit", "bacs_debit", "bancontact", "billie", "bizum", "blik", "boleto", "card", "cashapp", "crypto", "customer_balance", "eps", "fpx", "giropay", "grabpay", "ideal", "kakao_pay", "klarna", "konbini", "kr_card", "link", "mb_way", "mobilepay", "multibanco", "naver_pay", "nz_bank_account", "oxxo", "p24", "pay_by_bank", "payco", "paynow", "paypal", "paypay", "payto", "pix", "promptpay", "revolut_pay", "samsung_pay", "satispay", "scalapay", "sepa_debit", "sequra", "sofort", "sunbit", "swish", "twint", "upi", "us_bank_account", "wechat_pay", "zip"] | str, ...]:
        """Only these of the enabled payment methods."""
    @property
    def excluded_payment_method_types(self) -> tuple[Literal["acss_debit", "affirm", "afterpay_clearpay", "alipay", "alma", "amazon_pay", "au_becs_debit", "bacs_debit", "bancontact", "billie", "bizum", "blik", "boleto", "card", "cashapp", "crypto", "customer_balance", "eps", "fpx", "giropay", "grabpay", "ideal", "kakao_pay", "klarna", "konbini", "kr_card", "mb_way", "mobilepay", "multibanco", "naver_pay", "nz_bank_account", "oxxo", "p24", "pay_by_bank", "payco", "paynow", "paypal", "paypay", "payto", "pix", "promptpay", "revolut_pay", "samsung_pay", "satispay", "scalapay", "sepa_debit", "sequra", "sofort", "sunbit", "swish", "twint", "upi", "us_bank_account", "wechat_pay", "zip"] | str, ...]:
        """All of the enabled payment methods except these."""
    @property
    def payment_method_collection(self) -> Literal["always", "if_required"] | str | None:
        """Whether a payment method is collected even if nothing is due now: ``always`` or ``if_required``;
        only in ``subscription`` mode.
        """
    @property
    def payment_method_options(self) -> PaymentMethodOptions | None:
        """Settings of individual payment methods."""
    @property
    def payment_method_data(self) -> PaymentMethodData | None:
        """How a new payment method is saved."""
    @property
    def saved_payment_method_options(self) -> SavedPaymentMethodOptions | None:
        """Which saved payment methods are shown."""
    @property
    def wallet_options(self) -> WalletOptions | None:
        """How wallets are shown."""
    @property
    def adaptive_pricing(self) -> AdaptivePricing | None:
        """Whether customers can pay in their own currency."""
    @property
    def invoice_creation(self) -> InvoiceCreation | None:
        """Whether the payment creates an invoice; only in ``payment`` mode."""
    @property
    def integration_identifier(self) -> str | None:
        """Your own identifier for the integration, at most 200 characters."""
    @property
    def expand(self) -> tuple[str, ...]:
        """Which ids in the response to expand to their objects, such as ``payment_intent``; at most four
        levels deep. See <https://docs.stripe.com/expand>.
        """
    @property
    def extra(self) -> Mapping[str, str]:
        """Any other of Stripe's parameters, by its path: ``automatic_tax.enabled`` = ``true``."""

class CreateSubscriptionSession(Record):
    """Creates a Checkout Session in ``subscription`` mode on the platform's own account, on which a
    merchant subscribes to a plan of yours. Redirect the merchant to the session's ``url`` with status
    303.

    It is an operation of its own, so that a purchase by a merchant's customer can never end up on the
    platform's account because an account id is missing; for those purchases, see ``CreateSession``.

    ``POST /v1/checkout/sessions``, <https://docs.stripe.com/api/checkout/sessions/create>.
    """
    def __init__(
        self,
        *,
        line_items: Sequence[LineItem],
        success_url: str,
        customer: str | None = ...,
        customer_account: str | None = ...,
        cancel_url: str | None = ...,
        client_reference_id: str | None = ...,
        subscription_data: SubscriptionData | None = ...,
        locale: str | None = ...,
        expires_at: int | None = ...,
        discounts: Sequence[Discount] = ...,
        allow_promotion_codes: bool | None = ...,
        automatic_tax: AutomaticTax | None = ...,
        tax_id_collection: TaxIdCollection | None = ...,
        billing_address_collection: str | None = ...,
        customer_update: CustomerUpdate | None = ...,
        payment_method_collection: str | None = ...,
        metadata: Mapping[str, str | int | float | bool] | None = ...,
        expand: Sequence[str] = ...,
        extra: Mapping[str, str | int | float | bool] | None = ...,
    ) -> None: ...
    @property
    def line_items(self) -> tuple[LineItem, ...]:
        """The plan: at least one recurring line item, with a ``price`` on the platform's account or a
        ``price_data``.
        """
    @property
    def success_url(self) -> str:
        """Where the merchant returns after paying. Stripe replaces ``{CHECKOUT_SESSION_ID}`` with the
        session's id.
        """
    @property
    def customer(self) -> str | None:
        """The merchant as your customer: ``cus_…`` on the platform's account; or ``customer_account``."""
    @property
    def customer_account(self) -> str | None:
        """The merchant by its account, ``acct_…``, which has the customer configuration of v2:
        ``UpdateV2Account`` adds it.
        """
    @property
    def cancel_url(self) -> str | None:
        """Where the merchant returns after canceling."""
    @property
    def client_reference_id(self) -> str | None:
        """Your own id of the merchant, at most 200 characters; every event of the session includes it."""
    @property
    def subscription_data(self) -> SubscriptionData | None:
        """Passed on to the subscription: trial, billing cycle anchor, metadata."""
    @property
    def locale(self) -> str | None:
        """The page's language, such as ``fr``; ``auto``, the default, follows the browser."""
    @property
    def expires_at(self) -> int | None:
        """When the session expires, in unix seconds: 30 minutes to 24 hours after its creation."""
    @property
    def discounts(self) -> tuple[Discount, ...]:
        """At most one coupon or promotion code that is already applied; not together with
        ``allow_promotion_codes``.
        """
    @property
    def allow_promotion_codes(self) -> bool | None:
        """Whether the merchant can enter a promotion code."""
    @property
    def automatic_tax(self) -> AutomaticTax | None:
        """Automatic taxes."""
    @property
    def tax_id_collection(self) -> TaxIdCollection | None:
        """Whether the merchant can enter a tax id."""
    @property
    def billing_address_collection(self) -> str | None:
        """Whether the page asks for a billing address: ``auto`` or ``required``."""
    @property
    def customer_update(self) -> CustomerUpdate | None:
        """Which fields of ``customer`` the page may update."""
    @property
    def payment_method_collection(self) -> str | None:
        """Whether a payment method is collected even if nothing is due now: ``always`` or ``if_required``."""
    @property
    def metadata(self) -> Mapping[str, str]:
        """Your own metadata, stored on the session: at most 50 keys."""
    @property
    def expand(self) -> tuple[str, ...]:
        """Which ids in the response to expand to their objects, such as ``payment_intent``; at most four
        levels deep. See <https://docs.stripe.com/expand>.
        """
    @property
    def extra(self) -> Mapping[str, str]:
        """Any other of Stripe's parameters, by its path: ``automatic_tax.enabled`` = ``true``."""

class CreateV2Account(Record):
    """Creates an account of v2 for a merchant, which Stripe recommends to new platforms. It can accept
    payments once ``card_payments`` of its merchant configuration is active; ``onboard`` leads there.

    Stripe needs little here and collects the rest from the merchant: ``contact_email``,
    ``display_name``, ``identity`` with country and type of business, ``dashboard``,
    ``defaults.responsibilities`` and ``configuration.merchant.capabilities.card_payments``.

    ``POST /v2/core/accounts``, <https://docs.stripe.com/api/v2/core/accounts/create>.
    """
    def __init__(
        self,
        *,
        configuration: AccountConfiguration | None = ...,
        contact_email: str | None = ...,
        contact_phone: str | None = ...,
        dashboard: Literal["express", "full", "none"] | None = ...,
        defaults: AccountDefaults | None = ...,
        display_name: str | None = ...,
        identity: AccountIdentity | None = ...,
        include: Sequence[Literal["configuration.customer", "configuration.merchant", "configuration.recipient", "defaults", "future_requirements", "identity", "requirements"]] = ...,
        metadata: Mapping[str, str | int | float | bool] | None = ...,
        extra: Mapping[str, str | int | float | bool] | None = ...,
    ) -> None: ...
    @property
    def configuration(self) -> AccountConfiguration | None:
        """The configurations of the account."""
    @property
    def contact_email(self) -> str | None:
        """The e-mail address for messages from Stripe."""
    @property
    def contact_phone(self) -> str | None:
        """The phone number."""
    @property
    def dashboard(self) -> Literal["express", "full", "none"] | None:
        """Which Dashboard the merchant gets: ``full``, ``express`` or ``none``. Required with the merchant
        configuration.
        """
    @property
    def defaults(self) -> AccountDefaults | None:
        """Defaults: currency, languages, and who pays for what."""
    @property
    def display_name(self) -> str | None:
        """The name that you and the merchant see."""
    @property
    def identity(self) -> AccountIdentity | None:
        """The country and type of business."""
    @property
    def include(self) -> tuple[Literal["configuration.customer", "configuration.merchant", "configuration.recipient", "defaults", "future_requirements", "identity", "requirements"], ...]:
        """What else the response contains. Otherwise each of these is ``null``, even if it is set:
        ``configuration.customer``, ``configuration.merchant``, ``configuration.recipient``,
        ``defaults``, ``future_requirements``, ``identity``, ``requirements``.
        """
    @property
    def metadata(self) -> Mapping[str, str]:
        """Your own metadata: at most 50 keys."""
    @property
    def extra(self) -> Mapping[str, str]:
        """Any other of Stripe's parameters, by its path: ``identity.individual.given_name`` = ``Ada``.
        ``true``, ``false`` and ``null`` are sent as such, and so is a JSON object, a JSON list, or a
        text in quotes.
        """

class CreateV2AccountLink(Record):
    """Creates a link to the form in which a merchant submits what Stripe requires. Create a new one each
    time the merchant clicks. A return does not mean that everything was submitted: retrieve the account
    then, or wait for ``account_link_returned``.

    ``POST /v2/core/account_links``, <https://docs.stripe.com/api/v2/core/account-links/create>.
    """
    def __init__(
        self,
        *,
        account: str,
        use_case: LinkUseCase,
        extra: Mapping[str, str | int | float | bool] | None = ...,
    ) -> None: ...
    @property
    def account(self) -> str:
        """The merchant, ``acct_…``."""
    @property
    def use_case(self) -> LinkUseCase:
        """What the link is for."""
    @property
    def extra(self) -> Mapping[str, str]:
        """Any other of Stripe's parameters, by its path: ``identity.individual.given_name`` = ``Ada``.
        ``true``, ``false`` and ``null`` are sent as such, and so is a JSON object, a JSON list, or a
        text in quotes.
        """

class CreateWebhookEndpoint(Record):
    """Creates a webhook endpoint. A platform needs two, each with its own secret: one with ``connect`` for
    its merchants' events, and one without for its own, such as ``application_fee.created``.

    ``POST /v1/webhook_endpoints``, <https://docs.stripe.com/api/webhook_endpoints/create>.
    """
    def __init__(
        self,
        *,
        url: str,
        enabled_events: Sequence[str],
        connect: bool | None = ...,
        api_version: str | None = ...,
        description: str | None = ...,
        metadata: Mapping[str, str | int | float | bool] | None = ...,
        expand: Sequence[str] = ...,
        extra: Mapping[str, str | int | float | bool] | None = ...,
    ) -> None: ...
    @property
    def url(self) -> str:
        """The URL to post events to; https in live mode."""
    @property
    def enabled_events(self) -> tuple[str, ...]:
        """The event types, such as ``checkout.session.completed``; ``*`` for all."""
    @property
    def connect(self) -> bool | None:
        """Whether it receives the events of connected accounts instead of the platform's own. This cannot
        be changed later.
        """
    @property
    def api_version(self) -> str | None:
        """The API version of the objects in its events; the account's default if absent. It cannot be
        changed later.
        """
    @property
    def description(self) -> str | None:
        """Your own description."""
    @property
    def metadata(self) -> Mapping[str, str]:
        """Your own metadata: at most 50 keys."""
    @property
    def expand(self) -> tuple[str, ...]:
        """Which ids in the response to expand to their objects, such as ``payment_intent``; at most four
        levels deep. See <https://docs.stripe.com/expand>.
        """
    @property
    def extra(self) -> Mapping[str, str]:
        """Any other of Stripe's parameters, by its path: ``automatic_tax.enabled`` = ``true``."""

class Created(Record):
    """A range of creation times, in unix seconds; every given bound applies."""
    def __init__(
        self,
        *,
        gt: int | None = ...,
        gte: int | None = ...,
        lt: int | None = ...,
        lte: int | None = ...,
    ) -> None: ...
    @property
    def gt(self) -> int | None:
        """After this time."""
    @property
    def gte(self) -> int | None:
        """At or after this time."""
    @property
    def lt(self) -> int | None:
        """Before this time."""
    @property
    def lte(self) -> int | None:
        """At or before this time."""

class CustomDropdown(Record):
    """The choices of a field."""
    def __init__(
        self,
        *,
        default_value: str | None = ...,
        options: Sequence[CustomOption] = ...,
    ) -> None: ...
    @property
    def default_value(self) -> str | None:
        """The preselected value."""
    @property
    def options(self) -> tuple[CustomOption, ...]:
        """1 to 200 choices."""

class CustomField(Record):
    """A question of your own on the page; the session has the answer."""
    def __init__(
        self,
        *,
        key: str,
        label: CustomLabel,
        type: Literal["dropdown", "numeric", "text"] | str,
        optional: bool | None = ...,
        dropdown: CustomDropdown | None = ...,
        numeric: CustomInput | None = ...,
        text: CustomInput | None = ...,
    ) -> None: ...
    @property
    def key(self) -> str:
        """Your name for the field: at most 200 letters and digits, unique within the session."""
    @property
    def label(self) -> CustomLabel:
        """The label that the customer sees."""
    @property
    def type(self) -> Literal["dropdown", "numeric", "text"] | str:
        """``dropdown``, ``numeric`` or ``text``."""
    @property
    def optional(self) -> bool | None:
        """Whether the customer can leave it empty."""
    @property
    def dropdown(self) -> CustomDropdown | None:
        """The choices, for ``dropdown``."""
    @property
    def numeric(self) -> CustomInput | None:
        """The limits, for ``numeric``."""
    @property
    def text(self) -> CustomInput | None:
        """The limits, for ``text``."""

class CustomInput(Record):
    """The limits of a field."""
    def __init__(
        self,
        *,
        default_value: str | None = ...,
        maximum_length: int | None = ...,
        minimum_length: int | None = ...,
    ) -> None: ...
    @property
    def default_value(self) -> str | None:
        """The initial value, at most 255 characters."""
    @property
    def maximum_length(self) -> int | None:
        """At most this many characters."""
    @property
    def minimum_length(self) -> int | None:
        """At least this many characters."""

class CustomLabel(Record):
    """The label above a field."""
    def __init__(
        self,
        *,
        custom: str,
        type: Literal["custom"],
    ) -> None: ...
    @property
    def custom(self) -> str:
        """At most 100 characters; up to 50 are displayed well."""
    @property
    def type(self) -> Literal["custom"]:
        """``custom``."""

class CustomMessage(Record):
    """Your own text; links in Markdown are rendered."""
    def __init__(
        self,
        *,
        message: str,
    ) -> None: ...
    @property
    def message(self) -> str:
        """At most 1200 characters."""

class CustomOption(Record):
    """One choice."""
    def __init__(
        self,
        *,
        label: str,
        value: str,
    ) -> None: ...
    @property
    def label(self) -> str:
        """The label that the customer sees, at most 100 characters."""
    @property
    def value(self) -> str:
        """The value that you receive: at most 100 letters and digits, unique within the field."""

class CustomText(Record):
    """Your own text on the page, at most 1200 characters each."""
    def __init__(
        self,
        *,
        after_submit: CustomMessage | None = ...,
        shipping_address: CustomMessage | None = ...,
        submit: CustomMessage | None = ...,
        terms_of_service_acceptance: CustomMessage | None = ...,
    ) -> None: ...
    @property
    def after_submit(self) -> CustomMessage | None:
        """Below the button."""
    @property
    def shipping_address(self) -> CustomMessage | None:
        """Next to the shipping address."""
    @property
    def submit(self) -> CustomMessage | None:
        """Next to the button."""
    @property
    def terms_of_service_acceptance(self) -> CustomMessage | None:
        """In place of the usual consent to the terms of service."""

class Customer(Record):
    """A customer: on a merchant's account, a customer of the merchant; on the platform's own account, a
    merchant that you bill.

    <https://docs.stripe.com/api/customers/object>
    """
    def __init__(
        self,
        *,
        id: str | None = ...,
        description: str | None = ...,
        currency: str | None = ...,
        balance: int | None = ...,
        delinquent: bool | None = ...,
        tax_exempt: Literal["exempt", "none", "reverse"] | str | None = ...,
        deleted: bool | None = ...,
        metadata: Mapping[str, str] | None = ...,
        livemode: bool | None = ...,
        created: int | None = ...,
        name: str | None = ...,
        email: str | None = ...,
        phone: str | None = ...,
        raw: str = ...,
        replayed: bool = ...,
    ) -> None: ...
    @property
    def id(self) -> str:
        """``cus_…``"""
    @property
    def description(self) -> str | None:
        """Your own description."""
    @property
    def currency(self) -> str | None:
        """Three lower-case letters: the currency of recurring charges, once there was one."""
    @property
    def balance(self) -> int | None:
        """The balance in minor units: a negative one is a credit, a positive one is added to the next
        invoice.
        """
    @property
    def delinquent(self) -> bool | None:
        """Whether the latest invoice is overdue."""
    @property
    def tax_exempt(self) -> Literal["exempt", "none", "reverse"] | str | None:
        """The tax status: ``exempt``, ``none`` or ``reverse``."""
    @property
    def deleted(self) -> bool:
        """Whether it was deleted; all other fields are then absent."""
    @property
    def metadata(self) -> Mapping[str, str]:
        """Your own metadata."""
    @property
    def livemode(self) -> bool:
        """Whether it is in live mode."""
    @property
    def created(self) -> int | None:
        """When it was created, in unix seconds."""
    @property
    def name(self) -> str | None:
        """The name."""
    @property
    def email(self) -> str | None:
        """The address for invoices and receipts."""
    @property
    def phone(self) -> str | None:
        """The phone number."""
    @property
    def raw(self) -> str:
        """The object's JSON text as it was received; left out when the record is printed."""
    @property
    def replayed(self) -> bool:
        """Whether this is Stripe's stored response to an earlier request with the same idempotency key, so that
        nothing happened this time; ``False`` for an object in an event. Not compared.
        """

class CustomerBalanceOptions(Record):
    """Settings of bank transfers."""
    def __init__(
        self,
        *,
        bank_transfer: BankTransfer | None = ...,
        funding_type: Literal["bank_transfer"] | None = ...,
        setup_future_usage: Literal["none"] | None = ...,
    ) -> None: ...
    @property
    def bank_transfer(self) -> BankTransfer | None:
        """The kind of bank transfer."""
    @property
    def funding_type(self) -> Literal["bank_transfer"] | None:
        """The kind of funding: ``bank_transfer``."""
    @property
    def setup_future_usage(self) -> Literal["none"] | None:
        """``none``."""

class CustomerBilling(Record):
    """How an account is billed."""
    def __init__(
        self,
        *,
        default_payment_method: str | None = ...,
        invoice: CustomerInvoice | None = ...,
    ) -> None: ...
    @property
    def default_payment_method(self) -> str | None:
        """Only in an update: the default payment method, ``pm_…``."""
    @property
    def invoice(self) -> CustomerInvoice | None:
        """The settings of its invoices."""

class CustomerConfiguration(Record):
    """An account that you bill."""
    def __init__(
        self,
        *,
        applied: bool | None = ...,
        billing: CustomerBilling | None = ...,
        test_clock: str | None = ...,
    ) -> None: ...
    @property
    def applied(self) -> bool | None:
        """Only in an update: ``false`` turns the configuration off, ``true`` turns it on again."""
    @property
    def billing(self) -> CustomerBilling | None:
        """How it is billed."""
    @property
    def test_clock(self) -> str | None:
        """The test clock, ``clock_…``; only when the configuration is first set."""

class CustomerDetailsFilter(Record):
    """A filter by the customer's details."""
    def __init__(
        self,
        *,
        email: str,
    ) -> None: ...
    @property
    def email(self) -> str:
        """The e-mail address that the customer entered or was created with."""

class CustomerInvoice(Record):
    """The settings of an account's invoices."""
    def __init__(
        self,
        *,
        footer: str | None = ...,
        next_sequence: int | None = ...,
        prefix: str | None = ...,
    ) -> None: ...
    @property
    def footer(self) -> str | None:
        """The footer."""
    @property
    def next_sequence(self) -> int | None:
        """The sequence number of the next invoice."""
    @property
    def prefix(self) -> str | None:
        """The prefix of invoice numbers, 3 to 12 characters."""

class CustomerUpdate(Record):
    """Which fields of an existing Customer the page may update."""
    def __init__(
        self,
        *,
        address: Literal["auto", "never"] | str | None = ...,
        name: Literal["auto", "never"] | str | None = ...,
        shipping: Literal["auto", "never"] | str | None = ...,
    ) -> None: ...
    @property
    def address(self) -> Literal["auto", "never"] | str | None:
        """The billing address: ``auto`` or ``never``."""
    @property
    def name(self) -> Literal["auto", "never"] | str | None:
        """The name: ``auto`` or ``never``."""
    @property
    def shipping(self) -> Literal["auto", "never"] | str | None:
        """The shipping details: ``auto`` or ``never``."""

class DebitMandateOptions(Record):
    """The mandate of a direct debit."""
    def __init__(
        self,
        *,
        reference_prefix: str | None = ...,
    ) -> None: ...
    @property
    def reference_prefix(self) -> str | None:
        """The prefix of its reference: at most 12 characters out of ``A-Z``, digits and ``/_-&. ``."""

class DebitOptions(Record):
    """Settings of direct debits."""
    def __init__(
        self,
        *,
        mandate_options: DebitMandateOptions | None = ...,
        setup_future_usage: Literal["none", "off_session", "on_session"] | str | None = ...,
        target_date: str | None = ...,
    ) -> None: ...
    @property
    def mandate_options(self) -> DebitMandateOptions | None:
        """The mandate; not in Australia."""
    @property
    def setup_future_usage(self) -> Literal["none", "off_session", "on_session"] | str | None:
        """Whether the payment method is saved: ``none``, ``off_session`` or ``on_session``."""
    @property
    def target_date(self) -> str | None:
        """The date on which the account is debited, 3 to 15 days ahead: ``2026-12-24``."""

class DeclineOn(Record):
    """The checks after which a card payment is declined."""
    def __init__(
        self,
        *,
        avs_failure: bool | None = ...,
        cvc_failure: bool | None = ...,
    ) -> None: ...
    @property
    def avs_failure(self) -> bool | None:
        """The check of the address or the postal code."""
    @property
    def cvc_failure(self) -> bool | None:
        """The check of the security code (CVC)."""

class DefaultChange(Record):
    """A default that changes."""
    def __init__(
        self,
        *,
        method: str | None = ...,
        before: Literal["on", "off"] | None = ...,
        after: Literal["on", "off"] | None = ...,
    ) -> None: ...
    @property
    def method(self) -> str:
        """The method."""
    @property
    def before(self) -> Literal["on", "off"]:
        """``on`` or ``off``, before the change."""
    @property
    def after(self) -> Literal["on", "off"]:
        """``on`` or ``off``, after the change."""

class DefaultPriceData(Record):
    """The first price of a product."""
    def __init__(
        self,
        *,
        currency: str,
        unit_amount: int | None = ...,
        unit_amount_decimal: str | None = ...,
        recurring: Recurring | None = ...,
        tax_behavior: str | None = ...,
        metadata: Mapping[str, str | int | float | bool] | None = ...,
    ) -> None: ...
    @property
    def currency(self) -> str:
        """Three-letter currency code."""
    @property
    def unit_amount(self) -> int | None:
        """The price of one unit, in minor units: 2000 is 20.00 EUR, but 2000 JPY."""
    @property
    def unit_amount_decimal(self) -> str | None:
        """The same with up to 12 decimals; instead of ``unit_amount``."""
    @property
    def recurring(self) -> Recurring | None:
        """How often it is charged; a one-time price if absent."""
    @property
    def tax_behavior(self) -> str | None:
        """``exclusive``, ``inclusive`` or ``unspecified``."""
    @property
    def metadata(self) -> Mapping[str, str]:
        """Your own metadata, stored on the price."""

class DeleteWebhookEndpoint(Record):
    """Deletes a webhook endpoint. Events that it has not received yet are no longer posted. It needs no
    idempotency key: a second call finds nothing to delete, and Stripe responds with status 404.

    ``DELETE /v1/webhook_endpoints/{id}``, <https://docs.stripe.com/api/webhook_endpoints/delete>.
    """
    def __init__(
        self,
        *,
        id: str,
        expand: Sequence[str] = ...,
        extra: Mapping[str, str | int | float | bool] | None = ...,
    ) -> None: ...
    @property
    def id(self) -> str:
        """``we_…``"""
    @property
    def expand(self) -> tuple[str, ...]:
        """Which ids in the response to expand to their objects, such as ``payment_intent``; at most four
        levels deep. See <https://docs.stripe.com/expand>.
        """
    @property
    def extra(self) -> Mapping[str, str]:
        """Any other of Stripe's parameters, by its path: ``automatic_tax.enabled`` = ``true``."""

class DeletedObject(Record):
    """What remains of a deleted object."""
    def __init__(
        self,
        *,
        id: str | None = ...,
        deleted: bool | None = ...,
        raw: str = ...,
        replayed: bool = ...,
    ) -> None: ...
    @property
    def id(self) -> str:
        """The id that it had."""
    @property
    def deleted(self) -> bool:
        """Whether it was deleted."""
    @property
    def raw(self) -> str:
        """The object's JSON text as it was received; left out when the record is printed."""
    @property
    def replayed(self) -> bool:
        """Whether this is Stripe's stored response to an earlier request with the same idempotency key, so that
        nothing happened this time; ``False`` for an object in an event. Not compared.
        """

class DeliveryBound(Record):
    """A number of days, hours or other units."""
    def __init__(
        self,
        *,
        unit: Literal["business_day", "day", "hour", "month", "week"] | str,
        value: int,
    ) -> None: ...
    @property
    def unit(self) -> Literal["business_day", "day", "hour", "month", "week"] | str:
        """``hour``, ``day``, ``business_day``, ``week`` or ``month``."""
    @property
    def value(self) -> int:
        """How many of them; more than zero."""

class DeliveryEstimate(Record):
    """How long the delivery takes."""
    def __init__(
        self,
        *,
        maximum: DeliveryBound | None = ...,
        minimum: DeliveryBound | None = ...,
    ) -> None: ...
    @property
    def maximum(self) -> DeliveryBound | None:
        """The longest it takes."""
    @property
    def minimum(self) -> DeliveryBound | None:
        """The shortest it takes."""

class DestinationEndpoint(Record):
    """The URL of an event destination."""
    def __init__(
        self,
        *,
        url: str | None = ...,
        signing_secret: str | None = ...,
    ) -> None: ...
    @property
    def url(self) -> str | None:
        """The URL that events are posted to."""
    @property
    def signing_secret(self) -> str | None:
        """The signing secret, ``whsec_…``; only in the response to the creation, and only if ``include``
        contained ``webhook_endpoint.signing_secret``. Store it as securely as the API key.
        """

class Difference(Record):
    """A difference between a session and what was recorded."""
    def __init__(
        self,
        *,
        field: str | None = ...,
        expected: str | None = ...,
        found: str | None = ...,
    ) -> None: ...
    @property
    def field(self) -> str:
        """Which field of ``Expected`` it is."""
    @property
    def expected(self) -> str:
        """What was recorded."""
    @property
    def found(self) -> str | None:
        """The value in Stripe's object, if it has one."""

class DisableEventDestination(Record):
    """Disables an event destination: it receives no events until it is enabled again.

    ``POST /v2/core/event_destinations/{id}/disable``,
    <https://docs.stripe.com/api/v2/core/event_destinations/disable>.
    """
    def __init__(
        self,
        *,
        id: str,
    ) -> None: ...
    @property
    def id(self) -> str:
        """Stripe's id."""

class Discount(Record):
    """A coupon or a promotion code that is already applied."""
    def __init__(
        self,
        *,
        coupon: str | None = ...,
        promotion_code: str | None = ...,
    ) -> None: ...
    @property
    def coupon(self) -> str | None:
        """A coupon on the merchant's account."""
    @property
    def promotion_code(self) -> str | None:
        """A promotion code on the merchant's account, ``promo_…``."""

class Dispute(Record):
    """A dispute: the customer's bank reverses a payment, or inquires about it. It debits the merchant's
    balance.

    <https://docs.stripe.com/api/disputes/object>
    """
    def __init__(
        self,
        *,
        id: str | None = ...,
        status: str | None = ...,
        amount: int | None = ...,
        currency: str | None = ...,
        charge: str | None = ...,
        payment_intent: str | None = ...,
        reason: str | None = ...,
        evidence_details: DisputeEvidenceDetails | None = ...,
        balance_transactions: Sequence[BalanceTransaction] = ...,
        is_charge_refundable: bool | None = ...,
        metadata: Mapping[str, str] | None = ...,
        livemode: bool | None = ...,
        created: int | None = ...,
        raw: str = ...,
        replayed: bool = ...,
    ) -> None: ...
    @property
    def id(self) -> str:
        """``dp_…`` or ``du_…``"""
    @property
    def status(self) -> str | None:
        """``needs_response``, ``under_review``, ``won``, ``lost``, ``prevented``, one that starts with
        ``warning_`` for an inquiry, or, after ``lost``, one that starts with ``appeal_``.
        """
    @property
    def amount(self) -> int | None:
        """The amount, in minor units."""
    @property
    def currency(self) -> str | None:
        """The currency, three lower-case letters."""
    @property
    def charge(self) -> str | None:
        """The disputed charge."""
    @property
    def payment_intent(self) -> str | None:
        """The disputed payment, ``pi_…``."""
    @property
    def reason(self) -> str | None:
        """The customer's reason, such as ``fraudulent`` or ``product_not_received``."""
    @property
    def evidence_details(self) -> DisputeEvidenceDetails | None:
        """The deadline for the merchant's evidence."""
    @property
    def balance_transactions(self) -> tuple[BalanceTransaction, ...]:
        """Its effect on the merchant's balance so far: none, or a withdrawal with Stripe's dispute fee, and
        a later return if there was one.
        """
    @property
    def is_charge_refundable(self) -> bool:
        """Whether a refund is still possible, which would end the dispute."""
    @property
    def metadata(self) -> Mapping[str, str]:
        """Your own metadata."""
    @property
    def livemode(self) -> bool:
        """Whether it is in live mode."""
    @property
    def created(self) -> int | None:
        """When it was created, in unix seconds."""
    @property
    def raw(self) -> str:
        """The object's JSON text as it was received; left out when the record is printed."""
    @property
    def replayed(self) -> bool:
        """Whether this is Stripe's stored response to an earlier request with the same idempotency key, so that
        nothing happened this time; ``False`` for an object in an event. Not compared.
        """

class DisputeEvidenceDetails(Record):
    """The state of the merchant's evidence for a dispute."""
    def __init__(
        self,
        *,
        due_by: int | None = ...,
        has_evidence: bool | None = ...,
        past_due: bool | None = ...,
    ) -> None: ...
    @property
    def due_by(self) -> int | None:
        """The deadline for evidence, in unix seconds."""
    @property
    def has_evidence(self) -> bool:
        """Whether evidence was submitted."""
    @property
    def past_due(self) -> bool:
        """Whether the deadline has passed."""

class DisputeFacts(Record):
    """The effect of a dispute."""
    def __init__(
        self,
        *,
        amount: int,
        status: str,
        fee: int | None = ...,
        taken: int | None = ...,
        currency: str | None = ...,
    ) -> None: ...
    @property
    def amount(self) -> int:
        """The amount, in minor units."""
    @property
    def status(self) -> str:
        """Stripe's status: ``won`` returns the amount, and inquiries (``warning_…``) and ``prevented``
        never withdraw it. It only decides if ``taken`` is absent.
        """
    @property
    def fee(self) -> int:
        """The dispute fee that Stripe charged, in minor units."""
    @property
    def taken(self) -> int | None:
        """What the dispute's own balance transactions have withdrawn from the merchant so far, less what
        they returned, in minor units. ``fee`` is then the fee in them, which the merchant pays, whoever
        pays the other fees.
        """
    @property
    def currency(self) -> str:
        """Three-letter currency code of these amounts; if present, it must be that of the payment."""

class DomainStatus(Record):
    """The status of a wallet on a domain."""
    def __init__(
        self,
        *,
        status: Literal["active", "inactive"] | str | None = ...,
        status_details: DomainStatusDetails | None = ...,
    ) -> None: ...
    @property
    def status(self) -> Literal["active", "inactive"] | str | None:
        """``active`` or ``inactive``."""
    @property
    def status_details(self) -> DomainStatusDetails | None:
        """Why it is inactive."""

class DomainStatusDetails(Record):
    """Why a wallet is inactive on a domain."""
    def __init__(
        self,
        *,
        error_message: str | None = ...,
    ) -> None: ...
    @property
    def error_message(self) -> str | None:
        """Stripe's message."""

class EnableEventDestination(Record):
    """Enables a disabled event destination.

    ``POST /v2/core/event_destinations/{id}/enable``,
    <https://docs.stripe.com/api/v2/core/event_destinations/enable>.
    """
    def __init__(
        self,
        *,
        id: str,
    ) -> None: ...
    @property
    def id(self) -> str:
        """Stripe's id."""

class EuBankTransfer(Record):
    """A bank transfer in the European Union."""
    def __init__(
        self,
        *,
        country: str,
    ) -> None: ...
    @property
    def country(self) -> str:
        """The country of the bank account, two letters."""

class EventDestination(Record):
    """A destination to which Stripe sends events through its v2 API: a URL, or a cloud provider's event
    bus.

    <https://docs.stripe.com/api/v2/core/event_destinations/object>
    """
    def __init__(
        self,
        *,
        id: str | None = ...,
        name: str | None = ...,
        type: Literal["webhook_endpoint", "amazon_eventbridge", "azure_event_grid"] | str | None = ...,
        status: Literal["enabled", "disabled"] | str | None = ...,
        event_payload: Literal["snapshot", "thin"] | str | None = ...,
        enabled_events: Sequence[str] = ...,
        events_from: Sequence[str] = ...,
        snapshot_api_version: str | None = ...,
        webhook_endpoint: DestinationEndpoint | None = ...,
        description: str | None = ...,
        metadata: Mapping[str, str] | None = ...,
        livemode: bool | None = ...,
        created: str | None = ...,
        raw: str = ...,
        replayed: bool = ...,
    ) -> None: ...
    @property
    def id(self) -> str:
        """Stripe's id."""
    @property
    def name(self) -> str | None:
        """Your own name for it."""
    @property
    def type(self) -> Literal["webhook_endpoint", "amazon_eventbridge", "azure_event_grid"] | str | None:
        """``webhook_endpoint``, ``amazon_eventbridge`` or ``azure_event_grid``."""
    @property
    def status(self) -> Literal["enabled", "disabled"] | str | None:
        """``enabled`` or ``disabled``."""
    @property
    def event_payload(self) -> Literal["snapshot", "thin"] | str | None:
        """``snapshot`` or ``thin``."""
    @property
    def enabled_events(self) -> tuple[str, ...]:
        """The event types that it receives."""
    @property
    def events_from(self) -> tuple[str, ...]:
        """Whose events it receives: ``@self``, ``@accounts`` or another."""
    @property
    def snapshot_api_version(self) -> str | None:
        """The API version of the objects in snapshot events."""
    @property
    def webhook_endpoint(self) -> DestinationEndpoint | None:
        """The webhook endpoint, if it is one; only the fields requested with ``include``."""
    @property
    def description(self) -> str | None:
        """Your own description."""
    @property
    def metadata(self) -> Mapping[str, str]:
        """Your own metadata."""
    @property
    def livemode(self) -> bool:
        """Whether it is in live mode."""
    @property
    def created(self) -> str | None:
        """When it was created, in RFC 3339 format."""
    @property
    def raw(self) -> str:
        """The object's JSON text as it was received; left out when the record is printed."""
    @property
    def replayed(self) -> bool:
        """Whether this is Stripe's stored response to an earlier request with the same idempotency key, so that
        nothing happened this time; ``False`` for an object in an event. Not compared.
        """

class Expected(Record):
    """An order as the platform recorded it when it created the session; what is absent is not compared.

    A genuine event can still be about another sale than the one you expect: two merchants may use the
    same reference, or someone may have created a session in the Dashboard. Compare what you know before
    you fulfill the order, and have every difference reviewed.
    """
    def __init__(
        self,
        *,
        account: str | None = ...,
        session: str | None = ...,
        amount_total: int | None = ...,
        currency: str | None = ...,
        client_reference_id: str | None = ...,
        livemode: bool | None = ...,
    ) -> None: ...
    @property
    def account(self) -> str | None:
        """The merchant's account."""
    @property
    def session(self) -> str | None:
        """The session that was created for the order."""
    @property
    def amount_total(self) -> int | None:
        """The total in minor units, from the response to the creation. It stays the same in the session's
        own currency if the customer paid in another one. Promotion codes, taxes, shipping and quantities
        that the customer chooses change it, so leave it out with those.
        """
    @property
    def currency(self) -> str | None:
        """The session's currency, in any case."""
    @property
    def client_reference_id(self) -> str | None:
        """Your order's id."""
    @property
    def livemode(self) -> bool | None:
        """Whether real money should move."""

class ExpireSession(Record):
    """Expires an open session, so that it can no longer be paid and the goods can be released. A completed
    session cannot expire: Stripe rejects the call, and the events decide what happens to the order.

    ``POST /v1/checkout/sessions/{id}/expire``, <https://docs.stripe.com/api/checkout/sessions/expire>.
    """
    def __init__(
        self,
        *,
        id: str,
        expand: Sequence[str] = ...,
        extra: Mapping[str, str | int | float | bool] | None = ...,
    ) -> None: ...
    @property
    def id(self) -> str:
        """``cs_…``"""
    @property
    def expand(self) -> tuple[str, ...]:
        """Which ids in the response to expand to their objects, such as ``payment_intent``; at most four
        levels deep. See <https://docs.stripe.com/expand>.
        """
    @property
    def extra(self) -> Mapping[str, str]:
        """Any other of Stripe's parameters, by its path: ``automatic_tax.enabled`` = ``true``."""

class Fee(Record):
    """The platform's fee on a payment: a share in basis points plus a fixed part, within bounds.

    100 basis points are 1 %. The fixed part and the bounds are in the minor unit of the payment's
    currency. The share is rounded half up to whole minor units, and the whole fee half up to the
    currency's step (see ``Currency.step``); all of it in integers.

    Stripe requires a fee above zero and below the payment
    (<https://docs.stripe.com/connect/direct-charges#collect-fees>), so any other result is an error, not
    a silently different fee.
    """
    def __init__(
        self,
        *,
        basis_points: int | None = ...,
        fixed: int | None = ...,
        min: int | None = ...,
        max: int | None = ...,
    ) -> None: ...
    @property
    def basis_points(self) -> int:
        """The share, in hundredths of a percent: 250 is 2.5 %. From 0 to 10000."""
    @property
    def fixed(self) -> int:
        """Added to the share, in minor units."""
    @property
    def min(self) -> int | None:
        """The lowest fee, in minor units."""
    @property
    def max(self) -> int | None:
        """The highest fee, in minor units."""

class FeeDetail(Record):
    """One of the fees in a balance transaction."""
    def __init__(
        self,
        *,
        amount: int | None = ...,
        currency: str | None = ...,
        type: Literal["application_fee", "stripe_fee", "tax"] | str | None = ...,
        description: str | None = ...,
    ) -> None: ...
    @property
    def amount(self) -> int | None:
        """The amount, in minor units."""
    @property
    def currency(self) -> str | None:
        """The currency, three lower-case letters."""
    @property
    def type(self) -> Literal["application_fee", "stripe_fee", "tax"] | str | None:
        """``application_fee``, ``stripe_fee``, ``tax`` or another."""
    @property
    def description(self) -> str | None:
        """Stripe's description."""

class FeeRefund(Record):
    """A refund of an application fee to the merchant, in full or in part.

    <https://docs.stripe.com/api/fee_refunds/object>
    """
    def __init__(
        self,
        *,
        id: str | None = ...,
        amount: int | None = ...,
        currency: str | None = ...,
        fee: str | None = ...,
        balance_transaction: str | None = ...,
        metadata: Mapping[str, str] | None = ...,
        created: int | None = ...,
        raw: str = ...,
        replayed: bool = ...,
    ) -> None: ...
    @property
    def id(self) -> str:
        """``fr_…``"""
    @property
    def amount(self) -> int | None:
        """The amount, in minor units."""
    @property
    def currency(self) -> str | None:
        """The currency, three lower-case letters."""
    @property
    def fee(self) -> str | None:
        """``fee_…``"""
    @property
    def balance_transaction(self) -> str | None:
        """``txn_…``, on the platform's account."""
    @property
    def metadata(self) -> Mapping[str, str]:
        """Your own metadata."""
    @property
    def created(self) -> int | None:
        """When it was created, in unix seconds."""
    @property
    def raw(self) -> str:
        """The object's JSON text as it was received; left out when the record is printed."""
    @property
    def replayed(self) -> bool:
        """Whether this is Stripe's stored response to an earlier request with the same idempotency key, so that
        nothing happened this time; ``False`` for an object in an event. Not compared.
        """

class FinancialConnections(Record):
    """What is requested through Financial Connections."""
    def __init__(
        self,
        *,
        permissions: Sequence[Literal["balances", "ownership", "payment_method", "transactions"] | str] = ...,
        prefetch: Sequence[Literal["balances", "ownership", "transactions"] | str] = ...,
    ) -> None: ...
    @property
    def permissions(self) -> tuple[Literal["balances", "ownership", "payment_method", "transactions"] | str, ...]:
        """The data to access: ``balances``, ``ownership``, ``payment_method``, ``transactions``."""
    @property
    def prefetch(self) -> tuple[Literal["balances", "ownership", "transactions"] | str, ...]:
        """The data to retrieve at once: ``balances``, ``ownership``, ``transactions``."""

class FixedAmount(Record):
    """What shipping costs."""
    def __init__(
        self,
        *,
        amount: int,
        currency: str,
    ) -> None: ...
    @property
    def amount(self) -> int:
        """The amount, in minor units."""
    @property
    def currency(self) -> str:
        """Three-letter currency code, that of the session."""

class FlexibleBilling(Record):
    """Settings of flexible billing."""
    def __init__(
        self,
        *,
        proration_discounts: Literal["included", "itemized"] | str | None = ...,
    ) -> None: ...
    @property
    def proration_discounts(self) -> Literal["included", "itemized"] | str | None:
        """How invoices display prorations and discounts: ``included`` or ``itemized``."""

class Installments(Record):
    """Payment in installments."""
    def __init__(
        self,
        *,
        enabled: bool | None = ...,
    ) -> None: ...
    @property
    def enabled(self) -> bool | None:
        """Whether the customer can pay in installments."""

class Invoice(Record):
    """An invoice for a period of a subscription, or for a single payment.

    <https://docs.stripe.com/api/invoices/object>
    """
    def __init__(
        self,
        *,
        id: str | None = ...,
        status: Literal["draft", "open", "paid", "uncollectible", "void"] | str | None = ...,
        total: int | None = ...,
        amount_due: int | None = ...,
        amount_paid: int | None = ...,
        amount_remaining: int | None = ...,
        currency: str | None = ...,
        customer: str | None = ...,
        customer_account: str | None = ...,
        parent: InvoiceParent | None = ...,
        billing_reason: str | None = ...,
        attempt_count: int | None = ...,
        next_payment_attempt: int | None = ...,
        hosted_invoice_url: str | None = ...,
        number: str | None = ...,
        metadata: Mapping[str, str] | None = ...,
        livemode: bool | None = ...,
        created: int | None = ...,
        raw: str = ...,
        replayed: bool = ...,
    ) -> None: ...
    @property
    def id(self) -> str:
        """``in_…``"""
    @property
    def status(self) -> Literal["draft", "open", "paid", "uncollectible", "void"] | str | None:
        """``draft``, ``open``, ``paid``, ``uncollectible`` or ``void``."""
    @property
    def total(self) -> int | None:
        """The total in minor units, after discounts and taxes."""
    @property
    def amount_due(self) -> int | None:
        """The amount due in minor units: the total less the customer's credit."""
    @property
    def amount_paid(self) -> int | None:
        """The amount paid, in minor units."""
    @property
    def amount_remaining(self) -> int | None:
        """The amount that remains to be paid, in minor units."""
    @property
    def currency(self) -> str | None:
        """The currency, three lower-case letters."""
    @property
    def customer(self) -> str | None:
        """``cus_…`` on the same account."""
    @property
    def customer_account(self) -> str | None:
        """The merchant that is billed by its account, ``acct_…``, instead of ``customer``."""
    @property
    def parent(self) -> InvoiceParent | None:
        """What generated it, such as a subscription."""
    @property
    def billing_reason(self) -> str | None:
        """Why it was created, such as ``manual``."""
    @property
    def attempt_count(self) -> int | None:
        """The number of attempts to collect the payment."""
    @property
    def next_payment_attempt(self) -> int | None:
        """The time of the next attempt, in unix seconds."""
    @property
    def hosted_invoice_url(self) -> str | None:
        """The page on which the customer can pay it."""
    @property
    def number(self) -> str | None:
        """The invoice number."""
    @property
    def metadata(self) -> Mapping[str, str]:
        """Your own metadata."""
    @property
    def livemode(self) -> bool:
        """Whether it is in live mode."""
    @property
    def created(self) -> int | None:
        """When it was created, in unix seconds."""
    @property
    def raw(self) -> str:
        """The object's JSON text as it was received; left out when the record is printed."""
    @property
    def replayed(self) -> bool:
        """Whether this is Stripe's stored response to an earlier request with the same idempotency key, so that
        nothing happened this time; ``False`` for an object in an event. Not compared.
        """

class InvoiceCreation(Record):
    """Creation of an invoice for a payment."""
    def __init__(
        self,
        *,
        enabled: bool,
        invoice_data: InvoiceData | None = ...,
    ) -> None: ...
    @property
    def enabled(self) -> bool:
        """Whether an invoice is created."""
    @property
    def invoice_data(self) -> InvoiceData | None:
        """What the invoice contains."""

class InvoiceData(Record):
    """What an invoice contains."""
    def __init__(
        self,
        *,
        account_tax_ids: Sequence[str] = ...,
        custom_fields: Sequence[InvoiceField] = ...,
        description: str | None = ...,
        footer: str | None = ...,
        issuer: Issuer | None = ...,
        metadata: Mapping[str, str | int | float | bool] | None = ...,
        rendering_options: RenderingOptions | None = ...,
    ) -> None: ...
    @property
    def account_tax_ids(self) -> tuple[str, ...]:
        """The merchant's tax ids, ``txi_…``."""
    @property
    def custom_fields(self) -> tuple[InvoiceField, ...]:
        """Your own lines on the invoice."""
    @property
    def description(self) -> str | None:
        """The description, at most 1500 characters."""
    @property
    def footer(self) -> str | None:
        """The footer, at most 5000 characters."""
    @property
    def issuer(self) -> Issuer | None:
        """The account whose details the invoice shows."""
    @property
    def metadata(self) -> Mapping[str, str]:
        """Your own metadata, at most 50 keys."""
    @property
    def rendering_options(self) -> RenderingOptions | None:
        """How the invoice is rendered."""

class InvoiceField(Record):
    """Your own line on an invoice."""
    def __init__(
        self,
        *,
        name: str,
        value: str,
    ) -> None: ...
    @property
    def name(self) -> str:
        """Its name, at most 40 characters."""
    @property
    def value(self) -> str:
        """Its value, at most 140 characters."""

class InvoiceParent(Record):
    """What generated an invoice."""
    def __init__(
        self,
        *,
        type: Literal["subscription_details", "quote_details"] | str | None = ...,
        subscription_details: InvoiceSubscription | None = ...,
    ) -> None: ...
    @property
    def type(self) -> Literal["subscription_details", "quote_details"] | str | None:
        """``subscription_details``, ``quote_details`` or another."""
    @property
    def subscription_details(self) -> InvoiceSubscription | None:
        """The subscription, if that generated it."""

class InvoiceSubscription(Record):
    """The subscription that generated an invoice."""
    def __init__(
        self,
        *,
        subscription: str | None = ...,
        metadata: Mapping[str, str] | None = ...,
    ) -> None: ...
    @property
    def subscription(self) -> str | None:
        """``sub_…``"""
    @property
    def metadata(self) -> Mapping[str, str]:
        """The subscription's metadata at the time of the invoice."""

class Issuer(Record):
    """The account whose details an invoice shows."""
    def __init__(
        self,
        *,
        type: Literal["account", "self"] | str,
        account: str | None = ...,
    ) -> None: ...
    @property
    def type(self) -> Literal["account", "self"] | str:
        """``self`` or ``account``."""
    @property
    def account(self) -> str | None:
        """The account's id, for ``account``."""

class Ledger(Record):
    """The postings of a payment and their sums. Every posting moves an amount from one party to another, so
    the four sums add up to zero.
    """
    def __init__(
        self,
        *,
        currency: str | None = ...,
        customer: int | None = ...,
        merchant: int | None = ...,
        platform: int | None = ...,
        stripe: int | None = ...,
        postings: Sequence[Posting] = ...,
    ) -> None: ...
    @property
    def currency(self) -> str:
        """The currency, three lower-case letters."""
    @property
    def customer(self) -> int:
        """The customer's sum: what the customer has paid after all refunds, as a negative amount, since it
        left the customer.
        """
    @property
    def merchant(self) -> int:
        """The merchant's sum."""
    @property
    def platform(self) -> int:
        """The platform's sum."""
    @property
    def stripe(self) -> int:
        """Stripe's sum."""
    @property
    def postings(self) -> tuple[Posting, ...]:
        """The postings in this order: payment, fees, refunds, disputes."""

class LeftOut(Record):
    """A method that will not be shown."""
    def __init__(
        self,
        *,
        method: str | None = ...,
        reason: str | None = ...,
        detail: str | None = ...,
    ) -> None: ...
    @property
    def method(self) -> str:
        """The method."""
    @property
    def reason(self) -> str:
        """- ``not_in_country``: it is not available in the merchant's country; - ``blocked``: the platform
        has blocked it; - ``off_by_default``: the platform has turned it off, and the merchant has not
        chosen; - ``off_by_merchant``: the merchant has turned it off; - ``capability_not_active``: the
        account lacks the capability; - ``not_available``: it is on, but Stripe reports it as not
        available; - ``currency``: it does not support this currency; - ``amount``: the amount is above
        its limit; - ``mode``: it cannot be used in this mode; - ``nothing_to_pay``: the amount is zero.
        """
    @property
    def detail(self) -> str | None:
        """The capability and its status if that is the reason: ``klarna_payments: pending``."""

class LineItem(Record):
    """A line item: either a ``price`` or a ``price_data``, and a quantity."""
    def __init__(
        self,
        *,
        price: str | None = ...,
        price_data: PriceData | None = ...,
        quantity: int | None = ...,
        adjustable_quantity: AdjustableQuantity | None = ...,
        tax_rates: Sequence[str] = ...,
        metadata: Mapping[str, str | int | float | bool] | None = ...,
    ) -> None: ...
    @property
    def price(self) -> str | None:
        """The id of a Price that exists on the merchant's own account."""
    @property
    def price_data(self) -> PriceData | None:
        """A price defined inline."""
    @property
    def quantity(self) -> int | None:
        """The quantity, at least 1. Required."""
    @property
    def adjustable_quantity(self) -> AdjustableQuantity | None:
        """Whether the customer can change the quantity."""
    @property
    def tax_rates(self) -> tuple[str, ...]:
        """Tax rates on the merchant's account, ``txr_…``."""
    @property
    def metadata(self) -> Mapping[str, str]:
        """Your own metadata, stored on the line item: at most 50 keys."""

class LineItemPrice(Record):
    """The price of a line item; only the fields that are read."""
    def __init__(
        self,
        *,
        id: str | None = ...,
        product: str | None = ...,
        unit_amount: int | None = ...,
        currency: str | None = ...,
    ) -> None: ...
    @property
    def id(self) -> str | None:
        """``price_…``"""
    @property
    def product(self) -> str | None:
        """``prod_…``"""
    @property
    def unit_amount(self) -> int | None:
        """The price of one unit, in minor units; absent if it has fractions of them."""
    @property
    def currency(self) -> str | None:
        """The currency, three lower-case letters."""

class LinkDisplay(Record):
    """How Link is shown."""
    def __init__(
        self,
        *,
        display: Literal["auto", "never"] | str | None = ...,
    ) -> None: ...
    @property
    def display(self) -> Literal["auto", "never"] | str | None:
        """``auto`` or ``never``."""

class LinkTarget(Record):
    """Where the merchant goes after the form, and what it collects."""
    def __init__(
        self,
        *,
        refresh_url: str,
        return_url: str | None = ...,
        collection_options: CollectionOptions | None = ...,
    ) -> None: ...
    @property
    def refresh_url(self) -> str:
        """Where the merchant goes if the link was used or has expired: create a new one there."""
    @property
    def return_url(self) -> str | None:
        """Where the merchant returns to."""
    @property
    def collection_options(self) -> CollectionOptions | None:
        """How much is collected."""

class LinkUseCase(Record):
    """What a link is for."""
    def __init__(
        self,
        *,
        type: Literal["account_onboarding", "account_update"] | str,
        account_onboarding: LinkTarget | None = ...,
        account_update: LinkTarget | None = ...,
    ) -> None: ...
    @property
    def type(self) -> Literal["account_onboarding", "account_update"] | str:
        """``account_onboarding`` or ``account_update``."""
    @property
    def account_onboarding(self) -> LinkTarget | None:
        """Settings for ``account_onboarding``."""
    @property
    def account_update(self) -> LinkTarget | None:
        """Settings for ``account_update``."""

class ListAccounts(Record):
    """Lists the platform's accounts through Stripe's v1, including those of v2, newest first.

    ``GET /v1/accounts``, <https://docs.stripe.com/api/accounts/list>.
    """
    def __init__(
        self,
        *,
        created: Created | None = ...,
        limit: int | None = ...,
        starting_after: str | None = ...,
        ending_before: str | None = ...,
        expand: Sequence[str] = ...,
        extra: Mapping[str, str | int | float | bool] | None = ...,
    ) -> None: ...
    @property
    def created(self) -> Created | None:
        """Only those created in this period."""
    @property
    def limit(self) -> int | None:
        """The page size, 1 to 100; 10 if absent."""
    @property
    def starting_after(self) -> str | None:
        """The id after which the page starts; the call's ``next_page`` fills it in."""
    @property
    def ending_before(self) -> str | None:
        """The id before which the page ends, to list backwards."""
    @property
    def expand(self) -> tuple[str, ...]:
        """Which ids in the response to expand to their objects, such as ``payment_intent``; at most four
        levels deep. See <https://docs.stripe.com/expand>.
        """
    @property
    def extra(self) -> Mapping[str, str]:
        """Any other of Stripe's parameters, by its path: ``automatic_tax.enabled`` = ``true``."""

class ListApplicationFeeRefunds(Record):
    """Lists the refunds of an application fee, newest first.

    ``GET /v1/application_fees/{fee}/refunds``, <https://docs.stripe.com/api/fee_refunds/list>.
    """
    def __init__(
        self,
        *,
        fee: str,
        limit: int | None = ...,
        starting_after: str | None = ...,
        ending_before: str | None = ...,
        expand: Sequence[str] = ...,
        extra: Mapping[str, str | int | float | bool] | None = ...,
    ) -> None: ...
    @property
    def fee(self) -> str:
        """``fee_…``"""
    @property
    def limit(self) -> int | None:
        """The page size, 1 to 100; 10 if absent."""
    @property
    def starting_after(self) -> str | None:
        """The id after which the page starts; the call's ``next_page`` fills it in."""
    @property
    def ending_before(self) -> str | None:
        """The id before which the page ends, to list backwards."""
    @property
    def expand(self) -> tuple[str, ...]:
        """Which ids in the response to expand to their objects, such as ``payment_intent``; at most four
        levels deep. See <https://docs.stripe.com/expand>.
        """
    @property
    def extra(self) -> Mapping[str, str]:
        """Any other of Stripe's parameters, by its path: ``automatic_tax.enabled`` = ``true``."""

class ListApplicationFees(Record):
    """Lists the fees that the platform collected from all merchants' payments, newest first.

    ``GET /v1/application_fees``, <https://docs.stripe.com/api/application_fees/list>.
    """
    def __init__(
        self,
        *,
        charge: str | None = ...,
        created: Created | None = ...,
        limit: int | None = ...,
        starting_after: str | None = ...,
        ending_before: str | None = ...,
        expand: Sequence[str] = ...,
        extra: Mapping[str, str | int | float | bool] | None = ...,
    ) -> None: ...
    @property
    def charge(self) -> str | None:
        """Only those of this charge."""
    @property
    def created(self) -> Created | None:
        """Only those created in this period."""
    @property
    def limit(self) -> int | None:
        """The page size, 1 to 100; 10 if absent."""
    @property
    def starting_after(self) -> str | None:
        """The id after which the page starts; the call's ``next_page`` fills it in."""
    @property
    def ending_before(self) -> str | None:
        """The id before which the page ends, to list backwards."""
    @property
    def expand(self) -> tuple[str, ...]:
        """Which ids in the response to expand to their objects, such as ``payment_intent``; at most four
        levels deep. See <https://docs.stripe.com/expand>.
        """
    @property
    def extra(self) -> Mapping[str, str]:
        """Any other of Stripe's parameters, by its path: ``automatic_tax.enabled`` = ``true``."""

class ListCapabilities(Record):
    """Lists the capabilities of a connected account, all on one page.

    ``GET /v1/accounts/{account}/capabilities``, <https://docs.stripe.com/api/capabilities/list>.
    """
    def __init__(
        self,
        *,
        account: str,
        expand: Sequence[str] = ...,
        extra: Mapping[str, str | int | float | bool] | None = ...,
    ) -> None: ...
    @property
    def account(self) -> str:
        """The merchant, ``acct_…``."""
    @property
    def expand(self) -> tuple[str, ...]:
        """Which ids in the response to expand to their objects, such as ``payment_intent``; at most four
        levels deep. See <https://docs.stripe.com/expand>.
        """
    @property
    def extra(self) -> Mapping[str, str]:
        """Any other of Stripe's parameters, by its path: ``automatic_tax.enabled`` = ``true``."""

class ListCharges(Record):
    """Lists the merchant's charges, newest first. Charges exist only on this account: the platform's
    Dashboard and its exports do not show them.

    ``GET /v1/charges``, <https://docs.stripe.com/api/charges/list>.
    """
    def __init__(
        self,
        *,
        created: Created | None = ...,
        customer: str | None = ...,
        payment_intent: str | None = ...,
        limit: int | None = ...,
        starting_after: str | None = ...,
        ending_before: str | None = ...,
        expand: Sequence[str] = ...,
        extra: Mapping[str, str | int | float | bool] | None = ...,
    ) -> None: ...
    @property
    def created(self) -> Created | None:
        """Only those created in this period."""
    @property
    def customer(self) -> str | None:
        """Only those of this Customer, ``cus_…``."""
    @property
    def payment_intent(self) -> str | None:
        """Only those of this payment intent, ``pi_…``."""
    @property
    def limit(self) -> int | None:
        """The page size, 1 to 100; 10 if absent."""
    @property
    def starting_after(self) -> str | None:
        """The id after which the page starts; the call's ``next_page`` fills it in."""
    @property
    def ending_before(self) -> str | None:
        """The id before which the page ends, to list backwards."""
    @property
    def expand(self) -> tuple[str, ...]:
        """Which ids in the response to expand to their objects, such as ``payment_intent``; at most four
        levels deep. See <https://docs.stripe.com/expand>.
        """
    @property
    def extra(self) -> Mapping[str, str]:
        """Any other of Stripe's parameters, by its path: ``automatic_tax.enabled`` = ``true``."""

class ListDisputes(Record):
    """Lists the merchant's disputes, newest first.

    ``GET /v1/disputes``, <https://docs.stripe.com/api/disputes/list>.
    """
    def __init__(
        self,
        *,
        charge: str | None = ...,
        created: Created | None = ...,
        payment_intent: str | None = ...,
        limit: int | None = ...,
        starting_after: str | None = ...,
        ending_before: str | None = ...,
        expand: Sequence[str] = ...,
        extra: Mapping[str, str | int | float | bool] | None = ...,
    ) -> None: ...
    @property
    def charge(self) -> str | None:
        """Only those of this charge."""
    @property
    def created(self) -> Created | None:
        """Only those created in this period."""
    @property
    def payment_intent(self) -> str | None:
        """Only those of this payment, ``pi_…``."""
    @property
    def limit(self) -> int | None:
        """The page size, 1 to 100; 10 if absent."""
    @property
    def starting_after(self) -> str | None:
        """The id after which the page starts; the call's ``next_page`` fills it in."""
    @property
    def ending_before(self) -> str | None:
        """The id before which the page ends, to list backwards."""
    @property
    def expand(self) -> tuple[str, ...]:
        """Which ids in the response to expand to their objects, such as ``payment_intent``; at most four
        levels deep. See <https://docs.stripe.com/expand>.
        """
    @property
    def extra(self) -> Mapping[str, str]:
        """Any other of Stripe's parameters, by its path: ``automatic_tax.enabled`` = ``true``."""

class ListEventDestinations(Record):
    """Lists the platform's event destinations.

    ``GET /v2/core/event_destinations``, <https://docs.stripe.com/api/v2/core/event_destinations/list>.
    """
    def __init__(
        self,
        *,
        limit: int | None = ...,
        include: Sequence[str] = ...,
    ) -> None: ...
    @property
    def limit(self) -> int | None:
        """The page size, 1 to 100."""
    @property
    def include(self) -> tuple[str, ...]:
        """What else the response contains: ``webhook_endpoint.url``."""

class ListEvents(Record):
    """Lists the events of the last 30 days, newest first: a merchant's through the merchant, the platform's
    own through the platform. With ``delivery_success: false`` it lists those whose delivery failed.

    ``GET /v1/events``, <https://docs.stripe.com/api/events/list>.
    """
    def __init__(
        self,
        *,
        created: Created | None = ...,
        delivery_success: bool | None = ...,
        type: str | None = ...,
        types: Sequence[str] = ...,
        limit: int | None = ...,
        starting_after: str | None = ...,
        ending_before: str | None = ...,
        expand: Sequence[str] = ...,
        extra: Mapping[str, str | int | float | bool] | None = ...,
    ) -> None: ...
    @property
    def created(self) -> Created | None:
        """Only those created in this period."""
    @property
    def delivery_success(self) -> bool | None:
        """Only those delivered to all endpoints, or only those that were not."""
    @property
    def type(self) -> str | None:
        """Only those of this type; it may end in ``.*``."""
    @property
    def types(self) -> tuple[str, ...]:
        """Only those of these types, at most 20; not together with ``type``."""
    @property
    def limit(self) -> int | None:
        """The page size, 1 to 100; 10 if absent."""
    @property
    def starting_after(self) -> str | None:
        """The id after which the page starts; the call's ``next_page`` fills it in."""
    @property
    def ending_before(self) -> str | None:
        """The id before which the page ends, to list backwards."""
    @property
    def expand(self) -> tuple[str, ...]:
        """Which ids in the response to expand to their objects, such as ``payment_intent``; at most four
        levels deep. See <https://docs.stripe.com/expand>.
        """
    @property
    def extra(self) -> Mapping[str, str]:
        """Any other of Stripe's parameters, by its path: ``automatic_tax.enabled`` = ``true``."""

class ListLineItems(Record):
    """Lists all line items of a session, where an event or an expanded session contains only the first
    page.

    ``GET /v1/checkout/sessions/{id}/line_items``,
    <https://docs.stripe.com/api/checkout/sessions/line_items>.
    """
    def __init__(
        self,
        *,
        id: str,
        limit: int | None = ...,
        starting_after: str | None = ...,
        ending_before: str | None = ...,
        expand: Sequence[str] = ...,
        extra: Mapping[str, str | int | float | bool] | None = ...,
    ) -> None: ...
    @property
    def id(self) -> str:
        """The session's id, ``cs_…``."""
    @property
    def limit(self) -> int | None:
        """The page size, 1 to 100; 10 if absent."""
    @property
    def starting_after(self) -> str | None:
        """The id after which the page starts; the call's ``next_page`` fills it in."""
    @property
    def ending_before(self) -> str | None:
        """The id before which the page ends, to list backwards."""
    @property
    def expand(self) -> tuple[str, ...]:
        """Which ids in the response to expand to their objects, such as ``payment_intent``; at most four
        levels deep. See <https://docs.stripe.com/expand>.
        """
    @property
    def extra(self) -> Mapping[str, str]:
        """Any other of Stripe's parameters, by its path: ``automatic_tax.enabled`` = ``true``."""

class ListPaymentIntents(Record):
    """Lists the merchant's payment intents, newest first.

    ``GET /v1/payment_intents``, <https://docs.stripe.com/api/payment_intents/list>.
    """
    def __init__(
        self,
        *,
        created: Created | None = ...,
        customer: str | None = ...,
        limit: int | None = ...,
        starting_after: str | None = ...,
        ending_before: str | None = ...,
        expand: Sequence[str] = ...,
        extra: Mapping[str, str | int | float | bool] | None = ...,
    ) -> None: ...
    @property
    def created(self) -> Created | None:
        """Only those created in this period."""
    @property
    def customer(self) -> str | None:
        """Only those of this Customer, ``cus_…``."""
    @property
    def limit(self) -> int | None:
        """The page size, 1 to 100; 10 if absent."""
    @property
    def starting_after(self) -> str | None:
        """The id after which the page starts; the call's ``next_page`` fills it in."""
    @property
    def ending_before(self) -> str | None:
        """The id before which the page ends, to list backwards."""
    @property
    def expand(self) -> tuple[str, ...]:
        """Which ids in the response to expand to their objects, such as ``payment_intent``; at most four
        levels deep. See <https://docs.stripe.com/expand>.
        """
    @property
    def extra(self) -> Mapping[str, str]:
        """Any other of Stripe's parameters, by its path: ``automatic_tax.enabled`` = ``true``."""

class ListPaymentMethodConfigurations(Record):
    """Lists payment method configurations: the platform's own through the platform; a merchant's through
    the merchant, where the platform's ``application`` selects the platform's children.

    ``GET /v1/payment_method_configurations``,
    <https://docs.stripe.com/api/payment_method_configurations/list>.
    """
    def __init__(
        self,
        *,
        application: str | None = ...,
        active: bool | None = ...,
        limit: int | None = ...,
        starting_after: str | None = ...,
        ending_before: str | None = ...,
        expand: Sequence[str] = ...,
        extra: Mapping[str, str | int | float | bool] | None = ...,
    ) -> None: ...
    @property
    def application(self) -> str | None:
        """Only those of this Connect application, ``ca_…``."""
    @property
    def active(self) -> bool | None:
        """Only active ones, or only inactive ones."""
    @property
    def limit(self) -> int | None:
        """The page size, 1 to 100; 10 if absent."""
    @property
    def starting_after(self) -> str | None:
        """The id after which the page starts; the call's ``next_page`` fills it in."""
    @property
    def ending_before(self) -> str | None:
        """The id before which the page ends, to list backwards."""
    @property
    def expand(self) -> tuple[str, ...]:
        """Which ids in the response to expand to their objects, such as ``payment_intent``; at most four
        levels deep. See <https://docs.stripe.com/expand>.
        """
    @property
    def extra(self) -> Mapping[str, str]:
        """Any other of Stripe's parameters, by its path: ``automatic_tax.enabled`` = ``true``."""

class ListPaymentMethodDomains(Record):
    """Lists domains.

    ``GET /v1/payment_method_domains``, <https://docs.stripe.com/api/payment_method_domains/list>.
    """
    def __init__(
        self,
        *,
        domain_name: str | None = ...,
        enabled: bool | None = ...,
        limit: int | None = ...,
        starting_after: str | None = ...,
        ending_before: str | None = ...,
        expand: Sequence[str] = ...,
        extra: Mapping[str, str | int | float | bool] | None = ...,
    ) -> None: ...
    @property
    def domain_name(self) -> str | None:
        """Only this domain."""
    @property
    def enabled(self) -> bool | None:
        """Only enabled ones, or only disabled ones."""
    @property
    def limit(self) -> int | None:
        """The page size, 1 to 100; 10 if absent."""
    @property
    def starting_after(self) -> str | None:
        """The id after which the page starts; the call's ``next_page`` fills it in."""
    @property
    def ending_before(self) -> str | None:
        """The id before which the page ends, to list backwards."""
    @property
    def expand(self) -> tuple[str, ...]:
        """Which ids in the response to expand to their objects, such as ``payment_intent``; at most four
        levels deep. See <https://docs.stripe.com/expand>.
        """
    @property
    def extra(self) -> Mapping[str, str]:
        """Any other of Stripe's parameters, by its path: ``automatic_tax.enabled`` = ``true``."""

class ListPrices(Record):
    """Lists prices, newest first.

    ``GET /v1/prices``, <https://docs.stripe.com/api/prices/list>.
    """
    def __init__(
        self,
        *,
        active: bool | None = ...,
        created: Created | None = ...,
        currency: str | None = ...,
        lookup_keys: Sequence[str] = ...,
        product: str | None = ...,
        type: str | None = ...,
        limit: int | None = ...,
        starting_after: str | None = ...,
        ending_before: str | None = ...,
        expand: Sequence[str] = ...,
        extra: Mapping[str, str | int | float | bool] | None = ...,
    ) -> None: ...
    @property
    def active(self) -> bool | None:
        """Only active ones, or only inactive ones."""
    @property
    def created(self) -> Created | None:
        """Only those created in this period."""
    @property
    def currency(self) -> str | None:
        """Only those in this currency."""
    @property
    def lookup_keys(self) -> tuple[str, ...]:
        """Only those with one of these lookup keys, up to 10."""
    @property
    def product(self) -> str | None:
        """Only those of this product."""
    @property
    def type(self) -> str | None:
        """``one_time`` or ``recurring``."""
    @property
    def limit(self) -> int | None:
        """The page size, 1 to 100; 10 if absent."""
    @property
    def starting_after(self) -> str | None:
        """The id after which the page starts; the call's ``next_page`` fills it in."""
    @property
    def ending_before(self) -> str | None:
        """The id before which the page ends, to list backwards."""
    @property
    def expand(self) -> tuple[str, ...]:
        """Which ids in the response to expand to their objects, such as ``payment_intent``; at most four
        levels deep. See <https://docs.stripe.com/expand>.
        """
    @property
    def extra(self) -> Mapping[str, str]:
        """Any other of Stripe's parameters, by its path: ``automatic_tax.enabled`` = ``true``."""

class ListProducts(Record):
    """Lists products, newest first.

    ``GET /v1/products``, <https://docs.stripe.com/api/products/list>.
    """
    def __init__(
        self,
        *,
        active: bool | None = ...,
        created: Created | None = ...,
        ids: Sequence[str] = ...,
        url: str | None = ...,
        limit: int | None = ...,
        starting_after: str | None = ...,
        ending_before: str | None = ...,
        expand: Sequence[str] = ...,
        extra: Mapping[str, str | int | float | bool] | None = ...,
    ) -> None: ...
    @property
    def active(self) -> bool | None:
        """Only active ones, or only inactive ones."""
    @property
    def created(self) -> Created | None:
        """Only those created in this period."""
    @property
    def ids(self) -> tuple[str, ...]:
        """Only those with these ids; cannot be combined with ``starting_after`` or ``ending_before``."""
    @property
    def url(self) -> str | None:
        """Only the one with this web page."""
    @property
    def limit(self) -> int | None:
        """The page size, 1 to 100; 10 if absent."""
    @property
    def starting_after(self) -> str | None:
        """The id after which the page starts; the call's ``next_page`` fills it in."""
    @property
    def ending_before(self) -> str | None:
        """The id before which the page ends, to list backwards."""
    @property
    def expand(self) -> tuple[str, ...]:
        """Which ids in the response to expand to their objects, such as ``payment_intent``; at most four
        levels deep. See <https://docs.stripe.com/expand>.
        """
    @property
    def extra(self) -> Mapping[str, str]:
        """Any other of Stripe's parameters, by its path: ``automatic_tax.enabled`` = ``true``."""

class ListRefunds(Record):
    """Lists the merchant's refunds, newest first.

    ``GET /v1/refunds``, <https://docs.stripe.com/api/refunds/list>.
    """
    def __init__(
        self,
        *,
        charge: str | None = ...,
        created: Created | None = ...,
        payment_intent: str | None = ...,
        limit: int | None = ...,
        starting_after: str | None = ...,
        ending_before: str | None = ...,
        expand: Sequence[str] = ...,
        extra: Mapping[str, str | int | float | bool] | None = ...,
    ) -> None: ...
    @property
    def charge(self) -> str | None:
        """Only those of this charge."""
    @property
    def created(self) -> Created | None:
        """Only those created in this period."""
    @property
    def payment_intent(self) -> str | None:
        """Only those of this payment, ``pi_…``."""
    @property
    def limit(self) -> int | None:
        """The page size, 1 to 100; 10 if absent."""
    @property
    def starting_after(self) -> str | None:
        """The id after which the page starts; the call's ``next_page`` fills it in."""
    @property
    def ending_before(self) -> str | None:
        """The id before which the page ends, to list backwards."""
    @property
    def expand(self) -> tuple[str, ...]:
        """Which ids in the response to expand to their objects, such as ``payment_intent``; at most four
        levels deep. See <https://docs.stripe.com/expand>.
        """
    @property
    def extra(self) -> Mapping[str, str]:
        """Any other of Stripe's parameters, by its path: ``automatic_tax.enabled`` = ``true``."""

class ListSessions(Record):
    """Lists the merchant's Checkout Sessions, newest first. There is no filter by metadata or by
    ``client_reference_id``.

    ``GET /v1/checkout/sessions``, <https://docs.stripe.com/api/checkout/sessions/list>.
    """
    def __init__(
        self,
        *,
        created: Created | None = ...,
        customer: str | None = ...,
        customer_account: str | None = ...,
        customer_details: CustomerDetailsFilter | None = ...,
        payment_intent: str | None = ...,
        subscription: str | None = ...,
        status: str | None = ...,
        limit: int | None = ...,
        starting_after: str | None = ...,
        ending_before: str | None = ...,
        expand: Sequence[str] = ...,
        extra: Mapping[str, str | int | float | bool] | None = ...,
    ) -> None: ...
    @property
    def created(self) -> Created | None:
        """Only sessions created in this period."""
    @property
    def customer(self) -> str | None:
        """Only sessions of this Customer, ``cus_…``."""
    @property
    def customer_account(self) -> str | None:
        """Only sessions of the merchant that you bill by this account, ``acct_…``."""
    @property
    def customer_details(self) -> CustomerDetailsFilter | None:
        """Only sessions of a customer with these details."""
    @property
    def payment_intent(self) -> str | None:
        """Only the session of this payment intent, ``pi_…``."""
    @property
    def subscription(self) -> str | None:
        """Only the session of this subscription, ``sub_…``."""
    @property
    def status(self) -> str | None:
        """``open``, ``complete`` or ``expired``."""
    @property
    def limit(self) -> int | None:
        """The page size, 1 to 100; 10 if absent."""
    @property
    def starting_after(self) -> str | None:
        """The id after which the page starts; the call's ``next_page`` fills it in."""
    @property
    def ending_before(self) -> str | None:
        """The id before which the page ends, to list backwards."""
    @property
    def expand(self) -> tuple[str, ...]:
        """Which ids in the response to expand to their objects, such as ``payment_intent``; at most four
        levels deep. See <https://docs.stripe.com/expand>.
        """
    @property
    def extra(self) -> Mapping[str, str]:
        """Any other of Stripe's parameters, by its path: ``automatic_tax.enabled`` = ``true``."""

class ListV2Accounts(Record):
    """Lists the platform's accounts through Stripe's v2, including those of v1. Closed accounts are left
    out unless they are requested.

    ``GET /v2/core/accounts``, <https://docs.stripe.com/api/v2/core/accounts/list>.
    """
    def __init__(
        self,
        *,
        applied_configurations: Sequence[Literal["customer", "merchant", "recipient"]] = ...,
        closed: bool | None = ...,
        limit: int | None = ...,
        extra: Mapping[str, str | int | float | bool] | None = ...,
    ) -> None: ...
    @property
    def applied_configurations(self) -> tuple[Literal["customer", "merchant", "recipient"], ...]:
        """Only accounts with these configurations: ``customer``, ``merchant``, ``recipient``."""
    @property
    def closed(self) -> bool | None:
        """Only closed ones, or only open ones."""
    @property
    def limit(self) -> int | None:
        """The page size, 1 to 100."""
    @property
    def extra(self) -> Mapping[str, str]:
        """Any other of Stripe's parameters, by its path: ``identity.individual.given_name`` = ``Ada``.
        ``true``, ``false`` and ``null`` are sent as such, and so is a JSON object, a JSON list, or a
        text in quotes.
        """

class ListWebhookEndpoints(Record):
    """Lists the platform's webhook endpoints.

    ``GET /v1/webhook_endpoints``, <https://docs.stripe.com/api/webhook_endpoints/list>.
    """
    def __init__(
        self,
        *,
        limit: int | None = ...,
        starting_after: str | None = ...,
        ending_before: str | None = ...,
        expand: Sequence[str] = ...,
        extra: Mapping[str, str | int | float | bool] | None = ...,
    ) -> None: ...
    @property
    def limit(self) -> int | None:
        """The page size, 1 to 100; 10 if absent."""
    @property
    def starting_after(self) -> str | None:
        """The id after which the page starts; the call's ``next_page`` fills it in."""
    @property
    def ending_before(self) -> str | None:
        """The id before which the page ends, to list backwards."""
    @property
    def expand(self) -> tuple[str, ...]:
        """Which ids in the response to expand to their objects, such as ``payment_intent``; at most four
        levels deep. See <https://docs.stripe.com/expand>.
        """
    @property
    def extra(self) -> Mapping[str, str]:
        """Any other of Stripe's parameters, by its path: ``automatic_tax.enabled`` = ``true``."""

class LoginLink(Record):
    """A link to a merchant's Express Dashboard. It can be used once.

    <https://docs.stripe.com/api/accounts/login_link>
    """
    def __init__(
        self,
        *,
        created: int | None = ...,
        url: str | None = ...,
        raw: str = ...,
        replayed: bool = ...,
    ) -> None: ...
    @property
    def created(self) -> int | None:
        """When it was created, in unix seconds."""
    @property
    def url(self) -> str:
        """The URL to redirect the merchant to at once. Do not show it to anyone else."""
    @property
    def raw(self) -> str:
        """The object's JSON text as it was received; left out when the record is printed."""
    @property
    def replayed(self) -> bool:
        """Whether this is Stripe's stored response to an earlier request with the same idempotency key, so that
        nothing happened this time; ``False`` for an object in an event. Not compared.
        """

class MerchantCapabilities(Record):
    """The capabilities of a merchant. Request only what you need: each capability can mean more questions
    for the merchant. Direct charges need ``card_payments``, and every other payment method needs its
    own.

    ``ach_debit_payments`` is ``us_bank_account_ach_payments`` in v1. Request those that Stripe's v2
    lacks, such as ``pix_payments``, on the same account with ``accounts.capabilities.update``.
    """
    def __init__(
        self,
        *,
        ach_debit_payments: CapabilityRequest | None = ...,
        acss_debit_payments: CapabilityRequest | None = ...,
        affirm_payments: CapabilityRequest | None = ...,
        afterpay_clearpay_payments: CapabilityRequest | None = ...,
        alma_payments: CapabilityRequest | None = ...,
        amazon_pay_payments: CapabilityRequest | None = ...,
        au_becs_debit_payments: CapabilityRequest | None = ...,
        bacs_debit_payments: CapabilityRequest | None = ...,
        bancontact_payments: CapabilityRequest | None = ...,
        blik_payments: CapabilityRequest | None = ...,
        blik_recurring_payments: CapabilityRequest | None = ...,
        boleto_payments: CapabilityRequest | None = ...,
        card_payments: CapabilityRequest | None = ...,
        cartes_bancaires_payments: CapabilityRequest | None = ...,
        cashapp_payments: CapabilityRequest | None = ...,
        eps_payments: CapabilityRequest | None = ...,
        fpx_payments: CapabilityRequest | None = ...,
        gb_bank_transfer_payments: CapabilityRequest | None = ...,
        grabpay_payments: CapabilityRequest | None = ...,
        ideal_payments: CapabilityRequest | None = ...,
        jcb_payments: CapabilityRequest | None = ...,
        jp_bank_transfer_payments: CapabilityRequest | None = ...,
        kakao_pay_payments: CapabilityRequest | None = ...,
        klarna_payments: CapabilityRequest | None = ...,
        konbini_payments: CapabilityRequest | None = ...,
        kr_card_payments: CapabilityRequest | None = ...,
        link_payments: CapabilityRequest | None = ...,
        mobilepay_payments: CapabilityRequest | None = ...,
        multibanco_payments: CapabilityRequest | None = ...,
        mx_bank_transfer_payments: CapabilityRequest | None = ...,
        naver_pay_payments: CapabilityRequest | None = ...,
        oxxo_payments: CapabilityRequest | None = ...,
        p24_payments: CapabilityRequest | None = ...,
        pay_by_bank_payments: CapabilityRequest | None = ...,
        payco_payments: CapabilityRequest | None = ...,
        paynow_payments: CapabilityRequest | None = ...,
        promptpay_payments: CapabilityRequest | None = ...,
        revolut_pay_payments: CapabilityRequest | None = ...,
        samsung_pay_payments: CapabilityRequest | None = ...,
        satispay_payments: CapabilityRequest | None = ...,
        sepa_bank_transfer_payments: CapabilityRequest | None = ...,
        sepa_debit_payments: CapabilityRequest | None = ...,
        sequra_payments: CapabilityRequest | None = ...,
        sunbit_payments: CapabilityRequest | None = ...,
        swish_payments: CapabilityRequest | None = ...,
        twint_payments: CapabilityRequest | None = ...,
        us_bank_transfer_payments: CapabilityRequest | None = ...,
        zip_payments: CapabilityRequest | None = ...,
    ) -> None: ...
    @property
    def ach_debit_payments(self) -> CapabilityRequest | None:
        """Payments by this method."""
    @property
    def acss_debit_payments(self) -> CapabilityRequest | None:
        """Payments by this method."""
    @property
    def affirm_payments(self) -> CapabilityRequest | None:
        """Payments by this method."""
    @property
    def afterpay_clearpay_payments(self) -> CapabilityRequest | None:
        """Payments by this method."""
    @property
    def alma_payments(self) -> CapabilityRequest | None:
        """Payments by this method."""
    @property
    def amazon_pay_payments(self) -> CapabilityRequest | None:
        """Payments by this method."""
    @property
    def au_becs_debit_payments(self) -> CapabilityRequest | None:
        """Payments by this method."""
    @property
    def bacs_debit_payments(self) -> CapabilityRequest | None:
        """Payments by this method."""
    @property
    def bancontact_payments(self) -> CapabilityRequest | None:
        """Payments by this method."""
    @property
    def blik_payments(self) -> CapabilityRequest | None:
        """Payments by this method."""
    @property
    def blik_recurring_payments(self) -> CapabilityRequest | None:
        """Payments by this method."""
    @property
    def boleto_payments(self) -> CapabilityRequest | None:
        """Payments by this method."""
    @property
    def card_payments(self) -> CapabilityRequest | None:
        """Payments by this method."""
    @property
    def cartes_bancaires_payments(self) -> CapabilityRequest | None:
        """Payments by this method."""
    @property
    def cashapp_payments(self) -> CapabilityRequest | None:
        """Payments by this method."""
    @property
    def eps_payments(self) -> CapabilityRequest | None:
        """Payments by this method."""
    @property
    def fpx_payments(self) -> CapabilityRequest | None:
        """Payments by this method."""
    @property
    def gb_bank_transfer_payments(self) -> CapabilityRequest | None:
        """Payments by this method."""
    @property
    def grabpay_payments(self) -> CapabilityRequest | None:
        """Payments by this method."""
    @property
    def ideal_payments(self) -> CapabilityRequest | None:
        """Payments by this method."""
    @property
    def jcb_payments(self) -> CapabilityRequest | None:
        """Payments by this method."""
    @property
    def jp_bank_transfer_payments(self) -> CapabilityRequest | None:
        """Payments by this method."""
    @property
    def kakao_pay_payments(self) -> CapabilityRequest | None:
        """Payments by this method."""
    @property
    def klarna_payments(self) -> CapabilityRequest | None:
        """Payments by this method."""
    @property
    def konbini_payments(self) -> CapabilityRequest | None:
        """Payments by this method."""
    @property
    def kr_card_payments(self) -> CapabilityRequest | None:
        """Payments by this method."""
    @property
    def link_payments(self) -> CapabilityRequest | None:
        """Payments by this method."""
    @property
    def mobilepay_payments(self) -> CapabilityRequest | None:
        """Payments by this method."""
    @property
    def multibanco_payments(self) -> CapabilityRequest | None:
        """Payments by this method."""
    @property
    def mx_bank_transfer_payments(self) -> CapabilityRequest | None:
        """Payments by this method."""
    @property
    def naver_pay_payments(self) -> CapabilityRequest | None:
        """Payments by this method."""
    @property
    def oxxo_payments(self) -> CapabilityRequest | None:
        """Payments by this method."""
    @property
    def p24_payments(self) -> CapabilityRequest | None:
        """Payments by this method."""
    @property
    def pay_by_bank_payments(self) -> CapabilityRequest | None:
        """Payments by this method."""
    @property
    def payco_payments(self) -> CapabilityRequest | None:
        """Payments by this method."""
    @property
    def paynow_payments(self) -> CapabilityRequest | None:
        """Payments by this method."""
    @property
    def promptpay_payments(self) -> CapabilityRequest | None:
        """Payments by this method."""
    @property
    def revolut_pay_payments(self) -> CapabilityRequest | None:
        """Payments by this method."""
    @property
    def samsung_pay_payments(self) -> CapabilityRequest | None:
        """Payments by this method."""
    @property
    def satispay_payments(self) -> CapabilityRequest | None:
        """Payments by this method."""
    @property
    def sepa_bank_transfer_payments(self) -> CapabilityRequest | None:
        """Payments by this method."""
    @property
    def sepa_debit_payments(self) -> CapabilityRequest | None:
        """Payments by this method."""
    @property
    def sequra_payments(self) -> CapabilityRequest | None:
        """Payments by this method."""
    @property
    def sunbit_payments(self) -> CapabilityRequest | None:
        """Payments by this method."""
    @property
    def swish_payments(self) -> CapabilityRequest | None:
        """Payments by this method."""
    @property
    def twint_payments(self) -> CapabilityRequest | None:
        """Payments by this method."""
    @property
    def us_bank_transfer_payments(self) -> CapabilityRequest | None:
        """Payments by this method."""
    @property
    def zip_payments(self) -> CapabilityRequest | None:
        """Payments by this method."""

class MerchantConfiguration(Record):
    """An account that accepts payments."""
    def __init__(
        self,
        *,
        applied: bool | None = ...,
        capabilities: MerchantCapabilities | None = ...,
        branding: AccountBranding | None = ...,
        card_payments: CardPaymentsRules | None = ...,
        mcc: str | None = ...,
        statement_descriptor: StatementDescriptor | None = ...,
        support: MerchantSupport | None = ...,
    ) -> None: ...
    @property
    def applied(self) -> bool | None:
        """Only in an update: ``false`` turns the configuration off, ``true`` turns it on again."""
    @property
    def capabilities(self) -> MerchantCapabilities | None:
        """The capabilities to request."""
    @property
    def branding(self) -> AccountBranding | None:
        """The branding of its Checkout pages."""
    @property
    def card_payments(self) -> CardPaymentsRules | None:
        """Which card payments are declined."""
    @property
    def mcc(self) -> str | None:
        """The merchant category code, four digits."""
    @property
    def statement_descriptor(self) -> StatementDescriptor | None:
        """What its customers see on their bank statements."""
    @property
    def support(self) -> MerchantSupport | None:
        """How its customers reach support."""

class MerchantEffect(Record):
    """The effect of a change of a default on one merchant."""
    def __init__(
        self,
        *,
        account: str | None = ...,
        method: str | None = ...,
        before: Literal["on", "off"] | None = ...,
        after: Literal["on", "off"] | None = ...,
        may_override: bool | None = ...,
        chosen: str | None = ...,
        capability: str | None = ...,
        capability_status: Literal["active", "inactive", "pending", "unrequested"] | str | None = ...,
        customers: Literal["shown", "hidden", "hidden_without_capability"] | None = ...,
    ) -> None: ...
    @property
    def account(self) -> str:
        """``acct_…``"""
    @property
    def method(self) -> str:
        """The method."""
    @property
    def before(self) -> Literal["on", "off"]:
        """``on`` or ``off``, before the change."""
    @property
    def after(self) -> Literal["on", "off"]:
        """``on`` or ``off``, after the change; unchanged if the merchant's own choice applies."""
    @property
    def may_override(self) -> bool:
        """Whether the merchant may choose for itself."""
    @property
    def chosen(self) -> str | None:
        """The merchant's own choice, if it has made one."""
    @property
    def capability(self) -> str | None:
        """The capability that the method needs, if known."""
    @property
    def capability_status(self) -> Literal["active", "inactive", "pending", "unrequested"] | str | None:
        """The status of that capability: ``active``, ``inactive``, ``pending`` or ``unrequested``."""
    @property
    def customers(self) -> Literal["shown", "hidden", "hidden_without_capability"]:
        """What the merchant's customers will see: ``shown``, ``hidden``, or ``hidden_without_capability``
        if it is on but the capability is not active.
        """

class MerchantMethods(Record):
    """A merchant as a review needs it: its child configuration and its capabilities."""
    def __init__(
        self,
        *,
        account: str | None = ...,
        configuration: PaymentMethodConfiguration | None = ...,
        capabilities: Mapping[str, str] | None = ...,
    ) -> None: ...
    @property
    def account(self) -> str:
        """``acct_…``"""
    @property
    def configuration(self) -> PaymentMethodConfiguration:
        """The merchant's child of the platform's configuration."""
    @property
    def capabilities(self) -> Mapping[str, str]:
        """``Account.capabilities``: each capability's status by its name."""

class MerchantSupport(Record):
    """How a merchant's customers reach support. Customers see this."""
    def __init__(
        self,
        *,
        email: str | None = ...,
        phone: str | None = ...,
        url: str | None = ...,
    ) -> None: ...
    @property
    def email(self) -> str | None:
        """The e-mail address."""
    @property
    def phone(self) -> str | None:
        """The phone number."""
    @property
    def url(self) -> str | None:
        """The URL."""

class MethodOptions(Record):
    """Settings that most payment methods share. Each method accepts the values that Stripe lists for it."""
    def __init__(
        self,
        *,
        capture_method: Literal["manual"] | None = ...,
        setup_future_usage: Literal["none", "off_session", "on_session"] | str | None = ...,
    ) -> None: ...
    @property
    def capture_method(self) -> Literal["manual"] | None:
        """``manual``, to authorize the payment now and capture it later."""
    @property
    def setup_future_usage(self) -> Literal["none", "off_session", "on_session"] | str | None:
        """Whether the payment method is saved: ``none``, ``off_session`` or ``on_session``."""

class MethodPreference(Record):
    """An account's choice for a payment method."""
    def __init__(
        self,
        *,
        method: str,
        preference: Literal["none", "off", "on"],
    ) -> None: ...
    @property
    def method(self) -> str:
        """The method, such as ``affirm``."""
    @property
    def preference(self) -> Literal["none", "off", "on"]:
        """``on``, ``off``, or ``none`` for no choice of its own."""

class MethodStanding(Record):
    """The state of a payment method for the platform and for one of its merchants."""
    def __init__(
        self,
        *,
        method: str | None = ...,
        setting: Literal["on_by_default", "off_by_default", "blocked"] | None = ...,
        may_override: bool | None = ...,
        chosen: Literal["on", "off"] | None = ...,
        on: bool | None = ...,
        available: bool | None = ...,
    ) -> None: ...
    @property
    def method(self) -> str:
        """The method, such as ``sepa_debit``."""
    @property
    def setting(self) -> Literal["on_by_default", "off_by_default", "blocked"]:
        """The platform's setting."""
    @property
    def may_override(self) -> bool | None:
        """Whether the merchant may choose for itself; without a merchant, whether merchants may in general,
        or ``None`` if Stripe does not say.
        """
    @property
    def chosen(self) -> Literal["on", "off"] | None:
        """The merchant's own choice, ``on`` or ``off``, if it applies."""
    @property
    def on(self) -> bool:
        """Whether it is on, whatever the status of the merchant's capability."""
    @property
    def available(self) -> bool:
        """Whether customers can pay with it: it is on, and the capability is active."""

class MethodState(Record):
    """The state of a payment method in a configuration."""
    def __init__(
        self,
        *,
        method: str | None = ...,
        available: bool | None = ...,
        value: Literal["on", "off"] | str | None = ...,
        preference: Literal["on", "off", "none"] | str | None = ...,
        overridable: bool | None = ...,
    ) -> None: ...
    @property
    def method(self) -> str:
        """The method, such as ``affirm``."""
    @property
    def available(self) -> bool:
        """Whether customers can pay with it: it is on, and the capability is active."""
    @property
    def value(self) -> Literal["on", "off"] | str | None:
        """The effective setting: ``on`` or ``off``."""
    @property
    def preference(self) -> Literal["on", "off", "none"] | str | None:
        """The account's own choice: ``on``, ``off``, or ``none`` if it never chose, which is not the same
        as ``off``.
        """
    @property
    def overridable(self) -> bool | None:
        """In a child, whether the account's choice applies; if ``false``, the parent's does."""

class Missing(Record):
    """Something that is missing."""
    def __init__(
        self,
        *,
        code: str | None = ...,
        detail: str | None = ...,
        deadline: int | None = ...,
        resolved_by: str | None = ...,
    ) -> None: ...
    @property
    def code(self) -> str:
        """- ``charges_disabled``: Stripe has disabled payments; ``detail`` says why; -
        ``capability_unrequested``, ``capability_inactive``, ``capability_pending``: the status of the
        capability in ``detail``; - ``past_due``, ``currently_due``, and later on ``eventually_due``:
        information that Stripe requires; ``detail`` says which; - ``pending_verification``: under review
        by Stripe; - ``error``: information was rejected; ``detail`` is Stripe's message; -
        ``configuration_unapplied``: the account's configuration in ``detail`` is turned off; -
        ``account_closed``: nothing can be done with the account any more; - ``not_included``: the
        account was retrieved without the field in ``detail``, so its state is unknown.
        """
    @property
    def detail(self) -> str:
        """The capability, requirement or message that it concerns."""
    @property
    def deadline(self) -> int | None:
        """The deadline in unix seconds, if Stripe sets one."""
    @property
    def resolved_by(self) -> str:
        """What resolves it: ``account_link`` (create one and redirect the merchant to it),
        ``request_capability`` (``accounts.capabilities.update``, in v2 ``v2.core.accounts.update``),
        ``merchant_dashboard`` (the merchant submits it in Stripe's Dashboard), ``wait``, or
        ``contact_stripe``; in v2 also ``apply_configuration`` (``v2.core.accounts.update``),
        ``read_account`` (with ``include``), and ``new_account``.
        """

class NameCollection(Record):
    """Collection of the customer's name."""
    def __init__(
        self,
        *,
        business: NameQuestion | None = ...,
        individual: NameQuestion | None = ...,
    ) -> None: ...
    @property
    def business(self) -> NameQuestion | None:
        """The name of a business."""
    @property
    def individual(self) -> NameQuestion | None:
        """The name of a person."""

class NameQuestion(Record):
    """Collection of one name."""
    def __init__(
        self,
        *,
        enabled: bool,
        optional: bool | None = ...,
    ) -> None: ...
    @property
    def enabled(self) -> bool:
        """Whether the page asks for it."""
    @property
    def optional(self) -> bool | None:
        """Whether the customer can leave it empty."""

class Offer(Record):
    """What a customer will see on the hosted page, as far as it can be known beforehand: Stripe decides,
    also by the customer's country and device.
    """
    def __init__(
        self,
        *,
        offered: Sequence[str] = ...,
        left_out: Sequence[LeftOut] = ...,
    ) -> None: ...
    @property
    def offered(self) -> tuple[str, ...]:
        """The methods that will be shown."""
    @property
    def left_out(self) -> tuple[LeftOut, ...]:
        """The methods that will not be shown."""

class Onboarding(Record):
    """The state of a merchant's onboarding, and the next step."""
    def __init__(
        self,
        *,
        stage: Literal["new", "unread", "unrequested", "details_needed", "in_review", "blocked", "ready", "closed"] | None = ...,
        ready: bool | None = ...,
        next: OnboardingStep | None = ...,
        missing: Sequence[Missing] = ...,
        later: Sequence[Missing] = ...,
    ) -> None: ...
    @property
    def stage(self) -> Literal["new", "unread", "unrequested", "details_needed", "in_review", "blocked", "ready", "closed"]:
        """- ``new``: there is no account; - ``unread``: it was retrieved without the fields that show its
        state; - ``unrequested``: a needed capability was not requested, or is turned off; -
        ``details_needed``: Stripe requires information from the merchant; - ``in_review``: Stripe is
        reviewing the information; - ``blocked``: only Stripe can say how to continue; - ``ready``: it
        can accept payments, although something may be required to keep it that way; - ``closed``: the
        account is closed.
        """
    @property
    def ready(self) -> bool:
        """Whether it can accept payments."""
    @property
    def next(self) -> OnboardingStep | None:
        """What to do now; absent if there is nothing to do."""
    @property
    def missing(self) -> tuple[Missing, ...]:
        """What is missing, as in ``readiness``."""
    @property
    def later(self) -> tuple[Missing, ...]:
        """What Stripe will require at a later date."""

class OnboardingOptions(Record):
    """What the merchant needs, and the pages of yours that it returns to."""
    def __init__(
        self,
        *,
        needed: Sequence[str] = ...,
        refresh_url: str | None = ...,
        return_url: str | None = ...,
    ) -> None: ...
    @property
    def needed(self) -> tuple[str, ...]:
        """Further capabilities that this merchant should have, such as ``sepa_debit_payments``, beyond
        those that every direct charge needs.
        """
    @property
    def refresh_url(self) -> str | None:
        """Where the merchant goes if a link was used or has expired: create a new one there."""
    @property
    def return_url(self) -> str | None:
        """Where the merchant returns to."""

class OnboardingStep(Record):
    """The next step of a merchant's onboarding."""
    def __init__(
        self,
        *,
        action: Literal["create_account", "read_account", "apply_configuration", "request_capability", "account_link", "merchant_dashboard", "wait", "contact_stripe"] | None = ...,
        operation: str | None = ...,
        params: str | None = ...,
        deadline: int | None = ...,
    ) -> None: ...
    @property
    def action(self) -> Literal["create_account", "read_account", "apply_configuration", "request_capability", "account_link", "merchant_dashboard", "wait", "contact_stripe"]:
        """- ``create_account``, ``read_account``, ``apply_configuration``, ``request_capability``: make the
        call; - ``account_link``: make the call when the merchant clicks, and redirect to the link's
        ``url``; - ``merchant_dashboard``: the merchant submits the information in Stripe's Dashboard; -
        ``wait``: for an event about a change of the account; - ``contact_stripe``: only Stripe can help.
        """
    @property
    def operation(self) -> str | None:
        """The operation of the call, by name, on the platform's own account. For a new account, add to
        ``params`` who the merchant is, which Dashboard it gets, and who pays for what.
        """
    @property
    def params(self) -> str | None:
        """The call's parameters, as JSON."""
    @property
    def deadline(self) -> int | None:
        """The deadline in unix seconds, if Stripe sets one."""

class OptionalItem(Record):
    """An item that the customer can add."""
    def __init__(
        self,
        *,
        price: str,
        quantity: int,
        adjustable_quantity: AdjustableQuantity | None = ...,
    ) -> None: ...
    @property
    def price(self) -> str:
        """The id of a Price on the merchant's own account."""
    @property
    def quantity(self) -> int:
        """How many; at least 1."""
    @property
    def adjustable_quantity(self) -> AdjustableQuantity | None:
        """Whether the customer can change the quantity."""

class PaymentError(Record):
    """Why an attempt to pay failed."""
    def __init__(
        self,
        *,
        code: str | None = ...,
        decline_code: str | None = ...,
        message: str | None = ...,
    ) -> None: ...
    @property
    def code(self) -> str | None:
        """Stripe's ``code``, such as ``card_declined``."""
    @property
    def decline_code(self) -> str | None:
        """The card issuer's reason."""
    @property
    def message(self) -> str | None:
        """Stripe's message."""

class PaymentFacts(Record):
    """What happened to one payment, in minor units of one currency."""
    def __init__(
        self,
        *,
        currency: str,
        gross: int,
        fees_payer: str,
        application_fee: int | None = ...,
        stripe_fee: int | None = ...,
        refunds: Sequence[int] = ...,
        fee_refunds: Sequence[int] = ...,
        disputes: Sequence[DisputeFacts] = ...,
    ) -> None: ...
    @property
    def currency(self) -> str:
        """Three-letter currency code."""
    @property
    def gross(self) -> int:
        """The captured amount, which the customer paid."""
    @property
    def fees_payer(self) -> str:
        """Who pays Stripe's fees, as in the merchant's ``controller.fees.payer``; in v2 as in
        ``defaults.responsibilities.fees_collector``, where ``stripe`` means the same as ``account``.
        """
    @property
    def application_fee(self) -> int:
        """The fee that the platform collected."""
    @property
    def stripe_fee(self) -> int:
        """The fees that Stripe collected, including taxes on them."""
    @property
    def refunds(self) -> tuple[int, ...]:
        """The refunds to the customer, one entry each; without failed and canceled ones."""
    @property
    def fee_refunds(self) -> tuple[int, ...]:
        """The part of its fee that the platform refunded to the merchant."""
    @property
    def disputes(self) -> tuple[DisputeFacts, ...]:
        """The disputes of the payment."""

class PaymentIntent(Record):
    """A payment intent on the merchant's account: one payment, through all its attempts.

    <https://docs.stripe.com/api/payment_intents/object>
    """
    def __init__(
        self,
        *,
        id: str | None = ...,
        status: Literal["requires_payment_method", "requires_confirmation", "requires_action", "processing", "requires_capture", "succeeded", "canceled"] | str | None = ...,
        amount: int | None = ...,
        amount_capturable: int | None = ...,
        amount_received: int | None = ...,
        currency: str | None = ...,
        application_fee_amount: int | None = ...,
        capture_method: Literal["automatic", "automatic_async", "manual"] | str | None = ...,
        latest_charge: str | None = ...,
        customer: str | None = ...,
        payment_method: str | None = ...,
        last_payment_error: PaymentError | None = ...,
        cancellation_reason: str | None = ...,
        description: str | None = ...,
        metadata: Mapping[str, str] | None = ...,
        livemode: bool | None = ...,
        created: int | None = ...,
        raw: str = ...,
        replayed: bool = ...,
    ) -> None: ...
    @property
    def id(self) -> str:
        """``pi_…``"""
    @property
    def status(self) -> Literal["requires_payment_method", "requires_confirmation", "requires_action", "processing", "requires_capture", "succeeded", "canceled"] | str | None:
        """``requires_payment_method``, ``requires_confirmation``, ``requires_action``, ``processing``,
        ``requires_capture``, ``succeeded`` or ``canceled``.
        """
    @property
    def amount(self) -> int | None:
        """The amount to be paid, in minor units."""
    @property
    def amount_capturable(self) -> int | None:
        """The amount that can be captured now, in minor units."""
    @property
    def amount_received(self) -> int | None:
        """The amount received, in minor units."""
    @property
    def currency(self) -> str | None:
        """The currency, three lower-case letters."""
    @property
    def application_fee_amount(self) -> int | None:
        """The platform's fee, in minor units."""
    @property
    def capture_method(self) -> Literal["automatic", "automatic_async", "manual"] | str | None:
        """``automatic``, ``automatic_async`` or ``manual``."""
    @property
    def latest_charge(self) -> str | None:
        """``ch_…``, the latest charge."""
    @property
    def customer(self) -> str | None:
        """``cus_…`` on the merchant's account."""
    @property
    def payment_method(self) -> str | None:
        """``pm_…``"""
    @property
    def last_payment_error(self) -> PaymentError | None:
        """Why the last attempt failed."""
    @property
    def cancellation_reason(self) -> str | None:
        """Why it was canceled."""
    @property
    def description(self) -> str | None:
        """A description for the merchant."""
    @property
    def metadata(self) -> Mapping[str, str]:
        """Your own metadata."""
    @property
    def livemode(self) -> bool:
        """Whether it is in live mode."""
    @property
    def created(self) -> int | None:
        """When it was created, in unix seconds."""
    @property
    def raw(self) -> str:
        """The object's JSON text as it was received; left out when the record is printed."""
    @property
    def replayed(self) -> bool:
        """Whether this is Stripe's stored response to an earlier request with the same idempotency key, so that
        nothing happened this time; ``False`` for an object in an event. Not compared.
        """

class PaymentIntentData(Record):
    """What a Checkout Session in ``payment`` mode passes on to its payment intent."""
    def __init__(
        self,
        *,
        application_fee_amount: int | None = ...,
        capture_method: Literal["automatic", "automatic_async", "manual"] | str | None = ...,
        description: str | None = ...,
        metadata: Mapping[str, str | int | float | bool] | None = ...,
        receipt_email: str | None = ...,
        setup_future_usage: Literal["off_session", "on_session"] | str | None = ...,
        shipping: Shipping | None = ...,
        statement_descriptor: str | None = ...,
        statement_descriptor_suffix: str | None = ...,
    ) -> None: ...
    @property
    def application_fee_amount(self) -> int | None:
        """The platform's fee in minor units, unless ``application_fee`` gives it."""
    @property
    def capture_method(self) -> Literal["automatic", "automatic_async", "manual"] | str | None:
        """``automatic``, ``automatic_async``, or ``manual`` to authorize the payment now and capture it
        later: the session then completes as ``unpaid``, and the order must not be fulfilled before the
        capture.
        """
    @property
    def description(self) -> str | None:
        """A description for the merchant, at most 1000 characters."""
    @property
    def metadata(self) -> Mapping[str, str]:
        """Your own metadata, stored on the payment intent: at most 50 keys."""
    @property
    def receipt_email(self) -> str | None:
        """The address to which Stripe sends its receipt."""
    @property
    def setup_future_usage(self) -> Literal["off_session", "on_session"] | str | None:
        """``on_session`` or ``off_session``, to save the payment method for later payments."""
    @property
    def shipping(self) -> Shipping | None:
        """The shipping details, if the platform knows them already."""
    @property
    def statement_descriptor(self) -> str | None:
        """The text on the customer's bank statement, at most 22 characters; not for cards."""
    @property
    def statement_descriptor_suffix(self) -> str | None:
        """The text on a card statement after the merchant's own prefix, at most 22 characters."""

class PaymentMethodConfiguration(Record):
    """Which payment methods an account offers to its customers, and who may change that.

    The platform's own configuration is the parent; each merchant has a child of it for direct charges.
    Whether merchants may change a method at all can be set only in Stripe's Dashboard, not through the
    API.

    <https://docs.stripe.com/api/payment_method_configurations/object>
    """
    def __init__(
        self,
        *,
        id: str | None = ...,
        name: str | None = ...,
        parent: str | None = ...,
        application: str | None = ...,
        active: bool | None = ...,
        is_default: bool | None = ...,
        livemode: bool | None = ...,
        methods: Sequence[MethodState] = ...,
        raw: str = ...,
        replayed: bool = ...,
    ) -> None: ...
    @property
    def id(self) -> str:
        """``pmc_…``"""
    @property
    def name(self) -> str | None:
        """Its name in the Dashboard."""
    @property
    def parent(self) -> str | None:
        """The parent of this configuration; absent for a parent."""
    @property
    def application(self) -> str | None:
        """The Connect application of a child, ``ca_…``."""
    @property
    def active(self) -> bool:
        """Whether it is active."""
    @property
    def is_default(self) -> bool:
        """Whether it is used where no configuration is named."""
    @property
    def livemode(self) -> bool:
        """Whether it is in live mode."""
    @property
    def methods(self) -> tuple[MethodState, ...]:
        """The methods in the account's country; a method that is absent is not available there."""
    @property
    def raw(self) -> str:
        """The object's JSON text as it was received; left out when the record is printed."""
    @property
    def replayed(self) -> bool:
        """Whether this is Stripe's stored response to an earlier request with the same idempotency key, so that
        nothing happened this time; ``False`` for an object in an event. Not compared.
        """

class PaymentMethodData(Record):
    """How a new payment method is saved."""
    def __init__(
        self,
        *,
        allow_redisplay: Literal["always", "limited", "unspecified"] | str | None = ...,
    ) -> None: ...
    @property
    def allow_redisplay(self) -> Literal["always", "limited", "unspecified"] | str | None:
        """Whether it may be shown again: ``always``, ``limited`` or ``unspecified``."""

class PaymentMethodDomain(Record):
    """A domain on which wallets such as Apple Pay may be shown. Hosted Checkout needs none; the merchant's
    own pages do.

    <https://docs.stripe.com/api/payment_method_domains/object>
    """
    def __init__(
        self,
        *,
        id: str | None = ...,
        domain_name: str | None = ...,
        enabled: bool | None = ...,
        amazon_pay: DomainStatus | None = ...,
        apple_pay: DomainStatus | None = ...,
        google_pay: DomainStatus | None = ...,
        klarna: DomainStatus | None = ...,
        link: DomainStatus | None = ...,
        paypal: DomainStatus | None = ...,
        livemode: bool | None = ...,
        created: int | None = ...,
        raw: str = ...,
        replayed: bool = ...,
    ) -> None: ...
    @property
    def id(self) -> str:
        """``pmd_…``"""
    @property
    def domain_name(self) -> str | None:
        """The domain, such as ``shop.example``."""
    @property
    def enabled(self) -> bool:
        """Whether wallets may be shown on it."""
    @property
    def amazon_pay(self) -> DomainStatus | None:
        """The status of Amazon Pay."""
    @property
    def apple_pay(self) -> DomainStatus | None:
        """The status of Apple Pay."""
    @property
    def google_pay(self) -> DomainStatus | None:
        """The status of Google Pay."""
    @property
    def klarna(self) -> DomainStatus | None:
        """The status of Klarna."""
    @property
    def link(self) -> DomainStatus | None:
        """The status of Link."""
    @property
    def paypal(self) -> DomainStatus | None:
        """The status of PayPal."""
    @property
    def livemode(self) -> bool:
        """Whether it is in live mode."""
    @property
    def created(self) -> int | None:
        """When it was created, in unix seconds."""
    @property
    def raw(self) -> str:
        """The object's JSON text as it was received; left out when the record is printed."""
    @property
    def replayed(self) -> bool:
        """Whether this is Stripe's stored response to an earlier request with the same idempotency key, so that
        nothing happened this time; ``False`` for an object in an event. Not compared.
        """

class PaymentMethodOptions(Record):
    """Settings of individual payment methods. Settings that have no field here go into ``extra`` by their
    path, such as ``payment_method_options.payto.mandate_options.purpose``.
    """
    def __init__(
        self,
        *,
        acss_debit: AcssDebitOptions | None = ...,
        affirm: MethodOptions | None = ...,
        afterpay_clearpay: MethodOptions | None = ...,
        alipay: MethodOptions | None = ...,
        alma: MethodOptions | None = ...,
        amazon_pay: MethodOptions | None = ...,
        au_becs_debit: DebitOptions | None = ...,
        bacs_debit: DebitOptions | None = ...,
        bancontact: MethodOptions | None = ...,
        billie: MethodOptions | None = ...,
        blik: MethodOptions | None = ...,
        boleto: VoucherOptions | None = ...,
        card: CardOptions | None = ...,
        cashapp: MethodOptions | None = ...,
        crypto: MethodOptions | None = ...,
        customer_balance: CustomerBalanceOptions | None = ...,
        eps: MethodOptions | None = ...,
        fpx: MethodOptions | None = ...,
        giropay: MethodOptions | None = ...,
        grabpay: MethodOptions | None = ...,
        ideal: MethodOptions | None = ...,
        kakao_pay: MethodOptions | None = ...,
        klarna: MethodOptions | None = ...,
        konbini: VoucherOptions | None = ...,
        kr_card: MethodOptions | None = ...,
        link: MethodOptions | None = ...,
        mobilepay: MethodOptions | None = ...,
        multibanco: MethodOptions | None = ...,
        naver_pay: MethodOptions | None = ...,
        oxxo: VoucherOptions | None = ...,
        p24: MethodOptions | None = ...,
        payco: MethodOptions | None = ...,
        paynow: MethodOptions | None = ...,
        paypal: MethodOptions | None = ...,
        pix: PixOptions | None = ...,
        revolut_pay: MethodOptions | None = ...,
        samsung_pay: MethodOptions | None = ...,
        satispay: MethodOptions | None = ...,
        scalapay: MethodOptions | None = ...,
        sepa_debit: DebitOptions | None = ...,
        sequra: MethodOptions | None = ...,
        sofort: MethodOptions | None = ...,
        sunbit: MethodOptions | None = ...,
        twint: MethodOptions | None = ...,
        us_bank_account: UsBankAccountOptions | None = ...,
        wechat_pay: WechatPayOptions | None = ...,
    ) -> None: ...
    @property
    def acss_debit(self) -> AcssDebitOptions | None:
        """Pre-authorized debits in Canada."""
    @property
    def affirm(self) -> MethodOptions | None:
        """Affirm."""
    @property
    def afterpay_clearpay(self) -> MethodOptions | None:
        """Afterpay and Clearpay."""
    @property
    def alipay(self) -> MethodOptions | None:
        """Alipay."""
    @property
    def alma(self) -> MethodOptions | None:
        """Alma."""
    @property
    def amazon_pay(self) -> MethodOptions | None:
        """Amazon Pay."""
    @property
    def au_becs_debit(self) -> DebitOptions | None:
        """Direct debits in Australia."""
    @property
    def bacs_debit(self) -> DebitOptions | None:
        """Direct debits in the United Kingdom."""
    @property
    def bancontact(self) -> MethodOptions | None:
        """Bancontact."""
    @property
    def billie(self) -> MethodOptions | None:
        """Billie."""
    @property
    def blik(self) -> MethodOptions | None:
        """BLIK."""
    @property
    def boleto(self) -> VoucherOptions | None:
        """Vouchers in Brazil."""
    @property
    def card(self) -> CardOptions | None:
        """Cards, and the wallets that use them."""
    @property
    def cashapp(self) -> MethodOptions | None:
        """Cash App Pay."""
    @property
    def crypto(self) -> MethodOptions | None:
        """Stablecoins and other crypto."""
    @property
    def customer_balance(self) -> CustomerBalanceOptions | None:
        """Bank transfers."""
    @property
    def eps(self) -> MethodOptions | None:
        """EPS."""
    @property
    def fpx(self) -> MethodOptions | None:
        """FPX."""
    @property
    def giropay(self) -> MethodOptions | None:
        """giropay."""
    @property
    def grabpay(self) -> MethodOptions | None:
        """GrabPay."""
    @property
    def ideal(self) -> MethodOptions | None:
        """iDEAL."""
    @property
    def kakao_pay(self) -> MethodOptions | None:
        """Kakao Pay."""
    @property
    def klarna(self) -> MethodOptions | None:
        """Klarna."""
    @property
    def konbini(self) -> VoucherOptions | None:
        """Vouchers in Japan."""
    @property
    def kr_card(self) -> MethodOptions | None:
        """Korean cards."""
    @property
    def link(self) -> MethodOptions | None:
        """Link."""
    @property
    def mobilepay(self) -> MethodOptions | None:
        """MobilePay."""
    @property
    def multibanco(self) -> MethodOptions | None:
        """Multibanco."""
    @property
    def naver_pay(self) -> MethodOptions | None:
        """Naver Pay."""
    @property
    def oxxo(self) -> VoucherOptions | None:
        """Vouchers in Mexico."""
    @property
    def p24(self) -> MethodOptions | None:
        """Przelewy24."""
    @property
    def payco(self) -> MethodOptions | None:
        """PAYCO."""
    @property
    def paynow(self) -> MethodOptions | None:
        """PayNow."""
    @property
    def paypal(self) -> MethodOptions | None:
        """PayPal."""
    @property
    def pix(self) -> PixOptions | None:
        """Instant payments in Brazil."""
    @property
    def revolut_pay(self) -> MethodOptions | None:
        """Revolut Pay."""
    @property
    def samsung_pay(self) -> MethodOptions | None:
        """Samsung Pay."""
    @property
    def satispay(self) -> MethodOptions | None:
        """Satispay."""
    @property
    def scalapay(self) -> MethodOptions | None:
        """Scalapay."""
    @property
    def sepa_debit(self) -> DebitOptions | None:
        """Direct debits in euros."""
    @property
    def sequra(self) -> MethodOptions | None:
        """seQura."""
    @property
    def sofort(self) -> MethodOptions | None:
        """Sofort."""
    @property
    def sunbit(self) -> MethodOptions | None:
        """Sunbit."""
    @property
    def twint(self) -> MethodOptions | None:
        """TWINT."""
    @property
    def us_bank_account(self) -> UsBankAccountOptions | None:
        """Debits in the United States."""
    @property
    def wechat_pay(self) -> WechatPayOptions | None:
        """WeChat Pay."""

class PaymentsSettings(Record):
    """Settings of all payments."""
    def __init__(
        self,
        *,
        statement_descriptor: str | None = ...,
    ) -> None: ...
    @property
    def statement_descriptor(self) -> str | None:
        """The statement descriptor for payments without their own, at most 22 characters."""

class PendingInvoiceItemInterval(Record):
    """How often pending invoice items are invoiced."""
    def __init__(
        self,
        *,
        interval: Literal["day", "month", "week", "year"] | str,
        interval_count: int | None = ...,
    ) -> None: ...
    @property
    def interval(self) -> Literal["day", "month", "week", "year"] | str:
        """``day``, ``week``, ``month`` or ``year``."""
    @property
    def interval_count(self) -> int | None:
        """The number of intervals between two invoices."""

class PhoneNumberCollection(Record):
    """Collection of the customer's phone number."""
    def __init__(
        self,
        *,
        enabled: bool,
    ) -> None: ...
    @property
    def enabled(self) -> bool:
        """Whether the page asks for a phone number."""

class PixOptions(Record):
    """Settings of Pix."""
    def __init__(
        self,
        *,
        amount_includes_iof: Literal["always", "never"] | str | None = ...,
        expires_after_seconds: int | None = ...,
        setup_future_usage: Literal["none", "off_session"] | str | None = ...,
    ) -> None: ...
    @property
    def amount_includes_iof(self) -> Literal["always", "never"] | str | None:
        """Whether the amount includes the IOF tax: ``always`` or ``never``."""
    @property
    def expires_after_seconds(self) -> int | None:
        """How many seconds the customer has to pay."""
    @property
    def setup_future_usage(self) -> Literal["none", "off_session"] | str | None:
        """Whether the payment method is saved: ``none`` or ``off_session``."""

class PortalAfterCompletion(Record):
    """Where the customer goes after completing the flow."""
    def __init__(
        self,
        *,
        type: Literal["hosted_confirmation", "portal_homepage", "redirect"] | str,
        redirect: PortalRedirect | None = ...,
        hosted_confirmation: PortalConfirmation | None = ...,
    ) -> None: ...
    @property
    def type(self) -> Literal["hosted_confirmation", "portal_homepage", "redirect"] | str:
        """``portal_homepage``, ``redirect`` or ``hosted_confirmation``."""
    @property
    def redirect(self) -> PortalRedirect | None:
        """Settings for ``redirect``."""
    @property
    def hosted_confirmation(self) -> PortalConfirmation | None:
        """Settings for ``hosted_confirmation``."""

class PortalConfirmation(Record):
    """A confirmation page hosted by Stripe."""
    def __init__(
        self,
        *,
        custom_message: str | None = ...,
    ) -> None: ...
    @property
    def custom_message(self) -> str | None:
        """Your own message on it."""

class PortalFlow(Record):
    """A flow that the customer is sent to."""
    def __init__(
        self,
        *,
        type: Literal["customer_update", "payment_method_update", "subscription_cancel", "subscription_pause", "subscription_update", "subscription_update_confirm"] | str,
        subscription_update: PortalSubscription | None = ...,
        subscription_cancel: PortalSubscription | None = ...,
        after_completion: PortalAfterCompletion | None = ...,
    ) -> None: ...
    @property
    def type(self) -> Literal["customer_update", "payment_method_update", "subscription_cancel", "subscription_pause", "subscription_update", "subscription_update_confirm"] | str:
        """``payment_method_update``, ``subscription_update``, ``subscription_cancel``, or another."""
    @property
    def subscription_update(self) -> PortalSubscription | None:
        """The subscription to change, with ``subscription_update``."""
    @property
    def subscription_cancel(self) -> PortalSubscription | None:
        """The subscription to cancel, with ``subscription_cancel``."""
    @property
    def after_completion(self) -> PortalAfterCompletion | None:
        """Where the customer goes after completing the flow."""

class PortalRedirect(Record):
    """A redirect to a page of yours."""
    def __init__(
        self,
        *,
        return_url: str,
    ) -> None: ...
    @property
    def return_url(self) -> str:
        """The URL of the page."""

class PortalSubscription(Record):
    """The subscription to change or cancel."""
    def __init__(
        self,
        *,
        subscription: str,
    ) -> None: ...
    @property
    def subscription(self) -> str:
        """``sub_…`` of that customer."""

class Posting(Record):
    """An amount that moved from one party to another."""
    def __init__(
        self,
        *,
        kind: Literal["payment", "application_fee", "stripe_fee", "refund", "application_fee_refund", "dispute", "dispute_fee"] | None = ...,
        payer: Literal["customer", "merchant", "platform", "stripe"] | None = ...,
        payee: str | None = ...,
        amount: int | None = ...,
    ) -> None: ...
    @property
    def kind(self) -> Literal["payment", "application_fee", "stripe_fee", "refund", "application_fee_refund", "dispute", "dispute_fee"]:
        """``payment``, ``application_fee``, ``stripe_fee``, ``refund``, ``application_fee_refund``,
        ``dispute`` or ``dispute_fee``.
        """
    @property
    def payer(self) -> Literal["customer", "merchant", "platform", "stripe"]:
        """The party that the amount left: ``customer``, ``merchant``, ``platform`` or ``stripe``."""
    @property
    def payee(self) -> str:
        """The party that received it: one of the same."""
    @property
    def amount(self) -> int:
        """In minor units; zero or more."""

class Price(Record):
    """A price of a product, one-time or recurring: a plan to which a merchant subscribes.

    <https://docs.stripe.com/api/prices/object>
    """
    def __init__(
        self,
        *,
        id: str | None = ...,
        active: bool | None = ...,
        currency: str | None = ...,
        unit_amount: int | None = ...,
        unit_amount_decimal: str | None = ...,
        product: str | None = ...,
        type: Literal["one_time", "recurring"] | str | None = ...,
        recurring: PriceInterval | None = ...,
        nickname: str | None = ...,
        lookup_key: str | None = ...,
        billing_scheme: Literal["per_unit", "tiered"] | str | None = ...,
        tax_behavior: Literal["exclusive", "inclusive", "unspecified"] | str | None = ...,
        metadata: Mapping[str, str] | None = ...,
        livemode: bool | None = ...,
        created: int | None = ...,
        raw: str = ...,
        replayed: bool = ...,
    ) -> None: ...
    @property
    def id(self) -> str:
        """``price_…``"""
    @property
    def active(self) -> bool:
        """Whether it can be used for new purchases."""
    @property
    def currency(self) -> str | None:
        """The currency, three lower-case letters."""
    @property
    def unit_amount(self) -> int | None:
        """The price of one unit, in minor units; absent if it has fractions of them or depends on the
        quantity.
        """
    @property
    def unit_amount_decimal(self) -> str | None:
        """The same with up to 12 decimals."""
    @property
    def product(self) -> str | None:
        """``prod_…``"""
    @property
    def type(self) -> Literal["one_time", "recurring"] | str | None:
        """``one_time`` or ``recurring``."""
    @property
    def recurring(self) -> PriceInterval | None:
        """How often it is charged."""
    @property
    def nickname(self) -> str | None:
        """A nickname that customers do not see."""
    @property
    def lookup_key(self) -> str | None:
        """Your own key to find it by, which can be transferred to its successor."""
    @property
    def billing_scheme(self) -> Literal["per_unit", "tiered"] | str | None:
        """``per_unit`` or ``tiered``."""
    @property
    def tax_behavior(self) -> Literal["exclusive", "inclusive", "unspecified"] | str | None:
        """``exclusive``, ``inclusive`` or ``unspecified``."""
    @property
    def metadata(self) -> Mapping[str, str]:
        """Your own metadata."""
    @property
    def livemode(self) -> bool:
        """Whether it is in live mode."""
    @property
    def created(self) -> int | None:
        """When it was created, in unix seconds."""
    @property
    def raw(self) -> str:
        """The object's JSON text as it was received; left out when the record is printed."""
    @property
    def replayed(self) -> bool:
        """Whether this is Stripe's stored response to an earlier request with the same idempotency key, so that
        nothing happened this time; ``False`` for an object in an event. Not compared.
        """

class PriceData(Record):
    """A price defined inline."""
    def __init__(
        self,
        *,
        currency: str,
        unit_amount: int | None = ...,
        unit_amount_decimal: str | None = ...,
        product_data: ProductData | None = ...,
        product: str | None = ...,
        recurring: Recurring | None = ...,
        tax_behavior: Literal["exclusive", "inclusive", "unspecified"] | str | None = ...,
    ) -> None: ...
    @property
    def currency(self) -> str:
        """Three-letter currency code, the same for all line items of a session."""
    @property
    def unit_amount(self) -> int | None:
        """The price of one unit, in minor units: 2000 is 20.00 EUR, but 2000 JPY."""
    @property
    def unit_amount_decimal(self) -> str | None:
        """The price of one unit with up to 12 decimals, such as ``0.05`` for a twentieth of a cent; instead
        of ``unit_amount``.
        """
    @property
    def product_data(self) -> ProductData | None:
        """The product, defined inline."""
    @property
    def product(self) -> str | None:
        """The id of a Product that exists on the merchant's own account."""
    @property
    def recurring(self) -> Recurring | None:
        """How often the price is charged; only in ``subscription`` mode."""
    @property
    def tax_behavior(self) -> Literal["exclusive", "inclusive", "unspecified"] | str | None:
        """``exclusive``, ``inclusive`` or ``unspecified``."""

class PriceInterval(Record):
    """How often a price is charged."""
    def __init__(
        self,
        *,
        interval: Literal["day", "week", "month", "year"] | str | None = ...,
        interval_count: int | None = ...,
        usage_type: Literal["licensed", "metered"] | str | None = ...,
    ) -> None: ...
    @property
    def interval(self) -> Literal["day", "week", "month", "year"] | str | None:
        """``day``, ``week``, ``month`` or ``year``."""
    @property
    def interval_count(self) -> int | None:
        """The number of intervals between two charges."""
    @property
    def usage_type(self) -> Literal["licensed", "metered"] | str | None:
        """``licensed``, or ``metered`` if usage is charged."""

class PriceProductData(Record):
    """A product that is created together with its price."""
    def __init__(
        self,
        *,
        name: str,
        active: bool | None = ...,
        statement_descriptor: str | None = ...,
        tax_code: str | None = ...,
        unit_label: str | None = ...,
        metadata: Mapping[str, str | int | float | bool] | None = ...,
    ) -> None: ...
    @property
    def name(self) -> str:
        """The name that customers see."""
    @property
    def active(self) -> bool | None:
        """Whether it can be used for new purchases; ``true`` if absent."""
    @property
    def statement_descriptor(self) -> str | None:
        """The text on the customer's statement, at most 22 characters."""
    @property
    def tax_code(self) -> str | None:
        """Its tax code, ``txcd_…``."""
    @property
    def unit_label(self) -> str | None:
        """The label of one unit, at most 12 characters."""
    @property
    def metadata(self) -> Mapping[str, str]:
        """Your own metadata, stored on the product."""

class Product(Record):
    """A product, such as a plan of yours. Its prices are objects of their own.

    <https://docs.stripe.com/api/products/object>
    """
    def __init__(
        self,
        *,
        id: str | None = ...,
        name: str | None = ...,
        description: str | None = ...,
        active: bool | None = ...,
        default_price: str | None = ...,
        images: Sequence[str] = ...,
        tax_code: str | None = ...,
        unit_label: str | None = ...,
        metadata: Mapping[str, str] | None = ...,
        livemode: bool | None = ...,
        created: int | None = ...,
        raw: str = ...,
        replayed: bool = ...,
    ) -> None: ...
    @property
    def id(self) -> str:
        """``prod_…``, or the id that you gave it."""
    @property
    def name(self) -> str | None:
        """The name that customers see."""
    @property
    def description(self) -> str | None:
        """The description that customers see."""
    @property
    def active(self) -> bool:
        """Whether it can be used for new purchases."""
    @property
    def default_price(self) -> str | None:
        """The default price, ``price_…``."""
    @property
    def images(self) -> tuple[str, ...]:
        """URLs of images."""
    @property
    def tax_code(self) -> str | None:
        """Its tax code, ``txcd_…``."""
    @property
    def unit_label(self) -> str | None:
        """The label of one unit, such as ``seat``."""
    @property
    def metadata(self) -> Mapping[str, str]:
        """Your own metadata."""
    @property
    def livemode(self) -> bool:
        """Whether it is in live mode."""
    @property
    def created(self) -> int | None:
        """When it was created, in unix seconds."""
    @property
    def raw(self) -> str:
        """The object's JSON text as it was received; left out when the record is printed."""
    @property
    def replayed(self) -> bool:
        """Whether this is Stripe's stored response to an earlier request with the same idempotency key, so that
        nothing happened this time; ``False`` for an object in an event. Not compared.
        """

class ProductData(Record):
    """A product defined inline."""
    def __init__(
        self,
        *,
        name: str,
        description: str | None = ...,
        images: Sequence[str] = ...,
        metadata: Mapping[str, str | int | float | bool] | None = ...,
        tax_code: str | None = ...,
        unit_label: str | None = ...,
    ) -> None: ...
    @property
    def name(self) -> str:
        """The name that the customer sees."""
    @property
    def description(self) -> str | None:
        """A description below the name."""
    @property
    def images(self) -> tuple[str, ...]:
        """URLs of up to 8 images."""
    @property
    def metadata(self) -> Mapping[str, str]:
        """Your own metadata, stored on the product."""
    @property
    def tax_code(self) -> str | None:
        """Its tax code, ``txcd_…``."""
    @property
    def unit_label(self) -> str | None:
        """The label of one unit, at most 12 characters."""

class Purchase(Record):
    """What the customer is about to pay."""
    def __init__(
        self,
        *,
        currency: str,
        mode: str,
        amount: int | None = ...,
    ) -> None: ...
    @property
    def currency(self) -> str:
        """Three-letter currency code."""
    @property
    def mode(self) -> str:
        """``payment``, ``subscription`` or ``setup``."""
    @property
    def amount(self) -> int | None:
        """The total in minor units; absent if it is unknown or if nothing is due now."""

class Readiness(Record):
    """Whether a merchant can accept direct charges now."""
    def __init__(
        self,
        *,
        ready: bool | None = ...,
        missing: Sequence[Missing] = ...,
    ) -> None: ...
    @property
    def ready(self) -> bool:
        """Whether it is ready. In v1: charges are enabled, and ``card_payments`` and ``transfers`` are
        active. In v2: ``card_payments`` of the merchant configuration is active; ``transfers`` does not
        matter.
        """
    @property
    def missing(self) -> tuple[Missing, ...]:
        """What is missing, most urgent first."""

class Recovery(Record):
    """A link with which the customer can start over, valid for 30 days."""
    def __init__(
        self,
        *,
        enabled: bool,
        allow_promotion_codes: bool | None = ...,
    ) -> None: ...
    @property
    def enabled(self) -> bool:
        """Whether there is such a link."""
    @property
    def allow_promotion_codes(self) -> bool | None:
        """Whether promotion codes can be entered there."""

class Recurring(Record):
    """How often a price is charged."""
    def __init__(
        self,
        *,
        interval: Literal["day", "month", "week", "year"] | str,
        interval_count: int | None = ...,
    ) -> None: ...
    @property
    def interval(self) -> Literal["day", "month", "week", "year"] | str:
        """``day``, ``week``, ``month`` or ``year``."""
    @property
    def interval_count(self) -> int | None:
        """The number of intervals between two charges; three years in total at most."""

class Refund(Record):
    """A refund to the customer.

    <https://docs.stripe.com/api/refunds/object>
    """
    def __init__(
        self,
        *,
        id: str | None = ...,
        status: Literal["pending", "requires_action", "succeeded", "failed", "canceled"] | str | None = ...,
        amount: int | None = ...,
        currency: str | None = ...,
        charge: str | None = ...,
        payment_intent: str | None = ...,
        balance_transaction: str | None = ...,
        reason: Literal["duplicate", "fraudulent", "requested_by_customer", "expired_uncaptured_charge"] | str | None = ...,
        failure_reason: str | None = ...,
        pending_reason: Literal["charge_pending", "insufficient_funds", "processing"] | str | None = ...,
        metadata: Mapping[str, str] | None = ...,
        created: int | None = ...,
        raw: str = ...,
        replayed: bool = ...,
    ) -> None: ...
    @property
    def id(self) -> str:
        """``re_…``, or ``pyr_…`` for some payment methods."""
    @property
    def status(self) -> Literal["pending", "requires_action", "succeeded", "failed", "canceled"] | str | None:
        """``pending``, ``requires_action``, ``succeeded``, ``failed`` or ``canceled``. A pending refund can
        still fail: listen for ``refund.updated`` and ``refund.failed``.
        """
    @property
    def amount(self) -> int | None:
        """The amount, in minor units."""
    @property
    def currency(self) -> str | None:
        """The currency, three lower-case letters."""
    @property
    def charge(self) -> str | None:
        """The refunded charge."""
    @property
    def payment_intent(self) -> str | None:
        """The refunded payment, ``pi_…``."""
    @property
    def balance_transaction(self) -> str | None:
        """``txn_…``, on the merchant's account."""
    @property
    def reason(self) -> Literal["duplicate", "fraudulent", "requested_by_customer", "expired_uncaptured_charge"] | str | None:
        """``duplicate``, ``fraudulent``, ``requested_by_customer`` or ``expired_uncaptured_charge``."""
    @property
    def failure_reason(self) -> str | None:
        """Why it failed."""
    @property
    def pending_reason(self) -> Literal["charge_pending", "insufficient_funds", "processing"] | str | None:
        """Why it is pending: ``charge_pending``, ``insufficient_funds`` or ``processing``."""
    @property
    def metadata(self) -> Mapping[str, str]:
        """Your own metadata."""
    @property
    def created(self) -> int | None:
        """When it was created, in unix seconds."""
    @property
    def raw(self) -> str:
        """The object's JSON text as it was received; left out when the record is printed."""
    @property
    def replayed(self) -> bool:
        """Whether this is Stripe's stored response to an earlier request with the same idempotency key, so that
        nothing happened this time; ``False`` for an object in an event. Not compared.
        """

class RenderingOptions(Record):
    """How an invoice is rendered."""
    def __init__(
        self,
        *,
        amount_tax_display: Literal["exclude_tax", "include_inclusive_tax"] | str | None = ...,
        template: str | None = ...,
    ) -> None: ...
    @property
    def amount_tax_display(self) -> Literal["exclude_tax", "include_inclusive_tax"] | str | None:
        """How line amounts show taxes: ``exclude_tax`` or ``include_inclusive_tax``."""
    @property
    def template(self) -> str | None:
        """A rendering template of the account."""

class RequirementError(Record):
    """An error in information that the merchant submitted."""
    def __init__(
        self,
        *,
        code: str | None = ...,
        reason: str | None = ...,
        requirement: str | None = ...,
    ) -> None: ...
    @property
    def code(self) -> str | None:
        """Stripe's error code."""
    @property
    def reason(self) -> str | None:
        """Stripe's message."""
    @property
    def requirement(self) -> str | None:
        """The requirement that it concerns."""

class Requirements(Record):
    """What Stripe requires for an account, or for one of its capabilities."""
    def __init__(
        self,
        *,
        currently_due: Sequence[str] = ...,
        eventually_due: Sequence[str] = ...,
        past_due: Sequence[str] = ...,
        pending_verification: Sequence[str] = ...,
        errors: Sequence[RequirementError] = ...,
        disabled_reason: str | None = ...,
        current_deadline: int | None = ...,
    ) -> None: ...
    @property
    def currently_due(self) -> tuple[str, ...]:
        """Due by the deadline, after which the affected capabilities are disabled."""
    @property
    def eventually_due(self) -> tuple[str, ...]:
        """Due later, when a threshold is reached."""
    @property
    def past_due(self) -> tuple[str, ...]:
        """Overdue: the affected capabilities are disabled."""
    @property
    def pending_verification(self) -> tuple[str, ...]:
        """Under review by Stripe."""
    @property
    def errors(self) -> tuple[RequirementError, ...]:
        """Errors in the information that was submitted."""
    @property
    def disabled_reason(self) -> str | None:
        """Why the account or capability is disabled."""
    @property
    def current_deadline(self) -> int | None:
        """The deadline, in unix seconds."""

class Responsibilities(Record):
    """Who pays for what. It cannot be changed later."""
    def __init__(
        self,
        *,
        fees_collector: Literal["application", "application_custom", "application_express", "stripe"],
        losses_collector: Literal["application", "stripe"],
    ) -> None: ...
    @property
    def fees_collector(self) -> Literal["application", "application_custom", "application_express", "stripe"]:
        """Who pays Stripe's fees: ``stripe`` deducts them from the merchant's payments (``account`` in v1);
        ``application`` is the platform.
        """
    @property
    def losses_collector(self) -> Literal["application", "stripe"]:
        """Who is liable for losses: ``application`` is the platform, which must then pay the fees, too."""

class RetrieveAccount(Record):
    """Retrieves a connected account.

    ``GET /v1/accounts/{id}``, <https://docs.stripe.com/api/accounts/retrieve>.
    """
    def __init__(
        self,
        *,
        id: str,
        expand: Sequence[str] = ...,
        extra: Mapping[str, str | int | float | bool] | None = ...,
    ) -> None: ...
    @property
    def id(self) -> str:
        """``acct_…``"""
    @property
    def expand(self) -> tuple[str, ...]:
        """Which ids in the response to expand to their objects, such as ``payment_intent``; at most four
        levels deep. See <https://docs.stripe.com/expand>.
        """
    @property
    def extra(self) -> Mapping[str, str]:
        """Any other of Stripe's parameters, by its path: ``automatic_tax.enabled`` = ``true``."""

class RetrieveApplicationFee(Record):
    """Retrieves an application fee from the platform's own account.

    ``GET /v1/application_fees/{id}``, <https://docs.stripe.com/api/application_fees/retrieve>.
    """
    def __init__(
        self,
        *,
        id: str,
        expand: Sequence[str] = ...,
        extra: Mapping[str, str | int | float | bool] | None = ...,
    ) -> None: ...
    @property
    def id(self) -> str:
        """``fee_…``"""
    @property
    def expand(self) -> tuple[str, ...]:
        """Which ids in the response to expand to their objects, such as ``payment_intent``; at most four
        levels deep. See <https://docs.stripe.com/expand>.
        """
    @property
    def extra(self) -> Mapping[str, str]:
        """Any other of Stripe's parameters, by its path: ``automatic_tax.enabled`` = ``true``."""

class RetrieveApplicationFeeRefund(Record):
    """Retrieves a refund of an application fee.

    ``GET /v1/application_fees/{fee}/refunds/{id}``, <https://docs.stripe.com/api/fee_refunds/retrieve>.
    """
    def __init__(
        self,
        *,
        fee: str,
        id: str,
        expand: Sequence[str] = ...,
        extra: Mapping[str, str | int | float | bool] | None = ...,
    ) -> None: ...
    @property
    def fee(self) -> str:
        """``fee_…``"""
    @property
    def id(self) -> str:
        """``fr_…``"""
    @property
    def expand(self) -> tuple[str, ...]:
        """Which ids in the response to expand to their objects, such as ``payment_intent``; at most four
        levels deep. See <https://docs.stripe.com/expand>.
        """
    @property
    def extra(self) -> Mapping[str, str]:
        """Any other of Stripe's parameters, by its path: ``automatic_tax.enabled`` = ``true``."""

class RetrieveBalanceTransaction(Record):
    """Retrieves a balance transaction: a merchant's through the merchant, one of the platform's fees
    through the platform.

    ``GET /v1/balance_transactions/{id}``, <https://docs.stripe.com/api/balance_transactions/retrieve>.
    """
    def __init__(
        self,
        *,
        id: str,
        expand: Sequence[str] = ...,
        extra: Mapping[str, str | int | float | bool] | None = ...,
    ) -> None: ...
    @property
    def id(self) -> str:
        """``txn_…``"""
    @property
    def expand(self) -> tuple[str, ...]:
        """Which ids in the response to expand to their objects, such as ``payment_intent``; at most four
        levels deep. See <https://docs.stripe.com/expand>.
        """
    @property
    def extra(self) -> Mapping[str, str]:
        """Any other of Stripe's parameters, by its path: ``automatic_tax.enabled`` = ``true``."""

class RetrieveCapability(Record):
    """Retrieves one capability of a connected account.

    ``GET /v1/accounts/{account}/capabilities/{id}``,
    <https://docs.stripe.com/api/capabilities/retrieve>.
    """
    def __init__(
        self,
        *,
        account: str,
        id: str,
        expand: Sequence[str] = ...,
        extra: Mapping[str, str | int | float | bool] | None = ...,
    ) -> None: ...
    @property
    def account(self) -> str:
        """The merchant, ``acct_…``."""
    @property
    def id(self) -> str:
        """The capability's name."""
    @property
    def expand(self) -> tuple[str, ...]:
        """Which ids in the response to expand to their objects, such as ``payment_intent``; at most four
        levels deep. See <https://docs.stripe.com/expand>.
        """
    @property
    def extra(self) -> Mapping[str, str]:
        """Any other of Stripe's parameters, by its path: ``automatic_tax.enabled`` = ``true``."""

class RetrieveCharge(Record):
    """Retrieves a charge from the merchant's account; it does not exist on any other account.

    ``GET /v1/charges/{id}``, <https://docs.stripe.com/api/charges/retrieve>.
    """
    def __init__(
        self,
        *,
        id: str,
        expand: Sequence[str] = ...,
        extra: Mapping[str, str | int | float | bool] | None = ...,
    ) -> None: ...
    @property
    def id(self) -> str:
        """``ch_…`` or ``py_…``"""
    @property
    def expand(self) -> tuple[str, ...]:
        """Which ids in the response to expand to their objects, such as ``payment_intent``; at most four
        levels deep. See <https://docs.stripe.com/expand>.
        """
    @property
    def extra(self) -> Mapping[str, str]:
        """Any other of Stripe's parameters, by its path: ``automatic_tax.enabled`` = ``true``."""

class RetrieveCustomer(Record):
    """Retrieves a customer from the account that it is on; it does not exist on any other account.

    ``GET /v1/customers/{id}``, <https://docs.stripe.com/api/customers/retrieve>.
    """
    def __init__(
        self,
        *,
        id: str,
        expand: Sequence[str] = ...,
        extra: Mapping[str, str | int | float | bool] | None = ...,
    ) -> None: ...
    @property
    def id(self) -> str:
        """``cus_…``"""
    @property
    def expand(self) -> tuple[str, ...]:
        """Which ids in the response to expand to their objects, such as ``payment_intent``; at most four
        levels deep. See <https://docs.stripe.com/expand>.
        """
    @property
    def extra(self) -> Mapping[str, str]:
        """Any other of Stripe's parameters, by its path: ``automatic_tax.enabled`` = ``true``."""

class RetrieveDispute(Record):
    """Retrieves a dispute from the merchant's account.

    ``GET /v1/disputes/{id}``, <https://docs.stripe.com/api/disputes/retrieve>.
    """
    def __init__(
        self,
        *,
        id: str,
        expand: Sequence[str] = ...,
        extra: Mapping[str, str | int | float | bool] | None = ...,
    ) -> None: ...
    @property
    def id(self) -> str:
        """``dp_…`` or ``du_…``"""
    @property
    def expand(self) -> tuple[str, ...]:
        """Which ids in the response to expand to their objects, such as ``payment_intent``; at most four
        levels deep. See <https://docs.stripe.com/expand>.
        """
    @property
    def extra(self) -> Mapping[str, str]:
        """Any other of Stripe's parameters, by its path: ``automatic_tax.enabled`` = ``true``."""

class RetrieveEvent(Record):
    """Retrieves an event of the last 30 days: a merchant's through the merchant, the platform's own through
    the platform.

    ``GET /v1/events/{id}``, <https://docs.stripe.com/api/events/retrieve>.
    """
    def __init__(
        self,
        *,
        id: str,
        expand: Sequence[str] = ...,
        extra: Mapping[str, str | int | float | bool] | None = ...,
    ) -> None: ...
    @property
    def id(self) -> str:
        """``evt_…``"""
    @property
    def expand(self) -> tuple[str, ...]:
        """Which ids in the response to expand to their objects, such as ``payment_intent``; at most four
        levels deep. See <https://docs.stripe.com/expand>.
        """
    @property
    def extra(self) -> Mapping[str, str]:
        """Any other of Stripe's parameters, by its path: ``automatic_tax.enabled`` = ``true``."""

class RetrieveEventDestination(Record):
    """Retrieves an event destination.

    ``GET /v2/core/event_destinations/{id}``,
    <https://docs.stripe.com/api/v2/core/event_destinations/retrieve>.
    """
    def __init__(
        self,
        *,
        id: str,
        include: Sequence[str] = ...,
    ) -> None: ...
    @property
    def id(self) -> str:
        """Stripe's id."""
    @property
    def include(self) -> tuple[str, ...]:
        """What else the response contains: ``webhook_endpoint.url``."""

class RetrieveInvoice(Record):
    """Retrieves an invoice from the account that it is on; it does not exist on any other account.

    ``GET /v1/invoices/{id}``, <https://docs.stripe.com/api/invoices/retrieve>.
    """
    def __init__(
        self,
        *,
        id: str,
        expand: Sequence[str] = ...,
        extra: Mapping[str, str | int | float | bool] | None = ...,
    ) -> None: ...
    @property
    def id(self) -> str:
        """``in_…``"""
    @property
    def expand(self) -> tuple[str, ...]:
        """Which ids in the response to expand to their objects, such as ``payment_intent``; at most four
        levels deep. See <https://docs.stripe.com/expand>.
        """
    @property
    def extra(self) -> Mapping[str, str]:
        """Any other of Stripe's parameters, by its path: ``automatic_tax.enabled`` = ``true``."""

class RetrievePaymentIntent(Record):
    """Retrieves a payment intent from the merchant's account; it does not exist on any other account.

    ``GET /v1/payment_intents/{id}``, <https://docs.stripe.com/api/payment_intents/retrieve>.
    """
    def __init__(
        self,
        *,
        id: str,
        expand: Sequence[str] = ...,
        extra: Mapping[str, str | int | float | bool] | None = ...,
    ) -> None: ...
    @property
    def id(self) -> str:
        """``pi_…``"""
    @property
    def expand(self) -> tuple[str, ...]:
        """Which ids in the response to expand to their objects, such as ``payment_intent``; at most four
        levels deep. See <https://docs.stripe.com/expand>.
        """
    @property
    def extra(self) -> Mapping[str, str]:
        """Any other of Stripe's parameters, by its path: ``automatic_tax.enabled`` = ``true``."""

class RetrievePaymentMethodConfiguration(Record):
    """Retrieves a payment method configuration: a parent through the platform, a child through the
    merchant.

    ``GET /v1/payment_method_configurations/{id}``,
    <https://docs.stripe.com/api/payment_method_configurations/retrieve>.
    """
    def __init__(
        self,
        *,
        id: str,
        expand: Sequence[str] = ...,
        extra: Mapping[str, str | int | float | bool] | None = ...,
    ) -> None: ...
    @property
    def id(self) -> str:
        """``pmc_…``"""
    @property
    def expand(self) -> tuple[str, ...]:
        """Which ids in the response to expand to their objects, such as ``payment_intent``; at most four
        levels deep. See <https://docs.stripe.com/expand>.
        """
    @property
    def extra(self) -> Mapping[str, str]:
        """Any other of Stripe's parameters, by its path: ``automatic_tax.enabled`` = ``true``."""

class RetrievePaymentMethodDomain(Record):
    """Retrieves a domain.

    ``GET /v1/payment_method_domains/{id}``,
    <https://docs.stripe.com/api/payment_method_domains/retrieve>.
    """
    def __init__(
        self,
        *,
        id: str,
        expand: Sequence[str] = ...,
        extra: Mapping[str, str | int | float | bool] | None = ...,
    ) -> None: ...
    @property
    def id(self) -> str:
        """``pmd_…``"""
    @property
    def expand(self) -> tuple[str, ...]:
        """Which ids in the response to expand to their objects, such as ``payment_intent``; at most four
        levels deep. See <https://docs.stripe.com/expand>.
        """
    @property
    def extra(self) -> Mapping[str, str]:
        """Any other of Stripe's parameters, by its path: ``automatic_tax.enabled`` = ``true``."""

class RetrieveRefund(Record):
    """Retrieves a refund from the merchant's account.

    ``GET /v1/refunds/{id}``, <https://docs.stripe.com/api/refunds/retrieve>.
    """
    def __init__(
        self,
        *,
        id: str,
        expand: Sequence[str] = ...,
        extra: Mapping[str, str | int | float | bool] | None = ...,
    ) -> None: ...
    @property
    def id(self) -> str:
        """``re_…`` or ``pyr_…``"""
    @property
    def expand(self) -> tuple[str, ...]:
        """Which ids in the response to expand to their objects, such as ``payment_intent``; at most four
        levels deep. See <https://docs.stripe.com/expand>.
        """
    @property
    def extra(self) -> Mapping[str, str]:
        """Any other of Stripe's parameters, by its path: ``automatic_tax.enabled`` = ``true``."""

class RetrieveSession(Record):
    """Retrieves a Checkout Session from the merchant's account; it does not exist on any other account.

    With ``expand: ["payment_intent"]`` the session also includes the status of its payment intent, which
    ``reconcile`` needs to tell a payment that is still processing from one that has failed.

    ``GET /v1/checkout/sessions/{id}``, <https://docs.stripe.com/api/checkout/sessions/retrieve>.
    """
    def __init__(
        self,
        *,
        id: str,
        expand: Sequence[str] = ...,
        extra: Mapping[str, str | int | float | bool] | None = ...,
    ) -> None: ...
    @property
    def id(self) -> str:
        """``cs_…``"""
    @property
    def expand(self) -> tuple[str, ...]:
        """Which ids in the response to expand to their objects, such as ``payment_intent``; at most four
        levels deep. See <https://docs.stripe.com/expand>.
        """
    @property
    def extra(self) -> Mapping[str, str]:
        """Any other of Stripe's parameters, by its path: ``automatic_tax.enabled`` = ``true``."""

class RetrieveSubscription(Record):
    """Retrieves a subscription from the account that it is on; it does not exist on any other account.

    ``GET /v1/subscriptions/{id}``, <https://docs.stripe.com/api/subscriptions/retrieve>.
    """
    def __init__(
        self,
        *,
        id: str,
        expand: Sequence[str] = ...,
        extra: Mapping[str, str | int | float | bool] | None = ...,
    ) -> None: ...
    @property
    def id(self) -> str:
        """``sub_…``"""
    @property
    def expand(self) -> tuple[str, ...]:
        """Which ids in the response to expand to their objects, such as ``payment_intent``; at most four
        levels deep. See <https://docs.stripe.com/expand>.
        """
    @property
    def extra(self) -> Mapping[str, str]:
        """Any other of Stripe's parameters, by its path: ``automatic_tax.enabled`` = ``true``."""

class RetrieveSubscriptionSession(Record):
    """Retrieves a Checkout Session from the platform's own account. For the session of a merchant's
    customer, see ``RetrieveSession``.

    ``GET /v1/checkout/sessions/{id}``, <https://docs.stripe.com/api/checkout/sessions/retrieve>.
    """
    def __init__(
        self,
        *,
        id: str,
        expand: Sequence[str] = ...,
        extra: Mapping[str, str | int | float | bool] | None = ...,
    ) -> None: ...
    @property
    def id(self) -> str:
        """``cs_…``"""
    @property
    def expand(self) -> tuple[str, ...]:
        """Which ids in the response to expand to their objects, such as ``payment_intent``; at most four
        levels deep. See <https://docs.stripe.com/expand>.
        """
    @property
    def extra(self) -> Mapping[str, str]:
        """Any other of Stripe's parameters, by its path: ``automatic_tax.enabled`` = ``true``."""

class RetrieveV2Account(Record):
    """Retrieves an account of v2; it can also retrieve an account of v1, about ten minutes after its
    creation.

    ``GET /v2/core/accounts/{id}``, <https://docs.stripe.com/api/v2/core/accounts/retrieve>.
    """
    def __init__(
        self,
        *,
        id: str,
        include: Sequence[Literal["configuration.customer", "configuration.merchant", "configuration.recipient", "defaults", "future_requirements", "identity", "requirements"]] = ...,
        extra: Mapping[str, str | int | float | bool] | None = ...,
    ) -> None: ...
    @property
    def id(self) -> str:
        """``acct_…``"""
    @property
    def include(self) -> tuple[Literal["configuration.customer", "configuration.merchant", "configuration.recipient", "defaults", "future_requirements", "identity", "requirements"], ...]:
        """What else the response contains. Otherwise each of these is ``null``, even if it is set:
        ``configuration.customer``, ``configuration.merchant``, ``configuration.recipient``,
        ``defaults``, ``future_requirements``, ``identity``, ``requirements``.
        """
    @property
    def extra(self) -> Mapping[str, str]:
        """Any other of Stripe's parameters, by its path: ``identity.individual.given_name`` = ``Ada``.
        ``true``, ``false`` and ``null`` are sent as such, and so is a JSON object, a JSON list, or a
        text in quotes.
        """

class RetrieveV2Event(Record):
    """Retrieves an event of the v2 API of the last 30 days: a merchant's through the merchant, the
    platform's own through the platform.

    ``GET /v2/core/events/{id}``, <https://docs.stripe.com/api/v2/core/events/retrieve>.
    """
    def __init__(
        self,
        *,
        id: str,
    ) -> None: ...
    @property
    def id(self) -> str:
        """``evt_…``"""

class RetrieveWebhookEndpoint(Record):
    """Retrieves a webhook endpoint, without its secret.

    ``GET /v1/webhook_endpoints/{id}``, <https://docs.stripe.com/api/webhook_endpoints/retrieve>.
    """
    def __init__(
        self,
        *,
        id: str,
        expand: Sequence[str] = ...,
        extra: Mapping[str, str | int | float | bool] | None = ...,
    ) -> None: ...
    @property
    def id(self) -> str:
        """``we_…``"""
    @property
    def expand(self) -> tuple[str, ...]:
        """Which ids in the response to expand to their objects, such as ``payment_intent``; at most four
        levels deep. See <https://docs.stripe.com/expand>.
        """
    @property
    def extra(self) -> Mapping[str, str]:
        """Any other of Stripe's parameters, by its path: ``automatic_tax.enabled`` = ``true``."""

class ReuseAgreement(Record):
    """Consent to a payment method being saved."""
    def __init__(
        self,
        *,
        position: Literal["auto", "hidden"] | str,
    ) -> None: ...
    @property
    def position(self) -> Literal["auto", "hidden"] | str:
        """``auto``, or ``hidden`` if your own page shows it."""

class Review(Record):
    """The effect of a change of defaults. Create a review with ``Review.of``, show it, and pass it to
    ``Review.remaining`` once it is approved.

    Between the two steps it can be stored: ``Review.save`` and ``Review.resume``. It contains no secret.
    """
    def __init__(
        self,
        *,
        configuration: str | None = ...,
        changes: Sequence[DefaultChange] = ...,
        effects: Sequence[MerchantEffect] = ...,
        seen: Sequence[Seen] = ...,
    ) -> None: ...
    @property
    def configuration(self) -> str:
        """The platform's configuration, ``pmc_…``."""
    @property
    def changes(self) -> tuple[DefaultChange, ...]:
        """The defaults that change, by method."""
    @property
    def effects(self) -> tuple[MerchantEffect, ...]:
        """The effect on each merchant that has the method, whether it has made a choice of its own or not."""
    @property
    def seen(self) -> tuple[Seen, ...]:
        """The state when the review was created; a review of an outdated state is not applied."""

class SavedPaymentMethodOptions(Record):
    """Which saved payment methods the page shows, and whether it saves new ones."""
    def __init__(
        self,
        *,
        allow_redisplay_filters: Sequence[Literal["always", "limited", "unspecified"] | str] = ...,
        payment_method_remove: Literal["disabled", "enabled"] | str | None = ...,
        payment_method_save: Literal["disabled", "enabled"] | str | None = ...,
    ) -> None: ...
    @property
    def allow_redisplay_filters(self) -> tuple[Literal["always", "limited", "unspecified"] | str, ...]:
        """Which of the saved ones are shown: ``always``, ``limited``, ``unspecified``."""
    @property
    def payment_method_remove(self) -> Literal["disabled", "enabled"] | str | None:
        """Whether the customer can remove them: ``enabled`` or ``disabled``."""
    @property
    def payment_method_save(self) -> Literal["disabled", "enabled"] | str | None:
        """Whether the customer can save a new one: ``enabled`` or ``disabled``."""

class Seen(Record):
    """The state of a method when the review was created."""
    def __init__(
        self,
        *,
        account: str | None = ...,
        method: str | None = ...,
        value: str | None = ...,
        preference: str | None = ...,
        overridable: bool | None = ...,
    ) -> None: ...
    @property
    def account(self) -> str | None:
        """The merchant; absent for the platform's default."""
    @property
    def method(self) -> str:
        """The method."""
    @property
    def value(self) -> str:
        """``on`` or ``off``."""
    @property
    def preference(self) -> str:
        """``on``, ``off`` or ``none``."""
    @property
    def overridable(self) -> bool | None:
        """Whether the account's choice applies."""

class Session(Record):
    """A Checkout Session as Stripe returned it: the fields that decide what happens to an order, and the
    whole JSON alongside.

    Values from Stripe are kept as they are, including ones that this version does not know. ``Debug``
    leaves out the raw JSON, which contains personal data and a client secret.

    <https://docs.stripe.com/api/checkout/sessions/object>
    """
    def __init__(
        self,
        *,
        id: str | None = ...,
        url: str | None = ...,
        status: Literal["open", "complete", "expired"] | str | None = ...,
        payment_status: Literal["paid", "unpaid", "no_payment_required"] | str | None = ...,
        mode: Literal["payment", "subscription", "setup"] | str | None = ...,
        amount_total: int | None = ...,
        amount_subtotal: int | None = ...,
        currency: str | None = ...,
        client_reference_id: str | None = ...,
        payment_intent: str | None = ...,
        payment_intent_status: Literal["requires_payment_method", "requires_confirmation", "requires_action", "processing", "requires_capture", "succeeded", "canceled"] | str | None = ...,
        subscription: str | None = ...,
        setup_intent: str | None = ...,
        invoice: str | None = ...,
        customer: str | None = ...,
        customer_email: str | None = ...,
        metadata: Mapping[str, str] | None = ...,
        livemode: bool | None = ...,
        created: int | None = ...,
        expires_at: int | None = ...,
        recovery_url: str | None = ...,
        client_secret: str | None = ...,
        raw: str = ...,
        replayed: bool = ...,
    ) -> None: ...
    @property
    def id(self) -> str:
        """``cs_…``"""
    @property
    def url(self) -> str | None:
        """The URL to redirect the customer to; only while the session is open."""
    @property
    def status(self) -> Literal["open", "complete", "expired"] | str | None:
        """``open``, ``complete`` or ``expired``."""
    @property
    def payment_status(self) -> Literal["paid", "unpaid", "no_payment_required"] | str | None:
        """``paid``, ``unpaid`` or ``no_payment_required``. A session that is ``complete`` and ``unpaid``
        has a payment that is still processing or has failed: the event's outcome says which.
        """
    @property
    def mode(self) -> Literal["payment", "subscription", "setup"] | str | None:
        """``payment``, ``subscription`` or ``setup``."""
    @property
    def amount_total(self) -> int | None:
        """The total in minor units, after discounts, taxes and shipping."""
    @property
    def amount_subtotal(self) -> int | None:
        """The total in minor units before discounts, taxes and shipping."""
    @property
    def currency(self) -> str | None:
        """The currency, three lower-case letters."""
    @property
    def client_reference_id(self) -> str | None:
        """The order id that was given when the session was created."""
    @property
    def payment_intent(self) -> str | None:
        """``pi_…``; absent until the customer has confirmed, and if nothing is due."""
    @property
    def payment_intent_status(self) -> Literal["requires_payment_method", "requires_confirmation", "requires_action", "processing", "requires_capture", "succeeded", "canceled"] | str | None:
        """The status of the payment intent, if the session was retrieved with ``payment_intent`` expanded:
        ``processing``, ``requires_payment_method``, ``requires_capture``, ``succeeded``, ``canceled`` or
        another.
        """
    @property
    def subscription(self) -> str | None:
        """``sub_…``; in ``subscription`` mode, once the session is complete."""
    @property
    def setup_intent(self) -> str | None:
        """``seti_…``; in ``setup`` mode."""
    @property
    def invoice(self) -> str | None:
        """``in_…``; if the session created an invoice."""
    @property
    def customer(self) -> str | None:
        """``cus_…`` on the merchant's account."""
    @property
    def customer_email(self) -> str | None:
        """The e-mail address that the customer entered, or the one given when the session was created."""
    @property
    def metadata(self) -> Mapping[str, str]:
        """Your own metadata."""
    @property
    def livemode(self) -> bool:
        """Whether the session is in live mode."""
    @property
    def created(self) -> int | None:
        """When it was created, in unix seconds."""
    @property
    def expires_at(self) -> int | None:
        """When it expires, in unix seconds."""
    @property
    def recovery_url(self) -> str | None:
        """Where the customer can start over after the session has expired, if ``after_expiration.recovery``
        was requested: valid for 30 days.
        """
    @property
    def client_secret(self) -> str | None:
        """The secret that the browser needs for a page of the merchant's own (``ui_mode`` other than
        ``hosted_page``). Do not log it.
        """
    @property
    def raw(self) -> str:
        """The object's JSON text as it was received; left out when the record is printed."""
    @property
    def replayed(self) -> bool:
        """Whether this is Stripe's stored response to an earlier request with the same idempotency key, so that
        nothing happened this time; ``False`` for an object in an event. Not compared.
        """

class SessionLineItem(Record):
    """A line item of a session, as Stripe returned it.

    <https://docs.stripe.com/api/checkout/sessions/line_items>
    """
    def __init__(
        self,
        *,
        id: str | None = ...,
        description: str | None = ...,
        quantity: int | None = ...,
        amount_subtotal: int | None = ...,
        amount_discount: int | None = ...,
        amount_tax: int | None = ...,
        amount_total: int | None = ...,
        currency: str | None = ...,
        price: LineItemPrice | None = ...,
        metadata: Mapping[str, str] | None = ...,
        raw: str = ...,
        replayed: bool = ...,
    ) -> None: ...
    @property
    def id(self) -> str:
        """``li_…``"""
    @property
    def description(self) -> str | None:
        """The description that the customer saw: the product's name."""
    @property
    def quantity(self) -> int | None:
        """The quantity."""
    @property
    def amount_subtotal(self) -> int | None:
        """The amount before discounts and taxes, in minor units."""
    @property
    def amount_discount(self) -> int | None:
        """The discount, in minor units."""
    @property
    def amount_tax(self) -> int | None:
        """Taxes, in minor units."""
    @property
    def amount_total(self) -> int | None:
        """The amount after discounts and taxes, in minor units."""
    @property
    def currency(self) -> str | None:
        """The currency, three lower-case letters."""
    @property
    def price(self) -> LineItemPrice | None:
        """The price that was used."""
    @property
    def metadata(self) -> Mapping[str, str]:
        """Your own metadata."""
    @property
    def raw(self) -> str:
        """The object's JSON text as it was received; left out when the record is printed."""
    @property
    def replayed(self) -> bool:
        """Whether this is Stripe's stored response to an earlier request with the same idempotency key, so that
        nothing happened this time; ``False`` for an object in an event. Not compared.
        """

class SetupIntentData(Record):
    """What a Checkout Session in ``setup`` mode passes on to its setup intent."""
    def __init__(
        self,
        *,
        description: str | None = ...,
        metadata: Mapping[str, str | int | float | bool] | None = ...,
    ) -> None: ...
    @property
    def description(self) -> str | None:
        """A description for the merchant, at most 1000 characters."""
    @property
    def metadata(self) -> Mapping[str, str]:
        """Your own metadata, stored on the setup intent: at most 50 keys."""

class Shipping(Record):
    """Shipping details."""
    def __init__(
        self,
        *,
        name: str,
        address: Address,
        carrier: str | None = ...,
        phone: str | None = ...,
        tracking_number: str | None = ...,
    ) -> None: ...
    @property
    def name(self) -> str:
        """The recipient."""
    @property
    def address(self) -> Address:
        """The recipient's address."""
    @property
    def carrier(self) -> str | None:
        """The carrier."""
    @property
    def phone(self) -> str | None:
        """The recipient's phone number."""
    @property
    def tracking_number(self) -> str | None:
        """The tracking number."""

class ShippingAddressCollection(Record):
    """Collection of a shipping address."""
    def __init__(
        self,
        *,
        allowed_countries: Sequence[str],
    ) -> None: ...
    @property
    def allowed_countries(self) -> tuple[str, ...]:
        """The countries that you ship to, at least one: two upper-case letters each."""

class ShippingDetails(Record):
    """Where the order ships to."""
    def __init__(
        self,
        *,
        name: str,
        address: Address,
    ) -> None: ...
    @property
    def name(self) -> str:
        """The recipient, at most 255 characters."""
    @property
    def address(self) -> Address:
        """The recipient's address; its country is required."""

class ShippingOption(Record):
    """A shipping option: the id of a rate, or a rate defined inline."""
    def __init__(
        self,
        *,
        shipping_rate: str | None = ...,
        shipping_rate_data: ShippingRateData | None = ...,
    ) -> None: ...
    @property
    def shipping_rate(self) -> str | None:
        """A rate on the merchant's account, ``shr_…``."""
    @property
    def shipping_rate_data(self) -> ShippingRateData | None:
        """A rate defined inline."""

class ShippingRateData(Record):
    """A shipping rate defined inline."""
    def __init__(
        self,
        *,
        display_name: str,
        delivery_estimate: DeliveryEstimate | None = ...,
        fixed_amount: FixedAmount | None = ...,
        metadata: Mapping[str, str | int | float | bool] | None = ...,
        tax_behavior: Literal["exclusive", "inclusive", "unspecified"] | str | None = ...,
        tax_code: str | None = ...,
        type: Literal["fixed_amount"] | None = ...,
    ) -> None: ...
    @property
    def display_name(self) -> str:
        """The name that the customer sees, at most 100 characters."""
    @property
    def delivery_estimate(self) -> DeliveryEstimate | None:
        """How long the delivery takes."""
    @property
    def fixed_amount(self) -> FixedAmount | None:
        """What shipping costs."""
    @property
    def metadata(self) -> Mapping[str, str]:
        """Your own metadata."""
    @property
    def tax_behavior(self) -> Literal["exclusive", "inclusive", "unspecified"] | str | None:
        """``exclusive``, ``inclusive`` or ``unspecified``."""
    @property
    def tax_code(self) -> str | None:
        """Its tax code, ``txcd_…``."""
    @property
    def type(self) -> Literal["fixed_amount"] | None:
        """``fixed_amount``."""

class StatementDescriptor(Record):
    """What customers see on their bank statements."""
    def __init__(
        self,
        *,
        descriptor: str | None = ...,
        prefix: str | None = ...,
    ) -> None: ...
    @property
    def descriptor(self) -> str | None:
        """The full text, for payments without their own."""
    @property
    def prefix(self) -> str | None:
        """The prefix for card payments."""

class StoredEvent(Record):
    """An event as Stripe stores it. Its object is in the raw JSON, under ``data.object``.

    <https://docs.stripe.com/api/events/object>
    """
    def __init__(
        self,
        *,
        id: str | None = ...,
        type: str | None = ...,
        account: str | None = ...,
        api_version: str | None = ...,
        pending_webhooks: int | None = ...,
        livemode: bool | None = ...,
        created: int | None = ...,
        raw: str = ...,
        replayed: bool = ...,
    ) -> None: ...
    @property
    def id(self) -> str:
        """``evt_…``"""
    @property
    def type(self) -> str | None:
        """What happened, such as ``checkout.session.completed``."""
    @property
    def account(self) -> str | None:
        """The connected account on which it happened; absent for the platform's own."""
    @property
    def api_version(self) -> str | None:
        """The API version of the object."""
    @property
    def pending_webhooks(self) -> int | None:
        """The number of endpoints that it has not been delivered to yet."""
    @property
    def livemode(self) -> bool:
        """Whether it happened in live mode."""
    @property
    def created(self) -> int | None:
        """When it was created, in unix seconds."""
    @property
    def raw(self) -> str:
        """The object's JSON text as it was received; left out when the record is printed."""
    @property
    def replayed(self) -> bool:
        """Whether this is Stripe's stored response to an earlier request with the same idempotency key, so that
        nothing happened this time; ``False`` for an object in an event. Not compared.
        """

class Subject(Record):
    """What an outcome is about, in the same few fields for every kind of object: for a log, for a row in a
    database, and to find the order it belongs to.
    """
    def __init__(
        self,
        *,
        object: str | None = ...,
        id: str | None = ...,
        status: str | None = ...,
        amount: int | None = ...,
        amount_paid: int | None = ...,
        amount_remaining: int | None = ...,
        amount_refunded: int | None = ...,
        currency: str | None = ...,
        payment_intent: str | None = ...,
        charge: str | None = ...,
        account: str | None = ...,
        subscription: str | None = ...,
        customer: str | None = ...,
        plan_status: Literal["pending", "active", "past_due", "suspended", "canceled"] | None = ...,
    ) -> None: ...
    @property
    def object(self) -> str:
        """Stripe's name for the kind of object, such as ``refund``."""
    @property
    def id(self) -> str:
        """The object's id."""
    @property
    def status(self) -> str | None:
        """The object's own status, if it has one."""
    @property
    def amount(self) -> int | None:
        """The amount in minor units: a session's ``amount_total``, an invoice's ``total``, for a refunded
        charge the amount of this refund, if the event says it; otherwise the object's ``amount``.
        """
    @property
    def amount_paid(self) -> int | None:
        """What was paid so far, in minor units: a payment intent's ``amount_received``, which is less than
        its ``amount`` after a partial capture; an invoice's ``amount_paid``, which a credit makes less
        than its total.
        """
    @property
    def amount_remaining(self) -> int | None:
        """What remains to be paid of an invoice, in minor units."""
    @property
    def amount_refunded(self) -> int | None:
        """The sum of all refunds of a charge or an application fee so far, in minor units."""
    @property
    def currency(self) -> str | None:
        """The currency, three lower-case letters."""
    @property
    def payment_intent(self) -> str | None:
        """The payment that it belongs to, ``pi_…``; for a payment intent its own id."""
    @property
    def charge(self) -> str | None:
        """The charge that it belongs to, ``ch_…`` or ``py_…``; for a charge its own id, for a payment
        intent its latest charge.
        """
    @property
    def account(self) -> str | None:
        """The merchant that the object itself names, ``acct_…``: for an application fee, a capability, an
        account, a link that it returned from, and for a subscription or an invoice that is billed to the
        account. For all others use the event's account.
        """
    @property
    def subscription(self) -> str | None:
        """The subscription that it belongs to, ``sub_…``; for a subscription its own id."""
    @property
    def customer(self) -> str | None:
        """The customer of a subscription or an invoice, ``cus_…``."""
    @property
    def plan_status(self) -> Literal["pending", "active", "past_due", "suspended", "canceled"] | None:
        """Whether to provide the plan of a subscription: ``pending``, ``active``, ``past_due``,
        ``suspended`` or ``canceled``; see ``PlanStatus``.
        """

class Subscription(Record):
    """A subscription: on the merchant's account, of a customer of the merchant; on the platform's account,
    of a merchant.

    <https://docs.stripe.com/api/subscriptions/object>
    """
    def __init__(
        self,
        *,
        id: str | None = ...,
        status: Literal["trialing", "active", "past_due", "unpaid", "paused", "canceled", "incomplete", "incomplete_expired"] | str | None = ...,
        currency: str | None = ...,
        customer: str | None = ...,
        customer_account: str | None = ...,
        items: Sequence[SubscriptionItem] = ...,
        latest_invoice: str | None = ...,
        cancel_at_period_end: bool | None = ...,
        cancel_at: int | None = ...,
        canceled_at: int | None = ...,
        ended_at: int | None = ...,
        trial_start: int | None = ...,
        trial_end: int | None = ...,
        collection_method: Literal["charge_automatically", "send_invoice"] | str | None = ...,
        metadata: Mapping[str, str] | None = ...,
        livemode: bool | None = ...,
        created: int | None = ...,
        raw: str = ...,
        replayed: bool = ...,
    ) -> None: ...
    @property
    def id(self) -> str:
        """``sub_…``"""
    @property
    def status(self) -> Literal["trialing", "active", "past_due", "unpaid", "paused", "canceled", "incomplete", "incomplete_expired"] | str | None:
        """``trialing``, ``active``, ``past_due``, ``unpaid``, ``paused``, ``canceled``, ``incomplete`` or
        ``incomplete_expired``.
        """
    @property
    def currency(self) -> str | None:
        """The currency, three lower-case letters."""
    @property
    def customer(self) -> str | None:
        """``cus_…`` on the same account."""
    @property
    def customer_account(self) -> str | None:
        """The merchant that is billed by its account, ``acct_…``, instead of ``customer``."""
    @property
    def items(self) -> tuple[SubscriptionItem, ...]:
        """The items of the subscription."""
    @property
    def latest_invoice(self) -> str | None:
        """``in_…``"""
    @property
    def cancel_at_period_end(self) -> bool:
        """Whether it is canceled at the end of the current period."""
    @property
    def cancel_at(self) -> int | None:
        """When it will be canceled, in unix seconds."""
    @property
    def canceled_at(self) -> int | None:
        """When the cancellation was requested, in unix seconds; the subscription may continue until the end
        of the period.
        """
    @property
    def ended_at(self) -> int | None:
        """When it ended, in unix seconds."""
    @property
    def trial_start(self) -> int | None:
        """When its trial began, in unix seconds."""
    @property
    def trial_end(self) -> int | None:
        """When its trial ends, in unix seconds."""
    @property
    def collection_method(self) -> Literal["charge_automatically", "send_invoice"] | str | None:
        """``charge_automatically`` or ``send_invoice``."""
    @property
    def metadata(self) -> Mapping[str, str]:
        """Your own metadata."""
    @property
    def livemode(self) -> bool:
        """Whether it is in live mode."""
    @property
    def created(self) -> int | None:
        """When it was created, in unix seconds."""
    @property
    def raw(self) -> str:
        """The object's JSON text as it was received; left out when the record is printed."""
    @property
    def replayed(self) -> bool:
        """Whether this is Stripe's stored response to an earlier request with the same idempotency key, so that
        nothing happened this time; ``False`` for an object in an event. Not compared.
        """

class SubscriptionData(Record):
    """What a Checkout Session in ``subscription`` mode passes on to its subscription."""
    def __init__(
        self,
        *,
        application_fee_percent: str | int | float | None = ...,
        billing_cycle_anchor: int | None = ...,
        billing_cycle_anchor_config: BillingCycleAnchorConfig | None = ...,
        billing_mode: BillingMode | None = ...,
        default_tax_rates: Sequence[str] = ...,
        description: str | None = ...,
        invoice_settings: SubscriptionInvoiceSettings | None = ...,
        metadata: Mapping[str, str | int | float | bool] | None = ...,
        pending_invoice_item_interval: PendingInvoiceItemInterval | None = ...,
        proration_behavior: Literal["create_prorations", "none"] | str | None = ...,
        trial_end: int | None = ...,
        trial_period_days: int | None = ...,
        trial_settings: TrialSettings | None = ...,
    ) -> None: ...
    @property
    def application_fee_percent(self) -> str | int | float | None:
        """The fee that the platform keeps from every invoice, in percent: 0 to 100 with at most two
        decimals.
        """
    @property
    def billing_cycle_anchor(self) -> int | None:
        """When the first full period starts, in unix seconds; not together with
        ``billing_cycle_anchor_config``.
        """
    @property
    def billing_cycle_anchor_config(self) -> BillingCycleAnchorConfig | None:
        """On which day and at what time periods start."""
    @property
    def billing_mode(self) -> BillingMode | None:
        """How Stripe computes prorations."""
    @property
    def default_tax_rates(self) -> tuple[str, ...]:
        """Tax rates on the merchant's account, ``txr_…``."""
    @property
    def description(self) -> str | None:
        """The description that the customer sees on the invoice, at most 500 characters."""
    @property
    def invoice_settings(self) -> SubscriptionInvoiceSettings | None:
        """What the invoices contain."""
    @property
    def metadata(self) -> Mapping[str, str]:
        """Your own metadata, stored on the subscription and its invoices: at most 50 keys."""
    @property
    def pending_invoice_item_interval(self) -> PendingInvoiceItemInterval | None:
        """How often pending invoice items are invoiced."""
    @property
    def proration_behavior(self) -> Literal["create_prorations", "none"] | str | None:
        """``create_prorations`` or ``none``, for the time before the first full period."""
    @property
    def trial_end(self) -> int | None:
        """When the trial ends, in unix seconds: at least 48 hours ahead; not together with
        ``trial_period_days``.
        """
    @property
    def trial_period_days(self) -> int | None:
        """The length of the trial in days, at least 1."""
    @property
    def trial_settings(self) -> TrialSettings | None:
        """What happens when the trial ends."""

class SubscriptionInvoiceSettings(Record):
    """What a subscription's invoices contain."""
    def __init__(
        self,
        *,
        account_tax_ids: Sequence[str] = ...,
        custom_fields: Sequence[InvoiceField] = ...,
        description: str | None = ...,
        footer: str | None = ...,
        issuer: Issuer | None = ...,
    ) -> None: ...
    @property
    def account_tax_ids(self) -> tuple[str, ...]:
        """The merchant's tax ids, ``txi_…``."""
    @property
    def custom_fields(self) -> tuple[InvoiceField, ...]:
        """Your own lines on the invoice."""
    @property
    def description(self) -> str | None:
        """The description on the invoice."""
    @property
    def footer(self) -> str | None:
        """The footer of the invoice."""
    @property
    def issuer(self) -> Issuer | None:
        """The account whose details the invoice shows."""

class SubscriptionItem(Record):
    """An item of a subscription."""
    def __init__(
        self,
        *,
        id: str | None = ...,
        price: str | None = ...,
        quantity: int | None = ...,
        current_period_start: int | None = ...,
        current_period_end: int | None = ...,
    ) -> None: ...
    @property
    def id(self) -> str | None:
        """``si_…``"""
    @property
    def price(self) -> str | None:
        """``price_…``"""
    @property
    def quantity(self) -> int | None:
        """The quantity."""
    @property
    def current_period_start(self) -> int | None:
        """The start of the current period, in unix seconds; in API versions before 2025-03-31, that of the
        whole subscription.
        """
    @property
    def current_period_end(self) -> int | None:
        """The end of the current period, up to which it is paid, in unix seconds; in API versions before
        2025-03-31, that of the whole subscription.
        """

class TaxIdCollection(Record):
    """Collection of the customer's tax id."""
    def __init__(
        self,
        *,
        enabled: bool,
        required: Literal["if_supported", "never"] | str | None = ...,
    ) -> None: ...
    @property
    def enabled(self) -> bool:
        """Whether the customer can enter a tax id."""
    @property
    def required(self) -> Literal["if_supported", "never"] | str | None:
        """Whether the tax id is required: ``if_supported`` or ``never``."""

class TrialEndBehavior(Record):
    """What happens when a trial ends without a payment method."""
    def __init__(
        self,
        *,
        missing_payment_method: Literal["cancel", "create_invoice", "pause"] | str,
    ) -> None: ...
    @property
    def missing_payment_method(self) -> Literal["cancel", "create_invoice", "pause"] | str:
        """``cancel``, ``create_invoice`` or ``pause``."""

class TrialSettings(Record):
    """What happens when a trial ends."""
    def __init__(
        self,
        *,
        end_behavior: TrialEndBehavior,
    ) -> None: ...
    @property
    def end_behavior(self) -> TrialEndBehavior:
        """What happens if there is no payment method."""

class UpdateAccount(Record):
    """Updates an account through Stripe's v1, which also works for accounts of v2. Fields that are absent
    do not change.

    ``POST /v1/accounts/{id}``, <https://docs.stripe.com/api/accounts/update>.
    """
    def __init__(
        self,
        *,
        id: str,
        business_profile: BusinessProfile | None = ...,
        business_type: Literal["company", "government_entity", "individual", "non_profit"] | str | None = ...,
        capabilities: AccountCapabilities | None = ...,
        default_currency: str | None = ...,
        email: str | None = ...,
        settings: AccountSettings | None = ...,
        metadata: Mapping[str, str | int | float | bool] | None = ...,
        expand: Sequence[str] = ...,
        extra: Mapping[str, str | int | float | bool] | None = ...,
    ) -> None: ...
    @property
    def id(self) -> str:
        """``acct_…``"""
    @property
    def business_profile(self) -> BusinessProfile | None:
        """The merchant's business."""
    @property
    def business_type(self) -> Literal["company", "government_entity", "individual", "non_profit"] | str | None:
        """The type of business: ``company``, ``government_entity``, ``individual`` or ``non_profit``."""
    @property
    def capabilities(self) -> AccountCapabilities | None:
        """The capabilities to request."""
    @property
    def default_currency(self) -> str | None:
        """The currency, three lower-case letters."""
    @property
    def email(self) -> str | None:
        """The e-mail address for messages from Stripe."""
    @property
    def settings(self) -> AccountSettings | None:
        """Settings of its Checkout pages and of its customers' bank statements."""
    @property
    def metadata(self) -> Mapping[str, str]:
        """Your own metadata: at most 50 keys. A key with an empty value is removed."""
    @property
    def expand(self) -> tuple[str, ...]:
        """Which ids in the response to expand to their objects, such as ``payment_intent``; at most four
        levels deep. See <https://docs.stripe.com/expand>.
        """
    @property
    def extra(self) -> Mapping[str, str]:
        """Any other of Stripe's parameters, by its path: ``automatic_tax.enabled`` = ``true``."""

class UpdateApplicationFeeRefund(Record):
    """Changes the metadata of a refund of an application fee.

    ``POST /v1/application_fees/{fee}/refunds/{id}``, <https://docs.stripe.com/api/fee_refunds/update>.
    """
    def __init__(
        self,
        *,
        fee: str,
        id: str,
        metadata: Mapping[str, str | int | float | bool] | None = ...,
        expand: Sequence[str] = ...,
        extra: Mapping[str, str | int | float | bool] | None = ...,
    ) -> None: ...
    @property
    def fee(self) -> str:
        """``fee_…``"""
    @property
    def id(self) -> str:
        """``fr_…``"""
    @property
    def metadata(self) -> Mapping[str, str]:
        """Your own metadata: at most 50 keys. A key with an empty value is removed."""
    @property
    def expand(self) -> tuple[str, ...]:
        """Which ids in the response to expand to their objects, such as ``payment_intent``; at most four
        levels deep. See <https://docs.stripe.com/expand>.
        """
    @property
    def extra(self) -> Mapping[str, str]:
        """Any other of Stripe's parameters, by its path: ``automatic_tax.enabled`` = ``true``."""

class UpdateCapability(Record):
    """Requests a capability of a connected account, or stops requesting it; some cannot be given up once
    they were requested. Request only what you need: each capability can mean more questions for the
    merchant.

    ``POST /v1/accounts/{account}/capabilities/{id}``, <https://docs.stripe.com/api/capabilities/update>.
    """
    def __init__(
        self,
        *,
        account: str,
        id: str,
        requested: bool | None = ...,
        expand: Sequence[str] = ...,
        extra: Mapping[str, str | int | float | bool] | None = ...,
    ) -> None: ...
    @property
    def account(self) -> str:
        """The merchant, ``acct_…``."""
    @property
    def id(self) -> str:
        """The capability's name."""
    @property
    def requested(self) -> bool | None:
        """Whether it is requested. Required."""
    @property
    def expand(self) -> tuple[str, ...]:
        """Which ids in the response to expand to their objects, such as ``payment_intent``; at most four
        levels deep. See <https://docs.stripe.com/expand>.
        """
    @property
    def extra(self) -> Mapping[str, str]:
        """Any other of Stripe's parameters, by its path: ``automatic_tax.enabled`` = ``true``."""

class UpdatePaymentMethodConfiguration(Record):
    """Updates a payment method configuration: on the platform a parent, and so the default of all merchants
    that have not chosen themselves; on a merchant's account, the merchant's own choice.

    It can neither block a method nor let merchants change one: only Stripe's Dashboard can.

    ``POST /v1/payment_method_configurations/{id}``,
    <https://docs.stripe.com/api/payment_method_configurations/update>.
    """
    def __init__(
        self,
        *,
        id: str,
        name: str | None = ...,
        active: bool | None = ...,
        methods: Sequence[MethodPreference] = ...,
        expand: Sequence[str] = ...,
        extra: Mapping[str, str | int | float | bool] | None = ...,
    ) -> None: ...
    @property
    def id(self) -> str:
        """``pmc_…``"""
    @property
    def name(self) -> str | None:
        """Its name in the Dashboard."""
    @property
    def active(self) -> bool | None:
        """Whether it is active."""
    @property
    def methods(self) -> tuple[MethodPreference, ...]:
        """The choice for each method that should change."""
    @property
    def expand(self) -> tuple[str, ...]:
        """Which ids in the response to expand to their objects, such as ``payment_intent``; at most four
        levels deep. See <https://docs.stripe.com/expand>.
        """
    @property
    def extra(self) -> Mapping[str, str]:
        """Any other of Stripe's parameters, by its path: ``automatic_tax.enabled`` = ``true``."""

class UpdatePaymentMethodDomain(Record):
    """Enables or disables wallets on a domain.

    ``POST /v1/payment_method_domains/{id}``,
    <https://docs.stripe.com/api/payment_method_domains/update>.
    """
    def __init__(
        self,
        *,
        id: str,
        enabled: bool | None = ...,
        expand: Sequence[str] = ...,
        extra: Mapping[str, str | int | float | bool] | None = ...,
    ) -> None: ...
    @property
    def id(self) -> str:
        """``pmd_…``"""
    @property
    def enabled(self) -> bool | None:
        """Whether wallets may be shown on it."""
    @property
    def expand(self) -> tuple[str, ...]:
        """Which ids in the response to expand to their objects, such as ``payment_intent``; at most four
        levels deep. See <https://docs.stripe.com/expand>.
        """
    @property
    def extra(self) -> Mapping[str, str]:
        """Any other of Stripe's parameters, by its path: ``automatic_tax.enabled`` = ``true``."""

class UpdateRefund(Record):
    """Updates the metadata of a refund; nothing else can be changed.

    ``POST /v1/refunds/{id}``, <https://docs.stripe.com/api/refunds/update>.
    """
    def __init__(
        self,
        *,
        id: str,
        metadata: Mapping[str, str | int | float | bool] | None = ...,
        expand: Sequence[str] = ...,
        extra: Mapping[str, str | int | float | bool] | None = ...,
    ) -> None: ...
    @property
    def id(self) -> str:
        """``re_…`` or ``pyr_…``"""
    @property
    def metadata(self) -> Mapping[str, str]:
        """Your own metadata: at most 50 keys. A key with an empty value is removed."""
    @property
    def expand(self) -> tuple[str, ...]:
        """Which ids in the response to expand to their objects, such as ``payment_intent``; at most four
        levels deep. See <https://docs.stripe.com/expand>.
        """
    @property
    def extra(self) -> Mapping[str, str]:
        """Any other of Stripe's parameters, by its path: ``automatic_tax.enabled`` = ``true``."""

class UpdateSession(Record):
    """Updates an open session. The application fee can no longer be changed: one that was computed from the
    line items keeps its amount, even if new line items or shipping options change the total.

    ``POST /v1/checkout/sessions/{id}``, <https://docs.stripe.com/api/checkout/sessions/update>.
    """
    def __init__(
        self,
        *,
        id: str,
        metadata: Mapping[str, str | int | float | bool] | None = ...,
        line_items: Sequence[UpdatedLineItem] = ...,
        shipping_options: Sequence[ShippingOption] = ...,
        collected_information: CollectedInformation | None = ...,
        payment_intent_data: UpdatedPaymentIntentData | None = ...,
        expand: Sequence[str] = ...,
        extra: Mapping[str, str | int | float | bool] | None = ...,
    ) -> None: ...
    @property
    def id(self) -> str:
        """``cs_…``"""
    @property
    def metadata(self) -> Mapping[str, str]:
        """Your own metadata: at most 50 keys. A key with an empty value is removed."""
    @property
    def line_items(self) -> tuple[UpdatedLineItem, ...]:
        """All line items from now on, not only the changed ones; a line with an ``id`` is kept."""
    @property
    def shipping_options(self) -> tuple[ShippingOption, ...]:
        """All shipping options from now on."""
    @property
    def collected_information(self) -> CollectedInformation | None:
        """What your own page has collected (``ui_mode`` ``embedded_page`` or ``elements``)."""
    @property
    def payment_intent_data(self) -> UpdatedPaymentIntentData | None:
        """Passed on to the payment intent (``ui_mode`` ``elements``)."""
    @property
    def expand(self) -> tuple[str, ...]:
        """Which ids in the response to expand to their objects, such as ``payment_intent``; at most four
        levels deep. See <https://docs.stripe.com/expand>.
        """
    @property
    def extra(self) -> Mapping[str, str]:
        """Any other of Stripe's parameters, by its path: ``automatic_tax.enabled`` = ``true``."""

class UpdateV2Account(Record):
    """Updates an account of v2; fields that are absent do not change. ``configuration: { customer: {} }``
    lets you bill the merchant by its account id without further questions to it. This also works for
    accounts of v1.

    ``POST /v2/core/accounts/{id}``, <https://docs.stripe.com/api/v2/core/accounts/update>.
    """
    def __init__(
        self,
        *,
        id: str,
        configuration: AccountConfiguration | None = ...,
        contact_email: str | None = ...,
        contact_phone: str | None = ...,
        dashboard: Literal["express", "full", "none"] | None = ...,
        defaults: AccountDefaults | None = ...,
        display_name: str | None = ...,
        identity: AccountIdentity | None = ...,
        include: Sequence[Literal["configuration.customer", "configuration.merchant", "configuration.recipient", "defaults", "future_requirements", "identity", "requirements"]] = ...,
        metadata: Mapping[str, str | int | float | bool] | None = ...,
        extra: Mapping[str, str | int | float | bool] | None = ...,
    ) -> None: ...
    @property
    def id(self) -> str:
        """``acct_…``"""
    @property
    def configuration(self) -> AccountConfiguration | None:
        """The configurations of the account."""
    @property
    def contact_email(self) -> str | None:
        """The e-mail address for messages from Stripe."""
    @property
    def contact_phone(self) -> str | None:
        """The phone number."""
    @property
    def dashboard(self) -> Literal["express", "full", "none"] | None:
        """Which Dashboard the merchant gets: ``full``, ``express`` or ``none``."""
    @property
    def defaults(self) -> AccountDefaults | None:
        """Defaults: currency, languages, and who pays for what."""
    @property
    def display_name(self) -> str | None:
        """The name that you and the merchant see."""
    @property
    def identity(self) -> AccountIdentity | None:
        """The country and type of business."""
    @property
    def include(self) -> tuple[Literal["configuration.customer", "configuration.merchant", "configuration.recipient", "defaults", "future_requirements", "identity", "requirements"], ...]:
        """What else the response contains, as in a creation."""
    @property
    def metadata(self) -> Mapping[str, str]:
        """Your own metadata: at most 50 keys."""
    @property
    def extra(self) -> Mapping[str, str]:
        """Any other of Stripe's parameters, by its path: ``identity.individual.given_name`` = ``Ada``.
        ``true``, ``false`` and ``null`` are sent as such, and so is a JSON object, a JSON list, or a
        text in quotes.
        """

class UpdateWebhookEndpoint(Record):
    """Updates a webhook endpoint. Its secret does not change.

    ``POST /v1/webhook_endpoints/{id}``, <https://docs.stripe.com/api/webhook_endpoints/update>.
    """
    def __init__(
        self,
        *,
        id: str,
        url: str | None = ...,
        enabled_events: Sequence[str] = ...,
        disabled: bool | None = ...,
        description: str | None = ...,
        metadata: Mapping[str, str | int | float | bool] | None = ...,
        expand: Sequence[str] = ...,
        extra: Mapping[str, str | int | float | bool] | None = ...,
    ) -> None: ...
    @property
    def id(self) -> str:
        """``we_…``"""
    @property
    def url(self) -> str | None:
        """The URL to post events to; https in live mode."""
    @property
    def enabled_events(self) -> tuple[str, ...]:
        """All event types from now on, not only new ones."""
    @property
    def disabled(self) -> bool | None:
        """Whether the endpoint is disabled."""
    @property
    def description(self) -> str | None:
        """Your own description; an empty text removes it."""
    @property
    def metadata(self) -> Mapping[str, str]:
        """Your own metadata: at most 50 keys. A key with an empty value is removed."""
    @property
    def expand(self) -> tuple[str, ...]:
        """Which ids in the response to expand to their objects, such as ``payment_intent``; at most four
        levels deep. See <https://docs.stripe.com/expand>.
        """
    @property
    def extra(self) -> Mapping[str, str]:
        """Any other of Stripe's parameters, by its path: ``automatic_tax.enabled`` = ``true``."""

class UpdatedLineItem(Record):
    """A line item of an open session: an existing one by its ``id``, or a new one."""
    def __init__(
        self,
        *,
        id: str | None = ...,
        price: str | None = ...,
        price_data: PriceData | None = ...,
        quantity: int | None = ...,
        adjustable_quantity: AdjustableQuantity | None = ...,
        tax_rates: Sequence[str] = ...,
        metadata: Mapping[str, str | int | float | bool] | None = ...,
    ) -> None: ...
    @property
    def id(self) -> str | None:
        """The id of the existing line, ``li_…``."""
    @property
    def price(self) -> str | None:
        """The id of a Price that exists on the merchant's own account."""
    @property
    def price_data(self) -> PriceData | None:
        """A price defined inline."""
    @property
    def quantity(self) -> int | None:
        """The quantity, at least 1."""
    @property
    def adjustable_quantity(self) -> AdjustableQuantity | None:
        """Whether the customer can change the quantity."""
    @property
    def tax_rates(self) -> tuple[str, ...]:
        """Tax rates on the merchant's account, ``txr_…``."""
    @property
    def metadata(self) -> Mapping[str, str]:
        """Your own metadata."""

class UpdatedPaymentIntentData(Record):
    """What can still be changed on the payment intent."""
    def __init__(
        self,
        *,
        description: str | None = ...,
        metadata: Mapping[str, str | int | float | bool] | None = ...,
        setup_future_usage: Literal["off_session", "on_session"] | str | None = ...,
        statement_descriptor: str | None = ...,
        statement_descriptor_suffix: str | None = ...,
    ) -> None: ...
    @property
    def description(self) -> str | None:
        """A description for the merchant; an empty text removes it."""
    @property
    def metadata(self) -> Mapping[str, str]:
        """Your own metadata: at most 50 keys."""
    @property
    def setup_future_usage(self) -> Literal["off_session", "on_session"] | str | None:
        """``on_session`` or ``off_session``; an empty text removes it."""
    @property
    def statement_descriptor(self) -> str | None:
        """The text on the customer's bank statement, at most 22 characters; an empty text removes it."""
    @property
    def statement_descriptor_suffix(self) -> str | None:
        """The text on a card statement after the merchant's own prefix, at most 22 characters; an empty
        text removes it.
        """

class UsBankAccountOptions(Record):
    """Settings of debits in the United States."""
    def __init__(
        self,
        *,
        financial_connections: FinancialConnections | None = ...,
        setup_future_usage: Literal["none", "off_session", "on_session"] | str | None = ...,
        target_date: str | None = ...,
        verification_method: Literal["automatic", "instant"] | str | None = ...,
    ) -> None: ...
    @property
    def financial_connections(self) -> FinancialConnections | None:
        """What is requested through Financial Connections."""
    @property
    def setup_future_usage(self) -> Literal["none", "off_session", "on_session"] | str | None:
        """Whether the payment method is saved: ``none``, ``off_session`` or ``on_session``."""
    @property
    def target_date(self) -> str | None:
        """The date on which the account is debited, 3 to 15 days ahead."""
    @property
    def verification_method(self) -> Literal["automatic", "instant"] | str | None:
        """How the account is verified: ``automatic`` or ``instant``."""

class V2Account(Record):
    """An account of v2: a merchant, a customer that you bill, or both. Fields that ``include`` does not
    request are absent, even if they are set.

    <https://docs.stripe.com/api/v2/core/accounts/object>
    """
    def __init__(
        self,
        *,
        id: str | None = ...,
        applied_configurations: Sequence[Literal["customer", "merchant", "recipient"] | str] = ...,
        closed: bool | None = ...,
        configuration: V2Configuration | None = ...,
        contact_email: str | None = ...,
        contact_phone: str | None = ...,
        created: str | None = ...,
        dashboard: Literal["full", "express", "none"] | str | None = ...,
        defaults: V2Defaults | None = ...,
        display_name: str | None = ...,
        identity: V2Identity | None = ...,
        requirements: V2Requirements | None = ...,
        future_requirements: V2Requirements | None = ...,
        metadata: Mapping[str, str] | None = ...,
        livemode: bool | None = ...,
        raw: str = ...,
        replayed: bool = ...,
    ) -> None: ...
    @property
    def id(self) -> str:
        """``acct_…``"""
    @property
    def applied_configurations(self) -> tuple[Literal["customer", "merchant", "recipient"] | str, ...]:
        """Its configurations: ``customer``, ``merchant``, ``recipient``."""
    @property
    def closed(self) -> bool:
        """Whether the account was closed."""
    @property
    def configuration(self) -> V2Configuration | None:
        """The details of its configurations."""
    @property
    def contact_email(self) -> str | None:
        """The e-mail address for messages from Stripe."""
    @property
    def contact_phone(self) -> str | None:
        """The phone number."""
    @property
    def created(self) -> str | None:
        """When it was created, in RFC 3339 format."""
    @property
    def dashboard(self) -> Literal["full", "express", "none"] | str | None:
        """Which Dashboard the merchant has: ``full``, ``express`` or ``none``."""
    @property
    def defaults(self) -> V2Defaults | None:
        """Defaults: currency, and who pays for what."""
    @property
    def display_name(self) -> str | None:
        """The name that you and the merchant see."""
    @property
    def identity(self) -> V2Identity | None:
        """The country and type of business."""
    @property
    def requirements(self) -> V2Requirements | None:
        """What Stripe requires now."""
    @property
    def future_requirements(self) -> V2Requirements | None:
        """What Stripe will require at a later date."""
    @property
    def metadata(self) -> Mapping[str, str]:
        """Your own metadata."""
    @property
    def livemode(self) -> bool:
        """Whether it is in live mode."""
    @property
    def raw(self) -> str:
        """The object's JSON text as it was received; left out when the record is printed."""
    @property
    def replayed(self) -> bool:
        """Whether this is Stripe's stored response to an earlier request with the same idempotency key, so that
        nothing happened this time; ``False`` for an object in an event. Not compared.
        """

class V2AccountLink(Record):
    """A link to the form in which a merchant submits what Stripe requires. It can be used once and expires
    soon.

    <https://docs.stripe.com/api/v2/core/account-links/object>
    """
    def __init__(
        self,
        *,
        account: str | None = ...,
        created: str | None = ...,
        expires_at: str | None = ...,
        livemode: bool | None = ...,
        url: str | None = ...,
        raw: str = ...,
        replayed: bool = ...,
    ) -> None: ...
    @property
    def account(self) -> str | None:
        """The merchant, ``acct_…``."""
    @property
    def created(self) -> str | None:
        """When it was created, in RFC 3339 format."""
    @property
    def expires_at(self) -> str | None:
        """When it expires, in RFC 3339 format."""
    @property
    def livemode(self) -> bool:
        """Whether it is in live mode."""
    @property
    def url(self) -> str:
        """The URL to redirect the merchant to at once. Do not show it to anyone else."""
    @property
    def raw(self) -> str:
        """The object's JSON text as it was received; left out when the record is printed."""
    @property
    def replayed(self) -> bool:
        """Whether this is Stripe's stored response to an earlier request with the same idempotency key, so that
        nothing happened this time; ``False`` for an object in an event. Not compared.
        """

class V2Configuration(Record):
    """The configurations of an account of v2."""
    def __init__(
        self,
        *,
        merchant: V2Merchant | None = ...,
        customer: V2Customer | None = ...,
        recipient: V2Recipient | None = ...,
    ) -> None: ...
    @property
    def merchant(self) -> V2Merchant | None:
        """The account as a merchant."""
    @property
    def customer(self) -> V2Customer | None:
        """The account as a customer that you bill."""
    @property
    def recipient(self) -> V2Recipient | None:
        """The account as a recipient of transfers; direct charges do not need it."""

class V2Customer(Record):
    """An account that you bill."""
    def __init__(
        self,
        *,
        applied: bool | None = ...,
        capabilities: Mapping[str, str] | None = ...,
        status_details: Sequence[V2StatusDetail] = ...,
        default_payment_method: str | None = ...,
        test_clock: str | None = ...,
    ) -> None: ...
    @property
    def applied(self) -> bool:
        """Whether the configuration is in effect."""
    @property
    def capabilities(self) -> Mapping[str, str]:
        """Its capabilities by name, such as ``automatic_indirect_tax``."""
    @property
    def status_details(self) -> tuple[V2StatusDetail, ...]:
        """Why capabilities are not active."""
    @property
    def default_payment_method(self) -> str | None:
        """The default payment method, ``pm_…``."""
    @property
    def test_clock(self) -> str | None:
        """The test clock."""

class V2Defaults(Record):
    """Settings that apply to all configurations of an account."""
    def __init__(
        self,
        *,
        currency: str | None = ...,
        fees_collector: Literal["stripe", "application", "application_express", "application_custom"] | str | None = ...,
        losses_collector: Literal["application", "stripe"] | str | None = ...,
        requirements_collector: Literal["application", "stripe"] | str | None = ...,
        business_url: str | None = ...,
        doing_business_as: str | None = ...,
    ) -> None: ...
    @property
    def currency(self) -> str | None:
        """The currency, three lower-case letters."""
    @property
    def fees_collector(self) -> Literal["stripe", "application", "application_express", "application_custom"] | str | None:
        """Who pays Stripe's fees: ``stripe`` if it deducts them from the merchant's payments;
        ``application``, ``application_express`` or ``application_custom``.
        """
    @property
    def losses_collector(self) -> Literal["application", "stripe"] | str | None:
        """Who is liable for losses: ``application`` or ``stripe``."""
    @property
    def requirements_collector(self) -> Literal["application", "stripe"] | str | None:
        """Who collects missing information from the merchant: ``application`` or ``stripe``."""
    @property
    def business_url(self) -> str | None:
        """The URL of the business's website."""
    @property
    def doing_business_as(self) -> str | None:
        """The name under which it does business."""

class V2Event(Record):
    """An event of the v2 API, as it is retrieved after a thin notification.

    <https://docs.stripe.com/api/v2/core/events/object>
    """
    def __init__(
        self,
        *,
        id: str | None = ...,
        type: str | None = ...,
        context: str | None = ...,
        related_object: V2RelatedObject | None = ...,
        account_id: str | None = ...,
        updated_capability: str | None = ...,
        use_case: str | None = ...,
        configurations: Sequence[str] = ...,
        snapshot_event: str | None = ...,
        livemode: bool | None = ...,
        created: str | None = ...,
        raw: str = ...,
        replayed: bool = ...,
    ) -> None: ...
    @property
    def id(self) -> str:
        """``evt_…``"""
    @property
    def type(self) -> str | None:
        """What happened, such as ``v1.checkout.session.completed``."""
    @property
    def context(self) -> str | None:
        """The account on which it happened; absent for the platform's own."""
    @property
    def related_object(self) -> V2RelatedObject | None:
        """The object that the event is about."""
    @property
    def account_id(self) -> str | None:
        """The account that an event about links or persons is about, ``acct_…``."""
    @property
    def updated_capability(self) -> str | None:
        """The capability whose status has changed, such as ``card_payments``."""
    @property
    def use_case(self) -> str | None:
        """What a link was for: ``account_onboarding`` or ``account_update``."""
    @property
    def configurations(self) -> tuple[str, ...]:
        """Which configurations the merchant was asked for under a link: ``merchant``, ``customer``,
        ``recipient``.
        """
    @property
    def snapshot_event(self) -> str | None:
        """The id of the same event in the shape of v1, ``evt_…``."""
    @property
    def livemode(self) -> bool:
        """Whether it happened in live mode."""
    @property
    def created(self) -> str | None:
        """When it was created, in RFC 3339 format."""
    @property
    def raw(self) -> str:
        """The object's JSON text as it was received; left out when the record is printed."""
    @property
    def replayed(self) -> bool:
        """Whether this is Stripe's stored response to an earlier request with the same idempotency key, so that
        nothing happened this time; ``False`` for an object in an event. Not compared.
        """

class V2Identity(Record):
    """The legal identity of a merchant."""
    def __init__(
        self,
        *,
        country: str | None = ...,
        entity_type: Literal["company", "government_entity", "individual", "non_profit"] | str | None = ...,
    ) -> None: ...
    @property
    def country(self) -> str | None:
        """The country, two letters, which Stripe returns in lower case."""
    @property
    def entity_type(self) -> Literal["company", "government_entity", "individual", "non_profit"] | str | None:
        """The type of business: ``company``, ``government_entity``, ``individual`` or ``non_profit``."""

class V2Merchant(Record):
    """An account that accepts payments."""
    def __init__(
        self,
        *,
        applied: bool | None = ...,
        capabilities: Mapping[str, str] | None = ...,
        status_details: Sequence[V2StatusDetail] = ...,
        mcc: str | None = ...,
        statement_descriptor: str | None = ...,
        statement_descriptor_prefix: str | None = ...,
    ) -> None: ...
    @property
    def applied(self) -> bool:
        """Whether the configuration is in effect."""
    @property
    def capabilities(self) -> Mapping[str, str]:
        """Its capabilities by name, such as ``card_payments`` or ``stripe_balance.payouts``: ``active``,
        ``pending``, ``restricted``, ``rejected`` or ``unsupported``. Capabilities that were not
        requested are absent.
        """
    @property
    def status_details(self) -> tuple[V2StatusDetail, ...]:
        """Why capabilities are not active."""
    @property
    def mcc(self) -> str | None:
        """The merchant category code, four digits."""
    @property
    def statement_descriptor(self) -> str | None:
        """The statement descriptor for customers' bank statements."""
    @property
    def statement_descriptor_prefix(self) -> str | None:
        """The prefix of the statement descriptor for card payments."""

class V2Recipient(Record):
    """An account that receives transfers."""
    def __init__(
        self,
        *,
        applied: bool | None = ...,
        capabilities: Mapping[str, str] | None = ...,
        status_details: Sequence[V2StatusDetail] = ...,
    ) -> None: ...
    @property
    def applied(self) -> bool:
        """Whether the configuration is in effect."""
    @property
    def capabilities(self) -> Mapping[str, str]:
        """Its capabilities by name, such as ``stripe_balance.stripe_transfers``."""
    @property
    def status_details(self) -> tuple[V2StatusDetail, ...]:
        """Why capabilities are not active."""

class V2RelatedObject(Record):
    """The object that an event is about."""
    def __init__(
        self,
        *,
        id: str | None = ...,
        type: str | None = ...,
        url: str | None = ...,
    ) -> None: ...
    @property
    def id(self) -> str | None:
        """Its id; singleton objects have none."""
    @property
    def type(self) -> str | None:
        """Its type, such as ``checkout.session``."""
    @property
    def url(self) -> str | None:
        """The path to retrieve it from, on the event's account."""

class V2Requirement(Record):
    """A requirement."""
    def __init__(
        self,
        *,
        description: str | None = ...,
        awaiting_action_from: Literal["user", "stripe"] | str | None = ...,
        deadline_status: Literal["eventually_due", "currently_due", "past_due"] | str | None = ...,
        errors: Sequence[V2RequirementError] = ...,
        restricts_capabilities: Sequence[V2RestrictedCapability] = ...,
        reference_type: Literal["inquiry", "payment_method", "person"] | str | None = ...,
        reference: str | None = ...,
    ) -> None: ...
    @property
    def description(self) -> str:
        """A machine-readable description, such as a path."""
    @property
    def awaiting_action_from(self) -> Literal["user", "stripe"] | str | None:
        """Who must act: ``user`` or ``stripe``."""
    @property
    def deadline_status(self) -> Literal["eventually_due", "currently_due", "past_due"] | str | None:
        """``eventually_due``, ``currently_due`` or ``past_due``."""
    @property
    def errors(self) -> tuple[V2RequirementError, ...]:
        """Errors in the information that was submitted."""
    @property
    def restricts_capabilities(self) -> tuple[V2RestrictedCapability, ...]:
        """The capabilities that it restricts."""
    @property
    def reference_type(self) -> Literal["inquiry", "payment_method", "person"] | str | None:
        """The kind of object that it concerns: ``inquiry``, ``payment_method`` or ``person``."""
    @property
    def reference(self) -> str | None:
        """The id of that object, such as ``person_…``."""

class V2RequirementError(Record):
    """An error in information that the merchant submitted."""
    def __init__(
        self,
        *,
        code: str | None = ...,
        description: str | None = ...,
    ) -> None: ...
    @property
    def code(self) -> str | None:
        """Stripe's error code."""
    @property
    def description(self) -> str | None:
        """Stripe's message."""

class V2Requirements(Record):
    """What Stripe requires for an account of v2."""
    def __init__(
        self,
        *,
        entries: Sequence[V2Requirement] = ...,
        deadline_status: Literal["eventually_due", "currently_due", "past_due"] | str | None = ...,
        deadline: str | None = ...,
    ) -> None: ...
    @property
    def entries(self) -> tuple[V2Requirement, ...]:
        """One entry for each requirement."""
    @property
    def deadline_status(self) -> Literal["eventually_due", "currently_due", "past_due"] | str | None:
        """The most urgent status among them: ``eventually_due``, ``currently_due`` or ``past_due``."""
    @property
    def deadline(self) -> str | None:
        """The deadline of the most urgent one, in RFC 3339 format."""

class V2RestrictedCapability(Record):
    """A capability that is restricted until the requirement is met."""
    def __init__(
        self,
        *,
        capability: str | None = ...,
        configuration: Literal["customer", "merchant", "recipient"] | str | None = ...,
        deadline_status: Literal["eventually_due", "currently_due", "past_due"] | str | None = ...,
    ) -> None: ...
    @property
    def capability(self) -> str | None:
        """Its name."""
    @property
    def configuration(self) -> Literal["customer", "merchant", "recipient"] | str | None:
        """Its configuration: ``customer``, ``merchant`` or ``recipient``."""
    @property
    def deadline_status(self) -> Literal["eventually_due", "currently_due", "past_due"] | str | None:
        """The status from which it is restricted: ``eventually_due``, ``currently_due`` or ``past_due``."""

class V2StatusDetail(Record):
    """Why a capability is not active."""
    def __init__(
        self,
        *,
        capability: str | None = ...,
        code: str | None = ...,
        resolution: Literal["provide_info", "contact_stripe", "no_resolution"] | str | None = ...,
    ) -> None: ...
    @property
    def capability(self) -> str:
        """The capability's name."""
    @property
    def code(self) -> str | None:
        """Stripe's code, such as ``requirements_past_due``."""
    @property
    def resolution(self) -> Literal["provide_info", "contact_stripe", "no_resolution"] | str | None:
        """What resolves it: ``provide_info``, ``contact_stripe`` or ``no_resolution``."""

class ValidatePaymentMethodDomain(Record):
    """Validates a domain again after the problem was fixed.

    ``POST /v1/payment_method_domains/{id}/validate``,
    <https://docs.stripe.com/api/payment_method_domains/validate>.
    """
    def __init__(
        self,
        *,
        id: str,
        expand: Sequence[str] = ...,
        extra: Mapping[str, str | int | float | bool] | None = ...,
    ) -> None: ...
    @property
    def id(self) -> str:
        """``pmd_…``"""
    @property
    def expand(self) -> tuple[str, ...]:
        """Which ids in the response to expand to their objects, such as ``payment_intent``; at most four
        levels deep. See <https://docs.stripe.com/expand>.
        """
    @property
    def extra(self) -> Mapping[str, str]:
        """Any other of Stripe's parameters, by its path: ``automatic_tax.enabled`` = ``true``."""

class VoucherOptions(Record):
    """Settings of vouchers such as Boleto, Konbini and OXXO."""
    def __init__(
        self,
        *,
        expires_after_days: int | None = ...,
        setup_future_usage: Literal["none", "off_session", "on_session"] | str | None = ...,
    ) -> None: ...
    @property
    def expires_after_days(self) -> int | None:
        """How many days the customer has to pay."""
    @property
    def setup_future_usage(self) -> Literal["none", "off_session", "on_session"] | str | None:
        """Whether the payment method is saved: ``none``, and for some methods ``off_session`` or
        ``on_session``.
        """

class WalletOptions(Record):
    """How wallets are shown."""
    def __init__(
        self,
        *,
        link: LinkDisplay | None = ...,
    ) -> None: ...
    @property
    def link(self) -> LinkDisplay | None:
        """How Link is shown."""

class WantedMethod(Record):
    """What a platform wants for a payment method."""
    def __init__(
        self,
        *,
        method: str,
        setting: str,
    ) -> None: ...
    @property
    def method(self) -> str:
        """The method, such as ``sepa_debit``."""
    @property
    def setting(self) -> str:
        """``on`` or ``off``, for all merchants that have not chosen themselves; ``blocked`` is rejected,
        since only the Dashboard can block.
        """

class WebhookEndpoint(Record):
    """A URL to which Stripe posts events.

    <https://docs.stripe.com/api/webhook_endpoints/object>
    """
    def __init__(
        self,
        *,
        id: str | None = ...,
        url: str | None = ...,
        status: Literal["enabled", "disabled"] | str | None = ...,
        enabled_events: Sequence[str] = ...,
        api_version: str | None = ...,
        application: str | None = ...,
        description: str | None = ...,
        metadata: Mapping[str, str] | None = ...,
        livemode: bool | None = ...,
        created: int | None = ...,
        secret: str | None = ...,
        raw: str = ...,
        replayed: bool = ...,
    ) -> None: ...
    @property
    def id(self) -> str:
        """``we_…``"""
    @property
    def url(self) -> str | None:
        """The URL that events are posted to."""
    @property
    def status(self) -> Literal["enabled", "disabled"] | str | None:
        """``enabled`` or ``disabled``."""
    @property
    def enabled_events(self) -> tuple[str, ...]:
        """The event types that are posted; ``*`` for all except those that must be named explicitly."""
    @property
    def api_version(self) -> str | None:
        """The API version of the objects in its events."""
    @property
    def application(self) -> str | None:
        """The Connect application, if the endpoint receives events of connected accounts."""
    @property
    def description(self) -> str | None:
        """Your own description."""
    @property
    def metadata(self) -> Mapping[str, str]:
        """Your own metadata."""
    @property
    def livemode(self) -> bool:
        """Whether it is in live mode."""
    @property
    def created(self) -> int | None:
        """When it was created, in unix seconds."""
    @property
    def secret(self) -> str | None:
        """The signing secret, ``whsec_…``, which is only in the response to the creation. Store it as
        securely as the API key.
        """
    @property
    def raw(self) -> str:
        """The object's JSON text as it was received; left out when the record is printed."""
    @property
    def replayed(self) -> bool:
        """Whether this is Stripe's stored response to an earlier request with the same idempotency key, so that
        nothing happened this time; ``False`` for an object in an event. Not compared.
        """

class WebhookEndpointTarget(Record):
    """A URL that events are posted to."""
    def __init__(
        self,
        *,
        url: str,
    ) -> None: ...
    @property
    def url(self) -> str:
        """The URL; https in live mode."""

class WechatPayOptions(Record):
    """Settings of WeChat Pay."""
    def __init__(
        self,
        *,
        client: Literal["android", "ios", "web"] | str,
        app_id: str | None = ...,
        setup_future_usage: Literal["none"] | str | None = ...,
    ) -> None: ...
    @property
    def client(self) -> Literal["android", "ios", "web"] | str:
        """Where the customer pays: ``android``, ``ios`` or ``web``."""
    @property
    def app_id(self) -> str | None:
        """The app's id, for ``android`` and ``ios``."""
    @property
    def setup_future_usage(self) -> Literal["none"] | str | None:
        """``none``."""
