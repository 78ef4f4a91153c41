//! A class for each resource, nested by the segments of the operations' names, and the map of all operations.

use std::fmt::Write as _;

use super::HEAD;
use crate::docs::block;
use crate::names::{camel, class, spoken};
use crate::{Api, Kind, Operation, Owner, Resource};

const IMPORTS: &str = "
import { type CallOptions, Resource } from \"../resource.js\";
import type { Page, Pages } from \"../page.js\";
import type * as records from \"./records.js\";

/** Every operation by its name: its parameters and its result. */
export interface Operations {
";

pub(super) fn source(api: &Api) -> String {
    let mut out = format!("{HEAD}{IMPORTS}");
    for operation in &api.operations {
        let _ = writeln!(
            out,
            "  {:?}: {{ params: records.{}; answer: {}; options: {} }};",
            operation.name,
            operation.params,
            answer(operation, "Page"),
            match operation.kind {
                Kind::Delete => "[CallOptions?]",
                Kind::Write => "[CallOptions]",
                Kind::Read => "[]",
            }
        );
    }
    out.push_str("}\n");
    let owners = [Owner::Merchant, Owner::Platform];
    for owner in owners {
        let account = owner.name().to_lowercase();
        let own = api.operations.iter().filter(|operation| owner.has(operation));
        let names: Vec<String> = own.map(|operation| format!("{:?}", operation.name)).collect();
        let _ = writeln!(out, "\n/** The operations on the {account}'s account. */");
        let _ = writeln!(out, "export type {}Operation =\n  | {};", owner.name(), names.join("\n  | "));
    }
    let roots = owners.map(|owner| api.resources(owner));
    let mut written = Vec::new();
    for (owner, root) in owners.into_iter().zip(&roots) {
        for resource in root.all() {
            let name = class_name(&roots, owner, resource);
            if !written.contains(&name) {
                out.push_str(&class_of(api, &roots, owner, resource, &name));
                written.push(name);
            }
        }
    }
    out
}

/// Returns the name of a resource's class, with its owner if the other owner's resource has other operations.
fn class_name(roots: &[Resource<'_>], owner: Owner, resource: &Resource<'_>) -> String {
    if resource.path.is_empty() {
        return format!("{}Resources", owner.name());
    }
    let name = class(&resource.path);
    if roots.iter().flat_map(Resource::all).any(|other| other.path == resource.path && !same(other, resource))
    {
        return format!("{}{name}", owner.name());
    }
    name
}

/// Returns whether two resources have the same operations, including nested ones.
fn same(one: &Resource<'_>, other: &Resource<'_>) -> bool {
    let names = |resource: &Resource<'_>| -> Vec<String> {
        let all = resource.all().into_iter().flat_map(|resource| resource.operations.clone());
        all.map(|operation| operation.name.clone()).collect()
    };
    names(one) == names(other)
}

fn class_of(
    api: &Api,
    roots: &[Resource<'_>; 2],
    owner: Owner,
    resource: &Resource<'_>,
    name: &str,
) -> String {
    let is_root = resource.path.is_empty();
    let is_on = |root: &Resource<'_>| {
        root.all().into_iter().any(|other| other.path == resource.path && same(other, resource))
    };
    let account = match roots.each_ref().map(is_on) {
        [true, true] if !is_root => "on the account of the merchant or the platform".to_owned(),
        _ => format!("on the {}'s account", owner.name().to_lowercase()),
    };
    let what = if is_root { "The resources".to_owned() } else { spoken(&resource.path) };
    let abstractly = if is_root { "abstract " } else { "" };
    let mut out =
        format!("\n/** {what} {account}. */\nexport {abstractly}class {name} extends Resource {{\n");
    for operation in &resource.operations {
        out.push_str(&method(api, operation));
    }
    for below in &resource.resources {
        let (class, property) = (class_name(roots, owner, below), camel(below.name()));
        let _ = writeln!(
            out,
            "  /** {}. */\n  get {property}(): {class} {{\n    return new {class}(this.caller);\n  }}",
            spoken(&below.path)
        );
    }
    out + "}\n"
}

fn method(api: &Api, operation: &Operation) -> String {
    let record = api.params(operation);
    let path: Vec<&str> = record.path_fields().map(|field| &*field.name).collect();
    let mut parameters: Vec<String> = path.iter().map(|id| format!("{id}: string")).collect();
    let mut given = Vec::new();
    // A write without parameters of its own takes only its options.
    if record.has_own_parameters() || !operation.writes() {
        let names: Vec<String> = path.iter().map(|id| format!("{id:?}")).collect();
        let kind = match names.as_slice() {
            [] => format!("records.{}", record.name),
            names => format!("Omit<records.{}, {}>", record.name, names.join(" | ")),
        };
        let needed = operation.writes() || record.body_fields().any(|field| field.required);
        parameters.push(format!("params: {kind}{}", if needed { "" } else { " = {}" }));
        given.push("...params");
    }
    match operation.kind {
        Kind::Write => parameters.push("options: CallOptions".to_owned()),
        Kind::Delete => parameters.push("options?: CallOptions".to_owned()),
        Kind::Read => {}
    }
    given.extend(&path);
    let given = match given.as_slice() {
        ["...params"] => "params".to_owned(),
        given => format!("{{ {} }}", given.join(", ")),
    };
    let options = if operation.writes() { ", options" } else { "" };
    let (result, send) = match operation.list {
        true => (answer(operation, "Pages"), "pages"),
        false => (format!("Promise<{}>", answer(operation, "Pages")), "send"),
    };
    let (verb, parameters) = (camel(operation.verb()), parameters.join(", "));
    let mut out = block(&record.docs, "  ");
    let _ = writeln!(out, "  {verb}({parameters}): {result} {{");
    let _ = writeln!(out, "    return this.caller.{send}({:?}, {given}{options});\n  }}", operation.name);
    out
}

/// Returns the object, or the list of them in `list`.
fn answer(operation: &Operation, list: &str) -> String {
    let item = format!("records.{}", operation.answer);
    if operation.list { format!("{list}<{item}>") } else { item }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tests::api;

    #[test]
    fn resources_nest_as_the_names_do() {
        let source = source(&api());
        for part in [
            "  get lineItems(): CheckoutSessionsLineItems {\n",
            "  get sessions(): CheckoutSessions {\n",
            "  list(id: string, params: Omit<records.ListLineItems, \"id\"> = {}): Pages<records.SessionLineItem> {\n    \
             return this.caller.pages(\"checkout.sessions.line_items.list\", { ...params, id });\n",
            "  create(params: records.CreateRefund, options: CallOptions): Promise<records.Refund> {\n    \
             return this.caller.send(\"refunds.create\", params, options);\n",
            "  delete(id: string, options?: CallOptions): Promise<records.DeletedObject> {\n    \
             return this.caller.send(\"webhook_endpoints.delete\", { id }, options);\n",
            "  \"events.list\": { params: records.ListEvents; answer: Page<records.StoredEvent>; options: [] };\n",
        ] {
            assert!(source.contains(part), "{part}");
        }
    }

    #[test]
    fn owners_share_a_class_where_they_have_the_same() {
        let source = source(&api());
        assert_eq!(source.matches("export class Events extends").count(), 1);
        assert!(
            source.contains("export class MerchantV2Core ")
                && source.contains("export class PlatformV2Core ")
        );
        assert!(source.contains("export class Charges ") && !source.contains("class MerchantCharges "));
    }
}
