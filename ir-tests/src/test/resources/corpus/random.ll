; What programs made by chance call, beside what they do themselves.

@g = internal global [16 x i32] zeroinitializer

define void @rw(ptr %x, i32 %k) noinline nounwind {
start:
  br label %loop
loop:
  %i = phi i64 [ 0, %start ], [ %n, %loop ]
  %p = getelementptr i32, ptr %x, i64 %i
  %v = load i32, ptr %p
  %m = mul i32 %v, 3
  %w = add i32 %m, %k
  store i32 %w, ptr %p
  %n = add i64 %i, 1
  %more = icmp ult i64 %n, 16
  br i1 %more, label %loop, label %end
end:
  ret void
}
define void @mix(ptr %d, ptr %x) noinline nounwind {
start:
  br label %loop
loop:
  %i = phi i64 [ 0, %start ], [ %n, %loop ]
  %p = getelementptr i32, ptr %d, i64 %i
  %q = getelementptr i32, ptr %x, i64 %i
  %v = load i32, ptr %p
  %u = load i32, ptr %q
  %m = mul i32 %v, 5
  %w = add i32 %m, %u
  store i32 %w, ptr %p
  %n = add i64 %i, 1
  %more = icmp ult i64 %n, 16
  br i1 %more, label %loop, label %end
end:
  ret void
}
define void @fill(ptr %x, i32 %k) noinline nounwind {
start:
  br label %loop
loop:
  %i = phi i64 [ 0, %start ], [ %n, %loop ]
  %p = getelementptr i32, ptr %x, i64 %i
  %t = trunc i64 %i to i32
  %w = mul i32 %t, %k
  store i32 %w, ptr %p
  %n = add i64 %i, 1
  %more = icmp ult i64 %n, 16
  br i1 %more, label %loop, label %end
end:
  ret void
}
define void @poke(ptr %x, i32 %k) noinline nounwind {
  %i = and i32 %k, 15
  %p = getelementptr i32, ptr %x, i32 %i
  %v = load i32, ptr %p
  %w = add i32 %v, %k
  store i32 %w, ptr %p
  ret void
}
define void @scratch(ptr %d, ptr %x) noinline nounwind {
  call void @rw(ptr %x, i32 1)
  call void @mix(ptr %d, ptr %x)
  ret void
}
define i32 @next(ptr %state) noinline nounwind willreturn {
  %old = load i32, ptr %state
  %m = mul i32 %old, 1103515245
  %new = add i32 %m, 12345
  store i32 %new, ptr %state
  %r = lshr i32 %new, 16
  ret i32 %r
}

; Memory that is given twice, by what is no allocator although it is called like one.
@backing = internal global [16 x i32] zeroinitializer

define internal ptr @malloc(i64 %bytes) noinline nounwind {
  ret ptr @backing
}

; Allocators: one says so, one says only that nobody else has what it returns.
declare ptr @fresh(i64) nounwind allockind("alloc,zeroed") allocsize(0) "alloc-family"="fresh"
declare noalias ptr @own(i64) nounwind

; The end of the data is what these get.
define internal i32 @last(ptr captures(none) readonly %end) noinline nounwind memory(argmem: read) {
  %p = getelementptr i32, ptr %end, i64 -1
  %v = load i32, ptr %p
  ret i32 %v
}
define internal void @set_last(ptr captures(none) %end, i32 %k) noinline nounwind {
  %p = getelementptr i32, ptr %end, i64 -1
  store i32 %k, ptr %p
  ret void
}

define internal void @all(i32 %count, ...) noinline nounwind {
  %list = alloca [4 x i64], align 16
  call void @llvm.va_start.p0(ptr %list)
  %p = va_arg ptr %list, ptr
  %q = va_arg ptr %list, ptr
  %v = load i32, ptr %p
  %w = add i32 %v, %count
  store i32 %w, ptr %p
  %u = load i32, ptr %q
  %t = add i32 %u, 1
  store i32 %t, ptr %q
  call void @llvm.va_end.p0(ptr %list)
  ret void
}
declare void @llvm.va_start.p0(ptr)
declare void @llvm.va_end.p0(ptr)

; Anybody may replace it.
define weak void @weak(ptr %x, i32 %k) noinline nounwind {
  store i32 %k, ptr %x
  ret void
}

