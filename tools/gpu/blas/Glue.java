import io.github.offload4j.codegen.library.Library;
import io.github.offload4j.codegen.library.LibraryEnumeration.Word;
import io.github.offload4j.codegen.library.LibraryFunction;
import io.github.offload4j.codegen.library.LibraryParameter;
import io.github.offload4j.codegen.signature.Access;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Writes, from the catalogue, what the check of every routine needs of a library: {@code every.yaml}, {@code glue.h} that
 * calls what is made of that, and {@code standin-every.c}, a library that computes by the reference in plain C. Usage:
 * {@code Glue LIBRARY FOLDER}.
 */
final class Glue {
    private static final String ON_DEVICE = "_on_device";
    private static final Pattern NAME = Pattern.compile(
            "(?<index>i(?<indexed>[sdcz])(?<ama>am[a-z]+))|(?<mixed>sdsdot|dsdot)|[sd](?<norm>[cz])(?<real>nrm2|asum)"
                + "|(?<both>[cz])[sd](?<turned>scal|rot)|(?<half>h)(?<of>gemm)|(?<ex>gemm\\w*Ex)|(?<letter>[sdcz])(?<base>\\w+)");

    private final Library library;
    private final List<LibraryFunction> functions;

    private Glue(Library library) {
        this.library = library;
        this.functions = library.functions().stream()
                .filter(function -> !takesPointers(function))
                .toList();
    }

    public static void main(String[] arguments) throws IOException {
        Glue glue = new Glue(Library.valueOf(arguments[0].toUpperCase(Locale.ROOT)));
        Path folder = Path.of(arguments[1]);
        Files.writeString(folder.resolve("every.yaml"), glue.spec());
        Files.writeString(folder.resolve("glue.h"), glue.header());
        Files.writeString(folder.resolve("standin-every.c"), glue.standIn());
    }

    /** Whether arrays of pointers have to be mapped before, which batch.c does. */
    private static boolean takesPointers(LibraryFunction function) {
        return function.parameters().stream()
                .anyMatch(parameter -> parameter instanceof LibraryParameter.Array array && array.isOfPointers());
    }

    private static String base(LibraryFunction function) {
        Matcher name = parsed(function);
        if (name.group("index") != null) {
            return name.group("ama");
        }
        if (name.group("turned") != null) {
            return "real" + name.group("turned");
        }
        for (String group : List.of("mixed", "real", "of", "ex", "base")) {
            if (name.group(group) != null) {
                return name.group(group);
            }
        }
        throw new IllegalStateException(function.name());
    }

    private static String letter(LibraryFunction function) {
        Matcher name = parsed(function);
        for (String group : List.of("indexed", "norm", "both", "half", "letter")) {
            if (name.group(group) != null) {
                return name.group(group);
            }
        }
        return "s";
    }

    private static Matcher parsed(LibraryFunction function) {
        Matcher name = NAME.matcher(function.name());
        if (!name.matches()) {
            throw new IllegalStateException(function.name());
        }
        return name;
    }

    /** Whether the function can have its factors and results on the device. */
    private boolean hasMode(LibraryFunction function) {
        return library != Library.CBLAS
                && function.parameters().stream().anyMatch(LibraryParameter.Numbers.class::isInstance);
    }

    private String spec() {
        StringBuilder spec = new StringBuilder("offloads:\n");
        for (LibraryFunction function : functions) {
            spec.append("  - {name: run_")
                    .append(function.name())
                    .append(", library: ")
                    .append(library);
            spec.append(", callee: ").append(function.name()).append("}\n");
            if (hasMode(function)) {
                spec.append("  - {name: run_")
                        .append(function.name())
                        .append(ON_DEVICE + ", library: ")
                        .append(library);
                spec.append(", callee: ").append(function.name()).append(", pointer-mode: device}\n");
            }
        }
        return spec.toString();
    }

    private static String type(String type) {
        return switch (type) {
            case "i32" -> "int";
            case "i64" -> "long";
            case "ptr" -> "void *";
            default -> type;
        };
    }

