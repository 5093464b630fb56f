package io.github.offload4j.codegen.analysis;

import io.github.offload4j.codegen.analysis.site.Launch;
import io.github.offload4j.codegen.analysis.site.OffloadImage;
import io.github.offload4j.codegen.analysis.site.OffloadSite;
import io.github.offload4j.codegen.fact.Quantity;
import java.math.BigInteger;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** {@link Check#LAUNCH_BOUNDS}: compares constant sizes of launches with what devices take. */
final class LaunchBoundsCheck implements SiteCheck {
    private static final List<String> DIMENSIONS = List.of("x", "y", "z");
    private static final String CLANG_KERNEL = "__omp_offloading_";
    private static final long UNSIGNED = 0xFFFF_FFFFL;

    private final CheckContext context;
    private final Set<DeviceKind> devices;
    private final boolean guessed;

    LaunchBoundsCheck(CheckContext context) {
        this.context = context;
        Set<DeviceKind> known = context.options().devices().orElseGet(() -> devices(context));
        this.guessed = known.isEmpty();
        this.devices = guessed ? EnumSet.of(DeviceKind.NVPTX, DeviceKind.AMDGPU) : known;
    }

    private static Set<DeviceKind> devices(CheckContext context) {
        Set<DeviceKind> kinds = new TreeSet<>();
        for (OffloadImage image : context.images()) {
            DeviceKind.of(image.format()).ifPresent(kinds::add);
        }
        return kinds;
    }

    @Override
    public void check(List<OffloadSite> sites) {
        for (OffloadSite site : sites) {
            for (Launch launch : site.launches()) {
                // a kernel that clang has outlined knows its own sizes: 0 and -1 leave them to it
                if (launch.kernel().filter(k -> k.startsWith(CLANG_KERNEL)).isEmpty()) {
                    check(launch);
                }
            }
        }
    }

    private void check(Launch launch) {
        for (int i = 0; i < DIMENSIONS.size(); i++) {
            checkZero(launch, launch.grid(), "grid", i);
            checkZero(launch, launch.block(), "block", i);
        }
        checkLimits(launch);
        checkProduct(launch, launch.grid(), launch.teams(), "grid");
        checkProduct(launch, launch.block(), launch.threads(), "block");
    }

    private void checkZero(Launch launch, List<Quantity> sizes, String what, int dimension) {
        if (!sizes.get(dimension).is(0)) {
            return;
        }
        String fact = "the " + what + " of kernel '" + name(launch) + "' is 0 in " + DIMENSIONS.get(dimension);
        if (dimension == 0) {
            report(launch, Severity.ERROR, fact + ", so no device can launch it; give at least 1");
        } else {
            report(launch, Severity.WARNING, fact + ", which the runtime takes as 1; give 1");
        }
    }

    private void checkLimits(Launch launch) {
        boolean fits = true;
        for (int i = 0; i < DIMENSIONS.size(); i++) {
            int dimension = i;
            checkLimit(
                    launch,
                    "the grid of kernel '" + name(launch) + "' has %s blocks in " + DIMENSIONS.get(i),
                    number(launch.grid().get(i)),
                    devices.stream()
                            .map(d -> new Limit(d, d.grid().get(dimension)))
                            .toList());
            fits &= checkLimit(
                    launch,
                    "the block of kernel '" + name(launch) + "' has %s threads in " + DIMENSIONS.get(i),
                    number(launch.block().get(i)),
                    devices.stream()
                            .map(d -> new Limit(d, d.block().get(dimension)))
                            .toList());
        }
        if (fits) {
            checkLimit(
                    launch,
                    "the block of kernel '" + name(launch) + "' has %s threads in all",
                    product(launch.block()),
                    devices.stream().map(d -> new Limit(d, d.threads())).toList());
        }
    }

    /**
     * The largest size that a kind of device takes.
     *
     * @param device the kind
     * @param largest the size
     */
    private record Limit(DeviceKind device, long largest) {}

    /** Returns whether the size is within the limits. */
    private boolean checkLimit(Launch launch, String fact, Optional<BigInteger> size, List<Limit> limits) {
        if (size.isEmpty()) {
            return true;
        }
        List<Limit> broken = limits.stream()
                .filter(limit -> size.get().compareTo(BigInteger.valueOf(limit.largest())) > 0)
                .toList();
        if (broken.isEmpty()) {
            return true;
        }
        // when nothing says which devices the program is for, only what no GPU takes is certainly wrong
        Severity severity = guessed && broken.size() < limits.size() ? Severity.WARNING : Severity.ERROR;
        Limit limit = broken.get(0);
        report(
                launch,
                severity,
                fact.formatted(size.get()) + "; " + limit.device() + " take at most " + limit.largest());
        return false;
    }

    /** Some front ends pass the product of the sizes, which may be more than its 32 bits hold. */
    private void checkProduct(Launch launch, List<Quantity> sizes, Quantity passed, String what) {
        Optional<BigInteger> product = product(sizes);
        boolean several = !sizes.get(1).is(1) || !sizes.get(2).is(1);
        if (product.isEmpty() || passed.known().isEmpty() || !several) {
            return;
        }
        boolean wraps = product.get().bitLength() > Integer.SIZE
                && product.get().intValue() == (int) passed.known().getAsLong()
                && !number(sizes.get(0)).equals(number(passed));
        if (wraps) {
            report(
                    launch,
                    Severity.ERROR,
                    "the sizes of the " + what + " of kernel '" + name(launch) + "' multiply to " + product.get()
                            + ", which wraps around in 32 bits; launch less");
        }
        if (product.get().bitLength() >= Long.SIZE) {
            report(
                    launch,
                    Severity.ERROR,
                    "the sizes of the " + what + " of kernel '" + name(launch) + "' multiply to " + product.get()
                            + ", more than 63 bits count; launch less");
        }
    }

    private static Optional<BigInteger> product(List<Quantity> sizes) {
        BigInteger product = BigInteger.ONE;
        for (Quantity size : sizes) {
            Optional<BigInteger> number = number(size);
            if (number.isEmpty()) {
                return Optional.empty();
            }
            // the runtime takes 0 in y and z as 1
            product = product.multiply(number.get().max(BigInteger.ONE));
        }
        return Optional.of(product);
    }

    /** The fields are unsigned. */
    private static Optional<BigInteger> number(Quantity size) {
        return size.known().isPresent()
                ? Optional.of(BigInteger.valueOf(size.known().getAsLong() & UNSIGNED))
                : Optional.empty();
    }

    private static String name(Launch launch) {
        return launch.kernel().orElse("unknown");
    }

    private void report(Launch launch, Severity severity, String message) {
        context.report(Check.LAUNCH_BOUNDS, severity, launch.call(), message);
    }
}
