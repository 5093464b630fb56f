; are threads that return before others waited for no more?

; irgen device --emit=ll -O=0 --target=x86_64
; and @.offload.apart, @.offload.full, @.offload_message.6, @.offload_message.7, @offload_kernel, @offload_place, @offload_place.1, @offload_places
;; @.offload.apart = private unnamed_addr constant [98 x i8] c"offload4j: error: kernel '%s' would wait for ever: threads of one block wait at '%s' and at '%s'\0A\00"
;; @.offload.full = private unnamed_addr constant [65 x i8] c"offload4j: error: no memory for the threads of a kernel's block\0A\00"
;; @.offload_message.6 = private unnamed_addr constant [74 x i8] c"offload4j: error: kernel 'turn' has no memory for the threads of a block\0A\00", align 1
;; @.offload_message.7 = private unnamed_addr constant [148 x i8] c"offload4j: error: kernel 'turn' was launched on the host without the address of its launch bounds; rebuild the host module with the image embedded\0A\00", align 1
;; @offload_kernel = private unnamed_addr constant [5 x i8] c"turn\00", align 1
;; @offload_place = private unnamed_addr constant [1 x i8] zeroinitializer, align 1
;; @offload_place.1 = private unnamed_addr constant [16 x i8] c"offload.barrier\00", align 1
;; @offload_places = private unnamed_addr constant [2 x ptr] [ptr @offload_place, ptr @offload_place.1]
; lines with call, alloca, phi
; and @turn.blocks
;; define internal void @turn.blocks(ptr %dyn_ptr, ptr %x, i64 %n, ptr %piece) noinline {
;;   %36 = call i64 @write(i32 2, ptr @.offload_message, i64 110)
;;   call void @abort()
;;   %40 = call ptr @aligned_alloc(i64 64, i64 %39)
;;   %41 = call ptr @aligned_alloc(i64 64, i64 256)
;;   %47 = call i64 @write(i32 2, ptr @.offload_message.6, i64 73)
;;   call void @abort()
;;   %first3 = phi i64 [ 0, %allowed2 ], [ %first, %take ]
;;   %end4 = phi i64 [ %53, %allowed2 ], [ %end, %take ]
;;   %number = phi i64 [ %first3, %some ], [ %first3, %inside ], [ %92, %turn.item.block.exit ]
;;   %block.x = phi i32 [ 0, %some ], [ %59, %inside ], [ %95, %turn.item.block.exit ]
;;   %block.y = phi i32 [ 0, %some ], [ %63, %inside ], [ %99, %turn.item.block.exit ]
;;   %block.z = phi i32 [ 0, %some ], [ %66, %inside ], [ %101, %turn.item.block.exit ]
;;   %z.i = phi i32 [ 0, %block ], [ %90, %items.z.next.i ]
;;   %y.i = phi i32 [ 0, %items.z.i ], [ %88, %items.y.next.i ]
;;   %x.i = phi i32 [ 0, %items.y.i ], [ %86, %items.x.i ]
;;   call void @turn.item(ptr %81, ptr %41, ptr null, i32 %block.x, i32 %block.y, i32 %block.z, i32 %12, i32 %17, i32 %21, i32 %1, i32 %6, i32 %10, ptr %x, i32 %22)
;;   call void @.offload.run(ptr %40, i64 %71, ptr @offload_kernel, ptr @offload_places)
;;   call void @free(ptr %40)
;;   call void @free(ptr %41)
;;   %105 = call i1 @.offload.cores.more(ptr %piece)
;; }
; lines with call, br i1, store i32, store ptr
; and @turn.item, @turn.item.resume
;; define internal void @turn.item(ptr %items, ptr %shared, ptr %dynamic, i32 %block.x, i32 %block.y, i32 %block.z, i32 %size.x, i32 %size.y, i32 %size.z, i32 %grid.x, i32 %grid.y, i32 %grid.z, ptr %x, i32 %n) noinline {
;;   %0 = call ptr @.offload.frame(i64 56)
;;   store ptr @turn.item.resume, ptr %resume.addr, align 8
;;   store ptr @turn.item.destroy, ptr %destroy.addr, align 8
;;   store i32 %n, ptr %n.spill.addr, align 4
;;   store ptr %x, ptr %x.spill.addr, align 8
;;   store ptr %shared, ptr %shared.spill.addr, align 8
;;   store ptr %items, ptr %items.spill.addr, align 8
;;   store ptr %0, ptr %1, align 8
;;   store i32 %12, ptr %.spill.addr, align 4
;;   br i1 %some.i, label %meeting, label %turn.body.exit
;;   store i32 %v.i, ptr addrspace(3) %slot.i, align 4
;;   store i32 1, ptr %13, align 4
;;   store i32 0, ptr %14, align 4
;;   call void @free(ptr %0)
;; }
;; define internal fastcc void @turn.item.resume(ptr noundef nonnull align 8 dereferenceable(56) %0) noinline {
;;   store i32 %w.i, ptr %from.i3, align 4
;;   store i32 0, ptr %2, align 4
;;   call void @free(ptr %0)
;; }
; lines with call
; and @.offload.run
;; define internal void @.offload.run(ptr %items, i64 %count, ptr %kernel, ptr %places) {
;;   %place = call i32 @.offload.agree(ptr %items, i64 %first, i64 %end, ptr %kernel, ptr %places)
;;   call void @.offload.resume(ptr %items, i64 %first, i64 %end)
;;   %all = call i32 @.offload.agree(ptr %items, i64 0, i64 %count, ptr %kernel, ptr %places)
;;   call void @.offload.resume(ptr %items, i64 0, i64 %count)
;; }
; lines with .blocks
@part = internal addrspace(3) global [64 x i32] poison

declare i32 @offload.thread.id(i32)
declare void @offload.barrier() convergent

define void @turn(ptr %x, i32 %n) "offload-kernel" {
entry:
  %t = call i32 @offload.thread.id(i32 0)
  %some = icmp ult i32 %t, %n
  br i1 %some, label %take, label %exit

take:
  %from = getelementptr i32, ptr %x, i32 %t
  %v = load i32, ptr %from
  %slot = getelementptr i32, ptr addrspace(3) @part, i32 %t
  store i32 %v, ptr addrspace(3) %slot
  call void @offload.barrier() convergent
  %last = sub i32 %n, 1
  %other = sub i32 %last, %t
  %other.slot = getelementptr i32, ptr addrspace(3) @part, i32 %other
  %w = load i32, ptr addrspace(3) %other.slot
  store i32 %w, ptr %from
  br label %exit

exit:
  ret void
}
;; define void @turn(ptr %dyn_ptr, ptr %x, i64 %n) {
;;   call void @turn.blocks(ptr %dyn_ptr, ptr %x, i64 %n, ptr null)
;; }
