; The kernel of saxpy.c, for every target: one thread for each element.

declare i32 @offload.thread.id(i32)
declare i32 @offload.block.id(i32)
declare i32 @offload.block.size(i32)

define void @saxpy(i64 %n, float %a, ptr noalias %x, ptr noalias %y) "offload-kernel" {
  %thread = call i32 @offload.thread.id(i32 0)
  %block = call i32 @offload.block.id(i32 0)
  %size = call i32 @offload.block.size(i32 0)
  %first = mul i32 %block, %size
  %index = add i32 %first, %thread
  %i = zext i32 %index to i64
  %inside = icmp ult i64 %i, %n
  br i1 %inside, label %element, label %done
element:
  %x.i = getelementptr float, ptr %x, i64 %i
  %y.i = getelementptr float, ptr %y, i64 %i
  %from = load float, ptr %x.i
  %old = load float, ptr %y.i
  %scaled = fmul float %a, %from
  %new = fadd float %scaled, %old
  store float %new, ptr %y.i
  br label %done
done:
  ret void
}
