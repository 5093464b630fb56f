; Every operation of a kind on an element of its own, for the device; the old values go behind the new ones.
; UPDATE(number, operation, type, operand, array, element, where the old value goes) stands for four lines.

define void @each(ptr %bytes, ptr %words, ptr %floats, ptr %doubles) "offload-kernel" {
  UPDATE(1, add, i8, -3, %bytes, 0, 24)
  UPDATE(2, sub, i8, -3, %bytes, 1, 25)
  UPDATE(3, and, i8, -3, %bytes, 2, 26)
  UPDATE(4, nand, i8, -3, %bytes, 3, 27)
  UPDATE(5, or, i8, -3, %bytes, 4, 28)
  UPDATE(6, xor, i8, -3, %bytes, 5, 29)
  UPDATE(7, max, i8, -3, %bytes, 6, 30)
  UPDATE(8, min, i8, -3, %bytes, 7, 31)
  UPDATE(9, umax, i8, -3, %bytes, 8, 32)
  UPDATE(10, umin, i8, -3, %bytes, 9, 33)
  UPDATE(11, xchg, i8, -3, %bytes, 10, 34)
  UPDATE(12, uinc_wrap, i8, -3, %bytes, 11, 35)
  UPDATE(13, udec_wrap, i8, -3, %bytes, 12, 36)
  UPDATE(14, usub_cond, i8, -3, %bytes, 13, 37)
  UPDATE(15, usub_sat, i8, -3, %bytes, 14, 38)
  %p16 = getelementptr i8, ptr %bytes, i64 16
  %r16 = cmpxchg ptr %p16, i8 17, i8 4 syncscope("agent") acq_rel monotonic
  %v16 = extractvalue { i8, i1 } %r16, 0
  %s16 = extractvalue { i8, i1 } %r16, 1
  %w16 = select i1 %s16, i8 %v16, i8 77
  %q16 = getelementptr i8, ptr %bytes, i64 40
  store i8 %w16, ptr %q16
  %p17 = getelementptr i8, ptr %bytes, i64 17
  %r17 = cmpxchg ptr %p17, i8 99, i8 4 syncscope("agent") acq_rel monotonic
  %v17 = extractvalue { i8, i1 } %r17, 0
  %s17 = extractvalue { i8, i1 } %r17, 1
  %w17 = select i1 %s17, i8 %v17, i8 77
  %q17 = getelementptr i8, ptr %bytes, i64 41
  store i8 %w17, ptr %q17
  UPDATE(18, add, i64, 5, %words, 0, 24)
  UPDATE(19, sub, i64, 5, %words, 1, 25)
  UPDATE(20, and, i64, 5, %words, 2, 26)
  UPDATE(21, nand, i64, 5, %words, 3, 27)
  UPDATE(22, or, i64, 5, %words, 4, 28)
  UPDATE(23, xor, i64, 5, %words, 5, 29)
  UPDATE(24, max, i64, 5, %words, 6, 30)
  UPDATE(25, min, i64, 5, %words, 7, 31)
  UPDATE(26, umax, i64, 5, %words, 8, 32)
  UPDATE(27, umin, i64, 5, %words, 9, 33)
  UPDATE(28, xchg, i64, 5, %words, 10, 34)
  UPDATE(29, uinc_wrap, i64, 5, %words, 11, 35)
  UPDATE(30, udec_wrap, i64, 5, %words, 12, 36)
  UPDATE(31, usub_cond, i64, 5, %words, 13, 37)
  UPDATE(32, usub_sat, i64, 5, %words, 14, 38)
  %p33 = getelementptr i64, ptr %words, i64 16
  %r33 = cmpxchg ptr %p33, i64 17, i64 4 syncscope("agent") acq_rel monotonic
  %v33 = extractvalue { i64, i1 } %r33, 0
  %s33 = extractvalue { i64, i1 } %r33, 1
  %w33 = select i1 %s33, i64 %v33, i64 77
  %q33 = getelementptr i64, ptr %words, i64 40
  store i64 %w33, ptr %q33
  %p34 = getelementptr i64, ptr %words, i64 17
  %r34 = cmpxchg ptr %p34, i64 99, i64 4 syncscope("agent") acq_rel monotonic
  %v34 = extractvalue { i64, i1 } %r34, 0
  %s34 = extractvalue { i64, i1 } %r34, 1
  %w34 = select i1 %s34, i64 %v34, i64 77
  %q34 = getelementptr i64, ptr %words, i64 41
  store i64 %w34, ptr %q34
  UPDATE(35, fadd, float, 2.5, %floats, 0, 24)
  UPDATE(36, fsub, float, 2.5, %floats, 1, 25)
  UPDATE(37, fmax, float, 2.5, %floats, 2, 26)
  UPDATE(38, fmin, float, 2.5, %floats, 3, 27)
  UPDATE(39, xchg, float, 2.5, %floats, 4, 28)
  UPDATE(40, fadd, double, 2.5, %doubles, 0, 24)
  UPDATE(41, fsub, double, 2.5, %doubles, 1, 25)
  UPDATE(42, fmax, double, 2.5, %doubles, 2, 26)
  UPDATE(43, fmin, double, 2.5, %doubles, 3, 27)
  UPDATE(44, xchg, double, 2.5, %doubles, 4, 28)
  fence syncscope("agent") seq_cst
  %last = getelementptr i64, ptr %words, i64 20
  store atomic i64 9, ptr %last syncscope("agent") seq_cst, align 8
  ret void
}
