; Spreads the blocks of a launch over the cores, by the OpenMP library that the program has loaded for itself.
;
; A launch begins on the thread that asks for it, which looks at the clock now and then. What is left is spread once it would
; take that thread long enough, and as many threads as it may have are not at work on other launches. Each thread of a team
; has a part of the blocks, so that it finds in its cache what it has worked on before, and helps others when it is done.

; first block, the one behind the last, the team that has more of them, whose part is taken from, and how many parts are done
%piece = type { i64, i64, ptr, i64, i64 }

; the next block of a thread's part, and the one behind its last; each in a cache line of its own
%part = type { i64, i64, [6 x i64] }

; what runs a piece, its arguments, the blocks of a piece, and how many parts follow
%team = type { ptr, ptr, i64, i64, [4 x i64] }

; What the libraries of a program share, by name: how many threads are at work, in memory that outlives them, and 1 where there
; is to be one thread.
@__offload4j_cores = global { ptr, i64 } zeroinitializer, align 8

@.offload.cores.ready = internal global i64 0
@.offload.cores.process = internal global i64 0
@.offload.cores.asked = internal global i64 0
; nanoseconds
@.offload.cores.long = internal global double 5.0e4
@.offload.cores.quota.found = internal global i64 0

; Where the C library says whether the process has one thread.
@.offload.cores.single = internal global ptr null
@.offload.cores.several = internal constant i8 0

; The functions of the OpenMP library.
@.offload.cores.library = internal global [7 x ptr] zeroinitializer
@.offload.cores.names = internal constant [7 x ptr] [ptr @.offload.name.fork, ptr @.offload.name.push, ptr @.offload.name.thread, ptr @.offload.name.member, ptr @.offload.name.most, ptr @.offload.name.level, ptr @.offload.name.levels]
@.offload.name.fork = private unnamed_addr constant [17 x i8] c"__kmpc_fork_call\00"
@.offload.name.push = private unnamed_addr constant [24 x i8] c"__kmpc_push_num_threads\00"
@.offload.name.thread = private unnamed_addr constant [25 x i8] c"__kmpc_global_thread_num\00"
@.offload.name.member = private unnamed_addr constant [24 x i8] c"__kmpc_bound_thread_num\00"
@.offload.name.most = private unnamed_addr constant [20 x i8] c"omp_get_max_threads\00"
@.offload.name.level = private unnamed_addr constant [21 x i8] c"omp_get_active_level\00"
@.offload.name.levels = private unnamed_addr constant [26 x i8] c"omp_get_max_active_levels\00"
@.offload.name.debian = private unnamed_addr constant [12 x i8] c"libomp.so.5\00"
@.offload.name.llvm = private unnamed_addr constant [10 x i8] c"libomp.so\00"
@.offload.name.cores = private unnamed_addr constant [18 x i8] c"__offload4j_cores\00"
@.offload.name.single = private unnamed_addr constant [23 x i8] c"__libc_single_threaded\00"
@.offload.place = private unnamed_addr constant [23 x i8] c";unknown;unknown;0;0;;\00"
@.offload.ident = internal constant { i32, i32, i32, i32, ptr } { i32 0, i32 2, i32 0, i32 22, ptr @.offload.place }

@.offload.threads = private unnamed_addr constant [18 x i8] c"OFFLOAD4J_THREADS\00"
@.offload.spread = private unnamed_addr constant [23 x i8] c"OFFLOAD4J_SPREAD_ABOVE\00"
@.offload.wrong = private unnamed_addr constant [85 x i8] c"offload4j: warning: %s is '%s', which is not a number from %ld; it is not looked at\0A\00"
@.offload.groups = private unnamed_addr constant [15 x i8] c"/sys/fs/cgroup\00"
@.offload.own = private unnamed_addr constant [18 x i8] c"/proc/self/cgroup\00"
@.offload.read = private unnamed_addr constant [3 x i8] c"re\00"
@.offload.group = private unnamed_addr constant [13 x i8] c"0::%1023[^\0A]\00"
@.offload.two = private unnamed_addr constant [8 x i8] c"%ld %ld\00"
@.offload.max = private unnamed_addr constant [13 x i8] c"%s%s/cpu.max\00"
@.offload.quota = private unnamed_addr constant [24 x i8] c"%s/cpu/cpu.cfs_quota_us\00"
@.offload.period = private unnamed_addr constant [25 x i8] c"%s/cpu/cpu.cfs_period_us\00"

