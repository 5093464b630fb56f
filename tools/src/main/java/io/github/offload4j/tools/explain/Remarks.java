package io.github.offload4j.tools.explain;

import io.github.offload4j.codegen.analysis.site.OffloadSite;
import io.github.offload4j.codegen.diagnostic.TransferRemark;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Remarks, handed out to the sites that they are about. */
final class Remarks {
    private final List<TransferRemark> left;

    Remarks(List<TransferRemark> all) {
        left = new ArrayList<>(all);
    }

    /** Takes the first remark about a site that no other site has taken. */
    Optional<TransferRemark> take(OffloadSite site) {
        Optional<TransferRemark> own =
                left.stream().filter(remark -> isAbout(remark, site)).findFirst();
        own.ifPresent(left::remove);
        return own;
    }

    /** Returns what is about none of the sites so far, such as calls of functions that have sites. */
    List<TransferRemark> left() {
        return List.copyOf(left);
    }

    private static boolean isAbout(TransferRemark remark, OffloadSite site) {
        boolean callee = site.launches().stream()
                        .flatMap(launch -> launch.kernel().stream())
                        .anyMatch(remark.callee()::equals)
                || site.hostCalls().stream()
                        .flatMap(call -> call.callee().stream())
                        .anyMatch(function -> function.name().equals(remark.callee()));
        return callee
                && remark.function().equals(site.function().name())
                && remark.location().equals(site.location());
    }
}
