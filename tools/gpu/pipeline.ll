; The second module of the GPU check: two kernels over the same data, which must come in order. Its kernels stand in
; pipeline-kernels.ll, and have a helper named like one of the first module's.

declare void @add_three(i64, ptr)
declare void @multiply_by_ten(i64, ptr)

define void @run_pipeline(i64 %n, ptr %v) {
  %bytes = mul i64 %n, 8
  %above = add i64 %n, 127
  %count = lshr i64 %above, 7
  %blocks = trunc i64 %count to i32
  call void @add_three(i64 %n, ptr %v) [
      "offload"(i1 false, i64 -1),
      "offload.grid"(i32 %blocks, i32 1, i32 1),
      "offload.block"(i32 128, i32 1, i32 1),
      "offload.map"(i32 1, i64 %bytes, i64 3) ]
  call void @multiply_by_ten(i64 %n, ptr %v) [
      "offload"(i1 false, i64 -1),
      "offload.grid"(i32 %blocks, i32 1, i32 1),
      "offload.block"(i32 128, i32 1, i32 1),
      "offload.map"(i32 1, i64 %bytes, i64 3) ]
  ret void
}
