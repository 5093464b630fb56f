package io.github.offload4j.codegen;

import io.github.offload4j.codegen.signature.Argument;
import io.github.offload4j.codegen.signature.Signature;
import java.util.List;

/** The arguments of a data region or a launch, in order. Immutable. */
public final class OffloadArguments {
    private final List<Argument> arguments;

    private OffloadArguments(List<Argument> arguments) {
        this.arguments = arguments;
    }

    /** Returns a builder without arguments. */
    public static Builder builder() {
        return new Builder();
    }

    /** Returns how the arguments are passed. */
    public Signature signature() {
        return Signature.of(arguments);
    }

    List<Argument> toList() {
        return arguments;
    }

    /** Collects arguments. Not safe for use by two threads at once. */
    public static final class Builder extends ArgumentsBuilder<Builder> {
        private Builder() {}

        @Override
        Builder self() {
            return this;
        }

        /** Returns the arguments added so far. */
        public OffloadArguments build() {
            return new OffloadArguments(arguments());
        }
    }
}
