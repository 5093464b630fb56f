; The kernels of the GPU check: one for each thing that can go wrong between host and device.

; y = a * x + y, one element a thread.
define void @saxpy(i64 %n, float %a, ptr noalias readonly align 4 %x, ptr noalias align 4 %y) #0 {
  %i = call i64 @global.x()
  %inside = icmp slt i64 %i, %n
  br i1 %inside, label %compute, label %done
compute:
  %x.i = getelementptr inbounds float, ptr %x, i64 %i
  %y.i = getelementptr inbounds float, ptr %y, i64 %i
  %xv = load float, ptr %x.i, align 4
  %yv = load float, ptr %y.i, align 4
  %product = fmul float %a, %xv
  %sum = fadd float %product, %yv
  store float %sum, ptr %y.i, align 4
  br label %done
done:
  ret void
}

; Each inner point becomes the sum of its four neighbours; a 2-D grid.
define void @stencil(i32 %width, i32 %height, ptr noalias readonly align 4 %in, ptr noalias align 4 %out) #0 {
  %bx = call i32 @offload.block.id(i32 0)
  %sx = call i32 @offload.block.size(i32 0)
  %tx = call i32 @offload.thread.id(i32 0)
  %px = mul i32 %bx, %sx
  %x = add i32 %px, %tx
  %by = call i32 @offload.block.id(i32 1)
  %sy = call i32 @offload.block.size(i32 1)
  %ty = call i32 @offload.thread.id(i32 1)
  %py = mul i32 %by, %sy
  %y = add i32 %py, %ty
  %right = add i32 %width, -1
  %bottom = add i32 %height, -1
  %x.low = icmp sgt i32 %x, 0
  %x.high = icmp slt i32 %x, %right
  %y.low = icmp sgt i32 %y, 0
  %y.high = icmp slt i32 %y, %bottom
  %x.in = and i1 %x.low, %x.high
  %y.in = and i1 %y.low, %y.high
  %in.all = and i1 %x.in, %y.in
  br i1 %in.all, label %compute, label %done
compute:
  %row = mul i32 %y, %width
  %c = add i32 %row, %x
  %l = add i32 %c, -1
  %r = add i32 %c, 1
  %u = sub i32 %c, %width
  %d = add i32 %c, %width
  %pl = getelementptr i32, ptr %in, i32 %l
  %pr = getelementptr i32, ptr %in, i32 %r
  %pu = getelementptr i32, ptr %in, i32 %u
  %pd = getelementptr i32, ptr %in, i32 %d
  %vl = load i32, ptr %pl, align 4
  %vr = load i32, ptr %pr, align 4
  %vu = load i32, ptr %pu, align 4
  %vd = load i32, ptr %pd, align 4
  %s1 = add i32 %vl, %vr
  %s2 = add i32 %vu, %vd
  %s = add i32 %s1, %s2
  %pc = getelementptr i32, ptr %out, i32 %c
  store i32 %s, ptr %pc, align 4
  br label %done
done:
  ret void
}

; Adds every element to one sum, atomically.
define void @reduce(i64 %n, ptr readonly align 8 %v, ptr align 8 %sum) #0 {
  %i = call i64 @global.x()
  %inside = icmp slt i64 %i, %n
  br i1 %inside, label %compute, label %done
compute:
  %p = getelementptr inbounds i64, ptr %v, i64 %i
  %x = load i64, ptr %p, align 8
  %old = atomicrmw add ptr %sum, i64 %x monotonic
  br label %done
done:
  ret void
}

; Counts each thread of a 3-D grid at the place that its six indices and the four sizes give.
define void @indices(ptr align 4 %count) #0 {
  %bx = call i32 @offload.block.id(i32 0)
  %by = call i32 @offload.block.id(i32 1)
  %bz = call i32 @offload.block.id(i32 2)
  %gx = call i32 @offload.grid.size(i32 0)
  %gy = call i32 @offload.grid.size(i32 1)
  %tx = call i32 @offload.thread.id(i32 0)
  %ty = call i32 @offload.thread.id(i32 1)
  %tz = call i32 @offload.thread.id(i32 2)
  %sx = call i32 @offload.block.size(i32 0)
  %sy = call i32 @offload.block.size(i32 1)
  %sz = call i32 @offload.block.size(i32 2)
  %b1 = mul i32 %bz, %gy
  %b2 = add i32 %b1, %by
  %b3 = mul i32 %b2, %gx
  %b = add i32 %b3, %bx
  %t1 = mul i32 %tz, %sy
  %t2 = add i32 %t1, %ty
  %t3 = mul i32 %t2, %sx
  %t = add i32 %t3, %tx
  %s1 = mul i32 %sx, %sy
  %s = mul i32 %s1, %sz
  %f = mul i32 %b, %s
  %i = add i32 %f, %t
  %p = getelementptr inbounds i32, ptr %count, i32 %i
  %old = atomicrmw add ptr %p, i32 1 monotonic
  ret void
}

; Writes every scalar back as it came.
define void @scalars(i1 %a, i8 %b, i16 %c, i32 %d, i64 %e, half %f, float %g, double %h, ptr align 8 %out) #0 {
  %a8 = zext i1 %a to i8
  store i8 %a8, ptr %out, align 8
  %pb = getelementptr inbounds i8, ptr %out, i64 8
  store i8 %b, ptr %pb, align 8
  %pc = getelementptr inbounds i8, ptr %out, i64 16
  store i16 %c, ptr %pc, align 8
  %pd = getelementptr inbounds i8, ptr %out, i64 24
  store i32 %d, ptr %pd, align 8
  %pe = getelementptr inbounds i8, ptr %out, i64 32
  store i64 %e, ptr %pe, align 8
  %pf = getelementptr inbounds i8, ptr %out, i64 40
  store half %f, ptr %pf, align 8
  %pg = getelementptr inbounds i8, ptr %out, i64 48
  store float %g, ptr %pg, align 8
  %ph = getelementptr inbounds i8, ptr %out, i64 56
  store double %h, ptr %ph, align 8
  ret void
}

; v = 5 * v + where, one element a thread: tells on which device it was meant to run.
define void @mark(i64 %n, ptr align 8 %v, i32 %where) #0 {
  %i = call i64 @global.x()
  %inside = icmp slt i64 %i, %n
  br i1 %inside, label %compute, label %done
compute:
  %p = getelementptr inbounds i64, ptr %v, i64 %i
  %x = load i64, ptr %p, align 8
  %product = mul i64 %x, 5
  %w = sext i32 %where to i64
  %sum = add i64 %product, %w
  store i64 %sum, ptr %p, align 8
  br label %done
done:
  ret void
}

define i64 @global.x() {
  %block = call i32 @offload.block.id(i32 0)
  %size = call i32 @offload.block.size(i32 0)
  %thread = call i32 @offload.thread.id(i32 0)
  %b = zext i32 %block to i64
  %s = zext i32 %size to i64
  %t = zext i32 %thread to i64
  %f = mul i64 %b, %s
  %i = add i64 %f, %t
  ret i64 %i
}

declare i32 @offload.block.id(i32)
declare i32 @offload.block.size(i32)
declare i32 @offload.grid.size(i32)
declare i32 @offload.thread.id(i32)

attributes #0 = { "offload-kernel" }
