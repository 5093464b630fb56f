package io.github.offload4j.tools.explain;

import io.github.offload4j.codegen.abi.MapFlag;
import io.github.offload4j.codegen.abi.MapType;
import io.github.offload4j.codegen.abi.RuntimeConstants;
import io.github.offload4j.codegen.analysis.site.Launch;
import io.github.offload4j.codegen.analysis.site.Launch.Refusal;
import io.github.offload4j.codegen.analysis.site.OffloadEntry;
import io.github.offload4j.codegen.analysis.site.OffloadImage;
import io.github.offload4j.codegen.analysis.site.OffloadInventory;
import io.github.offload4j.codegen.analysis.site.OffloadSite;
import io.github.offload4j.codegen.analysis.site.RuntimeCall;
import io.github.offload4j.codegen.analysis.site.TableEntry;
import io.github.offload4j.codegen.analysis.site.TableEntry.Mapper;
import io.github.offload4j.codegen.fact.KnownBits;
import io.github.offload4j.codegen.fact.Quantity;
import io.github.offload4j.codegen.ir.IrInstruction;
import io.github.offload4j.codegen.ir.IrValue;
import io.github.offload4j.codegen.ir.Opcode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/** Facts about offload sites in words. */
final class Words {
    private static final long FLAG_BITS = (1L << 48) - 1;
    private static final String COMPUTED = "computed";
    private static final String DEFAULT_DEVICE = "omp_get_default_device";

    private Words() {}

    /** Returns how much about offloading a module has. */
    static String counts(OffloadInventory inventory) {
        return count(inventory.sites().size(), "offload site") + ", "
                + count(inventory.entries().size(), "offload entry", "offload entries") + ", "
                + count(inventory.images().size(), "device image");
    }

    private static String count(int number, String thing) {
        return count(number, thing, thing + "s");
    }

    private static String count(int number, String one, String many) {
        return number == 0 ? "no " + one : number == 1 ? "1 " + one : number + " " + many;
    }

    /** Returns what a site does, to stand behind the name of its function. */
    static String deed(OffloadSite site) {
        return switch (site.mode()) {
            case KERNEL ->
                "launches "
                        + site.launches().stream()
                                .map(l -> l.kernel().map(k -> "kernel " + k).orElse("an unknown kernel"))
                                .collect(Collectors.joining(", "));
            case HOST ->
                "calls "
                        + site.hostCalls().stream()
                                .map(c -> c.callee().map(f -> f.name()).orElse("a computed function"))
                                .distinct()
                                .collect(Collectors.joining(", "))
                        + " with device pointers";
            case REGION -> "maps data for the code up to the end of the region";
            case ENTER -> "maps data";
            case EXIT -> "unmaps data";
            case UPDATE -> "copies mapped data";
        };
    }

    /** Returns what an entry is. */
    static String what(OffloadEntry entry) {
        return switch (entry.kind()) {
            case KERNEL -> "kernel " + entry.symbol();
            case VARIABLE -> "variable " + entry.symbol() + " of " + entry.bytes() + " bytes";
            case REQUIREMENT -> "a requirement";
        };
    }

