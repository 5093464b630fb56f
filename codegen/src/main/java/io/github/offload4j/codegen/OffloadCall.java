package io.github.offload4j.codegen;

import io.github.offload4j.codegen.diagnostic.OffloadException;
import io.github.offload4j.codegen.diagnostic.OffloadException.Reason;
import io.github.offload4j.codegen.diagnostic.SourceLocation;
import io.github.offload4j.codegen.diagnostic.Subject;
import io.github.offload4j.codegen.ir.IrFunction;
import io.github.offload4j.codegen.option.OnStatus;
import io.github.offload4j.codegen.session.CallRequest;
import io.github.offload4j.codegen.signature.Device;
import io.github.offload4j.codegen.signature.LaunchBounds;
import io.github.offload4j.codegen.signature.Ordering;
import java.util.Objects;
import java.util.Optional;
import org.bytedeco.llvm.LLVM.LLVMValueRef;
import org.jspecify.annotations.Nullable;

/**
 * One offloaded call: its arguments are mapped, then a kernel is launched or a host function is called with the device
 * addresses, then the arguments are copied back. Immutable.
 *
 * <p>It has no lowering of its own: it behaves as a {@link DataRegion} around a {@link Kernel} launch, or around an
 * ordinary call.
 */
public final class OffloadCall {
    private final CallRequest request;

    private OffloadCall(CallRequest request) {
        this.request = request;
    }

    /**
     * Returns a builder for a call of a function: in host mode that function is called, in kernel mode the kernel of its
     * name is launched and must take the same parameters.
     *
     * @throws NullPointerException when the handle is null
     * @throws OffloadException when it is not a function
     */
    public static Builder to(LLVMValueRef function) {
        IrFunction callee = IrFunction.of(function, "callee");
        return new Builder(callee.name(), callee);
    }

    /**
     * Returns a builder for a launch of a kernel that the host module does not declare.
     *
     * @param kernel its symbol in the device image
     * @throws OffloadException when the symbol is empty or contains a zero character
     */
    public static Builder toKernel(String kernel) {
        return new Builder(Kernel.requireSymbol(kernel), null);
    }

    CallRequest request() {
        return request;
    }

    /**
     * Collects a call. The defaults: kernel mode, no arguments, the default device, no fallback, the builder's debug
     * location, {@link Ordering#AUTOMATIC}, and the module's option for a status. Kernel mode needs {@link #launch}. Not safe for use by two threads at once.
     */
    public static final class Builder extends ArgumentsBuilder<Builder> {
        private final String symbol;
        private final @Nullable IrFunction callee;
        private boolean host;
        private @Nullable LaunchBounds bounds;
        private Device device = Device.DEFAULT;
        private @Nullable IrFunction fallback;
        private @Nullable SourceLocation location;
        private Ordering ordering = Ordering.AUTOMATIC;
        private @Nullable OnStatus onStatus;

        private Builder(String symbol, @Nullable IrFunction callee) {
            this.symbol = symbol;
            this.callee = callee;
        }

        @Override
        Builder self() {
            return this;
        }

        /** Sets whether the callee is a function of the host that wants device pointers, or a kernel. */
        public Builder host(boolean host) {
            this.host = host;
            return this;
        }

        /** Sets the grid and the block of the launch; kernel mode only. */
        public Builder launch(LaunchBounds bounds) {
            this.bounds = Objects.requireNonNull(bounds, "bounds is null");
            return this;
        }

        /** Sets the device. */
        public Builder device(Device device) {
            this.device = Objects.requireNonNull(device, "device is null");
            return this;
        }

        /**
         * Sets what is called with the original arguments when the runtime refuses the launch; kernel mode only.
         *
         * @param function a {@code void} function with the kernel's parameters
         * @throws NullPointerException when the handle is null
         * @throws OffloadException when it is not a function
         */
        public Builder fallback(LLVMValueRef function) {
            this.fallback = IrFunction.of(function, "fallback");
            return this;
        }

        /** Sets what makes the host function's work and the runtime's copies follow each other; host mode only. */
        public Builder ordered(Ordering ordering) {
            this.ordering = Objects.requireNonNull(ordering, "ordering is null");
            return this;
        }

        /** Sets what happens when the host function returns an i32 that is not 0, in place of the module's option. */
        public Builder onStatus(OnStatus onStatus) {
            this.onStatus = Objects.requireNonNull(onStatus, "onStatus is null");
            return this;
        }

        /** Sets where the user wrote the call, in place of the builder's debug location. */
        public Builder at(SourceLocation location) {
            this.location = Objects.requireNonNull(location, "location is null");
            return this;
        }

        /**
         * Returns the call.
         *
         * @throws OffloadException when kernel mode has no launch bounds, or host mode has bounds, a fallback or no
         *     function to call
         */
        public OffloadCall build() {
            return new OffloadCall(new CallRequest(
                    symbol, Optional.ofNullable(callee), arguments(), device, Optional.ofNullable(location), kind()));
        }

        private CallRequest.Kind kind() {
            if (host) {
                requireHostShape();
                return new CallRequest.Kind.Host(ordering, Optional.ofNullable(onStatus));
            }
            if (bounds == null) {
                String host = callee == null ? "" : ", or say host(true), which calls '" + symbol + "' on the host";
                throw new OffloadException(
                        Reason.LAUNCH_BOUNDS,
                        "kernel '" + symbol + "' has no launch bounds; give a grid and a block" + host);
            }
            return new CallRequest.Kind.Launch(bounds, Optional.ofNullable(fallback));
        }

        private void requireHostShape() {
            if (callee == null) {
                throw new OffloadException(
                        Reason.ARGUMENT,
                        "host mode calls a function, and '" + symbol
                                + "' is only a kernel's name; give the function to OffloadCall.to");
            }
            if (bounds != null) {
                throw new OffloadException(Reason.ARGUMENT, "host mode launches nothing; leave out the launch bounds");
            }
            if (fallback != null) {
                throw new OffloadException(
                                Reason.ARGUMENT,
                                "host mode launches nothing that could be refused; leave out the fallback")
                        .about(new Subject.Fallback());
            }
        }
    }
}