    private static String prototype(String name, LibraryFunction function) {
        return type(function.returnType()) + " " + name + "("
                + function.parameters().stream()
                        .map(parameter -> type(parameter.type()) + " " + parameter.name())
                        .collect(Collectors.joining(", "))
                + ")";
    }

    private static String member(String type) {
        return type.equals("float") ? ".f" : ".d";
    }

    private static String argument(LibraryParameter parameter) {
        String name = parameter.name();
        if (name.equals("handle")) {
            return name;
        }
        if (parameter instanceof LibraryParameter.Choice choice) {
            return "(int[]){" + numbers(choice) + "}[a->" + name + "]";
        }
        if (parameter instanceof LibraryParameter.Value value) {
            return "a->" + name + member(value.valueType());
        }
        if (parameter instanceof LibraryParameter.Numbers numbers) {
            return numbers.count() == 1 ? "&a->" + name : "a->" + name;
        }
        return "a->" + name;
    }

    private static String numbers(LibraryParameter.Choice choice) {
        return choice.enumeration().words().stream()
                .map(Word::number)
                .map(String::valueOf)
                .collect(Collectors.joining(", "));
    }

    private static boolean isIndex(LibraryFunction function) {
        return base(function).startsWith("ama") || base(function).startsWith("ami");
    }

    private String header() {
        StringBuilder text = new StringBuilder("#define LIBRARY \"" + library + "\"\n");
        boolean cblas = library == Library.CBLAS;
        text.append("enum { HAS_LAYOUT = ")
                .append(cblas ? 1 : 0)
                .append(", TRMM_HAS_C = ")
                .append(cblas ? 0 : 1);
        text.append(" };\n"
                + "typedef struct {\n"
                + "  const char *name, *base;\n"
                + "  char letter;\n"
                + "  int (*call)(Args *);\n"
                + "} Entry;\n");
        List<String> entries = new ArrayList<>();
        for (LibraryFunction function : functions) {
            for (String name : hasMode(function)
                    ? List.of(function.name(), function.name() + ON_DEVICE)
                    : List.of(function.name())) {
                entry(function, name, text, entries);
            }
        }
        text.append("static const Entry ENTRIES[] = {\n  ")
                .append(String.join(",\n  ", entries))
                .append("};\n");
        text.append(
                cblas
                        ? "static void begin(void) { (void)handle; }\nstatic void end(void) {}\n"
                        : """
                int cublasCreate_v2(void **);
                int cublasDestroy_v2(void *);
                int cublasGetPointerMode_v2(void *, int *);
                static void begin(void) {
                  if (cublasCreate_v2(&handle) != 0)
                    fprintf(stderr, "cublasCreate_v2 fails\\n"), exit(3);
                }
                static void end(void) {
                  int mode = -1;
                  if (cublasGetPointerMode_v2(handle, &mode) != 0 || mode != 0)
                    fprintf(stderr, "the pointer mode is not what it was\\n"), failures++;
                  cublasDestroy_v2(handle);
                }
                """);
        return text.toString();
    }

    private static void entry(LibraryFunction function, String name, StringBuilder text, List<String> entries) {
        text.append(prototype("run_" + name, function)).append(";\n");
        String call = "run_" + name + "("
                + function.parameters().stream().map(Glue::argument).collect(Collectors.joining(", ")) + ")";
        text.append("static int call_").append(name).append("(Args *a) {\n  ");
        text.append(
                switch (function.returnType()) {
                    case "void" -> call + ";\n  return 0";
                    case "i32" ->
                        "int status = " + call + ";\n"
                                + (isIndex(function) ? "  a->index = a->result.i - 1;\n" : "")
                                + "  return status";
                    case "i64" -> "a->index = " + call + ";\n  return 0";
                    default -> "a->result" + member(function.returnType()) + " = " + call + ";\n  return 0";
                });
        text.append(";\n}\n");
        entries.add("{\"" + name + "\", \"" + base(function) + "\", '" + letter(function) + "', call_" + name + "}");
    }

