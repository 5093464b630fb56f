package io.github.offload4j.irtests.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.offload4j.codegen.abi.MapFlag;
import io.github.offload4j.codegen.signature.MapModifier;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** Why data does not stay on the device: each reason in the words of its remark. */
class KeptRemarksTest extends RemarkedFunctions {
    @Test
    void loneSite() {
        assertThat(kept("""
                define void @run(ptr noalias nonnull %x) nounwind {
                  call void @f(ptr %x) [ HOST, MAP(0, 3) ]
                  ret void
                }
                """)).isEqualTo("kept 'x': no other site of the function uses it");
    }

    @Test
    void hostReads() {
        assertThat(reason("%v = load i32, ptr %x")).isEqualTo("kept 'x': the host may read it");
    }

    @Test
    void hostWrites() {
        assertThat(reason("store i32 1, ptr %x")).isEqualTo("kept 'x': the host may write it");
    }

    @Test
    void callGetsThePointer() {
        assertThat(reason("call void @touch(ptr %x)")).isEqualTo("kept 'x': 'touch' may write it");
    }

    @Test
    void callReadsThePointer() {
        assertThat(reason("call void @look(ptr %x)")).isEqualTo("kept 'x': 'look' may read it");
    }

    @Test
    void inlineAssembly() {
        assertThat(reason("call void asm sideeffect \"nop\", \"r,~{memory}\"(ptr %x)"))
                .isEqualTo("kept 'x': inline assembly may write it");
    }

    @Test
    void computedCallee() {
        assertThat(reason("call void %y(ptr %x) nounwind")).isEqualTo("kept 'x': a computed function may write it");
    }

    @Test
    void copyByIntrinsic() {
        assertThat(reason("call void @llvm.memcpy.p0.p0.i64(ptr %y, ptr %x, i64 8, i1 false)")
                        .replace("llvm.memcpy.p0.p0.i64", "copy"))
                .isEqualTo("kept 'x': 'copy' may read it");
    }

    @Test
    void atomicUpdate() {
        assertThat(reason("%old = atomicrmw add ptr %x, i32 1 monotonic")).isEqualTo("kept 'x': the host may write it");
    }

    @Test
    void exceptionFromBetween() {
        String text = """
                define void @run(ptr noalias nonnull %x, ptr %y) {
                  call void @f(ptr %x) [ HOST, MAP(0, 3) ]
                  call void @unknown(ptr %y)
                  call void @f(ptr %x) [ HOST, MAP(0, 3) ]
                  ret void
                }
                """;
        assertThat(kept(text))
                .isEqualTo(
                        "kept 'x': 'unknown' may throw an exception out of the function; say nounwind if it does not");
    }

    @Test
    void exceptionFromTheCallee() {
        String text = """
                define void @run(ptr noalias nonnull %x) {
                  call void @unknown(ptr %x) [ HOST, MAP(0, 3) ]
                  call void @unknown(ptr %x) [ HOST, MAP(0, 3) ]
                  ret void
                }
                """;
        assertThat(kept(text)).isEqualTo("kept 'x': the callee may throw an exception out of the function");
    }

    @Test
    void globalBehindAnUnknownCall() {
        String text = """
                define void @run() nounwind {
                  call void @f(ptr @g) [ HOST, MAP(0, 3) ]
                  call void @other()
                  call void @f(ptr @g) [ HOST, MAP(0, 3) ]
                  ret void
                }
                """;
        assertThat(kept(text)).isEqualTo("kept 'g': 'other' may write it");
    }

    @Test
    void synchronization() {
        String text = """
                define void @run() nounwind {
                  call void @f(ptr @g) [ HOST, MAP(0, 3) ]
                  fence seq_cst
                  call void @f(ptr @g) [ HOST, MAP(0, 3) ]
                  ret void
                }
                """;
        assertThat(kept(text)).isEqualTo("kept 'g': the host synchronizes with other threads");
    }

    @Test
    void argumentsThatMayOverlap() {
        String text = """
                define void @run(ptr nonnull %x, ptr nonnull %y) nounwind {
                  call void @two(ptr %x, ptr %y) [ HOST, MAP(0, 3), MAP(1, 3) ]
                  call void @two(ptr %x, ptr %y) [ HOST, MAP(0, 3), MAP(1, 3) ]
                  ret void
                }
                """;
        assertThat(kept(text)).isEqualTo("kept 'x': it may overlap 'y'; kept 'y': it may overlap 'x'");
    }

    @Test
    void sitesThatMayOverlap() {
        String text = """
                define void @run(ptr nonnull %x, ptr nonnull %y) nounwind {
                  call void @f(ptr %x) [ HOST, MAP(0, 3) ]
                  call void @f(ptr %y) [ HOST, MAP(0, 3) ]
                  call void @f(ptr %x) [ HOST, MAP(0, 3) ]
                  ret void
                }
                """;
        assertThat(kept(text)).isEqualTo("kept 'x': it may overlap 'y'");
    }

