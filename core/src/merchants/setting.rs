//! Payment methods as a platform thinks of them: on by default, off by default, or blocked.

use crate::error::Error;
use crate::schema::{FromSlot, Of, Shape, Shaped, Slot, data, parameters, record};

use super::{MethodState, PaymentMethodConfiguration};

/// What the platform has decided about a payment method for all of its merchants.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, serde::Serialize)]
#[serde(rename_all = "snake_case")]
pub enum MethodSetting {
    /// Merchants show it unless they turn it off.
    OnByDefault,
    /// Merchants do not show it unless they turn it on.
    OffByDefault,
    /// It is off and merchants may not turn it on. Stripe's API cannot set this: a platform blocks a
    /// method in its Dashboard. There it looks the same as a method that is off by default while
    /// merchants may change nothing.
    Blocked,
}

impl Shaped for MethodSetting {
    const SHAPE: Shape = Shape::of(Of::Word("on_by_default,off_by_default,blocked"));
}

impl FromSlot for MethodSetting {
    fn from_slot(slot: Slot<'_>) -> Self {
        match &*String::from_slot(slot) {
            "on_by_default" => MethodSetting::OnByDefault,
            "off_by_default" => MethodSetting::OffByDefault,
            _ => MethodSetting::Blocked,
        }
    }
}

impl MethodSetting {
    /// `on_by_default`, `off_by_default` or `blocked`.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            MethodSetting::OnByDefault => "on_by_default",
            MethodSetting::OffByDefault => "off_by_default",
            MethodSetting::Blocked => "blocked",
        }
    }
}

data! {
    /// The state of a payment method, for the platform and for one of its merchants.
    #[derive(Clone, PartialEq, Eq, serde::Serialize)]
    pub struct MethodStanding {
        /// The method, such as `sepa_debit`.
        pub method: String,
        /// What the platform has decided.
        pub setting: MethodSetting,
        /// Whether the merchant may choose otherwise; without a merchant, whether merchants may at all,
        /// absent where Stripe does not say.
        pub may_override: Option<bool>,
        /// What the merchant has chosen, `on` or `off`, where its choice counts.
        pub chosen: Option<String> [closed("on,off")],
        /// Whether it is on in the end; the merchant's capability is another matter.
        pub on: bool,
        /// Whether customers can pay with it: it is on, and the account has the capability.
        pub available: bool,
    }
}

/// How every payment method stands: of the platform's own configuration (`parent`), or of a merchant's
/// (`child`) under it.
///
/// Of a merchant only the methods are listed that there are in its country. What is in force is read
/// from `value`; a merchant's `preference` counts only where it may choose, and `none` means that it
/// never did.
#[must_use]
pub fn standings(
    parent: &PaymentMethodConfiguration,
    child: Option<&PaymentMethodConfiguration>,
) -> Vec<MethodStanding> {
    let states = &child.unwrap_or(parent).methods;
    states.iter().map(|state| standing(parent.method(&state.method), state, child.is_some())).collect()
}

/// What the platform has decided about each method, from its configuration and any merchant's.
fn standing(parent: Option<&MethodState>, state: &MethodState, is_child: bool) -> MethodStanding {
    let on = state.value.as_deref() == Some("on");
    let may_override = if is_child { Some(state.overridable != Some(false)) } else { state.overridable };
    let default_on = match parent {
        _ if may_override == Some(false) => on,
        Some(parent) => parent.value.as_deref() == Some("on"),
        None => on,
    };
    let setting = match (default_on, may_override) {
        (true, _) => MethodSetting::OnByDefault,
        (false, Some(false)) => MethodSetting::Blocked,
        (false, _) => MethodSetting::OffByDefault,
    };
    let chosen = state.preference.as_deref().filter(|preference| *preference != "none");
    let chosen = chosen.filter(|_| is_child && may_override == Some(true)).map(str::to_owned);
    MethodStanding {
        method: state.method.clone(),
        setting,
        may_override,
        chosen,
        on,
        available: state.available,
    }
}

record! {
    /// What a platform wants of a payment method.
    #[derive(Eq)]
    pub struct WantedMethod {
        required {
            /// The method, such as `sepa_debit`.
            pub method: String,
            /// `on` or `off`, for all merchants that have not chosen otherwise; `blocked` is refused,
            /// since only the Dashboard can block.
            pub setting: String,
        }
    }
}

impl WantedMethod {
    /// Reads any number of wishes from a JSON array.
    ///
    /// Errors: `invalid_json`, `unknown_parameter`, `wrong_type`.
    pub fn all_from_json(text: &str) -> Result<Vec<Self>, Error> {
        parameters::list_from_json(Self::RECORD, text)
    }
}
