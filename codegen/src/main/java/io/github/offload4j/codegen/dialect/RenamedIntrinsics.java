package io.github.offload4j.codegen.dialect;

import java.util.List;
import java.util.Map;

/** Intrinsics that have only got another name, and those that are defined by other ones: {@link NewerFunctions}. */
final class RenamedIntrinsics implements Rule {
    /** The whole name; in NVPTX the barriers of a block, which its front ends write for every synchronisation. */
    private static final Map<String, String> OLDER = Map.of(
            "@llvm.nvvm.barrier.cta.sync.aligned.all", "@llvm.nvvm.barrier.n",
            "@llvm.nvvm.barrier.cta.sync.aligned.count", "@llvm.nvvm.barrier",
            "@llvm.nvvm.barrier.cta.sync.all", "@llvm.nvvm.barrier.sync",
            "@llvm.nvvm.barrier.cta.sync.count", "@llvm.nvvm.barrier.sync.cnt",
            "@llvm.thread.pointer.p0", "@llvm.thread.pointer",
            "@llvm.modf.f16", "@" + NewerFunctions.MODF + "f16",
            "@llvm.modf.f32", "@" + NewerFunctions.MODF + "f32",
            "@llvm.modf.f64", "@" + NewerFunctions.MODF + "f64");

    @Override
    public List<String> words() {
        return List.copyOf(OLDER.keySet());
    }

    @Override
    public int apply(Token token, Source source, Edits edits) {
        String older = OLDER.get(source.text(token.span()));
        if (older != null) {
            edits.replace(token.span(), older);
            edits.count(Rewriting.INTRINSIC_NAME);
        }
        return token.end();
    }

    /** Returns whether a name, without its sign, is one of those. */
    static boolean knows(String name) {
        return OLDER.containsKey("@" + name);
    }
}
