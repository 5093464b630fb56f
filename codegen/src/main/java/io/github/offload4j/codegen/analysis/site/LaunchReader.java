package io.github.offload4j.codegen.analysis.site;

import io.github.offload4j.codegen.abi.MapFlag;
import io.github.offload4j.codegen.abi.SiteFunction;
import io.github.offload4j.codegen.abi.StructLayout;
import io.github.offload4j.codegen.fact.Quantity;
import io.github.offload4j.codegen.flow.FunctionFacts;
import io.github.offload4j.codegen.helper.Helper;
import io.github.offload4j.codegen.ir.Address;
import io.github.offload4j.codegen.ir.IrInstruction;
import io.github.offload4j.codegen.ir.IrValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads the calls of {@code __tgt_target_kernel} in one function, also those that a guard stands in front of. */
final class LaunchReader {
    private static final int PARAMETERS = 6;
    private static final int POINTER_BYTES = 8;
    private static final int DIMENSIONS = 3;
    private static final int FIRST_VERSION_WITH_SIZES = 2;
    private static final Set<String> SYMBOLS =
            Set.of(SiteFunction.LAUNCH.symbol(), SiteFunction.LAUNCH_NOWAIT.symbol());

    private final FunctionFacts facts;
    private final CallReader calls;
    private final KernelNames kernels;

    LaunchReader(FunctionFacts facts, CallReader calls, KernelNames kernels) {
        this.facts = facts;
        this.calls = calls;
        this.kernels = kernels;
    }

    static boolean isLaunch(IrInstruction call) {
        return call.calledFunction().filter(f -> SYMBOLS.contains(f.name())).isPresent()
                || Helper.LAUNCH.isCalledBy(call);
    }

    /** Returns the runtime's functions for the launches that are read. */
    static Set<String> symbols() {
        return SYMBOLS;
    }

    /** Returns the launch taken apart, or nothing when it has too few arguments to be one. */
    Optional<Launch> read(IrInstruction call) {
        List<IrValue> arguments = call.arguments();
        if (arguments.size() < PARAMETERS) {
            return Optional.empty();
        }
        Address struct = facts.pointers().address(arguments.get(5));
        Fields fields = new Fields(struct, call);
        Quantity count = fields.number("NumArgs", 0, Integer.BYTES);
        TableReader.Arrays arrays = new TableReader.Arrays(
                fields.pointer("ArgBasePtrs"),
                fields.pointer("ArgPtrs"),
                fields.pointer("ArgSizes"),
                fields.pointer("ArgTypes"),
                fields.pointer("ArgNames"),
                fields.pointer("ArgMappers"));
        RuntimeCall runtimeCall = new RuntimeCall(
                RuntimeCall.Kind.LAUNCH,
                call,
                facts.function(),
                calls.location(call, arguments.get(0)),
                facts.numbers().of(arguments.get(1)),
                count,
                arrays.pointers().flatMap(calls::place),
                calls.tables().read(arrays, count, call));
        Quantity version = fields.number("Version", 0, Integer.BYTES);
        Quantity teams = facts.numbers().of(arguments.get(2));
        Quantity threads = facts.numbers().of(arguments.get(3));
        boolean sizesInStruct = version.known().orElse(FIRST_VERSION_WITH_SIZES) >= FIRST_VERSION_WITH_SIZES;
        return Optional.of(new Launch(
                runtimeCall,
                kernels.of(facts.pointers().address(arguments.get(4)).base()),
                version,
                sizesInStruct ? fields.sizes("NumTeams") : flat(teams),
                sizesInStruct ? fields.sizes("ThreadLimit") : flat(threads),
                teams,
                threads,
                fields.number("DynCGroupMem", 0, Integer.BYTES),
                fields.number("Flags", 0, Long.BYTES),
                mayBeSkipped(call),
                boundsEntry(runtimeCall.entries(), struct),
                Refusals.of(call)));
    }

    /**
     * One whose grid cannot be empty goes through the helper too where the code is for runtimes on both sides of LLVM 23.
     */
    private static boolean mayBeSkipped(IrInstruction call) {
        return Helper.LAUNCH.isCalledBy(call)
                && !call.arguments().get(PARAMETERS).isNullConstant();
    }

    private static List<Quantity> flat(Quantity x) {
        return List.of(x, new Quantity.Known(1), new Quantity.Known(1));
    }

    /** A host version of a kernel learns the grid from the struct, whose address a hidden entry then holds. */
    private Optional<Integer> boundsEntry(List<TableEntry> entries, Address struct) {
        for (int i = 0; i < entries.size(); i++) {
            boolean holdsStruct = entries.get(i)
                    .base()
                    .map(facts.pointers()::address)
                    .filter(struct::equals)
                    .isPresent();
            if (holdsStruct && entries.get(i).has(MapFlag.LITERAL)) {
                return Optional.of(i);
            }
        }
        return Optional.empty();
    }

    /** The fields of a kernel-arguments struct as they are when the launch runs. */
    private final class Fields {
        private final Address struct;
        private final IrInstruction call;

        Fields(Address struct, IrInstruction call) {
            this.struct = struct;
            this.call = call;
        }

        private Optional<IrValue> field(String name, int at, int bytes) {
            if (struct.offset().isEmpty()) {
                return Optional.empty();
            }
            List<StructLayout.Field> fields = StructLayout.KERNEL_ARGUMENTS.fields();
            int index = 0;
            while (!fields.get(index).name().equals(name)) {
                index++;
            }
            long offset = struct.offset().getAsLong() + StructLayout.KERNEL_ARGUMENTS.offset(index) + at;
            return facts.memory().scalar(struct.base(), offset, bytes, call);
        }

        Optional<IrValue> pointer(String name) {
            return field(name, 0, POINTER_BYTES);
        }

        Quantity number(String name, int at, int bytes) {
            return facts.numbers().of(field(name, at, bytes));
        }

        List<Quantity> sizes(String name) {
            List<Quantity> sizes = new ArrayList<>();
            for (int i = 0; i < DIMENSIONS; i++) {
                sizes.add(number(name, i * Integer.BYTES, Integer.BYTES));
            }
            return sizes;
        }
    }
}
