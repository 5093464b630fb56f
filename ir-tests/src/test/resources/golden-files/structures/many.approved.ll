; how are structures of an array mapped with what they point to?

; irgen emit
offloads:
  - name: visit # struct node { int64_t length; float *data; int32_t children; struct leaf *child; }
    callee: visit_trees
    parameters:
      - {name: roots, type: i64}
      - name: root
        type: ptr
        map: to
        pointee: "{ i64, ptr, i32, ptr }"
        count: roots
        members:
          - {at: 8, map: tofrom, element: float, count: {at: 0, type: i64}}
          - at: 24
            map: to
            pointee: "{ i64, ptr }"
            count: {at: 16, type: i32}
            members:
              - {at: 8, map: from, element: float, count: {at: 0, type: i64}}
    grid: 1
    block: 1
; and @.offload_mapper.visit_trees, @.offload_mappers.visit_trees, @__tgt_push_mapper_component
;; define internal void @.offload_mapper.visit_trees(ptr %handle, ptr %base, ptr %begin, i64 %size, i64 %type, ptr %name) {
;; entry:
;;   call void @__tgt_push_mapper_component(ptr %handle, ptr %begin, ptr %begin, i64 0, i64 281474976710656, ptr %name)
;;   %0 = sdiv i64 %size, 32
;;   br label %next
;;
;; next:                                             ; preds = %done3, %entry
;;   %i = phi i64 [ 0, %entry ], [ %39, %done3 ]
;;   %1 = icmp slt i64 %i, %0
;;   br i1 %1, label %element, label %done
;;
;; element:                                          ; preds = %next
;;   %2 = mul i64 %i, 32
;;   %3 = getelementptr inbounds i8, ptr %begin, i64 %2
;;   %4 = getelementptr inbounds i8, ptr %3, i64 8
;;   %5 = load ptr, ptr %4, align 8
;;   %6 = load i64, ptr %3, align 8
;;   %7 = mul i64 %6, 4
;;   %8 = icmp ult i64 %6, 2305843009213693952
;;   %9 = select i1 %8, i64 %7, i64 -9223372036854775808
;;   %10 = icmp eq ptr %5, null
;;   %11 = select i1 %10, i64 0, i64 %9
;;   %12 = and i64 %type, 3
;;   %13 = or i64 %12, 281474976710672
;;   call void @__tgt_push_mapper_component(ptr %handle, ptr %4, ptr %5, i64 %11, i64 %13, ptr %name)
;;   %14 = getelementptr inbounds i8, ptr %3, i64 24
;;   %15 = load ptr, ptr %14, align 8
;;   %16 = getelementptr inbounds i8, ptr %3, i64 16
;;   %17 = load i32, ptr %16, align 4
;;   %18 = sext i32 %17 to i64
;;   %19 = mul i64 %18, 16
;;   %20 = icmp eq ptr %15, null
;;   %21 = select i1 %20, i64 0, i64 %19
;;   %22 = and i64 %type, 1
;;   %23 = or i64 %22, 281474976710672
;;   call void @__tgt_push_mapper_component(ptr %handle, ptr %14, ptr %15, i64 %21, i64 %23, ptr %name)
;;   %24 = sdiv i64 %21, 16
;;   br label %next1
;;
;; done:                                             ; preds = %next
;;   ret void
;;
;; next1:                                            ; preds = %element2, %element
;;   %i4 = phi i64 [ 0, %element ], [ %38, %element2 ]
;;   %25 = icmp slt i64 %i4, %24
;;   br i1 %25, label %element2, label %done3
;;
;; element2:                                         ; preds = %next1
;;   %26 = mul i64 %i4, 16
;;   %27 = getelementptr inbounds i8, ptr %15, i64 %26
;;   %28 = getelementptr inbounds i8, ptr %27, i64 8
;;   %29 = load ptr, ptr %28, align 8
;;   %30 = load i64, ptr %27, align 8
;;   %31 = mul i64 %30, 4
;;   %32 = icmp ult i64 %30, 2305843009213693952
;;   %33 = select i1 %32, i64 %31, i64 -9223372036854775808
;;   %34 = icmp eq ptr %29, null
;;   %35 = select i1 %34, i64 0, i64 %33
;;   %36 = and i64 %type, 2
;;   %37 = or i64 %36, 281474976710672
;;   call void @__tgt_push_mapper_component(ptr %handle, ptr %28, ptr %29, i64 %35, i64 %37, ptr %name)
;;   %38 = add i64 %i4, 1
;;   br label %next1
;;
;; done3:                                            ; preds = %next1
;;   %39 = add i64 %i, 1
;;   br label %next
;; }
;; @.offload_mappers.visit_trees = private unnamed_addr constant [3 x ptr] [ptr null, ptr null, ptr @.offload_mapper.visit_trees]
;; declare void @__tgt_push_mapper_component(ptr, ptr, ptr, i64, i64, ptr) nounwind
; and @.offload_maptypes.visit_trees.begin, @.offload_maptypes.visit_trees.kernel, @.offload_maptypes.visit_trees.end
;; @.offload_maptypes.visit_trees.begin = private unnamed_addr constant [3 x i64] [i64 768, i64 1, i64 1]
;; @.offload_maptypes.visit_trees.kernel = private unnamed_addr constant [3 x i64] [i64 800, i64 32, i64 0]
;; @.offload_maptypes.visit_trees.end = private unnamed_addr constant [3 x i64] [i64 768, i64 0, i64 2]
; lines with __tgt_target
; and @visit
;; define void @visit(i64 %roots, ptr %root) {
;;   call void @__tgt_target_data_begin_mapper(ptr @1, i64 %1, i32 3, ptr %.offload_baseptrs, ptr %.offload_ptrs, ptr %.offload_sizes, ptr @.offload_maptypes.visit_trees.begin, ptr @.offload_names.visit_trees, ptr @.offload_mappers.visit_trees)
;;   %13 = call i32 @__tgt_target_kernel(ptr @1, i64 %1, i32 1, i32 1, ptr @.visit_trees.region_id, ptr %kernel_args)
;;   call void @__tgt_target_data_end_mapper(ptr @1, i64 %1, i32 3, ptr %.offload_baseptrs, ptr %.offload_ptrs, ptr %.offload_sizes, ptr @.offload_maptypes.visit_trees.end, ptr @.offload_names.visit_trees, ptr @.offload_mappers.visit_trees)
;; }
