package io.github.offload4j.runtime.differential;

import static io.github.offload4j.codegen.abi.MapFlag.ALWAYS;
import static io.github.offload4j.codegen.abi.MapFlag.CLOSE;
import static io.github.offload4j.codegen.abi.MapFlag.DELETE;
import static io.github.offload4j.codegen.abi.MapFlag.FROM;
import static io.github.offload4j.codegen.abi.MapFlag.HOLD;
import static io.github.offload4j.codegen.abi.MapFlag.IMPLICIT;
import static io.github.offload4j.codegen.abi.MapFlag.PRESENT;
import static io.github.offload4j.codegen.abi.MapFlag.PTR_AND_OBJ;
import static io.github.offload4j.codegen.abi.MapFlag.RETURN_PARAM;
import static io.github.offload4j.codegen.abi.MapFlag.TO;

import io.github.offload4j.codegen.OffloadCall;
import io.github.offload4j.codegen.OffloadOptions;
import io.github.offload4j.codegen.abi.RuntimeAbi;
import io.github.offload4j.codegen.option.DevicePointers;
import io.github.offload4j.codegen.option.Registration;
import io.github.offload4j.codegen.option.Transfers;
import io.github.offload4j.codegen.signature.Access;
import io.github.offload4j.codegen.signature.Device;
import io.github.offload4j.codegen.signature.Extent;
import io.github.offload4j.runtime.differential.RawCalls.Entry;
import io.github.offload4j.runtime.jit.HostCallback;
import io.github.offload4j.runtime.jit.NativeAddress;
import io.github.offload4j.runtime.testing.Saxpy;
import io.github.offload4j.runtime.testing.TestModule;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The programs whose effects are compared between runtimes. */
final class Scenarios {
    private Scenarios() {}

    /** What a scenario of calls does with the runtime. */
    @FunctionalInterface
    private interface Steps {
        String run(RawCalls calls, ByteBuffer memory);
    }

