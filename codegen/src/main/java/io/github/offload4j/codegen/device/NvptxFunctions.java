package io.github.offload4j.codegen.device;

/**
 * NVIDIA's answers to the {@link DeviceFunction}s, as LLVM IR.
 *
 * <p>The instructions take part of a warp as a mask; lanes that have ended, or never began, need not come, so every bit is
 * set, which is what the assembler makes the best code of. Of a lane that does not exist a shuffle would give anything. It
 * gives the caller's own value for lanes behind a last one, though, which is the last lane of the block here. Numbers of lanes
 * are cut to five bits, so greater ones become the caller's own lane.
 */
final class NvptxFunctions {
    static final String TEXT = """
            define i32 @offload.warp.size() ATTRIBUTES {
              ret i32 32
            }
            define i32 @offload.lane.id() ATTRIBUTES {
              %lane = call i32 @llvm.nvvm.read.ptx.sreg.laneid()
              ret i32 %lane
            }
            define void @offload.warp.barrier() ATTRIBUTES {
              call void @llvm.nvvm.bar.warp.sync(i32 -1)
              ret void
            }
            define i64 @offload.ballot(i1 %holds) ATTRIBUTES {
              %lanes = call i32 @llvm.nvvm.vote.ballot.sync(i32 -1, i1 %holds)
              %wide = zext i32 %lanes to i64
              ret i64 %wide
            }
            define i1 @offload.any(i1 %holds) ATTRIBUTES {
              %some = call i1 @llvm.nvvm.vote.any.sync(i32 -1, i1 %holds)
              ret i1 %some
            }
            define i1 @offload.all(i1 %holds) ATTRIBUTES {
              %every = call i1 @llvm.nvvm.vote.all.sync(i32 -1, i1 %holds)
              ret i1 %every
            }
            define internal i32 @offload.last.lane() ATTRIBUTES {
              %nx = call i32 @offload.block.size(i32 0)
              %ny = call i32 @offload.block.size(i32 1)
              %nz = call i32 @offload.block.size(i32 2)
              %x = call i32 @offload.thread.id(i32 0)
              %y = call i32 @offload.thread.id(i32 1)
              %z = call i32 @offload.thread.id(i32 2)
              %planes = mul i32 %z, %ny
              %rows = add i32 %planes, %y
              %before = mul i32 %rows, %nx
              %thread = add i32 %before, %x
              %first = and i32 %thread, -32
              %plane = mul i32 %nx, %ny
              %threads = mul i32 %plane, %nz
              %rest = sub i32 %threads, %first
              %lanes = call i32 @llvm.umin.i32(i32 %rest, i32 32)
              %last = sub i32 %lanes, 1
              ret i32 %last
            }
            define i32 @offload.shuffle.i32(i32 %value, i32 %lane) ATTRIBUTES {
              %in.range = icmp ult i32 %lane, 32
              %self = call i32 @llvm.nvvm.read.ptx.sreg.laneid()
              %from = select i1 %in.range, i32 %lane, i32 %self
              %last = call i32 @offload.last.lane()
              %new = call i32 @llvm.nvvm.shfl.sync.idx.i32(i32 -1, i32 %value, i32 %from, i32 %last)
              ret i32 %new
            }
            define i32 @offload.shuffle.up.i32(i32 %value, i32 %lanes) ATTRIBUTES {
              %in.range = icmp ult i32 %lanes, 32
              %by = select i1 %in.range, i32 %lanes, i32 0
              %new = call i32 @llvm.nvvm.shfl.sync.up.i32(i32 -1, i32 %value, i32 %by, i32 0)
              ret i32 %new
            }
            define i32 @offload.shuffle.down.i32(i32 %value, i32 %lanes) ATTRIBUTES {
              %in.range = icmp ult i32 %lanes, 32
              %by = select i1 %in.range, i32 %lanes, i32 0
              %last = call i32 @offload.last.lane()
              %new = call i32 @llvm.nvvm.shfl.sync.down.i32(i32 -1, i32 %value, i32 %by, i32 %last)
              ret i32 %new
            }
            define i32 @offload.shuffle.xor.i32(i32 %value, i32 %bits) ATTRIBUTES {
              %in.range = icmp ult i32 %bits, 32
              %by = select i1 %in.range, i32 %bits, i32 0
              %last = call i32 @offload.last.lane()
              %new = call i32 @llvm.nvvm.shfl.sync.bfly.i32(i32 -1, i32 %value, i32 %by, i32 %last)
              ret i32 %new
            }
            declare i32 @offload.block.size(i32)
            declare i32 @offload.thread.id(i32)
            @offload_shared_begin = external addrspace(3) global [0 x i8], align 16
            define ptr @offload.shared.dynamic() alwaysinline nounwind {
              ret ptr addrspacecast (ptr addrspace(3) @offload_shared_begin to ptr)
            }
            """;

    private NvptxFunctions() {}
}
