package io.github.offload4j.codegen;

import io.github.offload4j.codegen.diagnostic.SourceLocation;
import io.github.offload4j.codegen.signature.Argument;
import io.github.offload4j.codegen.signature.Signature;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** The arguments of a data region or a launch, in order. Immutable. */
public final class OffloadArguments {
    private final List<Argument> arguments;
    private final Optional<SourceLocation> location;

    private OffloadArguments(List<Argument> arguments, Optional<SourceLocation> location) {
        this.arguments = arguments;
        this.location = location;
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

    Optional<SourceLocation> location() {
        return location;
    }

    /** Collects arguments. Not safe for use by two threads at once. */
    public static final class Builder extends ArgumentsBuilder<Builder> {
        private Optional<SourceLocation> location = Optional.empty();

        private Builder() {}

        /** Says where the user wrote what takes the arguments; the builder's debug location stands in. */
        public Builder at(SourceLocation place) {
            location = Optional.of(Objects.requireNonNull(place, "place is null"));
            return this;
        }

        @Override
        Builder self() {
            return this;
        }

        /** Returns the arguments added so far. */
        public OffloadArguments build() {
            return new OffloadArguments(arguments(), location);
        }
    }
}
