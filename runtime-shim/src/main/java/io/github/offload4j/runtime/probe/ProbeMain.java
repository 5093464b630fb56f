package io.github.offload4j.runtime.probe;

import io.github.offload4j.codegen.diagnostic.OffloadException;
import io.github.offload4j.runtime.nativecode.CallSignature;
import io.github.offload4j.runtime.nativecode.NativeCalls;
import io.github.offload4j.runtime.nativecode.NativeLibrary;
import io.github.offload4j.runtime.nativecode.NativeType;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * The process that asks: loads the libomptarget that its argument names, and prints how many devices it has.
 * What a device is like the runtime itself prints, at the end of the process.
 */
public final class ProbeMain {
    static final String COUNT = "offload4j devices ";
    static final String END = "offload4j end";

    private static final CallSignature NOTHING = CallSignature.of(NativeType.VOID);
    private static final CallSignature COUNT_DEVICES = CallSignature.of(NativeType.I32);
    private static final CallSignature PRINT_DEVICE = CallSignature.of(NativeType.I32, NativeType.I64);

    private ProbeMain() {}

    /**
     * Prints the devices.
     *
     * @param arguments the library's path
     */
    public static void main(String[] arguments) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        try {
            // closing it would stop the runtime, and the process ends anyway
            NativeLibrary library = NativeLibrary.open(Path.of(arguments[0]));
            NativeCalls.callLibrary(NOTHING, require(library, "__tgt_rtl_init"));
            NativeCalls.callLibrary(NOTHING, require(library, "__tgt_init_all_rtls"));
            int count = (int) NativeCalls.callLibrary(COUNT_DEVICES, require(library, "omp_get_num_devices"));
            out.println(COUNT + count);
            for (int device = 0; device < count; device++) {
                NativeCalls.callLibrary(PRINT_DEVICE, require(library, "__tgt_print_device_info"), device);
            }
            out.println(END);
        } catch (OffloadException e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
        System.exit(0);
    }

    private static long require(NativeLibrary library, String symbol) {
        return library.find(symbol)
                .orElseThrow(() -> new OffloadException(
                        OffloadException.Reason.RUNTIME_LIBRARY, library.path() + " has no '" + symbol + "'"));
    }
}
