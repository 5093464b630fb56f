package io.github.offload4j.tools.emit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.offload4j.codegen.ir.IrBuilder;
import io.github.offload4j.codegen.ir.IrFunction;
import io.github.offload4j.codegen.ir.IrModule;
import io.github.offload4j.codegen.ir.IrValue;
import io.github.offload4j.codegen.ir.Linkage;
import io.github.offload4j.codegen.signature.Operator;
import io.github.offload4j.tools.diagnostic.Position;
import io.github.offload4j.tools.spec.Located;
import io.github.offload4j.tools.spec.SpecNumber;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Computations on constants, which LLVM's builder carries out at once. */
class QuantitiesTest {
    @ParameterizedTest
    @CsvSource({
        "64, 1, 256, 1",
        "64, 255, 256, 1",
        "64, 256, 256, 1",
        "64, 257, 256, 2",
        "64, 1000, 1, 1000",
        "64, 9223372036854775807, 2, 4611686018427387904",
        "64, 9223372036854775807, 9223372036854775807, 1",
        "64, 9223372036854775806, 9223372036854775807, 1",
        "32, 2147483647, 256, 8388608",
        "8, 127, 100, 2",
    })
    void ceilingDivisionRoundsUpWithoutOverflow(int bits, long dividend, long divisor, long expected) {
        assertThat(ceilDiv(bits, dividend, divisor)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "64, 0, 1",
        "64, 0, 256",
        "64, -1, 1",
        "64, -1, 256",
        "64, -257, 256",
        "64, -9223372036854775808, 1",
        "64, -9223372036854775808, 9223372036854775807",
        "8, -128, 3",
    })
    void ceilingDivisionOfNothingLaunchesNothing(int bits, long dividend, long divisor) {
        assertThat(ceilDiv(bits, dividend, divisor)).isLessThan(1);
    }

    private static long ceilDiv(int bits, long dividend, long divisor) {
        try (HostModule host = new HostModule("test", "x86_64-unknown-linux-gnu");
                IrModule module = new IrModule(host.raw())) {
            IrFunction function = module.addFunction(
                    "f", module.context().function(module.context().voidType(), List.of()), Linkage.EXTERNAL);
            try (IrBuilder builder = IrBuilder.atEnd(function.appendBlock("entry"), module.context())) {
                IrValue n = module.context().constant(bits, dividend);
                NumberChecks checks = new NumberChecks(module, builder, "test");
                Quantities quantities = new Quantities(module, builder, new SpecTypes(module), Map.of("n", n), checks);
                SpecNumber quantity = new SpecNumber.Operation(
                        Operator.CEILDIV, new SpecNumber.Named("n"), new SpecNumber.Constant(divisor));
                IrValue result = quantities.value(new Located<>(quantity, Position.START));
                assertThat(result.type().integerBits()).isEqualTo(64);
                return result.constantInteger().orElseThrow();
            }
        }
    }
}
