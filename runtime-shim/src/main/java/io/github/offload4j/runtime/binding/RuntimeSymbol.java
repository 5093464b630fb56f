package io.github.offload4j.runtime.binding;

import io.github.offload4j.runtime.nativecode.CallSignature;
import io.github.offload4j.runtime.nativecode.UpcallHandler;

/** What a symbol of the offload runtime is bound to. */
public sealed interface RuntimeSymbol {
    /**
     * Native code or data.
     *
     * @param address where
     */
    record Native(long address) implements RuntimeSymbol {}

    /**
     * A Java method.
     *
     * @param signature its types
     * @param handler what is called
     */
    record Method(CallSignature signature, UpcallHandler handler) implements RuntimeSymbol {}
}
