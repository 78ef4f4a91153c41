# Generated from core/api.json by `cargo xtask generate`.
"""Parameters as plain dictionaries, for annotations: a ``TypedDict`` for each record of the same name.

>>> order: params.CreateSession = {"mode": "payment", "line_items": [{"price": "price_1", "quantity": 1}]}

A type checker finds an unknown key or word, and otherwise the call raises. A reference of your own can be a
:class:`uuid.UUID`, an amount a whole :class:`decimal.Decimal` of minor units, and a time a
:class:`datetime.datetime` with a time zone.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from decimal import Decimal
from typing import Literal, TypedDict
from uuid import UUID

from counterfoil import records

__all__ = [
    "AccountBranding",
    "AccountCapabilities",
    "AccountConfiguration",
    "AccountDefaults",
    "AccountIdentity",
    "AccountProfile",
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
    "AutomaticTax",
    "AzureEventGrid",
    "BankTransfer",
    "BillingCycleAnchorConfig",
    "BillingMode",
    "BrandingImage",
    "BrandingSettings",
    "BusinessProfile",
    "CancelPaymentIntent",
    "CancelRefund",
    "CapabilityRequest",
    "CapturePaymentIntent",
    "CardOptions",
    "CardPaymentsRules",
    "CardPaymentsSettings",
    "CardRestrictions",
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
    "CustomerBalanceOptions",
    "CustomerBilling",
    "CustomerConfiguration",
    "CustomerDetailsFilter",
    "CustomerInvoice",
    "CustomerUpdate",
    "DebitMandateOptions",
    "DebitOptions",
    "DeclineOn",
    "DefaultPriceData",
    "DeleteWebhookEndpoint",
    "DeliveryBound",
    "DeliveryEstimate",
    "DisableEventDestination",
    "Discount",
    "DisputeFacts",
    "EnableEventDestination",
    "EuBankTransfer",
    "Expected",
    "ExpireSession",
    "Fee",
    "FinancialConnections",
    "FixedAmount",
    "FlexibleBilling",
    "Installments",
    "InvoiceCreation",
    "InvoiceData",
    "InvoiceField",
    "Issuer",
    "LineItem",
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
    "MerchantCapabilities",
    "MerchantConfiguration",
    "MerchantSupport",
    "MethodOptions",
    "MethodPreference",
    "NameCollection",
    "NameQuestion",
    "OnboardingOptions",
    "OptionalItem",
    "PaymentFacts",
    "PaymentIntentData",
    "PaymentMethodData",
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
    "PriceData",
    "PriceProductData",
    "ProductData",
    "Purchase",
    "Recovery",
    "Recurring",
    "RenderingOptions",
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
    "SavedPaymentMethodOptions",
    "SetupIntentData",
    "Shipping",
    "ShippingAddressCollection",
    "ShippingDetails",
    "ShippingOption",
    "ShippingRateData",
    "StatementDescriptor",
    "SubscriptionData",
    "SubscriptionInvoiceSettings",
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
    "ValidatePaymentMethodDomain",
    "VoucherOptions",
    "WalletOptions",
    "WantedMethod",
    "WebhookEndpointTarget",
    "WechatPayOptions",
]


class AccountBranding(TypedDict, total=False):
    """The branding of an account's Checkout pages."""

    icon: str | None
    """The icon, a file's id."""
    logo: str | None
    """The logo, a file's id."""
    primary_color: str | None
    """The primary color, such as ``#0a2540``."""
    secondary_color: str | None
    """The secondary color, such as ``#ffffff``."""


class AccountCapabilities(TypedDict, total=False):
    """The capabilities of v1 that direct charges need. Request all others with
    ``accounts.capabilities.update``.
    """

    card_payments: records.CapabilityRequest | CapabilityRequest | None
    """Cards and wallets; only together with ``transfers``."""
    transfers: records.CapabilityRequest | CapabilityRequest | None
    """If this is inactive, ``card_payments`` is inactive too."""


class AccountConfiguration(TypedDict, total=False):
    """The configurations of an account. One account can be a merchant on your platform and also a customer
    that you bill.
    """

    merchant: records.MerchantConfiguration | MerchantConfiguration | None
    """Accepts payments from its own customers."""
    customer: records.CustomerConfiguration | CustomerConfiguration | None
    """Is billed by you. An empty record is enough to add it."""


class AccountDefaults(TypedDict, total=False):
    """Settings that apply to all configurations of an account."""

    currency: str | None
    """The currency, three lower-case letters."""
    locales: Sequence[str] | None
    """Preferred languages such as ``fr-FR``, in order of preference."""
    profile: records.AccountProfile | AccountProfile | None
    """The business."""
    responsibilities: records.Responsibilities | Responsibilities | None
    """Who pays for what. It is set with the merchant configuration and cannot be changed later."""


class AccountIdentity(TypedDict, total=False):
    """The legal identity of the merchant. Stripe collects the rest from the merchant; pass what you already
    know in ``extra``.
    """

    country: str | None
    """The country, two letters, which Stripe returns in lower case."""
    entity_type: Literal["company", "government_entity", "individual", "non_profit"] | str | None
    """The type of business: ``company``, ``government_entity``, ``individual`` or ``non_profit``."""


class AccountProfile(TypedDict, total=False):
    """A business."""

    business_url: str | None
    """The URL of its website."""
    doing_business_as: str | None
    """The name under which it does business."""
    product_description: str | None
    """A description of what it sells."""


class _AccountSessionComponent(TypedDict):
    enabled: bool
    """Whether the component is enabled."""


class AccountSessionComponent(_AccountSessionComponent, total=False):
    """A component and its features."""

    features: records.AccountSessionFeatures | AccountSessionFeatures | None
    """Its features; each component has a few of these."""


class AccountSessionComponents(TypedDict, total=False):
    """Stripe's embedded components by name. See
    <https://docs.stripe.com/connect/supported-embedded-components>.
    """

    account_management: records.AccountSessionComponent | AccountSessionComponent | None
    """Account details, which the merchant can change."""
    account_onboarding: records.AccountSessionComponent | AccountSessionComponent | None
    """Onboarding: collects the information that Stripe still requires."""
    balance_report: records.AccountSessionComponent | AccountSessionComponent | None
    """A report of the balance."""
    balances: records.AccountSessionComponent | AccountSessionComponent | None
    """The balance, with payouts."""
    disputes_list: records.AccountSessionComponent | AccountSessionComponent | None
    """A list of disputes."""
    documents: records.AccountSessionComponent | AccountSessionComponent | None
    """Invoices and other documents from Stripe."""
    financial_account: records.AccountSessionComponent | AccountSessionComponent | None
    """A financial account."""
    financial_account_transactions: records.AccountSessionComponent | AccountSessionComponent | None
    """The transactions of a financial account."""
    instant_payouts_promotion: records.AccountSessionComponent | AccountSessionComponent | None
    """A promotion for instant payouts."""
    issuing_card: records.AccountSessionComponent | AccountSessionComponent | None
    """An issued card."""
    issuing_cards_list: records.AccountSessionComponent | AccountSessionComponent | None
    """The list of issued cards."""
    notification_banner: records.AccountSessionComponent | AccountSessionComponent | None
    """A banner with what Stripe requires from the merchant."""
    payment_details: records.AccountSessionComponent | AccountSessionComponent | None
    """The details of a payment."""
    payment_disputes: records.AccountSessionComponent | AccountSessionComponent | None
    """The disputes of a payment."""
    payment_method_settings: records.AccountSessionComponent | AccountSessionComponent | None
    """The settings of payment methods, which the merchant can turn on and off as far as the platform
    allows.
    """
    payments: records.AccountSessionComponent | AccountSessionComponent | None
    """A list of payments."""
    payout_details: records.AccountSessionComponent | AccountSessionComponent | None
    """The details of a payout."""
    payout_reconciliation_report: records.AccountSessionComponent | AccountSessionComponent | None
    """The transactions in a payout."""
    payouts: records.AccountSessionComponent | AccountSessionComponent | None
    """The balance and its payouts."""
    payouts_list: records.AccountSessionComponent | AccountSessionComponent | None
    """A list of payouts."""
    reporting_chart: records.AccountSessionComponent | AccountSessionComponent | None
    """A chart from reports."""
    tax_registrations: records.AccountSessionComponent | AccountSessionComponent | None
    """Tax registrations."""
    tax_settings: records.AccountSessionComponent | AccountSessionComponent | None
    """Tax settings."""
    terminal_hardware_orders: records.AccountSessionComponent | AccountSessionComponent | None
    """Orders of card readers."""
    terminal_hardware_shop: records.AccountSessionComponent | AccountSessionComponent | None
    """A shop for card readers."""


class AccountSessionFeatures(TypedDict, total=False):
    """The features of a component."""

    capture_payments: bool | None
    """The merchant can capture payments."""
    card_management: bool | None
    """The merchant can manage cards."""
    card_spend_dispute_management: bool | None
    """The merchant can dispute card spending."""
    cardholder_management: bool | None
    """The merchant can manage cardholders."""
    destination_on_behalf_of_charge_management: bool | None
    """The merchant can manage destination charges."""
    disable_stripe_user_authentication: bool | None
    """The merchant does not log in at Stripe; only if the platform collects requirements itself."""
    dispute_management: bool | None
    """The merchant can respond to disputes."""
    edit_payout_schedule: bool | None
    """The merchant can change the payout schedule."""
    external_account_collection: bool | None
    """The merchant can add bank accounts."""
    instant_payouts: bool | None
    """The merchant can request instant payouts."""
    refund_management: bool | None
    """The merchant can refund payments."""
    send_money: bool | None
    """The merchant can send money."""
    smart_disputes_management: bool | None
    """The merchant can manage Smart Disputes."""
    spend_control_management: bool | None
    """The merchant can manage spending limits."""
    standard_payouts: bool | None
    """The merchant can request payouts."""
    transfer_balance: bool | None
    """The merchant can transfer the balance."""


class AccountSettings(TypedDict, total=False):
    """Settings of an account's Checkout pages and of its customers' bank statements."""

    branding: records.AccountBranding | AccountBranding | None
    """The branding of the pages."""
    card_payments: records.CardPaymentsSettings | CardPaymentsSettings | None
    """Card payments: their statement descriptor, and which of them are declined."""
    payments: records.PaymentsSettings | PaymentsSettings | None
    """All other payments."""


class AcssDebitOptions(TypedDict, total=False):
    """Settings of pre-authorized debits in Canada."""

    currency: Literal["cad", "usd"] | str | None
    """The currency, ``cad`` or ``usd``; only in ``setup`` mode."""
    mandate_options: records.AcssMandateOptions | AcssMandateOptions | None
    """The mandate."""
    setup_future_usage: Literal["none", "off_session", "on_session"] | str | None
    """Whether the payment method is saved: ``none``, ``off_session`` or ``on_session``."""
    target_date: str | None
    """The date on which the account is debited, 3 to 15 days ahead."""
    verification_method: Literal["automatic", "instant", "microdeposits"] | str | None
    """How the account is verified: ``automatic``, ``instant`` or ``microdeposits``."""


class AcssMandateOptions(TypedDict, total=False):
    """The mandate of a pre-authorized debit."""

    custom_mandate_url: str | None
    """The URL of your own mandate text."""
    default_for: Sequence[Literal["invoice", "subscription"] | str] | None
    """What the mandate is the default for: ``invoice``, ``subscription``; only in ``setup`` mode."""
    interval_description: str | None
    """When the account is debited, at most 500 characters."""
    payment_schedule: Literal["combined", "interval", "sporadic"] | str | None
    """The schedule of debits: ``interval``, ``sporadic`` or ``combined``."""
    transaction_type: Literal["business", "personal"] | str | None
    """The kind of account: ``personal`` or ``business``."""


class AdaptivePricing(TypedDict, total=False):
    """Adaptive Pricing: customers can pay in their own currency, while the session keeps yours."""

    enabled: bool | None
    """Whether customers can pay in their own currency."""


class _Address(TypedDict):
    line1: str
    """Street and number."""


class Address(_Address, total=False):
    """A postal address."""

    line2: str | None
    """Apartment, floor or building."""
    city: str | None
    """The city or town."""
    state: str | None
    """State, province or county."""
    postal_code: str | None
    """The postal code."""
    country: str | None
    """The country, two upper-case letters."""


class _AdjustableQuantity(TypedDict):
    enabled: bool
    """Whether the customer can change it."""


class AdjustableQuantity(_AdjustableQuantity, total=False):
    """A quantity that the customer can change."""

    minimum: int | Decimal | None
    """The lowest quantity; 0 if absent."""
    maximum: int | Decimal | None
    """The highest quantity, at most 999999; 99 if absent."""


class AfterExpiration(TypedDict, total=False):
    """What happens after the session has expired."""

    recovery: records.Recovery | Recovery | None
    """A link with which the customer can start over."""


class AmazonEventBridge(TypedDict):
    """An event bus of Amazon EventBridge."""

    aws_account_id: str
    """The AWS account that the event bus is in."""
    aws_region: str
    """Its region, such as ``us-east-1``."""


class _AutomaticTax(TypedDict):
    enabled: bool
    """Whether Stripe computes the taxes."""


class AutomaticTax(_AutomaticTax, total=False):
    """Automatic taxes."""

    liability: records.Issuer | Issuer | None
    """The account whose tax registrations apply."""


class AzureEventGrid(TypedDict):
    """A topic of Azure Event Grid."""

    azure_subscription_id: str
    """The Azure subscription that the topic is in."""
    azure_resource_group_name: str
    """Its resource group."""
    azure_region: str
    """Its region."""


class _BankTransfer(TypedDict):
    type: Literal["eu_bank_transfer", "gb_bank_transfer", "jp_bank_transfer", "mx_bank_transfer", "us_bank_transfer"] | str
    """``eu_bank_transfer``, ``gb_bank_transfer``, ``jp_bank_transfer``, ``mx_bank_transfer`` or
    ``us_bank_transfer``.
    """


class BankTransfer(_BankTransfer, total=False):
    """The kind of a bank transfer."""

    eu_bank_transfer: records.EuBankTransfer | EuBankTransfer | None
    """Settings for ``eu_bank_transfer``."""
    requested_address_types: Sequence[Literal["aba", "iban", "sepa", "sort_code", "spei", "swift", "zengin"] | str] | None
    """Which bank details are shown, such as ``iban``."""


class _BillingCycleAnchorConfig(TypedDict):
    day_of_month: int | Decimal
    """The day of the month, 1 to 31; the last day in shorter months."""


class BillingCycleAnchorConfig(_BillingCycleAnchorConfig, total=False):
    """On which day and at what time periods start, in UTC."""

    month: int | Decimal | None
    """The month, 1 to 12, for yearly prices."""
    hour: int | Decimal | None
    """The hour, 0 to 23."""
    minute: int | Decimal | None
    """The minute, 0 to 59."""
    second: int | Decimal | None
    """The second, 0 to 59."""


class _BillingMode(TypedDict):
    type: Literal["classic", "flexible"] | str
    """``classic`` or ``flexible``."""


class BillingMode(_BillingMode, total=False):
    """How Stripe computes prorations."""

    flexible: records.FlexibleBilling | FlexibleBilling | None
    """Settings for ``flexible``."""


class _BrandingImage(TypedDict):
    type: Literal["file", "url"] | str
    """``file`` or ``url``."""


class BrandingImage(_BrandingImage, total=False):
    """A picture of the page."""

    file: str | None
    """For ``file``, its id at Stripe."""
    url: str | None
    """For ``url``, its URL."""


class BrandingSettings(TypedDict, total=False):
    """How the page looks. Where a field is absent, the merchant's own branding applies."""

    background_color: str | None
    """A CSS color such as ``#0a7d5a``."""
    border_style: Literal["pill", "rectangular", "rounded"] | str | None
    """``rectangular``, ``rounded`` or ``pill``."""
    button_color: str | None
    """The background color of the page, a CSS color."""
    display_name: str | None
    """The name at the top of the page."""
    font_family: Literal["be_vietnam_pro", "bitter", "chakra_petch", "default", "hahmlet", "inconsolata", "inter", "lato", "lora", "m_plus_1_code", "montserrat", "noto_sans", "noto_sans_jp", "noto_serif", "nunito", "open_sans", "pridi", "pt_sans", "pt_serif", "raleway", "roboto", "roboto_slab", "source_sans_pro", "titillium_web", "ubuntu_mono", "zen_maru_gothic"] | str | None
    """One of the fonts that Stripe lists, such as ``inter``."""
    icon: records.BrandingImage | BrandingImage | None
    """A small square picture."""
    logo: records.BrandingImage | BrandingImage | None
    """A wide picture, shown instead of the icon."""


class BusinessProfile(TypedDict, total=False):
    """A merchant's business."""

    name: str | None
    """The name that customers know."""
    url: str | None
    """The URL of its website."""
    mcc: str | None
    """The merchant category code, four digits."""
    product_description: str | None
    """A description of what it sells."""
    support_email: str | None
    """The e-mail address for customer support."""
    support_phone: str | None
    """The phone number for customer support."""
    support_url: str | None
    """The URL for customer support."""


class _CancelPaymentIntent(TypedDict):
    id: str
    """``pi_…``"""


class CancelPaymentIntent(_CancelPaymentIntent, total=False):
    """Cancels a payment that has not succeeded, and releases an authorized amount. The payment intent of an
    open Checkout Session cannot be canceled: expire the session instead.

    ``POST /v1/payment_intents/{id}/cancel``, <https://docs.stripe.com/api/payment_intents/cancel>.
    """

    cancellation_reason: Literal["abandoned", "duplicate", "fraudulent", "requested_by_customer"] | None
    """``abandoned``, ``duplicate``, ``fraudulent`` or ``requested_by_customer``."""
    expand: Sequence[str] | None
    """Which ids in the response to expand to their objects, such as ``payment_intent``; at most four levels
    deep. See <https://docs.stripe.com/expand>.
    """
    extra: Mapping[str, str | int | float | bool | UUID | Decimal] | None
    """Any other of Stripe's parameters, by its path: ``automatic_tax.enabled`` = ``true``."""


class _CancelRefund(TypedDict):
    id: str
    """``re_…`` or ``pyr_…``"""


class CancelRefund(_CancelRefund, total=False):
    """Cancels a refund that is waiting for the customer (``requires_action``).

    ``POST /v1/refunds/{id}/cancel``, <https://docs.stripe.com/api/refunds/cancel>.
    """

    expand: Sequence[str] | None
    """Which ids in the response to expand to their objects, such as ``payment_intent``; at most four levels
    deep. See <https://docs.stripe.com/expand>.
    """
    extra: Mapping[str, str | int | float | bool | UUID | Decimal] | None
    """Any other of Stripe's parameters, by its path: ``automatic_tax.enabled`` = ``true``."""


