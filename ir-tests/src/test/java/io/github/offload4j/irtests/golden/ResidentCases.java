package io.github.offload4j.irtests.golden;

import static io.github.offload4j.irtests.golden.Sites.options;

import io.github.offload4j.codegen.OffloadOptions;
import io.github.offload4j.codegen.lower.Lowering;
import io.github.offload4j.codegen.option.DevicePointers;
import io.github.offload4j.codegen.option.Transfers;
import java.util.List;

/** Data that stays on the device from site to site. The callees are functions of the host, for the sake of short IR. */
final class ResidentCases {
    private static final OffloadOptions RESIDENT = options(o -> o.transfers(Transfers.RESIDENT));

    private static final String DECLARATIONS = """
            declare void @f(ptr) nounwind
            declare void @g(ptr, ptr) nounwind
            declare void @reader(ptr readonly) nounwind
            declare void @tick() nounwind
            declare i32 @personality(...)
            """;

    private static final String HOST = "\"offload\"(i1 true, i64 0)";

    private final GoldenFolder cases = new GoldenFolder("resident");

    private ResidentCases() {}

    static List<GoldenCase> all() {
        ResidentCases resident = new ResidentCases();
        resident.sites();
        resident.loops();
        resident.ways();
        return resident.cases.cases();
    }

    private void add(String name, String question, String source) {
        add(name, question, RESIDENT, source);
    }

    private void add(String name, String question, OffloadOptions options, String source) {
        String text = DECLARATIONS
                + source.replace("HOST", HOST)
                        .replaceAll("MAP\\((\\d), (\\d)\\)", "\"offload.map\"(i32 $1, i64 64, i64 $2)");
        cases.add(
                name, question, options, text, module -> Lowering.with(options).lower(module.raw()));
    }

    private void sites() {
        add("two-sites", "do two sites share one mapping?", """
                define void @run(ptr noalias nonnull %x) nounwind {
                  call void @f(ptr %x) [ HOST, MAP(0, 3) ]
                  call void @f(ptr %x) [ HOST, MAP(0, 3) ]
                  ret void
                }
                """);
        add("two-launches", "are launches on data that is there nothing but launches?", """
                declare void @k(ptr)
                define void @run(ptr noalias nonnull %x) nounwind {
                  call void @k(ptr %x) [ KERNEL, MAP(0, 2) ]
                  call void @k(ptr %x) [ KERNEL, MAP(0, 3) ]
                  call void @k(ptr %x) [ KERNEL, MAP(0, 1) ]
                  ret void
                }
                """.replace(
                        "KERNEL",
                        "\"offload\"(i1 false, i64 0), \"offload.grid\"(i32 1, i32 1, i32 1),"
                                + " \"offload.block\"(i32 1, i32 1, i32 1)"));
        add("some-arguments", "does an argument stay while another travels?", """
                define void @run(ptr noalias nonnull %x, ptr noalias nonnull %y) nounwind {
                  call void @g(ptr %x, ptr %y) [ HOST, MAP(0, 3), MAP(1, 3) ]
                  store i32 0, ptr %y
                  call void @g(ptr %x, ptr %y) [ HOST, MAP(0, 3), MAP(1, 3) ]
                  ret void
                }
                """);
        add("never-written", "is what the callee never writes not copied back?", """
                define void @run(ptr noalias nonnull %x) nounwind {
                  call void @reader(ptr %x) [ HOST, MAP(0, 3) ]
                  ret void
                }
                """);
        add(
                "asked-pointers",
                "do device pointers that are asked for stay where they are?",
                options(o -> o.transfers(Transfers.RESIDENT).devicePointers(DevicePointers.GET_MAPPED_PTR)),
                """
                define void @run(ptr noalias nonnull %x) nounwind {
                  call void @f(ptr %x) [ HOST, MAP(0, 3) ]
                  call void @f(ptr %x) [ HOST, MAP(0, 3) ]
                  ret void
                }
                """);
    }

