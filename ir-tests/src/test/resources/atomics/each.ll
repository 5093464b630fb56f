; Every operation of a kind on an element of its own, for the device; the old values go behind the new ones.

define void @each(ptr %bytes, ptr %words, ptr %floats, ptr %doubles) "offload-kernel" {
  %p1 = getelementptr i8, ptr %bytes, i64 0
  %v1 = atomicrmw add ptr %p1, i8 -3 syncscope("agent") seq_cst
  %q1 = getelementptr i8, ptr %bytes, i64 24
  store i8 %v1, ptr %q1
  %p2 = getelementptr i8, ptr %bytes, i64 1
  %v2 = atomicrmw sub ptr %p2, i8 -3 syncscope("agent") seq_cst
  %q2 = getelementptr i8, ptr %bytes, i64 25
  store i8 %v2, ptr %q2
  %p3 = getelementptr i8, ptr %bytes, i64 2
  %v3 = atomicrmw and ptr %p3, i8 -3 syncscope("agent") seq_cst
  %q3 = getelementptr i8, ptr %bytes, i64 26
  store i8 %v3, ptr %q3
  %p4 = getelementptr i8, ptr %bytes, i64 3
  %v4 = atomicrmw nand ptr %p4, i8 -3 syncscope("agent") seq_cst
  %q4 = getelementptr i8, ptr %bytes, i64 27
  store i8 %v4, ptr %q4
  %p5 = getelementptr i8, ptr %bytes, i64 4
  %v5 = atomicrmw or ptr %p5, i8 -3 syncscope("agent") seq_cst
  %q5 = getelementptr i8, ptr %bytes, i64 28
  store i8 %v5, ptr %q5
  %p6 = getelementptr i8, ptr %bytes, i64 5
  %v6 = atomicrmw xor ptr %p6, i8 -3 syncscope("agent") seq_cst
  %q6 = getelementptr i8, ptr %bytes, i64 29
  store i8 %v6, ptr %q6
  %p7 = getelementptr i8, ptr %bytes, i64 6
  %v7 = atomicrmw max ptr %p7, i8 -3 syncscope("agent") seq_cst
  %q7 = getelementptr i8, ptr %bytes, i64 30
  store i8 %v7, ptr %q7
  %p8 = getelementptr i8, ptr %bytes, i64 7
  %v8 = atomicrmw min ptr %p8, i8 -3 syncscope("agent") seq_cst
  %q8 = getelementptr i8, ptr %bytes, i64 31
  store i8 %v8, ptr %q8
  %p9 = getelementptr i8, ptr %bytes, i64 8
  %v9 = atomicrmw umax ptr %p9, i8 -3 syncscope("agent") seq_cst
  %q9 = getelementptr i8, ptr %bytes, i64 32
  store i8 %v9, ptr %q9
  %p10 = getelementptr i8, ptr %bytes, i64 9
  %v10 = atomicrmw umin ptr %p10, i8 -3 syncscope("agent") seq_cst
  %q10 = getelementptr i8, ptr %bytes, i64 33
  store i8 %v10, ptr %q10
  %p11 = getelementptr i8, ptr %bytes, i64 10
  %v11 = atomicrmw xchg ptr %p11, i8 -3 syncscope("agent") seq_cst
  %q11 = getelementptr i8, ptr %bytes, i64 34
  store i8 %v11, ptr %q11
  %p12 = getelementptr i8, ptr %bytes, i64 11
  %v12 = atomicrmw uinc_wrap ptr %p12, i8 -3 syncscope("agent") seq_cst
  %q12 = getelementptr i8, ptr %bytes, i64 35
  store i8 %v12, ptr %q12
  %p13 = getelementptr i8, ptr %bytes, i64 12
  %v13 = atomicrmw udec_wrap ptr %p13, i8 -3 syncscope("agent") seq_cst
  %q13 = getelementptr i8, ptr %bytes, i64 36
  store i8 %v13, ptr %q13
  %p14 = getelementptr i8, ptr %bytes, i64 13
  %v14 = atomicrmw usub_cond ptr %p14, i8 -3 syncscope("agent") seq_cst
  %q14 = getelementptr i8, ptr %bytes, i64 37
  store i8 %v14, ptr %q14
  %p15 = getelementptr i8, ptr %bytes, i64 14
  %v15 = atomicrmw usub_sat ptr %p15, i8 -3 syncscope("agent") seq_cst
  %q15 = getelementptr i8, ptr %bytes, i64 38
  store i8 %v15, ptr %q15
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
  %p18 = getelementptr i64, ptr %words, i64 0
  %v18 = atomicrmw add ptr %p18, i64 5 syncscope("agent") seq_cst
  %q18 = getelementptr i64, ptr %words, i64 24
  store i64 %v18, ptr %q18
  %p19 = getelementptr i64, ptr %words, i64 1
  %v19 = atomicrmw sub ptr %p19, i64 5 syncscope("agent") seq_cst
  %q19 = getelementptr i64, ptr %words, i64 25
  store i64 %v19, ptr %q19
  %p20 = getelementptr i64, ptr %words, i64 2
  %v20 = atomicrmw and ptr %p20, i64 5 syncscope("agent") seq_cst
  %q20 = getelementptr i64, ptr %words, i64 26
  store i64 %v20, ptr %q20
  %p21 = getelementptr i64, ptr %words, i64 3
  %v21 = atomicrmw nand ptr %p21, i64 5 syncscope("agent") seq_cst
  %q21 = getelementptr i64, ptr %words, i64 27
  store i64 %v21, ptr %q21
  %p22 = getelementptr i64, ptr %words, i64 4
  %v22 = atomicrmw or ptr %p22, i64 5 syncscope("agent") seq_cst
  %q22 = getelementptr i64, ptr %words, i64 28
  store i64 %v22, ptr %q22
  %p23 = getelementptr i64, ptr %words, i64 5
  %v23 = atomicrmw xor ptr %p23, i64 5 syncscope("agent") seq_cst
  %q23 = getelementptr i64, ptr %words, i64 29
  store i64 %v23, ptr %q23
  %p24 = getelementptr i64, ptr %words, i64 6
  %v24 = atomicrmw max ptr %p24, i64 5 syncscope("agent") seq_cst
  %q24 = getelementptr i64, ptr %words, i64 30
  store i64 %v24, ptr %q24
  %p25 = getelementptr i64, ptr %words, i64 7
  %v25 = atomicrmw min ptr %p25, i64 5 syncscope("agent") seq_cst
  %q25 = getelementptr i64, ptr %words, i64 31
  store i64 %v25, ptr %q25
  %p26 = getelementptr i64, ptr %words, i64 8
  %v26 = atomicrmw umax ptr %p26, i64 5 syncscope("agent") seq_cst
  %q26 = getelementptr i64, ptr %words, i64 32
  store i64 %v26, ptr %q26
  %p27 = getelementptr i64, ptr %words, i64 9
  %v27 = atomicrmw umin ptr %p27, i64 5 syncscope("agent") seq_cst
  %q27 = getelementptr i64, ptr %words, i64 33
  store i64 %v27, ptr %q27
  %p28 = getelementptr i64, ptr %words, i64 10
  %v28 = atomicrmw xchg ptr %p28, i64 5 syncscope("agent") seq_cst
  %q28 = getelementptr i64, ptr %words, i64 34
  store i64 %v28, ptr %q28
  %p29 = getelementptr i64, ptr %words, i64 11
  %v29 = atomicrmw uinc_wrap ptr %p29, i64 5 syncscope("agent") seq_cst
  %q29 = getelementptr i64, ptr %words, i64 35
  store i64 %v29, ptr %q29
  %p30 = getelementptr i64, ptr %words, i64 12
  %v30 = atomicrmw udec_wrap ptr %p30, i64 5 syncscope("agent") seq_cst
  %q30 = getelementptr i64, ptr %words, i64 36
  store i64 %v30, ptr %q30
  %p31 = getelementptr i64, ptr %words, i64 13
  %v31 = atomicrmw usub_cond ptr %p31, i64 5 syncscope("agent") seq_cst
  %q31 = getelementptr i64, ptr %words, i64 37
  store i64 %v31, ptr %q31
  %p32 = getelementptr i64, ptr %words, i64 14
  %v32 = atomicrmw usub_sat ptr %p32, i64 5 syncscope("agent") seq_cst
  %q32 = getelementptr i64, ptr %words, i64 38
  store i64 %v32, ptr %q32
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
  %p35 = getelementptr float, ptr %floats, i64 0
  %v35 = atomicrmw fadd ptr %p35, float 2.5 syncscope("agent") seq_cst
  %q35 = getelementptr float, ptr %floats, i64 24
  store float %v35, ptr %q35
  %p36 = getelementptr float, ptr %floats, i64 1
  %v36 = atomicrmw fsub ptr %p36, float 2.5 syncscope("agent") seq_cst
  %q36 = getelementptr float, ptr %floats, i64 25
  store float %v36, ptr %q36
  %p37 = getelementptr float, ptr %floats, i64 2
  %v37 = atomicrmw fmax ptr %p37, float 2.5 syncscope("agent") seq_cst
  %q37 = getelementptr float, ptr %floats, i64 26
  store float %v37, ptr %q37
  %p38 = getelementptr float, ptr %floats, i64 3
  %v38 = atomicrmw fmin ptr %p38, float 2.5 syncscope("agent") seq_cst
  %q38 = getelementptr float, ptr %floats, i64 27
  store float %v38, ptr %q38
  %p39 = getelementptr float, ptr %floats, i64 4
  %v39 = atomicrmw xchg ptr %p39, float 2.5 syncscope("agent") seq_cst
  %q39 = getelementptr float, ptr %floats, i64 28
  store float %v39, ptr %q39
  %p40 = getelementptr double, ptr %doubles, i64 0
  %v40 = atomicrmw fadd ptr %p40, double 2.5 syncscope("agent") seq_cst
  %q40 = getelementptr double, ptr %doubles, i64 24
  store double %v40, ptr %q40
  %p41 = getelementptr double, ptr %doubles, i64 1
  %v41 = atomicrmw fsub ptr %p41, double 2.5 syncscope("agent") seq_cst
  %q41 = getelementptr double, ptr %doubles, i64 25
  store double %v41, ptr %q41
  %p42 = getelementptr double, ptr %doubles, i64 2
  %v42 = atomicrmw fmax ptr %p42, double 2.5 syncscope("agent") seq_cst
  %q42 = getelementptr double, ptr %doubles, i64 26
  store double %v42, ptr %q42
  %p43 = getelementptr double, ptr %doubles, i64 3
  %v43 = atomicrmw fmin ptr %p43, double 2.5 syncscope("agent") seq_cst
  %q43 = getelementptr double, ptr %doubles, i64 27
  store double %v43, ptr %q43
  %p44 = getelementptr double, ptr %doubles, i64 4
  %v44 = atomicrmw xchg ptr %p44, double 2.5 syncscope("agent") seq_cst
  %q44 = getelementptr double, ptr %doubles, i64 28
  store double %v44, ptr %q44
  fence syncscope("agent") seq_cst
  %last = getelementptr i64, ptr %words, i64 20
  store atomic i64 9, ptr %last syncscope("agent") seq_cst, align 8
  ret void
}
