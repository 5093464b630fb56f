! Members, members of members, sections of members and a mapper function, by the marks of Fortran; kernels are C's.
module structures
  use iso_c_binding
  implicit none
  type, bind(c) :: leaf
    integer(c_int64_t) :: n
    type(c_ptr) :: values
  end type
  type, bind(c) :: root
    type(c_ptr) :: leaf
  end type
  interface
    subroutine scale_root(r) bind(c)
      import :: root
      type(root) :: r
    end subroutine
    subroutine scale_part(l) bind(c)
      import :: leaf
      type(leaf) :: l
    end subroutine
    subroutine scale_leaf(l) bind(c)
      import :: leaf
      type(leaf) :: l
    end subroutine
    subroutine scale_leaves(n, l) bind(c)
      import :: leaf, c_int64_t
      integer(c_int64_t), value :: n
      type(leaf) :: l(*)
    end subroutine
    subroutine push(handle, base, begin, bytes, bits, name) bind(c, name="__tgt_push_mapper_component")
      import :: c_ptr, c_int64_t
      type(c_ptr), value :: handle, base, begin, name
      integer(c_int64_t), value :: bytes, bits
    end subroutine
  end interface
contains
  subroutine map_leaves(handle, base, begin, bytes, bits, name) bind(c)
    type(c_ptr), value :: handle, base, begin, name
    integer(c_int64_t), value :: bytes, bits
    type(leaf), pointer :: leaves(:)
    integer :: i
    call c_f_pointer(begin, leaves, [bytes / 16])
    call push(handle, begin, begin, 0_c_int64_t, 0_c_int64_t, name)
    call push(handle, begin, begin, bytes, iand(bits, 3_c_int64_t), name)
    do i = 1, size(leaves)
      call push(handle, c_loc(leaves(i)%values), leaves(i)%values, 8 * leaves(i)%n, &
                ior(ishft(2_c_int64_t, 48), ior(16_c_int64_t, iand(bits, 3_c_int64_t))), name)
    end do
  end subroutine
  subroutine tell(values)
    real(c_double) :: values(6)
    print '(6(1x,i0))', int(values)
  end subroutine
end module
program main
  use offload
  use structures
  implicit none
  real(c_double), target :: values(6)
  type(leaf), target :: l, leaves(2)
  type(root) :: r
  values = [1d0, 2d0, 3d0, 4d0, 5d0, 6d0]
  l%n = 6
  l%values = c_loc(values)
  r%leaf = c_loc(l)
  leaves(1) = leaf(2, c_loc(values))
  leaves(2) = leaf(3, c_loc(values(3)))

  call offload_mark(.false._c_bool, 0_c_int64_t)
  call offload_grid(1, 1, 1)
  call offload_block(1, 1, 1)
  call offload_map_pointer(r, 8_c_int64_t, OFFLOAD_TO)
  call offload_member(r, 16_c_int64_t, OFFLOAD_TO, 0_c_int64_t)
  call offload_member(r, 48_c_int64_t, OFFLOAD_TOFROM, 0_c_int64_t, 8_c_int64_t)
  call scale_root(r)
  call tell(values)

  call offload_mark(.false._c_bool, 0_c_int64_t)
  call offload_grid(1, 1, 1)
  call offload_block(1, 1, 1)
  call offload_map_pointer(l, 16_c_int64_t, OFFLOAD_TO)
  call offload_member(l, 0_c_int64_t, OFFLOAD_TOFROM, 8_c_int64_t)
  call offload_section(8_c_int64_t, 2_c_int64_t, 2_c_int64_t, 1_c_int64_t)
  call scale_part(l)
  call tell(values)

  call offload_map_pointer(l, 16_c_int64_t, OFFLOAD_TO)
  call offload_member(l, 48_c_int64_t, OFFLOAD_TO, 8_c_int64_t)
  call offload_enter(0_c_int64_t)
  call offload_mark(.false._c_bool, 0_c_int64_t)
  call offload_grid(1, 1, 1)
  call offload_block(1, 1, 1)
  call offload_map_pointer(l, 16_c_int64_t, OFFLOAD_TO)
  call scale_leaf(l)
  call offload_map_pointer(l, 16_c_int64_t, OFFLOAD_FROM)
  call offload_member(l, 0_c_int64_t, OFFLOAD_FROM, 8_c_int64_t)
  call offload_section(8_c_int64_t, 0_c_int64_t, 3_c_int64_t, 2_c_int64_t)
  call offload_update(0_c_int64_t)
  call tell(values)
  call offload_map_pointer(l, 16_c_int64_t, OFFLOAD_DELETE)
  call offload_member(l, 48_c_int64_t, ior(OFFLOAD_FROM, OFFLOAD_DELETE), 8_c_int64_t)
  call offload_exit(0_c_int64_t)
  call tell(values)

  call offload_mark(.false._c_bool, 0_c_int64_t)
  call offload_grid(1, 1, 1)
  call offload_block(1, 1, 1)
  call offload_map_pointer(leaves, 32_c_int64_t, OFFLOAD_TOFROM)
  call offload_mapper(leaves, c_funloc(map_leaves))
  call scale_leaves(2_c_int64_t, leaves)
  call tell(values)
end program