declare i32 @clock_gettime(i32, ptr) nounwind
declare i32 @getpid() nounwind
declare ptr @getenv(ptr) nounwind
declare i64 @strtol(ptr, ptr, i32) nounwind
declare ptr @strrchr(ptr, i32) nounwind
declare ptr @dlopen(ptr, i32)
declare ptr @dlsym(ptr, ptr) nounwind
declare ptr @fopen(ptr, ptr)
declare i32 @fscanf(ptr, ptr, ...)
declare i32 @fclose(ptr)
declare i32 @snprintf(ptr, i64, ptr, ...) nounwind
declare i32 @dprintf(i32, ptr, ...) nounwind
declare ptr @aligned_alloc(i64, i64) nounwind
declare void @free(ptr) nounwind
declare i64 @llvm.umin.i64(i64, i64)
declare i64 @llvm.umax.i64(i64, i64)
declare i64 @llvm.fptoui.sat.i64.f64(double)

; Runs all blocks of a launch. What one takes is kept from one launch to the next, so that few long blocks are spread at once.
define void @.offload.cores.spread(ptr %range, ptr %arguments, i64 %count, ptr %cost) {
entry:
  %piece = alloca %piece, align 8
  %uncounted = alloca i64, align 8
  store i64 0, ptr %uncounted, align 8
  %team = getelementptr inbounds %piece, ptr %piece, i32 0, i32 2
  store ptr null, ptr %team, align 8
  %end = getelementptr inbounds %piece, ptr %piece, i32 0, i32 1
  %single = load atomic i64, ptr getelementptr inbounds ({ ptr, i64 }, ptr @__offload4j_cores, i32 0, i32 1) monotonic, align 8
  %alone = icmp eq i64 %single, 1
  br i1 %alone, label %rest, label %begin

begin:
  call void @.offload.cores.begin()
  %limit = load atomic double, ptr @.offload.cores.long monotonic, align 8
  %known = load atomic double, ptr %cost monotonic, align 8
  %start = call i64 @.offload.cores.clock()
  br label %round

round:
  %done = phi i64 [ 0, %begin ], [ %next, %own ]
  %now = phi i64 [ %start, %begin ], [ %then, %own ]
  %each = phi double [ %known, %begin ], [ %measured, %own ]
  %left = sub i64 %count, %done
  %lefts = uitofp i64 %left to double
  %need = fmul double %each, %lefts
  %long = fcmp oge double %need, %limit
  br i1 %long, label %ask, label %own

ask:
  %threads = call i64 @.offload.cores.team(ptr %range, ptr %arguments, i64 %done, i64 %count, double %need)
  switch i64 %threads, label %went [
    i64 0, label %own
    i64 -1, label %rest
  ]

went:
  %after = call i64 @.offload.cores.clock()
  %took = sub i64 %after, %now
  %sum = mul i64 %took, %threads
  %sums = uitofp i64 %sum to double
  %mean.team = fdiv double %sums, %lefts
  br label %keep

; About 20 microseconds, and not much more blocks than were measured. A launch that should have had more threads counts as one.
own:
  %counted = phi i1 [ false, %round ], [ true, %ask ]
  %some = fcmp ogt double %each, 1.0
  %least = select i1 %some, double %each, double 1.0
  %fitting = fdiv double 2.0e4, %least
  %fit = fptoui double %fitting to i64
  %eight = shl i64 %done, 3
  %more = add i64 %eight, 1
  %few = call i64 @llvm.umin.i64(i64 %fit, i64 %more)
  %one = call i64 @llvm.umax.i64(i64 %few, i64 1)
  %size = call i64 @llvm.umin.i64(i64 %one, i64 %left)
  %next = add i64 %done, %size
  store i64 %done, ptr %piece, align 8
  store i64 %next, ptr %end, align 8
  %account = load atomic ptr, ptr @__offload4j_cores acquire, align 8
  %here = select i1 %counted, ptr %account, ptr %uncounted
  %before = atomicrmw add ptr %here, i64 1 monotonic, align 8
  call void %range(ptr %arguments, ptr %piece)
  %during = atomicrmw sub ptr %here, i64 1 monotonic, align 8
  %then = call i64 @.offload.cores.clock()
  %elapsed = sub i64 %then, %now
  %elapseds = uitofp i64 %elapsed to double
  %sizes = uitofp i64 %size to double
  %measured = fdiv double %elapseds, %sizes
  %all = icmp eq i64 %next, %count
  br i1 %all, label %over, label %round

over:
  %whole = sub i64 %then, %start
  %wholes = uitofp i64 %whole to double
  %counts = uitofp i64 %count to double
  %mean.own = fdiv double %wholes, %counts
  br label %keep

; One launch of longer blocks than usual is not believed at once: to spread short ones costs more.
keep:
  %mean = phi double [ %mean.team, %went ], [ %mean.own, %over ]
  %twice = fadd double %known, %known
  %steep = fcmp ogt double %mean, %twice
  %seen = fcmp ogt double %known, 0.0
  %tame = and i1 %steep, %seen
  %kept = select i1 %tame, double %twice, double %mean
  store atomic double %kept, ptr %cost monotonic, align 8
  ret void

rest:
  %from = phi i64 [ 0, %entry ], [ %done, %ask ]
  store i64 %from, ptr %piece, align 8
  store i64 %count, ptr %end, align 8
  call void %range(ptr %arguments, ptr %piece)
  ret void
}

