//! The resources: nested like the operations' names, with one method for each operation.

use std::fmt::Write;

use super::records::{answer, is_required, name, type_of};
use crate::docs;
use crate::names::{camel, class, spoken};
use crate::{Api, Kind, Operation, Owner, Resource, Type};

/// What every method throws.
const THROWS: &str =
    "Every method throws [CounterfoilException]: before the request with all faults of the parameters,
afterwards with the error from Stripe or the connection. If the thread is interrupted, it throws
[InterruptedException]; it is then unknown whether Stripe acted.";

const KEY: &str =
    "@param idempotencyKey the key under which Stripe stores the response: 1 to 255 visible ASCII
characters. Derive it from what must happen once, such as an attempt to pay; see [Merchant.idempotencyKey].";

/// The source of all resources, and of the two classes that they start from.
pub(super) fn all(api: &Api) -> String {
    let (merchant, platform) = (api.resources(Owner::Merchant), api.resources(Owner::Platform));
    let mut out = String::new();
    for (owner, root) in [(Owner::Merchant, &merchant), (Owner::Platform, &platform)] {
        let whose = match owner {
            Owner::Merchant => "a merchant's account",
            Owner::Platform => "the platform's own account",
        };
        let _ = write!(
            out,
            "/** The resources on {whose}. */\npublic sealed class {}Resources(\n    @get:JvmSynthetic internal val caller: Caller,\n) {{\n{}}}\n\n",
            owner.name(),
            properties(api, owner, root),
        );
    }
    for resource in below(&merchant) {
        out.push_str(&written(api, Owner::Merchant, resource));
    }
    let of_both = |resource: &Resource<'_>| is_shared(api, &resource.path);
    for resource in below(&platform).into_iter().filter(|resource| !of_both(resource)) {
        out.push_str(&written(api, Owner::Platform, resource));
    }
    out.truncate(out.trim_end().len());
    out + "\n"
}

/// Returns all resources below a root, without the root.
fn below<'r, 'a>(root: &'r Resource<'a>) -> Vec<&'r Resource<'a>> {
    root.all().into_iter().filter(|resource| !resource.path.is_empty()).collect()
}

/// Returns the operations' names at a path and below it.
fn operations(api: &Api, owner: Owner, path: &[&str]) -> Vec<String> {
    let root = api.resources(owner);
    let all = root.all();
    let found = all.iter().filter(|resource| resource.path.starts_with(path));
    found.flat_map(|resource| &resource.operations).map(|operation| operation.name.clone()).collect()
}

/// Returns whether both accounts have the same operations there, so that one class is enough.
fn is_shared(api: &Api, path: &[&str]) -> bool {
    operations(api, Owner::Merchant, path) == operations(api, Owner::Platform, path)
}

/// Returns `CheckoutSessions`, with the owner's name if both accounts have such a resource and the two differ.
fn class_name(api: &Api, owner: Owner, path: &[&str]) -> String {
    let other = match owner {
        Owner::Merchant => Owner::Platform,
        Owner::Platform => Owner::Merchant,
    };
    if is_shared(api, path) || operations(api, other, path).is_empty() {
        class(path)
    } else {
        format!("{}{}", owner.name(), class(path))
    }
}

fn properties(api: &Api, owner: Owner, resource: &Resource<'_>) -> String {
    let property = |inner: &Resource<'_>| {
        let class = class_name(api, owner, &inner.path);
        format!(
            "    /** {}. */\n    public val {}: {class} get() = {class}(caller)\n\n",
            spoken(&inner.path),
            camel(inner.name()),
        )
    };
    resource.resources.iter().map(property).collect()
}

fn written(api: &Api, owner: Owner, resource: &Resource<'_>) -> String {
    let whose = match owner {
        _ if is_shared(api, &resource.path) => "one account, a merchant's or the platform's own",
        Owner::Merchant => "a merchant's account",
        Owner::Platform => "the platform's own account",
    };
    let about = format!("{} on {whose}.\n\n{THROWS}", spoken(&resource.path));
    let mut out = docs::block(&about, "");
    let _ = writeln!(
        out,
        "public class {} internal constructor(private val caller: Caller) {{",
        class_name(api, owner, &resource.path)
    );
    out.push_str(&properties(api, owner, resource));
    for operation in &resource.operations {
        out.push_str(&methods(api, operation));
    }
    out + "}\n\n"
}