class CapabilityRequest(TypedDict, total=False):
    """A request for a capability."""

    requested: bool | None
    """Whether it is requested. Required."""


class _CapturePaymentIntent(TypedDict):
    id: str
    """``pi_…``"""


class CapturePaymentIntent(_CapturePaymentIntent, total=False):
    """Captures an authorized payment, where the session was created with ``capture_method: manual``. Its
    status is ``requires_capture``.

    ``POST /v1/payment_intents/{id}/capture``, <https://docs.stripe.com/api/payment_intents/capture>.
    """

    amount_to_capture: int | Decimal | None
    """The amount to capture, in minor units; the whole amount if absent. The rest is released."""
    application_fee_amount: int | Decimal | None
    """The platform's fee, in minor units; at most the captured amount."""
    final_capture: bool | None
    """Whether the remaining amount is released at once; ``true`` if absent."""
    metadata: Mapping[str, str | int | float | bool | UUID | Decimal] | None
    """Your own metadata, stored on the payment intent: at most 50 keys."""
    statement_descriptor: str | None
    """The text on the customer's bank statement, at most 22 characters; not for cards."""
    statement_descriptor_suffix: str | None
    """The text on a card statement after the merchant's own prefix, at most 22 characters."""
    expand: Sequence[str] | None
    """Which ids in the response to expand to their objects, such as ``payment_intent``; at most four levels
    deep. See <https://docs.stripe.com/expand>.
    """
    extra: Mapping[str, str | int | float | bool | UUID | Decimal] | None
    """Any other of Stripe's parameters, by its path: ``automatic_tax.enabled`` = ``true``."""


class CardOptions(TypedDict, total=False):
    """Settings of cards."""

    capture_method: Literal["manual"] | None
    """``manual``, to authorize the payment now and capture it later."""
    installments: records.Installments | Installments | None
    """Payment in installments."""
    request_extended_authorization: Literal["if_available", "never"] | str | None
    """Authorization for longer than usual: ``if_available`` or ``never``."""
    request_incremental_authorization: Literal["if_available", "never"] | str | None
    """A later increase of the authorized amount: ``if_available`` or ``never``."""
    request_multicapture: Literal["if_available", "never"] | str | None
    """More than one capture: ``if_available`` or ``never``."""
    request_overcapture: Literal["if_available", "never"] | str | None
    """A capture above the authorized amount: ``if_available`` or ``never``."""
    request_three_d_secure: Literal["any", "automatic", "challenge"] | str | None
    """When 3D Secure is requested: ``any``, ``automatic`` or ``challenge``."""
    restrictions: records.CardRestrictions | CardRestrictions | None
    """Cards that are not accepted."""
    setup_future_usage: Literal["off_session", "on_session"] | str | None
    """Whether the card is saved: ``off_session`` or ``on_session``."""
    statement_descriptor_suffix_kana: str | None
    """The statement descriptor's suffix in kana, at most 22 characters."""
    statement_descriptor_suffix_kanji: str | None
    """The statement descriptor's suffix in kanji, at most 17 characters."""


class CardPaymentsRules(TypedDict, total=False):
    """Which card payments are declined even if the bank would approve them."""

    decline_on: records.DeclineOn | DeclineOn | None
    """Failed checks of what the customer entered, after which a payment is declined."""


class CardPaymentsSettings(TypedDict, total=False):
    """Settings of card payments."""

    decline_on: records.DeclineOn | DeclineOn | None
    """Checks after which a payment is declined even if the bank would approve it."""
    statement_descriptor_prefix: str | None
    """The prefix of the statement descriptor, at most 10 characters."""


class CardRestrictions(TypedDict, total=False):
    """Cards that are not accepted."""

    brands_blocked: Sequence[Literal["american_express", "discover_global_network", "mastercard", "visa"] | str] | None
    """Brands: ``american_express``, ``discover_global_network``, ``mastercard``, ``visa``."""
    funding_types_blocked: Sequence[Literal["credit", "debit", "prepaid"] | str] | None
    """Kinds of funding: ``credit``, ``debit``, ``prepaid``."""


class _CloseV2Account(TypedDict):
    id: str
    """``acct_…``"""


class CloseV2Account(_CloseV2Account, total=False):
    """Closes an account of v2, or some of its configurations. A closed account can still be retrieved, with
    fewer fields.

    ``POST /v2/core/accounts/{id}/close``, <https://docs.stripe.com/api/v2/core/accounts/close>.
    """

    applied_configurations: Sequence[Literal["customer", "merchant", "recipient"]] | None
    """Which configurations: ``customer``, ``merchant``, ``recipient``."""
    extra: Mapping[str, str | int | float | bool | UUID | Decimal] | None
    """Any other of Stripe's parameters, by its path: ``identity.individual.given_name`` = ``Ada``.
    ``true``, ``false`` and ``null`` are sent as such, and so is a JSON object, a JSON list, or a text in
    quotes.
    """


class CollectedInformation(TypedDict, total=False):
    """What your own page has collected."""

    shipping_details: records.ShippingDetails | ShippingDetails | None
    """The shipping details."""


class CollectionOptions(TypedDict, total=False):
    """How much is collected from a merchant."""

    fields: Literal["currently_due", "eventually_due"] | None
    """``currently_due``, or ``eventually_due`` to collect everything at once."""
    future_requirements: Literal["include", "omit"] | None
    """``include`` or ``omit`` what will be required at a later date."""


class ConsentCollection(TypedDict, total=False):
    """What the customer is asked to consent to."""

    payment_method_reuse_agreement: records.ReuseAgreement | ReuseAgreement | None
    """Consent to the payment method being saved."""
    promotions: Literal["auto", "none"] | str | None
    """Consent to promotional messages: ``auto`` or ``none``."""
    terms_of_service: Literal["none", "required"] | str | None
    """Consent to the terms of service: ``required`` or ``none``."""


class ControllerDashboard(TypedDict, total=False):
    """Which Dashboard a merchant has."""

    type: Literal["express", "full", "none"] | None
    """``full``, ``express`` or ``none``."""


class ControllerFees(TypedDict, total=False):
    """Who pays Stripe's fees."""

    payer: Literal["account", "application"] | None
    """``account`` for the merchant, or ``application`` for the platform."""


class ControllerLosses(TypedDict, total=False):
    """Who is liable for losses."""

    payments: Literal["application", "stripe"] | None
    """``application`` for the platform, or ``stripe``."""


class ControllerParams(TypedDict, total=False):
    """Who controls an account of v1, and who pays for what."""

    fees: records.ControllerFees | ControllerFees | None
    """Who pays Stripe's fees."""
    losses: records.ControllerLosses | ControllerLosses | None
    """Who is liable for losses."""
    requirement_collection: Literal["application", "stripe"] | None
    """Who collects missing information from the merchant: ``application`` or ``stripe``."""
    stripe_dashboard: records.ControllerDashboard | ControllerDashboard | None
    """Which Dashboard the merchant has."""


class CreateAccount(TypedDict, total=False):
    """Creates an account of v1 for a merchant. New platforms use ``CreateV2Account``, and Stripe may reject
    this call from them.

    ``POST /v1/accounts``, <https://docs.stripe.com/api/accounts/create>.
    """

    business_profile: records.BusinessProfile | BusinessProfile | None
    """The merchant's business."""
    business_type: Literal["company", "government_entity", "individual", "non_profit"] | str | None
    """The type of business: ``company``, ``government_entity``, ``individual`` or ``non_profit``."""
    capabilities: records.AccountCapabilities | AccountCapabilities | None
    """The capabilities to request."""
    controller: records.ControllerParams | ControllerParams | None
    """Who controls the account, and who pays for what. This cannot be changed later."""
    country: str | None
    """The country, two upper-case letters."""
    default_currency: str | None
    """The currency, three lower-case letters."""
    email: str | None
    """The e-mail address for messages from Stripe."""
    settings: records.AccountSettings | AccountSettings | None
    """Settings of its Checkout pages and of its customers' bank statements."""
    type: Literal["custom", "express", "standard"] | None
    """``custom``, ``express`` or ``standard``; superseded by ``controller``."""
    metadata: Mapping[str, str | int | float | bool | UUID | Decimal] | None
    """Your own metadata: at most 50 keys."""
    expand: Sequence[str] | None
    """Which ids in the response to expand to their objects, such as ``payment_intent``; at most four levels
    deep. See <https://docs.stripe.com/expand>.
    """
    extra: Mapping[str, str | int | float | bool | UUID | Decimal] | None
    """Any other of Stripe's parameters, by its path: ``automatic_tax.enabled`` = ``true``."""


class _CreateAccountLink(TypedDict):
    account: str
    """The merchant, ``acct_…``."""
    type: Literal["account_onboarding", "account_update"]
    """``account_onboarding``, or ``account_update`` if the platform collects requirements."""


class CreateAccountLink(_CreateAccountLink, total=False):
    """Creates a link to the form in which a merchant submits what Stripe requires. Create a new one each
    time the merchant clicks.

    ``POST /v1/account_links``, <https://docs.stripe.com/api/account_links/create>.
    """

    refresh_url: str | None
    """Where the merchant goes if the link was used or has expired: create a new one there."""
    return_url: str | None
    """Where the merchant returns to. Retrieve the account then: a return does not mean that everything was
    submitted.
    """
    collection_options: records.CollectionOptions | CollectionOptions | None
    """How much is collected."""
    expand: Sequence[str] | None
    """Which ids in the response to expand to their objects, such as ``payment_intent``; at most four levels
    deep. See <https://docs.stripe.com/expand>.
    """
    extra: Mapping[str, str | int | float | bool | UUID | Decimal] | None
    """Any other of Stripe's parameters, by its path: ``automatic_tax.enabled`` = ``true``."""


class _CreateAccountSession(TypedDict):
    account: str
    """The merchant, ``acct_…``."""
    components: records.AccountSessionComponents | AccountSessionComponents
    """The components, and which features each of them has."""


class CreateAccountSession(_CreateAccountSession, total=False):
    """Creates an account session, with which a page of the platform shows Stripe's embedded components to a
    merchant, such as the settings of payment methods.

    ``POST /v1/account_sessions``, <https://docs.stripe.com/api/account_sessions/create>.
    """

    expand: Sequence[str] | None
    """Which ids in the response to expand to their objects, such as ``payment_intent``; at most four levels
    deep. See <https://docs.stripe.com/expand>.
    """
    extra: Mapping[str, str | int | float | bool | UUID | Decimal] | None
    """Any other of Stripe's parameters, by its path: ``automatic_tax.enabled`` = ``true``."""


class _CreateApplicationFeeRefund(TypedDict):
    fee: str
    """``fee_…``"""


class CreateApplicationFeeRefund(_CreateApplicationFeeRefund, total=False):
    """Refunds an application fee to the merchant, in full or in part, without a refund to the customer.

    ``POST /v1/application_fees/{fee}/refunds``, <https://docs.stripe.com/api/fee_refunds/create>.
    """

    amount: int | Decimal | None
    """The amount, in minor units; all that has not been refunded yet if absent."""
    metadata: Mapping[str, str | int | float | bool | UUID | Decimal] | None
    """Your own metadata: at most 50 keys."""
    expand: Sequence[str] | None
    """Which ids in the response to expand to their objects, such as ``payment_intent``; at most four levels
    deep. See <https://docs.stripe.com/expand>.
    """
    extra: Mapping[str, str | int | float | bool | UUID | Decimal] | None
    """Any other of Stripe's parameters, by its path: ``automatic_tax.enabled`` = ``true``."""


class CreateBillingPortalSession(TypedDict, total=False):
    """Creates a page on which a customer manages its subscriptions. Create it when the customer clicks, and
    redirect to its ``url``.

    ``POST /v1/billing_portal/sessions``, <https://docs.stripe.com/api/customer_portal/sessions/create>.
    """

    customer: str | None
    """The customer, ``cus_…`` on the account on which the call is made; or ``customer_account``."""
    customer_account: str | None
    """The merchant as the customer, ``acct_…``: an account with the customer configuration of v2, on the
    platform's own account.
    """
    return_url: str | None
    """Where the customer returns to; if absent, the URL from the configuration."""
    configuration: str | None
    """The configuration, ``bpc_…``, which says what the customer can do; the default one if absent."""
    locale: str | None
    """The page's language, such as ``fr``; ``auto`` follows the browser."""
    flow_data: records.PortalFlow | PortalFlow | None
    """Opens one particular flow instead of the home page."""
    expand: Sequence[str] | None
    """Which ids in the response to expand to their objects, such as ``payment_intent``; at most four levels
    deep. See <https://docs.stripe.com/expand>.
    """
    extra: Mapping[str, str | int | float | bool | UUID | Decimal] | None
    """Any other of Stripe's parameters, by its path: ``automatic_tax.enabled`` = ``true``."""


class CreateCustomer(TypedDict, total=False):
    """Creates a customer. To bill a merchant, create one on the platform's own account and store its id
    with the merchant; ``metadata`` is a good place for the merchant's ``acct_…``.

    ``POST /v1/customers``, <https://docs.stripe.com/api/customers/create>.
    """

    name: str | None
    """The name, at most 256 characters."""
    email: str | None
    """The e-mail address for invoices and receipts, at most 512 characters."""
    phone: str | None
    """The phone number, at most 20 characters."""
    address: records.Address | Address | None
    """The address, from which taxes are computed."""
    description: str | None
    """Your own description."""
    preferred_locales: Sequence[str] | None
    """Preferred languages such as ``fr``, in order of preference."""
    tax_exempt: Literal["exempt", "none", "reverse", ""] | None
    """The tax status: ``exempt``, ``none`` or ``reverse``."""
    metadata: Mapping[str, str | int | float | bool | UUID | Decimal] | None
    """Your own metadata: at most 50 keys."""
    expand: Sequence[str] | None
    """Which ids in the response to expand to their objects, such as ``payment_intent``; at most four levels
    deep. See <https://docs.stripe.com/expand>.
    """
    extra: Mapping[str, str | int | float | bool | UUID | Decimal] | None
    """Any other of Stripe's parameters, by its path: ``automatic_tax.enabled`` = ``true``."""


class _CreateEventDestination(TypedDict):
    name: str
    """Your own name for it."""
    type: Literal["webhook_endpoint", "amazon_eventbridge", "azure_event_grid"]
    """``webhook_endpoint``, ``amazon_eventbridge`` or ``azure_event_grid``."""
    event_payload: Literal["snapshot", "thin"]
    """``snapshot`` or ``thin``."""
    enabled_events: Sequence[str]
    """The event types to send."""


class CreateEventDestination(_CreateEventDestination, total=False):
    """Creates an event destination. For the merchants' events, ``events_from`` is ``["@accounts"]``.

    ``POST /v2/core/event_destinations``,
    <https://docs.stripe.com/api/v2/core/event_destinations/create>.
    """

    events_from: Sequence[str] | None
    """Whose events to send: ``@self``, ``@accounts``, ``@organization_members`` or
    ``@organization_members/@accounts``.
    """
    snapshot_api_version: str | None
    """The API version of the objects in snapshot events; not for ``thin``."""
    webhook_endpoint: records.WebhookEndpointTarget | WebhookEndpointTarget | None
    """The URL, for ``webhook_endpoint``."""
    amazon_eventbridge: records.AmazonEventBridge | AmazonEventBridge | None
    """The event bus, for ``amazon_eventbridge``."""
    azure_event_grid: records.AzureEventGrid | AzureEventGrid | None
    """The topic, for ``azure_event_grid``."""
    include: Sequence[str] | None
    """What else the response contains: ``webhook_endpoint.signing_secret``, which Stripe only returns now,
    and ``webhook_endpoint.url``.
    """
    description: str | None
    """Your own description."""
    metadata: Mapping[str, str | int | float | bool | UUID | Decimal] | None
    """Your own metadata."""


class _CreateLoginLink(TypedDict):
    account: str
    """The merchant, ``acct_…``."""


class CreateLoginLink(_CreateLoginLink, total=False):
    """Creates a link to a merchant's Express Dashboard.

    ``POST /v1/accounts/{account}/login_links``, <https://docs.stripe.com/api/accounts/login_link>.
    """

    expand: Sequence[str] | None
    """Which ids in the response to expand to their objects, such as ``payment_intent``; at most four levels
    deep. See <https://docs.stripe.com/expand>.
    """
    extra: Mapping[str, str | int | float | bool | UUID | Decimal] | None
    """Any other of Stripe's parameters, by its path: ``automatic_tax.enabled`` = ``true``."""


class CreatePaymentMethodConfiguration(TypedDict, total=False):
    """Creates a payment method configuration: on the platform a parent, on a merchant's account a child of
    ``parent``.

    ``POST /v1/payment_method_configurations``,
    <https://docs.stripe.com/api/payment_method_configurations/create>.
    """

    name: str | None
    """Its name in the Dashboard."""
    parent: str | None
    """The parent, ``pmc_…``."""
    methods: Sequence[records.MethodPreference | MethodPreference] | None
    """The choice for each method that should differ from Stripe's default."""
    expand: Sequence[str] | None
    """Which ids in the response to expand to their objects, such as ``payment_intent``; at most four levels
    deep. See <https://docs.stripe.com/expand>.
    """
    extra: Mapping[str, str | int | float | bool | UUID | Decimal] | None
    """Any other of Stripe's parameters, by its path: ``automatic_tax.enabled`` = ``true``."""


class _CreatePaymentMethodDomain(TypedDict):
    domain_name: str
    """The domain, such as ``shop.example``, without scheme or path."""


class CreatePaymentMethodDomain(_CreatePaymentMethodDomain, total=False):
    """Registers a domain for wallets.

    ``POST /v1/payment_method_domains``, <https://docs.stripe.com/api/payment_method_domains/create>.
    """

    enabled: bool | None
    """Whether wallets may be shown on it; ``true`` if absent."""
    expand: Sequence[str] | None
    """Which ids in the response to expand to their objects, such as ``payment_intent``; at most four levels
    deep. See <https://docs.stripe.com/expand>.
    """
    extra: Mapping[str, str | int | float | bool | UUID | Decimal] | None
    """Any other of Stripe's parameters, by its path: ``automatic_tax.enabled`` = ``true``."""


class _CreatePrice(TypedDict):
    currency: str
    """Three-letter currency code."""


