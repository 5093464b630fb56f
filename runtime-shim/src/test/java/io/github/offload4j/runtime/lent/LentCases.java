package io.github.offload4j.runtime.lent;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.offload4j.codegen.OffloadCall;
import io.github.offload4j.codegen.OffloadOptions;
import io.github.offload4j.codegen.abi.MapFlag;
import io.github.offload4j.codegen.abi.MapType;
import io.github.offload4j.codegen.abi.RuntimeAbi;
import io.github.offload4j.codegen.diagnostic.SourceLocation;
import io.github.offload4j.codegen.option.DevicePointers;
import io.github.offload4j.codegen.option.Transfers;
import io.github.offload4j.codegen.signature.Access;
import io.github.offload4j.codegen.signature.Extent;
import io.github.offload4j.runtime.jit.NativeAddress;
import io.github.offload4j.runtime.jit.OffloadJit;
import io.github.offload4j.runtime.jit.OffloadProgram;
import io.github.offload4j.runtime.testing.Saxpy;
import io.github.offload4j.runtime.testing.TestModule;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.javacpp.FloatPointer;

/** Programs that map more than they were lent, and programs that are right and look as if they did. */
final class LentCases implements AutoCloseable {
    private static final String ADVICE = "; give as many as the sizes that the program gets say";
    private static final long N = Saxpy.LENGTH;
    private static final long TOFROM = MapType.of(MapFlag.TO, MapFlag.FROM).bits();
    private static final long POINTEE =
            MapType.of(MapFlag.TO, MapFlag.PTR_AND_OBJ).bits();

    /** Maps what it is told of its argument, in the ways in which a program can. */
    private static final String RAW =
            """
            declare void @__tgt_target_data_begin_mapper(ptr, i64, i32, ptr, ptr, ptr, ptr, ptr, ptr)
            declare void @__tgt_target_data_end_mapper(ptr, i64, i32, ptr, ptr, ptr, ptr, ptr, ptr)
            declare void @__tgt_target_data_update_mapper(ptr, i64, i32, ptr, ptr, ptr, ptr, ptr, ptr)
            declare i32 @omp_target_memcpy(ptr, ptr, i64, i64, i64, i32, i32)
            declare ptr @omp_target_alloc(i64, i32)
            declare void @omp_target_free(ptr, i32)
            declare i32 @omp_target_associate_ptr(ptr, ptr, i64, i64, i32)
            declare i32 @omp_target_is_present(ptr, i32)
            declare i32 @omp_get_initial_device()

            define void @region(ptr %p, i64 %offset, i64 %bytes, i64 %type) {
              call void @begin(ptr %p, i64 %offset, i64 %bytes, i64 %type)
              call void @end(ptr %p, i64 %offset, i64 %bytes, i64 %type)
              ret void
            }
            define void @nested(ptr %p, i64 %outer, ptr %q, i64 %inner) {
              call void @begin(ptr %p, i64 0, i64 %outer, i64 3)
              call void @region(ptr %q, i64 0, i64 %inner, i64 3)
              call void @end(ptr %p, i64 0, i64 %outer, i64 3)
              ret void
            }
            define void @updated(ptr %p, i64 %mapped, i64 %bytes) {
              call void @begin(ptr %p, i64 0, i64 %mapped, i64 3)
              call void @update(ptr %p, i64 0, i64 %bytes, i64 2)
              call void @end(ptr %p, i64 0, i64 %mapped, i64 3)
              ret void
            }
            define i32 @copied(ptr %p, i64 %offset, i64 %bytes, i1 %in) {
              %device = call ptr @omp_target_alloc(i64 %bytes, i32 0)
              %host = call i32 @omp_get_initial_device()
              br i1 %in, label %into, label %from
            into:
              %r = call i32 @omp_target_memcpy(ptr %device, ptr %p, i64 %bytes, i64 0, i64 %offset, i32 0, i32 %host)
              br label %done
            from:
              %s = call i32 @omp_target_memcpy(ptr %p, ptr %device, i64 %bytes, i64 %offset, i64 0, i32 %host, i32 0)
              br label %done
            done:
              call void @omp_target_free(ptr %device, i32 0)
              ret i32 0
            }
            define void @associated(ptr %p, i64 %bytes) {
              %device = call ptr @omp_target_alloc(i64 %bytes, i32 0)
              %r = call i32 @omp_target_associate_ptr(ptr %p, ptr %device, i64 %bytes, i64 0, i32 0)
              ret void
            }
            define i32 @present(ptr %p) {
              %r = call i32 @omp_target_is_present(ptr %p, i32 0)
              ret i32 %r
            }
            """ + call("begin", "__tgt_target_data_begin_mapper") + call("end", "__tgt_target_data_end_mapper")
                    + call("update", "__tgt_target_data_update_mapper");

