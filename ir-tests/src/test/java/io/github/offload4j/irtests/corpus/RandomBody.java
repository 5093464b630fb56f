package io.github.offload4j.irtests.corpus;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Statements in C, made by chance, that do this and that with arrays of sixteen numbers through pointers that are kept in
 * variables, tables, structures, unions and lists. Every pointer points to one of an array's first eight elements.
 */
class RandomBody {
    private static final int DEPTH = 2;

    private static final String DECLARATIONS = """
                word own[N] = {%1$d, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16};
                word x = (word)n;
                word y = %2$d;
                word *p = %3$s;
                word *q = %4$s;
                word *r = own;
                word *t[4] = {%3$s, own, %4$s, %3$s + 1};
                word *u[4] = {own, own + 1, %4$s, %3$s};
                word **pp = &p;
                struct view v = {%4$s, 1};
                struct view w = {%3$s, 2};
                union slot s = {%3$s};
                struct node last = {NULL, own};
                struct node list = {&last, %4$s};
            """;

    private final Random random;
    private final List<String> written;
    private final List<String> read;
    private final boolean host;
    private final Cut cut;
    private final StringBuilder text = new StringBuilder();
    private int names;

    /**
     * Starts a body.
     *
     * @param written the arrays that it may write
     * @param read the arrays that it reads
     * @param host whether it may do what no kernel does
     * @param cut what is left out
     */
    RandomBody(Random random, List<String> written, List<String> read, boolean host, Cut cut) {
        this.random = random;
        this.written = new ArrayList<>(written);
        this.read = List.copyOf(read);
        this.host = host;
        this.cut = cut;
        line(String.format(
                DECLARATIONS.strip().indent(4).stripTrailing(),
                random.nextInt(9),
                random.nextInt(9),
                pick(written),
                pick(written)));
        this.written.add("own");
    }

    /** Returns what was written so far. */
    String text() {
        return text.toString();
    }

    final void line(String line) {
        text.append(line).append('\n');
    }

    final int chance(int bound) {
        return random.nextInt(bound);
    }

