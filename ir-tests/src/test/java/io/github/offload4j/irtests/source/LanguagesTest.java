package io.github.offload4j.irtests.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.offload4j.irtests.run.Execution;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What each language has of its own, in host code and in kernels. */
class LanguagesTest extends WorkplaceTest {
    private static final String CPP = """
            #include "offload.h"
            #include <cstdio>
            #include <numeric>
            #include <stdexcept>
            #include <vector>

            extern "C" double cblas_dasum(int, const double *, int);

            template <typename T> struct Counts { T *what; ~Counts() { *what += 1; } };
            template <typename T> static T twice(T v) { return v + v; }

            OFFLOAD_KERNEL static void scale(double *x, int n) {
              int i = offload_block_id(0) * offload_block_size(0) + offload_thread_id(0);
              if (i < n) x[i] = twice(x[i]);
            }

            int main() {
              std::vector<double> x(100);
              std::iota(x.begin(), x.end(), 0.0);
              int destroyed = 0;
              try {
                Counts<int> counts{&destroyed};
                offload_kernel(-1);
                offload_grid((static_cast<int>(x.size()) + 63) / 64, 1, 1);
                offload_block(64, 1, 1);
                offload_map_pointer(x.data(), x.size() * sizeof(double), OFFLOAD_TOFROM);
                scale(x.data(), x.size());
                offload_host(-1);
                offload_for(cblas_dasum);
                offload_map_pointer(x.data(), x.size() * sizeof(double), OFFLOAD_TO);
                double total = cblas_dasum(x.size(), x.data(), 1);
                std::printf("%.1f %.1f\\n", total, twice(x[1]));
                throw std::runtime_error("end");
              } catch (const std::exception &e) {
                std::printf("%s %d\\n", e.what(), destroyed);
              }
            }
            """;

    /** The library function of Rust that ends the program has its body in the module where everything is linked into one. */
    private static final String RUST_PANIC = """
            use ::offload::*;

            kernel! {
                fn fill(x: &mut [i32], divisor: i32) {
                    let i = (offload_block_id(0) * offload_block_size(0) + offload_thread_id(0)) as usize;
                    x[i] = 7 / divisor;
                }
            }

            fn main() {
                let divisor: i32 = std::env::var("DIVISOR").unwrap().parse().unwrap();
                let threads: i32 = std::env::var("THREADS").unwrap().parse().unwrap();
                let mut x = vec![1i32; 10];
                launch!(-1, 1, threads, fill(tofrom(&mut x[..]), divisor));
                println!("{}", x[9]);
            }
            """;

    private static final String RUST_CORE = """
            use ::offload::*;

            kernel! {
                fn sums(x: &[f32], y: &mut [f32]) {
                    let i = (offload_block_id(0) * offload_block_size(0) + offload_thread_id(0)) as usize;
                    if let Some(place) = y.get_mut(i) {
                        let near = &x[i.saturating_sub(1)..(i + 2).min(x.len())];
                        *place = near.iter().zip(1..).map(|(v, k)| v * k as f32).fold(0.0, f32::max);
                        for pair in near.chunks(2).rev() {
                            *place += pair.first().copied().unwrap_or(-1.0);
                        }
                    }
                }
            }

            fn main() {
                let x = [1.0f32, 2.0, 3.0, 4.0];
                let mut y = [0.0f32; 4];
                launch!(-1, 1, 4, sums(to(&x[..]), tofrom(&mut y[..])));
                let mut expected = [0.0f32; 4];
                for i in 0..4usize {
                    let near = &x[i.saturating_sub(1)..(i + 2).min(x.len())];
                    expected[i] = near.iter().zip(1..).map(|(v, k)| v * k as f32).fold(0.0, f32::max)
                        + near.chunks(2).map(|pair| pair[0]).sum::<f32>();
                }
                println!("{}", y == expected);
            }
            """;