; Runs what is left of a launch by a team. Returns how many threads it was to have; 0 when they are at work elsewhere, and -1
; when there can be one thread only.
define i64 @.offload.cores.team(ptr %range, ptr %arguments, i64 %done, i64 %count, double %need) {
entry:
  %most = call i64 @.offload.cores.most()
  %single = icmp ult i64 %most, 2
  br i1 %single, label %never, label %several

never:
  ret i64 -1

; What is just long enough is worth five threads, so that each has something to do.
several:
  %left = sub i64 %count, %done
  %limit = load atomic double, ptr @.offload.cores.long monotonic, align 8
  %always = fcmp oeq double %limit, 0.0
  %limits = select i1 %always, double 1.0, double %limit
  %needs = select i1 %always, double 1.0e9, double %need
  %five = fmul double %needs, 5.0
  %worths = fdiv double %five, %limits
  %worth = call i64 @llvm.fptoui.sat.i64.f64(double %worths)
  %useful = call i64 @llvm.umin.i64(i64 %left, i64 %worth)
  %wanted = call i64 @llvm.umin.i64(i64 %useful, i64 %most)
  %account = load atomic ptr, ptr @__offload4j_cores acquire, align 8
  %before = atomicrmw add ptr %account, i64 %wanted monotonic, align 8
  %sum = add i64 %before, %wanted
  %excess = sub i64 %sum, %most
  %many = icmp sgt i64 %excess, 0
  %high = select i1 %many, i64 %excess, i64 0
  %back = call i64 @llvm.umin.i64(i64 %high, i64 %wanted)
  %threads = sub i64 %wanted, %back
  %returned = atomicrmw sub ptr %account, i64 %back monotonic, align 8
  %few = icmp ult i64 %threads, 2
  br i1 %few, label %busy, label %free

busy:
  %over = atomicrmw sub ptr %account, i64 %threads monotonic, align 8
  ret i64 0

free:
  %parts = add i64 %threads, 1
  %team = alloca %part, i64 %parts, align 64
  store ptr %range, ptr %team, align 64
  %place.arguments = getelementptr inbounds %team, ptr %team, i32 0, i32 1
  store ptr %arguments, ptr %place.arguments, align 8
  %share = udiv i64 %left, %threads
  %longer = urem i64 %left, %threads
  %sixteenth = lshr i64 %share, 4
  %size = call i64 @llvm.umax.i64(i64 %sixteenth, i64 1)
  %place.size = getelementptr inbounds %team, ptr %team, i32 0, i32 2
  store i64 %size, ptr %place.size, align 8
  %place.threads = getelementptr inbounds %team, ptr %team, i32 0, i32 3
  store i64 %threads, ptr %place.threads, align 8
  br label %cut

cut:
  %i = phi i64 [ 0, %free ], [ %behind, %cut ]
  %from = phi i64 [ %done, %free ], [ %to, %cut ]
  %behind = add i64 %i, 1
  %part = getelementptr inbounds %part, ptr %team, i64 %behind
  store i64 %from, ptr %part, align 64
  %is.longer = icmp ult i64 %i, %longer
  %one = zext i1 %is.longer to i64
  %length = add i64 %share, %one
  %to = add i64 %from, %length
  %place.to = getelementptr inbounds %part, ptr %part, i32 0, i32 1
  store i64 %to, ptr %place.to, align 8
  %again = icmp ult i64 %behind, %threads
  br i1 %again, label %cut, label %fork

fork:
  %function.thread = load atomic ptr, ptr getelementptr inbounds ([7 x ptr], ptr @.offload.cores.library, i32 0, i32 2) monotonic, align 8
  %thread = call i32 %function.thread(ptr @.offload.ident)
  %function.push = load atomic ptr, ptr getelementptr inbounds ([7 x ptr], ptr @.offload.cores.library, i32 0, i32 1) monotonic, align 8
  %number = trunc i64 %threads to i32
  call void %function.push(ptr @.offload.ident, i32 %thread, i32 %number)
  %function.fork = load atomic ptr, ptr @.offload.cores.library monotonic, align 8
  call void (ptr, i32, ptr, ...) %function.fork(ptr @.offload.ident, i32 1, ptr @.offload.cores.join, ptr %team)
  %end = atomicrmw sub ptr %account, i64 %threads monotonic, align 8
  ret i64 %threads
}

