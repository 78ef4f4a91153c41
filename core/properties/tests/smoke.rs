//! Runs each property on the inputs of the vectors and on mutations of them, the same in every run.

use counterfoil_properties::seeds::Vectors;
use counterfoil_properties::{ALL, Property};

/// How many mutated inputs each property is run on.
const CHANGED: u64 = 3000;

macro_rules! properties {
    ($( $name:ident ),*) => {
        $(
            #[test]
            fn $name() {
                run(stringify!($name));
            }
        )*

        #[test]
        fn none_is_left_out() {
            assert_eq!(ALL.map(|property| property.name), [$( stringify!($name) ),*]);
        }
    };
}

properties! { signature, delivery, answer, refusal, request, form, order, session, key, unsigned }

fn run(name: &str) {
    let property = ALL.into_iter().find(|property| property.name == name).expect("a property");
    let seeds = (property.seeds)(&Vectors::read());
    assert!(seeds.len() >= 20, "{} has {} seeds", property.name, seeds.len());
    (property.holds)(b"");
    for seed in &seeds {
        tried(property, seed);
    }
    let mut random = Random(0x9e37_79b9_7f4a_7c15);
    for _ in 0..CHANGED {
        tried(property, &changed(&seeds, &mut random));
    }
}

/// Reports which bytes broke the property, ready for a vector.
fn tried(property: Property, input: &[u8]) {
    let outcome = std::panic::catch_unwind(|| (property.holds)(input));
    assert!(outcome.is_ok(), "{} does not hold for {:?}", property.name, input.escape_ascii().to_string());
}

/// Returns one of the seeds with one to four changes.
fn changed(seeds: &[Vec<u8>], random: &mut Random) -> Vec<u8> {
    const WORDS: [&[u8]; 16] = [
        b"\"",
        b"\\",
        b"{",
        b"}",
        b"[",
        b"]",
        b",",
        b":",
        b"=",
        b"null",
        b"-1",
        b"1e9",
        b"\xff",
        b"\\u0000",
        b"\"id\":1,",
        b"99999999999999999999",
    ];
    let mut input = random.of(seeds).clone();
    for _ in 0..=random.below(4) {
        let at = random.below(input.len() + 1);
        let to = (at + random.below(9)).min(input.len());
        match random.below(6) {
            0 => input.truncate(at),
            1 => drop(input.splice(at..to, [])),
            2 => drop(input.splice(at..at, random.of(&WORDS).to_vec())),
            3 => drop(input.splice(at..to, random.of(&WORDS).to_vec())),
            4 => {
                let other = random.of(seeds);
                let from = random.below(other.len() + 1);
                drop(input.splice(at.., other[from..].to_vec()));
            }
            _ => {
                if let Some(byte) = input.get_mut(at) {
                    *byte ^= 1 << random.below(8);
                }
            }
        }
    }
    input
}

/// xorshift64: good enough for choices, and the same everywhere.
struct Random(u64);

impl Random {
    fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % u64::try_from(end).unwrap_or(1)).unwrap_or(0)
    }

    fn of<'c, T>(&mut self, choices: &'c [T]) -> &'c T {
        &choices[self.below(choices.len())]
    }
}
