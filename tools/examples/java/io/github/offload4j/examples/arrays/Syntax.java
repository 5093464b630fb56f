package io.github.offload4j.examples.arrays;

import io.github.offload4j.codegen.signature.Access;
import java.util.List;
import java.util.Optional;

/** What a program consists of. */
final class Syntax {
    private Syntax() {}

    /** A function. */
    record Definition(String name, List<Parameter> parameters, List<Statement> statements) {
        Optional<Parameter> parameter(String wanted) {
            return parameters.stream().filter(p -> p.name().equals(wanted)).findFirst();
        }

        /**
         * Returns how the device uses an array: what is read before it is written has to be copied there, and what is
         * written has to be copied back.
         */
        Access access(Parameter array) {
            boolean read = false;
            boolean written = false;
            for (Statement statement : statements) {
                read |= !written && statement.value().mentions(array.name());
                written |= statement.target().equals(array.name());
            }
            if (read) {
                return written ? Access.TOFROM : Access.TO;
            }
            return written ? Access.FROM : Access.ALLOC;
        }
    }

    /** A number, or an array of them. */
    record Parameter(String name, boolean array) {}

    /** Computes every element of an array. */
    record Statement(String target, Expression value) {}

    /** What one element is computed from. */
    sealed interface Expression {
        /** Returns whether a parameter occurs in it. */
        boolean mentions(String name);
    }

    /** A constant. */
    record Constant(float value) implements Expression {
        @Override
        public boolean mentions(String name) {
            return false;
        }
    }

    /** A parameter: a number, or the element of an array that is being computed. */
    record Name(String name) implements Expression {
        @Override
        public boolean mentions(String wanted) {
            return name.equals(wanted);
        }
    }

    /** One of {@code + - * /}. */
    record Operation(char operator, Expression left, Expression right) implements Expression {
        @Override
        public boolean mentions(String name) {
            return left.mentions(name) || right.mentions(name);
        }
    }
}
