package io.github.offload4j.codegen.device;

/**
 * What LLVM's functions for one family of GPUs mean on every other target, as LLVM IR. A parameter {@code %all} must be the
 * constant -1, {@code %zero} the constant 0.
 *
 * <p>NVIDIA's warps have 32 lanes. Where ours have 64, each of theirs is one half. AMD's code asks how many there are.
 */
final class ForeignMeanings {
    private static final String LANES = """
            define internal i32 @offload.of.lane() {
              %lane = call i32 @offload.lane.id()
              %own = and i32 %lane, 31
              ret i32 %own
            }
            define internal i32 @offload.of.ballot(i1 %holds) {
              %lane = call i32 @offload.lane.id()
              %half = and i32 %lane, 32
              %by = zext nneg i32 %half to i64
              %lanes = call i64 @offload.ballot(i1 %holds)
              %shifted = lshr i64 %lanes, %by
              %own = trunc i64 %shifted to i32
              ret i32 %own
            }
            define internal i32 @offload.of.read(i32 %value, i32 %from, i1 %is) {
              %lane = call i32 @offload.lane.id()
              %half = and i32 %lane, 32
              %there = or i32 %from, %half
              %source = select i1 %is, i32 %there, i32 %lane
              %new = call i32 @offload.shuffle.i32(i32 %value, i32 %source)
              ret i32 %new
            }
            define internal i32 @offload.of.last(i32 %segment) {
              %own = call i32 @offload.of.lane()
              %shifted = lshr i32 %segment, 8
              %mask = and i32 %shifted, 31
              %outside = xor i32 %mask, 31
              %clamp = and i32 %segment, %outside
              %first = and i32 %own, %mask
              %last = or i32 %first, %clamp
              ret i32 %last
            }
            define i32 @offload.of.llvm.nvvm.read.ptx.sreg.laneid() {
              %own = call i32 @offload.of.lane()
              ret i32 %own
            }
            define i32 @offload.of.llvm.nvvm.read.ptx.sreg.warpsize() {
              ret i32 32
            }
            define i32 @offload.of.llvm.nvvm.read.ptx.sreg.lanemask.eq() {
              %own = call i32 @offload.of.lane()
              %bit = shl i32 1, %own
              ret i32 %bit
            }
            define i32 @offload.of.llvm.nvvm.read.ptx.sreg.lanemask.lt() {
              %bit = call i32 @offload.of.llvm.nvvm.read.ptx.sreg.lanemask.eq()
              %before = sub i32 %bit, 1
              ret i32 %before
            }
            define i32 @offload.of.llvm.nvvm.read.ptx.sreg.lanemask.le() {
              %bit = call i32 @offload.of.llvm.nvvm.read.ptx.sreg.lanemask.eq()
              %before = sub i32 %bit, 1
              %up.to = or i32 %bit, %before
              ret i32 %up.to
            }
            define i32 @offload.of.llvm.nvvm.read.ptx.sreg.lanemask.gt() {
              %up.to = call i32 @offload.of.llvm.nvvm.read.ptx.sreg.lanemask.le()
              %behind = xor i32 %up.to, -1
              ret i32 %behind
            }
            define i32 @offload.of.llvm.nvvm.read.ptx.sreg.lanemask.ge() {
              %before = call i32 @offload.of.llvm.nvvm.read.ptx.sreg.lanemask.lt()
              %from = xor i32 %before, -1
              ret i32 %from
            }
            """;

