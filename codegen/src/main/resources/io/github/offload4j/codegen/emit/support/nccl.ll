; Communicators of NCCL, and the device that they belong to.

@.offload_nccl_wrong = private unnamed_addr constant [87 x i8] c"offload4j: %s is given data of CUDA device %d, and its communicator is of device %d%s\0A\00"
@.offload_nccl_ask.v1 = linkonce_odr hidden global ptr null, align 8

declare ptr @dlopen(ptr, i32)
declare ptr @dlsym(ptr, ptr) nounwind
declare i32 @dprintf(i32, ptr, ...) nounwind
declare void @abort() noreturn nounwind

; Returns the driver's function that says what an address belongs to, null where the driver is not loaded.
define linkonce_odr hidden ptr @.offload_nccl_driver.v1(ptr %name, ptr %symbol) noinline {
entry:
  %known = load atomic ptr, ptr @.offload_nccl_ask.v1 acquire, align 8
  %first = icmp eq ptr %known, null
  br i1 %first, label %look, label %found

look:
  %library = call ptr @dlopen(ptr %name, i32 5)
  %absent = icmp eq ptr %library, null
  br i1 %absent, label %found, label %loaded

loaded:
  %ask = call ptr @dlsym(ptr %library, ptr %symbol)
  store atomic ptr %ask, ptr @.offload_nccl_ask.v1 release, align 8
  br label %found

found:
  %function = phi ptr [ %known, %entry ], [ null, %look ], [ %ask, %loaded ]
  ret ptr %function
}

; Stops the program where a communicator is another device's than an address. What asks the communicator may be null, and it
; refuses what is no communicator, as the call will.
define linkonce_odr hidden void @.offload_nccl_compare.v1(
    ptr %asks, ptr %communicator, ptr %address, ptr %name, ptr %symbol, i32 %attribute, ptr %call, ptr %function) noinline {
entry:
  %data.at = alloca i64
  %its.at = alloca i32
  %mute = icmp eq ptr %asks, null
  br i1 %mute, label %right, label %look

look:
  %ask = call ptr @.offload_nccl_driver.v1(ptr %name, ptr %symbol)
  %absent = icmp eq ptr %ask, null
  br i1 %absent, label %right, label %question

question:
  store i64 0, ptr %data.at
  store i32 0, ptr %its.at
  %status = call i32 %ask(ptr %data.at, i32 %attribute, ptr %address)
  %stranger = icmp ne i32 %status, 0
  br i1 %stranger, label %right, label %compare

compare:
  %refused = call i32 %asks(ptr %communicator, ptr %its.at)
  %none = icmp ne i32 %refused, 0
  %data = load i32, ptr %data.at
  %its = load i32, ptr %its.at
  %same = icmp eq i32 %data, %its
  %fits = or i1 %none, %same
  br i1 %fits, label %right, label %wrong

wrong:
  %said = call i32 (i32, ptr, ...) @dprintf(i32 2, ptr @.offload_nccl_wrong, ptr %call, i32 %data, i32 %its, ptr %function)
  call void @abort()
  unreachable

right:
  ret void
}
