//! E-mails that leave, by a mail server that takes notes.

use std::sync::{Arc, Mutex, mpsc};
use std::time::Duration;

use sqlx::{AnyConnection, Connection, Row};
use stripe_simulator::{Account, Endpoint, Simulator};
use tokio::io::{AsyncBufReadExt, AsyncWriteExt, BufStream};
use tokio::net::TcpListener;

use crate::program::{Folder, Program, buy, command};
use crate::support::{BAKERY, KEY, SECRET, on_each_database_with};

/// Refuses the first message, takes all others.
async fn mail_server() -> (String, Arc<Mutex<Vec<String>>>) {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("smtp://{}", listener.local_addr().unwrap());
    let taken = Arc::new(Mutex::new(Vec::new()));
    let notes = Arc::clone(&taken);
    tokio::spawn(async move {
        let mut is_first = true;
        loop {
            let (stream, _) = listener.accept().await.unwrap();
            serve(BufStream::new(stream), &notes, &mut is_first).await;
        }
    });
    (url, taken)
}

async fn serve(
    mut stream: BufStream<tokio::net::TcpStream>,
    taken: &Mutex<Vec<String>>,
    is_first: &mut bool,
) {
    let mut answer = "220 ready";
    loop {
        stream.write_all(format!("{answer}\r\n").as_bytes()).await.unwrap();
        stream.flush().await.unwrap();
        let mut line = String::new();
        if stream.read_line(&mut line).await.unwrap_or(0) == 0 {
            return;
        }
        answer = match line.get(..4).unwrap_or_default() {
            "MAIL" if std::mem::take(is_first) => "451 try again later",
            "DATA" => {
                stream.write_all(b"354 go on\r\n").await.unwrap();
                stream.flush().await.unwrap();
                let mut message = String::new();
                while !message.ends_with("\r\n.\r\n") {
                    stream.read_line(&mut message).await.unwrap();
                }
                taken.lock().unwrap().push(message);
                "250 taken"
            }
            _ => "250 fine",
        };
    }
}

#[tokio::test]
async fn a_receipt_is_sent_once_by_two_servers_after_a_refusal() {
    let (url, taken) = mail_server().await;
    let settings = [("SMTP_URL", url.as_str()), ("MAIL_FROM", "Market Hall <orders@shop.example>")];
    on_each_database_with(&settings, async |shop| {
        taken.lock().unwrap().clear();
        let replica = shop.replica().await;
        shop.subscribe();
        let hosted = shop.checkout("sourdough").await;
        let thanks = shop.pay_by_card(&hosted).await;
        let page = format!("/orders/{}", thanks.order);
        for _ in 0..100 {
            if shop.get(&page).await.body.contains(">Sent ") {
                break;
            }
            tokio::time::sleep(Duration::from_millis(100)).await;
        }
        let page = shop.get(&page).await.body;
        assert!(page.contains(">Sent ") && !page.contains("SMTP_URL"), "{page}");
        replica.stop().await;
        let taken = taken.lock().unwrap().clone();
        assert_eq!(taken.len(), 1);
        for part in [
            "To: jenny@example.com",
            "orders@shop.example",
            "Message-ID: <",
            "Subject: Thank you",
            "text/plain; charset=utf-8",
        ] {
            assert!(taken[0].contains(part), "{part} in {}", taken[0]);
        }
    })
    .await;
}

/// Takes one message and needs a while for it, as servers do that look into it. Whether it says when it has the
/// whole message, and how many it has.
fn slow_mail_server() -> (String, mpsc::Receiver<()>, Arc<Mutex<usize>>) {
    let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let url = format!("smtp://{}", listener.local_addr().unwrap());
    let (came, comes) = mpsc::channel();
    let taken = Arc::new(Mutex::new(0));
    let count = Arc::clone(&taken);
    std::thread::spawn(move || {
        for stream in listener.incoming() {
            let mut stream = std::io::BufReader::new(stream.unwrap());
            let say = |stream: &mut std::io::BufReader<std::net::TcpStream>, text: &str| {
                std::io::Write::write_all(stream.get_mut(), text.as_bytes()).is_ok()
            };
            let mut is_message = false;
            let mut line = String::new();
            say(&mut stream, "220 ready\r\n");
            while std::io::BufRead::read_line(&mut stream, &mut line).unwrap_or(0) > 0 {
                let answer = match line.get(..4).unwrap_or_default() {
                    _ if is_message && line == ".\r\n" => {
                        is_message = false;
                        came.send(()).unwrap();
                        std::thread::sleep(Duration::from_secs(3));
                        *count.lock().unwrap() += 1;
                        "250 taken\r\n"
                    }
                    _ if is_message => "",
                    "DATA" => {
                        is_message = true;
                        "354 go on\r\n"
                    }
                    _ => "250 fine\r\n",
                };
                line.clear();
                if !say(&mut stream, answer) {
                    break;
                }
            }
        }
    });
    (url, comes, taken)
}

#[tokio::test]
async fn an_e_mail_under_way_is_finished_and_noted_when_the_program_is_told_to_stop() {
    let (smtp, comes, taken) = slow_mail_server();
    let stripe = Simulator::builder().secret_key(KEY).account(Account::new(BAKERY, "Bakery"));
    let stripe = stripe.start().await.unwrap();
    let folder = Folder::create();
    let database = format!("sqlite:{}", folder.0.join("shop.sqlite").display());
    let mut program = Program::start(command(&folder.0).envs([
        ("DATABASE_URL", database.as_str()),
        ("STRIPE_SECRET_KEY", KEY),
        ("STRIPE_WEBHOOK_SECRETS", SECRET),
        ("STRIPE_API_BASE", &stripe.url()),
        ("MERCHANTS", &format!("{BAKERY}=Bakery")),
        ("SMTP_URL", &smtp),
        ("MAIL_FROM", "orders@shop.example"),
    ]));
    stripe.add_endpoint(Endpoint::connect(format!("{}/webhooks/stripe", program.url), SECRET)).unwrap();
    buy(&program.url).await;
    tokio::task::spawn_blocking(move || comes.recv_timeout(Duration::from_secs(20)).unwrap()).await.unwrap();
    program.terminate();
    let (status, _) = tokio::task::spawn_blocking(move || program.wait()).await.unwrap();
    assert!(status.success());
    assert_eq!(*taken.lock().unwrap(), 1, "it was finished");
    sqlx::any::install_default_drivers();
    let mut connection = AnyConnection::connect(&database).await.unwrap();
    let row = sqlx::query("SELECT COUNT(*) FROM outbox WHERE sent_at IS NOT NULL");
    let sent: i64 = row.fetch_one(&mut connection).await.unwrap().get(0);
    assert_eq!(sent, 1, "and noted, so that no other server sends it again");
    connection.close().await.unwrap();
    stripe.shutdown().await;
}
