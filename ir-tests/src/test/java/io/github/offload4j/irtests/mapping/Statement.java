package io.github.offload4j.irtests.mapping;

import io.github.offload4j.codegen.signature.Access;
import io.github.offload4j.codegen.signature.DataAction;
import io.github.offload4j.codegen.signature.MapModifier;
import java.util.List;
import java.util.Set;

/** A statement of a program that can be written in OpenMP and for this library. */
sealed interface Statement {
    /** What programs map. Together they are the host memory of the model. */
    enum Data {
        /** An array. */
        A(0, 64),
        /** A pointer to the elements of an array. */
        B(64, 64),
        /** Another. */
        C(128, 63),
        /** A scalar. */
        T(191, 1);

        private final int place;
        private final int size;

        Data(int place, int size) {
            this.place = place;
            this.size = size;
        }

        int place() {
            return place;
        }

        int size() {
            return size;
        }
    }

    /**
     * A part of the data.
     *
     * @param computed whether its bounds are known only when the program runs
     */
    record Section(Data data, int begin, int size, boolean computed) {}

    /** A map clause. */
    record Clause(Section section, Access access, Set<MapModifier> modifiers) {}

    /** {@code target data} around other statements. */
    record Region(int device, List<Clause> clauses, List<Statement> body) implements Statement {}

    /** {@code target}: the sections are changed. */
    record Kernel(int device, List<Clause> clauses, Change change, boolean teams) implements Statement {}

    /** {@code target data} with device pointers around a call of a host function, which changes the sections. */
    record Library(int device, List<Clause> clauses, Change change) implements Statement {}

    /** {@code target enter data}, {@code target exit data} or {@code target update}. */
    record Act(DataAction action, int device, List<Clause> clauses) implements Statement {}

    /** The host changes a section. */
    record Host(Section section, Change change) implements Statement {}
}
