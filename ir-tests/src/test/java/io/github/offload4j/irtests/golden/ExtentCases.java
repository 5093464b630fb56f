package io.github.offload4j.irtests.golden;

import static io.github.offload4j.irtests.golden.Sites.kernel;

import io.github.offload4j.codegen.signature.Access;
import io.github.offload4j.codegen.signature.Extent;
import io.github.offload4j.irtests.fixture.TestFunction;
import io.github.offload4j.irtests.fixture.TestModule;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.bytedeco.llvm.LLVM.LLVMValueRef;

/** Extents that are counts or types. */
final class ExtentCases {
    private ExtentCases() {}

    static GoldenFolder all() {
        GoldenFolder maps = new GoldenFolder(
                "extents",
                "which size do extents have that only the API has?",
                "mul",
                "sext",
                "zext",
                ".offload_sizes");
        maps.add("pointee", "is the size of an object that of its type?", (module) -> {
            TestFunction run = module.define("void @run(ptr nonnull %x)");
            module.call(kernel("k").map(run.parameter("x"), Access.TO, Extent.of("[6 x { i8, double }]")));
        });
        maps.add("pointee-type", "may the type of an object be a handle?", module -> {
            TestFunction run = module.define("void @run(ptr nonnull %x)");
            module.call(kernel("k").map(run.parameter("x"), Access.TO, Extent.of(module.type("<3 x i32>"))));
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
        return maps;
    }

    private static Consumer<TestModule> counted(String type, BiFunction<LLVMValueRef, TestModule, Extent> extent) {
        return module -> {
            TestFunction run = module.define("void @run(ptr nonnull %x, ptr nonnull %y, " + type + " %n)");
            module.call(kernel("k")
                    .map(run.parameter("x"), Access.TO, Extent.bytes(16))
                    .map(run.parameter("y"), Access.TO, extent.apply(run.parameter("n"), module)));
        };
    }
}
