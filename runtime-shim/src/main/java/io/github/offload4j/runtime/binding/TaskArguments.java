package io.github.offload4j.runtime.binding;

import io.github.offload4j.codegen.abi.TaskLayout;
import io.github.offload4j.runtime.nativecode.NativeMemory;
import java.util.ArrayList;
import java.util.List;

/** Reads and makes what programs hand to the functions of tasks, as LLVM's OpenMP library has it. */
public final class TaskArguments {
    private static final int SHARED = 0;
    private static final int CODE = Long.BYTES;
    private static final int TASK_BYTES = 3;
    private static final int SHARED_BYTES = 4;
    private static final int ROUTINE = 5;

    private TaskArguments() {}

    /**
     * A dependence.
     *
     * @param address what it is on
     * @param kind what is done there
     */
    public record Dependence(long address, int kind) {}

    /** Returns the memory of a new task: location, thread, flags, bytes of the task, bytes that it shares, its function, device. */
    public static long allocate(long[] words) {
        long shared = (words[TASK_BYTES] + Long.BYTES - 1) / Long.BYTES * Long.BYTES;
        long memory = NativeMemory.allocate(shared + words[SHARED_BYTES]);
        NativeMemory.fill(memory, (byte) 0, shared + words[SHARED_BYTES]);
        NativeMemory.putLong(memory + SHARED, words[SHARED_BYTES] > 0 ? memory + shared : 0);
        NativeMemory.putLong(memory + CODE, words[ROUTINE]);
        return memory;
    }

    /** Returns the address of a task's function, which takes the thread's number and the task. */
    public static long code(long task) {
        return NativeMemory.getLong(task + CODE);
    }

    /** Gives a task's memory back. */
    public static void free(long task) {
        NativeMemory.free(task);
    }

    /** Reads the two lists of dependences that a call takes, each a number and an address, from one of its words on. */
    public static List<Dependence> dependencesAt(long[] words, int at) {
        List<Dependence> all = new ArrayList<>();
        read(words[at], words[at + 1], all);
        read(words[at + 2], words[at + 3], all);
        return all;
    }

    private static void read(long count, long list, List<Dependence> all) {
        for (int i = 0; i < count; i++) {
            long one = list + (long) i * TaskLayout.DEPENDENCE_BYTES;
            int kind = NativeMemory.view(one + TaskLayout.DEPENDENCE_KIND, 1).get(0);
            all.add(new Dependence(NativeMemory.getLong(one + TaskLayout.DEPENDENCE_ADDRESS), kind));
        }
    }
}