define internal void @through(ptr %slots, i32 %i) noinline nounwind {
  %k = and i32 %i, 3
  %slot = getelementptr ptr, ptr %slots, i32 %k
  %p = load ptr, ptr %slot
  %v = load i32, ptr %p
  %w = add i32 %v, 5
  store i32 %w, ptr %p
  ret void
}

; Reads and writes that have to be found: callees of library calls.
define void @walk(ptr %x, i32 %k) noinline nounwind {
start:
  %slot = alloca ptr
  store ptr %x, ptr %slot
  %end = getelementptr i32, ptr %x, i64 16
  br label %loop
loop:
  %p = load ptr, ptr %slot
  %v = load i32, ptr %p
  %w = add i32 %v, %k
  store i32 %w, ptr %p
  %n = getelementptr i32, ptr %p, i64 1
  store ptr %n, ptr %slot
  %more = icmp ne ptr %n, %end
  br i1 %more, label %loop, label %done
done:
  ret void
}
define void @choose(ptr %d, ptr %x) noinline nounwind {
  %table = alloca [2 x ptr]
  %second = getelementptr ptr, ptr %table, i64 1
  store ptr %d, ptr %table
  store ptr %x, ptr %second
  %v = load i32, ptr %d
  %k = and i32 %v, 1
  %slot = getelementptr ptr, ptr %table, i32 %k
  %p = load ptr, ptr %slot
  %q = getelementptr i32, ptr %p, i64 3
  store i32 %v, ptr %q
  ret void
}
define void @copied(ptr %d, ptr %x) noinline nounwind {
  %table = alloca [2 x ptr]
  %copy = alloca [2 x ptr]
  %second = getelementptr ptr, ptr %table, i64 1
  store ptr %d, ptr %table
  store ptr %x, ptr %second
  call void @llvm.memcpy.p0.p0.i64(ptr %copy, ptr %table, i64 16, i1 false)
  %p = load ptr, ptr %copy
  %slot = getelementptr i64, ptr %copy, i64 1
  %number = load i64, ptr %slot
  %q = inttoptr i64 %number to ptr
  %v = load i32, ptr %p
  %u = load i32, ptr %q
  %w = add i32 %v, %u
  store i32 %w, ptr %q
  store i32 %u, ptr %p
  ret void
}
define void @passed_on(ptr %d, ptr %x) noinline nounwind {
  call void (i32, ...) @all(i32 2, ptr %x, ptr %d)
  ret void
}
define void @by_weak(ptr %x, i32 %k) noinline nounwind {
  %p = getelementptr i32, ptr %x, i64 2
  call void @weak(ptr %p, i32 %k)
  ret void
}
define void @ends(ptr %d, ptr %x) noinline nounwind {
  %p = getelementptr i32, ptr %d, i64 16
  %q = getelementptr i32, ptr %x, i64 16
  %v = call i32 @last(ptr %q)
  call void @set_last(ptr %p, i32 %v)
  ret void
}
define i32 @checksum(ptr %x) noinline nounwind {
start:
  br label %loop
loop:
  %i = phi i64 [ 0, %start ], [ %n, %loop ]
  %sum = phi i32 [ 0, %start ], [ %new, %loop ]
  %p = getelementptr i32, ptr %x, i64 %i
  %v = load i32, ptr %p
  %m = mul i32 %sum, 31
  %new = add i32 %m, %v
  %n = add i64 %i, 1
  %more = icmp ult i64 %n, 16
  br i1 %more, label %loop, label %end
end:
  ret i32 %new
}
declare void @llvm.memcpy.p0.p0.i64(ptr, ptr, i64, i1)
declare void @llvm.memset.p0.i64(ptr, i8, i64, i1)
declare void @omp_set_default_device(i32) nounwind willreturn memory(inaccessiblemem: readwrite)
declare i32 @omp_get_default_device() nounwind willreturn memory(read)
declare i32 @omp_target_is_present(ptr captures(none), i32) nounwind willreturn memory(argmem: read)
declare void @k_rw(ptr, i32)
declare void @k_mix(ptr, ptr)
declare void @k_fill(ptr, i32)
declare void @k_walk(ptr, i32)
declare void @k_choose(ptr, ptr)
declare void @k_copied(ptr, ptr)
