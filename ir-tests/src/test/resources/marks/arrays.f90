! Arrays of real(8), scalars by reference, logical marks of two kinds.
module kernels
    use, intrinsic :: iso_c_binding
    implicit none
    interface
        subroutine library_sum(values, n, total) bind(c, name="library_sum_of")
            import :: c_double, c_int
            real(c_double), intent(in) :: values(*)
            integer(c_int), intent(in) :: n
            real(c_double), intent(out) :: total
        end subroutine
        ! the same mark as a program may declare it by itself
        subroutine mark_with_default_logical(host, device) bind(c, name="offload_mark")
            import :: c_int64_t
            logical, value :: host
            integer(c_int64_t), value :: device
        end subroutine
    end interface
contains
    subroutine axpy(n, a, x, y)
        use offload
        integer, intent(in) :: n
        real(8), intent(in) :: a
        real(8), intent(in) :: x(*)
        real(8), intent(inout) :: y(*)
        integer :: i
        i = offload_block_id(0) * offload_block_size(0) + offload_thread_id(0) + 1
        if (i <= n) y(i) = y(i) + a * x(i)
    end subroutine
end module

program arrays
    use kernels
    use offload
    implicit none
    real(8), allocatable :: x(:), y(:)
    real(8) :: a, total
    integer :: n, i
    n = 1000
    a = 0.5d0
    allocate(x(n), y(n))
    x = [(real(i, 8), i = 1, n)]
    y = 1
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
    call mark_with_default_logical(.true., -1_c_int64_t)
    call offload_for(library_sum)
    call offload_map_pointer(y, 8_c_int64_t * n, OFFLOAD_TO)
    call library_sum(y, n, total)
    print '(3f10.1)', y(1), y(n), total
end program
