package io.github.offload4j.tools.run;

import io.github.offload4j.codegen.signature.Access;
import io.github.offload4j.tools.spec.ExtentSpec;
import io.github.offload4j.tools.spec.OffloadSpec;
import io.github.offload4j.tools.spec.ParameterSpec;
import io.github.offload4j.tools.spec.SpecNumber;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a spec tells about the arguments of its functions. */
final class SpecEntries {
    private static final Pattern ARRAY = Pattern.compile("\\[\\s*(\\d{1,18})\\s+x\\s+(.+)\\]");

    private SpecEntries() {}

    static EntryPoint entry(OffloadSpec offload) {
        return new EntryPoint(
                offload.name().value(),
                offload.parameters().stream()
                        .flatMap(p -> parameters(p).stream())
                        .toList());
    }

    private static List<EntryParameter> parameters(ParameterSpec parameter) {
        String name = parameter.name().value();
        if (parameter instanceof ParameterSpec.Scalar scalar) {
            return List.of(new EntryParameter.Scalar(name, scalar.type().value()));
        }
        if (parameter instanceof ParameterSpec.Withheld withheld) {
            return List.of(
                    withheld.type().value().equals("ptr")
                            ? new EntryParameter.Array(name, Optional.empty(), Optional.empty(), false)
                            : new EntryParameter.Scalar(name, withheld.type().value()));
        }
        if (parameter instanceof ParameterSpec.Slice slice) {
            String length = slice.llvmParameters().get(1).name();
            boolean result = isCopiedBack(slice.mapping());
            Optional<ElementType> element = ElementType.of(slice.element().value());
            return List.of(
                    new EntryParameter.Array(name, element, Optional.empty(), result),
                    new EntryParameter.Length(length, name));
        }
        if (parameter instanceof ParameterSpec.Mapped mapped) {
            return List.of(mapped(name, mapped));
        }
        if (parameter instanceof ParameterSpec.Copied copied) {
            return List.of(new EntryParameter.Structure(name, copied.type().value()));
        }
        if (parameter instanceof ParameterSpec.Computed computed) {
            throw new IllegalStateException("'" + computed.value() + "' is an argument, and no parameter");
        }
        return switch (((ParameterSpec.Passed) parameter).side()) {
            case HOST -> List.of(new EntryParameter.Array(name, Optional.empty(), Optional.empty(), true));
            case VALUE, NONE -> throw new IllegalStateException("what is not passed on as it is has a type");
            case DEVICE -> List.of(new EntryParameter.DevicePointer(name));
        };
    }

    private static EntryParameter mapped(String name, ParameterSpec.Mapped mapped) {
        boolean result = isCopiedBack(mapped.mapping());
        if (mapped.extent() instanceof ExtentSpec.Elements elements) {
            Optional<ElementType> element = ElementType.of(elements.element().value());
            // elements of another type, such as structs, are given as bytes or numbers of some other type
            Optional<SpecNumber> count = element.map(type -> elements.count().value());
            return new EntryParameter.Array(name, element, count, result);
        }
        if (mapped.extent() instanceof ExtentSpec.Section section) {
            Optional<ElementType> element = ElementType.of(section.element().value());
            return new EntryParameter.Array(name, element, Optional.empty(), result);
        }
        if (mapped.extent() instanceof ExtentSpec.OfRoutine routine) {
            Optional<ElementType> element = ElementType.of(routine.element().value());
            return new EntryParameter.Array(name, element, Optional.empty(), result);
        }
        String type = ((ExtentSpec.Pointee) mapped.extent()).type().value().strip();
        long count = 1;
        for (Matcher array = ARRAY.matcher(type); array.matches(); array = ARRAY.matcher(type)) {
            count = Math.multiplyExact(count, Long.parseLong(array.group(1)));
            type = array.group(2).strip();
        }
        Optional<ElementType> element = ElementType.of(type);
        SpecNumber elements = new SpecNumber.Constant(count);
        return new EntryParameter.Array(name, element, element.map(e -> elements), result);
    }

    private static boolean isCopiedBack(ParameterSpec.Mapping mapping) {
        return mapping.access() == Access.FROM || mapping.access() == Access.TOFROM;
    }
}
