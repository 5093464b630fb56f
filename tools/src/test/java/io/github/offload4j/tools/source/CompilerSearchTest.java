package io.github.offload4j.tools.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which compiler is taken, of those that the user, the environment and the path name. */
class CompilerSearchTest {
    @TempDir
    Path folder;

    private final List<String> notes = new ArrayList<>();

    /** Makes a program that prints something, whatever it is asked. */
    private String program(String name, String... lines) throws IOException {
        Path file = Files.writeString(
                folder.resolve(name), "#!/bin/sh\ncat <<'END'\n" + String.join("\n", lines) + "\nEND\n");
        assertThat(file.toFile().setExecutable(true)).isTrue();
        return file.toString();
    }

    private CompilerSearch search(List<String> given, Map<String, String> environment) {
        return new CompilerSearch(given, environment, notes::add);
    }

    private Map<String, String> path() {
        return Map.of("PATH", folder.toString());
    }

    @Test
    void forCTheClangOfTheJarComesFirst() throws IOException {
        program("clang", "clang version 22.1.0");

        Compiler compiler = search(List.of(), path()).find(CompilerKind.CLANG);

        assertThat(compiler.llvm()).isEqualTo(20);
        assertThat(compiler.command()).contains("-resource-dir");
        assertThat(notes).isEmpty();
    }

    @Test
    void clangThatTheEnvironmentNamesIsTaken() throws IOException {
        String clang = program("my-clang", "Debian clang version 22.1.0 (1)", "Target: x86_64-pc-linux-gnu");

        Compiler compiler = search(List.of(), Map.of("CC", clang, "PATH", "")).find(CompilerKind.CLANG);

        assertThat(compiler).isEqualTo(new Compiler(CompilerKind.CLANG, List.of(clang), 22));
    }

    @Test
    void variableMayHaveOptionsBehindTheCompiler() throws IOException {
        String clang = program("my-clang", "clang version 22.1.0");

        assertThat(search(List.of(), Map.of("CC", clang + " -m64 -w")).find(CompilerKind.CLANG))
                .isEqualTo(new Compiler(CompilerKind.CLANG, List.of(clang, "-m64", "-w"), 22));
    }

    @Test
    void compilerThatTheEnvironmentNamesAndIsNoClangGetsANote() throws IOException {
        String gcc = program("gcc", "gcc (Debian 12.2.0-14) 12.2.0");

        assertThat(search(List.of(), Map.of("CC", gcc)).find(CompilerKind.CLANG).llvm())
                .isEqualTo(20);
        assertThat(notes).containsExactly("CC is '" + gcc + "', which is no clang; the clang of LLVM's jar is used");
    }

    @Test
    void compilerThatTheUserNamesGoesBeforeTheEnvironment() throws IOException {
        String mine = program("mine", "clang version 21.1.0");
        String other = program("other", "clang version 22.1.0");

        assertThat(search(List.of(mine), Map.of("CC", other))
                        .find(CompilerKind.CLANG)
                        .program())
                .isEqualTo(mine);
    }

    @Test
    void severalAreToldApartByWhatTheySay() throws IOException {
        String clang = program("a", "clang version 21.1.0");
        String rustc = program("b", "rustc 1.95.0 (59807616e 2026-04-14)", "host: x", "LLVM version: 22.1.2");
        String flang = program("c", "Debian flang version 22.1.0");
        CompilerSearch search = search(List.of(clang, rustc, flang), Map.of());

        assertThat(search.find(CompilerKind.CLANG).program()).isEqualTo(clang);
        assertThat(search.find(CompilerKind.RUSTC)).isEqualTo(new Compiler(CompilerKind.RUSTC, List.of(rustc), 22));
        assertThat(search.find(CompilerKind.FLANG).program()).isEqualTo(flang);
    }

    @Test
    void flangIsFoundByItsNumberTheNewestFirst() throws IOException {
        program("flang-new-19", "flang-new version 19.1.0");
        program("flang-22", "flang version 22.1.0");

        assertThat(search(List.of(), path()).find(CompilerKind.FLANG).program()).isEqualTo("flang-22");
    }

    @Test
    void compilerThatIsMissingIsNamedWithItsPackage() {
        CompilerSearch search = search(List.of(), path());

        assertThatThrownBy(() -> search.find(CompilerKind.RUSTC))
                .hasMessage("rustc: not found, and a source file needs it; install it (on Debian 'apt-get install"
                        + " rustc-web'), or name it with --cc or RUSTC");
        assertThatThrownBy(() -> search.find(CompilerKind.FLANG)).hasMessageContaining("apt-get install flang-22");
    }

    @Test
    void compilerThatIsTooOldIsRefused() throws IOException {
        String old = program("old", "rustc 1.60.0", "LLVM version: 14.0.0");

        assertThatThrownBy(() -> search(List.of(old), Map.of()).find(CompilerKind.RUSTC))
                .hasMessage(old + ": is built on LLVM 14, whose text cannot be read any more; use rustc on LLVM 15 or"
                        + " later");
    }

    @Test
    void whatIsNoCompilerIsRefused() throws IOException {
        String editor = program("editor", "an editor");

        assertThatThrownBy(() -> search(List.of(editor), Map.of()).find(CompilerKind.CLANG))
                .hasMessage(editor + ": is neither clang, rustc nor flang, whose LLVM IR is needed");
        assertThatThrownBy(() -> search(List.of("nowhere"), path()).find(CompilerKind.CLANG))
                .hasMessage("nowhere: there is no such compiler");
    }
}