class CreatePrice(_CreatePrice, total=False):
    """Creates a price of a product. Its amount cannot be changed later: create another price, and transfer
    the ``lookup_key`` to it.

    ``POST /v1/prices``, <https://docs.stripe.com/api/prices/create>.
    """

    unit_amount: int | Decimal | None
    """The price of one unit, in minor units: 2000 is 20.00 EUR, but 2000 JPY."""
    unit_amount_decimal: str | Decimal | None
    """The same with up to 12 decimals, such as ``0.05``; instead of ``unit_amount``."""
    product: str | None
    """The product, ``prod_…``."""
    product_data: records.PriceProductData | PriceProductData | None
    """A new product, instead of ``product``."""
    recurring: records.Recurring | Recurring | None
    """How often it is charged; a one-time price if absent."""
    nickname: str | None
    """A nickname that customers do not see."""
    lookup_key: str | None
    """Your own key to find it by, at most 200 characters."""
    transfer_lookup_key: bool | None
    """Whether the ``lookup_key`` is transferred from the price that has it."""
    active: bool | None
    """Whether it can be used for new purchases; ``true`` if absent."""
    tax_behavior: Literal["exclusive", "inclusive", "unspecified"] | None
    """``exclusive``, ``inclusive`` or ``unspecified``."""
    metadata: Mapping[str, str | int | float | bool | UUID | Decimal] | None
    """Your own metadata: at most 50 keys."""
    expand: Sequence[str] | None
    """Which ids in the response to expand to their objects, such as ``payment_intent``; at most four levels
    deep. See <https://docs.stripe.com/expand>.
    """
    extra: Mapping[str, str | int | float | bool | UUID | Decimal] | None
    """Any other of Stripe's parameters, by its path: ``automatic_tax.enabled`` = ``true``."""


class _CreateProduct(TypedDict):
    name: str
    """The name that customers see."""


class CreateProduct(_CreateProduct, total=False):
    """Creates a product, together with its first price if ``default_price_data`` is given.

    ``POST /v1/products``, <https://docs.stripe.com/api/products/create>.
    """

    id: str | None
    """Your own id, so that it can be the same in test and live mode."""
    description: str | None
    """The description that customers see."""
    active: bool | None
    """Whether it can be used for new purchases; ``true`` if absent."""
    default_price_data: records.DefaultPriceData | DefaultPriceData | None
    """Its first price, which becomes its ``default_price``."""
    images: Sequence[str] | None
    """URLs of up to 8 images."""
    tax_code: str | None
    """Its tax code, ``txcd_…``."""
    unit_label: str | None
    """The label of one unit, at most 12 characters."""
    statement_descriptor: str | None
    """The text on the customer's statement, at most 22 characters."""
    url: str | None
    """The URL of its web page."""
    metadata: Mapping[str, str | int | float | bool | UUID | Decimal] | None
    """Your own metadata: at most 50 keys."""
    expand: Sequence[str] | None
    """Which ids in the response to expand to their objects, such as ``payment_intent``; at most four levels
    deep. See <https://docs.stripe.com/expand>.
    """
    extra: Mapping[str, str | int | float | bool | UUID | Decimal] | None
    """Any other of Stripe's parameters, by its path: ``automatic_tax.enabled`` = ``true``."""


class CreateRefund(TypedDict, total=False):
    """Refunds a payment in full or in part, from the merchant's balance.

    The platform keeps its fee unless ``refund_application_fee`` is set.

    ``POST /v1/refunds``, <https://docs.stripe.com/api/refunds/create>.
    """

    payment_intent: str | None
    """The payment, ``pi_…``; or ``charge``."""
    charge: str | None
    """The charge, ``ch_…`` or ``py_…``; or ``payment_intent``."""
    amount: int | Decimal | None
    """The amount, in minor units; all that has not been refunded yet if absent."""
    reason: Literal["duplicate", "fraudulent", "requested_by_customer"] | None
    """``duplicate``, ``fraudulent`` or ``requested_by_customer``."""
    refund_application_fee: bool | None
    """Whether the platform's fee is refunded too: in full with a full refund, otherwise in proportion.
    ``false`` if absent.
    """
    instructions_email: str | None
    """The e-mail address for instructions, for payment methods that cannot be refunded directly."""
    metadata: Mapping[str, str | int | float | bool | UUID | Decimal] | None
    """Your own metadata, stored on the refund: at most 50 keys."""
    expand: Sequence[str] | None
    """Which ids in the response to expand to their objects, such as ``payment_intent``; at most four levels
    deep. See <https://docs.stripe.com/expand>.
    """
    extra: Mapping[str, str | int | float | bool | UUID | Decimal] | None
    """Any other of Stripe's parameters, by its path: ``automatic_tax.enabled`` = ``true``."""


class CreateSession(TypedDict, total=False):
    """Creates a Checkout Session on the merchant's account. Redirect the customer to the session's ``url``
    with status 303.

    ``POST /v1/checkout/sessions``, <https://docs.stripe.com/api/checkout/sessions/create>.
    """

    mode: Literal["payment", "subscription", "setup"] | None
    """What the session is for. Required."""
    line_items: Sequence[records.LineItem | LineItem] | None
    """What the customer buys: 1 to 100 line items in one currency. None in ``setup`` mode; in
    ``subscription`` mode at most 20 recurring and 20 one-time line items.
    """
    application_fee: records.Fee | Fee | None
    """The fee that the platform keeps from a payment. It is computed from the line items, which must all
    have a ``price_data``, and sent as ``payment_intent_data.application_fee_amount``. Where the customer
    may pay a different total (discounts, shipping, taxes, optional items, adjustable quantities), pass
    that amount instead. For a subscription, see ``subscription_data.application_fee_percent``.
    """
    success_url: str | None
    """Where the customer returns after paying. Stripe replaces ``{CHECKOUT_SESSION_ID}`` with the session's
    id: retrieve the session then, since the redirect alone is no proof of payment. Required for the
    hosted page.
    """
    cancel_url: str | None
    """Where the customer returns after canceling."""
    return_url: str | None
    """The equivalent of ``success_url`` for a page of the merchant's own (``ui_mode`` ``embedded_page`` or
    ``elements``).
    """
    ui_mode: Literal["elements", "embedded_page", "form", "hosted_page"] | str | None
    """``hosted_page``, the default; ``embedded_page``, ``elements`` or ``form`` for a page of the
    merchant's own. API versions before 2026-03-25.dahlia use other words: pass those in ``extra``.
    """
    redirect_on_completion: Literal["always", "if_required", "never"] | str | None
    """Whether an embedded page redirects after completion: ``always``, ``if_required`` or ``never``."""
    currency: str | None
    """Three-letter currency code, needed where no line item has one: in ``setup`` mode."""
    client_reference_id: str | UUID | None
    """Your order's id, at most 200 characters; every event of the session includes it."""
    customer: str | None
    """The id of a Customer that exists on the merchant's own account."""
    customer_account: str | None
    """The same for an account of Accounts v2 that is a customer."""
    customer_email: str | None
    """Prefills the e-mail address on the page; not together with ``customer``."""
    customer_creation: Literal["always", "if_required"] | str | None
    """Whether the session creates a Customer: ``always`` or ``if_required``. Not for a subscription, which
    always creates one, and not together with ``customer``.
    """
    customer_update: records.CustomerUpdate | CustomerUpdate | None
    """Which fields of ``customer`` the page may update."""
    locale: Literal["auto", "bg", "cs", "da", "de", "el", "en", "en-GB", "es", "es-419", "et", "fi", "fil", "fr", "fr-CA", "hi-IN", "hr", "hu", "id", "it", "ja", "ko", "lt", "lv", "ms", "mt", "nb", "nl", "pl", "pt", "pt-BR", "ro", "ru", "sk", "sl", "sv", "th", "tr", "vi", "zh", "zh-HK", "zh-TW"] | str | None
    """The page's language, such as ``fr``; ``auto``, the default, follows the browser."""
    expires_at: int | datetime | None
    """When the session expires, in unix seconds: 30 minutes to 24 hours after its creation."""
    after_expiration: records.AfterExpiration | AfterExpiration | None
    """What happens after the session has expired."""
    metadata: Mapping[str, str | int | float | bool | UUID | Decimal] | None
    """Your own metadata, stored on the session: at most 50 keys."""
    payment_intent_data: records.PaymentIntentData | PaymentIntentData | None
    """Passed on to the payment intent; only in ``payment`` mode."""
    subscription_data: records.SubscriptionData | SubscriptionData | None
    """Passed on to the subscription; only in ``subscription`` mode."""
    setup_intent_data: records.SetupIntentData | SetupIntentData | None
    """Passed on to the setup intent; only in ``setup`` mode."""
    discounts: Sequence[records.Discount | Discount] | None
    """At most one coupon or promotion code that is already applied; not together with
    ``allow_promotion_codes``.
    """
    allow_promotion_codes: bool | None
    """Whether the customer can enter a promotion code."""
    optional_items: Sequence[records.OptionalItem | OptionalItem] | None
    """Up to 10 items that the customer can add."""
    automatic_tax: records.AutomaticTax | AutomaticTax | None
    """Automatic taxes."""
    tax_id_collection: records.TaxIdCollection | TaxIdCollection | None
    """Whether the customer can enter a tax id."""
    billing_address_collection: Literal["auto", "required"] | str | None
    """Whether the page asks for a billing address: ``auto`` or ``required``."""
    shipping_address_collection: records.ShippingAddressCollection | ShippingAddressCollection | None
    """The countries that you ship to; if given, the page asks for an address."""
    shipping_options: Sequence[records.ShippingOption | ShippingOption] | None
    """Up to 5 shipping options."""
    phone_number_collection: records.PhoneNumberCollection | PhoneNumberCollection | None
    """Whether the page asks for a phone number."""
    name_collection: records.NameCollection | NameCollection | None
    """Whether the page asks for names."""
    custom_fields: Sequence[records.CustomField | CustomField] | None
    """Up to 3 questions of your own on the page."""
    custom_text: records.CustomText | CustomText | None
    """Your own text on the page."""
    consent_collection: records.ConsentCollection | ConsentCollection | None
    """What the customer is asked to consent to."""
    submit_type: Literal["auto", "book", "donate", "pay", "subscribe"] | str | None
    """The label of the button: ``auto``, ``pay``, ``book``, ``donate`` or ``subscribe``."""
    branding_settings: records.BrandingSettings | BrandingSettings | None
    """How the page looks."""
    origin_context: Literal["mobile_app", "web"] | str | None
    """Whether the page is opened from the web or from an app: ``web`` or ``mobile_app``."""
    payment_method_configuration: str | None
    """The payment method configuration to use: ``pmc_…`` of the merchant, or of the platform, in which case
    its child is used.
    """
    allowed_payment_method_types: Sequence[Literal["acss_debit", "affirm", "afterpay_clearpay", "alipay", "alma", "amazon_pay", "au_becs_debit", "bacs_debit", "bancontact", "billie", "bizum", "blik", "boleto", "card", "cashapp", "crypto", "customer_balance", "eps", "fpx", "giropay", "grabpay", "ideal", "kakao_pay", "klarna", "konbini", "kr_card", "link", "mb_way", "mobilepay", "multibanco", "naver_pay", "nz_bank_account", "oxxo", "p24", "pay_by_bank", "payco", "paynow", "paypal", "paypay", "payto", "pix", "promptpay", "revolut_pay", "samsung_pay", "satispay", "scalapay", "sepa_debit", "sequra", "sofort", "sunbit", "swish", "twint", "upi", "us_bank_account", "wechat_pay", "zip"] | str] | None
    """Only these of the enabled payment methods."""
    excluded_payment_method_types: Sequence[Literal["acss_debit", "affirm", "afterpay_clearpay", "alipay", "alma", "amazon_pay", "au_becs_debit", "bacs_debit", "bancontact", "billie", "bizum", "blik", "boleto", "card", "cashapp", "crypto", "customer_balance", "eps", "fpx", "giropay", "grabpay", "ideal", "kakao_pay", "klarna", "konbini", "kr_card", "mb_way", "mobilepay", "multibanco", "naver_pay", "nz_bank_account", "oxxo", "p24", "pay_by_bank", "payco", "paynow", "paypal", "paypay", "payto", "pix", "promptpay", "revolut_pay", "samsung_pay", "satispay", "scalapay", "sepa_debit", "sequra", "sofort", "sunbit", "swish", "twint", "upi", "us_bank_account", "wechat_pay", "zip"] | str] | None
    """All of the enabled payment methods except these."""
    payment_method_collection: Literal["always", "if_required"] | str | None
    """Whether a payment method is collected even if nothing is due now: ``always`` or ``if_required``; only
    in ``subscription`` mode.
    """
    payment_method_options: records.PaymentMethodOptions | PaymentMethodOptions | None
    """Settings of individual payment methods."""
    payment_method_data: records.PaymentMethodData | PaymentMethodData | None
    """How a new payment method is saved."""
    saved_payment_method_options: records.SavedPaymentMethodOptions | SavedPaymentMethodOptions | None
    """Which saved payment methods are shown."""
    wallet_options: records.WalletOptions | WalletOptions | None
    """How wallets are shown."""
    adaptive_pricing: records.AdaptivePricing | AdaptivePricing | None
    """Whether customers can pay in their own currency."""
    invoice_creation: records.InvoiceCreation | InvoiceCreation | None
    """Whether the payment creates an invoice; only in ``payment`` mode."""
    integration_identifier: str | None
    """Your own identifier for the integration, at most 200 characters."""
    expand: Sequence[str] | None
    """Which ids in the response to expand to their objects, such as ``payment_intent``; at most four levels
    deep. See <https://docs.stripe.com/expand>.
    """
    extra: Mapping[str, str | int | float | bool | UUID | Decimal] | None
    """Any other of Stripe's parameters, by its path: ``automatic_tax.enabled`` = ``true``."""


class _CreateSubscriptionSession(TypedDict):
    line_items: Sequence[records.LineItem | LineItem]
    """The plan: at least one recurring line item, with a ``price`` on the platform's account or a
    ``price_data``.
    """
    success_url: str
    """Where the merchant returns after paying. Stripe replaces ``{CHECKOUT_SESSION_ID}`` with the session's
    id.
    """


class CreateSubscriptionSession(_CreateSubscriptionSession, total=False):
    """Creates a Checkout Session in ``subscription`` mode on the platform's own account, on which a
    merchant subscribes to a plan of yours. Redirect the merchant to the session's ``url`` with status
    303.

    It is an operation of its own, so that a purchase by a merchant's customer can never end up on the
    platform's account because an account id is missing; for those purchases, see ``CreateSession``.

    ``POST /v1/checkout/sessions``, <https://docs.stripe.com/api/checkout/sessions/create>.
    """

    customer: str | None
    """The merchant as your customer: ``cus_…`` on the platform's account; or ``customer_account``."""
    customer_account: str | None
    """The merchant by its account, ``acct_…``, which has the customer configuration of v2:
    ``UpdateV2Account`` adds it.
    """
    cancel_url: str | None
    """Where the merchant returns after canceling."""
    client_reference_id: str | UUID | None
    """Your own id of the merchant, at most 200 characters; every event of the session includes it."""
    subscription_data: records.SubscriptionData | SubscriptionData | None
    """Passed on to the subscription: trial, billing cycle anchor, metadata."""
    locale: str | None
    """The page's language, such as ``fr``; ``auto``, the default, follows the browser."""
    expires_at: int | datetime | None
    """When the session expires, in unix seconds: 30 minutes to 24 hours after its creation."""
    discounts: Sequence[records.Discount | Discount] | None
    """At most one coupon or promotion code that is already applied; not together with
    ``allow_promotion_codes``.
    """
    allow_promotion_codes: bool | None
    """Whether the merchant can enter a promotion code."""
    automatic_tax: records.AutomaticTax | AutomaticTax | None
    """Automatic taxes."""
    tax_id_collection: records.TaxIdCollection | TaxIdCollection | None
    """Whether the merchant can enter a tax id."""
    billing_address_collection: str | None
    """Whether the page asks for a billing address: ``auto`` or ``required``."""
    customer_update: records.CustomerUpdate | CustomerUpdate | None
    """Which fields of ``customer`` the page may update."""
    payment_method_collection: str | None
    """Whether a payment method is collected even if nothing is due now: ``always`` or ``if_required``."""
    metadata: Mapping[str, str | int | float | bool | UUID | Decimal] | None
    """Your own metadata, stored on the session: at most 50 keys."""
    expand: Sequence[str] | None
    """Which ids in the response to expand to their objects, such as ``payment_intent``; at most four levels
    deep. See <https://docs.stripe.com/expand>.
    """
    extra: Mapping[str, str | int | float | bool | UUID | Decimal] | None
    """Any other of Stripe's parameters, by its path: ``automatic_tax.enabled`` = ``true``."""


class CreateV2Account(TypedDict, total=False):
    """Creates an account of v2 for a merchant, which Stripe recommends to new platforms. It can accept
    payments once ``card_payments`` of its merchant configuration is active; ``onboard`` leads there.

    Stripe needs little here and collects the rest from the merchant: ``contact_email``,
    ``display_name``, ``identity`` with country and type of business, ``dashboard``,
    ``defaults.responsibilities`` and ``configuration.merchant.capabilities.card_payments``.

    ``POST /v2/core/accounts``, <https://docs.stripe.com/api/v2/core/accounts/create>.
    """

    configuration: records.AccountConfiguration | AccountConfiguration | None
    """The configurations of the account."""
    contact_email: str | None
    """The e-mail address for messages from Stripe."""
    contact_phone: str | None
    """The phone number."""
    dashboard: Literal["express", "full", "none"] | None
    """Which Dashboard the merchant gets: ``full``, ``express`` or ``none``. Required with the merchant
    configuration.
    """
    defaults: records.AccountDefaults | AccountDefaults | None
    """Defaults: currency, languages, and who pays for what."""
    display_name: str | None
    """The name that you and the merchant see."""
    identity: records.AccountIdentity | AccountIdentity | None
    """The country and type of business."""
    include: Sequence[Literal["configuration.customer", "configuration.merchant", "configuration.recipient", "defaults", "future_requirements", "identity", "requirements"]] | None
    """What else the response contains. Otherwise each of these is ``null``, even if it is set:
    ``configuration.customer``, ``configuration.merchant``, ``configuration.recipient``, ``defaults``,
    ``future_requirements``, ``identity``, ``requirements``.
    """
    metadata: Mapping[str, str | int | float | bool | UUID | Decimal] | None
    """Your own metadata: at most 50 keys."""
    extra: Mapping[str, str | int | float | bool | UUID | Decimal] | None
    """Any other of Stripe's parameters, by its path: ``identity.individual.given_name`` = ``Ada``.
    ``true``, ``false`` and ``null`` are sent as such, and so is a JSON object, a JSON list, or a text in
    quotes.
    """


