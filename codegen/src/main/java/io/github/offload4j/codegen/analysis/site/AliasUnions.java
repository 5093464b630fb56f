package io.github.offload4j.codegen.analysis.site;

import io.github.offload4j.codegen.abi.MapFlag;
import io.github.offload4j.codegen.fact.KnownBits;
import io.github.offload4j.codegen.flow.FunctionFacts;
import io.github.offload4j.codegen.helper.Helper;
import io.github.offload4j.codegen.ir.IrInstruction;
import io.github.offload4j.codegen.ir.IrValue;
import io.github.offload4j.codegen.ir.Opcode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The map types that a helper changes when the program finds aliases. */
final class AliasUnions {
    private static final int BEGIN_TYPES = 3;
    private static final int END_TYPES = 4;

    /** The arrays, and the flags that entries of theirs may get. */
    private final Map<IrValue, KnownBits> added = new HashMap<>();

    AliasUnions(FunctionFacts facts) {
        for (IrInstruction call : facts.flow().instructions()) {
            if (call.opcode() == Opcode.CALL && Helper.UNITE_ALIASES.isCalledBy(call)) {
                List<IrValue> arguments = call.arguments();
                add(facts.pointers().address(arguments.get(BEGIN_TYPES)).base(), MapFlag.TO);
                add(facts.pointers().address(arguments.get(END_TYPES)).base(), MapFlag.FROM);
            }
        }
    }

    private void add(IrValue array, MapFlag flag) {
        added.merge(array, new KnownBits(0, flag.bit()), KnownBits::union);
    }

    /** Returns map types of an array with what the helper may add to them. */
    KnownBits apply(IrValue array, KnownBits flags) {
        boolean literal = (flags.possible() & MapFlag.LITERAL.bit()) != 0;
        KnownBits more = added.get(array);
        return more == null || literal ? flags : flags.union(more);
    }
}
