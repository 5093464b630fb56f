package io.github.offload4j.irtests.composition;

import io.github.offload4j.codegen.ArgumentsBuilder;
import io.github.offload4j.codegen.signature.Access;
import io.github.offload4j.codegen.signature.Extent;
import io.github.offload4j.codegen.signature.MapModifier;
import io.github.offload4j.irtests.fixture.TestFunction;
import java.util.List;
import java.util.Set;

/** Argument lists of {@code void @run(ptr %x, ptr nonnull %y, ptr %d, i64 %n, float %f, i32 %device)}. */
enum Mix {
    NONE("") {
        @Override
        <B extends ArgumentsBuilder<B>> B add(B arguments, TestFunction run) {
            return arguments;
        }
    },
    POINTERS("ptr, ptr", "*x", "*y") {
        @Override
        <B extends ArgumentsBuilder<B>> B add(B arguments, TestFunction run) {
            return arguments
                    .map(run.parameter("x"), Access.TO, Extent.of("[6 x float]"))
                    .map(run.parameter("y"), Access.TOFROM, Extent.bytes(12));
        }
    },
    SLICE_AND_VALUES("float, ptr, i64, ptr", "f", "*x", "n", "*y") {
        @Override
        <B extends ArgumentsBuilder<B>> B add(B arguments, TestFunction run) {
            return arguments
                    .value(run.parameter("f"))
                    .slice(run.parameter("x"), run.parameter("n"), Access.TOFROM, "double")
                    .map(run.parameter("y"), Access.FROM, Extent.bytes(4))
                    .named("result");
        }
    },
    VALUES("i64, float", "n", "f") {
        @Override
        <B extends ArgumentsBuilder<B>> B add(B arguments, TestFunction run) {
            return arguments.value(run.parameter("n")).value(run.parameter("f"));
        }
    },
    ALIASES("ptr, ptr, ptr", "*x", "*x", "*y") {
        @Override
        <B extends ArgumentsBuilder<B>> B add(B arguments, TestFunction run) {
            return arguments
                    .map(run.parameter("x"), Access.TO, Extent.bytes(8))
                    .map(run.parameter("x"), Access.FROM, Extent.bytes(16))
                    .map(run.parameter("y"), Access.ALLOC, Extent.bytes(8));
        }
    },
    /** What preset rustc does not know. */
    DEVICE_POINTER("ptr, ptr", "*y", "d") {
        @Override
        <B extends ArgumentsBuilder<B>> B add(B arguments, TestFunction run) {
            return arguments
                    .map(run.parameter("y"), Access.TO, Extent.bytes(8), Set.of(MapModifier.ALWAYS))
                    .devicePointer(run.parameter("d"));
        }
    };

    private final String types;
    private final List<String> hostArguments;

    /**
     * Describes a list.
     *
     * @param types the types of the callee's parameters
     * @param hostArguments the arguments of a host call: parameters of the caller, and with a star those whose device address is
     *     passed
     */
    Mix(String types, String... hostArguments) {
        this.types = types;
        this.hostArguments = List.of(hostArguments);
    }

    String types() {
        return types;
    }

    List<String> hostArguments() {
        return hostArguments;
    }

    /** Adds the arguments. */
    abstract <B extends ArgumentsBuilder<B>> B add(B arguments, TestFunction run);
}
