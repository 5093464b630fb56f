/** Emits offload calls, tables and device images into LLVM modules. */
module io.github.offload4j.codegen {
    requires transitive org.bytedeco.llvm;
    // for those who compile against this module; at run time nobody needs it
    requires static transitive org.jspecify;

    exports io.github.offload4j.codegen;
    exports io.github.offload4j.codegen.abi;
    exports io.github.offload4j.codegen.blas;
    exports io.github.offload4j.codegen.analysis;
    exports io.github.offload4j.codegen.fact;
    exports io.github.offload4j.codegen.analysis.site;
    exports io.github.offload4j.codegen.diagnostic;
    exports io.github.offload4j.codegen.dialect;
    exports io.github.offload4j.codegen.device;
    exports io.github.offload4j.codegen.image;
    exports io.github.offload4j.codegen.ir;
    exports io.github.offload4j.codegen.lower;
    exports io.github.offload4j.codegen.option;
    exports io.github.offload4j.codegen.signature;
}
