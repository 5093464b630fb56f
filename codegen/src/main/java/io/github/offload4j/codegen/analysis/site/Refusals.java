package io.github.offload4j.codegen.analysis.site;

import io.github.offload4j.codegen.analysis.site.Launch.Refusal;
import io.github.offload4j.codegen.helper.Helper;
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
        Optional<IrFunction> callee = user.calledFunction();
        if (callee.isPresent()) {
            return Helper.of(callee.get()).flatMap(helper -> by(helper, callee.get(), user)).stream();
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

    private static Optional<Refusal> by(Helper helper, IrFunction function, IrInstruction call) {
        return switch (helper) {
            case CHECK -> Optional.of(new Refusal.Stops());
            case FALLBACK ->
                Optional.of(new Refusal.Calls(
                        Helper.subject(function).orElse(function.name()),
                        function.instructions().stream()
                                .flatMap(i -> i.calledFunction().stream())
                                .filter(f -> !f.isIntrinsic())
                                .findFirst(),
                        call));
            case HOST_FALLBACK -> Optional.of(new Refusal.Computes(call));
            case LAUNCH,
                    DATA_BEGIN,
                    DATA_END,
                    DATA_UPDATE,
                    PIN,
                    UNPIN,
                    HOST,
                    UNITE_ALIASES,
                    CHECK_ALIASES,
                    CHECK_COMMUNICATOR,
                    ENTER,
                    LEAVE,
                    RESTORE,
                    WAIT,
                    FIND,
                    STATUS -> Optional.empty();
        };
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
                .map(f -> new Refusal.Calls(f.name(), Optional.of(f), calls.get(0)));
    }
}
