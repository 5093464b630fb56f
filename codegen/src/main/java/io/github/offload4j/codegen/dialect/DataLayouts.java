package io.github.offload4j.codegen.dialect;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Data layouts of GPUs, in which newer LLVMs say more. What becomes of one is LLVM 20's own, to the letter. */
final class DataLayouts implements Rule {
    /** How the layout of NVPTX ends, and how that of AMDGCN does. */
    private static final String NVPTX = "-v16:16-v32:32-n16:32:64";

    private static final String AMDGCN = "-S32-A5-G1-ni:7:8:9";

    private static final Set<String> NVPTX_NEWER = Set.of("p6:32:32", "i256:256");
    private static final Set<String> AMDGCN_NEWER = Set.of("m:e");
    private static final String BUFFER = "p8:128:128:128:48";
    private static final String OLDER_BUFFER = "p8:128:128";

    @Override
    public List<String> words() {
        return List.of("datalayout");
    }

    @Override
    public int apply(Token token, Source source, Edits edits) {
        int equals = source.skipBlank(token.end());
        int quote = source.skipBlank(equals + 1);
        if (source.at(equals) != '=' || source.at(quote) != '"') {
            return token.end();
        }
        Span layout = new Span(quote + 1, source.endOfString(quote) - 1);
        String given = source.text(layout);
        String older = older(given);
        if (!older.equals(given)) {
            edits.replace(layout, older);
            edits.count(Rewriting.DATA_LAYOUT);
        }
        return layout.to() + 1;
    }

    private static String older(String layout) {
        if (layout.endsWith(NVPTX)) {
            return without(layout, NVPTX_NEWER);
        }
        if (layout.endsWith(AMDGCN)) {
            return without(layout, AMDGCN_NEWER);
        }
        return layout;
    }

    private static String without(String layout, Set<String> newer) {
        return Arrays.stream(layout.split("-"))
                .filter(part -> !newer.contains(part))
                .map(part -> part.equals(BUFFER) ? OLDER_BUFFER : part)
                .collect(Collectors.joining("-"));
    }
}
