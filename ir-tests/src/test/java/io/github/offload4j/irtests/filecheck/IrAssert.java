package io.github.offload4j.irtests.filecheck;

import org.assertj.core.api.AbstractStringAssert;

/** AssertJ assertions on textual LLVM IR. */
public final class IrAssert extends AbstractStringAssert<IrAssert> {
    private FileCheck fileCheck = FileCheck.withDefaultPrefix();

    private IrAssert(String ir) {
        super(ir, IrAssert.class);
    }

    /** Starts an assertion on the IR; those on strings apply too. */
    public static IrAssert assertThat(String ir) {
        return new IrAssert(ir);
    }

    /** Uses the prefix instead of {@code CHECK} in the check texts that follow. */
    public IrAssert withCheckPrefix(String prefix) {
        fileCheck = FileCheck.withPrefix(prefix);
        return this;
    }

    /** Verifies that the text satisfies the FileCheck directives; {@link FileCheck} says which those are. */
    public IrAssert matchesFileCheck(String checks) {
        isNotNull();
        Verdict verdict = fileCheck.check(checks, actual);
        switch (verdict.outcome()) {
            case PASSED -> {}
            case FAILED, REJECTED -> failWithMessage("%s", verdict.message());
        }
        return this;
    }
}
