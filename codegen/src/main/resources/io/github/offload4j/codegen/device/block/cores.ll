; Spreads the blocks of a launch over the cores, by the OpenMP library that the program has loaded for itself.
;
; A launch begins on the thread that asks for it, which looks at the clock now and then. What is left is spread once it would
; take that thread long enough, and as many threads as it may have are not at work on other launches. Each thread of a team
; has a part of the blocks, so that it finds in its cache what it has worked on before, and helps others when it is done.
;
; What a block takes is kept from one launch of a kernel to the next. A launch that is known to be shorter, and still longer than
; it takes to begin and end a team, is spread as well while the threads are awake, which they are for a while after a team. Where
; they sleep, such launches pay for waking them once they have taken as long as that takes, shortly after each other.

; first block, the one behind the last, the team that has more of them, whose part is taken from, and how many parts are done
%piece = type { i64, i64, ptr, i64, i64 }

; the next block of a thread's part, and the one behind its last; each in a cache line of its own
%part = type { i64, i64, [6 x i64] }

; a piece of a team's, and how many blocks those before it had
%share = type { %piece, i64 }

; what runs a piece, its arguments, the blocks of a piece, how many parts follow, whether each thread does its own part only, how
; many threads there are, and what a block takes the first one
%team = type { ptr, ptr, i64, i64, i64, i64, double, i64 }

; what a block of a kernel takes, which launch was looked at last, how many more like that need not be, and how many that were
%cost = type { double, i64, i64, i64 }

; What the libraries of a program share, by name: how many threads are at work, in memory that outlives them, and 1 where there
; is to be one thread.
@__offload4j_cores = global { ptr, i64 } zeroinitializer, align 8

@.offload.cores.ready = internal global i64 0
@.offload.cores.process = internal global i64 0
@.offload.cores.asked = internal global i64 0
; nanoseconds
@.offload.cores.long = internal global double 5.0e4
; whether shorter launches may be spread too
@.offload.cores.adapts = internal global i64 0
; nanoseconds that a team of awake threads takes longer than its share of the work
@.offload.cores.price = internal global double 4.0e3
; when the last team was done, and the last launch, and what launches have taken since that could have been spread
@.offload.cores.teamed = internal global i64 0
@.offload.cores.launched = internal global i64 0
@.offload.cores.owed = internal global double 0.0
@.offload.cores.quota.found = internal global i64 0

; Where the C library says whether the process has one thread.
@.offload.cores.single = internal global ptr null
@.offload.cores.several = internal constant i8 0

