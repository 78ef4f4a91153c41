//! Writes the façade's resources: one class for each kind of object, one method for each operation, with
//! the core's own documentation.

use std::collections::BTreeSet;
use std::fmt::Write;

use super::records::{Record, objects, records, required};
use crate::declared::operations::Operation;
use crate::declared::words::{camel, pascal};

/// Resources that stand inside of another one, and the names that they have there.
const NESTED: [(&str, &str, &str); 2] =
    [("checkout", "checkout", "sessions"), ("application_fee_refunds", "application_fees", "refunds")];

const HEAD: &str = "package counterfoil

";

/// What every method of a resource throws.
const THROWS: &str = " *
 * Every method throws [CounterfoilException]: before the network with all faults of the parameters at
 * once, afterwards with what Stripe or the connection said. If the thread is interrupted, it throws
 * [InterruptedException]; whether Stripe acted is unknown then.
 */
";

const KEY: &str = "     *
     * @param idempotencyKey the key under which Stripe keeps the answer: 1 to 255 visible ASCII
     * characters. Take it from what must happen once, such as an attempt to pay; see [Merchant.idempotencyKey].
";

/// The source of all resources; `generated` is what UniFFI wrote for the core, with visibilities.
pub(super) fn write(operations: &[Operation], generated: &str) -> Result<String, String> {
    let records = records(generated);
    let mut out = String::from(HEAD);
    for scope in [Scope::Merchant, Scope::Platform] {
        out.push_str(&scope_class(scope, operations));
    }
    let names: Vec<&str> = in_order(operations.iter().map(Operation::resource));
    for name in names {
        for scope in scopes(name, operations) {
            out.push_str(&resource(name, scope, operations, &records)?);
        }
    }
    // Those that are nothing but a place for others.
    for (_, parent, _) in NESTED.iter().filter(|(inner, parent, _)| inner == parent) {
        let properties = properties(parent, Scope::Merchant, operations);
        let name = pascal(parent);
        let _ = write!(
            out,
            "/** A merchant's hosted {name}. */\npublic class {name} internal constructor(private val caller: Caller) {{\n{properties}}}\n\n"
        );
    }
    out.push_str(&translations(operations, generated));
    Ok(out)
}

/// Whose operations: a merchant's, or the platform's own.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Scope {
    Merchant,
    Platform,
    /// The same on both.
    Both,
}

impl Scope {
    fn has(self, operation: &Operation) -> bool {
        match self {
            Scope::Merchant => operation.on_merchant,
            Scope::Platform => operation.on_platform,
            Scope::Both => operation.on_merchant && operation.on_platform,
        }
    }
}

/// A resource has one class if all its operations are for the same; otherwise one for each.
fn scopes(resource: &str, operations: &[Operation]) -> Vec<Scope> {
    let of = of_resource(resource, operations);
    let on: BTreeSet<_> = of.iter().map(|operation| (operation.on_merchant, operation.on_platform)).collect();
    match on.into_iter().collect::<Vec<_>>()[..] {
        [(true, true)] => vec![Scope::Both],
        [(true, false)] => vec![Scope::Merchant],
        [(false, true)] => vec![Scope::Platform],
        _ => vec![Scope::Merchant, Scope::Platform],
    }
}

fn of_resource<'o>(resource: &str, operations: &'o [Operation]) -> Vec<&'o Operation> {
    operations.iter().filter(|operation| operation.resource() == resource).collect()
}

/// The class of a resource.
fn class_name(resource: &str, scope: Scope, operations: &[Operation]) -> String {
    let name = match NESTED.iter().find(|(inner, parent, _)| *inner == resource && inner == parent) {
        Some((_, _, property)) => pascal(property),
        None => pascal(resource),
    };
    match (scopes(resource, operations).len(), scope) {
        (2, Scope::Merchant) => format!("Merchant{name}"),
        (2, _) => format!("Platform{name}"),
        _ => name,
    }
}

