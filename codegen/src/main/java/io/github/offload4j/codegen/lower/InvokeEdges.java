package io.github.offload4j.codegen.lower;

import io.github.offload4j.codegen.ir.IrBlock;
import io.github.offload4j.codegen.ir.IrBuilder;
import io.github.offload4j.codegen.ir.IrContext;
import io.github.offload4j.codegen.ir.IrInstruction;
import io.github.offload4j.codegen.ir.IrValue;
import io.github.offload4j.codegen.ir.Opcode;
import io.github.offload4j.codegen.ir.PhiNodes;
import io.github.offload4j.codegen.ir.PhiNodes.Incoming;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Makes places for code on the two ways out of an invoke: the destination itself where nothing else leads there, otherwise
 * a block in between. The invoke is left as it is, for its successor to be built with the new targets.
 */
final class InvokeEdges {
    private static final String NORMAL_NAME = "offload.normal";
    private static final String UNWIND_NAME = "offload.unwind";

    private final IrInstruction invoke;
    private final IrBlock from;
    private final Optional<IrValue> funclet;
    private final IrContext context;

    /**
     * Prepares an invoke.
     *
     * @param funclet the pad of the funclet that it stands in, when it stands in one
     */
    InvokeEdges(IrInstruction invoke, Optional<IrValue> funclet, IrContext context) {
        this.invoke = invoke;
        this.from = invoke.block();
        this.funclet = funclet;
        this.context = context;
    }

    static IrBlock normalDestination(IrInstruction invoke) {
        return invoke.successors().get(0);
    }

    static IrBlock unwindDestination(IrInstruction invoke) {
        return invoke.successors().get(1);
    }

    /** Returns the way that a return takes. */
    Edge normal() {
        IrBlock destination = normalDestination(invoke);
        if (destination.predecessors().size() == 1) {
            return new Edge(destination, destination.firstNonPhi(), funclet);
        }
        IrBlock between = destination.insertBefore(NORMAL_NAME);
        PhiNodes.rewrite(destination, context, PhiNodes.redirected(from, between));
        return new Edge(between, jump(between, destination), funclet);
    }

    /** Returns the way that an exception takes. */
    Edge unwind() {
        IrBlock destination = unwindDestination(invoke);
        IrInstruction pad = destination.firstNonPhi();
        if (pad.opcode() != Opcode.LANDING_PAD) {
            return throughCleanup(destination);
        }
        if (destination.predecessors().size() == 1) {
            return new Edge(destination, pad.next().orElseThrow(), Optional.empty());
        }
        return throughOwnLandingPad(destination, pad);
    }

    /** A pad of a funclet has to be the first thing in its block, so ours is a funclet too. */
    private Edge throughCleanup(IrBlock destination) {
        IrBlock between = destination.insertBefore(UNWIND_NAME);
        PhiNodes.rewrite(destination, context, PhiNodes.redirected(from, between));
        try (IrBuilder builder = located(between)) {
            IrInstruction pad = builder.cleanupPad(funclet);
            builder.cleanupReturn(pad, destination);
            return new Edge(between, between.terminator().orElseThrow(), Optional.of(pad.value()));
        }
    }

    /**
     * Only an invoke may jump to a landing pad. So there are two pads then, ours and that of the others, and the old
     * block goes on with what either of them received.
     */
    private Edge throughOwnLandingPad(IrBlock destination, IrInstruction pad) {
        IrBlock ours = destination.insertBefore(UNWIND_NAME);
        IrBlock theirs = destination.insertBefore(UNWIND_NAME + ".others");
        for (IrBlock predecessor : destination.predecessors()) {
            if (!predecessor.equals(from)) {
                predecessor.terminator().orElseThrow().setSuccessor(1, theirs);
            }
        }
        for (IrInstruction phi : PhiNodes.of(destination)) {
            split(phi, ours, theirs);
        }
        IrInstruction ourPad = received(pad, ours);
        IrInstruction theirPad = received(pad, theirs);
        jump(theirs, destination);
        IrInstruction place = jump(ours, destination);
        if (!pad.value().users().isEmpty()) {
            try (IrBuilder builder = IrBuilder.before(pad, context)) {
                IrInstruction merged = builder.phi(
                        pad.value().type(),
                        List.of(new Incoming(ourPad.value(), ours), new Incoming(theirPad.value(), theirs)));
                pad.replaceUsesWith(merged.value());
                merged.takeName(pad);
            }
        }
        pad.erase();
        return new Edge(ours, place, Optional.empty());
    }

    private void split(IrInstruction phi, IrBlock ours, IrBlock theirs) {
        List<Incoming> own = new ArrayList<>();
        List<Incoming> rest = new ArrayList<>();
        for (Incoming incoming : PhiNodes.incoming(phi)) {
            if (incoming.block().equals(from)) {
                own.add(new Incoming(incoming.value(), ours));
            } else {
                rest.add(incoming);
            }
        }
        try (IrBuilder builder = IrBuilder.atEnd(theirs, context)) {
            IrInstruction others = builder.phi(phi.value().type(), rest);
            own.add(new Incoming(others.value(), theirs));
        }
        PhiNodes.replace(phi, context, own);
    }

    private IrInstruction received(IrInstruction pad, IrBlock block) {
        try (IrBuilder builder = IrBuilder.atEnd(block, context)) {
            return builder.copyOf(pad);
        }
    }

    private IrInstruction jump(IrBlock block, IrBlock destination) {
        try (IrBuilder builder = located(block)) {
            builder.branch(destination);
        }
        return block.terminator().orElseThrow();
    }

    /** Returns a builder at the end of a block, with the debug location of the invoke. */
    private IrBuilder located(IrBlock block) {
        IrBuilder builder = IrBuilder.before(invoke, context);
        builder.moveToEnd(block);
        return builder;
    }
}
