package io.github.offload4j.codegen.analysis.site;

import io.github.offload4j.codegen.fact.Quantity;
import io.github.offload4j.codegen.ir.IrBlock;
import io.github.offload4j.codegen.ir.IrFunction;
import io.github.offload4j.codegen.ir.IrInstruction;
import io.github.offload4j.codegen.ir.IrValue;
import java.util.List;
import java.util.Optional;

/**
 * A kernel launch.
 *
 * @param call the call with its tables
 * @param kernel the kernel's symbol on the device, when it can be told
 * @param version the version of the kernel-arguments struct
 * @param grid blocks in x, y and z
 * @param block threads of a block in x, y and z
 * @param teams the number of blocks passed beside the struct
 * @param threads the number of threads passed beside the struct
 * @param shared dynamic shared memory in bytes
 * @param flags the lowest asks the runtime not to wait
 * @param skippedWhenEmpty whether nothing is launched when the program finds a size below 1
 * @param boundsEntry the entry, from 0, that hands the struct itself to the kernel, when there is one
 * @param refusal what the program does when the runtime refuses
 */
public record Launch(
        RuntimeCall call,
        Optional<String> kernel,
        Quantity version,
        List<Quantity> grid,
        List<Quantity> block,
        Quantity teams,
        Quantity threads,
        Quantity shared,
        Quantity flags,
        boolean skippedWhenEmpty,
        Optional<Integer> boundsEntry,
        Refusal refusal) {
    /** Copies the lists. */
    public Launch {
        grid = List.copyOf(grid);
        block = List.copyOf(block);
    }

    /** Returns whether an entry, from 0, hands the kernel something that is none of its arguments. */
    public boolean isExtra(int entry) {
        return boundsEntry.filter(Integer.valueOf(entry)::equals).isPresent()
                || call.entries().get(entry).isPlace();
    }

    /** Returns whether it asks the runtime not to wait, which OpenMP's tasks can do. */
    public boolean isAsynchronous() {
        return (flags.known().orElse(0) & 1) != 0;
    }

    /**
     * A way out of a block.
     *
     * @param from the block
     * @param to the block that comes next
     */
    public record Exit(IrBlock from, IrBlock to) {}

    /** Returns the ways that the program takes only when the runtime does not make a launch. */
    public static List<Exit> refusedExits(IrInstruction launch) {
        return launch.value().users().stream()
                .flatMap(user -> user.asInstruction().stream())
                .flatMap(Refusals::exits)
                .toList();
    }

    /** What a program does when the runtime does not launch. */
    public sealed interface Refusal {
        /** It goes on as if nothing had happened. */
        record Ignored() implements Refusal {}

        /** It stops with a message. */
        record Stops() implements Refusal {}

        /**
         * It has the host compute the whole grid.
         *
         * @param by the call, of something that does so when it has to
         */
        record Computes(IrInstruction by) implements Refusal {}

        /**
         * It calls a function of the host.
         *
         * @param name what the function was called when the site was emitted
         * @param function the function, unless an optimizer has put its body in the place of the call
         * @param by the call, which may be of something that calls the function when it has to
         */
        record Calls(String name, Optional<IrFunction> function, IrInstruction by) implements Refusal {}

        /**
         * It looks at the result and does something of its own.
         *
         * @param result the result
         */
        record Looks(IrValue result) implements Refusal {}
    }
}