; The functions of the OpenMP library.
@.offload.cores.library = internal global [8 x ptr] zeroinitializer
@.offload.cores.names = internal constant [8 x ptr] [ptr @.offload.name.fork, ptr @.offload.name.push, ptr @.offload.name.thread, ptr @.offload.name.member, ptr @.offload.name.most, ptr @.offload.name.level, ptr @.offload.name.levels, ptr @.offload.name.size]
@.offload.name.fork = private unnamed_addr constant [17 x i8] c"__kmpc_fork_call\00"
@.offload.name.push = private unnamed_addr constant [24 x i8] c"__kmpc_push_num_threads\00"
@.offload.name.thread = private unnamed_addr constant [25 x i8] c"__kmpc_global_thread_num\00"
@.offload.name.member = private unnamed_addr constant [24 x i8] c"__kmpc_bound_thread_num\00"
@.offload.name.most = private unnamed_addr constant [20 x i8] c"omp_get_max_threads\00"
@.offload.name.level = private unnamed_addr constant [21 x i8] c"omp_get_active_level\00"
@.offload.name.levels = private unnamed_addr constant [26 x i8] c"omp_get_max_active_levels\00"
@.offload.name.size = private unnamed_addr constant [20 x i8] c"omp_get_num_threads\00"
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
define void @.offload.cores.spread(ptr %range, ptr %arguments, i64 %count, ptr %cost, i64 %alike) {
entry:
  %piece = alloca %piece, align 8
  %shared = alloca double, align 8
  %team = getelementptr inbounds %piece, ptr %piece, i32 0, i32 2
  store ptr null, ptr %team, align 8
  %end = getelementptr inbounds %piece, ptr %piece, i32 0, i32 1
  call void @.offload.cores.begin()
  %limit = load atomic double, ptr @.offload.cores.long monotonic, align 8
  %known = load atomic double, ptr %cost monotonic, align 8
  %start = call i64 @.offload.cores.clock()
  %counts = uitofp i64 %count to double
  %expected = fmul double %known, %counts
  %quick = call i1 @.offload.cores.quick(double %expected, i64 %start)
  br label %round

round:
  %done = phi i64 [ 0, %entry ], [ %next, %ran ]
  %now = phi i64 [ %start, %entry ], [ %then, %ran ]
  %each = phi double [ %known, %entry ], [ %measured, %ran ]
  %left = sub i64 %count, %done
  %lefts = uitofp i64 %left to double
  %need = fmul double %each, %lefts
  %long = fcmp oge double %need, %limit
  %spread = or i1 %long, %quick
  br i1 %spread, label %ask, label %own

ask:
  %short = xor i1 %long, true
  store double %each, ptr %shared, align 8
  %threads = call i64 @.offload.cores.team(ptr %range, ptr %arguments, i64 %done, i64 %count, double %need, i1 %short, ptr %shared)
  switch i64 %threads, label %went [
    i64 0, label %own
    i64 -1, label %rest
  ]

went:
  %after = call i64 @.offload.cores.clock()
  %took = sub i64 %after, %now
  %mean.team = load double, ptr %shared, align 8
  %work = fmul double %mean.team, %lefts
  call void @.offload.cores.teamed.note(i64 %after, i64 %took, double %work, i64 %threads, i1 %short)
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
  br i1 %counted, label %counting, label %free

counting:
  %account = load atomic ptr, ptr @__offload4j_cores acquire, align 8
  %before = atomicrmw add ptr %account, i64 1 monotonic, align 8
  call void %range(ptr %arguments, ptr %piece)
  %during = atomicrmw sub ptr %account, i64 1 monotonic, align 8
  br label %ran

free:
  call void %range(ptr %arguments, ptr %piece)
  br label %ran

ran:
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
  %mean.own = fdiv double %wholes, %counts
  br label %keep

; One launch of longer blocks than usual is not believed at once: to spread short ones costs more. Nor is one of shorter ones, as
; those of a team are now and then, after which all would be run here.
keep:
  %mean = phi double [ %mean.team, %went ], [ %mean.own, %over ], [ %mean.rest, %rest ]
  %ended = phi i64 [ %after, %went ], [ %then, %over ], [ %done.rest, %rest ]
  %twice = fadd double %known, %known
  %steep = fcmp ogt double %mean, %twice
  %seen = fcmp ogt double %known, 0.0
  %tame = and i1 %steep, %seen
  %tamed = select i1 %tame, double %twice, double %mean
  %moved = fsub double %tamed, %known
  %part.moved = fmul double %moved, 2.5e-1
  %smooth = fadd double %known, %part.moved
  %kept = select i1 %seen, double %smooth, double %tamed
  store atomic double %kept, ptr %cost monotonic, align 8
  store atomic i64 %ended, ptr @.offload.cores.launched monotonic, align 8
  %blocks = uitofp i64 %count to double
  %total = fmul double %mean, %blocks
  %little = fcmp olt double %total, 1.0e3
  %alright = fcmp olt double %total, %limit
  %brief = and i1 %little, %alright
  %place.alike = getelementptr inbounds %cost, ptr %cost, i32 0, i32 1
  %place.left = getelementptr inbounds %cost, ptr %cost, i32 0, i32 2
  %place.times = getelementptr inbounds %cost, ptr %cost, i32 0, i32 3
  %last = load atomic i64, ptr %place.alike monotonic, align 8
  %again = icmp eq i64 %last, %alike
  %trusted = and i1 %brief, %again
  %times = load atomic i64, ptr %place.times monotonic, align 8
  %double = shl i64 %times, 1
  %odd = or i64 %double, 1
  %bounded = call i64 @llvm.umin.i64(i64 %odd, i64 63)
  %trust = select i1 %trusted, i64 %bounded, i64 0
  store atomic i64 %alike, ptr %place.alike monotonic, align 8
  store atomic i64 %trust, ptr %place.times monotonic, align 8
  store atomic i64 %trust, ptr %place.left monotonic, align 8
  ret void

; There can be one thread only; what is believed of the blocks may be too much.
rest:
  store i64 %done, ptr %piece, align 8
  store i64 %count, ptr %end, align 8
  call void %range(ptr %arguments, ptr %piece)
  %done.rest = call i64 @.offload.cores.clock()
  %took.rest = sub i64 %done.rest, %now
  %tooks.rest = uitofp i64 %took.rest to double
  %mean.rest = fdiv double %tooks.rest, %lefts
  br label %keep
}