class _CreateV2AccountLink(TypedDict):
    account: str
    """The merchant, ``acct_…``."""
    use_case: records.LinkUseCase | LinkUseCase
    """What the link is for."""


class CreateV2AccountLink(_CreateV2AccountLink, total=False):
    """Creates a link to the form in which a merchant submits what Stripe requires. Create a new one each
    time the merchant clicks. A return does not mean that everything was submitted: retrieve the account
    then, or wait for ``account_link_returned``.

    ``POST /v2/core/account_links``, <https://docs.stripe.com/api/v2/core/account-links/create>.
    """

    extra: Mapping[str, str | int | float | bool | UUID | Decimal] | None
    """Any other of Stripe's parameters, by its path: ``identity.individual.given_name`` = ``Ada``.
    ``true``, ``false`` and ``null`` are sent as such, and so is a JSON object, a JSON list, or a text in
    quotes.
    """


class _CreateWebhookEndpoint(TypedDict):
    url: str
    """The URL to post events to; https in live mode."""
    enabled_events: Sequence[str]
    """The event types, such as ``checkout.session.completed``; ``*`` for all."""


class CreateWebhookEndpoint(_CreateWebhookEndpoint, total=False):
    """Creates a webhook endpoint. A platform needs two, each with its own secret: one with ``connect`` for
    its merchants' events, and one without for its own, such as ``application_fee.created``.

    ``POST /v1/webhook_endpoints``, <https://docs.stripe.com/api/webhook_endpoints/create>.
    """

    connect: bool | None
    """Whether it receives the events of connected accounts instead of the platform's own. This cannot be
    changed later.
    """
    api_version: str | None
    """The API version of the objects in its events; the account's default if absent. It cannot be changed
    later.
    """
    description: str | None
    """Your own description."""
    metadata: Mapping[str, str | int | float | bool | UUID | Decimal] | None
    """Your own metadata: at most 50 keys."""
    expand: Sequence[str] | None
    """Which ids in the response to expand to their objects, such as ``payment_intent``; at most four levels
    deep. See <https://docs.stripe.com/expand>.
    """
    extra: Mapping[str, str | int | float | bool | UUID | Decimal] | None
    """Any other of Stripe's parameters, by its path: ``automatic_tax.enabled`` = ``true``."""


class Created(TypedDict, total=False):
    """A range of creation times, in unix seconds; every given bound applies."""

    gt: int | datetime | None
    """After this time."""
    gte: int | datetime | None
    """At or after this time."""
    lt: int | datetime | None
    """Before this time."""
    lte: int | datetime | None
    """At or before this time."""


class CustomDropdown(TypedDict, total=False):
    """The choices of a field."""

    default_value: str | None
    """The preselected value."""
    options: Sequence[records.CustomOption | CustomOption] | None
    """1 to 200 choices."""


class _CustomField(TypedDict):
    key: str
    """Your name for the field: at most 200 letters and digits, unique within the session."""
    label: records.CustomLabel | CustomLabel
    """The label that the customer sees."""
    type: Literal["dropdown", "numeric", "text"] | str
    """``dropdown``, ``numeric`` or ``text``."""


class CustomField(_CustomField, total=False):
    """A question of your own on the page; the session has the answer."""

    optional: bool | None
    """Whether the customer can leave it empty."""
    dropdown: records.CustomDropdown | CustomDropdown | None
    """The choices, for ``dropdown``."""
    numeric: records.CustomInput | CustomInput | None
    """The limits, for ``numeric``."""
    text: records.CustomInput | CustomInput | None
    """The limits, for ``text``."""


class CustomInput(TypedDict, total=False):
    """The limits of a field."""

    default_value: str | None
    """The initial value, at most 255 characters."""
    maximum_length: int | Decimal | None
    """At most this many characters."""
    minimum_length: int | Decimal | None
    """At least this many characters."""


class CustomLabel(TypedDict):
    """The label above a field."""

    custom: str
    """At most 100 characters; up to 50 are displayed well."""
    type: Literal["custom"]
    """``custom``."""


class CustomMessage(TypedDict):
    """Your own text; links in Markdown are rendered."""

    message: str
    """At most 1200 characters."""


class CustomOption(TypedDict):
    """One choice."""

    label: str
    """The label that the customer sees, at most 100 characters."""
    value: str
    """The value that you receive: at most 100 letters and digits, unique within the field."""


class CustomText(TypedDict, total=False):
    """Your own text on the page, at most 1200 characters each."""

    after_submit: records.CustomMessage | CustomMessage | None
    """Below the button."""
    shipping_address: records.CustomMessage | CustomMessage | None
    """Next to the shipping address."""
    submit: records.CustomMessage | CustomMessage | None
    """Next to the button."""
    terms_of_service_acceptance: records.CustomMessage | CustomMessage | None
    """In place of the usual consent to the terms of service."""


class CustomerBalanceOptions(TypedDict, total=False):
    """Settings of bank transfers."""

    bank_transfer: records.BankTransfer | BankTransfer | None
    """The kind of bank transfer."""
    funding_type: Literal["bank_transfer"] | None
    """The kind of funding: ``bank_transfer``."""
    setup_future_usage: Literal["none"] | None
    """``none``."""


class CustomerBilling(TypedDict, total=False):
    """How an account is billed."""

    default_payment_method: str | None
    """Only in an update: the default payment method, ``pm_…``."""
    invoice: records.CustomerInvoice | CustomerInvoice | None
    """The settings of its invoices."""


class CustomerConfiguration(TypedDict, total=False):
    """An account that you bill."""

    applied: bool | None
    """Only in an update: ``false`` turns the configuration off, ``true`` turns it on again."""
    billing: records.CustomerBilling | CustomerBilling | None
    """How it is billed."""
    test_clock: str | None
    """The test clock, ``clock_…``; only when the configuration is first set."""


class CustomerDetailsFilter(TypedDict):
    """A filter by the customer's details."""

    email: str
    """The e-mail address that the customer entered or was created with."""


class CustomerInvoice(TypedDict, total=False):
    """The settings of an account's invoices."""

    footer: str | None
    """The footer."""
    next_sequence: int | Decimal | None
    """The sequence number of the next invoice."""
    prefix: str | None
    """The prefix of invoice numbers, 3 to 12 characters."""


class CustomerUpdate(TypedDict, total=False):
    """Which fields of an existing Customer the page may update."""

    address: Literal["auto", "never"] | str | None
    """The billing address: ``auto`` or ``never``."""
    name: Literal["auto", "never"] | str | None
    """The name: ``auto`` or ``never``."""
    shipping: Literal["auto", "never"] | str | None
    """The shipping details: ``auto`` or ``never``."""


class DebitMandateOptions(TypedDict, total=False):
    """The mandate of a direct debit."""

    reference_prefix: str | None
    """The prefix of its reference: at most 12 characters out of ``A-Z``, digits and ``/_-&. ``."""


class DebitOptions(TypedDict, total=False):
    """Settings of direct debits."""

    mandate_options: records.DebitMandateOptions | DebitMandateOptions | None
    """The mandate; not in Australia."""
    setup_future_usage: Literal["none", "off_session", "on_session"] | str | None
    """Whether the payment method is saved: ``none``, ``off_session`` or ``on_session``."""
    target_date: str | None
    """The date on which the account is debited, 3 to 15 days ahead: ``2026-12-24``."""


class DeclineOn(TypedDict, total=False):
    """The checks after which a card payment is declined."""

    avs_failure: bool | None
    """The check of the address or the postal code."""
    cvc_failure: bool | None
    """The check of the security code (CVC)."""


class _DefaultPriceData(TypedDict):
    currency: str
    """Three-letter currency code."""


class DefaultPriceData(_DefaultPriceData, total=False):
    """The first price of a product."""

    unit_amount: int | Decimal | None
    """The price of one unit, in minor units: 2000 is 20.00 EUR, but 2000 JPY."""
    unit_amount_decimal: str | Decimal | None
    """The same with up to 12 decimals; instead of ``unit_amount``."""
    recurring: records.Recurring | Recurring | None
    """How often it is charged; a one-time price if absent."""
    tax_behavior: str | None
    """``exclusive``, ``inclusive`` or ``unspecified``."""
    metadata: Mapping[str, str | int | float | bool | UUID | Decimal] | None
    """Your own metadata, stored on the price."""


class _DeleteWebhookEndpoint(TypedDict):
    id: str
    """``we_…``"""


class DeleteWebhookEndpoint(_DeleteWebhookEndpoint, total=False):
    """Deletes a webhook endpoint. Events that it has not received yet are no longer posted. It needs no
    idempotency key: a second call finds nothing to delete, and Stripe responds with status 404.

    ``DELETE /v1/webhook_endpoints/{id}``, <https://docs.stripe.com/api/webhook_endpoints/delete>.
    """

    expand: Sequence[str] | None
    """Which ids in the response to expand to their objects, such as ``payment_intent``; at most four levels
    deep. See <https://docs.stripe.com/expand>.
    """
    extra: Mapping[str, str | int | float | bool | UUID | Decimal] | None
    """Any other of Stripe's parameters, by its path: ``automatic_tax.enabled`` = ``true``."""


class DeliveryBound(TypedDict):
    """A number of days, hours or other units."""

    unit: Literal["business_day", "day", "hour", "month", "week"] | str
    """``hour``, ``day``, ``business_day``, ``week`` or ``month``."""
    value: int | Decimal
    """How many of them; more than zero."""


class DeliveryEstimate(TypedDict, total=False):
    """How long the delivery takes."""

    maximum: records.DeliveryBound | DeliveryBound | None
    """The longest it takes."""
    minimum: records.DeliveryBound | DeliveryBound | None
    """The shortest it takes."""


class DisableEventDestination(TypedDict):
    """Disables an event destination: it receives no events until it is enabled again.

    ``POST /v2/core/event_destinations/{id}/disable``,
    <https://docs.stripe.com/api/v2/core/event_destinations/disable>.
    """

    id: str
    """Stripe's id."""


class Discount(TypedDict, total=False):
    """A coupon or a promotion code that is already applied."""

    coupon: str | None
    """A coupon on the merchant's account."""
    promotion_code: str | None
    """A promotion code on the merchant's account, ``promo_…``."""


class _DisputeFacts(TypedDict):
    amount: int | Decimal
    """The amount, in minor units."""
    status: str
    """Stripe's status: ``won`` returns the amount, and inquiries (``warning_…``) and ``prevented`` never
    withdraw it. It only decides if ``taken`` is absent.
    """


class DisputeFacts(_DisputeFacts, total=False):
    """The effect of a dispute."""

    fee: int | Decimal | None
    """The dispute fee that Stripe charged, in minor units."""
    taken: int | Decimal | None
    """What the dispute's own balance transactions have withdrawn from the merchant so far, less what they
    returned, in minor units. ``fee`` is then the fee in them, which the merchant pays, whoever pays the
    other fees.
    """
    currency: str | None
    """Three-letter currency code of these amounts; if present, it must be that of the payment."""


class EnableEventDestination(TypedDict):
    """Enables a disabled event destination.

    ``POST /v2/core/event_destinations/{id}/enable``,
    <https://docs.stripe.com/api/v2/core/event_destinations/enable>.
    """

    id: str
    """Stripe's id."""


class EuBankTransfer(TypedDict):
    """A bank transfer in the European Union."""

    country: str
    """The country of the bank account, two letters."""


class Expected(TypedDict, total=False):
    """An order as the platform recorded it when it created the session; what is absent is not compared.

    A genuine event can still be about another sale than the one you expect: two merchants may use the
    same reference, or someone may have created a session in the Dashboard. Compare what you know before
    you fulfill the order, and have every difference reviewed.
    """

    account: str | None
    """The merchant's account."""
    session: str | None
    """The session that was created for the order."""
    amount_total: int | Decimal | None
    """The total in minor units, from the response to the creation. It stays the same in the session's own
    currency if the customer paid in another one. Promotion codes, taxes, shipping and quantities that
    the customer chooses change it, so leave it out with those.
    """
    currency: str | None
    """The session's currency, in any case."""
    client_reference_id: str | UUID | None
    """Your order's id."""
    livemode: bool | None
    """Whether real money should move."""


class _ExpireSession(TypedDict):
    id: str
    """``cs_…``"""


class ExpireSession(_ExpireSession, total=False):
    """Expires an open session, so that it can no longer be paid and the goods can be released. A completed
    session cannot expire: Stripe rejects the call, and the events decide what happens to the order.

    ``POST /v1/checkout/sessions/{id}/expire``, <https://docs.stripe.com/api/checkout/sessions/expire>.
    """

    expand: Sequence[str] | None
    """Which ids in the response to expand to their objects, such as ``payment_intent``; at most four levels
    deep. See <https://docs.stripe.com/expand>.
    """
    extra: Mapping[str, str | int | float | bool | UUID | Decimal] | None
    """Any other of Stripe's parameters, by its path: ``automatic_tax.enabled`` = ``true``."""


class Fee(TypedDict, total=False):
    """The platform's fee on a payment: a share in basis points plus a fixed part, within bounds.

    100 basis points are 1 %. The fixed part and the bounds are in the minor unit of the payment's
    currency. The share is rounded half up to whole minor units, and the whole fee half up to the
    currency's step (see ``Currency.step``); all of it in integers.

    Stripe requires a fee above zero and below the payment
    (<https://docs.stripe.com/connect/direct-charges#collect-fees>), so any other result is an error, not
    a silently different fee.
    """

    basis_points: int | Decimal | None
    """The share, in hundredths of a percent: 250 is 2.5 %. From 0 to 10000."""
    fixed: int | Decimal | None
    """Added to the share, in minor units."""
    min: int | Decimal | None
    """The lowest fee, in minor units."""
    max: int | Decimal | None
    """The highest fee, in minor units."""


class FinancialConnections(TypedDict, total=False):
    """What is requested through Financial Connections."""

    permissions: Sequence[Literal["balances", "ownership", "payment_method", "transactions"] | str] | None
    """The data to access: ``balances``, ``ownership``, ``payment_method``, ``transactions``."""
    prefetch: Sequence[Literal["balances", "ownership", "transactions"] | str] | None
    """The data to retrieve at once: ``balances``, ``ownership``, ``transactions``."""


class FixedAmount(TypedDict):
    """What shipping costs."""

    amount: int | Decimal
    """The amount, in minor units."""
    currency: str
    """Three-letter currency code, that of the session."""


class FlexibleBilling(TypedDict, total=False):
    """Settings of flexible billing."""

    proration_discounts: Literal["included", "itemized"] | str | None
    """How invoices display prorations and discounts: ``included`` or ``itemized``."""


class Installments(TypedDict, total=False):
    """Payment in installments."""

    enabled: bool | None
    """Whether the customer can pay in installments."""


class _InvoiceCreation(TypedDict):
    enabled: bool
    """Whether an invoice is created."""


class InvoiceCreation(_InvoiceCreation, total=False):
    """Creation of an invoice for a payment."""

    invoice_data: records.InvoiceData | InvoiceData | None
    """What the invoice contains."""


class InvoiceData(TypedDict, total=False):
    """What an invoice contains."""

    account_tax_ids: Sequence[str] | None
    """The merchant's tax ids, ``txi_…``."""
    custom_fields: Sequence[records.InvoiceField | InvoiceField] | None
    """Your own lines on the invoice."""
    description: str | None
    """The description, at most 1500 characters."""
    footer: str | None
    """The footer, at most 5000 characters."""
    issuer: records.Issuer | Issuer | None
    """The account whose details the invoice shows."""
    metadata: Mapping[str, str | int | float | bool | UUID | Decimal] | None
    """Your own metadata, at most 50 keys."""
    rendering_options: records.RenderingOptions | RenderingOptions | None
    """How the invoice is rendered."""


class InvoiceField(TypedDict):
    """Your own line on an invoice."""

    name: str
    """Its name, at most 40 characters."""
    value: str
    """Its value, at most 140 characters."""


class _Issuer(TypedDict):
    type: Literal["account", "self"] | str
    """``self`` or ``account``."""


class Issuer(_Issuer, total=False):
    """The account whose details an invoice shows."""

    account: str | None
    """The account's id, for ``account``."""


class LineItem(TypedDict, total=False):
    """A line item: either a ``price`` or a ``price_data``, and a quantity."""

    price: str | None
    """The id of a Price that exists on the merchant's own account."""
    price_data: records.PriceData | PriceData | None
    """A price defined inline."""
    quantity: int | Decimal | None
    """The quantity, at least 1. Required."""
    adjustable_quantity: records.AdjustableQuantity | AdjustableQuantity | None
    """Whether the customer can change the quantity."""
    tax_rates: Sequence[str] | None
    """Tax rates on the merchant's account, ``txr_…``."""
    metadata: Mapping[str, str | int | float | bool | UUID | Decimal] | None
    """Your own metadata, stored on the line item: at most 50 keys."""


class LinkDisplay(TypedDict, total=False):
    """How Link is shown."""

    display: Literal["auto", "never"] | str | None
    """``auto`` or ``never``."""


class _LinkTarget(TypedDict):
    refresh_url: str
    """Where the merchant goes if the link was used or has expired: create a new one there."""


class LinkTarget(_LinkTarget, total=False):
    """Where the merchant goes after the form, and what it collects."""

    return_url: str | None
    """Where the merchant returns to."""
    collection_options: records.CollectionOptions | CollectionOptions | None
    """How much is collected."""


class _LinkUseCase(TypedDict):
    type: Literal["account_onboarding", "account_update"] | str
    """``account_onboarding`` or ``account_update``."""


class LinkUseCase(_LinkUseCase, total=False):
    """What a link is for."""

    account_onboarding: records.LinkTarget | LinkTarget | None
    """Settings for ``account_onboarding``."""
    account_update: records.LinkTarget | LinkTarget | None
    """Settings for ``account_update``."""


