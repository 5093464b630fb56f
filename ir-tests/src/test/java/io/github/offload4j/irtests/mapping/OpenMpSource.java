package io.github.offload4j.irtests.mapping;

import io.github.offload4j.codegen.signature.Access;
import io.github.offload4j.codegen.signature.MapModifier;
import io.github.offload4j.irtests.mapping.Statement.Data;
import io.github.offload4j.irtests.mapping.Statement.Section;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Programs as C with OpenMP's directives, as clang reads them. */
final class OpenMpSource {
    private static final String HEAD = """
            #include <string.h>
            void library1(unsigned char *, long, long, long);
            void library2(unsigned char *, long, unsigned char *, long, long, long);
            void library3(unsigned char *, long, unsigned char *, long, unsigned char *, long, long, long);
            """;

    private final StringBuilder text = new StringBuilder();

    private OpenMpSource() {}

    /** Returns a file with a function {@code pN} for each program with a number N. */
    static String of(Map<Integer, List<Statement>> programs) {
        OpenMpSource source = new OpenMpSource();
        source.text.append(HEAD);
        new TreeMap<>(programs).forEach(source::function);
        return source.text.toString();
    }

    private void function(int number, List<Statement> program) {
        text.append("void p" + number
                + "(unsigned char *a_array, unsigned char *b, unsigned char *c, unsigned char *t_place, long one) {\n");
        text.append("  unsigned char a[64], t = *t_place;\n  memcpy(a, a_array, 64);\n");
        program.forEach(this::statement);
        text.append("  memcpy(a_array, a, 64);\n  *t_place = t;\n}\n");
    }

    private void statement(Statement statement) {
        if (statement instanceof Statement.Region region) {
            directive("target data", region.device(), region.clauses(), "");
            text.append("  {\n");
            region.body().forEach(this::statement);
            text.append("  }\n");
        } else if (statement instanceof Statement.Kernel kernel) {
            kernel(kernel);
        } else if (statement instanceof Statement.Library library) {
            library(library);
        } else if (statement instanceof Statement.Act act) {
            act(act);
        } else if (statement instanceof Statement.Host host) {
            text.append("  library1(" + argument(host.section()) + ", "
                    + host.change().factor() + ", " + host.change().summand() + ");\n");
        }
    }

    private void act(Statement.Act act) {
        switch (act.action()) {
            case ENTER -> directive("target enter data", act.device(), act.clauses(), "");
            case EXIT -> directive("target exit data", act.device(), act.clauses(), "");
            case UPDATE -> {
                text.append("#pragma omp target update device(" + act.device() + ")");
                act.clauses()
                        .forEach(clause -> text.append(" " + lower(clause.access()) + "("
                                + (clause.modifiers().isEmpty() ? "" : "present: ")
                                + section(clause.section()) + ")"));
                text.append('\n');
            }
        }
    }

    private void kernel(Statement.Kernel kernel) {
        text.append("  {\n  long f = " + kernel.change().factor() + ", s = "
                + kernel.change().summand() + ";\n");
        String directive = kernel.teams() ? "target teams distribute parallel for" : "target";
        directive(directive, kernel.device(), kernel.clauses(), " firstprivate(f, s) defaultmap(none)");
        text.append("  for (long i = 0; i < 64; i++) {\n");
        for (Statement.Clause clause : kernel.clauses()) {
            Section section = clause.section();
            String place = section.data() == Data.T ? "t" : name(section.data()) + "[" + section.begin() + " + i]";
            text.append("    if (i < " + section.size() + ") " + place + " = " + place + " * f + s + i;\n");
        }
        text.append("  }\n  }\n");
    }

    private void library(Statement.Library library) {
        String pointers = library.clauses().stream()
                .map(clause -> clause.section().data())
                .map(data -> data == Data.A || data == Data.T
                        ? " use_device_addr(" + name(data) + ")"
                        : " use_device_ptr(" + name(data) + ")")
                .collect(Collectors.joining());
        directive("target data", library.device(), library.clauses(), pointers);
        String arguments = library.clauses().stream()
                .map(clause -> argument(clause.section()))
                .collect(Collectors.joining(", "));
        text.append("  { library" + library.clauses().size() + "(" + arguments + ", "
                + library.change().factor() + ", " + library.change().summand() + "); }\n");
    }

    private void directive(String name, int device, List<Statement.Clause> clauses, String rest) {
        text.append("#pragma omp " + name + " device(" + device + ")");
        clauses.forEach(clause -> text.append(
                " map(" + modifiers(clause) + access(name, clause.access()) + ": " + section(clause.section()) + ")"));
        text.append(rest).append('\n');
    }

    private static String modifiers(Statement.Clause clause) {
        return clause.modifiers().stream()
                .sorted()
                .map(modifier -> modifier == MapModifier.HOLD ? "ompx_hold" : lower(modifier))
                .map(word -> word + ", ")
                .collect(Collectors.joining());
    }

    private static String access(String directive, Access access) {
        return access == Access.ALLOC && directive.contains("exit") ? "release" : lower(access);
    }

    private static String section(Section section) {
        if (section.data() == Data.T) {
            return "t";
        }
        String factor = section.computed() ? " * one" : "";
        return name(section.data()) + "[" + section.begin() + factor + " : " + section.size() + factor + "]";
    }

    private static String argument(Section section) {
        String pointer = section.data() == Data.T ? "&t" : name(section.data()) + " + " + section.begin();
        return pointer + ", " + section.size();
    }

    private static String name(Data data) {
        return lower(data);
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