    private static final String RUST_VALUES = """
            use ::offload::*;

            #[repr(C)]
            #[derive(Clone, Copy)]
            pub struct Pair { a: f64, b: i32 }

            #[repr(C)]
            #[derive(Clone, Copy)]
            pub struct Five { a: [f64; 5] }

            #[inline(never)]
            #[unsafe(link_section = "offload.kernel")]
            pub unsafe CONVENTION fn fill(y: *mut f64, p: Pair, q: Five, w: u128) {
                let i = offload_thread_id(0) as usize;
                *y.add(i) = p.a * (p.b as f64) + q.a[i % 5] + ((w >> 64) as f64);
            }

            fn main() {
                let mut y = [0f64; 8];
                unsafe {
                    offload_mark(false, -1);
                    offload_grid(1, 1, 1);
                    offload_block(8, 1, 1);
                    offload_map_pointer(y.as_mut_ptr() as *const _, 64, 3);
                    fill(y.as_mut_ptr(), Pair { a: 1.5, b: 2 }, Five { a: [1.0, 2.0, 3.0, 4.0, 5.0] }, 7u128 << 64);
                }
                println!("{:?}", y);
            }
            """;

    @ParameterizedTest
    @ValueSource(strings = {"", "-g", "-O0", "--transfers=resident", "--cc=clang-22", "--cc=clang-22 -std=c++20 -O3"})
    void cppWithExceptionsDestructorsTemplatesAndVectors(String options) throws IOException {
        Workplace.require("g++", "clang-22");
        workplace.write("a b.cc", CPP);

        assertThat(workplace.run("irgen build 'a b.cc' -l:libopenblas.so.0 " + options + " -o out && ./out"))
                .isEqualTo("9900.0 4.0\nend 1\n");
    }

    @Test
    void cppRunsOnTheEmbeddedDeviceAndEndsThere() throws IOException {
        Workplace.require("g++");
        workplace.write("a.cc", CPP + "static struct End { ~End() { std::printf(\"over\\n\"); } } end;\n");

        assertThat(workplace.run("irgen run a.cc -lopenblas --runtime=embedded"))
                .isEqualTo("9900.0 4.0\nend 1\nover\n");
    }

    @Test
    void rustKernelWithSlicesAndIterators() throws IOException {
        Workplace.require("rustc");
        workplace.write("core.rs", RUST_CORE);

        assertThat(workplace.run("irgen build core.rs -o out && ./out")).isEqualTo("true\n");
        assertThat(workplace.run("irgen build core.rs -O3 -o out && ./out")).isEqualTo("true\n");
    }

    @Test
    void rustKernelThatPanicsSaysWhereAndStops() throws IOException {
        Workplace.require("rustc");
        workplace.write("panic.rs", RUST_PANIC);
        workplace.run("irgen build panic.rs -o out");

        assertThat(out("10", "2").output()).isEqualTo("3\n");
        assertThat(out("11", "2"))
                .satisfies(run -> assertThat(run.exitCode()).isNotZero())
                .satisfies(run -> assertThat(run.errors())
                        .contains("panic.rs:6:9: error: the kernel stopped in 'fill': index out of bounds"));
        assertThat(out("10", "0").errors()).contains("panic.rs:6:16: error: the kernel stopped in 'fill': div by zero");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-O0", "-O3"})
    void rustStructuresInCsConvention(String options) throws IOException {
        Workplace.require("rustc");
        workplace.write("values.rs", RUST_VALUES.replace("CONVENTION", "extern \"C\""));

        assertThat(workplace.run("irgen build values.rs " + options + " -o out && ./out"))
                .isEqualTo("[11.0, 12.0, 13.0, 14.0, 15.0, 11.0, 12.0, 13.0]\n");
    }

    /** In its own convention the larger one is a plain pointer to a copy. */
    @Test
    void rustStructureThatCannotBeToldFromAPointer() throws IOException {
        Workplace.require("rustc");
        workplace.write("values.rs", RUST_VALUES.replace("CONVENTION", ""));

        Execution run = workplace.shell(folder, Map.of(), "irgen build values.rs -o out");
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.errors())
                .startsWith("irgen: values.rs:25:9: error: argument 3 is a pointer into the host's memory,")
                .contains(
                        "where it is the copy of a structure that the source passes by value, which the IR does not say,"
                                + " take it by reference and map it");
    }

