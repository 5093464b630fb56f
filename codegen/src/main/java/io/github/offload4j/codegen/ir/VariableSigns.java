package io.github.offload4j.codegen.ir;

import java.util.List;
import java.util.Optional;

/** How a module itself says which of its variables host and device both know. */
public final class VariableSigns {
    /** The section that such variables are put into in source code. */
    public static final String SECTION = "offload.device";

    private VariableSigns() {}

    /** Returns the device variables of a module, declared ones too, in its order. */
    public static List<IrGlobal> find(IrModule module) {
        return module.globals().stream().filter(VariableSigns::isMarked).toList();
    }

    /** Returns whether a variable is in the section. */
    public static boolean isMarked(IrGlobal variable) {
        return variable.section().equals(SECTION);
    }

    /** Returns why a variable cannot be one that host and device both know, as what follows its name in a message. */
    public static Optional<String> fault(IrGlobal variable, DataLayout layout) {
        IrValue value = variable.value();
        int addressSpace = value.type().addressSpace().orElse(0);
        if (ConstantFacts.isUnchanging(value)) {
            return Optional.of("is a constant, which every kernel has by itself; leave the section out");
        }
        if (ConstantFacts.isThreadLocal(value)) {
            return Optional.of("is thread-local; a device has no such variables");
        }
        if (addressSpace != 0) {
            return Optional.of("is in address space " + addressSpace
                    + "; a device variable is in address space 0, whatever the device calls its memory");
        }
        if (layout.bytes(variable.contentType()).orElse(0) == 0) {
            return Optional.of("is " + variable.contentType() + ", which has no size; declare it with its length");
        }
        return Optional.empty();
    }
}
