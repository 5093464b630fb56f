package io.github.offload4j.codegen.ir;

import static org.bytedeco.llvm.global.LLVM.LLVMDisposeMessage;
import static org.bytedeco.llvm.global.LLVM.LLVMPrintValueToString;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.bytedeco.javacpp.BytePointer;

/** A function as LLVM prints it, and where in that its instructions are. */
public final class FunctionText {
    /** What follows an instruction in further lines is indented deeper, but for the end of a switch. */
    private static final Pattern INSTRUCTION = Pattern.compile(" {2}[^ \\]].*");

    private final List<String> lines;
    private final Map<IrInstruction, Integer> places;

    private FunctionText(List<String> lines, Map<IrInstruction, Integer> places) {
        this.lines = lines;
        this.places = places;
    }

    /** Prints a function. */
    public static FunctionText of(IrFunction function) {
        List<String> lines = printed(function).strip().lines().toList();
        List<IrInstruction> instructions = function.instructions();
        Map<IrInstruction, Integer> places = new HashMap<>();
        int count = 0;
        for (int line = 0; line < lines.size(); line++) {
            if (INSTRUCTION.matcher(lines.get(line)).matches()) {
                if (count < instructions.size()) {
                    places.put(instructions.get(count), line);
                }
                count++;
            }
        }
        return new FunctionText(lines, count == instructions.size() ? places : Map.of());
    }

    private static String printed(IrFunction function) {
        BytePointer text = LLVMPrintValueToString(function.value().raw());
        try {
            return Utf8.decode(text);
        } finally {
            LLVMDisposeMessage(text);
        }
    }

    /** Returns the lines, without their ends. */
    public List<String> lines() {
        return lines;
    }

    /** Returns the index of an instruction's first line, when it can be told. */
    public Optional<Integer> line(IrInstruction instruction) {
        return Optional.ofNullable(places.get(instruction));
    }
}
