package io.github.offload4j.irtests.structures;

import io.github.offload4j.codegen.signature.Access;
import io.github.offload4j.codegen.signature.DataAction;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Programs as C: with marks, and with {@code -DOPENMP} for OpenMP. Each statement of a program is a function. */
final class Source {
    private final StringBuilder text = new StringBuilder("#include \"random.h\"\n");

    private Source() {}

    /** Returns a file that runs the programs, one after the other. */
    static String of(List<RandomStructures> programs) {
        Source source = new Source();
        programs.forEach(source::program);
        source.text.append("int main(void) {\n");
        for (RandomStructures program : programs) {
            source.text.append("  " + (program.told() ? "" : "if (!getenv(\"LIBOMPTARGET_INFO\")) ") + "p"
                    + program.number() + "();\n");
        }
        return source.text.append("  return 0;\n}\n").toString();
    }

    private void program(RandomStructures program) {
        String name = "p" + program.number();
        StringBuilder body =
                new StringBuilder("static void " + name + "(void) {\n  start(" + program.number() + ");\n");
        for (int i = 0; i < program.statements().size(); i++) {
            Model before = RandomStructures.run(program.statements().subList(0, i), true);
            body.append("  " + statement(program.statements().get(i), name + "_" + i, before) + " look();\n");
        }
        text.append(body).append("  SITUATION(\"" + program.number() + "\");\n}\n");
    }

    /** Writes the function of a statement, if it has one, and returns what calls it. */
    private String statement(Statement statement, String function, Model before) {
        if (statement instanceof Statement.Set set) {
            String value = !set.pointer()
                    ? Long.toString(set.value())
                    : set.value() == 0 ? "0" : "(int64_t)(WORDS + " + World.place(set.value()) + ")";
            return "WORDS[" + set.place() + "] = " + value + ";";
        }
        String parameter = "struct node *r";
        String argument = "&world.nodes[0]";
        if (statement instanceof Statement.Act act) {
            argument = node(act.shape());
            // an update is a directive for each clause, and the first may bring another count
            boolean counted = act.action() == DataAction.UPDATE;
            List<String> clauses = clauses(act.shape(), before, counted);
            text.append(head(function, parameter) + marks(act.shape()) + "  " + act.action() + ";\n"
                    + directives(act.action(), accesses(act.shape(), before), clauses) + "}\n");
        } else if (statement instanceof Statement.Walk walk) {
            argument = node(walk.shape());
            List<String> clauses = clauses(walk.shape(), before, false);
            text.append(head(function, parameter) + "  LAUNCH;\n" + marks(walk.shape())
                    + directive("target", accesses(walk.shape(), before), clauses) + "  walk(r, "
                    + masks(walk.shape()) + ", " + walk.shape().levels().size() + ", " + walk.summand() + ");\n}\n");
        } else {
            parameter = "int64_t *x";
            argument = onArray(statement, function, parameter);
        }
        return function + "(" + argument + ");";
    }

    private String onArray(Statement statement, String function, String parameter) {
        if (statement instanceof Statement.ActOnArray act) {
            String section = "x[0:" + act.part().count() + "]";
            text.append(head(function, parameter) + map("x", act.part().count(), act.access()) + "  " + act.action()
                    + ";\n" + directives(act.action(), List.of(act.access()), List.of(section)) + "}\n");
            return "WORDS + " + act.part().place();
        } else if (statement instanceof Statement.Change change) {
            int count = change.part().count();
            text.append(head(function, parameter) + "  LAUNCH;\n" + map("x", count, change.access())
                    + directive("target", List.of(change.access()), List.of("x[0:" + count + "]")) + "  change(x, "
                    + count + ", " + change.summand() + ");\n}\n");
            return "WORDS + " + change.part().place();
        } else if (statement instanceof Statement.GiveUp give) {
            text.append(head(function, parameter) + map("x", give.words(), Access.DELETE) + "  EXIT;\n"
                    + directive("target exit data", List.of(Access.DELETE), List.of("x[0:" + give.words() + "]"))
                    + "}\n");
            return "WORDS + " + give.place();
        }
        throw new IllegalArgumentException(statement.toString());
    }

    private static String head(String function, String parameter) {
        return "__attribute__((noinline)) static void " + function + "(" + parameter + ") {\n";
    }