class ListAccounts(TypedDict, total=False):
    """Lists the platform's accounts through Stripe's v1, including those of v2, newest first.

    ``GET /v1/accounts``, <https://docs.stripe.com/api/accounts/list>.
    """

    created: records.Created | Created | None
    """Only those created in this period."""
    limit: int | Decimal | None
    """The page size, 1 to 100; 10 if absent."""
    starting_after: str | None
    """The id after which the page starts; the call's ``next_page`` fills it in."""
    ending_before: str | None
    """The id before which the page ends, to list backwards."""
    expand: Sequence[str] | None
    """Which ids in the response to expand to their objects, such as ``payment_intent``; at most four levels
    deep. See <https://docs.stripe.com/expand>.
    """
    extra: Mapping[str, str | int | float | bool | UUID | Decimal] | None
    """Any other of Stripe's parameters, by its path: ``automatic_tax.enabled`` = ``true``."""


class _ListApplicationFeeRefunds(TypedDict):
    fee: str
    """``fee_…``"""


class ListApplicationFeeRefunds(_ListApplicationFeeRefunds, total=False):
    """Lists the refunds of an application fee, newest first.

    ``GET /v1/application_fees/{fee}/refunds``, <https://docs.stripe.com/api/fee_refunds/list>.
    """

    limit: int | Decimal | None
    """The page size, 1 to 100; 10 if absent."""
    starting_after: str | None
    """The id after which the page starts; the call's ``next_page`` fills it in."""
    ending_before: str | None
    """The id before which the page ends, to list backwards."""
    expand: Sequence[str] | None
    """Which ids in the response to expand to their objects, such as ``payment_intent``; at most four levels
    deep. See <https://docs.stripe.com/expand>.
    """
    extra: Mapping[str, str | int | float | bool | UUID | Decimal] | None
    """Any other of Stripe's parameters, by its path: ``automatic_tax.enabled`` = ``true``."""


class ListApplicationFees(TypedDict, total=False):
    """Lists the fees that the platform collected from all merchants' payments, newest first.

    ``GET /v1/application_fees``, <https://docs.stripe.com/api/application_fees/list>.
    """

    charge: str | None
    """Only those of this charge."""
    created: records.Created | Created | None
    """Only those created in this period."""
    limit: int | Decimal | None
    """The page size, 1 to 100; 10 if absent."""
    starting_after: str | None
    """The id after which the page starts; the call's ``next_page`` fills it in."""
    ending_before: str | None
    """The id before which the page ends, to list backwards."""
    expand: Sequence[str] | None
    """Which ids in the response to expand to their objects, such as ``payment_intent``; at most four levels
    deep. See <https://docs.stripe.com/expand>.
    """
    extra: Mapping[str, str | int | float | bool | UUID | Decimal] | None
    """Any other of Stripe's parameters, by its path: ``automatic_tax.enabled`` = ``true``."""


class _ListCapabilities(TypedDict):
    account: str
    """The merchant, ``acct_…``."""


class ListCapabilities(_ListCapabilities, total=False):
    """Lists the capabilities of a connected account, all on one page.

    ``GET /v1/accounts/{account}/capabilities``, <https://docs.stripe.com/api/capabilities/list>.
    """

    expand: Sequence[str] | None
    """Which ids in the response to expand to their objects, such as ``payment_intent``; at most four levels
    deep. See <https://docs.stripe.com/expand>.
    """
    extra: Mapping[str, str | int | float | bool | UUID | Decimal] | None
    """Any other of Stripe's parameters, by its path: ``automatic_tax.enabled`` = ``true``."""


class ListCharges(TypedDict, total=False):
    """Lists the merchant's charges, newest first. Charges exist only on this account: the platform's
    Dashboard and its exports do not show them.

    ``GET /v1/charges``, <https://docs.stripe.com/api/charges/list>.
    """

    created: records.Created | Created | None
    """Only those created in this period."""
    customer: str | None
    """Only those of this Customer, ``cus_…``."""
    payment_intent: str | None
    """Only those of this payment intent, ``pi_…``."""
    limit: int | Decimal | None
    """The page size, 1 to 100; 10 if absent."""
    starting_after: str | None
    """The id after which the page starts; the call's ``next_page`` fills it in."""
    ending_before: str | None
    """The id before which the page ends, to list backwards."""
    expand: Sequence[str] | None
    """Which ids in the response to expand to their objects, such as ``payment_intent``; at most four levels
    deep. See <https://docs.stripe.com/expand>.
    """
    extra: Mapping[str, str | int | float | bool | UUID | Decimal] | None
    """Any other of Stripe's parameters, by its path: ``automatic_tax.enabled`` = ``true``."""


class ListDisputes(TypedDict, total=False):
    """Lists the merchant's disputes, newest first.

    ``GET /v1/disputes``, <https://docs.stripe.com/api/disputes/list>.
    """

    charge: str | None
    """Only those of this charge."""
    created: records.Created | Created | None
    """Only those created in this period."""
    payment_intent: str | None
    """Only those of this payment, ``pi_…``."""
    limit: int | Decimal | None
    """The page size, 1 to 100; 10 if absent."""
    starting_after: str | None
    """The id after which the page starts; the call's ``next_page`` fills it in."""
    ending_before: str | None
    """The id before which the page ends, to list backwards."""
    expand: Sequence[str] | None
    """Which ids in the response to expand to their objects, such as ``payment_intent``; at most four levels
    deep. See <https://docs.stripe.com/expand>.
    """
    extra: Mapping[str, str | int | float | bool | UUID | Decimal] | None
    """Any other of Stripe's parameters, by its path: ``automatic_tax.enabled`` = ``true``."""


class ListEventDestinations(TypedDict, total=False):
    """Lists the platform's event destinations.

    ``GET /v2/core/event_destinations``, <https://docs.stripe.com/api/v2/core/event_destinations/list>.
    """

    limit: int | Decimal | None
    """The page size, 1 to 100."""
    include: Sequence[str] | None
    """What else the response contains: ``webhook_endpoint.url``."""


class ListEvents(TypedDict, total=False):
    """Lists the events of the last 30 days, newest first: a merchant's through the merchant, the platform's
    own through the platform. With ``delivery_success: false`` it lists those whose delivery failed.

    ``GET /v1/events``, <https://docs.stripe.com/api/events/list>.
    """

    created: records.Created | Created | None
    """Only those created in this period."""
    delivery_success: bool | None
    """Only those delivered to all endpoints, or only those that were not."""
    type: str | None
    """Only those of this type; it may end in ``.*``."""
    types: Sequence[str] | None
    """Only those of these types, at most 20; not together with ``type``."""
    limit: int | Decimal | None
    """The page size, 1 to 100; 10 if absent."""
    starting_after: str | None
    """The id after which the page starts; the call's ``next_page`` fills it in."""
    ending_before: str | None
    """The id before which the page ends, to list backwards."""
    expand: Sequence[str] | None
    """Which ids in the response to expand to their objects, such as ``payment_intent``; at most four levels
    deep. See <https://docs.stripe.com/expand>.
    """
    extra: Mapping[str, str | int | float | bool | UUID | Decimal] | None
    """Any other of Stripe's parameters, by its path: ``automatic_tax.enabled`` = ``true``."""


class _ListLineItems(TypedDict):
    id: str
    """The session's id, ``cs_…``."""


class ListLineItems(_ListLineItems, total=False):
    """Lists all line items of a session, where an event or an expanded session contains only the first
    page.

    ``GET /v1/checkout/sessions/{id}/line_items``,
    <https://docs.stripe.com/api/checkout/sessions/line_items>.
    """

    limit: int | Decimal | None
    """The page size, 1 to 100; 10 if absent."""
    starting_after: str | None
    """The id after which the page starts; the call's ``next_page`` fills it in."""
    ending_before: str | None
    """The id before which the page ends, to list backwards."""
    expand: Sequence[str] | None
    """Which ids in the response to expand to their objects, such as ``payment_intent``; at most four levels
    deep. See <https://docs.stripe.com/expand>.
    """
    extra: Mapping[str, str | int | float | bool | UUID | Decimal] | None
    """Any other of Stripe's parameters, by its path: ``automatic_tax.enabled`` = ``true``."""


class ListPaymentIntents(TypedDict, total=False):
    """Lists the merchant's payment intents, newest first.

    ``GET /v1/payment_intents``, <https://docs.stripe.com/api/payment_intents/list>.
    """

    created: records.Created | Created | None
    """Only those created in this period."""
    customer: str | None
    """Only those of this Customer, ``cus_…``."""
    limit: int | Decimal | None
    """The page size, 1 to 100; 10 if absent."""
    starting_after: str | None
    """The id after which the page starts; the call's ``next_page`` fills it in."""
    ending_before: str | None
    """The id before which the page ends, to list backwards."""
    expand: Sequence[str] | None
    """Which ids in the response to expand to their objects, such as ``payment_intent``; at most four levels
    deep. See <https://docs.stripe.com/expand>.
    """
    extra: Mapping[str, str | int | float | bool | UUID | Decimal] | None
    """Any other of Stripe's parameters, by its path: ``automatic_tax.enabled`` = ``true``."""


class ListPaymentMethodConfigurations(TypedDict, total=False):
    """Lists payment method configurations: the platform's own through the platform; a merchant's through
    the merchant, where the platform's ``application`` selects the platform's children.

    ``GET /v1/payment_method_configurations``,
    <https://docs.stripe.com/api/payment_method_configurations/list>.
    """

    application: str | None
    """Only those of this Connect application, ``ca_…``."""
    active: bool | None
    """Only active ones, or only inactive ones."""
    limit: int | Decimal | None
    """The page size, 1 to 100; 10 if absent."""
    starting_after: str | None
    """The id after which the page starts; the call's ``next_page`` fills it in."""
    ending_before: str | None
    """The id before which the page ends, to list backwards."""
    expand: Sequence[str] | None
    """Which ids in the response to expand to their objects, such as ``payment_intent``; at most four levels
    deep. See <https://docs.stripe.com/expand>.
    """
    extra: Mapping[str, str | int | float | bool | UUID | Decimal] | None
    """Any other of Stripe's parameters, by its path: ``automatic_tax.enabled`` = ``true``."""


class ListPaymentMethodDomains(TypedDict, total=False):
    """Lists domains.

    ``GET /v1/payment_method_domains``, <https://docs.stripe.com/api/payment_method_domains/list>.
    """

    domain_name: str | None
    """Only this domain."""
    enabled: bool | None
    """Only enabled ones, or only disabled ones."""
    limit: int | Decimal | None
    """The page size, 1 to 100; 10 if absent."""
    starting_after: str | None
    """The id after which the page starts; the call's ``next_page`` fills it in."""
    ending_before: str | None
    """The id before which the page ends, to list backwards."""
    expand: Sequence[str] | None
    """Which ids in the response to expand to their objects, such as ``payment_intent``; at most four levels
    deep. See <https://docs.stripe.com/expand>.
    """
    extra: Mapping[str, str | int | float | bool | UUID | Decimal] | None
    """Any other of Stripe's parameters, by its path: ``automatic_tax.enabled`` = ``true``."""


class ListPrices(TypedDict, total=False):
    """Lists prices, newest first.

    ``GET /v1/prices``, <https://docs.stripe.com/api/prices/list>.
    """

    active: bool | None
    """Only active ones, or only inactive ones."""
    created: records.Created | Created | None
    """Only those created in this period."""
    currency: str | None
    """Only those in this currency."""
    lookup_keys: Sequence[str] | None
    """Only those with one of these lookup keys, up to 10."""
    product: str | None
    """Only those of this product."""
    type: str | None
    """``one_time`` or ``recurring``."""
    limit: int | Decimal | None
    """The page size, 1 to 100; 10 if absent."""
    starting_after: str | None
    """The id after which the page starts; the call's ``next_page`` fills it in."""
    ending_before: str | None
    """The id before which the page ends, to list backwards."""
    expand: Sequence[str] | None
    """Which ids in the response to expand to their objects, such as ``payment_intent``; at most four levels
    deep. See <https://docs.stripe.com/expand>.
    """
    extra: Mapping[str, str | int | float | bool | UUID | Decimal] | None
    """Any other of Stripe's parameters, by its path: ``automatic_tax.enabled`` = ``true``."""


class ListProducts(TypedDict, total=False):
    """Lists products, newest first.

    ``GET /v1/products``, <https://docs.stripe.com/api/products/list>.
    """

    active: bool | None
    """Only active ones, or only inactive ones."""
    created: records.Created | Created | None
    """Only those created in this period."""
    ids: Sequence[str] | None
    """Only those with these ids; cannot be combined with ``starting_after`` or ``ending_before``."""
    url: str | None
    """Only the one with this web page."""
    limit: int | Decimal | None
    """The page size, 1 to 100; 10 if absent."""
    starting_after: str | None
    """The id after which the page starts; the call's ``next_page`` fills it in."""
    ending_before: str | None
    """The id before which the page ends, to list backwards."""
    expand: Sequence[str] | None
    """Which ids in the response to expand to their objects, such as ``payment_intent``; at most four levels
    deep. See <https://docs.stripe.com/expand>.
    """
    extra: Mapping[str, str | int | float | bool | UUID | Decimal] | None
    """Any other of Stripe's parameters, by its path: ``automatic_tax.enabled`` = ``true``."""


class ListRefunds(TypedDict, total=False):
    """Lists the merchant's refunds, newest first.

    ``GET /v1/refunds``, <https://docs.stripe.com/api/refunds/list>.
    """

    charge: str | None
    """Only those of this charge."""
    created: records.Created | Created | None
    """Only those created in this period."""
    payment_intent: str | None
    """Only those of this payment, ``pi_…``."""
    limit: int | Decimal | None
    """The page size, 1 to 100; 10 if absent."""
    starting_after: str | None
    """The id after which the page starts; the call's ``next_page`` fills it in."""
    ending_before: str | None
    """The id before which the page ends, to list backwards."""
    expand: Sequence[str] | None
    """Which ids in the response to expand to their objects, such as ``payment_intent``; at most four levels
    deep. See <https://docs.stripe.com/expand>.
    """
    extra: Mapping[str, str | int | float | bool | UUID | Decimal] | None
    """Any other of Stripe's parameters, by its path: ``automatic_tax.enabled`` = ``true``."""


class ListSessions(TypedDict, total=False):
    """Lists the merchant's Checkout Sessions, newest first. There is no filter by metadata or by
    ``client_reference_id``.

    ``GET /v1/checkout/sessions``, <https://docs.stripe.com/api/checkout/sessions/list>.
    """

    created: records.Created | Created | None
    """Only sessions created in this period."""
    customer: str | None
    """Only sessions of this Customer, ``cus_…``."""
    customer_account: str | None
    """Only sessions of the merchant that you bill by this account, ``acct_…``."""
    customer_details: records.CustomerDetailsFilter | CustomerDetailsFilter | None
    """Only sessions of a customer with these details."""
    payment_intent: str | None
    """Only the session of this payment intent, ``pi_…``."""
    subscription: str | None
    """Only the session of this subscription, ``sub_…``."""
    status: str | None
    """``open``, ``complete`` or ``expired``."""
    limit: int | Decimal | None
    """The page size, 1 to 100; 10 if absent."""
    starting_after: str | None
    """The id after which the page starts; the call's ``next_page`` fills it in."""
    ending_before: str | None
    """The id before which the page ends, to list backwards."""
    expand: Sequence[str] | None
    """Which ids in the response to expand to their objects, such as ``payment_intent``; at most four levels
    deep. See <https://docs.stripe.com/expand>.
    """
    extra: Mapping[str, str | int | float | bool | UUID | Decimal] | None
    """Any other of Stripe's parameters, by its path: ``automatic_tax.enabled`` = ``true``."""


class ListV2Accounts(TypedDict, total=False):
    """Lists the platform's accounts through Stripe's v2, including those of v1. Closed accounts are left
    out unless they are requested.

    ``GET /v2/core/accounts``, <https://docs.stripe.com/api/v2/core/accounts/list>.
    """

    applied_configurations: Sequence[Literal["customer", "merchant", "recipient"]] | None
    """Only accounts with these configurations: ``customer``, ``merchant``, ``recipient``."""
    closed: bool | None
    """Only closed ones, or only open ones."""
    limit: int | Decimal | None
    """The page size, 1 to 100."""
    extra: Mapping[str, str | int | float | bool | UUID | Decimal] | None
    """Any other of Stripe's parameters, by its path: ``identity.individual.given_name`` = ``Ada``.
    ``true``, ``false`` and ``null`` are sent as such, and so is a JSON object, a JSON list, or a text in
    quotes.
    """


class ListWebhookEndpoints(TypedDict, total=False):
    """Lists the platform's webhook endpoints.

    ``GET /v1/webhook_endpoints``, <https://docs.stripe.com/api/webhook_endpoints/list>.
    """

    limit: int | Decimal | None
    """The page size, 1 to 100; 10 if absent."""
    starting_after: str | None
    """The id after which the page starts; the call's ``next_page`` fills it in."""
    ending_before: str | None
    """The id before which the page ends, to list backwards."""
    expand: Sequence[str] | None
    """Which ids in the response to expand to their objects, such as ``payment_intent``; at most four levels
    deep. See <https://docs.stripe.com/expand>.
    """
    extra: Mapping[str, str | int | float | bool | UUID | Decimal] | None
    """Any other of Stripe's parameters, by its path: ``automatic_tax.enabled`` = ``true``."""


