//! A kernel with slices, whose bounds are checked on the device as well.
use ::offload::*;

#[inline(never)]
#[unsafe(link_section = "offload.kernel")]
#[unsafe(no_mangle)]
pub fn clamp(values: &mut [f64], low: f64, high: f64) {
    let i = (offload_block_id(0) * offload_block_size(0) + offload_thread_id(0)) as usize;
    if let Some(value) = values.get_mut(i) {
        *value = value.max(low).min(high);
    }
}
