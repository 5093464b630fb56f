; Launches: bounds, shared memory and fallbacks. Each line that is blamed is followed by what irgen says of it.
declare void @k(i32)
declare i32 @answer(i32)
declare void @other(i64)
declare void @variadic(i32, ...)
define void @run(i32 %n, ptr %p) {
  call void @k(i32 %n) [ "offload"(i1 false, i64 0) ]
;^ a launch needs "offload.grid"; write "offload.grid"(i32 x, i32 y, i32 z)
;^ a launch needs "offload.block"; write "offload.block"(i32 x, i32 y, i32 z)
  call void @k(i32 %n) [ "offload"(i1 false, i64 0),
    "offload.grid"(i32 1),
;^ "offload.grid" has 1 operand instead of 3; write "offload.grid"(i32 x, i32 y, i32 z)
    "offload.block"(i32 1, i32 1, i64 1) ]
;^ operand 3 of "offload.block" is i64 instead of i32; write "offload.block"(i32 x, i32 y, i32 z)
  call void @k(i32 %n) [ "offload"(i1 false, i64 0),
    "offload.grid"(i32 0, i32 1, i32 1),
;^ a size of 0 in "offload.grid" launches nothing; give one from 1 to 2147483647
    "offload.block"(i32 32, i32 -1, i32 1),
;^ a size of -1 in "offload.block" launches nothing; give one from 1 to 2147483647
    "offload.shared"(i32 -8),
;^ shared memory of -8 bytes; give a number from 0
    "offload.fallback"(ptr %p) ]
;^ the fallback is not a function of the module; name one
  call void @k(i32 %n) [ "offload"(i1 false, i64 0), "offload.grid"(i32 1, i32 1, i32 1), "offload.block"(i32 1, i32 1, i32 1), "offload.fallback"(ptr @answer) ]
;^ fallback 'answer' returns i32; it must return void
  call void @k(i32 %n) [ "offload"(i1 false, i64 0), "offload.grid"(i32 1, i32 1, i32 1), "offload.block"(i32 1, i32 1, i32 1), "offload.fallback"(ptr @other) ]
;^ argument 1 of 'other' is i32, the parameter is i64
  call void @k(i32 %n) [ "offload"(i1 false, i64 0), "offload.grid"(i32 1, i32 1, i32 1), "offload.block"(i32 1, i32 1, i32 1), "offload.fallback"(ptr @variadic) ]
;^ fallback 'variadic' is variadic; it must have the kernel's parameters
  ret void
}
