package io.github.offload4j.irtests.misuse;

import io.github.offload4j.codegen.diagnostic.OffloadException.Reason;
import io.github.offload4j.runtime.embedded.EmbeddedOptions;
import io.github.offload4j.runtime.jit.CallbackArguments;
import io.github.offload4j.runtime.jit.OffloadJit;
import io.github.offload4j.runtime.jit.OffloadProgram;
import io.github.offload4j.runtime.jit.OffloadRuntime;
import io.github.offload4j.runtime.jit.ProgramFunction;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.Stream;
import org.bytedeco.javacpp.FloatPointer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Arguments that do not fit, and results and callbacks that are read as something else. */
final class ProgramMisuseTest {
    static final String FUNCTIONS = """
        declare void @java(i32, float, ptr)
        define void @nothing() {
          ret void
        }
        define void @take(i1 %b, i8 %c, i16 %s, i32 %i, i64 %l) {
          ret void
        }
        define void @floats(float %f, double %d) {
          ret void
        }
        define ptr @pointer(ptr %p) {
          ret ptr %p
        }
        define i32 @int(i32 %i) {
          ret i32 %i
        }
        define i64 @long(i64 %i) {
          ret i64 %i
        }
        define float @float(float %f) {
          ret float %f
        }
        define void @callback(ptr %p) {
          call void @java(i32 7, float 1.5, ptr %p)
          ret void
        }
        define void @variadic(...) {
          ret void
        }
        define i128 @wide(i128 %i) {
          ret i128 %i
        }
        define <4 x i32> @vector() {
          ret <4 x i32> zeroinitializer
        }
        define internal void @hidden() {
          ret void
        }
        """;

    private final OffloadRuntime runtime = OffloadRuntime.embedded(EmbeddedOptions.defaults());
    private final AtomicReference<Function<CallbackArguments, @Nullable Object>> java =
            new AtomicReference<>(a -> null);
    private final OffloadProgram program = OffloadJit.on(runtime)
            .define("java", arguments -> java.get().apply(arguments))
            .build()
            .load(FUNCTIONS);

    @AfterEach
    void close() {
        program.close();
        runtime.close();
    }

    private DynamicTest call(
            String use, Reason reason, String message, String function, @Nullable Object... arguments) {
        return Wrong.use(use, reason, message, () -> program.function(function).call(arguments));
    }

    private DynamicTest argument(String use, String message, String function, @Nullable Object... arguments) {
        return call(use, Reason.ARGUMENT, message, function, arguments);
    }

