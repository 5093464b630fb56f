/**
 * Emits offload calls, tables and device images into LLVM modules.
 *
 * <p>The first group of packages is the API, and stays compatible within a major version. Package {@code ir} is exported
 * because values, types and functions of the API's records are its; beyond those and {@code ModuleReader.parse} it changes
 * as this library needs. What is
 * exported to named modules is theirs only.
 */
@SuppressWarnings("module") // the modules that get more than others are built after this one
module io.github.offload4j.codegen {
    requires transitive org.bytedeco.llvm;
    // for those who compile against this module; at run time nobody needs it
    requires static transitive org.jspecify;

    exports io.github.offload4j.codegen;
    exports io.github.offload4j.codegen.abi;
    exports io.github.offload4j.codegen.analysis;
    exports io.github.offload4j.codegen.device;
    exports io.github.offload4j.codegen.diagnostic;
    exports io.github.offload4j.codegen.dialect;
    exports io.github.offload4j.codegen.image;
    exports io.github.offload4j.codegen.library;
    exports io.github.offload4j.codegen.lower;
    exports io.github.offload4j.codegen.option;
    exports io.github.offload4j.codegen.signature;
    exports io.github.offload4j.codegen.ir;
    exports io.github.offload4j.codegen.analysis.site to
            io.github.offload4j.tools;
    exports io.github.offload4j.codegen.fact to
            io.github.offload4j.tools;
    exports io.github.offload4j.codegen.helper to
            io.github.offload4j.runtime;
}
