package io.github.offload4j.codegen.ir;

import static org.bytedeco.llvm.global.LLVM.LLVMDebugMetadataVersion;
import static org.bytedeco.llvm.global.LLVM.LLVMParseCommandLineOptions;
import static org.bytedeco.llvm.global.LLVM.LLVMStripModuleDebugInfo;

import java.util.OptionalLong;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.PointerPointer;
import org.bytedeco.llvm.LLVM.LLVMModuleRef;

/**
 * What LLVM's readers do with debug information, made safe.
 *
 * <p>When a module has debug information, LLVM's readers verify it, and end the process when it is not well formed. An
 * option of LLVM's, which holds for the whole process, keeps them from it. It is set only while this library reads.
 */
final class DebugInfoUpgrade {
    private static final String OPTION = "--disable-auto-upgrade-debug-info=";
    private static final String VERSION_FLAG = "Debug Info Version";
    private static final Object LOCK = new Object();

    private static int readers;

    private DebugInfoUpgrade() {}

    /** Keeps LLVM from verifying what it reads, until {@link #resume()}. */
    static void suspend() {
        synchronized (LOCK) {
            if (readers++ == 0) {
                setDisabled(true);
            }
        }
    }

    /** Ends what {@link #suspend()} began. */
    static void resume() {
        synchronized (LOCK) {
            if (--readers == 0) {
                setDisabled(false);
            }
        }
    }

    /** Drops debug information of a version that this LLVM does not know, as its readers would have done. */
    static void dropUnknownVersion(LLVMModuleRef module) {
        try (IrModule view = new IrModule(module)) {
            OptionalLong version = ModuleFlags.integer(view, VERSION_FLAG);
            if (version.isEmpty() || version.getAsLong() != LLVMDebugMetadataVersion()) {
                LLVMStripModuleDebugInfo(module);
            }
        }
    }

    private static void setDisabled(boolean disabled) {
        try (BytePointer program = Utf8.encode("offload4j");
                BytePointer option = Utf8.encode(OPTION + disabled);
                BytePointer overview = Utf8.encode("");
                PointerPointer<BytePointer> arguments = new PointerPointer<>(program, option)) {
            LLVMParseCommandLineOptions(2, arguments, overview);
        }
    }
}
