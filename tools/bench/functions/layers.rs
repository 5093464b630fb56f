//! A network of layers that own their weights, trained by nobody: the same weights for many inputs.
#[macro_use]
#[path = "../../include/offload.rs"]
mod offload;
use offload::*;

kernel! {
    fn kernel_layer(w: &[f32], b: &[f32], x: &[f32], y: &mut [f32]) {
        let i = (offload_block_id(0) * offload_block_size(0) + offload_thread_id(0)) as usize;
        if i < y.len() {
            let mut sum = b[i];
            let mut k = 0;
            while k < x.len() {
                sum += w[i * x.len() + k] * x[k];
                k += 1;
            }
            y[i] = if sum > 0.0 { sum } else { 0.0 };
        }
    }
}

struct Layer {
    weights: Vec<f32>,
    bias: Vec<f32>,
}

impl Layer {
    fn new(inputs: usize, outputs: usize) -> Layer {
        Layer {
            weights: (0..inputs * outputs).map(|i| (i % 13) as f32 * 0.03 - 0.18).collect(),
            bias: vec![0.1; outputs],
        }
    }

    fn forward(&self, x: &[f32], y: &mut [f32]) {
        let blocks = (self.bias.len() as i32 + 63) / 64;
        launch!(-1, blocks, 64, kernel_layer(to(&self.weights[..]), to(&self.bias[..]), to(x), from(y)));
    }
}

fn main() {
    let first = Layer::new(64, 128);
    let second = Layer::new(128, 128);
    let third = Layer::new(128, 8);
    let (mut x, mut h, mut g, mut y) = (vec![0f32; 64], vec![0f32; 128], vec![0f32; 128], vec![0f32; 8]);
    let mut sum = 0.0;
    for round in 0..50 {
        for i in 0..x.len() {
            x[i] = ((round + i) % 5) as f32 * 0.2;
        }
        first.forward(&x, &mut h);
        second.forward(&h, &mut g);
        third.forward(&g, &mut y);
        sum += y.iter().sum::<f32>();
    }
    println!("{sum:.4}");
}
