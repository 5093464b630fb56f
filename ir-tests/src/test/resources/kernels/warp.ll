; A sum over the lanes of each warp, and which of them are not zero.

declare i32 @offload.thread.id(i32)
declare i32 @offload.lane.id()
declare i32 @offload.warp.size()
declare float @offload.shuffle.down.f32(float, i32)
declare double @offload.shuffle.f64(double, i32)
declare i64 @offload.ballot(i1)

define void @sums(ptr noalias %values, ptr noalias %sums, ptr noalias %first, ptr noalias %masks) "offload-kernel" {
entry:
  %t = call i32 @offload.thread.id(i32 0)
  %from = getelementptr float, ptr %values, i32 %t
  %v = load float, ptr %from
  %size = call i32 @offload.warp.size()
  %half = lshr i32 %size, 1
  br label %loop

loop:
  %sum = phi float [ %v, %entry ], [ %more, %loop ]
  %distance = phi i32 [ %half, %entry ], [ %nearer, %loop ]
  %other = call float @offload.shuffle.down.f32(float %sum, i32 %distance)
  %more = fadd float %sum, %other
  %nearer = lshr i32 %distance, 1
  %again = icmp ne i32 %nearer, 0
  br i1 %again, label %loop, label %done

done:
  %wide = fpext float %more to double
  %all = call double @offload.shuffle.f64(double %wide, i32 0)
  %slot = getelementptr double, ptr %first, i32 %t
  store double %all, ptr %slot
  %zero = fcmp une float %v, 0.0
  %mask = call i64 @offload.ballot(i1 %zero)
  %mask.slot = getelementptr i64, ptr %masks, i32 %t
  store i64 %mask, ptr %mask.slot
  %lane = call i32 @offload.lane.id()
  %leads = icmp eq i32 %lane, 0
  br i1 %leads, label %store, label %exit

store:
  %to = getelementptr float, ptr %sums, i32 %t
  store float %more, ptr %to
  br label %exit

exit:
  ret void
}
