; How arguments are passed. Each line that is blamed is followed by what irgen says of it.
declare void @f(i64, ptr)
declare void @k(i64, ptr)
declare void @wide(fp128)
declare void @none()
define void @run(i64 %n, ptr %p, i32 %i, fp128 %w) {
  call void @f(i64 %n, ptr %p) [ "offload"(i1 true, i64 0),
    "offload.map"(i32 2, i64 8, i64 1),
;^ "offload.map" names argument 2, and the call's are numbered from 0 to 1
    "offload.map"(i32 0, i64 8, i64 1),
;^ "offload.map" names argument 0, which is i64; only a ptr can be mapped or be on the device
    "offload.map"(i32 %i, i64 8, i64 1),
;^ the argument of "offload.map" is not a constant; give its number, counted from 0
    "offload.map"(i32 1, i64 8, i64 1),
    "offload.device"(i32 1) ]
;^ "offload.device" names argument 1, which another bundle names already; remove one
  call void @none() [ "offload"(i1 true, i64 0), "offload.device"(i32 0) ]
;^ "offload.device" names argument 0, and the call has none
  call void @f(i64 %n, ptr %p) [ "offload"(i1 true, i64 0), "offload.map"(i32 1, i64 -1, i64 1) ]
;^ "offload.map" has -1 bytes; give a number from 0
  call void @f(i64 %n, ptr %p) [ "offload"(i1 true, i64 0), "offload.map"(i32 1, i64 8, i64 %n) ]
;^ the map bits of "offload.map" are not a constant; write for example i64 3
  call void @f(i64 %n, ptr %p) [ "offload"(i1 true, i64 0), "offload.map"(i32 1, i64 8, i64 19) ]
;^ map bits 0x10 (PTR_AND_OBJ) cannot be asked for; there are 1 TO, 2 FROM, 4 ALWAYS, 0x400 CLOSE, 0x1000 PRESENT and 0x2000 HOLD
  call void @f(i64 %n, ptr %p) [ "offload"(i1 true, i64 0), "offload.map"(i32 1, i64 8, i64 4) ]
;^ map bit 4, ALWAYS, needs a direction; add 1 TO, 2 FROM or both
  call void @f(i64 %n, ptr sret(i64) %p) [ "offload"(i1 true, i64 0), "offload.map"(i32 1, i64 8, i64 2) ]
;^ argument 1 is sret, so the host would follow the device's pointer; pass an ordinary pointer
  call void @k(i64 %n, ptr %p) [ "offload"(i1 false, i64 0), "offload.grid"(i32 1, i32 1, i32 1), "offload.block"(i32 1, i32 1, i32 1) ]
;^ argument 1 is a pointer into the host's memory, which a kernel cannot follow; map it with "offload.map", or say with "offload.device" that it is a device pointer
  call void @wide(fp128 %w) [ "offload"(i1 false, i64 0), "offload.grid"(i32 1, i32 1, i32 1), "offload.block"(i32 1, i32 1, i32 1) ]
;^ argument 'w' is fp128, which no device has by value; store it to memory and map that
  call void @k(i64 %n, ptr byval([1025 x i32]) %p) [ "offload"(i1 false, i64 0), "offload.grid"(i32 1, i32 1, i32 1), "offload.block"(i32 1, i32 1, i32 1) ]
;^ argument 'p' has 4100 bytes; up to 4096 are passed by value: map it instead
  %copy = alloca [72 x i8], align 8
  call void @k(i64 %n, ptr %copy) [ "offload"(i1 false, i64 0), "offload.grid"(i32 1, i32 1, i32 1), "offload.block"(i32 1, i32 1, i32 1) ]
;^ argument 1 is a pointer into the host's memory, which a kernel cannot follow; map it with "offload.map", or say with "offload.device" that it is a device pointer; where it is the copy of a structure that the source passes by value, which the IR does not say, take it by reference and map it
  call void @k(i64 %n, ptr @f) [ "offload"(i1 false, i64 0), "offload.grid"(i32 1, i32 1, i32 1), "offload.block"(i32 1, i32 1, i32 1) ]
;^ argument 1 is the address of 'f', a function of the host, which no device can call; have the kernel call it by name
  ret void
}
