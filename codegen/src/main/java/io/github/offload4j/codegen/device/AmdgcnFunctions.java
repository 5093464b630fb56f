package io.github.offload4j.codegen.device;

/**
 * AMD's answers to the {@link DeviceFunction}s, as LLVM IR. A lane exists when it executes along with the caller; the
 * instructions would give 0 for another one. Warps of 32 lanes have the upper half of the masks clear.
 */
final class AmdgcnFunctions {
    static final String TEXT = """
            define i32 @offload.warp.size() ATTRIBUTES {
              %size = call i32 @llvm.amdgcn.wavefrontsize()
              ret i32 %size
            }
            define i32 @offload.lane.id() ATTRIBUTES {
              %low = call i32 @llvm.amdgcn.mbcnt.lo(i32 -1, i32 0)
              %lane = call range(i32 0, 64) i32 @llvm.amdgcn.mbcnt.hi(i32 -1, i32 %low)
              ret i32 %lane
            }
            define void @offload.warp.barrier() ATTRIBUTES {
              fence syncscope("wavefront") release
              call void @llvm.amdgcn.wave.barrier()
              fence syncscope("wavefront") acquire
              ret void
            }
            define i64 @offload.ballot(i1 %holds) ATTRIBUTES {
              %lanes = call i64 @llvm.amdgcn.ballot.i64(i1 %holds)
              ret i64 %lanes
            }
            define i1 @offload.any(i1 %holds) ATTRIBUTES {
              %lanes = call i64 @llvm.amdgcn.ballot.i64(i1 %holds)
              %some = icmp ne i64 %lanes, 0
              ret i1 %some
            }
            define i1 @offload.all(i1 %holds) ATTRIBUTES {
              %fails = xor i1 %holds, true
              %lanes = call i64 @llvm.amdgcn.ballot.i64(i1 %fails)
              %every = icmp eq i64 %lanes, 0
              ret i1 %every
            }
            define internal i32 @offload.read.lane(i32 %value, i32 %lane) ATTRIBUTES {
              %there = call i64 @llvm.amdgcn.ballot.i64(i1 true)
              %number = and i32 %lane, 63
              %wide = zext nneg i32 %number to i64
              %shifted = lshr i64 %there, %wide
              %exists = trunc i64 %shifted to i1
              %in.range = icmp eq i32 %number, %lane
              %is = and i1 %exists, %in.range
              %self = call i32 @offload.lane.id()
              %from = select i1 %is, i32 %lane, i32 %self
              %address = shl i32 %from, 2
              %new = call i32 @llvm.amdgcn.ds.bpermute(i32 %address, i32 %value)
              ret i32 %new
            }
            define i32 @offload.shuffle.i32(i32 %value, i32 %lane) ATTRIBUTES {
              %new = call i32 @offload.read.lane(i32 %value, i32 %lane)
              ret i32 %new
            }
            define i32 @offload.shuffle.up.i32(i32 %value, i32 %lanes) ATTRIBUTES {
              %self = call i32 @offload.lane.id()
              %in.range = icmp ule i32 %lanes, %self
              %before = sub i32 %self, %lanes
              %from = select i1 %in.range, i32 %before, i32 %self
              %new = call i32 @offload.read.lane(i32 %value, i32 %from)
              ret i32 %new
            }
            define i32 @offload.shuffle.down.i32(i32 %value, i32 %lanes) ATTRIBUTES {
              %self = call i32 @offload.lane.id()
              %in.range = icmp ult i32 %lanes, 64
              %behind = add i32 %self, %lanes
              %from = select i1 %in.range, i32 %behind, i32 %self
              %new = call i32 @offload.read.lane(i32 %value, i32 %from)
              ret i32 %new
            }
            define i32 @offload.shuffle.xor.i32(i32 %value, i32 %bits) ATTRIBUTES {
              %self = call i32 @offload.lane.id()
              %from = xor i32 %self, %bits
              %new = call i32 @offload.read.lane(i32 %value, i32 %from)
              ret i32 %new
            }
            @offload_shared_begin = external addrspace(3) global [0 x i8], align 16
            define ptr @offload.shared.dynamic() alwaysinline nounwind {
              ret ptr addrspacecast (ptr addrspace(3) @offload_shared_begin to ptr)
            }
            """;

    private AmdgcnFunctions() {}
}
