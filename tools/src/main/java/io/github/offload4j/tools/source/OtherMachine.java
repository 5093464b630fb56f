package io.github.offload4j.tools.source;

import io.github.offload4j.codegen.image.HostSystem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The machines that host code is compiled for, where they are not like this one.
 *
 * @param triple their name, when the user gives one
 * @param root a folder with an installation for them, when the user gives one
 */
public record OtherMachine(Optional<String> triple, Optional<Path> root) {
    /** Returns this machine. */
    public static OtherMachine none() {
        return new OtherMachine(Optional.empty(), Optional.empty());
    }

    /** Returns what a compiler has to be told. */
    List<String> options(CompilerKind compiler) {
        List<String> options = new ArrayList<>();
        switch (compiler) {
            case CLANG, FLANG -> {
                triple.ifPresent(name -> options.add("--target=" + name));
                root.ifPresent(folder -> options.add("--sysroot=" + folder));
            }
            // it knows no short names
            case RUSTC ->
                triple.ifPresent(name -> options.addAll(List.of(
                        "--target",
                        HostSystem.ofTriple(name)
                                .map(system -> system.architecture().triple())
                                .orElse(name))));
        }
        return options;
    }
}
