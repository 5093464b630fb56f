package io.github.offload4j.irtests.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Kernels for {@code device}: each becomes code for a target, or is refused. */
final class DeviceTarget implements Target {
    private static final List<String> TARGETS = List.of(
            "nvptx64:sm_60",
            "nvptx64:sm_90",
            "nvptx64:sm_120",
            "amdgcn:gfx700",
            "amdgcn:gfx90a",
            "amdgcn:gfx1100",
            "x86_64",
            "x86_64:x86-64-v3");

    private static final List<String> MORE_WORDS = List.of(
            "syncscope(\"agent\")",
            "syncscope(\"block\")",
            "syncscope(\"nobody\")",
            "seq_cst",
            "acquire",
            "monotonic",
            "unordered",
            "atomic",
            "volatile",
            "alloca i32, i32 %n",
            "align 1",
            "align 4096",
            "addrspace(3)",
            "addrspace(4)",
            "addrspace(5)",
            "thread_local",
            "bfloat",
            "fp128",
            "<8 x half>",
            "<vscale x 4 x i32>",
            "i7",
            "i256",
            "x86_amx",
            "musttail",
            "byval(i32)",
            "\"offload-kernel\"",
            "@offload.barrier",
            "@llvm.trap",
            "@llvm.sin.f32",
            "optnone noinline",
            "constant",
            "splat (i32 1)");

    private final Commands commands;

    DeviceTarget(Commands commands) {
        this.commands = commands;
    }

    @Override
    public List<String> corpus() {
        return Corpora.kernels();
    }

    @Override
    public List<String> words() {
        List<String> all = new ArrayList<>(new LowerTarget().words());
        all.addAll(MORE_WORDS);
        return all;
    }

    @Override
    public boolean feed(String input, Random random) {
        String target = TARGETS.get(random.nextInt(TARGETS.size()));
        // linking runs other programs, which is slow
        boolean linked = random.nextInt(20) == 0 && !target.startsWith("nvptx64");
        String emitted = linked ? "image" : random.nextInt(5) == 0 ? "ll" : "asm";
        return commands.succeed(List.of(
                "device",
                commands.write("kernels.ll", input),
                "--target=" + target,
                "--emit=" + emitted,
                "-O=" + random.nextInt(4),
                "-o",
                commands.file("out")));
    }
}