; What a thread of a team does.
define void @.offload.cores.join(ptr %thread, ptr %bound, ptr %team) {
entry:
  %piece = alloca %piece, align 8
  %function.member = load atomic ptr, ptr getelementptr inbounds ([7 x ptr], ptr @.offload.cores.library, i32 0, i32 3) monotonic, align 8
  %member = call i32 %function.member(ptr @.offload.ident)
  %number = zext i32 %member to i64
  %place.threads = getelementptr inbounds %team, ptr %team, i32 0, i32 3
  %threads = load i64, ptr %place.threads, align 8
  %fits = icmp ult i64 %number, %threads
  %own = select i1 %fits, i64 %number, i64 0
  %place.team = getelementptr inbounds %piece, ptr %piece, i32 0, i32 2
  store ptr %team, ptr %place.team, align 8
  %place.own = getelementptr inbounds %piece, ptr %piece, i32 0, i32 3
  store i64 %own, ptr %place.own, align 8
  %place.done = getelementptr inbounds %piece, ptr %piece, i32 0, i32 4
  store i64 0, ptr %place.done, align 8
  %some = call i1 @.offload.cores.more(ptr %piece)
  br i1 %some, label %run, label %over

run:
  %range = load ptr, ptr %team, align 8
  %place.arguments = getelementptr inbounds %team, ptr %team, i32 0, i32 1
  %arguments = load ptr, ptr %place.arguments, align 8
  call void %range(ptr %arguments, ptr %piece)
  br label %over

over:
  ret void
}

