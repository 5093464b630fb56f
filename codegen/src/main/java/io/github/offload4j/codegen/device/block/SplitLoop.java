package io.github.offload4j.codegen.device.block;

import io.github.offload4j.codegen.ir.BlockSplits;
import io.github.offload4j.codegen.ir.Comparison;
import io.github.offload4j.codegen.ir.IrBlock;
import io.github.offload4j.codegen.ir.IrBuilder;
import io.github.offload4j.codegen.ir.IrContext;
import io.github.offload4j.codegen.ir.IrInstruction;
import io.github.offload4j.codegen.ir.IrModule;
import io.github.offload4j.codegen.ir.IrType;
import io.github.offload4j.codegen.ir.IrValue;
import io.github.offload4j.codegen.ir.Opcode;
import io.github.offload4j.codegen.ir.PhiNodes;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A loop whose full rounds are in front of it.
 *
 * @param round where they begin, and all meet
 * @param rest the loop that was there
 */
record SplitLoop(IrBlock round, NaturalLoop rest) {
    /** Of fewer work-items no vectors are made, so that full rounds do not pay. */
    private static final int FEWEST = 8;

    /** Splits a loop in strides. */
    static SplitLoop split(StridedLoop strided, BlockFunction block, Divergence divergence, IrModule module) {
        return new Work(strided, block, module).split(divergence);
    }

    private static final class Work {
        private final StridedLoop strided;
        private final NaturalLoop loop;
        private final BlockFunction block;
        private final IrModule module;
        private final IrContext context;
        private final IrType type;
        private final boolean signed;
        private final IrBlock round;

        /** What the loop's other PHIs are where a round begins. */
        private final Map<IrValue, IrValue> states = new HashMap<>();

        private Work(StridedLoop strided, BlockFunction block, IrModule module) {
            this.strided = strided;
            this.loop = strided.loop();
            this.block = block;
            this.module = module;
            this.context = module.context();
            this.type = strided.counter().value().type();
            this.signed = strided.widening() == Opcode.OTHER
                    ? strided.comparison().isSigned()
                    : strided.widening() == Opcode.SIGN_EXTEND;
            this.round = block.function().appendBlock("round");
        }

        private SplitLoop split(Divergence divergence) {
            IrBlock front = BlockSplits.moveHead(strided.guard().terminator().orElseThrow(), "strides", context);
            IrBlock over = block.function().appendBlock("rounds.over");
            IrBlock numbers = block.function().appendBlock("round.numbers");
            IrValue begin;
            IrValue possible;
            try (IrBuilder builder = IrBuilder.before(front.terminator().orElseThrow(), context)) {
                if (!strided.entry().equals(strided.guard())) {
                    BlockSplits.moveBody(strided.entry(), builder);
                }
                Counted counted = new Counted(block, builder, context);
                begin = counted.first(strided.first(), divergence);
                possible = builder.freeze(counted.and(possible(builder)));
            }
            BlockSplits.redirect(front, strided.guard(), round);
            try (IrBuilder builder = IrBuilder.atEnd(round, context)) {
                IrValue first = builder.phi(type, "first");
                builder.addIncoming(first, begin, front);
                IrValue ran = builder.phi(context.integer(1), "ran");
                builder.addIncoming(ran, context.constant(1, 0), front);
                for (IrInstruction phi : PhiNodes.of(loop.head())) {
                    if (!phi.equals(strided.counter())) {
                        IrValue state = builder.phi(phi.value().type(), "");
                        builder.addIncoming(state, strided.first(phi), front);
                        states.put(phi.value(), state);
                    }
                }
                LoopCopy copy = LoopCopy.append(loop, known(first, numbers), context);
                Map<IrValue, IrValue> results = results(copy, front, builder);
                builder.call(ItemFunction.MEET.in(module), List.of(context.constant(Integer.SIZE, 1)), "");
                builder.branch(builder.and(possible, isFull(first, builder)), numbers, over);

                builder.moveToEnd(numbers);
                builder.branch(copy.head());
                builder.moveToEnd(copy.latch());
                builder.addIncoming(first, builder.add(first, copy.of(strided.step())), copy.latch());
                builder.addIncoming(ran, context.constant(1, 1), copy.latch());
                states.forEach((phi, state) -> builder.addIncoming(
                        state, copy.of(strided.last(phi.asInstruction().orElseThrow())), copy.latch()));
                builder.branch(round);

                builder.moveToEnd(over);
                IrBlock rest = block.function().appendBlock("rounds.rest");
                builder.branch(ran, rest, strided.guard());
                builder.moveToEnd(rest);
                goOn(first, results, builder);
            }
            return new SplitLoop(round, loop);
        }

