! Marks for Fortran: ordinary calls by which a program says that the call behind them goes to a device. 'irgen lower',
! 'build', 'run', 'check' and 'explain' read them in the LLVM IR of the program; no compiler has to know of offloading.
!
!     call offload_mark(.false._c_bool, -1_c_int64_t)          ! the next call is a launch, on the default device
!     call offload_grid((n + 255) / 256, 1, 1)
!     call offload_block(256, 1, 1)
!     call offload_map_pointer(x, 8_c_int64_t * n, OFFLOAD_TO)
!     call offload_map_pointer(y, 8_c_int64_t * n, OFFLOAD_TOFROM)
!     call daxpy_kernel(n, a, x, y)
!
! docs/marks-fortran.md goes through this file line by line, docs/marks.md has the rules.
module offload
    use, intrinsic :: iso_c_binding, only: c_bool, c_double, c_float, c_int32_t, c_int64_t, c_funptr, c_ptr
    implicit none
    private :: c_bool, c_double, c_float, c_int32_t, c_int64_t, c_ptr

    ! What bits are made of: OpenMP's map types.
    integer(c_int64_t), parameter :: OFFLOAD_ALLOC = 0
    integer(c_int64_t), parameter :: OFFLOAD_TO = 1
    integer(c_int64_t), parameter :: OFFLOAD_FROM = 2
    integer(c_int64_t), parameter :: OFFLOAD_TOFROM = 3
    integer(c_int32_t), parameter :: OFFLOAD_IN = 1
    integer(c_int32_t), parameter :: OFFLOAD_INOUT = 3
    integer(c_int64_t), parameter :: OFFLOAD_ALWAYS = 4
    integer(c_int64_t), parameter :: OFFLOAD_DELETE = 8
    integer(c_int64_t), parameter :: OFFLOAD_CLOSE = int(z'400', c_int64_t)
    integer(c_int64_t), parameter :: OFFLOAD_PRESENT = int(z'1000', c_int64_t)
    integer(c_int64_t), parameter :: OFFLOAD_HOLD = int(z'2000', c_int64_t)

    ! Structures with pointers: a variable that offload_map_pointer maps has an address at an offset, in bytes, of so many bytes,
    ! which travel too. With several offsets, each but the last leads to a structure that another offload_member has mapped.
    interface offload_member
        subroutine offload_member_1(variable, bytes, bits, offset) bind(c, name="offload_member")
            import :: c_int64_t
            !dir$ ignore_tkr(r) variable
            type(*), intent(in) :: variable(*)
            integer(c_int64_t), value :: bytes, bits, offset
        end subroutine
        subroutine offload_member_2(variable, bytes, bits, offset, offset2) bind(c)
            import :: c_int64_t
            !dir$ ignore_tkr(r) variable
            type(*), intent(in) :: variable(*)
            integer(c_int64_t), value :: bytes, bits, offset, offset2
        end subroutine
        subroutine offload_member_3(variable, bytes, bits, offset, offset2, offset3) bind(c)
            import :: c_int64_t
            !dir$ ignore_tkr(r) variable
            type(*), intent(in) :: variable(*)
            integer(c_int64_t), value :: bytes, bits, offset, offset2, offset3
        end subroutine
        subroutine offload_member_4(variable, bytes, bits, offset, offset2, offset3, offset4) bind(c)
            import :: c_int64_t
            !dir$ ignore_tkr(r) variable
            type(*), intent(in) :: variable(*)
            integer(c_int64_t), value :: bytes, bits, offset, offset2, offset3, offset4
        end subroutine
    end interface
    private :: offload_member_1, offload_member_2, offload_member_3, offload_member_4

    interface
        ! Arrays and variables: the argument of the call that has the same address.
        subroutine offload_map_pointer(variable, bytes, bits) bind(c)
            import :: c_int64_t
            !dir$ ignore_tkr(r) variable
            type(*), intent(in) :: variable(*)
            integer(c_int64_t), value :: bytes, bits
        end subroutine
        subroutine offload_device_pointer(variable) bind(c)
            !dir$ ignore_tkr(r) variable
            type(*), intent(in) :: variable(*)
        end subroutine

        ! Which part of the array that the mark in front of it maps, in place of its bytes: one dimension, or two or three in
        ! a row, the outermost first. In elements of so many bytes: how many lie in front, how many there are, and how far it
        ! is from one to the next. What has gaps can be updated only.
        subroutine offload_section(element_bytes, offset, elements, stride) bind(c)
            import :: c_int64_t
            integer(c_int64_t), value :: element_bytes, offset, elements, stride
        end subroutine

        ! Or a mapper function like OpenMP's tells what belongs to the variable.
        subroutine offload_mapper(variable, mapper) bind(c)
            import :: c_funptr
            !dir$ ignore_tkr(r) variable
            type(*), intent(in) :: variable(*)
            type(c_funptr), value :: mapper
        end subroutine

        ! The same by number: the arguments of LLVM's call, from 0, which need not be those of the source.
        subroutine offload_map(argument, bytes, bits) bind(c)
            import :: c_int32_t, c_int64_t
            integer(c_int32_t), value :: argument
            integer(c_int64_t), value :: bytes, bits
        end subroutine
        subroutine offload_device(argument) bind(c)
            import :: c_int32_t
            integer(c_int32_t), value :: argument
        end subroutine

        ! What the call becomes, and where: a constant, and a device, of which -1 is the default.
        subroutine offload_mark(host, device) bind(c)
            import :: c_bool, c_int64_t
            logical(c_bool), value :: host
            integer(c_int64_t), value :: device
        end subroutine

        ! Launches: blocks, threads of a block, bytes of dynamic shared memory.
        subroutine offload_grid(x, y, z) bind(c)
            import :: c_int32_t
            integer(c_int32_t), value :: x, y, z
        end subroutine
        subroutine offload_block(x, y, z) bind(c)
            import :: c_int32_t
            integer(c_int32_t), value :: x, y, z
        end subroutine
        subroutine offload_shared(bytes) bind(c)
            import :: c_int32_t
            integer(c_int32_t), value :: bytes
        end subroutine

        ! Which procedure's call the marks are for; and what runs, with the original arguments, when a launch is refused.
        subroutine offload_for(procedure) bind(c)
            external :: procedure
        end subroutine
        subroutine offload_fallback(procedure) bind(c)
            external :: procedure
        end subroutine

        ! Each ends the offload_map_pointer marks in front of it, which are for no call then. The first maps what each names,
        ! OFFLOAD_TO the device or OFFLOAD_ALLOC only, and leaves it mapped; the second unmaps it, OFFLOAD_FROM the device,
        ! OFFLOAD_ALLOC to give up one mapping or OFFLOAD_DELETE for all; the third copies it TO or FROM where it is on the
        ! device already.
        subroutine offload_enter(device) bind(c)
            import :: c_int64_t
            integer(c_int64_t), value :: device
        end subroutine
        subroutine offload_exit(device) bind(c)
            import :: c_int64_t
            integer(c_int64_t), value :: device
        end subroutine
        subroutine offload_update(device) bind(c)
            import :: c_int64_t
            integer(c_int64_t), value :: device
        end subroutine
        ! Among the marks of a call, or of an enter, exit or update: the program goes on and does not wait, and the arrays belong
        ! to the device until it does. Such calls follow each other where both name the same variable, which is one of the
        ! arguments, unless both only read it. A wait is for all that this thread has begun, or for what follows from the
        ! offload_depend marks in front of it.
        subroutine offload_nowait() bind(c)
        end subroutine
        subroutine offload_depend(variable, kind) bind(c)
            import :: c_int32_t
            !dir$ ignore_tkr(r) variable
            type(*), intent(in) :: variable(*)
            integer(c_int32_t), value :: kind
        end subroutine
        subroutine offload_wait(device) bind(c)
            import :: c_int64_t
            integer(c_int64_t), value :: device
        end subroutine

        ! For kernels; the dimension is a constant 0, 1 or 2.
        integer(c_int32_t) function offload_thread_id(dimension) bind(c)
            import :: c_int32_t
            integer(c_int32_t), value :: dimension
        end function
        integer(c_int32_t) function offload_block_id(dimension) bind(c)
            import :: c_int32_t
            integer(c_int32_t), value :: dimension
        end function
        integer(c_int32_t) function offload_block_size(dimension) bind(c)
            import :: c_int32_t
            integer(c_int32_t), value :: dimension
        end function
        integer(c_int32_t) function offload_grid_size(dimension) bind(c)
            import :: c_int32_t
            integer(c_int32_t), value :: dimension
        end function
        subroutine offload_barrier() bind(c)
        end subroutine
        type(c_ptr) function offload_shared_dynamic() bind(c)
            import :: c_ptr
        end function
        subroutine offload_fence_block() bind(c)
        end subroutine
        subroutine offload_fence_device() bind(c)
        end subroutine

        ! The warp: threads of a block in the order x, then y, then z. All of its lanes that there are come to a call
        ! together. A shuffle gives the value of another lane, from 0, and the caller's own where there is none.
        integer(c_int32_t) function offload_warp_size() bind(c)
            import :: c_int32_t
        end function
        integer(c_int32_t) function offload_lane_id() bind(c)
            import :: c_int32_t
        end function
        subroutine offload_warp_barrier() bind(c)
        end subroutine
        integer(c_int32_t) function offload_shuffle_i32(value, lane) bind(c)
            import :: c_int32_t
            integer(c_int32_t), value :: value
            integer(c_int32_t), value :: lane
        end function
        integer(c_int64_t) function offload_shuffle_i64(value, lane) bind(c)
            import :: c_int32_t, c_int64_t
            integer(c_int64_t), value :: value
            integer(c_int32_t), value :: lane
        end function
        real(c_float) function offload_shuffle_f32(value, lane) bind(c)
            import :: c_float, c_int32_t
            real(c_float), value :: value
            integer(c_int32_t), value :: lane
        end function
        real(c_double) function offload_shuffle_f64(value, lane) bind(c)
            import :: c_double, c_int32_t
            real(c_double), value :: value
            integer(c_int32_t), value :: lane
        end function
        integer(c_int32_t) function offload_shuffle_up_i32(value, lanes) bind(c)
            import :: c_int32_t
            integer(c_int32_t), value :: value
            integer(c_int32_t), value :: lanes
        end function
        integer(c_int64_t) function offload_shuffle_up_i64(value, lanes) bind(c)
            import :: c_int32_t, c_int64_t
            integer(c_int64_t), value :: value
            integer(c_int32_t), value :: lanes
        end function
        real(c_float) function offload_shuffle_up_f32(value, lanes) bind(c)
            import :: c_float, c_int32_t
            real(c_float), value :: value
            integer(c_int32_t), value :: lanes
        end function
        real(c_double) function offload_shuffle_up_f64(value, lanes) bind(c)
            import :: c_double, c_int32_t
            real(c_double), value :: value
            integer(c_int32_t), value :: lanes
        end function
        integer(c_int32_t) function offload_shuffle_down_i32(value, lanes) bind(c)
            import :: c_int32_t
            integer(c_int32_t), value :: value
            integer(c_int32_t), value :: lanes
        end function
        integer(c_int64_t) function offload_shuffle_down_i64(value, lanes) bind(c)
            import :: c_int32_t, c_int64_t
            integer(c_int64_t), value :: value
            integer(c_int32_t), value :: lanes
        end function
        real(c_float) function offload_shuffle_down_f32(value, lanes) bind(c)
            import :: c_float, c_int32_t
            real(c_float), value :: value
            integer(c_int32_t), value :: lanes
        end function
        real(c_double) function offload_shuffle_down_f64(value, lanes) bind(c)
            import :: c_double, c_int32_t
            real(c_double), value :: value
            integer(c_int32_t), value :: lanes
        end function
        integer(c_int32_t) function offload_shuffle_xor_i32(value, bits) bind(c)
            import :: c_int32_t
            integer(c_int32_t), value :: value
            integer(c_int32_t), value :: bits
        end function
        integer(c_int64_t) function offload_shuffle_xor_i64(value, bits) bind(c)
            import :: c_int32_t, c_int64_t
            integer(c_int64_t), value :: value
            integer(c_int32_t), value :: bits
        end function
        real(c_float) function offload_shuffle_xor_f32(value, bits) bind(c)
            import :: c_float, c_int32_t
            real(c_float), value :: value
            integer(c_int32_t), value :: bits
        end function
        real(c_double) function offload_shuffle_xor_f64(value, bits) bind(c)
            import :: c_double, c_int32_t
            real(c_double), value :: value
            integer(c_int32_t), value :: bits
        end function
        integer(c_int64_t) function offload_ballot(holds) bind(c)
            import :: c_bool, c_int64_t
            logical(c_bool), value :: holds
        end function
        logical(c_bool) function offload_any(holds) bind(c)
            import :: c_bool
            logical(c_bool), value :: holds
        end function
        logical(c_bool) function offload_all(holds) bind(c)
            import :: c_bool
            logical(c_bool), value :: holds
        end function
    end interface
end module