/// The class from which `Merchant` or `Platform` has its resources.
fn scope_class(scope: Scope, operations: &[Operation]) -> String {
    let (class, whose) = match scope {
        Scope::Merchant => ("MerchantResources", "a merchant's account"),
        _ => ("PlatformResources", "the platform's own account"),
    };
    let properties = properties("", scope, operations);
    format!(
        "/** What is on {whose}. */\npublic sealed class {class} constructor(internal val caller: Caller) {{\n{properties}}}\n\n"
    )
}

/// The resources inside of another one, or the outermost ones.
fn properties(parent: &str, scope: Scope, operations: &[Operation]) -> String {
    let mut out = String::new();
    let with = operations.iter().filter(|operation| scope.has(operation));
    for name in in_order(with.map(Operation::resource)) {
        let nested = NESTED.iter().find(|(inner, _, _)| *inner == name);
        let (property, class) = match nested {
            // The outer one, which holds nothing but this.
            Some((inner, outer, _)) if parent.is_empty() && inner == outer => (camel(outer), pascal(outer)),
            Some((_, outer, property)) if *outer == parent => {
                ((*property).to_owned(), class_name(name, scope, operations))
            }
            None if parent.is_empty() => (camel(name), class_name(name, scope, operations)),
            _ => continue,
        };
        let words = property_words(&property);
        let _ =
            write!(out, "    /** {words} */\n    public val {property}: {class} get() = {class}(caller)\n\n");
    }
    out
}

/// `paymentIntents` as `Payment intents.`
fn property_words(property: &str) -> String {
    let mut words = String::new();
    for (at, character) in property.chars().enumerate() {
        if at == 0 {
            words.extend(character.to_uppercase());
        } else if character.is_uppercase() {
            words.push(' ');
            words.extend(character.to_lowercase());
        } else {
            words.push(character);
        }
    }
    words + "."
}