; Gets the next piece in place of one that is done, and returns whether there is one.
define i1 @.offload.cores.more(ptr %piece) {
entry:
  %place.team = getelementptr inbounds %piece, ptr %piece, i32 0, i32 2
  %team = load ptr, ptr %place.team, align 8
  %alone = icmp eq ptr %team, null
  br i1 %alone, label %none, label %look

none:
  ret i1 false

look:
  %place.size = getelementptr inbounds %team, ptr %team, i32 0, i32 2
  %size = load i64, ptr %place.size, align 8
  %place.threads = getelementptr inbounds %team, ptr %team, i32 0, i32 3
  %threads = load i64, ptr %place.threads, align 8
  %place.whose = getelementptr inbounds %piece, ptr %piece, i32 0, i32 3
  %place.done = getelementptr inbounds %piece, ptr %piece, i32 0, i32 4
  %whose.first = load i64, ptr %place.whose, align 8
  %done.first = load i64, ptr %place.done, align 8
  br label %take

take:
  %whose = phi i64 [ %whose.first, %look ], [ %whose.next, %other ]
  %done = phi i64 [ %done.first, %look ], [ %done.next, %other ]
  %over = icmp eq i64 %done, %threads
  br i1 %over, label %none, label %try

try:
  %index = add i64 %whose, 1
  %part = getelementptr inbounds %part, ptr %team, i64 %index
  %place.end = getelementptr inbounds %part, ptr %part, i32 0, i32 1
  %end = load i64, ptr %place.end, align 8
  %first = atomicrmw add ptr %part, i64 %size monotonic, align 8
  %some = icmp ult i64 %first, %end
  br i1 %some, label %got, label %other

other:
  %done.next = add i64 %done, 1
  %last = icmp eq i64 %index, %threads
  %whose.next = select i1 %last, i64 0, i64 %index
  br label %take

got:
  store i64 %whose, ptr %place.whose, align 8
  store i64 %done, ptr %place.done, align 8
  store i64 %first, ptr %piece, align 8
  %behind = add i64 %first, %size
  %short = call i64 @llvm.umin.i64(i64 %behind, i64 %end)
  %place.behind = getelementptr inbounds %piece, ptr %piece, i32 0, i32 1
  store i64 %short, ptr %place.behind, align 8
  ret i1 true
}

; Returns whether the thread that runs a piece is the process's only one, and stays that until the piece is done. Where the C
; library does not say, there may be others.
define i1 @.offload.cores.alone(ptr %piece) {
entry:
  %place.team = getelementptr inbounds %piece, ptr %piece, i32 0, i32 2
  %team = load ptr, ptr %place.team, align 8
  %own = icmp eq ptr %team, null
  br i1 %own, label %ask, label %others

others:
  ret i1 false

ask:
  %known = load atomic ptr, ptr @.offload.cores.single monotonic, align 8
  %new = icmp eq ptr %known, null
  br i1 %new, label %find, label %read

find:
  %seen = call ptr @dlsym(ptr null, ptr @.offload.name.single)
  %unsaid = icmp eq ptr %seen, null
  %found = select i1 %unsaid, ptr @.offload.cores.several, ptr %seen
  store atomic ptr %found, ptr @.offload.cores.single monotonic, align 8
  br label %read

read:
  %place = phi ptr [ %known, %ask ], [ %found, %find ]
  %flag = load i8, ptr %place, align 1
  %single = icmp ne i8 %flag, 0
  ret i1 %single
}

