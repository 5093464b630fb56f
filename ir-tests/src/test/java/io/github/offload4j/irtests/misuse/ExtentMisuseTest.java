package io.github.offload4j.irtests.misuse;

import static org.bytedeco.llvm.global.LLVM.LLVMGetUndef;
import static org.bytedeco.llvm.global.LLVM.LLVMGlobalGetValueType;
import static org.bytedeco.llvm.global.LLVM.LLVMLabelTypeInContext;
import static org.bytedeco.llvm.global.LLVM.LLVMMetadataTypeInContext;
import static org.bytedeco.llvm.global.LLVM.LLVMStructCreateNamed;
import static org.bytedeco.llvm.global.LLVM.LLVMTokenTypeInContext;
import static org.bytedeco.llvm.global.LLVM.LLVMVoidTypeInContext;

import io.github.offload4j.codegen.diagnostic.OffloadException.Reason;
import io.github.offload4j.codegen.signature.Access;
import io.github.offload4j.codegen.signature.Extent;
import io.github.offload4j.codegen.signature.MapModifier;
import java.util.Set;
import org.bytedeco.llvm.LLVM.LLVMTypeRef;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Extents that are no number of bytes. */
final class ExtentMisuseTest extends Misuse {
    private static final String UNKNOWN =
            " is not a type: LLVM does not know it; its types are i32, float, ptr, [4 x float] and their like";

    private void assertExtentRefused(Extent extent, Reason reason, String message) {
        assertRefused(kernel().map(x(), Access.TO, extent), reason, message);
    }

    @Test
    void aNegativeNumberOfBytes() {
        Refusal.assertRefused(Reason.ARGUMENT, "negative extent of -1 bytes", () -> Extent.bytes(-1));
    }

    @Test
    void anOpaqueStruct() {
        LLVMTypeRef opaque = LLVMStructCreateNamed(module.context(), "secret");
        assertExtentRefused(
                Extent.of(opaque),
                Reason.ARGUMENT,
                "the extent of argument 'x' is given as '%secret = type opaque', which has no fixed size in bytes");
        assertExtentRefused(
                Extent.of("%secret"),
                Reason.ARGUMENT,
                "the extent of argument 'x' is given as '%secret', which has no fixed size in bytes");
        assertExtentRefused(Extent.of("[2 x %secret]"), Reason.SYNTAX, "'[2 x %secret]'" + UNKNOWN);
    }

    @Test
    void aTypeThatIsNotInMemory() {
        assertTypeRefused(LLVMVoidTypeInContext(module.context()), "void");
        assertTypeRefused(LLVMLabelTypeInContext(module.context()), "label");
        assertTypeRefused(LLVMMetadataTypeInContext(module.context()), "metadata");
        assertTypeRefused(LLVMTokenTypeInContext(module.context()), "token");
    }

    @Test
    void aFunctionType() {
        assertTypeRefused(LLVMGlobalGetValueType(module.declare("i32 @f(i8)")), "i32 (i8)");
    }

    private void assertTypeRefused(LLVMTypeRef type, String name) {
        assertExtentRefused(
                Extent.of(type),
                Reason.ARGUMENT,
                "the extent of argument 'x' is given as '" + name + "', which has no fixed size in bytes");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    <vscale x 4 x float>
                    [2 x <vscale x 4 x float>]
                    [4611686018427387904 x i64]
                    [9223372036854775807 x [9223372036854775807 x i8]]
                    [18446744073709551615 x i8]
                    { [4611686018427387904 x i8], [4611686018427387904 x i8] }
                    """)
    void aTypeWithoutFixedSize(String type) {
        assertExtentRefused(
                Extent.of(type),
                Reason.ARGUMENT,
                "the extent of argument 'x' is given as '" + type + "', which has no fixed size in bytes");
        assertExtentRefused(
                Extent.count(n(), type),
                Reason.ARGUMENT,
                "the extent of argument 'x' is given as '" + type + "', which has no fixed size in bytes");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    flaot
                    i0
                    i99999999
                    int
                    [3 x]
                    [-1 x i8]
                    { i32
                    i32 0
                    void
                    void ()
                    label
                    metadata
                    i32 (i8)
                    float)
                    <0 x i8>
                    """)
    void textThatIsNoType(String text) {
        assertExtentRefused(Extent.of(text), Reason.SYNTAX, "'" + text + "'" + UNKNOWN);
    }

    @Test
    void moreThanOneType() {
        assertExtentRefused(Extent.of("i32, i64"), Reason.SYNTAX, "'i32, i64' is not a type: it is more than one type");
        assertExtentRefused(
                Extent.of("i32, align 4"), Reason.SYNTAX, "'i32, align 4' is not a type: it is more than one type");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    i32 ; done
                    i32 !dbg
                    target("spirv.Image")
                    @x = i32
                    """)
    void textWithForeignCharacters(String text) {
        assertExtentRefused(
                Extent.of(text),
                Reason.SYNTAX,
                "'" + text + "' is not a type: it contains a character that no type has");
    }

    @Test
    void textOfTwoLines() {
        assertExtentRefused(
                Extent.of("i32\nmodule asm"),
                Reason.SYNTAX,
                "'i32\nmodule asm' is not a type: it contains a character that no type has");
    }

    @Test
    void aStructThatNobodyDefined() {
        assertExtentRefused(
                Extent.of("%missing"),
                Reason.SYNTAX,
                "'%missing' is not a type: the context has no struct type of that name");
    }

    @Test
    void noText() {
        assertExtentRefused(
                Extent.of(""),
                Reason.SYNTAX,
                "'' is not a type: it is empty, longer than 4096 characters or nested too deep");
        assertExtentRefused(
                Extent.of("  "),
                Reason.SYNTAX,
                "'  ' is not a type: it is empty, longer than 4096 characters or nested too deep");
    }

    @Test
    void aVeryLongText() {
        String text = "i".repeat(1_000_000);
        assertExtentRefused(
                Extent.of(text),
                Reason.SYNTAX,
                "'" + "i".repeat(60) + "…' is not a type: it is empty, longer than 4096 characters or nested too deep");
    }

    @Test
    void aDeeplyNestedText() {
        String text = "[1 x ".repeat(100) + "i8" + "]".repeat(100);
        assertExtentRefused(
                Extent.of(text),
                Reason.SYNTAX,
                "'" + "[1 x ".repeat(12)
                        + "…' is not a type: it is empty, longer than 4096 characters or nested too deep");
    }

    @Test
    void aCountThatIsNoInteger() {
        assertExtentRefused(
                Extent.count(f(), "i8"),
                Reason.ARGUMENT,
                "the count of argument 'x' is float; give an integer of at most 64 bits");
        assertExtentRefused(
                Extent.bytes(x()),
                Reason.ARGUMENT,
                "the count of argument 'x' is ptr; give an integer of at most 64 bits");
    }

    @Test
    void aCountOfTooManyBits() {
        assertExtentRefused(
                Extent.count(LLVMGetUndef(module.type("i128")), "i8"),
                Reason.ARGUMENT,
                "the count of argument 'x' is i128; give an integer of at most 64 bits");
    }

    @Test
    void alwaysOnWhatIsNeverCopied() {
        Refusal.assertRefused(
                Reason.ARGUMENT,
                "'always' needs a direction, and 'alloc' copies nothing",
                () -> kernel().map(x(), Access.ALLOC, Extent.bytes(8), Set.of(MapModifier.ALWAYS)));
    }

    @Test
    void aNameForNoArgument() {
        Refusal.assertRefused(Reason.STATE, "there is no argument to name yet", () -> kernel().named("x"));
    }
}
