package io.github.offload4j.codegen.abi;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A function of MPI that is called with addresses of devices, and where its buffers are among its parameters. Counts are 32-bit
 * integers; a data type is a pointer or an integer, as the implementation has it.
 */
public enum MpiFunction {
    /** Buffer, count, data type, destination, tag, communicator. */
    SEND("MPI_Send", 6, Buffer.read(0, 1, 2)),
    /** Buffer, count, data type, source, tag, communicator, status. */
    RECEIVE("MPI_Recv", 7, Buffer.written(0, 1, 2)),
    /** Buffer, count, data type, destination and tag; buffer, count, data type, source and tag; communicator, status. */
    SEND_RECEIVE("MPI_Sendrecv", 12, Buffer.read(0, 1, 2), Buffer.written(5, 6, 7)),
    /** Buffer, count, data type, root, communicator. */
    BROADCAST("MPI_Bcast", 5, Buffer.written(0, 1, 2)),
    /** Buffer, buffer of results, count, data type, operation, root, communicator. */
    REDUCE("MPI_Reduce", 7, Buffer.read(0, 2, 3), Buffer.written(1, 2, 3)),
    /** Buffer, buffer of results, count, data type, operation, communicator. */
    ALL_REDUCE("MPI_Allreduce", 6, Buffer.read(0, 2, 3), Buffer.written(1, 2, 3));

    /** Where a data type begins, and how far it is from one element to the next: data type, then where to store two i64. */
    public static final String EXTENT = "MPI_Type_get_extent";

    /** Where the first byte that is an element's lies, and how far behind it the last ends: the same parameters. */
    public static final String TRUE_EXTENT = "MPI_Type_get_true_extent";

    private final String symbol;
    private final int parameters;
    private final List<Buffer> buffers;

    MpiFunction(String symbol, int parameters, Buffer... buffers) {
        this.symbol = symbol;
        this.parameters = parameters;
        this.buffers = List.of(buffers);
    }

    /**
     * A buffer, by the indices of parameters.
     *
     * @param address of the buffer
     * @param count of the number of its elements
     * @param type of their data type
     * @param written whether the function writes to it
     */
    public record Buffer(int address, int count, int type, boolean written) {
        static Buffer read(int address, int count, int type) {
            return new Buffer(address, count, type, false);
        }

        static Buffer written(int address, int count, int type) {
            return new Buffer(address, count, type, true);
        }
    }

    /** Returns the linker symbol. */
    public String symbol() {
        return symbol;
    }

    /** Returns the number of parameters. */
    public int parameters() {
        return parameters;
    }

    /** Returns the buffers. */
    public List<Buffer> buffers() {
        return buffers;
    }

    /** Returns the function that has a symbol, if any. */
    public static Optional<MpiFunction> find(String symbol) {
        return Arrays.stream(values())
                .filter(function -> function.symbol.equals(symbol))
                .findFirst();
    }
}
