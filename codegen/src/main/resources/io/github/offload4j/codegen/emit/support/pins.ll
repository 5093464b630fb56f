; Memory that is registered with the CUDA driver for as long as it is mapped, so that copies need no detour.
;
; The driver refuses a copy that begins in registered memory and goes on behind its end. So every data call shares the lock with
; others while the runtime copies, and takes pins away that such a copy would run out of before it begins. Whoever registers
; memory or takes a pin away has the lock alone, and no copy is under way.

; A pin: where it begins, how many bytes, and how often they are mapped.
%offload.pin = type { ptr, i64, i64 }

; The C library's lock for readers and writers, zero at first; 0 before the driver was looked for, 1 when it is there, 2 when not;
; how many pins there are; the pins; the driver's functions: cuInit, cuCtxGetCurrent, cuDevicePrimaryCtxRetain,
; cuCtxPushCurrent, cuCtxPopCurrent, cuMemHostRegister, cuMemHostUnregister.
%offload.pins = type { [56 x i8], i64, i64, [64 x %offload.pin], [7 x ptr] }

@.offload_pins.v1 = linkonce_odr hidden global %offload.pins zeroinitializer, align 8

declare i32 @pthread_rwlock_rdlock(ptr) nounwind
declare i32 @pthread_rwlock_wrlock(ptr) nounwind
declare i32 @pthread_rwlock_unlock(ptr) nounwind
declare ptr @dlopen(ptr, i32)
declare ptr @dlsym(ptr, ptr) nounwind

; Returns a pin that all of the bytes are in, where the whole is wanted, else one that a copy of the bytes would run out
; of; or null.
define linkonce_odr hidden ptr @.offload_pins_find.v1(ptr %begin, i64 %bytes, i1 %whole) noinline nounwind {
entry:
  %count = load i64, ptr getelementptr (%offload.pins, ptr @.offload_pins.v1, i32 0, i32 2)
  %first = ptrtoint ptr %begin to i64
  %end = add i64 %first, %bytes
  br label %next

next:
  %i = phi i64 [ 0, %entry ], [ %following, %look ]
  %more = icmp ult i64 %i, %count
  br i1 %more, label %look, label %none

look:
  %pin = getelementptr %offload.pins, ptr @.offload_pins.v1, i32 0, i32 3, i64 %i
  %pin.begin = load ptr, ptr %pin
  %pin.size.at = getelementptr %offload.pin, ptr %pin, i32 0, i32 1
  %pin.size = load i64, ptr %pin.size.at
  %pin.first = ptrtoint ptr %pin.begin to i64
  %pin.end = add i64 %pin.first, %pin.size
  %not.before = icmp uge i64 %first, %pin.first
  %before.end = icmp ult i64 %first, %pin.end
  %begins.inside = and i1 %not.before, %before.end
  %ends.inside = icmp ule i64 %end, %pin.end
  %wanted = xor i1 %ends.inside, %whole
  %other = xor i1 %wanted, true
  %is = and i1 %begins.inside, %other
  %following = add i64 %i, 1
  br i1 %is, label %found, label %next

found:
  ret ptr %pin

none:
  ret ptr null
}

; Looks up the driver's functions: the names of its library and of each. Returns whether it is there, and has started.
define linkonce_odr hidden i1 @.offload_pins_driver.v1(ptr %names) noinline {
entry:
  %state = load i64, ptr getelementptr (%offload.pins, ptr @.offload_pins.v1, i32 0, i32 1)
  switch i64 %state, label %absent [ i64 0, label %open
                                     i64 1, label %ready ]

open:
  store i64 2, ptr getelementptr (%offload.pins, ptr @.offload_pins.v1, i32 0, i32 1)
  %library.name = load ptr, ptr %names
  %library = call ptr @dlopen(ptr %library.name, i32 1)
  %missing = icmp eq ptr %library, null
  br i1 %missing, label %absent, label %next

next:
  %i = phi i64 [ 0, %open ], [ %following, %store ]
  %following = add i64 %i, 1
  %name.at = getelementptr ptr, ptr %names, i64 %following
  %name = load ptr, ptr %name.at
  %function = call ptr @dlsym(ptr %library, ptr %name)
  %lacks = icmp eq ptr %function, null
  br i1 %lacks, label %absent, label %store

store:
  %function.at = getelementptr %offload.pins, ptr @.offload_pins.v1, i32 0, i32 4, i64 %i
  store ptr %function, ptr %function.at
  %last = icmp eq i64 %following, 7
  br i1 %last, label %start, label %next

start:
  %initialize = load ptr, ptr getelementptr (%offload.pins, ptr @.offload_pins.v1, i32 0, i32 4, i64 0)
  %status = call i32 %initialize(i32 0)
  %failed = icmp ne i32 %status, 0
  br i1 %failed, label %absent, label %started

started:
  store i64 1, ptr getelementptr (%offload.pins, ptr @.offload_pins.v1, i32 0, i32 1)
  br label %ready

ready:
  ret i1 true

absent:
  ret i1 false
}