    private static final String CPP_VALUES = """
            #include "offload.h"
            #include <cstdio>

            struct Point { float x, y, z; float square() const { return x * x + y * y + z * z; } };
            struct Four { double d[4]; explicit Four(double v) { for (auto &e : d) e = v; } };
            template <typename T> struct Box { T v; };

            template <typename T> OFFLOAD_KERNEL void fill(float *y, Point p, Box<T> b, Four m, bool flag, short s) {
              int i = offload_thread_id(0);
              y[i] = p.square() + b.v + m.d[i & 3] + (flag ? 100 : 0) + s;
            }

            int main() {
              float y[4];
              offload_kernel(-1);
              offload_grid(1, 1, 1);
              offload_block(4, 1, 1);
              offload_map_pointer(y, sizeof y, OFFLOAD_TOFROM);
              fill<long>(y, Point{1, 2, 3}, Box<long>{5}, Four(0.5), true, -7);
              std::printf("%g %g\\n", y[0], y[3]);
            }
            """;

    @ParameterizedTest
    @ValueSource(strings = {"", "-O0", "--transfers=resident"})
    void cppObjectsByValue(String options) throws IOException {
        Workplace.require("g++");
        workplace.write("values.cc", CPP_VALUES);

        assertThat(workplace.run("irgen build values.cc " + options + " -o out && ./out"))
                .isEqualTo("112.5 112.5\n");
    }

    private Execution out(String threads, String divisor) {
        return workplace.shell(folder, Map.of("THREADS", threads, "DIVISOR", divisor), "./out");
    }

    /** The largest module there is: what a program of rustc does, it does when everything in it was lowered as one. */
    @Test
    void rustsStandardLibraryInOneModuleDoesTheSameBeforeAndAfter() throws IOException {
        Workplace.require("rustc", "cc");
        String words = Workplace.text(Path.of("src/test/resources/newer/words.rs"));
        workplace.write("words.rs", words);
        String before = workplace.run("rustc --edition=2021 -Copt-level=2 words.rs -o before && ./before");
        workplace.write("marked.rs", words.replace("fn main() {", """
                #[macro_use]
                #[path = "tools/include/offload.rs"]
                mod offload;
                use offload::*;

                kernel! {
                    fn fill(x: &mut [i32]) {
                        x[offload_thread_id(0) as usize] = offload_block_size(0);
                    }
                }

                fn main() {
                    let mut x = vec![0; 7];
                    launch!(-1, 1, 7, fill(tofrom(&mut x[..])));
                    println!("{x:?}");
                """));
        String after =
                workplace.run("rustc --edition=2021 -Clto=fat -Copt-level=2 -Cno-prepopulate-passes --emit=llvm-ir,link"
                        + " -Clinker=irgen-link marked.rs -o after 2>/dev/null && ./after");

        assertThat(after).isEqualTo("[7, 7, 7, 7, 7, 7, 7]\n" + before);
    }

    @Test
    void hostAndKernelsOfDifferentLlvmVersions() throws IOException {
        Workplace.require("rustc");
        workplace.write("kernel.rs", """
                use ::offload::*;
                kernel! {
                    pub fn fill(x: &mut [i32]) {
                        x[offload_thread_id(0) as usize] = 7;
                    }
                }
                """);
        workplace.write("main.c", """
                #include "offload.h"
                #include <stdio.h>
                void fill(int *x, int64_t n);
                int main(void) {
                  int x[3] = {0};
                  offload_kernel(-1);
                  offload_for(fill);
                  offload_grid(1, 1, 1);
                  offload_block(3, 1, 1);
                  offload_map_pointer(x, sizeof x, OFFLOAD_TOFROM);
                  fill(x, 3);
                  printf("%d%d%d\\n", x[0], x[1], x[2]);
                }
                """);

        assertThat(workplace.run("irgen build main.c --device kernel.rs -o out && ./out"))
                .isEqualTo("777\n");
        assertThat(workplace.run("irgen device kernel.rs --target=nvptx64:sm_90 --emit=asm"))
                .contains(".visible .entry fill(");
    }

    @Test
    void compilerOfTheEnvironmentThatIsNoClangGetsANote() throws IOException {
        Workplace.require("gcc");
        workplace.write("a.cc", CPP);
        Execution run = workplace.shell(folder, Map.of("CC", "gcc"), "irgen build a.cc -o out.o");

        assertThat(run.exitCode()).isZero();
        assertThat(run.errors())
                .isEqualTo(
                        "irgen: source files: note: CC is 'gcc', which is no clang; the clang of LLVM's jar is used\n");
    }
}