    @TestFactory
    Stream<DynamicTest> argumentsThatDoNotFit() {
        FloatPointer freed = new FloatPointer(4);
        freed.close();
        return Stream.of(
                call("too few", Reason.SIGNATURE, "'int' takes 1 arguments, 0 are given", "int"),
                call("too many", Reason.SIGNATURE, "'nothing' takes 0 arguments, 2 are given", "nothing", 1, 2),
                argument(
                        "a number for a truth value",
                        "argument 1 of 'take' is i1, and a java.lang.Integer is given",
                        "take",
                        1,
                        (byte) 1,
                        (short) 1,
                        1,
                        1L),
                argument(
                        "a short for a byte",
                        "argument 2 of 'take' is i8, and a java.lang.Short is given; give a Byte",
                        "take",
                        true,
                        (short) 1,
                        (short) 1,
                        1,
                        1L),
                argument(
                        "an int for a short",
                        "argument 3 of 'take' is i16, and a java.lang.Integer is given; give a Short",
                        "take",
                        true,
                        (byte) 1,
                        1,
                        1,
                        1L),
                argument(
                        "a long for an int",
                        "argument 4 of 'take' is i32, and a java.lang.Long is given; give an Integer",
                        "take",
                        true,
                        (byte) 1,
                        (short) 1,
                        1L,
                        1L),
                argument(
                        "a double for a long",
                        "argument 5 of 'take' is i64, and a java.lang.Double is given; give a Long",
                        "take",
                        true,
                        (byte) 1,
                        (short) 1,
                        1,
                        1.0),
                argument(
                        "null for an int",
                        "argument 1 of 'int' is i32, and null is given; give an Integer",
                        "int",
                        new Object[] {null}),
                argument(
                        "a character",
                        "argument 1 of 'int' is i32, and a java.lang.Character is given; give an Integer",
                        "int",
                        'c'),
                argument(
                        "a double for a float",
                        "argument 1 of 'floats' is float, and a java.lang.Double is given; give a Float",
                        "floats",
                        1.0,
                        1.0),
                argument(
                        "an int for a double",
                        "argument 2 of 'floats' is double, and a java.lang.Integer is given; give a Double",
                        "floats",
                        1f,
                        1),
                argument(
                        "a string for a pointer",
                        "argument 1 of 'pointer' is ptr, and a java.lang.String is given;"
                                + " give an array of numbers, a direct buffer, a Pointer or a NativeAddress",
                        "pointer",
                        "text"),
                argument(
                        "truth values for a pointer",
                        "argument 1 of 'pointer' is ptr, and a boolean[] is given",
                        "pointer",
                        new boolean[1]),
                argument(
                        "characters for a pointer",
                        "argument 1 of 'pointer' is ptr, and a char[] is given",
                        "pointer",
                        new char[1]),
                argument(
                        "arrays of arrays",
                        "argument 1 of 'pointer' is ptr, and a float[][] is given",
                        "pointer",
                        (Object) new float[1][1]),
                argument(
                        "a number for a pointer",
                        "argument 1 of 'pointer' is ptr, and a java.lang.Long is given",
                        "pointer",
                        64L),
                argument(
                        "a buffer on the heap",
                        "argument 1 of 'pointer' is a buffer on the Java heap; give a direct buffer or an array",
                        "pointer",
                        ByteBuffer.allocate(8)),
                argument(
                        "a wrapped array",
                        "argument 1 of 'pointer' is a buffer on the Java heap",
                        "pointer",
                        FloatBuffer.wrap(new float[1])),
                argument(
                        "a handle that was freed",
                        "argument 1 of 'pointer' is a FloatPointer without memory: it was closed, or never had any;"
                                + " give null for a null pointer",
                        "pointer",
                        freed),
                call("no such function", Reason.ARGUMENT, "the program has no function 'missing'; it has [", "missing"),
                call("an empty name", Reason.ARGUMENT, "the program has no function ''", ""),
                call("a function with another case", Reason.ARGUMENT, "the program has no function 'INT'", "INT"),
                call("a function that is only declared", Reason.ARGUMENT, "the program has no function 'java'", "java"),
                call(
                        "a function that is not visible",
                        Reason.ARGUMENT,
                        "the program has no function 'hidden'",
                        "hidden"),
                call(
                        "a variadic function",
                        Reason.SIGNATURE,
                        "'variadic' takes a variable number of arguments",
                        "variadic"),
                call("a wide integer", Reason.SIGNATURE, "'wide' has a value of type i128", "wide", 1L),
                call("a vector", Reason.SIGNATURE, "'vector' has a value of type <4 x i32>", "vector"));
    }

    private DynamicTest result(String use, String message, Function<OffloadProgram, Object> read) {
        return Wrong.use(use, Reason.ARGUMENT, message, () -> read.apply(program));
    }

    @TestFactory
    Stream<DynamicTest> resultsThatAreReadAsSomethingElse() {
        return Stream.of(
                result(
                        "nothing as an int",
                        "the function returns void, and an int is asked for",
                        p -> p.function("nothing").call().asInt()),
                result(
                        "a long as an int",
                        "the function returns i64, and an int is asked for",
                        p -> p.function("long").call(1L).asInt()),
                result(
                        "a float as an integer",
                        "the function returns float, and an integer is asked for",
                        p -> p.function("float").call(1f).asLong()),
                result(
                        "a float as a double",
                        "the function returns float, and a double is asked for",
                        p -> p.function("float").call(1f).asDouble()),
                result(
                        "an int as a float",
                        "the function returns i32, and a float is asked for",
                        p -> p.function("int").call(1).asFloat()),
                result(
                        "an int as a truth value",
                        "the function returns i32, and a truth value is asked for",
                        p -> p.function("int").call(1).asBoolean()),
                result(
                        "a long as an address",
                        "the function returns i64, and an address is asked for",
                        p -> p.function("long").call(1L).asAddress()));
    }