; Returns how many threads a launch may have here and now.
define i64 @.offload.cores.most() {
entry:
  %ready = load atomic i64, ptr @.offload.cores.ready acquire, align 8
  %new = icmp eq i64 %ready, 0
  br i1 %new, label %prepare, label %prepared

prepare:
  call void @.offload.cores.prepare()
  br label %prepared

prepared:
  %fork = load atomic ptr, ptr @.offload.cores.library monotonic, align 8
  %missing = icmp eq ptr %fork, null
  br i1 %missing, label %one, label %loaded

; A forked child has no other thread, and whatever lock those held stays shut.
loaded:
  %process = call i32 @getpid()
  %processes = zext i32 %process to i64
  %born = load atomic i64, ptr @.offload.cores.process monotonic, align 8
  %same = icmp eq i64 %processes, %born
  br i1 %same, label %parent, label %one

; Inside of a parallel region the cores are at work already.
parent:
  %function.level = load atomic ptr, ptr getelementptr inbounds ([7 x ptr], ptr @.offload.cores.library, i32 0, i32 5) monotonic, align 8
  %level = call i32 %function.level()
  %function.levels = load atomic ptr, ptr getelementptr inbounds ([7 x ptr], ptr @.offload.cores.library, i32 0, i32 6) monotonic, align 8
  %levels = call i32 %function.levels()
  %room = icmp slt i32 %level, %levels
  br i1 %room, label %many, label %one

many:
  %asked = load atomic i64, ptr @.offload.cores.asked monotonic, align 8
  %any = icmp eq i64 %asked, 0
  br i1 %any, label %usual, label %told

told:
  br label %end

usual:
  %function.most = load atomic ptr, ptr getelementptr inbounds ([7 x ptr], ptr @.offload.cores.library, i32 0, i32 4) monotonic, align 8
  %most = call i32 %function.most()
  %mosts = zext i32 %most to i64
  %quota = load atomic i64, ptr @.offload.cores.quota.found monotonic, align 8
  %least = call i64 @llvm.umin.i64(i64 %mosts, i64 %quota)
  br label %end

; A thread's part has a cache line on the stack.
end:
  %threads = phi i64 [ %asked, %told ], [ %least, %usual ]
  %bounded = call i64 @llvm.umin.i64(i64 %threads, i64 1024)
  ret i64 %bounded

one:
  ret i64 1
}

; Notes the process and what the user says, once. Several threads may do so at once, and all find the same.
define void @.offload.cores.begin() {
entry:
  %known = load atomic i64, ptr @.offload.cores.process acquire, align 8
  %new = icmp eq i64 %known, 0
  br i1 %new, label %ask, label %over

ask:
  %wish = call i64 @.offload.cores.wish(ptr @.offload.threads, i64 1, i64 0)
  store atomic i64 %wish, ptr @.offload.cores.asked monotonic, align 8
  %micros = call i64 @.offload.cores.wish(ptr @.offload.spread, i64 0, i64 50)
  %micro = uitofp i64 %micros to double
  %nanos = fmul double %micro, 1.0e3
  store atomic double %nanos, ptr @.offload.cores.long monotonic, align 8
  %one = icmp eq i64 %wish, 1
  br i1 %one, label %single, label %note

single:
  store atomic i64 1, ptr getelementptr inbounds ({ ptr, i64 }, ptr @__offload4j_cores, i32 0, i32 1) monotonic, align 8
  br label %note

note:
  %process = call i32 @getpid()
  %processes = zext i32 %process to i64
  store atomic i64 %processes, ptr @.offload.cores.process release, align 8
  br label %over

over:
  ret void
}

; Finds what launches are spread with, and how far, once. Several threads may do so at once, and all find the same.
define void @.offload.cores.prepare() {
entry:
  %account = call ptr @.offload.cores.account()
  %lost = icmp eq ptr %account, null
  br i1 %lost, label %single, label %library

library:
  %found = call i1 @.offload.cores.find()
  br i1 %found, label %limit, label %single

limit:
  %quota = call i64 @.offload.cores.quota(ptr @.offload.groups, ptr @.offload.own)
  store atomic i64 %quota, ptr @.offload.cores.quota.found monotonic, align 8
  br label %over

single:
  store atomic i64 1, ptr getelementptr inbounds ({ ptr, i64 }, ptr @__offload4j_cores, i32 0, i32 1) monotonic, align 8
  br label %over

over:
  store atomic i64 1, ptr @.offload.cores.ready release, align 8
  ret void
}

; Returns the number that the user gives by a variable, or another one.
define i64 @.offload.cores.wish(ptr %variable, i64 %least, i64 %usual) {
entry:
  %end = alloca ptr, align 8
  %text = call ptr @getenv(ptr %variable)
  %unset = icmp eq ptr %text, null
  br i1 %unset, label %none, label %some

some:
  %begin = load i8, ptr %text, align 1
  %empty = icmp eq i8 %begin, 0
  br i1 %empty, label %none, label %number

number:
  %value = call i64 @strtol(ptr %text, ptr %end, i32 10)
  %behind = load ptr, ptr %end, align 8
  %rest = load i8, ptr %behind, align 1
  %whole = icmp eq i8 %rest, 0
  %more = sub i64 %value, %least
  %small = icmp ult i64 %more, 1000000000
  %fine = and i1 %whole, %small
  br i1 %fine, label %told, label %wrong

told:
  ret i64 %value

wrong:
  %printed = call i32 (i32, ptr, ...) @dprintf(i32 2, ptr @.offload.wrong, ptr %variable, ptr %text, i64 %least)
  br label %none

none:
  ret i64 %usual
}

