package io.github.offload4j.tools.emit;

import io.github.offload4j.codegen.diagnostic.OffloadException;
import io.github.offload4j.codegen.ir.IrModule;
import io.github.offload4j.codegen.ir.IrType;
import io.github.offload4j.codegen.ir.TypeText;
import io.github.offload4j.tools.diagnostic.Problems;
import io.github.offload4j.tools.diagnostic.Words;
import io.github.offload4j.tools.spec.ExtentSpec;
import io.github.offload4j.tools.spec.LlvmParameter;
import io.github.offload4j.tools.spec.Located;
import io.github.offload4j.tools.spec.MemberSpec;
import io.github.offload4j.tools.spec.OffloadSpec;
import io.github.offload4j.tools.spec.ParameterSpec;
import io.github.offload4j.tools.spec.SpecNumber;
import java.util.List;
import java.util.OptionalLong;

/** The types that a spec spells, as LLVM's. */
final class SpecTypes {
    private final IrModule module;
    private final TypeText text;

    SpecTypes(IrModule module) {
        this.module = module;
        this.text = new TypeText(module.context());
    }

    /** Notes every type behind a pointer that LLVM does not know, or that has no fixed size. */
    void check(OffloadSpec offload, Problems problems) {
        if (offload.target() instanceof OffloadSpec.Data data) {
            check(data, problems);
        }
        for (ParameterSpec parameter : offload.parameters()) {
            if (parameter instanceof ParameterSpec.Slice slice) {
                check(slice.element(), problems);
            } else if (parameter instanceof ParameterSpec.Copied copied) {
                check(copied.type(), problems);
            } else if (parameter instanceof ParameterSpec.Mapped mapped) {
                check(mapped.extent(), problems);
                check(mapped.members(), problems);
            }
        }
    }

    private void check(OffloadSpec.Data data, Problems problems) {
        data.variables().forEach(variable -> variable.pointee().ifPresent(type -> check(type, problems)));
    }

    private void check(List<MemberSpec> members, Problems problems) {
        for (MemberSpec member : members) {
            check(member.extent(), problems);
            check(member.members(), problems);
        }
    }

    private void check(ExtentSpec extent, Problems problems) {
        if (extent instanceof ExtentSpec.Field field) {
            check(field.element(), problems);
        }
        if (extent instanceof ExtentSpec.Pointee pointee) {
            check(pointee.type(), problems);
        } else if (extent instanceof ExtentSpec.Section section) {
            check(section.element(), problems);
        } else if (extent instanceof ExtentSpec.Elements elements) {
            OptionalLong bytes = check(elements.element(), problems);
            if (bytes.isPresent() && elements.count().value() instanceof SpecNumber.Constant count) {
                checkProduct(bytes.getAsLong(), count.value(), elements.count(), problems);
            }
        }
    }

    private static void checkProduct(long bytes, long count, Located<SpecNumber> place, Problems problems) {
        // the library computes sizes of up to 62 bits
        if (Math.multiplyHigh(bytes, count) != 0 || (bytes * count) >>> 62 != 0) {
            problems.add(
                    place.position(), count + " elements of " + bytes + " bytes are more than an address space holds");
        }
    }

    private OptionalLong check(Located<String> type, Problems problems) {
        try {
            OptionalLong bytes = module.layout().bytes(text.parse(type.value()));
            if (bytes.isEmpty()) {
                problems.add(type.position(), Words.quote(type.value()) + " has no fixed size in bytes");
            }
            return bytes;
        } catch (OffloadException e) {
            problems.add(type.position(), Blame.message(e));
            return OptionalLong.empty();
        }
    }

    IrType parse(String spelling) {
        return text.parse(spelling);
    }

    /** Returns the type of the function that an offload calls. */
    IrType callee(OffloadSpec offload) {
        return module.context()
                .function(
                        result(offload),
                        offload.calleeTypes().stream().map(text::parse).toList());
    }

    /** Returns the type of the function that an offload defines. */
    IrType function(OffloadSpec offload, IrType result) {
        return module.context()
                .function(
                        result,
                        offload.llvmParameters().stream()
                                .map(LlvmParameter::type)
                                .map(text::parse)
                                .toList());
    }

    /** Returns the type of an offload's result. */
    IrType result(OffloadSpec offload) {
        // LLVM has no global of type void, which is how types are read
        return offload.resultType().equals("void") ? module.context().voidType() : text.parse(offload.resultType());
    }

    /** Returns where a field is in a structure, in bytes. */
    long offset(String structure, int index) {
        return module.layout().fieldOffset(text.parse(structure), index).orElseThrow();
    }

    IrType array(String element, long length) {
        return module.context().array(text.parse(element), length);
    }
}
