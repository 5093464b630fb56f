! What flang makes of an array and of scalars, which it passes as pointers.
subroutine scale(n, x)
  integer, intent(in) :: n
  real, intent(inout) :: x(n)
  !$omp target teams distribute parallel do map(tofrom: x)
  do i = 1, n
    x(i) = 2 * x(i)
  end do
end subroutine
