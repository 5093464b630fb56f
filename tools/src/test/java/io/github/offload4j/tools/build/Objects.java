package io.github.offload4j.tools.build;

import io.github.offload4j.codegen.ir.OwnedModule;
import io.github.offload4j.codegen.ir.TargetMachine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Compiles host code for tests. */
final class Objects {
    private Objects() {}

    static void compile(Path ir, Path object) throws IOException {
        try (OwnedModule module = OwnedModule.parse(
                        Files.readAllBytes(ir), ir.getFileName().toString());
                TargetMachine machine = TargetMachine.of(TargetMachine.hostTriple())) {
            machine.apply(module.module().raw());
            Files.write(object, machine.emitObject(module.module().raw()));
        }
    }
}
