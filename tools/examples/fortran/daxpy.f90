! y = y + a * x on a device, three times. Fortran has no sections: the procedure that a mark launches is the kernel.
!
!     irgen build daxpy.f90 -o daxpy
subroutine daxpy(n, a, x, y) bind(c)
    use iso_c_binding
    use offload
    integer(c_int32_t), value :: n
    real(c_double), value :: a
    real(c_double) :: x(*), y(*)
    integer :: i
    i = offload_block_id(0) * offload_block_size(0) + offload_thread_id(0) + 1
    if (i <= n) y(i) = y(i) + a * x(i)
end subroutine

program demo
    use iso_c_binding
    use offload
    implicit none
    interface
        subroutine daxpy(n, a, x, y) bind(c)
            import :: c_int32_t, c_double
            integer(c_int32_t), value :: n
            real(c_double), value :: a
            real(c_double) :: x(*), y(*)
        end subroutine
    end interface
    integer(c_int32_t), parameter :: n = 1000
    real(c_double) :: x(n), y(n)
    integer :: i, round

    x = [(i, i = 1, n)]
    y = 1
    do round = 1, 3
        call offload_mark(.false._c_bool, -1_c_int64_t)
        call offload_grid((n + 255) / 256, 1, 1)
        call offload_block(256, 1, 1)
        call offload_map_pointer(x, 8_c_int64_t * n, OFFLOAD_TO)
        call offload_map_pointer(y, 8_c_int64_t * n, OFFLOAD_TOFROM)
        call daxpy(n, 0.5d0, x, y)
    end do
    print '(3f8.1)', y(1), y(2), y(n)
end program
