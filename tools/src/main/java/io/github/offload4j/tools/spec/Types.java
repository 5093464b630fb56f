package io.github.offload4j.tools.spec;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The types that parameters and results have. The types behind pointers are LLVM's to read. */
final class Types {
    static final String VOID = "void";
    static final String POINTER = "ptr";
    static final String SLICE = "slice";

    /** The type of a slice's length. */
    static final String LENGTH = "i64";

    /** The type of a library's status, which a parameter for the device has too. */
    static final String STATUS = "i32";

    static final int WIDEST = 128;

    /** What a count in a structure can be. */
    static final List<String> COUNTS = List.of("i8", "i16", "i32", "i64");

    private static final Pattern INTEGER = Pattern.compile("i([1-9][0-9]{0,6})");
    private static final Set<String> KERNEL_FLOATS = Set.of("half", "bfloat", "float", "double");
    private static final Set<String> HOST_FLOATS = Set.of("half", "bfloat", "float", "double", "x86_fp80", "fp128");

    private static final List<String> COMMON =
            List.of("i1", "i8", "i16", "i32", "i64", "half", "bfloat", "float", "double", POINTER, SLICE);

    /** What other languages call LLVM's types. */
    private static final Map<String, String> FOREIGN = Map.ofEntries(
            Map.entry("bool", "i1"),
            Map.entry("char", "i8"),
            Map.entry("short", "i16"),
            Map.entry("int", "i32"),
            Map.entry("long", "i64"),
            Map.entry("size_t", "i64"),
            Map.entry("usize", "i64"),
            Map.entry("u8", "i8"),
            Map.entry("u16", "i16"),
            Map.entry("u32", "i32"),
            Map.entry("u64", "i64"),
            Map.entry("f16", "half"),
            Map.entry("bf16", "bfloat"),
            Map.entry("f32", "float"),
            Map.entry("f64", "double"),
            Map.entry("pointer", POINTER));

    private Types() {}

    /** Returns the width of an integer type, or nothing for every other text. */
    static OptionalInt integerBits(String type) {
        Matcher matcher = INTEGER.matcher(type);
        return matcher.matches() ? OptionalInt.of(Integer.parseInt(matcher.group(1))) : OptionalInt.empty();
    }

    /** Returns the types of a structure's fields, or nothing when the text is not that of a structure. */
    static List<String> fields(String type) {
        String text = type.strip();
        if (text.startsWith("<{") && text.endsWith("}>")) {
            text = text.substring(1, text.length() - 1);
        }
        if (!text.startsWith("{") || !text.endsWith("}")) {
            return List.of();
        }
        List<String> fields = new ArrayList<>();
        int depth = 0;
        int begin = 1;
        for (int i = 1; i < text.length(); i++) {
            char c = text.charAt(i);
            if ((c == ',' && depth == 0) || i == text.length() - 1) {
                fields.add(text.substring(begin, i).strip());
                begin = i + 1;
            } else if ("{[<(".indexOf(c) >= 0) {
                depth++;
            } else if ("}]>)".indexOf(c) >= 0) {
                depth--;
            }
        }
        return fields.equals(List.of("")) ? List.of() : fields;
    }

    /** Returns whether a count in a structure can have the type. */
    static boolean isCount(String type) {
        return COUNTS.contains(type);
    }

    /** Returns whether a callee takes the type by value. */
    static boolean isScalar(String type, boolean host) {
        return integerBits(type).orElse(Integer.MAX_VALUE) <= WIDEST
                || (host ? HOST_FLOATS : KERNEL_FLOATS).contains(type);
    }

    /** Returns whether the type is a scalar that only host functions take. */
    static boolean isScalarForHostOnly(String type) {
        return isScalar(type, true) && !isScalar(type, false);
    }

    /** Returns the LLVM type that another language's name stands for, or the name itself. */
    static String translate(String type) {
        return FOREIGN.getOrDefault(type, type);
    }

    /** Returns the types that a suggestion may name. */
    static List<String> common(String... more) {
        List<String> all = new ArrayList<>(COMMON);
        all.addAll(List.of(more));
        return all;
    }
}
