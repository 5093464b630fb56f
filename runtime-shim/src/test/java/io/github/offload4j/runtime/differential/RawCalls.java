package io.github.offload4j.runtime.differential;

import io.github.offload4j.codegen.abi.MapFlag;
import io.github.offload4j.codegen.abi.MapType;
import io.github.offload4j.runtime.jit.OffloadProgram;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.javacpp.BytePointer;

/** Calls of the runtime with arrays that a test writes itself, through a program that only passes them on. */
public final class RawCalls implements AutoCloseable {
    /** What passes the calls on. */
    public static final String PROGRAM = """
            @where = private constant [19 x i8] c";raw.c;test;7;12;;\\00"
            @ident = private constant { i32, i32, i32, i32, ptr } { i32 0, i32 2, i32 0, i32 18, ptr @where }
            @descriptor = private constant { i32, ptr, ptr, ptr } zeroinitializer

            declare void @__tgt_register_lib(ptr)
            declare void @__tgt_unregister_lib(ptr)
            declare void @__tgt_init_all_rtls()
            declare void @__tgt_target_data_begin_mapper(ptr, i64, i32, ptr, ptr, ptr, ptr, ptr, ptr)
            declare void @__tgt_target_data_end_mapper(ptr, i64, i32, ptr, ptr, ptr, ptr, ptr, ptr)
            declare void @__tgt_target_data_update_mapper(ptr, i64, i32, ptr, ptr, ptr, ptr, ptr, ptr)
            declare i32 @__tgt_target_kernel(ptr, i64, i32, i32, ptr, ptr)
            declare ptr @omp_get_mapped_ptr(ptr, i32)
            declare i32 @omp_target_is_present(ptr, i32)
            declare ptr @omp_target_alloc(i64, i32)
            declare void @omp_target_free(ptr, i32)
            declare i32 @omp_target_memcpy(ptr, ptr, i64, i64, i64, i32, i32)
            declare i32 @omp_target_associate_ptr(ptr, ptr, i64, i64, i32)
            declare i32 @omp_target_disassociate_ptr(ptr, i32)
            declare i32 @omp_get_num_devices()
            declare i32 @omp_get_initial_device()

            define void @register() {
              call void @__tgt_register_lib(ptr @descriptor)
              call void @__tgt_init_all_rtls()
              ret void
            }
            define void @unregister() {
              call void @__tgt_unregister_lib(ptr @descriptor)
              ret void
            }
            define void @begin(i64 %d, i32 %n, ptr %b, ptr %p, ptr %s, ptr %t, ptr %m) {
              call void @__tgt_target_data_begin_mapper(ptr @ident, i64 %d, i32 %n, ptr %b, ptr %p, ptr %s, ptr %t, ptr %m, ptr null)
              ret void
            }
            define void @end(i64 %d, i32 %n, ptr %b, ptr %p, ptr %s, ptr %t, ptr %m) {
              call void @__tgt_target_data_end_mapper(ptr @ident, i64 %d, i32 %n, ptr %b, ptr %p, ptr %s, ptr %t, ptr %m, ptr null)
              ret void
            }
            define void @update(i64 %d, i32 %n, ptr %b, ptr %p, ptr %s, ptr %t, ptr %m) {
              call void @__tgt_target_data_update_mapper(ptr @ident, i64 %d, i32 %n, ptr %b, ptr %p, ptr %s, ptr %t, ptr %m, ptr null)
              ret void
            }
            define i32 @launch(i64 %d, ptr %id, ptr %arguments) {
              %r = call i32 @__tgt_target_kernel(ptr @ident, i64 %d, i32 1, i32 1, ptr %id, ptr %arguments)
              ret i32 %r
            }
            define ptr @mapped(ptr %p, i32 %d) {
              %r = call ptr @omp_get_mapped_ptr(ptr %p, i32 %d)
              ret ptr %r
            }
            define i32 @present(ptr %p, i32 %d) {
              %r = call i32 @omp_target_is_present(ptr %p, i32 %d)
              ret i32 %r
            }
            define ptr @alloc(i64 %n, i32 %d) {
              %r = call ptr @omp_target_alloc(i64 %n, i32 %d)
              ret ptr %r
            }
            define void @free_device(ptr %p, i32 %d) {
              call void @omp_target_free(ptr %p, i32 %d)
              ret void
            }
            define i32 @copy(ptr %t, ptr %s, i64 %n, i32 %td, i32 %sd) {
              %r = call i32 @omp_target_memcpy(ptr %t, ptr %s, i64 %n, i64 0, i64 0, i32 %td, i32 %sd)
              ret i32 %r
            }
            define i32 @associate(ptr %h, ptr %p, i64 %n, i32 %d) {
              %r = call i32 @omp_target_associate_ptr(ptr %h, ptr %p, i64 %n, i64 0, i32 %d)
              ret i32 %r
            }
            define i32 @disassociate(ptr %h, i32 %d) {
              %r = call i32 @omp_target_disassociate_ptr(ptr %h, i32 %d)
              ret i32 %r
            }
            define i32 @devices() {
              %r = call i32 @omp_get_num_devices()
              ret i32 %r
            }
            define i32 @initial() {
              %r = call i32 @omp_get_initial_device()
              ret i32 %r
            }
            """;

    private final OffloadProgram program;
    private final List<BytePointer> names = new ArrayList<>();

    public RawCalls(OffloadProgram program) {
        this.program = program;
        program.function("register").call();
    }

    /** One entry of the argument arrays. */
    public record Entry(long base, long begin, long size, long type, String name) {
        public static Entry of(ByteBuffer memory, long offset, long size, String name, MapFlag... flags) {
            long address = address(memory) + offset;
            return new Entry(address, address, size, MapType.of(flags).bits(), name);
        }

        public Entry memberOf(int number) {
            return new Entry(base, begin, size, type | ((long) number << 48), name);
        }

        public Entry withBase(long other) {
            return new Entry(other, begin, size, type, name);
        }
    }

    public static ByteBuffer memory(int bytes) {
        return ByteBuffer.allocateDirect(bytes).order(ByteOrder.nativeOrder());
    }

    public static long address(ByteBuffer memory) {
        try (BytePointer pointer = new BytePointer(memory)) {
            return pointer.address();
        }
    }

    /** Makes a data call; returns the base array as the runtime left it. */
    public long[] call(String function, long device, Entry... entries) {
        long[] bases = new long[entries.length];
        long[] begins = new long[entries.length];
        long[] sizes = new long[entries.length];
        long[] types = new long[entries.length];
        long[] texts = new long[entries.length];
        for (int i = 0; i < entries.length; i++) {
            bases[i] = entries[i].base();
            begins[i] = entries[i].begin();
            sizes[i] = entries[i].size();
            types[i] = entries[i].type();
            texts[i] = text(entries[i].name());
        }
        program.function(function).call(device, entries.length, bases, begins, sizes, types, texts);
        return bases;
    }

    private long text(String name) {
        byte[] bytes = (";" + name + ";raw.c;7;12;;\0").getBytes(StandardCharsets.UTF_8);
        BytePointer pointer = new BytePointer(bytes);
        names.add(pointer);
        return pointer.address();
    }

    public OffloadProgram program() {
        return program;
    }

    @Override
    public void close() {
        program.function("unregister").call();
        names.forEach(BytePointer::close);
    }
}