; Registers bytes, or with none unregisters what begins there; in the thread's context, or else in that of device 0. Returns the
; driver's status.
define linkonce_odr hidden i32 @.offload_pins_tell.v1(ptr %begin, i64 %bytes) noinline {
entry:
  %context = alloca ptr, align 8
  store ptr null, ptr %context
  %current = load ptr, ptr getelementptr (%offload.pins, ptr @.offload_pins.v1, i32 0, i32 4, i64 1)
  %asked = call i32 %current(ptr %context)
  %own = load ptr, ptr %context
  %none = icmp eq ptr %own, null
  br i1 %none, label %retain, label %tell

retain:
  %retain.function = load ptr, ptr getelementptr (%offload.pins, ptr @.offload_pins.v1, i32 0, i32 4, i64 2)
  %retained = call i32 %retain.function(ptr %context, i32 0)
  %failed = icmp ne i32 %retained, 0
  br i1 %failed, label %refused, label %push

refused:
  ret i32 %retained

push:
  %primary = load ptr, ptr %context
  %push.function = load ptr, ptr getelementptr (%offload.pins, ptr @.offload_pins.v1, i32 0, i32 4, i64 3)
  %pushed = call i32 %push.function(ptr %primary)
  br label %tell

tell:
  %registers = icmp ne i64 %bytes, 0
  br i1 %registers, label %register, label %unregister

register:
  %register.function = load ptr, ptr getelementptr (%offload.pins, ptr @.offload_pins.v1, i32 0, i32 4, i64 5)
  %registered = call i32 %register.function(ptr %begin, i64 %bytes, i32 1)
  br label %told

unregister:
  %unregister.function = load ptr, ptr getelementptr (%offload.pins, ptr @.offload_pins.v1, i32 0, i32 4, i64 6)
  %unregistered = call i32 %unregister.function(ptr %begin)
  br label %told

told:
  %status = phi i32 [ %registered, %register ], [ %unregistered, %unregister ]
  br i1 %none, label %pop, label %done

pop:
  %pop.function = load ptr, ptr getelementptr (%offload.pins, ptr @.offload_pins.v1, i32 0, i32 4, i64 4)
  %popped = call i32 %pop.function(ptr %context)
  br label %done

done:
  ret i32 %status
}

; Takes a pin away; the last one gets its place. The lock is held alone.
define linkonce_odr hidden void @.offload_pins_drop.v1(ptr %pin) noinline {
entry:
  %begin = load ptr, ptr %pin
  %status = call i32 @.offload_pins_tell.v1(ptr %begin, i64 0)
  %count = load i64, ptr getelementptr (%offload.pins, ptr @.offload_pins.v1, i32 0, i32 2)
  %fewer = sub i64 %count, 1
  %last.at = getelementptr %offload.pins, ptr @.offload_pins.v1, i32 0, i32 3, i64 %fewer
  %last = load %offload.pin, ptr %last.at
  store %offload.pin %last, ptr %pin
  store i64 %fewer, ptr getelementptr (%offload.pins, ptr @.offload_pins.v1, i32 0, i32 2)
  ret void
}

