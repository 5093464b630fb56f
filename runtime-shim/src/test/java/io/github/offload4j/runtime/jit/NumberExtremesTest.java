package io.github.offload4j.runtime.jit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.offload4j.runtime.embedded.EmbeddedOptions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The greater and the lesser of two numbers, as IEEE 754 of 2019 has them and rustc 1.96 and later emit them. */
class NumberExtremesTest {
    private static final String FUNCTIONS = """
        define float @max(float %a, float %b) {
          %m = call float @llvm.maximumnum.f32(float %a, float %b)
          ret float %m
        }
        define float @min(float %a, float %b) {
          %m = call float @llvm.minimumnum.f32(float %a, float %b)
          ret float %m
        }
        define float @max_of_any_zeros(float %a, float %b) {
          %m = call nsz float @llvm.maximumnum.f32(float %a, float %b)
          ret float %m
        }
        define float @min_in_vector(float %a, float %b) {
          %x = insertelement <2 x float> zeroinitializer, float %a, i32 1
          %y = insertelement <2 x float> zeroinitializer, float %b, i32 1
          %z = call <2 x float> @llvm.minimumnum.v2f32(<2 x float> %x, <2 x float> %y)
          %m = extractelement <2 x float> %z, i32 1
          ret float %m
        }
        declare float @llvm.maximumnum.f32(float, float)
        declare float @llvm.minimumnum.f32(float, float)
        declare <2 x float> @llvm.minimumnum.v2f32(<2 x float>, <2 x float>)
        """;

    @ParameterizedTest
    @CsvSource({
        "max, 1, 2, 2",
        "max, 2, 1, 2",
        "max, NaN, 1, 1",
        "max, 1, NaN, 1",
        "max, NaN, NaN, NaN",
        "max, -0.0, 0.0, 0.0",
        "max, 0.0, -0.0, 0.0",
        "min, 1, 2, 1",
        "min, 2, 1, 1",
        "min, NaN, 1, 1",
        "min, -0.0, 0.0, -0.0",
        "min, 0.0, -0.0, -0.0",
        "max_of_any_zeros, 1, 2, 2",
        "max_of_any_zeros, 2, 1, 2",
        "max_of_any_zeros, NaN, 1, 1",
        "max_of_any_zeros, 1, NaN, 1",
        "min_in_vector, 2, 1, 1",
        "min_in_vector, 1, NaN, 1",
    })
    void areThoseOfNumbers(String function, float left, float right, Float extreme) {
        try (OffloadRuntime runtime = OffloadRuntime.embedded(EmbeddedOptions.defaults());
                OffloadProgram program = OffloadJit.on(runtime).build().load(FUNCTIONS)) {
            assertThat(program.function(function).call(left, right).asFloat()).isEqualTo(extreme);
        }
    }
}
