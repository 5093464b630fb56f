; MPI and memory of devices. Where the memory is a GPU's and the MPI that runs cannot take its addresses, MPI gets a copy in the
; host's memory. What there is to look for is a row each: the driver's library, its functions that ask for what an address
; belongs to and that copy, MPI's function that says whether it takes such addresses, and the number of the question.

%offload.mpi.driver = type { ptr, ptr, ptr, ptr, i32 }

@.offload_mpi_uninitialised = private unnamed_addr constant [16 x i8] c"not initialised\00"
@.offload_mpi_finalised = private unnamed_addr constant [10 x i8] c"finalised\00"
@.offload_mpi_state = private unnamed_addr constant [41 x i8] c"offload4j: %s is called and MPI is %s%s\0A\00"
@.offload_mpi_memory = private unnamed_addr constant [70 x i8] c"offload4j: there is no memory for the %lld bytes that MPI is to copy\0A\00"
@.offload_mpi_failed = private unnamed_addr constant [78 x i8] c"offload4j: %lld bytes of a device cannot be copied for MPI: the status is %d\0A\00"

declare i32 @MPI_Initialized(ptr)
declare i32 @MPI_Finalized(ptr)
declare ptr @dlopen(ptr, i32)
declare ptr @dlsym(ptr, ptr) nounwind
declare ptr @malloc(i64) nounwind
declare void @free(ptr) nounwind
declare i32 @dprintf(i32, ptr, ...) nounwind
declare void @abort() noreturn nounwind

; Stops the program unless MPI can be called: what is called and where, and in what.
define linkonce_odr hidden void @.offload_mpi_require.v1(ptr %call, ptr %function) noinline {
entry:
  %flag = alloca i32
  store i32 0, ptr %flag
  %asked = call i32 @MPI_Initialized(ptr %flag)
  %initialised = load i32, ptr %flag
  %never = icmp eq i32 %initialised, 0
  br i1 %never, label %stop, label %ask

ask:
  store i32 0, ptr %flag
  %asked.again = call i32 @MPI_Finalized(ptr %flag)
  %finalised = load i32, ptr %flag
  %over = icmp ne i32 %finalised, 0
  br i1 %over, label %stop, label %ready

stop:
  %state = phi ptr [ @.offload_mpi_uninitialised, %entry ], [ @.offload_mpi_finalised, %ask ]
  %said = call i32 (i32, ptr, ...) @dprintf(i32 2, ptr @.offload_mpi_state, ptr %call, ptr %state, ptr %function)
  call void @abort()
  unreachable

ready:
  ret void
}

; Returns the driver's function that copies where an address is a GPU's and MPI does not take it, else null.
define linkonce_odr hidden ptr @.offload_mpi_copier.v1(ptr %address, ptr %drivers, i64 %count) noinline {
entry:
  %answer = alloca i64
  br label %next

next:
  %i = phi i64 [ 0, %entry ], [ %following, %other ]
  %more = icmp ult i64 %i, %count
  br i1 %more, label %look, label %direct

look:
  %driver = getelementptr %offload.mpi.driver, ptr %drivers, i64 %i
  %name = load ptr, ptr %driver
  %library = call ptr @dlopen(ptr %name, i32 5)
  %absent = icmp eq ptr %library, null
  br i1 %absent, label %other, label %loaded

loaded:
  %ask.at = getelementptr %offload.mpi.driver, ptr %driver, i32 0, i32 1
  %ask.name = load ptr, ptr %ask.at
  %ask = call ptr @dlsym(ptr %library, ptr %ask.name)
  %mute = icmp eq ptr %ask, null
  br i1 %mute, label %other, label %question

question:
  %attribute.at = getelementptr %offload.mpi.driver, ptr %driver, i32 0, i32 4
  %attribute = load i32, ptr %attribute.at
  store i64 0, ptr %answer
  %status = call i32 %ask(ptr %answer, i32 %attribute, ptr %address)
  %stranger = icmp ne i32 %status, 0
  br i1 %stranger, label %other, label %owned

other:
  %following = add i64 %i, 1
  br label %next

owned:
  %aware.at = getelementptr %offload.mpi.driver, ptr %driver, i32 0, i32 3
  %aware.name = load ptr, ptr %aware.at
  %aware = call ptr @dlsym(ptr null, ptr %aware.name)
  %silent = icmp eq ptr %aware, null
  br i1 %silent, label %copies, label %query

query:
  %takes = call i32 %aware()
  %refuses = icmp eq i32 %takes, 0
  br i1 %refuses, label %copies, label %direct

copies:
  %copy.at = getelementptr %offload.mpi.driver, ptr %driver, i32 0, i32 2
  %copy.name = load ptr, ptr %copy.at
  %copy = call ptr @dlsym(ptr %library, ptr %copy.name)
  ret ptr %copy

direct:
  ret ptr null
}

