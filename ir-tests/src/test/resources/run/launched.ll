; Marked launches of a kernel that no image has, so that their fallbacks run.

declare void @axpy(ptr, ptr, i64, float)
declare void @axpy_on_host(ptr, ptr, i64, float)
declare void @axpy_or_throw(ptr, ptr, i64, float)
declare i32 @__gxx_personality_v0(...)
declare ptr @__cxa_begin_catch(ptr)
declare void @__cxa_end_catch()

define void @launch_in_a_loop(ptr %y, ptr %x, i64 %n, float %a, i32 %times, i32 %blocks) {
entry:
  %bytes = mul i64 %n, 4
  br label %body
body:
  %done = phi i32 [ 0, %entry ], [ %next, %body ]
  call void @axpy(ptr %y, ptr %x, i64 %n, float %a) [
      "offload"(i1 false, i64 -1), "offload.grid"(i32 %blocks, i32 1, i32 1), "offload.block"(i32 32, i32 1, i32 1),
      "offload.map"(i32 0, i64 %bytes, i64 3), "offload.map"(i32 1, i64 %bytes, i64 1),
      "offload.fallback"(ptr @axpy_on_host) ]
  %next = add i32 %done, 1
  %more = icmp slt i32 %next, %times
  br i1 %more, label %body, label %exit
exit:
  ret void
}

; Returns 0, or 1 when the fallback throws.
define i32 @launch_catching(ptr %y, ptr %x, i64 %n, float %a) personality ptr @__gxx_personality_v0 {
entry:
  %bytes = mul i64 %n, 4
  invoke void @axpy(ptr %y, ptr %x, i64 %n, float %a) [
      "offload"(i1 false, i64 -1), "offload.grid"(i32 4, i32 1, i32 1), "offload.block"(i32 32, i32 1, i32 1),
      "offload.map"(i32 0, i64 %bytes, i64 3), "offload.map"(i32 1, i64 %bytes, i64 1),
      "offload.fallback"(ptr @axpy_or_throw) ]
      to label %done unwind label %thrown
thrown:
  %caught = landingpad { ptr, i32 } catch ptr null
  %exception = extractvalue { ptr, i32 } %caught, 0
  %object = call ptr @__cxa_begin_catch(ptr %exception)
  call void @__cxa_end_catch()
  br label %done
done:
  %result = phi i32 [ 0, %entry ], [ 1, %thrown ]
  ret i32 %result
}
