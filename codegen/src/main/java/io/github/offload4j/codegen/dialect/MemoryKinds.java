package io.github.offload4j.codegen.dialect;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * {@code memory(...)} with kinds of memory that LLVM 20 does not tell apart. Errno is among "other" memory there, which the
 * kind without a name stands for, and memory of the target is inaccessible memory. A kind that is not named is accessed like
 * the one without a name, which may be given more here; then those that were not meant to get that are named.
 */
final class MemoryKinds implements Rule {
    private static final List<String> ACCESSES = List.of("none", "read", "write", "readwrite");
    private static final String OTHER = "";
    private static final String ARGUMENTS = "argmem";
    private static final String INACCESSIBLE = "inaccessiblemem";
    private static final String ERRNO = "errnomem";
    private static final List<String> TARGETS = List.of("target_mem0", "target_mem1");

    @Override
    public List<String> words() {
        return List.of("memory");
    }

    @Override
    public int apply(Token token, Source source, Edits edits) {
        if (source.at(token.end()) != '(') {
            return token.end();
        }
        Bracket bracket = source.bracket(token.end());
        Map<String, Integer> accesses = new HashMap<>();
        for (Span part : bracket.parts()) {
            String[] words = source.text(part).split(":", 2);
            int access = ACCESSES.indexOf(words[words.length - 1].strip());
            if (access < 0) {
                return bracket.close(); // a mistake, which LLVM explains
            }
            accesses.put(words.length == 1 ? OTHER : words[0].strip(), access);
        }
        if (accesses.containsKey(ERRNO) || TARGETS.stream().anyMatch(accesses::containsKey)) {
            edits.replace(new Span(token.end() + 1, bracket.close()), older(accesses));
            edits.count(Rewriting.MEMORY_KINDS);
        }
        return bracket.close();
    }

    private static String older(Map<String, Integer> accesses) {
        int unnamed = accesses.getOrDefault(OTHER, 0);
        int other = unnamed | accesses.getOrDefault(ERRNO, unnamed);
        int inaccessible = accesses.getOrDefault(INACCESSIBLE, unnamed);
        for (String target : TARGETS) {
            inaccessible |= accesses.getOrDefault(target, unnamed);
        }
        StringBuilder text = new StringBuilder(ACCESSES.get(other));
        append(text, ARGUMENTS, accesses.getOrDefault(ARGUMENTS, unnamed), other);
        append(text, INACCESSIBLE, inaccessible, other);
        return text.toString();
    }

    private static void append(StringBuilder text, String kind, int access, int other) {
        if (access != other) {
            text.append(", ").append(kind).append(": ").append(ACCESSES.get(access));
        }
    }
}
