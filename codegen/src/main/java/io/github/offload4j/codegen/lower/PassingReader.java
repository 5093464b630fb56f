package io.github.offload4j.codegen.lower;

import io.github.offload4j.codegen.ir.Attributes;
import io.github.offload4j.codegen.ir.IrFunction;
import io.github.offload4j.codegen.ir.IrInstruction;
import io.github.offload4j.codegen.ir.IrType;
import io.github.offload4j.codegen.ir.IrValue;
import io.github.offload4j.codegen.ir.Opcode;
import io.github.offload4j.codegen.ir.PointerFacts;
import io.github.offload4j.codegen.signature.DataAction;
import io.github.offload4j.codegen.signature.Extent;
import io.github.offload4j.codegen.signature.Passing;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads {@code "offload.map"} and {@code "offload.device"}: how each argument of a call is passed. */
final class PassingReader {
    private static final Pattern BYTES = Pattern.compile("\\[\\d+ x i8]");

    private static final String COPY =
            "; where it is the copy of a structure that the source passes by value, which the IR does not say, take it by"
                    + " reference and map it";

    private final IrInstruction call;
    private final List<IrValue> arguments;
    private final Findings findings;
    private final SectionReader sections;
    private final @Nullable Passing[] passings;
    private final Set<Integer> named = new HashSet<>();

    PassingReader(IrInstruction call, List<Mark> sections, Findings findings) {
        this.call = call;
        this.arguments = call.arguments();
        this.findings = findings;
        this.sections = new SectionReader(sections, call.arguments().size(), findings);
        this.passings = new Passing[arguments.size()];
    }

    /** Returns a passing for each argument; something plausible where there is a finding. */
    List<Passing> read(List<Mark> maps, List<Mark> devices, boolean host) {
        for (Mark mark : maps) {
            OptionalInt index = index(mark);
            Optional<Passing> mapped = mapped(mark, MapBits::fault);
            if (index.isPresent() && mapped.isPresent()) {
                passings[index.getAsInt()] = mapped.get();
            }
        }
        sections.reportUnused();
        for (Mark mark : devices) {
            index(mark).ifPresent(index -> passings[index] = Passing.DEVICE_POINTER);
        }
        List<Passing> result = new ArrayList<>();
        for (int i = 0; i < passings.length; i++) {
            Passing passing = passings[i];
            result.add(passing == null ? unmarked(i, host) : passing);
        }
        return result;
    }

    /** Returns a mapping for each argument of what is done to data; something plausible where there is a finding. */
    List<Passing> readData(DataAction action, List<Mark> maps) {
        for (Mark mark : maps) {
            OptionalInt index = index(mark);
            Optional<Passing> mapped = mapped(mark, bits -> bits.faultIn(action));
            if (index.isPresent() && mapped.isPresent()) {
                passings[index.getAsInt()] = mapped.get();
            }
        }
        sections.reportUnused();
        List<Passing> result = new ArrayList<>();
        for (int i = 0; i < passings.length; i++) {
            Passing passing = passings[i];
            if (passing == null && !named.contains(i)) {
                findings.add("argument " + i + " is not " + action.participle()
                        + "; map it with \"offload.map\", or leave it out");
            }
            result.add(passing == null ? Passing.HOST_POINTER : passing);
        }
        if (passings.length == 0) {
            findings.add("the " + action.noun() + " " + action.verb() + " nothing; pass what is to be "
                    + action.participle() + ", and map it with \"offload.map\"");
        }
        return result;
    }

    private Passing unmarked(int index, boolean host) {
        if (!arguments.get(index).type().isPointer()) {
            return Passing.VALUE;
        }
        Optional<IrType> copied = host ? Optional.empty() : Attributes.copiedTypeOf(call, index);
        if (copied.isPresent() && !named.contains(index)) {
            return new Passing.Copied(Extent.of(copied.get().raw()));
        }
        if (!host && !named.contains(index) && PointerFacts.pointsNowhere(arguments.get(index))) {
            return Passing.DEVICE_POINTER;
        }
        Optional<IrFunction> function = arguments.get(index).asFunction();
        if (!host && !named.contains(index) && function.isPresent()) {
            findings.add("argument " + index + " is the address of '"
                    + function.get().name()
                    + "', a function of the host, which no device can call; have the kernel call it by name");
        } else if (!host && !named.contains(index)) {
            findings.add(
                    "argument " + index + " is a pointer into the host's memory, which a kernel cannot follow; map it"
                            + " with \"offload.map\", or say with \"offload.device\" that it is a device pointer"
                            + (mayBeCopy(index) ? COPY : ""));
        }
        return Passing.HOST_POINTER;
    }

    /**
     * Rust's compiler, and C's for some processors and types, pass a structure as a plain pointer to a copy in the caller's
     * frame. Rust's says of the copy only how many bytes it has.
     */
    private boolean mayBeCopy(int index) {
        return arguments
                .get(index)
                .asInstruction()
                .filter(i -> i.opcode() == Opcode.ALLOCA)
                .map(slot -> slot.allocatedType().toString())
                .filter(type -> type.startsWith("{")
                        || type.startsWith("%")
                        || BYTES.matcher(type).matches())
                .isPresent();
    }

    private OptionalInt index(Mark mark) {
        OptionalLong constant = mark.operand(0).constantInteger();
        String tag = '"' + mark.bundle().tag() + '"';
        if (constant.isEmpty()) {
            findings.add(mark, "the argument of " + tag + " is not a constant; give its number, counted from 0");
            return OptionalInt.empty();
        }
        long index = constant.getAsLong();
        if (index < 0 || index >= arguments.size()) {
            findings.add(mark, tag + " names argument " + index + ", and " + range());
            return OptionalInt.empty();
        }
        if (!named.add((int) index)) {
            findings.add(mark, tag + " names argument " + index + ", which another bundle names already; remove one");
            return OptionalInt.empty();
        }
        if (!arguments.get((int) index).type().isPointer()) {
            findings.add(
                    mark,
                    tag + " names argument " + index + ", which is "
                            + arguments.get((int) index).type() + "; only a ptr can be mapped or be on the device");
            return OptionalInt.empty();
        }
        return OptionalInt.of((int) index);
    }

    private String range() {
        return arguments.isEmpty()
                ? "the call has none"
                : "the call's are numbered from 0 to " + (arguments.size() - 1);
    }

    private Optional<Passing> mapped(Mark mark, Function<MapBits, Optional<String>> faults) {
        Optional<Extent> bytes = MarkedBytes.of(mark, findings);
        Optional<Extent> extent = sections.of(mark.operand(0)).or(() -> bytes);
        Optional<MapBits> bits = bits(mark, faults);
        return extent.flatMap(e -> bits.map(b -> b.passing(e)));
    }

    private Optional<MapBits> bits(Mark mark, Function<MapBits, Optional<String>> faults) {
        OptionalLong constant = mark.operand(2).constantInteger();
        if (constant.isEmpty()) {
            findings.add(mark, "the map bits of \"offload.map\" are not a constant; write for example i64 3");
            return Optional.empty();
        }
        MapBits bits = new MapBits(constant.getAsLong());
        Optional<String> fault = faults.apply(bits);
        fault.ifPresent(message -> findings.add(mark, message));
        return fault.isPresent() ? Optional.empty() : Optional.of(bits);
    }
}
