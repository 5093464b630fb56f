package io.github.offload4j.codegen.device.math;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A math function's definition for one target, as LLVM IR.
 *
 * @param declarations of the functions that it calls, but for LLVM's own
 * @param text of the function
 */
record Definition(List<String> declarations, String text) {
    Definition {
        declarations = List.copyOf(declarations);
    }

    /** Defines a function that a library has under another name. */
    static Definition forward(MathUse use, String callee) {
        Prototype prototype = use.function().prototype();
        Precision precision = use.precision();
        List<String> types = prototype.parameters(precision);
        List<String> arguments = new ArrayList<>();
        for (int i = 0; i < types.size(); i++) {
            arguments.add(types.get(i) + " %" + i);
        }
        String result = prototype.result(precision);
        String call = "call " + result + " @" + callee + "(" + String.join(", ", arguments) + ")";
        boolean returns = !result.equals("void");
        return new Definition(
                List.of(declaration(use, callee)),
                header(use)
                        + (returns
                                ? "  %r = " + call + "\n  ret " + result + " %r\n}\n"
                                : "  " + call + "\n  ret void\n}\n"));
    }

    /**
     * Defines a function by lines of IR.
     *
     * @param body in which {@code T} is the type of the numbers, {@code S} how names end that are overloaded with it, and the
     *     parameters are numbered from {@code %0}
     * @param declarations with the same letters
     */
    static Definition of(MathUse use, String body, String... declarations) {
        return new Definition(
                List.of(declarations).stream().map(line -> typed(line, use)).toList(),
                header(use) + typed(body, use) + "}\n");
    }

    private static String header(MathUse use) {
        Prototype prototype = use.function().prototype();
        return "define linkonce_odr " + prototype.result(use.precision()) + " @" + use.symbol() + "("
                + String.join(", ", prototype.parameters(use.precision())) + ") alwaysinline nounwind {\n";
    }

    private static String typed(String text, MathUse use) {
        return text.replaceAll("\\bT\\b", use.precision().type())
                .replaceAll("(\\b|_)S\\b", "$1" + use.precision().suffix());
    }

    /**
     * Defines a function of a short format by that of single precision, or nothing when it returns more than a number.
     *
     * @param library the library's function of single precision
     */
    static Optional<Definition> promoted(MathUse use, TargetMath target, String library) {
        MathUse wide = use.in(Precision.SINGLE);
        return isPromotable(use)
                ? Optional.of(
                        target.isNative(wide)
                                ? promoted(use, wide.intrinsic())
                                : promoted(use, library, declaration(wide, library)))
                : Optional.empty();
    }

    private static Definition promoted(MathUse use, String callee, String... declarations) {
        Prototype prototype = use.function().prototype();
        List<String> types = prototype.parameters(Precision.SINGLE);
        String result = prototype.result(Precision.SINGLE);
        List<String> arguments = new ArrayList<>();
        StringBuilder body = new StringBuilder();
        for (int i = 0; i < types.size(); i++) {
            boolean number = prototype.isNumber(i);
            if (number) {
                body.append("  %wide")
                        .append(i)
                        .append(" = fpext T %")
                        .append(i)
                        .append(" to float\n");
            }
            arguments.add(types.get(i) + (number ? " %wide" : " %") + i);
        }
        body.append("  %r = call ").append(result).append(" @").append(callee).append("(");
        body.append(String.join(", ", arguments)).append(")\n");
        body.append(
                prototype.returnsNumber()
                        ? "  %short = fptrunc float %r to T\n  ret T %short\n"
                        : "  ret " + result + " %r\n");
        return of(use, body.toString(), declarations);
    }

    private static String declaration(MathUse use, String symbol) {
        Prototype prototype = use.function().prototype();
        return "declare " + prototype.result(use.precision()) + " @" + symbol + "("
                + String.join(", ", prototype.parameters(use.precision())) + ")";
    }

    private static boolean isPromotable(MathUse use) {
        return use.function().prototype().returnsNumber()
                || !use.function()
                        .prototype()
                        .result(use.precision())
                        .contains(use.precision().type());
    }
}
