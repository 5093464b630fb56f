package io.github.offload4j.codegen.dialect;

import java.util.Map;
import java.util.Optional;

/** Definitions of intrinsics that LLVM 20 does not have, under the names that they get when they are read. */
public final class NewerFunctions {
    static final String MODF = "offload4j.modf.";

    private static final Map<String, String> TYPES = Map.of("f16", "half", "f32", "float", "f64", "double");

    /** The part behind the point has the sign of the number, and is zero for an infinity. */
    private static final String MODF_TEXT = """
            define linkonce_odr hidden { T, T } @offload4j.modf.S(T %x) alwaysinline nounwind memory(none) {
              %whole = call T @llvm.trunc.S(T %x)
              %difference = fsub T %x, %whole
              %same = fcmp oeq T %x, %whole
              %rest = select i1 %same, T 0.0, T %difference
              %signed = call T @llvm.copysign.S(T %rest, T %x)
              %first = insertvalue { T, T } poison, T %signed, 0
              %both = insertvalue { T, T } %first, T %whole, 1
              ret { T, T } %both
            }
            declare T @llvm.trunc.S(T)
            declare T @llvm.copysign.S(T, T)
            """;

    private NewerFunctions() {}

    /** Returns the text of a module that defines a function of this class, or nothing for every other name. */
    public static Optional<String> definition(String function) {
        String suffix = function.startsWith(MODF) ? function.substring(MODF.length()) : "";
        return Optional.ofNullable(TYPES.get(suffix))
                .map(type -> MODF_TEXT.replaceAll("\\bT\\b", type).replaceAll("\\.S\\b", "." + suffix));
    }
}
