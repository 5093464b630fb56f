package io.github.offload4j.examples.arrays;

import io.github.offload4j.examples.arrays.Syntax.Constant;
import io.github.offload4j.examples.arrays.Syntax.Definition;
import io.github.offload4j.examples.arrays.Syntax.Expression;
import io.github.offload4j.examples.arrays.Syntax.Name;
import io.github.offload4j.examples.arrays.Syntax.Operation;
import io.github.offload4j.examples.arrays.Syntax.Parameter;
import io.github.offload4j.examples.arrays.Syntax.Statement;
import java.util.Map;
import java.util.stream.Collectors;

/** Prints the kernel of a statement as LLVM IR: each thread computes one element. Nothing in it depends on the target. */
final class KernelText {
    /** The device compiler replaces these for each target. */
    static final String DECLARATIONS = """
            declare i32 @offload.block.id(i32)
            declare i32 @offload.block.size(i32)
            declare i32 @offload.thread.id(i32)
            """;

    private static final Map<Character, String> INSTRUCTIONS =
            Map.of('+', "fadd", '-', "fsub", '*', "fmul", '/', "fdiv");

    private final Definition definition;
    private final StringBuilder body = new StringBuilder();
    private int values;

    private KernelText(Definition definition) {
        this.definition = definition;
    }

    static String of(String name, Definition definition, Statement statement) {
        KernelText kernel = new KernelText(definition);
        String value = kernel.value(statement.value());
        Parameter target = kernel.parameter(statement.target());
        if (!target.array()) {
            throw new IllegalArgumentException("'" + target.name() + "' is a number and cannot be assigned to");
        }
        String address = kernel.address(target);
        kernel.body.append("  store float " + value + ", ptr " + address + "\n");
        String parameters = definition.parameters().stream()
                .map(p -> ", " + (p.array() ? "ptr" : "float") + " %" + p.name())
                .collect(Collectors.joining());
        // The attribute makes it a kernel. The last block may have more threads than there are elements left.
        return "define void @" + name + "(i64 %.n" + parameters + ") \"offload-kernel\" {" + """

                  %.block = call i32 @offload.block.id(i32 0)
                  %.size = call i32 @offload.block.size(i32 0)
                  %.thread = call i32 @offload.thread.id(i32 0)
                  %.first = mul i32 %.block, %.size
                  %.own = add i32 %.first, %.thread
                  %.i = zext i32 %.own to i64
                  %.inside = icmp ult i64 %.i, %.n
                  br i1 %.inside, label %.element, label %.done
                .element:
                """ + kernel.body + """
                  br label %.done
                .done:
                  ret void
                }
                """;
    }

    /** Prints what computes an expression, and returns its name. */
    private String value(Expression expression) {
        if (expression instanceof Constant constant) {
            // A float constant in IR is spelled as the bits of the double of the same value.
            return String.format("0x%016X", Double.doubleToRawLongBits(constant.value()));
        }
        if (expression instanceof Name name) {
            Parameter parameter = parameter(name.name());
            return parameter.array() ? define("load float, ptr " + address(parameter)) : "%" + parameter.name();
        }
        Operation operation = (Operation) expression;
        String left = value(operation.left());
        String right = value(operation.right());
        return define(INSTRUCTIONS.get(operation.operator()) + " float " + left + ", " + right);
    }

    private String address(Parameter array) {
        return define("getelementptr float, ptr %" + array.name() + ", i64 %.i");
    }

    private String define(String instruction) {
        String name = "%." + values++;
        body.append("  ").append(name).append(" = ").append(instruction).append('\n');
        return name;
    }

    private Parameter parameter(String name) {
        return definition
                .parameter(name)
                .orElseThrow(() -> new IllegalArgumentException("there is no parameter '" + name + "'"));
    }
}
