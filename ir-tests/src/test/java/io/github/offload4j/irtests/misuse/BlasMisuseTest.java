package io.github.offload4j.irtests.misuse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.bytedeco.llvm.global.LLVM.LLVMCreateBuilderInContext;
import static org.bytedeco.llvm.global.LLVM.LLVMDisposeBuilder;

import io.github.offload4j.codegen.diagnostic.OffloadException;
import io.github.offload4j.codegen.diagnostic.OffloadException.Reason;
import io.github.offload4j.codegen.library.Library;
import io.github.offload4j.codegen.library.LibraryFunction;
import io.github.offload4j.irtests.fixture.TestFunction;
import io.github.offload4j.irtests.fixture.TestModule;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.bytedeco.llvm.LLVM.LLVMBuilderRef;
import org.bytedeco.llvm.LLVM.LLVMValueRef;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Routines that are not there, and arguments that do not fit them. */
final class BlasMisuseTest extends Misuse {
    private static final LibraryFunction SAXPY = LibraryFunction.of(Library.CUBLAS, "saxpy");

    private List<LLVMValueRef> with(int index, LLVMValueRef value) {
        List<LLVMValueRef> arguments = rightArguments();
        arguments.set(index, value);
        return arguments;
    }

    /** Handle, n, alpha, x, incx, y, incy. */
    private List<LLVMValueRef> rightArguments() {
        return new ArrayList<>(List.of(x(), n(), x(), x(), module.constant("i32 1"), x(), module.constant("i32 1")));
    }

    private DynamicTest wrong(String use, Reason reason, String message, List<LLVMValueRef> arguments) {
        String before = module.text();
        return Wrong.use(use, reason, message, () -> {
            try {
                SAXPY.call(module.raw(), module.builder(), arguments);
            } finally {
                assertThat(module.text()).isEqualTo(before);
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> argumentsThatDoNotFit() {
        TestFunction other = module.define("void @other(i32 %i, ptr %p)");
        module.atEndOf(run.block("entry"));
        TestModule elsewhere = TestModule.create(options());
        LLVMValueRef foreign = elsewhere.define("void @run(i32 %i)").parameter("i");
        return Stream.of(
                        wrong("none", Reason.SIGNATURE, "'cublasSaxpy_v2' takes 7 arguments, 0 are given", List.of()),
                        wrong(
                                "a float for the handle",
                                Reason.SIGNATURE,
                                "argument 'handle' of 'cublasSaxpy_v2' is float, the parameter is ptr",
                                with(0, f())),
                        wrong(
                                "a pointer for a size",
                                Reason.SIGNATURE,
                                "argument 'n' of 'cublasSaxpy_v2' is ptr, the parameter is i32",
                                with(1, x())),
                        wrong(
                                "a wider size",
                                Reason.SIGNATURE,
                                "argument 'n' of 'cublasSaxpy_v2' is i64, the parameter is i32",
                                with(1, module.constant("i64 1"))),
                        wrong(
                                "alpha by value",
                                Reason.SIGNATURE,
                                "argument 'alpha' of 'cublasSaxpy_v2' is float, the parameter is ptr",
                                with(2, f())),
                        wrong(
                                "a negative size",
                                Reason.ARGUMENT,
                                "'cublasSaxpy_v2': n is -1; a size is at least 0",
                                with(1, module.constant("i32 -1"))),
                        wrong(
                                "an increment of zero",
                                Reason.ARGUMENT,
                                "'cublasSaxpy_v2': incx is 0, so that all elements would be one; give another"
                                        + " increment",
                                with(4, module.constant("i32 0"))),
                        wrong(
                                "a size of another function",
                                Reason.ARGUMENT,
                                "argument 'n' belongs to another function than 'run', where the builder stands",
                                with(1, other.parameter("i"))),
                        wrong(
                                "a vector of another function",
                                Reason.ARGUMENT,
                                "argument 'y' belongs to another function than 'run', where the builder stands",
                                with(5, other.parameter("p"))),
                        wrong(
                                "a size of another context",
                                Reason.ARGUMENT,
                                "argument 'n' belongs to another LLVM context",
                                with(1, foreign)))
                .onClose(elsewhere::close);
    }

    @Test
    void aBuilderWithoutPosition() {
        LLVMBuilderRef nowhere = LLVMCreateBuilderInContext(module.context());
        Refusal.assertRefused(
                module,
                Reason.POSITION,
                "the builder has no position; place it in a block of the module first",
                () -> SAXPY.call(module.raw(), nowhere, rightArguments()));
        LLVMDisposeBuilder(nowhere);
    }

    @Test
    void aSymbolThatIsTaken() {
        module.declare("void @cublasSaxpy_v2()");
        Refusal.assertConflict(
                module, "cublasSaxpy_v2", () -> SAXPY.call(module.raw(), module.builder(), rightArguments()));
    }

    @ParameterizedTest
    @CsvSource({
        "'', '; it has '",
        "sgemmm, '; did you mean ''sgemm''?'",
        "gemm, '; did you mean '",
        "'sgemm ', '; did you mean ''sgemm''?'",
        "'s\0gemm', '; did you mean ''sgemm''?'",
        "rocblas_sgemm, '; it has '"
    })
    void aRoutineThatIsNotThere(String name, String advice) {
        assertThat(LibraryFunction.find(Library.CUBLAS, name)).isEmpty();
        assertThatThrownBy(() -> LibraryFunction.of(Library.CUBLAS, name))
                .isExactlyInstanceOf(OffloadException.class)
                .hasMessageStartingWith("the catalogue of cublas has no '" + name + "'" + advice);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sgemm", "SGEMM", "Sgemm", "cublasSgemm_v2", "cublasSgemm", "CUBLASSGEMM"})
    void theNamesThatARoutineHas(String name) {
        assertThat(LibraryFunction.of(Library.CUBLAS, name).symbol()).isEqualTo("cublasSgemm_v2");
    }

    @Test
    void anArgumentOfNoParameter() {
        Map<String, LLVMValueRef> arguments = new HashMap<>(named());
        arguments.put("incz", n());
        Refusal.assertRefused(
                module,
                Reason.SIGNATURE,
                "'cublasSaxpy_v2' has no parameter 'incz'; it has handle, n, alpha, x, incx, y, incy",
                () -> SAXPY.call(module.raw(), module.builder(), arguments));
    }

    @Test
    void aParameterWithoutArgument() {
        Map<String, LLVMValueRef> arguments = new HashMap<>(named());
        arguments.remove("alpha");
        Refusal.assertRefused(
                module,
                Reason.SIGNATURE,
                "'cublasSaxpy_v2' is given no argument 'alpha'",
                () -> SAXPY.call(module.raw(), module.builder(), arguments));
    }

    private Map<String, LLVMValueRef> named() {
        LLVMValueRef one = module.constant("i32 1");
        return Map.of("handle", x(), "n", n(), "alpha", x(), "x", x(), "incx", one, "y", x(), "incy", one);
    }
}
