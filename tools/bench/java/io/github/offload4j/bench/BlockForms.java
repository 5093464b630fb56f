package io.github.offload4j.bench;

import io.github.offload4j.codegen.device.DeviceCode;
import io.github.offload4j.codegen.device.DeviceCompiler;
import io.github.offload4j.codegen.image.DeviceTarget;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Compiles kernels for the host by loops and by coroutines, under names that tell which. */
public final class BlockForms {
    private BlockForms() {}

    /**
     * Writes both.
     *
     * @param arguments LLVM IR of the kernels, and a folder
     */
    public static void main(String[] arguments) throws IOException {
        byte[] kernels = Files.readAllBytes(Path.of(arguments[0]));
        Path folder = Path.of(arguments[1]);
        DeviceCompiler compiler = DeviceCompiler.create();
        write(compiler, kernels, folder, "loops");
        write(compiler.withCoroutines(), kernels, folder, "coroutines");
    }

    private static void write(DeviceCompiler compiler, byte[] kernels, Path folder, String form) throws IOException {
        try (DeviceCode code = compiler.lower(kernels, "kernels.ll", DeviceTarget.parse("x86_64"))) {
            String named = code.ir().replaceAll("(define [^@]*void )@(\\w+)\\(ptr", "$1@" + form + "_$2(ptr");
            Files.writeString(folder.resolve(form + ".ll"), named);
        }
    }
}