    private static String map(String pointer, int words, Access access) {
        return "  MAP(" + pointer + ", " + words * Long.BYTES + ", " + access + ");\n";
    }

    private static String node(Statement.Shape shape) {
        return "&world.nodes[" + shape.node() + "]";
    }

    private static int masks(Statement.Shape shape) {
        int masks = 0;
        for (int i = 0; i < shape.levels().size(); i++) {
            masks |= shape.levels().get(i).mask() << (2 * i);
        }
        return masks;
    }

    private static String marks(Statement.Shape shape) {
        StringBuilder marks = new StringBuilder("  MAP(r, sizeof *r, " + shape.root() + ");\n");
        String way = "";
        String node = "r";
        String there = "";
        for (int i = 0; i < shape.levels().size(); i++) {
            Statement.Level level = shape.levels().get(i);
            if (i > 0) {
                way += "offsetof(struct node, next), ";
                node += "->next";
                there += (i > 1 ? " && " : "") + node;
                marks.append(member("sizeof *r", shape.inner(), way.substring(0, way.length() - 2)));
            }
            if (level.values()) {
                String count = node + "->n * 8";
                String bytes = there.isEmpty() ? count : there + " ? " + count + " : 0";
                marks.append(member(bytes, shape.data(), way + "offsetof(struct node, values)"));
            }
            if (level.other()) {
                marks.append(member(
                        Integer.toString(World.OTHER * Long.BYTES),
                        shape.data(),
                        way + "offsetof(struct node, other)"));
            }
        }
        return marks.toString();
    }

    private static String member(String bytes, Access access, String way) {
        return "  MEMBER(r, " + bytes + ", " + access + ", " + way + ");\n";
    }

    /** Returns what OpenMP maps, in the order of the marks: what null pointers point to cannot be named. */
    private static List<String> clauses(Statement.Shape shape, Model before, boolean counted) {
        List<String> clauses = new ArrayList<>(List.of("r[0:1]"));
        forEach(shape, before, counted, (access, clause) -> clauses.add(clause));
        return clauses;
    }

    private static List<Access> accesses(Statement.Shape shape, Model before) {
        List<Access> accesses = new ArrayList<>(List.of(shape.root()));
        forEach(shape, before, false, (access, clause) -> accesses.add(access));
        return accesses;
    }

    /** Takes a clause. */
    private interface Taker {
        void take(Access access, String clause);
    }

    private static void forEach(Statement.Shape shape, Model before, boolean counted, Taker taker) {
        String path = "r";
        int node = World.node(shape.node());
        for (int i = 0; i < shape.levels().size(); i++) {
            Statement.Level level = shape.levels().get(i);
            if (level.values() && before.word(node + World.VALUES) != 0) {
                String count = counted ? Long.toString(before.word(node + World.COUNT)) : path + "->n";
                taker.take(shape.data(), path + "->values[0:" + count + "]");
            }
            if (level.other() && before.word(node + World.OTHERS) != 0) {
                taker.take(shape.data(), path + "->other[0:" + World.OTHER + "]");
            }
            long next = before.word(node + World.NEXT);
            if (i + 1 == shape.levels().size() || next == 0) {
                return;
            }
            taker.take(shape.inner(), path + "->next[0:1]");
            path += "->next";
            node = World.place(next);
        }
    }

    private static String directives(DataAction action, List<Access> accesses, List<String> clauses) {
        if (action != DataAction.UPDATE) {
            String name = action == DataAction.ENTER ? "target enter data" : "target exit data";
            return directive(name, accesses, clauses);
        }
        StringBuilder directives = new StringBuilder();
        for (int i = 0; i < clauses.size(); i++) {
            directives.append("  OMP(target update " + lower(accesses.get(i)) + "(" + clauses.get(i) + "))\n");
        }
        return directives.toString();
    }

    private static String directive(String name, List<Access> accesses, List<String> clauses) {
        StringBuilder directive = new StringBuilder("  OMP(" + name);
        for (int i = 0; i < clauses.size(); i++) {
            Access access = accesses.get(i);
            String word = access == Access.ALLOC && name.contains("exit") ? "release" : lower(access);
            directive.append(" map(" + word + ": " + clauses.get(i) + ")");
        }
        return directive.append(")\n").toString();
    }

    private static String lower(Access access) {
        return access.name().toLowerCase(Locale.ROOT);
    }
}
