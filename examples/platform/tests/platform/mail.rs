//! E-mails that leave, by a mail server that takes notes.

use std::sync::{Arc, Mutex};
use std::time::Duration;

use tokio::io::{AsyncBufReadExt, AsyncWriteExt, BufStream};
use tokio::net::TcpListener;

use crate::support::on_each_database_with;

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
