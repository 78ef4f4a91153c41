//! Payment methods from the platform's point of view: on by default, off by default, or blocked.

use crate::error::Error;
use crate::schema::{FromSlot, Of, Shape, Shaped, Slot, data, parameters, record};

use super::{MethodState, PaymentMethodConfiguration};

/// The platform's setting of a payment method for all of its merchants.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, serde::Serialize)]
#[serde(rename_all = "snake_case")]
pub enum MethodSetting {
    /// Merchants offer it unless they turn it off.
    OnByDefault,
    /// Merchants do not offer it unless they turn it on.
    OffByDefault,
    /// It is off, and merchants may not turn it on. Stripe's API cannot set this: a platform blocks a method
    /// in its Dashboard. There it looks the same as a method that is off by default and that merchants may
    /// not change.
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
    /// Returns `on_by_default`, `off_by_default` or `blocked`.
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
    /// The state of a payment method for the platform and for one of its merchants.
    #[derive(Clone, PartialEq, Eq, serde::Serialize)]
    pub struct MethodStanding {
        /// The method, such as `sepa_debit`.
        pub method: String,
        /// The platform's setting.
        pub setting: MethodSetting,
        /// Whether the merchant may choose for itself; without a merchant, whether merchants may in general,
        /// or `None` if Stripe does not say.
        pub may_override: Option<bool>,
        /// The merchant's own choice, `on` or `off`, if it applies.
        pub chosen: Option<String> [closed("on,off")],
        /// Whether it is on, whatever the status of the merchant's capability.
        pub on: bool,
        /// Whether customers can pay with it: it is on, and the capability is active.
        pub available: bool,
    }
}

/// Returns the state of every payment method: of the platform's own configuration (`parent`), or of a
/// merchant's (`child`) under it.
///
/// For a merchant, only the methods in its country are listed. The effective setting is read from `value`; a
/// merchant's `preference` applies only if the merchant may choose, and `none` means that it never did.
#[must_use]
pub fn standings(
    parent: &PaymentMethodConfiguration,
    child: Option<&PaymentMethodConfiguration>,
) -> Vec<MethodStanding> {
    let states = &child.unwrap_or(parent).methods;
    states.iter().map(|state| standing(parent.method(&state.method), state, child.is_some())).collect()
}

/// Returns the platform's setting of a method, from its configuration and that of any merchant.
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
    /// What a platform wants for a payment method.
    #[derive(Eq)]
    pub struct WantedMethod {
        required {
            /// The method, such as `sepa_debit`.
            pub method: String,
            /// `on` or `off`, for all merchants that have not chosen themselves; `blocked` is rejected, since
            /// only the Dashboard can block.
            pub setting: String,
        }
    }
}

impl WantedMethod {
    /// Parses a JSON array of these.
    ///
    /// Errors: `invalid_json`, `unknown_parameter`, `wrong_type`.
    pub fn all_from_json(text: &str) -> Result<Vec<Self>, Error> {
        parameters::list_from_json(Self::RECORD, text)
    }
}
