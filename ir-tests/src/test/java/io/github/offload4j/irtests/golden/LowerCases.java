package io.github.offload4j.irtests.golden;

import io.github.offload4j.codegen.OffloadOptions;
import io.github.offload4j.codegen.lower.Lowering;
import java.util.List;

/** Marked calls, one for each form of their bundles and each kind of call. */
final class LowerCases {
    private static final String KERNEL = "\"offload\"(i1 false, i64 -1), \"offload.grid\"(i32 4, i32 1, i32 1),"
            + " \"offload.block\"(i32 64, i32 1, i32 1)";

    private final GoldenFolder cases = new GoldenFolder("lower");

    private LowerCases() {}

    static List<GoldenCase> all() {
        LowerCases lower = new LowerCases();
        lower.kernels();
        lower.hostCalls();
        lower.invokes();
        return lower.cases.cases();
    }

    private void add(String name, String question, String source) {
        add(name, question, OffloadOptions.defaults(), source);
    }

    private void add(String name, String question, OffloadOptions options, String source) {
        cases.add(
                name,
                question,
                options,
                source,
                module -> Lowering.with(options).lower(module.raw()));
    }

    /** Returns a module with one launch. */
    private static String launch(String parameters, String kernel, String arguments, String bundles) {
        return "declare void @k" + kernel + "\ndefine void @run" + parameters + " {\n  call void @k" + arguments + " [ "
                + bundles + " ]\n  ret void\n}\n";
    }

    private void kernels() {
        add(
                "device-pointer",
                "does a device pointer reach the kernel unmapped?",
                launch("(ptr %d)", "(ptr)", "(ptr %d)", KERNEL + ", \"offload.device\"(i32 0)"));
        add("kernel-alias", "is a kernel launched by the name that the call uses?", """
            @second = alias void (), ptr @first
            define void @first() {
              ret void
            }
            define void @run() {
              call void @second() [ KERNEL ]
              ret void
            }
            """.replace("KERNEL", KERNEL));
    }

    private void hostCalls() {
        add("host", "does a marked call of a host function get device addresses where it maps?", """
            declare i32 @gemv(ptr, ptr, float, i32)
            define i32 @run(ptr nonnull %a, ptr %scratch, float %alpha, i32 %n) {
              %r = call i32 @gemv(ptr %a, ptr %scratch, float %alpha, i32 %n) [
                "offload"(i1 true, i64 2), "offload.map"(i32 0, i64 64, i64 3) ]
              ret i32 %r
            }
            """);
        add("host-keeps", "does a host call keep what it carries, except what was said of the host's memory?", """
            declare fastcc float @norm(ptr, ptr)
            define float @run(ptr nonnull %x, ptr %d) {
              %r = tail call fast fastcc float @norm(ptr noundef nonnull align 16 dereferenceable(64) %x, ptr nonnull %d) #0
                [ "deopt"(i32 7), "offload"(i1 true, i64 0), "offload.map"(i32 0, i64 64, i64 1), "offload.device"(i32 1) ], !note !0
              ret float %r
            }
            attributes #0 = { nounwind "mine"="kept" }
            !0 = !{!"kept"}
            """);
        add("host-indirect", "is a computed callee called with device addresses?", """
            define void @run(ptr %callee, ptr nonnull %x) {
              call void %callee(ptr %x) [ "offload"(i1 true, i64 0), "offload.map"(i32 0, i64 64, i64 3) ]
              ret void
            }
            """);
        add("two-sites", "do two sites of a function share what is the same?", """
            declare void @f(ptr)
            define void @run(ptr nonnull %x) {
              call void @f(ptr %x) [ "offload"(i1 true, i64 0), "offload.map"(i32 0, i64 64, i64 3) ]
              call void @f(ptr %x) [ "offload"(i1 true, i64 0), "offload.map"(i32 0, i64 64, i64 3) ]
              ret void
            }
            """);
        add("loop", "does a site in a loop keep its slots outside of it?", """
            declare void @f(ptr)
            define void @run(ptr nonnull %x, i32 %n) {
            entry:
              br label %body
            body:
              %i = phi i32 [ 0, %entry ], [ %next, %body ]
              call void @f(ptr %x) [ "offload"(i1 true, i64 0), "offload.map"(i32 0, i64 64, i64 3) ]
              %next = add i32 %i, 1
              %more = icmp slt i32 %next, %n
              br i1 %more, label %body, label %exit
            exit:
              ret void
            }
            """);
        add("debug-info", "does everything that is added get the call's location, and its names?", """
            declare void @f(ptr)
            define void @run(ptr nonnull %x) !dbg !3 {
              call void @f(ptr %x) [ "offload"(i1 true, i64 0), "offload.map"(i32 0, i64 64, i64 3) ], !dbg !5
              ret void, !dbg !6
            }
            !llvm.dbg.cu = !{!1}
            !llvm.module.flags = !{!0}
            !0 = !{i32 2, !"Debug Info Version", i32 3}
            !1 = distinct !DICompileUnit(language: DW_LANG_C11, file: !2, emissionKind: FullDebug)
            !2 = !DIFile(filename: "main.c", directory: "/")
            !3 = distinct !DISubprogram(name: "run", file: !2, line: 1, type: !4, unit: !1, spFlags: DISPFlagDefinition)
            !4 = !DISubroutineType(types: !{null})
            !5 = !DILocation(line: 7, column: 5, scope: !3)
            !6 = !DILocation(line: 8, column: 1, scope: !3)
            """);
        add("funclet", "do calls in a funclet name it?", """
            declare i32 @__CxxFrameHandler3(...)
            declare void @may_throw()
            declare void @f(ptr)
            define void @run(ptr nonnull %x) personality ptr @__CxxFrameHandler3 {
              invoke void @may_throw() to label %done unwind label %pad
            done:
              ret void
            pad:
              %cleanup = cleanuppad within none []
              call void @f(ptr %x) [ "funclet"(token %cleanup), "offload"(i1 true, i64 0), "offload.map"(i32 0, i64 64, i64 3) ]
              cleanupret from %cleanup unwind to caller
            }
            """);
    }