    static List<Scenario> all() {
        List<Scenario> all = new ArrayList<>();
        all.add(saxpy("saxpy, split", OffloadOptions.builder().transfers(Transfers.SPLIT), Saxpy.LENGTH));
        all.add(saxpy("saxpy, fused", OffloadOptions.builder().transfers(Transfers.FUSED), Saxpy.LENGTH));
        all.add(saxpy(
                "saxpy, explicit registration",
                OffloadOptions.builder().registration(Registration.EXPLICIT),
                Saxpy.LENGTH));
        all.add(saxpy("saxpy, no elements", OffloadOptions.builder(), 0));
        all.add(saxpy("saxpy, part of the grid", OffloadOptions.builder(), 100));
        all.add(host("host call, returned pointers", DevicePointers.RETURN_PARAM));
        all.add(host("host call, queried pointers", DevicePointers.GET_MAPPED_PTR));
        all.add(raw("nested regions copy once", (calls, memory) -> {
            Entry entry = Entry.of(memory, 0, 64, "m", TO, FROM);
            calls.call("begin", 0, entry);
            calls.call("begin", 0, entry);
            memory.put(0, (byte) 99);
            calls.call("end", 0, entry);
            calls.call("end", 0, entry);
            return words(memory);
        }));
        all.add(raw("always copies each time", (calls, memory) -> {
            Entry outer = Entry.of(memory, 0, 64, "m", TO, FROM);
            Entry always = Entry.of(memory, 0, 64, "m", TO, FROM, ALWAYS);
            calls.call("begin", 0, outer);
            memory.put(0, (byte) 99);
            calls.call("begin", 0, always);
            calls.call("end", 0, always);
            calls.call("end", 0, outer);
            return words(memory);
        }));
        all.add(raw("delete drops every reference", (calls, memory) -> {
            Entry entry = Entry.of(memory, 0, 64, "m", TO);
            calls.call("begin", 0, entry);
            calls.call("begin", 0, entry);
            calls.call("end", 0, Entry.of(memory, 0, 64, "m", DELETE));
            return present(calls, memory);
        }));
        all.add(raw("hold survives delete", (calls, memory) -> {
            calls.call("begin", 0, Entry.of(memory, 0, 64, "m", TO, HOLD));
            calls.call("begin", 0, Entry.of(memory, 0, 64, "m", TO));
            calls.call("end", 0, Entry.of(memory, 0, 64, "m", DELETE));
            String between = present(calls, memory);
            calls.call("end", 0, Entry.of(memory, 0, 64, "m", FROM, HOLD));
            return between + " then " + present(calls, memory);
        }));
        all.add(raw("deletion of held references leaves the others alone", (calls, memory) -> {
            Entry held = Entry.of(memory, 0, 64, "m", TO, HOLD);
            calls.call("begin", 0, held);
            calls.call("begin", 0, held);
            calls.call("begin", 0, Entry.of(memory, 0, 64, "m", TO));
            calls.call("end", 0, Entry.of(memory, 0, 64, "m", HOLD, DELETE));
            String between = present(calls, memory);
            calls.call("end", 0, Entry.of(memory, 0, 64, "m", FROM));
            return between + " then " + present(calls, memory);
        }));
        all.add(raw("a region of no bytes between base and begin is mapped", (calls, memory) -> {
            Entry entry = Entry.of(memory, 32, 32, "m", TO, FROM).withBase(RawCalls.address(memory));
            Entry nothing = Entry.of(memory, 8, 0, "m", TO);
            calls.call("begin", 0, entry);
            calls.call("begin", 0, nothing);
            memory.put(40, (byte) 99);
            calls.call("end", 0, entry);
            calls.call("end", 0, nothing);
            return words(memory) + present(calls, memory);
        }));
        all.add(raw("an association is made once, and not taken back while it is held", (calls, memory) -> {
            NativeAddress block = calls.program().function("alloc").call(64L, 0).asAddress();
            Entry held = Entry.of(memory, 0, 64, "m", HOLD);
            List<Integer> results = new ArrayList<>();
            results.add(associate(calls, memory, block, 64));
            results.add(associate(calls, memory, block, 64));
            results.add(associate(calls, memory, block, 32));
            calls.call("begin", 0, held);
            results.add(disassociate(calls, memory));
            calls.call("end", 0, held);
            results.add(disassociate(calls, memory));
            results.add(disassociate(calls, memory));
            calls.program().function("free_device").call(block, 0);
            return results.toString();
        }));
        all.add(raw("present and close on mapped data", (calls, memory) -> {
            Entry entry = Entry.of(memory, 0, 64, "m", TO, CLOSE);
            Entry inside = Entry.of(memory, 16, 16, "m", TO, FROM, PRESENT);
            calls.call("begin", 0, entry);
            calls.call("begin", 0, inside);
            calls.call("end", 0, inside);
            calls.call("end", 0, entry);
            return present(calls, memory);
        }));
        all.add(raw("updates both ways", (calls, memory) -> {
            Entry entry = Entry.of(memory, 0, 64, "m", TO);
            calls.call("begin", 0, entry);
            memory.put(8, (byte) 77);
            calls.call("update", 0, Entry.of(memory, 8, 8, "m", TO));
            memory.put(8, (byte) 1);
            calls.call("update", 0, Entry.of(memory, 0, 64, "m", FROM));
            calls.call("end", 0, entry);
            return words(memory);
        }));
        all.add(raw("returned pointers translate the base", (calls, memory) -> {
            Entry entry = Entry.of(memory, 16, 32, "m", TO, RETURN_PARAM).withBase(RawCalls.address(memory));
            long[] bases = calls.call("begin", 0, entry);
            long mapped = calls.program()
                    .function("mapped")
                    .call(new NativeAddress(RawCalls.address(memory) + 16), 0)
                    .asAddress()
                    .value();
            calls.call("end", 0, entry);
            return "distance " + (mapped - bases[0]) + ", separate " + (bases[0] != RawCalls.address(memory));
        }));
        all.add(raw("a struct with a pointer", (calls, memory) -> {
            // 24 bytes of struct, the pointer at 8, what it points to at 32
            memory.putLong(8, RawCalls.address(memory) + 32);
            Entry struct = Entry.of(memory, 0, 24, "s", TO, FROM);
            Entry pointee = Entry.of(memory, 32, 16, "s.p", TO, FROM, PTR_AND_OBJ)
                    .withBase(RawCalls.address(memory) + 8)
                    .memberOf(1);
            calls.call("begin", 0, struct, pointee);
            calls.call("end", 0, struct, pointee);
            boolean restored = memory.getLong(8) == RawCalls.address(memory) + 32;
            memory.putLong(8, 0);
            return words(memory) + ", restored " + restored;
        }));
        all.add(raw("implicit entries of no bytes", (calls, memory) -> {
            Entry entry = Entry.of(memory, 0, 64, "m", TO, FROM);
            Entry nothing = Entry.of(memory, 0, 0, "m", IMPLICIT);
            calls.call("begin", 0, entry);
            calls.call("begin", 0, nothing);
            calls.call("end", 0, nothing);
            calls.call("end", 0, entry);
            return words(memory) + present(calls, memory);
        }));
        all.add(raw("devices have separate memory", (calls, memory) -> {
            Entry entry = Entry.of(memory, 0, 64, "m", TO, FROM);
            calls.call("begin", 0, entry);
            memory.put(0, (byte) 50);
            calls.call("begin", 1, entry);
            memory.put(0, (byte) 60);
            calls.call("end", 0, entry);
            String first = words(memory);
            calls.call("end", 1, entry);
            return first + " then " + words(memory);
        }));
        all.add(raw("the initial device does nothing", (calls, memory) -> {
            int host = calls.program().function("initial").call().asInt();
            calls.call("begin", host, Entry.of(memory, 0, 64, "m", TO, FROM));
            calls.call("end", host, Entry.of(memory, 0, 64, "m", TO, FROM));
            return words(memory);
        }));
        all.add(raw("memory without mapping", (calls, memory) -> {
            int host = calls.program().function("initial").call().asInt();
            NativeAddress block = calls.program().function("alloc").call(64L, 0).asAddress();
            calls.program().function("copy").call(block, memory, 32L, 0, host);
            memory.put(0, (byte) 0);
            calls.program().function("copy").call(memory, block, 32L, host, 0);
            calls.program().function("free_device").call(block, 0);
            return words(memory);
        }));
        return all;
    }

