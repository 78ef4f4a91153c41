//! Operations as users call them: `merchant.checkout.sessions.line_items.list(…)`.

use crate::model::{Api, Operation, Scope};

/// The account that resources are on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Owner {
    /// A merchant's.
    Merchant,
    /// The platform's own.
    Platform,
}

/// The operations and resources below a segment of a name.
#[derive(Clone, Debug)]
pub struct Resource<'a> {
    /// The segments of its path; empty at the root.
    pub path: Vec<&'a str>,
    /// The operations directly below, in the order of the core's table.
    pub operations: Vec<&'a Operation>,
    /// The resources directly below, by name.
    pub resources: Vec<Resource<'a>>,
}

impl Owner {
    /// Returns `Merchant` or `Platform`.
    pub fn name(self) -> &'static str {
        match self {
            Owner::Merchant => "Merchant",
            Owner::Platform => "Platform",
        }
    }

    /// Returns whether an operation is on such an account.
    pub fn has(self, operation: &Operation) -> bool {
        match operation.scope {
            Scope::Both => true,
            Scope::Merchant => self == Owner::Merchant,
            Scope::Platform => self == Owner::Platform,
        }
    }
}

impl Api {
    /// Returns the resources on such an account, nested by the segments of the operations' names.
    pub fn resources(&self, owner: Owner) -> Resource<'_> {
        let mut root = Resource { path: Vec::new(), operations: Vec::new(), resources: Vec::new() };
        for operation in self.operations.iter().filter(|operation| owner.has(operation)) {
            root.insert(operation, &operation.segments());
        }
        root
    }
}

impl<'a> Resource<'a> {
    /// Returns the last segment of its path: `line_items`.
    pub fn name(&self) -> &'a str {
        self.path.last().copied().unwrap_or_default()
    }

    /// Returns this resource and all below it, inner ones first.
    pub fn all(&self) -> Vec<&Resource<'a>> {
        let mut all: Vec<&Resource<'a>> = self.resources.iter().flat_map(Resource::all).collect();
        all.push(self);
        all
    }

    fn insert(&mut self, operation: &'a Operation, segments: &[&'a str]) {
        let [first, rest @ ..] = segments else {
            self.operations.push(operation);
            return;
        };
        let at = match self.resources.binary_search_by_key(first, Resource::name) {
            Ok(at) => at,
            Err(at) => {
                let path = [&self.path[..], &[first]].concat();
                self.resources.insert(at, Resource { path, operations: Vec::new(), resources: Vec::new() });
                at
            }
        };
        self.resources[at].insert(operation, rest);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tests::api;

    #[test]
    fn resources_nest_by_the_segments() {
        let api = api();
        let verbs = |resource: &Resource<'_>| -> Vec<String> {
            resource.operations.iter().map(|operation| operation.verb().to_owned()).collect()
        };
        let merchant = api.resources(Owner::Merchant);
        let all = merchant.all();
        let find = |path: &[&str]| all.iter().find(|resource| resource.path == path);
        assert_eq!(
            verbs(find(&["checkout", "sessions"]).unwrap()),
            ["create", "retrieve", "list", "update", "expire"]
        );
        assert_eq!(verbs(find(&["checkout", "sessions", "line_items"]).unwrap()), ["list"]);
        assert!(find(&["checkout"]).unwrap().operations.is_empty());
        assert!(find(&["application_fees"]).is_none());
        let platform = api.resources(Owner::Platform);
        assert!(platform.all().iter().any(|resource| resource.path == ["application_fees", "refunds"]));
        let names: Vec<&str> = platform.resources.iter().map(Resource::name).collect();
        assert!(names.is_sorted(), "{names:?}");
    }

    #[test]
    fn every_operation_is_reached() {
        let api = api();
        for owner in [Owner::Merchant, Owner::Platform] {
            let root = api.resources(owner);
            let reached: usize = root.all().iter().map(|resource| resource.operations.len()).sum();
            assert_eq!(reached, api.operations.iter().filter(|operation| owner.has(operation)).count());
        }
    }
}
