; What cannot be offloaded, whatever its bundles say. Each line that is blamed is followed by what irgen says of it.
declare void @f()
declare i32 @answer()
declare void @variadic(i32, ...)
declare void @llvm.donothing()
define void @run() {
  call void asm sideeffect "nop", ""() [ "offload"(i1 true, i64 0) ]
;^ inline assembly cannot be offloaded; call a function
  call void @llvm.donothing() [ "offload"(i1 true, i64 0) ]
;^ 'llvm.donothing' is an intrinsic of LLVM's; call a function of your own
  %f = load ptr, ptr null
  call void %f() [ "offload"(i1 false, i64 0), "offload.grid"(i32 1, i32 1, i32 1), "offload.block"(i32 1, i32 1, i32 1) ]
;^ the callee is not named, and a kernel is launched by its name; call the kernel itself
  %r = call i32 @answer() [ "offload"(i1 false, i64 0), "offload.grid"(i32 1, i32 1, i32 1), "offload.block"(i32 1, i32 1, i32 1) ]
;^ the call returns i32; a kernel returns void
  call void (i32, ...) @variadic(i32 1, i32 2) [ "offload"(i1 false, i64 0), "offload.grid"(i32 1, i32 1, i32 1), "offload.block"(i32 1, i32 1, i32 1) ]
;^ the call passes variable arguments; a kernel takes a fixed number of them
  callbr void asm sideeffect "", "!i"() [ "offload"(i1 true, i64 0) ] to label %next [label %next2]
;^ a callbr jumps out of inline assembly; only call and invoke can be offloaded
next:
  ret void
next2:
  musttail call void @f() [ "offload"(i1 true, i64 0) ]
;^ nothing may follow a musttail call, and a region has to be closed; remove the marker
  ret void
}