; Returns whether a launch that is expected to take a thread so many nanoseconds is spread however short that is.
define i1 @.offload.cores.quick(double %expected, i64 %start) {
entry:
  %adapts = load atomic i64, ptr @.offload.cores.adapts monotonic, align 8
  %adapting = icmp ne i64 %adapts, 0
  %price = load atomic double, ptr @.offload.cores.price monotonic, align 8
  %least = fmul double %price, 1.25
  %worth = fcmp oge double %expected, %least
  br i1 %adapting, label %some, label %no

; A price that was paid once, on a busy machine perhaps, is not for ever.
some:
  br i1 %worth, label %time, label %cheapen

cheapen:
  %usual = fcmp olt double %price, 4.0e3
  %less = fmul double %price, 9.95e-1
  %cheaper = select i1 %usual, double %price, double %less
  store atomic double %cheaper, ptr @.offload.cores.price monotonic, align 8
  br label %no

; 50 milliseconds: libomp's threads stay awake for 200, unless the user says otherwise, which then shows in the price
time:
  %teamed = load atomic i64, ptr @.offload.cores.teamed monotonic, align 8
  %since.team = sub i64 %start, %teamed
  %awake = icmp ult i64 %since.team, 50000000
  %launched = load atomic i64, ptr @.offload.cores.launched monotonic, align 8
  %since.launch = sub i64 %start, %launched
  %series = icmp ult i64 %since.launch, 1000000
  %owed.before = load atomic double, ptr @.offload.cores.owed monotonic, align 8
  %owed.series = select i1 %series, double %owed.before, double 0.0
  %owed = fadd double %owed.series, %expected
  %limit = load atomic double, ptr @.offload.cores.long monotonic, align 8
  %paid = fcmp oge double %owed, %limit
  %quick = or i1 %awake, %paid
  %owed.after = select i1 %quick, double 0.0, double %owed
  store atomic double %owed.after, ptr @.offload.cores.owed monotonic, align 8
  ret i1 %quick

no:
  ret i1 false
}

; Notes what a team took beyond its work, if its threads were awake, and that they are now. One team in ten takes several times as
; long as the others where the machine has other things to do: a single one may raise the price by a quarter.
define void @.offload.cores.teamed.note(i64 %after, i64 %took, double %work, i64 %threads, i1 %short) {
entry:
  %teamed = load atomic i64, ptr @.offload.cores.teamed monotonic, align 8
  store atomic i64 %after, ptr @.offload.cores.teamed monotonic, align 8
  %start = sub i64 %after, %took
  %since = sub i64 %start, %teamed
  %awake = icmp ult i64 %since, 50000000
  %known = and i1 %awake, %short
  br i1 %known, label %note, label %over

note:
  %numbers = uitofp i64 %threads to double
  %part = fdiv double %work, %numbers
  %tooks = uitofp i64 %took to double
  %difference = fsub double %tooks, %part
  %positive = fcmp ogt double %difference, 1.0e3
  %more = select i1 %positive, double %difference, double 1.0e3
  %price = load atomic double, ptr @.offload.cores.price monotonic, align 8
  %change = fsub double %more, %price
  %far = fcmp ogt double %change, %price
  %bounded = select i1 %far, double %price, double %change
  %quarter = fmul double %bounded, 2.5e-1
  %new = fadd double %price, %quarter
  store atomic double %new, ptr @.offload.cores.price monotonic, align 8
  br label %over

over:
  ret void
}

