package io.github.offload4j.codegen.ir;

import io.github.offload4j.codegen.diagnostic.OffloadException;
import io.github.offload4j.codegen.diagnostic.OffloadException.Reason;
import java.util.List;

/** Checks the arguments of a call against the callee's parameters. */
public final class CallShape {
    private CallShape() {}

    /**
     * Checks number and types, and that a call by other code than the function's own front end can pass them.
     *
     * @throws OffloadException naming the first argument that does not fit, or the parameter that such a call cannot pass
     */
    public static void checkDeclared(IrFunction callee, List<IrValue> arguments) {
        check(callee, arguments);
        Passage.require(callee);
    }

    /**
     * Checks number and types.
     *
     * @throws OffloadException naming the first argument that does not fit
     */
    public static void check(IrFunction callee, List<IrValue> arguments) {
        List<IrType> parameters = callee.parameterTypes();
        boolean fits =
                callee.isVariadic() ? arguments.size() >= parameters.size() : arguments.size() == parameters.size();
        if (!fits) {
            throw new OffloadException(
                    Reason.SIGNATURE,
                    "'" + callee.name() + "' takes " + parameters.size() + " arguments, " + arguments.size()
                            + " are given");
        }
        for (int i = 0; i < parameters.size(); i++) {
            IrType given = arguments.get(i).type();
            if (!given.equals(parameters.get(i))) {
                throw new OffloadException(
                        Reason.SIGNATURE,
                        "argument " + (i + 1) + " of '" + callee.name() + "' is " + given + ", the parameter is "
                                + parameters.get(i));
            }
        }
    }
}