        /** Emits whether there can be full rounds at all. */
        private IrValue possible(IrBuilder builder) {
            IrValue possible = builder.compare(
                    Comparison.BELOW,
                    builder.subtract(block.blockSize(0), context.constant(Integer.SIZE, FEWEST)),
                    context.constant(Integer.SIZE, Integer.MAX_VALUE - FEWEST),
                    "");
            for (IrValue condition : strided.alike()) {
                possible = builder.and(possible, builder.freeze(condition));
            }
            return possible;
        }

        private IrValue index(IrType wanted, IrBuilder builder) {
            IrValue number =
                    builder.call(ItemFunction.INDEX.in(module), List.of(context.constant(Integer.SIZE, 0)), "");
            return builder.integerCast(number, wanted, false);
        }

        /** Emits what the counter is in a full round: the last work-item's is in front of its bound, so none wraps. */
        private Map<IrValue, IrValue> known(IrValue first, IrBlock numbers) {
            Map<IrValue, IrValue> known = new HashMap<>(states);
            try (IrBuilder builder = IrBuilder.atEnd(numbers, context)) {
                known.put(strided.counter().value(), sum(first, index(type, builder), builder));
                for (IrValue user : strided.counter().value().users()) {
                    Optional<IrInstruction> wide = user.asInstruction()
                            .filter(i -> i.opcode() == (signed ? Opcode.SIGN_EXTEND : Opcode.ZERO_EXTEND))
                            .filter(i -> loop.blocks().contains(i.block()));
                    if (wide.isPresent()) {
                        IrValue begin = builder.integerCast(first, user.type(), signed);
                        known.put(user, sum(begin, index(user.type(), builder), builder));
                    }
                }
            }
            return known;
        }

        private IrValue sum(IrValue left, IrValue right, IrBuilder builder) {
            return signed ? builder.addSigned(left, right) : builder.addUnsigned(left, right);
        }

        /** Emits whether every work-item takes part in the round in which the first one has a number. */
        private IrValue isFull(IrValue first, IrBuilder builder) {
            Counted counted = new Counted(block, builder, context);
            IrValue bound = strided.bound();
            IrValue compared = strided.widening() == Opcode.OTHER
                    ? first
                    : counted.widened(first, strided.widening(), bound.type());
            IrValue last = counted.last(bound.type());
            Comparison comparison = strided.comparison();
            IrValue room = switch (comparison) {
                case LESS, BELOW -> less(last, builder.subtract(bound, compared), builder);
                case LESS_OR_EQUAL, BELOW_OR_EQUAL -> notLess(builder.subtract(bound, compared), last, builder);
                default ->
                    notLess(
                            builder.subtract(context.highest(bound.type(), comparison.isSigned()), compared),
                            last,
                            builder);
            };
            return counted.and(builder.and(builder.compare(comparison, compared, bound, ""), room));
        }

        private static IrValue less(IrValue left, IrValue right, IrBuilder builder) {
            return builder.compare(Comparison.BELOW, left, right, "");
        }

        private static IrValue notLess(IrValue left, IrValue right, IrBuilder builder) {
            return builder.compare(Comparison.ABOVE_OR_EQUAL, left, right, "");
        }

        /** Emits what the values that are used behind the loop are after full rounds. */
        private Map<IrValue, IrValue> results(LoopCopy copy, IrBlock front, IrBuilder builder) {
            Map<IrValue, IrValue> results = new HashMap<>();
            for (IrInstruction phi : PhiNodes.of(loop.head())) {
                IrValue state = states.get(phi.value());
                if (state != null) {
                    results.put(strided.last(phi), state);
                }
            }
            for (IrInstruction phi : PhiNodes.of(strided.exit())) {
                IrValue left = strided.last(phi);
                boolean counter = left.equals(strided.last(strided.counter()));
                if (!counter && !results.containsKey(left) && strided.isInside(left)) {
                    IrValue result = builder.phi(phi.value().type(), "");
                    builder.addIncoming(result, context.poison(phi.value().type()), front);
                    builder.addIncoming(result, copy.of(left), copy.latch());
                    results.put(left, result);
                }
            }
            return results;
        }

        /** Emits what goes on with the loop, or leaves it, where there have been full rounds. */
        private void goOn(IrValue first, Map<IrValue, IrValue> results, IrBuilder builder) {
            IrBlock rest = builder.block();
            IrValue counter = builder.add(first, index(type, builder));
            IrValue compared = strided.widening() == Opcode.OTHER
                    ? counter
                    : builder.integerCast(counter, strided.bound().type(), signed);
            builder.branch(
                    builder.compare(strided.comparison(), compared, strided.bound(), ""), loop.head(), strided.exit());
            builder.addIncoming(strided.counter().value(), counter, rest);
            states.forEach((phi, state) -> builder.addIncoming(phi, state, rest));
            IrValue next = strided.last(strided.counter());
            for (IrInstruction phi : PhiNodes.of(strided.exit())) {
                IrValue left = strided.last(phi);
                builder.addIncoming(phi.value(), left.equals(next) ? counter : results.getOrDefault(left, left), rest);
            }
        }
    }
}
