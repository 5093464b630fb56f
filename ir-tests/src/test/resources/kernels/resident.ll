; Kernels over arrays of 64 numbers, one thread an element, for programs whose data can stay on the device.

declare i32 @offload.thread.id(i32)

define void @scale(ptr noalias %x, float %a) "offload-kernel" {
  %i = call i32 @offload.thread.id(i32 0)
  %p = getelementptr float, ptr %x, i32 %i
  %v = load float, ptr %p
  %w = fmul float %v, %a
  store float %w, ptr %p
  ret void
}

define void @axpy(ptr noalias %y, ptr noalias %x, float %a) "offload-kernel" {
  %i = call i32 @offload.thread.id(i32 0)
  %p = getelementptr float, ptr %x, i32 %i
  %q = getelementptr float, ptr %y, i32 %i
  %v = load float, ptr %p
  %u = load float, ptr %q
  %m = fmul float %v, %a
  %w = fadd float %u, %m
  store float %w, ptr %q
  ret void
}

; out = a * in + 1
define void @apply(ptr noalias %out, ptr noalias %in, float %a) "offload-kernel" {
  %i = call i32 @offload.thread.id(i32 0)
  %p = getelementptr float, ptr %in, i32 %i
  %q = getelementptr float, ptr %out, i32 %i
  %v = load float, ptr %p
  %m = fmul float %v, %a
  %w = fadd float %m, 1.0
  store float %w, ptr %q
  ret void
}

define void @fill(ptr noalias %x, i32 %k) "offload-kernel" {
  %i = call i32 @offload.thread.id(i32 0)
  %p = getelementptr float, ptr %x, i32 %i
  %m = mul i32 %i, %k
  %w = sitofp i32 %m to float
  store float %w, ptr %p
  ret void
}

; the mean of an element and its neighbours
define void @smooth(ptr noalias %out, ptr noalias %in) "offload-kernel" {
  %i = call i32 @offload.thread.id(i32 0)
  %first = icmp eq i32 %i, 0
  %before = sub i32 %i, 1
  %left = select i1 %first, i32 0, i32 %before
  %last = icmp eq i32 %i, 63
  %behind = add i32 %i, 1
  %right = select i1 %last, i32 63, i32 %behind
  %p = getelementptr float, ptr %in, i32 %left
  %q = getelementptr float, ptr %in, i32 %i
  %r = getelementptr float, ptr %in, i32 %right
  %u = load float, ptr %p
  %v = load float, ptr %q
  %w = load float, ptr %r
  %uv = fadd float %u, %v
  %uvw = fadd float %uv, %w
  %mean = fdiv float %uvw, 3.0
  %o = getelementptr float, ptr %out, i32 %i
  store float %mean, ptr %o
  ret void
}

; q = A p for the matrix with 3 on the diagonal and -1 beside it, given as two arrays
define void @multiply(ptr noalias %q, ptr noalias %diagonal, ptr noalias %beside, ptr noalias %p) "offload-kernel" {
  %i = call i32 @offload.thread.id(i32 0)
  %d.p = getelementptr float, ptr %diagonal, i32 %i
  %b.p = getelementptr float, ptr %beside, i32 %i
  %m.p = getelementptr float, ptr %p, i32 %i
  %first = icmp eq i32 %i, 0
  %before = sub i32 %i, 1
  %left = select i1 %first, i32 0, i32 %before
  %l.p = getelementptr float, ptr %p, i32 %left
  %d = load float, ptr %d.p
  %b = load float, ptr %b.p
  %m = load float, ptr %m.p
  %l = load float, ptr %l.p
  %dm = fmul float %d, %m
  %bl = fmul float %b, %l
  %sum = fadd float %dm, %bl
  %o = getelementptr float, ptr %q, i32 %i
  store float %sum, ptr %o
  ret void
}

; one thread adds up all products
define void @dot(ptr noalias %result, ptr %a, ptr %b) "offload-kernel" {
entry:
  %thread = call i32 @offload.thread.id(i32 0)
  %mine = icmp eq i32 %thread, 0
  br i1 %mine, label %loop, label %exit
loop:
  %i = phi i32 [ 0, %entry ], [ %next, %loop ]
  %sum = phi float [ 0.0, %entry ], [ %more, %loop ]
  %p = getelementptr float, ptr %a, i32 %i
  %q = getelementptr float, ptr %b, i32 %i
  %v = load float, ptr %p
  %w = load float, ptr %q
  %m = fmul float %v, %w
  %more = fadd float %sum, %m
  %next = add i32 %i, 1
  %again = icmp ult i32 %next, 64
  br i1 %again, label %loop, label %done
done:
  store float %more, ptr %result
  br label %exit
exit:
  ret void
}

; p = r + b p
define void @update(ptr noalias %p, ptr noalias %r, float %b) "offload-kernel" {
  %i = call i32 @offload.thread.id(i32 0)
  %s = getelementptr float, ptr %p, i32 %i
  %q = getelementptr float, ptr %r, i32 %i
  %v = load float, ptr %s
  %u = load float, ptr %q
  %m = fmul float %v, %b
  %w = fadd float %u, %m
  store float %w, ptr %s
  ret void
}