; Runs what is left of a launch by a team, a short one in equal parts, and stores what a block takes. Returns how many
; threads it was to have; 0 when they are at work elsewhere, and -1 when there can be one thread only.
define i64 @.offload.cores.team(ptr %range, ptr %arguments, i64 %done, i64 %count, double %need, i1 %short, ptr %each) {
entry:
  %most = call i64 @.offload.cores.most()
  %single = icmp ult i64 %most, 2
  br i1 %single, label %never, label %several

never:
  ret i64 -1

; What is just long enough is worth five threads, so that each has something to do. Short ones take all there are, as teams of
; different sizes after each other take time to change.
several:
  %left = sub i64 %count, %done
  %limit = load atomic double, ptr @.offload.cores.long monotonic, align 8
  %zero = fcmp oeq double %limit, 0.0
  %always = or i1 %zero, %short
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
  %behind.share = add i64 %share, 1
  %piece = select i1 %short, i64 %behind.share, i64 %sixteenth
  %size = call i64 @llvm.umax.i64(i64 %piece, i64 1)
  %place.size = getelementptr inbounds %team, ptr %team, i32 0, i32 2
  store i64 %size, ptr %place.size, align 8
  %place.threads = getelementptr inbounds %team, ptr %team, i32 0, i32 3
  store i64 %threads, ptr %place.threads, align 8
  %place.apart = getelementptr inbounds %team, ptr %team, i32 0, i32 4
  %apart = zext i1 %short to i64
  store i64 %apart, ptr %place.apart, align 8
  %place.there = getelementptr inbounds %team, ptr %team, i32 0, i32 5
  store i64 0, ptr %place.there, align 8
  %place.each = getelementptr inbounds %team, ptr %team, i32 0, i32 6
  %each.before = load double, ptr %each, align 8
  store double %each.before, ptr %place.each, align 8
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
  %function.thread = load atomic ptr, ptr getelementptr inbounds ([8 x ptr], ptr @.offload.cores.library, i32 0, i32 2) monotonic, align 8
  %thread = call i32 %function.thread(ptr @.offload.ident)
  %function.push = load atomic ptr, ptr getelementptr inbounds ([8 x ptr], ptr @.offload.cores.library, i32 0, i32 1) monotonic, align 8
  %number = trunc i64 %threads to i32
  call void %function.push(ptr @.offload.ident, i32 %thread, i32 %number)
  %function.fork = load atomic ptr, ptr @.offload.cores.library monotonic, align 8
  call void (ptr, i32, ptr, ...) %function.fork(ptr @.offload.ident, i32 1, ptr @.offload.cores.join, ptr %team)
  %end = atomicrmw sub ptr %account, i64 %threads monotonic, align 8
  %each.now = load double, ptr %place.each, align 8
  store double %each.now, ptr %each, align 8
  %there = load i64, ptr %place.there, align 8
  %missing = icmp ult i64 %there, %threads
  %parts.left = and i1 %short, %missing
  br i1 %parts.left, label %others, label %out

; The library has given fewer threads, and nobody has done their parts.
others:
  store i64 0, ptr %place.apart, align 8
  call void @.offload.cores.help(ptr %team, i64 0)
  br label %out

out:
  ret i64 %threads
}

; What a thread of a team does.
define void @.offload.cores.join(ptr %thread, ptr %bound, ptr %team) {
entry:
  %function.member = load atomic ptr, ptr getelementptr inbounds ([8 x ptr], ptr @.offload.cores.library, i32 0, i32 3) monotonic, align 8
  %member = call i32 %function.member(ptr @.offload.ident)
  %number = zext i32 %member to i64
  %first = icmp eq i32 %member, 0
  br i1 %first, label %count, label %work

count:
  %function.size = load atomic ptr, ptr getelementptr inbounds ([8 x ptr], ptr @.offload.cores.library, i32 0, i32 7) monotonic, align 8
  %size = call i32 %function.size()
  %sizes = zext i32 %size to i64
  %place.there = getelementptr inbounds %team, ptr %team, i32 0, i32 5
  store i64 %sizes, ptr %place.there, align 8
  br label %work

work:
  call void @.offload.cores.help(ptr %team, i64 %number)
  ret void
}

