package io.github.offload4j.codegen.ir;

/** What functions say about frame pointers, of which LLVM 22 knows one kind more. */
final class FramePointers {
    private static final String ATTRIBUTE = "frame-pointer";

    /** The register may be used for something else in leaf functions, which this LLVM never does there. */
    private static final String NEWER = "non-leaf-no-reserve";

    private static final String KNOWN = "non-leaf";

    private FramePointers() {}

    /** Says in this LLVM's words what a newer one has said: its verifier refuses words that it does not know. */
    static void translate(IrModule module) {
        for (IrFunction function : module.functions()) {
            if (Attributes.text(function, ATTRIBUTE).filter(NEWER::equals).isPresent()) {
                Attributes.addText(function, ATTRIBUTE, KNOWN, module.context());
            }
        }
    }
}
