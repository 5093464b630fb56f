; What a launch on the host asks before its blocks are run; it is inlined into each kernel, for short launches take nanoseconds.
; The rest of it is in cores.ll.

; what a block of a kernel takes, which launch was looked at last, how many more like that need not be, and how many that were
%cost = type { double, i64, i64, i64 }

@__offload4j_cores = external global { ptr, i64 }, align 8

; Returns whether there is to be one thread.
define i1 @.offload.cores.sole() {
  %single = load atomic i64, ptr getelementptr inbounds ({ ptr, i64 }, ptr @__offload4j_cores, i32 0, i32 1) monotonic, align 8
  %alone = icmp eq i64 %single, 1
  ret i1 %alone
}

; Returns whether a launch is like the last one, by a number that its arguments and sizes come to, and that took so little that
; it is not worth looking at the clock. Of a long run of such launches one in 64 is looked at all the same, of a short one more, as
; what is in memory may make one of them long.
define i1 @.offload.cores.again(ptr %cost, i64 %alike) {
entry:
  %place.alike = getelementptr inbounds %cost, ptr %cost, i32 0, i32 1
  %known = load atomic i64, ptr %place.alike monotonic, align 8
  %same = icmp eq i64 %known, %alike
  br i1 %same, label %count, label %no

count:
  %place.left = getelementptr inbounds %cost, ptr %cost, i32 0, i32 2
  %left = load atomic i64, ptr %place.left monotonic, align 8
  %some = icmp sgt i64 %left, 0
  br i1 %some, label %yes, label %no

yes:
  %next = sub i64 %left, 1
  store atomic i64 %next, ptr %place.left monotonic, align 8
  ret i1 true

no:
  ret i1 false
}
