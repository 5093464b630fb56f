package io.github.offload4j.codegen;

import io.github.offload4j.codegen.ir.IrBuilder;
import io.github.offload4j.codegen.session.Region;
import io.github.offload4j.codegen.session.Session;
import org.bytedeco.llvm.LLVM.LLVMBuilderRef;
import org.jspecify.annotations.Nullable;

/** Where LLVM's builders come in. */
final class Builders {
    private Builders() {}

    /**
     * Returns a view of a builder that stands in the module.
     *
     * @throws NullPointerException when the handle is null
     * @throws io.github.offload4j.codegen.diagnostic.OffloadException when sites cannot be added any more, or the builder has
     *     no position in the module
     */
    static IrBuilder borrow(@Nullable LLVMBuilderRef builder, Session session) {
        session.requireUsable();
        return IrBuilder.borrow(builder, session.module());
    }

    /**
     * Returns a view of a builder that stands in the function that a region was opened in.
     *
     * @throws NullPointerException when the handle is null
     * @throws io.github.offload4j.codegen.diagnostic.OffloadException when sites cannot be added any more, or the builder
     *     stands elsewhere
     */
    static IrBuilder borrow(@Nullable LLVMBuilderRef builder, Session session, Region region) {
        IrBuilder borrowed = borrow(builder, session);
        region.requireSameFunction(borrowed);
        return borrowed;
    }
}
