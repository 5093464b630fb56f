package io.github.offload4j.codegen.lower.call;

import io.github.offload4j.codegen.ir.IrInstruction;
import io.github.offload4j.codegen.ir.IrType;
import io.github.offload4j.codegen.ir.IrValue;
import io.github.offload4j.codegen.signature.DataAction;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The functions whose calls are marks. */
public enum MarkFunction {
    /** Begins the marks of a call: whether it stays a call, and the device. */
    MARK("offload_mark", Operand.BOOLEAN, Operand.I64),
    /** The function whose call the marks are for. */
    FOR("offload_for", Operand.POINTER),
    /** The blocks of a launch. */
    GRID("offload_grid", Operand.I32, Operand.I32, Operand.I32),
    /** The threads of a block. */
    BLOCK("offload_block", Operand.I32, Operand.I32, Operand.I32),
    /** The dynamic shared memory of a block. */
    SHARED("offload_shared", Operand.I32),
    /** Maps an argument by its number. */
    MAP("offload_map", Operand.I32, Operand.I64, Operand.I64),
    /** Maps the argument that is a pointer. */
    MAP_POINTER("offload_map_pointer", Operand.POINTER, Operand.I64, Operand.I64),
    /** Says which part of what the mark in front of it maps: one dimension, the outermost first. */
    SECTION("offload_section", Operand.I64, Operand.I64, Operand.I64, Operand.I64),
    /** Maps what a pointer in the structure of a mapped argument points to: the argument, bytes, bits, offsets. */
    MEMBER("offload_member", Operand.POINTER, Operand.I64, Operand.I64, Operand.INTEGERS),
    /** The function that maps what an argument points to. */
    MAPPER("offload_mapper", Operand.POINTER, Operand.POINTER),
    /** Says by its number that an argument is on the device. */
    DEVICE("offload_device", Operand.I32),
    /** Says that the argument which is a pointer is on the device. */
    DEVICE_POINTER("offload_device_pointer", Operand.POINTER),
    /** What runs when a launch is refused. */
    FALLBACK("offload_fallback", Operand.POINTER),
    /** Maps what the marks in front of it name, on a device, and leaves it mapped. */
    ENTER("offload_enter", Operand.I64),
    /** Unmaps what the marks in front of it name. */
    EXIT("offload_exit", Operand.I64),
    /** Copies what the marks in front of it map. */
    UPDATE("offload_update", Operand.I64),
    /** Says that the program does not wait for what is marked. */
    NOWAIT("offload_nowait"),
    /** Orders what is marked among what is asynchronous: a pointer, and what is done to what is there. */
    DEPEND("offload_depend", Operand.POINTER, Operand.I32),
    /** Waits for what is asynchronous and the marks in front of it name, or for all of it. */
    WAIT("offload_wait", Operand.I64);

    private static final List<String> MEMBERS =
            List.of("offload_member", "offload_member_2", "offload_member_3", "offload_member_4");

    /** The function whose calls say what becomes of data, and do nothing else. */
    public static final String DATA = "offload.data";

    /** What a mark takes, as LLVM and as a message names it. */
    private enum Operand {
        BOOLEAN("a boolean"),
        I32("i32"),
        I64("i64"),
        POINTER("ptr"),
        /** One or more, of any width: what C passes behind the dots. */
        INTEGERS("integers");

        private final String text;

        Operand(String text) {
            this.text = text;
        }

        boolean fits(IrType type) {
            return (this == BOOLEAN || this == INTEGERS)
                    ? type.isInteger()
                    : type.toString().equals(text);
        }
    }

    private final String symbol;
    private final List<Operand> operands;

    MarkFunction(String symbol, Operand... operands) {
        this.symbol = symbol;
        this.operands = List.of(operands);
    }

    /** Returns the function with a symbol. */
    static Optional<MarkFunction> of(String symbol) {
        return Arrays.stream(values()).filter(f -> f.symbols().contains(symbol)).findFirst();
    }

    /** Returns whether a symbol is that of a mark. */
    public static boolean isMark(String symbol) {
        return of(symbol).isPresent();
    }

    /** Returns the symbol. */
    public String symbol() {
        return symbol;
    }

    /** Returns every symbol that it has: Fortran has a procedure for each number of offsets. */
    List<String> symbols() {
        return this == MEMBER ? MEMBERS : List.of(symbol);
    }

    /** Returns what a mark does to the data that those in front of it name; nothing for one that is for a call. */
    Optional<DataAction> action() {
        return switch (this) {
            case ENTER -> Optional.of(DataAction.ENTER);
            case EXIT -> Optional.of(DataAction.EXIT);
            case UPDATE -> Optional.of(DataAction.UPDATE);
            case MARK,
                    FOR,
                    GRID,
                    BLOCK,
                    SHARED,
                    MAP,
                    MAP_POINTER,
                    SECTION,
                    MEMBER,
                    MAPPER,
                    DEVICE,
                    DEVICE_POINTER,
                    FALLBACK,
                    NOWAIT,
                    DEPEND,
                    WAIT -> Optional.empty();
        };
    }

    /** Returns whether it ends a group of marks, and nothing is called. */
    boolean endsGroup() {
        return this == WAIT || action().isPresent();
    }

    /** Returns whether it may begin a group that no call takes. */
    boolean beginsData() {
        return this == MAP_POINTER || this == NOWAIT || this == DEPEND;
    }

    /** Returns the tag of the bundle that it becomes where it ends a group. */
    String dataTag() {
        return this == WAIT ? "wait" : action().orElseThrow().noun();
    }

    /** Returns what it does where it ends a group, in a message. */
    String verb() {
        return this == WAIT ? "waits for" : action().orElseThrow().verb();
    }

    boolean namesByPointer() {
        return this == MAP_POINTER || this == DEVICE_POINTER || this == DEPEND;
    }

    boolean maps() {
        return this == MAP || this == MAP_POINTER;
    }

    /** Returns whether it adds to what another mark maps. */
    boolean addsToMapping() {
        return this == MEMBER || this == MAPPER;
    }

    boolean namesByNumber() {
        return this == MAP || this == DEVICE;
    }

    /** Returns what is wrong with the types of a call. */
    Optional<String> misfit(IrInstruction call) {
        List<IrValue> arguments = call.arguments();
        boolean repeats = !operands.isEmpty() && operands.get(operands.size() - 1) == Operand.INTEGERS;
        boolean enough = repeats ? arguments.size() >= operands.size() : arguments.size() == operands.size();
        boolean fits = enough && call.value().type().isVoid();
        for (int i = 0; fits && i < arguments.size(); i++) {
            fits = operands.get(Math.min(i, operands.size() - 1))
                    .fits(arguments.get(i).type());
        }
        return fits
                ? Optional.empty()
                : Optional.of("'" + symbol + "' is called as " + call.calledType() + "; it takes "
                        + (operands.isEmpty()
                                ? "nothing"
                                : String.join(
                                        ", ", operands.stream().map(o -> o.text).toList()))
                        + " and returns nothing, as in offload.h");
    }
}