    final String pick(List<String> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    /** Writes some statements. */
    final void statements(int count, int depth) {
        for (int i = 0; i < count; i++) {
            int begin = text.length();
            boolean left = cut.leavesOutNext();
            statement(depth);
            if (left) {
                text.setLength(begin);
            }
        }
    }

    /** Writes a statement. */
    void statement(int depth) {
        switch (chance(depth > DEPTH ? 20 : 25)) {
            case 0, 1, 2 ->
                line(pointer() + "[" + index() + "] " + pick(List.of("+=", "^=", "=")) + " " + number() + ";");
            case 3, 4 -> line(pick(List.of("p", "q", "r", "v.at", "w.at", "s.pointer")) + " = " + pointer() + ";");
            case 5, 6 -> line(pick(List.of("t", "u")) + "[" + number() + " & 3] = " + pointer() + ";");
            case 7 -> slots();
            case 8 -> aggregates();
            case 9 -> walk();
            case 10 -> numbers();
            case 11, 12, 13, 14 -> calls();
            case 15 -> lists();
            case 16 -> line(pick(List.of("x", "y")) + " += " + number() + ";");
            case 17 -> line("*(" + number() + " & 1 ? " + pointer() + " : " + pointer() + ") += " + number() + ";");
            case 18, 19 -> line("*pp = " + pointer() + "; (*pp)[" + index() + "] += 1;");
            case 20, 21 -> branch(depth);
            case 22 -> choice(depth);
            default -> loop(depth);
        }
    }

    private void branch(int depth) {
        line("if (" + number() + " & " + (1 + chance(3)) + ") {");
        statements(1 + chance(3), depth + 1);
        if (chance(2) == 0) {
            line("} else {");
            statements(1 + chance(2), depth + 1);
        }
        line("}");
    }

    private void choice(int depth) {
        line("switch (" + number() + " & 3) {");
        for (int i = 0; i < 3; i++) {
            line("case " + i + ":");
            statements(1 + chance(2), depth + 1);
            line(chance(3) == 0 ? "/* fall through */" : "break;");
        }
        line("default: break; }");
    }

    private void loop(int depth) {
        String counter = "i" + names++;
        line("for (word " + counter + " = 0; " + counter + " < " + (1 + chance(3)) + "; " + counter + "++) {");
        line("x += " + counter + ";");
        statements(1 + chance(3), depth + 1);
        if (chance(4) == 0) {
            line("if (" + number() + " & 1) " + pick(List.of("break;", "continue;")));
            statements(1, depth + 1);
        }
        line("}");
    }

    private void slots() {
        switch (chance(7)) {
            case 0 -> line("pp = &" + pick(List.of("p", "q", "r", "v.at")) + ";");
            case 1 -> line("pp = " + pick(List.of("t", "u")) + " + (" + number() + " & 3);");
            case 2 -> line("__builtin_memcpy(u, t, sizeof t);");
            case 3 -> line("__builtin_memmove(t, t + 1, 3 * sizeof *t);");
            case 4 -> line("{ word *kept = p; p = q; q = kept; }");
            case 5 ->
                line("for (unsigned k = 0; k < sizeof p; k++) ((unsigned char *)&q)[k] = ((unsigned char *)"
                        + pick(List.of("&p", "&r", "&t[1]", "&v.at")) + ")[k];");
            default -> line("*entry(" + pick(List.of("t", "u")) + ", " + number() + ") = " + pointer() + ";");
        }
    }

    private void aggregates() {
        switch (chance(6)) {
            case 0 -> line("w = v;");
            case 1 -> line("v = turned(w, " + pointer() + ");");
            case 2 -> line("add_view(" + pick(List.of("v", "w")) + ");");
            case 3 -> line("add_wide((struct wide){v, w, " + pointer() + "});");
            case 4 ->
                line("{ struct wide k = {v, w, " + pointer() + "}; struct wide l = k; p = l.more; q = l.second.at; }");
            default -> line("*(struct view *)&v = (struct view){" + pointer() + ", x & 7};");
        }
    }

    private void walk() {
        String base = pointer();
        switch (chance(4)) {
            case 0 -> line("for (word *k = " + base + ", *end = k + 8; k != end;) *k++ += " + number() + ";");
            case 1 -> line("{ word *k = " + base + "; word *end = k + 8; do { *--end ^= 1; } while (end > k); }");
            case 2 ->
                line("{ word *k = " + base + "; const word *from = " + source()
                        + "; for (int left = 8; left > 0; left--)" + " *k++ += *from++; }");
            default -> line("for (word k = 0; k < 4; k++) t[k][k] += u[3 - k][" + index() + "];");
        }
    }

    private void numbers() {
        switch (chance(5)) {
            case 0 -> line("p = (word *)(uintptr_t)" + pointer() + ";");
            case 1 ->
                line("{ uintptr_t k; q = " + pointer()
                        + "; __builtin_memcpy(&k, &q, sizeof k); __builtin_memcpy(&r, &k, sizeof r); }");
            case 2 -> line("{ union slot k; k.number = (uintptr_t)" + pointer() + "; r = k.pointer; }");
            case 3 ->
                line("{ union slot k; k.pointer = " + pointer()
                        + "; for (unsigned m = 0; m < sizeof p; m++) s.bytes[m] = k.bytes[m]; }");
            default ->
                line("{ uintptr_t k = (uintptr_t)" + pointer() + " | 1; *(word *)(k - 1) += " + number() + "; }");
        }
    }

    private void calls() {
        switch (chance(host ? 15 : 14)) {
            case 0 -> line("p = same(" + pointer() + ");");
            case 1 -> line("q = one_of(" + pointer() + ", " + pointer() + ", " + number() + ");");
            case 2 -> line("*larger(" + pointer() + ", " + pointer() + ") += 1;");
            case 3 ->
                line("through(" + pick(List.of("&p", "&q", "pp", "t + 2", "&v.at", "entry(u, x)")) + ", " + number()
                        + ");");
            case 4 -> line("turn_to(" + pick(List.of("&p", "&r", "pp", "t + 1", "&w.at")) + ", " + pointer() + ");");
            case 5 -> line("x += behind(" + pointer() + " + 8);");
            case 6 -> line("set_behind(" + pointer() + " + 8, " + number() + ");");
            case 7 -> line("set_all(3, " + pointer() + ", " + pointer() + ", " + pointer() + ");");
            case 8 -> line("y += sum_of(2, " + pointer() + ", " + pointer() + ");");
            case 9 -> line("weak_add(" + pointer() + ", " + number() + ");");
            case 10 -> line("over_weak(" + pointer() + ", 2);");
            case 11 -> line("adders[" + number() + " & 3](" + pointer() + ");");
            case 12 -> line("apply(" + pick(List.of("add_one", "add_two", "adders[x & 3]")) + ", " + pointer() + ");");
            case 13 -> line("copy_eight(" + pointer() + ", " + source() + ");");
            default -> line("recurse(" + pointer() + ", 4);");
        }
    }

    private void lists() {
        switch (chance(4)) {
            case 0 -> line("list.data = " + pointer() + ";");
            case 1 -> line("last.data = " + pointer() + ";");
            case 2 -> line("for (struct node *k = &list; k; k = k->next) k->data[" + index() + "] += 1;");
            default ->
                line("{ struct node k = {&list, " + pointer() + "}; x += *k.next->data + *k.next->next->data;"
                        + " k.next->data = k.data; }");
        }
    }

    /** Returns a pointer that may be written through. */
    final String pointer() {
        return switch (chance(14)) {
            case 0, 1, 2 -> pick(written);
            case 3, 4 -> "(" + pick(written) + " + (" + number() + " & 7))";
            case 5, 6 -> pick(List.of("p", "q", "r"));
            case 7, 8 -> pick(List.of("t", "u")) + "[" + number() + " & 3]";
            case 9 -> "(*pp)";
            case 10 -> pick(List.of("v.at", "w.at", "s.pointer", "list.data"));
            case 11 -> "(" + number() + " & 1 ? " + pick(List.of("p", "q")) + " : " + pick(written) + ")";
            case 12 -> "same(" + pick(List.of("p", "q", "t[1]")) + ")";
            default -> "((word *)s.number)";
        };
    }

    /** Returns a pointer that is read through. */
    final String source() {
        return chance(2) == 0 ? pick(read) : pointer();
    }

    private String index() {
        return chance(2) == 0 ? Integer.toString(chance(8)) : "(" + pick(List.of("x", "y")) + " & 7)";
    }

    /** Returns a number. */
    final String number() {
        return switch (chance(8)) {
            case 0, 1 -> Integer.toString(chance(9));
            case 2, 3 -> pick(List.of("x", "y"));
            case 4 -> pick(read) + "[" + index() + "]";
            case 5 -> pick(List.of("p", "q", "r")) + "[" + index() + "]";
            case 6 -> "(" + pick(List.of("x", "y", "p[0]", "*t[2]")) + " >> " + chance(3) + ")";
            default -> "total(" + pick(read) + ", " + (1 + chance(8)) + ")";
        };
    }
}