class MerchantCapabilities(TypedDict, total=False):
    """The capabilities of a merchant. Request only what you need: each capability can mean more questions
    for the merchant. Direct charges need ``card_payments``, and every other payment method needs its
    own.

    ``ach_debit_payments`` is ``us_bank_account_ach_payments`` in v1. Request those that Stripe's v2
    lacks, such as ``pix_payments``, on the same account with ``accounts.capabilities.update``.
    """

    ach_debit_payments: records.CapabilityRequest | CapabilityRequest | None
    """Payments by this method."""
    acss_debit_payments: records.CapabilityRequest | CapabilityRequest | None
    """Payments by this method."""
    affirm_payments: records.CapabilityRequest | CapabilityRequest | None
    """Payments by this method."""
    afterpay_clearpay_payments: records.CapabilityRequest | CapabilityRequest | None
    """Payments by this method."""
    alma_payments: records.CapabilityRequest | CapabilityRequest | None
    """Payments by this method."""
    amazon_pay_payments: records.CapabilityRequest | CapabilityRequest | None
    """Payments by this method."""
    au_becs_debit_payments: records.CapabilityRequest | CapabilityRequest | None
    """Payments by this method."""
    bacs_debit_payments: records.CapabilityRequest | CapabilityRequest | None
    """Payments by this method."""
    bancontact_payments: records.CapabilityRequest | CapabilityRequest | None
    """Payments by this method."""
    blik_payments: records.CapabilityRequest | CapabilityRequest | None
    """Payments by this method."""
    blik_recurring_payments: records.CapabilityRequest | CapabilityRequest | None
    """Payments by this method."""
    boleto_payments: records.CapabilityRequest | CapabilityRequest | None
    """Payments by this method."""
    card_payments: records.CapabilityRequest | CapabilityRequest | None
    """Payments by this method."""
    cartes_bancaires_payments: records.CapabilityRequest | CapabilityRequest | None
    """Payments by this method."""
    cashapp_payments: records.CapabilityRequest | CapabilityRequest | None
    """Payments by this method."""
    eps_payments: records.CapabilityRequest | CapabilityRequest | None
    """Payments by this method."""
    fpx_payments: records.CapabilityRequest | CapabilityRequest | None
    """Payments by this method."""
    gb_bank_transfer_payments: records.CapabilityRequest | CapabilityRequest | None
    """Payments by this method."""
    grabpay_payments: records.CapabilityRequest | CapabilityRequest | None
    """Payments by this method."""
    ideal_payments: records.CapabilityRequest | CapabilityRequest | None
    """Payments by this method."""
    jcb_payments: records.CapabilityRequest | CapabilityRequest | None
    """Payments by this method."""
    jp_bank_transfer_payments: records.CapabilityRequest | CapabilityRequest | None
    """Payments by this method."""
    kakao_pay_payments: records.CapabilityRequest | CapabilityRequest | None
    """Payments by this method."""
    klarna_payments: records.CapabilityRequest | CapabilityRequest | None
    """Payments by this method."""
    konbini_payments: records.CapabilityRequest | CapabilityRequest | None
    """Payments by this method."""
    kr_card_payments: records.CapabilityRequest | CapabilityRequest | None
    """Payments by this method."""
    link_payments: records.CapabilityRequest | CapabilityRequest | None
    """Payments by this method."""
    mobilepay_payments: records.CapabilityRequest | CapabilityRequest | None
    """Payments by this method."""
    multibanco_payments: records.CapabilityRequest | CapabilityRequest | None
    """Payments by this method."""
    mx_bank_transfer_payments: records.CapabilityRequest | CapabilityRequest | None
    """Payments by this method."""
    naver_pay_payments: records.CapabilityRequest | CapabilityRequest | None
    """Payments by this method."""
    oxxo_payments: records.CapabilityRequest | CapabilityRequest | None
    """Payments by this method."""
    p24_payments: records.CapabilityRequest | CapabilityRequest | None
    """Payments by this method."""
    pay_by_bank_payments: records.CapabilityRequest | CapabilityRequest | None
    """Payments by this method."""
    payco_payments: records.CapabilityRequest | CapabilityRequest | None
    """Payments by this method."""
    paynow_payments: records.CapabilityRequest | CapabilityRequest | None
    """Payments by this method."""
    promptpay_payments: records.CapabilityRequest | CapabilityRequest | None
    """Payments by this method."""
    revolut_pay_payments: records.CapabilityRequest | CapabilityRequest | None
    """Payments by this method."""
    samsung_pay_payments: records.CapabilityRequest | CapabilityRequest | None
    """Payments by this method."""
    satispay_payments: records.CapabilityRequest | CapabilityRequest | None
    """Payments by this method."""
    sepa_bank_transfer_payments: records.CapabilityRequest | CapabilityRequest | None
    """Payments by this method."""
    sepa_debit_payments: records.CapabilityRequest | CapabilityRequest | None
    """Payments by this method."""
    sequra_payments: records.CapabilityRequest | CapabilityRequest | None
    """Payments by this method."""
    sunbit_payments: records.CapabilityRequest | CapabilityRequest | None
    """Payments by this method."""
    swish_payments: records.CapabilityRequest | CapabilityRequest | None
    """Payments by this method."""
    twint_payments: records.CapabilityRequest | CapabilityRequest | None
    """Payments by this method."""
    us_bank_transfer_payments: records.CapabilityRequest | CapabilityRequest | None
    """Payments by this method."""
    zip_payments: records.CapabilityRequest | CapabilityRequest | None
    """Payments by this method."""


class MerchantConfiguration(TypedDict, total=False):
    """An account that accepts payments."""

    applied: bool | None
    """Only in an update: ``false`` turns the configuration off, ``true`` turns it on again."""
    capabilities: records.MerchantCapabilities | MerchantCapabilities | None
    """The capabilities to request."""
    branding: records.AccountBranding | AccountBranding | None
    """The branding of its Checkout pages."""
    card_payments: records.CardPaymentsRules | CardPaymentsRules | None
    """Which card payments are declined."""
    mcc: str | None
    """The merchant category code, four digits."""
    statement_descriptor: records.StatementDescriptor | StatementDescriptor | None
    """What its customers see on their bank statements."""
    support: records.MerchantSupport | MerchantSupport | None
    """How its customers reach support."""


class MerchantSupport(TypedDict, total=False):
    """How a merchant's customers reach support. Customers see this."""

    email: str | None
    """The e-mail address."""
    phone: str | None
    """The phone number."""
    url: str | None
    """The URL."""


class MethodOptions(TypedDict, total=False):
    """Settings that most payment methods share. Each method accepts the values that Stripe lists for it."""

    capture_method: Literal["manual"] | None
    """``manual``, to authorize the payment now and capture it later."""
    setup_future_usage: Literal["none", "off_session", "on_session"] | str | None
    """Whether the payment method is saved: ``none``, ``off_session`` or ``on_session``."""


class MethodPreference(TypedDict):
    """An account's choice for a payment method."""

    method: str
    """The method, such as ``affirm``."""
    preference: Literal["none", "off", "on"]
    """``on``, ``off``, or ``none`` for no choice of its own."""


class NameCollection(TypedDict, total=False):
    """Collection of the customer's name."""

    business: records.NameQuestion | NameQuestion | None
    """The name of a business."""
    individual: records.NameQuestion | NameQuestion | None
    """The name of a person."""


class _NameQuestion(TypedDict):
    enabled: bool
    """Whether the page asks for it."""


class NameQuestion(_NameQuestion, total=False):
    """Collection of one name."""

    optional: bool | None
    """Whether the customer can leave it empty."""


class OnboardingOptions(TypedDict, total=False):
    """What the merchant needs, and the pages of yours that it returns to."""

    needed: Sequence[str] | None
    """Further capabilities that this merchant should have, such as ``sepa_debit_payments``, beyond those
    that every direct charge needs.
    """
    refresh_url: str | None
    """Where the merchant goes if a link was used or has expired: create a new one there."""
    return_url: str | None
    """Where the merchant returns to."""


class _OptionalItem(TypedDict):
    price: str
    """The id of a Price on the merchant's own account."""
    quantity: int | Decimal
    """How many; at least 1."""


class OptionalItem(_OptionalItem, total=False):
    """An item that the customer can add."""

    adjustable_quantity: records.AdjustableQuantity | AdjustableQuantity | None
    """Whether the customer can change the quantity."""


class _PaymentFacts(TypedDict):
    currency: str
    """Three-letter currency code."""
    gross: int | Decimal
    """The captured amount, which the customer paid."""
    fees_payer: str
    """Who pays Stripe's fees, as in the merchant's ``controller.fees.payer``; in v2 as in
    ``defaults.responsibilities.fees_collector``, where ``stripe`` means the same as ``account``.
    """


class PaymentFacts(_PaymentFacts, total=False):
    """What happened to one payment, in minor units of one currency."""

    application_fee: int | Decimal | None
    """The fee that the platform collected."""
    stripe_fee: int | Decimal | None
    """The fees that Stripe collected, including taxes on them."""
    refunds: Sequence[int | Decimal] | None
    """The refunds to the customer, one entry each; without failed and canceled ones."""
    fee_refunds: Sequence[int | Decimal] | None
    """The part of its fee that the platform refunded to the merchant."""
    disputes: Sequence[records.DisputeFacts | DisputeFacts] | None
    """The disputes of the payment."""


class PaymentIntentData(TypedDict, total=False):
    """What a Checkout Session in ``payment`` mode passes on to its payment intent."""

    application_fee_amount: int | Decimal | None
    """The platform's fee in minor units, unless ``application_fee`` gives it."""
    capture_method: Literal["automatic", "automatic_async", "manual"] | str | None
    """``automatic``, ``automatic_async``, or ``manual`` to authorize the payment now and capture it later:
    the session then completes as ``unpaid``, and the order must not be fulfilled before the capture.
    """
    description: str | None
    """A description for the merchant, at most 1000 characters."""
    metadata: Mapping[str, str | int | float | bool | UUID | Decimal] | None
    """Your own metadata, stored on the payment intent: at most 50 keys."""
    receipt_email: str | None
    """The address to which Stripe sends its receipt."""
    setup_future_usage: Literal["off_session", "on_session"] | str | None
    """``on_session`` or ``off_session``, to save the payment method for later payments."""
    shipping: records.Shipping | Shipping | None
    """The shipping details, if the platform knows them already."""
    statement_descriptor: str | None
    """The text on the customer's bank statement, at most 22 characters; not for cards."""
    statement_descriptor_suffix: str | None
    """The text on a card statement after the merchant's own prefix, at most 22 characters."""


class PaymentMethodData(TypedDict, total=False):
    """How a new payment method is saved."""

    allow_redisplay: Literal["always", "limited", "unspecified"] | str | None
    """Whether it may be shown again: ``always``, ``limited`` or ``unspecified``."""


class PaymentMethodOptions(TypedDict, total=False):
    """Settings of individual payment methods. Settings that have no field here go into ``extra`` by their
    path, such as ``payment_method_options.payto.mandate_options.purpose``.
    """

    acss_debit: records.AcssDebitOptions | AcssDebitOptions | None
    """Pre-authorized debits in Canada."""
    affirm: records.MethodOptions | MethodOptions | None
    """Affirm."""
    afterpay_clearpay: records.MethodOptions | MethodOptions | None
    """Afterpay and Clearpay."""
    alipay: records.MethodOptions | MethodOptions | None
    """Alipay."""
    alma: records.MethodOptions | MethodOptions | None
    """Alma."""
    amazon_pay: records.MethodOptions | MethodOptions | None
    """Amazon Pay."""
    au_becs_debit: records.DebitOptions | DebitOptions | None
    """Direct debits in Australia."""
    bacs_debit: records.DebitOptions | DebitOptions | None
    """Direct debits in the United Kingdom."""
    bancontact: records.MethodOptions | MethodOptions | None
    """Bancontact."""
    billie: records.MethodOptions | MethodOptions | None
    """Billie."""
    blik: records.MethodOptions | MethodOptions | None
    """BLIK."""
    boleto: records.VoucherOptions | VoucherOptions | None
    """Vouchers in Brazil."""
    card: records.CardOptions | CardOptions | None
    """Cards, and the wallets that use them."""
    cashapp: records.MethodOptions | MethodOptions | None
    """Cash App Pay."""
    crypto: records.MethodOptions | MethodOptions | None
    """Stablecoins and other crypto."""
    customer_balance: records.CustomerBalanceOptions | CustomerBalanceOptions | None
    """Bank transfers."""
    eps: records.MethodOptions | MethodOptions | None
    """EPS."""
    fpx: records.MethodOptions | MethodOptions | None
    """FPX."""
    giropay: records.MethodOptions | MethodOptions | None
    """giropay."""
    grabpay: records.MethodOptions | MethodOptions | None
    """GrabPay."""
    ideal: records.MethodOptions | MethodOptions | None
    """iDEAL."""
    kakao_pay: records.MethodOptions | MethodOptions | None
    """Kakao Pay."""
    klarna: records.MethodOptions | MethodOptions | None
    """Klarna."""
    konbini: records.VoucherOptions | VoucherOptions | None
    """Vouchers in Japan."""
    kr_card: records.MethodOptions | MethodOptions | None
    """Korean cards."""
    link: records.MethodOptions | MethodOptions | None
    """Link."""
    mobilepay: records.MethodOptions | MethodOptions | None
    """MobilePay."""
    multibanco: records.MethodOptions | MethodOptions | None
    """Multibanco."""
    naver_pay: records.MethodOptions | MethodOptions | None
    """Naver Pay."""
    oxxo: records.VoucherOptions | VoucherOptions | None
    """Vouchers in Mexico."""
    p24: records.MethodOptions | MethodOptions | None
    """Przelewy24."""
    payco: records.MethodOptions | MethodOptions | None
    """PAYCO."""
    paynow: records.MethodOptions | MethodOptions | None
    """PayNow."""
    paypal: records.MethodOptions | MethodOptions | None
    """PayPal."""
    pix: records.PixOptions | PixOptions | None
    """Instant payments in Brazil."""
    revolut_pay: records.MethodOptions | MethodOptions | None
    """Revolut Pay."""
    samsung_pay: records.MethodOptions | MethodOptions | None
    """Samsung Pay."""
    satispay: records.MethodOptions | MethodOptions | None
    """Satispay."""
    scalapay: records.MethodOptions | MethodOptions | None
    """Scalapay."""
    sepa_debit: records.DebitOptions | DebitOptions | None
    """Direct debits in euros."""
    sequra: records.MethodOptions | MethodOptions | None
    """seQura."""
    sofort: records.MethodOptions | MethodOptions | None
    """Sofort."""
    sunbit: records.MethodOptions | MethodOptions | None
    """Sunbit."""
    twint: records.MethodOptions | MethodOptions | None
    """TWINT."""
    us_bank_account: records.UsBankAccountOptions | UsBankAccountOptions | None
    """Debits in the United States."""
    wechat_pay: records.WechatPayOptions | WechatPayOptions | None
    """WeChat Pay."""


class PaymentsSettings(TypedDict, total=False):
    """Settings of all payments."""

    statement_descriptor: str | None
    """The statement descriptor for payments without their own, at most 22 characters."""


class _PendingInvoiceItemInterval(TypedDict):
    interval: Literal["day", "month", "week", "year"] | str
    """``day``, ``week``, ``month`` or ``year``."""


class PendingInvoiceItemInterval(_PendingInvoiceItemInterval, total=False):
    """How often pending invoice items are invoiced."""

    interval_count: int | Decimal | None
    """The number of intervals between two invoices."""


class PhoneNumberCollection(TypedDict):
    """Collection of the customer's phone number."""

    enabled: bool
    """Whether the page asks for a phone number."""


class PixOptions(TypedDict, total=False):
    """Settings of Pix."""

    amount_includes_iof: Literal["always", "never"] | str | None
    """Whether the amount includes the IOF tax: ``always`` or ``never``."""
    expires_after_seconds: int | Decimal | None
    """How many seconds the customer has to pay."""
    setup_future_usage: Literal["none", "off_session"] | str | None
    """Whether the payment method is saved: ``none`` or ``off_session``."""


class _PortalAfterCompletion(TypedDict):
    type: Literal["hosted_confirmation", "portal_homepage", "redirect"] | str
    """``portal_homepage``, ``redirect`` or ``hosted_confirmation``."""


class PortalAfterCompletion(_PortalAfterCompletion, total=False):
    """Where the customer goes after completing the flow."""

    redirect: records.PortalRedirect | PortalRedirect | None
    """Settings for ``redirect``."""
    hosted_confirmation: records.PortalConfirmation | PortalConfirmation | None
    """Settings for ``hosted_confirmation``."""


class PortalConfirmation(TypedDict, total=False):
    """A confirmation page hosted by Stripe."""

    custom_message: str | None
    """Your own message on it."""


class _PortalFlow(TypedDict):
    type: Literal["customer_update", "payment_method_update", "subscription_cancel", "subscription_pause", "subscription_update", "subscription_update_confirm"] | str
    """``payment_method_update``, ``subscription_update``, ``subscription_cancel``, or another."""


class PortalFlow(_PortalFlow, total=False):
    """A flow that the customer is sent to."""

    subscription_update: records.PortalSubscription | PortalSubscription | None
    """The subscription to change, with ``subscription_update``."""
    subscription_cancel: records.PortalSubscription | PortalSubscription | None
    """The subscription to cancel, with ``subscription_cancel``."""
    after_completion: records.PortalAfterCompletion | PortalAfterCompletion | None
    """Where the customer goes after completing the flow."""


class PortalRedirect(TypedDict):
    """A redirect to a page of yours."""

    return_url: str
    """The URL of the page."""


class PortalSubscription(TypedDict):
    """The subscription to change or cancel."""

    subscription: str
    """``sub_…`` of that customer."""


class _PriceData(TypedDict):
    currency: str
    """Three-letter currency code, the same for all line items of a session."""


class PriceData(_PriceData, total=False):
    """A price defined inline."""

    unit_amount: int | Decimal | None
    """The price of one unit, in minor units: 2000 is 20.00 EUR, but 2000 JPY."""
    unit_amount_decimal: str | Decimal | None
    """The price of one unit with up to 12 decimals, such as ``0.05`` for a twentieth of a cent; instead of
    ``unit_amount``.
    """
    product_data: records.ProductData | ProductData | None
    """The product, defined inline."""
    product: str | None
    """The id of a Product that exists on the merchant's own account."""
    recurring: records.Recurring | Recurring | None
    """How often the price is charged; only in ``subscription`` mode."""
    tax_behavior: Literal["exclusive", "inclusive", "unspecified"] | str | None
    """``exclusive``, ``inclusive`` or ``unspecified``."""


class _PriceProductData(TypedDict):
    name: str
    """The name that customers see."""


class PriceProductData(_PriceProductData, total=False):
    """A product that is created together with its price."""

    active: bool | None
    """Whether it can be used for new purchases; ``true`` if absent."""
    statement_descriptor: str | None
    """The text on the customer's statement, at most 22 characters."""
    tax_code: str | None
    """Its tax code, ``txcd_…``."""
    unit_label: str | None
    """The label of one unit, at most 12 characters."""
    metadata: Mapping[str, str | int | float | bool | UUID | Decimal] | None
    """Your own metadata, stored on the product."""


class _ProductData(TypedDict):
    name: str
    """The name that the customer sees."""


class ProductData(_ProductData, total=False):
    """A product defined inline."""

    description: str | None
    """A description below the name."""
    images: Sequence[str] | None
    """URLs of up to 8 images."""
    metadata: Mapping[str, str | int | float | bool | UUID | Decimal] | None
    """Your own metadata, stored on the product."""
    tax_code: str | None
    """Its tax code, ``txcd_…``."""
    unit_label: str | None
    """The label of one unit, at most 12 characters."""


class _Purchase(TypedDict):
    currency: str
    """Three-letter currency code."""
    mode: str
    """``payment``, ``subscription`` or ``setup``."""


