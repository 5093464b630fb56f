package io.github.offload4j.codegen;

import io.github.offload4j.codegen.diagnostic.OffloadException;
import io.github.offload4j.codegen.diagnostic.SourceLocation;
import io.github.offload4j.codegen.ir.IrValue;
import io.github.offload4j.codegen.option.OnStatus;
import io.github.offload4j.codegen.session.FunctionCall;
import io.github.offload4j.codegen.session.Region;
import io.github.offload4j.codegen.session.Session;
import io.github.offload4j.codegen.signature.Ordering;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.bytedeco.llvm.LLVM.LLVMBuilderRef;
import org.bytedeco.llvm.LLVM.LLVMValueRef;

/**
 * A function of the host that wants device pointers, such as a routine of cuBLAS, to call inside data regions. Several
 * calls may share a region, with each other and with kernel launches. Immutable.
 */
public final class HostFunction {
    private final Session session;
    private final FunctionCall call;

    HostFunction(Session session, FunctionCall call) {
        this.session = session;
        this.call = call;
    }

    /** Returns this function with another ordering of its work; {@link Ordering#AUTOMATIC} at first. */
    public HostFunction ordered(Ordering other) {
        Objects.requireNonNull(other, "ordering is null");
        return new HostFunction(session, new FunctionCall(call.function(), other, call.onStatus(), call.location()));
    }

    /** Returns this function with another treatment of an i32 result that is not 0; the module's options' at first. */
    public HostFunction onStatus(OnStatus other) {
        Objects.requireNonNull(other, "onStatus is null");
        return new HostFunction(session, new FunctionCall(call.function(), call.ordering(), other, call.location()));
    }

    /** Returns this function, called at another place of the source than the builder's debug location says. */
    public HostFunction at(SourceLocation other) {
        Objects.requireNonNull(other, "location is null");
        return new HostFunction(
                session, new FunctionCall(call.function(), call.ordering(), call.onStatus(), Optional.of(other)));
    }

    /**
     * Calls the function. An argument that the region maps is given as its device address, every other one as it is.
     *
     * @param builder where the call is emitted
     * @param region an open region with device pointers
     * @return what the function returns; nothing for a {@code void} function
     * @throws OffloadException when the arguments or the ordering do not fit, or the region is closed, of another module
     *     or function, or without device pointers; nothing is emitted then
     */
    public Optional<LLVMValueRef> call(LLVMBuilderRef builder, DataRegion region, LLVMValueRef... arguments) {
        Objects.requireNonNull(region, "region is null");
        Objects.requireNonNull(arguments, "arguments is null");
        Region opened = region.region();
        opened.requireDevicePointers(session);
        List<IrValue> values = Arrays.stream(arguments)
                .map(argument -> IrValue.of(argument, "argument"))
                .toList();
        return opened.call(call, values, Builders.borrow(builder, session, opened))
                .map(IrValue::raw);
    }
}
