; One step of the heat equation on a plane: each inner point becomes the mean of its four neighbours.

declare i32 @offload.thread.id(i32)
declare i32 @offload.block.id(i32)
declare i32 @offload.block.size(i32)

define void @heat(ptr noalias %new, ptr noalias readonly %old, i32 %width, i32 %height) "offload-kernel" {
entry:
  %tx = call i32 @offload.thread.id(i32 0)
  %ty = call i32 @offload.thread.id(i32 1)
  %bx = call i32 @offload.block.id(i32 0)
  %by = call i32 @offload.block.id(i32 1)
  %sx = call i32 @offload.block.size(i32 0)
  %sy = call i32 @offload.block.size(i32 1)
  %x0 = mul i32 %bx, %sx
  %x = add i32 %x0, %tx
  %y0 = mul i32 %by, %sy
  %y = add i32 %y0, %ty
  %last.x = sub i32 %width, 1
  %last.y = sub i32 %height, 1
  %left = icmp sgt i32 %x, 0
  %right = icmp slt i32 %x, %last.x
  %above = icmp sgt i32 %y, 0
  %below = icmp slt i32 %y, %last.y
  %in.row = and i1 %left, %right
  %in.column = and i1 %above, %below
  %inner = and i1 %in.row, %in.column
  br i1 %inner, label %work, label %exit

work:
  %row = mul i32 %y, %width
  %point = add i32 %row, %x
  %west = sub i32 %point, 1
  %east = add i32 %point, 1
  %north = sub i32 %point, %width
  %south = add i32 %point, %width
  %p.west = getelementptr float, ptr %old, i32 %west
  %p.east = getelementptr float, ptr %old, i32 %east
  %p.north = getelementptr float, ptr %old, i32 %north
  %p.south = getelementptr float, ptr %old, i32 %south
  %v.west = load float, ptr %p.west
  %v.east = load float, ptr %p.east
  %v.north = load float, ptr %p.north
  %v.south = load float, ptr %p.south
  %s1 = fadd float %v.west, %v.east
  %s2 = fadd float %s1, %v.north
  %s3 = fadd float %s2, %v.south
  %mean = fmul float %s3, 2.5e-1
  %p = getelementptr float, ptr %new, i32 %point
  store float %mean, ptr %p
  br label %exit

exit:
  ret void
}
