; what do the lanes of a warp exchange values by?

; irgen device --emit=ll -O=1 --target=nvptx64:sm_90
; irgen device --emit=ll -O=1 --target=amdgcn:gfx90a
declare i32 @offload.warp.size()
declare i32 @offload.lane.id()
declare void @offload.warp.barrier()
declare i64 @offload.ballot(i1)
declare i1 @offload.any(i1)
declare i1 @offload.all(i1)
declare i32 @offload.shuffle.i32(i32, i32)
declare i32 @offload.shuffle.up.i32(i32, i32)
declare i32 @offload.shuffle.down.i32(i32, i32)
declare i32 @offload.shuffle.xor.i32(i32, i32)

define void @exchange(ptr %out, i32 %v, i32 %n) "offload-kernel" {
  %size = call i32 @offload.warp.size()
  store volatile i32 %size, ptr %out
  %lane = call i32 @offload.lane.id()
  store volatile i32 %lane, ptr %out
  call void @offload.warp.barrier()
  %c = icmp eq i32 %v, 0
  %lanes = call i64 @offload.ballot(i1 %c)
  store volatile i64 %lanes, ptr %out
  %some = call i1 @offload.any(i1 %c)
  store volatile i1 %some, ptr %out
  %every = call i1 @offload.all(i1 %c)
  store volatile i1 %every, ptr %out
  %to = call i32 @offload.shuffle.i32(i32 %v, i32 %n)
  store volatile i32 %to, ptr %out
  %up = call i32 @offload.shuffle.up.i32(i32 %v, i32 %n)
  store volatile i32 %up, ptr %out
  %down = call i32 @offload.shuffle.down.i32(i32 %v, i32 %n)
  store volatile i32 %down, ptr %out
  %xor = call i32 @offload.shuffle.xor.i32(i32 %v, i32 %n)
  store volatile i32 %xor, ptr %out
  ret void
}
;; irgen device --emit=ll -O=1 --target=nvptx64:sm_90
;; define ptx_kernel void @exchange(ptr nocapture readnone %dyn_ptr, ptr %out, i64 %v, i64 %n) local_unnamed_addr convergent norecurse nounwind {
;; entry:
;;   %0 = trunc i64 %v to i32
;;   %1 = trunc i64 %n to i32
;;   store volatile i32 32, ptr %out, align 4
;;   %lane.i1 = tail call range(i32 0, 32) i32 @llvm.nvvm.read.ptx.sreg.laneid()
;;   store volatile i32 %lane.i1, ptr %out, align 4
;;   tail call void @llvm.nvvm.bar.warp.sync(i32 -1)
;;   %c.i = icmp eq i32 %0, 0
;;   %lanes.i2 = tail call i32 @llvm.nvvm.vote.ballot.sync(i32 -1, i1 %c.i)
;;   %wide.i = zext i32 %lanes.i2 to i64
;;   store volatile i64 %wide.i, ptr %out, align 4
;;   %some.i3 = tail call i1 @llvm.nvvm.vote.any.sync(i32 -1, i1 %c.i)
;;   store volatile i1 %some.i3, ptr %out, align 1
;;   %every.i4 = tail call i1 @llvm.nvvm.vote.all.sync(i32 -1, i1 %c.i)
;;   store volatile i1 %every.i4, ptr %out, align 1
;;   %in.range.i = icmp ult i32 %1, 32
;;   %from.i = select i1 %in.range.i, i32 %1, i32 %lane.i1
;;   %2 = tail call range(i32 1, 1025) i32 @llvm.nvvm.read.ptx.sreg.ntid.x()
;;   %3 = tail call range(i32 1, 1025) i32 @llvm.nvvm.read.ptx.sreg.ntid.y()
;;   %4 = tail call range(i32 1, 65) i32 @llvm.nvvm.read.ptx.sreg.ntid.z()
;;   %5 = tail call range(i32 0, 1024) i32 @llvm.nvvm.read.ptx.sreg.tid.x()
;;   %6 = tail call range(i32 0, 1024) i32 @llvm.nvvm.read.ptx.sreg.tid.y()
;;   %7 = tail call range(i32 0, 64) i32 @llvm.nvvm.read.ptx.sreg.tid.z()
;;   %planes.i = mul nuw nsw i32 %7, %3
;;   %rows.i = add nuw nsw i32 %planes.i, %6
;;   %before.i = mul nuw nsw i32 %rows.i, %2
;;   %thread.i = add nuw nsw i32 %before.i, %5
;;   %first.i = and i32 %thread.i, 1073741792
;;   %plane.i = mul nuw nsw i32 %2, %3
;;   %threads.i = mul nuw nsw i32 %plane.i, %4
;;   %rest.i = sub nsw i32 %threads.i, %first.i
;;   %lanes.i = tail call i32 @llvm.umin.i32(i32 %rest.i, i32 32)
;;   %last.i5 = add nsw i32 %lanes.i, -1
;;   %new.i = tail call i32 @llvm.nvvm.shfl.sync.idx.i32(i32 -1, i32 %0, i32 %from.i, i32 %last.i5)
;;   store volatile i32 %new.i, ptr %out, align 4
;;   %by.i = select i1 %in.range.i, i32 %1, i32 0
;;   %new.i7 = tail call i32 @llvm.nvvm.shfl.sync.up.i32(i32 -1, i32 %0, i32 %by.i, i32 0)
;;   store volatile i32 %new.i7, ptr %out, align 4
;;   %new.i10 = tail call i32 @llvm.nvvm.shfl.sync.down.i32(i32 -1, i32 %0, i32 %by.i, i32 %last.i5)
;;   store volatile i32 %new.i10, ptr %out, align 4
;;   %new.i23 = tail call i32 @llvm.nvvm.shfl.sync.bfly.i32(i32 -1, i32 %0, i32 %by.i, i32 %last.i5)
;;   store volatile i32 %new.i23, ptr %out, align 4
;;   ret void
;; }
;; irgen device --emit=ll -O=1 --target=amdgcn:gfx90a
;; define amdgpu_kernel void @exchange(ptr nocapture readnone %dyn_ptr, ptr addrspace(1) %out, i64 %v, i64 %n) local_unnamed_addr convergent nofree norecurse nounwind "amdgpu-no-agpr" "amdgpu-no-completion-action" "amdgpu-no-default-queue" "amdgpu-no-dispatch-id" "amdgpu-no-dispatch-ptr" "amdgpu-no-flat-scratch-init" "amdgpu-no-heap-ptr" "amdgpu-no-hostcall-ptr" "amdgpu-no-implicitarg-ptr" "amdgpu-no-lds-kernel-id" "amdgpu-no-multigrid-sync-arg" "amdgpu-no-queue-ptr" "amdgpu-no-workgroup-id-x" "amdgpu-no-workgroup-id-y" "amdgpu-no-workgroup-id-z" "amdgpu-no-workitem-id-x" "amdgpu-no-workitem-id-y" "amdgpu-no-workitem-id-z" "uniform-work-group-size"="false" {
;; entry:
;;   %0 = addrspacecast ptr addrspace(1) %out to ptr
;;   %1 = trunc i64 %v to i32
;;   %2 = trunc i64 %n to i32
;;   store volatile i32 64, ptr %0, align 4
;;   %low.i = tail call i32 @llvm.amdgcn.mbcnt.lo(i32 -1, i32 0)
;;   %lane.i1 = tail call range(i32 0, 64) i32 @llvm.amdgcn.mbcnt.hi(i32 -1, i32 %low.i)
;;   store volatile i32 %lane.i1, ptr %0, align 4
;;   fence syncscope("wavefront") release
;;   tail call void @llvm.amdgcn.wave.barrier()
;;   fence syncscope("wavefront") acquire
;;   %c.i = icmp eq i32 %1, 0
;;   %lanes.i2 = tail call i64 @llvm.amdgcn.ballot.i64(i1 %c.i)
;;   store volatile i64 %lanes.i2, ptr %0, align 4
;;   %some.i3 = icmp ne i64 %lanes.i2, 0
;;   store volatile i1 %some.i3, ptr %0, align 1
;;   %fails.i = xor i1 %c.i, true
;;   %lanes.i4 = tail call i64 @llvm.amdgcn.ballot.i64(i1 %fails.i)
;;   %every.i5 = icmp eq i64 %lanes.i4, 0
;;   store volatile i1 %every.i5, ptr %0, align 1
;;   %there.i = tail call i64 @llvm.amdgcn.ballot.i64(i1 true)
;;   %number.i = and i64 %n, 63
;;   %shifted.i = lshr i64 %there.i, %number.i
;;   %exists.i = trunc i64 %shifted.i to i1
;;   %in.range.i = icmp ult i32 %2, 64
;;   %is.i = and i1 %in.range.i, %exists.i
;;   %from.i = select i1 %is.i, i32 %2, i32 %lane.i1
;;   %address.i = shl i32 %from.i, 2
;;   %new.i6 = tail call i32 @llvm.amdgcn.ds.bpermute(i32 %address.i, i32 %1)
;;   store volatile i32 %new.i6, ptr %0, align 4
;;   %in.range.not.i = icmp ult i32 %lane.i1, %2
;;   %before.i = select i1 %in.range.not.i, i32 0, i32 %2
;;   %from.i9 = sub i32 %lane.i1, %before.i
;;   %number.i.i = and i32 %from.i9, 63
;;   %wide.i.i = zext nneg i32 %number.i.i to i64
;;   %shifted.i.i = lshr i64 %there.i, %wide.i.i
;;   %exists.i.i = trunc i64 %shifted.i.i to i1
;;   %in.range.i.i = icmp ult i32 %from.i9, 64
;;   %is.i.i = and i1 %in.range.i.i, %exists.i.i
;;   %from.i.i = select i1 %is.i.i, i32 %from.i9, i32 %lane.i1
;;   %address.i.i = shl i32 %from.i.i, 2
;;   %new.i.i = tail call i32 @llvm.amdgcn.ds.bpermute(i32 %address.i.i, i32 %1)
;;   store volatile i32 %new.i.i, ptr %0, align 4
;;   %behind.i = select i1 %in.range.i, i32 %2, i32 0
;;   %from.i13 = add i32 %lane.i1, %behind.i
;;   %number.i.i15 = and i32 %from.i13, 63
;;   %wide.i.i16 = zext nneg i32 %number.i.i15 to i64
;;   %shifted.i.i17 = lshr i64 %there.i, %wide.i.i16
;;   %exists.i.i18 = trunc i64 %shifted.i.i17 to i1
;;   %in.range.i.i19 = icmp ult i32 %from.i13, 64
;;   %is.i.i20 = and i1 %in.range.i.i19, %exists.i.i18
;;   %from.i.i23 = select i1 %is.i.i20, i32 %from.i13, i32 %lane.i1
;;   %address.i.i24 = shl i32 %from.i.i23, 2
;;   %new.i.i25 = tail call i32 @llvm.amdgcn.ds.bpermute(i32 %address.i.i24, i32 %1)
;;   store volatile i32 %new.i.i25, ptr %0, align 4
;;   %from.i28 = xor i32 %lane.i1, %2
;;   %number.i.i30 = and i32 %from.i28, 63
;;   %wide.i.i31 = zext nneg i32 %number.i.i30 to i64
;;   %shifted.i.i32 = lshr i64 %there.i, %wide.i.i31
;;   %exists.i.i33 = trunc i64 %shifted.i.i32 to i1
;;   %in.range.i.i34 = icmp ult i32 %2, 64
;;   %is.i.i35 = and i1 %in.range.i.i34, %exists.i.i33
;;   %from.i.i38 = select i1 %is.i.i35, i32 %from.i28, i32 %lane.i1
;;   %address.i.i39 = shl i32 %from.i.i38, 2
;;   %new.i.i40 = tail call i32 @llvm.amdgcn.ds.bpermute(i32 %address.i.i39, i32 %1)
;;   store volatile i32 %new.i.i40, ptr %0, align 4
;;   ret void
;; }

