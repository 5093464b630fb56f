package io.github.offload4j.codegen.lower;

import static io.github.offload4j.codegen.lower.CallMarksTest.BUNDLES;
import static io.github.offload4j.codegen.lower.CallMarksTest.LAUNCH;
import static io.github.offload4j.codegen.lower.CallMarksTest.MARKS;
import static io.github.offload4j.codegen.lower.CallMarksTest.assertSame;
import static io.github.offload4j.codegen.lower.CallMarksTest.function;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Marks that reach their call on several ways: through branches, loops, switches and exceptions. */
class CallMarkWaysTest {
    @Test
    void marksAndTheirCallMayBeInvokes() {
        assertThat(LoweredText.of(function("""
                call void @offload_mark(i1 false, i64 -1)
                invoke void @offload_grid(i32 2, i32 1, i32 1) to label %a unwind label %u
                a:
                call void @offload_block(i32 64, i32 1, i32 1)
                invoke void @offload_map_pointer(ptr %x, i64 %n, i64 3) to label %b unwind label %u
                b:
                invoke void @k(i64 %n, ptr %x) to label %e unwind label %u
                e:
                ret void
                u:
                %why = phi i64 [ 1, %0 ], [ 2, %a ], [ 3, %b ]
                %l = landingpad { ptr, i32 } cleanup
                call void @may_throw(i64 %why)
                resume { ptr, i32 } %l
                """) + MARKS)).isEqualTo(LoweredText.of(function("""
                br label %%a
                a:
                br label %%b
                b:
                invoke void @k(i64 %%n, ptr %%x) [%s, "offload.map"(i32 1, i64 %%n, i64 3)]
                    to label %%e unwind label %%u
                e:
                ret void
                u:
                %%why = phi i64 [ 3, %%b ]
                %%l = landingpad { ptr, i32 } cleanup
                call void @may_throw(i64 %%why)
                resume { ptr, i32 } %%l
                """.formatted(BUNDLES))));
    }

    @Test
    void anExceptionBetweenMarksAndCallNeedsNoCall() {
        assertSame(LAUNCH + """
                invoke void @may_throw(i64 %n) to label %a unwind label %u
                a:
                call void @offload_map_pointer(ptr %x, i64 8, i64 3)
                call void @k(i64 %n, ptr %x)
                ret void
                u:
                %l = landingpad { ptr, i32 } cleanup
                resume { ptr, i32 } %l
                """, """
                invoke void @may_throw(i64 %%n) to label %%a unwind label %%u
                a:
                call void @k(i64 %%n, ptr %%x) [%s, "offload.map"(i32 1, i64 8, i64 3)]
                ret void
                u:
                %%l = landingpad { ptr, i32 } cleanup
                resume { ptr, i32 } %%l
                """.formatted(BUNDLES));
    }

    @Test
    void marksInALandingPad() {
        assertSame("""
                invoke void @may_throw(i64 %n) to label %a unwind label %u
                a:
                ret void
                u:
                %l = landingpad { ptr, i32 } cleanup
                """ + LAUNCH + """
                call void @offload_map_pointer(ptr %x, i64 8, i64 3)
                call void @k(i64 %n, ptr %x)
                resume { ptr, i32 } %l
                """, """
                invoke void @may_throw(i64 %%n) to label %%a unwind label %%u
                a:
                ret void
                u:
                %%l = landingpad { ptr, i32 } cleanup
                call void @k(i64 %%n, ptr %%x) [%s, "offload.map"(i32 1, i64 8, i64 3)]
                resume { ptr, i32 } %%l
                """.formatted(BUNDLES));
    }

    @Test
    void anEarlyReturnBetweenMarksAndCall() {
        assertSame(LAUNCH + """
                br i1 %c, label %a, label %b
                a:
                ret void
                b:
                call void @offload_map_pointer(ptr %x, i64 8, i64 3)
                call void @k(i64 %n, ptr %x)
                ret void
                """, """
                br i1 %%c, label %%a, label %%b
                a:
                ret void
                b:
                call void @k(i64 %%n, ptr %%x) [%s, "offload.map"(i32 1, i64 8, i64 3)]
                ret void
                """.formatted(BUNDLES));
    }

