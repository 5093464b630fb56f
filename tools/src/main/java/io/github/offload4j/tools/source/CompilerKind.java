package io.github.offload4j.tools.source;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The compilers that are known: what they say of themselves, and by what names they are found. */
enum CompilerKind {
    /** LLVM's compiler for C and C++. */
    CLANG(
            "clang",
            "CC",
            List.of("--version"),
            Pattern.compile("(?m)^(?:[A-Za-z]+ )*clang version (?<llvm>\\d{1,3})\\."),
            15,
            List.of("clang"),
            "give one with --cc"),
    /** Rust's compiler. */
    RUSTC(
            "rustc",
            "RUSTC",
            List.of("-vV"),
            Pattern.compile("(?s)\\Arustc .*LLVM version: (?<llvm>\\d{1,3})\\."),
            15,
            List.of("rustc"),
            "install it (on Debian 'apt-get install rustc-web'), or name it with --cc or RUSTC"),
    /** LLVM's compiler for Fortran. */
    FLANG(
            "flang",
            "FC",
            List.of("--version"),
            Pattern.compile("(?m)^(?:[A-Za-z]+ )*flang(?:-new)? version (?<llvm>\\d{1,3})\\."),
            19,
            numbered("flang", "flang-new"),
            "install it (on Debian 'apt-get install flang-22'), or name it with --cc or FC");

    /** The newest and the oldest number that a program's name may carry. */
    private static final int NEWEST = 23;

    private static final int OLDEST = 19;

    private final String word;
    private final String variable;
    private final List<String> asking;
    private final Pattern answer;
    private final int oldest;
    private final List<String> names;
    private final String advice;

    CompilerKind(
            String word,
            String variable,
            List<String> asking,
            Pattern answer,
            int oldest,
            List<String> names,
            String advice) {
        this.word = word;
        this.variable = variable;
        this.asking = asking;
        this.answer = answer;
        this.oldest = oldest;
        this.names = names;
        this.advice = advice;
    }

    private static List<String> numbered(String plain, String before) {
        return Stream.concat(
                        Stream.of(plain),
                        IntStream.rangeClosed(-NEWEST, -OLDEST).boxed().flatMap(n -> Stream.of(plain + n, before + n)))
                .toList();
    }

    /** Returns the environment variable that names one. */
    String variable() {
        return variable;
    }

    /** Returns the arguments by which one tells what it is. */
    List<String> asking() {
        return asking;
    }

    /** Returns what one answers, with LLVM's number as group {@code llvm}. */
    Pattern answer() {
        return answer;
    }

    /** Returns the oldest LLVM whose text can still be read. */
    int oldest() {
        return oldest;
    }

    /** Returns the names of programs on the path, the best first. */
    List<String> names() {
        return names;
    }

    /** Returns what to do when there is none. */
    String advice() {
        return advice;
    }

    @Override
    public String toString() {
        return word;
    }
}
