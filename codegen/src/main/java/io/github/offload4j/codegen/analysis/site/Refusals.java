package io.github.offload4j.codegen.analysis.site;

import io.github.offload4j.codegen.analysis.site.Launch.Refusal;
import io.github.offload4j.codegen.ir.IrBlock;
import io.github.offload4j.codegen.ir.IrFunction;
import io.github.offload4j.codegen.ir.IrInstruction;
import io.github.offload4j.codegen.ir.IrValue;
import io.github.offload4j.codegen.ir.Opcode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds what a program does with the result of a launch. */
final class Refusals {
    private static final String CHECK = ".offload_check";
    private static final String FALLBACK = ".offload_fallback.";

    private Refusals() {}

    static Refusal of(IrInstruction launch) {
        List<IrValue> users = launch.value().users();
        if (users.isEmpty()) {
            return new Refusal.Ignored();
        }
        return users.stream()
                .flatMap(user -> user.asInstruction().stream())
                .flatMap(Refusals::handling)
                .findFirst()
                .orElseGet(() -> new Refusal.Looks(launch.value()));
    }

    private static Stream<Refusal> handling(IrInstruction user) {
        Optional<String> callee = user.calledFunction().map(IrFunction::name);
        if (callee.isPresent()) {
            String name = callee.get();
            if (name.equals(CHECK)) {
                return Stream.of(new Refusal.Stops());
            }
            return name.startsWith(FALLBACK)
                    ? Stream.of(new Refusal.Calls(name.substring(FALLBACK.length())))
                    : Stream.empty();
        }
        return user.opcode() == Opcode.COMPARE
                ? user.value().users().stream()
                        .flatMap(branch -> branch.asInstruction().stream())
                        .filter(branch -> branch.opcode() == Opcode.BRANCH)
                        .flatMap(branch -> branch.successors().stream())
                        .flatMap(Refusals::onlyCall)
                : Stream.empty();
    }

    /** clang puts the host version into a block of its own, which calls one function and goes on. */
    private static Stream<Refusal> onlyCall(IrBlock block) {
        List<IrFunction> called = block.instructions().stream()
                .flatMap(i -> i.calledFunction().stream())
                .filter(f -> !f.isIntrinsic())
                .toList();
        boolean only = called.size() == 1
                && block.instructions().size() <= 3
                && !called.get(0).isDeclaration();
        return only ? Stream.of(new Refusal.Calls(called.get(0).name())) : Stream.empty();
    }
}
