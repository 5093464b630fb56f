package io.github.offload4j.codegen.image;

import io.github.offload4j.codegen.signature.KernelSignature;
import java.util.ArrayList;
import java.util.List;

/**
 * Kernel signatures as one line of text, {@code saxpy(i64,float,ptr,ptr);fill(ptr)}. Parameter types are scalars and
 * pointers, so the last opening parenthesis of a signature ends its name.
 */
final class SignatureText {
    private SignatureText() {}

    static String write(List<KernelSignature> kernels) {
        List<String> signatures = new ArrayList<>();
        for (KernelSignature kernel : kernels) {
            signatures.add(kernel.name() + "(" + String.join(",", kernel.parameterTypes()) + ")");
        }
        return String.join(";", signatures);
    }

    static List<KernelSignature> read(String text) {
        List<KernelSignature> kernels = new ArrayList<>();
        for (String signature : text.split("(?<=\\));", -1)) {
            int open = signature.lastIndexOf('(');
            if (open > 0 && signature.endsWith(")")) {
                String types = signature.substring(open + 1, signature.length() - 1);
                kernels.add(new KernelSignature(
                        signature.substring(0, open), types.isEmpty() ? List.of() : List.of(types.split(","))));
            }
        }
        return kernels;
    }
}
