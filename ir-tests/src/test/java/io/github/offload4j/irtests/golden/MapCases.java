package io.github.offload4j.irtests.golden;

import static io.github.offload4j.irtests.golden.Sites.kernel;

import io.github.offload4j.codegen.signature.Access;
import io.github.offload4j.codegen.signature.Extent;
import io.github.offload4j.codegen.signature.MapModifier;
import io.github.offload4j.irtests.fixture.TestFunction;
import io.github.offload4j.irtests.fixture.TestModule;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.bytedeco.llvm.LLVM.LLVMValueRef;

/** How mapped pointers become array entries. */
final class MapCases {
    private MapCases() {}

    static List<GoldenCase> all() {
        GoldenFolder maps = new GoldenFolder("maps");
        addDirections(maps);
        addModifiers(maps);
        addExtents(maps);
        addPointers(maps);
        addAliases(maps);
        return maps.cases();
    }

    private static void addDirections(GoldenFolder maps) {
        maps.add("to", "does 'to' copy in at the begin and nothing at the end?", mapping(Access.TO));
        maps.add("from", "does 'from' copy nothing in and back at the end?", mapping(Access.FROM));
        maps.add("tofrom", "does 'tofrom' copy in at the begin and back at the end?", mapping(Access.TOFROM));
        maps.add("alloc", "does 'alloc' map memory without a copy?", mapping(Access.ALLOC));
    }

    private static void addModifiers(GoldenFolder maps) {
        maps.add("always", "does 'always' stand beside both directions?", mapping(Access.TOFROM, MapModifier.ALWAYS));
        maps.add(
                "present", "does 'present' stand in the begin and end calls?", mapping(Access.TO, MapModifier.PRESENT));
        maps.add("close", "does 'close' stand in the begin and end calls?", mapping(Access.TO, MapModifier.CLOSE));
        maps.add("hold", "does 'hold' stand in the begin and end calls?", mapping(Access.ALLOC, MapModifier.HOLD));
        maps.add("all-modifiers", "do modifiers add up?", mapping(Access.TOFROM, MapModifier.values()));
    }

    private static Consumer<TestModule> mapping(Access access, MapModifier... modifiers) {
        Set<MapModifier> set = modifiers.length == 0 ? Set.of() : EnumSet.copyOf(List.of(modifiers));
        return module -> {
            TestFunction run = module.define("void @run(ptr nonnull %x)");
            module.call(kernel("k").map(run.parameter("x"), access, Extent.bytes(8), set));
        };
    }

    private static void addExtents(GoldenFolder maps) {
        maps.add("pointee", "is the size of an object that of its type?", (module) -> {
            TestFunction run = module.define("void @run(ptr nonnull %x)");
            module.call(kernel("k").map(run.parameter("x"), Access.TO, Extent.of("[6 x { i8, double }]")));
        });
        maps.add("pointee-type", "may the type of an object be a handle?", module -> {
            TestFunction run = module.define("void @run(ptr nonnull %x)");
            module.call(kernel("k").map(run.parameter("x"), Access.TO, Extent.of(module.type("<3 x i32>"))));
        });
        maps.add("zero-bytes", "is an empty object an entry of size 0?", module -> {
            TestFunction run = module.define("void @run(ptr nonnull %x)");
            module.call(kernel("k").map(run.parameter("x"), Access.TO, Extent.bytes(0)));
        });
        maps.add(
                "count-i64",
                "is a size that the program computes stored beside the constant ones?",
                counted("i64", (count, module) -> Extent.count(count, "double")));
        maps.add(
                "count-i32",
                "is a narrow count widened as a signed number?",
                counted("i32", (count, module) -> Extent.count(count, "float")));
        maps.add(
                "count-type",
                "may the type of an element be a handle?",
                counted("i64", (count, module) -> Extent.count(count, module.type("i16"))));
        maps.add(
                "bytes-computed",
                "is a computed number of bytes taken as it is?",
                counted("i64", (count, module) -> Extent.bytes(count)));
    }

    private static Consumer<TestModule> counted(String type, BiFunction<LLVMValueRef, TestModule, Extent> extent) {
        return module -> {
            TestFunction run = module.define("void @run(ptr nonnull %x, ptr nonnull %y, " + type + " %n)");
            module.call(kernel("k")
                    .map(run.parameter("x"), Access.TO, Extent.bytes(16))
                    .map(run.parameter("y"), Access.TO, extent.apply(run.parameter("n"), module)));
        };
    }