    private DynamicTest callback(String use, String message, Function<CallbackArguments, @Nullable Object> method) {
        return Wrong.use(use, Reason.ARGUMENT, message, () -> {
            java.set(method);
            program.function("callback").call((Object) new float[2]);
        });
    }

    @TestFactory
    Stream<DynamicTest> callbacksThatAskForSomethingElse() {
        return Stream.of(
                callback(
                        "an argument behind the last",
                        "'java' is called with 3 arguments, and argument 4 is asked for",
                        a -> a.integer(3)),
                callback(
                        "an argument before the first",
                        "'java' is called with 3 arguments, and argument 0 is asked for",
                        a -> a.address(-1)),
                callback(
                        "an integer as a number",
                        "argument 1 of 'java' is i32, and a number is asked for",
                        a -> a.number(0)),
                callback(
                        "a number as an integer",
                        "argument 2 of 'java' is float, and an integer is asked for",
                        a -> a.integer(1)),
                callback(
                        "an integer as an address",
                        "argument 1 of 'java' is i32, and a pointer is asked for",
                        a -> a.address(0)),
                callback(
                        "memory of a number",
                        "argument 2 of 'java' is float, and a pointer is asked for",
                        a -> a.memory(1, 4)),
                callback(
                        "more memory than there is",
                        "argument 3 of 'java' points to 8 bytes, and 9 bytes of it are asked for",
                        a -> a.memory(2, 9)),
                callback(
                        "a negative amount of memory",
                        "argument 3 of 'java' cannot be seen as -1 bytes; a buffer has 0 to 2147483647",
                        a -> a.memory(2, -1)),
                callback(
                        "more than a buffer has",
                        "argument 3 of 'java' cannot be seen as 2147483648 bytes",
                        a -> a.memory(2, 1L << 31)),
                callback(
                        "a result where there is none",
                        "the result of 'java' is void, and a java.lang.Integer is given",
                        a -> 1),
                Wrong.use(
                        "memory of a null pointer",
                        Reason.ARGUMENT,
                        "argument 3 of 'java' is a null pointer, and 4 bytes of it are asked for",
                        () -> {
                            java.set(a -> a.memory(2, 4));
                            program.function("callback").call(new Object[] {null});
                        }));
    }

    @Test
    void aProgramThatIsClosed() {
        ProgramFunction function = program.function("nothing");
        program.close();
        Refusal.assertRefused(Reason.STATE, "the program is closed", function::call);
        Refusal.assertRefused(Reason.STATE, "the program is closed", () -> program.function("nothing"));
        program.close();
    }

    @Test
    void aRuntimeThatIsClosedBeforeItsPrograms() {
        Refusal.assertRefused(Reason.STATE, "1 programs are still open; close them before the runtime", runtime::close);
    }

    @Test
    void aProgramOnAClosedRuntime() {
        OffloadRuntime closed = OffloadRuntime.embedded(EmbeddedOptions.defaults());
        closed.close();
        closed.close();
        Refusal.assertRefused(
                Reason.STATE,
                "the offload runtime is closed",
                () -> OffloadJit.on(closed).build().load(FUNCTIONS));
    }

    @Test
    void aProgramThatClosesItself() {
        java.set(arguments -> {
            program.close();
            return null;
        });
        Refusal.assertRefused(
                Reason.STATE,
                "the program cannot be closed by a method that it calls",
                () -> program.function("callback").call((Object) new float[1]));
    }

    @Test
    void aCallbackThatIsKept() {
        AtomicReference<CallbackArguments> kept = new AtomicReference<>();
        java.set(arguments -> {
            kept.set(arguments);
            return null;
        });
        program.function("callback").call((Object) new float[1]);
        Refusal.assertRefused(
                Reason.STATE,
                "the call of 'java' has returned, and its arguments with it",
                () -> kept.get().memory(2, 4));
    }
}