    static String call(RuntimeCall.Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    /** Returns a number, the expression that computes it, or that nothing is known of it. */
    static String quantity(Quantity quantity) {
        if (quantity instanceof Quantity.Known known) {
            return Long.toString(known.value());
        }
        if (quantity instanceof Quantity.Computed computed) {
            return expression(computed.value(), 0);
        }
        return quantity instanceof Quantity.Overflow ? "too large for its type" : "unknown";
    }

    /** Returns the sizes of a grid or a block; a kernel that clang has outlined takes 0 and -1 for its own choice. */
    static String sizes(List<Quantity> sizes, String unit, Launch launch) {
        boolean outlined =
                launch.kernel().filter(k -> k.startsWith("__omp_offloading_")).isPresent();
        if (outlined && (sizes.get(0).is(0) || sizes.get(0).is(-1))) {
            return "the kernel's own choice of " + unit;
        }
        if (sizes.stream().allMatch(size -> size instanceof Quantity.Unknown)) {
            return "an unknown number of " + unit;
        }
        return dimensions(sizes).stream().map(Words::quantity).collect(Collectors.joining(" x ")) + " " + unit;
    }

    /** Returns which runtimes take a launch, where they are only some of those that are known. */
    static Optional<String> runtime(Launch launch) {
        boolean later = launch.version().known().orElse(0) > RuntimeConstants.KERNEL_ARGUMENTS_VERSION;
        if (!later) {
            return Optional.empty();
        }
        boolean strict = (launch.flags().known().orElse(0) & RuntimeConstants.STRICT_SIZES) != 0;
        return Optional.of(
                "23, by the version of the arguments" + (strict ? "; it is asked for exactly these sizes" : ""));
    }

    /** Returns sizes as the runtime takes them: beside one in x, 0 in y or z, where a compiler has set none, is 1. */
    static List<Quantity> dimensions(List<Quantity> sizes) {
        if (sizes.get(0).is(0) || sizes.get(0).is(-1)) {
            return sizes;
        }
        List<Quantity> taken = new ArrayList<>(sizes.subList(0, 1));
        sizes.stream()
                .skip(1)
                .map(size -> size.is(0) ? new Quantity.Known(1) : size)
                .forEach(taken::add);
        return taken;
    }

    /** Returns an argument's size. */
    static String size(ArgumentView argument) {
        if (!argument.strided()) {
            return bytes(argument.bytes());
        }
        return "a section with gaps, " + pieces(argument.dimensions());
    }

    /** The last dimension is a piece without gaps, and the others are loops around it. */
    private static String pieces(List<TableEntry.Dimension> dimensions) {
        Quantity bytes = dimensions.isEmpty() ? Quantity.unknown() : pieceBytes(dimensions);
        OptionalLong pieces = OptionalLong.of(1);
        for (TableEntry.Dimension loop : dimensions.subList(0, Math.max(0, dimensions.size() - 1))) {
            OptionalLong count = loop.count().known();
            pieces = pieces.isPresent() && count.isPresent()
                    ? OptionalLong.of(pieces.getAsLong() * count.getAsLong())
                    : OptionalLong.empty();
        }
        String size = bytes.known().isPresent() ? " of " + bytes(bytes) + " each" : "";
        return pieces.isPresent() && !dimensions.isEmpty()
                ? (pieces.getAsLong() == 1 ? "1 piece" : pieces.getAsLong() + " pieces") + size
                : "in pieces" + size;
    }

    private static Quantity pieceBytes(List<TableEntry.Dimension> dimensions) {
        TableEntry.Dimension last = dimensions.get(dimensions.size() - 1);
        OptionalLong count = last.count().known();
        OptionalLong stride = last.stride().known();
        return count.isPresent() && stride.isPresent()
                ? new Quantity.Known(count.getAsLong() * stride.getAsLong())
                : Quantity.unknown();
    }

    /** Returns what is to be said of a mapper, if there may be one. */
    static Optional<String> mapper(Mapper mapper) {
        if (mapper instanceof Mapper.Named named) {
            return Optional.of("maps what else belongs to it: " + named.symbol());
        }
        return mapper instanceof Mapper.Unknown
                ? Optional.of("one that cannot be told may map more")
                : Optional.empty();
    }

    static String bytes(Quantity quantity) {
        if (quantity(quantity).equals(COMPUTED)) {
            return "a computed number of bytes";
        }
        if (quantity instanceof Quantity.Unknown) {
            return "an unknown number of bytes";
        }
        return quantity.is(1) ? "1 byte" : quantity(quantity) + " bytes";
    }

    static String device(Quantity quantity) {
        if (quantity.is(-1)) {
            return "the default device";
        }
        if (quantity instanceof Quantity.Computed computed && isDefaultDevice(computed.value())) {
            return "the default device when the site begins";
        }
        return quantity(quantity);
    }

    private static boolean isDefaultDevice(IrValue value) {
        Optional<IrInstruction> instruction = value.asInstruction();
        boolean widened = instruction.filter(i -> isWidening(i.opcode())).isPresent();
        return widened
                ? isDefaultDevice(instruction.get().operand(0))
                : instruction
                        .flatMap(IrInstruction::calledFunction)
                        .filter(f -> f.name().equals(DEFAULT_DEVICE))
                        .isPresent();
    }

    private static boolean isWidening(Opcode opcode) {
        return opcode == Opcode.SIGN_EXTEND || opcode == Opcode.ZERO_EXTEND || opcode == Opcode.TRUNCATE;
    }

    private static String expression(IrValue value, int depth) {
        if (value.constantInteger().isPresent()) {
            return Long.toString(value.constantInteger().getAsLong());
        }
        if (!value.name().isEmpty()) {
            return "%" + value.name();
        }
        Optional<IrInstruction> instruction = value.asInstruction();
        if (instruction.isEmpty() || depth > 3) {
            return COMPUTED;
        }
        IrInstruction i = instruction.get();
        if (isWidening(i.opcode())) {
            return expression(i.operand(0), depth + 1);
        }
        if (i.opcode() == Opcode.MULTIPLY) {
            return binary(i.operand(0), "*", expression(i.operand(1), depth + 1), depth);
        }
        if (i.opcode() == Opcode.ADD) {
            return binary(i.operand(0), "+", expression(i.operand(1), depth + 1), depth);
        }
        boolean shifts = i.opcode() == Opcode.SHIFT_LEFT
                && i.operand(1).constantInteger().orElse(-1) >= 0
                && i.operand(1).constantInteger().orElse(Long.SIZE) < Long.SIZE - 1;
        return shifts
                ? binary(
                        i.operand(0),
                        "*",
                        Long.toString(1L << i.operand(1).constantInteger().orElseThrow()),
                        depth)
                : COMPUTED;
    }

    private static String binary(IrValue left, String operator, String right, int depth) {
        String first = expression(left, depth + 1);
        if (operator.equals("*") && right.equals("1")) {
            return first;
        }
        return first.equals(COMPUTED) || right.equals(COMPUTED) ? COMPUTED : first + " " + operator + " " + right;
    }

    /** Returns a map type, for example {@code 0x1000000000013 MEMBER_OF(1) PTR_AND_OBJ TO FROM}. */
    static String flags(KnownBits flags) {
        if (flags.isUnknown()) {
            return COMPUTED;
        }
        String certain = "0x" + Long.toHexString(flags.certain()) + " " + names(flags.certain());
        return flags.isExact() ? certain : certain + ", and perhaps " + names(flags.possible() & ~flags.certain());
    }

    static String names(long bits) {
        return bits == 0 ? "NONE" : String.join(" ", nameList(bits));
    }

    /** Returns the names of flags: what an entry belongs to and what it is come before what is done with it. */
    static List<String> nameList(long bits) {
        MapType type = new MapType(bits);
        List<String> names = new ArrayList<>();
        if (type.memberOf() != 0) {
            names.add("MEMBER_OF(" + type.memberOf() + ")");
        }
        if (type.has(MapFlag.PTR_AND_OBJ)) {
            names.add(MapFlag.PTR_AND_OBJ.name());
        }
        long rest = bits & FLAG_BITS;
        for (MapFlag flag : MapFlag.values()) {
            if (type.has(flag)) {
                rest &= ~flag.bit();
                if (flag != MapFlag.PTR_AND_OBJ) {
                    names.add(flag.name());
                }
            }
        }
        if (rest != 0) {
            names.add("0x" + Long.toHexString(rest));
        }
        return names;
    }

    static String refusal(Refusal refusal) {
        if (refusal instanceof Refusal.Calls calls) {
            return calls.name() + " is called";
        }
        if (refusal instanceof Refusal.Computes) {
            return "the host computes the grid";
        }
        if (refusal instanceof Refusal.Stops) {
            return "the program stops with a message";
        }
        return refusal instanceof Refusal.Looks ? "the program handles it itself" : "nothing happens";
    }

    static String placement(OffloadEntry.Placement placement) {
        if (placement instanceof OffloadEntry.Placement.Section section) {
            return "section " + section.name();
        }
        return "array " + ((OffloadEntry.Placement.Array) placement).name();
    }

    static String size(OffloadImage image) {
        return image.bytes().isPresent() ? image.bytes().getAsLong() + " bytes" : "unknown size";
    }
}
