package io.github.offload4j.irtests.structures;

/** The memory of a program: nodes and arrays, in words of eight bytes. */
final class World {
    static final int NODES = 4;
    static final int ARRAYS = 4;

    /** Numbers of an array. */
    static final int LENGTH = 8;

    /** How many numbers {@code other} of a node points to. */
    static final int OTHER = 3;

    /** Words of a node, and which is what. */
    static final int NODE = 5;

    static final int COUNT = 0;
    static final int VALUES = 1;
    static final int NEXT = 2;
    static final int OTHERS = 3;
    static final int SUM = 4;

    static final int WORDS = NODES * NODE + ARRAYS * LENGTH;

    /** What the address of the first word is to the model. */
    static final long BASE = 1L << 40;

    private World() {}

    static int node(int number) {
        return number * NODE;
    }

    static int array(int number) {
        return NODES * NODE + number * LENGTH;
    }

    static boolean isPointer(int place) {
        int word = place % NODE;
        return place < NODES * NODE && word >= VALUES && word <= OTHERS;
    }

    static long address(int place) {
        return BASE + place;
    }

    static int place(long address) {
        return Math.toIntExact(address - BASE);
    }

    /** Returns the words that a program begins with. */
    static long[] fresh() {
        long[] words = new long[WORDS];
        for (int i = 0; i < WORDS; i++) {
            words[i] = World.isPointer(i) ? 0 : i;
        }
        for (int i = 0; i < NODES; i++) {
            words[node(i) + COUNT] = 2L + i;
            words[node(i) + VALUES] = address(array(i));
            words[node(i) + OTHERS] = address(array((i + 1) % ARRAYS));
            words[node(i) + NEXT] = i + 1 < NODES ? address(node(i + 1)) : 0;
        }
        return words;
    }
}
