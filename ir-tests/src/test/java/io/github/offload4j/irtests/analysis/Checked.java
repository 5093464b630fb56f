package io.github.offload4j.irtests.analysis;

import static org.bytedeco.llvm.global.LLVM.LLVMContextCreate;
import static org.bytedeco.llvm.global.LLVM.LLVMContextDispose;
import static org.bytedeco.llvm.global.LLVM.LLVMDisposeModule;

import io.github.offload4j.codegen.analysis.CheckOptions;
import io.github.offload4j.codegen.analysis.Finding;
import io.github.offload4j.codegen.analysis.OffloadChecker;
import io.github.offload4j.codegen.ir.ModuleReader;
import io.github.offload4j.codegen.ir.ModuleWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.bytedeco.llvm.LLVM.LLVMContextRef;
import org.bytedeco.llvm.LLVM.LLVMModuleRef;

/** Runs the checks on module texts. */
final class Checked {
    private Checked() {}

    static List<Finding> text(String module) {
        return text(module, Optional.empty(), CheckOptions.defaults());
    }

    static List<Finding> text(String module, Optional<String> kernels, CheckOptions options) {
        LLVMContextRef context = LLVMContextCreate();
        LLVMModuleRef host = ModuleReader.parse(context, module, "host");
        Optional<LLVMModuleRef> device = kernels.map(text -> ModuleReader.parse(context, text, "kernels"));
        try {
            String before = ModuleWriter.text(host);
            List<Finding> findings = OffloadChecker.check(host, device, options);
            if (!ModuleWriter.text(host).equals(before)) {
                throw new AssertionError("checking has changed the module");
            }
            return findings;
        } finally {
            device.ifPresent(m -> LLVMDisposeModule(m));
            LLVMDisposeModule(host);
            LLVMContextDispose(context);
        }
    }

    /** Returns findings as the comments of fault files have them. */
    static List<String> lines(List<Finding> findings, boolean chains) {
        List<String> lines = new ArrayList<>();
        for (Finding finding : findings) {
            String place = finding.location().map(Object::toString).orElse("function '" + finding.function() + "'");
            lines.add("expect: " + finding.severity().name().toLowerCase(Locale.ROOT) + ": "
                    + finding.check().optionName() + ": " + finding.message() + " at " + place);
            if (chains) {
                finding.chain()
                        .forEach(step -> lines.add("chain: " + step.text()
                                + step.location().map(l -> " at " + l).orElse("")));
            }
        }
        return lines;
    }
}
