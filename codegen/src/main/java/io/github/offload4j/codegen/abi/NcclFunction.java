package io.github.offload4j.codegen.abi;

import java.util.Arrays;
import java.util.Optional;

/**
 * A function of NCCL that is called with addresses of a device and a communicator of the same one, and where these are among its
 * parameters.
 */
public enum NcclFunction {
    /** Buffer, count, data type, receiver, communicator, stream. */
    SEND("ncclSend", 6, 0, 4),
    /** Buffer, count, data type, sender, communicator, stream. */
    RECEIVE("ncclRecv", 6, 0, 4),
    /** Buffer, buffer of results, count, data type, operation, communicator, stream. */
    ALL_REDUCE("ncclAllReduce", 7, 1, 5),
    /** Buffer that the root alone has, buffer of results, count, data type, root, communicator, stream. */
    BROADCAST("ncclBroadcast", 7, 1, 5),
    /** Buffer, buffer of results that the root alone has, count, data type, operation, root, communicator, stream. */
    REDUCE("ncclReduce", 8, 0, 6),
    /** Buffer, buffer of results, count, data type, communicator, stream. */
    ALL_GATHER("ncclAllGather", 6, 1, 4),
    /** Buffer, buffer of results, count, data type, operation, communicator, stream. */
    REDUCE_SCATTER("ncclReduceScatter", 7, 1, 5);

    /** Whose device a communicator is: the communicator, then where to store the device's number, an i32. */
    public static final String DEVICE = "ncclCommCuDevice";

    private final String symbol;
    private final int parameters;
    private final int buffer;
    private final int communicator;

    NcclFunction(String symbol, int parameters, int buffer, int communicator) {
        this.symbol = symbol;
        this.parameters = parameters;
        this.buffer = buffer;
        this.communicator = communicator;
    }

    /** Returns the number of parameters. */
    public int parameters() {
        return parameters;
    }

    /** Returns the index of a buffer that every rank has. */
    public int buffer() {
        return buffer;
    }

    /** Returns the index of the communicator. */
    public int communicator() {
        return communicator;
    }

    /** Returns the function that has a symbol, if any. */
    public static Optional<NcclFunction> find(String symbol) {
        return Arrays.stream(values())
                .filter(function -> function.symbol.equals(symbol))
                .findFirst();
    }
}
