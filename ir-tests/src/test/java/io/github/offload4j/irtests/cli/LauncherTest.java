package io.github.offload4j.irtests.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What the launcher says of how Java ended. Java is a script here, so that the launcher is seen alone and nothing has to
 * be built: the launcher takes the checkout that it stands in, and here that is a copy with nothing but itself.
 */
class LauncherTest {
    private static final Path CHECKOUT =
            Path.of(System.getProperty("basedir", "")).toAbsolutePath().resolve("..");

    @TempDir
    Path directory;

    private Path launcher;

    @BeforeEach
    void copyTheLauncher() throws IOException {
        launcher = copy("tools/bin/irgen");
        for (String name : List.of("java.sh", "start.sh", "crash.sh", "lock.sh", "archive")) {
            copy("tools/launcher/" + name);
        }
        for (String module : List.of("codegen", "runtime-shim", "tools")) {
            Files.createDirectories(directory.resolve(module + "/src/main"));
            Files.createFile(directory.resolve(module + "/pom.xml"));
        }
        Files.createDirectories(directory.resolve("tools/include"));
        Files.createFile(directory.resolve("pom.xml"));
        Path lib = Files.createDirectories(directory.resolve("tools/target/irgen"));
        Files.createFile(lib.resolve("irgen.jar"));
        Files.createFile(lib.resolve("built"));
        Path home = Files.createDirectories(directory.resolve("jdk/bin")).getParent();
        Files.writeString(home.resolve("release"), "JAVA_VERSION=\"17.0.1\"\n");
        // an empty one says that there is nothing to prepare
        String archive = (home + "-17.0.1").replaceAll("[^A-Za-z0-9.+]", "-");
        Files.createFile(lib.resolve("classes" + archive + ".jsa"));
    }

    private Path copy(String name) throws IOException {
        Path to = directory.resolve(name);
        Files.createDirectories(to.getParent());
        Files.copy(CHECKOUT.resolve(name), to);
        return executable(to);
    }

    private static Path executable(Path file) throws IOException {
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private Process start(String java, Map<String, String> environment, String... arguments) throws IOException {
        executable(Files.writeString(directory.resolve("jdk/bin/java"), "#!/bin/sh\n" + java + "\n"));
        List<String> command = new ArrayList<>(List.of(launcher.toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).directory(directory.toFile());
        builder.environment().keySet().removeAll(List.of("LC_ALL", "LC_CTYPE", "LANG"));
        builder.environment().put("JAVA_HOME", directory.resolve("jdk").toString());
        builder.environment().putAll(environment);
        return builder.start();
    }

    private static String read(java.io.InputStream in) throws IOException {
        return new String(in.readAllBytes(), UTF_8);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ILL", "ABRT", "BUS", "FPE", "SEGV"})
    void aCrashIsToldOfTheInput(String signal) throws IOException, InterruptedException {
        Files.createFile(directory.resolve("in.bc"));

        Process irgen = start("kill -s " + signal + " $$", Map.of(), "lower", "in.bc", "-o", "out.bc");

        assertThat(read(irgen.getErrorStream()))
                .startsWith("irgen: in.bc: error: LLVM crashed while it read or compiled this (exit code ");
        assertThat(irgen.waitFor()).isEqualTo(1);
    }

    @Test
    void aCrashLeavesNoTemporaryFile() throws IOException, InterruptedException {
        Process irgen = start(": >.out.ll.$$.tmp\nkill -s ABRT $$", Map.of(), "lower", "in.ll", "-o", "out.ll");

        assertThat(irgen.waitFor()).isEqualTo(1);
        try (Stream<Path> files = Files.list(directory)) {
            assertThat(files.map(file -> file.getFileName().toString())).noneMatch(name -> name.endsWith(".tmp"));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 70})
    void anExitCodeIsHandedOn(int code) throws IOException, InterruptedException {
        Process irgen = start("exit " + code, Map.of());

        assertThat(read(irgen.getErrorStream())).isEmpty();
        assertThat(irgen.waitFor()).isEqualTo(code);
    }

    @Test
    void standardInputIsJavas() throws IOException {
        Process irgen = start("cat", Map.of());
        irgen.getOutputStream().write("abc".getBytes(ISO_8859_1));
        irgen.getOutputStream().close();

        assertThat(read(irgen.getInputStream())).isEqualTo("abc");
    }

    @Test
    void aSignalReachesJavaAndEndsBoth() throws IOException, InterruptedException {
        Process irgen = start("trap 'echo ended; exit 9' TERM\necho begun\nwhile :; do sleep 0.05; done", Map.of());
        assertThat(irgen.inputReader().readLine()).isEqualTo("begun");

        // unlike that of the process, this leaves its streams open
        irgen.toHandle().destroy();

        assertThat(irgen.inputReader().readLine()).isEqualTo("ended");
        assertThat(irgen.waitFor()).isEqualTo(128 + 15);
    }

    @Test
    void oneThatWaitsForAnotherBuildSaysSo() throws IOException, InterruptedException {
        Path lock = Files.createDirectories(directory.resolve("tools/target/irgen.lock"));
        Files.writeString(lock.resolve("pid"), ProcessHandle.current().pid() + "\n");
        Path stamp = directory.resolve("tools/target/irgen/built");
        Files.delete(stamp);
        Process irgen = start("echo started", Map.of());

        assertThat(irgen.errorReader(UTF_8).readLine())
                .isEqualTo("irgen: waiting for another build of this checkout (process "
                        + ProcessHandle.current().pid() + ")…");
        // the other one is done
        Files.createFile(stamp);
        Files.delete(lock.resolve("pid"));
        Files.delete(lock);

        assertThat(read(irgen.getInputStream())).isEqualTo("started\n");
        assertThat(read(irgen.getErrorStream())).isEmpty();
    }

    @Test
    void aPlainLocaleGivesWayToOneWithAllCharacters() throws IOException {
        assertThat(read(start("echo \"$LC_ALL\"", Map.of()).getInputStream())).isEqualTo("C.UTF-8\n");
        assertThat(read(start("echo \"$LC_ALL\"", Map.of("LC_ALL", "C")).getInputStream()))
                .isEqualTo("C.UTF-8\n");
    }

    @Test
    void aLocaleOfTheUsersStays() throws IOException {
        assertThat(read(start("echo \"$LC_ALL/$LANG\"", Map.of("LANG", "de_DE.ISO-8859-1"))
                        .getInputStream()))
                .isEqualTo("/de_DE.ISO-8859-1\n");
    }
}
