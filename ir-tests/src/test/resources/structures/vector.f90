module kernels
  use iso_c_binding
  implicit none
  type, bind(c) :: vector
    integer(c_int64_t) :: n
    type(c_ptr) :: values
  end type
  interface
    subroutine twice(v) bind(c)
      import :: vector
      type(vector) :: v
    end subroutine
  end interface
end module
program main
  use offload
  use kernels
  use iso_c_binding
  implicit none
  real(c_double), target :: values(3)
  type(vector) :: v
  values = [1d0, 2d0, 3d0]
  v%n = 3
  v%values = c_loc(values)
  call offload_mark(.false._c_bool, 0_c_int64_t)
  call offload_grid(1, 1, 1)
  call offload_block(1, 1, 1)
  call offload_map_pointer(v, 16_c_int64_t, OFFLOAD_TO)
  call offload_member(v, 24_c_int64_t, OFFLOAD_TOFROM, 8_c_int64_t)
  call twice(v)
  print '(3f4.1)', values
end program
