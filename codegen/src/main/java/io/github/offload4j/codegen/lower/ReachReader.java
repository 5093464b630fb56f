package io.github.offload4j.codegen.lower;

import io.github.offload4j.codegen.diagnostic.OffloadException;
import io.github.offload4j.codegen.ir.IrFunction;
import io.github.offload4j.codegen.ir.IrValue;
import io.github.offload4j.codegen.signature.Extent;
import io.github.offload4j.codegen.signature.Member;
import io.github.offload4j.codegen.signature.Passing;
import io.github.offload4j.codegen.signature.Reach;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;

/** Reads {@code "offload.member"}, {@code "offload.member.section"} and {@code "offload.mapper"}: what travels together with mapped arguments. */
final class ReachReader {
    /** Where the offsets of a member begin among its operands. */
    private static final int PATH = 3;

    private static final int DIMENSIONS = 3;
    private static final int FIRST_TRIPLE = DIMENSIONS + 1;
    private static final int MOST_DIMENSIONS = 3;
    private static final int TRIPLE = 3;

    private final Findings findings;
    private final Function<MapBits, Optional<String>> fault;
    private final List<Passing> passings;

    /**
     * Creates a reader.
     *
     * @param passings how the arguments are passed by themselves
     * @param fault what is wrong with map bits
     */
    ReachReader(Findings findings, List<Passing> passings, Function<MapBits, Optional<String>> fault) {
        this.findings = findings;
        this.passings = new ArrayList<>(passings);
        this.fault = fault;
    }

    /** Returns how the arguments are passed, together with what travels with them. */
    List<Passing> read(List<Mark> members, List<Mark> mappers) {
        Map<Integer, Map<List<Long>, Mark>> byArgument = new LinkedHashMap<>();
        for (Mark mark : members) {
            Optional<Integer> index = index(mark, BundleTag.MEMBER);
            Optional<List<Long>> path = path(mark);
            if (index.isPresent() && path.isPresent()) {
                Mark first = byArgument
                        .computeIfAbsent(index.get(), i -> new LinkedHashMap<>())
                        .putIfAbsent(path.get(), mark);
                if (first != null) {
                    findings.add(
                            mark,
                            "\"offload.member\" names the pointer at " + text(path.get()) + " of argument "
                                    + index.get() + ", which another bundle names already; remove one");
                }
            }
        }
        byArgument.forEach((index, marks) -> {
            marks.forEach((path, mark) -> requireParent(path, marks, mark));
            set(
                    index,
                    new Reach.Members(membersOf(List.of(), marks)),
                    marks.values().iterator().next());
        });
        for (Mark mark : mappers) {
            Optional<Integer> index = index(mark, BundleTag.MAPPER);
            Optional<IrFunction> function = mark.operand(1).asFunction();
            if (function.isEmpty()) {
                findings.add(mark, "the mapper is not a function of the module; name one");
            } else if (index.isPresent()) {
                set(index.get(), new Reach.Mapper(function.get()), mark);
            }
        }
        return passings;
    }

    private void set(int index, Reach reach, Mark mark) {
        Passing.Mapped mapped = (Passing.Mapped) passings.get(index);
        if (!(mapped.reach() instanceof Reach.Flat)) {
            findings.add(mark, "argument " + index + " has members or a mapper already; remove one");
            return;
        }
        passings.set(index, mapped.with(reach));
    }

    private Optional<Integer> index(Mark mark, BundleTag tag) {
        OptionalLong constant = mark.operand(0).constantInteger();
        if (constant.isEmpty()) {
            findings.add(mark, "the argument of " + tag + " is not a constant; give its number, counted from 0");
            return Optional.empty();
        }
        long index = constant.getAsLong();
        boolean mapped = index >= 0 && index < passings.size() && passings.get((int) index) instanceof Passing.Mapped;
        if (!mapped) {
            findings.add(mark, tag + " names argument " + index + ", which is not mapped; map it with \"offload.map\"");
            return Optional.empty();
        }
        return Optional.of((int) index);
    }

    private Optional<List<Long>> path(Mark mark) {
        List<Long> path = new ArrayList<>();
        List<IrValue> operands = mark.bundle().values();
        OptionalLong dimensions = isSection(mark) ? mark.operand(DIMENSIONS).constantInteger() : OptionalLong.of(0);
        long known = dimensions.orElse(0);
        boolean possible = isSection(mark)
                ? known >= 1 && known <= MOST_DIMENSIONS && FIRST_TRIPLE + known * TRIPLE < operands.size()
                : known == 0;
        if (!possible) {
            findings.add(
                    mark,
                    BundleTag.MEMBER_SECTION
                            + " needs a constant 1, 2 or 3 of dimensions, so many triples, and an offset behind them");
            return Optional.empty();
        }
        int begin = isSection(mark) ? FIRST_TRIPLE + (int) known * TRIPLE : PATH;
        for (IrValue operand : operands.subList(begin, operands.size())) {
            OptionalLong offset = operand.constantInteger();
            if (offset.isEmpty() || offset.getAsLong() < 0) {
                findings.add(
                        mark,
                        "an offset of \"offload.member\" is no constant from 0; give where the pointer is, in"
                                + " bytes");
                return Optional.empty();
            }
            path.add(offset.getAsLong());
        }
        return Optional.of(path);
    }

    private static boolean isSection(Mark mark) {
        return mark.bundle().tag().equals(BundleTag.MEMBER_SECTION.text());
    }

    private Optional<Extent> extent(Mark mark) {
        if (!isSection(mark)) {
            return MarkedBytes.of(mark, findings);
        }
        int dimensions = (int) mark.operand(DIMENSIONS).constantInteger().orElseThrow();
        return SectionReader.read(
                mark, mark.bundle().values().subList(FIRST_TRIPLE, FIRST_TRIPLE + dimensions * TRIPLE), findings);
    }

    private void requireParent(List<Long> path, Map<List<Long>, Mark> marks, Mark mark) {
        List<Long> parent = path.subList(0, path.size() - 1);
        if (!parent.isEmpty() && !marks.containsKey(parent)) {
            findings.add(
                    mark,
                    "\"offload.member\" follows the pointer at " + text(parent)
                            + ", which no other bundle maps; add one for it");
        }
    }

    private static String text(List<Long> path) {
        return String.join(", ", path.stream().map(String::valueOf).toList());
    }

    private List<Member> membersOf(List<Long> parent, Map<List<Long>, Mark> marks) {
        List<Member> members = new ArrayList<>();
        marks.forEach((path, mark) -> {
            if (path.subList(0, path.size() - 1).equals(parent)) {
                member(path, mark, membersOf(path, marks)).ifPresent(members::add);
            }
        });
        return members;
    }

    private Optional<Member> member(List<Long> path, Mark mark, List<Member> inside) {
        Optional<Extent> extent = extent(mark);
        OptionalLong constant = mark.operand(2).constantInteger();
        if (constant.isEmpty()) {
            findings.add(mark, "the map bits of \"offload.member\" are not a constant; write for example i64 3");
            return Optional.empty();
        }
        MapBits bits = new MapBits(constant.getAsLong());
        Optional<String> wrong = fault.apply(bits);
        wrong.ifPresent(message -> findings.add(mark, message));
        if (wrong.isPresent() || extent.isEmpty()) {
            return Optional.empty();
        }
        try {
            Passing.Mapped mapped = (Passing.Mapped) bits.passing(extent.get());
            return Optional.of(new Member(
                    path.get(path.size() - 1), mapped.access(), mapped.modifiers(), mapped.extent(), inside));
        } catch (OffloadException e) {
            findings.add(mark, String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }
}
