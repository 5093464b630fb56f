; what does a launch say to each runtime, where clang's linker wrapper links?

; irgen lower --registration=linker-wrapper --runtime-abi=llvm-19
; irgen lower --registration=linker-wrapper --runtime-abi=llvm-20
; irgen lower --registration=linker-wrapper --runtime-abi=llvm-21
; irgen lower --registration=linker-wrapper --runtime-abi=llvm-22
; irgen lower --registration=linker-wrapper --runtime-abi=llvm-23
; irgen lower --registration=linker-wrapper --runtime-abi=portable
target triple = "x86_64-unknown-linux-gnu"

; lines with store i32 2, store i32 3, store i32 5, store i64

declare void @k(ptr)

define void @run(ptr nonnull %x) {
  call void @k(ptr %x) [ "offload"(i1 false, i64 0),
    "offload.grid"(i32 4, i32 1, i32 1), "offload.block"(i32 64, i32 1, i32 1),
    "offload.map"(i32 0, i64 64, i64 3) ]
  ret void
}
;; irgen lower --registration=linker-wrapper --runtime-abi=llvm-19
;; irgen lower --registration=linker-wrapper --runtime-abi=llvm-20
;; irgen lower --registration=linker-wrapper --runtime-abi=llvm-21
;; irgen lower --registration=linker-wrapper --runtime-abi=llvm-22
;; define void @run(ptr nonnull %x) {
;;   store i32 3, ptr %Version, align 4
;;   store i64 0, ptr %Tripcount, align 8
;;   store i64 0, ptr %Flags, align 8
;; }
;; irgen lower --registration=linker-wrapper --runtime-abi=llvm-23
;; define void @run(ptr nonnull %x) {
;;   store i32 5, ptr %Version, align 4
;;   store i32 2, ptr %NumArgs, align 4
;;   store i64 0, ptr %Tripcount, align 8
;;   store i64 64, ptr %Flags, align 8
;; }
;; irgen lower --registration=linker-wrapper --runtime-abi=portable
;; define void @run(ptr nonnull %x) {
;;   store i32 3, ptr %Version, align 4
;;   store i64 0, ptr %Tripcount, align 8
;;   store i64 64, ptr %Flags, align 8
;; }
; and @.offloading.entry.k
;; irgen lower --registration=linker-wrapper --runtime-abi=llvm-19
;; irgen lower --registration=linker-wrapper --runtime-abi=portable
;; @.offloading.entry.k = weak constant %struct.__tgt_offload_entry { ptr @.k.region_id, ptr @.offloading.entry_name.k, i64 0, i32 0, i32 0 }, section "omp_offloading_entries", align 8
;; irgen lower --registration=linker-wrapper --runtime-abi=llvm-20
;; @.offloading.entry.k = weak constant %struct.__tgt_offload_entry { i64 0, i16 1, i16 1, i32 0, ptr @.k.region_id, ptr @.offloading.entry_name.k, i64 0, i64 0, ptr null }, section "omp_offloading_entries", align 8
;; irgen lower --registration=linker-wrapper --runtime-abi=llvm-21
;; irgen lower --registration=linker-wrapper --runtime-abi=llvm-22
;; irgen lower --registration=linker-wrapper --runtime-abi=llvm-23
;; @.offloading.entry.k = weak constant %struct.__tgt_offload_entry { i64 0, i16 1, i16 1, i32 0, ptr @.k.region_id, ptr @.offloading.entry_name.k, i64 0, i64 0, ptr null }, section "llvm_offload_entries", align 8