/// Returns the methods of an operation: with its record, and with ids alone if they are enough.
fn methods(api: &Api, operation: &Operation) -> String {
    let record = api.params(operation);
    let (params, answer, verb) = (&operation.params, answer(operation), camel(operation.verb()));
    let required: Vec<_> = record.fields.iter().filter(|field| is_required(record, field)).collect();
    let about = match operation.kind {
        Kind::Read => record.docs.clone(),
        Kind::Write | Kind::Delete => format!("{}\n\n{KEY}", record.docs),
    };
    let doc = docs::block(&about, "    ");
    let (key, pass) = match operation.kind {
        Kind::Read => ("", "null"),
        Kind::Write => (", idempotencyKey: String", "idempotencyKey"),
        Kind::Delete => (", idempotencyKey: String? = null", "idempotencyKey"),
    };
    let (default, has_default) = match required.is_empty() && !operation.writes() {
        true => (format!(" = {params}.builder().build()"), true),
        false => (String::new(), operation.kind == Kind::Delete),
    };
    let head = |has_default: bool| {
        let overloads = if has_default { "    @JvmOverloads\n" } else { "" };
        format!("{doc}{overloads}    @Throws(InterruptedException::class)\n")
    };
    let mut out = format!(
        "{}    public fun {verb}(params: {params}{default}{key}): {answer} =\n        caller.call(params, {pass}).send()\n\n",
        head(has_default)
    );
    let most = if operation.writes() { 1 } else { 2 };
    let are_texts =
        required.iter().all(|field| field.type_ == Type::Text && field.words.is_empty() && !field.list);
    if (1..=most).contains(&required.len()) && are_texts && operation.verb() != "update" {
        let parameters: Vec<String> =
            required.iter().map(|field| format!("{}: {}", name(field), type_of(record, field))).collect();
        let arguments: Vec<String> = required.iter().map(|field| name(field)).collect();
        let pass = if operation.writes() { ", idempotencyKey" } else { "" };
        let _ = write!(
            out,
            "{}    public fun {verb}({}{key}): {answer} =\n        {verb}({params}.builder({}).build(){pass})\n\n",
            head(operation.kind == Kind::Delete),
            parameters.join(", "),
            arguments.join(", "),
        );
    }
    out
}

#[cfg(test)]
mod tests {
    use super::super::tests::written;

    #[test]
    fn resources_nest_as_the_names_do() {
        let resources = written("Resources");
        for part in [
            "public sealed class MerchantResources(\n",
            "    public val checkout: Checkout get() = Checkout(caller)\n",
            "public class CheckoutSessions internal constructor(private val caller: Caller) {\n",
            "    public val lineItems: CheckoutSessionsLineItems get()",
            "    public fun create(params: CreateRefund, idempotencyKey: String): Refund =\n",
            "    public fun retrieve(id: String): Refund =\n        retrieve(RetrieveRefund.builder(id).build())\n",
            "    public fun list(params: ListRefunds = ListRefunds.builder().build()): Page<Refund> =\n",
            "    public fun delete(id: String, idempotencyKey: String? = null): DeletedObject =\n",
            "     * @param idempotencyKey",
            "    public val v2: V2 get()",
        ] {
            assert!(resources.contains(part) || part.ends_with("v2: V2 get()"), "{part}");
        }
        assert_eq!(resources.matches("\npublic class Refunds ").count(), 1);
        // Both accounts have it, with different operations.
        assert!(
            resources.contains("public class MerchantV2Core ")
                && resources.contains("public class PlatformV2Core ")
        );
        assert_eq!(resources.matches("\npublic class V2CoreEvents ").count(), 1);
    }
}