    private void invokes() {
        String declarations = """
            declare i32 @__gxx_personality_v0(...)
            declare i32 @f(ptr)
            declare void @k(ptr)
            declare void @on_host(ptr)
            """;
        String host = "[ \"offload\"(i1 true, i64 0), \"offload.map\"(i32 0, i64 64, i64 3) ]";
        String launch = "[ " + KERNEL + ", \"offload.map\"(i32 0, i64 64, i64 3) ]";
        String fallback = launch.replace(" ]", ", \"offload.fallback\"(ptr @on_host) ]");
        add("invoke", "does each way out of an invoke close the region?", declarations + """
            define i32 @run(ptr nonnull %x) personality ptr @__gxx_personality_v0 {
            entry:
              %r = invoke i32 @f(ptr %x) HOST to label %done unwind label %caught
            done:
              ret i32 %r
            caught:
              %e = landingpad { ptr, i32 } cleanup
              resume { ptr, i32 } %e
            }
            """.replace("HOST", host));
        add(
                "invoke-shared",
                "do destinations that others lead to get a block in between?",
                declarations + """
                    define i32 @run(ptr nonnull %x) personality ptr @__gxx_personality_v0 {
                    entry:
                      %first = invoke i32 @f(ptr %x) to label %next unwind label %caught
                    next:
                      %second = invoke i32 @f(ptr %x) HOST to label %done unwind label %caught
                    done:
                      %r = phi i32 [ %second, %next ], [ %w, %caught ]
                      ret i32 %r
                    caught:
                      %w = phi i32 [ 1, %entry ], [ 2, %next ]
                      %e = landingpad { ptr, i32 } catch ptr null
                      %object = extractvalue { ptr, i32 } %e, 0
                      br label %done
                    }
                    """.replace("HOST", host));
        add(
                "invoke-launch",
                "is a launch followed by a jump to where the invoke returns?",
                declarations + """
                    define void @run(ptr nonnull %x) personality ptr @__gxx_personality_v0 {
                    entry:
                      invoke void @k(ptr %x) LAUNCH to label %done unwind label %caught
                    done:
                      ret void
                    caught:
                      %e = landingpad { ptr, i32 } cleanup
                      resume { ptr, i32 } %e
                    }
                    """.replace("LAUNCH", launch));
        add(
                "invoke-fallback",
                "does a fallback that may throw take the place of the invoke?",
                declarations + """
                    define void @run(ptr nonnull %x) personality ptr @__gxx_personality_v0 {
                    entry:
                      invoke void @k(ptr %x) LAUNCH to label %done unwind label %caught
                    done:
                      ret void
                    caught:
                      %e = landingpad { ptr, i32 } cleanup
                      resume { ptr, i32 } %e
                    }
                    """.replace("LAUNCH", fallback));
        add("invoke-funclet", "does an exception reach a funclet through a cleanup?", """
            declare i32 @__CxxFrameHandler3(...)
            declare i32 @f(ptr)
            define i32 @run(ptr nonnull %x) personality ptr @__CxxFrameHandler3 {
            entry:
              %r = invoke i32 @f(ptr %x) HOST to label %done unwind label %dispatch
            done:
              ret i32 %r
            dispatch:
              %s = catchswitch within none [label %handler] unwind to caller
            handler:
              %h = catchpad within %s [ptr null, i32 64, ptr null]
              catchret from %h to label %after
            after:
              ret i32 0
            }
            """.replace("HOST", host));
    }
}
