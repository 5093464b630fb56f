package io.github.offload4j.irtests.run;

import io.github.offload4j.codegen.OffloadArguments;
import io.github.offload4j.codegen.OffloadCall;
import io.github.offload4j.codegen.signature.Access;
import io.github.offload4j.codegen.signature.Amount;
import io.github.offload4j.codegen.signature.Device;
import io.github.offload4j.codegen.signature.Extent;
import io.github.offload4j.codegen.signature.Formula;
import io.github.offload4j.codegen.signature.Member;
import io.github.offload4j.codegen.signature.Range;

/** Structures, alone and in arrays, whose members have counts that are computed, or are parts of arrays. */
final class MemberSites implements SiteFamily {
    private static final String MATRIX = "{ i64, i64, ptr }";
    private static final Formula ROWS = Formula.field(0, Long.SIZE);
    private static final Formula COLUMNS = Formula.field(8, Long.SIZE);
    private static final Amount ONE = Amount.of(1);
    private static final Amount NONE = Amount.of(0);
    private static final int VALUES = 16;

    @Override
    public String driver() {
        return "members.c";
    }

    @Override
    public String text() {
        return """
            declare void @add_to_matrices(ptr, i64)
            declare void @add_to_some_matrices(ptr, i64, i64)
            declare void @add_to_one_of(ptr, i64)
            declare void @add_to_row(ptr, i64)
            declare void @add_to_inner(ptr, i64)
            declare void @add_to_forest(ptr)
            declare void @add_to_counted(ptr, i64)

            define void @run_matrix(ptr %matrix, i64 %one) {
              ret void
            }
            define void @run_matrices(ptr %matrices, i64 %n) {
              ret void
            }
            define void @run_some_matrices(ptr %matrices, i64 %first, i64 %n) {
              ret void
            }
            define void @run_row(ptr %matrix, i64 %row) {
              ret void
            }
            define void @run_inner(ptr %matrices, i64 %n) {
              ret void
            }
            define void @run_forest(ptr %forest) {
              ret void
            }
            define void @run_one_of(ptr %matrices, i64 %which, i64 %n) {
              ret void
            }
            define void @run_counted(ptr %values, i64 %n, i64 %m) {
              ret void
            }
            define void @enter_matrix(ptr %matrix) {
              ret void
            }
            define void @enter_matrices(ptr %matrices, i64 %n) {
              ret void
            }
            define void @add_matrices(ptr %matrices, i64 %n) {
              ret void
            }
            define void @fetch_column(ptr %matrix, i64 %column) {
              ret void
            }
            define void @fetch_columns(ptr %matrices, i64 %n) {
              ret void
            }
            define void @fetch_every_second(ptr %matrices, i64 %n) {
              ret void
            }
            define void @fetch_block(ptr %matrix) {
              ret void
            }
            define void @leave_matrices(ptr %matrices, i64 %n) {
              ret void
            }
            """;
    }

    private static Member values(Access access, Extent extent) {
        return Member.of(VALUES, access, extent);
    }

    private static Extent all() {
        return Extent.count(ROWS.times(COLUMNS), "double");
    }

    private static Extent part(Range... ranges) {
        return Extent.section("double", ranges);
    }

    private static Range range(Formula offset, Formula count, Formula stride) {
        return new Range(Amount.of(offset), Amount.of(count), Amount.of(stride));
    }