; Maps bytes once more, which are registered unless they are already, there is no room for a pin, or the driver does not want
; to. The lock is held alone.
define linkonce_odr hidden void @.offload_pins_hold.v1(ptr %begin, i64 %bytes, ptr %names) noinline {
entry:
  %known = call ptr @.offload_pins_find.v1(ptr %begin, i64 %bytes, i1 true)
  %fresh = icmp eq ptr %known, null
  br i1 %fresh, label %look, label %count

count:
  %holders.at = getelementptr %offload.pin, ptr %known, i32 0, i32 2
  %holders = load i64, ptr %holders.at
  %one.more = add i64 %holders, 1
  store i64 %one.more, ptr %holders.at
  br label %done

look:
  %used = load i64, ptr getelementptr (%offload.pins, ptr @.offload_pins.v1, i32 0, i32 2)
  %room = icmp ult i64 %used, 64
  br i1 %room, label %ask, label %done

ask:
  %there = call i1 @.offload_pins_driver.v1(ptr %names)
  br i1 %there, label %register, label %done

register:
  %status = call i32 @.offload_pins_tell.v1(ptr %begin, i64 %bytes)
  %refused = icmp ne i32 %status, 0
  br i1 %refused, label %done, label %add

add:
  %pin = getelementptr %offload.pins, ptr @.offload_pins.v1, i32 0, i32 3, i64 %used
  %with.begin = insertvalue %offload.pin zeroinitializer, ptr %begin, 0
  %with.bytes = insertvalue %offload.pin %with.begin, i64 %bytes, 1
  %with.holder = insertvalue %offload.pin %with.bytes, i64 1, 2
  store %offload.pin %with.holder, ptr %pin
  %now = add i64 %used, 1
  store i64 %now, ptr getelementptr (%offload.pins, ptr @.offload_pins.v1, i32 0, i32 2)
  br label %done

done:
  ret void
}

; Maps bytes once less. The lock is held alone.
define linkonce_odr hidden void @.offload_pins_release.v1(ptr %begin, i64 %bytes) noinline {
entry:
  %known = call ptr @.offload_pins_find.v1(ptr %begin, i64 %bytes, i1 true)
  %gone = icmp eq ptr %known, null
  br i1 %gone, label %done, label %count

count:
  %holders.at = getelementptr %offload.pin, ptr %known, i32 0, i32 2
  %holders = load i64, ptr %holders.at
  %one.less = sub i64 %holders, 1
  store i64 %one.less, ptr %holders.at
  %last = icmp eq i64 %one.less, 0
  br i1 %last, label %drop, label %done

drop:
  call void @.offload_pins_drop.v1(ptr %known)
  br label %done

done:
  ret void
}

; Holds, or without names releases, each of so many entries that is as large as the threshold and not of a type to be left out.
define linkonce_odr hidden void @.offload_pins_each.v1(i32 %count, ptr %begins, ptr %sizes, ptr %types, i64 %threshold, i64 %without, ptr %names) noinline {
entry:
  br label %next

next:
  %i = phi i32 [ 0, %entry ], [ %following, %over ]
  %locked = phi i1 [ false, %entry ], [ %now.locked, %over ]
  %following = add i32 %i, 1
  %more = icmp ult i32 %i, %count
  br i1 %more, label %look, label %unlock

look:
  %size.at = getelementptr i64, ptr %sizes, i32 %i
  %size = load i64, ptr %size.at
  %large = icmp sge i64 %size, %threshold
  br i1 %large, label %ask, label %over

ask:
  %type.at = getelementptr i64, ptr %types, i32 %i
  %type = load i64, ptr %type.at
  %bits = and i64 %type, %without
  %taken = icmp eq i64 %bits, 0
  br i1 %taken, label %take, label %over

take:
  %begin.at = getelementptr ptr, ptr %begins, i32 %i
  %begin = load ptr, ptr %begin.at
  br i1 %locked, label %choose, label %lock

lock:
  %alone = call i32 @pthread_rwlock_wrlock(ptr @.offload_pins.v1)
  br label %choose

choose:
  %releases = icmp eq ptr %names, null
  br i1 %releases, label %release, label %hold

hold:
  call void @.offload_pins_hold.v1(ptr %begin, i64 %size, ptr %names)
  br label %over

release:
  call void @.offload_pins_release.v1(ptr %begin, i64 %size)
  br label %over

over:
  %now.locked = phi i1 [ %locked, %look ], [ %locked, %ask ], [ true, %hold ], [ true, %release ]
  br label %next

unlock:
  br i1 %locked, label %free, label %done

free:
  %freed = call i32 @pthread_rwlock_unlock(ptr @.offload_pins.v1)
  br label %done

done:
  ret void
}