; Finds the OpenMP library, and returns whether there is one: among what every library sees, or as one that was loaded for some
; only. That of GCC has none of the functions, and may have its own for what is asked about regions, rightly.
define i1 @.offload.cores.find() {
entry:
  %seen = call ptr @dlsym(ptr null, ptr @.offload.name.fork)
  %hidden = icmp eq ptr %seen, null
  br i1 %hidden, label %look, label %search

; 5: at once, and only what is loaded
look:
  %debian = call ptr @dlopen(ptr @.offload.name.debian, i32 5)
  %other = icmp eq ptr %debian, null
  br i1 %other, label %look.again, label %search

look.again:
  %llvm = call ptr @dlopen(ptr @.offload.name.llvm, i32 5)
  %nowhere = icmp eq ptr %llvm, null
  br i1 %nowhere, label %missing, label %search

search:
  %handle = phi ptr [ null, %entry ], [ %debian, %look ], [ %llvm, %look.again ]
  br label %next

; The first one is what tells that all are there.
next:
  %i = phi i64 [ 6, %search ], [ %before, %store ]
  %place.name = getelementptr inbounds [7 x ptr], ptr @.offload.cores.names, i64 0, i64 %i
  %name = load ptr, ptr %place.name, align 8
  %function = call ptr @dlsym(ptr %handle, ptr %name)
  %absent = icmp eq ptr %function, null
  br i1 %absent, label %missing, label %store

store:
  %place = getelementptr inbounds [7 x ptr], ptr @.offload.cores.library, i64 0, i64 %i
  store atomic ptr %function, ptr %place monotonic, align 8
  %before = sub i64 %i, 1
  %last = icmp eq i64 %i, 0
  br i1 %last, label %found, label %next

found:
  ret i1 true

missing:
  ret i1 false
}

; Returns where the threads at work are counted, once for all that can see each other by name.
define ptr @.offload.cores.account() {
entry:
  %seen = call ptr @dlsym(ptr null, ptr @.offload.name.cores)
  %hidden = icmp eq ptr %seen, null
  %shared = select i1 %hidden, ptr @__offload4j_cores, ptr %seen
  %known = load atomic ptr, ptr %shared acquire, align 8
  %new = icmp eq ptr %known, null
  br i1 %new, label %make, label %own

make:
  %made = call ptr @aligned_alloc(i64 64, i64 64)
  %full = icmp eq ptr %made, null
  br i1 %full, label %lost, label %publish

publish:
  store i64 0, ptr %made, align 64
  %pair = cmpxchg ptr %shared, ptr null, ptr %made acq_rel acquire, align 8
  %first = extractvalue { ptr, i1 } %pair, 1
  %other = extractvalue { ptr, i1 } %pair, 0
  br i1 %first, label %own, label %late

late:
  call void @free(ptr %made)
  br label %own

own:
  %account = phi ptr [ %known, %entry ], [ %made, %publish ], [ %other, %late ]
  store atomic ptr %account, ptr @__offload4j_cores release, align 8
  ret ptr %account

lost:
  ret ptr null
}

