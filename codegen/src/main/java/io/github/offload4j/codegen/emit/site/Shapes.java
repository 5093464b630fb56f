package io.github.offload4j.codegen.emit.site;

import io.github.offload4j.codegen.signature.Extent;
import io.github.offload4j.codegen.signature.Member;
import io.github.offload4j.codegen.signature.Passing;
import io.github.offload4j.codegen.signature.Reach;
import java.util.List;

/** Whether structures with pointers are one or many. */
final class Shapes {
    private Shapes() {}

    /** Returns whether the number of structures is known only when the program runs, so that a function has to find them. */
    static boolean needMapper(Passing.Mapped mapped, Extents extents, String what) {
        return mapped.reach() instanceof Reach.Members inside
                && (isMany(mapped.extent(), extents, what) || anyMany(inside.members(), extents, what));
    }

    private static boolean anyMany(List<Member> members, Extents extents, String what) {
        return members.stream()
                .filter(member -> !member.members().isEmpty())
                .anyMatch(member -> isMany(member.extent(), extents, what) || anyMany(member.members(), extents, what));
    }

    /** Bytes that are counted one by one are one structure of a size that the program computes. */
    static boolean isMany(Extent extent, Extents extents, String what) {
        boolean counted = !(extent instanceof Extent.Bytes || extent instanceof Extent.Pointee);
        if (extent instanceof Extent.Section section
                && section.ranges().stream().allMatch(range -> range.count().is(1))) {
            return false;
        }
        return counted && extents.elementBytes(extent, what) > 1;
    }

    /** Returns the bytes of one of many structures, or 0 for a single one. */
    static long stride(Passing.Mapped mapped, Extents extents, String what) {
        return isMany(mapped.extent(), extents, what) ? extents.elementBytes(mapped.extent(), what) : 0;
    }
}
