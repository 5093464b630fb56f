package io.github.offload4j.codegen.dialect;

import java.util.List;

/**
 * The table of all that came after LLVM 20, but for words that are known by how they begin: numbers of {@link HexFloats},
 * and types of bytes.
 */
final class Rules {
    /** Stands for the word in front of a declared function, at which nothing is to be done. */
    static final Rule DECLARATION = new Rule() {
        @Override
        public List<String> words() {
            return List.of("declare");
        }

        @Override
        public int apply(Token token, Source source, Edits edits) {
            return token.end();
        }
    };

    static final List<Rule> ALL = List.of(
            DECLARATION,
            new DroppedWord(Rewriting.NO_CREATE_UNDEF, "nocreateundeforpoison"),
            new DroppedWord(Rewriting.DEAD_ON_RETURN, "dead_on_return"),
            new DroppedWord(Rewriting.SANITIZE_ALLOC_TOKEN, "sanitize_alloc_token"),
            new CapturesNone(),
            new MemoryKinds(),
            new Lifetimes(),
            new MaskedAccesses(),
            new RenamedIntrinsics(),
            new RenamedWord(Rewriting.PTRTOADDR, "ptrtoaddr", "ptrtoint"),
            new DataLayouts(),
            new DroppedFields(),
            new LabelFields(),
            new NameFlags(),
            new SourceLanguages(),
            new DebugTypes(),
            new DebugRecords(),
            RefusedWords.RULE,
            new RefusedAtomics(),
            new RefusedSignatures());

    private Rules() {}
}
