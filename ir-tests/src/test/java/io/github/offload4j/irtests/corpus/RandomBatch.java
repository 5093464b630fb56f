package io.github.offload4j.irtests.corpus;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** C programs made by chance, compiled as one, because a compiler's start takes longer than a small program. */
final class RandomBatch {
    private RandomBatch() {}

    /** Returns a program with a case for each of some. */
    static MarkedProgram of(String name, List<RandomC> programs, Flags flags, List<Mode> modes, Path directory) {
        String file = (name + "-" + flags).toLowerCase(Locale.ROOT);
        CSource source = new CSource(
                file,
                "#include \"random.h\"\n"
                        + programs.stream().map(RandomC::kernels).collect(Collectors.joining("\n")),
                "#include \"random-host.h\"\n"
                        + programs.stream().map(RandomC::host).collect(Collectors.joining("\n")),
                List.of("-w"),
                "");
        return new MarkedProgram(
                file,
                source.compiledKernels(directory, flags),
                flags.device(),
                source.compiledHost(directory, flags),
                List.of(),
                "",
                programs.stream().map(program -> "case_" + program.suffix()).toList(),
                modes);
    }
}
