package io.github.offload4j.irtests.marks;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.offload4j.irtests.run.Execution;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The header is free of warnings, in every language that it is for. */
class HeaderTest {
    private static final String USE = """
            #include "offload.h"
            #include "offload.h"
            OFFLOAD_KERNEL void k(int *x);
            OFFLOAD_KERNEL void k(int *x) {
                OFFLOAD_SHARED static int shared;
                shared = offload_thread_id(0) + offload_block_id(1) + offload_block_size(2) + offload_grid_size(0);
                offload_barrier();
                *x = shared + *(int *)offload_shared_dynamic();
                offload_fence_block();
                offload_fence_device();
                offload_warp_barrier();
                *x += offload_shuffle_i32(offload_lane_id(), offload_warp_size() - 1);
                *x += (int)offload_shuffle_up_i64(offload_ballot(*x > 0), 1);
                *x += (int)offload_shuffle_down_f32((float)*x, 1);
                *x += (int)offload_shuffle_xor_f64(*x, 1);
                *x += offload_any(*x > 0) && offload_all(*x > 1);
            }
            OFFLOAD_DEVICE extern int limit;
            OFFLOAD_DEVICE int limit = 3;
            void run(int *x);
            void run(int *x) {
                offload_kernel(-1);
                offload_for(k);
                offload_grid(1, 1, 1);
                offload_block(1, 1, 1);
                offload_shared(0);
                offload_map_pointer(x, sizeof *x, OFFLOAD_TOFROM | OFFLOAD_ALWAYS);
                offload_fallback(k);
                k(x);
                offload_host(-1);
                offload_map(0, 4, OFFLOAD_ALLOC);
                offload_device(0);
                offload_device_pointer(x);
                offload_map_pointer(x, sizeof *x, OFFLOAD_TO);
                offload_enter(-1);
                offload_map_pointer(x, 0, OFFLOAD_FROM);
                offload_section(sizeof *x, 0, 4, 2);
                offload_update(-1);
                offload_map_pointer(x, sizeof *x, OFFLOAD_DELETE);
                offload_exit(-1);
                offload_map_pointer(&limit, sizeof limit, OFFLOAD_TO);
                offload_update(-1);
            }
            """;

    @TempDir
    Path directory;

    @ParameterizedTest
    @ValueSource(strings = {"cc -std=c11", "cc -std=c99", "c++ -x c++ -std=c++11", "c++ -x c++ -std=c++20"})
    void ofTheSystemsCompilers(String command) throws IOException {
        List<String> arguments = new ArrayList<>(Arrays.asList(command.split(" ")));
        arguments.addAll(options());

        Execution execution = Execution.ofTool(arguments);

        assertThat(execution.exitCode()).as(execution::errors).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"-x c -std=c11", "-x c -std=c23", "-x c++ -std=c++11", "-x c++ -std=c++23"})
    void ofClang(String options) throws IOException {
        List<String> arguments = new ArrayList<>(Arrays.asList(options.split(" ")));
        arguments.addAll(options());

        FrontEnd.C.compile(arguments);
    }

    private List<String> options() throws IOException {
        Path source = Files.writeString(directory.resolve("use.c"), USE);
        return List.of(
                "-Wall",
                "-Wextra",
                "-Wpedantic",
                "-Werror",
                "-fsyntax-only",
                "-I",
                FrontEnd.INCLUDE.toString(),
                source.toString());
    }
}