    private static final String WARPS = """
            define void @offload.of.llvm.nvvm.bar.warp.sync(i32 %all) {
              call void @offload.warp.barrier()
              ret void
            }
            define i32 @offload.of.llvm.nvvm.vote.ballot.sync(i32 %all, i1 %holds) {
              %lanes = call i32 @offload.of.ballot(i1 %holds)
              ret i32 %lanes
            }
            define i1 @offload.of.llvm.nvvm.vote.any.sync(i32 %all, i1 %holds) {
              %lanes = call i32 @offload.of.ballot(i1 %holds)
              %some = icmp ne i32 %lanes, 0
              ret i1 %some
            }
            define i1 @offload.of.llvm.nvvm.vote.all.sync(i32 %all, i1 %holds) {
              %fails = xor i1 %holds, true
              %lanes = call i32 @offload.of.ballot(i1 %fails)
              %every = icmp eq i32 %lanes, 0
              ret i1 %every
            }
            define i1 @offload.of.llvm.nvvm.vote.uni.sync(i32 %all, i1 %holds) {
              %fails = xor i1 %holds, true
              %lanes = call i32 @offload.of.ballot(i1 %holds)
              %others = call i32 @offload.of.ballot(i1 %fails)
              %none = icmp eq i32 %lanes, 0
              %every = icmp eq i32 %others, 0
              %same = or i1 %none, %every
              ret i1 %same
            }
            define i32 @offload.of.llvm.nvvm.shfl.sync.idx.i32(i32 %all, i32 %value, i32 %from, i32 %segment) {
              %own = call i32 @offload.of.lane()
              %last = call i32 @offload.of.last(i32 %segment)
              %shifted = lshr i32 %segment, 8
              %mask = and i32 %shifted, 31
              %outside = xor i32 %mask, 31
              %first = and i32 %own, %mask
              %number = and i32 %from, %outside
              %source = or i32 %first, %number
              %is = icmp ule i32 %source, %last
              %new = call i32 @offload.of.read(i32 %value, i32 %source, i1 %is)
              ret i32 %new
            }
            define i32 @offload.of.llvm.nvvm.shfl.sync.up.i32(i32 %all, i32 %value, i32 %by, i32 %segment) {
              %own = call i32 @offload.of.lane()
              %last = call i32 @offload.of.last(i32 %segment)
              %lanes = and i32 %by, 31
              %source = sub i32 %own, %lanes
              %is = icmp sge i32 %source, %last
              %new = call i32 @offload.of.read(i32 %value, i32 %source, i1 %is)
              ret i32 %new
            }
            define i32 @offload.of.llvm.nvvm.shfl.sync.down.i32(i32 %all, i32 %value, i32 %by, i32 %segment) {
              %own = call i32 @offload.of.lane()
              %last = call i32 @offload.of.last(i32 %segment)
              %lanes = and i32 %by, 31
              %source = add i32 %own, %lanes
              %is = icmp ule i32 %source, %last
              %new = call i32 @offload.of.read(i32 %value, i32 %source, i1 %is)
              ret i32 %new
            }
            define i32 @offload.of.llvm.nvvm.shfl.sync.bfly.i32(i32 %all, i32 %value, i32 %by, i32 %segment) {
              %own = call i32 @offload.of.lane()
              %last = call i32 @offload.of.last(i32 %segment)
              %bits = and i32 %by, 31
              %source = xor i32 %own, %bits
              %is = icmp ule i32 %source, %last
              %new = call i32 @offload.of.read(i32 %value, i32 %source, i1 %is)
              ret i32 %new
            }
            """;

    private static final String NUMBERS = """
            define float @offload.of.llvm.nvvm.shfl.sync.MODE.f32(i32 %all, float %value, i32 %lane, i32 %segment) {
              %bits = bitcast float %value to i32
              %new.bits = call i32 @offload.of.llvm.nvvm.shfl.sync.MODE.i32(i32 -1, i32 %bits, i32 %lane, i32 %segment)
              %new = bitcast i32 %new.bits to float
              ret float %new
            }
            """;

    private static final String BLOCKS = """
            define void @offload.of.llvm.nvvm.barrier0() {
              call void @offload.barrier()
              ret void
            }
            define void @offload.of.llvm.nvvm.barrier.n(i32 %zero) {
              call void @offload.barrier()
              ret void
            }
            define void @offload.of.llvm.nvvm.barrier.sync(i32 %zero) {
              call void @offload.barrier()
              ret void
            }
            define void @offload.of.llvm.nvvm.membar.cta() {
              call void @offload.fence.block()
              ret void
            }
            define void @offload.of.llvm.nvvm.membar.gl() {
              call void @offload.fence.device()
              ret void
            }
            define void @offload.of.llvm.nvvm.membar.sys() {
              fence seq_cst
              ret void
            }
            define void @offload.of.llvm.amdgcn.s.barrier() {
              call void @offload.barrier()
              ret void
            }
            """;

    private static final String INDEX = """
            define i32 @offload.of.NAME() {
              %index = call i32 @FUNCTION(i32 DIMENSION)
              ret i32 %index
            }
            """;