; Runs pieces of a team's parts, from a thread's own on. The first thread finds out what a block takes.
define void @.offload.cores.help(ptr %team, i64 %number) {
entry:
  %piece = alloca %share, align 8
  %place.threads = getelementptr inbounds %team, ptr %team, i32 0, i32 3
  %threads = load i64, ptr %place.threads, align 8
  %fits = icmp ult i64 %number, %threads
  %own = select i1 %fits, i64 %number, i64 0
  %place.team = getelementptr inbounds %piece, ptr %piece, i32 0, i32 2
  store ptr %team, ptr %place.team, align 8
  %place.own = getelementptr inbounds %piece, ptr %piece, i32 0, i32 3
  store i64 %own, ptr %place.own, align 8
  ; those that are not to be looked at are done
  %place.apart = getelementptr inbounds %team, ptr %team, i32 0, i32 4
  %apart = load i64, ptr %place.apart, align 8
  %together = icmp eq i64 %apart, 0
  %others = sub i64 %threads, 1
  %done = select i1 %together, i64 0, i64 %others
  %place.done = getelementptr inbounds %piece, ptr %piece, i32 0, i32 4
  store i64 %done, ptr %place.done, align 8
  %place.sum = getelementptr inbounds %share, ptr %piece, i32 0, i32 1
  store i64 0, ptr %place.sum, align 8
  %some = call i1 @.offload.cores.more(ptr %piece)
  br i1 %some, label %run, label %over

run:
  %range = load ptr, ptr %team, align 8
  %place.arguments = getelementptr inbounds %team, ptr %team, i32 0, i32 1
  %arguments = load ptr, ptr %place.arguments, align 8
  %first = icmp eq i64 %number, 0
  br i1 %first, label %measure, label %plain

plain:
  call void %range(ptr %arguments, ptr %piece)
  br label %over

measure:
  %start = call i64 @.offload.cores.clock()
  call void %range(ptr %arguments, ptr %piece)
  %end = call i64 @.offload.cores.clock()
  %took = sub i64 %end, %start
  %tooks = uitofp i64 %took to double
  %sum = load i64, ptr %place.sum, align 8
  %sums = uitofp i64 %sum to double
  %each = fdiv double %tooks, %sums
  %place.each = getelementptr inbounds %team, ptr %team, i32 0, i32 6
  store double %each, ptr %place.each, align 8
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
  %seen = load atomic i64, ptr %part monotonic, align 8
  %maybe = icmp ult i64 %seen, %end
  br i1 %maybe, label %reach, label %other

reach:
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
  %place.sum = getelementptr inbounds %share, ptr %piece, i32 0, i32 1
  %sum = load i64, ptr %place.sum, align 8
  %length = sub i64 %short, %first
  %longer = add i64 %sum, %length
  store i64 %longer, ptr %place.sum, align 8
  ret i1 true
}

; Returns whether the thread that runs a piece is the process's only one, and stays that until the piece is done. Where the C
; library does not say, there may be others.
define i1 @.offload.cores.alone(ptr %piece) {
entry:
  %whole = icmp eq ptr %piece, null
  br i1 %whole, label %ask, label %some

some:
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
  %function.level = load atomic ptr, ptr getelementptr inbounds ([8 x ptr], ptr @.offload.cores.library, i32 0, i32 5) monotonic, align 8
  %level = call i32 %function.level()
  %function.levels = load atomic ptr, ptr getelementptr inbounds ([8 x ptr], ptr @.offload.cores.library, i32 0, i32 6) monotonic, align 8
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
  %function.most = load atomic ptr, ptr getelementptr inbounds ([8 x ptr], ptr @.offload.cores.library, i32 0, i32 4) monotonic, align 8
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
  %given = call i64 @.offload.cores.wish(ptr @.offload.spread, i64 0, i64 -1)
  %unsaid = icmp slt i64 %given, 0
  %adapts = zext i1 %unsaid to i64
  store atomic i64 %adapts, ptr @.offload.cores.adapts monotonic, align 8
  %micros = select i1 %unsaid, i64 50, i64 %given
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

; 5: lazily, and only what is loaded
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
  %i = phi i64 [ 7, %search ], [ %before, %store ]
  %place.name = getelementptr inbounds [8 x ptr], ptr @.offload.cores.names, i64 0, i64 %i
  %name = load ptr, ptr %place.name, align 8
  %function = call ptr @dlsym(ptr %handle, ptr %name)
  %absent = icmp eq ptr %function, null
  br i1 %absent, label %missing, label %store

store:
  %place = getelementptr inbounds [8 x ptr], ptr @.offload.cores.library, i64 0, i64 %i
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
