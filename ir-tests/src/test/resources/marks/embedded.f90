! Needs nothing of a library, so it runs in any process.
#ifdef KERNELS
subroutine axpy(n, a, x, y) bind(c)
    use, intrinsic :: iso_c_binding
    use offload
    implicit none
    integer(c_int), value :: n
    real(c_double), intent(in) :: a, x(*)
    real(c_double), intent(inout) :: y(*)
    integer :: i
    i = offload_block_id(0) * offload_block_size(0) + offload_thread_id(0) + 1
    if (i <= n) y(i) = y(i) + a * x(i)
end subroutine
#else
real(c_double) function run() bind(c)
    use, intrinsic :: iso_c_binding
    use offload
    implicit none
    interface
        subroutine axpy(n, a, x, y) bind(c)
            import :: c_double, c_int
            integer(c_int), value :: n
            real(c_double), intent(in) :: a, x(*)
            real(c_double), intent(inout) :: y(*)
        end subroutine
    end interface
    real(c_double) :: x(100), y(100), a
    integer :: i
    do i = 1, 100
        x(i) = i - 1
        y(i) = 1
    end do
    a = 0.5d0
    do i = 1, 2
        call offload_mark(.false._c_bool, -1_c_int64_t)
        call offload_grid(2, 1, 1)
        call offload_block(64, 1, 1)
        call offload_map_pointer(a, 8_c_int64_t, OFFLOAD_TO)
        call offload_map_pointer(x, 800_c_int64_t, OFFLOAD_TO)
        call offload_map_pointer(y, 800_c_int64_t, OFFLOAD_TOFROM)
        !dir$ noinline
        call axpy(100, a, x, y)
    end do
    run = 0
    do i = 1, 100
        run = run + y(i)
    end do
end function
#endif
