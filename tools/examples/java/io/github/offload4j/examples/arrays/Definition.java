package io.github.offload4j.examples.arrays;

import io.github.offload4j.codegen.signature.Access;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** A function of a program: each of its statements becomes a kernel. */
record Definition(String name, List<Parameter> parameters, List<Statement> statements) {
    /** A number, or an array of them. */
    record Parameter(String name, boolean array) {}

    /** Computes every element of an array. The code is LLVM IR for the element {@code %.i}. */
    record Statement(String target, Set<String> sources, String code) {}

    /** Returns how the device uses an array: what is read before it is written is copied there, what is written, back. */
    Access access(String array) {
        boolean read = false;
        boolean written = false;
        for (Statement statement : statements) {
            read |= !written && statement.sources().contains(array);
            written |= statement.target().equals(array);
        }
        return read ? (written ? Access.TOFROM : Access.TO) : (written ? Access.FROM : Access.ALLOC);
    }

    String kernelName(int statement) {
        return name + "_" + statement;
    }

    /** Prints a statement's kernel: each thread computes one element. Nothing in it depends on the target. */
    String kernel(int statement) {
        String list = parameters.stream()
                .map(p -> (p.array() ? ", ptr %" : ", float %") + p.name())
                .collect(Collectors.joining());
        // The attribute makes it a kernel. The last block may have more threads than there are elements left.
        return "define void @" + kernelName(statement) + "(i64 %.n" + list + ") \"offload-kernel\" {" + """

                  %.block = call i32 @offload.block.id(i32 0)
                  %.size = call i32 @offload.block.size(i32 0)
                  %.thread = call i32 @offload.thread.id(i32 0)
                  %.first = mul i32 %.block, %.size
                  %.own = add i32 %.first, %.thread
                  %.i = zext i32 %.own to i64
                  %.inside = icmp ult i64 %.i, %.n
                  br i1 %.inside, label %.element, label %.done
                .element:
                """
                + statements.get(statement).code() + "  br label %.done\n.done:\n  ret void\n}\n";
    }
}