    private static Scenario saxpy(String name, OffloadOptions.Builder options, int length) {
        return new Scenario(name, abi -> Saxpy.module(options.runtime(abi).build()), Map.of(), program -> {
            float[] y = Saxpy.constant(1);
            program.function("run_saxpy").call((long) length, 2f, Saxpy.iota(), y);
            return Arrays.toString(y);
        });
    }

    private static final String HOST = """
            declare i32 @library(i64, ptr, ptr)

            define i32 @run(i64 %n, ptr %x, ptr %y) {
              ret i32 0
            }
            """;

    private static Scenario host(String name, DevicePointers pointers) {
        Function<RuntimeAbi, byte[]> module = abi -> TestModule.emit(
                HOST,
                OffloadOptions.builder().runtime(abi).devicePointers(pointers).build(),
                (offload, text) -> {
                    // so that there are devices on runtime 19 too
                    offload.embed(Saxpy.image());
                    offload.call(
                            text.at("run"),
                            OffloadCall.to(text.function("library"))
                                    .host(true)
                                    .device(Device.of(1))
                                    .value(text.parameter("run", 0))
                                    .map(
                                            text.parameter("run", 1),
                                            Access.TO,
                                            Extent.count(text.parameter("run", 0), "double"))
                                    .map(
                                            text.parameter("run", 2),
                                            Access.FROM,
                                            Extent.count(text.parameter("run", 0), "double"))
                                    .build());
                });
        HostCallback library = arguments -> {
            int count = (int) arguments.integer(0);
            ByteBuffer x = arguments.memory(1, 8L * count);
            ByteBuffer y = arguments.memory(2, 8L * count);
            for (int i = 0; i < count; i++) {
                y.putDouble(8 * i, 10 * x.getDouble(8 * i));
            }
            return count;
        };
        return new Scenario(name, module, Map.of("library", library), program -> {
            double[] y = new double[3];
            program.function("run").call(3L, new double[] {1, 2, 3}, y);
            return Arrays.toString(y);
        });
    }

    private static Scenario raw(String name, Steps steps) {
        byte[] text = RawCalls.PROGRAM.getBytes(StandardCharsets.UTF_8);
        return new Scenario("calls: " + name, abi -> text, Map.of(), program -> {
            ByteBuffer memory = RawCalls.memory(64);
            for (int i = 0; i < 64; i++) {
                memory.put(i, (byte) i);
            }
            try (RawCalls calls = new RawCalls(program)) {
                return steps.run(calls, memory);
            }
        });
    }

    private static String words(ByteBuffer memory) {
        byte[] bytes = new byte[memory.capacity()];
        memory.get(0, bytes);
        return Arrays.toString(bytes);
    }

    private static int associate(RawCalls calls, ByteBuffer memory, NativeAddress block, long size) {
        return calls.program()
                .function("associate")
                .call(memory, block, size, 0)
                .asInt();
    }

    private static int disassociate(RawCalls calls, ByteBuffer memory) {
        return calls.program().function("disassociate").call(memory, 0).asInt();
    }

    private static String present(RawCalls calls, ByteBuffer memory) {
        return "present " + calls.program().function("present").call(memory, 0).asInt();
    }
}
