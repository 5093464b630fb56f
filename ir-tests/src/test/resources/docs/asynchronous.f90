! What docs/asynchronous.md shows of Fortran.
module kernels
  implicit none
contains
  subroutine scale(n, a, v)
    integer, value :: n
    real, value :: a
    real, intent(inout) :: v(n)
    v(1) = a * v(1)
  end subroutine
end module

program main
  use, intrinsic :: iso_c_binding
  use offload
  use kernels
  implicit none
  real :: a = 2, v(1000)
  v = 1
  call offload_mark(.false._c_bool, -1_c_int64_t)
  call offload_for(scale)
  call offload_grid(16, 1, 1)
  call offload_block(64, 1, 1)
  call offload_map_pointer(v, 4000_c_int64_t, OFFLOAD_TOFROM)
  call offload_nowait()
  call offload_depend(v, OFFLOAD_INOUT)
  call scale(1000, a, v)
  call offload_wait(-1_c_int64_t)
end program