    @Test
    void twoWaysThatSayTheSame() {
        assertSame(LAUNCH + """
                br i1 %c, label %a, label %b
                a:
                call void @offload_map_pointer(ptr %x, i64 %n, i64 3)
                br label %d
                b:
                call void @offload_map_pointer(ptr %x, i64 %n, i64 3)
                br label %d
                d:
                call void @k(i64 %n, ptr %x)
                ret void
                """, """
                br i1 %%c, label %%a, label %%b
                a:
                br label %%d
                b:
                br label %%d
                d:
                call void @k(i64 %%n, ptr %%x) [%s, "offload.map"(i32 1, i64 %%n, i64 3)]
                ret void
                """.formatted(BUNDLES));
    }

    /** Unoptimised code reads the variable on each way anew, so no value of one way can be used behind both. */
    @Test
    void twoWaysThatReadTheSameVariable() {
        assertSame("%size = alloca i64\nstore i64 %n, ptr %size\n" + LAUNCH + """
                br i1 %c, label %a, label %b
                a:
                %1 = load i64, ptr %size
                call void @offload_map_pointer(ptr %x, i64 %1, i64 3)
                br label %d
                b:
                %2 = load i64, ptr %size
                call void @offload_map_pointer(ptr %x, i64 %2, i64 3)
                br label %d
                d:
                call void @k(i64 %n, ptr %x)
                ret void
                """, """
                %%size = alloca i64
                %%offload.mark = alloca i64, align 8
                store i64 %%n, ptr %%size
                br i1 %%c, label %%a, label %%b
                a:
                %%1 = load i64, ptr %%size
                store i64 %%1, ptr %%offload.mark, align 8
                br label %%d
                b:
                %%2 = load i64, ptr %%size
                store i64 %%2, ptr %%offload.mark, align 8
                br label %%d
                d:
                %%3 = load i64, ptr %%offload.mark, align 8
                call void @k(i64 %%n, ptr %%x) [%s, "offload.map"(i32 1, i64 %%3, i64 3)]
                ret void
                """.formatted(BUNDLES));
    }

    @Test
    void marksInALoopWithTheirCall() {
        assertSame("""
                br label %loop
                loop:
                %i = phi i64 [ 0, %0 ], [ %next, %loop ]
                """ + LAUNCH + """
                call void @offload_map_pointer(ptr %x, i64 8, i64 3)
                call void @k(i64 %i, ptr %x)
                %next = add i64 %i, 1
                %more = icmp ult i64 %next, %n
                br i1 %more, label %loop, label %done
                done:
                ret void
                """, """
                br label %%loop
                loop:
                %%i = phi i64 [ 0, %%0 ], [ %%next, %%loop ]
                call void @k(i64 %%i, ptr %%x) [%s, "offload.map"(i32 1, i64 8, i64 3)]
                %%next = add i64 %%i, 1
                %%more = icmp ult i64 %%next, %%n
                br i1 %%more, label %%loop, label %%done
                done:
                ret void
                """.formatted(BUNDLES));
    }

    @Test
    void marksInTheArmsOfASwitch() {
        assertSame("""
                switch i64 %n, label %done [ i64 1, label %a
                                             i64 2, label %b ]
                a:
                """ + LAUNCH + """
                call void @offload_map_pointer(ptr %x, i64 8, i64 3)
                call void @k(i64 1, ptr %x)
                br label %done
                b:
                """ + LAUNCH + """
                call void @offload_map_pointer(ptr %y, i64 8, i64 3)
                call void @k(i64 2, ptr %y)
                br label %done
                done:
                ret void
                """, """
                switch i64 %%n, label %%done [ i64 1, label %%a
                                             i64 2, label %%b ]
                a:
                call void @k(i64 1, ptr %%x) [%1$s, "offload.map"(i32 1, i64 8, i64 3)]
                br label %%done
                b:
                call void @k(i64 2, ptr %%y) [%1$s, "offload.map"(i32 1, i64 8, i64 3)]
                br label %%done
                done:
                ret void
                """.formatted(BUNDLES));
    }

    @Test
    void aPointerThatIsChosen() {
        assertSame("""
                br i1 %c, label %a, label %b
                a:
                br label %b
                b:
                %p = phi ptr [ %x, %a ], [ %y, %0 ]
                """ + LAUNCH + """
                call void @offload_map_pointer(ptr %p, i64 8, i64 3)
                call void @k(i64 %n, ptr %p)
                ret void
                """, """
                br i1 %%c, label %%a, label %%b
                a:
                br label %%b
                b:
                %%p = phi ptr [ %%x, %%a ], [ %%y, %%0 ]
                call void @k(i64 %%n, ptr %%p) [%s, "offload.map"(i32 1, i64 8, i64 3)]
                ret void
                """.formatted(BUNDLES));
    }
}