    private static String taken(LibraryParameter parameter) {
        String name = parameter.name();
        if (name.equals("handle")) {
            return "  (void)handle;\n";
        }
        if (parameter instanceof LibraryParameter.Choice choice) {
            String set = "  args." + name + " = choice(" + name + ", (int[]){" + numbers(choice) + "}, "
                    + choice.enumeration().words().size() + ");\n";
            return name.endsWith("type")
                    ? set + "  args.letter" + name.charAt(0) + " = \"sdhbiw\"[args." + name + "];\n"
                    : name.equals("compute") ? set + "  args.letter = \"hsdwssss\"[args.compute];\n" : set;
        }
        if (parameter instanceof LibraryParameter.Numbers numbers && numbers.count() == 1) {
            return numbers.access() == Access.FROM
                    ? where(name)
                    : where(name) + "  memcpy(&args." + name + ", " + name + ", " + size(numbers) + ");\n";
        }
        boolean pointers = parameter instanceof LibraryParameter.Array array && array.isOfPointers();
        String member = pointers ? name.substring(0, 1).toUpperCase(Locale.ROOT) : name;
        return "  args." + member + " = " + name + ";\n";
    }

    private static String given(LibraryFunction function, LibraryParameter parameter) {
        if (!(parameter instanceof LibraryParameter.Numbers numbers) || numbers.count() != 1) {
            return "";
        }
        if (isIndex(function)) {
            return "  *(int *)result = (int)args.index + 1;\n";
        }
        return numbers.access().name().contains("FROM")
                ? "  memcpy(" + parameter.name() + ", &args." + parameter.name() + ", " + size(numbers) + ");\n"
                : "";
    }

    /** A line that refuses a number that is not where the mode says. */
    private static String where(String name) {
        return "  if (mode != elsewhere(" + name + "))\n    return 99;\n";
    }

    private static String size(LibraryParameter.Numbers numbers) {
        return switch (numbers.element()) {
            case "half" -> "2";
            case "float", "i32" -> "4";
            case "double", "{ float, float }" -> "8";
            case "{ double, double }" -> "16";
            default -> "size_of(args.letter)";
        };
    }

    private String standIn() {
        StringBuilder text = new StringBuilder(
                """
                #include "reference.h"
                static int choice(int number, const int *numbers, int count) {
                  for (int i = 0; i < count; i++)
                    if (numbers[i] == number)
                      return i;
                  abort();
                }
                int cublasCreate_v2(void **handle) { return *handle = malloc(1), 0; }
                int cublasDestroy_v2(void *handle) { return free(handle), 0; }
                static int mode;
                int cublasGetPointerMode_v2(void *handle, int *to) { return *to = mode, handle == NULL; }
                int cublasSetPointerMode_v2(void *handle, int to) { return mode = to, handle == NULL; }
                /* the check has its numbers on the stack, and a device has them elsewhere */
                static int elsewhere(const void *pointer) {
                  char here;
                  return labs((const char *)pointer - &here) > 1 << 20;
                }
                /* the driver of a device that is always done */
                static _Thread_local void *current;
                int cuCtxSynchronize(void) { return 0; }
                int cuCtxGetCurrent(void **context) { return *context = current, 0; }
                int cuCtxSetCurrent(void *context) { return current = context, 0; }
                int cuPointerGetAttribute(void **place, int attribute, const void *pointer) {
                  static char context;
                  if (attribute != 1 || pointer == NULL)
                    return 1;
                  return *place = &context, 0;
                }
                """);
        for (LibraryFunction function : library.functions()) {
            text.append(prototype(function.symbol(), function)).append(" {\n  Args args = {0};\n");
            String letter = letter(function);
            text.append("  args.layout = COLUMNS;\n  args.letter = args.lettera = args.letterb = args.letterc = '"
                    + letter + "';\n");
            function.parameters().stream()
                    .sorted(Comparator.comparing(parameter -> !(parameter instanceof LibraryParameter.Choice)))
                    .forEach(parameter -> text.append(taken(parameter)));
            text.append("  reference(\"" + base(function) + "\", &args);\n");
            function.parameters().forEach(parameter -> text.append(given(function, parameter)));
            text.append("  return 0;\n}\n");
        }
        return text.toString();
    }
}
