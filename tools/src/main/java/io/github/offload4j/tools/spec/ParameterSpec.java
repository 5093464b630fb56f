package io.github.offload4j.tools.spec;

import io.github.offload4j.codegen.signature.Access;
import io.github.offload4j.codegen.signature.MapModifier;
import java.util.List;
import java.util.Set;

/** A parameter of an offload. */
public sealed interface ParameterSpec {
    /** Returns the name. */
    Located<String> name();

    /** Returns what LLVM sees of it. */
    List<LlvmParameter> llvmParameters();

    /**
     * A scalar, passed by value.
     *
     * @param name the name
     * @param type its type in LLVM's spelling
     */
    record Scalar(Located<String> name, Located<String> type) implements ParameterSpec {
        @Override
        public List<LlvmParameter> llvmParameters() {
            return List.of(new LlvmParameter(name.value(), type.value()));
        }
    }

    /**
     * A pointer whose bytes are mapped.
     *
     * @param name the name
     * @param mapping in which direction, and with which modifiers
     * @param extent how many bytes
     * @param members pointers inside of what it points to
     */
    record Mapped(Located<String> name, Mapping mapping, ExtentSpec extent, List<MemberSpec> members)
            implements ParameterSpec {
        /** Copies the list. */
        public Mapped {
            members = List.copyOf(members);
        }

        /** A pointer to bytes without pointers. */
        public Mapped(Located<String> name, Mapping mapping, ExtentSpec extent) {
            this(name, mapping, extent, List.of());
        }

        @Override
        public List<LlvmParameter> llvmParameters() {
            return List.of(new LlvmParameter(name.value(), Types.POINTER));
        }
    }

    /**
     * A pointer and a number of elements, mapped.
     *
     * @param name the name of the pointer
     * @param mapping in which direction, and with which modifiers
     * @param element the type of one element in LLVM's spelling
     */
    record Slice(Located<String> name, Mapping mapping, Located<String> element) implements ParameterSpec {
        @Override
        public List<LlvmParameter> llvmParameters() {
            return List.of(
                    new LlvmParameter(name.value(), Types.POINTER),
                    new LlvmParameter(name.value() + LlvmParameter.LENGTH_SUFFIX, Types.LENGTH));
        }
    }

    /**
     * A pointer that the callee gets as it is.
     *
     * @param name the name
     * @param side the memory that it points to
     */
    record Passed(Located<String> name, Side side) implements ParameterSpec {
        @Override
        public List<LlvmParameter> llvmParameters() {
            return List.of(new LlvmParameter(name.value(), Types.POINTER));
        }
    }

    /**
     * A pointer to a structure of the host that a kernel takes by value.
     *
     * @param name the name
     * @param type the structure's type in LLVM's spelling
     */
    record Copied(Located<String> name, Located<String> type) implements ParameterSpec {
        @Override
        public List<LlvmParameter> llvmParameters() {
            return List.of(new LlvmParameter(name.value(), Types.POINTER));
        }
    }

    /**
     * A scalar or a pointer that the callee does not get: expressions name it.
     *
     * @param name the name
     * @param type its type in LLVM's spelling
     */
    record Withheld(Located<String> name, Located<String> type) implements ParameterSpec {
        @Override
        public List<LlvmParameter> llvmParameters() {
            return List.of(new LlvmParameter(name.value(), type.value()));
        }
    }

    /**
     * An argument of one of several calls that the defined function computes.
     *
     * @param name how a spec writes the number
     * @param type an integer type in LLVM's spelling, which it fits when the program runs, or the program stops
     * @param value the number
     */
    record Computed(Located<String> name, Located<String> type, Located<SpecNumber> value) implements ParameterSpec {
        @Override
        public List<LlvmParameter> llvmParameters() {
            return List.of(new LlvmParameter(name.value(), type.value()));
        }
    }

    /** What the callee gets of a parameter that is not mapped. */
    enum Side {
        /** The pointer, into memory of the host. */
        HOST,
        /** The pointer, into memory of the device. */
        DEVICE,
        /** What it points to. */
        VALUE,
        /** Nothing: it is a parameter of the defined function only. */
        NONE
    }

    /**
     * How bytes are mapped.
     *
     * @param access the direction
     * @param modifiers what else to tell the runtime
     */
    record Mapping(Access access, Set<MapModifier> modifiers) {
        /** Copies the set. */
        public Mapping {
            modifiers = Set.copyOf(modifiers);
        }
    }
}