class Purchase(_Purchase, total=False):
    """What the customer is about to pay."""

    amount: int | Decimal | None
    """The total in minor units; absent if it is unknown or if nothing is due now."""


class _Recovery(TypedDict):
    enabled: bool
    """Whether there is such a link."""


class Recovery(_Recovery, total=False):
    """A link with which the customer can start over, valid for 30 days."""

    allow_promotion_codes: bool | None
    """Whether promotion codes can be entered there."""


class _Recurring(TypedDict):
    interval: Literal["day", "month", "week", "year"] | str
    """``day``, ``week``, ``month`` or ``year``."""


class Recurring(_Recurring, total=False):
    """How often a price is charged."""

    interval_count: int | Decimal | None
    """The number of intervals between two charges; three years in total at most."""


class RenderingOptions(TypedDict, total=False):
    """How an invoice is rendered."""

    amount_tax_display: Literal["exclude_tax", "include_inclusive_tax"] | str | None
    """How line amounts show taxes: ``exclude_tax`` or ``include_inclusive_tax``."""
    template: str | None
    """A rendering template of the account."""


class Responsibilities(TypedDict):
    """Who pays for what. It cannot be changed later."""

    fees_collector: Literal["application", "application_custom", "application_express", "stripe"]
    """Who pays Stripe's fees: ``stripe`` deducts them from the merchant's payments (``account`` in v1);
    ``application`` is the platform.
    """
    losses_collector: Literal["application", "stripe"]
    """Who is liable for losses: ``application`` is the platform, which must then pay the fees, too."""


class _RetrieveAccount(TypedDict):
    id: str
    """``acct_…``"""


class RetrieveAccount(_RetrieveAccount, total=False):
    """Retrieves a connected account.

    ``GET /v1/accounts/{id}``, <https://docs.stripe.com/api/accounts/retrieve>.
    """

    expand: Sequence[str] | None
    """Which ids in the response to expand to their objects, such as ``payment_intent``; at most four levels
    deep. See <https://docs.stripe.com/expand>.
    """
    extra: Mapping[str, str | int | float | bool | UUID | Decimal] | None
    """Any other of Stripe's parameters, by its path: ``automatic_tax.enabled`` = ``true``."""


class _RetrieveApplicationFee(TypedDict):
    id: str
    """``fee_…``"""


class RetrieveApplicationFee(_RetrieveApplicationFee, total=False):
    """Retrieves an application fee from the platform's own account.

    ``GET /v1/application_fees/{id}``, <https://docs.stripe.com/api/application_fees/retrieve>.
    """

    expand: Sequence[str] | None
    """Which ids in the response to expand to their objects, such as ``payment_intent``; at most four levels
    deep. See <https://docs.stripe.com/expand>.
    """
    extra: Mapping[str, str | int | float | bool | UUID | Decimal] | None
    """Any other of Stripe's parameters, by its path: ``automatic_tax.enabled`` = ``true``."""


class _RetrieveApplicationFeeRefund(TypedDict):
    fee: str
    """``fee_…``"""
    id: str
    """``fr_…``"""


class RetrieveApplicationFeeRefund(_RetrieveApplicationFeeRefund, total=False):
    """Retrieves a refund of an application fee.

    ``GET /v1/application_fees/{fee}/refunds/{id}``, <https://docs.stripe.com/api/fee_refunds/retrieve>.
    """

    expand: Sequence[str] | None
    """Which ids in the response to expand to their objects, such as ``payment_intent``; at most four levels
    deep. See <https://docs.stripe.com/expand>.
    """
    extra: Mapping[str, str | int | float | bool | UUID | Decimal] | None
    """Any other of Stripe's parameters, by its path: ``automatic_tax.enabled`` = ``true``."""


class _RetrieveBalanceTransaction(TypedDict):
    id: str
    """``txn_…``"""


class RetrieveBalanceTransaction(_RetrieveBalanceTransaction, total=False):
    """Retrieves a balance transaction: a merchant's through the merchant, one of the platform's fees
    through the platform.

    ``GET /v1/balance_transactions/{id}``, <https://docs.stripe.com/api/balance_transactions/retrieve>.
    """

    expand: Sequence[str] | None
    """Which ids in the response to expand to their objects, such as ``payment_intent``; at most four levels
    deep. See <https://docs.stripe.com/expand>.
    """
    extra: Mapping[str, str | int | float | bool | UUID | Decimal] | None
    """Any other of Stripe's parameters, by its path: ``automatic_tax.enabled`` = ``true``."""


class _RetrieveCapability(TypedDict):
    account: str
    """The merchant, ``acct_…``."""
    id: str
    """The capability's name."""


class RetrieveCapability(_RetrieveCapability, total=False):
    """Retrieves one capability of a connected account.

    ``GET /v1/accounts/{account}/capabilities/{id}``,
    <https://docs.stripe.com/api/capabilities/retrieve>.
    """

    expand: Sequence[str] | None
    """Which ids in the response to expand to their objects, such as ``payment_intent``; at most four levels
    deep. See <https://docs.stripe.com/expand>.
    """
    extra: Mapping[str, str | int | float | bool | UUID | Decimal] | None
    """Any other of Stripe's parameters, by its path: ``automatic_tax.enabled`` = ``true``."""


class _RetrieveCharge(TypedDict):
    id: str
    """``ch_…`` or ``py_…``"""


class RetrieveCharge(_RetrieveCharge, total=False):
    """Retrieves a charge from the merchant's account; it does not exist on any other account.

    ``GET /v1/charges/{id}``, <https://docs.stripe.com/api/charges/retrieve>.
    """

    expand: Sequence[str] | None
    """Which ids in the response to expand to their objects, such as ``payment_intent``; at most four levels
    deep. See <https://docs.stripe.com/expand>.
    """
    extra: Mapping[str, str | int | float | bool | UUID | Decimal] | None
    """Any other of Stripe's parameters, by its path: ``automatic_tax.enabled`` = ``true``."""


class _RetrieveCustomer(TypedDict):
    id: str
    """``cus_…``"""


class RetrieveCustomer(_RetrieveCustomer, total=False):
    """Retrieves a customer from the account that it is on; it does not exist on any other account.

    ``GET /v1/customers/{id}``, <https://docs.stripe.com/api/customers/retrieve>.
    """

    expand: Sequence[str] | None
    """Which ids in the response to expand to their objects, such as ``payment_intent``; at most four levels
    deep. See <https://docs.stripe.com/expand>.
    """
    extra: Mapping[str, str | int | float | bool | UUID | Decimal] | None
    """Any other of Stripe's parameters, by its path: ``automatic_tax.enabled`` = ``true``."""


class _RetrieveDispute(TypedDict):
    id: str
    """``dp_…`` or ``du_…``"""


class RetrieveDispute(_RetrieveDispute, total=False):
    """Retrieves a dispute from the merchant's account.

    ``GET /v1/disputes/{id}``, <https://docs.stripe.com/api/disputes/retrieve>.
    """

    expand: Sequence[str] | None
    """Which ids in the response to expand to their objects, such as ``payment_intent``; at most four levels
    deep. See <https://docs.stripe.com/expand>.
    """
    extra: Mapping[str, str | int | float | bool | UUID | Decimal] | None
    """Any other of Stripe's parameters, by its path: ``automatic_tax.enabled`` = ``true``."""


class _RetrieveEvent(TypedDict):
    id: str
    """``evt_…``"""


class RetrieveEvent(_RetrieveEvent, total=False):
    """Retrieves an event of the last 30 days: a merchant's through the merchant, the platform's own through
    the platform.

    ``GET /v1/events/{id}``, <https://docs.stripe.com/api/events/retrieve>.
    """

    expand: Sequence[str] | None
    """Which ids in the response to expand to their objects, such as ``payment_intent``; at most four levels
    deep. See <https://docs.stripe.com/expand>.
    """
    extra: Mapping[str, str | int | float | bool | UUID | Decimal] | None
    """Any other of Stripe's parameters, by its path: ``automatic_tax.enabled`` = ``true``."""


class _RetrieveEventDestination(TypedDict):
    id: str
    """Stripe's id."""


class RetrieveEventDestination(_RetrieveEventDestination, total=False):
    """Retrieves an event destination.

    ``GET /v2/core/event_destinations/{id}``,
    <https://docs.stripe.com/api/v2/core/event_destinations/retrieve>.
    """

    include: Sequence[str] | None
    """What else the response contains: ``webhook_endpoint.url``."""


class _RetrieveInvoice(TypedDict):
    id: str
    """``in_…``"""


class RetrieveInvoice(_RetrieveInvoice, total=False):
    """Retrieves an invoice from the account that it is on; it does not exist on any other account.

    ``GET /v1/invoices/{id}``, <https://docs.stripe.com/api/invoices/retrieve>.
    """

    expand: Sequence[str] | None
    """Which ids in the response to expand to their objects, such as ``payment_intent``; at most four levels
    deep. See <https://docs.stripe.com/expand>.
    """
    extra: Mapping[str, str | int | float | bool | UUID | Decimal] | None
    """Any other of Stripe's parameters, by its path: ``automatic_tax.enabled`` = ``true``."""


class _RetrievePaymentIntent(TypedDict):
    id: str
    """``pi_…``"""


class RetrievePaymentIntent(_RetrievePaymentIntent, total=False):
    """Retrieves a payment intent from the merchant's account; it does not exist on any other account.

    ``GET /v1/payment_intents/{id}``, <https://docs.stripe.com/api/payment_intents/retrieve>.
    """

    expand: Sequence[str] | None
    """Which ids in the response to expand to their objects, such as ``payment_intent``; at most four levels
    deep. See <https://docs.stripe.com/expand>.
    """
    extra: Mapping[str, str | int | float | bool | UUID | Decimal] | None
    """Any other of Stripe's parameters, by its path: ``automatic_tax.enabled`` = ``true``."""


class _RetrievePaymentMethodConfiguration(TypedDict):
    id: str
    """``pmc_…``"""


class RetrievePaymentMethodConfiguration(_RetrievePaymentMethodConfiguration, total=False):
    """Retrieves a payment method configuration: a parent through the platform, a child through the
    merchant.

    ``GET /v1/payment_method_configurations/{id}``,
    <https://docs.stripe.com/api/payment_method_configurations/retrieve>.
    """

    expand: Sequence[str] | None
    """Which ids in the response to expand to their objects, such as ``payment_intent``; at most four levels
    deep. See <https://docs.stripe.com/expand>.
    """
    extra: Mapping[str, str | int | float | bool | UUID | Decimal] | None
    """Any other of Stripe's parameters, by its path: ``automatic_tax.enabled`` = ``true``."""


class _RetrievePaymentMethodDomain(TypedDict):
    id: str
    """``pmd_…``"""


class RetrievePaymentMethodDomain(_RetrievePaymentMethodDomain, total=False):
    """Retrieves a domain.

    ``GET /v1/payment_method_domains/{id}``,
    <https://docs.stripe.com/api/payment_method_domains/retrieve>.
    """

    expand: Sequence[str] | None
    """Which ids in the response to expand to their objects, such as ``payment_intent``; at most four levels
    deep. See <https://docs.stripe.com/expand>.
    """
    extra: Mapping[str, str | int | float | bool | UUID | Decimal] | None
    """Any other of Stripe's parameters, by its path: ``automatic_tax.enabled`` = ``true``."""


class _RetrieveRefund(TypedDict):
    id: str
    """``re_…`` or ``pyr_…``"""


class RetrieveRefund(_RetrieveRefund, total=False):
    """Retrieves a refund from the merchant's account.

    ``GET /v1/refunds/{id}``, <https://docs.stripe.com/api/refunds/retrieve>.
    """

    expand: Sequence[str] | None
    """Which ids in the response to expand to their objects, such as ``payment_intent``; at most four levels
    deep. See <https://docs.stripe.com/expand>.
    """
    extra: Mapping[str, str | int | float | bool | UUID | Decimal] | None
    """Any other of Stripe's parameters, by its path: ``automatic_tax.enabled`` = ``true``."""


class _RetrieveSession(TypedDict):
    id: str
    """``cs_…``"""


class RetrieveSession(_RetrieveSession, total=False):
    """Retrieves a Checkout Session from the merchant's account; it does not exist on any other account.

    With ``expand: ["payment_intent"]`` the session also includes the status of its payment intent, which
    ``reconcile`` needs to tell a payment that is still processing from one that has failed.

    ``GET /v1/checkout/sessions/{id}``, <https://docs.stripe.com/api/checkout/sessions/retrieve>.
    """

    expand: Sequence[str] | None
    """Which ids in the response to expand to their objects, such as ``payment_intent``; at most four levels
    deep. See <https://docs.stripe.com/expand>.
    """
    extra: Mapping[str, str | int | float | bool | UUID | Decimal] | None
    """Any other of Stripe's parameters, by its path: ``automatic_tax.enabled`` = ``true``."""


class _RetrieveSubscription(TypedDict):
    id: str
    """``sub_…``"""


class RetrieveSubscription(_RetrieveSubscription, total=False):
    """Retrieves a subscription from the account that it is on; it does not exist on any other account.

    ``GET /v1/subscriptions/{id}``, <https://docs.stripe.com/api/subscriptions/retrieve>.
    """

    expand: Sequence[str] | None
    """Which ids in the response to expand to their objects, such as ``payment_intent``; at most four levels
    deep. See <https://docs.stripe.com/expand>.
    """
    extra: Mapping[str, str | int | float | bool | UUID | Decimal] | None
    """Any other of Stripe's parameters, by its path: ``automatic_tax.enabled`` = ``true``."""


class _RetrieveSubscriptionSession(TypedDict):
    id: str
    """``cs_…``"""


class RetrieveSubscriptionSession(_RetrieveSubscriptionSession, total=False):
    """Retrieves a Checkout Session from the platform's own account. For the session of a merchant's
    customer, see ``RetrieveSession``.

    ``GET /v1/checkout/sessions/{id}``, <https://docs.stripe.com/api/checkout/sessions/retrieve>.
    """

    expand: Sequence[str] | None
    """Which ids in the response to expand to their objects, such as ``payment_intent``; at most four levels
    deep. See <https://docs.stripe.com/expand>.
    """
    extra: Mapping[str, str | int | float | bool | UUID | Decimal] | None
    """Any other of Stripe's parameters, by its path: ``automatic_tax.enabled`` = ``true``."""


class _RetrieveV2Account(TypedDict):
    id: str
    """``acct_…``"""


class RetrieveV2Account(_RetrieveV2Account, total=False):
    """Retrieves an account of v2; it can also retrieve an account of v1, about ten minutes after its
    creation.

    ``GET /v2/core/accounts/{id}``, <https://docs.stripe.com/api/v2/core/accounts/retrieve>.
    """

    include: Sequence[Literal["configuration.customer", "configuration.merchant", "configuration.recipient", "defaults", "future_requirements", "identity", "requirements"]] | None
    """What else the response contains. Otherwise each of these is ``null``, even if it is set:
    ``configuration.customer``, ``configuration.merchant``, ``configuration.recipient``, ``defaults``,
    ``future_requirements``, ``identity``, ``requirements``.
    """
    extra: Mapping[str, str | int | float | bool | UUID | Decimal] | None
    """Any other of Stripe's parameters, by its path: ``identity.individual.given_name`` = ``Ada``.
    ``true``, ``false`` and ``null`` are sent as such, and so is a JSON object, a JSON list, or a text in
    quotes.
    """


class RetrieveV2Event(TypedDict):
    """Retrieves an event of the v2 API of the last 30 days: a merchant's through the merchant, the
    platform's own through the platform.

    ``GET /v2/core/events/{id}``, <https://docs.stripe.com/api/v2/core/events/retrieve>.
    """

    id: str
    """``evt_…``"""


class _RetrieveWebhookEndpoint(TypedDict):
    id: str
    """``we_…``"""


class RetrieveWebhookEndpoint(_RetrieveWebhookEndpoint, total=False):
    """Retrieves a webhook endpoint, without its secret.

    ``GET /v1/webhook_endpoints/{id}``, <https://docs.stripe.com/api/webhook_endpoints/retrieve>.
    """

    expand: Sequence[str] | None
    """Which ids in the response to expand to their objects, such as ``payment_intent``; at most four levels
    deep. See <https://docs.stripe.com/expand>.
    """
    extra: Mapping[str, str | int | float | bool | UUID | Decimal] | None
    """Any other of Stripe's parameters, by its path: ``automatic_tax.enabled`` = ``true``."""


class ReuseAgreement(TypedDict):
    """Consent to a payment method being saved."""

    position: Literal["auto", "hidden"] | str
    """``auto``, or ``hidden`` if your own page shows it."""


class SavedPaymentMethodOptions(TypedDict, total=False):
    """Which saved payment methods the page shows, and whether it saves new ones."""

    allow_redisplay_filters: Sequence[Literal["always", "limited", "unspecified"] | str] | None
    """Which of the saved ones are shown: ``always``, ``limited``, ``unspecified``."""
    payment_method_remove: Literal["disabled", "enabled"] | str | None
    """Whether the customer can remove them: ``enabled`` or ``disabled``."""
    payment_method_save: Literal["disabled", "enabled"] | str | None
    """Whether the customer can save a new one: ``enabled`` or ``disabled``."""


class SetupIntentData(TypedDict, total=False):
    """What a Checkout Session in ``setup`` mode passes on to its setup intent."""

    description: str | None
    """A description for the merchant, at most 1000 characters."""
    metadata: Mapping[str, str | int | float | bool | UUID | Decimal] | None
    """Your own metadata, stored on the setup intent: at most 50 keys."""


class _Shipping(TypedDict):
    name: str
    """The recipient."""
    address: records.Address | Address
    """The recipient's address."""


class Shipping(_Shipping, total=False):
    """Shipping details."""

    carrier: str | None
    """The carrier."""
    phone: str | None
    """The recipient's phone number."""
    tracking_number: str | None
    """The tracking number."""


class ShippingAddressCollection(TypedDict):
    """Collection of a shipping address."""

    allowed_countries: Sequence[str]
    """The countries that you ship to, at least one: two upper-case letters each."""


class ShippingDetails(TypedDict):
    """Where the order ships to."""

    name: str
    """The recipient, at most 255 characters."""
    address: records.Address | Address
    """The recipient's address; its country is required."""


class ShippingOption(TypedDict, total=False):
    """A shipping option: the id of a rate, or a rate defined inline."""

    shipping_rate: str | None
    """A rate on the merchant's account, ``shr_…``."""
    shipping_rate_data: records.ShippingRateData | ShippingRateData | None
    """A rate defined inline."""


