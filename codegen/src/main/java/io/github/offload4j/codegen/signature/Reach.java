package io.github.offload4j.codegen.signature;

import io.github.offload4j.codegen.ir.IrFunction;
import java.util.List;
import java.util.Objects;

/** What travels together with the bytes of a mapped argument. */
public sealed interface Reach {
    /** Nothing else. */
    record Flat() implements Reach {}

    /**
     * What pointers inside of it point to. Where the argument's extent is a count of elements, each element has them.
     *
     * @param members the pointers, at least one
     */
    record Members(List<Member> members) implements Reach {
        /** Copies the list. */
        public Members {
            members = List.copyOf(Objects.requireNonNull(members, "members is null"));
        }
    }

    /**
     * What a function of the program tells the runtime, as OpenMP's {@code declare mapper} does.
     *
     * @param function {@code void (ptr handle, ptr base, ptr begin, i64 size, i64 type, ptr name)}
     */
    record Mapper(IrFunction function) implements Reach {
        /** Checks the value. */
        public Mapper {
            Objects.requireNonNull(function, "function is null");
        }
    }

    /** Nothing else travels. */
    Reach FLAT = new Flat();
}
