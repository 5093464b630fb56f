package io.github.offload4j.runtime.jit;

import java.util.function.Consumer;

/** What the user binds a symbol to. */
sealed interface JitSymbol {
    /** A Java method. */
    record Callback(HostCallback method) implements JitSymbol {}

    /** A function of a library, whose calls Java hears of. */
    record Watched(Consumer<CallbackArguments> listener) implements JitSymbol {}

    /** Native code or data. */
    record Code(NativeAddress address) implements JitSymbol {}
}
