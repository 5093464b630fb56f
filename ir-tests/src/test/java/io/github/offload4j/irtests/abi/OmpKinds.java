package io.github.offload4j.irtests.abi;

import static java.util.stream.Collectors.toMap;

import io.github.offload4j.codegen.abi.AbiType;
import java.util.List;
import java.util.Map;

/** The runtime's functions and structs as {@code OMPKinds.def} lists them. */
final class OmpKinds {
    /**
     * A function of the runtime.
     *
     * @param result its result type
     * @param parameters its parameter types
     */
    record Function(AbiType result, List<AbiType> parameters) {}

    private static final LlvmHeader HEADER = LlvmHeader.read("OpenMP/OMPKinds.def");

    private OmpKinds() {}

    /** Returns the functions of our types, by symbol. */
    static Map<String, Function> functions() {
        return HEADER.find("__OMP_RTL\\((__tgt_\\w+),\\s*false,\\s*(\\w+),([^)]*)\\)").stream()
                .collect(toMap(m -> m.group(1), m -> new Function(type(m.group(2)), types(m.group(3)))));
    }

    /** Returns the field types of a struct, by its name without {@code struct.}. */
    static List<AbiType> fields(String struct) {
        String list = HEADER.find("__OMP_STRUCT_TYPE\\(\\w+,\\s*" + struct + ",\\s*false,([^)]*)\\)")
                .get(0)
                .group(1);
        return types(list);
    }

    private static List<AbiType> types(String list) {
        return LlvmHeader.parts(list).stream().map(OmpKinds::type).toList();
    }

    private static AbiType type(String name) {
        return switch (name) {
            case "Void" -> AbiType.VOID;
            case "Int16" -> AbiType.I16;
            case "Int32" -> AbiType.I32;
            case "Int64" -> AbiType.I64;
            case "Int32Arr3Ty" -> AbiType.I32_TRIPLE;
            default -> pointer(name);
        };
    }

    private static AbiType pointer(String name) {
        if (!name.endsWith("Ptr")) {
            throw new IllegalStateException("unknown type " + name);
        }
        return AbiType.POINTER;
    }
}
