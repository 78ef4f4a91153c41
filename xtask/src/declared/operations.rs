//! The operations as the core declares them: the façade's methods are written from this list, so that
//! it has what the core has.

use std::fs;
use std::path::Path;

use xtask_process::root;

/// One operation.
pub(crate) struct Operation {
    /// The record with its parameters.
    pub(crate) record: String,
    /// `refunds.create`
    pub(crate) name: String,
    /// `Refund`, or `Page<Refund>`.
    pub(crate) answer: String,
    pub(crate) writes: bool,
    /// Whether it writes and can do without a key.
    pub(crate) deletes: bool,
    pub(crate) on_merchant: bool,
    pub(crate) on_platform: bool,
}

impl Operation {
    /// What the record implements: who can send it, and what it is answered with.
    pub(crate) fn supertypes(&self) -> String {
        let kind = match (self.writes, self.deletes) {
            (_, true) => "Delete",
            (true, _) => "Write",
            _ => "Read",
        };
        let owners = [("Merchant", self.on_merchant), ("Platform", self.on_platform)];
        let owners = owners.into_iter().filter(|(_, owns)| *owns);
        owners.map(|(owner, _)| format!("{owner}{kind}<{}>", self.answer)).collect::<Vec<_>>().join(", ")
    }

    /// `refunds` of `refunds.create`.
    pub(crate) fn resource(&self) -> &str {
        self.name.split('.').next().unwrap_or_default()
    }

    /// `create` of `refunds.create`.
    pub(crate) fn verb(&self) -> &str {
        self.name.rsplit('.').next().unwrap_or_default()
    }
}

/// All operations, in the order of the core's table.
pub(crate) fn operations() -> Result<Vec<Operation>, String> {
    let mut sources = Vec::new();
    collect(&root().join("core/src"), &mut sources)?;
    let table = sources.iter().find_map(|source| between(source, "\noperations! {", "\n}"));
    let table = table.ok_or("core/src has no table `operations!`")?;
    let lines = table.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with("//"));
    lines.map(|line| operation(line, &sources)).collect()
}

/// Reads a line of the table, such as `CreateRefund = "refunds.create", Merchant;`.
fn operation(line: &str, sources: &[String]) -> Result<Operation, String> {
    let parts: Vec<&str> = line.split(['=', ',', ';']).map(str::trim).collect();
    let [record, name, scope, ..] = parts[..] else {
        return Err(format!("the core's table of operations has another form than is read here: {line}"));
    };
    let name = name.trim_matches('"');
    let (answer, writes, deletes) = sources.iter().find_map(|source| declared(source, record, name)).ok_or_else(|| {
        format!("found no declaration of `{name}`: neither `operation!({record}, …)` nor `impl Operation for {record}`")
    })?;
    let on = |owner| scope == owner || scope == "Both";
    Ok(Operation {
        record: record.to_owned(),
        name: name.to_owned(),
        answer,
        writes,
        deletes,
        on_merchant: on("Merchant"),
        on_platform: on("Platform"),
    })
}

/// What an operation answers with, and whether it writes and deletes, as a source declares it.
fn declared(source: &str, record: &str, name: &str) -> Option<(String, bool, bool)> {
    if let Some(by_hand) = between(source, &format!("impl Operation for {record} {{"), "\n}") {
        let answer = between(by_hand, "type Answer = ", ";")?;
        return Some((answer.to_owned(), source.contains(&format!("impl Write for {record} ")), false));
    }
    let declarations = source.split("\noperation!(").skip(1).filter_map(|rest| rest.split(");").next());
    let declaration = declarations.into_iter().find(|text| text.contains(&format!("\"{name}\"")))?;
    let answer = between(declaration, "-> ", ",")?;
    let deletes = declaration.contains("Delete:");
    Some((answer.to_owned(), deletes || declaration.contains("Write:"), deletes))
}

fn between<'s>(source: &'s str, start: &str, end: &str) -> Option<&'s str> {
    source.split_once(start)?.1.split(end).next()
}

pub(crate) fn collect(folder: &Path, sources: &mut Vec<String>) -> Result<(), String> {
    let error = |error: std::io::Error| format!("{}: {error}", folder.display());
    for entry in fs::read_dir(folder).map_err(error)? {
        let path = entry.map_err(error)?.path();
        if path.is_dir() {
            collect(&path, sources)?;
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            sources.push(fs::read_to_string(&path).map_err(error)?);
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn operations_are_read_as_they_are_declared() {
        let operations = operations().unwrap();
        let find = |name: &str| operations.iter().find(|operation| operation.name == name).unwrap();
        let refund = find("refunds.create");
        assert_eq!((&*refund.record, &*refund.answer), ("CreateRefund", "Refund"));
        assert_eq!(refund.supertypes(), "MerchantWrite<Refund>");
        assert_eq!(
            find("events.list").supertypes(),
            "MerchantRead<Page<StoredEvent>>, PlatformRead<Page<StoredEvent>>"
        );
        assert_eq!(find("application_fees.list").supertypes(), "PlatformRead<Page<ApplicationFee>>");
        assert_eq!(find("checkout.create").supertypes(), "MerchantWrite<Session>");
        assert_eq!(find("webhook_endpoints.delete").supertypes(), "PlatformDelete<DeletedObject>");
        assert_eq!((refund.resource(), refund.verb()), ("refunds", "create"));
    }

    #[test]
    fn an_operation_without_a_declaration_is_an_error() {
        assert!(operation("MakeRefund = \"refunds.make\", Merchant;", &[]).is_err());
        assert!(operation("MakeRefund", &[]).is_err());
    }
}
