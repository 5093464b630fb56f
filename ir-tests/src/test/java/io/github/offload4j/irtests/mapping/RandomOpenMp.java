package io.github.offload4j.irtests.mapping;

import io.github.offload4j.codegen.signature.Access;
import io.github.offload4j.codegen.signature.DataAction;
import io.github.offload4j.codegen.signature.MapModifier;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/**
 * Programs of nested data regions, kernels, library calls, enters, exits and updates, made by chance. Some end where the runtime
 * refuses.
 */
final class RandomOpenMp {
    private static final Access[] ACCESSES = {Access.TO, Access.FROM, Access.TOFROM, Access.ALLOC};

    private static final int DEPTH = 3;

    private final Random random;
    /** A program usually stays on one device. */
    private final int device;
    /** The sections that surround what is being made, and those that were entered. */
    private final List<Statement.Section> mapped = new ArrayList<>();

    /** Exits that leave nothing mapped of what was entered. */
    private final List<Statement> deletes = new ArrayList<>();

    private RandomOpenMp(Random random) {
        this.random = random;
        this.device = random.nextInt(Sequence.DEVICES);
    }

    /** Returns the program with a number, of those that a seed stands for. */
    static List<Statement> of(long seed, int number) {
        Random random = new Random(seed * 1_000_003 + number);
        boolean mayStop = random.nextInt(12) == 0;
        while (true) {
            List<Statement> program = new RandomOpenMp(new Random(random.nextLong())).program();
            if (mayStop || ReferenceModel.goesOn(StatementSteps.of(program), false)) {
                return program;
            }
        }
    }

    private boolean oneIn(int n) {
        return random.nextInt(n) == 0;
    }

    /** The next program may find its memory where that of this one was. */
    private List<Statement> program() {
        List<Statement> statements = new ArrayList<>(block(0));
        statements.addAll(deletes);
        return List.copyOf(statements);
    }

    private List<Statement> block(int depth) {
        List<Statement> statements = new ArrayList<>();
        for (int i = (depth == 0 ? 2 : 1) + random.nextInt(3); i > 0; i--) {
            statements.add(statement(depth));
        }
        return List.copyOf(statements);
    }

    private Statement statement(int depth) {
        int choice = random.nextInt(depth < DEPTH ? 10 : 6);
        if (oneIn(3)) {
            return act();
        }
        if (choice < 3) {
            return new Statement.Kernel(device(), clauses(), change(), random.nextBoolean());
        }
        if (choice < 4) {
            return new Statement.Library(device(), clauses(), change());
        }
        if (choice < 6) {
            return new Statement.Host(fresh(any(Statement.Data.values())), change());
        }
        List<Statement.Clause> clauses = clauses();
        clauses.forEach(clause -> mapped.add(clause.section()));
        Statement region = new Statement.Region(device(), clauses, block(depth + 1));
        clauses.forEach(clause -> mapped.remove(clause.section()));
        return region;
    }

    private Statement act() {
        DataAction action = any(DataAction.values());
        int device = device();
        Access[] accesses = action.accesses().stream()
                .filter(access -> access != Access.FROM_DELETE) // OpenMP cannot say it
                .sorted()
                .toArray(Access[]::new);
        Access common = any(accesses);
        // clang copies to the device first and back then, in whatever order the clauses are
        List<Statement.Clause> clauses = clauses().stream()
                .map(clause -> clause(action, action == DataAction.UPDATE ? common : any(accesses), clause))
                .toList();
        if (action == DataAction.ENTER) {
            for (Statement.Clause clause : clauses) {
                mapped.add(0, clause.section());
                Statement.Clause delete = new Statement.Clause(clause.section(), Access.DELETE, Set.of());
                deletes.add(new Statement.Act(DataAction.EXIT, device, List.of(delete)));
            }
        }
        return new Statement.Act(action, device, clauses);
    }

    /** Returns a clause that an action can have; OpenMP knows 'hold' on regions only. */
    private static Statement.Clause clause(DataAction action, Access access, Statement.Clause clause) {
        Set<MapModifier> modifiers = EnumSet.noneOf(MapModifier.class);
        for (MapModifier modifier : MapModifier.values()) {
            boolean idle = access == Access.ALLOC || access == Access.DELETE;
            if (clause.modifiers().contains(modifier)
                    && action.modifiers().contains(modifier)
                    && modifier != MapModifier.HOLD
                    && !(modifier == MapModifier.ALWAYS && idle)) {
                modifiers.add(modifier);
            }
        }
        return new Statement.Clause(clause.section(), access, Set.copyOf(modifiers));
    }

    private <T> T any(T[] values) {
        return values[random.nextInt(values.length)];
    }

    private int device() {
        return oneIn(8) ? random.nextInt(Sequence.DEVICES) : device;
    }

    private Change change() {
        return new Change(random.nextInt(3) * 5, random.nextInt(256));
    }

    /** At most one clause for each array, in any order. */
    private List<Statement.Clause> clauses() {
        List<Statement.Clause> clauses = new ArrayList<>();
        EnumSet<Statement.Data> left = EnumSet.allOf(Statement.Data.class);
        for (int i = 1 + random.nextInt(3); i > 0; i--) {
            Statement.Data data = any(left.toArray(new Statement.Data[0]));
            left.remove(data);
            clauses.add(clause(data));
        }
        return List.copyOf(clauses);
    }

    private Statement.Clause clause(Statement.Data data) {
        Optional<Statement.Section> outer =
                mapped.stream().filter(section -> section.data() == data).reduce((first, second) -> second);
        boolean inside = outer.isPresent() && !oneIn(10);
        Statement.Section section = inside ? part(outer.get()) : fresh(data);
        Set<MapModifier> modifiers = EnumSet.noneOf(MapModifier.class);
        Access access = any(ACCESSES);
        if (access != Access.ALLOC && oneIn(4)) {
            modifiers.add(MapModifier.ALWAYS);
        }
        if (inside ? oneIn(4) : oneIn(20)) {
            modifiers.add(MapModifier.PRESENT);
        }
        if (oneIn(10)) {
            modifiers.add(MapModifier.CLOSE);
        }
        if (oneIn(10)) {
            modifiers.add(MapModifier.HOLD);
        }
        return new Statement.Clause(section, access, Set.copyOf(modifiers));
    }

    private Statement.Section fresh(Statement.Data data) {
        Statement.Section whole = new Statement.Section(data, 0, data.size(), computed(data));
        return oneIn(3) ? part(whole) : whole;
    }

    private boolean computed(Statement.Data data) {
        return data != Statement.Data.T && oneIn(3);
    }

    private Statement.Section part(Statement.Section section) {
        if (section.data() == Statement.Data.T || section.size() == 0 || oneIn(3)) {
            return section;
        }
        // not at the end: in the model that is where the next array begins
        int begin = random.nextInt(section.size());
        int size = random.nextInt(section.size() - begin + 1);
        return new Statement.Section(section.data(), section.begin() + begin, size, computed(section.data()));
    }
}
