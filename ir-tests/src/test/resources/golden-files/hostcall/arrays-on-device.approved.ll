; what does a library's routine get of arrays that are on the device already, and what is looked up?

; irgen emit
offloads:
  - {name: product, library: cublas, callee: sgemm, pass: device}
; lines with define, mapper, call ptr, cublasSgemm
; and @product
;; define i32 @product(ptr %handle, i32 %transa, i32 %transb, i32 %m, i32 %n, i32 %k, ptr %alpha, ptr %A, i32 %lda, ptr %B, i32 %ldb, ptr %beta, ptr %C, i32 %ldc) {
;;   %2 = call ptr @.offload_enter.cuda.v1(ptr %A, ptr %.offload_place)
;;   %7 = call i32 @cublasSgemm_v2(ptr %handle, i32 %transa, i32 %transb, i32 %m, i32 %n, i32 %k, ptr %alpha, ptr %A, i32 %lda, ptr %B, i32 %ldb, ptr %beta, ptr %C, i32 %ldc)
;; }
