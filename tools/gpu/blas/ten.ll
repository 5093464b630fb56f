; Ten products of a 2 x 3 matrix and a vector, with every argument mapped both ways. cuBLAS only reads the first two, which
; the attributes say; nothing else is known about it.

declare i32 @cublasSgemv_v2(ptr, i32, i32, i32, ptr, ptr, i32, ptr, i32, ptr, ptr, i32) nounwind

define i32 @run_ten(ptr %handle, ptr noalias nonnull %A, ptr noalias nonnull %x, ptr noalias nonnull %y,
                    ptr %alpha, ptr %beta) nounwind {
entry:
  br label %body

body:
  %i = phi i32 [ 0, %entry ], [ %next, %body ]
  %before = phi i32 [ 0, %entry ], [ %status, %body ]
  %one = call i32 @cublasSgemv_v2(ptr %handle, i32 0, i32 2, i32 3, ptr %alpha, ptr readonly %A, i32 2, ptr readonly %x,
                                  i32 1, ptr %beta, ptr %y, i32 1)
      [ "offload"(i1 true, i64 -1), "offload.map"(i32 5, i64 24, i64 3), "offload.map"(i32 7, i64 12, i64 3),
        "offload.map"(i32 10, i64 8, i64 3) ]
  %status = or i32 %before, %one
  %next = add i32 %i, 1
  %more = icmp ult i32 %next, 10
  br i1 %more, label %body, label %done

done:
  ret i32 %status
}
