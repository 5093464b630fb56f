package io.github.offload4j.runtime.nativecode;

/** LLVM IR that moves values in and out of words of memory. */
final class StubText {
    /** What functions that call up need. */
    static final String UPCALL_DECLARATIONS = "declare void @longjmp(ptr, i32) noreturn\n";

    private StubText() {}

    static String load(NativeType type, String name, String address) {
        if (type == NativeType.I1) {
            return "  " + name + ".byte = load i8, ptr " + address + "\n  " + name + " = trunc i8 " + name
                    + ".byte to i1\n";
        }
        return "  " + name + " = load " + type.irName() + ", ptr " + address + "\n";
    }

    static String store(NativeType type, String name, String address) {
        if (type == NativeType.I1) {
            return "  " + name + ".byte = zext i1 " + name + " to i8\n  store i8 " + name + ".byte, ptr " + address
                    + "\n";
        }
        return "  store " + type.irName() + " " + name + ", ptr " + address + "\n";
    }

    /**
     * Returns a function that calls up into Java. Its message is an array of words: the handler on the way up and the
     * place to jump to on the way down, the result, and the arguments.
     */
    static String upcall(String symbol, CallSignature signature, long handler, long dispatcher) {
        int words = 2 + signature.parameters().size();
        StringBuilder text = new StringBuilder("\ndefine ");
        text.append(signature.result().irName()).append(" @\"").append(symbol).append("\"(");
        for (int i = 0; i < signature.parameters().size(); i++) {
            text.append(i == 0 ? "" : ", ");
            text.append(signature.parameters().get(i).irName()).append(" %a").append(i);
        }
        text.append(") {\n  %message = alloca [").append(words).append(" x i64], align 16\n");
        text.append("  store [").append(words).append(" x i64] zeroinitializer, ptr %message\n");
        text.append("  store i64 ").append(handler).append(", ptr %message\n");
        for (int i = 0; i < signature.parameters().size(); i++) {
            text.append("  %at").append(i).append(" = getelementptr i64, ptr %message, i64 ");
            text.append(2 + i).append('\n');
            text.append(store(signature.parameters().get(i), "%a" + i, "%at" + i));
        }
        text.append("  call void inttoptr (i64 ").append(dispatcher).append(" to ptr)(ptr null, ptr %message)\n");
        text.append("""
                  %jump = load ptr, ptr %message
                  %stopped = icmp ne ptr %jump, null
                  br i1 %stopped, label %stop, label %return
                stop:
                  call void @longjmp(ptr %jump, i32 1)
                  unreachable
                return:
                """);
        if (signature.result() == NativeType.VOID) {
            return text.append("  ret void\n}\n").toString();
        }
        text.append("  %from = getelementptr i64, ptr %message, i64 1\n");
        text.append(load(signature.result(), "%result", "%from"));
        return text.append("  ret ")
                .append(signature.result().irName())
                .append(" %result\n}\n")
                .toString();
    }
}
