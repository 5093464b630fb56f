package io.github.offload4j.codegen.ir;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class AddressChainTest {
    @Test
    void aLongChainOfComputationsIsOneDistanceFromItsBase() {
        int length = 20_000;
        StringBuilder text = new StringBuilder("define void @f(ptr %p0) {\n");
        for (int i = 1; i <= length; i++) {
            text.append("  %p" + i + " = getelementptr i8, ptr %p" + (i - 1) + ", i64 1\n");
        }
        text.append("  ret void\n}\n");
        try (OwnedModule module = OwnedModule.parse(text.toString().getBytes(UTF_8), "chain.ll")) {
            IrFunction function = module.module().functions().get(0);
            List<IrInstruction> all = function.instructions();

            Address address = new AddressReader(module.module().layout())
                    .read(all.get(length - 1).value());

            assertThat(address.base()).isEqualTo(function.parameter(0));
            assertThat(address.offset()).isEqualTo(OptionalLong.of(length));
        }
    }
}
