; Marked calls of host functions: in a loop, on one side of a branch, in functions that catch or let pass what a callee
; throws, and two that share data.

declare void @add_one(ptr, i64)
declare i64 @add_until_negative(ptr, i64)
declare void @visit_twice(ptr, ptr, i64)
declare void @triple_three(ptr, ptr, ptr, ptr, ptr, ptr)
declare i32 @__gxx_personality_v0(...)
declare ptr @__cxa_begin_catch(ptr)
declare void @__cxa_end_catch()

define void @run_in_a_loop(ptr %values, i64 %n, i32 %times) {
entry:
  %bytes = mul i64 %n, 8
  br label %body
body:
  %done = phi i32 [ 0, %entry ], [ %next, %body ]
  call void @add_one(ptr %values, i64 %n) [ "offload"(i1 true, i64 -1), "offload.map"(i32 0, i64 %bytes, i64 3) ]
  %next = add i32 %done, 1
  %more = icmp slt i32 %next, %times
  br i1 %more, label %body, label %exit
exit:
  ret void
}

define void @run_on_one_side(ptr %values, i64 %n, i1 zeroext %offloaded) {
  %bytes = mul i64 %n, 8
  br i1 %offloaded, label %then, label %otherwise
then:
  call void @add_one(ptr %values, i64 %n) [ "offload"(i1 true, i64 -1), "offload.map"(i32 0, i64 %bytes, i64 3) ]
  br label %exit
otherwise:
  call void @add_one(ptr %values, i64 %n)
  br label %exit
exit:
  ret void
}

; Returns what the callee does, -1 when the first call throws and -2 when the second does.
define i64 @run_catching(ptr %first, ptr %second, i64 %n) personality ptr @__gxx_personality_v0 {
entry:
  %bytes = mul i64 %n, 8
  %a = invoke i64 @add_until_negative(ptr %first, i64 %n)
      [ "offload"(i1 true, i64 -1), "offload.map"(i32 0, i64 %bytes, i64 3) ]
      to label %next unwind label %thrown
next:
  %b = invoke i64 @add_until_negative(ptr %second, i64 %n)
      [ "offload"(i1 true, i64 -1), "offload.map"(i32 0, i64 %bytes, i64 3) ]
      to label %done unwind label %thrown
thrown:
  %which = phi i64 [ -1, %entry ], [ -2, %next ]
  %caught = landingpad { ptr, i32 } catch ptr null
  %exception = extractvalue { ptr, i32 } %caught, 0
  %object = call ptr @__cxa_begin_catch(ptr %exception)
  call void @__cxa_end_catch()
  br label %done
done:
  %result = phi i64 [ %b, %next ], [ %which, %thrown ]
  ret i64 %result
}

define i64 @run_letting_pass(ptr %values, i64 %n) personality ptr @__gxx_personality_v0 {
  %bytes = mul i64 %n, 8
  %r = invoke i64 @add_until_negative(ptr %values, i64 %n)
      [ "offload"(i1 true, i64 -1), "offload.map"(i32 0, i64 %bytes, i64 3) ]
      to label %done unwind label %thrown
done:
  ret i64 %r
thrown:
  %caught = landingpad { ptr, i32 } cleanup
  resume { ptr, i32 } %caught
}

define void @run_two_after_each_other(ptr %values, i64 %n) {
  %bytes = mul i64 %n, 8
  call void @add_one(ptr %values, i64 %n) [ "offload"(i1 true, i64 -1), "offload.map"(i32 0, i64 %bytes, i64 3) ]
  call void @add_one(ptr %values, i64 %n) [ "offload"(i1 true, i64 -1), "offload.map"(i32 0, i64 %bytes, i64 3) ]
  ret void
}

; The callee also gets the host pointer, and calls back into @run_in_a_loop with it while the data is mapped.
define void @run_inside_each_other(ptr %values, i64 %n) {
  %bytes = mul i64 %n, 8
  call void @visit_twice(ptr %values, ptr %values, i64 %n)
      [ "offload"(i1 true, i64 -1), "offload.map"(i32 0, i64 %bytes, i64 3) ]
  ret void
}

; Six arguments in alternate directions. The first and the second are one in the first round only.
define void @run_many_in_a_loop(ptr %first, ptr %a, ptr %b, ptr %c, ptr %d, ptr %e, ptr %f) {
entry:
  br label %body
body:
  %in = phi ptr [ %first, %entry ], [ %a, %body ]
  %out = phi ptr [ %first, %entry ], [ %b, %body ]
  %again = phi i1 [ true, %entry ], [ false, %body ]
  call void @triple_three(ptr %in, ptr %out, ptr %c, ptr %d, ptr %e, ptr %f)
      [ "offload"(i1 true, i64 -1), "offload.map"(i32 0, i64 8, i64 1), "offload.map"(i32 1, i64 8, i64 2),
        "offload.map"(i32 2, i64 8, i64 1), "offload.map"(i32 3, i64 8, i64 2),
        "offload.map"(i32 4, i64 8, i64 1), "offload.map"(i32 5, i64 8, i64 2) ]
  br i1 %again, label %body, label %exit
exit:
  ret void
}
