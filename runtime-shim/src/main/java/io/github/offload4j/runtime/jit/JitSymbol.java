package io.github.offload4j.runtime.jit;

/** What the user binds a symbol to. */
sealed interface JitSymbol {
    /** A Java method. */
    record Callback(HostCallback method) implements JitSymbol {}

    /** Native code or data. */
    record Code(NativeAddress address) implements JitSymbol {}
}