    @Override
    public void emit(EmittedModule module) {
        Place one = module.in("run_matrix");
        one.call(OffloadCall.to(module.function("add_to_matrices"))
                .host(true)
                .map(one.value("matrix"), Access.TO, Extent.of(MATRIX))
                .member(values(Access.TOFROM, all()))
                .value(one.value("one")));
        Place many = module.in("run_matrices");
        many.call(OffloadCall.to(module.function("add_to_matrices"))
                .host(true)
                .map(many.value("matrices"), Access.TO, Extent.count(many.value("n"), MATRIX))
                .member(values(Access.TOFROM, all()))
                .value(many.value("n")));
        Place some = module.in("run_some_matrices");
        Range chosen = new Range(Amount.of(some.value("first")), Amount.of(some.value("n")), ONE);
        some.call(OffloadCall.to(module.function("add_to_some_matrices"))
                .host(true)
                .map(some.value("matrices"), Access.TO, Extent.section(MATRIX, chosen))
                .member(values(Access.TOFROM, all()))
                .value(some.value("first"))
                .value(some.value("n")));
        Place row = module.in("run_row");
        Amount begin = Amount.of(Formula.of(row.value("row")).times(COLUMNS));
        row.call(OffloadCall.to(module.function("add_to_row"))
                .host(true)
                .map(row.value("matrix"), Access.TO, Extent.of(MATRIX))
                .member(values(Access.TOFROM, part(new Range(begin, Amount.of(COLUMNS), ONE))))
                .value(row.value("row")));
        Place inner = module.in("run_inner");
        Amount width = Amount.of(ROWS.times(COLUMNS).minus(Formula.of(2)).max(Formula.of(0)));
        inner.call(OffloadCall.to(module.function("add_to_inner"))
                .host(true)
                .map(inner.value("matrices"), Access.TO, Extent.count(inner.value("n"), MATRIX))
                .member(values(Access.TOFROM, part(new Range(ONE, width, ONE))))
                .value(inner.value("n")));
        Place forest = module.in("run_forest");
        forest.call(OffloadCall.to(module.function("add_to_forest"))
                .host(true)
                .map(forest.value("forest"), Access.TO, Extent.of(MATRIX))
                .member(Member.of(
                                VALUES,
                                Access.TO,
                                Extent.section(MATRIX, new Range(Amount.of(ROWS), Amount.of(COLUMNS), ONE)))
                        .with(values(Access.TOFROM, all()))));
        Place only = module.in("run_one_of");
        Range which = new Range(Amount.of(only.value("which")), ONE, ONE);
        only.call(OffloadCall.to(module.function("add_to_one_of"))
                .host(true)
                .map(only.value("matrices"), Access.TO, Extent.section(MATRIX, which))
                .member(values(Access.TOFROM, Extent.count(only.value("n"), "double")))
                .value(only.value("which")));
        Place counted = module.in("run_counted");
        Formula count =
                Formula.of(counted.value("n")).ceilDividedBy(Formula.of(2)).plus(Formula.of(counted.value("m")));
        counted.call(OffloadCall.to(module.function("add_to_counted"))
                .host(true)
                .map(counted.value("values"), Access.TOFROM, Extent.count(count, "double"))
                .value(counted.value("n")));
        emitLiving(module);
    }

    private static void emitLiving(EmittedModule module) {
        Place one = module.in("enter_matrix");
        module.offload().enter(one.builder(), "one", matrix(one, Access.TO, all()), Device.DEFAULT);
        Place enter = module.in("enter_matrices");
        module.offload().enter(enter.builder(), "many", matrices(enter, Access.TO, all()), Device.DEFAULT);
        Place add = module.in("add_matrices");
        add.call(OffloadCall.to(module.function("add_to_matrices"))
                .host(true)
                .map(add.value("matrices"), Access.TO, Extent.count(add.value("n"), MATRIX))
                .value(add.value("n")));
        Place column = module.in("fetch_column");
        Range down = new Range(Amount.of(column.value("column")), Amount.of(ROWS), Amount.of(COLUMNS));
        module.offload().update(column.builder(), matrix(column, Access.FROM, part(down)), Device.DEFAULT);
        Place columns = module.in("fetch_columns");
        Extent first = part(range(Formula.of(1), ROWS, COLUMNS));
        module.offload().update(columns.builder(), matrices(columns, Access.FROM, first), Device.DEFAULT);
        Place second = module.in("fetch_every_second");
        Range every = new Range(NONE, Amount.of(second.value("n")), Amount.of(2));
        OffloadArguments half = OffloadArguments.builder()
                .map(second.value("matrices"), Access.TO, Extent.section(MATRIX, every))
                .member(values(Access.FROM, all()))
                .build();
        module.offload().update(second.builder(), half, Device.DEFAULT);
        Place block = module.in("fetch_block");
        // of 2 by 3 by 4 values the inner ones with even numbers
        Extent cube = part(Range.of(0, 2, 12), Range.of(4, 2, 4), Range.of(0, 2, 2));
        module.offload().update(block.builder(), matrix(block, Access.FROM, cube), Device.DEFAULT);
        Place leave = module.in("leave_matrices");
        module.offload().exit(leave.builder(), "left", left(leave), Device.DEFAULT);
    }

    private static OffloadArguments matrix(Place place, Access access, Extent extent) {
        return OffloadArguments.builder()
                .map(place.value("matrix"), Access.TO, Extent.of(MATRIX))
                .member(values(access, extent))
                .build();
    }

    private static OffloadArguments matrices(Place place, Access access, Extent extent) {
        return OffloadArguments.builder()
                .map(place.value("matrices"), Access.TO, Extent.count(place.value("n"), MATRIX))
                .member(values(access, extent))
                .build();
    }

    private static OffloadArguments left(Place place) {
        return OffloadArguments.builder()
                .map(place.value("matrices"), Access.ALLOC, Extent.count(place.value("n"), MATRIX))
                .member(values(Access.ALLOC, all()))
                .build();
    }
}