fn resource(
    name: &str,
    scope: Scope,
    operations: &[Operation],
    records: &[Record<'_>],
) -> Result<String, String> {
    let class = class_name(name, scope, operations);
    let what = match NESTED.iter().find(|(inner, parent, _)| *inner == name && inner == parent) {
        Some((_, parent, property)) => format!("{parent} {property}"),
        None => name.replace('_', " "),
    };
    let whose = match scope {
        Scope::Merchant => format!("{what} on a merchant's account"),
        Scope::Platform => format!("{what} on the platform's own account"),
        Scope::Both => format!("{what} on one account, a merchant's or the platform's own"),
    };
    let mut out = format!(
        "/**\n * Stripe's {whose}.\n{THROWS}public class {class} internal constructor(private val caller: Caller) {{\n"
    );
    for operation in of_resource(name, operations).into_iter().filter(|operation| scope.has(operation)) {
        let record = records
            .iter()
            .find(|record| record.name == operation.record)
            .ok_or_else(|| format!("`{}` is not among the generated records", operation.record))?;
        out.push_str(&methods(operation, record));
    }
    if NESTED.iter().all(|(inner, parent, _)| *inner != name || inner != parent) {
        out.push_str(&properties(name, scope, operations));
    }
    out.push_str("}\n\n");
    Ok(out)
}

/// The methods of an operation: with its record, and with an id alone where that is enough.
fn methods(operation: &Operation, record: &Record<'_>) -> String {
    let Operation { record: params, answer, writes, deletes, .. } = operation;
    let name = method_name(operation);
    let required = required(record);
    let doc = documentation(record.doc, *writes);
    let (key, pass) = match (*writes, *deletes) {
        (_, true) => (", idempotencyKey: String? = null", "idempotencyKey"),
        (true, _) => (", idempotencyKey: String", "idempotencyKey"),
        _ => ("", "null"),
    };
    let with_or_without = if *deletes { "    @JvmOverloads\n" } else { "" };
    let (overloads, default) = if required.is_empty() && !writes {
        ("    @JvmOverloads\n", format!(" = {params}()"))
    } else {
        (with_or_without, String::new())
    };
    let mut out = format!(
        "{doc}{overloads}    @Throws(InterruptedException::class)\n    public fun {name}(params: {params}{default}{key}): {answer} = caller.call(params, {pass}).send()\n\n"
    );
    let most = if *writes { 1 } else { 2 };
    let is_text = required.iter().all(|field| field.kind == "kotlin.String");
    if (1..=most).contains(&required.len()) && is_text && operation.verb() != "update" {
        let parameters: Vec<String> =
            required.iter().map(|field| format!("{}: String", field.name)).collect();
        let arguments: Vec<&str> = required.iter().map(|field| field.name).collect();
        let (parameters, arguments) = (parameters.join(", "), arguments.join(", "));
        let pass = if *writes { ", idempotencyKey" } else { "" };
        let _ = write!(
            out,
            "{doc}{with_or_without}    @Throws(InterruptedException::class)\n    public fun {name}({parameters}{key}): {answer} = {name}({params}({arguments}){pass})\n\n"
        );
    }
    out
}

/// `listLineItems` for `checkout.line_items`: what is answered with a page lists.
fn method_name(operation: &Operation) -> String {
    let verb = operation.verb();
    if operation.answer.starts_with("Page<") && verb != "list" {
        format!("list{}", pascal(verb))
    } else {
        camel(verb)
    }
}

/// A record's comment as that of a method.
fn documentation(doc: &str, writes: bool) -> String {
    let lines = doc.lines().map(str::trim).filter(|line| line.starts_with('*') && *line != "*/");
    let mut out = String::from("    /**\n");
    for line in lines {
        let _ = writeln!(out, "     {line}");
    }
    if writes {
        out.push_str(KEY);
    }
    out + "     */\n"
}

/// The two unions of the library, put on and taken off.
fn translations(operations: &[Operation], generated: &str) -> String {
    let mut out =
        String::from("internal fun toNative(operation: Operation<*>): AnyOperation = when (operation) {\n");
    for Operation { record, .. } in operations {
        let _ = writeln!(out, "    is {record} -> AnyOperation.{record}(operation)");
    }
    out.push_str(
        "}\n\ninternal fun parametersOf(operation: AnyOperation): Operation<*> = when (operation) {\n",
    );
    for Operation { record, .. } in operations {
        let _ = writeln!(out, "    is AnyOperation.{record} -> operation.v1");
    }
    let objects = objects(generated);
    out.push_str("}\n\ninternal fun toNative(read: StripeObject): AnyObject = when (read) {\n");
    for object in &objects {
        let _ = writeln!(out, "    is {object} -> AnyObject.{object}(read)");
    }
    out.push_str("}\n\n/** The object; [raw] is its JSON where that came apart from it. */\n");
    out.push_str(
        "internal fun valueOf(read: AnyObject, raw: String? = null): StripeObject = when (read) {\n",
    );
    for object in &objects {
        let _ = writeln!(
            out,
            "    is AnyObject.{object} -> if (raw == null) read.v1 else read.v1.copy(raw = raw)"
        );
    }
    out + "}\n"
}

/// Every name once, where it came first.
fn in_order<'n>(names: impl Iterator<Item = &'n str>) -> Vec<&'n str> {
    let mut seen = BTreeSet::new();
    names.filter(|name| seen.insert(*name)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn operation(record: &str, name: &str, answer: &str, scope: Scope) -> Operation {
        Operation {
            record: record.into(),
            name: name.into(),
            answer: answer.into(),
            writes: name.ends_with("create"),
            deletes: false,
            on_merchant: scope != Scope::Platform,
            on_platform: scope != Scope::Merchant,
        }
    }

    fn record(name: &str, field: &str) -> String {
        format!(
            "/**\n * Does it.\n */\npublic data class {name} (\n    val {field} \n    \n){{\n    companion object\n}}\n"
        )
    }

    #[test]
    fn a_resource_has_a_method_for_each_operation() {
        let operations = [
            operation("CreateRefund", "refunds.create", "Refund", Scope::Merchant),
            operation("RetrieveRefund", "refunds.retrieve", "Refund", Scope::Merchant),
            operation("ListRefunds", "refunds.list", "Page<Refund>", Scope::Merchant),
        ];
        let generated = record("CreateRefund", "`amount`: kotlin.Long? = null")
            + &record("RetrieveRefund", "`id`: kotlin.String")
            + &record("ListRefunds", "`limit`: kotlin.Long? = null")
            + "    data class Refund(\n        val v1: counterfoil.Refund) : AnyObject()\n";
        let written = write(&operations, &generated).unwrap();
        for part in [
            "    public val refunds: Refunds get() = Refunds(caller)\n",
            "    public fun create(params: CreateRefund, idempotencyKey: String): Refund = caller.call(params, idempotencyKey).send()\n",
            "    public fun retrieve(id: String): Refund = retrieve(RetrieveRefund(id))\n",
            "    public fun list(params: ListRefunds = ListRefunds()): Page<Refund> = caller.call(params, null).send()\n",
            "    /**\n     * Does it.\n",
            "    is CreateRefund -> AnyOperation.CreateRefund(operation)\n",
            "    is AnyObject.Refund -> if (raw == null) read.v1 else read.v1.copy(raw = raw)\n",
            "    is Refund -> AnyObject.Refund(read)\n",
        ] {
            assert!(written.contains(part), "{part}\n{written}");
        }
        assert!(!written.contains("platform's own account. */\npublic val refunds"));
    }

    #[test]
    fn a_resource_of_both_accounts_with_an_operation_of_one_has_two_classes() {
        let operations = [
            operation("RetrieveEvent", "events.retrieve", "StoredEvent", Scope::Both),
            operation("ListEvents", "events.list", "Page<StoredEvent>", Scope::Platform),
        ];
        let generated = record("RetrieveEvent", "`id`: kotlin.String")
            + &record("ListEvents", "`limit`: kotlin.Long? = null");
        let written = write(&operations, &generated).unwrap();
        assert!(written.contains("public val events: MerchantEvents"));
        assert!(written.contains("public val events: PlatformEvents"));
        assert_eq!(written.matches("fun list(").count(), 1);
    }

    #[test]
    fn names_nest_as_the_product_does() {
        let operations = [
            operation("CreateSession", "checkout.create", "Session", Scope::Merchant),
            operation("ListLineItems", "checkout.line_items", "Page<SessionLineItem>", Scope::Merchant),
            operation(
                "RetrieveApplicationFee",
                "application_fees.retrieve",
                "ApplicationFee",
                Scope::Platform,
            ),
            operation("ListFeeRefunds", "application_fee_refunds.list", "Page<FeeRefund>", Scope::Platform),
        ];
        let generated: String =
            operations.iter().map(|operation| record(&operation.record, "`id`: kotlin.String")).collect();
        let written = write(&operations, &generated).unwrap();
        for part in [
            "public val checkout: Checkout get()",
            "public class Checkout internal constructor(private val caller: Caller) {\n    /** Sessions. */\n    public val sessions: Sessions get()",
            "public val applicationFees: ApplicationFees get()",
            "    public val refunds: ApplicationFeeRefunds get()",
            "public fun listLineItems(id: String)",
        ] {
            assert!(written.contains(part), "{part}\n{written}");
        }
        assert!(!written.contains("val applicationFeeRefunds"));
    }

    #[test]
    fn a_record_that_is_not_generated_is_an_error() {
        let operations = [operation("CreateRefund", "refunds.create", "Refund", Scope::Merchant)];
        assert!(write(&operations, "").is_err());
    }
}
