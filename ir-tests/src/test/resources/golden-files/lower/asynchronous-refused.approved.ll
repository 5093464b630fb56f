; is what cannot be asynchronous refused, each thing at its place?

; irgen lower
target triple = "x86_64-unknown-linux-gnu"

declare void @k(ptr, i64)
declare i32 @status(ptr)
declare void @offload.data(...)

define i32 @run(ptr %x, ptr %f) {
  call void @k(ptr %x, i64 1) [ "offload"(i1 false, i64 0), "offload.depend"(i32 0, i32 3),
    "offload.grid"(i32 1, i32 1, i32 1), "offload.block"(i32 64, i32 1, i32 1), "offload.map"(i32 0, i64 64, i64 3) ]
  call void @k(ptr %x, i64 1) [ "offload"(i1 false, i64 0), "offload.nowait"(i32 1),
    "offload.grid"(i32 1, i32 1, i32 1), "offload.block"(i32 64, i32 1, i32 1), "offload.map"(i32 0, i64 64, i64 3) ]
  call void @k(ptr %x, i64 1) [ "offload"(i1 false, i64 0), "offload.nowait"(), "offload.depend"(i32 1, i32 3),
    "offload.depend"(i32 2, i32 3), "offload.depend"(i32 0, i32 2),
    "offload.grid"(i32 1, i32 1, i32 1), "offload.block"(i32 64, i32 1, i32 1), "offload.map"(i32 0, i64 64, i64 3) ]
  call void %f(ptr %x) [ "offload"(i1 true, i64 0), "offload.nowait"(), "offload.map"(i32 0, i64 64, i64 3) ]
  %s = call i32 @status(ptr %x) [ "offload"(i1 true, i64 0), "offload.nowait"(), "offload.map"(i32 0, i64 64, i64 3) ]
  call void (...) @offload.data(ptr %x) [ "offload.wait"(i64 0) ]
  call void (...) @offload.data(ptr %x) [ "offload.wait"(i64 0), "offload.map"(i32 0, i64 64, i64 3) ]
  ret i32 %s
}
;; irgen: <stdin>:8:61: error: "offload.depend" orders asynchronous calls, and this one has no "offload.nowait"; add it, or remove this [function 'run', the first block: call void @k(ptr %x, i64 1)]
;;   call void @k(ptr %x, i64 1) [ "offload"(i1 false, i64 0), "offload.depend"(i32 0, i32 3),
;;                                                             ^
;; irgen: <stdin>:10:61: error: "offload.nowait" has 1 operand instead of 0; write "offload.nowait"() [function 'run', the first block: call void @k(ptr %x, i64 1)]
;;   call void @k(ptr %x, i64 1) [ "offload"(i1 false, i64 0), "offload.nowait"(i32 1),
;;                                                             ^
;; irgen: <stdin>:12:81: error: "offload.depend" names argument 1, which is i64; only on a ptr can a call depend [function 'run', the first block: call void @k(ptr %x, i64 1)]
;;   call void @k(ptr %x, i64 1) [ "offload"(i1 false, i64 0), "offload.nowait"(), "offload.depend"(i32 1, i32 3),
;;                                                                                 ^
;; irgen: <stdin>:13:5: error: "offload.depend" names argument 2, and the call's are numbered from 0 to 1 [function 'run', the first block: call void @k(ptr %x, i64 1)]
;;     "offload.depend"(i32 2, i32 3), "offload.depend"(i32 0, i32 2),
;;     ^
;; irgen: <stdin>:13:37: error: the kind of "offload.depend" is neither i32 1, for in, nor i32 3, for inout [function 'run', the first block: call void @k(ptr %x, i64 1)]
;;     "offload.depend"(i32 2, i32 3), "offload.depend"(i32 0, i32 2),
;;                                     ^
;; irgen: <stdin>:15:3: error: the callee is not named, and an asynchronous call names its function; call that itself [function 'run', the first block: call void %f(ptr %x)]
;;   call void %f(ptr %x) [ "offload"(i1 true, i64 0), "offload.nowait"(), "offload.map"(i32 0, i64 64, i64 3) ]
;;   ^
;; irgen: <stdin>:16:8: error: the result of an asynchronous call is used, before there is one; leave it [function 'run', the first block: %s = call i32 @status(ptr %x)]
;;   %s = call i32 @status(ptr %x) [ "offload"(i1 true, i64 0), "offload.nowait"(), "offload.map"(i32 0, i64 64, i64 3) ]
;;        ^
;; irgen: <stdin>:17:3: error: the wait is for some of its arguments only; name each with "offload.depend", or leave it out [function 'run', the first block: call void (...) @offload.data(ptr %x)]
;;   call void (...) @offload.data(ptr %x) [ "offload.wait"(i64 0) ]
;;   ^
;; irgen: <stdin>:18:66: error: "offload.map" is for calls of functions, and a wait calls none; remove it [function 'run', the first block: call void (...) @offload.data(ptr %x)]
;;   call void (...) @offload.data(ptr %x) [ "offload.wait"(i64 0), "offload.map"(i32 0, i64 64, i64 3) ]
;;                                                                  ^
