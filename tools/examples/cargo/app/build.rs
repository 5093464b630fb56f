// OpenBLAS as Debian's libopenblas0-pthread has it, without the files for developers. On a GPU this is cublas or rocblas.
fn main() {
    println!("cargo:rustc-link-arg=-l:libopenblas.so.0");
}
