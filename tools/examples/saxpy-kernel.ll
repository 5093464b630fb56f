; y = a * x + y, one element a thread.
define void @saxpy(i64 %n, float %a, ptr noalias readonly align 4 %x, ptr noalias align 4 %y) #0 {
entry:
  %block = call i32 @offload.block.id(i32 0)
  %size = call i32 @offload.block.size(i32 0)
  %thread = call i32 @offload.thread.id(i32 0)
  %first = mul i32 %block, %size
  %index = add i32 %first, %thread
  %i = zext i32 %index to i64
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

declare i32 @offload.block.id(i32)
declare i32 @offload.block.size(i32)
declare i32 @offload.thread.id(i32)

attributes #0 = { "offload-kernel" }