    private static void addPointers(GoldenFolder maps) {
        maps.add("nullable", "does a pointer that may be null have size 0 when it is?", module -> {
            TestFunction run = module.define("void @run(ptr %x)");
            module.call(kernel("k").map(run.parameter("x"), Access.TO, Extent.bytes(8)));
        });
        maps.add("nullable-counted", "does a null pointer have size 0 whatever its count is?", module -> {
            TestFunction run = module.define("void @run(ptr %x, i64 %n)");
            module.call(kernel("k").map(run.parameter("x"), Access.TO, Extent.count(run.parameter("n"), "float")));
        });
        maps.add("null-constant", "does the null constant have the constant size 0?", module -> {
            module.define("void @run()");
            module.call(kernel("k").map(module.constant("ptr null"), Access.TOFROM, Extent.bytes(8)));
        });
        String memory = """
                @table = internal global [4 x i32] zeroinitializer

                define void @run() {
                entry:
                  %local = alloca [2 x i64]
                  ret void
                }
                """;
        maps.add(
                "never-null",
                "is null not asked about of globals and stack slots?",
                Sites.options(o -> o),
                memory,
                module -> {
                    TestFunction run = module.function("run");
                    module.beforeEndOf(run.block("entry"));
                    module.call(kernel("k")
                            .map(module.global("table"), Access.TO, Extent.of("[4 x i32]"))
                            .map(run.instruction("local"), Access.FROM, Extent.of("[2 x i64]")));
                });
    }

    private static void addAliases(GoldenFolder maps) {
        maps.add("same-value-twice", "do two entries of one pointer both carry both directions?", module -> {
            TestFunction run = module.define("void @run(ptr nonnull %x)");
            module.call(kernel("k")
                    .map(run.parameter("x"), Access.TO, Extent.bytes(8))
                    .map(run.parameter("x"), Access.FROM, Extent.bytes(8)));
        });
        maps.add("same-value-sizes", "do two entries of one pointer both have the larger size?", module -> {
            TestFunction run = module.define("void @run(ptr nonnull %x, i64 %n)");
            module.call(kernel("k")
                    .map(run.parameter("x"), Access.TO, Extent.bytes(8))
                    .map(run.parameter("x"), Access.TO, Extent.bytes(16))
                    .map(run.parameter("x"), Access.TO, Extent.count(run.parameter("n"), "i32")));
        });
        maps.add(
                "maybe-equal",
                "does the first of two pointers carry the other's direction when that one begins inside it?",
                module -> {
                    TestFunction run = module.define("void @run(ptr nonnull %x, ptr nonnull %y)");
                    module.call(kernel("k")
                            .map(run.parameter("x"), Access.TO, Extent.bytes(8))
                            .map(run.parameter("y"), Access.FROM, Extent.bytes(8)));
                });
        maps.add("maybe-equal-three", "do the directions of several later pointers add up?", module -> {
            TestFunction run = module.define("void @run(ptr nonnull %x, ptr nonnull %y, ptr nonnull %z)");
            module.call(kernel("k")
                    .map(run.parameter("x"), Access.ALLOC, Extent.bytes(8))
                    .map(run.parameter("y"), Access.TO, Extent.bytes(8))
                    .map(run.parameter("z"), Access.FROM, Extent.bytes(8)));
        });
        maps.add(
                "maybe-equal-many",
                "are many pointers of different directions compared in a loop, and their map types stored at every run?",
                module -> {
                    TestFunction run = module.define("""
                            void @run(ptr nonnull %a, ptr nonnull %b, ptr nonnull %c, ptr nonnull %d, ptr nonnull %e,\
                             ptr nonnull %f, i32 %n)\
                            """);
                    module.call(kernel("k")
                            .map(run.parameter("a"), Access.TO, Extent.bytes(8))
                            .map(run.parameter("b"), Access.FROM, Extent.bytes(8))
                            .map(run.parameter("c"), Access.TO, Extent.bytes(8))
                            .map(run.parameter("d"), Access.FROM, Extent.bytes(8))
                            .map(run.parameter("e"), Access.TO, Extent.bytes(8))
                            .map(run.parameter("f"), Access.FROM, Extent.bytes(8))
                            .value(run.parameter("n")));
                });
        maps.add("noalias", "are pointers that cannot be equal left alone?", module -> {
            TestFunction run = module.define("void @run(ptr noalias nonnull %x, ptr noalias nonnull %y)");
            module.call(kernel("k")
                    .map(run.parameter("x"), Access.TO, Extent.bytes(8))
                    .map(run.parameter("y"), Access.FROM, Extent.bytes(8)));
        });
        maps.add("equal-directions", "are pointers of one direction left alone, wherever they point?", module -> {
            TestFunction run = module.define("void @run(ptr nonnull %x, ptr nonnull %y)");
            module.call(kernel("k")
                    .map(run.parameter("x"), Access.TOFROM, Extent.bytes(8))
                    .map(run.parameter("y"), Access.TOFROM, Extent.bytes(8)));
        });
    }
}
