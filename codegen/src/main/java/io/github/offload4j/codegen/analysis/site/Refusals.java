package io.github.offload4j.codegen.analysis.site;

import io.github.offload4j.codegen.analysis.site.Launch.Refusal;
import io.github.offload4j.codegen.ir.Comparison;
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
                    ? Stream.of(new Refusal.Calls(name.substring(FALLBACK.length()), user))
                    : Stream.empty();
        }
        return exits(user).map(Launch.Exit::to).flatMap(Refusals::onlyCall);
    }

    /** Returns the branches that are taken only when a comparison finds that the launch was refused. */
    static Stream<Launch.Exit> exits(IrInstruction compare) {
        Optional<Comparison> comparison = compare.comparison();
        boolean asks = comparison
                        .filter(c -> c == Comparison.EQUAL || c == Comparison.NOT_EQUAL)
                        .isPresent()
                && compare.operand(1).isNullConstant();
        if (!asks) {
            return Stream.empty();
        }
        int whenRefused = comparison.get() == Comparison.NOT_EQUAL ? 0 : 1;
        return compare.value().users().stream()
                .flatMap(user -> user.asInstruction().stream())
                .filter(branch -> branch.opcode() == Opcode.BRANCH)
                .filter(branch -> branch.successors().size() == 2)
                .filter(branch ->
                        !branch.successors().get(0).equals(branch.successors().get(1)))
                .map(branch ->
                        new Launch.Exit(branch.block(), branch.successors().get(whenRefused)));
    }

    /** clang puts the host version into a block of its own, which calls one function and goes on. */
    private static Stream<Refusal> onlyCall(IrBlock block) {
        List<IrInstruction> calls = block.instructions().stream()
                .filter(i -> i.calledFunction().filter(f -> !f.isIntrinsic()).isPresent())
                .toList();
        if (calls.size() != 1 || block.instructions().size() > 3) {
            return Stream.empty();
        }
        return calls.get(0).calledFunction().filter(f -> !f.isDeclaration()).stream()
                .map(f -> new Refusal.Calls(f.name(), calls.get(0)));
    }
}
