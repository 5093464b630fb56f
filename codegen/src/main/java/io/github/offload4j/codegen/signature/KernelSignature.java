package io.github.offload4j.codegen.signature;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A kernel's symbol and the types of its parameters, the hidden first one left out.
 *
 * @param name the symbol
 * @param parameterTypes LLVM's spelling of each: {@code ptr}, {@code i64}, {@code float} and so on; {@code [12 x i8]} for a
 *     structure, an array or a vector of 12 bytes by value
 */
public record KernelSignature(String name, List<String> parameterTypes) {
    private static final String POINTER = "ptr";

    /** What fills a slot with bytes of which nobody knows what they are. */
    private static final String BYTES = "";

    private static final Pattern VALUE = Pattern.compile("\\[(\\d{1,9}) x i8]");
    private static final Pattern INTEGER = Pattern.compile("i(\\d{1,9})");

    /** Copies the list. */
    public KernelSignature {
        Objects.requireNonNull(parameterTypes, "parameterTypes is null");
        Objects.requireNonNull(name, "name is null");
        parameterTypes = List.copyOf(parameterTypes);
    }

    /**
     * Returns whether a launch fills every parameter with what the kernel takes it for. Compilers split structures in
     * different ways, so bytes by value fit anything of their size.
     *
     * @throws NullPointerException when the launch is null
     */
    public boolean takes(KernelSignature launch) {
        Objects.requireNonNull(launch, "launch is null");
        List<String> own = slots();
        List<String> given = launch.slots();
        boolean fits = own.size() == given.size();
        for (int i = 0; fits && i < own.size(); i++) {
            fits = fits(own.get(i), given.get(i));
        }
        return fits;
    }

    private static boolean fits(String own, String given) {
        boolean bytes = own.equals(BYTES) || given.equals(BYTES);
        return own.equals(given) || (bytes && !own.equals(POINTER) && !given.equals(POINTER));
    }

    /** Returns what each of the runtime's 8 bytes for an argument holds. */
    private List<String> slots() {
        List<String> slots = new ArrayList<>();
        for (String type : parameterTypes) {
            Matcher value = VALUE.matcher(type);
            Matcher integer = INTEGER.matcher(type);
            if (value.matches()) {
                addBytes(slots, Long.parseLong(value.group(1)));
            } else if (integer.matches() && Integer.parseInt(integer.group(1)) > Long.SIZE) {
                addBytes(slots, (Long.parseLong(integer.group(1)) + 7) / 8);
            } else {
                slots.add(type);
            }
        }
        return slots;
    }

    private static void addBytes(List<String> slots, long bytes) {
        for (long i = 0; i < bytes; i += Long.BYTES) {
            slots.add(BYTES);
        }
    }

    /** Returns for example {@code saxpy(i64, float, ptr, ptr)}. */
    @Override
    public String toString() {
        return name + "(" + String.join(", ", parameterTypes) + ")";
    }
}
