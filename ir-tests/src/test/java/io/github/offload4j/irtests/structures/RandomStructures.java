package io.github.offload4j.irtests.structures;

import io.github.offload4j.codegen.signature.Access;
import io.github.offload4j.codegen.signature.DataAction;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * A program made by chance: nodes with members one to three deep and arrays are entered, left, updated, given to kernels, and
 * changed by the host, which also lets pointers point elsewhere. It does nothing that cannot be foretold, and leaves nothing
 * on the device.
 *
 * @param forClang whether clang's program does the same: it does not join what is on the device apart
 * @param told whether libomptarget 22 can tell of it
 */
record RandomStructures(int number, List<Statement> statements, boolean forClang, boolean told) {
    private static final int TRIALS = 60;

    /** Returns the program with a number, of those that a seed stands for. */
    static RandomStructures of(long seed, int number) {
        Random random = new Random(seed * 1_000_003 + number);
        List<Statement> statements = new ArrayList<>();
        for (int i = 4 + random.nextInt(9); i > 0; i--) {
            add(statements, random);
        }
        for (Region region : run(statements, true).regions()) {
            statements.add(new Statement.GiveUp(region.begin(), region.words()));
        }
        return new RandomStructures(
                number,
                List.copyOf(statements),
                isForetold(statements, false),
                run(statements, true).isTold());
    }

    /** Returns what the first statements of a program do. */
    static Model run(List<Statement> statements, boolean joins) {
        Model model = new Model(joins);
        statements.forEach(model::run);
        return model;
    }

    private static boolean isForetold(List<Statement> statements, boolean joins) {
        try {
            run(statements, joins);
            return true;
        } catch (UnforetoldException e) {
            return false;
        }
    }

    private static void add(List<Statement> statements, Random random) {
        Model before = run(statements, true);
        for (int i = 0; i < TRIALS; i++) {
            statements.add(draw(random, before));
            if (isForetold(statements, true) && (random.nextInt(3) == 0 || isForetold(statements, false))) {
                return;
            }
            statements.remove(statements.size() - 1);
        }
    }

    private static Statement draw(Random random, Model before) {
        return switch (random.nextInt(12)) {
            case 0, 1 ->
                new Statement.Act(
                        DataAction.ENTER,
                        shape(random, List.of(Access.TO), List.of(Access.TO, Access.TO, Access.ALLOC)));
            case 2, 3 ->
                new Statement.Act(
                        DataAction.EXIT,
                        shape(
                                random,
                                List.of(Access.FROM, Access.ALLOC),
                                List.of(Access.FROM, Access.FROM, Access.ALLOC)));
            case 4 ->
                new Statement.Act(
                        DataAction.UPDATE,
                        shape(random, List.of(Access.TO, Access.FROM), List.of(Access.TO, Access.FROM)));
            case 5 -> onArray(random);
            case 6, 7, 8 ->
                new Statement.Walk(
                        shape(
                                random,
                                List.of(Access.TO, Access.TOFROM),
                                List.of(Access.TO, Access.TOFROM, Access.TOFROM, Access.FROM)),
                        random.nextInt(100));
            case 9 ->
                new Statement.Change(part(random), any(random, List.of(Access.TO, Access.TOFROM)), random.nextInt(100));
            default -> set(random, before);
        };
    }

    private static <T> T any(Random random, List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    private static Statement.Shape shape(Random random, List<Access> nodes, List<Access> data) {
        List<Statement.Level> levels = new ArrayList<>();
        for (int i = random.nextInt(3); i >= 0; i--) {
            levels.add(new Statement.Level(random.nextInt(3) > 0, random.nextInt(3) == 0));
        }
        int node = random.nextInt(3) > 0 ? 0 : random.nextInt(World.NODES);
        return new Statement.Shape(node, levels, any(random, nodes), any(random, nodes), any(random, data));
    }

    private static Statement.Part part(Random random) {
        if (random.nextInt(3) == 0) {
            return new Statement.Part(random.nextInt(World.ARRAYS), 0, World.LENGTH);
        }
        int first = random.nextInt(3) == 0 ? random.nextInt(World.LENGTH) : 0;
        return new Statement.Part(random.nextInt(World.ARRAYS), first, 1 + random.nextInt(World.LENGTH - first));
    }

    private static Statement onArray(Random random) {
        DataAction action = any(random, List.of(DataAction.values()));
        List<Access> accesses = switch (action) {
            case ENTER -> List.of(Access.TO, Access.ALLOC);
            case EXIT -> List.of(Access.FROM, Access.ALLOC);
            case UPDATE -> List.of(Access.TO, Access.FROM);
        };
        return new Statement.ActOnArray(action, part(random), any(random, accesses));
    }

    private static Statement set(Random random, Model before) {
        int node = World.node(random.nextInt(World.NODES));
        long there = random.nextInt(4);
        return switch (random.nextInt(5)) {
            case 0 -> new Statement.Set(node + World.COUNT, random.nextInt(World.LENGTH + 1), false);
            case 1 -> pointer(random, node + World.VALUES, there > 0, World.array(random.nextInt(World.ARRAYS)));
            case 2 -> pointer(random, node + World.OTHERS, there > 0, World.array(random.nextInt(World.ARRAYS)));
            case 3 -> pointer(random, node + World.NEXT, there > 0, World.node(random.nextInt(World.NODES)));
            default -> {
                int place = World.array(random.nextInt(World.ARRAYS)) + random.nextInt(World.LENGTH);
                yield new Statement.Set(place, before.word(place) + 1000, false);
            }
        };
    }

    private static Statement pointer(Random random, int cell, boolean there, int place) {
        int inside = place >= World.array(0) && random.nextInt(5) == 0 ? random.nextInt(3) : 0;
        return new Statement.Set(cell, there ? World.address(place + inside) : 0, true);
    }
}
