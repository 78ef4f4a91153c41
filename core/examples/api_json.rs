//! Writes the API's shape to standard output: `cargo xtask api` keeps it in `core/api.json`.

fn main() {
    print!("{}", counterfoil::api_json());
}
