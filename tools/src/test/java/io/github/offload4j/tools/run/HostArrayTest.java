package io.github.offload4j.tools.run;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HostArrayTest {
    @Test
    void aShortArrayIsShownWhole() {
        HostArray array = HostArray.of(ElementType.F32, 3);
        array.put(1, 2.5);
        array.put(2, -1);
        assertThat(array).hasToString("3 f32: 0 2.5 -1; sum 1.5, crc32 44d7ad46");
    }

    @Test
    void aLongArrayIsShownByItsEnds() {
        HostArray array = HostArray.of(ElementType.I32, 1000);
        for (int i = 0; i < 1000; i++) {
            array.put(i, i);
        }
        assertThat(array.toString()).startsWith("1000 i32: 0 1 2 3 … 996 997 998 999; sum 499500, crc32 ");
    }

    @Test
    void bytesAreLowestFirstAndReadBackTheSame() {
        HostArray array = HostArray.of(ElementType.I64, 1);
        array.put(0, 0x0102030405060708L);
        assertThat(array.bytes()).containsExactly(8, 7, 6, 5, 4, 3, 2, 1);
        assertThat(HostArray.ofBytes(ElementType.I64, array.bytes()).get(0)).isEqualTo(0x0102030405060708L);
    }
}
