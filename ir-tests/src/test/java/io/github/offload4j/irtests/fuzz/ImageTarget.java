package io.github.offload4j.irtests.fuzz;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.github.offload4j.codegen.abi.RuntimeAbi;
import io.github.offload4j.codegen.diagnostic.OffloadException;
import io.github.offload4j.codegen.image.DeviceImage;
import io.github.offload4j.codegen.image.DeviceTarget;
import io.github.offload4j.codegen.image.ImageKind;
import io.github.offload4j.codegen.image.ImageRules;
import io.github.offload4j.codegen.image.OffloadBinary;
import io.github.offload4j.irtests.fixture.KernelSource;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** Device images, and binaries that hold some: what is read is written and read again as it is, the rest is refused. */
final class ImageTarget implements Target {
    @Override
    public List<String> corpus() {
        DeviceImage host = new KernelSource("saxpy").image("x86_64");
        DeviceImage amd = new KernelSource("slice").image("amdgcn:gfx90a");
        return Stream.of(
                        host.content(),
                        amd.content(),
                        OffloadBinary.write(List.of(host)),
                        OffloadBinary.write(List.of(host, amd)))
                .map(bytes -> new String(bytes, ISO_8859_1))
                .toList();
    }

    @Override
    public List<String> words() {
        return List.of();
    }

    @Override
    public String mutate(String input, Random random) {
        return new ByteMutator(random).mutate(input);
    }

    @Override
    public boolean feed(String input, Random random) {
        byte[] bytes = input.getBytes(ISO_8859_1);
        try {
            return OffloadBinary.isOffloadBinary(bytes) ? isReadAndWritten(bytes) : isTaken(bytes, random);
        } catch (OffloadException e) {
            return false;
        }
    }

    private static boolean isReadAndWritten(byte[] bytes) {
        List<DeviceImage> images = OffloadBinary.read(bytes);
        List<DeviceImage> again = OffloadBinary.read(OffloadBinary.write(images));
        for (int i = 0; i < images.size(); i++) {
            DeviceImage first = images.get(i);
            DeviceImage second = again.get(i);
            if (!first.target().equals(second.target()) || !first.kernels().equals(second.kernels())) {
                throw new AssertionError("written otherwise than read: " + first + ", " + second);
            }
        }
        images.forEach(ImageTarget::checkForAll);
        return !images.isEmpty();
    }

    private static boolean isTaken(byte[] bytes, Random random) {
        String target = random.nextBoolean() ? "x86_64" : "amdgcn:gfx90a";
        checkForAll(new DeviceImage(DeviceTarget.parse(target), ImageKind.OBJECT, bytes, List.of(), new byte[0]));
        return true;
    }

    private static void checkForAll(DeviceImage image) {
        for (RuntimeAbi abi : RuntimeAbi.values()) {
            ImageRules.check(image, abi);
        }
    }
}
