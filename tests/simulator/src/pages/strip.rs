//! The strip at the bottom of every page, which says that this is a simulator and shows its clock.

use maud::{Markup, html};

use crate::clock::readable;

pub(super) fn strip(now: i64, return_to: &str, hints: bool) -> Markup {
    html! {
        aside.strip aria-label="Simulator" {
            div.strip-row {
                p {
                    strong { "Simulator" }
                    " No real money moves. Its clock says "
                    time #virtual-time { (readable(now)) }
                }
                div.strip-clock {
                    (advance("advance-day", 86_400, "1 day", return_to))
                    (advance("advance-fortnight", 14 * 86_400, "14 days", return_to))
                }
            }
            @if hints {
                details.hints {
                    summary { "Test cards and bank accounts" }
                    dl {
                        dt { code { "4242 4242 4242 4242" } } dd { "is paid at once" }
                        dt { code { "4000 0000 0000 0002" } } dd { "is declined" }
                        dt { code { "4000 0000 0000 9995" } } dd { "has insufficient funds" }
                        dt { code { "4000 0027 6000 3184" } } dd { "asks for 3-D Secure" }
                        dt { code { "4000 0000 0000 0259" } } dd { "is paid, and disputed at once" }
                        dt { code { "AT61 1904 3002 3457 3201" } } dd { "is debited at once" }
                        dt { code { "AT32 1904 3002 3547 3204" } } dd { "is debited after three minutes" }
                        dt { code { "AT86 1904 3002 3547 3202" } } dd { "fails at once" }
                        dt { code { "AT05 1904 3002 3547 3205" } } dd { "fails after three minutes" }
                    }
                    p { "Any name, any three digits and any expiry date in the future will do." }
                }
            }
        }
    }
}

fn advance(id: &str, seconds: u32, label: &str, return_to: &str) -> Markup {
    html! {
        form id=(id) method="post" action="/_simulator/clock" {
            input type="hidden" name="advance_seconds" value=(seconds);
            input type="hidden" name="return_to" value=(return_to);
            button.small type="submit" { "Advance " (label) }
        }
    }
}
