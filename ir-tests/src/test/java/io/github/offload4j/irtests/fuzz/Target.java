package io.github.offload4j.irtests.fuzz;

import java.util.List;
import java.util.Random;

/** Something that inputs are fed to. */
interface Target {
    /** Returns what mutations start from. */
    List<String> corpus();

    /** Returns what mutations put in. */
    List<String> words();

    /**
     * Takes one input.
     *
     * @param random decides about everything else, such as options
     * @return whether the input was good
     * @throws AssertionError when what comes out is not what it has to be
     */
    boolean feed(String input, Random random);
}