; Returns how many processors' time the process may use by its control groups: its own of version 2 and those above, or that of
; version 1 as a container sees it. A large number where nothing is said.
define i64 @.offload.cores.quota(ptr %root, ptr %own) {
entry:
  %path = alloca [1024 x i8], align 1
  %name = alloca [4096 x i8], align 1
  %quota = alloca i64, align 8
  %period = alloca i64, align 8
  store i8 0, ptr %path, align 1
  %list = call ptr @fopen(ptr %own, ptr @.offload.read)
  %unread = icmp eq ptr %list, null
  br i1 %unread, label %up, label %read

read:
  %fields = call i32 (ptr, ptr, ...) @fscanf(ptr %list, ptr @.offload.group, ptr %path)
  %closed = call i32 @fclose(ptr %list)
  br label %up

up:
  %least = phi i64 [ 1000000, %entry ], [ 1000000, %read ], [ %less, %cut ]
  %n = call i32 (ptr, i64, ptr, ...) @snprintf(ptr %name, i64 4096, ptr @.offload.max, ptr %root, ptr %path)
  store i64 100000, ptr %period, align 8
  %values = call i32 @.offload.cores.numbers(ptr %name, ptr %quota, ptr %period)
  %said = icmp sgt i32 %values, 0
  br i1 %said, label %divide, label %parent

divide:
  %cpus = call i64 @.offload.cores.share(ptr %quota, ptr %period)
  br label %parent

parent:
  %here = phi i64 [ 1000000, %up ], [ %cpus, %divide ]
  %less = call i64 @llvm.umin.i64(i64 %least, i64 %here)
  %slash = call ptr @strrchr(ptr %path, i32 47)
  %top = icmp eq ptr %slash, null
  br i1 %top, label %old, label %cut

cut:
  store i8 0, ptr %slash, align 1
  br label %up

old:
  %m = call i32 (ptr, i64, ptr, ...) @snprintf(ptr %name, i64 4096, ptr @.offload.quota, ptr %root)
  %a = call i32 @.offload.cores.numbers(ptr %name, ptr %quota, ptr %period)
  %k = call i32 (ptr, i64, ptr, ...) @snprintf(ptr %name, i64 4096, ptr @.offload.period, ptr %root)
  %b = call i32 @.offload.cores.numbers(ptr %name, ptr %period, ptr %path)
  %both = icmp eq i32 %a, 1
  %period.too = icmp eq i32 %b, 1
  %known = and i1 %both, %period.too
  br i1 %known, label %old.divide, label %over

old.divide:
  %old.cpus = call i64 @.offload.cores.share(ptr %quota, ptr %period)
  br label %over

over:
  %there = phi i64 [ 1000000, %old ], [ %old.cpus, %old.divide ]
  %result = call i64 @llvm.umin.i64(i64 %less, i64 %there)
  ret i64 %result
}

; Reads up to two numbers from a file, and returns how many it begins with.
define i32 @.offload.cores.numbers(ptr %name, ptr %first, ptr %second) {
entry:
  %file = call ptr @fopen(ptr %name, ptr @.offload.read)
  %missing = icmp eq ptr %file, null
  br i1 %missing, label %none, label %some

some:
  %fields = call i32 (ptr, ptr, ...) @fscanf(ptr %file, ptr @.offload.two, ptr %first, ptr %second)
  %closed = call i32 @fclose(ptr %file)
  ret i32 %fields

none:
  ret i32 0
}

; Returns a quota in periods, rounded up; a large number where it is none.
define i64 @.offload.cores.share(ptr %quota, ptr %period) {
entry:
  %q = load i64, ptr %quota, align 8
  %p = load i64, ptr %period, align 8
  %some.q = icmp sgt i64 %q, 0
  %some.p = icmp sgt i64 %p, 0
  %some = and i1 %some.q, %some.p
  br i1 %some, label %divide, label %none

divide:
  %more = add i64 %p, -1
  %sum = add i64 %q, %more
  %cpus = udiv i64 %sum, %p
  ret i64 %cpus

none:
  ret i64 1000000
}

; Returns the time in nanoseconds, by a clock that nobody sets.
define i64 @.offload.cores.clock() {
  %time = alloca { i64, i64 }, align 8
  %r = call i32 @clock_gettime(i32 1, ptr %time)
  %seconds = load i64, ptr %time, align 8
  %place = getelementptr inbounds { i64, i64 }, ptr %time, i32 0, i32 1
  %nanoseconds = load i64, ptr %place, align 8
  %scaled = mul i64 %seconds, 1000000000
  %now = add i64 %scaled, %nanoseconds
  ret i64 %now
}
