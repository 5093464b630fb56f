//! The marks of this checkout, as a crate.
#[macro_use]
#[path = "../../../../include/offload.rs"]
pub mod offload;
pub use offload::*;
