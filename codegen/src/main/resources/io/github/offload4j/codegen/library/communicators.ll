; Communicators that know how many ranks they have.

declare i32 @dprintf(i32, ptr, ...) nounwind
declare void @abort() noreturn nounwind

; Stops the program with a message when a communicator has another number of ranks than is given: the message gets what is given,
; then the communicator's. The library's function that counts may be null, where the program is linked without it, and refuses what
; is no communicator; so will the call.
define linkonce_odr hidden void @.offload_communicator_check.v1(ptr %counts, ptr %communicator, i32 %ranks, ptr %message) noinline {
entry:
  %place = alloca i32, align 4
  %mute = icmp eq ptr %counts, null
  br i1 %mute, label %right, label %ask

ask:
  store i32 0, ptr %place, align 4
  %status = call i32 %counts(ptr %communicator, ptr %place)
  %its = load i32, ptr %place, align 4
  %refused = icmp ne i32 %status, 0
  %same = icmp eq i32 %its, %ranks
  %fits = or i1 %refused, %same
  br i1 %fits, label %right, label %wrong

wrong:
  %said = call i32 (i32, ptr, ...) @dprintf(i32 2, ptr %message, i32 %ranks, i32 %its)
  call void @abort()
  unreachable

right:
  ret void
}
