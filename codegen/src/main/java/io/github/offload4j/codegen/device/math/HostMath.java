package io.github.offload4j.codegen.device.math;

import static io.github.offload4j.codegen.device.math.MathFunction.*;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Hosts: C's math library, which the program has. */
final class HostMath implements TargetMath {
    /** Those that the library does not have. */
    private static final Set<MathFunction> MISSING = EnumSet.of(POWI, RSQRT);

    @Override
    public boolean isNative(MathUse use) {
        return !MISSING.contains(use.function());
    }

    @Override
    public Optional<Definition> definition(MathUse use) {
        return Optional.of(use.function() == POWI ? Definition.of(use, """
                          %n = sitofp i32 %1 to T
                          %r = call T @llvm.pow.S(T %0, T %n)
                          ret T %r
                        """) : Definition.of(use, """
                          %root = call T @llvm.sqrt.S(T %0)
                          %r = fdiv T 1.0, %root
                          ret T %r
                        """));
    }

    @Override
    public String libraryPrefix() {
        return "";
    }

    @Override
    public List<String> ownSymbols() {
        return List.of();
    }

    @Override
    public String libraryName() {
        return "C's math library";
    }
}
