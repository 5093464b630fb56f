package io.github.offload4j.irtests.fuzz;

import java.util.List;
import java.util.Random;

/** Something that inputs are fed to. */
interface Target {
    /** Returns what mutations start from: texts, or bytes as the first 256 characters. */
    List<String> corpus();

    /** Returns what mutations put in. */
    List<String> words();

    /** Returns a changed input. */
    default String mutate(String input, Random random) {
        return new Mutator(random, words()).mutate(input);
    }

    /**
     * Takes one input.
     *
     * @param random decides about everything else, such as options
     * @return whether the input was good
     * @throws AssertionError when what comes out is not what it has to be
     */
    boolean feed(String input, Random random);
}