class _ShippingRateData(TypedDict):
    display_name: str
    """The name that the customer sees, at most 100 characters."""


class ShippingRateData(_ShippingRateData, total=False):
    """A shipping rate defined inline."""

    delivery_estimate: records.DeliveryEstimate | DeliveryEstimate | None
    """How long the delivery takes."""
    fixed_amount: records.FixedAmount | FixedAmount | None
    """What shipping costs."""
    metadata: Mapping[str, str | int | float | bool | UUID | Decimal] | None
    """Your own metadata."""
    tax_behavior: Literal["exclusive", "inclusive", "unspecified"] | str | None
    """``exclusive``, ``inclusive`` or ``unspecified``."""
    tax_code: str | None
    """Its tax code, ``txcd_…``."""
    type: Literal["fixed_amount"] | None
    """``fixed_amount``."""


class StatementDescriptor(TypedDict, total=False):
    """What customers see on their bank statements."""

    descriptor: str | None
    """The full text, for payments without their own."""
    prefix: str | None
    """The prefix for card payments."""


class SubscriptionData(TypedDict, total=False):
    """What a Checkout Session in ``subscription`` mode passes on to its subscription."""

    application_fee_percent: str | int | float | Decimal | None
    """The fee that the platform keeps from every invoice, in percent: 0 to 100 with at most two decimals."""
    billing_cycle_anchor: int | datetime | None
    """When the first full period starts, in unix seconds; not together with
    ``billing_cycle_anchor_config``.
    """
    billing_cycle_anchor_config: records.BillingCycleAnchorConfig | BillingCycleAnchorConfig | None
    """On which day and at what time periods start."""
    billing_mode: records.BillingMode | BillingMode | None
    """How Stripe computes prorations."""
    default_tax_rates: Sequence[str] | None
    """Tax rates on the merchant's account, ``txr_…``."""
    description: str | None
    """The description that the customer sees on the invoice, at most 500 characters."""
    invoice_settings: records.SubscriptionInvoiceSettings | SubscriptionInvoiceSettings | None
    """What the invoices contain."""
    metadata: Mapping[str, str | int | float | bool | UUID | Decimal] | None
    """Your own metadata, stored on the subscription and its invoices: at most 50 keys."""
    pending_invoice_item_interval: records.PendingInvoiceItemInterval | PendingInvoiceItemInterval | None
    """How often pending invoice items are invoiced."""
    proration_behavior: Literal["create_prorations", "none"] | str | None
    """``create_prorations`` or ``none``, for the time before the first full period."""
    trial_end: int | datetime | None
    """When the trial ends, in unix seconds: at least 48 hours ahead; not together with
    ``trial_period_days``.
    """
    trial_period_days: int | Decimal | None
    """The length of the trial in days, at least 1."""
    trial_settings: records.TrialSettings | TrialSettings | None
    """What happens when the trial ends."""


class SubscriptionInvoiceSettings(TypedDict, total=False):
    """What a subscription's invoices contain."""

    account_tax_ids: Sequence[str] | None
    """The merchant's tax ids, ``txi_…``."""
    custom_fields: Sequence[records.InvoiceField | InvoiceField] | None
    """Your own lines on the invoice."""
    description: str | None
    """The description on the invoice."""
    footer: str | None
    """The footer of the invoice."""
    issuer: records.Issuer | Issuer | None
    """The account whose details the invoice shows."""


class _TaxIdCollection(TypedDict):
    enabled: bool
    """Whether the customer can enter a tax id."""


class TaxIdCollection(_TaxIdCollection, total=False):
    """Collection of the customer's tax id."""

    required: Literal["if_supported", "never"] | str | None
    """Whether the tax id is required: ``if_supported`` or ``never``."""


class TrialEndBehavior(TypedDict):
    """What happens when a trial ends without a payment method."""

    missing_payment_method: Literal["cancel", "create_invoice", "pause"] | str
    """``cancel``, ``create_invoice`` or ``pause``."""


class TrialSettings(TypedDict):
    """What happens when a trial ends."""

    end_behavior: records.TrialEndBehavior | TrialEndBehavior
    """What happens if there is no payment method."""


class _UpdateAccount(TypedDict):
    id: str
    """``acct_…``"""


class UpdateAccount(_UpdateAccount, total=False):
    """Updates an account through Stripe's v1, which also works for accounts of v2. Fields that are absent
    do not change.

    ``POST /v1/accounts/{id}``, <https://docs.stripe.com/api/accounts/update>.
    """

    business_profile: records.BusinessProfile | BusinessProfile | None
    """The merchant's business."""
    business_type: Literal["company", "government_entity", "individual", "non_profit"] | str | None
    """The type of business: ``company``, ``government_entity``, ``individual`` or ``non_profit``."""
    capabilities: records.AccountCapabilities | AccountCapabilities | None
    """The capabilities to request."""
    default_currency: str | None
    """The currency, three lower-case letters."""
    email: str | None
    """The e-mail address for messages from Stripe."""
    settings: records.AccountSettings | AccountSettings | None
    """Settings of its Checkout pages and of its customers' bank statements."""
    metadata: Mapping[str, str | int | float | bool | UUID | Decimal] | None
    """Your own metadata: at most 50 keys. A key with an empty value is removed."""
    expand: Sequence[str] | None
    """Which ids in the response to expand to their objects, such as ``payment_intent``; at most four levels
    deep. See <https://docs.stripe.com/expand>.
    """
    extra: Mapping[str, str | int | float | bool | UUID | Decimal] | None
    """Any other of Stripe's parameters, by its path: ``automatic_tax.enabled`` = ``true``."""


class _UpdateApplicationFeeRefund(TypedDict):
    fee: str
    """``fee_…``"""
    id: str
    """``fr_…``"""


class UpdateApplicationFeeRefund(_UpdateApplicationFeeRefund, total=False):
    """Changes the metadata of a refund of an application fee.

    ``POST /v1/application_fees/{fee}/refunds/{id}``, <https://docs.stripe.com/api/fee_refunds/update>.
    """

    metadata: Mapping[str, str | int | float | bool | UUID | Decimal] | None
    """Your own metadata: at most 50 keys. A key with an empty value is removed."""
    expand: Sequence[str] | None
    """Which ids in the response to expand to their objects, such as ``payment_intent``; at most four levels
    deep. See <https://docs.stripe.com/expand>.
    """
    extra: Mapping[str, str | int | float | bool | UUID | Decimal] | None
    """Any other of Stripe's parameters, by its path: ``automatic_tax.enabled`` = ``true``."""


class _UpdateCapability(TypedDict):
    account: str
    """The merchant, ``acct_…``."""
    id: str
    """The capability's name."""


class UpdateCapability(_UpdateCapability, total=False):
    """Requests a capability of a connected account, or stops requesting it; some cannot be given up once
    they were requested. Request only what you need: each capability can mean more questions for the
    merchant.

    ``POST /v1/accounts/{account}/capabilities/{id}``, <https://docs.stripe.com/api/capabilities/update>.
    """

    requested: bool | None
    """Whether it is requested. Required."""
    expand: Sequence[str] | None
    """Which ids in the response to expand to their objects, such as ``payment_intent``; at most four levels
    deep. See <https://docs.stripe.com/expand>.
    """
    extra: Mapping[str, str | int | float | bool | UUID | Decimal] | None
    """Any other of Stripe's parameters, by its path: ``automatic_tax.enabled`` = ``true``."""


class _UpdatePaymentMethodConfiguration(TypedDict):
    id: str
    """``pmc_…``"""


class UpdatePaymentMethodConfiguration(_UpdatePaymentMethodConfiguration, total=False):
    """Updates a payment method configuration: on the platform a parent, and so the default of all merchants
    that have not chosen themselves; on a merchant's account, the merchant's own choice.

    It can neither block a method nor let merchants change one: only Stripe's Dashboard can.

    ``POST /v1/payment_method_configurations/{id}``,
    <https://docs.stripe.com/api/payment_method_configurations/update>.
    """

    name: str | None
    """Its name in the Dashboard."""
    active: bool | None
    """Whether it is active."""
    methods: Sequence[records.MethodPreference | MethodPreference] | None
    """The choice for each method that should change."""
    expand: Sequence[str] | None
    """Which ids in the response to expand to their objects, such as ``payment_intent``; at most four levels
    deep. See <https://docs.stripe.com/expand>.
    """
    extra: Mapping[str, str | int | float | bool | UUID | Decimal] | None
    """Any other of Stripe's parameters, by its path: ``automatic_tax.enabled`` = ``true``."""


class _UpdatePaymentMethodDomain(TypedDict):
    id: str
    """``pmd_…``"""


class UpdatePaymentMethodDomain(_UpdatePaymentMethodDomain, total=False):
    """Enables or disables wallets on a domain.

    ``POST /v1/payment_method_domains/{id}``,
    <https://docs.stripe.com/api/payment_method_domains/update>.
    """

    enabled: bool | None
    """Whether wallets may be shown on it."""
    expand: Sequence[str] | None
    """Which ids in the response to expand to their objects, such as ``payment_intent``; at most four levels
    deep. See <https://docs.stripe.com/expand>.
    """
    extra: Mapping[str, str | int | float | bool | UUID | Decimal] | None
    """Any other of Stripe's parameters, by its path: ``automatic_tax.enabled`` = ``true``."""


class _UpdateRefund(TypedDict):
    id: str
    """``re_…`` or ``pyr_…``"""


class UpdateRefund(_UpdateRefund, total=False):
    """Updates the metadata of a refund; nothing else can be changed.

    ``POST /v1/refunds/{id}``, <https://docs.stripe.com/api/refunds/update>.
    """

    metadata: Mapping[str, str | int | float | bool | UUID | Decimal] | None
    """Your own metadata: at most 50 keys. A key with an empty value is removed."""
    expand: Sequence[str] | None
    """Which ids in the response to expand to their objects, such as ``payment_intent``; at most four levels
    deep. See <https://docs.stripe.com/expand>.
    """
    extra: Mapping[str, str | int | float | bool | UUID | Decimal] | None
    """Any other of Stripe's parameters, by its path: ``automatic_tax.enabled`` = ``true``."""


class _UpdateSession(TypedDict):
    id: str
    """``cs_…``"""


class UpdateSession(_UpdateSession, total=False):
    """Updates an open session. The application fee can no longer be changed: one that was computed from the
    line items keeps its amount, even if new line items or shipping options change the total.

    ``POST /v1/checkout/sessions/{id}``, <https://docs.stripe.com/api/checkout/sessions/update>.
    """

    metadata: Mapping[str, str | int | float | bool | UUID | Decimal] | None
    """Your own metadata: at most 50 keys. A key with an empty value is removed."""
    line_items: Sequence[records.UpdatedLineItem | UpdatedLineItem] | None
    """All line items from now on, not only the changed ones; a line with an ``id`` is kept."""
    shipping_options: Sequence[records.ShippingOption | ShippingOption] | None
    """All shipping options from now on."""
    collected_information: records.CollectedInformation | CollectedInformation | None
    """What your own page has collected (``ui_mode`` ``embedded_page`` or ``elements``)."""
    payment_intent_data: records.UpdatedPaymentIntentData | UpdatedPaymentIntentData | None
    """Passed on to the payment intent (``ui_mode`` ``elements``)."""
    expand: Sequence[str] | None
    """Which ids in the response to expand to their objects, such as ``payment_intent``; at most four levels
    deep. See <https://docs.stripe.com/expand>.
    """
    extra: Mapping[str, str | int | float | bool | UUID | Decimal] | None
    """Any other of Stripe's parameters, by its path: ``automatic_tax.enabled`` = ``true``."""


class _UpdateV2Account(TypedDict):
    id: str
    """``acct_…``"""


class UpdateV2Account(_UpdateV2Account, total=False):
    """Updates an account of v2; fields that are absent do not change. ``configuration: { customer: {} }``
    lets you bill the merchant by its account id without further questions to it. This also works for
    accounts of v1.

    ``POST /v2/core/accounts/{id}``, <https://docs.stripe.com/api/v2/core/accounts/update>.
    """

    configuration: records.AccountConfiguration | AccountConfiguration | None
    """The configurations of the account."""
    contact_email: str | None
    """The e-mail address for messages from Stripe."""
    contact_phone: str | None
    """The phone number."""
    dashboard: Literal["express", "full", "none"] | None
    """Which Dashboard the merchant gets: ``full``, ``express`` or ``none``."""
    defaults: records.AccountDefaults | AccountDefaults | None
    """Defaults: currency, languages, and who pays for what."""
    display_name: str | None
    """The name that you and the merchant see."""
    identity: records.AccountIdentity | AccountIdentity | None
    """The country and type of business."""
    include: Sequence[Literal["configuration.customer", "configuration.merchant", "configuration.recipient", "defaults", "future_requirements", "identity", "requirements"]] | None
    """What else the response contains, as in a creation."""
    metadata: Mapping[str, str | int | float | bool | UUID | Decimal] | None
    """Your own metadata: at most 50 keys."""
    extra: Mapping[str, str | int | float | bool | UUID | Decimal] | None
    """Any other of Stripe's parameters, by its path: ``identity.individual.given_name`` = ``Ada``.
    ``true``, ``false`` and ``null`` are sent as such, and so is a JSON object, a JSON list, or a text in
    quotes.
    """


class _UpdateWebhookEndpoint(TypedDict):
    id: str
    """``we_…``"""


class UpdateWebhookEndpoint(_UpdateWebhookEndpoint, total=False):
    """Updates a webhook endpoint. Its secret does not change.

    ``POST /v1/webhook_endpoints/{id}``, <https://docs.stripe.com/api/webhook_endpoints/update>.
    """

    url: str | None
    """The URL to post events to; https in live mode."""
    enabled_events: Sequence[str] | None
    """All event types from now on, not only new ones."""
    disabled: bool | None
    """Whether the endpoint is disabled."""
    description: str | None
    """Your own description; an empty text removes it."""
    metadata: Mapping[str, str | int | float | bool | UUID | Decimal] | None
    """Your own metadata: at most 50 keys. A key with an empty value is removed."""
    expand: Sequence[str] | None
    """Which ids in the response to expand to their objects, such as ``payment_intent``; at most four levels
    deep. See <https://docs.stripe.com/expand>.
    """
    extra: Mapping[str, str | int | float | bool | UUID | Decimal] | None
    """Any other of Stripe's parameters, by its path: ``automatic_tax.enabled`` = ``true``."""


class UpdatedLineItem(TypedDict, total=False):
    """A line item of an open session: an existing one by its ``id``, or a new one."""

    id: str | None
    """The id of the existing line, ``li_…``."""
    price: str | None
    """The id of a Price that exists on the merchant's own account."""
    price_data: records.PriceData | PriceData | None
    """A price defined inline."""
    quantity: int | Decimal | None
    """The quantity, at least 1."""
    adjustable_quantity: records.AdjustableQuantity | AdjustableQuantity | None
    """Whether the customer can change the quantity."""
    tax_rates: Sequence[str] | None
    """Tax rates on the merchant's account, ``txr_…``."""
    metadata: Mapping[str, str | int | float | bool | UUID | Decimal] | None
    """Your own metadata."""


class UpdatedPaymentIntentData(TypedDict, total=False):
    """What can still be changed on the payment intent."""

    description: str | None
    """A description for the merchant; an empty text removes it."""
    metadata: Mapping[str, str | int | float | bool | UUID | Decimal] | None
    """Your own metadata: at most 50 keys."""
    setup_future_usage: Literal["off_session", "on_session"] | str | None
    """``on_session`` or ``off_session``; an empty text removes it."""
    statement_descriptor: str | None
    """The text on the customer's bank statement, at most 22 characters; an empty text removes it."""
    statement_descriptor_suffix: str | None
    """The text on a card statement after the merchant's own prefix, at most 22 characters; an empty text
    removes it.
    """


class UsBankAccountOptions(TypedDict, total=False):
    """Settings of debits in the United States."""

    financial_connections: records.FinancialConnections | FinancialConnections | None
    """What is requested through Financial Connections."""
    setup_future_usage: Literal["none", "off_session", "on_session"] | str | None
    """Whether the payment method is saved: ``none``, ``off_session`` or ``on_session``."""
    target_date: str | None
    """The date on which the account is debited, 3 to 15 days ahead."""
    verification_method: Literal["automatic", "instant"] | str | None
    """How the account is verified: ``automatic`` or ``instant``."""


class _ValidatePaymentMethodDomain(TypedDict):
    id: str
    """``pmd_…``"""


class ValidatePaymentMethodDomain(_ValidatePaymentMethodDomain, total=False):
    """Validates a domain again after the problem was fixed.

    ``POST /v1/payment_method_domains/{id}/validate``,
    <https://docs.stripe.com/api/payment_method_domains/validate>.
    """

    expand: Sequence[str] | None
    """Which ids in the response to expand to their objects, such as ``payment_intent``; at most four levels
    deep. See <https://docs.stripe.com/expand>.
    """
    extra: Mapping[str, str | int | float | bool | UUID | Decimal] | None
    """Any other of Stripe's parameters, by its path: ``automatic_tax.enabled`` = ``true``."""


class VoucherOptions(TypedDict, total=False):
    """Settings of vouchers such as Boleto, Konbini and OXXO."""

    expires_after_days: int | Decimal | None
    """How many days the customer has to pay."""
    setup_future_usage: Literal["none", "off_session", "on_session"] | str | None
    """Whether the payment method is saved: ``none``, and for some methods ``off_session`` or
    ``on_session``.
    """


class WalletOptions(TypedDict, total=False):
    """How wallets are shown."""

    link: records.LinkDisplay | LinkDisplay | None
    """How Link is shown."""


class WantedMethod(TypedDict):
    """What a platform wants for a payment method."""

    method: str
    """The method, such as ``sepa_debit``."""
    setting: str
    """``on`` or ``off``, for all merchants that have not chosen themselves; ``blocked`` is rejected, since
    only the Dashboard can block.
    """


class WebhookEndpointTarget(TypedDict):
    """A URL that events are posted to."""

    url: str
    """The URL; https in live mode."""


class _WechatPayOptions(TypedDict):
    client: Literal["android", "ios", "web"] | str
    """Where the customer pays: ``android``, ``ios`` or ``web``."""


class WechatPayOptions(_WechatPayOptions, total=False):
    """Settings of WeChat Pay."""

    app_id: str | None
    """The app's id, for ``android`` and ``ios``."""
    setup_future_usage: Literal["none"] | str | None
    """``none``."""
