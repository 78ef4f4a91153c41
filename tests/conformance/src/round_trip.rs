//! Every language against the offline Stripe: the driver builds a request, this module sends its bytes over a
//! socket, and the driver reads the response. Neither side shares code with the other.

use std::io::{BufRead, BufReader, Lines, Write};
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};

use serde_json::{Value, json};
use xtask_process::{Outcome, Report, root, run};

use crate::Driver;
use crate::base64::base64;
use crate::http::exchange;

const SELLER: &str = "acct_liveSeller";
const OTHER: &str = "acct_liveOther";

/// Runs the round trips with drivers that are already built.
pub fn talk_to_the_offline_stripe<D: Driver>(drivers: &[D], report: &mut Report) {
    let mut simulator = None;
    report.check("the offline Stripe, for all languages", || {
        run(Command::new("cargo")
            .args(["build", "--quiet", "--package", "stripe-simulator"])
            .current_dir(root()))?;
        simulator = Some(Simulator::start()?);
        Ok(())
    });
    let Some(simulator) = simulator else { return };
    for driver in drivers {
        report.check(&format!("{} talks to the offline Stripe", driver.name()), || {
            let mut talk = Talk::with(driver)?;
            round_trip(&mut talk, &simulator, driver.name())?;
            sign_up(&mut talk, &simulator, driver.name())
        });
    }
}

/// A key creates one session, which only its own account can retrieve, and the key accepts no other
/// parameters.
fn round_trip(talk: &mut Talk, simulator: &Simulator, key: &str) -> Outcome {
    let params = |quantity: u32| {
        json!({
            "mode": "payment",
            "line_items": [{
                "price_data": {"currency": "eur", "unit_amount": 2000, "product_data": {"name": "T-shirt & Ü"}},
                "quantity": quantity,
            }],
            "application_fee": {"basis_points": 250, "fixed": 30},
            "client_reference_id": "order-42",
            "metadata": {"order": "42 = ü"},
            "success_url": "https://shop.example/thanks?a=1&session={CHECKOUT_SESSION_ID}#top",
        })
    };
    let mut create =
        |quantity| talk.call(simulator, "checkout.sessions.create", SELLER, &params(quantity), Some(key));
    let session = create(2)?;
    expect("a session", &session["ok"]["amount_total"], &json!(4000))?;
    expect("its metadata", &session["ok"]["metadata"], &json!({"order": "42 = ü"}))?;
    let again = create(2)?;
    expect("the same session for the same key", &again["ok"]["id"], &session["ok"]["id"])?;
    let changed = create(3)?;
    expect("a refusal of other parameters", &changed["error"]["code"], &json!("idempotency_error"))?;

    let id = json!({ "id": session["ok"]["id"] });
    let mut retrieve = |account| talk.call(simulator, "checkout.sessions.retrieve", account, &id, None);
    let found = retrieve(SELLER)?;
    expect("the session, open", &found["ok"]["status"], &json!("open"))?;
    expect("its reference", &found["ok"]["client_reference_id"], &json!("order-42"))?;
    let lost = retrieve(OTHER)?;
    expect("no session on another account", &lost["error"]["code"], &json!("resource_missing"))?;
    expect("the status of that", &lost["error"]["status"], &json!(404))
}

/// A merchant with an account of v2 is led through what is missing, by no more than what `onboard` says.
fn sign_up(talk: &mut Talk, simulator: &Simulator, key: &str) -> Outcome {
    let refresh_url = "https://platform.example/again";
    let mut account: Option<Value> = None;
    let mut stages = Vec::new();
    // One step more than there is to do, so that a step that leads nowhere is seen.
    for step in 0..4 {
        let mut input = json!({ "needed": ["klarna_payments"], "refresh_url": refresh_url });
        if let Some(account) = &account {
            input["account"] = account.clone();
        }
        let told = talk.ask("merchants.onboard", &input)?;
        stages.push(told["ok"]["stage"].as_str().unwrap_or("none").to_owned());
        let next = &told["ok"]["next"];
        let (Some(operation), Some(params)) = (next["operation"].as_str(), next["params"].as_str()) else {
            break;
        };
        let mut params: Value = serde_json::from_str(params).map_err(|error| error.to_string())?;
        if operation == "v2.core.accounts.create" {
            params["dashboard"] = "express".into();
            params["display_name"] = "Ada & Ü".into();
            params["identity"] = json!({ "country": "at" });
        }
        let input = json!({
            "operation": operation,
            "params": params,
            "secret_key": "sk_test_simulator",
            "idempotency_key": format!("{key}-{step}"),
        });
        let answer = simulator.ask(&talk.ask("request.build", &input)?["ok"])?;
        let Some(url) = answer["url"].as_str() else {
            account = Some(answer);
            continue;
        };
        // The merchant answers everything; where it is sent afterwards does not matter here.
        simulator.press(url)?;
        let id = account.as_ref().map_or(&Value::Null, |account| &account["id"]);
        let input = json!({
            "operation": "v2.core.accounts.retrieve",
            "params": { "id": id, "include": ["configuration.merchant", "requirements"] },
            "secret_key": "sk_test_simulator",
        });
        account = Some(simulator.ask(&talk.ask("request.build", &input)?["ok"])?);
    }
    expect("the stages", &json!(stages), &json!(["new", "details_needed", "ready"]))
}

