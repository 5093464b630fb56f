; Kernels that add 1 to the first integer of an array in ways that are hard to see, for one thread each.

; for (int *p = x; p != x + n; ++p) *p += 1; with p in a stack slot
define void @walk(ptr %x) "offload-kernel" {
entry:
  %slot = alloca ptr
  store ptr %x, ptr %slot
  %end = getelementptr i32, ptr %x, i64 16
  br label %test
test:
  %p = load ptr, ptr %slot
  %more = icmp ne ptr %p, %end
  br i1 %more, label %body, label %done
body:
  %v = load i32, ptr %p
  %w = add i32 %v, 1
  store i32 %w, ptr %p
  %next = getelementptr i32, ptr %p, i64 1
  store ptr %next, ptr %slot
  br label %test
done:
  ret void
}

; int *a[2] = {x, x}; *a[x[1] & 1] += 1;
define void @table(ptr %x) "offload-kernel" {
  %a = alloca [2 x ptr]
  %second = getelementptr ptr, ptr %a, i64 1
  store ptr %x, ptr %a
  store ptr %x, ptr %second
  %b = getelementptr i32, ptr %x, i64 1
  %c = load i32, ptr %b
  %d = and i32 %c, 1
  %s = getelementptr [2 x ptr], ptr %a, i64 0, i32 %d
  %p = load ptr, ptr %s
  %v = load i32, ptr %p
  %w = add i32 %v, 1
  store i32 %w, ptr %p
  ret void
}

; int *a = x, *b; memcpy(&b, &a, sizeof b); *b += 1;
define void @copied(ptr %x) "offload-kernel" {
  %a = alloca ptr
  %b = alloca ptr
  store ptr %x, ptr %a
  call void @llvm.memcpy.p0.p0.i64(ptr %b, ptr %a, i64 8, i1 false)
  %p = load ptr, ptr %b
  %v = load i32, ptr %p
  %w = add i32 %v, 1
  store i32 %w, ptr %p
  ret void
}

; a union of a pointer and an integer
define void @united(ptr %x) "offload-kernel" {
  %u = alloca i64
  %bits = ptrtoint ptr %x to i64
  store i64 %bits, ptr %u
  %p = load ptr, ptr %u
  %v = load i32, ptr %p
  %w = add i32 %v, 1
  store i32 %w, ptr %p
  ret void
}

; struct { long n; int *p; } s = {1, x}, t = s; *t.p += t.n;
define void @structure(ptr %x) "offload-kernel" {
  %s = alloca { i64, ptr }
  %t = alloca { i64, ptr }
  %n = getelementptr { i64, ptr }, ptr %s, i32 0, i32 0
  %p = getelementptr { i64, ptr }, ptr %s, i32 0, i32 1
  store i64 1, ptr %n
  store ptr %x, ptr %p
  %whole = load { i64, ptr }, ptr %s
  store { i64, ptr } %whole, ptr %t
  %q = getelementptr { i64, ptr }, ptr %t, i32 0, i32 1
  %r = load ptr, ptr %q
  %v = load i32, ptr %r
  %w = add i32 %v, 1
  store i32 %w, ptr %r
  ret void
}

; static int *same(int *p) { return p; }   *same(x) += 1;
define internal ptr @same(ptr %p) noinline {
  ret ptr %p
}
define void @returned(ptr %x) "offload-kernel" {
  %p = call ptr @same(ptr %x)
  %v = load i32, ptr %p
  %w = add i32 %v, 1
  store i32 %w, ptr %p
  ret void
}

; static void put(int **to, int *p) { *to = p; }   int *q; put(&q, x); *q += 1;
define internal void @put(ptr %to, ptr %p) noinline {
  store ptr %p, ptr %to
  ret void
}
define void @handed(ptr %x) "offload-kernel" {
  %q = alloca ptr
  call void @put(ptr %q, ptr %x)
  %p = load ptr, ptr %q
  %v = load i32, ptr %p
  %w = add i32 %v, 1
  store i32 %w, ptr %p
  ret void
}

; the address as a number, rounded down to what it is anyway
define void @masked(ptr %x) "offload-kernel" {
  %bits = ptrtoint ptr %x to i64
  %rounded = and i64 %bits, -4
  %p = inttoptr i64 %rounded to ptr
  %v = load i32, ptr %p
  %w = add i32 %v, 1
  store i32 %w, ptr %p
  ret void
}

; a vector of two addresses, of which the first is written through
define void @scattered(ptr %x) "offload-kernel" {
  %one = insertelement <2 x ptr> poison, ptr %x, i32 0
  %two = insertelement <2 x ptr> %one, ptr %x, i32 1
  %p = extractelement <2 x ptr> %two, i32 0
  %v = load i32, ptr %p
  %w = add i32 %v, 1
  store i32 %w, ptr %p
  ret void
}

; the pointer is atomically swapped into a slot and out of it
define void @swapped(ptr %x) "offload-kernel" {
  %slot = alloca ptr
  store ptr null, ptr %slot
  %before = atomicrmw xchg ptr %slot, ptr %x monotonic
  %p = load ptr, ptr %slot
  %v = load i32, ptr %p
  %w = add i32 %v, 1
  store i32 %w, ptr %p
  ret void
}

; what optnone keeps from being looked at
define void @unoptimised(ptr %x) "offload-kernel" optnone noinline {
  %slot = alloca ptr
  store ptr %x, ptr %slot
  %p = load ptr, ptr %slot
  %v = load i32, ptr %p
  %w = add i32 %v, 1
  store i32 %w, ptr %p
  ret void
}

; what may look like the second array is the first
define void @chosen(ptr %x) "offload-kernel" {
entry:
  %other = alloca i32
  store i32 0, ptr %other
  %v = load i32, ptr %x
  %never = icmp eq i32 %v, -1234567
  br i1 %never, label %a, label %b
a:
  br label %b
b:
  %p = phi ptr [ %x, %entry ], [ %other, %a ]
  %u = load i32, ptr %p
  %w = add i32 %u, 1
  store i32 %w, ptr %p
  ret void
}

; the plain kernel that the host's side of the programs launches
define void @increment(ptr %x) "offload-kernel" {
  %v = load i32, ptr %x
  %w = add i32 %v, 1
  store i32 %w, ptr %x
  ret void
}

declare void @llvm.memcpy.p0.p0.i64(ptr, ptr, i64, i1)
