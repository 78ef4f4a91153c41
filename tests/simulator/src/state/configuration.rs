//! Which payment methods an account shows: the platform's defaults, and its merchants' choices.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::methods::{METHODS, Method};
use super::{Account, Scope, Stripe};
use crate::error::ApiError;

/// A payment method configuration: a parent of the platform's, or a merchant's child of one.
#[derive(Debug, Clone)]
pub(crate) struct Configuration {
    pub(crate) id: String,
    pub(crate) name: String,
    pub(crate) active: bool,
    pub(crate) is_default: bool,
    pub(crate) parent: Option<String>,
    /// `on` or `off`; absent if there was no choice.
    pub(crate) preferences: BTreeMap<&'static str, &'static str>,
    /// For a parent: what its merchants may not change. This can be set in the Dashboard, not through the
    /// API.
    pub(crate) locks: BTreeMap<&'static str, Lock>,
}

/// Why a merchant's choice does not apply.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Lock {
    /// The platform's default applies to all merchants.
    Default,
    /// No merchant has the method.
    Blocked,
}

impl Configuration {
    pub(crate) fn parent(id: String, name: &str) -> Self {
        Self {
            id,
            name: name.to_owned(),
            active: true,
            is_default: true,
            parent: None,
            preferences: BTreeMap::new(),
            locks: BTreeMap::new(),
        }
    }

    pub(crate) fn child(id: String, name: &str, parent: &str) -> Self {
        Self { parent: Some(parent.to_owned()), ..Self::parent(id, name) }
    }

    /// Returns the platform's default for a method.
    fn default_of(&self, method: &Method) -> bool {
        if self.locks.get(method.key) == Some(&Lock::Blocked) {
            return false;
        }
        self.preferences.get(method.key).map_or(method.on_at_first, |preference| *preference == "on")
    }

    /// Returns whether a method is on, under the parent if there is one.
    pub(crate) fn is_on(&self, parent: Option<&Configuration>, method: &Method) -> bool {
        let Some(parent) = parent else { return self.default_of(method) };
        match self.preferences.get(method.key) {
            Some(preference) if !parent.locks.contains_key(method.key) => *preference == "on",
            _ => parent.default_of(method),
        }
    }

    /// Returns the object as the API shows it, for an account.
    pub(crate) fn object(
        &self,
        parent: Option<&Configuration>,
        account: &Account,
        is_active: impl Fn(&Method) -> bool,
    ) -> Value {
        let mut object = json!({
            "id": self.id,
            "object": "payment_method_configuration",
            "active": self.active,
            "application": self.parent.is_some().then_some("ca_simulator"),
            "is_default": self.is_default,
            "livemode": false,
            "name": self.name,
            "parent": self.parent,
        });
        for method in METHODS.iter().filter(|method| method.is_for(&account.country)) {
            let is_on = self.is_on(parent, method);
            let overridable = parent.map(|parent| !parent.locks.contains_key(method.key));
            let preference = self.preferences.get(method.key).copied();
            // A parent always has its own default.
            let own = if is_on { "on" } else { "off" };
            object[method.key] = json!({
                "available": is_on && is_active(method),
                "display_preference": {
                    "overridable": overridable,
                    "preference": preference.unwrap_or(if parent.is_some() { "none" } else { own }),
                    "value": own,
                },
            });
        }
        object
    }
}

impl Stripe {
    /// A configuration of the platform's.
    pub(crate) fn parent_configuration(&self, id: &str) -> Option<&Configuration> {
        self.platform.configurations.iter().find(|configuration| configuration.id == id)
    }

    /// Returns the parent of a configuration, if it is a child.
    pub(crate) fn parent_of(&self, configuration: &Configuration) -> Option<&Configuration> {
        configuration.parent.as_deref().and_then(|id| self.parent_configuration(id))
    }

    /// The object of a configuration of an account.
    pub(crate) fn configuration_object(&self, scope: &Scope, id: &str) -> Option<Value> {
        let island = self.island(scope)?;
        let configuration = island.configurations.iter().find(|configuration| configuration.id == id)?;
        let is_active = |method: &Method| island.is_active(method.capability);
        Some(configuration.object(self.parent_of(configuration), &island.account, is_active))
    }

    /// Returns the configuration that a session uses: the account's own one, or its child of the named
    /// parent; `None` for any other id.
    pub(crate) fn configuration_for(&self, scope: &Scope, named: Option<&str>) -> Option<&Configuration> {
        let island = self.island(scope)?;
        let mut own = island.configurations.iter();
        match named {
            None => own.find(|configuration| configuration.is_default && configuration.active),
            Some(id) => own.find(|own| own.id == id || own.parent.as_deref() == Some(id)),
        }
    }

    /// Returns the methods that are in force for a purchase.
    pub(crate) fn methods_in_force(
        &self,
        scope: &Scope,
        configuration: &Configuration,
        (currency, amount): (&str, i64),
        recurs: bool,
    ) -> Vec<&'static str> {
        let Some(island) = self.island(scope) else { return Vec::new() };
        let parent = self.parent_of(configuration);
        let in_force = |method: &&Method| {
            method.is_for(&island.account.country)
                && method.takes(currency, amount)
                && (method.recurs || !recurs)
                && configuration.is_on(parent, method)
                && island.is_active(method.capability)
        };
        METHODS.iter().filter(in_force).map(|method| method.key).collect()
    }

    /// Does what the platform can do in the Dashboard: block a method, lock the merchants' choice, or unlock
    /// it.
    pub(crate) fn lock_method(
        &mut self,
        parent: Option<&str>,
        method: &str,
        lock: Option<Lock>,
    ) -> Result<(), ApiError> {
        let method = super::methods::named(method)
            .ok_or_else(|| ApiError::invalid(format!("no method is called {method}")).param("method"))?;
        let mut parents = self.platform.configurations.iter_mut();
        let found = parents.find(|configuration| parent.is_none_or(|id| configuration.id == id));
        let configuration =
            found.ok_or_else(|| ApiError::missing("configuration", parent.unwrap_or_default(), "parent"))?;
        match lock {
            Some(lock) => configuration.locks.insert(method.key, lock),
            None => configuration.locks.remove(method.key),
        };
        Ok(())
    }
}