; Copies in whatever direction the addresses tell. The fourth argument is HIP's word for that; CUDA's function has three.
define linkonce_odr hidden void @.offload_mpi_copy.v1(ptr %copier, ptr %to, ptr %from, i64 %bytes) noinline {
entry:
  %status = call i32 %copier(ptr %to, ptr %from, i64 %bytes, i32 4)
  %done = icmp eq i32 %status, 0
  br i1 %done, label %copied, label %failed

failed:
  %said = call i32 (i32, ptr, ...) @dprintf(i32 2, ptr @.offload_mpi_failed, i64 %bytes, i32 %status)
  call void @abort()
  unreachable

copied:
  ret void
}

; How many bytes so many elements of a data type have, from the first byte that is one's to the last: the lower bound and the
; extent of the type, then the true ones.
define linkonce_odr hidden i64 @.offload_mpi_bytes.v1(i32 %count, ptr %type) {
entry:
  %extent.at = getelementptr i64, ptr %type, i64 1
  %extent = load i64, ptr %extent.at
  %last.at = getelementptr i64, ptr %type, i64 3
  %last = load i64, ptr %last.at
  %elements = sext i32 %count to i64
  %before = sub i64 %elements, 1
  %steps = mul i64 %before, %extent
  %all = add i64 %steps, %last
  %some = icmp sgt i32 %count, 0
  %bytes = select i1 %some, i64 %all, i64 0
  ret i64 %bytes
}

; Returns what MPI is to get in the place of an address: the address itself, or that of a copy.
define linkonce_odr hidden ptr @.offload_mpi_stage.v1(ptr %address, i32 %count, ptr %type, ptr %drivers, i64 %rows) noinline {
entry:
  %bytes = call i64 @.offload_mpi_bytes.v1(i32 %count, ptr %type)
  %nothing = icmp sle i64 %bytes, 0
  br i1 %nothing, label %direct, label %ask

ask:
  %copier = call ptr @.offload_mpi_copier.v1(ptr %address, ptr %drivers, i64 %rows)
  %taken = icmp eq ptr %copier, null
  br i1 %taken, label %direct, label %reserve

reserve:
  %memory = call ptr @malloc(i64 %bytes)
  %none = icmp eq ptr %memory, null
  br i1 %none, label %stop, label %copy

copy:
  %begin.at = getelementptr i64, ptr %type, i64 2
  %begin = load i64, ptr %begin.at
  %from = getelementptr i8, ptr %address, i64 %begin
  call void @.offload_mpi_copy.v1(ptr %copier, ptr %memory, ptr %from, i64 %bytes)
  %back = sub i64 0, %begin
  %staged = getelementptr i8, ptr %memory, i64 %back
  ret ptr %staged

stop:
  %said = call i32 (i32, ptr, ...) @dprintf(i32 2, ptr @.offload_mpi_memory, i64 %bytes)
  call void @abort()
  unreachable

direct:
  ret ptr %address
}

; Ends that: copies back what MPI may have written, and gives the memory back.
define linkonce_odr hidden void @.offload_mpi_unstage.v1(
    ptr %staged, ptr %address, i32 %count, ptr %type, ptr %drivers, i64 %rows, i1 %written) noinline {
entry:
  %direct = icmp eq ptr %staged, %address
  br i1 %direct, label %done, label %copied

copied:
  %begin.at = getelementptr i64, ptr %type, i64 2
  %begin = load i64, ptr %begin.at
  %memory = getelementptr i8, ptr %staged, i64 %begin
  br i1 %written, label %write, label %give.back

write:
  %bytes = call i64 @.offload_mpi_bytes.v1(i32 %count, ptr %type)
  %copier = call ptr @.offload_mpi_copier.v1(ptr %address, ptr %drivers, i64 %rows)
  %to = getelementptr i8, ptr %address, i64 %begin
  call void @.offload_mpi_copy.v1(ptr %copier, ptr %to, ptr %memory, i64 %bytes)
  br label %give.back

give.back:
  call void @free(ptr %memory)
  br label %done

done:
  ret void
}
