//! counterfoil-reqwest
