! What docs/marks-fortran.md shows of Fortran.
module kernels
  implicit none
contains
  subroutine axpy(n, a, x, y)
    integer, intent(in) :: n
    double precision, intent(in) :: a, x(n)
    double precision, intent(inout) :: y(n)
    y(1) = y(1) + a * x(1)
  end subroutine
end module

subroutine launch(n, a, x, y)
  use, intrinsic :: iso_c_binding
  use kernels
  use offload
  implicit none
  integer :: n
  double precision :: a, x(n), y(n)
  call offload_mark(.false._c_bool, -1_c_int64_t)
  call offload_for(axpy)
  call offload_grid((n + 255) / 256, 1, 1)
  call offload_block(256, 1, 1)
  call offload_map_pointer(n, 4_c_int64_t, OFFLOAD_TO)
  call offload_map_pointer(a, 8_c_int64_t, OFFLOAD_TO)
  call offload_map_pointer(x, 8_c_int64_t * n, OFFLOAD_TO)
  call offload_map_pointer(y, 8_c_int64_t * n, OFFLOAD_TOFROM)
  !dir$ noinline
  call axpy(n, a, x, y)
end subroutine