    private static final String WAVEFRONTS = """
            define i32 @offload.of.llvm.amdgcn.wavefrontsize() {
              %size = call i32 @offload.warp.size()
              ret i32 %size
            }
            define void @offload.of.llvm.amdgcn.wave.barrier() {
              call void @offload.warp.barrier()
              ret void
            }
            define i64 @offload.of.llvm.amdgcn.ballot.i64(i1 %holds) {
              %lanes = call i64 @offload.ballot(i1 %holds)
              ret i64 %lanes
            }
            define i32 @offload.of.llvm.amdgcn.ballot.i32(i1 %holds) {
              %lanes = call i64 @offload.ballot(i1 %holds)
              %low = trunc i64 %lanes to i32
              ret i32 %low
            }
            define i32 @offload.of.llvm.amdgcn.mbcnt.lo(i32 %mask, i32 %more) {
              %lane = call i32 @offload.lane.id()
              %wide = zext nneg i32 %lane to i64
              %bit = shl i64 1, %wide
              %before = sub i64 %bit, 1
              %low = trunc i64 %before to i32
              %counted = and i32 %mask, %low
              %count = call i32 @llvm.ctpop.i32(i32 %counted)
              %sum = add i32 %count, %more
              ret i32 %sum
            }
            define i32 @offload.of.llvm.amdgcn.mbcnt.hi(i32 %mask, i32 %more) {
              %lane = call i32 @offload.lane.id()
              %wide = zext nneg i32 %lane to i64
              %bit = shl i64 1, %wide
              %before = sub i64 %bit, 1
              %shifted = lshr i64 %before, 32
              %high = trunc i64 %shifted to i32
              %counted = and i32 %mask, %high
              %count = call i32 @llvm.ctpop.i32(i32 %counted)
              %sum = add i32 %count, %more
              ret i32 %sum
            }
            define i32 @offload.of.llvm.amdgcn.readlane.i32(i32 %value, i32 %lane) {
              %size = call i32 @offload.warp.size()
              %most = sub i32 %size, 1
              %from = and i32 %lane, %most
              %new = call i32 @offload.shuffle.i32(i32 %value, i32 %from)
              ret i32 %new
            }
            define i32 @offload.of.llvm.amdgcn.ds.bpermute(i32 %address, i32 %value) {
              %lane = lshr i32 %address, 2
              %size = call i32 @offload.warp.size()
              %most = sub i32 %size, 1
              %from = and i32 %lane, %most
              %there = call i64 @offload.ballot(i1 true)
              %wide = zext nneg i32 %from to i64
              %shifted = lshr i64 %there, %wide
              %is = trunc i64 %shifted to i1
              %read = call i32 @offload.shuffle.i32(i32 %value, i32 %from)
              %new = select i1 %is, i32 %read, i32 0
              ret i32 %new
            }
            """;

    private static final String DECLARATIONS = """
            declare i32 @offload.thread.id(i32)
            declare i32 @offload.block.id(i32)
            declare i32 @offload.block.size(i32)
            declare i32 @offload.grid.size(i32)
            declare void @offload.barrier()
            declare void @offload.fence.block()
            declare void @offload.fence.device()
            declare i32 @offload.warp.size()
            declare i32 @offload.lane.id()
            declare void @offload.warp.barrier()
            declare i32 @offload.shuffle.i32(i32, i32)
            declare i64 @offload.ballot(i1)
            """;

    static final String TEXT = text();

    private ForeignMeanings() {}

    private static String text() {
        StringBuilder text = new StringBuilder(DECLARATIONS + LANES + WARPS + BLOCKS + WAVEFRONTS);
        for (String mode : new String[] {"idx", "up", "down", "bfly"}) {
            text.append(NUMBERS.replace("MODE", mode));
        }
        String[][] indices = {
            {"llvm.nvvm.read.ptx.sreg.tid.", "offload.thread.id"},
            {"llvm.nvvm.read.ptx.sreg.ctaid.", "offload.block.id"},
            {"llvm.nvvm.read.ptx.sreg.ntid.", "offload.block.size"},
            {"llvm.nvvm.read.ptx.sreg.nctaid.", "offload.grid.size"},
            {"llvm.amdgcn.workitem.id.", "offload.thread.id"},
            {"llvm.amdgcn.workgroup.id.", "offload.block.id"},
        };
        for (String[] index : indices) {
            for (int dimension = 0; dimension < IndexLowering.LETTERS.length(); dimension++) {
                text.append(INDEX.replace("NAME", index[0] + IndexLowering.LETTERS.charAt(dimension))
                        .replace("FUNCTION", index[1])
                        .replace("DIMENSION", Integer.toString(dimension)));
            }
        }
        return text.toString().replace(") {\n", ") alwaysinline convergent nounwind {\n");
    }
}
