package io.github.offload4j.codegen.abi;

/** Numbers and names that the runtime, clang's tools or the linker give a meaning to. */
public final class RuntimeConstants {
    /** Version of the kernel-arguments struct in runtimes 19 to 22: a hidden pointer precedes the kernel's arguments. */
    public static final int KERNEL_ARGUMENTS_VERSION = 3;

    /** Version of the same struct with which the runtime adds nothing, and the first argument is the module's own. */
    public static final int KERNEL_ARGUMENTS_VERSION_WITHOUT_HIDDEN = 2;

    /**
     * Version of the same struct in runtime 23: its last entry is a place for the hidden pointer, which follows the
     * kernel's arguments (LLVM's pull request 185989); kernels on hosts get the address of an array (205355).
     */
    public static final int KERNEL_ARGUMENTS_VERSION_WITH_PLACE = 5;

    /** What a kernel finds in its hidden pointer when the runtime has nothing to tell it: every bit set. */
    public static final long NO_LAUNCH_ENVIRONMENT = -1;

    /** Launch flags: none. Runtimes 19 to 22 launch a kernel without environment with exactly the asked sizes. */
    public static final long LAUNCH_FLAGS = 0;

    /**
     * Launch flag of runtime 23: the asked sizes, exactly, which every kernel without environment has to ask for (LLVM's
     * pull request 199483). Those before it pass over this bit. A later one splits it in two, one for blocks and one for
     * threads (211400); whether this remains one of them is not known, so there is no profile for that runtime.
     */
    public static final long STRICT_SIZES = 1L << 6;

    /**
     * A function that libomptarget exports from 23 on (LLVM's pull request 178774) and not before, by which a program finds
     * out when it starts which side of 23 it runs on.
     */
    public static final String SINCE_23 = "__tgt_register_rpc_callback";

    /** Trip count 0: no hint. */
    public static final long NO_TRIP_COUNT = 0;

    /** Flags of a source location, as clang writes them (KMPC). */
    public static final int IDENT_FLAGS = 2;

    /** The device number that stands for the default device. */
    public static final long DEFAULT_DEVICE = -1;

    /** The device number that rustc hands to {@code omp_get_mapped_ptr} whatever the site's device is. */
    public static final int RUSTC_MAPPED_POINTER_DEVICE = 0;

    /** Version of an entry in the new format. */
    public static final int ENTRY_VERSION = 1;

    /** Kind of an entry in the new format: OpenMP. */
    public static final int ENTRY_KIND_OPENMP = 1;

    /** Flags of the entry of a kernel, or of a variable that the runtime maps to its image's when it loads that. */
    public static final int ENTRY_FLAGS = 0;

    /** Largest grid size in x and largest size the runtime's signed consumers take, in blocks or threads. */
    public static final long MAXIMUM_DIMENSION = Integer.MAX_VALUE;

    /** Priority of the constructor that registers images; clang's tools use the same. */
    public static final int CONSTRUCTOR_PRIORITY = 101;

    /**
     * Priority of a constructor that must run before those that register images. Numbers up to 100 are set aside for the
     * implementation, which a compiler is part of.
     */
    public static final int EARLY_CONSTRUCTOR_PRIORITY = 100;

    /** Flag of {@code dlopen}: bind every symbol at once ({@code RTLD_NOW} on Linux). */
    public static final int BIND_NOW = 2;

    /**
     * The size of a mapping whose bytes do not fit 64 bits. No device has so much memory, and no mapped region contains it,
     * so the runtime stops the program wherever the pointer points; -1 would pass for a part of data mapped already.
     */
    public static final long IMPOSSIBLE_SIZE = Long.MIN_VALUE;

    /** Key of the module flag that lets LLVM's OpenMP pass look at the module. */
    public static final String OPENMP_MODULE_FLAG = "openmp";

    /** OpenMP 5.1, the value that clang and rustc give the flag. */
    public static final int OPENMP_MODULE_FLAG_VALUE = 51;

    /** LLVM's module flag behaviour "max", which the C API has no name for. */
    public static final int MODULE_FLAG_MAX = 7;

    /** Section of the names of offload entries. */
    public static final String ENTRY_NAME_SECTION = ".llvm.rodata.offloading";

    /** What the descriptor is called that a module registers itself with; linking puts a number behind it. */
    public static final String DESCRIPTOR_NAME = ".omp_offloading.descriptor";

    /** Section of offload binaries, which LLVM's tools take out of an object file again. */
    public static final String OFFLOADING_SECTION = ".llvm.offloading";

    /** Section of functions that run once at start. */
    public static final String STARTUP_SECTION = ".text.startup";

    /** Section of globals that exist for LLVM only. */
    public static final String METADATA_SECTION = "llvm.metadata";

    /** File descriptor of standard error. */
    public static final int STANDARD_ERROR = 2;

    /** {@code dlopen}: symbols are bound when they are first called. */
    public static final int LOAD_LAZY = 1;

    /** {@code dlopen}: finds a library that is loaded already, and loads none. */
    public static final int LOADED_ONLY = 4;

    /**
     * The variable of code for hosts that says what all such code of a process knows of its threads: a pointer, and a 64-bit
     * number that is 1 where a launch has one thread.
     */
    public static final String CORES_VARIABLE = "__offload4j_cores";

    /** Offset in {@link #CORES_VARIABLE} of the number, in bytes. */
    public static final int CORES_NUMBER_OFFSET = 8;

    /** The environment's variable that says how many threads a launch on the host has. */
    public static final String THREADS_ENVIRONMENT = "OFFLOAD4J_THREADS";

    /** Version 5 of AMD's code objects, as module flags and ROCm's libraries count; every runtime from 19 to 22 loads it. */
    public static final int AMD_CODE_OBJECT_VERSION = 500;

    /** How many bytes we pass by value for one parameter of a kernel; every GPU takes as many for all of them. */
    public static final int MOST_VALUE_BYTES = 4096;

    /** What programs say of a kernel that the runtime did not launch, in front of its name. */
    public static final String NOT_LAUNCHED = "the offload runtime did not launch kernel ";

    private RuntimeConstants() {}
}