; irgen device --emit=ll -O=2 --target=nvptx64:sm_90
; irgen device --emit=ll -O=2 --target=amdgcn:gfx90a
; are wider values exchanged in two halves?
; lines with shfl, bpermute, lshr i64, trunc i64, bitcast, or disjoint, volatile
declare float @offload.shuffle.down.f32(float, i32)
declare double @offload.shuffle.f64(double, i32)

define void @wide(ptr %out, float %v, double %w, i32 %n) "offload-kernel" {
  %other = call float @offload.shuffle.down.f32(float %v, i32 %n)
  store volatile float %other, ptr %out
  %first = call double @offload.shuffle.f64(double %w, i32 0)
  store volatile double %first, ptr %out
  ret void
}
;; irgen device --emit=ll -O=2 --target=nvptx64:sm_90
;; define ptx_kernel void @wide(ptr nocapture readnone %dyn_ptr, ptr %out, i64 %v, i64 %w, i64 %n) local_unnamed_addr convergent norecurse nounwind memory(argmem: readwrite, inaccessiblemem: readwrite) {
;;   %0 = trunc i64 %v to i32
;;   %1 = trunc i64 %n to i32
;;   %new.i17 = tail call i32 @llvm.nvvm.shfl.sync.down.i32(i32 -1, i32 %0, i32 %by.i, i32 %last.i.i)
;;   %new.i16 = bitcast i32 %new.i17 to float
;;   store volatile float %new.i16, ptr %out, align 4
;;   %low.i = trunc i64 %w to i32
;;   %shifted.i = lshr i64 %w, 32
;;   %new.i4 = tail call i32 @llvm.nvvm.shfl.sync.idx.i32(i32 -1, i32 %low.i, i32 0, i32 %last.i.i)
;;   %new.i2 = tail call i32 @llvm.nvvm.shfl.sync.idx.i32(i32 -1, i32 %high.i, i32 0, i32 %last.i.i)
;;   %new.i1 = or disjoint i64 %upper.i, %wide.low.i
;;   %new.i = bitcast i64 %new.i1 to double
;;   store volatile double %new.i, ptr %out, align 8
;; }
;; irgen device --emit=ll -O=2 --target=amdgcn:gfx90a
;; define amdgpu_kernel void @wide(ptr nocapture readnone %dyn_ptr, ptr addrspace(1) %out, i64 %v, i64 %w, i64 %n) local_unnamed_addr convergent nofree norecurse nounwind memory(argmem: readwrite, inaccessiblemem: readwrite) "amdgpu-no-agpr" "amdgpu-no-completion-action" "amdgpu-no-default-queue" "amdgpu-no-dispatch-id" "amdgpu-no-dispatch-ptr" "amdgpu-no-flat-scratch-init" "amdgpu-no-heap-ptr" "amdgpu-no-hostcall-ptr" "amdgpu-no-implicitarg-ptr" "amdgpu-no-lds-kernel-id" "amdgpu-no-multigrid-sync-arg" "amdgpu-no-queue-ptr" "amdgpu-no-workgroup-id-x" "amdgpu-no-workgroup-id-y" "amdgpu-no-workgroup-id-z" "amdgpu-no-workitem-id-x" "amdgpu-no-workitem-id-y" "amdgpu-no-workitem-id-z" "uniform-work-group-size"="false" {
;;   %1 = trunc i64 %v to i32
;;   %2 = trunc i64 %n to i32
;;   %shifted.i.i = lshr i64 %there.i.i, %wide.i.i
;;   %exists.i.i = trunc i64 %shifted.i.i to i1
;;   %new.i.i = tail call i32 @llvm.amdgcn.ds.bpermute(i32 %address.i.i, i32 %1)
;;   %new.i16 = bitcast i32 %new.i.i to float
;;   store volatile float %new.i16, ptr %0, align 4
;;   %low.i = trunc i64 %w to i32
;;   %shifted.i = lshr i64 %w, 32
;;   %exists.i = trunc i64 %there.i.i to i1
;;   %new.i5 = tail call i32 @llvm.amdgcn.ds.bpermute(i32 %address.i, i32 %low.i)
;;   %new.i12 = tail call i32 @llvm.amdgcn.ds.bpermute(i32 %address.i, i32 %high.i)
;;   %new.i1 = or disjoint i64 %upper.i, %wide.low.i
;;   %new.i = bitcast i64 %new.i1 to double
;;   store volatile double %new.i, ptr %0, align 8
;; }