; Returns a pin that a copy of one of so many entries would run out of, or null.
define linkonce_odr hidden ptr @.offload_pins_obstacle.v1(i32 %count, ptr %begins, ptr %sizes) noinline nounwind {
entry:
  %pins = load i64, ptr getelementptr (%offload.pins, ptr @.offload_pins.v1, i32 0, i32 2)
  %any = icmp ne i64 %pins, 0
  br i1 %any, label %next, label %none

next:
  %i = phi i32 [ 0, %entry ], [ %following, %look ]
  %following = add i32 %i, 1
  %more = icmp ult i32 %i, %count
  br i1 %more, label %look, label %none

look:
  %begin.at = getelementptr ptr, ptr %begins, i32 %i
  %begin = load ptr, ptr %begin.at
  %size.at = getelementptr i64, ptr %sizes, i32 %i
  %size = load i64, ptr %size.at
  %pin = call ptr @.offload_pins_find.v1(ptr %begin, i64 %size, i1 false)
  %free = icmp eq ptr %pin, null
  br i1 %free, label %next, label %found

found:
  ret ptr %pin

none:
  ret ptr null
}

; Shares the lock once nothing is in the way of copies of so many entries.
define linkonce_odr hidden void @.offload_pins_share.v1(i32 %count, ptr %begins, ptr %sizes) noinline {
entry:
  br label %again

again:
  %shared = call i32 @pthread_rwlock_rdlock(ptr @.offload_pins.v1)
  %obstacle = call ptr @.offload_pins_obstacle.v1(i32 %count, ptr %begins, ptr %sizes)
  %free = icmp eq ptr %obstacle, null
  br i1 %free, label %done, label %clear

done:
  ret void

clear:
  %given.back = call i32 @pthread_rwlock_unlock(ptr @.offload_pins.v1)
  %alone = call i32 @pthread_rwlock_wrlock(ptr @.offload_pins.v1)
  br label %drop

drop:
  %other = call ptr @.offload_pins_obstacle.v1(i32 %count, ptr %begins, ptr %sizes)
  %no.more = icmp eq ptr %other, null
  br i1 %no.more, label %cleared, label %drop.it

drop.it:
  call void @.offload_pins_drop.v1(ptr %other)
  br label %drop

cleared:
  %freed = call i32 @pthread_rwlock_unlock(ptr @.offload_pins.v1)
  br label %again
}

; Gives the lock back once the runtime has copied.
define linkonce_odr hidden void @.offload_pins_unshare.v1() noinline nounwind {
  %freed = call i32 @pthread_rwlock_unlock(ptr @.offload_pins.v1)
  ret void
}

; Holds bytes that are large enough until a slot, which says where they are and how many, is given back; once at a time.
define linkonce_odr hidden void @.offload_pins_keep.v1(ptr %slot, ptr %begin, i64 %bytes, i64 %threshold, ptr %names) noinline {
entry:
  %kept = load ptr, ptr %slot
  %free = icmp eq ptr %kept, null
  %large = icmp sge i64 %bytes, %threshold
  %takes = and i1 %free, %large
  br i1 %takes, label %take, label %done

take:
  store ptr %begin, ptr %slot
  %size.at = getelementptr { ptr, i64 }, ptr %slot, i32 0, i32 1
  store i64 %bytes, ptr %size.at
  %alone = call i32 @pthread_rwlock_wrlock(ptr @.offload_pins.v1)
  call void @.offload_pins_hold.v1(ptr %begin, i64 %bytes, ptr %names)
  %freed = call i32 @pthread_rwlock_unlock(ptr @.offload_pins.v1)
  br label %done

done:
  ret void
}

; Gives such a slot back.
define linkonce_odr hidden void @.offload_pins_give_back.v1(ptr %slot) noinline {
entry:
  %begin = load ptr, ptr %slot
  %free = icmp eq ptr %begin, null
  br i1 %free, label %done, label %give

give:
  store ptr null, ptr %slot
  %size.at = getelementptr { ptr, i64 }, ptr %slot, i32 0, i32 1
  %bytes = load i64, ptr %size.at
  %alone = call i32 @pthread_rwlock_wrlock(ptr @.offload_pins.v1)
  call void @.offload_pins_release.v1(ptr %begin, i64 %bytes)
  %freed = call i32 @pthread_rwlock_unlock(ptr @.offload_pins.v1)
  br label %done

done:
  ret void
}