    private void loops() {
        add("loop", "is data mapped in front of a loop and unmapped behind it?", """
                define void @run(ptr noalias nonnull %x, i32 %n) nounwind {
                entry:
                  br label %body
                body:
                  %i = phi i32 [ 0, %entry ], [ %next, %body ]
                  call void @f(ptr %x) [ HOST, MAP(0, 3) ]
                  %next = add i32 %i, 1
                  %more = icmp slt i32 %next, %n
                  br i1 %more, label %body, label %exit
                exit:
                  ret void
                }
                """);
        add("loop-tested-first", "does a loop that may not run map nothing then?", """
                define void @run(ptr noalias nonnull %x, i32 %n) nounwind {
                entry:
                  br label %test
                test:
                  %i = phi i32 [ 0, %entry ], [ %next, %body ]
                  %more = icmp slt i32 %i, %n
                  br i1 %more, label %body, label %exit
                body:
                  call void @f(ptr %x) [ HOST, MAP(0, 3) ]
                  %next = add i32 %i, 1
                  br label %test
                exit:
                  ret void
                }
                """);
        add("loop-on-an-edge", "does the edge into a loop get a block where others leave the same block?", """
                define void @run(ptr noalias nonnull %x, i32 %n) nounwind {
                entry:
                  %any = icmp sgt i32 %n, 0
                  br i1 %any, label %body, label %exit
                body:
                  %i = phi i32 [ 0, %entry ], [ %next, %body ]
                  call void @f(ptr %x) [ HOST, MAP(0, 3) ]
                  %next = add i32 %i, 1
                  %more = icmp slt i32 %next, %n
                  br i1 %more, label %body, label %exit
                exit:
                  ret void
                }
                """);
        add("nested-loops", "is data mapped in front of the outermost loop?", """
                define void @run(ptr noalias nonnull %x, i32 %n) nounwind {
                entry:
                  br label %outer
                outer:
                  %i = phi i32 [ 0, %entry ], [ %i.next, %behind ]
                  br label %inner
                inner:
                  %j = phi i32 [ 0, %outer ], [ %j.next, %inner ]
                  call void @f(ptr %x) [ HOST, MAP(0, 3) ]
                  %j.next = add i32 %j, 1
                  %j.more = icmp slt i32 %j.next, %n
                  br i1 %j.more, label %inner, label %behind
                behind:
                  %i.next = add i32 %i, 1
                  %i.more = icmp slt i32 %i.next, %n
                  br i1 %i.more, label %outer, label %exit
                exit:
                  ret void
                }
                """);
        add("computed-size", "is a size that is computed in the loop computed in front of it?", """
                define void @run(ptr noalias nonnull %x, i64 %n) nounwind {
                entry:
                  br label %body
                body:
                  %i = phi i64 [ 0, %entry ], [ %next, %body ]
                  %bytes = mul i64 %n, 4
                  call void @f(ptr %x) [ HOST, "offload.map"(i32 0, i64 %bytes, i64 3) ]
                  %next = add i64 %i, 1
                  %more = icmp slt i64 %next, %n
                  br i1 %more, label %body, label %exit
                exit:
                  ret void
                }
                """);
    }

    private void ways() {
        add("early-exit", "is data unmapped on every way out?", """
                define i32 @run(ptr noalias nonnull %x, i32 %n) nounwind {
                entry:
                  br label %body
                body:
                  %i = phi i32 [ 0, %entry ], [ %next, %on ]
                  call void @f(ptr %x) [ HOST, MAP(0, 3) ]
                  %stop = icmp eq i32 %i, 7
                  br i1 %stop, label %early, label %on
                on:
                  %next = add i32 %i, 1
                  %more = icmp slt i32 %next, %n
                  br i1 %more, label %body, label %exit
                early:
                  ret i32 1
                exit:
                  ret i32 0
                }
                """);
        add("unwinding", "is data unmapped when an exception is caught?", """
                declare void @thrower(ptr)
                define void @run(ptr noalias nonnull %x, i32 %n) nounwind personality ptr @personality {
                entry:
                  br label %body
                body:
                  %i = phi i32 [ 0, %entry ], [ %next, %on ]
                  invoke void @thrower(ptr %x) [ HOST, MAP(0, 3) ] to label %on unwind label %thrown
                on:
                  %next = add i32 %i, 1
                  %more = icmp slt i32 %next, %n
                  br i1 %more, label %body, label %exit
                thrown:
                  %caught = landingpad { ptr, i32 } catch ptr null
                  ret void
                exit:
                  ret void
                }
                """);
        add("irreducible", "does a cycle with two entries decide when it runs?", """
                define void @run(ptr noalias nonnull %x, i1 %which, i32 %n) nounwind {
                entry:
                  br i1 %which, label %first, label %second
                first:
                  %i = phi i32 [ 0, %entry ], [ %next, %second ]
                  call void @f(ptr %x) [ HOST, MAP(0, 3) ]
                  br label %second
                second:
                  %j = phi i32 [ 0, %entry ], [ %i, %first ]
                  call void @reader(ptr %x) [ HOST, MAP(0, 1) ]
                  %next = add i32 %j, 1
                  %more = icmp slt i32 %next, %n
                  br i1 %more, label %first, label %exit
                exit:
                  ret void
                }
                """);
        add("host-between", "does data go back where the host looks at it, and stay elsewhere?", """
                define i32 @run(ptr noalias nonnull %x, i1 %look) nounwind {
                entry:
                  call void @f(ptr %x) [ HOST, MAP(0, 3) ]
                  br i1 %look, label %looking, label %on
                looking:
                  %seen = load i32, ptr %x
                  br label %on
                on:
                  %result = phi i32 [ 0, %entry ], [ %seen, %looking ]
                  call void @f(ptr %x) [ HOST, MAP(0, 3) ]
                  ret i32 %result
                }
                """);
    }
}
