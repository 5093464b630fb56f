subroutine all_of_them(x) bind(c)
    use, intrinsic :: iso_c_binding
    use offload
    implicit none
    integer(c_int), intent(inout) :: x(6)
    integer(c_int), pointer :: s(:)
    integer(c_int) :: lane
    logical(c_bool) :: some, every
    lane = offload_lane_id()
    call c_f_pointer(offload_shared_dynamic(), s, [64])
    call offload_fence_block()
    call offload_fence_device()
    call offload_warp_barrier()
    s(lane + 1) = offload_warp_size()
    x(1) = offload_shuffle_i32(s(1), 1)
    x(2) = int(offload_shuffle_up_i64(offload_ballot(logical(lane > 3, c_bool)), 1), c_int)
    x(3) = int(offload_shuffle_down_f32(real(lane, c_float), 2), c_int)
    x(4) = int(offload_shuffle_xor_f64(real(lane, c_double), 1), c_int)
    some = offload_any(logical(lane > x(6), c_bool))
    every = offload_all(logical(lane < x(6), c_bool))
    x(5) = merge(1, 0, some .and. every)
end subroutine
