//! Connections that begin to say something and stop.

use std::io::{BufRead, BufReader, ErrorKind, Read, Write};
use std::net::TcpStream;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use crate::program::{Folder, Program, command, command_with_usual_limits};

const HALF_A_HEAD: &str = "POST /create-checkout-session HTTP/1.1\r\nHost: shop\r\n";
const HALF_A_BODY: &str = "POST /create-checkout-session HTTP/1.1\r\nHost: shop\r\n\
    Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 100\r\n\r\ntoken=";

/// In which environment variables the test is told to be the one that holds connections open.
const HOLD: [&str; 2] = ["HALF_OPEN_ADDRESS", "HALF_OPEN_TEXT"];
const COUNT: usize = 1_000;
/// How long they are held at most, if nobody ends that before.
const HELD: Duration = Duration::from_secs(60);

/// Holds connections open in a process of its own, where their number is no matter to other tests.
struct Holder(Child);

impl Holder {
    fn start(url: &str, text: &str) -> Self {
        let mut command = Command::new("sh");
        let test = "half_open::thousands_of_half_open_connections_leave_room_for_customers";
        command.args(["-c", "ulimit -n 2048; exec \"$0\" \"$@\""]).arg(std::env::current_exe().unwrap());
        command.args([test, "--exact", "--nocapture"]);
        command.env(HOLD[0], url.trim_start_matches("http://")).env(HOLD[1], text);
        let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
        let lines = BufReader::new(child.stdout.take().unwrap()).lines();
        let ready = lines.map_while(Result::ok).any(|line| line.ends_with("holding"));
        assert!(ready, "{COUNT} sockets could not be opened: is `ulimit -n 2048` allowed here?");
        Holder(child)
    }
}

impl Drop for Holder {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// What the holder does, until its input ends or its time is over.
fn hold(address: &str, text: &str) {
    let mut connections = Vec::new();
    for _ in 0..COUNT {
        let mut connection = TcpStream::connect(address).unwrap();
        // The server may have closed it already, to make room.
        let _ = connection.write_all(text.as_bytes());
        connections.push(connection);
    }
    println!("\nholding");
    std::thread::spawn(|| {
        std::thread::sleep(HELD);
        std::process::exit(1);
    });
    let _ = std::io::stdin().read(&mut [0]);
}

#[test]
fn thousands_of_half_open_connections_leave_room_for_customers() {
    if let [Ok(address), Ok(text)] = HOLD.map(std::env::var) {
        return hold(&address, &text);
    }
    let folder = Folder::create();
    let program = Program::start(&mut command_with_usual_limits(&folder.0));
    let mut holders = Vec::new();
    let began = Instant::now();
    for text in ["", HALF_A_HEAD, HALF_A_BODY] {
        holders.push(Holder::start(&program.url, text));
        for path in ["/", "/orders", "/admin"] {
            let start = Instant::now();
            let request = format!("GET {path} HTTP/1.1\r\nHost: shop\r\nConnection: close\r\n\r\n");
            let response = ask(&program.url, &request);
            assert!(response.starts_with("HTTP/1.1 200 OK"), "{text:?}: {response:?}");
            assert!(start.elapsed() < Duration::from_secs(5), "{text:?}: {:?}", start.elapsed());
        }
    }
    // None of the holders has given up meanwhile.
    assert!(began.elapsed() < HELD, "{:?}", began.elapsed());
    drop(holders);
    program.stop();
}

/// Sends a text and reads until the server closes the connection.
fn ask(url: &str, text: &str) -> String {
    let mut connection = connect(url);
    connection.write_all(text.as_bytes()).unwrap();
    rest(&mut connection)
}

fn connect(url: &str) -> TcpStream {
    let connection = TcpStream::connect(url.trim_start_matches("http://")).unwrap();
    connection.set_read_timeout(Some(Duration::from_secs(20))).unwrap();
    connection
}

fn rest(connection: &mut TcpStream) -> String {
    let mut response = Vec::new();
    match connection.read_to_end(&mut response) {
        Ok(_) => {}
        Err(error) if error.kind() == ErrorKind::ConnectionReset => {}
        Err(error) => panic!("still open after 20 s: {error}"),
    }
    String::from_utf8(response).unwrap()
}

/// Sends a text, then one byte every half second; what comes back, and after how long.
fn drip(url: &str, text: &str) -> (String, Duration) {
    let start = Instant::now();
    let mut connection = connect(url);
    connection.write_all(text.as_bytes()).unwrap();
    let mut dripping = connection.try_clone().unwrap();
    std::thread::spawn(move || {
        while start.elapsed() < Duration::from_secs(20) && dripping.write_all(b"x").is_ok() {
            std::thread::sleep(Duration::from_millis(500));
        }
    });
    (rest(&mut connection), start.elapsed())
}

#[test]
fn heads_and_bodies_have_to_come_in_time() {
    let folder = Folder::create();
    let program = Program::start(&mut command(&folder.0));
    let url = program.url.clone();
    let webhook = "POST /webhooks/stripe HTTP/1.1\r\nHost: shop\r\nContent-Length: 100\r\n\r\n";
    let quiet = std::thread::scope(|scope| {
        let head = scope.spawn(|| drip(&url, HALF_A_HEAD));
        let body = scope.spawn(|| drip(&url, HALF_A_BODY));
        let event = scope.spawn(|| drip(&url, webhook));
        let idle = scope.spawn(|| {
            let start = Instant::now();
            (rest(&mut connect(&url)), start.elapsed())
        });
        [head, body, event, idle].map(|one| one.join().unwrap())
    });
    for ((response, took), expected) in quiet.iter().zip(["", "HTTP/1.1 408 ", "HTTP/1.1 408 ", ""]) {
        assert!(response.starts_with(expected), "{expected:?}: {response:?}");
        assert!((8..15).contains(&took.as_secs()), "{took:?}");
    }
    program.stop();
}
