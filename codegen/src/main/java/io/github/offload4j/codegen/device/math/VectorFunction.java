package io.github.offload4j.codegen.device.math;

import static io.github.offload4j.codegen.device.math.MathFunction.COS;
import static io.github.offload4j.codegen.device.math.MathFunction.EXP;
import static io.github.offload4j.codegen.device.math.MathFunction.LOG;
import static io.github.offload4j.codegen.device.math.MathFunction.POW;
import static io.github.offload4j.codegen.device.math.MathFunction.SIN;

import java.util.List;
import java.util.stream.Stream;

/**
 * A function of glibc's libmvec.
 *
 * @param function what it computes of each number
 * @param precision single or double
 * @param width of the vectors
 */
record VectorFunction(MathFunction function, Precision precision, VectorWidth width) {
    /** Those that the library has had from the first, in glibc 2.22: an image does not load where it lacks a function. */
    static final List<VectorFunction> ALL = Stream.of(COS, EXP, LOG, POW, SIN)
            .flatMap(function -> Stream.of(Precision.SINGLE, Precision.DOUBLE)
                    .flatMap(precision -> Stream.of(VectorWidth.values())
                            .map(width -> new VectorFunction(function, precision, width))))
            .toList();

    /** Returns those that compute what calls of an intrinsic do, each of one number. */
    static List<VectorFunction> ofIntrinsic(String symbol) {
        return ALL.stream()
                .filter(vector -> vector.intrinsic(vector.precision.suffix()).equals(symbol))
                .toList();
    }

    /** Returns its name, which follows the ABI of vector functions. */
    String symbol() {
        return prefix() + function.cName() + (isSingle() ? "f" : "");
    }

    /** Returns the text that says on a call of the intrinsic that this function computes several at once. */
    String variant() {
        return prefix() + intrinsic(precision.suffix()) + "(" + symbol() + ")";
    }

    String declaration() {
        return "declare " + signature(type()) + " nounwind willreturn nocallback memory(none)\n";
    }

    /** Returns a definition that computes each number by itself. */
    String definition() {
        String intrinsic = intrinsic("v" + numbers() + precision.suffix());
        String arguments = parameters(type() + " %", true);
        return "declare " + type() + " @" + intrinsic + "(" + parameters(type(), false) + ")\n"
                + "define " + type() + " @" + symbol() + "(" + arguments + ") nounwind {\n"
                + "  %r = call " + type() + " @" + intrinsic + "(" + arguments + ")\n"
                + "  ret " + type() + " %r\n}\n";
    }

    private String signature(String type) {
        return type + " @" + symbol() + "(" + parameters(type, false) + ")";
    }

    private String parameters(String type, boolean numbered) {
        StringBuilder list = new StringBuilder();
        for (int i = 0; i < arity(); i++) {
            list.append(i == 0 ? "" : ", ").append(type).append(numbered ? Integer.toString(i) : "");
        }
        return list.toString();
    }

    private String prefix() {
        return "_ZGV" + width.letter() + "N" + numbers() + "v".repeat(arity()) + "_";
    }

    private String intrinsic(String suffix) {
        return "llvm." + function.cName() + "." + suffix;
    }

    private String type() {
        return "<" + numbers() + " x " + precision.type() + ">";
    }

    private int arity() {
        return function.prototype().parameters().size();
    }

    private int numbers() {
        return width.bits() / (isSingle() ? Float.SIZE : Double.SIZE);
    }

    private boolean isSingle() {
        return precision == Precision.SINGLE;
    }
}