fn expect(what: &str, got: &Value, expected: &Value) -> Outcome {
    if got == expected { Ok(()) } else { Err(format!("expected {what}: {expected}, got {got}")) }
}

/// A running driver, to which one line at a time is sent.
struct Talk {
    process: Child,
    input: ChildStdin,
    answers: Lines<BufReader<ChildStdout>>,
}

impl Talk {
    fn with(driver: &impl Driver) -> Result<Self, String> {
        let mut process = driver
            .command()
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .map_err(|error| format!("did not start: {error}"))?;
        let input = process.stdin.take().ok_or("no standard input")?;
        let answers = BufReader::new(process.stdout.take().ok_or("no standard output")?).lines();
        Ok(Talk { process, input, answers })
    }

    /// Builds a request, sends it, and has the driver read the response.
    fn call(
        &mut self,
        simulator: &Simulator,
        operation: &str,
        account: &str,
        params: &Value,
        key: Option<&str>,
    ) -> Result<Value, String> {
        let mut input = json!({
            "operation": operation,
            "params": params,
            "secret_key": "sk_test_simulator",
            "account": account,
        });
        if let Some(key) = key {
            input["idempotency_key"] = key.into();
        }
        let built = self.ask("request.build", &input)?;
        let mut answer = simulator.send(&built["ok"])?;
        answer["operation"] = operation.into();
        self.ask("response.read", &answer)
    }

    fn ask(&mut self, op: &str, input: &Value) -> Result<Value, String> {
        let request = json!({ "id": 1, "op": op, "in": input });
        writeln!(self.input, "{request}").map_err(|error| error.to_string())?;
        let line = self.answers.next().ok_or("it stopped answering")?.map_err(|error| error.to_string())?;
        serde_json::from_str(&line).map_err(|error| format!("an answer is not JSON: {error}: {line}"))
    }
}

impl Drop for Talk {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// The offline Stripe as a program; dropping it ends it.
struct Simulator {
    process: Child,
    address: String,
}

impl Simulator {
    fn start() -> Result<Self, String> {
        let mut process = Command::new(root().join("target/debug/stripe-simulator"))
            .args(["--port", "0", "--secret-key", "sk_test_simulator"])
            .args(["--account", &format!("{SELLER}=Seller"), "--account", &format!("{OTHER}=Other")])
            .stdout(Stdio::piped())
            .spawn()
            .map_err(|error| format!("the simulator did not start: {error}"))?;
        let mut line = String::new();
        if let Some(output) = process.stdout.take() {
            BufReader::new(output).read_line(&mut line).map_err(|error| error.to_string())?;
        }
        let address = line.trim().rsplit_once("http://").map(|(_, address)| address.to_owned());
        let mut simulator = Simulator { process, address: String::new() };
        simulator.address = address.ok_or_else(|| format!("the simulator printed `{}`", line.trim()))?;
        Ok(simulator)
    }

    /// Sends a request as the driver wrote it, but to here, and returns Stripe's JSON.
    fn ask(&self, request: &Value) -> Result<Value, String> {
        let answer = exchange(&self.address, request)?;
        let json = serde_json::from_slice(&answer.body).map_err(|error| error.to_string())?;
        if answer.status == 200 { Ok(json) } else { Err(format!("{}: {json}", answer.status)) }
    }

    /// Presses the button of a page.
    fn press(&self, url: &str) -> Outcome {
        exchange(&self.address, &json!({ "method": "POST", "url": url, "headers": [], "body": "" }))?;
        Ok(())
    }

    /// Sends a request as the driver wrote it, but to this address, and returns the response in the
    /// protocol's form.
    fn send(&self, request: &Value) -> Result<Value, String> {
        let answer = exchange(&self.address, request)?;
        Ok(json!({
            "status": answer.status,
            "headers": answer.headers,
            "body_b64": base64(&answer.body),
        }))
    }
}

impl Drop for Simulator {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}