    private final List<OffloadProgram> programs = new ArrayList<>();
    private final OffloadProgram split;
    private final OffloadProgram fused;
    private final OffloadProgram host;
    private final OffloadProgram raw;

    LentCases(OffloadJit.Builder jit, RuntimeAbi abi) {
        OffloadJit compiler = jit.define("sum", arguments -> 0L).build();
        split = load(
                compiler, Saxpy.module(options(abi).transfers(Transfers.SPLIT).build()));
        fused = load(
                compiler, Saxpy.module(options(abi).transfers(Transfers.FUSED).build()));
        host = load(
                compiler,
                hostCall(
                        options(abi).devicePointers(DevicePointers.RETURN_PARAM).build()));
        raw = load(compiler, RAW.getBytes(UTF_8));
    }

    private OffloadProgram load(OffloadJit compiler, byte[] module) {
        OffloadProgram program = compiler.load(module, "lent");
        programs.add(program);
        return program;
    }

    private static OffloadOptions.Builder options(RuntimeAbi abi) {
        return OffloadOptions.builder().runtime(abi);
    }

    private static String call(String name, String function) {
        return """

                define void @NAME(ptr %p, i64 %offset, i64 %bytes, i64 %type) {
                  %cells = alloca [4 x i64]
                  %begins = getelementptr i64, ptr %cells, i64 1
                  %sizes = getelementptr i64, ptr %cells, i64 2
                  %types = getelementptr i64, ptr %cells, i64 3
                  %begin = getelementptr i8, ptr %p, i64 %offset
                  %object = and i64 %type, 16
                  %attached = icmp ne i64 %object, 0
                  %target = select i1 %attached, ptr null, ptr %begin
                  store ptr %begin, ptr %cells
                  store ptr %target, ptr %begins
                  store i64 %bytes, ptr %sizes
                  store i64 %type, ptr %types
                  call void @FUNCTION(ptr null, i64 0, i32 1, ptr %cells, ptr %begins, ptr %sizes, ptr %types, ptr null, ptr null)
                  ret void
                }
                """.replace("NAME", name).replace("FUNCTION", function);
    }

    /** Calls {@code i64 sum(i64 n, ptr x)} of the host with x on the device. */
    private static byte[] hostCall(OffloadOptions options) {
        String text = """
                declare i64 @sum(i64, ptr)
                define void @run_sum(i64 %n, ptr %x) {
                  ret void
                }
                """;
        return TestModule.emit(
                text,
                options,
                (offload, module) -> offload.call(
                        module.at("run_sum"),
                        OffloadCall.to(module.function("sum"))
                                .host(true)
                                .value(module.parameter("run_sum", 0))
                                .map(
                                        module.parameter("run_sum", 1),
                                        Access.TOFROM,
                                        Extent.count(module.parameter("run_sum", 0), "float"))
                                .at(new SourceLocation("sum.yaml", 3, 5))
                                .build()));
    }

    private static FloatBuffer floats(int count) {
        return ByteBuffer.allocateDirect(count * Float.BYTES)
                .order(ByteOrder.nativeOrder())
                .asFloatBuffer();
    }

    private LentCase saxpy(String name, OffloadProgram program, Object x, Object y, String message) {
        return new LentCase(name, () -> program.function("run_saxpy").call(N, 2f, x, y), message);
    }

    private LentCase raw(String name, String message, String function, Object... arguments) {
        return new LentCase(name, () -> raw.function(function).call(arguments), message);
    }

    private static String tooShort(String function, int argument, long has, long first, long last, String use) {
        return "argument " + argument + " of '" + function + "' has " + has + " bytes, and its bytes " + first + " to "
                + last + " are " + use + ADVICE;
    }

    private static String saxpyShort(int argument, long has, String name) {
        return "saxpy.yaml:7:12: error: " + tooShort("run_saxpy", argument, has, 0, 1024, "mapped as '" + name + "'");
    }

    private static String rawShort(String function, int argument, long first, long last) {
        return tooShort(function, argument, 16, first, last, "mapped");
    }