    @Test
    void otherSize() {
        String text = """
                define void @run(ptr noalias nonnull %x) nounwind {
                  call void @f(ptr %x) [ HOST, MAP(0, 3) ]
                  call void @f(ptr %x) [ HOST, "offload.map"(i32 0, i64 32, i64 3) ]
                  ret void
                }
                """;
        assertThat(kept(text)).isEqualTo("kept 'x': another site maps it with another size or to another device");
    }

    @Test
    void otherDevice() {
        String text = """
                define void @run(ptr noalias nonnull %x) nounwind {
                  call void @f(ptr %x) [ HOST, MAP(0, 3) ]
                  call void @f(ptr %x) [ "offload"(i1 true, i64 1), MAP(0, 3) ]
                  ret void
                }
                """;
        assertThat(kept(text)).isEqualTo("kept 'x': another site maps it with another size or to another device");
    }

    @Test
    void sameArrayTwice() {
        String text = """
                define void @run(ptr noalias nonnull %x) nounwind {
                  call void @two(ptr %x, ptr %x) [ HOST, MAP(0, 3), MAP(1, 3) ]
                  call void @two(ptr %x, ptr %x) [ HOST, MAP(0, 3), MAP(1, 3) ]
                  ret void
                }
                """;
        assertThat(kept(text)).isEqualTo("kept 'x', 'x': the call maps it twice");
    }

    @Test
    void modifiers() {
        for (MapModifier modifier : MapModifier.values()) {
            long bits = MapFlag.TO.bit() | MapFlag.FROM.bit() | modifier.flag().bit();
            remarks.clear();
            String text = """
                    define void @run(ptr noalias nonnull %x) nounwind {
                      call void @f(ptr %x) [ HOST, MAP(0, BITS) ]
                      call void @f(ptr %x) [ HOST, MAP(0, BITS) ]
                      ret void
                    }
                    """.replace("BITS", Long.toString(bits));
            assertThat(kept(text))
                    .isEqualTo(
                            "kept 'x': it is mapped with '%s'", modifier.name().toLowerCase(Locale.ROOT));
        }
    }

    @Test
    void allocatedOnly() {
        String text = """
                define void @run(ptr noalias nonnull %x) nounwind {
                  call void @f(ptr %x) [ HOST, MAP(0, 0) ]
                  call void @f(ptr %x) [ HOST, MAP(0, 3) ]
                  ret void
                }
                """;
        assertThat(kept(text)).isEqualTo("kept 'x': it is only allocated here and copied elsewhere");
    }

    @Test
    void pointerThatMovesOn() {
        String text = """
                define void @run(ptr noalias nonnull %x) nounwind {
                entry:
                  br label %loop
                loop:
                  %p = phi ptr [ %x, %entry ], [ %q, %loop ]
                  call void @f(ptr nonnull %p) [ HOST, MAP(0, 3) ]
                  %q = getelementptr i8, ptr %p, i64 64
                  %end = getelementptr i8, ptr %x, i64 640
                  %more = icmp ult ptr %q, %end
                  br i1 %more, label %loop, label %exit
                exit:
                  ret void
                }
                """;
        assertThat(kept(text)).isEqualTo("kept 'p': its address, size or device is computed anew");
    }

    @Test
    void lifeOfAVariable() {
        String text = """
                define void @run() nounwind {
                entry:
                  %x = alloca [16 x i32]
                  br label %loop
                loop:
                  call void @llvm.lifetime.start.p0(i64 64, ptr %x)
                  call void @f(ptr %x) [ HOST, MAP(0, 2) ]
                  call void @llvm.lifetime.end.p0(i64 64, ptr %x)
                  br label %loop
                }
                """;
        assertThat(kept(text)).isEqualTo("kept 'x': the variable's life begins or ends");
    }

    @Test
    void changeOfTheDefaultDevice() {
        String text = """
                declare void @omp_set_default_device(i32) nounwind
                define void @run(ptr noalias nonnull %x) nounwind {
                  call void @f(ptr %x) [ "offload"(i1 true, i64 -1), MAP(0, 3) ]
                  call void @omp_set_default_device(i32 1)
                  call void @f(ptr %x) [ "offload"(i1 true, i64 -1), MAP(0, 3) ]
                  ret void
                }
                """;
        assertThat(kept(text)).isEqualTo("kept 'x': 'omp_set_default_device' may change the default device");
    }

    @Test
    void jumpOutOfTheFunction() {
        String text = """
                declare void @longjmp(ptr, i32) nounwind noreturn
                define void @run(ptr noalias nonnull %x) nounwind {
                  call void @f(ptr %x) [ HOST, MAP(0, 3) ]
                  call void @other()
                  call void @f(ptr %x) [ HOST, MAP(0, 3) ]
                  ret void
                }
                """;
        assertThat(kept(text)).isEqualTo("kept 'x': 'other' may leave the function by longjmp");
    }
}
