package io.github.offload4j.irtests.structures;

import io.github.offload4j.codegen.signature.Access;
import io.github.offload4j.codegen.signature.DataAction;
import java.util.List;

/** One thing that a program does with the world's nodes and arrays. */
sealed interface Statement {
    /** A node, and what is mapped with it. */
    record Shape(int node, List<Level> levels, Access root, Access inner, Access data) {}

    /**
     * What is mapped of a node on the way from the first one: each level but the first is behind the {@code next} of the one
     * before.
     *
     * @param values whether what {@code values} points to is mapped, of which the node says how long it is
     * @param other whether what {@code other} points to is mapped, which has {@value World#OTHER} numbers
     */
    record Level(boolean values, boolean other) {
        int mask() {
            return (values ? 1 : 0) | (other ? 2 : 0);
        }
    }

    /** Numbers of an array. */
    record Part(int array, int first, int count) {
        int place() {
            return World.array(array) + first;
        }
    }

    /** Data is entered, left or updated: a node with its members. */
    record Act(DataAction action, Shape shape) implements Statement {}

    /** The same for a part of an array. */
    record ActOnArray(DataAction action, Part part, Access access) implements Statement {}

    /** A kernel walks along the levels, and changes what they have mapped. */
    record Walk(Shape shape, int summand) implements Statement {}

    /** A kernel changes a part of an array. */
    record Change(Part part, Access access, int summand) implements Statement {}

    /** The host writes a word: a number, or the address of another word, or null. */
    record Set(int place, long value, boolean pointer) implements Statement {}

    /** The device gives up a region, however often it is counted. */
    record GiveUp(int place, int words) implements Statement {}
}