    List<LentCase> all() {
        float[] right = new float[(int) N];
        FloatBuffer positioned = floats((int) N).position(1);
        FloatBuffer limited = floats((int) N).limit(100);
        FloatBuffer wide = floats(300).position(10);
        FloatPointer pointer = new FloatPointer(N);
        FloatPointer shortPointer = new FloatPointer(2);
        FloatBuffer whole = floats(64);
        FloatBuffer half = whole.duplicate().limit(32);
        return List.of(
                saxpy("arrays that fit", split, right, new float[(int) N], ""),
                saxpy("longer arrays than are mapped", split, right, new float[1000], ""),
                saxpy("a short array that is read", split, new float[1], right, saxpyShort(3, 4, "x")),
                saxpy("a short array that is written", split, right, new float[255], saxpyShort(4, 1020, "y")),
                saxpy("an array of nothing", split, new float[0], right, saxpyShort(3, 0, "x")),
                saxpy("a short array of another type", split, new byte[256], right, saxpyShort(3, 256, "x")),
                saxpy("one short array twice", split, new float[8], new float[8], saxpyShort(3, 32, "x")),
                saxpy("a short array of a fused launch", fused, right, new float[3], saxpyShort(4, 12, "y")),
                saxpy(
                        "a buffer that is too short from its position",
                        split,
                        positioned,
                        right,
                        saxpyShort(3, 1020, "x")),
                saxpy("a buffer that is too short up to its limit", split, right, limited, saxpyShort(4, 400, "y")),
                saxpy("a buffer that is long enough", split, wide, right, ""),
                saxpy("a short handle", split, shortPointer, right, saxpyShort(3, 8, "x")),
                saxpy("a handle that fits", split, pointer, right, ""),
                saxpy("an address, whose bytes nobody knows", split, new NativeAddress(pointer.address()), right, ""),
                new LentCase(
                        "a short array of a host function",
                        () -> host.function("run_sum").call(N, new float[2]),
                        "sum.yaml:3:5: error: " + tooShort("run_sum", 2, 8, 0, 1024, "mapped as 'x'")),
                raw("a part that fits", "", "region", new long[2], 8L, 8L, TOFROM),
                raw("a part of no bytes behind the end", "", "region", new long[2], 16L, 0L, TOFROM),
                raw(
                        "a part that reaches behind the end",
                        rawShort("region", 1, 8, 24),
                        "region",
                        new long[2],
                        8L,
                        16L,
                        TOFROM),
                raw("a part that begins before", rawShort("region", 1, -8, 8), "region", new long[2], -8L, 16L, TOFROM),
                raw(
                        "a part that is around all of it",
                        rawShort("region", 1, -8, 24),
                        "region",
                        new long[2],
                        -8L,
                        32L,
                        TOFROM),
                raw(
                        "a size that wraps",
                        rawShort("region", 1, 8, Long.MAX_VALUE),
                        "region",
                        new long[2],
                        8L,
                        Long.MAX_VALUE,
                        TOFROM),
                raw(
                        "a negative size",
                        "argument 1 has a negative size of -4 bytes",
                        "region",
                        new long[2],
                        0L,
                        -4L,
                        TOFROM),
                raw(
                        "a pointer in its last bytes",
                        tooShort("region", 1, 20, 16, 24, "mapped as a pointer"),
                        "region",
                        new int[5],
                        16L,
                        0L,
                        POINTEE),
                raw("nested regions that fit", "", "nested", new long[2], 16L, new long[3], 24L),
                raw(
                        "an inner region that does not",
                        tooShort("nested", 3, 24, 0, 32, "mapped"),
                        "nested",
                        new long[2],
                        16L,
                        new long[3],
                        32L),
                raw("an update of more than there is", rawShort("updated", 1, 0, 32), "updated", new long[2], 16L, 32L),
                raw("two views of one buffer", "", "nested", whole, 256L, half, 128L),
                raw("a copy into it that fits", "", "copied", new long[2], 0L, 16L, false),
                raw(
                        "a copy into it that does not",
                        tooShort("copied", 1, 16, 8, 24, "written by omp_target_memcpy"),
                        "copied",
                        new long[2],
                        8L,
                        16L,
                        false),
                raw(
                        "a copy from it that does not",
                        tooShort("copied", 1, 16, 0, 24, "read by omp_target_memcpy"),
                        "copied",
                        new long[2],
                        0L,
                        24L,
                        true),
                raw(
                        "an association that is longer",
                        tooShort("associated", 1, 16, 0, 17, "associated with device memory"),
                        "associated",
                        new long[2],
                        17L),
                raw(
                        "an array that is mapped when its call returns",
                        "argument 1 of 'begin' is an array, of which the program has a copy until 'begin' returns, and it is"
                                + " mapped still; give a direct buffer, or end the mapping",
                        "begin",
                        new long[2],
                        0L,
                        16L,
                        TOFROM),
                new LentCase(
                        "a buffer that is mapped from call to call",
                        () -> {
                            raw.function("begin").call(whole, 0L, 256L, TOFROM);
                            raw.function("end").call(whole, 0L, 256L, TOFROM);
                        },
                        ""));
    }

    @Override
    public void close() {
        programs.forEach(OffloadProgram::close);
    }
}
